// Carries out `charm index`: gives the exit code, with what became of each file printed.
import { exitCodes } from "../../errors.ts";
import { writeText } from "../io.ts";
import { renderIndexSummary } from "../render-index-summary.ts";
import type { IndexRequest } from "../requests.ts";
import type { IndexOutcome } from "../../program/services.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

export async function runIndex(request: IndexRequest, context: HandlerContext): Promise<number> {
  const { paths, rebuild } = request;
  const outcome = await withServices(
    request,
    context,
    (services, hooks) => services.index({ paths, rebuild }, hooks),
    { summarised: true },
  );
  await printResult(request, context, toContract(outcome), (look) =>
    renderIndexSummary(outcome, look),
  );
  if (request.json && !request.quiet) {
    // The contract speaks of documents; what is wrong with the corpus itself is said beside it.
    const notes = outcome.problems.map(({ message }) => `${sanitiseLine(message)}\n`);
    await writeText(context.io.stderr, notes.join(""));
  }
  const { documents } = outcome;
  const nothing = documents.length > 0 && documents.every(({ status }) => status === "failed");
  return nothing ? exitCodes.usage : exitCodes.done;
}

/** Exactly the fields of the JSON contract (docs/cli.md). */
function toContract({ documents, fingerprint }: IndexOutcome): unknown {
  return {
    documents: documents.map(({ file, status, pages, passages, problems }) => ({
      file,
      status,
      pages,
      passages,
      problems: problems.map(({ code, pages: on, message }) => ({ code, pages: on, message })),
    })),
    fingerprint,
  };
}
