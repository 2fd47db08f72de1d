// Takes how much of the work is done; gives the seconds that are left, and keeps what is shown from jumping.

/** Counts of files and bytes are of those that must be read anew. */
export interface Work {
  readonly files: number;
  readonly bytes: number;
  /** Files read to their end, stored or not. */
  readonly filesRead: number;
  /** Share of the file being read, 0 to 1. */
  readonly shareOfCurrent: number;
  /** Files that are stored, or failed. */
  readonly filesDone: number;
  readonly bytesDone: number;
  /** Passages of the stored files. */
  readonly passagesDone: number;
  readonly passagesEmbedded: number;
  /** Passages that are cut and not yet embedded. */
  readonly passagesWaiting: number;
}

/** What is shown, and when (milliseconds) it was worked out. */
export interface Estimate {
  readonly seconds: number;
  readonly at: number;
}

/** Below these, a rate says nothing. */
const fewestSeconds = 2;
const fewestPassages = 32;

/**
 * Embedding takes most of the time, so passages measure the work: those known, and those that the bytes not yet read
 * will give if they are like the bytes read. Null as long as too little is known.
 */
export function estimateSeconds(work: Work, elapsedSeconds: number): number | null {
  if (elapsedSeconds < fewestSeconds || work.passagesEmbedded < fewestPassages) return null;
  const rate = work.passagesEmbedded / elapsedSeconds;
  return (work.passagesWaiting + expectPassages(work)) / rate;
}

function expectPassages(work: Work): number {
  const { files, bytes, filesRead, filesDone, bytesDone, passagesDone } = work;
  const unreadFiles = Math.max(0, files - filesRead - work.shareOfCurrent);
  const openFiles = files - filesDone;
  if (unreadFiles === 0 || openFiles <= 0 || bytes === 0) return 0;
  // Sizes of the single files are not known beforehand: those still open count as equal.
  const unreadBytes = Math.max(0, bytes - bytesDone) * Math.min(1, unreadFiles / openFiles);
  const known = work.passagesEmbedded + work.passagesWaiting;
  const density =
    bytesDone > 0 && passagesDone > 0
      ? passagesDone / bytesDone
      : known / Math.max(1, filesRead) / (bytes / files);
  return unreadBytes * density;
}

/**
 * Counts down with the clock and leans towards the new value: each second by a tenth of what is shown and half a
 * second more, at most.
 * @param now milliseconds
 */
export function steadyEstimate(before: Estimate | null, raw: number, now: number): Estimate {
  if (before === null) return { seconds: raw, at: now };
  const passed = Math.max(0, now - before.at) / 1000;
  const expected = Math.max(0, before.seconds - passed);
  const most = passed * (0.5 + expected / 10);
  const step = Math.min(most, Math.max(-most, raw - expected));
  return { seconds: Math.max(0, expected + step), at: now };
}
