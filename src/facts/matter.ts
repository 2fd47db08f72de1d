// Takes a sentence of an own document and what law binds to; gives how likely each is about the same matter.
//
// A policy has words of its own, and next to every sentence of it some provision is the nearest. So three things are
// weighed: how near the two come in meaning without their figures, whether the subject index knows the sentence as a way
// of asking for the provision, and how far ahead of it another provision is.
import { isWithin } from "../place/address.ts";
import type { SubjectMatches } from "../retrieve/subjects/match-subjects.ts";
import type { MeasureNearness } from "../score/nearness.ts";
import type { Norm } from "./norms.ts";
import type { OwnSentence } from "./own-sentences.ts";

export interface MatterDeps {
  readonly nearness: MeasureNearness;
  /** As answers find what a question is about. */
  readonly subjects: (wordings: readonly string[]) => Promise<SubjectMatches>;
}

/** Law and guidance by the names that the subject index has for them. */
const sources = { legislation: "regulations", "statutory-guidance": "guide" } as const;

/** No subject of a provision nearer than this: not compared. */
const worthALook = 0.35;

export interface MatterFeatures {
  /** MaxSim of the sentence with the norm, and of the norm with the sentence. */
  readonly from: number;
  readonly to: number;
  /** Similarity of the nearest subject of the norm. */
  readonly subject: number;
  /** How much nearer the nearest subject of any provision is. */
  readonly behind: number;
  /** How much nearer the nearest question is that nothing answers. */
  readonly beyond: number;
}

/** Norms worth comparing, with what is known of each. */
export async function describeMatter(
  { text, said, context }: Pick<OwnSentence, "text" | "said" | "context">,
  norms: readonly Norm[],
  { nearness, subjects }: MatterDeps,
): Promise<{ readonly norm: Norm; readonly features: MatterFeatures }[]> {
  const wordings = [...new Set([text, `${context} ${text}`.trim()])];
  const matches = await subjects([...wordings, said]);
  const top = matches.provisions[0]?.similarity ?? 0;
  const looked = norms.flatMap((norm) => {
    const subject = subjectOf(norm, matches);
    return subject < worthALook ? [] : [{ norm, subject }];
  });
  const texts = looked.flatMap(({ norm }) => norm.texts);
  if (texts.length === 0) return [];
  const from = await Promise.all(wordings.map((wording) => nearness(wording, texts)));
  const to = await Promise.all(texts.map((each) => nearness(each, wordings)));
  let at = 0;
  return looked.map(({ norm, subject }) => {
    const next = at + norm.texts.length;
    const features = {
      from: Math.max(...from.flatMap((each) => each.slice(at, next))),
      to: Math.max(...to.slice(at, next).flat()),
      subject,
      behind: top - subject,
      beyond: Math.max(0, matches.beyond.all - subject),
    };
    at = next;
    return { norm, features };
  });
}

function subjectOf({ document, addresses }: Norm, { provisions }: SubjectMatches): number {
  const source = Object.hasOwn(sources, document.authority)
    ? sources[document.authority as keyof typeof sources]
    : null;
  // What hangs from it, or what it is one item of, is asked for in the same words.
  const near = provisions.find(
    (subject) =>
      subject.source === source &&
      addresses.some(
        (address) => isWithin(subject.address, address) || isWithin(address, subject.address),
      ),
  );
  return near?.similarity ?? 0;
}
