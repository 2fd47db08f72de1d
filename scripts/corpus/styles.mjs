// The measures of a printed page and the styles of its blocks; lengths in points.

/** A4. */
export const page = { width: 595.28, height: 841.89, left: 70, right: 70, top: 84, bottom: 92 };

export const textWidth = page.width - page.left - page.right;

/** Baselines of the running header, the disclaimer and the page number. */
export const furniture = {
  header: 46,
  disclaimer: page.height - 58,
  pageNumber: page.height - 42,
  size: 8,
};

const body = {
  size: 10.5,
  leading: 14.6,
  before: 0,
  after: 6.5,
  indent: 0,
  hang: 0,
  bold: false,
  italic: false,
};

const headings = [
  { ...body, size: 22, leading: 27, after: 14, bold: true },
  { ...body, size: 15, leading: 19, before: 16, after: 8, bold: true },
  { ...body, size: 12, leading: 15.5, before: 12, after: 5, bold: true },
  { ...body, size: 10.5, leading: 14.6, before: 7, after: 4, bold: true },
];

/** Space that each level of an entry's number is set in by. */
const entryIndent = 15;

export const table = { size: 9.2, leading: 12, padding: 4, after: 12, rule: 0.6 };

/** The style of a heading, paragraph, list item or note. */
export function styleOf(block) {
  if (block.kind === "heading") return headings[block.level - 1];
  if (block.kind === "item") return { ...body, after: 3.5, indent: 16, hang: 0 };
  if (block.kind === "note")
    return { ...body, size: 9.8, leading: 13.4, indent: 12, italic: true, after: 8 };
  return { ...body, indent: block.depth * entryIndent };
}

/** The standard font that prints a run. */
export function fontOf(run) {
  if (run.bold) return run.italic ? "Helvetica-BoldOblique" : "Helvetica-Bold";
  return run.italic ? "Helvetica-Oblique" : "Helvetica";
}
