// Carries out `charm refresh`: gives the exit code, with the note of what changed printed or written to its file.
import { resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import { prepareFile } from "../../files/write-file-atomically.ts";
import { sanitise, sanitiseLine } from "../../text/sanitise.ts";
import { writeText } from "../io.ts";
import { writeNote } from "../write-note.ts";
import type { RefreshRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

export async function runRefresh(
  request: RefreshRequest,
  context: HandlerContext,
): Promise<number> {
  const { io } = context;
  const { output, quiet, json } = request;
  // A name that cannot be written to is told before the work, not after it.
  const file = output === null ? null : await prepareFile(resolve(io.cwd, output));
  const paths = request.paths.map((path) => resolve(io.cwd, path));
  const result = await withServices(request, context, (services, hooks) =>
    services.refresh(paths, hooks),
  );
  const note = writeNote(result);
  if (file !== null && note !== "") await file.write(note);
  if (json || file === null) await printResult(request, context, result, () => note);
  if (!quiet) {
    const done = note === "" ? ["Nothing changed; nothing was written."] : [];
    const where =
      output === null || note === "" ? [] : [`Note written to ${sanitiseLine(output)}.`];
    const lines = [...done, ...where, ...result.notes];
    await writeText(io.stderr, lines.map((line) => `${sanitise(line)}\n`).join(""));
  }
  return exitCodes.done;
}
