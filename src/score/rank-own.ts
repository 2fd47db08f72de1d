// Takes what is asked of the provider's own documents and their passages; gives their statements, those that say it first.
//
// A policy says things in words of its own, and has a few dozen statements: the best of them is always some way near. So
// they are compared with what is asked alone, without the words that name the document.
import { findBlanks } from "../text/blanks.ts";
import {
  meanOf,
  meetWords,
  readMatter,
  wordsOfMatters,
  type MatterOf,
} from "../field/shared-matter.ts";
import { groupBy } from "../lists.ts";
import type { Asked } from "../plan/asked-kind.ts";
import { contentStemList } from "../text/content-stems.ts";
import { answersControl, readControlAsked } from "../plan/control-asked.ts";
import { holdsKind } from "../plan/holds-kind.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { byPlace } from "./sieve.ts";
import type { MatchStatements } from "./match-statements.ts";
import type { Nearness } from "./nearness.ts";
import { findOwnStatements, isRunningHead } from "./own-statements.ts";
import type { RankedStatement } from "./rank-statements.ts";
import { textOfLines, type PassageStatement } from "./statements.ts";

export interface OwnQuery {
  readonly question: string;
  /** What is asked of the documents. */
  readonly topic: string;
  readonly asks?: Asked;
  /** Texts of the provisions that answer, best first, by whose words it is looked for as well. */
  readonly law: readonly string[];
  /** Nobody named a document: what its title speaks of, all of it speaks of. */
  readonly byTitle?: true;
}

export type OwnDeps = Nearness & { readonly match: MatchStatements };

/** Statements that are put through the model. */
const compared = 40;
/**
 * What adds up to the logarithm of the odds that a statement says what is asked: nearness by tokens and by one vector, the
 * share of what is asked that it speaks of, the share that it could say in other words and does not, and the logarithm of
 * its words, since what is short is near to much by chance. Fitted on 465 topics and questions (docs/answers.md), and
 * raised by 0.4, so that `answeredFrom` loses as many that are said as it lets through that are not.
 */
const weights = {
  constant: -6.2,
  nearness: 3.5,
  likeness: 5.35,
  spoken: 2.75,
  unmet: -1.9,
  words: 0.43,
};
/** What holding the kind of thing that is asked for adds, or not holding it. */
const worth = { holds: 1.2, lacks: -1 };
/** A field that is what is asked for, and no other could be. */
const certain = 4;

/** Best first; the score is what `answeredFrom` is compared with, as of all statements. */
export async function rankOwn(
  query: OwnQuery,
  evidence: readonly Evidence[],
  deps: OwnDeps,
): Promise<RankedStatement[]> {
  const control = rankControl(query.topic, evidence);
  if (control.length > 0) return control;
  const wanted = readMatter(query.topic);
  const all = await sieveOwn(query, wanted, evidence, deps.match);
  const texts = all.map(({ titled }) => titled);
  if (texts.length === 0) return [];
  const { topic, asks } = query;
  const [near, like] = await Promise.all([
    deps.nearness(topic, texts),
    deps.likeness(topic, texts),
  ]);
  const sayable = wordsOfMatters(wanted);
  const counted = wordsThatCount(wanted, query);
  const scored = all.map(
    ({ statement, evidence: found, text, met: said, telling }, i): RankedStatement => {
      const holds = asks !== undefined && holdsKind(text, asks);
      const met = holds && asks.kind === "age" ? withAges(said, wanted) : said;
      const kind = worthOfKind(asks, text, holds);
      const unmet = met.map((share, word) => Number(share === 0 && sayable.has(word)));
      const told = counted.map((count, word) => count * (telling[word] ?? 0));
      const own =
        weights.constant +
        weights.nearness * (near[i] ?? 0) +
        weights.likeness * (like[i] ?? 0) +
        weights.spoken * meanOf(met, told) +
        weights.unmet * meanOf(unmet, counted) +
        weights.words * Math.log(text.split(/\s+/).length);
      return toRanked(statement, found, { holds, score: own + kind });
    },
  );
  return scored.toSorted(byScore);
}

/** Verbs and pronouns that stand in questions after anything: what is said of them tells of no matter. */
const asking = new Set(
  contentStemList(
    "get give do make take have let need use work want mean know tell say state happen go come put keep " +
      "thing anything something anyone someone everything case way kind sort all each about again few whats",
  ),
);

