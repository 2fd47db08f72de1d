// Takes an open library and the homes of a run; gives of the library what the run may see: nothing behind it sees more.
import type { Homes } from "../homes/homes.ts";
import { isInScope } from "../homes/scope.ts";
import type { Library } from "../library/library.ts";
import type { Refuse } from "./run-deps.ts";

interface NarrowOptions {
  /** Given all documents; the library is closed where it throws. */
  readonly refuse: Refuse | undefined;
  /** Called where own documents are left out since no home was named. */
  readonly onOwnLeftOut: () => void;
}

export function narrowLibrary(
  library: Library,
  homes: Homes,
  { refuse, onOwnLeftOut }: NarrowOptions,
): Library {
  try {
    refuse?.(library.documents);
  } catch (error) {
    library.close();
    throw error;
  }
  const { kind } = homes.choice;
  if (kind === "all") return library;
  const seen = library.documents.filter((document) => isInScope(document, homes));
  if (seen.length === library.documents.length) return library;
  if (kind === "none") onOwnLeftOut();
  return library.within(seen.map(({ id }) => id));
}
