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

/** A sentence with the norms that it may be about. */
export interface Paired {
  readonly own: Pick<OwnSentence, "text" | "said" | "context">;
  readonly norms: readonly Norm[];
}

export interface Described {
  readonly norm: Norm;
  readonly features: MatterFeatures;
}

/** For each sentence the norms worth comparing, with what is known of each. */
export async function describeMatters(
  paired: readonly Paired[],
  deps: MatterDeps,
): Promise<Described[][]> {
  const looked = await Promise.all(paired.map((one) => lookAt(one, deps)));
  const to = await measureNorms(looked, deps);
  return Promise.all(
    looked.map(async ({ wordings, norms, top, beyond }) => {
      const texts = norms.flatMap(({ norm }) => norm.texts);
      const from = await Promise.all(
        (texts.length === 0 ? [] : wordings).map((wording) => deps.nearness(wording, texts)),
      );
      let at = 0;
      return norms.map(({ norm, subject }): Described => {
        const next = at + norm.texts.length;
        const features = {
          from: Math.max(...from.flatMap((each) => each.slice(at, next))),
          to: Math.max(...norm.texts.flatMap((text) => wordings.map((each) => to(text, each)))),
          subject,
          behind: top - subject,
          beyond: Math.max(0, beyond - subject),
        };
        at = next;
        return { norm, features };
      });
    }),
  );
}

interface Looked {
  /** The sentence without its figures, and the same under what it stands under. */
  readonly wordings: readonly string[];
  readonly norms: readonly { readonly norm: Norm; readonly subject: number }[];
  readonly top: number;
  readonly beyond: number;
}

async function lookAt({ own, norms }: Paired, { subjects }: MatterDeps): Promise<Looked> {
  const { text, said, context } = own;
  const wordings = [...new Set([text, `${context} ${text}`.trim()])];
  const matches = await subjects([...wordings, said]);
  const near = norms.flatMap((norm) => {
    const subject = subjectOf(norm, matches);
    return subject < worthALook ? [] : [{ norm, subject }];
  });
  const top = matches.provisions[0]?.similarity ?? 0;
  return { wordings, norms: near, top, beyond: matches.beyond.all };
}

/** How near each text of a norm comes to each wording it is compared with; a norm is encoded once for all of them. */
async function measureNorms(
  looked: readonly Looked[],
  { nearness }: MatterDeps,
): Promise<(text: string, wording: string) => number> {
  const wanted = new Map<string, Set<string>>();
  for (const { wordings, norms } of looked)
    for (const text of norms.flatMap(({ norm }) => norm.texts))
      wanted.set(text, new Set([...(wanted.get(text) ?? []), ...wordings]));
  const measured = new Map<string, ReadonlyMap<string, number>>();
  await Promise.all(
    [...wanted].map(async ([text, each]) => {
      const wordings = [...each];
      const near = await nearness(text, wordings);
      measured.set(text, new Map(wordings.map((wording, i) => [wording, near[i] ?? 0])));
    }),
  );
  return (text, wording) => measured.get(text)?.get(wording) ?? 0;
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
