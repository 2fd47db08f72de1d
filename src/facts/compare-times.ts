// Takes a time that an own document gives and one that law gives for the same; tells which of the two asks for more.
import type { TimeFact } from "../text/time-facts.ts";

/**
 * - `falls-short`: allows or asks for less than the law
 * - `contradicts`: does what the law forbids
 * - `meets`: the same as the law
 * - `goes-beyond`: asks for more than the law
 */
export type Verdict = "falls-short" | "contradicts" | "meets" | "goes-beyond";

const year = 365 * 24;
/** A child has left by then, whatever their age was: what is counted from then ends so much after birth at the latest. */
const grown = 18;

/** Null where the two cannot be compared, or their lengths are too near to each other to tell. */
export function compareTimes(own: TimeFact, law: TimeFact): Verdict | null {
  // What is told every so often is told so much later at the worst, and may be told sooner.
  if (own.role === "interval" && law.role === "deadline")
    return own.hours.least > law.hours.most ? "falls-short" : null;
  if (own.role !== law.role) return null;
  if (own.role === "deadline" || own.role === "interval" || own.role === "threshold")
    return compareShorter(own, law);
  if (own.role === "notice") return compareLonger(own, law);
  // To have done something for longer than one had to promises nothing.
  if (own.role === "length") return own.hours.most < law.hours.least ? "falls-short" : "meets";
  if (own.from === law.from || (law.from === "entry" && own.from === null))
    return compareLonger(own, law);
  if (law.from !== "birth" || own.from !== null) return null;
  return own.hours.most + grown * year < law.hours.least ? "falls-short" : null;
}

/** The sooner the better. */
function compareShorter({ hours: own }: TimeFact, { hours: law }: TimeFact): Verdict | null {
  if (own.least > law.most) return "falls-short";
  // Without delay is as long as the matter takes: a figure that is short enough may still be too long.
  if (law.least === 0) return own.least === 0 ? "meets" : null;
  if (own.most < law.least) return own.least === 0 ? null : "goes-beyond";
  return own.most <= law.most ? "meets" : null;
}

/** The longer the better. */
function compareLonger({ hours: own }: TimeFact, { hours: law }: TimeFact): Verdict | null {
  if (own.most < law.least) return "falls-short";
  return own.least > law.most ? "goes-beyond" : "meets";
}
