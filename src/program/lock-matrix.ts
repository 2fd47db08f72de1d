// Takes a matrix of requirements that was just written; notes in the lock beside it what its rows rest on, and makes it anew.
import { basename, dirname, join, relative, sep } from "node:path";
import { gapFormatOf, writeGap } from "../gap/write/write-gap.ts";
import type { GapMatrix } from "../gap/matrix.ts";
import type { Library } from "../library/library.ts";
import { loadLock, saveLock, withEntries } from "../lock/lock-file.ts";
import type { LockedGap, LockedReport, LockedSettings } from "../lock/lock.ts";
import { hashOf } from "../text/hash-of.ts";
import { citeRows } from "../use-cases/lock-policies.ts";
import { openReferences } from "../use-cases/open-references.ts";
import type { RefreshedReport } from "../use-cases/refresh.ts";
import { createJudge } from "../use-cases/status.ts";
import { openGapFinder } from "./gap-files.ts";
import { gapEngine, toLockedSettings } from "./lock-run.ts";
import type { OpenGroup } from "./lock-status.ts";
import type { RunDeps } from "./run-deps.ts";
import { unsaidOptions, type Hooks, type WrittenMatrix } from "./services.ts";

/** @throws CharmError as `loadLock` and `saveLock` */
export async function lockWrittenMatrix(
  run: RunDeps,
  { path, content, matrix, request }: WrittenMatrix,
  hooks: Hooks,
): Promise<void> {
  const folder = dirname(path);
  const from = (to: string) => relative(folder, to).split(sep).join("/") || ".";
  const isFile = /\.ya?ml$/i.test(request.set);
  const gap: LockedGap = {
    set: isFile ? from(request.setPath) : request.set,
    against: request.against.map(({ given, path: to }) => ({ given, path: from(to) })),
  };
  const settings = { ...toLockedSettings(unsaidOptions, null, run.homes), gap };
  const library = await run.openLibrary({ ...hooks, onOwnLeftOut: () => {} });
  try {
    const locked = await lockMatrix(basename(path), content, { matrix, settings }, library);
    await saveLock(folder, withEntries(await loadLock(folder), [locked]));
  } finally {
    library.close();
  }
}

async function lockMatrix(
  file: string,
  content: string | Uint8Array,
  { matrix, settings }: { readonly matrix: GapMatrix; readonly settings: LockedSettings },
  library: Library,
): Promise<LockedReport> {
  const references = await openReferences(library);
  const judge = createJudge(library);
  const citations = await citeRows(matrix, { library, references, judge });
  const question = `${matrix.summary.title}: ${(settings.gap?.against ?? []).map(({ given }) => given).join(", ")}`;
  return {
    file,
    sha256: hashOf(content),
    settings,
    made: gapEngine,
    embedder: library.metadata.embedderId,
    library: library.fingerprint,
    documents: library.documents.filter(({ passageCount }) => passageCount > 0).length,
    questions: [{ ...gapEngine, question, evidence: null, sha256: hashOf(content) }],
    citations,
  };
}

/** The matrix as it is made now, in the form of its file. @throws CharmError as `openGapFinder`'s finding does */
export async function remakeMatrix(
  { run, library }: OpenGroup,
  { folder, report }: { readonly folder: string; readonly report: LockedReport },
  hooks: Hooks,
): Promise<Omit<RefreshedReport, "content"> & { readonly content: string | Uint8Array }> {
  const { file, settings } = report;
  const { set = "", against = [] } = settings.gap ?? {};
  const request = {
    set,
    setPath: join(folder, set),
    against: against.map(({ given, path }) => ({ given, path: join(folder, path) })),
    lock: false,
  };
  const matrix = await openGapFinder(run)(request, hooks);
  const content = await writeGap(matrix, gapFormatOf(file), { changes: null });
  const locked = await lockMatrix(file, content, { matrix, settings }, library);
  return { content, report: locked, answered: [1], repointed: 0 };
}
