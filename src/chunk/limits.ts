// How long passages may be and how short they may stay, by a count of tokens.

export interface ChunkLimits {
  /** Most tokens of quotable text in a passage; what the model also sees (names, headings) has its own share. */
  readonly most: number;
  /** Siblings shorter than this are joined with the next, in tokens. */
  readonly fewest: number;
  /** Number of tokens of a text. */
  readonly count: (text: string) => number;
}
