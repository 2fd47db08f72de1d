// Carries out `charm search`: gives the exit code, with the passages printed.
import { exitCodes } from "../../errors.ts";
import { writeText } from "../io.ts";
import { renderSearch } from "../render-search.ts";
import type { SearchRequest } from "../requests.ts";
import { toSafeJson } from "../terminal/sanitise.ts";
import { chooseWidth } from "../terminal/abilities.ts";
import { createStyle } from "../terminal/style.ts";
import type { HandlerContext } from "./context.ts";
import { withServices } from "./with-services.ts";

export async function runSearch(request: SearchRequest, context: HandlerContext): Promise<number> {
  const { stdout, env } = context.io;
  const { query, options } = request;
  const results = await withServices(request, context, { summarised: false }, (services, hooks) =>
    services.search(query, options, hooks),
  );
  const text = request.json
    ? toSafeJson({ query, results })
    : renderSearch(results, { width: chooseWidth(stdout), style: createStyle(stdout, env) });
  await writeText(stdout, text);
  return exitCodes.done;
}
