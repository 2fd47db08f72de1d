// Takes what an own document says and the provisions that it names itself; tells whether it asks for less than they do.
import { readModals, strongest } from "../verify/modality.ts";
import { contentStems } from "../text/word-stems.ts";
import { compareTimes, type Verdict } from "./compare-times.ts";
import { fits } from "./fits.ts";
import type { LawSentence } from "./law-sentences.ts";
import type { Norm } from "./norms.ts";
import type { OwnSentence } from "./own-sentences.ts";
import { affirms } from "./rules.ts";

export interface CitedJudgement {
  readonly verdict: Verdict;
  readonly norm: Norm;
  readonly said: { readonly own: string; readonly law: string };
}

/**
 * How a time stands to the one of the norms named that it is about; null where several may be meant that it does not
 * stand to alike.
 */
export function judgeTimes(own: OwnSentence, named: readonly Norm[]): CitedJudgement | null {
  const { fact } = own;
  if (fact === null || !affirms(own.said)) return null;
  const mine = contentStems(own.text);
  const compared = named.flatMap((norm) => {
    if (norm.fact === null || !fits(own, norm)) return [];
    const verdict = compareTimes(fact, norm.fact);
    if (verdict === null) return [];
    const words = new Set(contentStems([norm.sentence.own, ...norm.sentence.items].join(" ")));
    const shared = [...mine].filter((stem) => words.has(stem)).length;
    return [{ verdict, norm, shared, said: { own: fact.words, law: norm.fact.words } }];
  });
  const most = Math.max(...compared.map(({ shared }) => shared));
  const meant = compared.filter(({ shared }) => shared === most);
  const [first] = meant;
  return first !== undefined && meant.every(({ verdict }) => verdict === first.verdict)
    ? first
    : null;
}

/** So many words, and so much of a provision, must be said again for it to be what a sentence speaks of. */
const repeated = { words: 3, share: 0.4 };

/** The provision that demands what a sentence only advises or allows, with the words that do so; null without one. */
export function findStricter(
  own: OwnSentence,
  named: readonly LawSentence[],
): { readonly sentence: LawSentence; readonly words: string } | null {
  const modals = readModals(own.said);
  const force = strongest(modals);
  if (force === null || force === "must" || !affirms(own.said)) return null;
  const weak = modals.find((modal) => modal.force === force && modal.bearer === "before");
  if (weak === undefined || /\bonly\b|\bif\b/i.test(own.said)) return null;
  const mine = contentStems(own.text);
  const sentence = named.find(({ text, own: words }) => {
    const demanded = readModals(text);
    if (strongest(demanded) !== "must" || demanded.some((modal) => modal.negative)) return false;
    if (demanded.some((modal) => modal.force !== "must")) return false;
    const theirs = [...contentStems(words)];
    const shared = theirs.filter((stem) => mine.has(stem)).length;
    return shared >= repeated.words && shared >= repeated.share * theirs.length;
  });
  return sentence === undefined ? null : { sentence, words: weak.words };
}
