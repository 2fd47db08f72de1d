// Finds every reference in a text: what it names, where it stands, and how it was written. Nothing is looked up here.
import { familyOf, slugify } from "../place/address.ts";
import { readBare } from "./bare.ts";
import { findDocumentMentions } from "./document-mentions.ts";
import { joinDocuments } from "./join-documents.ts";
import { indexNames, type NameIndex } from "./names.ts";
import { pageRangeOf, readPaired } from "./pages.ts";
import { readHeadings } from "./heading-paths.ts";
import { readProvision } from "./provisions.ts";
import { type Reference, type Target, targetAt } from "./reference.ts";
import { type MentionSpan, type ProvisionRead, readAs, type Scan } from "./scan.ts";
import { isMark, isWord, type Tokens, tokenise } from "./tokens.ts";
import {
  isCompatible,
  readDocumentAfter,
  readPageAfter,
  readTitle,
  readTopic,
} from "./trailing.ts";
import { readItems, readPlaces, toTargets } from "./items.ts";
import { type Read, readGroups, readLetteredPath, readNumberPath } from "./number-paths.ts";

export interface ParseOptions {
  /** Names of documents of the library (titles, short names), prepared by {@link indexNames}. */
  readonly names?: NameIndex;
}

/** A text of at most this many tokens is taken for a reference on its own. */
const aloneTokens = 12;

const noNames: NameIndex = indexNames([]);

/**
 * References in a text, in order, none overlapping. Linear in the length of the text. Amounts, dates, versions and the
 * like give nothing; shapes that only may be references have `bare` set.
 */
export function parseReferences(text: string, options: ParseOptions = {}): Reference[] {
  const tokens = tokenise(text);
  const starts = new Map<number, MentionSpan>();
  for (const span of findDocumentMentions(text, tokens, options.names ?? noNames))
    starts.set(span.from, span);
  const scan: Scan = {
    text,
    tokens,
    mentionAt: (index) => starts.get(index),
    alone: tokens.length <= aloneTokens,
  };
  const references: Reference[] = [];
  for (let at = 0; at < tokens.length;) {
    const span = starts.get(at);
    const read = span === undefined ? readHere(scan, at) : readDocument(scan, span);
    if (read === null) {
      at += 1;
      continue;
    }
    references.push(read.reference);
    at = Math.max(read.next, at + 1);
  }
  return joinDocuments(text, references);
}

interface ReferenceRead {
  readonly reference: Reference;
  readonly next: number;
}

/** A reference that does not begin with a document. */
function readHere(scan: Scan, at: number): ReferenceRead | null {
  const provision = readProvision(scan, at) ?? readBare(scan, at);
  return provision === null ? null : complete(scan, at, provision, null);
}

/** A document, with the place in it that follows: "Guide 15.2", "SI 2015/541 reg 28(2)", "SCCIF". */
function readDocument(scan: Scan, span: MentionSpan): ReferenceRead {
  if (span.address !== null) {
    return complete(scan, span.from, readAs([targetAt(span.address)], span.to), span);
  }
  const inside = readInDocument(scan, span) ?? readAs([], span.to);
  return complete(scan, span.from, inside, span);
}

function readInDocument(scan: Scan, span: MentionSpan): ProvisionRead | null {
  const { tokens } = scan;
  const open = isMark(tokens[span.to], "(");
  const start = open || isMark(tokens[span.to], ",", ":") ? span.to + 1 : span.to;
  if ((tokens[span.to]?.gap ?? 3) > 2 || (tokens[start]?.gap ?? 3) > 2) return null;
  if (scan.mentionAt(start) !== undefined) return null;
  const provision =
    readNumbersOf(scan, span, start) ??
    readNumberedItem(scan, start) ??
    readFitting(scan, start, span);
  if (provision === null) return open ? null : readHeadings(scan, span);
  if (!open) return provision;
  return isMark(tokens[provision.next], ")") ? { ...provision, next: provision.next + 1 } : null;
}

/** A place after a document's name, when such a place can be in such a document. */
function readFitting(scan: Scan, start: number, span: MentionSpan): ProvisionRead | null {
  const provision = readProvision(scan, start);
  const [first] = provision?.targets ?? [];
  if (provision === null || first === undefined || first.relative !== null) return null;
  if (
    isWord(scan.tokens[provision.next], "as") &&
    isWord(scan.tokens[provision.next + 1], "quoted")
  )
    return readQuoted(provision);
  if (first.address.startsWith("standard/") && provision.bare) return null;
  const fits = isCompatible(first, span.mention) || span.mention.kind === "file";
  // A document named behind the place is the nearer one: "the Guide, paragraph 3 of Schedule 1 to the Act".
  return fits && readDocumentAfter(scan, provision.next, first) === null ? provision : null;
}

/** "Guide regulation 12 as quoted": the text of another instrument as the document prints it. */
function readQuoted(provision: ProvisionRead): ProvisionRead {
  const targets = provision.targets.map((target) => ({
    ...target,
    address: `quoted/${target.address}`,
  }));
  return { ...provision, targets, next: provision.next + 2 };
}

