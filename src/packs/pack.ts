// What a pack says of a kind of document: what it must say, in which sections, and which facts of the home it needs.
import type { ChecklistRow } from "../requirements/checklist.ts";

/**
 * - `policy`, `report`: for adults
 * - `child`: for children to read, in short sentences, with an annex for adults
 */
export const packKinds = ["policy", "report", "child"] as const;
export type PackKind = (typeof packKinds)[number];

/** Facts of home.yaml that a document may state; the names of posts are those of its schema. */
export const packFacts = [
  "provider",
  "address",
  "telephone",
  "email",
  "urn",
  "capacity",
  "ages",
  "registered-manager",
  "deputy-manager",
  "responsible-individual",
  "nominated-director",
  "designated-safeguarding-lead",
  "independent-person",
  "fire-officer",
  "first-aid-lead",
  "medication-lead",
  "health-and-safety-lead",
  "data-protection-lead",
  "education-lead",
  "complaints-officer",
  "host-authority",
  "placing-authorities",
] as const;
export type PackFact = (typeof packFacts)[number];

/** Rows that come from one file, as messages name it. */
export interface PackPart {
  readonly file: string;
  readonly rows: readonly ChecklistRow[];
}

/** A sentence of charm's own about a right that the law gives, and the provision that gives it. */
export interface Saying {
  readonly text: string;
  readonly from: ChecklistRow;
}

export interface PackSection {
  readonly title: string;
  /** In their order. */
  readonly rows: readonly ChecklistRow[];
  /** To whoever writes it; null for none. */
  readonly note: string | null;
}

/** A section for children: what the law gives them, and what the home has to add in plain words. */
export interface ChildSection {
  readonly title: string;
  readonly says: readonly Saying[];
  /** What is left to be filled in. */
  readonly fill: readonly string[];
}

export interface Pack {
  readonly name: string;
  readonly title: string;
  /** One line for whoever chooses. */
  readonly about: string;
  readonly kind: PackKind;
  /** Provisions by which the document is asked for. */
  readonly askedBy: readonly ChecklistRow[];
  readonly facts: readonly PackFact[];
  readonly sections: readonly PackSection[];
  readonly child: readonly ChildSection[];
  /** Every row once, by the file it comes from; in the order in which `charm gap` gives them. */
  readonly parts: readonly PackPart[];
  /** What `charm gap` takes for the same rows: a set of requirements, or the pack itself. */
  readonly set: string;
  /** How messages name its file. */
  readonly file: string;
}
