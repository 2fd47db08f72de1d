import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/report/answer.ts";
import { completeLine } from "../../src/cli/session/complete-line.ts";
import { takeLine } from "../../src/cli/session/take-line.ts";
import { answer as answered } from "./fixtures.ts";
import { runCli } from "./run-cli.ts";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "charm-session-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

function makeServices() {
  const asked: string[] = [];
  return {
    asked,
    services: {
      refuseOutput: async () => {},
      async *ask(questions: readonly string[]): AsyncGenerator<Answer> {
        asked.push(...questions);
        for (const question of questions) yield { ...answered, question };
      },
    },
  };
}

describe("charm session without a terminal", () => {
  const lines = "How often must we drill?\nand at night?\n\n# a remark\nWho signs the fire log?\n";

  it("asks line by line, what goes on from a question as a whole, and prints one report", async () => {
    const { asked, services } = makeServices();
    const { code, stdout, stderr } = await runCli(["session"], {
      services,
      stdin: lines,
      cwd: home,
    });
    expect(code).toBe(0);
    expect(asked).toEqual([
      "How often must we drill?",
      "How often must we drill, and at night?",
      "Who signs the fire log?",
    ]);
    expect(stderr).toContain("Asked as: How often must we drill, and at night?");
    expect(stdout.match(/^## QUESTION$/gm)).toHaveLength(3);
    expect(stdout.match(/^# AI Assistant Strategy Session Report$/gm)).toHaveLength(1);
  });

  it("writes the same bytes to a file, and saves what was asked so far", async () => {
    const { services } = makeServices();
    const whole = await runCli(["session"], { services, stdin: lines, cwd: home });
    const stdin = `${lines}/save so-far.md\n/quit\nWho is never asked?\n`;
    const written = await runCli(["session", "-o", "all.md"], { services, stdin, cwd: home });
    expect(written).toMatchObject({ code: 0, stdout: "" });
    expect(await readFile(join(home, "all.md"), "utf8")).toBe(whole.stdout);
    expect(await readFile(join(home, "so-far.md"), "utf8")).toBe(whole.stdout);
  });

  it("names what it does not know, and ends on a report that cannot be written", async () => {
    const { services } = makeServices();
    const slip = await runCli(["session"], { services, stdin: "/sauces\n", cwd: home });
    expect(slip.stderr).toContain("There is no /sauces here");
    const nowhere = await runCli(["session"], {
      services,
      stdin: "Who?\n/save none/a.md\n",
      cwd: home,
    });
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain("There is no folder");
  });
});

describe("a line of a session", () => {
  it.each([
    ["Who visits?", { kind: "question", text: "Who visits?" }],
    ["  /show 3", { kind: "show", what: "3" }],
    ["/show reg  44(1)", { kind: "show", what: "reg 44(1)" }],
    ["/save my report.md", { kind: "save", file: "my report.md" }],
    ["/EXIT", { kind: "quit" }],
    ["# why", { kind: "nothing" }],
    ["", { kind: "nothing" }],
    ["/sho", { kind: "unknown", name: "/sho" }],
  ])("%j", (line, taken) => expect(takeLine(line)).toEqual(taken));

  it("is completed by commands and names of documents", () => {
    const names = ["Guide", "Guide digest", "Working Together"];
    expect(completeLine("/sh", names)).toEqual([["/show "], "/sh"]);
    expect(completeLine("What does the gui", names)).toEqual([["Guide", "Guide digest"], "gui"]);
    expect(completeLine("Is it in working to", names)).toEqual([
      ["Working Together"],
      "working to",
    ]);
    expect(completeLine("Who visits", names)).toEqual([[], "Who visits"]);
  });
});
