// Finds the documents that a text names: by title, short name, number, abbreviation, URL or file name.
import { findTitles } from "./document-titles.ts";
import { findFileNames } from "./file-names.ts";
import { readLegislationUrl } from "./legislation-url.ts";
import { knownNames, matchName, readQuotedHeading, type NameIndex } from "./names.ts";
import type { DocumentMention, Instrument } from "./reference.ts";
import type { MentionSpan } from "./scan.ts";
import { isCapitalised, isMark, isWord, isYear, type Token, type Tokens } from "./tokens.ts";
import { headOf, instrumentWords } from "./grammar-words.ts";

const blank = { instrument: null, year: null, number: null, version: null } as const;

/** Documents named in the tokens, in order, none overlapping. `names` are those of the library's own documents. */
export function findDocumentMentions(
  text: string,
  tokens: Tokens,
  names: NameIndex,
): MentionSpan[] {
  const fixed = new Map<number, MentionSpan>();
  for (const title of findTitles(text, tokens)) fixed.set(title.from, title);
  for (const file of findFileNames(text, tokens)) fixed.set(file.from, file);
  const spans: MentionSpan[] = [];
  for (let at = 0; at < tokens.length;) {
    const read = readMention(tokens, at, names);
    const title = fixed.get(at);
    const taken = title !== undefined && !outdoes(read, title) ? title : read;
    if (taken === null) {
      at += 1;
      continue;
    }
    spans.push(withAntecedent(tokens, taken, spans));
    at = taken.to;
  }
  return spans;
}

/** A name read by a list against a title read by its form: the longer counts, of equals that of a document held. */
function outdoes(read: MentionSpan | null, title: MentionSpan): boolean {
  if (read === null) return false;
  return read.to > title.to || (read.to === title.to && read.mention.held !== undefined);
}

function readMention(tokens: Tokens, at: number, names: NameIndex): MentionSpan | null {
  const token = tokens[at] as Token;
  if (token.type === "url") return readUrl(token, at);
  if (token.type === "mark" || token.type === "dotted") return null;
  return (
    readSeriesNumber(tokens, at) ??
    readNamed(tokens, at, names) ??
    readShort(tokens, at) ??
    readDefinite(tokens, at) ??
    readAbbreviation(tokens, at) ??
    readGuide(tokens, at)
  );
}

function makeSpan(
  tokens: Tokens,
  from: number,
  to: number,
  mention: Omit<DocumentMention, "written" | "name"> & { readonly name?: string },
): MentionSpan {
  const first = isWord(tokens[from], "the") ? from + 1 : from;
  const written = tokens
    .slice(first, to)
    .map((token, index) => (index > 0 && token.gap > 0 ? " " : "") + token.text)
    .join("");
  const name = mention.name ?? written.replaceAll(/[‘’]/g, "'");
  return { mention: { ...mention, written, name }, from, to, address: null };
}

function readUrl(token: Token, at: number): MentionSpan | null {
  const url = readLegislationUrl(token.text);
  if (url === null) return null;
  const { number, instrument, year } = url;
  const mention = { kind: "url", written: token.text, name: number, version: null } as const;
  return {
    mention: { ...mention, number, instrument, year },
    from: at,
    to: at + 1,
    address: url.address,
  };
}

/** "SI 2015/541", "S.I. 2015/541", "S.I. 2014 No. 541", "2015 No. 541". */
function readSeriesNumber(tokens: Tokens, at: number): MentionSpan | null {
  let next = at;
  let prefixed = false;
  if (tokens[next]?.text === "SI") {
    prefixed = true;
    next += 1;
  } else if (
    tokens[next]?.text === "S" &&
    isMark(tokens[next + 1], ".") &&
    tokens[next + 2]?.text === "I"
  ) {
    prefixed = true;
    next += isMark(tokens[next + 3], ".") ? 4 : 3;
  }
  const year = tokens[next];
  if (!isYear(year)) return null;
  const slash = prefixed && isMark(tokens[next + 1], "/");
  let number = next + 2;
  if (!slash) {
    const word = isMark(tokens[next + 1], ",") ? next + 2 : next + 1;
    if (!isWord(tokens[word], "no")) return null;
    number = isMark(tokens[word + 1], ".") ? word + 2 : word + 1;
  }
  const series = tokens[number];
  if (series?.type !== "number" || !/^\d{1,5}$/.test(series.text)) return null;
  const value = `${year?.text ?? ""}/${series.text}`;
  const facts = { ...blank, year: year?.text ?? null };
  return makeSpan(tokens, at, number + 1, { ...facts, kind: "number", name: value, number: value });
}

