// Carries out `charm status`: gives the exit code, with what is stale and what is due printed.
import { resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import { writeForGithub } from "../github.ts";
import { writeText } from "../io.ts";
import { renderStatus, toGithubReport } from "../render-status.ts";
import type { StatusRequest } from "../requests.ts";
import { sanitise } from "../../text/sanitise.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

export async function runStatus(request: StatusRequest, context: HandlerContext): Promise<number> {
  const { io } = context;
  const paths = request.paths.map((path) => resolve(io.cwd, path));
  const today = request.today ?? new Date().toISOString().slice(0, 10);
  const status = await withServices(request, context, (services, hooks) =>
    services.status({ paths, today }, hooks),
  );
  if (request.format === "github") await writeForGithub(toGithubReport(status), io);
  else await printResult(request, context, status, (look) => renderStatus(status, look));
  if (!request.json && !request.quiet)
    await writeText(io.stderr, status.notes.map((note) => `${sanitise(note)}\n`).join(""));
  return status.summary.stale > 0 ? exitCodes.stale : exitCodes.done;
}
