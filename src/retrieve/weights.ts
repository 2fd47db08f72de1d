// How much each signal counts in the ranking, and where the numbers come from.

/** A signal's value times its weight is its share of the score. */
export interface SignalWeights {
  /** BM25 over stems divided by the number of the query's stems: comparable between short and long queries. */
  readonly text: number;
  /** The same over pairs of neighbouring stems. */
  readonly phrases: number;
  /** Cosine of query and passage, -1 to 1. */
  readonly vector: number;
  /** MaxSim of their token vectors, -1 to 1; 0 for a model that gives none. */
  readonly tokens: number;
  /** Natural logarithm of the passage's number of tokens: a long passage matches more by chance. */
  readonly length: number;
  /** 1 for documents of the field the library is about (`isOfField` in retrieve.ts). */
  readonly subject: number;
  /** 1 for documents that the query names. */
  readonly document: number;
  /** How far the query says that it is about the document, 0 to 1 (document-names.ts). */
  readonly name: number;
}

/**
 * Near the weights that fit one half of the ObliQA development questions (`npm run fit:retrieval`, docs/retrieval.md), which
 * would leave next to nothing to words and whole vectors; held back where children's homes questions need those. Subject
 * and document, which ObliQA knows nothing of, were set by hand on the development questions and are coarse on purpose.
 */
export const fullWeights: SignalWeights = {
  text: 0.4,
  phrases: 1,
  vector: 2,
  tokens: 30,
  length: -0.35,
  subject: 1,
  document: 3,
  name: 30,
};

/** For candidates before late interaction, and for models without token vectors; fitted in the same way. */
export const plainWeights: SignalWeights = {
  text: 1.5,
  phrases: 1.2,
  vector: 20,
  tokens: 0,
  length: 0,
  subject: 1,
  document: 3,
  name: 30,
};

/** Maps the weighted sum to scores of which most lie between 0 and 1, the same for every query. */
export const scoreScale = {
  full: { zero: 9, one: 27 },
  plain: { zero: 9, one: 28 },
} as const;
