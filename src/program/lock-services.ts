// What can be asked of locks, and what is given, as front doors see it.
import type { ToldChange } from "../lock/describe-status.ts";
import type { Due } from "../use-cases/due.ts";
import type { ReportState } from "../use-cases/status.ts";

export interface StatusRequestOptions {
  /** Absolute; the working directory when empty. */
  readonly paths: readonly string[];
  /** ISO date that dates are held against. */
  readonly today: string;
}

/** A report or policy: part of the JSON contract of `charm status`. */
export interface StatusEntry {
  readonly file: string;
  /** The worst of `states`. */
  readonly status: ReportState;
  readonly states: readonly ReportState[];
  readonly stale: boolean;
  readonly changes: readonly ToldChange[];
  /** What is to be known beside it, a sentence each. */
  readonly notes: readonly string[];
}

export interface StatusReport {
  readonly today: string;
  readonly reports: readonly StatusEntry[];
  readonly policies: readonly StatusEntry[];
  readonly due: readonly Due[];
  readonly notes: readonly string[];
  readonly summary: {
    readonly reports: number;
    readonly policies: number;
    /** Provisions and quotes that they rest on, each as often as it is cited. */
    readonly provisions: number;
    /** Reports and policies that are stale. */
    readonly stale: number;
    readonly due: number;
    readonly byStatus: Readonly<Record<ReportState, number>>;
  };
}

/** What was done with one report: part of the JSON contract of `charm refresh`. */
export interface RefreshedEntry {
  readonly file: string;
  /**
   * - `refreshed`: written anew
   * - `offered`: edited by hand, so that the new text stands beside it
   * - `removed`: the report is gone, and so is its entry now
   */
  readonly done: "refreshed" | "offered" | "removed";
  /** File that was written; null for none. */
  readonly written: string | null;
  /** Questions that were answered again, as they were asked. */
  readonly answered: readonly string[];
  /** How many sources have another page now. */
  readonly repointed: number;
  readonly changes: readonly ToldChange[];
}

/** A policy that rests on what changed: a person has to look at it. */
export interface PolicyToReview {
  readonly file: string;
  readonly changes: readonly ToldChange[];
}

export interface RefreshResult {
  readonly reports: readonly RefreshedEntry[];
  readonly policies: readonly PolicyToReview[];
  readonly notes: readonly string[];
}
