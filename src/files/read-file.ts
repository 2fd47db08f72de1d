// Takes the path of a file; gives its bytes or text. What is no file is refused: a pipe would be waited for without end.
import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { CharmError } from "../errors.ts";

/**
 * As Node's own, for a path that a user gave: opened without waiting, looked at, and read as long as it was when it was
 * opened, so that one that grows without end has an end.
 * @throws CharmError `not-a-file` for a pipe, socket or device; the error of the file system
 */
export async function readFile(path: string): Promise<Buffer>;
export async function readFile(path: string, encoding: "utf8"): Promise<string>;
export async function readFile(path: string, encoding?: "utf8"): Promise<Buffer | string> {
  // Windows has no such flag, and no such files.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(
    (error: NodeJS.ErrnoException) => {
      // A socket cannot be opened at all.
      throw error.code === "ENXIO" ? noFile(path) : error;
    },
  );
  try {
    const found = await file.stat();
    if (found.isDirectory()) throw isFolder(path);
    if (!found.isFile()) throw noFile(path);
    const bytes = await readBytes(file, found.size);
    return encoding === undefined ? bytes : bytes.toString(encoding);
  } finally {
    await file.close();
  }
}

async function readBytes(file: FileHandle, size: number): Promise<Buffer> {
  // Files of some file systems say that they have no length.
  if (size === 0) return file.readFile();
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length === size ? bytes : bytes.subarray(0, length);
}

function noFile(path: string): CharmError {
  return new CharmError("not-a-file", `${path} is a pipe, a socket or a device, and no file.`, {
    hint: "Name a file.",
  });
}

/** The same as Node's own reading says, for callers that ask for its code. */
function isFolder(path: string): NodeJS.ErrnoException {
  const error: NodeJS.ErrnoException = new Error(
    `EISDIR: illegal operation on a directory, read '${path}'`,
  );
  error.code = "EISDIR";
  return error;
}
