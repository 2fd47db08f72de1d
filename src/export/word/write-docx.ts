// Takes a text; gives a Word file of it: headings, contents, tables, footnotes for citations, header and footer.
import {
  Bookmark,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  Paragraph,
  TextRun,
} from "docx";
import { estimatePageNumbers } from "docx/layout";
import type { Block, ListItem, Text } from "../blocks.ts";
import type { Running } from "../running.ts";
import { partsOf } from "../wide-tables.ts";
import { firstListed, pageOf, withContents, writeFooter, writeHeader } from "./docx-frame.ts";
import {
  bulletLevels,
  bullets,
  deepestList,
  numberLevels,
  stylesOf,
  textWidth,
} from "./docx-look.ts";
import { type ContentsPages, settleDocx } from "./settle-docx.ts";
import { sourceAnchor, writeNote, writeRuns, type Writing } from "./write-runs.ts";
import { writeTable } from "./write-table.ts";

export interface DocxOptions {
  /** What tables are as wide as, in twentieths of a point; null for that of the page, which is turned where one needs it. */
  readonly room: number | null;
  readonly pages: ContentsPages;
}

/** Where a block stands. */
interface Around {
  /** Lists around it. */
  readonly depth: number;
  readonly quoted: boolean;
}

/**
 * The same text, the same bytes.
 * @throws CharmError `export-columns`
 */
export async function writeDocx(
  text: Text,
  running: Running,
  { room, pages }: DocxOptions,
): Promise<Uint8Array> {
  const writing: Writing = { text, width: 0, notes: [], noted: new Map(), starts: [] };
  const parts = room === null ? partsOf(text.blocks) : [{ turned: false, blocks: text.blocks }];
  const bodies = parts.map(({ turned, blocks }) => {
    const own = { ...writing, width: room ?? textWidth(turned) };
    return blocks.flatMap((block) => writeBlock(block, own, { depth: 0, quoted: false }));
  });
  const footnotes = writing.notes.map((citation, at) => [
    at + 1,
    { children: [new Paragraph({ children: writeNote(citation, text) })] },
  ]);
  const frame = {
    headers: { default: new Header({ children: [writeHeader(running.home, text)] }) },
    footers: { default: new Footer({ children: writeFooter(running.control) }) },
  };
  const document = new Document({
    title: text.title ?? "",
    creator: "charm",
    lastModifiedBy: "charm",
    styles: stylesOf(firstListed(text)),
    numbering: {
      config: [
        { reference: bullets, levels: bulletLevels() },
        ...writing.starts.map((start, at) => ({
          reference: `numbers-${at}`,
          levels: numberLevels(start),
        })),
      ],
    },
    footnotes: Object.fromEntries(footnotes),
    sections: parts.map(({ turned }, at) => ({
      properties: { page: pageOf(turned) },
      // Those of the first section stand on the pages of all.
      ...(at > 0 ? {} : frame),
      children: at > 0 ? (bodies[at] ?? []) : withContents(bodies[at] ?? [], text),
    })),
    // No page is counted where nobody would read it.
    ...(pages === "estimated" ? { pageNumbers: estimatePageNumbers } : {}),
  });
  const bytes = await Packer.toBuffer(document);
  return settleDocx(bytes, pages);
}

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function writeBlock(block: Block, writing: Writing, around: Around): FileChild[] {
  switch (block.kind) {
    case "heading": {
      writing.noted.clear();
      const heading = headingLevels[block.level - 1] ?? HeadingLevel.HEADING_6;
      return [new Paragraph({ heading, children: writeRuns(block.runs, writing) })];
    }
    case "paragraph":
      return [new Paragraph({ ...setting(around), children: writeRuns(block.runs, writing) })];
    case "list": {
      const reference = block.start === null ? bullets : `numbers-${writing.starts.length}`;
      if (block.start !== null) writing.starts.push(block.start);
      return block.items.flatMap((item) => writeItem(item, reference, writing, around));
    }
    case "table":
      return writeTable(block, writing);
    case "quote":
      return block.blocks.flatMap((inner) =>
        writeBlock(inner, writing, { ...around, quoted: true }),
      );
    case "code":
      return block.text
        .split("\n")
        .map(
          (line) => new Paragraph({ children: [new TextRun({ text: line, font: "Consolas" })] }),
        );
    case "rule": {
      const border = { bottom: { style: BorderStyle.SINGLE, size: 6, color: "BFBFBF", space: 1 } };
      return [new Paragraph({ border, spacing: { before: 120, after: 120 } })];
    }
  }
}

function setting({ depth, quoted }: Around): IParagraphOptions {
  return {
    ...(quoted ? { style: "Quote" } : {}),
    ...(depth > 0 ? { indent: { left: 360 * depth } } : {}),
  };
}

function writeItem(
  { blocks, source }: ListItem,
  reference: string,
  writing: Writing,
  around: Around,
): FileChild[] {
  const level = Math.min(around.depth, deepestList);
  const inner = { ...around, depth: around.depth + 1 };
  const [first, ...rest] = blocks;
  const runs = first?.kind === "paragraph" ? first.runs : [];
  const children = writeRuns(runs, writing);
  const item = new Paragraph({
    ...(around.quoted ? { style: "Quote" } : {}),
    numbering: { reference, level },
    children: source === null ? children : [new Bookmark({ id: sourceAnchor(source), children })],
  });
  const others = first?.kind === "paragraph" ? rest : blocks;
  return [item, ...others.flatMap((block) => writeBlock(block, writing, inner))];
}
