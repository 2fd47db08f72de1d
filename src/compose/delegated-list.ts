// Takes a question that asks what something must contain; gives the paragraphs of the Schedule to which the law leaves it.
import { findDelegations } from "../retrieve/delegated-lists.ts";
import type { DraftClaim, DraftLine } from "../draft/draft.ts";
import { placeAt, words } from "../draft/line-parts.ts";
import { formatAddress, isWithin, paragraphOf, splitAddress } from "../place/address.ts";
import { namePlace } from "../place/name-place.ts";
import { countKept } from "../law/keep-whole.ts";
import { allAddresses, type LawText } from "../law/law-text.ts";
import { addressOf, nameGap, quoteOpening, type Quotable } from "./opening-words.ts";
import { quoteProvision } from "./quote-law.ts";
import type { RankedStatement } from "../score/rank-statements.ts";
import { toLines } from "../score/statements.ts";

export interface DelegatedList {
  /** The law that leaves the list to the Schedule. */
  readonly source: RankedStatement;
  /** Its address: `sch/1`. */
  readonly schedule: string;
  /** In the order of the Schedule. */
  readonly items: readonly RankedStatement[];
}

const asking = "\\b(?:what|which|list|outline|all|everything)\\b[^?]*";
const holding =
  "includ\\w+|contain\\w*|cover\\w*|hold|record\\w*|set out|details?|information|particulars|matters|contents?";
/** "Which information must … include", "What records do we keep". */
const contents = new RegExp(`${asking}\\b(?:${holding})\\b`, "i");
/** "What has to be in …": of something that the law leaves to a Schedule. */
const contentsIn = new RegExp(`${asking}\\b(?:in|into|${holding})\\b`, "i");

export function asksContents(question: string): boolean {
  return contents.test(question);
}

/** The delegating law is the answer when it is no further than this behind the best law, and the best of all (logarithm of odds). */
const asGood = { law: 0.5, all: 1.2 };

/** Null where the question asks something else. */
export function findDelegatedList(
  question: string,
  ranked: readonly RankedStatement[],
): DelegatedList | null {
  if (!contentsIn.test(question)) return null;
  const law = ranked.filter(({ evidence }) => evidence.document.authority === "legislation");
  for (const source of law) {
    const { mentions = [], document } = source.evidence;
    const said = ({ start }: { readonly start: number }) =>
      source.lines.some((line) => line.start <= start && start < line.end);
    const [schedule] = findDelegations(mentions.filter(said));
    if (schedule === undefined) continue;
    const isItem = ({ evidence }: RankedStatement): boolean =>
      evidence.document.id === document.id &&
      isWithin(evidence.passage.spans[0]?.address ?? null, schedule);
    // The items themselves may match best of all: that speaks for the list.
    const bestOf = (statements: readonly RankedStatement[]) =>
      statements.find((statement) => !isItem(statement))?.score ?? 0;
    const items = law.filter(isItem).sort(inOrder);
    const least = Math.max(bestOf(law) - asGood.law, bestOf(ranked) - asGood.all);
    if (source.score >= least && items.length > 0) return { source, schedule, items };
  }
  return null;
}

/** A Schedule of up to so many words is quoted whole: who has to write what it lists needs all of it. */
const wholeSchedule = 600;
/** Words of a paragraph of a longer one that say what it is about. */
const fewestWords = 5;

/** One claim, "Regulations Schedule 1, 22 paragraphs:" and its paragraphs, or a line for each by its opening words. */
export function quoteDelegatedList(
  { source, schedule, items }: DelegatedList,
  law: LawText,
): DraftClaim {
  const { document } = source.evidence;
  const { authority, short } = document;
  const paragraphs = [...readParagraphs(items)].map(([address, lines]) => ({
    number: splitAddress(address).at(-1)?.label ?? "",
    lines,
    provision: law.at(document.id, address),
  }));
  // How many there are is only said where none can be missing.
  const whole = paragraphs.every(({ number }, i) => number === String(i + 1));
  const counted = whole && paragraphs.length > 1 ? `, ${paragraphs.length} paragraphs:` : ":";
  const total = paragraphs.reduce(
    (sum, { provision }) => sum + (provision ? countKept(provision, allAddresses(provision)) : 0),
    0,
  );
  const lines = paragraphs.flatMap(({ number, lines: opening, provision }): DraftLine[] => {
    const label = words(`${number}:`);
    if (provision === null || provision.withheld || total > wholeSchedule) {
      const parts = nameGap(quoteOpening(opening, { words: fewestWords }), provision);
      return [{ depth: 1, parts: [label, ...parts] }];
    }
    const [head, ...rest] = quoteProvision(provision, allAddresses(provision), 1);
    return [{ depth: 1, parts: [label, ...(head?.parts ?? [])] }, ...rest];
  });
  const locator = formatAddress(schedule);
  const [first] = items;
  const place = {
    ...placeAt((first ?? source).evidence, 0),
    address: schedule,
    locator,
    ordinal: null,
  };
  const text = namePlace(short, { locator, address: schedule });
  const head: DraftLine = { depth: 0, parts: [{ kind: "name", text, place }, words(counted)] };
  return { authority, lines: [head, ...lines] };
}

/** Each paragraph's lines, however few words it has, by its address. */
function readParagraphs(items: readonly RankedStatement[]): Map<string, Quotable> {
  const passages = new Map(items.map(({ evidence }) => [evidence.passage.id, evidence]));
  const paragraphs = new Map<string, Quotable>();
  for (const evidence of passages.values()) {
    for (const line of toLines(evidence.passage)) {
      const paragraph = paragraphOf(addressOf({ evidence, lines: [line] }) ?? "");
      // What stands under the Schedule's own title is no paragraph of it.
      if (!paragraph.includes("/para/")) continue;
      const before = paragraphs.get(paragraph);
      if (before === undefined) paragraphs.set(paragraph, { evidence, lines: [line] });
      else paragraphs.set(paragraph, { ...before, lines: [...before.lines, line] });
    }
  }
  return paragraphs;
}

/** In the order of a document. */
export function inOrder(a: RankedStatement, b: RankedStatement): number {
  const first = ({ lines }: RankedStatement) => lines[0]?.start ?? 0;
  return a.evidence.passage.ordinal - b.evidence.passage.ordinal || first(a) - first(b);
}
