// Finds titles of Acts and regulations by their form: capitalised words that end in "Act 1989", "Regulations 2015".
import { setOfWords } from "../lists.ts";
import { knownInstruments } from "./known-instruments.ts";
import { foldName } from "./names.ts";
import { nearName } from "./near-names.ts";
import type { DocumentMention, Instrument } from "./reference.ts";
import type { MentionSpan } from "./scan.ts";
import { isCapitalised, isMark, isWord, isYear, type Token, type Tokens } from "./tokens.ts";
import { heads, instrumentWords } from "./grammar-words.ts";
import type { Read } from "./number-paths.ts";

/** No title is longer, in tokens. */
const maxTitle = 40;

const connectors = setOfWords("and of for to in by with from on at or after etc");

/** Capitalised words that begin a sentence or a reference and no title. */
const notInTitles = setOfWords(
  "the a an this that these those under see in by from with as for of on at to and or also since when if where while " +
    "both section sections schedule schedules part chapter paragraph paragraphs annex page footnote guide guidance " +
    "statutory our your their its any each every all such no note under both per via",
);

const knownTitles: ReadonlySet<string> = new Set(
  knownInstruments.flatMap((known) => [
    foldName(known.name),
    foldName(known.name.replace(/ \d{4}$/, "")),
  ]),
);

/** Titles of instruments in the tokens, in order, none overlapping. Linear: each looks back a bounded way. */
export function findTitles(text: string, tokens: Tokens): MentionSpan[] {
  const spans: MentionSpan[] = [];
  for (let index = 1; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (!isCapitalised(token)) continue;
    const year = yearAfter(tokens, index);
    const instrument = instrumentNamed(token, year);
    if (instrument === undefined) continue;
    if (year === null && (instrument === "order" || instrument === "rules")) continue;
    const floor = spans.at(-1);
    const first = titleStart(tokens, index, floor);
    if (first === null) continue;
    if (floor !== undefined && first < floor.to) spans.pop();
    const end = year === null ? index : index + 1;
    spans.push(titleSpan(text, tokens, first, end, instrument, year));
  }
  return spans;
}

/** "(Independent School Standards) Regulation 2014" is written by mistake for "Regulations". */
function instrumentNamed(token: Token, year: string | null): Instrument | undefined {
  if (token.lower === "regulation" && year !== null) return "regulations";
  return instrumentWords.get(token.lower);
}

function yearAfter(tokens: Tokens, at: number): string | null {
  const next = tokens[at + 1];
  return next !== undefined && next.gap > 0 && next.gap < 3 && isYear(next) ? next.text : null;
}

function titleSpan(
  text: string,
  tokens: Tokens,
  first: number,
  last: number,
  instrument: Instrument,
  year: string | null,
): MentionSpan {
  const written = text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
  const article = isWord(tokens[first - 1], "the") && (tokens[first]?.gap ?? 3) < 3;
  const series = readChapter(tokens, last + 1, year);
  const name = written.replaceAll(/\s+/g, " ").replaceAll(/[‘’]/g, "'");
  const right = year === null ? null : nearName(name);
  const mention: DocumentMention = {
    kind: "title",
    written,
    name: right ?? name,
    ...(right === null ? {} : { misspelt: true }),
    instrument,
    year: right === null ? year : right.slice(-4),
    number: series?.value ?? null,
    version: null,
  };
  const to = series?.next ?? last + 1;
  return { mention, from: article ? first - 1 : first, to, address: null };
}

/** "(c. 41)" after the title of an Act: its chapter number. */
function readChapter(tokens: Tokens, at: number, year: string | null): Read<string> | null {
  if (year === null || !isMark(tokens[at], "(") || !isWord(tokens[at + 1], "c")) return null;
  const number = isMark(tokens[at + 2], ".") ? at + 3 : at + 2;
  if (tokens[number]?.type !== "number" || !isMark(tokens[number + 1], ")")) return null;
  return { value: `${year} c. ${tokens[number]?.text}`, next: number + 2 };
}

/** Index of the first word of the title whose instrument word stands at `at`; null when no title words precede it. */
function titleStart(tokens: Tokens, at: number, previous: MentionSpan | undefined): number | null {
  let start: number | null = null;
  let index = at - 1;
  const floor = Math.max(0, at - maxTitle);
  while (index >= floor && (tokens[index + 1]?.gap ?? 3) < 3) {
    const token = tokens[index] as Token;
    if (isMark(token, ")")) {
      const open = openingBracket(tokens, index, floor);
      if (open === null) break;
      // "Care Standards Act 2000 (Registration) (England) Regulations 2010": a title that holds another.
      if (previous !== undefined && open <= previous.to) {
        return previous.from >= floor ? firstOf(tokens, previous) : start;
      }
      index = open - 1;
      continue;
    }
    if (previous !== undefined && index < previous.to) break;
    if (start !== null && isWord(token, "the") && joinsTitle(tokens, index)) {
      index -= 2;
      continue;
    }
    if (isCapitalised(token) && !notInTitles.has(token.lower) && !leadsNumber(tokens, index)) {
      start = index;
    } else if (!connectors.has(token.lower) && !isMark(token, ",", "&", "-", "'", "’")) {
      break;
    }
    index -= 1;
  }
  return start === null ? null : knownSuffix(tokens, start, at);
}

/** "Powers of the Criminal Courts": the article inside a title. */
function joinsTitle(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 2];
  const head = heads.has(before?.lower ?? "") || notInTitles.has(before?.lower ?? "");
  const named = isWord(tokens[at - 3], "the") && isWord(tokens[at - 1], "of");
  return named && isCapitalised(before) && !head;
}

function firstOf(tokens: Tokens, span: MentionSpan): number {
  return isWord(tokens[span.from], "the") ? span.from + 1 : span.from;
}

/** "Regulation 5" inside the stretch looked at ends it. */
function leadsNumber(tokens: Tokens, at: number): boolean {
  return heads.has(tokens[at]?.lower ?? "") && tokens[at + 1]?.type === "number";
}

/** The bracket that opens a group of words such as "(Secure Accommodation)"; null when it holds anything else. */
function openingBracket(tokens: Tokens, at: number, floor: number): number | null {
  for (let index = at - 1; index >= floor; index--) {
    const token = tokens[index] as Token;
    if (isMark(token, "(")) return index > 0 ? index : null;
    const inner = token.type === "word" && token.text.length > 1;
    const number = token.type === "number" && token.text.length < 3;
    if (!inner && !number && !isMark(token, ",", ".", "&", "-", "'")) return null;
  }
  return null;
}

/** "Ofsted and Children Act 1989": when only what follows a connecting word is a known title, the title begins there. */
function knownSuffix(tokens: Tokens, start: number, at: number): number {
  const nameFrom = (index: number): string =>
    foldName(
      tokens
        .slice(index, at + 1)
        .map((token) => token.text)
        .join(" "),
    );
  if (knownTitles.has(nameFrom(start))) return start;
  for (let index = start + 1; index < at; index++) {
    const before = tokens[index - 1];
    const joined = isWord(before, "and", "or") || isMark(before, ",", "&");
    if (joined && isCapitalised(tokens[index]) && knownTitles.has(nameFrom(index))) return index;
  }
  return start;
}
