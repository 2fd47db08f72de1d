// Where the tests are and how they run: unit tests, and tests of the whole, which take longer.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { findWholeTests, heavyModules } from "./test/support/whole-tests.ts";

/** Tests that take minutes: `.ci/run` runs them. */
const slow = "test/slow/**/*.test.ts";
const whole = findWholeTests(fileURLToPath(new URL(".", import.meta.url)));
const setUp = "test/support/set-up-run.ts";
const refuse = fileURLToPath(new URL("test/support/not-in-unit-tests.ts", import.meta.url));

export default defineConfig({
  test: {
    // Colours and settings of the machine that runs the tests must not reach into them.
    env: { NO_COLOR: "1", LANCEDB_LOG: "error" },
    restoreMocks: true,
    testTimeout: 20_000,
    // Modules keep no state, so that a process and what it has loaded serve one test file after the other.
    isolate: false,
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...whole, slow],
          alias: heavyModules.map((find) => ({ find, replacement: refuse })),
        },
      },
      {
        extends: true,
        test: {
          name: "whole",
          include: whole,
          exclude: [slow],
          globalSetup: setUp,
        },
      },
      { extends: true, test: { name: "slow", include: [slow], globalSetup: setUp } },
    ],
  },
});
