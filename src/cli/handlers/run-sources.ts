// Carries out `charm sources`: gives the exit code, with the catalogue, what publishers say, or what was fetched printed.
import { exitCodes } from "../../errors.ts";
import { renderCatalogue, renderCheckedSources, renderPulled } from "../render-sources.ts";
import type { SourcesRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

export async function runSources(
  request: SourcesRequest,
  context: HandlerContext,
): Promise<number> {
  const { what, ids, folder } = request;
  return withServices(request, context, async ({ sources }, hooks) => {
    if (what === "list") {
      const listed = await sources.list(hooks);
      await printResult(request, context, { sources: listed }, (look) =>
        renderCatalogue(listed, look),
      );
      return exitCodes.done;
    }
    if (what === "pull") {
      const pulled = await sources.pull(ids, folder, hooks);
      await printResult(request, context, { pulled }, () => renderPulled(pulled));
      return exitCodes.done;
    }
    const today = new Date().toISOString().slice(0, 10);
    const checked = await sources.check(ids, today, hooks);
    await printResult(request, context, { checked }, (look) =>
      renderCheckedSources(checked, today, look),
    );
    const stale = checked.some(({ state }) => state === "newer" || state === "withdrawn");
    return stale ? exitCodes.stale : exitCodes.done;
  });
}
