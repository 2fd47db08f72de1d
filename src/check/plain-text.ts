// Takes Markdown of one block; gives plain text and the citation markers that stood in it.

export interface Marked {
  readonly text: string;
  /** `1`, `2`, `^a`, in order. */
  readonly markers: readonly string[];
}

/** `[1]`, `[1, 2]`, `[1][2]`, `[^note]`; a link's text in brackets is followed by "(" or "[". */
const marker = /\s?\[(\^[^\]\s]+|\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\](?!\(|:)/g;

export function takeMarkers(text: string): Marked {
  const markers: string[] = [];
  const plain = text.replaceAll(marker, (_whole, inside: string) => {
    markers.push(...expand(inside));
    return "";
  });
  return { text: plain, markers };
}

/** Where the markers stand, from bracket to bracket. */
export function findMarkers(
  text: string,
): { readonly start: number; readonly end: number; readonly markers: readonly string[] }[] {
  return [...text.matchAll(marker)].map(({ index, 0: whole, 1: inside = "" }) => ({
    start: index + whole.indexOf("["),
    end: index + whole.length,
    markers: expand(inside),
  }));
}

function expand(inside: string): string[] {
  if (inside.startsWith("^")) return [inside];
  return inside.split(/\s*[,;]\s*/).flatMap((part) => {
    const [from, to] = part.split(/\s*[–-]\s*/).map(Number);
    if (from === undefined || to === undefined) return [part];
    return Array.from({ length: Math.max(0, Math.min(to - from + 1, 50)) }, (_, i) =>
      String(from + i),
    );
  });
}

/** Stand-ins for escaped characters, at the end of the last private use plane: no document has a use for them. */
const standIns = 0x10f000;

/** Markdown in which no escaped character can be taken for mark-up; `toPlainText` puts them back. */
export function hideEscapes(markdown: string): string {
  return markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, (_whole, character: string) =>
    String.fromCodePoint(standIns + character.charCodeAt(0)),
  );
}

function showEscapes(text: string): string {
  return text.replaceAll(/[\u{10f021}-\u{10f07e}]/gu, (hidden) =>
    String.fromCodePoint((hidden.codePointAt(0) ?? 0) - standIns),
  );
}

/** Emphasis, code marks, links and inline HTML taken out; white space folded. */
export function toPlainText(markdown: string): string {
  const plain = markdown
    .replaceAll(/!?\[([^\][]{0,500})\]\([^)]{0,2000}\)/g, "$1")
    .replaceAll(/<\/?[a-z][^<>]{0,1000}>/gi, "")
    .replaceAll(/\*\*|`|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)/g, "")
    .replaceAll(/(^|[\s(“"])[*_](\S(?:[^*_\n]*\S)?)[*_](?=[\s.,;:)”"]|$)/g, "$1$2")
    .replaceAll(/\s+/g, " ")
    .trim();
  return showEscapes(plain);
}
