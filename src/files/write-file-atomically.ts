// Takes a path and its content; leaves a file with all of it, or whatever was there before.
import { randomBytes } from "node:crypto";
import { access, constants, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CharmError, messageOf } from "../errors.ts";

export interface PreparedFile {
  /** @throws CharmError `output-failed` */
  readonly write: (content: string | Uint8Array) => Promise<void>;
}

/**
 * Looks whether the file can be written, and writes nothing yet.
 * @throws CharmError `output-is-folder`, `output-not-a-file`, `output-no-folder`, `output-not-writable`
 */
export async function prepareFile(path: string): Promise<PreparedFile> {
  // Through a link to the file it stands for: replacing the link would leave that file as it was.
  const target = await realpath(path).catch(() => path);
  const found = await stat(target).catch(() => null);
  if (found?.isDirectory()) {
    throw new CharmError("output-is-folder", `${path} is a folder.`, {
      hint: `Name a file in it:  --output ${join(path, "report.md")}`,
    });
  }
  if (found && !found.isFile()) {
    throw new CharmError("output-not-a-file", `${path} is no ordinary file.`, {
      hint: "Leave --output out and redirect standard output instead.",
    });
  }
  await checkFolder(dirname(target));
  return {
    write: (content) => replaceFile(target, content, found?.mode).catch(explainUnwritten(target)),
  };
}

async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) {
    throw new CharmError("output-no-folder", `There is no folder ${folder}.`, {
      hint: "Make it first, or name a file elsewhere.",
    });
  }
  try {
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new CharmError("output-not-writable", `The folder ${folder} cannot be written to.`, {
      hint: "Check who may write there, or name a file elsewhere.",
      cause,
    });
  }
}

/**
 * A reader sees the old file or the new one; a run that dies leaves at most a temporary file beside it.
 * @param mode rights of the file; those of any new file when left out
 * @throws the error of the file system
 */
export async function replaceFile(
  target: string,
  content: string | Uint8Array,
  mode?: number,
): Promise<void> {
  const suffix = randomBytes(4).toString("hex");
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}-${suffix}.tmp`);
  try {
    const handle = await open(temporary, "wx", mode ?? 0o666);
    try {
      await handle.writeFile(content, "utf8");
      if (mode !== undefined) await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

function explainUnwritten(target: string): (cause: unknown) => never {
  return (cause) => {
    throw new CharmError("output-failed", `${target} could not be written: ${messageOf(cause)}`, {
      hint: "What was there before is unchanged. Check the space left and who may write there.",
      cause,
    });
  };
}
