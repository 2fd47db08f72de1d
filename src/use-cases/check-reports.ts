// Checks reports, ours or anyone's, and policies against an open library.
import { isUtf8 } from "node:buffer";
import { CharmError } from "../errors.ts";
import type { Library } from "../library/library.ts";
import { checkReport } from "../check/check-report.ts";
import { citedDocuments } from "../check/cited-documents.ts";
import { tellKind, type CheckedKind } from "../check/document-kind.ts";
import { checkOtherHomes } from "../check/policy/check-other-homes.ts";
import { placeOn } from "../check/policy/check-policy.ts";
import { sectionOf, type Piece } from "../check/policy/policy.ts";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import type { PdfReader } from "../extract/pdf/pdf-reader.ts";
import { describeSheet, passageOf } from "../homes/fact-lines.ts";
import { isOfficeLock, openIn } from "../files/office-lock.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import { measureRarity } from "../verify/rarity.ts";
import { readReport } from "../check/read-report.ts";
import type { Report } from "../check/report.ts";
import type { LoadedDocument, ReportLibrary, TitledPlace } from "../check/report-library.ts";
import { readFile } from "../files/read-file.ts";
import type { ReferenceView } from "../verify/statement.ts";
import type { CheckDeps } from "./check-deps.ts";
import { createPolicyChecker } from "./check-policies.ts";
import { listChecked, type ListedCheck } from "./list-checked.ts";
import { openReferences } from "./open-references.ts";
import { readChecked, toUnreadable, type CheckedFile } from "./read-checked.ts";

export interface CheckedReport {
  /** As given; of a folder, each file in it with the folder's path before it. */
  readonly file: string;
  readonly findings: readonly Finding[];
  /** What was wrong and has been mended, where that was asked for; lines are those of the file as it was. */
  readonly fixed?: readonly Finding[];
  /** Why no marked copy was written, where one was asked for and could not be. */
  readonly unmarked?: CharmError;
}

/** Law is read whole up to this many documents, for the conditions of what guidance says; beyond, where it is cited. */
const mostLaw = 12;

/** Reports beyond this size, in bytes, are none. */
const largestReport = 20_000_000;

/**
 * One entry a file, in order.
 * @param paths files, or folders with files
 * @param as what all of them are; null for what each is by its form
 * @throws CharmError `report-missing`, `report-unreadable`, `nothing-to-check`
 */
export async function checkReports(
  paths: readonly string[],
  deps: CheckDeps,
  as: CheckedKind | null = null,
): Promise<CheckedReport[]> {
  const files = (await listChecked(paths)).filter(({ path }) => deps.isChecked?.(path) ?? true);
  const view = await openReferences(deps.library);
  const checkOne = createPolicyChecker(deps, view);
  const reader = openGuardedReader();
  try {
    const run: CheckRun = { deps, as, view, checkOne, reader };
    const checked: CheckedReport[] = [];
    for (const listed of files) checked.push(await checkListed(listed, run));
    return checked;
  } finally {
    await reader.close();
  }
}

interface CheckRun {
  readonly deps: CheckDeps;
  readonly as: CheckedKind | null;
  readonly view: ReferenceView;
  readonly checkOne: ReturnType<typeof createPolicyChecker>;
  readonly reader: PdfReader;
}

const isLock = "It is no document, only the sign that one is open in Word or LibreOffice.";

/** @throws CharmError where a file that was named itself cannot be checked */
async function checkListed(
  { file, path, found, unread }: ListedCheck,
  run: CheckRun,
): Promise<CheckedReport> {
  const { signal } = run.deps;
  signal?.throwIfAborted();
  const why = unread ?? run.deps.whyUnread?.(path) ?? null;
  if (why !== null) return { file, findings: [makeFinding("file-not-read", { why })] };
  // A shell that fills in "*.docx" names them too.
  if (isOfficeLock(path))
    return { file, findings: [makeFinding("read-in-part", { what: isLock })] };
  try {
    // Words cut out of a file hold on to all of it until they are copied.
    return { file, findings: structuredClone(await findIn(path, run)) };
  } catch (cause) {
    signal?.throwIfAborted();
    if (!found) throw cause instanceof CharmError ? cause : toUnreadable(path, cause);
    // Of a folder the other files are checked all the same, even where this one brings out a fault of charm's.
    const { message, hint } = cause instanceof CharmError ? cause : toUnreadable(path, cause);
    const failure = [message, hint ?? ""].join(" ").trim();
    return { file, findings: [makeFinding("file-not-read", { why: failure })] };
  }
}

async function findIn(
  path: string,
  { deps, as, view, checkOne, reader }: CheckRun,
): Promise<Finding[]> {
  const { signal } = deps;
  const read = await readChecked(path, signal === undefined ? { reader } : { signal, reader });
  const report = readReport(read.markdown);
  const kind = as ?? tellKind(report, view);
  const policy = kind === "policy" ? await read.policy() : null;
  const findings =
    policy === null
      ? placeFindings(await checkRead(report, view, deps), read.pieces)
      : await checkOne(policy);
  const { problems } = policy ?? read;
  // A report for one home is no place for the names of another either.
  const strangers = policy === null ? await findOtherHomes(read, deps) : [];
  const program = await openIn(path);
  const open =
    program === null ? [] : [`It is open in ${program}; what was last saved is checked.`];
  const told = [...open, ...problems.map(({ message }) => message)];
  return [...findings, ...strangers, ...told.map((what) => makeFinding("read-in-part", { what }))];
}

