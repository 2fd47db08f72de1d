// Takes ranked statements; chooses the few that make the answer, within its length and each authority's room.
import type { Authority } from "../document.ts";
import { isContactDetail } from "./contact-details.ts";
import { findLawPointedTo, findListParts, type FindRelated } from "./companions.ts";
import type { FurtherPlaces } from "./further.ts";
import type { LawQuotations } from "./law-quotations.ts";
import { paragraphOf } from "../place/address.ts";
import { addressOf } from "./opening-words.ts";
import type { RankedStatement } from "./rank-statements.ts";
import { textOfLines } from "./statements.ts";
import { contentStemList } from "../text/content-stems.ts";

export interface Selection {
  /** Words of quoted text in all. */
  readonly words: number;
  /** Statements further behind the best of their authority (logarithm of odds) are left out, though there be room. */
  readonly behind: number;
  /** Statements with less than this share of the odds of all are left out: many that match a little answer nothing. */
  readonly leastShare: number;
  /** How much less a statement is worth for each already chosen of the same paragraph (logarithm of odds). */
  readonly again: number;
  /** A statement about schools, courts or authorities must come this close to the best about children's homes; below 0, be better. */
  readonly outsideBehind: number;
  /** Places that are named beyond those quoted. */
  readonly further: FurtherPlaces;
  /** Most of the room, and most statements, that one authority may take. */
  readonly shares: Partial<Record<Authority, Share>>;
}

interface Share {
  readonly words: number;
  readonly statements: number;
  /** An authority whose best is further behind the best of all is left out. */
  readonly behindAll: number;
  /** Instead of odds, how far behind the nearest in meaning its statements may be (`Features.nearness`). */
  readonly far?: number;
}

/** Set in coarse steps over development questions and questions in everyday words, within 450 words an answer (docs/answers.md). */
export const defaultSelection: Selection = {
  words: 265,
  behind: 2,
  leastShare: 0.007,
  again: 1.6,
  outsideBehind: -2.6,
  further: { places: 4, behind: 6, unnumbered: { leastTitle: 0.2, far: 0.35, behind: 5 } },
  shares: {
    legislation: { words: 0.58, statements: 6, behindAll: 5.9 },
    "statutory-guidance": { words: 0.6, statements: 8, behindAll: 1.9 },
    inspection: { words: 0.27, statements: 2, behindAll: 3 },
    // A plan speaks of its own people and has no titles like the law's: only its meaning can be compared.
    own: { words: 0.45, statements: 3, behindAll: Number.POSITIVE_INFINITY, far: 0.8 },
    voluntary: { words: 0.2, statements: 2, behindAll: 4 },
    // Documents without authority speak only where they match clearly best.
    other: { words: 0.2, statements: 1, behindAll: 0.1 },
  },
};

/** How far the conditions of what is quoted may exceed the room. */
const beyond = 1.45;
/** A statement that shares this much of its words with one chosen says nothing new. */
const repeats = 0.75;

export function selectStatements(
  ranked: readonly RankedStatement[],
  selection: Selection,
  taken: ReadonlySet<string>,
  law: LawQuotations,
  wholeLists = false,
): RankedStatement[] {
  const ofField = bestOfField(ranked);
  const left = ranked.filter(
    (statement) =>
      !isOutside(statement, ofField, selection) &&
      !isContactDetail(textOfLines(statement, statement.evidence.passage.text)),
  );
  const floors = authorityFloors(left, selection);
  const spend = createRoom(selection, law.countAdded);
  const chosen: RankedStatement[] = [];
  const said: { authority: Authority; stems: Set<string>; marks: Set<string> }[] = [];
  const take = (statement: RankedStatement, as: Need = "chosen"): boolean => {
    if (chosen.includes(statement) || taken.has(statementKey(statement))) return false;
    const { authority } = statement.evidence.document;
    const text = newText(statement, chosen);
    const stems = new Set(contentStemList(text));
    const marks = tellingMarks(text);
    // Guidance that repeats the law can go; the law never gives way to what repeats it.
    const repeated = said.some(
      (other) =>
        (other.authority === authority || other.authority === "legislation") &&
        overlap(stems, other.stems) > repeats &&
        [...marks].every((mark) => other.marks.has(mark)),
    );
    if ((repeated && as === "chosen") || !spend(statement, as)) return false;
    said.push({ authority, stems, marks });
    law.take(statement);
    chosen.push(statement);
    return true;
  };
  for (;;) {
    const next = takeBest(left, chosen, selection);
    if (next === null) return chosen;
    const { statement, worth } = next;
    const { authority } = statement.evidence.document;
    const floor = floors.get(authority) ?? Number.POSITIVE_INFINITY;
    const { far = Number.POSITIVE_INFINITY } = selection.shares[authority] ?? {};
    if (worth >= floor && statement.features.nearness >= -far && take(statement)) {
      const parts = wholeLists ? findListParts(statement, ranked) : [];
      const first = [...parts, ...findBeside(statement, ranked)];
      const brought = first.filter((each) => take(each, "companion"));
      for (const companion of brought.flatMap((each) => findBeside(each, ranked)))
        take(companion, "companion");
    }
  }
}

/** Law that guidance points to and that answers this much worse is about another matter (logarithm of odds). */
const pointedBehind = 4;

