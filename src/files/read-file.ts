// Takes the path of a file that somebody else wrote; gives its bytes or text, and never waits for them.
import { constants, open, type FileHandle } from "node:fs/promises";
import { CharmError } from "../errors.ts";

/** The largest file that is taken into memory, in bytes. */
const largestFile = 1_000_000_000;

/**
 * Reads what the file held when it was opened: one that grows for ever has an end all the same.
 * @throws CharmError as `openFile`, `file-too-large`; else the error of the file system
 */
export async function readFile(path: string): Promise<Buffer>;
export async function readFile(path: string, encoding: "utf8"): Promise<string>;
export async function readFile(path: string, encoding?: "utf8"): Promise<Buffer | string> {
  const { file, size } = await openFile(path);
  try {
    if (size > largestFile) throw tooLarge(path, size);
    const bytes = Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(bytes, filled, size - filled, null);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    const held = bytes.subarray(0, filled);
    return encoding === undefined ? held : held.toString(encoding);
  } finally {
    await file.close();
  }
}

/**
 * Opening a pipe waits until somebody writes into it, in a way that nothing can stop; so it is opened without waiting,
 * and looked at.
 * @throws CharmError `not-a-file` for a folder, pipe, socket or device; else the error of the file system
 */
export async function openFile(
  path: string,
): Promise<{ readonly file: FileHandle; readonly size: number }> {
  // Windows has no such flag, and no pipes among its files.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    if (!found.isFile()) throw noFile(path, found.isDirectory());
    return { file, size: found.size };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function noFile(path: string, isFolder: boolean): CharmError {
  const what = isFolder ? "is a folder, not a file" : "is no file but a pipe, socket or device";
  return new CharmError("not-a-file", `${path} ${what}.`, {
    hint: isFolder ? "Name a file in it." : "Save what comes from it to a file, and name that.",
  });
}

function tooLarge(path: string, size: number): CharmError {
  const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
  const message = `${path} is larger than is read: ${megabytes(size)} MB, of at most ${megabytes(largestFile)}.`;
  return new CharmError("file-too-large", message, { hint: "Split it." });
}