async function findOtherHomes(read: CheckedFile, { otherNames }: CheckDeps): Promise<Finding[]> {
  if (otherNames === undefined) return [];
  const { pieces } = await read.policy();
  return checkOtherHomes(pieces, otherNames).flatMap(({ piece, finding }) => {
    const at = pieces[piece];
    return at === undefined ? [] : [placeOn(at, finding)];
  });
}

/** Lines of Markdown that was made of a file's pieces are no lines of the file. */
function placeFindings(findings: readonly Finding[], pieces: readonly Piece[] | null): Finding[] {
  if (pieces === null) return [...findings];
  return findings.map(({ line, fix: _fix, ...finding }) => {
    const piece = line === undefined ? undefined : pieces[line - 1];
    return piece === undefined
      ? finding
      : { ...finding, section: sectionOf(piece), page: piece.page, within: piece.text };
  });
}

/**
 * A report that may be mended. It is written again in UTF-8: letters in another encoding would be lost.
 * @throws CharmError `report-missing`, `report-unreadable`
 */
export async function readReportFile(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause instanceof CharmError)
      throw new CharmError("report-unreadable", cause.message, { hint: cause.hint ?? "", cause });
    if (cause.code === "ENOENT") {
      const hint = "Give the path of a Markdown or text file.";
      throw new CharmError("report-missing", `There is no report ${file}.`, { hint, cause });
    }
    const hint = "Give a file, not a folder, that you may read.";
    throw new CharmError("report-unreadable", `The report ${file} cannot be read.`, {
      hint,
      cause,
    });
  });
  if (bytes.length > largestReport || bytes.includes(0)) {
    throw new CharmError("report-unreadable", `${file} is no Markdown or text file.`, {
      hint: "Save the report as Markdown or plain text, in UTF-8.",
    });
  }
  if (!isUtf8(bytes)) {
    throw new CharmError("report-unreadable", `${file} is not in UTF-8, and cannot be mended.`, {
      hint: "Save it as text in UTF-8, or check it without --fix.",
    });
  }
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

/** Findings on one report, by the documents of the library that it cites. */
export async function checkRead(
  report: Report,
  view: ReferenceView,
  { library, facts }: Pick<CheckDeps, "library" | "facts">,
): Promise<Finding[]> {
  const { documents } = library;
  const ids = citedDocuments(report, { documents, view });
  const loaded = new Map<string, LoadedDocument>();
  await loadAll(ids, library, loaded);
  // Guidance points to law, where the conditions of what it says may stand.
  const law = documents.filter(({ authority }) => authority === "legislation").map(({ id }) => id);
  if (law.length <= mostLaw) await loadAll(law, library, loaded);
  const described = await describeLibrary(library, view, loaded);
  return checkReport(report, (await withFacts(report, described, facts)) ?? described);
}

/** With the home.yaml that a report lists; null where it lists none, or the home has none. */
async function withFacts(
  report: Report,
  library: ReportLibrary,
  read: CheckDeps["facts"],
): Promise<ReportLibrary | null> {
  const listed = report.parts.flatMap(({ sources }) => sources.flatMap(({ file }) => file ?? []));
  const sheet = listed.some((file) => /\.ya?ml$/i.test(file)) ? await read?.() : null;
  if (!sheet) return null;
  const info = describeSheet(sheet);
  const passages = [passageOf(sheet, { start: 0, end: sheet.text.length })];
  return {
    ...library,
    documents: [...library.documents, info],
    load: (id) => (id === info.id ? { info, provisions: [], passages } : library.load(id)),
  };
}

async function loadAll(
  ids: Iterable<string>,
  library: Library,
  loaded: Map<string, LoadedDocument>,
): Promise<void> {
  for (const id of ids) {
    const info = library.documents.find((document) => document.id === id);
    if (info === undefined || loaded.has(id)) continue;
    const [provisions, passages] = await Promise.all([
      library.provisions(id),
      library.passagesOf(id),
    ]);
    loaded.set(id, { info, provisions, passages });
  }
}

async function describeLibrary(
  library: Library,
  view: ReferenceView,
  loaded: ReadonlyMap<string, LoadedDocument>,
): Promise<ReportLibrary> {
  const passages = [...loaded.values()].flatMap((document) => document.passages);
  return {
    documents: library.documents,
    view,
    load: (id) => loaded.get(id) ?? null,
    rarity: measureRarity(passages.map(({ text }) => text)),
    titles: await listTitles(library),
  };
}

/** Titles of provisions and headings of law first, then of statutory guidance. */
async function listTitles(library: Library): Promise<TitledPlace[]> {
  const rows = await library.outline();
  return (["legislation", "statutory-guidance"] as const).flatMap((authority) => {
    const held = new Map(
      library.documents
        .filter((document) => document.authority === authority)
        .map(({ id, short }) => [id, short]),
    );
    return rows.flatMap(({ documentId, kind, locator, title }) => {
      const short = held.get(documentId);
      return short === undefined || title === null || kind === "definition"
        ? []
        : [{ short, locator, title }];
    });
  });
}
