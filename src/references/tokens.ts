// Cuts a text into the words, numbers and marks that references are made of, each with its place.

export interface Token {
  /**
   * `word`: letters, with apostrophes and inner hyphens; `number`: digits with capitals (22C); `dotted`: 10.13, 28.2.c,
   * 12.03.2026; `url`; `mark`: one other character.
   */
  readonly type: "word" | "number" | "dotted" | "url" | "mark";
  readonly text: string;
  /** Lower case, curly apostrophes and odd dashes folded. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** White space before it: 0 none, 1 spaces, 2 one line end, 3 a blank line. */
  readonly gap: 0 | 1 | 2 | 3;
}

/** A text as its tokens. */
export type Tokens = readonly Token[];

const letters = "A-Za-z\\u00c0-\\u024f";
const urlPattern = /https?:\/\/[^\s<>"')\]]+/y;
const dottedPattern = new RegExp(
  `\\d+(?:\\.(?:\\d{1,4}|[ivxl]{1,5}|[a-z])(?![\\d${letters}]))+`,
  "y",
);
const numberPattern = new RegExp(`\\d+(?:[A-Z]{1,3}(?![\\d${letters}]))?`, "y");
const wordPattern = new RegExp(
  `[${letters}]+(?:['’][${letters}]+)*(?:-[A-Za-z]{2,}(?:['’][A-Za-z]+)*)*`,
  "y",
);

const kinds: readonly (readonly [Token["type"], RegExp])[] = [
  ["url", urlPattern],
  ["dotted", dottedPattern],
  ["number", numberPattern],
  ["word", wordPattern],
];

/** Tokens of a text in order, white space left out. Linear in the length of the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let gap: 0 | 1 | 2 | 3 = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (code === 10) gap = gap >= 2 ? 3 : 2;
      else if (gap === 0) gap = 1;
      at += 1;
      continue;
    }
    const token = readToken(text, at, code, gap);
    tokens.push(token);
    at = token.end;
    gap = 0;
  }
  return tokens;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 160 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f;
}

function readToken(text: string, start: number, code: number, gap: Token["gap"]): Token {
  const digit = code >= 48 && code <= 57;
  const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0;
  for (const [type, pattern] of kinds) {
    if (type === "url" ? code !== 104 : type === "word" ? !letter : !digit) continue;
    pattern.lastIndex = start;
    if (!pattern.test(text)) continue;
    const end = type === "url" ? trimUrl(text, start, pattern.lastIndex) : pattern.lastIndex;
    const written = text.slice(start, end);
    return { type, text: written, lower: foldText(written), start, end, gap };
  }
  const mark = text.slice(start, start + 1);
  return { type: "mark", text: mark, lower: foldMark(mark), start, end: start + 1, gap };
}

function foldMark(mark: string): string {
  return mark < "\u007f" ? mark : foldText(mark);
}

/** Punctuation that ends the sentence is no part of an address. */
function trimUrl(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && ".,;:!?".includes(text[last - 1] ?? "")) last -= 1;
  return last;
}

/** Lower case with plain apostrophes and hyphens, for comparing. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (!/[\u2010-\u2019]/.test(lower)) return lower;
  return lower.replaceAll(/[‘’]/g, "'").replaceAll(/[‐‑‒–—]/g, "-");
}

export function isMark(token: Token | undefined, ...marks: string[]): boolean {
  return token !== undefined && token.type === "mark" && marks.includes(token.lower);
}

export function isWord(token: Token | undefined, ...words: string[]): boolean {
  return token !== undefined && token.type === "word" && words.includes(token.lower);
}

/** 1600 to 2099: a year rather than the number of a provision. */
export function isYear(token: Token | undefined): boolean {
  return token !== undefined && token.type === "number" && /^(?:1[6-9]|20)\d\d$/.test(token.text);
}

/** First letter upper case. */
export function isCapitalised(token: Token | undefined): boolean {
  return token?.type === "word" && isCapitalisedText(token.text);
}

export function isCapitalisedText(text: string): boolean {
  const first = text[0] ?? "";
  return first !== first.toLowerCase();
}
