// Takes the documents of a library; gives the texts of the field the short names by which careful readers cite them.
import type { DocumentInfo } from "../document.ts";
import { groupBy } from "../lists.ts";
import { isKnown } from "../references/known-documents.ts";
import { knownInstruments, type KnownInstrument } from "../references/known-instruments.ts";
import { foldName } from "../references/names.ts";
import { toReferenceDocument } from "../references/reference-library.ts";

/**
 * "Regulations", "Guide": only what is that text by its title and by who issued it, where no other document is an edition
 * of it or goes by such a name, and `sources.yaml` gives it no other.
 */
export function citeByShort<D extends DocumentInfo>(documents: readonly D[]): D[] {
  const byName = groupBy(
    documents.flatMap((document) =>
      [...new Set([document.short, document.title].map(foldName))].map((name) => ({
        name,
        document,
      })),
    ),
    ({ name }) => name,
  );
  const given = new Map<D, string>();
  for (const known of knownInstruments) {
    if (known.cited === null) continue;
    const { short, authority } = known.cited;
    const editions = documents.filter((document) =>
      // What kind of text it is tells its authority, which is known here.
      isKnown(toReferenceDocument(document, "headed"), known),
    );
    const [only] = editions;
    const others = (byName.get(foldName(short)) ?? []).filter(({ document }) => document !== only);
    if (only === undefined || editions.length > 1 || others.length > 0) continue;
    if (only.authority === authority && only.shortDeclared !== true && isTitled(only, known))
      given.set(only, short);
  }
  return documents.map((document) => {
    const short = given.get(document);
    return short === undefined ? document : { ...document, short };
  });
}

/** By its whole title, or all of it but its edition and what kind of text it is: "Working together … 2023: statutory guidance". */
function isTitled(
  { title }: DocumentInfo,
  { name, aliases, instrument }: KnownInstrument,
): boolean {
  const names = new Set([name, ...aliases].map(foldName));
  const head = title.split(/:\s/)[0] ?? title;
  return [title, ...(instrument === null ? [head.replace(/\s+\d{4}$/, ""), head] : [])].some(
    (each) => names.has(foldName(each)),
  );
}
