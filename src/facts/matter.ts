// Takes a sentence of an own document and what law binds to; gives how likely each is about the same matter.
//
// A policy has words of its own, and next to every sentence of it some provision is the nearest. Other plans say the same
// things in words more like it than the law's: so a sentence is compared with statements of plans that are known to be
// about a provision, to keep it or to break it, and with such as are beside all of them.
import { contentStems } from "../text/word-stems.ts";
import { isWithin, unitOf } from "../place/address.ts";
import type { KnownMatches, KnownMatter } from "./known-statements.ts";
import type { Norm } from "./norms.ts";
import type { OwnSentence } from "./own-sentences.ts";

export interface MatterDeps {
  /** Known statements near each sentence, by its wordings and by whether what it says denies. */
  readonly known: (
    sentences: readonly { readonly wordings: readonly string[]; readonly said: string }[],
  ) => Promise<readonly KnownMatches[]>;
}

/** A clause of fewer words that carry meaning does not say by itself what it speaks of, and neither does one that leans. */
const fewest = 5;
const leaning = /\b(?:from|of|about|for|on|with|to|need) (?:it|this|them|these|those)[.,;]?$/i;

/** What stands in an item is told by the item, where there is one. */
const ofItem = 0.02;

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
  const worded = paired.map(({ own }) => ({ wordings: wordingsOf(own), said: own.said }));
  const matches = await known(worded);
  return paired.map(({ norms }, i) => {
    const found = matches[i];
    return found === undefined ? [] : norms.flatMap((norm) => describe(norm, found) ?? []);
  });
}

/** By itself and under what it stands under; only so where it does not say what it speaks of. */
function wordingsOf({ text, context, clause }: Paired["own"]): string[] {
  const under = `${context} ${text}`.trim();
  const leans = leaning.test(text) || (clause && contentStems(text).size < fewest);
  return leans ? [under] : [...new Set([text, under])];
}

function describe(norm: Norm, found: KnownMatches): Described | null {
  const { matters, beside, besideAlike } = found;
  const nearest = findNearest(norm, matters);
  if (nearest === null || nearest.about < worthALook) return null;
  const { address, ...features } = nearest;
  const unit = unitOf(address);
  const all = [...matters.values()];
  const rivals = all.filter((other) => unitOf(other.address) !== unit);
  const rival = Math.max(0, ...rivals.map(({ about }) => about));
  const rivalTime = Math.max(0, ...rivals.map(({ times }) => times));
  const kept = Math.max(0, ...all.map(({ keeps }) => keeps));
  return { norm, features: { ...features, rival, rivalTime, kept, beside, besideAlike } };
}

/** Known statements about a norm; about its items where these are no norms of their own, as in a digest. */
function findNearest(
  { addresses, sentence }: Norm,
  matters: KnownMatches["matters"],
): KnownMatter | null {
  const nearestOf = (all: readonly KnownMatter[]) => all.toSorted((a, b) => b.about - a.about)[0];
  const own = nearestOf(addresses.flatMap((address) => matters.get(address) ?? []));
  if (own !== undefined) return own;
  if (sentence.items.length > 0) return null;
  const items = [...matters.values()].filter((one) =>
    addresses.some((address) => address !== unitOf(address) && isWithin(one.address, address)),
  );
  const nearest = nearestOf(items);
  return nearest === undefined ? null : { ...nearest, breaks: nearest.breaks - ofItem };
}
