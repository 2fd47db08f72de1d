// Runs questions through a search; gives how much of their evidence is found, question by question and in figures.
import {
  averagePrecisionAt,
  discountedGainAt,
  intervalOf,
  listPlaces,
  rankNeeds,
  rankOfAll,
  recallAt,
} from "./evaluate-measures.ts";
import type { EvalQuestion } from "./eval-question.ts";
import type { SearchResult } from "./search-library.ts";

/** Results looked at for each question. */
const evaluatedResults = 40;
const ks = [1, 3, 5, 10] as const;

export interface QuestionFigures {
  readonly id: string;
  readonly question: string;
  /** Places among which all its evidence is found; null when some is not found at all. */
  readonly rank: number | null;
  /** Rank of each need. */
  readonly needs: readonly (number | null)[];
  /** Milliseconds; left out of comparisons. */
  readonly ms: number;
}

export interface Evaluation {
  readonly questions: readonly QuestionFigures[];
  readonly figures: {
    /** Share of questions with all their evidence among the first k places: `found@1`, … */
    readonly found: Readonly<Record<`@${(typeof ks)[number]}`, number>>;
    /** Of each share its 95 % interval. */
    readonly intervals: Readonly<Record<`@${(typeof ks)[number]}`, readonly [number, number]>>;
    readonly "recall@10": number;
    readonly "map@10": number;
    readonly "ndcg@10": number;
    /** Median. */
    readonly msPerQuestion: number;
  };
}

export interface EvaluateDeps {
  readonly search: (query: string, k: number) => Promise<readonly SearchResult[]>;
  readonly signal?: AbortSignal;
  readonly onQuestion?: (done: number, of: number) => void;
  /** Milliseconds from any start. */
  readonly now?: () => number;
}

export async function evaluateRetrieval(
  questions: readonly EvalQuestion[],
  deps: EvaluateDeps,
): Promise<Evaluation> {
  const { search, signal, onQuestion, now = () => performance.now() } = deps;
  const rows: QuestionFigures[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    const start = now();
    const results = await search(question.text, evaluatedResults);
    const ms = now() - start;
    const needs = rankNeeds(question, listPlaces(results));
    rows.push({ id: question.id, question: question.text, rank: rankOfAll(needs), needs, ms });
    onQuestion?.(rows.length, questions.length);
  }
  return { questions: rows, figures: summarise(questions, rows) };
}

function summarise(questions: readonly EvalQuestion[], rows: readonly QuestionFigures[]) {
  const within = (k: number) => mean(rows.map(({ rank }) => (rank !== null && rank <= k ? 1 : 0)));
  const found = Object.fromEntries(ks.map((k) => [`@${k}`, within(k)]));
  const intervals = Object.fromEntries(
    ks.map((k) => [`@${k}`, intervalOf(within(k), rows.length)]),
  );
  const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    found: found as Evaluation["figures"]["found"],
    intervals: intervals as unknown as Evaluation["figures"]["intervals"],
    "recall@10": mean(rows.map(({ needs }) => recallAt(needs, 10))),
    "map@10": mean(rows.map(({ needs }) => averagePrecisionAt(needs, 10))),
    "ndcg@10": mean(
      rows.map(({ needs }, at) => discountedGainAt(questions[at] as EvalQuestion, needs, 10)),
    ),
    msPerQuestion: Math.round(times[times.length >> 1] ?? 0),
  };
}

function mean(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  return Number((sum / Math.max(1, values.length)).toFixed(4));
}
