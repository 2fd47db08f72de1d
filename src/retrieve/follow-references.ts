// Takes evidence; gives the passages that its strongest passages refer to: "regulation 32(5)" in the Guide.
import type { Place } from "../place/place.ts";
import type { Passage } from "../chunk/passage.ts";
import type { Library } from "../library/library.ts";
import { lastInside } from "../references/last-inside.ts";
import type { ReferenceReader, TextPlace } from "../references/reader.ts";
import type { Evidence, Signal } from "./evidence.ts";

/** Passages whose references are followed. */
const followed = 15;
/** A passage that several refer to counts a little more for each further one. */
const further = 0.04;
/** A reference to more places than this ("regulations 4 to 14") points at nothing in particular. */
const mostPlaces = 4;

/** @param share what a passage counts, of the score of the best one that refers to it */
export async function followReferences(
  evidence: readonly Evidence[],
  library: Library,
  references: ReferenceReader,
  share: number,
): Promise<Evidence[]> {
  const targets = new Map<string, { place: Place; score: number; count: number; total: number }>();
  for (const { passage, document, score } of evidence.slice(0, followed)) {
    const places = placesIn(passage.text, references, { documentId: document.id, address: null });
    const byKey = new Map(places.map((place) => [`${place.documentId}#${place.address}`, place]));
    for (const [key, place] of byKey) {
      const { score: best, count, total } = targets.get(key) ?? { score: 0, count: 0, total: 0 };
      targets.set(key, {
        place,
        score: Math.max(best, score),
        count: count + 1,
        total: total + score,
      });
    }
  }
  const worth = ({ score, count }: { score: number; count: number }) =>
    score * Math.min(1, share + further * (count - 1));
  const places = [...targets.values()].map((target) => ({
    place: target.place,
    score: worth(target),
    value: target.total,
  }));
  return evidenceAt(places, "linked", library, references);
}

/** The passages of the provisions that a question names: "regulation 28", "paragraph 1.3 of Annex A". */
export async function findNamedPassages(
  question: string,
  score: number,
  library: Library,
  references: ReferenceReader,
): Promise<Evidence[]> {
  const places = placesIn(question, references).map((place) => ({ place, score, value: 1 }));
  return evidenceAt(places, "named", library, references);
}

/** References in a question to provisions that a document of the library does not have: "regulation 99". */
export function findUnheld(question: string, references: ReferenceReader): string[] {
  return references
    .parse(question)
    .filter((reference) => !reference.bare && reference.targets.length > 0)
    .filter((reference) =>
      references.resolve(reference).every(({ status }) => status === "missing"),
    )
    .map(({ surface }) => surface);
}

async function evidenceAt(
  places: readonly { place: Place; score: number; value: number }[],
  signal: Signal,
  library: Library,
  references: ReferenceReader,
): Promise<Evidence[]> {
  const documents = new Map(library.documents.map((document) => [document.id, document]));
  const found = new Map<string, Evidence>();
  for (const { place, score, value } of places) {
    const document = documents.get(place.documentId);
    if (!document) continue;
    for (const passage of await passagesAt(library, place, references)) {
      const before = found.get(passage.id);
      const signals = { [signal]: Math.max(value, before?.signals[signal] ?? 0) };
      const most = Math.max(score, before?.score ?? 0);
      found.set(passage.id, { passage, document, score: most, signals, similarity: 0 });
    }
  }
  return [...found.values()];
}

function placesIn(text: string, references: ReferenceReader, from?: TextPlace): Place[] {
  return references
    .parse(text)
    .filter((reference) => !reference.bare && !reference.relative)
    .flatMap((reference) => references.resolve(reference, [], from))
    .filter((resolution) => resolution.status === "found")
    .flatMap((resolution) => {
      const places = resolution.reading?.places ?? [];
      return places.length <= mostPlaces ? places : [];
    })
    .filter((place) => place.ordinal !== null && place.standing === "current");
}

/** A provision of more passages is a subject, not a place. */
const mostPassages = 6;

/** The passages that hold a provision or part of it. */
async function passagesAt(
  library: Library,
  place: Place,
  references: ReferenceReader,
): Promise<Passage[]> {
  if (place.ordinal === null) return [];
  const range = {
    documentId: place.documentId,
    from: place.ordinal,
    to: lastInside(place, references),
  };
  const held = await library.passagesHolding([range]);
  return held.length <= mostPassages ? [...held] : [];
}
