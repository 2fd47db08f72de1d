// Takes the documents of a library; gives those of which it holds a newer edition.
import type { DocumentInfo } from "../document.ts";
import { isNamed } from "../library/in-force.ts";
import { compareText } from "../text/compare-text.ts";

export interface Superseded<D extends DocumentInfo = DocumentInfo> {
  readonly older: D;
  /** The newest edition held. */
  readonly newer: D;
}

/**
 * By `supersedes` in sources.yaml (file, id, title or short name), else by the same title but for its year, of the same
 * authority and an earlier date. Statutes are told apart by their years, and reports of single visits by their dates.
 */
export function findSuperseded<D extends DocumentInfo>(documents: readonly D[]): Superseded<D>[] {
  return documents.flatMap((older) => {
    const newer = documents
      .filter((other) => other !== older && replaces(other, older))
      .sort((a, b) => compareText(editionOf(b), editionOf(a)) || compareText(a.file, b.file))[0];
    return newer ? [{ older, newer }] : [];
  });
}

function replaces(newer: DocumentInfo, older: DocumentInfo): boolean {
  if (newer.supersedes !== null && isNamed(newer.supersedes, older)) return true;
  const editions = ["legislation", "statutory-guidance", "inspection", "voluntary", "own"];
  if (newer.authority !== older.authority || !editions.includes(newer.authority)) return false;
  // A draft out for consultation replaces nothing yet; a provider's own drafts replace one another.
  if (newer.authority !== "own" && isDraft(newer)) return false;
  const same =
    newer.authority === "legislation"
      ? foldTitle(newer.title) === foldTitle(older.title)
      : workOf(newer.title) !== "" && workOf(newer.title) === workOf(older.title);
  const [later, earlier] = [editionOf(newer), editionOf(older)];
  return same && earlier !== "" && later > earlier;
}

function isDraft({ title, version, file }: DocumentInfo): boolean {
  return /\b(?:draft|consultation)\b/i.test(
    `${title} ${version ?? ""} ${file.replaceAll("_", " ")}`,
  );
}

/** Date, or the year of the edition where no date is known. */
function editionOf({ date, version, title }: DocumentInfo): string {
  return date ?? /\b(?:19|20)\d\d\b/.exec(`${version ?? ""} ${title}`)?.[0] ?? "";
}

function foldTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}' ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The title without what tells editions apart: years, months before them, version numbers. */
function workOf(title: string): string {
  return foldTitle(title)
    .replace(/\b(?:version|v|edition|draft|revised|updated)\b(?: \d+)*/g, " ")
    .replace(
      /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)?\s*\b(?:19|20)\d\d\b/g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
}
