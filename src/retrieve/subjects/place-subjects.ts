// Takes the subjects near a question; gives where their provisions stand in the documents of a library.
import { isFieldGuide, isFieldLaw } from "../../field/of-field.ts";
import type { LibraryProvision, ReferenceLibrary } from "../../references/reference-library.ts";
import type { SubjectMatch } from "./match-subjects.ts";

/** A provision that a subject of the question stands for. */
export interface PlacedSubject {
  readonly provision: LibraryProvision;
  readonly similarity: number;
  /** 1 for the nearest subject of a question that is clearly of the field, down to 0. */
  readonly closeness: number;
}

/** A subject this much less similar than the nearest counts nothing. */
const span = 0.45;
/** Where even the nearest subject is no more similar than `none`, the question is of another field; from `full` on, not. */
const level = { none: 0.3, full: 0.6 };

/** Nearest first. Provisions that no document of the library has, or that are not in force, are left out. */
export function placeSubjects(
  matches: readonly SubjectMatch[],
  references: ReferenceLibrary,
): PlacedSubject[] {
  const holders = {
    regulations: references.documents.filter(isFieldLaw),
    guide: references.documents.filter(isFieldGuide),
  };
  const held = matches.flatMap(({ source, address, similarity }) =>
    holders[source].flatMap(({ documentId }) => {
      const provision = references.find(documentId, address);
      if (!provision || provision.standing !== "current") return [];
      return [{ provision, similarity }];
    }),
  );
  const nearest = held[0]?.similarity ?? 0;
  const ofField = Math.min(1, Math.max(0, (nearest - level.none) / (level.full - level.none)));
  return held.map(({ provision, similarity }) => ({
    provision,
    similarity,
    closeness: ofField * Math.max(0, 1 - (nearest - similarity) / span),
  }));
}
