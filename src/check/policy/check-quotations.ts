// Takes a piece of a policy; tells which words in quotation marks do not stand in the document or place it names for them.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { namePlace } from "../../place/name-place.ts";
import type { Place } from "../../place/place.ts";
import { readText } from "../../references/read-text.ts";
import { joinNames } from "../../references/notes.ts";
import { findSentences } from "../../text/sentences.ts";
import { findQuotes, foldForQuotes, holdsQuote, type FoldedText } from "../../verify/quotes.ts";
import { readWords } from "../../text/word-stems.ts";
import type { LoadedDocument } from "../report-library.ts";
import { isOwn } from "./check-references.ts";
import type { Piece } from "./policy.ts";
import type { PolicyLibrary } from "./policy-library.ts";
import { readNames } from "./read-names.ts";

/** Folded texts of documents and places, kept while one policy is checked. */
export type FoldedTexts = Map<string, FoldedText>;

/** A quotation that names nothing is the policy's own manner of speaking. */
export function checkQuotations(
  { text: written }: Piece,
  library: PolicyLibrary,
  folded: FoldedTexts,
): Finding[] {
  const { text, references } = readNames(written, library.view);
  const quotes = findQuotes(text);
  if (quotes.length === 0) return [];
  const outside = references.filter(
    (reference) =>
      !isOwn(reference, true) &&
      !quotes.some((quote) => quote.start < reference.start && reference.end < quote.end),
  );
  return quotes.flatMap((quote) => {
    const sentence = findSentences(text).find(
      ({ start, end }) => start <= quote.start && quote.start < end,
    );
    // A sentence may go on behind the quotation that ends in a full stop.
    const near = outside.filter(
      ({ start, end }) =>
        sentence === undefined || (start < sentence.end + 60 && end > sentence.start),
    );
    const places = near.flatMap((reference) =>
      library.view
        .resolve(reference, [])
        .flatMap(({ status, reading }) => (status === "found" ? (reading?.places ?? []) : [])),
    );
    // "the Act" and a term in quotation marks: no more than a name.
    const vague = near.every(
      ({ document, targets }) => document?.kind === "definite" && targets.length === 0,
    );
    if (vague && readWords(quote.text).length < fewestOfWhole) return [];
    const sources = places.flatMap((place) => sourceOf(place, library));
    if (sources.length === 0) return [];
    if (sources.some((source) => holdsQuote(foldOnce(source, folded), quote.text))) return [];
    const elsewhere = standsIn(quote.text, library, folded);
    const named = joinNames([...new Set(sources.map(({ name }) => name))].slice(0, 3));
    const args =
      elsewhere === null
        ? ({ variant: "absent", place: named } as const)
        : ({ variant: "elsewhere", place: named, other: elsewhere.name } as const);
    const [first] = sources;
    const place = elsewhere?.place ?? first?.place;
    return [makeFinding("quote-not-on-page", args, { reference: quote.text, place })];
  });
}

/** Fewest words that are a quotation from a document that is only pointed to. */
const fewestOfWhole = 6;

interface Source {
  readonly key: string;
  readonly name: string;
  readonly text: () => string;
  readonly place: NonNullable<Finding["place"]>;
}

function foldOnce(source: Source, folded: FoldedTexts): FoldedText {
  const held = folded.get(source.key);
  if (held !== undefined) return held;
  const made = foldForQuotes(source.text());
  folded.set(source.key, made);
  return made;
}

function sourceOf(
  { documentId, ordinal, address, locator, page }: Place,
  library: PolicyLibrary,
): Source[] {
  const loaded = library.loaded.find(({ info }) => info.id === documentId);
  if (loaded === undefined || ordinal === null) return [];
  return [sourceAt(loaded, ordinal, { address, locator, page })];
}

function sourceAt(
  { info, provisions }: LoadedDocument,
  ordinal: number,
  { address, locator, page }: Pick<Place, "address" | "locator" | "page">,
): Source {
  const title = provisions[ordinal]?.title;
  const trail = typeof title === "string" ? [title] : [];
  const named = { locator, address: address === "" ? null : address };
  return {
    key: `${info.id}#${ordinal}`,
    name: ordinal === 0 ? info.title : namePlace(info.short, named, trail),
    text: () => readText(provisions, ordinal) ?? "",
    place: { file: info.file, locator, page },
  };
}

/** The smallest place of law and guidance in which the words stand; null where they stand nowhere. */
function standsIn(quote: string, { loaded }: PolicyLibrary, folded: FoldedTexts): Source | null {
  for (const document of loaded) {
    const whole = sourceAt(document, 0, { address: "", locator: null, page: null });
    if (!holdsQuote(foldOnce(whole, folded), quote)) continue;
    const holding = document.provisions.filter(({ locator, ordinal }) => {
      if (locator === null) return false;
      const text = readText(document.provisions, ordinal) ?? "";
      return holdsQuote(foldForQuotes(text), quote);
    });
    const inner = holding.at(-1);
    return inner === undefined ? whole : sourceAt(document, inner.ordinal, inner);
  }
  return null;
}
