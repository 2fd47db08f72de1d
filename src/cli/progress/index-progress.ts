// Takes the events of indexing; gives how far it is: plain data, whichever way it is shown.
import type { IndexEvent } from "../../use-cases/events.ts";
import {
  estimateSeconds,
  measurePace,
  steadyEstimate,
  type Estimate,
  type Pace,
  type TimedWork,
} from "./time-left.ts";

export interface IndexProgress extends TimedWork {
  /** When reading began, in milliseconds; null before that. */
  readonly startedAt: number | null;
  readonly pace: Pace | null;
  /** Pages read of files that are stored or failed, and of the file being read. */
  readonly pages: number;
  readonly pagesOfCurrent: number;
  /** File being read; null between files. */
  readonly current: string | null;
  /** Of the file being read; null where no picture of its pages is. */
  readonly picture: { readonly number: number; readonly of: number } | null;
  readonly finishing: boolean;
  readonly estimate: Estimate | null;
}

export function startProgress(): IndexProgress {
  return {
    startedAt: null,
    pace: null,
    files: 0,
    bytes: 0,
    filesRead: 0,
    shareOfCurrent: 0,
    filesDone: 0,
    bytesDone: 0,
    passagesDone: 0,
    passagesEmbedded: 0,
    passagesWaiting: 0,
    pages: 0,
    pagesOfCurrent: 0,
    current: null,
    picture: null,
    finishing: false,
    estimate: null,
  };
}

/** @param now milliseconds of a clock that never goes back */
export function advanceProgress(
  before: IndexProgress,
  event: IndexEvent,
  now: number,
): IndexProgress {
  const progress = applyEvent(before, event, now);
  const seconds = progress.startedAt === null ? 0 : (now - progress.startedAt) / 1000;
  const raw = estimateSeconds(progress, seconds, progress.pace);
  const estimate = raw === null ? progress.estimate : steadyEstimate(progress.estimate, raw, now);
  return { ...progress, estimate };
}

function applyEvent(before: IndexProgress, event: IndexEvent, now: number): IndexProgress {
  switch (event.kind) {
    case "planned":
      return { ...before, startedAt: now, files: event.toDo, bytes: event.bytes };
    case "reading":
      return { ...closeCurrent(before), filesRead: event.number - 1, current: event.file };
    case "pages":
      return {
        ...before,
        pagesOfCurrent: event.pages,
        shareOfCurrent: event.of > 0 ? Math.min(1, event.pages / event.of) : 0,
      };
    case "picture":
      return { ...before, picture: { number: event.picture, of: event.of } };
    case "embedded":
      return addPassages(before, event, now);
    case "file":
      return finishFile(before, event);
    case "finishing":
      return { ...closeCurrent(before), filesRead: before.files, finishing: true };
  }
}

function addPassages(
  before: IndexProgress,
  { passages, waiting }: Extract<IndexEvent, { kind: "embedded" }>,
  now: number,
): IndexProgress {
  const passagesEmbedded = before.passagesEmbedded + passages;
  const pace = measurePace(before.pace, passagesEmbedded, now);
  return { ...before, passagesEmbedded, passagesWaiting: waiting, pace };
}

/** Files that need no reading are reported with no bytes; they are no part of the work. */
function finishFile(
  before: IndexProgress,
  { result, bytes }: Extract<IndexEvent, { kind: "file" }>,
): IndexProgress {
  if (bytes === 0) return before;
  const isCurrent = result.file === before.current;
  return {
    ...(isCurrent ? { ...closeCurrent(before), filesRead: before.filesRead + 1 } : before),
    filesDone: Math.min(before.files, before.filesDone + 1),
    bytesDone: before.bytesDone + bytes,
    passagesDone: before.passagesDone + (result.status === "unchanged" ? 0 : result.passages),
  };
}

function closeCurrent(before: IndexProgress): IndexProgress {
  return {
    ...before,
    pages: before.pages + before.pagesOfCurrent,
    pagesOfCurrent: 0,
    shareOfCurrent: 0,
    current: null,
    picture: null,
  };
}
