// Which calls an answer takes: less evidence, limits, the cache, and none at all.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { dryRun } from "../../../src/compose/language-model/dry-run.ts";
import { renderDryRuns } from "../../../src/compose/language-model/render-dry-run.ts";
import { loadAnswerPrompts } from "../../../src/compose/language-model/prepare-prompt.ts";
import { guardConnections } from "../../language-model/connection-guard.ts";
import { openModel } from "../../language-model/model-fixture.ts";
import {
  fail,
  say,
  startServer,
  type Reaction,
  type ScriptedServer,
} from "../../language-model/scripted-server.ts";
import { lenient, makeEvidence, parts, question, writeReply } from "./fixtures.ts";
import {
  answerWith,
  book,
  compose,
  faithful,
  inspect,
  promptOf,
  reviseWith,
  textsOf,
} from "./scripted-model.ts";

let server: ScriptedServer | null = null;
const start = async (...script: Reaction[]) => (server = await startServer(script));
afterEach(async () => {
  await server?.close();
  server = null;
});

describe("calls", () => {
  test("no evidence: no call", async () => {
    const guard = guardConnections([]);
    const asked = { question, parts: [{ heading: null, evidence: [] }] };
    const { draft } = await compose("http://127.0.0.1:9/v1", {}, lenient, asked);
    expect(guard.tried).toEqual([]);
    expect(draft.missing).toHaveLength(1);
  });

  const long = {
    question,
    parts: [
      {
        heading: null,
        evidence: [
          ...(parts[0]?.evidence ?? []),
          ...Array.from({ length: 20 }, (_, i) =>
            makeEvidence(`Rule ${i}. ${"Ladders are green. ".repeat(20)}`, { score: 0.8 }),
          ),
        ],
      },
    ],
  };

  test("a prompt too long for the endpoint: asked again with less evidence; the same from the cache", async () => {
    const folder = await mkdtemp(join(tmpdir(), "charm-cache-"));
    const tooLong = fail(400, { message: "the prompt is longer than the context window" });
    const { baseUrl, requests } = await start(tooLong, tooLong, answerWith(faithful));
    const { draft, events } = await compose(baseUrl, { cache: folder }, lenient, long);
    const sizes = requests.map((request) => promptOf(request).length);
    expect(sizes).toHaveLength(3);
    expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes);
    const trimmed = events.flatMap((event) => (event.kind === "trimmed" ? [event.passages] : []));
    expect(trimmed).toHaveLength(2);
    for (const passages of trimmed) expect(passages).toBeGreaterThan(0);
    const again = await compose("", { cache: folder, frozen: true }, lenient, long);
    expect({ ...again.draft, usage: null }).toEqual({ ...draft, usage: null });
    await rm(folder, { recursive: true });
  });

  test("an endpoint that reads only the end of the prompt is told of", async () => {
    const said = writeReply({ items: [], missing: ["anything"] }, "structured");
    const { baseUrl } = await start(
      say(said, { usage: { prompt_tokens: 90, completion_tokens: 9 } }),
    );
    const { draft } = await compose(baseUrl);
    expect(draft.findings).toMatchObject([{ code: "prompt-cut", severity: "warning" }]);
  });

  test("a limit that lets only the first call through: refused statements are left out all the same", async () => {
    const wrong = { ...book, sources: [{ key: "k9999", quote: "" }] };
    const { baseUrl, requests } = await start(answerWith({ items: [inspect, wrong], missing: [] }));
    const result = await compose(baseUrl, { maxTokens: 5000 });
    expect(requests).toHaveLength(1);
    expect(textsOf(result)).toEqual([inspect.text]);
    expect(result.draft.findings?.map(({ code }) => code)).toEqual([
      "revision-not-made",
      "key-unknown",
    ]);
  });

  test("the second run comes from the cache to the letter, revision and all, when frozen", async () => {
    const folder = await mkdtemp(join(tmpdir(), "charm-cache-"));
    const wrong = { ...book, sources: [{ key: "k9999", quote: "" }] };
    const { baseUrl } = await start(
      answerWith({ items: [inspect, wrong], missing: [] }),
      reviseWith([{ id: "s2", text: book.text, key: "Guide 3.4", quote: "keep a ladder book" }]),
    );
    const first = await compose(baseUrl, { cache: folder });
    const guard = guardConnections([]);
    const second = await compose("", { cache: folder, frozen: true });
    expect(guard.tried).toEqual([]);
    expect({ ...second.draft, usage: null }).toEqual({ ...first.draft, usage: null });
    expect(second.draft.usage).toMatchObject({ calls: 0, cached: 2, promptTokens: 0 });
    await rm(folder, { recursive: true });
  });

  test("a dry run names what there is no room for, most valuable first", async () => {
    const model = openModel("http://127.0.0.1:9/v1", { context: 4096 });
    const run = await dryRun(long, { model, prompts: await loadAnswerPrompts() });
    const { pieces, leftOut, leftOutPlaces } = run.evidence;
    expect(run.window).toEqual({ tokens: 4096, source: "settings" });
    expect(pieces).toBeGreaterThan(1);
    expect(pieces + leftOut).toBe(22);
    expect(leftOutPlaces).toHaveLength(leftOut);
    // What is best is in it.
    expect(leftOutPlaces).not.toContain("Regulation 7(2)");
    expect(run.messages.at(-1)?.content).toContain("within 14 days of its purchase");
    expect(renderDryRuns([run])).toContain(`Left out for room: ${leftOut} (`);
  });

  test("a dry run sends nothing and says what would be sent", async () => {
    const guard = guardConnections([]);
    const prices = { input: 1, output: 2, currency: "USD" };
    const model = openModel("http://127.0.0.1:9/v1", { prices });
    const run = await dryRun({ question, parts }, { model, prompts: await loadAnswerPrompts() });
    expect(guard.tried).toEqual([]);
    expect(run).toMatchObject({
      model: "scripted-1",
      window: { tokens: 8192, source: "assumed" },
      evidence: { pieces: 2, leftOut: 0 },
      parameters: { stream: true, temperature: 0, seed: 1, max_tokens: 2048 },
      schema: { name: "answer" },
      tokens: { mostReply: 2048, exact: false },
      calls: [
        { purpose: "answer", mostReply: 2048 },
        { purpose: "more-room", promptTokens: run.tokens.prompt },
        { purpose: "revision", promptTokens: run.tokens.prompt + 2048, mostReply: 2048 },
      ],
      cost: { usual: (run.tokens.prompt + 2 * 2048) / 1e6, currency: "USD" },
    });
    const sum = run.calls.reduce((all, { cost }) => all + (cost ?? 0), 0);
    expect(run.cost?.most).toBe(sum);
    const text = renderDryRuns([run, run]);
    expect(text).toContain("--- system ---");
    expect(text).toContain("keep a ladder book");
    expect(text).toMatch(/Tokens: about \d+ in the prompt, at most 2048 in the reply\./);
    expect(text).toContain('Parameters: {"stream":true,');
    expect(text).toContain("Left out for room: none.");
    expect(text).toContain("Calls: 1, at most 3:");
    expect(text).toContain("All 2 questions: 2 calls, at most 6.");
  });
});
