// Takes the text of law; keeps account of what an answer quotes of it, so that each paragraph is quoted once and whole.
import { spanAt } from "../chunk/locator-at.ts";
import type { DraftClaim } from "../draft/draft.ts";
import { countKept, keepWhole } from "../law/keep-whole.ts";
import { findLimits, type Limit } from "../law/limits.ts";
import { allAddresses, type LawProvision, type LawText } from "../law/law-text.ts";
import { findScheduleParagraphs } from "../law/schedule-paragraphs.ts";
import { quoteLaw } from "./quote-law.ts";
import type { RankedStatement } from "../score/rank-statements.ts";

export interface LawQuotations {
  /** The paragraphs of law that a statement is quoted with; none for statements of other documents. */
  readonly paragraphsOf: (statement: RankedStatement) => readonly LawProvision[];
  /** Words that quoting a statement adds to what is quoted, with all that has to come with it. */
  readonly countAdded: (statement: RankedStatement) => number;
  /** Tells which statements stand whole in what is quoted so far, whether or not they were chosen. */
  readonly listCovered: () => (statement: RankedStatement) => boolean;
  /** Takes note that a statement is quoted. */
  readonly take: (statement: RankedStatement) => void;
  /** Takes note that all of the paragraph is quoted of a statement, where it has no more words than `most`. */
  readonly takeWhole: (statement: RankedStatement, most: number) => void;
  /**
   * A claim of all that is quoted of a paragraph, of each that limits it, and of each paragraph of a Schedule that those
   * words leave the matter to; none where earlier claims have them.
   */
  readonly quote: (paragraph: LawProvision) => DraftClaim[];
}

/** A paragraph with the addresses of what is quoted of it. */
interface Kept {
  readonly paragraph: LawProvision;
  readonly kept: ReadonlySet<string>;
}

/** What a paragraph is for comes with it in up to so many words; what limits it always does. */
const mostTold = 60;

/** @param short see `keepWhole` */
export function createLawQuotations(law: LawText, short: number): LawQuotations {
  const wanted = new Map<LawProvision, Set<string>>();
  const quoted = new Map<LawProvision, ReadonlySet<string>>();
  /** Each paragraph with the addresses in it that a statement's lines stand at. */
  const placesOf = (statement: RankedStatement): Map<LawProvision, string[]> => {
    const { document } = statement.evidence;
    const places = new Map<LawProvision, string[]>();
    for (const address of document.authority === "legislation" ? addressesIn(statement) : []) {
      const paragraph = law.paragraphOf(document.id, address);
      if (paragraph) places.set(paragraph, [...(places.get(paragraph) ?? []), address]);
    }
    return places;
  };
  const isQuoted = ({ paragraph, kept }: Kept): boolean => {
    const before = quoted.get(paragraph);
    return before !== undefined && [...kept].every((address) => before.has(address));
  };
  const limits = new Map<LawProvision, readonly Limit[]>();
  const limitsOf = (paragraph: LawProvision): readonly Limit[] => {
    const found = limits.get(paragraph) ?? findLimits(paragraph, law.besides(paragraph));
    limits.set(paragraph, found);
    return found;
  };
  /** With a paragraph what it needs, and what that needs; and briefly what it is for. */
  const keepWith = (paragraph: LawProvision, added: readonly string[]): Kept[] => {
    const all = new Set([...(wanted.get(paragraph) ?? []), ...added]);
    if (all.size === 0) return [];
    const needed = new Set([paragraph]);
    for (const each of needed)
      for (const limit of limitsOf(each)) if (limit.needed) needed.add(limit.paragraph);
    const told = limitsOf(paragraph)
      .filter((limit) => !needed.has(limit.paragraph))
      .map((limit) => keepLimit(limit.paragraph))
      .filter((each) => countKept(each.paragraph, each.kept) <= mostTold);
    return [
      { paragraph, kept: keepWhole(paragraph, all, short) },
      ...[...needed].slice(1).map(keepLimit),
      ...told,
    ];
  };
  const keepLimit = (paragraph: LawProvision): Kept => {
    const all = new Set([paragraph.address, ...(wanted.get(paragraph) ?? [])]);
    return { paragraph, kept: keepWhole(paragraph, all, short) };
  };
  const pointedTo = (kept: readonly Kept[]): LawProvision[] =>
    kept.flatMap((each) => findScheduleParagraphs(each.paragraph, each.kept, law));
  /** With all of the paragraphs of a Schedule that its words leave something to. */
  const want = (paragraph: LawProvision, added: Iterable<string>): void => {
    wanted.set(paragraph, new Set([...(wanted.get(paragraph) ?? []), ...added]));
    for (const other of pointedTo(keepWith(paragraph, []))) wanted.set(other, allAddresses(other));
  };
  const countAll = (kept: readonly Kept[]): number =>
    kept.reduce((sum, each) => sum + countKept(each.paragraph, each.kept), 0);
  return {
    paragraphsOf: (statement) => [...placesOf(statement).keys()],
    countAdded: (statement) => {
      const places = placesOf(statement);
      if (places.size === 0) return statement.words;
      return [...places].reduce(
        (sum, [paragraph, own]) =>
          sum + countAll(keepWith(paragraph, own)) - countAll(keepWith(paragraph, [])),
        0,
      );
    },
    listCovered: () => {
      const kept = [...wanted.keys()].flatMap((paragraph) => keepWith(paragraph, []));
      const places = new Set(
        kept.flatMap((each) =>
          [...each.kept].map((address) => `${each.paragraph.documentId}#${address}`),
        ),
      );
      return (statement) => {
        if (placesOf(statement).size === 0) return false;
        const { id } = statement.evidence.document;
        return addressesIn(statement).every((address) => places.has(`${id}#${address}`));
      };
    },
    take: (statement) => {
      for (const [paragraph, own] of placesOf(statement)) want(paragraph, own);
    },
    takeWhole: (statement, most) => {
      for (const paragraph of placesOf(statement).keys()) {
        const all = allAddresses(paragraph);
        if (countKept(paragraph, all) <= most) want(paragraph, all);
      }
    },
    quote: (paragraph) => {
      const kept = keepWith(paragraph, []);
      const pointed = pointedTo(kept).flatMap((other) => keepWith(other, []));
      return [...kept, ...pointed].flatMap((each) => {
        // What leads into the rest may be among what is withheld.
        if (isQuoted(each) || !each.kept.has(each.paragraph.address)) return [];
        quoted.set(each.paragraph, each.kept);
        return [quoteLaw(each.paragraph, each.kept)];
      });
    },
  };
}

/** Addresses that a statement's lines stand at. */
function addressesIn({ evidence, lines }: RankedStatement): string[] {
  return lines.flatMap(({ start }) => spanAt(evidence.passage, start)?.address ?? []);
}
