// Takes an open library and what is asked of it; gives of the library the editions that are in force on the day.
import type { Library } from "../library/library.ts";
import { findNotInForce } from "../library/in-force.ts";
import type { ReferenceReader } from "../references/reader.ts";
import { openReferences } from "../use-cases/open-references.ts";

/**
 * An edition that is asked for by its own name is used whether or not it is in force: its answer says what replaced it.
 * @param asAt ISO date; null for today
 * @param texts questions, references or names
 */
export async function keepInForce(
  library: Library,
  asAt: string | null,
  texts: readonly string[],
): Promise<Library> {
  const { documents } = library;
  const day = asAt ?? new Date().toISOString().slice(0, 10);
  const out = findNotInForce(documents, day);
  if (out.size === 0) return library;
  const references = await openReferences(library);
  const named = new Set(texts.flatMap((text) => findNamed(text, references)));
  const kept = documents.filter((one) => !out.has(one) || named.has(one.id));
  return library.within(kept.map(({ id }) => id));
}

/** Documents that a text means beyond doubt, and no other edition of them. */
function findNamed(text: string, references: ReferenceReader): string[] {
  const mentioned = references.parse(text).filter(({ document }) => document !== null);
  return mentioned.flatMap((reference) =>
    references.resolve(reference).flatMap(({ reading, alternatives }) => {
      const id = reading?.document?.documentId;
      const other = alternatives.some(({ document }) => document?.documentId !== id);
      return id === undefined || other ? [] : [id];
    }),
  );
}
