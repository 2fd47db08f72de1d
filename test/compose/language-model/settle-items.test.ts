// One call as a rule: what is refused beside an answer that stands is left out; only where too little is left it is sent
// back, all errors together, with the pieces that they need.
import { afterEach, describe, expect, test } from "vitest";
import type { CheckWritten } from "../../../src/compose/language-model/check-written.ts";
import type { ReplyItem } from "../../../src/compose/language-model/reply.ts";
import { makeFinding } from "../../../src/findings/finding.ts";
import { startServer, type ScriptedServer } from "../../language-model/scripted-server.ts";
import { lenient, makeEvidence, parts, question } from "./fixtures.ts";
import {
  answerWith,
  book,
  compose,
  inspect,
  promptOf,
  reviseWith,
  textsOf,
} from "./scripted-model.ts";

let server: ScriptedServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const uncited = (text: string, part = 1): ReplyItem => ({
  part,
  kind: "requirement",
  text,
  sources: [],
});
const said = (text: string): ReplyItem => ({ ...book, text });
const good = ["one", "two", "three", "four", "five"].map((word) =>
  said(`The Guide says that ladder ${word} should be in the book.`),
);

async function write(
  items: readonly ReplyItem[],
  check: CheckWritten = lenient,
  asked?: Parameters<typeof compose>[3],
) {
  server = await startServer([
    answerWith({ items, missing: [] }),
    reviseWith([{ id: "s2", text: book.text, key: "Guide 3.4", quote: "keep a ladder book" }]),
  ]);
  const result = await compose(server.baseUrl, {}, check, asked);
  return { ...result, requests: server.requests, texts: textsOf(result) };
}

describe("a call more", () => {
  test("is not made for one statement beside an answer that stands; it is left out, with the reason", async () => {
    const { requests, texts, draft } = await write([
      inspect,
      uncited("Ladders must be green."),
      ...good,
    ]);
    expect(requests).toHaveLength(1);
    expect(texts).toEqual([inspect, ...good].map(({ text }) => text));
    expect(draft.findings).toMatchObject([
      {
        code: "statement-uncited",
        statement: { text: "Ladders must be green.", fate: "left-out" },
      },
    ]);
  });

  test("is not made for what is only warned of", async () => {
    const warn: CheckWritten = async () => [
      makeFinding("marker-unknown", { marker: "x" }, { severity: "warning" }),
    ];
    const { requests, texts } = await write([inspect, book], warn);
    expect(requests).toHaveLength(1);
    expect(texts).toEqual([inspect.text, book.text]);
  });

  test("is made once for all errors where much was refused", async () => {
    const wrong = ["green", "red", "blue"].map((colour) => uncited(`Ladders must be ${colour}.`));
    const { requests } = await write([inspect, ...wrong, ...good.slice(0, 3)]);
    expect(requests).toHaveLength(2);
    const told = requests[1] ? promptOf(requests[1]) : "";
    for (const { text } of wrong) expect(told).toContain(text);
    expect(told).not.toMatch(/^s[156]:/m);
  });

  test("is made where the direct answer or a part has nothing left", async () => {
    const { requests, texts } = await write([inspect, uncited("Ladders must be booked.")]);
    expect(requests).toHaveLength(2);
    expect(texts).toEqual([inspect.text, book.text]);
  });

  test("sends the pieces that the errors need, and not the whole prompt", async () => {
    const others = Array.from({ length: 20 }, (_, i) =>
      makeEvidence(`Rope ${i} hangs in the shed. ${"Ropes are grey. ".repeat(12)}`),
    );
    const evidence = [...(parts[0]?.evidence ?? []), ...others];
    const asked = { question, parts: [{ heading: null, evidence }] };
    const { requests } = await write(
      [inspect, { ...book, sources: [{ key: "Guide 3.4", quote: "should keep a diary" }] }],
      lenient,
      asked,
    );
    const [first, second] = requests.map((request) =>
      request.body.messages.map(({ content }) => content).join("\n"),
    );
    expect(second).toContain("should keep a ladder book");
    expect(second).not.toContain("Rope 7");
    expect((second ?? "").length).toBeLessThan((first ?? "").length / 3);
  });
});

test("points of a list whose lead is refused are left out with it, and told of", async () => {
  const list: ReplyItem[] = [
    { ...book, kind: "list", text: "The Guide says that everybody must:" },
    { ...book, level: 1, text: "keep a ladder book" },
  ];
  const check: CheckWritten = async ({ text }) =>
    text === "The Guide says that everybody must:"
      ? [makeFinding("marker-unknown", { marker: "x" })]
      : [];
  const { texts, draft } = await write([inspect, ...list, ...good], check);
  expect(texts).toEqual([inspect, ...good].map(({ text }) => text));
  expect(draft.findings?.map(({ code }) => code)).toEqual(["marker-unknown", "lead-left-out"]);
});

test("a point is held against its source together with the words it goes on", async () => {
  const seen: string[] = [];
  const check: CheckWritten = async ({ text }) => {
    seen.push(text);
    return [];
  };
  await write(
    [
      { ...book, text: "The registered person should keep:", sources: book.sources },
      { ...book, level: 1, text: "a ladder book" },
    ],
    check,
  );
  expect(seen).toContain("The registered person should keep a ladder book");
});
