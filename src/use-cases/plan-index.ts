// Takes what the corpus holds and what the library holds; says which files must be read, kept or taken out.
import type { SourceFile } from "../discover/source-file.ts";
import type { LibraryDocument } from "../library/library.ts";
import { compareRows } from "../library/row-order.ts";
import { hashFile } from "./hash-file.ts";
import { isHeldOf, mayBeRecognised } from "./ocr-plan.ts";

export interface IndexPlan {
  /** Files whose bytes must be looked at: new, touched, or named anew in sources.yaml. */
  readonly toRead: readonly SourceFile[];
  readonly unchanged: readonly LibraryDocument[];
  /**
   * Those of the unchanged that were given up, or pages of them, at limits of work, or that a recogniser may read:
   * another run may read them.
   */
  readonly givenUp: readonly SourceFile[];
  /** Those of the unchanged whose stamp is not the one noted, though their bytes are the same. */
  readonly restamped: readonly SourceFile[];
  /** Names of files that the library holds and the corpus no longer does. */
  readonly removed: readonly string[];
}

/** Of a file that went beyond limits of work. */
export const givenUpCode = "given-up";
/** Of problems that another run may be spared. */
const givenUpCodes: ReadonlySet<string> = new Set([givenUpCode, "pages-given-up", "ocr-failed"]);

/**
 * Size, time of modification and stamp (time of the last change of anything, and inode) tell a file that has not
 * changed; where only the stamp differs, its bytes do. Programs set the time of modification back, as synchronising
 * and unpacking do, and a text may change without growing: but the time of change is the system's own. To compare the
 * bytes of every file at every question would cost some 30 ms for 20 MB of documents and seconds for a large corpus;
 * to look at stamps costs nothing, since files are listed anyway, and they differ without reason only after a corpus
 * was copied or its rights were changed. Then each command compares bytes until `charm index` has noted the stamps.
 * @param isOnHold as `Discovery.isOnHold`: what the library holds of such a file stays
 * @param isOcr whether pages without text are recognised in this run; without, what was recognised earlier stays
 */
export async function planIndex(
  files: readonly SourceFile[],
  documents: readonly LibraryDocument[],
  isOnHold: (file: string) => boolean = () => false,
  isOcr = false,
): Promise<IndexPlan> {
  const held = new Map(documents.map((document) => [document.file, document]));
  const toRead: SourceFile[] = [];
  const unchanged: LibraryDocument[] = [];
  const givenUp: SourceFile[] = [];
  const restamped: SourceFile[] = [];
  for (const file of files) {
    const document = held.get(file.file);
    const alike =
      document !== undefined &&
      document.fileBytes === file.bytes &&
      document.modified === file.modified &&
      isHeldOf(document, file, document.sha256, isOcr);
    const known = alike && document.stamp === file.stamp;
    if (!alike || !(known || (await hashFile(file.path)) === document.sha256)) toRead.push(file);
    else unchanged.push(document);
    if (document !== undefined && mayBeRead(document, isOcr)) givenUp.push(file);
    if (alike && !known) restamped.push(file);
  }
  const present = new Set(files.map((file) => file.file));
  const waiting = documents.filter(({ file }) => isOnHold(file));
  return {
    toRead,
    unchanged: [...unchanged, ...waiting],
    givenUp: givenUp.filter((file) => !toRead.includes(file)),
    restamped: restamped.filter((file) => !toRead.includes(file)),
    removed: documents
      .filter((document) => !present.has(document.file) && !waiting.includes(document))
      .map(({ file }) => file),
  };
}

/** Whether another run may read more of it. */
function mayBeRead(document: LibraryDocument, isOcr: boolean): boolean {
  if (isOcr && mayBeRecognised(document)) return true;
  // Read again without a recogniser it would lose what one has read.
  if (document.ocr !== undefined && !isOcr) return false;
  return document.problems.some(({ code }) => givenUpCodes.has(code));
}

/** Keeps only the files that the user named: by path, by a folder they stand in, or "." for the corpus itself. */
export function narrowPlan(plan: IndexPlan, named: readonly string[]): IndexPlan {
  const wanted = (file: string) => isNamed(file, named);
  return {
    toRead: plan.toRead.filter(({ file }) => wanted(file)),
    unchanged: plan.unchanged.filter(({ file }) => wanted(file)),
    givenUp: plan.givenUp.filter(({ file }) => wanted(file)),
    restamped: plan.restamped.filter(({ file }) => wanted(file)),
    removed: plan.removed.filter(wanted),
  };
}

/** With those that were given up among the files to be read. */
export function withRetried(plan: IndexPlan): IndexPlan {
  const again = new Set(plan.givenUp.map(({ file }) => file));
  return {
    ...plan,
    toRead: [...plan.toRead, ...plan.givenUp],
    unchanged: plan.unchanged.filter(({ file }) => !again.has(file)),
    restamped: plan.restamped.filter(({ file }) => !again.has(file)),
  };
}

type Attempt = Pick<LibraryDocument, "problems" | "ocr">;

/** Whether the same of a document was given up, and the same recogniser looked at it. */
export function isSameAttempt(before: Attempt, now: Attempt): boolean {
  return before.ocr?.reader === now.ocr?.reader && listGivenUp(before) === listGivenUp(now);
}

function listGivenUp({ problems }: Attempt): string {
  return JSON.stringify(problems.filter(({ code }) => givenUpCodes.has(code)));
}

/** What is written in the order of the tables' rows need not be put in order when all is written. */
export function inRowOrder(files: readonly SourceFile[]): SourceFile[] {
  const placed = files.map((source) => ({ source, fileBytes: source.bytes, file: source.file }));
  return placed.sort(compareRows).map(({ source }) => source);
}

/** Whether a file is one of those named, or stands in a folder that is; every file is where nothing is named. */
export function isNamed(file: string, named: readonly string[]): boolean {
  if (named.length === 0 || named.includes(".")) return true;
  return named.some((name) => file === name || file.startsWith(`${name}/`));
}
