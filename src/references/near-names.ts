// Takes the title of an Act or regulations as written; gives the instrument of the field whose name it nearly is.
import { knownInstruments } from "./known-instruments.ts";

/**
 * The right name; null where it is written rightly, or where no instrument or several come near. Only with its year: of
 * a name without one nobody can tell.
 */
export function nearName(written: string): string | null {
  const folded = foldTitle(written);
  const near = knownInstruments.filter(
    (known) => known.year !== null && isNear(folded, known.name),
  );
  const exact = near.some((known) => [known.name, ...known.aliases].includes(written));
  const [known] = near;
  return known === undefined || exact || near.length > 1 ? null : known.name;
}

/** Without apostrophes, plural endings and what stands in brackets: where such names go wrong. */
export function foldTitle(name: string): string {
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
