// Takes a library; gives what the matters of a policy are compared with, each part of it made when it is first needed.
import { keep } from "../../once.ts";
import { unitOf } from "../../place/address.ts";
import type { Place } from "../../place/place.ts";
import { isFieldLaw } from "../../field/of-field.ts";
import { readText } from "../../references/read-text.ts";
import type { SubjectMatch } from "../../retrieve/subjects/match-subjects.ts";
import { placeSubjects } from "../../retrieve/subjects/place-subjects.ts";
import { contentStems } from "../../text/word-stems.ts";
import type { PolicyLibrary } from "./policy-library.ts";

/** Where the field's law says what its words mean: no matter of its own, and cited for any. */
export const definitions = "reg/2";

/** Matters that are kept, each some 4 kB. */
const mostMatters = 1000;

/** A regulation, and how near one of its subjects comes to some words. */
export interface NearUnit {
  readonly unit: string;
  readonly similarity: number;
}

/** Kept for all pieces of a policy. */
export interface MatterLibrary extends PolicyLibrary {
  /** Regulations of the field's law by how near one of their subjects comes to the words, nearest first. */
  readonly near: (words: string) => Promise<readonly NearUnit[]>;
  /** Stems of a title, or of a provision's text. */
  readonly stemsOf: (place: Place, part: "title" | "text") => ReadonlySet<string>;
  /** Stems of each title of a regulation of a document. */
  readonly titleStems: (documentId: string) => readonly ReadonlySet<string>[];
}

export function openMatters(library: PolicyLibrary): MatterLibrary {
  const { references, loaded } = library;
  const stemsOf = ({ documentId, ordinal, title }: Place, part: "title" | "text") => {
    if (part === "title") return contentStems(title ?? "");
    const document = loaded.find(({ info }) => info.id === documentId);
    const text = ordinal === null ? null : readText(document?.provisions ?? [], ordinal);
    return contentStems(text ?? "");
  };
  const titleStems = (documentId: string) =>
    references
      .titled(documentId)
      .filter(({ address }) => address === unitOf(address) && address.startsWith("reg/"))
      .map(({ title }) => contentStems(title ?? ""));
  return {
    ...library,
    near: keep(openNear(library), (words) => words, mostMatters),
    stemsOf: keep(stemsOf, ({ documentId, ordinal }, part) => `${documentId}#${ordinal}#${part}`),
    titleStems: keep(titleStems, (documentId) => documentId),
  };
}

function openNear({ references, documents, subjects }: PolicyLibrary): MatterLibrary["near"] {
  const law = documents.find(isFieldLaw);
  const unitAt = keep(
    (subject: SubjectMatch): string | null => {
      const units = placeSubjects([subject], references)
        .filter(({ provision }) => provision.documentId === law?.id)
        .map(({ provision }) => unitOf(provision.address));
      return units.find((unit) => unit.startsWith("reg/") && unit !== definitions) ?? null;
    },
    ({ source, address }) => `${source}#${address}`,
  );
  return async (words) => {
    const { provisions } = (await subjects?.([words])) ?? { provisions: [] };
    const units = new Map<string, number>();
    for (const subject of provisions) {
      const unit = unitAt(subject);
      if (unit !== null) units.set(unit, Math.max(subject.similarity, units.get(unit) ?? 0));
    }
    return [...units]
      .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([unit, similarity]) => ({ unit, similarity }));
  };
}
