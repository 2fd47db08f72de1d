// Carries out `charm search`: gives the exit code, with the passages printed.
import { exitCodes } from "../../errors.ts";
import { renderSearch } from "../render-search.ts";
import type { SearchRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

export async function runSearch(request: SearchRequest, context: HandlerContext): Promise<number> {
  const { query, options } = request;
  const results = await withServices(request, context, (services, hooks) =>
    services.search(query, options, hooks),
  );
  await printResult(request, context, { query, results }, (look) => renderSearch(results, look));
  return exitCodes.done;
}
