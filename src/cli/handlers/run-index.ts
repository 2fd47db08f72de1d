// Carries out `charm index`: gives the exit code, with what became of each file printed.
import { exitCodes } from "../../errors.ts";
import { writeText } from "../io.ts";
import { renderIndexSummary } from "../render-index-summary.ts";
import type { IndexRequest } from "../requests.ts";
import type { IndexOutcome } from "../../program/services.ts";
import { compareText } from "../../text/compare-text.ts";
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
    const notes = outcome.problems.map(
      ({ file, message }) => `${sanitiseLine(`${file}: ${message}`)}\n`,
    );
    await writeText(context.io.stderr, notes.join(""));
  }
  const { documents } = outcome;
  const nothing = documents.length > 0 && documents.every(({ status }) => status === "failed");
  return nothing ? exitCodes.usage : exitCodes.done;
}

/** Exactly the fields of the JSON contract (docs/cli.md). */
function toContract({ documents, unread, problems, fingerprint }: IndexOutcome): unknown {
  const read = documents.map(
    ({ file, status, identity, pages, passages, home, problems: own }) => ({
      file,
      status,
      title: identity?.title ?? null,
      short: identity?.short ?? null,
      version: identity?.version ?? null,
      date: identity?.date ?? null,
      authority: identity?.authority ?? null,
      sha256: identity?.sha256 ?? null,
      pages,
      passages,
      ...(home === undefined ? {} : { home }),
      problems: own.map(({ code, pages: on, message }) => ({ code, pages: on, message })),
    }),
  );
  const passedOver = unread.map(({ file, code, message }) => ({
    file,
    status: "failed",
    title: null,
    short: null,
    version: null,
    date: null,
    authority: null,
    sha256: null,
    pages: null,
    passages: 0,
    problems: [{ code, pages: [], message }],
  }));
  return {
    documents: [...read, ...passedOver].sort((a, b) => compareText(a.file, b.file)),
    problems: problems.map(({ file, code, message }) => ({ file, code, message })),
    fingerprint,
  };
}
