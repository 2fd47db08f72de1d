// Takes a page of a PDF; gives its text as runs in the direction it reads, with the lines drawn around it.
import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api.js";
import { firstOfEach, groupBy } from "../../lists.ts";
import { noAnnotations, readAnnotations } from "./annotations.ts";
import { directionOf, turnedFrame, type Direction } from "./directions.ts";
import type { LeftOut } from "../page.ts";
import { findEdges, noEdges } from "./drawn-edges.ts";
import type { DrawnPage } from "./drawn-page.ts";
import { readDrawnPage } from "./drawn-text.ts";
import { learnFonts, type FontLook } from "./font-looks.ts";
import { addFormValues } from "./form-values.ts";
import { findHidden, listGlyphs, listOutside } from "./glyphs.ts";
import { apply, multiply, toMatrix, type Matrix } from "./matrix.ts";
import { hasSideBySideText } from "./side-by-side.ts";
import { joinSpacedLetters } from "./spaced-letters.ts";
import { type Appearance, partHidden, type TextItem } from "./text-items.ts";
import type { RunPage, TextRun } from "./text-run.ts";

/** What is left out of a page. */
export type PageLeftOut = Pick<LeftOut, "text" | "reason">;

const nothingDrawn: DrawnPage = { shows: [], areas: [], strokes: [] };

export interface PageParts {
  readonly main: RunPage;
  /** Text that runs in other directions, such as a table turned to fit the page. */
  readonly turned: readonly RunPage[];
  /** Share of its characters that the fonts give no letter for, from 0 to 1. */
  readonly unmapped: number;
  readonly leftOut: readonly PageLeftOut[];
  /** Names of files that are attached to a place on the page. */
  readonly files: readonly string[];
}

/** Less text than this against the page's direction is a stamp or a label in a margin, in characters. */
const fewestTurned = 200;

/** Labels in a figure are smaller than this, in points. */
const largeType = 20;

interface Item extends TextItem, Appearance {
  /** White space was drawn before it. */
  readonly spaced: boolean;
  readonly direction: Direction;
}

export async function readParts(
  page: PDFPageProxy,
  label: string | null,
  fonts: Map<string, FontLook>,
): Promise<PageParts> {
  const content = await page.getTextContent();
  await learnFonts(page, content.items, fonts);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = toMatrix(transform as number[]);
  const notes = await page.getAnnotations().then(
    (raw) => readAnnotations(raw, page.view),
    () => noAnnotations,
  );
  const painted = await readDrawnPage(page).catch(() => nothingDrawn);
  const drawn = { ...painted, strokes: [...painted.strokes, ...notes.strikes] };
  const { items, leftOut } = readItems(content.items, view, drawn, page.view);
  const { groups, turned: dropped } = byDirection(items);
  const pages: RunPage[] = [];
  for (const [direction, group] of groups) {
    const frame = turnedFrame(direction, width, height);
    const turned = multiply(frame.matrix, view);
    const runs = dropRepeats(group.map((item) => toRun(item, turned, fonts)));
    const edges = hasSideBySideText(runs) ? await findEdges(page, turned) : noEdges;
    const size = { width: frame.width, height: frame.height };
    pages.push({ label, ...size, runs, ...edges });
  }
  if (notes.fields.length > 0) {
    const upright = groups[0]?.[0] === 0 ? pages.shift() : null;
    const { runs, ...rest } = upright ?? { label, width, height, runs: [], ...noEdges };
    pages.unshift({ ...rest, runs: addFormValues(runs, notes.fields, view) });
  }
  const [main, ...others] = pages;
  const blank = { label, width, height, runs: [], ...noEdges };
  const comments = notes.comments.map((text) => ({ text, reason: "comment" as const }));
  const unseen = notes.unseen.map((text) => ({ text, reason: "invisible" as const }));
  return {
    main: main ?? blank,
    turned: others,
    unmapped: unmappedShare(items),
    leftOut: [...leftOut, ...dropped, ...comments, ...unseen],
    files: notes.files,
  };
}

