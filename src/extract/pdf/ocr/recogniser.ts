// What reads the words in a picture of a page, and how sure it is of them.

/** Positions are in pixels of the picture, from its top left. */
export interface RecognisedWord {
  readonly text: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly left: number;
  readonly right: number;
}

export interface RecognisedLine {
  readonly words: readonly RecognisedWord[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** From the foot of a "p" to the top of a "b". */
  readonly height: number;
}

export interface Recogniser {
  /** Names program, language and way of reading: pages read by another one may read otherwise. */
  readonly id: string;
  /**
   * Lines in reading order; null where the picture takes more work or memory than a page may.
   * @param picture as PNG
   * @throws the signal's reason when it is aborted
   */
  recognise(picture: Uint8Array, signal: AbortSignal): Promise<readonly RecognisedLine[] | null>;
  close(): Promise<void>;
}
