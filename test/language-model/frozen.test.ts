// Every run that ended with a report is repeated by --frozen to the letter, whatever went wrong in it.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AskHome } from "./ask-home.ts";
import { good, makeLadderHome, statement, writeJson } from "./behaviours/behaviour.ts";
import { guardConnections } from "./connection-guard.ts";
import {
  breakOff,
  chunk,
  fail,
  madeFor,
  respond,
  say,
  sayEvents,
  startServer,
  type ModelList,
  type Reaction,
} from "./scripted-server.ts";

let home: AskHome;
beforeAll(async () => {
  home = await makeLadderHome();
  await home.ask(["--engine", "extractive"]);
}, 30_000);
afterAll(() => home.remove());

const model = ["--model", "scripted-1", "--json"];
const quick = { "retry-after-ms": "1" };
/** A good statement, and one that has to be sent back. */
const doubtful = say((request) =>
  writeJson(request, [{ part: 1, kind: "requirement", text: `${statement} Daily.`, sources: [] }]),
);
const cut = (text: string) => text.slice(0, text.indexOf("Keep the") + 3);
const advice = { part: 1, kind: "advice", text: "Keep the ladder dry.", sources: [] };
const small: ModelList = (response) =>
  response.end(JSON.stringify({ data: [{ id: "scripted-1", n_ctx: 4096 }] }));

interface Run {
  readonly name: string;
  readonly script: readonly Reaction[];
  readonly models?: ModelList;
  readonly flags?: readonly string[];
  /** A finding of both runs. */
  readonly finds?: string;
}

const runs: readonly Run[] = [
  { name: "a good reply", script: [good] },
  { name: "in lines", script: [fail(400, { message: "response_format?" }), good] },
  { name: "with the window that the server says", script: [good], models: small },
  {
    name: "after a prompt that was too long",
    script: [fail(400, { message: "maximum context length is 4096 tokens" }), good],
  },
  {
    name: "with a reply that was cut",
    script: [say((request) => cut(writeJson(request, [advice])), { finish: "length" })],
    finds: "reply-cut",
  },
  {
    name: "with a reply whose line broke each time",
    script: [
      madeFor((request) =>
        sayEvents([chunk({ content: cut(writeJson(request, [advice])) })], "break"),
      ),
    ],
    finds: "reply-cut",
  },
  { name: "that fell back from rubbish", script: [say("rubbish")], finds: "model-not-used" },
  {
    name: "that fell back from a content filter",
    script: [say("", { finish: "content_filter" })],
    finds: "model-not-used",
  },
  {
    name: "that fell back from a server that fails",
    script: [fail(500, { message: "no" }, quick)],
    finds: "model-not-used",
  },
  {
    name: "that fell back from a line that breaks",
    script: [breakOff("{")],
    finds: "model-not-used",
  },
  ...(
    [
      ["rubbish", say("rubbish")],
      ["a server that fails", fail(500, { message: "no" }, quick)],
      ["a refused key", fail(401, { message: "expired" })],
      ["a content filter", respond(400, { error: { code: "content_filter", message: "no" } })],
      ["a window too small", fail(400, { message: "prompt is too long" })],
      ["an empty account", fail(402, { message: "credits" })],
    ] as const
  ).map(([name, reaction]): Run => ({
    name: `whose second look met ${name}`,
    script: [doubtful, reaction],
    finds: "revision-not-made",
  })),
  {
    name: "whose second look had no tokens left",
    script: [doubtful],
    flags: ["--max-tokens", "9000"],
    finds: "revision-not-made",
  },
];

describe("a run", () => {
  test.each(runs)("$name", async ({ script, models, flags = [], finds }) => {
    const server = await startServer(script, models);
    const cwd = await home.makeWork("model:\n  retries: 1\n");
    const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: "key-of-no-one" };
    const first = await home.ask([...model, ...flags], { cwd, env });
    await server.close();
    const guard = guardConnections([]);
    const second = await home.ask([...model, "--frozen"], { cwd });
    expect(guard.tried).toEqual([]);
    expect({ code: second.code, stderr: second.code === 2 ? second.stderr : "" }).toEqual({
      code: first.code,
      stderr: "",
    });
    const [one, other] = [first, second].map(
      ({ stdout }) => (JSON.parse(stdout) as { findings: { code: string }[] }[])[0],
    );
    expect({ ...other, usage: null }).toEqual({ ...one, usage: null });
    const codes = one?.findings.map(({ code }) => code) ?? [];
    expect(finds === undefined || codes.includes(finds)).toBe(true);
  });
});

test("what else the document holds does not count: a change elsewhere in it leaves the reply", async () => {
  const server = await startServer([good], small);
  const cwd = await home.makeWork();
  const env = { OPENAI_BASE_URL: server.baseUrl };
  await home.ask(model, { cwd, env });
  await server.close();
  const path = join(home.folder, "corpus", "ladders.md");
  const before = await readFile(path, "utf8");
  await writeFile(path, `${before}\n## Porridge\n\nPorridge is stirred with a wooden spoon.\n`);
  const second = await home.ask([...model, "--frozen"], { cwd });
  await writeFile(path, before);
  expect({ code: second.code, stderr: second.stderr.includes("not asked") }).toEqual({
    code: 0,
    stderr: false,
  });
});

test("what was never asked is an error, and so is another passage than the one that was sent", async () => {
  const server = await startServer([good]);
  const cwd = await home.makeWork();
  await home.ask(model, { cwd, env: { OPENAI_BASE_URL: server.baseUrl } });
  await server.close();
  const path = join(home.folder, "corpus", "ladders.md");
  const before = await readFile(path, "utf8");
  await writeFile(path, before.replace("each month", "each year"));
  const second = await home.ask([...model, "--frozen"], { cwd });
  await writeFile(path, before);
  expect(second).toMatchObject({ code: 2, stdout: "" });
});
