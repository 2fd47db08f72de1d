// The form of a report that a model writes: headings in headings, bold lead-ins, nested points, tables, texts to paste.
import { afterEach, describe, expect, test } from "vitest";
import type { ReplyItem } from "../../../src/compose/language-model/reply.ts";
import { buildAnswer } from "../../../src/report/build-answer.ts";
import { layoutBlocks } from "../../../src/report/layout-blocks.ts";
import { writeTerminal } from "../../../src/report/write-terminal.ts";
import { startServer, type ScriptedServer } from "../../language-model/scripted-server.ts";
import { question } from "./fixtures.ts";
import { answerWith, book, compose, inspect, textsOf } from "./scripted-model.ts";

let server: ScriptedServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const own = (kind: ReplyItem["kind"], text: string, more: Partial<ReplyItem> = {}): ReplyItem => ({
  part: 1,
  kind,
  text,
  sources: [],
  ...more,
});
const lawSource = inspect.sources;
const asked = { fingerprint: "f", documents: 2 };

async function write(items: readonly ReplyItem[], protocol: "structured" | "text") {
  server = await startServer([answerWith({ items, missing: [] })]);
  const composed = await compose(server.baseUrl, { protocol });
  return { ...composed, answer: buildAnswer(composed.draft, asked) };
}

describe.each(["structured", "text"] as const)("a report in the %s protocol", (protocol) => {
  test("has headings in headings, lead-ins in bold, nested points, and the provision in the line", async () => {
    const { answer } = await write(
      [
        inspect,
        own("advice", "Walk round the sheds together.", { part: 0 }),
        own("heading", "Ladders"),
        own("heading", "Who does what", { level: 1 }),
        { ...book, lead: "The book" },
        own("list", "It should be kept of:", { level: 1 }),
        { ...book, text: "each ladder that is used", level: 2 },
        own("advice", "A red cover helps.", { lead: "Cover" }),
        own("question", "Who used the long ladder last?"),
        own("scenario", "A child has climbed the long ladder and nobody is near."),
        own("heading", "Nothing stands here"),
      ],
      protocol,
    );
    expect(answer.answer).toBe(
      [
        "The registered provider must inspect every ladder within 14 days of its purchase, unless it is kept for show (**Regulation 7(2)**). [1]",
        "**Advice, not a requirement:** Walk round the sheds together.",
        "### Ladders",
        "#### Who does what",
        [
          "- **The book:** The Guide says that the registered person should keep a ladder book (**Guide 3.4**). [2]",
          "  - It should be kept of: [2]",
          "    - each ladder that is used (**Guide 3.4**)",
          "- **Cover (advice, not a requirement):** A red cover helps.",
          "- **To ask:** Who used the long ladder last?",
          "- **Scenario:** A child has climbed the long ladder and nobody is near.",
        ].join("\n"),
      ].join("\n\n"),
    );
    expect(answer.status).toBe("answered");
    // The contract: a claim is what rests on a source.
    expect(answer.claims.map(({ citations }) => citations)).toEqual([[1], [2], [2]]);
  });

  test("has tables, whose rows carry their sources", async () => {
    const { answer } = await write(
      [
        inspect,
        own("heading", "When"),
        own("table", "What | By when"),
        { ...inspect, part: 1, kind: "row", level: 1, text: "Inspection of a ladder | 14 days" },
      ],
      protocol,
    );
    expect(answer.answer.split("\n\n").at(-1)).toBe(
      [
        "| What | By when |",
        "| --- | --- |",
        "| Inspection of a ladder | 14 days (**Regulation 7(2)**) [1] |",
      ].join("\n"),
    );
    const look = { width: 80, paint: (text: string) => text };
    expect(writeTerminal(layoutBlocks(answer.blocks), look)).toContain(
      "  What | By when\n  Inspection of a ladder | 14 days (Regulation 7(2)) [1]\n",
    );
  });

  test("sets a text to paste off, with its sources behind it and what is to be filled in", async () => {
    const { answer, draft } = await write(
      [
        inspect,
        own("heading", "The letter"),
        own("draft", "Dear [to complete: name],"),
        own("draft", "We look at each new ladder within 14 days.", { sources: lawSource }),
        own("draft", "the long ladder", { level: 1 }),
        own("draft", "Yours sincerely, [Name of manager]"),
      ],
      protocol,
    );
    expect(answer.answer.split("\n\n").slice(-2).join("\n\n")).toBe(
      [
        "**Draft text, to be checked and completed:**",
        "",
        "> Dear \\[to complete: name],",
        ">",
        "> We look at each new ladder within 14 days. [1]",
        ">",
        "> - the long ladder",
        ">",
        "> Yours sincerely, \\[Name of manager]",
      ].join("\n"),
    );
    expect(draft.findings).toEqual([]);
    expect(answer.claims).toHaveLength(1);
    const look = { width: 80, paint: (text: string) => text };
    expect(writeTerminal(layoutBlocks(answer.blocks), look)).toContain("│ • the long ladder\n");
  });

  test("puts headings and kinds right without a call", async () => {
    const { draft, model } = await write(
      [
        inspect,
        // No heading stands in the direct answer, none states something, and no label hides a statement.
        own("heading", "The Guide", { part: 0 }),
        { ...book, part: 0 },
        own("heading", "Every ladder must be green"),
        own("advice", "Ask who was there."),
      ],
      protocol,
    );
    expect(model.usage().calls).toBe(1);
    expect(draft.direct).toHaveLength(1);
    expect(draft.sections[0]?.groups.map(({ title }) => title)).toEqual(["The Guide"]);
    expect(draft.findings?.map(({ statement }) => statement?.text)).toEqual([
      "Every ladder must be green",
    ]);
  });

  test("mends a key by the words quoted, and leaves one out that was not given beside one that was", async () => {
    const { draft, model } = await write(
      [
        { ...inspect, sources: [{ key: "Guide 3.4", quote: lawSource[0]?.quote ?? "" }] },
        { ...book, sources: [...book.sources, { key: "k9999", quote: "" }] },
      ],
      protocol,
    );
    expect(model.usage().calls).toBe(1);
    expect(textsOf({ draft } as Awaited<ReturnType<typeof compose>>)).toEqual([
      inspect.text,
      book.text,
    ]);
    expect(draft.direct[0]?.authority).toBe("legislation");
  });
});

test("points in one text, as models like to write them, become points", async () => {
  const text = "It should be kept of:\n- each ladder in use\n- each ladder that was sold";
  const { answer } = await write([{ ...book, text }], "structured");
  expect(answer.question).toBe(question);
  expect(answer.blocks.filter(({ kind }) => kind === "statement")).toMatchObject([
    { lines: [{ depth: 0 }, { depth: 1 }, { depth: 1 }] },
  ]);
});
