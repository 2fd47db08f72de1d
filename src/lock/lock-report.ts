// Takes the answers of a report as it was written; gives what a lock keeps of it.
import type { Answer } from "../report/answer.ts";
import { renderSection } from "../report/report-parts.ts";
import type { LockedEngine, LockedQuestion, LockedReport, LockedSettings } from "./lock.ts";
import { lockSources, type Held, type LockableSource } from "./lock-sources.ts";
import { hashOf } from "../text/hash-of.ts";

export interface ReportToLock {
  /** Name in the folder of the lock. */
  readonly file: string;
  /** As it was written. */
  readonly content: string;
  readonly answers: readonly Answer[];
  readonly settings: LockedSettings;
  readonly made: LockedEngine;
  readonly embedder: string;
}

/** @param held as `lockSources` */
export function lockReport(
  { file, content, answers, settings, made, embedder }: ReportToLock,
  held: (source: LockableSource) => Held,
): LockedReport {
  const [first] = answers;
  return {
    file,
    sha256: hashOf(content),
    settings,
    made,
    embedder,
    library: first?.library.fingerprint ?? "",
    documents: first?.library.documents ?? 0,
    questions: answers.map(lockQuestion),
    citations: answers.flatMap(({ sources }, at) => lockSources(sources, at + 1, held)),
  };
}

export function lockQuestion(answer: Answer): LockedQuestion {
  const { question, engine } = answer;
  const { name, model, prompt = null, evidence = null } = engine;
  return { question, engine: name, model, prompt, evidence, sha256: hashOf(renderSection(answer)) };
}
