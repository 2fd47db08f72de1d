// Carries out `charm gap`: gives the exit code, with the matrix, or the sets of requirements, printed.
import { resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import { toSafeJson } from "../../text/sanitise.ts";
import type { GapRequest } from "../requests.ts";
import { renderSets } from "../render-sets.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

/** A must that is not met is a finding. */
export async function runGap(request: GapRequest, context: HandlerContext): Promise<number> {
  const { set, against } = request;
  if (set === null) {
    const sets = await withServices(request, context, (services) => services.requirementSets());
    await printResult(request, context, sets, (look) => renderSets(sets, look));
    return exitCodes.done;
  }
  const { cwd } = context.io;
  const paths = against.map((given) => ({ given, path: resolve(cwd, given) }));
  const matrix = await withServices(request, context, (services, hooks) =>
    services.gap({ set, setPath: resolve(cwd, set), against: paths }, hooks),
  );
  await printResult(request, context, matrix, () => toSafeJson(matrix));
  return matrix.summary.gaps ? exitCodes.findings : exitCodes.done;
}