/** A name of the library or of the field, with its edition: "Working Together 2018", "KCSIE (2025)". */
function readNamed(tokens: Tokens, at: number, names: NameIndex): MentionSpan | null {
  const first = isWord(tokens[at], "the") ? at + 1 : at;
  const own = matchName(tokens, first, names);
  const known = matchName(tokens, first, knownNames);
  const match = known !== null && (own === null || known.next >= own.next) ? known : own;
  if (match === null) return null;
  const last = tokens[match.next - 1];
  const { name, instrument } = match.value;
  const ownYear = isYear(last) ? (last?.text ?? null) : null;
  const edition = readEdition(tokens, match.next);
  // A document of the library that is known by the same name is the one that is meant.
  const held = own !== null && own.next === match.next ? own.value : match.value;
  const heading = readQuotedHeading(tokens, match.next, held);
  const span = makeSpan(tokens, at, edition.next, {
    kind: instrument === null ? "name" : ownYear === null ? "title" : "abbreviation",
    name,
    instrument,
    year: ownYear ?? edition.year,
    number: null,
    version: edition.version,
    ...(held.documentIds.length === 0
      ? {}
      : { held: { documentIds: held.documentIds, families: held.families() } }),
  });
  return heading === null ? span : { ...span, to: heading.next, address: `head/${heading.value}` };
}

const monthPattern =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** "2018", "(2018)", ", April 2015", "v1.17", "version 1.17" after a name. */
function readEdition(
  tokens: Tokens,
  at: number,
): { readonly year: string | null; readonly version: string | null; readonly next: number } {
  const open = isMark(tokens[at], "(");
  let next = open || isMark(tokens[at], ",") ? at + 1 : at;
  if (isWord(tokens[next], "v", "ver", "version")) {
    const dot = isMark(tokens[next + 1], ".") ? next + 2 : next + 1;
    const version = tokens[dot];
    if (version?.type === "dotted" || version?.type === "number") {
      const closed = open && isMark(tokens[dot + 1], ")") ? dot + 2 : dot + 1;
      return { year: null, version: version.text, next: closed };
    }
  }
  if (monthPattern.test(tokens[next]?.text ?? "")) next += 1;
  const year = tokens[next];
  if (isYear(year) && (year?.gap ?? 3) < 2 && (!open || isMark(tokens[next + 1], ")"))) {
    // After a comma a year belongs to the name only when nothing but the name's end follows it.
    return { year: year?.text ?? null, version: null, next: open ? next + 2 : next + 1 };
  }
  return { year: null, version: null, next: at };
}

/** "the 1989 Act", "1989 Act", "the 2015 Guide". */
function readShort(tokens: Tokens, at: number): MentionSpan | null {
  const first = isWord(tokens[at], "the") ? at + 1 : at;
  const year = tokens[first];
  const noun = tokens[first + 1];
  if (!isYear(year) || noun?.type !== "word" || !isCapitalised(noun) || noun.gap > 2) return null;
  const instrument = instrumentWords.get(noun.lower);
  if (instrument === undefined && noun.lower !== "guide") return null;
  const name = instrument === undefined ? "Guide" : `${year?.text} ${noun.text}`;
  const kind = instrument === undefined ? "definite" : "short";
  const facts = { instrument: instrument ?? null, year: year?.text ?? null };
  return makeSpan(tokens, at, first + 2, { ...blank, ...facts, kind, name });
}

const definiteNouns: ReadonlyMap<string, Instrument | null> = new Map([
  ["act", "act"],
  ["regulations", "regulations"],
  ["order", "order"],
  ["rules", "rules"],
  ["bill", "bill"],
  ["guide", null],
  ["charter", null],
]);

