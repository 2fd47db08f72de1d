// Takes what is asked of the provider's own documents and their passages; gives their statements, those that say it first.
//
// A policy says things in words of its own, and has a few dozen statements: the best of them is always some way near. So
// they are compared with what is asked alone, without the words that name the document.
import { findBlanks } from "../text/blanks.ts";
import { readMatter, shareOfMatter } from "../field/shared-matter.ts";
import type { Asked } from "../plan/asked-kind.ts";
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
}

export type OwnDeps = Nearness & { readonly match: MatchStatements };

/** Statements that are put through the model. */
const compared = 40;
/**
 * What adds up to the logarithm of the odds that a statement says what is asked: nearness by tokens and by one vector, and
 * the share of what is asked that it speaks of. Fitted on 320 topics (docs/answers.md).
 */
const weights = { constant: -6.4, nearness: 4.2, likeness: 6.2, spoken: 3 };
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
  const all = await sieveOwn(query, evidence, deps.match);
  const texts = all.map(({ titled }) => titled);
  if (texts.length === 0) return [];
  const { topic, asks } = query;
  const [near, like] = await Promise.all([
    deps.nearness(topic, texts),
    deps.likeness(topic, texts),
  ]);
  const wanted = readMatter(topic);
  const scored = all.map(({ statement, evidence: found, text, titled }, i): RankedStatement => {
    const holds = asks !== undefined && holdsKind(text, asks);
    const kind = worthOfKind(asks, text, holds);
    const own =
      weights.constant +
      weights.nearness * (near[i] ?? 0) +
      weights.likeness * (like[i] ?? 0) +
      weights.spoken * shareOfMatter(wanted, readMatter(titled));
    return toRanked(statement, found, { holds, score: own + kind });
  });
  return scored.toSorted(byScore);
}

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
  { topic, question, law, asks }: OwnQuery,
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
  const wanted = readMatter(topic);
  return body
    .flatMap((found, i) =>
      (passages[i]?.statements ?? []).map((statement, j) => {
        const text = textOfLines(statement, found.passage.text);
        const title = found.passage.trail.at(-1);
        const titled = title === undefined ? text : `${title}. ${text}`;
        const spoken = shareOfMatter(wanted, readMatter(titled));
        return { statement, evidence: found, text, titled, worth: (matches[i]?.[j] ?? 0) + spoken };
      }),
    )
    .toSorted((a, b) => b.worth - a.worth || byPlace(a, b))
    .slice(0, compared);
}
