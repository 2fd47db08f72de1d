// Takes what stands on every page of a Word file and over its text; gives page, header, footer and contents.
import {
  type FileChild,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
} from "docx";
import type { DocumentControl, Text } from "../blocks.ts";
import { writeControl } from "../running.ts";
import { page } from "./docx-look.ts";

export function pageOf(landscape: boolean) {
  const { margin, headRoom, footRoom, shortSide, longSide } = page;
  return {
    // The package turns width and height itself.
    size: {
      width: shortSide,
      height: longSide,
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: margin + headRoom,
      bottom: margin + footRoom,
      left: margin,
      right: margin,
      header: margin - headRoom,
      footer: margin - headRoom,
    },
  };
}

/** Level of the headings that the contents begin with: a title that stands over all others is not listed under itself. */
export function firstListed({ blocks }: Text): 1 | 2 {
  const tops = blocks.flatMap((block, at) =>
    block.kind === "heading" && block.level === 1 ? [at] : [],
  );
  return tops.length === 1 && tops[0] === 0 ? 2 : 1;
}

/** Behind the title, where there is anything to list. */
export function withContents(body: readonly FileChild[], text: Text): FileChild[] {
  const from = firstListed(text);
  const listed = text.blocks.filter(
    (block) => block.kind === "heading" && block.level >= from && block.level <= 3,
  );
  if (listed.length < 2) return [...body];
  const contents = [
    new Paragraph({
      style: "TOCHeading",
      children: [new TextRun({ text: "Contents", bold: true })],
    }),
    new TableOfContents("Contents", { hyperlink: true, headingStyleRange: `${from}-3` }),
  ];
  // A block may be written as several paragraphs; the title is one.
  return text.blocks[0]?.kind === "heading"
    ? [...body.slice(0, 1), ...contents, ...body.slice(1)]
    : [...contents, ...body];
}

export function writeHeader(home: string | null, { title }: Text): Paragraph {
  return new Paragraph({
    style: "Header",
    children: [new TextRun([home, title].filter((part) => part !== null).join(" | "))],
  });
}

/** Page numbers stand in a line of their own: readers of files take a line for one statement. */
export function writeFooter(control: DocumentControl): Paragraph[] {
  const said = writeControl(control);
  const numbers = ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return [
    ...(said === "" ? [] : [new Paragraph({ style: "Footer", text: said })]),
    new Paragraph({
      style: "Footer",
      alignment: "right",
      children: [new TextRun({ children: numbers })],
    }),
  ];
}
