// What a written reference says, before anything is looked up: the document it names and the places in it.

/** What sort of legal instrument a name speaks of; null for guidance and the like. */
export type Instrument = "act" | "regulations" | "order" | "rules" | "bill" | "convention";

/** A document as a text names it. */
export interface DocumentMention {
  /**
   * - `title`: "the Children Act 1989", "the Fostering Services Regulations"
   * - `abbreviation`: "CA 1989"
   * - `short`: "the 1989 Act", "the 2010 Regulations"
   * - `definite`: "the Regulations", "the Act", "the Guide": known from where it stands
   * - `self`: "these Regulations", "this Act", "this Guide"
   * - `number`: "SI 2015/541"
   * - `name`: a name of guidance or of a document of the library: "Working Together 2018"
   * - `url`: an address at legislation.gov.uk
   * - `file`: a file name
   */
  readonly kind:
    | "title"
    | "abbreviation"
    | "short"
    | "definite"
    | "self"
    | "number"
    | "name"
    | "url"
    | "file";
  /** As it stands in the text, the article left out: `Children Act 1989`, `1989 Act`. */
  readonly written: string;
  /**
   * Normalised for comparing: white space and apostrophes folded; of "that Act", the Act named before; of a name that is
   * written nearly right, the right one.
   */
  readonly name: string;
  readonly misspelt?: true;
  readonly instrument: Instrument | null;
  /** Year in the title, or edition of a guidance document: `1989`, `2018`. */
  readonly year: string | null;
  /** Series number: `2015/541` of a statutory instrument, `1989 c. 41` of an Act. */
  readonly number: string | null;
  /** Version said beside the name: `1.17`. */
  readonly version: string | null;
  /** Ids of the documents of the library that go by this name, and the first keys of their addresses; left out when none does. */
  readonly held?: { readonly documentIds: readonly string[]; readonly families: readonly string[] };
}

/** How a reference inside a text finds the place it starts from; null when it starts from the document. */
export type RelativeTo = "paragraph" | "sub-paragraph" | "subsection" | "this";

/** One place or range of places, by canonical address (src/structure/provision.ts), labels as written. */
export interface Target {
  /**
   * `reg/28/2/c`, `s/22C/6`, `sch/1/para/19`, `part/2/chapter/1`, `para/10.13`, `annex-a/1.3`, `page/53`, `fn/15`,
   * `standard/5`, `standard/leadership-and-management`, `standards`, `head/staff/training`. Of a relative target the
   * labels alone (`1/b/i`), or the division it names (`reg`, `sch`) for "this regulation".
   */
  readonly address: string;
  /** Last place of a range, both ends included; null for a single place. */
  readonly to: string | null;
  /**
   * Labels as written when the start was left out ("regulations 13(2)(d) and (e)"): they hang on the deepest parent of
   * the target before that has them. `address` is then a guess from the shape of the labels.
   */
  readonly tail: readonly string[] | null;
  readonly relative: RelativeTo | null;
  /** Enclosing unit named with it that is not part of its address: `chapter/2` of "chapter 2, paragraph 103". */
  readonly within: string | null;
  /** What follows it in quotation marks, as a definition's address goes on: `def/care-plan/a`; left out when nothing does. */
  readonly defined?: string;
}

export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** A reference found in a text. */
export interface Reference {
  /** UTF-16 offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly document: DocumentMention | null;
  /** In the order written; empty when the reference is to the document as a whole. */
  readonly targets: readonly Target[];
  /** Page said beside the places: "page 53, paragraph 10.8". */
  readonly pages: PageRange | null;
  /** Nothing but its shape makes it a reference ("28(2)(c)", "10.13"): callers decide by context. */
  readonly bare: boolean;
  /** Some target starts from the place the text stands in ("paragraph (1)(b)", "this regulation"). */
  readonly relative: boolean;
  /** Words that follow and say what it is about, lower case: `visit`, `monitoring report`, `order`, `dbs`. */
  readonly topic: string | null;
  /** Heading given with it: "(good governance)", "– Health". */
  readonly title: string | null;
}

/** One place, found from the start of the document. */
export function targetAt(address: string): Target {
  return { address, to: null, tail: null, relative: null, within: null };
}

/** The target with its addresses written in another way. */
export function mapAddresses(target: Target, map: (address: string) => string): Target {
  return {
    ...target,
    address: map(target.address),
    to: target.to === null ? null : map(target.to),
  };
}
