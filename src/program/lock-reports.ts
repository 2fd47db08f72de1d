// Takes a report that was just written; notes in the lock beside it what it rests on.
import { basename, dirname } from "node:path";
import type { Held } from "../lock/lock-sources.ts";
import { loadLock, saveLock, withEntries } from "../lock/lock-file.ts";
import { lockReport } from "../lock/lock-report.ts";
import type { AnswerSource } from "../report/answer.ts";
import { createJudge } from "../use-cases/status.ts";
import { openEngineNow, toLockedSettings } from "./lock-run.ts";
import type { RunDeps } from "./run-deps.ts";
import type { Hooks, WrittenReport } from "./services.ts";

/** @throws CharmError as `loadLock` and `saveLock` */
export async function lockWritten(
  run: RunDeps,
  { path, content, answers, options, model }: WrittenReport,
  hooks: Hooks,
): Promise<void> {
  const library = await run.openLibrary({ ...hooks, onOwnLeftOut: () => {} });
  try {
    const judge = createJudge(library);
    const held = new Map<string, Held>();
    const keyOf = ({ file, sha256 }: Pick<AnswerSource, "file" | "sha256">) => `${file} ${sha256}`;
    for (const source of answers.flatMap(({ sources }) => sources))
      if (!held.has(keyOf(source))) held.set(keyOf(source), await judge.heldOf(source));
    const settings = toLockedSettings(options, model, run.homes);
    const made = await openEngineNow(run)(settings);
    const { embedderId: embedder } = library.metadata;
    const report = { file: basename(path), content, answers, settings, made, embedder };
    const none: Held = { texts: null, newer: null };
    const locked = lockReport(report, (source) => held.get(keyOf(source)) ?? none);
    const folder = dirname(path);
    await saveLock(folder, withEntries(await loadLock(folder), [locked]));
  } finally {
    library.close();
  }
}
