// How much is gathered for a query: for an answer all that it may rest on, for a search a list to read from the top.

/** Shares are of the score of the best passage that the ranking finds, where nothing else is said. */
export interface GatherProfile {
  /** Passages that the ranking gives for each wording. */
  readonly ranked: number;
  /** How many of them are kept: the best of all, and the best of each authority; null for all. */
  readonly pool: { readonly best: number; readonly each: number } | null;
  /** What a passage counts that another wording than the first finds best, of its score for that wording. */
  readonly otherWordings: number;
  /** What a passage counts that a strong one refers to, of the score of that one. */
  readonly linked: number;
  /** What a passage counts that the query names. */
  readonly named: number;
  /** What a passage counts to which the nearest subject points, and the furthest that counts. */
  readonly subjects: { readonly nearest: number; readonly furthest: number };
  /**
   * Whether it is to be quoted from: without what is not law any more or not trusted, but with the rest of provisions
   * and lists, and the words that parts of provisions hang from.
   */
  readonly quoted: boolean;
}

/** The statements of what is gathered are ranked again, one by one: what may help has to be there, whatever its place. */
export const answering: GatherProfile = {
  ranked: 150,
  // So that a long guide does not crowd out the law.
  pool: { best: 40, each: 15 },
  otherWordings: 0.97,
  linked: 0.82,
  named: 1,
  subjects: { nearest: 0.9, furthest: 0.4 },
  quoted: true,
};

/** The order is all that there is: what was brought in stands behind the best that was found (docs/retrieval.md). */
export const searching: GatherProfile = {
  ranked: 60,
  pool: null,
  otherWordings: 0.9,
  linked: 0.7,
  // In front of whatever shares words with the query.
  named: 1.01,
  subjects: { nearest: 0.7, furthest: 0.5 },
  quoted: false,
};

/** Own documents alone, for what they say in words of their own: whatever finds a place, it is compared afterwards. */
export const ownSearching: GatherProfile = { ...answering, pool: null, otherWordings: 1 };
