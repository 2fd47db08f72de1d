// Carries out `charm show`: gives the exit code, with provisions, the outline of a document, or what is left out of a file printed.
import { exitCodes } from "../../errors.ts";
import { toShownJson } from "../../api/contracts.ts";
import { renderLeftOut } from "../render-left-out.ts";
import { renderOutline } from "../render-outline.ts";
import { renderShown } from "../render-shown.ts";
import type { ShowRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withLibrary, withServices } from "./with-services.ts";

/** A reference that leads nowhere is a finding; one to a document that is not held is none. */
export async function runShow(request: ShowRequest, context: HandlerContext): Promise<number> {
  const { references, tree, leftOut, page } = request;
  if (page !== null) {
    const { runShowPage } = await import("./run-show-page.ts");
    return runShowPage({ ...request, page }, context);
  }
  if (leftOut !== null) {
    const read = await withServices(request, context, (services, hooks) =>
      services.leftOut(leftOut, hooks),
    );
    await printResult(request, context, read, (look) => renderLeftOut(read, look));
    return exitCodes.done;
  }
  if (tree !== null) {
    const outline = await withLibrary(request, context, (library, call) =>
      library.outline(tree, call),
    );
    await printResult(request, context, outline, (look) => renderOutline(outline, look));
    return exitCodes.done;
  }
  const { shown, corpus } = await withServices(request, context, async (services, hooks) => ({
    shown: await services.show(references, hooks),
    corpus: services.corpus,
  }));
  await printResult(request, context, shown.map(toShownJson), (look) => renderShown(shown, look));
  if (request.open) {
    const { openFound } = await import("./run-show-page.ts");
    await openFound(shown, corpus, request, context);
  }
  return shown.some(({ status }) => status === "missing") ? exitCodes.findings : exitCodes.done;
}
