// Carries out `charm init`: gives the exit code, with a folder set up and what to do next told.
import { relative, resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import { setUpFolder } from "../../program/set-up-folder.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import { writeText } from "../io.ts";
import type { InitRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";

export async function runInitFolder(
  request: InitRequest,
  context: HandlerContext,
): Promise<number> {
  const { io } = context;
  const folder = resolve(io.cwd, request.output);
  const { made, kept } = await setUpFolder(folder);
  const named = sanitiseLine(relative(io.cwd, folder) || ".");
  await printResult(request, context, { folder: named, made, kept }, () =>
    [
      ...made.map((name) => `made ${name}`),
      ...kept.map((name) => `kept ${name}, as it was`),
      "",
    ].join("\n"),
  );
  if (!request.quiet) await writeText(io.stderr, tellNext(named, made.length > 1));
  return exitCodes.done;
}

/** @param sampled whether the sample was copied */
function tellNext(folder: string, sampled: boolean): string {
  const go = folder === "." ? "" : `  cd ${folder}\n`;
  const own = sampled
    ? "The documents are samples of charm's own writing: put the real ones in their place."
    : "What each document is can be said in corpus/sources.yaml.";
  return `Ready. Next:\n${go}  charm ask "What qualifications must our registered manager hold?"\n${own}\n`;
}
