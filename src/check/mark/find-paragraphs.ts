// Takes the main part of a Word document as it is written; gives its paragraphs, with where marks can be put into it.

/** A paragraph of the text itself; those in its text boxes are part of it. */
export interface PlacedParagraph {
  readonly text: string;
  /** Offset behind its properties. */
  readonly start: number;
  /** Offset of its end tag. */
  readonly end: number;
}

const tag = /<(\/?)w:(p|t|tab|br)(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

/** @param xml with the prefix `w:` for the words of the document, as all programs write it */
export function findParagraphs(xml: string): PlacedParagraph[] {
  const paragraphs: PlacedParagraph[] = [];
  let depth = 0;
  let start = 0;
  let text = "";
  let words = -1;
  for (const match of xml.matchAll(tag)) {
    const [whole, closing, name, empty] = match;
    const after = match.index + whole.length;
    if (name === "p" && empty !== "/") {
      depth += closing === "/" ? -1 : 1;
      if (closing === "" && depth === 1) {
        start = behindProperties(xml, after);
        text = "";
      } else if (closing === "/" && depth === 0) {
        paragraphs.push({ text: unescape(text), start, end: match.index });
      } else text += " ";
    } else if (name === "t" && empty !== "/") {
      if (closing === "/" && words >= 0) text += xml.slice(words, match.index);
      words = closing === "/" ? -1 : after;
    } else if (name !== "t" && name !== "p") text += " ";
  }
  return paragraphs;
}

const properties = /<(\/?)w:pPr(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

/** Properties come first in a paragraph, and may hold those that it had before a change. */
function behindProperties(xml: string, from: number): number {
  if (!/^\s*<w:pPr[\s/>]/.test(xml.slice(from, from + 200))) return from;
  properties.lastIndex = from;
  let depth = 0;
  for (;;) {
    const match = properties.exec(xml);
    if (match === null) return from;
    const [whole, closing, empty] = match;
    if (empty !== "/") depth += closing === "/" ? -1 : 1;
    if (depth === 0) return match.index + whole.length;
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescape(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return entities[name] ?? whole;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
