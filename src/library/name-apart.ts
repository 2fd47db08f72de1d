// Takes the documents of a library; gives them with short names by which a reader can tell them apart.
import type { DocumentInfo } from "../document.ts";
import { groupBy } from "../lists.ts";
import { foldText } from "../references/tokens.ts";

/** Titles up to this length, in characters, can stand in a citation. */
const longestTitle = 90;

/** What may tell documents of one short name apart, best first; null where a document has no such thing. */
const apart: readonly ((document: DocumentInfo) => string | null)[] = [
  ({ title }) => (title.length <= longestTitle ? title : null),
  ({ short, version }) => (version === null ? null : `${short} (${version})`),
  ({ short, date }) => (date === null ? null : `${short} (${date})`),
  ({ short, file }) => `${short} (${file.replace(/\.[^./]+$/, "").replaceAll("_", " ")})`,
];

/** Short names that no other document has stay as they are; files have names of their own, so that one way always serves. */
export function nameApart<D extends DocumentInfo>(documents: readonly D[]): D[] {
  const groups = groupBy(documents, ({ short }) => foldText(short));
  return documents.map((document) => {
    const group = groups.get(foldText(document.short)) ?? [];
    if (group.length < 2) return document;
    const ways = apart.map((name) => [name(document), group.map(name)] as const);
    const [short] = ways.find(([, names]) => isDistinct(names)) ?? [];
    return short ? { ...document, short } : document;
  });
}

function isDistinct(names: readonly (string | null)[]): boolean {
  const folded = names.map((name) => (name === null ? undefined : foldText(name)));
  return !folded.includes(undefined) && new Set(folded).size === names.length;
}
