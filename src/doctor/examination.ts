// What is found when one part of the program, or of what it works with, is looked at.
import { CharmError, messageOf } from "../errors.ts";

/** `warning`: charm works, but not with all that is there. `error`: something that was asked for cannot work. */
export type ExaminationState = "ok" | "warning" | "error";

/** Parts, in the order in which they are told: what stands on another comes after it. */
export const examinedParts = [
  "node",
  "modules",
  "models",
  "settings",
  "corpus",
  "library",
  "endpoint",
  "programs",
] as const;

export type ExaminedPart = (typeof examinedParts)[number];

export interface Examination {
  readonly part: ExaminedPart;
  readonly state: ExaminationState;
  /** One sentence. */
  readonly found: string;
  /** What to do; null where nothing is to be done. */
  readonly remedy: string | null;
  /** Each of what was looked at, a line each. */
  readonly details: readonly string[];
}

/** Nothing is to be done. */
export function sound(
  part: ExaminedPart,
  found: string,
  details: readonly string[] = [],
): Examination {
  return { part, state: "ok", found, remedy: null, details };
}

/** A failure that was expected says itself what to do. @param otherwise what to do about any other */
export function failed(
  part: ExaminedPart,
  error: unknown,
  otherwise: string,
  details: readonly string[] = [],
): Examination {
  const remedy = (error instanceof CharmError ? error.hint : null) ?? otherwise;
  const [found = ""] = messageOf(error).split("\n");
  return { part, state: "error", found, remedy, details };
}
