// Carries out `charm draft`: gives the exit code, with the draft, or the packs, printed or written to a file.
import { resolve } from "node:path";
import { exitCodes } from "../../errors.ts";
import { prepareFile } from "../../files/write-file-atomically.ts";
import { sanitise, sanitiseLine, toSafeJson } from "../../text/sanitise.ts";
import type { DraftedPolicy } from "../../use-cases/draft-policy.ts";
import { describeUsage } from "../describe-usage.ts";
import { countOf } from "../format.ts";
import { writeText } from "../io.ts";
import { renderPacks } from "../render-packs.ts";
import { renderProseDryRun } from "../render-prose-dry-run.ts";
import type { DraftRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";
import { withServices } from "./with-services.ts";

/** What charm check finds wrong in a draft is a finding; blanks are none. */
export async function runDraft(request: DraftRequest, context: HandlerContext): Promise<number> {
  const { pack, facts, date, output, language } = request;
  const { cwd, stdout } = context.io;
  if (pack === null) {
    const packs = await withServices(request, context, (services) => services.packs());
    await printResult(request, context, packs, (look) => renderPacks(packs, look));
    return exitCodes.done;
  }
  if (request.dryRun) return showDryRun({ ...request, pack }, context);
  const path = output === null ? null : resolve(cwd, output);
  const file = path === null ? null : await prepareFile(path);
  const packPath = resolve(cwd, pack);
  const reads = [packPath, ...(facts === null ? [] : [resolve(cwd, facts)])];
  const drafted = await withServices(request, context, async (services, hooks) => {
    if (path !== null) await services.refuseOutput(path, { reads, isText: true });
    return services.draft({ pack, packPath, facts, date, ...language }, hooks);
  });
  await file?.write(drafted.markdown);
  if (request.json) await writeText(stdout, toSafeJson(toContract(drafted)));
  else if (file === null) await writeText(stdout, drafted.markdown);
  await tell(drafted, request, context);
  return drafted.findings.some(({ severity }) => severity === "error")
    ? exitCodes.findings
    : exitCodes.done;
}

/** What would be sent goes to standard output; `--output` is for drafts, and none is made. */
async function showDryRun(
  request: DraftRequest & { readonly pack: string },
  context: HandlerContext,
): Promise<number> {
  const { pack, facts, date, language, json } = request;
  const { cwd, stdout } = context.io;
  const options = { pack, packPath: resolve(cwd, pack), facts, date, ...language };
  const run = await withServices(request, context, (services, hooks) =>
    services.dryRunDraft(options, hooks),
  );
  await writeText(stdout, json ? toSafeJson(run) : sanitise(renderProseDryRun(run)));
  return exitCodes.done;
}

function tellElsewhere(count: number): string {
  return count === 0 ? "" : `, ${count} more of the home's documents on other matters (charm gap)`;
}

/** What `--json` gives (docs/cli.md). */
function toContract(drafted: DraftedPolicy) {
  const { draft, blanks, coverage, findings, leftOut, markdown, usage } = drafted;
  return { ...draft, blanks, coverage, findings, leftOut, markdown, ...(usage && { usage }) };
}

async function tell(
  { blanks, draft, findings, leftOut, usage }: DraftedPolicy,
  { output, quiet }: DraftRequest,
  { io: { stderr } }: HandlerContext,
): Promise<void> {
  const { withheld = [] } = draft;
  const errors = findings.filter(({ severity }) => severity === "error");
  const notes = [
    ...(output === null ? [] : [`Draft written to ${sanitiseLine(output)}.`]),
    `${countOf(blanks.length, "place")} to complete, ${countOf(draft.conflicts.length, "contradiction")} to settle${tellElsewhere(draft.elsewhere.length)}.`,
    ...(withheld.length === 0
      ? []
      : [
          `${countOf(withheld.length, "sentence")} of the language model left out because ${withheld.length === 1 ? "it" : "they"} could not be verified.`,
        ]),
    ...leftOut.map(({ file, why }) => `Not used: ${sanitiseLine(`${file}: ${why}`)}`),
  ];
  const faults = errors.map(({ line, message }) =>
    sanitiseLine(line === undefined ? message : `line ${line}: ${message}`),
  );
  const spent = usage === undefined ? [] : [describeUsage(usage)];
  const lines = [...(quiet ? [] : [...notes, ...spent]), ...faults].map((line) => `${line}\n`);
  await writeText(stderr, lines.join(""));
}
