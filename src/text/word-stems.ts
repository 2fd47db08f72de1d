// Words of a text with their places and stems: what comparing a statement with its source starts from.
import { stemmer } from "stemmer";
import { emptyWords } from "./stop-words.ts";
import type { TextRange } from "./sentences.ts";

/** A word and where in the text it stands. */
export interface Word extends TextRange {
  /** Lower case, apostrophes straight. */
  readonly text: string;
  readonly stem: string;
}

const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** Spellings that stems do not bring together: American, and short forms. */
const respellings: readonly (readonly [RegExp, string])[] = [
  [/^(behavi|fav|hon|lab|col|neighb|endeav)or/, "$1our"],
  [
    /^(organi|recogni|authori|summari|utili|minimi|prioriti|emphasi|finali|personali|standardi)z/,
    "$1s",
  ],
  [/^program$/, "programme"],
  [/^(counsel|travel|cancel|model)(ing|ed|or)/, "$1l$2"],
  [/^licens/, "licenc"],
  [/^practis/, "practic"],
  [/^analyz/, "analys"],
  [/^fulfill/, "fulfil"],
  [/^enrol$/, "enroll"],
  [/^cent(er|ers)$/, "centre"],
  [/^(re|de|trans|con|pre|in)ferr(?=al|ed|ing)/, "$1fer"],
];

/** Forms of verbs that stems do not bring together. */
const irregular: Readonly<Record<string, string>> = {
  spoke: "speak",
  spoken: "speak",
  kept: "keep",
  gave: "give",
  given: "give",
  took: "take",
  taken: "take",
  made: "make",
  sent: "send",
  told: "tell",
  chose: "choose",
  chosen: "choose",
  wrote: "write",
  held: "hold",
  sought: "seek",
  brought: "bring",
  taught: "teach",
  understood: "understand",
  shown: "show",
  knew: "know",
  known: "know",
  dealt: "deal",
  paid: "pay",
};

const known = new Map<string, string>();
/** Words whose stems are kept: more than a library of the field has. */
const mostKnown = 50_000;

/** Stem of a lower-case word, spellings folded. */
function stemOf(text: string): string {
  const held = known.get(text);
  if (held !== undefined) return held;
  if (known.size >= mostKnown) known.clear();
  const stem = findStem(text);
  // Letters cut out of a file would keep all of it.
  known.set(Buffer.from(text).toString(), stem);
  return stem;
}

function findStem(text: string): string {
  const bare = text.replace(/['’]s?$/, "").replace(/['’]/g, "");
  let folded = Object.hasOwn(irregular, bare) ? (irregular[bare] ?? bare) : bare;
  for (const [from, to] of respellings) folded = folded.replace(from, to);
  return stemmer(folded);
}

/** Words of a text in order; hyphened words come apart. */
export function readWords(text: string): Word[] {
  return [...text.matchAll(word)].map((match) => {
    const lower = match[0].normalize("NFKC").toLowerCase().replaceAll("’", "'");
    return {
      text: lower,
      stem: stemOf(lower),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

export function isEmptyWord(text: string): boolean {
  const whole = text.replace(/'(?:s|re|ve|ll|d|m)?$/, "");
  return whole.length < 2 || whole.endsWith("n't") || emptyWords.has(whole);
}

/** Words that carry meaning. */
export function contentWords(text: string): Word[] {
  return readWords(text).filter((entry) => !isEmptyWord(entry.text) && !/^\d+$/.test(entry.text));
}

/** Distinct stems of the words that carry meaning. */
export function contentStems(text: string): Set<string> {
  return new Set(contentWords(text).map(({ stem }) => stem));
}
