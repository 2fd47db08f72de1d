// Takes a path and a text; leaves a new file with it, and one that is there as it was.
import { writeFile } from "node:fs/promises";
import { CharmError, messageOf } from "../errors.ts";

/**
 * @param shown how messages name it
 * @throws CharmError `output-exists`, `output-failed`
 */
export async function writeNewFile(path: string, text: string, shown: string): Promise<void> {
  await writeFile(path, text, { flag: "wx" }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "EEXIST") {
      throw new CharmError("output-exists", `${shown} is there already, and is left as it is.`, {
        hint: "Change it in an editor, or name another file.",
      });
    }
    throw new CharmError("output-failed", `${shown} cannot be written. ${messageOf(cause)}`, {
      hint: "Check that its folder is there and that you may write to it.",
      cause,
    });
  });
}
