// Takes what was found in the corpus folder, and the library made of it; gives how both stand.
import type { Discovery } from "../discover/discover-corpus.ts";
import type { Library } from "../library/library.ts";
import { sound, type Examination } from "./examination.ts";

/** At most so many files are named. */
const mostNamed = 10;

export function examineCorpus(corpus: string, { files, unread, problems }: Discovery): Examination {
  const trouble = [...unread, ...problems].map(({ file, message }) => `${file}: ${message}`);
  const found = `${countFiles(files.length)} to read in ${corpus}.`;
  if (trouble.length === 0) return sound("corpus", found);
  return {
    part: "corpus",
    state: "warning",
    found: `${found} ${countFiles(unread.length)} not read, ${problems.length} other ${problems.length === 1 ? "problem" : "problems"}.`,
    remedy: "Each line says what to do.",
    details: name(trouble),
  };
}

export interface LibraryView {
  readonly index: string;
  /** Null where there is none yet. */
  readonly library: Pick<Library, "documents" | "fingerprint" | "finished" | "metadata"> | null;
  /** Files that are new, changed or gone since; null where that is not known. */
  readonly behind: number | null;
  /** The passages are made otherwise by this version. */
  readonly otherChunking: boolean;
}

export function examineLibrary(view: LibraryView): Examination {
  const { index, library } = view;
  if (library === null) {
    return {
      part: "library",
      state: "warning",
      found: `There is no library in ${index} yet.`,
      remedy: "Run `charm index`, or ask a question: it is made first.",
      details: [],
    };
  }
  const { documents, fingerprint, metadata } = library;
  const bad = documents.filter(({ passageCount }) => passageCount === 0);
  const passages = documents.reduce((sum, { passageCount }) => sum + passageCount, 0);
  const details = [
    `fingerprint ${fingerprint}`,
    `made with ${metadata.embedderId}`,
    ...name(bad.map(({ file, problems }) => `${file}: ${problems[0]?.message ?? ""}`)),
  ];
  const found = `${countFiles(documents.length)} and ${passages} passages in ${index}.`;
  const needs = needsOf(view);
  if (needs === null && bad.length === 0) return sound("library", found, details);
  const told = bad.length === 0 ? "" : ` ${countFiles(bad.length)} could not be read.`;
  return {
    part: "library",
    state: "warning",
    found: `${found}${needs ?? ""}${told}`,
    remedy: needs === null ? "Each line says why." : "Run `charm index`.",
    details,
  };
}

function needsOf({ library, behind, otherChunking }: LibraryView): string | null {
  if (otherChunking) return " This version of charm cuts passages otherwise.";
  if (library?.finished === false) return " The last run was stopped before its end.";
  if (behind === null || behind === 0) return null;
  return ` ${behind} ${behind === 1 ? "file has" : "files have"} changed since.`;
}

function name(lines: readonly string[]): string[] {
  const rest = lines.length - mostNamed;
  return rest > 0 ? [...lines.slice(0, mostNamed), `and ${rest} more`] : [...lines];
}

function countFiles(count: number): string {
  return `${count} ${count === 1 ? "file" : "files"}`;
}
