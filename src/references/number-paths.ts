// Reads the small parts of a reference from tokens: bracketed labels, numbers with their labels, list separators.
import { normaliseLabel, romanValue } from "../place/labels.ts";
import { isMark, isWord, isYear, type Token, type Tokens } from "./tokens.ts";
import { notLabels, numberOfWord } from "./grammar-words.ts";

/** Something read, and the index of the token after it. */
export interface Read<T> {
  readonly value: T;
  readonly next: number;
}

/** Labels of one place, outermost first: 28, 2 and c of "28(2)(c)". */
export type Path = readonly string[];

/** Deepest nesting that UK drafting uses, with room to spare. */
const maxDepth = 8;

/** One label in brackets: "(2)", "( c )", "(ii)", "(1A)", "(za)". */
export function readGroup(tokens: Tokens, at: number): Read<string> | null {
  if (!isMark(tokens[at], "(")) return null;
  const inner = tokens[at + 1];
  if (inner === undefined || inner.gap > 1) return null;
  if (inner.type === "number" && /^\d{1,3}[A-Z]{0,3}$/.test(inner.text)) {
    const suffix = tokens[at + 2];
    if (suffix?.type === "word" && suffix.gap === 0 && suffix.text.length === 1) {
      return closeGroup(tokens, at + 3, inner.text + suffix.text);
    }
    return closeGroup(tokens, at + 2, inner.text);
  }
  if (inner.type !== "word" || !isLetterLabel(inner.text)) return null;
  return closeGroup(tokens, at + 2, inner.text);
}

function closeGroup(tokens: Tokens, at: number, label: string): Read<string> | null {
  const close = tokens[at];
  if (!isMark(close, ")") || (close?.gap ?? 0) > 1) return null;
  return { value: normaliseLabel(label), next: at + 1 };
}

/** (a), (ii), (aa), (za); not "(if)", "(UK)". */
function isLetterLabel(text: string): boolean {
  if (text.length === 1) return /[A-Za-z]/.test(text);
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return false;
  const lower = text.toLowerCase();
  if (romanValue(lower) !== null) return true;
  return /^[a-z]{2}$/.test(lower) && !notLabels.has(lower);
}

/** Labels in brackets one after another: "(2)(c)(ii)", "(2) (c)". May be none. */
export function readGroups(tokens: Tokens, at: number): Read<Path> {
  const labels: string[] = [];
  let next = at;
  while (labels.length < maxDepth) {
    if ((tokens[next]?.gap ?? 3) > 1) break;
    const group = readGroup(tokens, next);
    if (group === null) break;
    labels.push(group.value);
    next = group.next;
  }
  return { value: labels, next };
}

/** A whole number with its insertion letters: "28", "22C", "1a"; not a year, not part of a longer word or number. */
export function readNumber(tokens: Tokens, at: number): Read<string> | null {
  const token = tokens[at];
  if (token === undefined || token.type !== "number" || !/^\d{1,4}[A-Z]{0,3}$/.test(token.text)) {
    return null;
  }
  if (isYear(token)) return null;
  const after = tokens[at + 1];
  if (after === undefined || after.gap > 0) return { value: token.text, next: at + 1 };
  if (after.type === "word") {
    const single =
      /^[a-z]$/.test(after.text) && (tokens[at + 2]?.gap !== 0 || !isWordLike(tokens[at + 2]));
    return single ? { value: normaliseLabel(token.text + after.text), next: at + 2 } : null;
  }
  if (isMark(after, "/", "%", "°", ":") && isNumeric(tokens[at + 2])) return null;
  if (isMark(after, "%", "°")) return null;
  if (isMark(after, ",", ".") && isThousands(tokens[at + 2])) return null;
  return { value: token.text, next: at + 1 };
}

function isWordLike(token: Token | undefined): boolean {
  return token?.type === "word" || isNumeric(token);
}

function isNumeric(token: Token | undefined): boolean {
  return token?.gap === 0 && (token.type === "number" || token.type === "dotted");
}

/** "1,250": three digits right after a comma. */
function isThousands(token: Token | undefined): boolean {
  return token?.gap === 0 && token.type === "number" && /^\d{3}$/.test(token.text);
}

/** A number without labels, as a list reads it. */
export function readNumberAlone(tokens: Tokens, at: number): Read<Path> | null {
  const number = readNumber(tokens, at);
  return number && { value: [number.value], next: number.next };
}

