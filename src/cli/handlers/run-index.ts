// Carries out `charm index`: gives the exit code, with what became of each file printed.
import { toIndexJson } from "../../api/contracts.ts";
import { exitCodes } from "../../errors.ts";
import { writeText } from "../io.ts";
import { renderIndexSummary } from "../render-index-summary.ts";
import type { IndexRequest } from "../requests.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

export async function runIndex(request: IndexRequest, context: HandlerContext): Promise<number> {
  const { paths, rebuild, ocr } = request;
  const outcome = await withServices(
    request,
    context,
    (services, hooks) => services.index({ paths, rebuild, ocr }, hooks),
    { summarised: true },
  );
  await printResult(request, context, toIndexJson(outcome), (look) =>
    renderIndexSummary(outcome, look, ocr),
  );
  if (request.json && !request.quiet) {
    // The contract speaks of documents; what is wrong with the corpus itself is said beside it.
    const notes = outcome.problems.map(
      ({ file, message }) => `${sanitiseLine(`${file}: ${message}`)}\n`,
    );
    await writeText(context.io.stderr, notes.join(""));
  }
  const { documents } = outcome;
  const nothing = documents.length > 0 && documents.every(({ status }) => status === "failed");
  return nothing ? exitCodes.usage : exitCodes.done;
}
