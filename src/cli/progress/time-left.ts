// Takes how much of the work is done; gives the seconds that are left, and keeps what is shown from jumping.

/** Counts of files and bytes are of those that must be read anew. */
export interface TimedWork {
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

/** How fast passages are embedded of late. */
export interface Pace {
  /** When it was last measured, in milliseconds, and how many passages were embedded then. */
  readonly at: number;
  readonly passages: number;
  /** Passages a second; null before the second measurement. */
  readonly perSecond: number | null;
}

/** What is shown, and when (milliseconds) it was worked out. */
export interface Estimate {
  readonly seconds: number;
  readonly at: number;
}

/** Before so much is read, by time and by share, a rate says nothing. */
const fewestSeconds = 3;
const leastShare = 0.1;
/** Seconds between two measurements of the pace, and the weight of the newer one. */
const paceInterval = 2;
const paceWeight = 0.4;
/**
 * Passages a second that the built-in model embeds at least on an idle core of these years (170 were measured). While
 * documents are read the model has to share the processor, and its pace then says little of what follows.
 */
const usualPace = 100;

export function measurePace(before: Pace | null, passages: number, now: number): Pace {
  if (before === null) return { at: now, passages, perSecond: null };
  const seconds = (now - before.at) / 1000;
  if (seconds < paceInterval) return before;
  const latest = (passages - before.passages) / seconds;
  const perSecond =
    before.perSecond === null ? latest : before.perSecond * (1 - paceWeight) + latest * paceWeight;
  return { at: now, passages, perSecond };
}

/**
 * First the rest of the files is read, and some passages are embedded meanwhile; then the others are. Passages to come
 * are those that the bytes not yet read will give if they are like the bytes read.
 * @param seconds since reading began
 * @returns null as long as too little is known
 */
export function estimateSeconds(
  work: TimedWork,
  seconds: number,
  pace: Pace | null,
): number | null {
  const read =
    work.files > 0 ? Math.min(1, (work.filesRead + work.shareOfCurrent) / work.files) : 0;
  if (seconds < fewestSeconds || read < leastShare) return null;
  const reading = (seconds * (1 - read)) / read;
  const measured = pace?.perSecond ?? null;
  if (reading === 0 && !measured) return null;
  const toEmbed = work.passagesWaiting + expectPassages(work);
  const afterwards = Math.max(0, toEmbed - (measured ?? 0) * reading);
  const speed = reading > 0 ? Math.max(measured ?? 0, usualPace) : (measured ?? usualPace);
  return reading + afterwards / speed;
}

function expectPassages(work: TimedWork): number {
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
