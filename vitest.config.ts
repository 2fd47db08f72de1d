// Where the tests are and how they run.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Colours and settings of the machine that runs the tests must not reach into them.
    env: { NO_COLOR: "1", LANCEDB_LOG: "error" },
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
