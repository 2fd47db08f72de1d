// Takes two evaluations of the same questions; gives what became better and what became worse.
import { signTest } from "./evaluate-measures.ts";
import type { Evaluation } from "./evaluate-retrieval.ts";

export interface ChangedQuestion {
  readonly id: string;
  readonly question: string;
  /** Places among which all evidence is found; null when it is not. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface EvaluationChange {
  readonly better: readonly ChangedQuestion[];
  readonly worse: readonly ChangedQuestion[];
  readonly same: number;
  /** How likely so uneven a change is by chance alone (sign test, two-sided). */
  readonly chance: number;
  /** Ids that only one of the two has. */
  readonly unmatched: readonly string[];
}

/** Questions by id; the greatest change first. */
export function compareEvaluations(before: Evaluation, after: Evaluation): EvaluationChange {
  const earlier = new Map(before.questions.map((each) => [each.id, each]));
  const later = new Set(after.questions.map(({ id }) => id));
  const pairs = after.questions.flatMap(({ id, question, rank }) => {
    const held = earlier.get(id);
    return held === undefined ? [] : [{ id, question, before: held.rank, after: rank }];
  });
  const change = (pair: ChangedQuestion) => worth(pair.after) - worth(pair.before);
  const size = (pair: ChangedQuestion) => Math.abs(change(pair));
  const byChange = (a: ChangedQuestion, b: ChangedQuestion) =>
    size(b) - size(a) || (a.id < b.id ? -1 : 1);
  const better = pairs.filter((pair) => change(pair) > 0).sort(byChange);
  const worse = pairs.filter((pair) => change(pair) < 0).sort(byChange);
  return {
    better,
    worse,
    chance: signTest(better.length, worse.length),
    same: pairs.filter((pair) => change(pair) === 0).length,
    unmatched: [
      ...after.questions.filter(({ id }) => !earlier.has(id)).map(({ id }) => id),
      ...before.questions.filter(({ id }) => !later.has(id)).map(({ id }) => id),
    ],
  };
}

/** From second to first is worth more than from twentieth to nineteenth. */
function worth(rank: number | null): number {
  return rank === null ? 0 : 1 / rank;
}
