// Bodies that the law knows by an office, and the name that everybody knows them by.

export interface PlainName {
  /** The law's abbreviation. */
  readonly term: string;
  /** Finds the office in what the law says it means. */
  readonly means: RegExp;
  /** To stand beside the abbreviation. */
  readonly plain: string;
}

export const plainNames: readonly PlainName[] = [
  {
    term: "HMCI",
    means: /Chief\s+Inspector\s+of\s+Education,\s+Children['’]s\s+Services\s+and\s+Skills/,
    plain: "this is Ofsted",
  },
];
