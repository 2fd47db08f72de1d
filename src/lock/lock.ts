// What a lock holds: reports and policies of one folder, with the provisions that they rested on when they were written.
import type { Authority } from "../document.ts";

/** Name of the file that stands beside the reports it tells of. */
export const lockName = "charm.lock.json";

/** Raised when an older charm could not read what a newer one writes. */
export const lockVersion = 1;

/** An edition of a document, as it was when it was cited. */
export interface LockedDocument {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string;
  readonly title: string;
  readonly short: string;
  readonly version: string | null;
  /** ISO date or its leading part. */
  readonly date: string | null;
  readonly authority: Authority;
  /** Of the file's bytes; hex, as all digests here. */
  readonly sha256: string;
  /** File of the newer edition that was there already when this one was cited; left out where there was none. */
  readonly newer?: string;
}

/** A provision or, where it goes by no number, a quote, as it was when something came to rest on it. */
export interface LockedPlace {
  readonly document: LockedDocument;
  /** Canonical; null for a quote that stands under no number. */
  readonly address: string | null;
  readonly locator: string | null;
  /** Where it is cited; null in files without pages. */
  readonly page: number | null;
  /** Folded text of the whole provision, or of the quote. */
  readonly text: string;
}

/** A place under a source of a report's answer. */
export interface Citation extends LockedPlace {
  /** Of the report, from 1. */
  readonly question: number;
  /** Number of the source in its answer. */
  readonly source: number;
  /** What is quoted of it on that page: begin and end in the bare text. */
  readonly quotes: readonly (readonly [number, number])[];
}

/** What writes answers. */
export interface LockedEngine {
  readonly engine: string;
  readonly model: string | null;
  /** Name, version and digest of the prompts; null without a model. */
  readonly prompt: string | null;
}

/** A question of a report, with what wrote its answer: a question that no model can answer is left to extracts. */
export interface LockedQuestion extends LockedEngine {
  readonly question: string;
  /** Digest of the evidence that a model was given; null without one. */
  readonly evidence: string | null;
  /** Of its section as it was written. */
  readonly sha256: string;
}

/** What was asked for beside the questions, so that the same can be asked again; left out where it was not said. */
export interface LockedSettings {
  readonly brief?: true;
  readonly maxWords?: number;
  readonly write?: true;
  readonly engine?: string;
  readonly model?: string;
  readonly unverified?: string;
  /** Name of the home that the run was for; `*` for all of several. */
  readonly home?: string;
  /** Of a matrix of requirements, what was held against what. */
  readonly gap?: LockedGap;
}

export interface LockedGap {
  /** Name of a built-in set, or the path of a YAML file; as all paths here from the folder of the lock. */
  readonly set: string;
  /** Files and folders; `given` is what the matrix calls them. */
  readonly against: readonly { readonly given: string; readonly path: string }[];
}

export interface LockedReport {
  /** Name in the folder of the lock. */
  readonly file: string;
  /** Of the report's bytes as they were written. */
  readonly sha256: string;
  readonly settings: LockedSettings;
  /** What the settings led to. */
  readonly made: LockedEngine;
  /** Id of the model that passages were found with. */
  readonly embedder: string;
  /** Fingerprint of the library, and how many documents it held. */
  readonly library: string;
  readonly documents: number;
  readonly questions: readonly LockedQuestion[];
  /** In the order of questions, sources and places. */
  readonly citations: readonly Citation[];
}

/** A provision that a policy rests on, and where in the policy. */
export interface Rest extends LockedPlace {
  /** What found it: `check`, or the set of requirements that the policy was held against. */
  readonly by: string;
  readonly sections: readonly PolicyPlace[];
}

export interface PolicyPlace {
  /** Nearest heading above the words; null above the first. */
  readonly section: string | null;
  readonly page: number | null;
}

/** A document of the provider's own that charm did not write. */
export interface LockedPolicy {
  /** Name in the folder of the lock. */
  readonly file: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** Digest of its bare text: saving it anew changes nothing. */
  readonly text: string;
  readonly rests: readonly Rest[];
}

/** Both in the order of their files. */
export interface Lock {
  readonly reports: readonly LockedReport[];
  readonly policies: readonly LockedPolicy[];
}

export const emptyLock: Lock = { reports: [], policies: [] };