/** Numbers right after the name: "Guide 10.12 and 10.13", "Agencies Regulations 36(1)", "NMS 16". */
function readNumbersOf(scan: Scan, span: MentionSpan, start: number): ProvisionRead | null {
  const { tokens } = scan;
  const { mention } = span;
  const next = tokens[start];
  if (next === undefined || next.gap !== 1) return null;
  // "Behaviour Policy, 3.2": behind a comma only what nothing else is written like.
  if (start > span.to && (next.type !== "dotted" || mention.held === undefined)) return null;
  const options = { plural: true, tails: true };
  if (mention.instrument === null) {
    const decimals = { readPath: readLetteredPath, ...options };
    const paragraphs = readPlaces("para", tokens, start, decimals) ?? readPlainNumber(tokens, span);
    if (paragraphs !== null || !/\bnms\b|standards/i.test(mention.written)) return paragraphs;
    return readPlaces("standard", tokens, span.to, { readPath: readNumberPath, ...options });
  }
  if (start > span.to) return null;
  const last = mention.written.toLowerCase().split(/\s/).at(-1);
  if (last !== "regulations" && last !== mention.year) return null;
  const key = mention.instrument === "act" ? "s" : "reg";
  const nested = readItems(tokens, span.to, { readPath: readNumberPath, ...options });
  const [first] = nested?.value ?? [];
  return nested === null || first === undefined || first.labels.length < 2
    ? null
    : readAs(toTargets(key, nested.value), nested.next);
}

/** "Handbook 99", "Staff rules 31(2)": of a document that is held, a number with nothing behind it that it counts. */
function readPlainNumber(tokens: Tokens, span: MentionSpan): ProvisionRead | null {
  if (span.mention.held === undefined) return null;
  const path = readNumberPath(tokens, span.to);
  if (path === null || tokens[path.next]?.type === "word") return null;
  return readAs(toTargets("para", [{ labels: path.value, tail: false, to: null }]), path.next);
}

/** "commitment O3": a numbering that readers give to a list of the charter's. */
function readNumberedItem(scan: Scan, at: number): ProvisionRead | null {
  const { tokens } = scan;
  if (!isWord(tokens[at], "commitment", "commitments")) return null;
  const letter = tokens[at + 1];
  const number = tokens[at + 2];
  const group = letter?.text === "O" ? "org" : letter?.text === "P" ? "practitioner" : null;
  if (group === null || number?.type !== "number" || number.gap > 0) return null;
  return readAs([targetAt(`${group}/${number.text}`)], at + 3);
}

/** Adds what stands behind the places and makes the reference. */
function complete(
  scan: Scan,
  from: number,
  provision: ProvisionRead,
  leading: MentionSpan | null,
): ReferenceRead {
  const { tokens, text } = scan;
  let { targets, pages, next } = provision;
  let mention = leading?.mention ?? null;
  const [first] = targets;
  if (first !== undefined && pages === null) ({ pages, next } = withPages(scan, targets, next));
  if (first !== undefined && mention === null) {
    const after = readDocumentAfter(scan, next, first);
    if (after !== null) {
      mention = after.value;
      next = after.next;
    }
  }
  if (first !== undefined && pages === null) {
    ({ pages, next } = withPages(scan, targets, next));
    const paired = pages === null ? pairAfterDocument(scan, targets, next) : null;
    if (paired !== null) ({ targets, pages, next } = paired);
  }
  const start = tokens[from]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  const term = first === undefined ? null : readTerm(tokens, next);
  if (term !== null) {
    const last = targets.at(-1) as Target;
    targets = [...targets.slice(0, -1), { ...last, defined: term.value }];
    next = term.next;
  }
  const reference: Reference = {
    start,
    end,
    surface: text.slice(start, end),
    document: mention,
    targets,
    pages,
    bare: provision.bare,
    relative: targets.some((target) => target.relative !== null),
    topic: first === undefined ? null : readTopic(tokens, next),
    title: first === undefined ? null : readTitle(tokens, next),
  };
  return { reference, next };
}

/** No term that a provision defines is longer, in words. */
const longestTerm = 12;

/** "2(1) “care plan”(a)": the word defined there, and labels under its definition. */
function readTerm(tokens: Tokens, at: number): Read<string> | null {
  if (tokens[at]?.text !== "“" || tokens[at]?.gap !== 1) return null;
  const quoted = tokens.slice(at + 1, at + 2 + longestTerm);
  const length = quoted.findIndex(({ text }) => text === "”");
  if (length < 1) return null;
  const words = quoted.slice(0, length).map(({ text, gap }) => `${gap > 0 ? " " : ""}${text}`);
  const labels = readGroups(tokens, at + length + 2);
  const path = ["def", slugify(words.join("")), ...labels.value];
  // Without labels the words are read on: they may be a quotation with references of its own.
  return { value: path.join("/"), next: labels.value.length > 0 ? labels.next : at };
}

function withPages(
  scan: Scan,
  targets: readonly Target[],
  next: number,
): Pick<ProvisionRead, "pages" | "next"> {
  const isPage = targets.some((target) => familyOf(target.address) === "page");
  const page = isPage ? null : readPageAfter(scan, next);
  return page === null ? { pages: null, next } : { pages: page.value, next: page.next };
}

/** "page 53 of the Guide, paragraph 10.8". */
function pairAfterDocument(
  scan: Scan,
  targets: readonly Target[],
  next: number,
): Pick<ProvisionRead, "targets" | "pages" | "next"> | null {
  const [only] = targets;
  if (targets.length !== 1 || only === undefined || familyOf(only.address) !== "page") return null;
  const paired = readPaired(scan, next, readProvision);
  if (paired === null) return null;
  const pageOf = (address: string): string => address.slice("page/".length);
  if (!/^\d/.test(pageOf(only.address))) return null;
  const pages = pageRangeOf(pageOf(only.address), only.to === null ? null : pageOf(only.to));
  return { targets: paired.targets, pages, next: paired.next };
}
