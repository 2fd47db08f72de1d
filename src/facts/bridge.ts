// Takes what own documents say and the law that both answer one question; gives how the times of the two stand to each
// other. The question is what they have in common: neither needs to be like a statement that is known.
import type { MeasureNearness } from "../score/nearness.ts";
import { findActors } from "../verify/duty-holders.ts";
import { compareTimes, type Verdict } from "./compare-times.ts";
import { pairsOf, type Judgement } from "./judge.ts";
import { outsiders, type Norm } from "./norms.ts";
import type { OwnSentence } from "./own-sentences.ts";
import { promises } from "./rules.ts";

/** An own sentence, with how near it comes to the question: -1 to 1, as `MeasureNearness` has it. */
export interface Answering {
  readonly sentence: OwnSentence;
  readonly near: number;
}

/** How near sentence and law together must come: to the question, and to one another. */
const least = 0.8;
/** Norms this close to the nearest may each be meant, and so may sentences. */
const close = 0.06;
/** A cell has next to no words of its own, and its table is about all that stands in it. */
const leastOfCell = 0.88;
/** What is so far behind the nearest answers nothing. */
const far = 0.2;
/** What the question does not ask about must come nearer by so much. */
const aside = 0.05;

interface Pair {
  readonly own: OwnSentence;
  readonly norm: Norm;
  readonly verdict: Verdict;
  readonly near: number;
}

/**
 * One for each sentence at most, in the order given; null where nothing can be told.
 * @param norms all of law: that a sentence is nearer to what was not asked tells what it is about
 */
export async function bridgeTimes(
  said: readonly Answering[],
  norms: readonly Norm[],
  isAsked: (norm: Norm) => boolean,
  nearness: MeasureNearness,
): Promise<(Judgement | null)[]> {
  const timed = norms.filter(
    ({ kind, document }) => kind === "time" && document.authority === "legislation",
  );
  const nearest = Math.max(...said.map(({ near }) => near));
  const worth = said.map((one) => (one.near < nearest - far ? [] : timed));
  const pairs = await Promise.all(
    said.map((one, i) => pairUp(one, worth[i] ?? [], isAsked, nearness)),
  );
  const all = pairs.flat();
  const holders = new Map<Norm, Pair>();
  for (const pair of all) {
    const held = holders.get(pair.norm);
    if (held === undefined || held.near < pair.near) holders.set(pair.norm, pair);
  }
  return pairs.map((mine) => {
    // What another sentence speaks of more plainly is not what this one is about.
    const open = mine.filter(({ norm, near }) => near > (holders.get(norm)?.near ?? 0) - close);
    const [best] = open.toSorted((a, b) => b.near - a.near);
    if (best === undefined || best.near < least || !isAsked(best.norm)) return null;
    if (best.own.cell === true && best.near < leastOfCell) return null;
    const rivals = [...open, ...all.filter(({ norm }) => norm === best.norm)];
    const isSure = rivals.every(
      ({ near, verdict }) => verdict === best.verdict || near < best.near - close,
    );
    if (!isSure) return null;
    return best.verdict === "falls-short" || promises(best.own.said) ? toJudgement(best) : null;
  });
}

async function pairUp(
  { sentence, near }: Answering,
  norms: readonly Norm[],
  isAsked: (norm: Norm) => boolean,
  nearness: MeasureNearness,
): Promise<Pair[]> {
  const { text, context, fact } = sentence;
  if (isOfOthers(sentence)) return [];
  const wordings = [text, `${context} ${text}`];
  const pairs = pairsOf(sentence, norms).map(async (norm): Promise<Pair[]> => {
    const verdict = fact && norm.fact && compareTimes(fact, norm.fact);
    if (!verdict) return [];
    const each = await Promise.all(norm.texts.map((words) => nearness(words, wordings)));
    const leg = Math.max(...each.flat()) - (isAsked(norm) ? 0 : aside);
    return [{ own: sentence, norm, verdict, near: near + leg }];
  });
  return (await Promise.all(pairs)).flat();
}

const receiving =
  /^\s+(?:also |then |always )?(?:has|have|gets?|hears?|receives?|learns?|knows?|(?:is|are) (?:told|sent|given|informed|notified))\b/i;

/** "Ofsted publishes its report six weeks later": what others do, and do not only receive, binds no home. */
function isOfOthers({ said }: OwnSentence): boolean {
  const [first] = findActors(said);
  return (
    first !== undefined &&
    outsiders.has(first.actor) &&
    /^(?:the |our )?$/i.test(said.slice(0, first.start)) &&
    !receiving.test(said.slice(first.end))
  );
}

function toJudgement({ own, norm, verdict, near }: Pair): Judgement {
  const said = { own: own.fact?.words ?? "", law: norm.fact?.words ?? "" };
  return { verdict, own, norm, likelihood: near, sure: true, said };
}
