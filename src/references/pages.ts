// Reads pages, and the paragraphs that are named with a page.
import { type Path, type Read, readDecimalPath, readNumberAlone } from "./number-paths.ts";
import { romanValue } from "../place/labels.ts";
import { isMark, type Token, type Tokens } from "./tokens.ts";
import { readItems, readPlaces, toTargets } from "./items.ts";
import type { PageRange } from "./reference.ts";
import { type ProvisionRead, readAs, type Scan } from "./scan.ts";
import { headOf } from "./grammar-words.ts";

/** Labels of pages as numbers; null for the end gives a single page. */
export function pageRangeOf(from: string, to: string | null): PageRange {
  const first = Number.parseInt(from, 10);
  return { from: first, to: to === null ? first : Number.parseInt(to, 10) };
}

/** "53", and as books number their opening pages and their annexes: "iv", "A-3". */
function readPageLabel(tokens: Tokens, at: number): Read<Path> | null {
  const token = tokens[at];
  if (token?.type !== "word") return readNumberAlone(tokens, at);
  if (token.text === token.lower && romanValue(token.text) !== null)
    return { value: [token.text], next: at + 1 };
  const [dash, number] = [tokens[at + 1], tokens[at + 2]];
  const joined = /^[A-Z]$/.test(token.text) && isMark(dash, "-") && dash?.gap === 0;
  if (!joined || number?.type !== "number" || number.gap !== 0) return null;
  return { value: [`${token.text}-${number.text}`], next: at + 3 };
}

/** "53", "41-51", "53, paragraph 10.8", ": 53 (paragraphs 10.12, 10.13)" after the word "page". */
export function readPages(
  scan: Scan,
  at: number,
  plural: boolean,
  readInside: (scan: Scan, at: number) => ProvisionRead | null,
): ProvisionRead | null {
  const { tokens } = scan;
  const number = isMark(tokens[at], ":") ? at + 1 : at;
  const items = readItems(tokens, number, { readPath: readPageLabel, plural, tails: false });
  if (items === null) return null;
  const targets = toTargets("page", items.value);
  const [only] = items.value;
  if (only !== undefined && !/^\d/.test(only.labels[0] ?? "")) return readAs(targets, items.next);
  const paired =
    items.value.length > 1 || only === undefined ? null : readPaired(scan, items.next, readInside);
  if (paired === null || only === undefined) {
    return readAs(targets, items.next);
  }
  return { ...paired, pages: pageRangeOf(only.labels[0] ?? "", only.to?.labels[0] ?? null) };
}

/** The paragraphs named after a page: ", paragraph 10.8", "(paragraphs 10.12, 10.13)", ", 10.8". */
export function readPaired(
  scan: Scan,
  at: number,
  readInside: (scan: Scan, at: number) => ProvisionRead | null,
): ProvisionRead | null {
  const { tokens } = scan;
  const open = isMark(tokens[at], "(");
  const start = open || isMark(tokens[at], ",", ";", ":") ? at + 1 : at;
  const word = tokens[start];
  if (word === undefined || word.gap > 2) return null;
  const read =
    word.type === "dotted"
      ? readNumbers(scan, start, at)
      : startsPlace(word)
        ? readInside(scan, start)
        : null;
  if (read === null || read.targets.some((target) => target.relative !== null)) return null;
  if (!open) return read;
  return isMark(tokens[read.next], ")") ? { ...read, next: read.next + 1 } : null;
}

function startsPlace(word: Token): boolean {
  const key = headOf(word)?.key;
  return key === "para" || key === "annex" || isMark(word, "¶");
}

/** Decimals without the word "paragraph": only after a comma or bracket. */
function readNumbers(scan: Scan, start: number, at: number): ProvisionRead | null {
  if (start === at) return null;
  const options = { readPath: readDecimalPath, plural: true, tails: true };
  return readPlaces("para", scan.tokens, start, options);
}
