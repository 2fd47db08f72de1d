// Joins the subject index with the model that its vectors are of; gives the look-up of a question's subjects.
import type { Embedder } from "../embed/embedder.ts";
import { once } from "../once.ts";
import { matchSubjects, type SubjectMatches } from "../retrieve/subjects/match-subjects.ts";
import { openSubjects } from "../retrieve/subjects/open-subjects.ts";

/**
 * The index is read by the first question.
 * @param openEmbedder the first built-in model, whatever model passages are embedded with
 */
export function createSubjectFinder(
  openEmbedder: () => Promise<Embedder>,
): (wordings: readonly string[]) => Promise<SubjectMatches> {
  const open = once(() => Promise.all([openSubjects(), openEmbedder()]));
  return async (wordings) => {
    const [index, embedder] = await open();
    return matchSubjects(index, await embedder.embed(wordings));
  };
}
