// Carries out `charm diff`: gives the exit code, with the comparison printed or written to a file.
import { resolve } from "node:path";
import { diffFormatOf, renderDiff, writeDiff } from "../../compare/write/write-diff.ts";
import { exitCodes } from "../../errors.ts";
import { prepareFile } from "../../files/write-file-atomically.ts";
import { writeText } from "../io.ts";
import type { DiffRequest } from "../requests.ts";
import { chooseWidth } from "../terminal/abilities.ts";
import { createStyle, paintWith } from "../terminal/style.ts";
import type { HandlerContext } from "./context.ts";
import { withServices } from "./with-services.ts";

/** That there are changes is no failure; with `exitCode` it is told as what is stale is. */
export async function runDiff(request: DiffRequest, context: HandlerContext): Promise<number> {
  const { cwd, stdout, env } = context.io;
  const { output, json } = request;
  // Both are looked at before the work is done.
  const format = output === null ? null : diffFormatOf(output);
  const path = output === null ? null : resolve(cwd, output);
  const file = path === null ? null : await prepareFile(path);
  const against = request.against.map((given) => ({ given, path: resolve(cwd, given) }));
  const reads = [request.old, request.new].map((given) => resolve(cwd, given));
  reads.push(...against.map((given) => given.path));
  const comparison = await withServices(request, context, async (services, hooks) => {
    if (path !== null) await services.refuseOutput(path, { reads, isText: false });
    return services.diff({ old: request.old, new: request.new, against }, hooks);
  });
  if (file !== null && format !== null) await file.write(writeDiff(comparison, format));
  const look = { width: chooseWidth(stdout), paint: paintWith(createStyle(stdout, env)) };
  if (json) await writeText(stdout, writeDiff(comparison, "json"));
  else if (file === null) await writeText(stdout, renderDiff(comparison, look));
  return request.exitCode && comparison.changes.length > 0 ? exitCodes.stale : exitCodes.done;
}
