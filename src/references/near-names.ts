// Takes the title of an Act or regulations as written; gives the instrument of the field whose name it nearly is.
import { knownInstruments, passedIn } from "./known-instruments.ts";

/**
 * The right name; null where it is written rightly, or where no instrument or several come near. Only with its year: of
 * a name without one nobody can tell.
 */
export function nearName(written: string): string | null {
  const folded = foldTitle(written);
  const alike = dated.filter(({ title }) => isNear(folded, title));
  const near = alike.length > 0 ? alike : dated.filter((one) => isOfNoSuchYear(written, one));
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
    .replaceAll(/ies\b/g, "y")
    .replaceAll(/s\b/g, "")
    .replaceAll(/\s+/g, " ")
    .replace(/^the /, "")
    .trim();
}

interface Dated {
  readonly title: string;
  readonly names: readonly string[];
}

const dated: readonly Dated[] = knownInstruments
  .filter(({ year }) => year !== null)
  .map(({ name, aliases }) => ({ title: foldTitle(name), names: [name, ...aliases] }));

/** The same words; or the same but for two figures of the year that have changed places. */
function isNear(folded: string, other: string): boolean {
  if (folded === other) return true;
  const figures = (title: string) => Array.from(title.slice(-4)).toSorted().join("");
  return wordsOf(folded) === wordsOf(other) && figures(folded) === figures(other);
}

/** The same words, with a year in which no such Act was passed. Brackets tell Acts for other countries apart. */
function isOfNoSuchYear(written: string, { title, names: [name = ""] }: Dated): boolean {
  const years = passedIn[name.replace(/ \d{4}$/, "")];
  const folded = foldTitle(written);
  if (years === undefined || wordsOf(folded) !== wordsOf(title)) return false;
  return bracketsOf(written) === bracketsOf(name) && !years.includes(Number(folded.slice(-4)));
}

function wordsOf(title: string): string {
  return title.replace(/ \d{4}$/, "");
}

function bracketsOf(name: string): string {
  return (name.toLowerCase().match(/\([^)]*\)/g) ?? []).join("");
}
