// A question with the places where its evidence stands, for measuring a search.

/** A place in the corpus. With neither pages, section nor locator the whole file. */
export interface EvidencePlace {
  /** Name of the file, without folders. */
  readonly file: string;
  /** PDF pages, any of which will do. */
  readonly pages?: readonly number[];
  /** Words of the heading trail, for files without pages. */
  readonly section?: string;
  readonly locator?: string;
  /** "reg 44(1)": in place of all else, looked up in the library. */
  readonly provision?: string;
}

/** Something a question needs: any one of the places shows it. */
export interface EvidenceNeed {
  readonly anyOf: readonly EvidencePlace[];
  /** How much it matters, 1 or more. */
  readonly grade: number;
}

export interface EvalQuestion {
  readonly id: string;
  readonly text: string;
  readonly needs: readonly EvidenceNeed[];
}
