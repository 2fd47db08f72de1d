// Carries out `charm gap`: gives the exit code, with the matrix, or the sets of requirements, printed.
import { dirname, resolve } from "node:path";
import { CharmError, exitCodes } from "../../errors.ts";
import { readFile } from "../../files/read-file.ts";
import { prepareFile } from "../../files/write-file-atomically.ts";
import { loadLock } from "../../lock/lock-file.ts";
import type { GapRequest } from "../requests.ts";
import { renderSets } from "../render-sets.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import { findChanges, readLastGap, type LastGap } from "../../gap/write/since.ts";
import { gapFormatOf, renderGap, writeGap } from "../../gap/write/write-gap.ts";
import { writeText } from "../io.ts";
import { chooseWidth } from "../terminal/abilities.ts";
import { createStyle, paintWith } from "../terminal/style.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withLibrary } from "./with-services.ts";

/** A must that is not met is a finding. */
export async function runGap(request: GapRequest, context: HandlerContext): Promise<number> {
  const { set, against } = request;
  if (set === null) {
    const sets = await withLibrary(request, context, (library) => library.listRequirementSets());
    await printResult(request, context, sets, (look) => renderSets(sets, look));
    return exitCodes.done;
  }
  const { cwd, stdout, stderr, env } = context.io;
  // Both are looked at before the work is done.
  const format = request.output === null ? null : gapFormatOf(request.output);
  const path = request.output === null ? null : resolve(cwd, request.output);
  const file = path === null ? null : await prepareFile(path);
  const last = request.since === null ? null : await readLast(resolve(cwd, request.since));
  const paths = against.map((given) => ({ given, path: resolve(cwd, given) }));
  const asked = { set, setPath: resolve(cwd, set), against: paths };
  // A lock that cannot be read is told before the work as well.
  if (path !== null) await loadLock(dirname(path));
  const reads = [asked.setPath, ...paths.map((given) => given.path)];
  const { matrix, changes } = await withLibrary(request, context, async (library, call, beside) => {
    const { services, hooks } = beside;
    if (path !== null) await services.refuseOutput(path, { reads, isText: false });
    const made = await library.gap(set, { against, lock: request.lock, ...call });
    const since = last === null ? null : findChanges(last, made);
    if (file !== null && format !== null && path !== null) {
      const content = await writeGap(made, format, { changes: since });
      await file.write(content);
      // What changed since another matrix is a look at one, not the matrix.
      if (since === null)
        await services.lockMatrix({ path, content, matrix: made, request: asked }, hooks);
    }
    return { matrix: made, changes: since };
  });
  const look = { width: chooseWidth(stdout), paint: paintWith(createStyle(stdout, env)) };
  if (request.json) await writeText(stdout, String(await writeGap(matrix, "json", { changes })));
  else if (file === null) await writeText(stdout, renderGap(matrix, look, { changes }));
  if (request.output !== null && !request.quiet)
    await writeText(stderr, `Matrix written to ${sanitiseLine(request.output)}.\n`);
  return matrix.summary.gaps ? exitCodes.findings : exitCodes.done;
}

async function readLast(path: string): Promise<LastGap> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new CharmError("since-unreadable", `${path} cannot be read.`, {
      hint: "Give a matrix that `charm gap --json` or `-o matrix.json` wrote.",
      cause,
    });
  });
  return readLastGap(text, path);
}
