// Takes a text; gives a Word file of it: headings, contents, tables, footnotes for citations, header and footer.
import {
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type Block, type ListItem, readRuns, type Run, type Text } from "../blocks.ts";
import { pageOf, withContents, writeFooter, writeHeader } from "./docx-frame.ts";
import { columnWidths } from "./column-widths.ts";
import {
  bulletLevels,
  bullets,
  deepestList,
  headShade,
  letters,
  numberLevels,
  smallLetters,
  styles,
  tableBorders,
  textWidth,
} from "./docx-look.ts";
import type { Running } from "../running.ts";
import { noteMark, settleDocx } from "./settle-docx.ts";

interface Writing {
  readonly text: Text;
  /** Of the tables, in twentieths of a point. */
  readonly width: number;
  /** Citations that are footnotes, in order: number and id are their places, from 1. */
  readonly notes: Citation[];
  /** Number of each note since the last heading: the same again refers to it. */
  readonly noted: Map<string, number>;
  /** First number of each ordered list. */
  readonly starts: number[];
}

type Citation = Extract<Run, { kind: "cite" }>;

/** Where a block stands. */
interface Around {
  /** Lists around it. */
  readonly depth: number;
  readonly quoted: boolean;
}

/** A table of more columns is set on the long side of the page. */
const mostUpright = 5;

/**
 * The same text, the same bytes.
 * @param room what tables are as wide as, in twentieths of a point; that of the page when left out
 */
export async function writeDocx(
  text: Text,
  running: Running,
  room: number | null = null,
): Promise<Uint8Array> {
  const landscape = text.blocks.some(
    (block) => block.kind === "table" && block.head.length > mostUpright,
  );
  const width = room ?? textWidth(landscape);
  const writing: Writing = { text, width, notes: [], noted: new Map(), starts: [] };
  const body = text.blocks.flatMap((block) =>
    writeBlock(block, writing, { depth: 0, quoted: false }),
  );
  const footnotes = writing.notes.map((citation, at) => [
    at + 1,
    { children: [new Paragraph({ children: writeNote(citation, text) })] },
  ]);
  const document = new Document({
    title: text.title ?? "",
    creator: "charm",
    lastModifiedBy: "charm",
    styles,
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
    sections: [
      {
        properties: { page: pageOf(landscape) },
        headers: { default: new Header({ children: [writeHeader(running.home, text)] }) },
        footers: { default: new Footer({ children: writeFooter(running.control) }) },
        children: withContents(body, text),
      },
    ],
  });
  const bytes = await Packer.toBuffer(document);
  return settleDocx(bytes);
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

function writeTable(
  { head, rows }: Extract<Block, { kind: "table" }>,
  writing: Writing,
): FileChild[] {
  const { width } = writing;
  const isWide = head.length > mostUpright;
  const texts = [head, ...rows].map((row) => row.map(readRuns));
  const widths = columnWidths(texts, width, isWide ? smallLetters : letters);
  const cell = (runs: readonly Run[], at: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(isHead ? { shading: headShade } : {}),
      children: splitLines(runs).map(
        (line) =>
          new Paragraph({
            style: isWide ? "SmallTableText" : "TableText",
            children: writeRuns(line, writing, { isHead }),
          }),
      ),
    });
  const row = (cells: readonly (readonly Run[])[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: isHead,
      children: widths.map((_width, at) => cell(cells[at] ?? [], at, isHead)),
    });
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: tableBorders,
      rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    }),
    // Tables that touch are one in Word.
    new Paragraph({ spacing: { after: 60 } }),
  ];
}

function splitLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.kind === "break") lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}

/** @param cell of a table: null outside one */
function writeRuns(
  runs: readonly Run[],
  writing: Writing,
  cell: { readonly isHead: boolean } | null = null,
): ParagraphChild[] {
  return runs.flatMap((run, at): ParagraphChild | ParagraphChild[] => {
    if (run.kind === "break") return new TextRun({ break: 1 });
    if (run.kind === "cite")
      return cell === null ? writeCitation(run, writing) : linkSources(run.sources, writing.text);
    const { strong, italic, struck, code } = run.look;
    const set = new TextRun({
      // The number of a note stands close to the words.
      text: cell === null && runs[at + 1]?.kind === "cite" ? run.text.trimEnd() : run.text,
      ...(strong || cell?.isHead === true ? { bold: true } : {}),
      ...(italic ? { italics: true } : {}),
      ...(struck ? { strike: true } : {}),
      ...(code ? { font: "Consolas" } : {}),
      ...(run.href === null ? {} : { style: "Hyperlink" }),
    });
    return run.href === null ? set : new ExternalHyperlink({ link: run.href, children: [set] });
  });
}

/** The first of its kind under a heading is a footnote, and those that follow refer to it. */
function writeCitation(citation: Citation, { notes, noted }: Writing): ParagraphChild {
  const key = citation.notes.join("; ");
  const known = noted.get(key);
  if (known === undefined) {
    notes.push(citation);
    noted.set(key, notes.length);
    const reference = new FootnoteReferenceRun(notes.length);
    return new Bookmark({ id: noteAnchor(notes.length), children: [reference] });
  }
  return new InternalHyperlink({
    anchor: noteAnchor(known),
    children: [new TextRun({ text: String(known), style: "FootnoteReference" })],
  });
}

/** "Regulations, regulation 34(4), page 25 [1]", the number of the source leading to the list. */
function writeNote({ sources, notes }: Citation, text: Text): ParagraphChild[] {
  return sources.flatMap((source, at) => [
    new TextRun(`${at > 0 ? "; " : " "}${notes[at] ?? ""} `),
    ...linkSources([source], text),
  ]);
}

/** The numbers alone: in a cell a note would stand far from what it is about, and again where the row is repeated. */
function linkSources(sources: readonly number[], text: Text): ParagraphChild[] {
  return sources.map((source) => {
    const marker = `[${text.sources[source]?.marker ?? ""}]`;
    const children = [new TextRun({ text: marker, style: "Hyperlink" })];
    return new InternalHyperlink({ anchor: sourceAnchor(source), children });
  });
}

function sourceAnchor(source: number): string {
  return `source_${source + 1}`;
}

function noteAnchor(number: number): string {
  return `${noteMark}${number}`;
}
