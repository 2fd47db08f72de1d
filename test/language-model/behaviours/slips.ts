// Slips of form in an otherwise good reply: none may lose it, and none may cost a call.
import { keyOf } from "../ask-home.ts";
import { respond, say, type SeenRequest } from "../scripted-server.ts";
import { statement, writeJson, writeLines, type Behaviour } from "./behaviour.ts";

type Text = (request: SeenRequest) => string;

const cited: Text = (request) => keyOf(request, statement);
const item = (r: SeenRequest, more: object = {}) => ({
  part: 0,
  kind: "requirement",
  text: statement,
  sources: [{ key: cited(r), quote: statement }],
  ...more,
});
const refuseSchema = respond(400, { error: { message: "response_format is not supported" } });

const objects: readonly (readonly [string, Text])[] = [
  ["bare array", (r) => JSON.stringify([item(r)])],
  ["one item alone", (r) => JSON.stringify(item(r))],
  [
    "an item a line",
    (r) =>
      JSON.stringify(item(r)) +
      "\n" +
      JSON.stringify({ part: 0, kind: "heading", text: "Ladders", sources: [] }),
  ],
  ["items in lines, object broken", (r) => `{"items":[${JSON.stringify(item(r))}`],
  ["comments", (r) => writeJson(r).replace('"items":', '// the items\n"items":')],
  [
    "sources as keys",
    (r) => JSON.stringify({ items: [item(r, { sources: [cited(r)] })], missing: [] }),
  ],
  [
    "source singular",
    (r) =>
      JSON.stringify({
        items: [
          {
            part: 0,
            kind: "requirement",
            text: statement,
            source: { key: cited(r), quote: statement },
          },
        ],
        missing: [],
      }),
  ],
  [
    "key in brackets",
    (r) =>
      JSON.stringify({
        items: [item(r, { sources: [{ key: `[${cited(r)}]`, quote: statement }] })],
        missing: [],
      }),
  ],
  [
    "KIND upper, part string",
    (r) => JSON.stringify({ items: [item(r, { kind: "Requirement", part: "0" })], missing: [] }),
  ],
  [
    "part missing",
    (r) =>
      JSON.stringify({
        items: [
          { kind: "requirement", text: statement, sources: [{ key: cited(r), quote: statement }] },
        ],
        missing: [],
      }),
  ],
  ["missing null", (r) => JSON.stringify({ items: [item(r)], missing: null })],
  ["missing string", (r) => JSON.stringify({ items: [item(r)], missing: "nothing" })],
  ["encoded twice", (r) => JSON.stringify(writeJson(r))],
  ["new lines unescaped", (r) => writeJson(r).replaceAll("every ladder", "every\nladder")],
  [
    "quotes unescaped",
    (r) =>
      writeJson(r, [
        { part: 0, kind: "advice", text: "Call it the XX book.", sources: [] },
      ]).replace("XX", '"ladder"'),
  ],
  ["draft, then final", (r) => `${writeJson(r)}\nOn reflection:\n${writeJson(r)}`],
  [
    "quote in marks",
    (r) =>
      JSON.stringify({
        items: [item(r, { sources: [{ key: cited(r), quote: `“${statement}”` }] })],
        missing: [],
      }),
  ],
  [
    "quote null",
    (r) =>
      JSON.stringify({
        items: [item(r, { sources: [{ key: cited(r), quote: null }] })],
        missing: [],
      }),
  ],
  [
    "quote array",
    (r) =>
      JSON.stringify({
        items: [item(r, { sources: [{ key: cited(r), quote: [statement] }] })],
        missing: [],
      }),
  ],
  ["text array", (r) => JSON.stringify({ items: [item(r, { text: [statement] })], missing: [] })],
  [
    "keys capital",
    (r) =>
      JSON.stringify({
        Items: [
          {
            Part: 0,
            Kind: "requirement",
            Text: statement,
            Sources: [{ Key: cited(r), Quote: statement }],
          },
        ],
        Missing: [],
      }),
  ],
  [
    "key upper",
    (r) =>
      JSON.stringify({
        items: [item(r, { sources: [{ key: cited(r).toUpperCase(), quote: statement }] })],
        missing: [],
      }),
  ],
  ["null item", (r) => JSON.stringify({ items: [null, item(r)], missing: [] })],
  [
    "number text",
    (r) =>
      JSON.stringify({
        items: [{ part: 0, kind: "heading", text: 5, sources: [] }, item(r)],
        missing: [],
      }),
  ],
  ["smart double quotes", (r) => writeJson(r).replaceAll(/"(\w+)":/g, "“$1”:")],
  [
    "a backslash that JSON does not know",
    (r) => writeJson(r).replace(/"text":"A /, '"text":"A\\ '),
  ],
  ["True/None", (r) => writeJson(r).replace('"missing":[]', '"missing":None')],
  ["fence unclosed", (r) => "```json\n" + writeJson(r)],
  ["zero width", (r) => "\u200b\ufeff" + writeJson(r)],
];
const lines: readonly (readonly [string, Text])[] = [
  ["lower s", (r) => writeLines(r).replace("S:", "s:")],
  ["bold", (r) => writeLines(r).replace("S:", "**S:**")],
  ["bullet", (r) => writeLines(r).replace("S:", "- S:")],
  ["numbered", (r) => writeLines(r).replace("S:", "1. S:")],
  ["full width colon", (r) => writeLines(r).replace("S:", "S：")],
  ["space before colon", (r) => writeLines(r).replace("S:", "S :")],
  ["Q brackets", (r) => writeLines(r).replace(/Q (\w+):/, "Q [$1]:")],
  [
    "Q before S",
    (r) => {
      const [p, s, q] = writeLines(r).split("\n");
      return `${p}\n${q}\n${s}`;
    },
  ],
  ["PART bold", (r) => writeLines(r).replace("PART 0", "**PART 0**")],
  ["PART heading colon", (r) => writeLines(r).replace("PART 0", "## Part 0:")],
  ["no PART", (r) => writeLines(r).replace("PART 0\n", "")],
  ["fenced", (r) => "```\n" + writeLines(r) + "\nEND\n```"],
  ["CRLF", (r) => writeLines(r).replaceAll("\n", "\r\n")],
  ["key in parens", (r) => writeLines(r).replace(/\[(\w+)\]/, "($1)")],
  [
    "blockquote",
    (r) =>
      writeLines(r)
        .split("\n")
        .map((l) => `> ${l}`)
        .join("\n"),
  ],
  ["quote marks", (r) => writeLines(r).replace(/(Q \w+: )(.*)/, '$1"$2"')],
  ["no Q", (r) => writeLines(r).split("\n").slice(0, 2).join("\n")],
  ["prose with keys", (r) => `${statement} [${cited(r)}]`],
];

export const slips: readonly Behaviour[] = [
  ...objects.map(([name, text]): Behaviour => ({
    name: `JSON: ${name}`,
    script: [say(text)],
    ends: "model",
    calls: 1,
  })),
  ...lines.map(([name, text]): Behaviour => ({
    name: `lines: ${name}`,
    script: [refuseSchema, say(text)],
    ends: "model",
    calls: 2,
  })),
];
