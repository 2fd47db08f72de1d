// Gives the official documents of the field that charm knows of (field/catalogue.json): where each is published, and how.
import type { Authority } from "../document.ts";
import { CharmError } from "../errors.ts";
import { readFieldTable } from "../field/read-field.ts";
import { once } from "../once.ts";
import { nearestWord } from "../settings/nearest-word.ts";

/**
 * Where a document is asked for:
 * - `govuk`: a page of gov.uk; `path` as its content is asked for, with a slash in front
 * - `legislation`: a text of legislation.gov.uk; `path` such as `uksi/2015/541`
 * - `link`: published by others, who do not license copies: nothing is fetched
 */
export type PublishedAt =
  | { readonly kind: "govuk"; readonly path: string }
  | { readonly kind: "legislation"; readonly path: string }
  | { readonly kind: "link" };

export interface KnownEdition {
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  /** ISO date or its leading part; null where it states none. */
  readonly date: string | null;
}

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  /** As it is cited by number: "SI 2015/541". */
  readonly number: string | null;
  readonly publisher: string;
  readonly authority: Authority;
  readonly licence: string;
  /** Of the page for people. */
  readonly url: string;
  readonly at: PublishedAt;
  readonly editions: readonly KnownEdition[];
}

export interface Catalogue {
  /** ISO month up to which its facts were read. */
  readonly checked: string;
  readonly source: string;
  readonly documents: readonly CatalogueEntry[];
}

export const readCatalogue = once((): Catalogue =>
  readFieldTable<Catalogue>("catalogue", { checked: "", source: "", documents: [] }),
);

/** Those named, in their order. @throws CharmError `source-unknown` */
export function findEntries(
  ids: readonly string[],
  { documents }: Pick<Catalogue, "documents">,
): CatalogueEntry[] {
  const byId = new Map(documents.map((entry) => [entry.id, entry]));
  return ids.map((id) => {
    const entry = byId.get(id);
    if (entry !== undefined) return entry;
    const near = nearestWord(id, byId.keys());
    throw new CharmError("source-unknown", `The catalogue has no document “${id}”.`, {
      hint: `${near === null ? "" : `Did you mean ${near}? `}charm sources list shows them all.`,
    });
  });
}