/**
 * Fonts without a table of their letters give control characters, replacement characters, or characters of the
 * private use area; those of U+F000 to F0FF are the usual bullets of symbol fonts, and fine.
 */
function unmappedShare(items: readonly Item[]): number {
  let all = 0;
  let unmapped = 0;
  for (const { str } of items) {
    all += str.replace(/\s/g, "").length;
    unmapped += str.match(/(?![\s\uF000-\uF0FF])[\p{Cc}\p{Co}\uFFFD]/gu)?.length ?? 0;
  }
  return all === 0 ? 0 : unmapped / all;
}

function readItems(
  raw: readonly object[],
  view: Matrix,
  drawn: DrawnPage,
  box: readonly number[],
): { items: Item[]; leftOut: PageLeftOut[] } {
  const read: Omit<Item, keyof Appearance>[] = [];
  const leftOut: PageLeftOut[] = [];
  let spaced = true;
  for (const item of raw) {
    if (!("str" in item)) continue;
    const text = item as TextItem & { readonly hasEOL: boolean };
    if (text.str.trim() === "") {
      spaced = true;
      continue;
    }
    // Slanting text is a watermark, or a label in a figure.
    const placed = multiply(view, toMatrix(text.transform as number[]));
    const direction = directionOf(placed);
    const slanting = Math.hypot(placed[2], placed[3]) < largeType ? "turned" : "watermark";
    if (direction === null) leftOut.push({ text: text.str, reason: slanting });
    else read.push({ ...text, spaced, direction });
    spaced = text.hasEOL;
  }
  const { items, hidden } = partHidden(read, findHidden(drawn, box));
  const joined = joinSpacedLetters(items, () => listGlyphs(drawn));
  const outside = listOutside(drawn, box)
    .filter((text) => !hidden.some((one) => one.text.includes(text)))
    .map((text) => ({ text, reason: "invisible" as const }));
  return { items: joined, leftOut: [...leftOut, ...hidden, ...outside] };
}

/** Upright text first, and then what is turned, if it is most of the page or enough to be worth reading. */
function byDirection(items: readonly Item[]): {
  groups: [Direction, Item[]][];
  turned: PageLeftOut[];
} {
  const groups = groupBy(items, ({ direction }) => direction);
  const length = (group: readonly Item[]) => group.reduce((sum, item) => sum + item.str.length, 0);
  const most = Math.max(...[...groups.values()].map(length));
  const isRead = (direction: Direction, group: readonly Item[]) =>
    direction === 0 || length(group) >= fewestTurned || length(group) === most;
  return {
    groups: [...groups]
      .filter(([direction, group]) => isRead(direction, group))
      .sort(
        ([a, g], [b, h]) => Number(b === 0) - Number(a === 0) || length(h) - length(g) || a - b,
      ),
    turned: [...groups]
      .filter(([direction, group]) => !isRead(direction, group))
      .flatMap(([, group]) => group.map(({ str }) => ({ text: str, reason: "turned" as const }))),
  };
}

function toRun(item: Item, view: Matrix, fonts: ReadonlyMap<string, FontLook>): TextRun {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
  const [x, y] = apply(view, e, f);
  const look = fonts.get(item.fontName);
  return {
    text: item.str,
    left: x,
    right: x + item.width,
    baseline: y,
    size: Math.hypot(c, d) || Math.hypot(a, b),
    font: look?.name ?? item.fontName,
    bold: look?.bold ?? false,
    italic: look?.italic ?? false,
    spaced: item.spaced,
    pale: item.pale,
    goesOn: item.goesOn,
  };
}

/** Text drawn twice for a bold effect comes as two runs on one spot; one is enough. */
function dropRepeats(runs: readonly TextRun[]): TextRun[] {
  return firstOfEach(
    runs,
    ({ text, left, baseline }) => `${text}\u0000${Math.round(left)}\u0000${Math.round(baseline)}`,
  );
}
