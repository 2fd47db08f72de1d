// Takes evidence; gives its statements, those that are worth a run of the model first.
import type { Asked } from "../plan/asked-kind.ts";
import { holdsKind } from "../plan/holds-kind.ts";
import type { Wordings } from "../plan/wordings.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { byPassage } from "../retrieve/merge-evidence.ts";
import type { Sighted } from "./features.ts";
import { nearestKnown } from "./known-questions.ts";
import type { MatchStatements } from "./match-statements.ts";
import { findStatements, textOfLines, type PassageStatement } from "./statements.ts";

/** Most statements that go on: of documents that known questions speak of, and of all others, such as the home's own. */
export const most = { known: 60, unknown: 20 };
/** What counts beside the score of a statement's passage: the tokens it has there, and known questions. */
const worth = { tokens: 1, subject: 2 };

export interface Sieved {
  readonly foremost: readonly Sighted[];
  readonly rest: readonly Sighted[];
}

export async function sieve(
  wordings: Wordings,
  evidence: readonly Evidence[],
  match: MatchStatements,
): Promise<Sieved> {
  const passages = evidence.map(({ passage }) => ({
    passage,
    statements: findStatements(passage),
  }));
  const matches = await match(wordings, passages);
  const all = evidence.flatMap((found, i) =>
    (passages[i]?.statements ?? []).map((statement, j) => {
      const subject = nearestKnown(statement, found);
      const near = worth.tokens * (matches[i]?.[j] ?? 0) + worth.subject * subject;
      return { statement, evidence: found, subject, worth: found.score + near };
    }),
  );
  const known = new Set(
    all
      .filter(({ subject, evidence: found }) => subject > 0 || found.known?.ofDocument === true)
      .map((each) => each.evidence.document.id),
  );
  const sighted = all
    .toSorted((a, b) => b.worth - a.worth || byPlace(a, b))
    .map(({ statement, evidence: found, subject }): Sighted => {
      const text = textOfLines(statement, found.passage.text);
      const holds = wordings.asks !== undefined && isHeld(wordings.asks, text, found);
      return { statement, evidence: found, subject, known: known.has(found.document.id), holds };
    });
  const foremost = new Set([
    ...sighted.filter((each) => each.known).slice(0, most.known),
    ...sighted.filter((each) => !each.known).slice(0, most.unknown),
  ]);
  return { foremost: [...foremost], rest: sighted.filter((each) => !foremost.has(each)) };
}

/** When something happens may be said by the heading alone: "The first day". */
function isHeld(asks: Asked, text: string, { passage }: Evidence): boolean {
  const heading = passage.trail.at(-1) ?? "";
  return holdsKind(text, asks) || (asks.kind === "occasion" && holdsKind(heading, asks));
}

/** In the order of the documents. */
export function byPlace(a: Placed, b: Placed): number {
  return byPassage(a.evidence, b.evidence) || lastStart(a.statement) - lastStart(b.statement);
}

interface Placed {
  readonly statement: PassageStatement;
  readonly evidence: Evidence;
}

function lastStart(statement: PassageStatement): number {
  return statement.lines.at(-1)?.start ?? 0;
}
