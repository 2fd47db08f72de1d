// Takes pieces of paragraphs, kept, come or gone; gives them as the runs of a paragraph with tracked changes.
import type { Piece } from "./redline-blocks.ts";

export type Fate = "kept" | "come" | "gone";

/** Numbers tracked changes, and knows what the file holds that gone words may refer to. */
export interface Tracker {
  /** Attributes of the next tracked change. There is no date: the same files, the same bytes. */
  readonly sign: () => string;
  /** Id in the new file of a footnote of the old one. */
  readonly noteOf: (id: string) => string;
  /** Whether the new file has a style, or a list. */
  readonly hasStyle: (id: string) => boolean;
  readonly hasList: (id: string) => boolean;
}

const tags = { come: "w:ins", gone: "w:del" } as const;

/** Pieces of one fate and one look are one run. */
export function writePieces(
  pieces: readonly { readonly fate: Fate; readonly piece: Piece }[],
  tracker: Tracker,
): string {
  let written = "";
  let at = 0;
  while (at < pieces.length) {
    const first = pieces[at];
    if (first === undefined) break;
    let end = at + 1;
    if (!first.piece.beside)
      while (
        pieces[end]?.fate === first.fate &&
        pieces[end]?.piece.beside === false &&
        pieces[end]?.piece.properties === first.piece.properties
      )
        end += 1;
    written += writeRun(
      first.fate,
      pieces.slice(at, end).map(({ piece }) => piece),
      tracker,
    );
    at = end;
  }
  return written;
}

function writeRun(fate: Fate, pieces: readonly Piece[], tracker: Tracker): string {
  const [first] = pieces;
  if (first === undefined) return "";
  const content = pieces.map(({ raw }) => raw).join("");
  if (first.beside) return writeBeside(fate, first, tracker);
  const properties = first.properties === "" ? "" : `<w:rPr>${first.properties}</w:rPr>`;
  const run = `<w:r>${properties}${fate === "gone" ? toGone(content, tracker) : joinTexts(content)}</w:r>`;
  return fate === "kept" ? run : wrap(run, fate, tracker);
}

function wrap(runs: string, fate: "come" | "gone", { sign }: Tracker): string {
  return runs === "" ? "" : `<${tags[fate]}${sign()}>${runs}</${tags[fate]}>`;
}

const simpleField = /^<w:fldSimple\b[^>]*? w:instr="([^"]*)"[^>]*>(.*)<\/w:fldSimple>$/s;
const link = /^(<w:hyperlink\b[^>]*>)(.*)(<\/w:hyperlink>)$/s;

/** Links and fields hold the change; what is gone is words alone, since what it led to may be gone too. */
function writeBeside(fate: Fate, { key, raw }: Piece, tracker: Tracker): string {
  // Bookmarks are the new file's.
  if (key === "") return fate === "gone" ? "" : raw;
  if (fate === "kept") return raw;
  if (fate === "gone") {
    const runs = raw.match(/<w:r\b.*?<\/w:r>/gs) ?? [];
    return wrap(runs.map((run) => toGone(run, tracker)).join(""), fate, tracker);
  }
  const [, instruction, result = ""] = simpleField.exec(raw) ?? [];
  if (instruction !== undefined) {
    // A simple field would stay behind, empty, where the change is refused.
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = `<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>`;
    return wrap(mark("begin") + code + mark("separate") + result + mark("end"), fate, tracker);
  }
  const [, open, inner = "", close] = link.exec(raw) ?? [];
  return open === undefined ? raw : `${open}${wrap(inner, fate, tracker)}${close ?? ""}`;
}

/** Words of one run that were cut apart. */
function joinTexts(content: string): string {
  return content.replaceAll('</w:t><w:t xml:space="preserve">', "");
}

const pictures = /<w:(drawing|pict|object)\b.*?<\/w:\1>/gs;

function toGone(content: string, { noteOf }: Tracker): string {
  return joinTexts(content)
    .replaceAll(/<w:t(?=[\s>])/g, "<w:delText")
    .replaceAll("</w:t>", "</w:delText>")
    .replaceAll(/<(\/?)w:instrText(?=[\s>])/g, "<$1w:delInstrText")
    .replaceAll(pictures, "<w:delText>[picture]</w:delText>")
    .replaceAll(
      /(<w:footnoteReference\b[^>]*? w:id=")([^"]*)"/g,
      (_whole, before: string, id: string) => `${before}${noteOf(id)}"`,
    );
}
