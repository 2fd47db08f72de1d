// Takes what a part of a report quotes and the law that is at hand; finds lists that are begun and not finished, with no mark of it.
import { isListItem } from "../structure/list-items.ts";
import type { Provision } from "../structure/provision.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import { groupBy } from "../lists.ts";
import { namePlace } from "../place/name-place.ts";
import { findAllQuotes, foldForQuotes } from "../verify/quotes.ts";
import type { LoadedDocument } from "./report-library.ts";
import type { ReportPart } from "./report.ts";

/** A list of law, by the words that tell it from others. */
interface LawList {
  readonly place: string;
  /** The end of the words that lead into it. */
  readonly lead: string;
  readonly items: readonly { readonly locator: string; readonly opening: string }[];
}

/** Words by which the end of a lead-in and the beginning of an item are known. */
const telling = { lead: 8, item: 6 };
/** A lead-in of fewer words leads into many lists. */
const fewestWords = 4;

/** Lists that hang from words of a document of law; paragraphs and definitions stand for themselves. */
export function readLawLists({ info, provisions }: LoadedDocument): LawList[] {
  if (info.authority !== "legislation") return [];
  return provisions.flatMap((provision): LawList[] => {
    const first = provision.content.findIndex((part) => "child" in part);
    const before = provision.content.slice(0, Math.max(0, first));
    const lead = before.map((part) => ("text" in part ? part.text : "")).join(" ");
    const items = provision.content.flatMap((part) => {
      const item = "child" in part ? provisions[part.child] : undefined;
      return item && isListItem(item) ? [describeItem(item)] : [];
    });
    if (items.length < 2 || foldForQuotes(lead).words.length < fewestWords) return [];
    const { locator, address } = provision;
    const place = namePlace(info.short, { locator, address });
    return [{ place, lead: cutWords(lead, -telling.lead), items }];
  });
}

function describeItem({ content, locator, address }: Provision) {
  const own = content.flatMap((part) => ("text" in part ? [part.text] : []));
  return { locator: locator ?? address, opening: cutWords(own.join(" "), telling.item) };
}

/** So many words of a text, from its beginning or (negative) its end, with a space around each. */
function cutWords(text: string, count: number): string {
  const { words } = foldForQuotes(text);
  return ` ${(count < 0 ? words.slice(count) : words.slice(0, count)).join(" ")} `;
}

interface QuotedLine {
  readonly line: number;
  /** Its words with a space around each. */
  readonly words: string;
  /** What it stands under and in: its label, its lead-in, the statement itself. */
  readonly said: string;
}

/**
 * A list counts as begun where its lead-in is quoted and at least one of its items. Lists with the same lead-in are told
 * apart by the name beside it, or else by their items.
 */
export function checkCutLists(part: ReportPart, lists: readonly LawList[]): Finding[] {
  const quotes = part.statements.flatMap(({ text, line, label, lead }): QuotedLine[] =>
    findAllQuotes(text).map((quote) => ({
      line,
      words: foldForQuotes(quote.text).spaced,
      said: `${label ?? ""} ${lead ?? ""} ${text}`,
    })),
  );
  return [...groupBy(lists, ({ lead }) => lead)].flatMap(([lead, alike]) => {
    const starts = quotes.flatMap(({ words }, at) => (leadsIn(words, lead, alike) ? [at] : []));
    return starts.flatMap((start, i) => {
      const under = quotes.slice(start, starts[i + 1]);
      const read = alike.map((list) => readItems(list, under));
      const named = read.filter(({ list }) => quotes[start]?.said.includes(list.place));
      const [best] = (named.length > 0 ? named : read).toSorted((a, b) => shareOf(b) - shareOf(a));
      return best === undefined ? [] : tellMissing(best, part);
    });
  });
}

/** Words end with a lead-in, or go on with an item of its list: "the keeper must" stands in many sentences. */
function leadsIn(words: string, lead: string, lists: readonly LawList[]): boolean {
  if (words.endsWith(lead)) return true;
  const at = words.indexOf(lead);
  if (at < 0) return false;
  const rest = words.slice(at + lead.length - 1);
  // Behind its label, "(a)", or without it.
  const unlabelled = rest.replace(/^ \S{1,5}(?= )/, "");
  return lists.some(({ items }) =>
    items.some(({ opening }) => rest.startsWith(opening) || unlabelled.startsWith(opening)),
  );
}

interface ReadList {
  readonly list: LawList;
  /** Line of the lead-in. */
  readonly from: number;
  /** Line of each item; null where it is not quoted. */
  readonly lines: readonly (number | null)[];
}

function readItems(list: LawList, under: readonly QuotedLine[]): ReadList {
  const lines = list.items.map(
    ({ opening }) => under.find(({ words }) => words.includes(opening))?.line ?? null,
  );
  return { list, from: under[0]?.line ?? 1, lines };
}

function shareOf({ lines }: ReadList): number {
  return lines.filter((line) => line !== null).length / lines.length;
}

function tellMissing({ list, from, lines }: ReadList, part: ReportPart): Finding[] {
  const missing = list.items.filter((_, i) => lines[i] === null);
  if (missing.length === 0 || missing.length === lines.length) return [];
  const last = Math.max(...lines.map((line) => line ?? from));
  // Items of its items hang from something, and have no label of their own.
  const next = part.statements.find(
    ({ line, label, lead: over }) => line > last && (label !== null || over === null),
  );
  // "And two more" may be a sentence of its own; what the next quotation leaves out is its own.
  const end = next === undefined || findAllQuotes(next.text).length === 0 ? 1 : 0;
  const before = (next?.line ?? Number.POSITIVE_INFINITY) + end;
  if (part.gaps.some((line) => line >= from && line < before)) return [];
  const left = missing.map(({ locator }) => locator).join(", ");
  const { place } = list;
  return [makeFinding("list-cut", { place, left }, { line: from, reference: place })];
}
