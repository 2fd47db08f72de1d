// Takes the provisions that a question's subjects stand for; gives their passages as evidence, and how close each is.
import type { Passage } from "../chunk/passage.ts";
import type { Library } from "../library/library.ts";
import { rangeOf } from "../references/range-of.ts";
import type { ReferenceLibrary } from "../references/reference-library.ts";
import type { PlacedSubject } from "./subjects/place-subjects.ts";
import { bringEvidence } from "./bring-evidence.ts";
import type { Evidence } from "./evidence.ts";
import type { GatherProfile } from "./profiles.ts";

/** Subjects whose passages are brought in; further ones only speak for passages found otherwise. */
const brought = 24;
/** By document and ordinal of the provision: the nearest subject that stands for it. */
export type NearestSubjects = ReadonlyMap<string, ReadonlyMap<number, PlacedSubject>>;

/** A subject stands for its provision with all that stands under it. */
export function spreadSubjects(
  placed: readonly PlacedSubject[],
  references: ReferenceLibrary,
): NearestSubjects {
  const nearest = new Map<string, Map<number, PlacedSubject>>();
  for (const subject of placed) {
    const { provision, closeness } = subject;
    if (closeness === 0) continue;
    const ofDocument = nearest.get(provision.documentId) ?? new Map<number, PlacedSubject>();
    nearest.set(provision.documentId, ofDocument);
    const { from, to } = rangeOf(provision, references);
    for (let ordinal = from; ordinal <= to; ordinal += 1) {
      const before = ofDocument.get(ordinal);
      if (!before || before.similarity < subject.similarity) ofDocument.set(ordinal, subject);
    }
  }
  return nearest;
}

/**
 * @param near those nearest to each provision, of all that is placed
 * @param best score of the best passage found otherwise
 */
export async function bringSubjects(
  placed: readonly PlacedSubject[],
  near: NearestSubjects,
  best: number,
  library: Library,
  references: ReferenceLibrary,
  share: GatherProfile["subjects"],
): Promise<Evidence[]> {
  const nearest = placed.slice(0, brought).filter((subject) => subject.closeness > 0);
  const ranges = nearest.map(({ provision }) => rangeOf(provision, references));
  const passages = ranges.length === 0 ? [] : await library.passagesHolding(ranges);
  const closest = ({ documentId, spans }: Passage) => {
    const ofDocument = near.get(documentId);
    return Math.max(0, ...spans.map(({ provision }) => ofDocument?.get(provision)?.closeness ?? 0));
  };
  const scoreOf = (passage: Passage) =>
    best * (share.furthest + closest(passage) * (share.nearest - share.furthest));
  return bringEvidence(passages, library, scoreOf).map((evidence) => ({
    ...evidence,
    signals: { asked: closest(evidence.passage) },
  }));
}
