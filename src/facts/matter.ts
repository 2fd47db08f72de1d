// Takes a sentence of an own document and what law binds to; gives how likely each is about the same matter.
//
// A policy has words of its own, and next to every sentence of it some provision is the nearest. Other plans say the same
// things in words more like it than the law's: so a sentence is compared with statements of plans that are known to be
// about a provision, to keep it or to break it, and with such as are beside all of them.
import { contentStems } from "../text/word-stems.ts";
import { unitOf } from "../place/address.ts";
import type { KnownMatches, KnownMatter } from "./known-statements.ts";
import type { Norm } from "./norms.ts";
import type { OwnSentence } from "./own-sentences.ts";

export interface MatterDeps {
  /** Known statements near a sentence, by its wordings and by whether what it says denies. */
  readonly known: (wordings: readonly string[], said: string) => Promise<KnownMatches>;
}

/** Does not say by itself what it speaks of. */
const fewest = 5;
const leaning = /\b(?:from|of|about|for|on|with|to|need) (?:it|this|them|these|those)[.,;]?$/i;

/** No known statement about a provision nearer than this: not compared. */
const worthALook = 0.35;

export interface MatterFeatures extends Omit<KnownMatter, "address"> {
  /** How near a known statement about the provisions of any other regulation comes, and one that gives a time. */
  readonly rival: number;
  readonly rivalTime: number;
  /** How near one comes that keeps any provision, and denies as the sentence does. */
  readonly kept: number;
  /** How near one comes that is about none, and one of these that denies as the sentence does. */
  readonly beside: number;
  readonly besideAlike: number;
}

/** A sentence with the norms that it may be about. */
export interface Paired {
  readonly own: Pick<OwnSentence, "text" | "said" | "context" | "clause">;
  readonly norms: readonly Norm[];
}

export interface Described {
  readonly norm: Norm;
  readonly features: MatterFeatures;
}

/** For each sentence the norms worth comparing, with what is known of each. */
export async function describeMatters(
  paired: readonly Paired[],
  { known }: MatterDeps,
): Promise<Described[][]> {
  return Promise.all(
    paired.map(async ({ own, norms }) => {
      if (norms.length === 0) return [];
      const { text, said, context, clause } = own;
      const under = `${context} ${text}`.trim();
      const leans = leaning.test(text) || (clause && contentStems(text).size < fewest);
      const wordings = leans ? [under] : [...new Set([text, under])];
      const { matters, beside, besideAlike } = await known(wordings, said);
      const kept = Math.max(0, ...[...matters.values()].map(({ keeps }) => keeps));
      return norms.flatMap((norm): Described[] => {
        const near = norm.addresses.flatMap((address) => matters.get(address) ?? []);
        const [nearest] = near.toSorted((a, b) => b.about - a.about);
        if (nearest === undefined || nearest.about < worthALook) return [];
        const { address, ...features } = nearest;
        const unit = unitOf(address);
        const rivals = [...matters.values()].filter((other) => unitOf(other.address) !== unit);
        const rival = Math.max(0, ...rivals.map(({ about }) => about));
        const rivalTime = Math.max(0, ...rivals.map(({ times }) => times));
        return [{ norm, features: { ...features, rival, rivalTime, kept, beside, besideAlike } }];
      });
    }),
  );
}
