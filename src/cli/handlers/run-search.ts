// Carries out `charm search`: gives the exit code, with the passages printed.
import { exitCodes } from "../../errors.ts";
import { renderSearch } from "../render-search.ts";
import type { SearchRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withLibrary } from "./with-services.ts";

export async function runSearch(request: SearchRequest, context: HandlerContext): Promise<number> {
  const { query, options } = request;
  const found = await withLibrary(request, context, (library, call) =>
    library.search(query, { ...options, ...call }),
  );
  await printResult(request, context, found, (look) => renderSearch(found.results, look));
  return exitCodes.done;
}
