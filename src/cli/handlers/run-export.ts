// Carries out `charm export`: gives the exit code, with the report written to its file.
import { resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import { prepareFile } from "../../files/write-file-atomically.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import { checkExport } from "../../use-cases/export-report.ts";
import { writeText } from "../io.ts";
import type { ExportRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";
import { withServices } from "./with-services.ts";

/** Nothing is left at the output's place where anything goes wrong. */
export async function runExport(request: ExportRequest, context: HandlerContext): Promise<number> {
  const { cwd, stdout, stderr } = context.io;
  const at = (file: string | null) => (file === null ? null : resolve(cwd, file));
  const files = {
    report: resolve(cwd, request.report),
    output: resolve(cwd, request.output),
    template: at(request.template),
    redline: at(request.redline),
  };
  await checkExport(files);
  const file = await prepareFile(files.output);
  const bytes = await withServices(request, context, async (services, hooks) => {
    await services.refuseOutput(files.output, { reads: [], isText: false });
    return services.export(files, request.control, hooks);
  });
  context.signal.throwIfAborted();
  await file.write(bytes);
  const { output } = request;
  if (request.json) await writeText(stdout, `${JSON.stringify({ output, bytes: bytes.length })}\n`);
  else if (!request.quiet) await writeText(stderr, `Written to ${sanitiseLine(output)}.\n`);
  return exitCodes.done;
}
