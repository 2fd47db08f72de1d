// Takes evidence; gives the passages that its strongest passages refer to: "regulation 32(5)" in the Guide.
import type { Passage } from "../chunk/passage.ts";
import type { Library } from "../library/library.ts";
import { groupBy } from "../lists.ts";
import { rangeOf } from "../references/range-of.ts";
import { isPointed, type MentionedPlace } from "../references/mention.ts";
import type { ReferenceReader } from "../references/reader.ts";
import { contentStemList } from "../text/content-stems.ts";
import type { Evidence, Signal } from "./evidence.ts";

/** Passages whose references are followed. */
const followed = 15;
/** A passage that several refer to counts a little more for each further one. */
const further = 0.04;

/** @param share what a passage counts, of the score of the best one that refers to it */
export async function followReferences(
  evidence: readonly Evidence[],
  library: Library,
  references: ReferenceReader,
  share: number,
): Promise<Evidence[]> {
  const targets = new Map<
    string,
    { place: MentionedPlace; score: number; count: number; total: number }
  >();
  const foremost = evidence.slice(0, followed);
  const ids = foremost.map(({ passage }) => passage.id);
  const mentions = groupBy(await library.mentionsIn(ids), ({ passage }) => passage);
  for (const { passage, score } of foremost) {
    const places = (mentions.get(passage.id) ?? [])
      .filter((mention) => mention.sure && isPointed(mention))
      .map(({ to }) => to)
      .filter(
        ({ documentId, address }) => references.find(documentId, address)?.standing === "current",
      );
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
  const value = shareAsked(question, references);
  const places = placesIn(question, references).map((place) => ({ place, score, value }));
  return evidenceAt(places, "named", library, references);
}

/** Words of a question that only ask ("require", "duties", "summarise"), and what is left where there are more. */
const mostAsking = 2;
const besides = 0.3;

/**
 * How much a question is about the provisions that it names (0 to 1). "What does regulation 44 say?" is about nothing
 * else; of "Who may be the person who makes the visits of regulation 44?" the answer may stand anywhere.
 */
function shareAsked(question: string, references: ReferenceReader): number {
  const named = references.parse(question).toReversed();
  const rest = named.reduce(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    question,
  );
  const words = new Set(contentStemList(rest)).size;
  return words <= mostAsking ? 1 : besides;
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
  places: readonly { place: MentionedPlace; score: number; value: number }[],
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

/** The provisions in force that a question names; a whole stretch ("regulations 4 to 14") is none. */
function placesIn(question: string, references: ReferenceReader): MentionedPlace[] {
  return references
    .parse(question)
    .filter((reference) => !reference.bare && !reference.relative)
    .flatMap((reference) => references.resolve(reference))
    .filter((resolution) => resolution.status === "found")
    .flatMap(({ reading }) => {
      const places = reading?.places ?? [];
      return isPointed({ among: places.length }) ? places : [];
    })
    .flatMap(({ documentId, address, ordinal, standing }) =>
      ordinal === null || standing !== "current" ? [] : [{ documentId, address, ordinal }],
    );
}

/** A provision of more passages is a subject, not a place. */
const mostPassages = 6;

/** The passages that hold a provision or part of it. */
async function passagesAt(
  library: Library,
  place: MentionedPlace,
  references: ReferenceReader,
): Promise<Passage[]> {
  const held = await library.passagesHolding([rangeOf(place, references)]);
  return held.length <= mostPassages ? [...held] : [];
}
