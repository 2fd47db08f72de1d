// Takes the documents of a library; gives their names, for the parser to know them in a text and read what follows them.
import { once } from "../once.ts";
import { readableName } from "../identify/readable-name.ts";
import { familyOf, slugify } from "../place/address.ts";
import { instrumentOf, isNameOfAnother, namesKnownBy } from "./known-documents.ts";
import type { ReferenceDocument, ReferenceLibrary } from "./reference-library.ts";
import { foldName, indexNames, type NameIndex } from "./names.ts";

type Outlines = Pick<ReferenceLibrary, "children" | "titled">;

/** Title, short name, what the field calls them, and the file names of own documents; documents of one name share it. */
export function indexLibraryNames(
  library: Outlines & Pick<ReferenceLibrary, "documents">,
): NameIndex {
  const byName = new Map<string, { written: string; readonly documents: ReferenceDocument[] }>();
  for (const document of library.documents) {
    const names = [
      document.title,
      document.short,
      ...namesKnownBy(document),
      ...fileNames(document),
    ];
    for (const name of new Set(names)) {
      if (isNameOfAnother(document, name)) continue;
      const key = foldName(name);
      const named = byName.get(key) ?? { written: name, documents: [] };
      // A word without its capital in one of the spellings needs none in a text.
      if (!/(?<=\s)\p{Ll}/u.test(named.written)) named.written = name;
      if (!named.documents.includes(document)) named.documents.push(document);
      byName.set(key, named);
    }
  }
  return indexNames(
    [...byName.values()].map(({ written, documents }) => ({
      name: written,
      instrument: documents.map(instrumentOf).find((instrument) => instrument !== null) ?? null,
      documentIds: documents.map(({ documentId }) => documentId),
      // Most names are not met in a text.
      families: once(() => [...new Set(documents.flatMap((each) => familiesOf(each, library)))]),
      headings: once(() => new Set(documents.flatMap((each) => headingsOf(each, library)))),
    })),
  );
}

/** The home's own documents are called by the names of their files as often as by their titles. */
function fileNames({ file, authority }: ReferenceDocument): string[] {
  if (authority !== "own") return [];
  const name = readableName(file).replace(/\s+v?\d[\d.]*$/i, "");
  return /\p{L}{3,}\s+\p{L}/u.test(name) ? [name] : [];
}

function familiesOf({ documentId }: ReferenceDocument, library: Outlines): string[] {
  return library.children(documentId, "").map(({ address }) => familyOf(address));
}

function headingsOf({ documentId }: ReferenceDocument, library: Outlines): string[] {
  return library.titled(documentId).map(({ title }) => slugify(title ?? ""));
}
