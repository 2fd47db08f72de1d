// Takes what a command found; prints it on standard output, as JSON or as its reader wants to see it.
import { writeText } from "../io.ts";
import { toSafeJson } from "../../text/sanitise.ts";
import { createLook, type Look } from "../terminal/style.ts";
import type { HandlerContext } from "./context.ts";

/** @param contract exactly what `--json` is to give (docs/cli.md) */
export async function printResult(
  { json }: { readonly json: boolean },
  { io: { stdout, env } }: HandlerContext,
  contract: unknown,
  render: (look: Look) => string,
): Promise<void> {
  await writeText(stdout, json ? toSafeJson(contract) : render(createLook(stdout, env)));
}
