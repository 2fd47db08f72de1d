// Takes what answering has open; gives what a language model's engine looks up in the library beside a question's evidence.
import { givesOrders } from "../compose/find-orders.ts";
import type { Lookup } from "../compose/language-model/lookup.ts";
import { firstOfEach } from "../lists.ts";
import { findMentions } from "../plan/mentions.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { findNamedPassages } from "../retrieve/follow-references.ts";
import { gather } from "../retrieve/gather.ts";
import { ownSearching } from "../retrieve/profiles.ts";
import { isQuotable } from "../retrieve/restrict.ts";
import { answeredFrom, type RankedStatement } from "../score/rank-statements.ts";
import type { AnswerDeps } from "./answer-deps.ts";
import { gatherQuestions } from "./gather-questions.ts";

export function createLookup(deps: AnswerDeps): Lookup {
  const { library } = deps;
  const isShown = (each: Evidence) => isQuotable(each) && !givesOrders(each);
  return {
    around: async (evidence) => {
      const found = await Promise.all(evidence.map((each) => findNeighbours(each, deps)));
      const known = new Set(evidence.map(({ passage }) => passage.id));
      const fresh = found.flat().filter((each) => isShown(each) && !known.has(each.passage.id));
      return firstOfEach(fresh, ({ passage }) => passage.id);
    },
    mentioned: (question) => [
      ...new Set(findMentions(question, library.documents).flatMap(({ ids }) => ids)),
    ],
    within: async (documentIds, query) => {
      const found = await gather({ asked: query, others: [] }, deps, ownSearching, { documentIds });
      return found.filter(isShown);
    },
    search: async (asked) => {
      const answering: RankedStatement[] = [];
      for await (const { parts } of gatherQuestions([asked], deps))
        for (const { bears, ranked, own } of parts) {
          answering.push(...(own?.findings ?? []).flatMap(({ statements }) => statements));
          if (bears) answering.push(...ranked.filter(({ score }) => score >= answeredFrom));
        }
      return answering;
    },
    named: async (text) => {
      const found = await findNamedPassages(text, 1, library, await deps.references());
      return found.filter(isShown);
    },
  };
}

async function findNeighbours(
  seed: Evidence,
  { library }: Pick<AnswerDeps, "library">,
): Promise<Evidence[]> {
  const { document, score, passage } = seed;
  const { documentId, ordinal, trail } = passage;
  const near = await library.passagesOf(documentId, ordinal - 1, ordinal + 1);
  return near
    .filter((other) => other.trail.join("›") === trail.join("›"))
    .map((other) => ({ passage: other, document, score, signals: {}, similarity: 0 }));
}
