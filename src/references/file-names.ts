// Finds names of files in a text, so that a source line ("File: Plan 2026.pdf, Page: 12") names its document.
import { readEndings } from "../extract/kinds.ts";
import type { MentionSpan } from "./scan.ts";
import type { Tokens } from "./tokens.ts";

/** Longest file name looked for, in characters. */
const maxName = 200;

const extensionPattern = new RegExp(`(?:${readEndings()})(?![A-Za-z0-9])`, "gi");

/** File names with the extensions that charm reads. A name with spaces is taken from "File:" onwards. */
export function findFileNames(text: string, tokens: Tokens): MentionSpan[] {
  const spans: MentionSpan[] = [];
  let token = 0;
  let floor = 0;
  for (const match of text.matchAll(extensionPattern)) {
    const end = match.index + match[0].length;
    const start = nameStart(text, match.index, floor);
    floor = end;
    if (start >= match.index) continue;
    while (token < tokens.length && (tokens[token]?.start ?? 0) < start) token += 1;
    const from = token;
    while (token < tokens.length && (tokens[token]?.start ?? 0) < end) token += 1;
    if (token === from || tokens[from]?.type === "url") continue;
    const written = text.slice(start, end);
    const facts = { instrument: null, year: null, number: null, version: null };
    const mention = { kind: "file", written, name: written, ...facts } as const;
    spans.push({ mention, from, to: token, address: null });
  }
  return spans;
}

function nameStart(text: string, dot: number, floor: number): number {
  const limit = Math.max(floor, dot - maxName);
  const line = limit + text.slice(limit, dot).lastIndexOf("\n") + 1;
  const label = /\bfile:\s*/i.exec(text.slice(line, dot));
  if (label !== null) return line + label.index + label[0].length;
  let start = dot;
  while (start > limit && !/[\s"'`()[\]<>,;:]/.test(text[start - 1] ?? " ")) start -= 1;
  return start;
}

/** Documents that a file name means: by the whole path where one is given that fits, else by the name alone. */
export function documentsOfFile<D extends { readonly file: string }>(
  written: string,
  documents: readonly D[],
): D[] {
  const wanted = foldPath(written);
  const name = wanted.split("/").at(-1);
  const named = documents.filter(({ file }) => foldPath(file).split("/").at(-1) === name);
  const whole = named.filter(({ file }) => foldPath(file) === wanted);
  return whole.length > 0 ? whole : named;
}

/** Case, spaces, underscores and percent signs folded. */
function foldPath(path: string): string {
  return path
    .toLowerCase()
    .replaceAll("\\", "/")
    .replaceAll(/%20|[^\p{L}\p{N}./]+/gu, "");
}
