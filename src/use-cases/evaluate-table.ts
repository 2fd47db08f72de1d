// Takes an evaluation, or the change between two; gives lines of text for a terminal.
import type { ChangedQuestion, EvaluationChange } from "./evaluate-compare.ts";
import type { Evaluation } from "./evaluate-retrieval.ts";

/** Figures, then the questions whose evidence is not all in the first place, the worst last. */
export function renderEvaluation({ questions, figures }: Evaluation): string[] {
  const { found, intervals, msPerQuestion, ...measures } = figures;
  const shares = Object.entries(found) as [keyof typeof found, number][];
  const late = questions.filter(({ rank }) => rank !== 1);
  late.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.id < b.id ? -1 : 1));
  return [
    `${questions.length} questions, ${msPerQuestion} ms a question (median)`,
    `all evidence found  ${shares.map(([k, share]) => `${k} ${share.toFixed(3)}`).join("  ")}`,
    `  of 95 in 100 within ${shares.map(([k]) => `${k} ${intervals[k].map((end) => end.toFixed(2)).join("–")}`).join("  ")}`,
    ...Object.entries(measures).map(([name, value]) => `${name.padEnd(20)}${value.toFixed(3)}`),
    ...(late.length === 0 ? [] : ["", "Found later, or not:"]),
    ...late.map(({ id, rank, question }) => `${place(rank).padStart(6)}  ${id}  ${question}`),
  ];
}

export function renderChange({
  better,
  worse,
  same,
  chance,
  unmatched,
}: EvaluationChange): string[] {
  return [
    `${better.length} better, ${worse.length} worse, ${same} the same; by chance alone so uneven in ${(100 * chance).toFixed(chance < 0.1 ? 1 : 0)} of 100`,
    ...better.map((change) => renderPair("+", change)),
    ...worse.map((change) => renderPair("-", change)),
    ...(unmatched.length === 0 ? [] : [`Only in one of the two: ${unmatched.join(", ")}`]),
  ];
}

function renderPair(sign: string, { id, question, before, after }: ChangedQuestion): string {
  return `${sign} ${place(before).padStart(4)} → ${place(after).padEnd(4)}  ${id}  ${question}`;
}

function place(rank: number | null): string {
  return rank === null ? "none" : `@${rank}`;
}