const findBeside: FindRelated = (statement, ranked) => {
  const pointed = findLawPointedTo(statement, ranked);
  return pointed.filter((law) => law.score >= statement.score - pointedBehind);
};

/** Takes the statement worth most off the list: one counts less for each already chosen of its paragraph. */
function takeBest(
  left: RankedStatement[],
  chosen: readonly RankedStatement[],
  { again }: Selection,
): { statement: RankedStatement; worth: number } | null {
  const paragraphs = chosen.map(paragraphKey);
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, statement] of left.entries()) {
    if (statement.score <= most) break;
    const key = paragraphKey(statement);
    // A plan says what it says of a matter in one place.
    const same = isOwn(statement) ? 0 : paragraphs.filter((other) => other === key).length;
    const worth = statement.score - again * same;
    if (worth > most) [best, most] = [i, worth];
  }
  const [statement] = best < 0 ? [] : left.splice(best, 1);
  return statement ? { statement, worth: most } : null;
}

/** Of the home's own plan or policies. */
export function isOwn({ evidence }: RankedStatement): boolean {
  return evidence.document.authority === "own";
}

/** The paragraph it begins in, or its heading. */
function paragraphKey(statement: RankedStatement): string {
  return `${statement.unit}#${paragraphOf(addressOf(statement) ?? "")}`;
}

/** Why a statement is quoted: for itself, or for what it adds to another. */
type Need = "chosen" | "companion";

/** Takes up the words of a statement; false when its authority, or the answer, has no room left. */
type SpendRoom = (statement: RankedStatement, as: Need) => boolean;

function createRoom(selection: Selection, countAdded: LawQuotations["countAdded"]): SpendRoom {
  const used = new Map<Authority, { words: number; statements: number }>();
  let inAll = 0;
  return (statement, as) => {
    const { authority } = statement.evidence.document;
    const share = selection.shares[authority];
    const spent = used.get(authority) ?? { words: 0, statements: 0 };
    const own = as === "chosen";
    if (!share || (own && spent.statements >= share.statements)) return false;
    const free = own && spent.statements === 0;
    const most = own ? share.words * selection.words : beyond * selection.words;
    const mostInAll = own ? selection.words : beyond * selection.words;
    // What has to come with a statement must not cost it its place.
    const added = Math.min(statement.words, countAdded(statement));
    const words = spent.words + added;
    if (!free && words > most) return false;
    // The home's own words have room of their own, however much the law takes.
    const shared = authority !== "own";
    if (!free && shared && inAll + added > mostInAll) return false;
    if (shared) inAll += added;
    used.set(authority, { words, statements: spent.statements + (own ? 1 : 0) });
    return true;
  };
}

function bestOfField(ranked: readonly RankedStatement[]): number {
  return ranked.find(({ features }) => features.field > 0)?.score ?? Number.NEGATIVE_INFINITY;
}

function isOutside(
  { features, score, evidence }: RankedStatement,
  ofField: number,
  { outsideBehind }: Selection,
): boolean {
  // A charter that a provider put into the corpus is meant for the home.
  if (features.field > 0 || evidence.document.authority === "voluntary") return false;
  return score < ofField - outsideBehind;
}

/** The least score that a statement of each authority needs; absent where the authority has nothing to say. */
function authorityFloors(
  ranked: readonly RankedStatement[],
  selection: Selection,
): Map<Authority, number> {
  const best = ranked[0]?.score ?? 0;
  const odds = ranked.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
  const least = best + Math.log(selection.leastShare * odds);
  const floors = new Map<Authority, number>();
  for (const statement of ranked) {
    const { score, evidence } = statement;
    const { authority } = evidence.document;
    if (floors.has(authority)) continue;
    const { behindAll = 0, far } = selection.shares[authority] ?? {};
    if (far !== undefined) {
      if (statement.features.nearness >= -far) floors.set(authority, score - selection.behind);
      continue;
    }
    // The best of an authority is quoted however little of the odds it has.
    const floor = Math.min(score, Math.max(least, score - selection.behind));
    floors.set(authority, score >= best - behindAll ? floor : Number.POSITIVE_INFINITY);
  }
  return floors;
}

/** Names a statement by passage and place. */
export function statementKey(statement: RankedStatement): string {
  return `${statement.evidence.passage.id}@${statement.lines.map(({ start }) => start).join(",")}`;
}

/** Without the lead-in that a part of the same list has already brought. */
function newText(statement: RankedStatement, chosen: readonly RankedStatement[]): string {
  const { passage } = statement.evidence;
  const before = chosen.filter(({ evidence }) => evidence.passage.id === passage.id);
  const said = new Set(before.flatMap(({ lines }) => lines.map(({ start }) => start)));
  const lines = statement.lines.filter(({ start }) => !said.has(start));
  return textOfLines({ lines }, passage.text);
}

/** Figures and denials, by which statements of the same words say different things; numbers in brackets are labels. */
function tellingMarks(text: string): Set<string> {
  const marks = text.match(/(?<![(\d.])\d+(?![\d)]|\.\d)|\b(?:not|no|never|nor|only)\b/gi) ?? [];
  return new Set(marks.map((mark) => mark.toLowerCase()));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
