// Takes the documents of a library; gives them with short names by which a reader can tell them apart.
import type { DocumentInfo } from "../document.ts";
import { groupBy } from "../lists.ts";
import { foldText } from "../references/tokens.ts";
import { compareText } from "../text/compare-text.ts";

/** Titles up to this length, in characters, can stand in a citation. */
const longestTitle = 90;

type Way = (document: DocumentInfo, group: readonly DocumentInfo[]) => string | null;

/** What may tell documents of one short name apart, best first; null where a document has no such thing. */
const apart: readonly Way[] = [
  ({ title }) => (title.length <= longestTitle ? title : null),
  // Two homes' policies are told apart by home, even where their versions differ too.
  (document, group) => inBrackets(document, folderApart(document, group)),
  (document) => inBrackets(document, document.version),
  (document) => inBrackets(document, document.date?.slice(0, 4) ?? null),
  (document) => inBrackets(document, document.date),
  (document) =>
    inBrackets(document, readable(document.file.slice(document.file.lastIndexOf("/") + 1))),
  (document) => inBrackets(document, readable(document.file)),
  (document) => inBrackets(document, document.file),
];

/**
 * No two documents have the same short name, and the names depend on the documents alone, whatever their order. Names
 * that no other document has stay as they are, and so does one that `sources.yaml` gives to one document of several.
 */
export function nameApart<D extends DocumentInfo>(documents: readonly D[]): D[] {
  const groups = groupBy(documents, keyOf);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const keep = (document: D) => {
    names.set(document.file, document.short);
    taken.add(keyOf(document));
  };
  const shared: { rest: D[]; group: D[] }[] = [];
  for (const [, group] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    const declared = group.filter(({ shortDeclared }) => shortDeclared === true);
    const kept = group.length === 1 ? group : declared.length === 1 ? declared : [];
    kept.forEach(keep);
    if (kept.length < group.length) {
      shared.push({ rest: group.filter((one) => !kept.includes(one)), group });
    }
  }
  for (const { rest, group } of shared) {
    for (const [file, name] of nameGroup(rest, group, taken)) {
      names.set(file, name);
      taken.add(foldText(name));
    }
  }
  return documents.map((document) => {
    const short = names.get(document.file) ?? document.short;
    return short === document.short
      ? document
      : { ...document, short, shortShared: document.short };
  });
}

function keyOf({ short }: DocumentInfo): string {
  return foldText(short);
}

/** By the first way that gives each a name of its own; two files whose paths read alike are numbered. */
function nameGroup(
  rest: readonly DocumentInfo[],
  group: readonly DocumentInfo[],
  taken: ReadonlySet<string>,
): (readonly [file: string, name: string])[] {
  for (const way of apart) {
    const names = rest.map((document) => way(document, group));
    const folded = names.map((name) => (name === null ? null : foldText(name)));
    const free = folded.every((name) => name !== null && !taken.has(name));
    if (free && new Set(folded).size === rest.length)
      return rest.map(({ file }, at) => [file, names[at] ?? file] as const);
  }
  const inOrder = [...rest].sort((a, b) => compareText(a.file, b.file));
  let number = 0;
  return inOrder.map((document) => {
    let name: string;
    do {
      number += 1;
      name = `${document.short} (${document.file}, ${number})`;
    } while (taken.has(foldText(name)));
    return [document.file, name] as const;
  });
}

/** `Fire policy (Marsh Lodge)`; nothing that the name says already. */
function inBrackets({ short }: DocumentInfo, what: string | null): string | null {
  return what === null || what === "" ? null : `${short} (${what})`;
}

/** The first folder in which the paths of the group part; null where they part only by the files' names. */
function folderApart({ file }: DocumentInfo, group: readonly DocumentInfo[]): string | null {
  const paths = group.map((one) => one.file.split("/").slice(0, -1));
  const folders = file.split("/").slice(0, -1);
  const at = folders.findIndex((folder, level) => paths.some((path) => path[level] !== folder));
  return at < 0 ? null : (folders[at] ?? null);
}

function readable(path: string): string {
  return path.replace(/\.[^./]+$/, "").replaceAll("_", " ");
}
