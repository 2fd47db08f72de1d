// Reads shapes that are references only by their look: "28(2)(c)", "(40)(4)(e)", "10.13".
import { type ListOptions, readPlaces } from "./items.ts";
import type { ProvisionRead, Scan } from "./scan.ts";
import { isMark, type Token, type Tokens } from "./tokens.ts";
import { type Path, type Read, readDecimalPath, readGroup, readWholePath } from "./number-paths.ts";
import { nonParagraphLeads, quantityWords } from "./grammar-words.ts";

/** A bare reference at this token; null when its surroundings make it an amount, a date, a version or a time. */
export function readBare(scan: Scan, at: number): ProvisionRead | null {
  const { tokens } = scan;
  const token = tokens[at] as Token;
  if (token.type === "dotted") {
    const options = { readPath: readBareDecimal, plural: true, tails: false };
    return isStart(tokens, at) ? readBarePlaces("para", scan, at, options) : null;
  }
  if (token.type !== "number" && !isMark(token, "(")) return null;
  if (!isStart(tokens, at) || !startsPath(scan, at)) return null;
  return readBarePlaces("reg", scan, at, { readPath: readNestedPath, plural: false, tails: true });
}

/** Nothing before the number makes it part of something else. */
function isStart(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at] as Token;
  if (before === undefined) return true;
  if (isMark(before, "£", "$", "€")) return false;
  if (token.gap === 0) return isMark(before, "(", "[", '"', "'", "“", "‘", "*", "|", ",", ";");
  if (before.type === "word" && nonParagraphLeads.has(before.lower)) return false;
  // "£10.13 - 12.50": the second amount of a range.
  return !(isMark(before, "-") && isMark(tokens[at - 3], "£", "$", "€"));
}

/** "28(2)" with the bracket close; spaces between only where several labels or the whole text show what is meant. */
function startsPath(scan: Scan, at: number): boolean {
  const { tokens } = scan;
  const token = tokens[at] as Token;
  if (isMark(token, "(")) {
    const first = readGroup(tokens, at);
    if (first === null || !/^\d/.test(first.value)) return false;
    const second = readGroup(tokens, first.next);
    return second !== null && /^\d/.test(second.value) && tokens[first.next]?.gap === 0;
  }
  const open = tokens[at + 1];
  const stray = isMark(open, ")") && open?.gap === 0;
  if (stray) return isMark(tokens[at + 2], "(") && tokens[at + 2]?.gap === 0;
  if (open?.gap === 0) return true;
  const first = readGroup(tokens, at + 1);
  return first !== null && (scan.alone || readGroup(tokens, first.next) !== null);
}

function readNestedPath(tokens: Tokens, at: number): Read<Path> | null {
  const path = readWholePath(tokens, at);
  return path === null || path.value.length < 2 ? null : path;
}

function readBarePlaces(
  prefix: string,
  scan: Scan,
  at: number,
  options: ListOptions,
): ProvisionRead | null {
  const places = readPlaces(prefix, scan.tokens, at, options);
  return places && { ...places, bare: true };
}

/** "10.13" with at most two figures on each side: not 3.141, not 12.03.2026, not "10.30 am". */
function readBareDecimal(tokens: Tokens, at: number): Read<Path> | null {
  const token = tokens[at];
  if (token?.type !== "dotted" || !/^\d{1,2}\.\d{1,2}$/.test(token.text)) return null;
  if (/\.0\d?$/.test(token.text)) return null;
  const after = tokens[at + 1];
  if (after?.type === "word" && after.gap < 2 && quantityWords.has(after.lower)) return null;
  if (after?.gap === 0 && isMark(after, "%", "/", ":", "°")) return null;
  return readDecimalPath(tokens, at);
}