/** "the Regulations", "this Act", "those Regulations", "the Guide v1.17". */
function readDefinite(tokens: Tokens, at: number): MentionSpan | null {
  const determiner = tokens[at];
  if (!isWord(determiner, "the", "this", "these", "that", "those", "said", "such")) return null;
  const noun = tokens[at + 1];
  if (noun?.type !== "word" || !isCapitalised(noun) || noun.gap > 2) return null;
  const instrument = definiteNouns.get(noun.lower);
  if (instrument === undefined) return null;
  const following = tokens[at + 2];
  // "the Regulations 28(2) and 28(3)": the word leads the numbers.
  if (noun.lower === "regulations" && following?.type === "number" && following.gap < 2)
    return null;
  const kind = isWord(determiner, "this", "these") ? "self" : "definite";
  const edition = instrument === null ? readEdition(tokens, at + 2) : null;
  const { year, version } = edition ?? blank;
  const facts = { instrument, year, number: null, version };
  return makeSpan(tokens, at, edition?.next ?? at + 2, { ...facts, kind, name: noun.text });
}

/** "SVGA 2006", "PoFA 2012": capitals that end in A, with a year. */
function readAbbreviation(tokens: Tokens, at: number): MentionSpan | null {
  const ampersand = isMark(tokens[at + 1], "&") && tokens[at + 1]?.gap === 0;
  const last = ampersand ? at + 2 : at;
  const written = ampersand
    ? `${tokens[at]?.text}&${tokens[last]?.text}`
    : (tokens[at]?.text ?? "");
  const year = tokens[last + 1];
  if (!/^[A-Z][A-Za-z&]{0,8}A$/.test(written) || !isYear(year) || year?.gap !== 1) return null;
  return makeSpan(tokens, at, last + 2, {
    ...blank,
    kind: "abbreviation",
    instrument: "act",
    year: year.text,
  });
}

/** "Guide 15.2", "Guide para 10.8", "Guide 2018", "guide page 53": the noun alone, where a place or edition follows. */
function readGuide(tokens: Tokens, at: number): MentionSpan | null {
  if (tokens[at]?.text === "Charter" && isWord(tokens[at + 1], "commitment", "commitments")) {
    return makeSpan(tokens, at, at + 1, { ...blank, kind: "definite", name: "Charter" });
  }
  if (!isWord(tokens[at], "guide") || isWord(tokens[at - 1], "children's", "childrens"))
    return null;
  const edition = readEdition(tokens, at + 1);
  const facts = { ...blank, kind: "definite", name: "Guide" } as const;
  if (edition.next > at + 1 && isCapitalised(tokens[at])) {
    const { year, version, next: end } = edition;
    return makeSpan(tokens, at, end, { ...facts, year, version });
  }
  const next = tokens[isMark(tokens[at + 1], ",") ? at + 2 : at + 1];
  if (next === undefined || next.gap > 1) return null;
  const key = headOf(next)?.key;
  const place =
    next.type === "dotted" ||
    isMark(next, "¶", "§") ||
    ["para", "page", "annex", "fn"].includes(key ?? "") ||
    (key === "reg" && quotedAhead(tokens, at));
  return place ? makeSpan(tokens, at, at + 1, facts) : null;
}

/** "Guide regulation 12(2)(a)(iv) as quoted": no place is longer, in tokens. */
function quotedAhead(tokens: Tokens, at: number): boolean {
  const ahead = tokens.slice(at, at + 24);
  return ahead.some((token, i) => isWord(token, "as") && isWord(ahead[i + 1], "quoted"));
}

/** "that Act", "those Regulations": the last of its kind named before. */
function withAntecedent(
  tokens: Tokens,
  taken: MentionSpan,
  before: readonly MentionSpan[],
): MentionSpan {
  const { mention } = taken;
  if (mention.kind !== "definite" || !isWord(tokens[taken.from], "that", "those", "said"))
    return taken;
  for (let index = before.length - 1; index >= Math.max(0, before.length - 20); index--) {
    const earlier = before[index]?.mention;
    if (
      earlier !== undefined &&
      earlier.instrument === mention.instrument &&
      earlier.kind !== "self"
    ) {
      return { ...taken, mention: { ...earlier, written: mention.written } };
    }
  }
  return taken;
}
