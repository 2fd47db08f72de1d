// The engine from question to draft, against a scripted server: what is shown, sent back, left out and told.
import { afterEach, describe, expect, test } from "vitest";
import type { CheckWritten } from "../../../src/compose/language-model/check-written.ts";
import { composeWithModel } from "../../../src/compose/language-model/compose-with-model.ts";
import { loadAnswerPrompts } from "../../../src/compose/language-model/prepare-prompt.ts";
import type { ReplyItem } from "../../../src/compose/language-model/reply.ts";
import { strong, words } from "../../../src/draft/line-parts.ts";
import { makeFinding } from "../../../src/findings/finding.ts";
import { buildAnswer } from "../../../src/report/build-answer.ts";
import { listen, openModel } from "../../language-model/model-fixture.ts";
import {
  startServer,
  type Reaction,
  type ScriptedServer,
} from "../../language-model/scripted-server.ts";
import { lenient, makeEvidence, question } from "./fixtures.ts";
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

describe.each(["structured", "text"] as const)("in the %s protocol", (protocol) => {
  test("a faithful reply: every statement shown, with its quotation, and nothing found", async () => {
    const { baseUrl, requests } = await start(answerWith(faithful));
    const { draft } = await compose(baseUrl, { protocol });
    expect(requests).toHaveLength(1);
    expect(draft.findings).toEqual([]);
    expect(draft.direct[0]).toMatchObject({ authority: "legislation", kind: "statement" });
    expect(draft.sections[0]?.groups.map(({ title }) => title)).toEqual([
      "What statutory guidance expects",
    ]);
    expect(draft.missing).toEqual([
      "The passages shown to the model do not say who pays for ladders.",
    ]);
    expect(draft.engine).toEqual({
      name: "openai",
      model: "scripted-1",
      prompt: expect.stringMatching(/^answer \d+ \(/),
      evidence: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const answer = buildAnswer(draft, { fingerprint: "f", documents: 2 });
    expect(answer.sources.map(({ file, page, quotes }) => ({ file, page, quotes }))).toEqual([
      {
        file: "orchard-rules.pdf",
        page: 1,
        quotes: ["must inspect every ladder within 14 days of its purchase"],
      },
      { file: "orchard-guide.pdf", page: 12, quotes: ["should keep a ladder book."] },
    ]);
  });

  test("a key that was not given: sent back once with the reason, and put right", async () => {
    const wrong = { ...book, sources: [{ key: "k9999", quote: "" }] };
    const { baseUrl, requests } = await start(
      answerWith({ items: [inspect, wrong], missing: [] }),
      reviseWith([{ id: "s2", text: book.text, key: "Guide 3.4", quote: "keep a ladder book" }]),
    );
    const { draft, events } = await compose(baseUrl, { protocol });
    expect(requests).toHaveLength(2);
    expect(events).toContainEqual({ kind: "revising", statements: 1 });
    const told = requests[1] ? promptOf(requests[1]) : "";
    expect(told).toContain(`s2: ${book.text} (cites k9999)`);
    expect(told).toContain("“k9999” is the key of no evidence that was given.");
    expect(told).not.toMatch(/^s1:/m);
    expect(draft.findings?.map(({ code, severity }) => [code, severity])).toEqual([
      ["statement-revised", "note"],
    ]);
    expect(draft.sections[0]?.groups[0]?.claims).toHaveLength(1);
  });

  test("a statement that fails twice is left out, and told of", async () => {
    const wrong = { ...book, sources: [{ key: "Guide 3.4", quote: "must keep a ladder book" }] };
    const { baseUrl, requests } = await start(
      answerWith({ items: [inspect, wrong], missing: [] }),
      reviseWith([
        { id: "s2", text: book.text, key: "Guide 3.4", quote: "shall keep a ladder book" },
      ]),
    );
    const result = await compose(baseUrl, { protocol });
    expect(requests).toHaveLength(2);
    expect(textsOf(result)).toEqual([inspect.text]);
    expect(result.draft.findings).toMatchObject([
      {
        code: "quote-not-on-page",
        severity: "warning",
        message: expect.stringContaining(`Left out: “${book.text}”`),
        reference: "shall keep a ladder book",
      },
    ]);
    // The direct answer still stands.
    expect(result.draft.missing).toEqual([]);
  });

  test("--unverified mark shows it with a mark, without a citation, and as an error", async () => {
    const wrong = { ...book, sources: [{ key: "k9999", quote: "" }] };
    const { baseUrl } = await start(
      answerWith({ items: [inspect, wrong], missing: [] }),
      reviseWith([]),
    );
    const result = await compose(baseUrl, { protocol, unverified: "mark" });
    expect(textsOf(result)).toEqual([inspect.text, book.text]);
    const claim = result.draft.sections[0]?.groups[0]?.claims[0];
    expect(claim).toMatchObject({ unverified: true, lines: [{ rests: [] }] });
    const { answer } = buildAnswer(result.draft, { fingerprint: "f", documents: 2 });
    expect(answer.split("\n")).toContain(`- ${book.text} [unverified]`);
    expect(result.draft.findings).toMatchObject([{ code: "key-unknown", severity: "error" }]);
  });

  test("a statement that the model takes back is gone, and told of", async () => {
    const wrong = { ...book, sources: [] };
    const { baseUrl } = await start(
      answerWith({ items: [inspect, wrong], missing: [] }),
      reviseWith([{ id: "s2", text: "", key: "", quote: "" }]),
    );
    const result = await compose(baseUrl, { protocol, unverified: "mark" });
    expect(textsOf(result)).toEqual([inspect.text]);
    expect(result.draft.findings).toMatchObject([
      { code: "statement-uncited", severity: "warning" },
    ]);
  });
});

describe("what a reply may hold", () => {
  test("headings, links and advice are told apart; each statement says what it rests on", async () => {
    const { baseUrl } = await start(
      answerWith({
        items: [
          inspect,
          { part: 1, kind: "heading", text: "Ladders", sources: [] },
          { part: 1, kind: "link", text: "The following applies:", sources: [] },
          { ...inspect, part: 1, text: "Ladders must be inspected by the registered provider." },
          book,
          { part: 1, kind: "advice", text: "Keep the book near the door.", sources: [] },
          { part: 1, kind: "heading", text: "Nothing under this", sources: [] },
          { part: 1, kind: "link", text: "And this leads nowhere:", sources: [] },
        ],
        missing: [],
      }),
    );
    const { draft } = await compose(baseUrl);
    expect(draft.sections[0]?.groups).toMatchObject([
      {
        title: "Ladders",
        depth: 0,
        claims: [
          {
            kind: "connective",
            lines: [{ parts: [words("The following applies:")], rests: [] }],
          },
          {
            kind: "statement",
            lines: [
              {
                parts: [
                  words("Ladders must be inspected by the registered provider ("),
                  { kind: "name", text: "Regulation 7(2)" },
                  words(")."),
                ],
              },
            ],
          },
          {
            kind: "statement",
            lines: [
              {
                parts: [
                  words(`${book.text.slice(0, -1)} (`),
                  { kind: "name", text: "Guide 3.4" },
                  words(")."),
                ],
              },
            ],
          },
          {
            kind: "advice",
            lines: [
              {
                parts: [
                  strong("Advice, not a requirement:"),
                  words("Keep the book near the door."),
                ],
              },
            ],
          },
        ],
      },
    ]);
    expect(draft.findings).toEqual([]);
  });

  test("a requirement that calls itself advice, link or heading is checked like any other", async () => {
    const { baseUrl, requests } = await start(
      answerWith({
        items: [
          inspect,
          { part: 1, kind: "advice", text: "Inspect ladders every 28 days.", sources: [] },
          {
            part: 1,
            kind: "link",
            text: "The registered manager decides who climbs.",
            sources: [],
          },
          { part: 1, kind: "heading", text: "Ladders must be green", sources: [] },
        ],
        missing: [],
      }),
      reviseWith([]),
    );
    const result = await compose(baseUrl);
    expect(textsOf(result)).toEqual([inspect.text]);
    expect(result.draft.findings?.map(({ code }) => code)).toEqual(
      Array.from({ length: 3 }, () => "statement-uncited"),
    );
    expect(requests[1] ? promptOf(requests[1]) : "").toContain(
      "It was called advice, but it states something",
    );
  });

  test("words in quotation marks must stand in what is cited", async () => {
    const bent = { ...book, text: "The Guide says to “keep a ladder diary at all times”." };
    const { baseUrl } = await start(
      answerWith({ items: [inspect, bent], missing: [] }),
      reviseWith([]),
    );
    const result = await compose(baseUrl);
    expect(textsOf(result)).toEqual([inspect.text]);
    expect(result.draft.findings).toMatchObject([{ code: "quote-not-on-page" }]);
  });

  test("what the stage that verifies refuses is refused, and what it warns of is told", async () => {
    const check: CheckWritten = async ({ text }, evidence) => [
      makeFinding(
        "marker-unknown",
        { marker: `[${evidence.length}]` },
        { severity: text.includes("Guide") ? "error" : "warning" },
      ),
    ];
    const { baseUrl } = await start(answerWith(faithful), reviseWith([]));
    const result = await compose(baseUrl, {}, check);
    expect(textsOf(result)).toEqual([inspect.text]);
    const message = "[1] stands for no source of the list.";
    const { answer, claims } = buildAnswer(result.draft, { fingerprint: "f", documents: 2 });
    expect(answer).toMatch(/kept for show \(\*\*Regulation 7\(2\)\*\*\)\. \[to be checked\] \[1\]/);
    expect(claims).toMatchObject([{ doubted: true }]);
    const doubted = `Shown to be checked: “${inspect.text}” ${message}`;
    expect(result.draft.findings).toMatchObject([
      { code: "marker-unknown", severity: "warning", message: doubted },
      {
        code: "marker-unknown",
        severity: "warning",
        message: `Left out: “${book.text}” ${message}`,
        statement: { text: book.text, fate: "left-out" },
      },
    ]);
  });

  test("what is missing is said in charm's own frame, and not at length", async () => {
    const { baseUrl } = await start(
      answerWith({
        items: [inspect, book],
        missing: ["The documents do not say who pays.", `that ${"all is well ".repeat(20)}`],
      }),
    );
    const { draft } = await compose(baseUrl);
    expect(draft.missing).toEqual(["The passages shown to the model do not say who pays."]);
  });

  test("an empty reply is no answer, and says so", async () => {
    const { baseUrl } = await start(answerWith({ items: [], missing: [] }));
    const { draft } = await compose(baseUrl);
    expect(draft.missing).toEqual([]);
    expect(draft.direct).toEqual([]);
    expect(buildAnswer(draft, { fingerprint: "f", documents: 1 }).status).toBe("declined");
  });
});

describe("a passage that begins inside a provision", () => {
  const leadIn = "(1) The registered person must ensure—";
  const { passage } = makeEvidence(leadIn, { locator: "9(1)" });
  const item = {
    ...makeEvidence("(c) that every ladder is inspected each month; and", { locator: "9(1)(c)" }),
    leads: [{ passage, start: 0, end: leadIn.length }],
  };
  const text = "The registered person must ensure that every ladder is inspected each month.";
  const quoted = "The registered person must ensure— (c) that every ladder is inspected each month";

  test("is shown with what it hangs from, and may be quoted from there on", async () => {
    const place = "Regulation 9(1)(c)";
    const reply: ReplyItem = { ...book, text, sources: [{ key: place, quote: quoted }] };
    const { baseUrl, requests } = await start(answerWith({ items: [reply], missing: [] }));
    const draft = await composeWithModel(
      { question, parts: [{ heading: null, evidence: [item] }] },
      {
        model: openModel(baseUrl),
        prompts: await loadAnswerPrompts(),
        check: lenient,
      },
      listen(),
    );
    expect(requests[0] ? promptOf(requests[0]) : "").toContain(
      `^ ${leadIn}\n| (c) that every ladder`,
    );
    expect(draft.findings).toEqual([]);
    const answer = buildAnswer(draft, { fingerprint: "f", documents: 1 });
    expect(answer.sources[0]?.quotes).toEqual(["(c) that every ladder is inspected each month;"]);
  });
});