/** 1 for each word of what is asked, 0 for those that only ask: "how often", "anything"; all count where none else is. */
function wordsThatCount({ stems }: MatterOf, { asks }: OwnQuery): number[] {
  const ofKind = new Set(contentStemList(/^how \p{L}+/u.exec(asks?.words ?? "")?.[0] ?? ""));
  const counted = stems.map((stem) => Number(!asking.has(stem) && !ofKind.has(stem)));
  return counted.includes(1) ? counted : stems.map(() => 1);
}

/** "Children between 11 and 17" speaks of ages without the word. */
function withAges(met: readonly number[], { stems }: MatterOf): number[] {
  return met.map((share, word) => (ages.has(stems[word] ?? "") ? 1 : share));
}

const ages = new Set(contentStemList("age ages aged"));

/** A place that is still to be filled in may be to hold it. */
function worthOfKind(asks: Asked | undefined, text: string, holds: boolean): number {
  if (asks === undefined || asks.kind === "ruling") return 0;
  return holds || findBlanks(text).length > 0 ? worth.holds : worth.lacks;
}

function toRanked(
  statement: PassageStatement,
  evidence: Evidence,
  told: Pick<RankedStatement, "holds" | "score">,
): RankedStatement {
  const unit = `${evidence.document.id}#${evidence.passage.trail.join("›")}`;
  return { ...statement, evidence, unit, ...told };
}

function byScore(a: RankedStatement, b: RankedStatement): number {
  return (
    b.score - a.score ||
    byPlace({ statement: a, evidence: a.evidence }, { statement: b, evidence: b.evidence })
  );
}

/** Fields by which the documents tell of themselves, where these are what is asked for: "When is it due for review?" */
function rankControl(topic: string, evidence: readonly Evidence[]): RankedStatement[] {
  const asked = readControlAsked(topic);
  if (asked === null) return [];
  return evidence
    .flatMap((found) =>
      findOwnStatements(found.passage).map((statement) => {
        const line = statement.lines.at(-1);
        const text = line === undefined ? "" : found.passage.text.slice(line.start, line.end);
        const share =
          isRunningHead(found.passage) || isShort(statement) ? answersControl(text, asked) : 0;
        return toRanked(statement, found, { holds: true, score: certain * share });
      }),
    )
    .filter(({ score }) => score > 0)
    .toSorted(byScore);
}

/** A line of a control table or a label with its value, and no sentence of the text. */
function isShort({ words }: PassageStatement): boolean {
  return words <= 12;
}

async function sieveOwn(
  { topic, question, law, asks, byTitle }: OwnQuery,
  wanted: MatterOf,
  evidence: readonly Evidence[],
  match: MatchStatements,
) {
  // What stands on every page tells of the document, and is near whatever has the words of its title.
  const body = evidence.filter(({ passage }) => !isRunningHead(passage));
  const passages = body.map(({ passage }) => ({ passage, statements: findOwnStatements(passage) }));
  const asked = {
    asked: topic,
    others: [question, ...law.slice(0, 2)],
    ...(asks ? { asks } : {}),
  };
  const matches = await match(asked, passages);
  const all = body.flatMap((found, i) =>
    (passages[i]?.statements ?? []).map((statement, j) => {
      const text = textOfLines(statement, found.passage.text);
      const title = found.passage.trail.at(-1);
      const titled = title === undefined ? text : `${title}. ${text}`;
      const met = meetWords(
        wanted,
        readMatter(byTitle ? `${found.document.title}. ${titled}` : titled),
      );
      const rank = (matches[i]?.[j] ?? 0) + meanOf(met);
      return { statement, evidence: found, text, titled, met, rank };
    }),
  );
  const telling = weighByDocument(all);
  return all
    .toSorted((a, b) => b.rank - a.rank || byPlace(a, b))
    .slice(0, compared)
    .map((each) => ({ ...each, telling: telling.get(each.evidence.document.id) ?? [] }));
}

/**
 * How much each word of what is asked tells in a document, by how few of its statements speak of it: of "withdrawing a
 * complaint" the second word tells nothing in a policy on complaints.
 */
function weighByDocument(
  all: readonly { readonly evidence: Evidence; readonly met: readonly number[] }[],
): ReadonlyMap<string, readonly number[]> {
  const byDocument = groupBy(all, ({ evidence }) => evidence.document.id);
  return new Map(
    [...byDocument].map(([id, statements]) => {
      const words = statements[0]?.met ?? [];
      const weigh = (word: number) => {
        const speaking = statements.filter(({ met }) => (met[word] ?? 0) > 0).length;
        return Math.log((statements.length + 1) / (speaking + 0.5));
      };
      return [id, words.map((_, word) => weigh(word))];
    }),
  );
}
