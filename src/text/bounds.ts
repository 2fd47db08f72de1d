// Reads what a number limits: at least, at most, within, after, before.

/** What a number is to what it measures: a least, a most, a time within, after or before which. */
export type Bound = "least" | "most" | "within" | "after" | "before";

/** In order: "no more than" before "more than". */
const boundsBefore: Partial<Record<Bound, RegExp>> = {
  most: /\b(?:at most|maximum(?: of)?|(?:no|not|not (?:be|exceed|last|come to|make up)) (?:more|longer|greater) than|up to|not exceed(?:ing)?|(?<!\bnot? )(?:less|fewer|shorter) than|under|below)\s+(?:a |the )?(?:period of )?$/i,
  least:
    /(?<!\bnot be |\bnot last )\b(?:at least|minimum(?: of)?|(?:no|not) (?:less|fewer|shorter) than|more than|over|longer than|exceed(?:s|ing)?|older than|above)(?: once)?(?: in)?(?: every| each)?\s+(?:the )?(?:last )?$/i,
  within:
    /\b(?:within|(?:no|not) later than|inside|in the (?:last|past|next)|during the|(?:before )?the end of)\s+(?:a |the )?(?:(?:last|past|next|first|period of) )*$/i,
  after: /\b(?:after|beyond|following)\s+(?:a |the )?(?:(?:last|first|period of) )*$/i,
};

const boundsBehind: Partial<Record<Bound, RegExp>> = {
  least: /^\s*(?:or (?:more|over|older|above|longer)|and (?:over|above)|at least|as a minimum)\b/i,
  most: /^\s*(?:or (?:less|fewer|under|younger|below)|at (?:the )?most|as a maximum)\b/i,
};

/** What the words around a number make of it; null when they limit nothing. Offsets are the number's. */
export function boundOf(text: string, start: number, end: number): Bound | null {
  const behind = firstMatch(boundsBehind, text.slice(end));
  const bound = behind ?? firstMatch(boundsBefore, text.slice(Math.max(0, start - 50), start));
  if (!/^\s+(?:before|in advance|prior to)\b/i.test(text.slice(end))) return bound;
  // "no later than one month before": a month at the least.
  return bound === "within" ? "least" : (bound ?? "before");
}

function firstMatch(bounds: Partial<Record<Bound, RegExp>>, text: string): Bound | null {
  const names = Object.keys(bounds) as Bound[];
  return names.find((name) => bounds[name]?.test(text)) ?? null;
}

/** The bound that stands in the words of an age: "under 12". */
export function ageBound(words: string): Bound | null {
  if (/^(?:under|below)|aged? under/i.test(words)) return "most";
  return /^(?:over|above)|aged? (?:over|at least)/i.test(words) ? "least" : null;
}

const conflicts: ReadonlySet<string> = new Set([
  "least most",
  "least within",
  "after within",
  "after before",
  "after most",
  "before within",
]);

/** Bounds that cannot both hold of one limit. */
export function boundsConflict(a: Bound, b: Bound): boolean {
  const pair = [a, b].sort().join(" ");
  return conflicts.has(pair);
}
