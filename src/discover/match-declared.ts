// Takes what sources.yaml files say, entry by entry, and the documents; gives what is said of each document.
import { posix } from "node:path";
import { CharmError } from "../errors.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import { matchPattern } from "./match-pattern.ts";
import { sourcesName, type FileProblem } from "./list-files.ts";
import type { DeclaredEntry } from "./read-sources.ts";
import type { DeclaredSource } from "./source-file.ts";

/** A sources.yaml with its entries. */
export interface ReadSource {
  /** Path below the corpus folder. */
  readonly file: string;
  /** How messages name it. */
  readonly name: string;
  readonly entries: readonly DeclaredEntry[];
  /** Whether it may speak of a file: one home's says nothing of what is another's, or all homes'. */
  readonly reaches: (file: string) => boolean;
}

interface Rule {
  readonly declared: DeclaredSource;
  readonly matches: (file: string) => boolean;
  /** Of two rules the one with the first higher number is the more specific. */
  readonly weight: readonly number[];
}

/** Of the entries of one file that describe nothing, so many are told one by one. */
const mostTold = 50;

/** What tells one document from others, and so cannot be said of several at once. */
const ofOneFile = ["title", "short", "url", "supersedes"] as const;

/**
 * An entry names a file, a folder (`own/`) or files by a pattern: `*` stands for any part of a name, `**` for any
 * folders, `?` for one character, in letters large or small. An exact entry beats a pattern and the more specific
 * pattern the wider, field by field. An entry without a document is a problem, not an error.
 * @throws CharmError `sources-invalid` when a file is described twice, or a pattern says what only one file can have
 */
export function matchDeclared(
  sources: readonly ReadSource[],
  documents: readonly string[],
  problems: FileProblem[],
): Map<string, DeclaredSource> {
  const known = new Set(documents);
  const describedBy = new Map<string, string>();
  const rules: Rule[] = [];
  for (const source of sources) {
    let missed = 0;
    const reached = documents.filter(source.reaches);
    for (const entry of source.entries) {
      const path = placeEntry(source, entry, known);
      if (known.has(path) && !source.reaches(path)) {
        const message = `Line ${entry.line} describes “${path}”, which lies in no folder of the home whose this file is.`;
        problems.push({ file: source.file, code: "declared-elsewhere", pages: [], message });
        continue;
      }
      const before = describedBy.get(path);
      if (before !== undefined) {
        const message = `${source.name}, line ${entry.line}: “${path}” is described in ${before} too.`;
        throw new CharmError("sources-invalid", message, {
          hint: `Keep one of the two entries; a ${sourcesName} describes the files beside and below it.`,
        });
      }
      describedBy.set(path, `${source.name}, line ${entry.line},`);
      const rule = known.has(path) ? exactRule(path, entry) : patternRule(path, entry, reached);
      if (rule !== null && !known.has(path)) refuseNames(rule, source, entry);
      if (rule && reached.some(rule.matches))
        rules.push({ ...rule, matches: (file) => source.reaches(file) && rule.matches(file) });
      else {
        missed += 1;
        if (missed <= mostTold) problems.push(missing(source, entry, path, known, rule !== null));
      }
    }
    if (missed > mostTold) {
      const message = `${missed - mostTold} more entries describe no document that is there.`;
      problems.push({ file: source.file, code: "declared-missing", pages: [], message });
    }
  }
  // Stable, so that of rules as specific as each other the later one holds.
  rules.sort((a, b) => compareWeights(a.weight, b.weight));
  return new Map(
    documents.map((file) => [
      file,
      Object.assign(
        {},
        ...rules.filter(({ matches }) => matches(file)).map(({ declared }) => declared),
      ),
    ]),
  );
}

/** The path below the corpus that an entry means; on Windows people write `own\plan.docx`. */
function placeEntry(
  source: ReadSource,
  { file }: DeclaredEntry,
  known: ReadonlySet<string>,
): string {
  const place = (path: string) => posix.normalize(posix.join(posix.dirname(source.file), path));
  return known.has(place(file)) ? place(file) : place(file.replaceAll("\\", "/"));
}

function exactRule(path: string, { declared }: DeclaredEntry): Rule {
  return { declared, matches: (file) => file === path, weight: [1] };
}

/** Null when the path is neither a pattern nor a folder that holds documents. */
function patternRule(
  path: string,
  { declared }: DeclaredEntry,
  documents: readonly string[],
): Rule | null {
  const folder = path.replace(/\/$/, "");
  const isFolder =
    path.endsWith("/") || path === "." || documents.some((file) => file.startsWith(`${folder}/`));
  if (!isFolder && !/[*?]/.test(path)) return null;
  const pattern = /[*?]/.test(folder) && !path.endsWith("/") ? folder : joinGlob(folder);
  const segments = pattern.split("/");
  const isLiteral = (segment: string) => !/[*?]/.test(segment);
  const leading = segments.findIndex((segment) => !isLiteral(segment));
  const matches = matchPattern(segments);
  return {
    declared,
    matches,
    weight: [
      0,
      leading < 0 ? segments.length : leading,
      segments.filter(isLiteral).length,
      pattern.replace(/[*?/]/g, "").length,
      pattern.includes("**") ? 0 : 1,
    ],
  };
}

function joinGlob(folder: string): string {
  return folder === "." ? "**" : `${folder}/**`;
}

function refuseNames(rule: Rule, source: ReadSource, entry: DeclaredEntry): void {
  const field = ofOneFile.find((each) => rule.declared[each] !== undefined);
  if (field === undefined) return;
  const message = `${source.name}, line ${entry.line}: “${entry.file}” stands for several files, and ${field} can be said of one only.`;
  throw new CharmError("sources-invalid", message, {
    hint: `Take ${field} out here, and give it in an entry that names the file.`,
  });
}

function missing(
  source: ReadSource,
  { line, file }: DeclaredEntry,
  path: string,
  known: ReadonlySet<string>,
  isPattern: boolean,
): FileProblem {
  const meant = isPattern ? null : nearestWord(path, known);
  const message = isPattern
    ? `Line ${line} describes “${file}”, and no document is there.`
    : `Line ${line} describes “${path}”, and there is no such document${meant ? `; the nearest is “${meant}”` : ""}.`;
  return { file: source.file, code: "declared-missing", pages: [], message };
}

function compareWeights(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
