// What a set of requirements holds, as its file says it: prompts/checklists/README.md tells what each field means.
/**
 * - `must`, `should`, `voluntary`: asked of the home
 * - `not-home`: of somebody else; shown, and never a gap
 * - `self-assessment`: what only the people themselves can say; never a gap
 */
export const duties = ["must", "should", "voluntary", "not-home", "self-assessment"] as const;
export type Duty = (typeof duties)[number];

/** The text that a row rests on where the library does not hold it. */
export interface Source {
  readonly title: string;
  readonly body: string;
  readonly date: string;
  readonly where: string;
}

/** Whose duty a row is. */
export const holders = [
  "registered-person",
  "registered-provider",
  "registered-manager",
  "responsible-individual",
  "staff",
  "independent-person",
  "authority",
  "iro",
  "practitioner",
] as const;
export type Holder = (typeof holders)[number];

/** People, and the provider, who bear one name in all documents. */
export const people = [
  "registered-provider",
  "registered-manager",
  "responsible-individual",
] as const;

export const limitKinds = [
  "at-most",
  "at-least",
  "every",
  "without-delay",
  "promptly",
  "before",
  "on-request",
] as const;

export interface Limit {
  readonly kind: (typeof limitKinds)[number];
  /** Null where the kind has none. */
  readonly amount: number | null;
  readonly unit: string | null;
  /** From when it runs, in words. */
  readonly from: string | null;
}

/** What a document has to state. */
export interface Expects {
  readonly arrangement: boolean;
  readonly statement: boolean;
  readonly record: boolean;
  readonly namedPerson: boolean;
  readonly date: boolean;
  readonly limit: Limit | null;
  /** Each of them is told or asked. */
  readonly recipient: readonly string[];
  /** Each of them is wanted. */
  readonly list: readonly string[];
}

/** A fact of the home, and what it must be. */
export interface FactIs {
  readonly fact: string;
  readonly is: boolean;
}

export interface Condition {
  readonly says: string;
  readonly if: readonly FactIs[];
  readonly unless: readonly FactIs[];
}

export interface ChecklistRow {
  readonly id: string;
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  /** A reference as people write it; null where it rests on a `source`. */
  readonly place: string | null;
  readonly item: string | null;
  readonly source: Source | null;
  /** Words that point to one of several duties of the provision, "…" for what is left out. */
  readonly limb: string | null;
  /** In charm's words; of a user's reference alone, null. */
  readonly requirement: string | null;
  /** Null where the row does not say. */
  readonly holder: Holder | null;
  /** Null where the document that is referred to decides. */
  readonly duty: Duty | null;
  readonly when: Condition | null;
  readonly expects: Expects;
  readonly noneIsAnAnswer: boolean;
  readonly parts: readonly string[];
  /** Whose name must be the same in all documents; null for nobody's. */
  readonly sameInAll: (typeof people)[number] | null;
  readonly plansSay: readonly string[];
  readonly notMetBy: readonly string[];
}

/** What sources say differently: shown, and never evidence. */
export interface SourceConflict {
  readonly about: string;
  readonly counts: readonly string[];
  readonly from: string;
  readonly note: string;
}

export interface Checklist {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly voluntary: boolean;
  readonly conflicts: readonly SourceConflict[];
  readonly rows: readonly ChecklistRow[];
}
