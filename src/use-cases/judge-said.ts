// Takes passages of own documents and what law binds to; gives how what they say stands to it, as far as it is what a
// question asks about.
import type { Quote } from "../draft/draft.ts";
import { bridgeTimes } from "../facts/bridge.ts";
import { judgeAll, pairsOf, type Judgement } from "../facts/judge.ts";
import type { MatterDeps } from "../facts/matter.ts";
import type { Norm } from "../facts/norms.ts";
import type { OwnSentence } from "../facts/own-sentences.ts";
import { unitOf } from "../place/address.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { MeasureNearness } from "../score/nearness.ts";
import { readSaid, type Said } from "./read-said.ts";

/** How far behind the nearest own sentence another may be that is asked about, and one on a provision that is. */
const beside = 0.12;
const far = 0.3;
/** One this little behind is what is asked about, whatever provision it is about. */
const meantBy = 0.04;

function textOf({ evidence, start, end }: Quote): string {
  return evidence.passage.text.slice(start, end);
}

/** Whether a time that the question gives is what it says. */
export function repeatsFigure({ fact }: OwnSentence, figures: readonly string[]): boolean {
  const said = fact?.words.toLowerCase();
  return said !== undefined && figures.some((words) => said.includes(words));
}

/** What a question asks about: norms, and the times that it gives; and what its answer may quote. */
export interface AsksAbout {
  readonly question: string;
  readonly answering: readonly Evidence[];
  readonly quoted: readonly Evidence[];
  readonly isAsked: (norm: Norm) => boolean;
  readonly figures: readonly string[];
}

export interface Judged {
  readonly said: Said;
  readonly judgement: Judgement;
  /** The question asks about the provision, or about what is said. */
  readonly asked: boolean;
}

/** Each with how likely; the likeliest first. */
export async function judgeEvidence(
  evidence: readonly Evidence[],
  norms: readonly Norm[],
  asks: AsksAbout,
  deps: MatterDeps & { readonly nearness: MeasureNearness },
): Promise<Judged[]> {
  const nearestOwn = new Set<OwnSentence>();
  const isAbout = (norm: Norm, own: OwnSentence) =>
    asks.isAsked(norm) || repeatsFigure(own, asks.figures) || nearestOwn.has(own);
  const quoted = new Set(asks.quoted.map(({ passage }) => passage.id));
  const answering = new Set(asks.answering.map(({ passage }) => passage.id));
  const all = evidence.flatMap(readSaid);
  const measure = (textOfOne: (one: Said) => string) =>
    deps.nearness(asks.question, all.map(textOfOne));
  const [near, nearPieces, nearUnder] = await Promise.all([
    measure(({ whole }) => textOf(whole)),
    measure(({ sentence }) => sentence.text),
    measure(({ sentence: { context, text } }) => `${context} ${text}`),
  ]);
  const reach = all.map((_, i) => Math.max(near[i] ?? 0, nearPieces[i] ?? 0));
  const nearest = Math.max(...reach);
  // What is far from the question is no answer to it, and most of what is near has nothing to be held against.
  const said = all.filter(({ evidence: { passage }, sentence }, i) => {
    const behind = nearest - (reach[i] ?? 0);
    if (behind > far) return false;
    if (behind <= meantBy && answering.has(passage.id)) nearestOwn.add(sentence);
    const pairs = pairsOf(sentence, norms);
    return quoted.has(passage.id) && behind <= beside
      ? pairs.length > 0
      : pairs.some((norm) => isAbout(norm, sentence));
  });
  const answers = all.map(({ sentence }, i) => ({
    sentence,
    near: Math.max(reach[i] ?? 0, nearUnder[i] ?? 0),
  }));
  const bridged = await bridgeTimes(answers, norms, asks.isAsked, deps.nearness);
  const found = await judgeAll(
    said.map(({ sentence }) => sentence),
    norms,
    deps,
    isAbout,
  );
  const judged = all.flatMap((one, i) => {
    const known = found[said.indexOf(one)] ?? [];
    return joinJudgements(one.sentence, known, bridged[i] ?? null).map((judgement) => ({
      said: one,
      judgement,
      asked: asks.isAsked(judgement.norm) || nearestOwn.has(one.sentence),
    }));
  });
  const sorted = judged.toSorted((a, b) => b.judgement.likelihood - a.judgement.likelihood);
  // What is only likely because it was asked for is so of the sentence that comes nearest, and of no other.
  const best = new Map<Norm, Judgement>();
  for (const { judgement } of sorted)
    if (!best.has(judgement.norm)) best.set(judgement.norm, judgement);
  return sorted.filter(({ judgement }) => judgement.sure || best.get(judgement.norm) === judgement);
}

/**
 * Of one sentence, what is told by known statements and what by the question. What a table is about makes all of its cells
 * look alike, and only the question tells their times apart.
 */
function joinJudgements(
  { cell, fact }: OwnSentence,
  known: readonly Judgement[],
  bridged: Judgement | null,
): readonly Judgement[] {
  if (cell === true && fact !== null) return bridged === null ? [] : [bridged];
  const timed = known.find(({ norm }) => norm.kind === "time") ?? bridged;
  if (timed === null) return known;
  // A time that is too long is no duty denied as well.
  const others = known.filter(
    ({ norm, verdict }) =>
      norm.kind === "rule" && (verdict !== "falls-short" || !isOfUnit(norm, timed.norm)),
  );
  return [timed, ...others];
}

function isOfUnit(one: Norm, other: Norm): boolean {
  const unit = ({ document, sentence }: Norm) =>
    `${document.id}#${unitOf(sentence.provision.address)}`;
  return unit(one) === unit(other);
}
