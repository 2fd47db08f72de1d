// What a model's engine looks up in the library beyond what was gathered for the question.
import type { Evidence } from "../../retrieve/evidence.ts";
import type { RankedStatement } from "../../score/rank-statements.ts";

export interface Lookup {
  /** The passages before and after each under the same heading, in their order; the evidence itself is not among them. */
  readonly around: (evidence: readonly Evidence[]) => Promise<readonly Evidence[]>;
  /** Ids of own documents that a question names, or nearly. */
  readonly mentioned: (question: string) => readonly string[];
  /** Passages of these documents alone, the nearest to a query first. */
  readonly within: (documentIds: readonly string[], query: string) => Promise<readonly Evidence[]>;
  /** Statements that are likely enough to answer, best first; none where nothing is. */
  readonly search: (asked: string) => Promise<readonly RankedStatement[]>;
  /** Text of the provisions that a text names and the library holds. */
  readonly named: (text: string) => Promise<readonly Evidence[]>;
}

/** Where there is no library to look into. */
export const nowhere: Lookup = {
  around: async () => [],
  mentioned: () => [],
  within: async () => [],
  search: async () => [],
  named: async () => [],
};