/** A number and the labels below it: "28(2)(c)", "28 (2) (c)", "28.2.c", "40)(4)(a)". */
export function readNumberPath(tokens: Tokens, at: number): Read<Path> | null {
  const token = tokens[at];
  if (token?.type === "dotted") {
    const labels = token.text.split(".").map(normaliseLabel);
    if (labels.length > 5 || labels.some((label) => label.length > 4)) return null;
    const groups = readGroups(tokens, at + 1);
    return { value: [...labels, ...groups.value], next: groups.next };
  }
  const number = readNumber(tokens, at) ?? readStrayNumber(tokens, at);
  if (number === null) return null;
  const groups = readGroups(tokens, skipStrayBracket(tokens, number.next));
  const next = groups.value.length === 0 ? number.next : groups.next;
  return { value: [number.value, ...groups.value], next };
}

/** The same, the number being a whole one: no "28.2.c". */
export function readWholePath(tokens: Tokens, at: number): Read<Path> | null {
  return tokens[at]?.type === "dotted" ? null : readNumberPath(tokens, at);
}

/** "(40)(4)(e)": a bracket put round the number too. */
function readStrayNumber(tokens: Tokens, at: number): Read<string> | null {
  const group = readGroup(tokens, at);
  if (group === null || !/^\d/.test(group.value)) return null;
  return readGroup(tokens, group.next) === null ? null : group;
}

/** "40)(4)(a)": the opening bracket was forgotten. */
function skipStrayBracket(tokens: Tokens, at: number): number {
  const close = tokens[at];
  const open = tokens[at + 1];
  const stray = isMark(close, ")") && close?.gap === 0 && isMark(open, "(") && open?.gap === 0;
  return stray && readGroup(tokens, at + 1) !== null ? at + 1 : at;
}

/** A paragraph number of guidance: "10.13", "1.2.3", with labels below it: "10.13(a)". */
export function readDecimalPath(tokens: Tokens, at: number): Read<Path> | null {
  const token = tokens[at];
  if (token?.type !== "dotted" || !/^\d{1,3}(?:\.\d{1,3}){1,3}$/.test(token.text)) return null;
  const after = tokens[at + 1];
  if (after?.gap === 0 && (after.type === "word" || isMark(after, "%", "°"))) return null;
  const groups = readGroups(tokens, at + 1);
  return { value: [token.text, ...groups.value], next: groups.next };
}

/** The same, letters behind further points among the labels: "3.2.b". */
export function readLetteredPath(tokens: Tokens, at: number): Read<Path> | null {
  const token = tokens[at];
  const [, number, letters] =
    /^(\d{1,3}(?:\.\d{1,3}){1,3})((?:\.[a-z]{1,4})+)$/.exec(token?.text ?? "") ?? [];
  if (token?.type !== "dotted" || number === undefined) return readDecimalPath(tokens, at);
  const groups = readGroups(tokens, at + 1);
  const labels = (letters ?? "").split(".").slice(1).map(normaliseLabel);
  return { value: [number, ...labels, ...groups.value], next: groups.next };
}

/** "3", "two", "III": the number of a Part or Chapter, given in figures. */
export function readOrdinal(tokens: Tokens, at: number): Read<Path> | null {
  const token = tokens[at];
  if (token?.type === "word") {
    const value =
      numberOfWord(token.lower) ??
      (token.text === token.text.toUpperCase() ? romanValue(token.text) : null);
    return value === null ? null : { value: [String(value)], next: at + 1 };
  }
  return readNumberAlone(tokens, at);
}

export type Separator = "comma" | "and" | "range" | "semicolon";

/** What joins two items of a list: "," "and" "&" "and/or" ", and" ";" or the dash or "to" of a range. */
export function readSeparator(tokens: Tokens, at: number): Read<Separator> | null {
  const token = tokens[at];
  if (token === undefined || token.gap > 2) return null;
  if (isMark(token, "-") && token.gap <= 1) {
    // "paragraph (1)— (3) In …": a dash with space on one side only leads on to something else.
    return token.gap === tokens[at + 1]?.gap ? { value: "range", next: at + 1 } : null;
  }
  if (isWord(token, "to", "through")) return { value: "range", next: at + 1 };
  const conjunction = readConjunction(tokens, at);
  if (conjunction !== null) return conjunction;
  if (isMark(token, ",")) {
    return readConjunction(tokens, at + 1) ?? { value: "comma", next: at + 1 };
  }
  return isMark(token, ";") ? { value: "semicolon", next: at + 1 } : null;
}

function readConjunction(tokens: Tokens, at: number): Read<Separator> | null {
  const token = tokens[at];
  if (!isWord(token, "and", "or") && !isMark(token, "&")) return null;
  const both = isMark(tokens[at + 1], "/") && isWord(tokens[at + 2], "or");
  return { value: "and", next: both ? at + 3 : at + 1 };
}
