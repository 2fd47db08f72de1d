// Takes the main part of a Word document as it is written; gives its paragraphs, with where marks can be put into it.

/** A paragraph of the text itself; those in its text boxes are part of it. */
export interface PlacedParagraph {
  readonly text: string;
  /** Offset behind its properties. */
  readonly start: number;
  /** Offset of its end tag. */
  readonly end: number;
  /** Notes that it refers to: "footnote:2". */
  readonly notes: readonly string[];
  /** It is the content of a control, or part of it. */
  readonly controlled: boolean;
}

const names =
  "p|t|tab|br|cr|ptab|sym|noBreakHyphen|softHyphen|del|moveFrom|sdtContent|footnoteReference|endnoteReference";
const tag = new RegExp(`<(\\/?)w:(${names})(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(\\/?)>`, "g");
/** What is deleted, or moved elsewhere, is no longer read here. */
const goneTags: ReadonlySet<string> = new Set(["del", "moveFrom"]);

/** @param xml with the prefix `w:` for the words of the document, as all programs write it */
export function findParagraphs(xml: string): PlacedParagraph[] {
  const paragraphs: PlacedParagraph[] = [];
  let [depth, gone, controls, start, words] = [0, 0, 0, 0, -1];
  let text = "";
  let notes: string[] = [];
  for (const { index, 0: whole, 1: closing, 2: name = "", 3: more = "", 4: empty } of xml.matchAll(
    tag,
  )) {
    const after = index + whole.length;
    const opens = closing !== "/" && empty !== "/";
    if (name === "p" && empty !== "/") {
      depth += opens ? 1 : -1;
      if (opens && depth === 1) {
        start = behindProperties(xml, after);
        [text, notes] = ["", []];
      } else if (!opens && depth === 0) {
        const controlled = controls > 0;
        paragraphs.push({ text: unescape(text), start, end: index, notes, controlled });
      } else text += " ";
    } else if (name === "sdtContent") {
      // Controls inside a paragraph end inside it.
      if (empty !== "/") controls += opens ? 1 : -1;
    } else if (goneTags.has(name)) {
      if (empty !== "/") gone += opens ? 1 : -1;
    } else if (name === "t") {
      if (closing === "/" && words >= 0 && gone === 0) text += xml.slice(words, index);
      words = opens ? after : -1;
    } else if (name.endsWith("Reference")) {
      const id = /\sw:id=["']([^"']*)["']/.exec(more)?.[1];
      notes.push(`${name.replace("Reference", "")}:${id ?? ""}`);
    } else if (name !== "p" && name !== "softHyphen") text += " ";
  }
  return paragraphs;
}

/** Text of each note of a part with notes, by its name as in `PlacedParagraph.notes`. */
export function findNotes(xml: string): ReadonlyMap<string, string> {
  const notes = xml.matchAll(
    /<w:(footnote|endnote)\s[^>]*?w:id=["']([^"']*)["'][^>]*>(.*?)<\/w:\1>/gs,
  );
  return new Map(
    [...notes].map(([, kind, id, content = ""]) => [
      `${kind}:${id}`,
      findParagraphs(content)
        .map(({ text }) => text)
        .join(" "),
    ]),
  );
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
