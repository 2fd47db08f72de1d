// Takes the title of an Act or regulations as written; gives the instrument of the field whose name it nearly is.
import { knownInstruments } from "./known-instruments.ts";

/**
 * The right name; null where it is written rightly, or where no instrument or several come near. Only with its year: of
 * a name without one nobody can tell.
 */
export function nearName(written: string): string | null {
  const folded = foldTitle(written);
  const near = dated.filter(({ title }) => isNear(folded, title));
  const exact = near.some(({ names }) => names.includes(written));
  const [known] = near;
  return known === undefined || exact || near.length > 1 ? null : (known.names[0] ?? null);
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

const dated = knownInstruments
  .filter(({ year }) => year !== null)
  .map(({ name, aliases }) => ({ title: foldTitle(name), names: [name, ...aliases] }));

/** The same words; or the same but for two figures of the year that have changed places. */
function isNear(folded: string, other: string): boolean {
  if (folded === other) return true;
  const words = (title: string) => title.replace(/ \d{4}$/, "");
  const figures = (title: string) => Array.from(title.slice(-4)).toSorted().join("");
  return words(folded) === words(other) && figures(folded) === figures(other);
}
