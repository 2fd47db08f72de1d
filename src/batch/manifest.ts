// What a batch is to make: one job for each document of each home, as its manifest says.
import type { Home } from "../homes/homes.ts";

/** Forms that an output can be wanted in, by the ending of its name. */
export const batchFormats = ["md", "docx", "html"] as const;
export type BatchFormat = (typeof batchFormats)[number];

/** A draft from a pack, or the answer to a question. */
export type Asked =
  | {
      readonly kind: "pack";
      /** As written: a name, or the path of a YAML file. */
      readonly pack: string;
      /** As written: path of the facts of a home; null for those of the home. */
      readonly facts: string | null;
      /** ISO date of the version; null for none. */
      readonly date: string | null;
    }
  | {
      readonly kind: "question";
      readonly question: string;
      /** Among the questions of the manifest, from 1. */
      readonly number: number;
    };

export interface ManifestJob {
  /** Line of the manifest that asks for it, from 1. */
  readonly line: number;
  /** Null where no home is named. */
  readonly home: Home | null;
  readonly asked: Asked;
  /** As written; null where the pattern says. */
  readonly output: string | null;
}

export interface Manifest {
  /** How messages name the file. */
  readonly file: string;
  /** Folder of all outputs, as written; null where nothing says. */
  readonly output: string | null;
  /** Of outputs that are not named one by one, and its line. */
  readonly pattern: string;
  readonly patternLine: number;
  readonly formats: readonly BatchFormat[];
  /** In the order of the manifest; of homes and packs, the packs of the first home first. */
  readonly jobs: readonly ManifestJob[];
}

export const defaultPattern = "{home}/{job}.{format}";

/** More have to be allowed: a slip makes thousands of jobs quickly. */
export const mostJobs = 10_000;

/** How readers of a manifest find the homes of the run. */
export interface ManifestHomes {
  /** Those that the run is for, in the order of charm.yaml. */
  readonly all: readonly Home[];
  /** @throws CharmError `home-unknown`, `homes-unset`, `job-of-other-home` */
  readonly find: (name: string) => Home;
}

export interface ReadOptions {
  /** How messages name the file. */
  readonly file: string;
  readonly homes: ManifestHomes;
  /** Most jobs that are taken. */
  readonly most: number;
}
