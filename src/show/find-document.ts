// Takes how a user names a document; gives the one document of the library that is meant.
import { CharmError } from "../errors.ts";
import type { DocumentInfo } from "../document.ts";
import { foldName } from "../references/names.ts";
import { nearestDocument } from "./nearest-names.ts";

type Named = Pick<DocumentInfo, "file" | "short" | "title">;

/**
 * By short name, title or file name, then by part of one of them.
 * @throws CharmError `document-unknown`, `document-ambiguous`
 */
export function findDocument<T extends Named>(documents: readonly T[], name: string): T {
  const fitting = findFitting(documents, name);
  const [first, ...others] = fitting;
  if (first === undefined) {
    const near = nearestDocument(documents, name);
    throw new CharmError("document-unknown", `No document of the library is called “${name}”.`, {
      hint: `${near === null ? "" : `Did you mean ${near}?\n`}It holds:\n${list(documents)}`,
    });
  }
  if (others.length === 0) return first;
  throw new CharmError("document-ambiguous", `“${name}” may be ${fitting.length} documents.`, {
    hint: `Name one of these by its short name or file:\n${list(fitting)}`,
  });
}

/** Those called so; else those of whose names it is a part. */
export function findFitting<T extends Named>(documents: readonly T[], name: string): readonly T[] {
  const exact = findDocumentsNamed(documents, name);
  return exact.length > 0 ? exact : documents.filter((one) => holds(one, name));
}

/** Documents whose short name, title or file name is this, whatever capitals and marks it is written with. */
export function findDocumentsNamed<T extends Named>(
  documents: readonly T[],
  name: string,
): readonly T[] {
  const wanted = foldName(name);
  if (wanted === "") return [];
  return documents.filter((document) => namesOf(document).some((own) => foldName(own) === wanted));
}

function namesOf({ file, short, title }: Named): string[] {
  const base = file.split("/").at(-1) ?? file;
  return [short, title, file, base, base.replace(/\.\w+$/, "")];
}

function holds(document: Named, name: string): boolean {
  const wanted = foldName(name);
  return wanted !== "" && namesOf(document).some((own) => foldName(own).includes(wanted));
}

function list(documents: readonly Named[]): string {
  return documents.map(({ short, file }) => `${short}: ${file}`).join("\n");
}
