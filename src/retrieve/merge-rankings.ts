// Takes the rankings of a question and of its parts; gives one ranking in which each part keeps its best.
import type { Evidence } from "./evidence.ts";

/** The whole question's foremost stay in front of what its parts bring. */
const lead = 3;
/** What the whole question ranks among this many needs no help. */
const near = 8;

/**
 * The whole question's ranking, with the best of each part put behind its foremost where it does not rank well by
 * itself. Scores stay those of the ranking that a passage comes from.
 */
export function mergeRankings(rankings: readonly (readonly Evidence[])[], k: number): Evidence[] {
  const [whole = [], ...parts] = rankings;
  const known = new Set(whole.slice(0, near).map(({ passage }) => passage.id));
  const added: Evidence[] = [];
  for (const [best] of parts) {
    if (best === undefined || known.has(best.passage.id)) continue;
    known.add(best.passage.id);
    added.push(best);
  }
  const promoted = new Set(added.map(({ passage }) => passage.id));
  const rest = whole.filter(({ passage }) => !promoted.has(passage.id));
  return [...rest.slice(0, lead), ...added, ...rest.slice(lead)].slice(0, k);
}
