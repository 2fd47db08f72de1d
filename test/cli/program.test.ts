import { CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import type { Handlers } from "../../src/cli/requests.ts";
import { CharmError } from "../../src/errors.ts";

/** The command that a command line calls, and with what. */
async function parse(...argv: string[]): Promise<[string, unknown]> {
  const calls: [string, unknown][] = [];
  const record = (name: string) => async (request: unknown) => {
    calls.push([name, request]);
  };
  const handlers: Handlers = {
    index: record("index"),
    ask: record("ask"),
    search: record("search"),
    show: record("show"),
    check: record("check"),
    gap: record("gap"),
    draft: record("draft"),
    batch: record("batch"),
    initFolder: record("initFolder"),
    initHome: record("initHome"),
    export: record("export"),
    diff: record("diff"),
    digest: record("digest"),
    status: record("status"),
    refresh: record("refresh"),
    sources: record("sources"),
    eval: record("eval"),
    session: record("session"),
    mcp: record("mcp"),
    doctor: record("doctor"),
  };
  const ignore = () => {};
  await createProgram({
    handlers,
    version: "1.2.3",
    width: 80,
    writeOut: ignore,
    writeErr: ignore,
  }).parseAsync(argv, { from: "user" });
  const [call] = calls;
  if (!call || calls.length > 1) throw new Error(`${calls.length} commands were called`);
  return call;
}

const common = { settings: {}, json: false, quiet: false };
const asked = {
  brief: false,
  maxWords: null,
  engine: null,
  unverified: null,
  frozen: false,
  maxTokens: null,
  maxCost: null,
  write: false,
};
const shown = { tree: null, leftOut: null, page: null, output: null, open: false };
const searched = { k: 10, explain: false, documents: [], authorities: [] };
const asking = { ...common, dryRun: false, lock: true, options: asked };

describe("what a command line asks for", () => {
  it.each<[string[], string, object]>([
    [["index"], "index", { ...common, paths: [], rebuild: false, ocr: false }],
    [["index", "--ocr"], "index", { ...common, paths: [], rebuild: false, ocr: true }],
    [
      ["index", "a.pdf", "b", "--rebuild"],
      "index",
      { ...common, paths: ["a.pdf", "b"], rebuild: true, ocr: false },
    ],
    [["ask", "One?"], "ask", { ...asking, questions: ["One?"], output: null }],
    [["ask", "One?", "Two?"], "ask", { ...asking, questions: ["One?", "Two?"], output: null }],
    [["ask", "-"], "ask", { ...asking, questions: ["-"], output: null }],
    [["ask", "-o", "r.md", "One?"], "ask", { ...asking, questions: ["One?"], output: "r.md" }],
    [["ask", "One?", "--output=r.md"], "ask", { ...asking, questions: ["One?"], output: "r.md" }],
    [["ask", "--", "--json"], "ask", { ...asking, questions: ["--json"], output: null }],
    [["show", "reg 28"], "show", { ...common, references: ["reg 28"], ...shown }],
    [["show", "28", "29"], "show", { ...common, references: ["28", "29"], ...shown }],
    [["show", "--tree", "Guide"], "show", { ...common, references: [], ...shown, tree: "Guide" }],
    [
      ["show", "--left-out", "a.pdf"],
      "show",
      { ...common, references: [], ...shown, leftOut: "a.pdf" },
    ],
    [
      ["check", "a.md", "b.md"],
      "check",
      {
        ...common,
        files: ["a.md", "b.md"],
        format: "text",
        options: { fix: false, as: null, output: null, lock: false },
      },
    ],
    [
      [
        "search",
        "q",
        "--explain",
        "--document",
        "Guide",
        "--document",
        "Plan",
        "--authority",
        "own",
        "--authority",
        "other",
      ],
      "search",
      {
        ...common,
        query: "q",
        options: {
          k: 10,
          explain: true,
          documents: ["Guide", "Plan"],
          authorities: ["own", "other"],
        },
      },
    ],
    [["eval", "q.jsonl"], "eval", { ...common, questions: "q.jsonl", compare: null, make: false }],
    [
      ["eval", "q.jsonl", "--compare", "old.json"],
      "eval",
      { ...common, questions: "q.jsonl", compare: "old.json", make: false },
    ],
    [["status"], "status", { ...common, paths: [], format: "text", today: null }],
    [
      ["status", "a", "b.md", "--format", "github", "--today", "2026-03-31"],
      "status",
      { ...common, paths: ["a", "b.md"], format: "github", today: "2026-03-31" },
    ],
    [["refresh", "a", "-o", "n.md"], "refresh", { ...common, paths: ["a"], output: "n.md" }],
    [
      ["check", "--fix", "a.md"],
      "check",
      {
        ...common,
        files: ["a.md"],
        format: "text",
        options: { fix: true, as: null, output: null, lock: false },
      },
    ],
    [
      ["ask", "One?", "--brief", "--max-words", "120"],
      "ask",
      {
        ...asking,
        questions: ["One?"],
        output: null,
        options: { ...asked, brief: true, maxWords: 120 },
      },
    ],
    [
      ["ask", "One?", "--engine", "extractive", "--frozen", "--unverified", "mark", "--dry-run"],
      "ask",
      {
        ...asking,
        questions: ["One?"],
        output: null,
        dryRun: true,
        options: { ...asked, engine: "extractive", frozen: true, unverified: "mark" },
      },
    ],
    [
      ["ask", "One?", "--model", "m:7b", "--max-tokens", "9000", "--max-cost", ".5"],
      "ask",
      {
        ...asking,
        settings: { model: { name: "m:7b" } },
        questions: ["One?"],
        output: null,
        options: { ...asked, maxTokens: 9000, maxCost: 0.5 },
      },
    ],
    [["search", "q"], "search", { ...common, query: "q", options: { ...searched, k: 10 } }],
    [
      ["search", "q", "-k", "1000"],
      "search",
      { ...common, query: "q", options: { ...searched, k: 1000 } },
    ],
    [["search", "-k1", "q"], "search", { ...common, query: "q", options: { ...searched, k: 1 } }],
    [
      ["search", "q", "-k", "40", "--corpus", "X", "--index", "Y", "--json"],
      "search",
      {
        settings: { corpus: "X", index: "Y" },
        json: true,
        quiet: false,
        query: "q",
        options: { ...searched, k: 40 },
      },
    ],
    [
      ["--corpus", "X", "--quiet", "ask", "One?", "--offline"],
      "ask",
      {
        settings: { corpus: "X", offline: true },
        json: false,
        quiet: true,
        questions: ["One?"],
        output: null,
        dryRun: false,
        lock: true,
        options: asked,
      },
    ],
    [
      ["index", "--index", "s3://bucket/library"],
      "index",
      {
        ...common,
        settings: { index: "s3://bucket/library" },
        paths: [],
        rebuild: false,
        ocr: false,
      },
    ],
  ])("charm %j", async (argv, command, request) => {
    expect(await parse(...argv)).toEqual([command, request]);
  });
});

describe("what is refused", () => {
  it.each<[string[], string]>([
    [[], "commander.help"],
    [["serch", "q"], "commander.unknownCommand"],
    [["search", "q", "--jsn"], "commander.unknownOption"],
    [["search"], "commander.missingArgument"],
    [["search", "two", "words"], "commander.excessArguments"],
    [["search", "q", "-k", "0"], "commander.invalidArgument"],
    [["search", "q", "-k", "1001"], "commander.invalidArgument"],
    [["search", "q", "-k", "1e2"], "commander.invalidArgument"],
    [["search", "q", "-k"], "commander.optionMissingArgument"],
    [["ask"], "commander.missingArgument"],
    [["ask", "One?", "--engine", "oracle"], "commander.invalidArgument"],
    [["ask", "One?", "--unverified", "keep"], "commander.invalidArgument"],
    [["ask", "One?", "--max-words", "0"], "commander.invalidArgument"],
    [["ask", "One?", "--max-tokens", "1.5"], "commander.invalidArgument"],
    [["ask", "One?", "--max-cost", "-1"], "commander.invalidArgument"],
    [["ask", "One?", "--max-cost", "free"], "commander.invalidArgument"],
    [["search", "q", "--authority", "rumour"], "commander.invalidArgument"],
    [["status", "--today", "31 March"], "commander.invalidArgument"],
    [["status", "--today", "2026-02-30"], "commander.invalidArgument"],
    [["check"], "commander.missingArgument"],
    [["eval"], "commander.missingArgument"],
    [["show", "--tree"], "commander.optionMissingArgument"],
    [["ask", "One?", "--corpus"], "commander.optionMissingArgument"],
  ])("charm %j", async (argv, code) => {
    const error = await parse(...argv).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(CommanderError);
    expect((error as CommanderError).code).toBe(code);
  });

  it.each<[string[], string]>([
    [["ask", ""], "question-empty"],
    [["ask", "One?", " \t"], "question-empty"],
    [["search", " "], "query-empty"],
    [["show"], "reference-missing"],
    [["show", "reg 28", " "], "reference-empty"],
    [["show", "--tree", ""], "reference-empty"],
    [["show", "reg 28", "--tree", "Guide"], "show-two-things"],
    [["check", ""], "report-unnamed"],
    [["status", " "], "path-unnamed"],
    [["status", "--format", "github", "--json"], "options-together"],
    [["refresh", "-o", ""], "path-unnamed"],
    [["eval", ""], "questions-unnamed"],
    [["eval", "q.jsonl", "--compare", ""], "questions-unnamed"],
    [["ask", "One?", "-o", "-"], "output-unnamed"],
    [["ask", "One?", "-o", ""], "output-unnamed"],
  ])("charm %j", async (argv, code) => {
    const error = await parse(...argv).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(CharmError);
    expect((error as CharmError).code).toBe(code);
  });
});

it.each([
  [["search", "x", "--index="], "--index"],
  [["search", "x", "--corpus", " "], "--corpus"],
  [["show", "reg 3", "--home", ""], "--home"],
  [["search", "x", "--document", ""], "--document"],
  [["ask", "x", "--model", ""], "--model"],
  [["mcp", "--index", ""], "--index"],
])("%j is refused: a value that is empty says nothing", async (argv, option) => {
  await expect(parse(...argv)).rejects.toMatchObject({
    code: "option-empty",
    message: `${option} is empty.`,
    exitCode: 2,
  });
});

it("takes no empty path for the whole corpus", async () => {
  await expect(parse("index", "")).rejects.toMatchObject({ code: "path-unnamed" });
});
