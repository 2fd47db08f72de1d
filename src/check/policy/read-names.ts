// Takes a text of a policy; gives its references, names of Acts and regulations that are nearly right read as meant.
import { knownInstruments } from "../../references/known-instruments.ts";
import type { Reference } from "../../references/reference.ts";
import type { ReferenceView } from "../../verify/statement.ts";

/** A name that is nearly that of an instrument of the field. */
export interface Misspelling {
  readonly written: string;
  readonly right: string;
}

export interface NamedReferences {
  /** The text with the right names; offsets of the references are in it. */
  readonly text: string;
  readonly references: readonly Reference[];
  readonly misspellings: readonly Misspelling[];
}

/** What is only shaped like a reference is a number of the provider's own, and left out; so is what starts from its place. */
export function readNames(text: string, view: Pick<ReferenceView, "parse">): NamedReferences {
  const misspellings = view.parse(text).flatMap((reference) => misspeltIn(reference) ?? []);
  const righted = misspellings.reduce(
    (left, { written, right }) => left.replace(written, right),
    text,
  );
  const read = misspellings.length === 0 ? view.parse(text) : view.parse(righted);
  const references = read.filter(({ bare, relative }) => !bare && !relative);
  return { text: righted, references, misspellings };
}

function misspeltIn({ document }: Reference): Misspelling | null {
  if (document?.kind !== "title" || document.year === null || document.held !== undefined)
    return null;
  const { written, name } = document;
  const folded = foldTitle(name);
  const near = knownInstruments.filter(
    (known) => known.year !== null && isNear(folded, known.name),
  );
  const exact = near.some((known) => [known.name, ...known.aliases].some((one) => one === name));
  const [known] = near;
  return known === undefined || exact || near.length > 1 ? null : { written, right: known.name };
}

/** Without apostrophes, plural endings and what stands in brackets: where such names go wrong. */
function foldTitle(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, " ")
    .replaceAll(/['’]s?|[^\p{L}\p{N} ]/gu, "")
    .replaceAll(/s\b/g, "")
    .replaceAll(/\s+/g, " ")
    .replace(/^the /, "")
    .trim();
}

/** The same words; or the same but for two figures of the year that have changed places. */
function isNear(folded: string, known: string): boolean {
  const other = foldTitle(known);
  if (folded === other) return true;
  const [words, otherWords] = [folded, other].map((title) => title.replace(/ \d{4}$/, ""));
  const [year, otherYear] = [folded, other].map((title) =>
    Array.from(title.slice(-4)).toSorted().join(""),
  );
  return words === otherWords && year === otherYear;
}
