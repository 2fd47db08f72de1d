// Takes an open library and what is asked of it; gives of the library the editions that are in force on the day.
import type { Library } from "../library/library.ts";
import { findNotInForce } from "../library/in-force.ts";
import type { ReferenceReader } from "../references/reader.ts";
import { openReferences } from "../use-cases/open-references.ts";

/** Of a library that is open for many drafts, what is read once of its editions in force is kept with them. */
const narrowed = new WeakMap<Library, { readonly day: string; readonly library: Library }>();

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
  const day = dayOf(asAt);
  const known = narrowed.get(library);
  if (texts.length === 0 && known?.day === day) return known.library;
  const out = findNotInForce(documents, day);
  if (out.size === 0) return library;
  const references = texts.length === 0 ? null : await openReferences(library);
  const named = new Set(
    references === null ? [] : texts.flatMap((text) => findNamed(text, references)),
  );
  const kept = documents.filter((one) => !out.has(one) || named.has(one.id));
  const inForce = library.within(kept.map(({ id }) => id));
  if (texts.length === 0) narrowed.set(library, { day, library: inForce });
  return inForce;
}

/**
 * Files of the editions that `keepInForce` leaves out where no text names them.
 * @param asAt ISO date; null for today
 */
export function listNotInForce({ documents }: Library, asAt: string | null): string[] {
  return [...findNotInForce(documents, dayOf(asAt))].map(({ file }) => file);
}

function dayOf(asAt: string | null): string {
  return asAt ?? new Date().toISOString().slice(0, 10);
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
