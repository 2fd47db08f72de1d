// Carries out `charm show --page` and `--open`: gives the exit code, with the page printed, drawn, or opened where it stands.
import { extname, join, resolve } from "node:path";
import { CharmError, exitCodes } from "../../errors.ts";
import { prepareFile } from "../../files/write-file-atomically.ts";
import { toShownJson } from "../../api/contracts.ts";
import type { ShownReference } from "../../show/shown.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import { writeText } from "../io.ts";
import { listOpeners, openWith } from "../open-file.ts";
import { renderShown } from "../render-shown.ts";
import type { ShowRequest } from "../requests.ts";
import { chooseWidth } from "../terminal/abilities.ts";
import { findProtocol, writePicture } from "../terminal/picture.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

/** Of a document's page: its text, and the picture to a file or a terminal that shows pictures. */
export async function runShowPage(
  request: ShowRequest & { readonly page: number },
  context: HandlerContext,
): Promise<number> {
  const { io, signal } = context;
  const [document = ""] = request.references;
  const { page, output } = request;
  if (output !== null && extname(output).toLowerCase() !== ".png")
    throw new CharmError("output-format", `${output}: pages are drawn as PNG.`, {
      hint: "Name a file that ends in .png.",
    });
  const target = output === null ? null : resolve(io.cwd, output);
  const file = target === null ? null : await prepareFile(target);
  const protocol = io.stdout.isTTY === true && !request.json ? findProtocol(io.env) : null;
  const picture = file !== null ? "wanted" : protocol !== null ? "tried" : "none";
  const { seen, shown } = await withServices(request, context, async (services, hooks) => {
    if (target !== null) await services.refuseOutput(target, { reads: [], isText: false });
    const found = await services.page({ document, page, picture }, hooks);
    return { seen: found, shown: await services.show([`${found.short} page ${page}`], hooks) };
  });
  signal.throwIfAborted();
  if (seen.picture !== null && file !== null) await file.write(seen.picture.bytes);
  else if (seen.picture !== null && protocol !== null)
    await writeText(io.stdout, writePicture(seen.picture.bytes, protocol, chooseWidth(io.stdout)));
  // A short name may be that of two editions: the text is that of the file which was found.
  const own = shown.map((one) => keepFile(one, seen.file));
  await printResult(request, context, own.map(toShownJson), (look) => renderShown(own, look));
  if (output !== null && !request.quiet)
    await writeText(io.stderr, `Page written to ${sanitiseLine(output)}.\n`);
  if (request.open) await openPage(seen.path, page, request, context);
  return exitCodes.done;
}

function keepFile(shown: ShownReference, file: string): ShownReference {
  const targets = shown.targets.filter((target) => target.file === file);
  return targets.length === 0 ? shown : { ...shown, targets };
}

/** Opens the PDF in which the first reference was found. */
export async function openFound(
  shown: readonly ShownReference[],
  corpus: string,
  request: ShowRequest,
  context: HandlerContext,
): Promise<void> {
  const target = shown.flatMap(({ targets }) => targets).find(({ taken }) => taken);
  if (target === undefined) return;
  await openPage(resolve(join(corpus, target.file)), target.page ?? 1, request, context);
}

/** Only PDFs: a file of another kind might run something. */
async function openPage(
  path: string,
  page: number,
  { quiet }: ShowRequest,
  { io }: HandlerContext,
): Promise<void> {
  if (extname(path).toLowerCase() !== ".pdf")
    throw new CharmError("open-not-pdf", `${path} is no PDF; --open opens PDFs.`, {
      hint: "Open it by hand.",
    });
  const { atPage, program } = await openWith(listOpeners(path, page, process.platform), path);
  const how = atPage
    ? `at page ${page}`
    : `; ${program} cannot be told the page: go to page ${page}`;
  if (!quiet)
    await writeText(io.stderr, `Opened ${sanitiseLine(path)} ${how}.\n`.replace(" ;", ";"));
}
