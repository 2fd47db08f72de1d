// Takes evidence and an open library; gives all passages of the regulations and Schedule paragraphs that it is from.
import { firstOfEach } from "../lists.ts";
import type { Library } from "../library/library.ts";
import type { Place } from "../place/place.ts";
import { unitOf } from "../place/address.ts";
import { rangeOf } from "../references/range-of.ts";
import type { ReferenceLibrary } from "../references/reference-library.ts";
import { attachMentions } from "../retrieve/attach-mentions.ts";
import { bringEvidence } from "../retrieve/bring-evidence.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { listScheduleParagraphs } from "./schedule-paragraphs.ts";

/**
 * And of the Schedule paragraphs that their words point to, with what they speak of. Evidence that is there already stays
 * as it is otherwise; what is added counts nothing in a ranking.
 */
export async function openLaw(
  evidence: readonly Evidence[],
  library: Library,
  references: ReferenceLibrary,
): Promise<Evidence[]> {
  const law = evidence.filter(({ document }) => document.authority === "legislation");
  const opened = await bringPlaces(law.flatMap(unitsOf), law, library, references);
  const units = await attachMentions(opened, library);
  const pointed = units.flatMap(({ document, mentions = [] }) =>
    listScheduleParagraphs(mentions).map((address) => ({ documentId: document.id, address })),
  );
  return attachMentions(await bringPlaces(pointed, units, library, references), library);
}

type LawPlace = Pick<Place, "documentId" | "address">;

function unitsOf({ passage, document }: Evidence): LawPlace[] {
  const units = new Set(passage.spans.flatMap(({ address }) => (address ? [unitOf(address)] : [])));
  return [...units].map((address) => ({ documentId: document.id, address }));
}

/** @returns what is known, and the passages of the places beside it */
async function bringPlaces(
  places: readonly LawPlace[],
  known: readonly Evidence[],
  library: Library,
  references: ReferenceLibrary,
): Promise<Evidence[]> {
  const ranges = firstOfEach(
    places
      .flatMap(({ documentId, address }) => references.find(documentId, address) ?? [])
      .map((row) => rangeOf(row, references)),
    ({ documentId, from }) => `${documentId}#${from}`,
  );
  if (ranges.length === 0) return [...known];
  const ids = new Set(known.map(({ passage }) => passage.id));
  const passages = (await library.passagesHolding(ranges)).filter(({ id }) => !ids.has(id));
  return [...known, ...bringEvidence(passages, library, () => 0)];
}
