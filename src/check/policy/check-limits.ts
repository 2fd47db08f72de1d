// Takes a piece of a policy that names provisions; tells where a sentence of it asks for less than the provision it names:
// a longer time, a rarer turn, a shorter keeping, or a "should" where the law says "must".
import { findStricter, judgeTimes } from "../../facts/cited.ts";
import type { LawSentence } from "../../facts/law-sentences.ts";
import { readLawSentences } from "../../facts/law-sentences.ts";
import { readNorms, type Norm } from "../../facts/norms.ts";
import { readOwnSentences, type OwnSentence } from "../../facts/own-sentences.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { firstOfEach } from "../../lists.ts";
import { keep, once } from "../../once.ts";
import { isWithin } from "../../place/address.ts";
import { namePlace } from "../../place/name-place.ts";
import type { Place } from "../../place/place.ts";
import { isFieldGuide, isFieldLaw } from "../../field/of-field.ts";
import { findSentences } from "../../text/sentences.ts";
import type { LoadedDocument } from "../report-library.ts";
import { isOwn, judged } from "./check-references.ts";
import { sectionOf, type Piece } from "./policy.ts";
import type { PolicyLibrary } from "./policy-library.ts";
import { readNames } from "./read-names.ts";

/** What law and guidance of the field bind to. */
export interface FieldLimits {
  readonly norms: readonly Norm[];
  /** Sentences of law at a place of a document. */
  readonly sentencesAt: (documentId: string, address: string) => readonly LawSentence[];
}

/** Read when the first piece names a provision. */
export function openLimits({ loaded }: Pick<PolicyLibrary, "loaded">): () => FieldLimits {
  return once(() => {
    const field = loaded.filter(({ info }) => isFieldLaw(info) || isFieldGuide(info));
    const law = field.filter(({ info }) => isFieldLaw(info));
    const read = ({ info, provisions }: LoadedDocument) =>
      [info.id, readLawSentences(provisions)] as const;
    const sentences = new Map(law.map(read));
    return {
      norms: field.flatMap(({ info, provisions }) => readNorms(info, provisions)),
      sentencesAt: keep(
        (documentId: string, address: string) =>
          (sentences.get(documentId) ?? []).filter(({ provision }) =>
            isWithin(provision.address, address),
          ),
        (documentId, address) => `${documentId}#${address}`,
      ),
    };
  });
}

export function checkLimits(
  piece: Piece,
  library: PolicyLibrary,
  limits: () => FieldLimits,
): Finding[] {
  if (piece.kind === "heading" || piece.kind === "running") return [];
  const { text, references } = readNames(piece.text, library.view);
  const cited = judged(references, library).filter((reference) => !isOwn(reference, true));
  if (cited.length === 0) return [];
  const whole = findSentences(text);
  const found = readOwnSentences(text, sectionOf(piece) ?? "").flatMap((own) => {
    const around = whole.find(({ start, end }) => start <= own.start && own.end <= end) ?? own;
    const places = cited
      .filter(({ start, end }) => around.start <= start && end <= around.end)
      .flatMap((reference) => library.view.resolve(reference, []))
      .filter(({ status }) => status === "found")
      .flatMap(({ reading }) => reading?.places ?? []);
    return [
      ...tellShorter(own, places, limits, library),
      ...tellWeaker(own, places, limits, library),
    ];
  });
  return firstOfEach(found, ({ message }) => message);
}

function tellShorter(
  own: OwnSentence,
  places: readonly Place[],
  limits: () => FieldLimits,
  library: PolicyLibrary,
): Finding[] {
  if (own.fact === null || places.length === 0) return [];
  const named = limits().norms.filter(
    ({ kind, document, sentence }) => kind === "time" && isNamed(document.id, sentence, places),
  );
  const judgement = judgeTimes(own, named);
  if (judgement === null || judgement.verdict !== "falls-short") return [];
  const { norm, said } = judgement;
  const { place, at } = nameOf(norm.document.id, norm.sentence, library);
  const args = { variant: "limit", claimed: said.own, place, said: said.law } as const;
  return [makeFinding("weaker-than-law", args, { reference: said.own, place: at })];
}

/** "Staff should …", with the place of law that says that they must. */
function tellWeaker(
  own: OwnSentence,
  places: readonly Place[],
  limits: () => FieldLimits,
  library: PolicyLibrary,
): Finding[] {
  if (places.length === 0) return [];
  const ids = [...new Set(places.map(({ documentId }) => documentId))];
  return ids.flatMap((documentId) => {
    const there = places.filter((place) => place.documentId === documentId);
    const named = there.flatMap(({ address }) => limits().sentencesAt(documentId, address));
    const stricter = findStricter(own, named);
    if (stricter === null) return [];
    const { place, at } = nameOf(documentId, stricter.sentence, library);
    const args = { variant: "force", claimed: stricter.words, place } as const;
    return [makeFinding("weaker-than-law", args, { reference: stricter.words, place: at })];
  });
}

function isNamed(
  documentId: string,
  { provision: { address } }: LawSentence,
  places: readonly Place[],
): boolean {
  return places.some(
    (place) => place.documentId === documentId && isWithin(address, place.address),
  );
}

function nameOf(documentId: string, { provision }: LawSentence, { documents }: PolicyLibrary) {
  const document = documents.find(({ id }) => id === documentId);
  const { locator, address, page } = provision;
  return {
    place: namePlace(document?.short ?? "", { locator, address }),
    at: { file: document?.file ?? "", locator, page },
  };
}
