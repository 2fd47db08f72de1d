// What `charm init home` writes by what is answered.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runInitHome } from "../../src/cli/handlers/run-init-home.ts";
import { readFacts } from "../../src/homes/read-facts.ts";

describe("charm init home", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "charm-init-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = async (answers: readonly string[] | null): Promise<string> => {
    const stdin = Object.assign(new PassThrough(), answers === null ? {} : { isTTY: true });
    const stderr = new PassThrough();
    const left = [...(answers ?? [])];
    stderr.setEncoding("utf8").on("data", (text: string) => {
      if (text.endsWith(": ")) stdin.write(`${left.shift() ?? ""}\n`);
    });
    const io = { stdin, stdout: new PassThrough(), stderr, env: {}, cwd: folder };
    const request = { settings: {}, json: false, quiet: true, output: "home.yaml" };
    const context = {
      io,
      signal: new AbortController().signal,
      openServices: () => Promise.reject(new Error("nothing is opened")),
    };
    expect(await runInitHome(request, context)).toBe(0);
    return readFile(join(folder, "home.yaml"), "utf8");
  };

  it("asks on a terminal, again where an answer does not fit, and leaves open what is empty", async () => {
    const text = await run([
      'Elm "Oak" House: the second',
      "",
      "1 Mill Lane",
      "four",
      "4",
      "11",
      "17",
      "Petra Vale",
      "",
      "Ashby City Council",
      "major.minor",
      "12",
      "registered-manager",
    ]);
    expect(text).toContain("responsible-individual");
    const facts = await readFacts(join(folder, "home.yaml"), "home.yaml");
    expect(facts).toMatchObject({
      name: 'Elm "Oak" House: the second',
      address: "1 Mill Lane",
      capacity: 4,
      ages: { from: 11, to: 17 },
      hostAuthority: "Ashby City Council",
      documentControl: {
        versions: "major.minor",
        reviewMonths: 12,
        approver: "registered-manager",
      },
    });
    expect(facts.people.map(({ name }) => name)).toEqual(["Petra Vale", null]);
  });

  it("writes a file to fill in where there is no terminal", async () => {
    const text = await run(null);
    expect(text).toMatch(/^# yaml-language-server: \$schema=/);
    expect(text).toContain("name: TBC");
  });
});
