// Takes ranked statements; chooses those that make the answer: all that are likely enough to belong, best first, within
// its length.
import { carriesDuties, type Authority } from "../document.ts";
import { findLedTo, findListParts } from "./list-parts.ts";
import type { FurtherPlaces } from "./further.ts";
import type { LawQuotations } from "./law-quotations.ts";
import { answeredFrom, type RankedStatement } from "../score/rank-statements.ts";
import { textOfLines } from "../score/statements.ts";
import { contentStemList } from "../text/content-stems.ts";

export interface Selection {
  /** Words of quoted text in all; the home's own documents may have as many again. */
  readonly words: number;
  /** Least score of a statement that is quoted (logarithm of the odds that it belongs into the answer). */
  readonly least: number;
  /** Places that are named beyond those quoted. */
  readonly further: FurtherPlaces;
}

/** Set on the development questions and those in everyday words (docs/answers.md). */
export const defaultSelection: Selection = {
  words: 400,
  least: -0.25,
  further: { places: 2, least: -1.8 },
};

/** Where little is likely, what is no further behind the best than this is about as likely. */
const ofBest = 0.4;
/**
 * What stands in a regulation or under a heading of which something is quoted may be this much less likely. Paragraphs of
 * a regulation are quoted whole as it is; sections of guidance and inspection tell one thing over several.
 */
const ofUnit = { law: 0.6, others: 0.9 };

/** Least score of law or guidance beside the home's own words, where nothing else of it is quoted. */
const besideOwn = -1.8;

/** For the rest of a regulation there is this much more room. */
const unitRoom = 1.6;

/** A statement that shares this much of its words with one chosen says nothing new. */
const repeats = 0.75;

/**
 * @param ranked best first
 * @param taken keys of statements that stand elsewhere in the answer
 * @param wholeLists with an item of a list of guidance come its other items
 */
export function selectStatements(
  ranked: readonly RankedStatement[],
  { words, least }: Selection,
  taken: ReadonlySet<string>,
  law: LawQuotations,
  wholeLists = false,
): RankedStatement[] {
  const chosen: RankedStatement[] = [];
  const said: Said[] = [];
  const used = { own: 0, others: 0 };
  const take = (statement: RankedStatement, needed: boolean): void => {
    if (chosen.includes(statement) || taken.has(statementKey(statement))) return;
    if (!needed && isSaidWhole(statement, chosen)) return;
    const ledTo = findLedTo(statement, ranked);
    if (ledTo === null) return;
    const says = readSaid(statement, chosen);
    if (!needed && said.some((before) => repeatsWhat(says, before))) return;
    const of = isOwn(statement) ? "own" : "others";
    // What has to come with a statement must not cost it its place.
    const added = Math.min(statement.words, law.countAdded(statement));
    const room = words * (belongsToQuoted(statement, chosen) ? unitRoom : 1);
    if (!needed && used[of] > 0 && used[of] + added > room) return;
    used[of] += added;
    said.push(says);
    law.take(statement);
    chosen.push(statement);
    for (const each of ledTo) take(each, true);
    if (wholeLists) for (const part of findListParts(statement, ranked)) take(part, true);
  };
  const line = Math.min(least, Math.max(answeredFrom, (ranked[0]?.score ?? 0) - ofBest));
  for (const statement of ranked) {
    const { score, unit, evidence } = statement;
    const beside = chosen.some((other) => other.unit === unit);
    const allowed = evidence.document.authority === "legislation" ? ofUnit.law : ofUnit.others;
    // What is likely enough to answer at all is answered with one.
    const needed = chosen.length === 0 ? answeredFrom : line - (beside ? allowed : 0);
    if (score >= needed) take(statement, false);
  }
  // What the home's own documents say has its place beside the law, as what binds has beside them: be it only likely.
  const own = ranked.find(isOwn);
  if (chosen.length > 0 && !chosen.some(isOwn) && own && own.score >= answeredFrom)
    take(own, false);
  const binding = ranked.find(({ evidence }) => carriesDuties(evidence.document.authority));
  if (chosen.length > 0 && chosen.every(isOwn) && binding && binding.score >= besideOwn)
    take(binding, false);
  return chosen;
}

/** What a statement says beyond the lead-in that a part of the same list has already brought. */
interface Said {
  readonly authority: Authority;
  readonly stems: ReadonlySet<string>;
  /** Figures and denials, by which statements of the same words say different things. */
  readonly marks: ReadonlySet<string>;
}

function readSaid(statement: RankedStatement, chosen: readonly RankedStatement[]): Said {
  const text = newText(statement, chosen);
  return {
    authority: statement.evidence.document.authority,
    stems: new Set(contentStemList(text)),
    marks: tellingMarks(text),
  };
}

/** Guidance that repeats the law can go; the law never gives way to what repeats it. */
function repeatsWhat(says: Said, before: Said): boolean {
  return (
    (before.authority === says.authority || before.authority === "legislation") &&
    overlap(says.stems, before.stems) > repeats &&
    [...says.marks].every((mark) => before.marks.has(mark))
  );
}

/** Of the home's own plan or policies. */
export function isOwn({ evidence }: RankedStatement): boolean {
  return evidence.document.authority === "own";
}

/** Names a statement by passage and place. */
export function statementKey(statement: RankedStatement): string {
  return `${statement.evidence.passage.id}@${statement.lines.map(({ start }) => start).join(",")}`;
}

/** Law of a regulation of which something is quoted: which paragraph stood first must not cost the others their place. */
function belongsToQuoted(statement: RankedStatement, chosen: readonly RankedStatement[]): boolean {
  return (
    statement.evidence.document.authority === "legislation" &&
    chosen.some(({ unit }) => unit === statement.unit)
  );
}

/** Each of its lines stands in another already: the sentence that one beginning "This …" was chosen with. */
function isSaidWhole(
  { evidence, lines }: RankedStatement,
  chosen: readonly RankedStatement[],
): boolean {
  const { id } = evidence.passage;
  return chosen.some(
    (other) =>
      other.evidence.passage.id === id &&
      lines.every(({ start }) => other.lines.some((line) => line.start === start)),
  );
}

function newText(statement: RankedStatement, chosen: readonly RankedStatement[]): string {
  const { passage } = statement.evidence;
  const before = chosen.filter(({ evidence }) => evidence.passage.id === passage.id);
  const said = new Set(before.flatMap(({ lines }) => lines.map(({ start }) => start)));
  const lines = statement.lines.filter(({ start }) => !said.has(start));
  return textOfLines({ lines }, passage.text);
}

/** Numbers in brackets are labels. */
function tellingMarks(text: string): Set<string> {
  const marks = text.match(/(?<![(\d.])\d+(?![\d)]|\.\d)|\b(?:not|no|never|nor|only)\b/gi) ?? [];
  return new Set(marks.map((mark) => mark.toLowerCase()));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
