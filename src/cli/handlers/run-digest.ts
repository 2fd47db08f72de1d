// Carries out `charm digest`: gives the exit code, with the digest printed or written to a file.
import { resolve } from "node:path";
import { diffFormatOf } from "../../compare/write/write-diff.ts";
import { layoutDigest } from "../../digest/layout-digest.ts";
import { exitCodes } from "../../errors.ts";
import { prepareFile } from "../../files/write-file-atomically.ts";
import { writeMarkdown } from "../../report/write-markdown.ts";
import { writeTerminal } from "../../report/write-terminal.ts";
import { toSafeJson } from "../../text/sanitise.ts";
import { writeText } from "../io.ts";
import type { DigestRequest } from "../requests.ts";
import { chooseWidth } from "../terminal/abilities.ts";
import { createStyle, paintWith } from "../terminal/style.ts";
import type { HandlerContext } from "./context.ts";
import { withServices } from "./with-services.ts";

/** Ends with 0 whatever changed. */
export async function runDigest(request: DigestRequest, context: HandlerContext): Promise<number> {
  const { cwd, stdout, env } = context.io;
  const { output, json, since } = request;
  const format = output === null ? null : diffFormatOf(output);
  const path = output === null ? null : resolve(cwd, output);
  const file = path === null ? null : await prepareFile(path);
  const against = request.against.map((given) => ({ given, path: resolve(cwd, given) }));
  const reads = against.map((given) => given.path);
  const digest = await withServices(request, context, async (services, hooks) => {
    if (path !== null) await services.refuseOutput(path, { reads, isText: false });
    return services.digest({ since, against }, hooks);
  });
  const markdown = () => `${writeMarkdown(layoutDigest(digest))}\n`;
  if (file !== null) await file.write(format === "json" ? toSafeJson(digest) : markdown());
  const look = { width: chooseWidth(stdout), paint: paintWith(createStyle(stdout, env)) };
  if (json) await writeText(stdout, toSafeJson(digest));
  else if (file === null) {
    // In a pipe it is the page itself.
    const page = stdout.isTTY === true ? writeTerminal(layoutDigest(digest), look) : markdown();
    await writeText(stdout, page);
  }
  return exitCodes.done;
}
