// Carries out `charm show`: gives the exit code, with provisions or the outline of a document printed.
import { exitCodes } from "../../errors.ts";
import { joinTextLines } from "../../show/provision-lines.ts";
import type { ShownReference, ShownTarget } from "../../show/shown.ts";
import { writeText } from "../io.ts";
import { renderOutline } from "../render-outline.ts";
import { renderShown } from "../render-shown.ts";
import type { ShowRequest } from "../requests.ts";
import { chooseWidth } from "../terminal/abilities.ts";
import { toSafeJson } from "../terminal/sanitise.ts";
import { createStyle } from "../terminal/style.ts";
import type { HandlerContext } from "./context.ts";
import { withServices } from "./with-services.ts";

/** A reference that leads nowhere is a finding; one to a document that is not held is none. */
export async function runShow(request: ShowRequest, context: HandlerContext): Promise<number> {
  const { stdout, env } = context.io;
  const options = { width: chooseWidth(stdout), style: createStyle(stdout, env) };
  const { references, tree } = request;
  if (tree !== null) {
    const outline = await withServices(request, context, { summarised: false }, (services, hooks) =>
      services.outline(tree, hooks),
    );
    await writeText(stdout, request.json ? toSafeJson(outline) : renderOutline(outline, options));
    return exitCodes.done;
  }
  const shown = await withServices(request, context, { summarised: false }, (services, hooks) =>
    services.show(references, hooks),
  );
  const text = request.json ? toSafeJson(shown.map(toContract)) : renderShown(shown, options);
  await writeText(stdout, text);
  return shown.some(({ status }) => status === "missing") ? exitCodes.findings : exitCodes.done;
}

/** The fields of the JSON contract (docs/cli.md). */
function toContract({ reference, status, targets, nearest, notes }: ShownReference): unknown {
  return {
    reference,
    status,
    targets: targets.map(toTarget),
    note: notes.length === 0 ? null : notes.map(({ message }) => message).join(" "),
    nearest,
    notes,
  };
}

function toTarget({ lines, mentions, dead: _dead, ...target }: ShownTarget): unknown {
  const { file, locator, page, pageEnd, ...rest } = target;
  return {
    file,
    locator,
    page,
    pageEnd,
    text: joinTextLines(lines),
    ...rest,
    mentions: mentions?.listed ?? [],
    mentionCount: mentions?.count ?? 0,
  };
}
