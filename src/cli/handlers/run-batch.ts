// Carries out `charm batch`: gives the exit code, with the plan shown and confirmed, and the outputs of its jobs written.
import { relative, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { toHooks } from "../../api/events.ts";
import { runsOneByOne, type BatchPlan } from "../../batch/plan.ts";
import { CharmError, exitCodes } from "../../errors.ts";
import type { BatchOutcome, Services } from "../../program/services.ts";
import { toSafeJson } from "../../text/sanitise.ts";
import { describeUsage } from "../describe-usage.ts";
import { writeText, type Io } from "../io.ts";
import { showBatch } from "../progress/batch-progress.ts";
import { showProgress } from "../progress/show-progress.ts";
import { readVersion } from "../read-version.ts";
import { renderOutcome, renderPlan } from "../render-batch.ts";
import type { BatchRequest } from "../requests.ts";
import { createLook } from "../terminal/style.ts";
import type { HandlerContext } from "./context.ts";

/** Jobs that fail, and errors in what is made, are findings; blanks are none. */
export async function runBatchCommand(
  request: BatchRequest,
  context: HandlerContext,
): Promise<number> {
  const services = await context.openServices(request.settings);
  try {
    const { cwd } = context.io;
    const { manifest, output, maxJobs, maxTokens, maxCost } = request;
    const plan = await services.planBatch({
      manifest,
      path: resolve(cwd, manifest),
      output: output === null ? null : resolve(cwd, output),
      most: maxJobs,
      maxTokens,
      maxCost,
    });
    if (request.dryRun) return await showPlan(plan, request, context);
    refuseEmpty(plan);
    if (!request.quiet || !request.yes)
      await writeText(
        context.io.stderr,
        renderPlan(plan, createLook(context.io.stderr, context.io.env), cwd),
      );
    if (!request.yes && !(await confirm(context))) {
      await writeText(context.io.stderr, "Nothing was run.\n");
      return exitCodes.done;
    }
    return await run(services, plan, request, context);
  } finally {
    await services.close();
  }
}

async function showPlan(
  plan: BatchPlan,
  { json }: BatchRequest,
  { io: { stdout, env, cwd } }: HandlerContext,
): Promise<number> {
  const text = json ? toSafeJson(toContract(plan)) : renderPlan(plan, createLook(stdout, env), cwd);
  await writeText(stdout, text);
  return plan.jobs.some(({ failure }) => failure !== null) ? exitCodes.findings : exitCodes.done;
}

/** What `--dry-run --json` gives (docs/cli.md). */
function toContract({ manifest, folder, jobs, finished, calls }: BatchPlan) {
  return {
    manifest,
    folder,
    finished,
    calls,
    jobs: jobs.map(({ line, homeName, asked, outputs, failure }) => ({
      line,
      home: homeName,
      ...asked,
      outputs: outputs.map(({ file }) => file),
      failure,
    })),
  };
}

function refuseEmpty({ manifest, jobs }: BatchPlan): void {
  const [first] = jobs;
  if (jobs.some(({ failure }) => failure === null) || !first?.failure) return;
  const { failure, line } = first;
  throw new CharmError(
    "batch-nothing",
    `None of the jobs of ${manifest} can run. Line ${line}: ${failure.message}`,
    failure.hint === null ? {} : { hint: failure.hint },
  );
}

/** @throws CharmError `batch-unconfirmed` where nobody can be asked */
async function confirm({ io: { stdin, stderr }, signal }: HandlerContext): Promise<boolean> {
  const isTerminal = (stdin as { readonly isTTY?: boolean }).isTTY === true;
  if (!isTerminal) {
    throw new CharmError("batch-unconfirmed", "Nobody can be asked whether to run this plan.", {
      hint: "Without a terminal a batch needs --yes; --dry-run shows the plan alone.",
    });
  }
  const asking = createInterface({ input: stdin, output: stderr });
  try {
    const said = await asking.question("Run it? [y/N] ", { signal });
    return /^y(?:es)?$/i.test(said.trim());
  } finally {
    asking.close();
  }
}

const oneByOne =
  "One job runs at a time: under --max-tokens or --max-cost, what is left is known only when no other is under way.\n";

async function run(
  services: Services,
  plan: BatchPlan,
  request: BatchRequest,
  { io, signal }: HandlerContext,
): Promise<number> {
  const { quiet, force, parallel, maxTokens, maxCost, json } = request;
  if (!quiet && parallel !== 1 && runsOneByOne(plan, request)) await writeText(io.stderr, oneByOne);
  const { stop, onEvent } = showProgress(io.stderr, { quiet, env: io.env, summarised: false });
  const batch = showBatch(io.stderr, quiet);
  try {
    const outcome = await services.batch(
      plan,
      { force, parallel, maxTokens, maxCost, version: readVersion() },
      {
        ...toHooks({ signal, onEvent }),
        onReady: () => {
          stop();
          batch.onReady();
        },
        onJob: batch.onJob,
      },
    );
    await tell(outcome, json, quiet, io);
    const { failed, withErrors } = outcome.summary;
    return failed > 0 || withErrors > 0 ? exitCodes.findings : exitCodes.done;
  } catch (error) {
    if (signal.aborted && !quiet) await writeText(io.stderr, batch.describeStop());
    throw error;
  } finally {
    stop();
  }
}

async function tell(
  outcome: BatchOutcome,
  json: boolean,
  quiet: boolean,
  io: Pick<Io, "stdout" | "stderr" | "env" | "cwd">,
): Promise<void> {
  const { summary, plan, usage } = outcome;
  const folder = relative(io.cwd, plan.folder) || ".";
  await writeText(
    io.stdout,
    json ? toSafeJson(summary) : renderOutcome(outcome, folder, createLook(io.stdout, io.env)),
  );
  if (usage !== null && !quiet) await writeText(io.stderr, `${describeUsage(usage)}\n`);
}
