import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/extract/flow/decode-text.ts";
import { extractMd } from "../../../src/extract/flow/extract-md.ts";
import { extractTxt } from "../../../src/extract/flow/extract-txt.ts";
import type { Extraction, FlowLine } from "../../../src/extract/page.ts";
import { hasShared, sharedPath } from "../../support/shared-folder.ts";

const linesOf = ({ pages }: Extraction) => (pages[0]?.lines ?? []) as readonly FlowLine[];
function outline(extraction: Extraction): string[] {
  return linesOf(extraction).map((line) => {
    const kind = line.heading ? `H${line.heading} ` : line.place ? "- " : line.cells ? "| " : "";
    return kind + (line.number === null ? "" : `${line.number} `) + line.text;
  });
}
const txt = (text: string) => extractTxt(Buffer.from(text));
const md = (text: string) => extractMd(Buffer.from(text));

describe("decodeText", () => {
  const text = "The child’s café – £3";
  const utf16 = Buffer.from(text, "utf16le");
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    [
      "UTF-16 the other way round",
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
    ],
    ["UTF-16 without a mark", utf16],
    ["UTF-16 the other way round without a mark", Buffer.from(utf16).swap16()],
    ["windows-1252", Buffer.from("The child\x92s caf\xe9 \x96 \xa33", "latin1")],
  ])("reads %s", (_name, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toBe(text);
  });

  it("has one kind of line end", () => {
    expect(decodeText(Buffer.from("a\r\nb\rc\nd"))).toBe("a\nb\nc\nd");
  });

  it("does not take a picture for text", () => {
    expect(() => decodeText(Uint8Array.from([0x89, 0x50, 0, 0, 0, 13, 0, 1, 1, 0, 7]))).toThrow(
      "not text",
    );
  });
});

describe("extractTxt", () => {
  it("reads headings, items, rows and paragraphs", () => {
    const extraction = txt(`Care plans
Publisher: Us

## Reviews ##

Each plan is looked at twice a year.
The child is asked first.

Who is there
------------
• the child
  and a friend
- the worker
* * *
| Role | Part |
|---|:--|
| IRO | leads |

We look for:

warm rooms

good food

Meals are shared.
`);
    expect(extraction.info.title).toBe("Care plans");
    expect(extraction.pageCount).toBeNull();
    expect(outline(extraction)).toEqual([
      "H1 Care plans",
      "Publisher: Us",
      "H2 Reviews",
      "Each plan is looked at twice a year.",
      "The child is asked first.",
      "H2 Who is there",
      "- the child and a friend",
      "- the worker",
      "| Role | Part",
      "| IRO | leads",
      "We look for:",
      "- warm rooms",
      "- good food",
      "Meals are shared.",
    ]);
  });

  it("joins the lines of a text wrapped to a width", () => {
    const text = `The manager keeps the rota for the whole home and
shows it to every member of staff a month ahead. A
change is agreed with the worker and written in the
book that is kept in the office beside the front
door.
Nobody works alone at night. Cover is found by the
deputy manager, who is paid for being on call at the
weekend and is never further than twenty minutes off.`;
    expect(outline(txt(text))).toEqual([
      "The manager keeps the rota for the whole home and shows it to every member of staff a month ahead. A change is agreed with the worker and written in the book that is kept in the office beside the front door.",
      "Nobody works alone at night. Cover is found by the deputy manager, who is paid for being on call at the weekend and is never further than twenty minutes off.",
    ]);
  });

  it("keeps lines that are paragraphs apart", () => {
    const long = "A paragraph on one line goes on for as long as it likes, ".repeat(6).trim();
    expect(outline(txt(`${long}\nShort one.\n${long}`))).toHaveLength(3);
  });

  it("makes no title of a sentence", () => {
    const extraction = txt("This is how we work here.\n\nMore.");
    expect(extraction.info.title).toBeNull();
    expect(outline(extraction)).toEqual(["This is how we work here.", "More."]);
  });

  it("gives no control character, whatever the file holds", () => {
    const lines = outline(
      txt("Title\n\n\u001b]0;owned\u0007bell \u202Egnp.exe \u0000?".replace("\u0000", "")),
    );
    expect(lines).toEqual(["H1 Title", "]0;ownedbell gnp.exe ?"]);
  });

  it.each(["\n \n\t\n", "---\n"])("has nothing to say of %j", (text) => {
    expect(() => txt(text)).toThrow("no text");
  });

  it.skipIf(!hasShared)("reads a saved web page (skipped without ../shared)", () => {
    const extraction = extractTxt(
      readFileSync(sharedPath("guidance", "Ofsted_SCCIF_childrens_homes.txt")),
    );
    const lines = linesOf(extraction);
    expect(extraction.info.title).toContain("SCCIF");
    expect(lines.filter((line) => line.heading === 2).length).toBeGreaterThan(10);
    expect(lines.filter((line) => line.place).length).toBeGreaterThan(100);
  });
});

describe("extractMd", () => {
  it("reads headings, lists, tables and code, marks taken off", () => {
    const extraction = md(`---
title: "Our plan: 2025"
draft: true
---
# The *plan*

1. First [step](https://x.test)
2. Second
   - **bold** part

10.3 A numbered paragraph
runs on.

| Role | Hours |
| --- | --- |
| Manager | 37 |

\`\`\`
# not a heading
\`\`\`
<div hidden>secret</div><script>alert(1)</script>
`);
    expect(extraction.info.title).toBe("Our plan: 2025");
    expect(outline(extraction)).toEqual([
      "H1 The plan",
      "- 1. First step",
      "- 2. Second",
      "- bold part",
      "10.3 A numbered paragraph runs on.",
      "| Role | Hours",
      "| Manager | 37",
      "# not a heading",
    ]);
  });

  it("has nothing to say of front matter alone", () => {
    expect(() => md("---\ntitle: x\n---\n")).toThrow("no text");
  });
});
