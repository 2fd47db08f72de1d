// Takes the text of a box, a cell or a node of a slide; gives its paragraphs and list items.
import type { FlowText } from "../flow/flow-page.ts";
import { endPiece, leaveOut, type Losses } from "../losses.ts";
import type { Package, Relation } from "../office/open-package.ts";
import { addText, closeParagraph, openParagraph, type Paragraph } from "../flow/paragraph.ts";
import { childOf, childrenOf, type Element, textOf } from "../office/read-xml.ts";
import type { Colour } from "../colour.ts";
import { openListMarks } from "./list-marks.ts";
import { type Canvas, isRunUnseen } from "./seen-runs.ts";

export interface SlideReader {
  readonly parts: Package;
  /** What the slide refers to. */
  readonly relations: readonly Relation[];
  readonly losses: Losses;
  /** Number of the slide. */
  readonly page: number;
  /** Width and height of the slides, as `Frame` counts. */
  readonly size: readonly [width: number, height: number];
  /** Level of the slide's title as a heading. */
  readonly titleLevel: number;
  /** Styles of the master for titles, bodies and other text. */
  readonly textStyles: Element | undefined;
  readonly canvas: Canvas;
  /** What lies behind the text being read; null where that is not known. */
  readonly ground: Colour | null;
}

/**
 * @param holders what the paragraphs take list marks from after their own, nearest first
 * @param heading level of the paragraphs as headings
 */
export function bodyTexts(
  body: Element,
  holders: readonly (Element | undefined)[],
  reader: SlideReader,
  heading: number | null = null,
): FlowText[] {
  const markOf = openListMarks(holders);
  return childrenOf(body, "a:p").flatMap((element) => {
    const paragraph = openParagraph();
    endPiece(reader.losses);
    for (const run of childrenOf(element)) addRun(run, paragraph, reader);
    // A paragraph without text has no mark, and counts for none.
    const mark = paragraph.text.trim() === "" ? { item: false, number: "" } : markOf(element);
    const text = closeParagraph(paragraph, { ...mark, heading });
    return text ? [text] : [];
  });
}

function addRun(run: Element, paragraph: Paragraph, reader: SlideReader): void {
  const { losses, page } = reader;
  const properties = childOf(run, "a:rPr");
  const look = properties?.attributes;
  const isOn = (name: string) => ["1", "true"].includes(look?.get(name) ?? "");
  if (run.name === "a:br") addText(paragraph, " ", { bold: false, italic: false });
  if (run.name !== "a:r" && run.name !== "a:fld") return;
  const text = textOf(childOf(run, "a:t"));
  if (isRunUnseen(properties, reader.ground, reader.canvas))
    leaveOut(losses, "hidden", text, { page, joins: true });
  else if ((look?.get("strike") ?? "noStrike") !== "noStrike")
    leaveOut(losses, "struck", text, { page, joins: true });
  else addText(paragraph, text, { bold: isOn("b"), italic: isOn("i") });
}
