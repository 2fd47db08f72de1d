// Customs of the field that change what a reference means (field/customs.json): names from before the law of today, and
// headings that other instruments use.
import { field } from "../field/of-field.ts";
import { readFieldTable } from "../field/read-field.ts";

/** A name people still use for a provision of the regulations that those of today have replaced. */
export interface FormerName {
  /** Place in `formerRegulations`. */
  readonly address: string;
  /** Words after the number by which the old provision is known: "Regulation 33 visit". */
  readonly topics: readonly string[];
  readonly matter: string;
  /** Where the matter stands now, in `impliedRegulations`. */
  readonly now: string;
}

/** A heading by which a provision of another instrument is known, so that its number is not read as one of ours. */
export interface KnownHeading {
  readonly instrument: string;
  readonly address: string;
  readonly title: string;
}

/** Rows with where they were read. */
interface Sourced<T> {
  readonly source: string;
  readonly rows: readonly T[];
}

interface Customs {
  readonly formerNames: Sourced<FormerName>;
  /** Where a clause of a Bill ended up in the Act. */
  readonly enactedClauses: Sourced<{
    readonly bill: string;
    readonly clause: string;
    readonly act: string;
    readonly address: string;
  }>;
  readonly headings: Sourced<KnownHeading>;
  /** Keys of other sets of standards that go by number alone, and of other sets of quality standards by that name. */
  readonly numberedStandardSets: readonly string[];
  readonly otherQualityStandards: readonly string[];
  /** Sections that go by their number with a noun after it. */
  readonly sections: Sourced<{
    readonly section: string;
    readonly topics: readonly string[];
    readonly instrument: string;
  }>;
  /** What an abbreviation after a number stands for in the words of legislation. */
  readonly topicWording: Readonly<Record<string, readonly string[]>>;
  /** Bodies that the law knows by an office, and the name that everybody knows them by. */
  readonly offices: readonly {
    /** The law's abbreviation. */
    readonly term: string;
    /** Regular expression that finds the office in what the law says it means. */
    readonly means: string;
    /** To stand beside the abbreviation. */
    readonly plain: string;
  }[];
}

const none = { source: "", rows: [] };
const customs = readFieldTable<Customs>("customs", {
  formerNames: none,
  enactedClauses: none,
  headings: none,
  numberedStandardSets: [],
  otherQualityStandards: [],
  sections: none,
  topicWording: {},
  offices: [],
});

/** Key of the regulations that former names are of. */
export const { formerRegulations } = field;
export const formerNames = customs.formerNames.rows;
export const enactedClauses = customs.enactedClauses.rows;
export const knownHeadings = customs.headings.rows;
export const customarySections = customs.sections.rows;
export const { numberedStandardSets, otherQualityStandards, topicWording, offices } = customs;
