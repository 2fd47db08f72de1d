// The expected failures of the library, and how the store's own errors become them.
import { CharmError, messageOf } from "../errors.ts";

const rebuildHint = "Run `charm index --rebuild` to make it anew from the corpus.";

/** The index was made by another embedding model. */
export function otherModel(uri: string, made: string, now: string): CharmError {
  return new CharmError(
    "index-other-model",
    `The index ${uri} was made with the model ${made}; this run uses ${now}.`,
    { hint: "Run `charm index --rebuild`, or choose the model it was made with." },
  );
}

/** The index has another layout: made by an older or newer charm. */
export function otherSchema(uri: string, made: number, now: number): CharmError {
  const age = made > now ? "a newer" : "an older";
  return new CharmError(
    "index-other-schema",
    `The index ${uri} was made by ${age} version of charm (layout ${made}; this one reads ${now}).`,
    { hint: made > now ? `Use the newer charm, or: ${rebuildHint}` : rebuildHint },
  );
}

/** What cannot be read: not by this user, or by nobody. */
export function corruptIndex(uri: string, cause: unknown): CharmError {
  if (isPermissionProblem(cause)) return unreadableIndex(uri, cause);
  return new CharmError("index-corrupt", `The index ${uri} is damaged: ${firstLine(cause)}`, {
    hint: rebuildHint,
    cause,
  });
}

/** It, or a part of it, is another user's and kept from this one. */
export function unreadableIndex(uri: string, cause: unknown): CharmError {
  return new CharmError("index-unreadable", `You may not read the index ${uri}, or a part of it.`, {
    hint: "It is not damaged. Have its owner give you the right to read all that is in it, or name another one with --index.",
    cause,
  });
}

/** What was being read has been replaced and cleared away by another run. */
export function changedIndex(uri: string, cause: unknown): CharmError {
  return new CharmError("index-changed", `The index ${uri} was replaced while it was being read.`, {
    hint: "Run the command again.",
    cause,
  });
}

function readOnlyIndex(uri: string, cause: unknown): CharmError {
  return new CharmError("index-read-only", `The index ${uri} cannot be written.`, {
    hint: "Make the folder writable, or name another one with --index.",
    cause,
  });
}

/** Another run writes to the same index, where no lock file can keep it out (object stores). */
export function busyIndex(uri: string, cause?: unknown): CharmError {
  return new CharmError("index-locked", `Another run is writing to the index ${uri}.`, {
    hint: "Wait until it ends and run again.",
    cause,
  });
}

/** Turns what the store threw while writing into an expected failure; a caller's mistake stays what it is. */
export function writeFailure(uri: string, error: unknown): Error {
  if (error instanceof CharmError || error instanceof RangeError) return error;
  const text = messageOf(error);
  if (isPermissionProblem(error)) return readOnlyIndex(uri, error);
  if (/conflict/i.test(text)) return busyIndex(uri, error);
  const full = isDiskFull(error);
  return new CharmError(
    full ? "index-disk-full" : "index-write-failed",
    full
      ? `There is no space left for the index ${uri}.`
      : `The index ${uri} could not be written: ${firstLine(error)}`,
    {
      hint: full
        ? "Free some space and run again: what was indexed so far is kept."
        : `Run again: what was indexed so far is kept. If it fails again: ${rebuildHint}`,
      cause: error,
    },
  );
}

/** True where the disk, or what this user may take of it, is full. */
export function isDiskFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOSPC" || code === "EDQUOT") return true;
  return /no space left|quota exceeded|os error (28|122)\b/i.test(messageOf(error));
}

/** True for a refusal by the file system: rights, or a read-only medium. */
export function isPermissionProblem(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "EACCES" || code === "EROFS" || code === "EPERM") return true;
  return /permission denied|read-only file system|os error (13|30|1)\b/i.test(messageOf(error));
}

/** The store's messages carry source paths and causes over many lines; the first sentence says enough. */
function firstLine(error: unknown): string {
  const line = messageOf(error).split("\n")[0] ?? "";
  return line.replace(/,? ?\/\S*\.cargo\/\S*/g, "").slice(0, 200);
}
