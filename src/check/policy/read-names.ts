// Takes a text of a policy; gives its references, and the names of Acts and regulations that are written nearly right.
import type { Reference } from "../../references/reference.ts";
import type { ReferenceView } from "../../verify/statement.ts";

/** A name that is nearly that of an instrument of the field. */
export interface Misspelling {
  readonly written: string;
  readonly right: string;
}

export interface NamedReferences {
  /** The text, as offsets of the references are in it. */
  readonly text: string;
  readonly references: readonly Reference[];
  readonly misspellings: readonly Misspelling[];
}

/** What is only shaped like a reference is a number of the provider's own, and left out; so is what starts from its place. */
export function readNames(text: string, view: Pick<ReferenceView, "parse">): NamedReferences {
  const read = view.parse(text);
  const misspellings = read.flatMap(({ document }) =>
    document?.misspelt ? [{ written: document.written, right: document.name }] : [],
  );
  return {
    text,
    references: read.filter(({ bare, relative }) => !bare && !relative),
    misspellings,
  };
}
