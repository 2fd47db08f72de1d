// Takes a document of the catalogue and those of the library; gives the one that is it, if any.
import type { DocumentInfo } from "../document.ts";
import { foldTitle } from "../references/near-names.ts";
import type { CatalogueEntry } from "./catalogue.ts";

export type HeldDocument = Pick<
  DocumentInfo,
  "file" | "title" | "version" | "date" | "sha256" | "url" | "authority" | "supersedes"
>;

export interface SourceEntry extends Pick<
  CatalogueEntry,
  "id" | "title" | "number" | "publisher" | "authority" | "licence" | "url"
> {
  /** Null where no edition is held. */
  readonly held: Pick<HeldDocument, "file" | "version" | "date" | "sha256"> | null;
}

/** What is told of a document that is held; null for none. */
export function tellHeld(held: HeldDocument | null): SourceEntry["held"] {
  return held && { file: held.file, version: held.version, date: held.date, sha256: held.sha256 };
}

/**
 * By its bytes, by the address that sources.yaml gives, or by its title. Of several editions the one that nothing
 * supersedes, and of those the newest by date.
 */
export function findHeld(
  entry: CatalogueEntry,
  documents: readonly HeldDocument[],
): HeldDocument | null {
  const found = findEditions(entry, documents);
  const current = found.filter(
    (one) => !found.some(({ supersedes }) => supersedes !== null && supersedes === one.file),
  );
  const [newest = null] = current.toSorted((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1));
  return newest;
}

/** All editions of it that are held, whichever supersedes which. */
export function findEditions(
  entry: CatalogueEntry,
  documents: readonly HeldDocument[],
): HeldDocument[] {
  return documents.filter((document) => isIt(entry, document));
}

function isIt(
  { title, url, editions, at, authority }: CatalogueEntry,
  held: HeldDocument,
): boolean {
  if (editions.some(({ sha256 }) => sha256 === held.sha256)) return true;
  if (held.url !== null && (held.url === url || (at.kind !== "link" && isBelow(held.url, at.path))))
    return true;
  if (held.authority !== authority) return false;
  const [wanted, named] = [foldTitle(title), foldTitle(held.title)];
  // A title may go on with its year, its edition or what it is in short.
  return named === wanted || named.startsWith(`${wanted} `);
}

/** `uksi/2015/54` is no beginning of `uksi/2015/541`. */
function isBelow(url: string, path: string): boolean {
  const from = url.indexOf(path);
  return from >= 0 && /^(?:$|[/?#])/.test(url.slice(from + path.length));
}
