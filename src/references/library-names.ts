// Takes the documents of a library; gives their names, for the parser to know them in a text and read what follows them.
import { once } from "../once.ts";
import { readableName } from "../identify/readable-name.ts";
import { isBareKind } from "../identify/title-lines.ts";
import { familyOf, slugify } from "../place/address.ts";
import { instrumentOf, isNameOfAnother, namesKnownBy } from "./known-documents.ts";
import type { ReferenceDocument, ReferenceLibrary } from "./reference-library.ts";
import { type DocumentName, foldName, indexNames, type NameIndex } from "./names.ts";

/** A year or version behind a name. */
const edition = /\s+v?\d[\d.]*$/i;

type Outlines = Pick<ReferenceLibrary, "children" | "titled">;

/**
 * Title, short name, what the field calls them, and the file names of own documents, which are also called by their
 * names with words left out; documents of one name share it.
 */
export function indexLibraryNames(
  library: Outlines & Pick<ReferenceLibrary, "documents">,
): NameIndex {
  const { documents } = library;
  const full = shareNames(documents, (document) => [
    document.title,
    document.short,
    ...(document.shortShared === undefined ? [] : [document.shortShared]),
    ...namesKnownBy(document),
    ...fileNames(document),
  ]);
  // The first of equal names counts: what is a whole name of one document is never part of another's.
  const parts = shareNames(documents, partsOfNames);
  return indexNames([
    ...[...full.values()].map((shared) => describeName(shared, library, "fully")),
    ...[...parts.values()].map((shared) => describeName(shared, library, "nearly")),
  ]);
}

interface SharedName {
  written: string;
  readonly documents: ReferenceDocument[];
}

function shareNames(
  documents: readonly ReferenceDocument[],
  namesOf: (document: ReferenceDocument) => readonly string[],
): ReadonlyMap<string, SharedName> {
  const byName = new Map<string, SharedName>();
  for (const document of documents) {
    for (const name of new Set(namesOf(document))) {
      if (isNameOfAnother(document, name)) continue;
      const key = foldName(name);
      const named = byName.get(key) ?? { written: name, documents: [] };
      // A word without its capital in one of the spellings needs none in a text.
      if (!/(?<=\s)\p{Ll}/u.test(named.written)) named.written = name;
      if (!named.documents.includes(document)) named.documents.push(document);
      byName.set(key, named);
    }
  }
  return byName;
}

function describeName(
  { written, documents }: SharedName,
  library: Outlines,
  how: "fully" | "nearly",
): DocumentName {
  return {
    name: written,
    instrument: documents.map(instrumentOf).find((instrument) => instrument !== null) ?? null,
    documentIds: documents.map(({ documentId }) => documentId),
    // Most names are not met in a text.
    families: once(() => [...new Set(documents.flatMap((each) => familiesOf(each, library)))]),
    headings: once(() => new Set(documents.flatMap((each) => headingsOf(each, library)))),
    own:
      documents.every(({ authority }) => authority === "own") && endsInKind(written) ? how : null,
  };
}

/** Of "Behaviour Management Policy" and "Elm House Business Plan": "Behaviour Policy", "Business Plan". */
function partsOfNames({ title, authority }: ReferenceDocument): string[] {
  const words = title.replace(edition, "").split(/\s+/);
  if (authority !== "own" || words.length < 3 || words.length > 5) return [];
  const [first = "", before = "", last = ""] = [words[0], words.at(-2), words.at(-1)];
  if (!isBareKind(last)) return [];
  return [`${first} ${last}`, `${before} ${last}`].filter((name) => /^\p{L}+ \p{L}+$/u.test(name));
}

/** "fire policy" is said of a document; "missing children", without capitals, of children. */
function endsInKind(name: string): boolean {
  return isBareKind(name.split(/\s+/).at(-1) ?? "");
}

/** The home's own documents are called by the names of their files as often as by their titles. */
function fileNames({ file, authority }: ReferenceDocument): string[] {
  if (authority !== "own") return [];
  const name = readableName(file).replace(edition, "");
  return /\p{L}{3,}\s+\p{L}/u.test(name) ? [name] : [];
}

function familiesOf({ documentId }: ReferenceDocument, library: Outlines): string[] {
  return library.children(documentId, "").map(({ address }) => familyOf(address));
}

function headingsOf({ documentId }: ReferenceDocument, library: Outlines): string[] {
  return library.titled(documentId).map(({ title }) => slugify(title ?? ""));
}
