// Takes the plan or the outcome of a batch; gives it as its reader wants to see it on a terminal.
import { relative } from "node:path";
import { nameJob, type BatchPlan } from "../batch/plan.ts";
import { groupBy } from "../lists.ts";
import type { BatchOutcome } from "../program/services.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import { wrapIndented, wrapText } from "../text/wrap.ts";
import { countOf, formatCount, joinParts } from "./format.ts";
import type { Look } from "./terminal/style.ts";

/** Files of the plan that are named one by one. */
const mostListed = 60;

export function renderPlan(plan: BatchPlan, look: Look, cwd: string): string {
  const { jobs, folder, finished, manifest } = plan;
  const homes = [...groupBy(jobs, ({ homeName }) => homeName)];
  const files = jobs.flatMap(({ outputs }) => outputs);
  const drafts = jobs.filter(({ asked }) => asked.kind === "pack").length;
  const kinds = joinParts(
    [
      drafts === 0 ? "" : countOf(drafts, "draft"),
      drafts === jobs.length ? "" : countOf(jobs.length - drafts, "answer"),
    ],
    ", ",
  );
  const place = relative(cwd, folder) || ".";
  const named =
    homes.length === 1 && homes[0]?.[0] === null ? "no home" : countOf(homes.length, "home");
  const lines = [
    `${countOf(jobs.length, "job")} in ${manifest}: ${kinds} for ${named}.`,
    `${countOf(files.length, "file")} in ${place}:`,
  ];
  const notes = [
    ...(finished === 0
      ? []
      : [
          `${countOf(finished, "job")} finished before: made anew only where what they were made from has changed.`,
        ]),
    describeCalls(plan),
  ];
  return [
    ...lines.flatMap((line) => wrapText(sanitiseLine(line), look.width)),
    ...files.slice(0, mostListed).map(({ file }) => `  ${sanitiseLine(file)}`),
    ...(files.length > mostListed ? [`  and ${formatCount(files.length - mostListed)} more`] : []),
    ...notes.flatMap((note) => wrapText(sanitiseLine(note), look.width)),
    ...renderFailures(plan, look),
    "",
  ].join("\n");
}

function describeCalls({ calls }: BatchPlan): string {
  if (calls === null) return "No language model is asked, and nothing is sent anywhere.";
  const { model, questions, drafts, tokens, cost, currency } = calls;
  const asked = joinParts(
    [
      ...(questions === 0 ? [] : [countOf(questions, "question")]),
      ...(drafts === 0 ? [] : [countOf(drafts, "draft")]),
    ],
    " and ",
  );
  const price =
    cost === null
      ? "no prices are set in charm.yaml"
      : `${cost.toFixed(2)} ${currency ?? ""}`.trim();
  return `${asked} to ${model}: at most ${countOf(calls.calls, "call")}, by about ${formatCount(tokens)} tokens at most (${price}).`;
}

function renderFailures({ jobs }: BatchPlan, look: Look): string[] {
  const failing = jobs.filter(({ failure }) => failure !== null);
  if (failing.length === 0) return [];
  return [
    `${countOf(failing.length, "job")} cannot run, and the others are not kept from it:`,
    ...failing.slice(0, mostListed).flatMap((job) => {
      const about = `line ${job.line}, ${joinParts([job.homeName ?? "", nameJob(job)], ", ")}`;
      const { message = "", hint } = job.failure ?? {};
      return wrapIndented(sanitiseLine(`${about}: ${message} ${hint ?? ""}`), "  ", look);
    }),
    ...(failing.length > mostListed
      ? [`  and ${formatCount(failing.length - mostListed)} more`]
      : []),
  ];
}

/** @param folder of the outputs, as seen from the working directory */
export function renderOutcome({ summary, made }: BatchOutcome, folder: string, look: Look): string {
  const { jobs, done, failed, withErrors, homes } = summary;
  const head = `${countOf(jobs, "job")}: ${done} done (${made} by this run), ${withErrors} with errors, ${failed} failed.`;
  const ofHomes = homes.map(({ home, blanks, errors, conflicts, failed: lost }) => {
    const counts = [
      `${formatCount(blanks.length)} to complete`,
      countOf(errors.length, "error"),
      countOf(conflicts.length, "contradiction"),
      ...(lost.length === 0 ? [] : [`${countOf(lost.length, "job")} failed`]),
    ];
    return `${home ?? "No home"}: ${counts.join(", ")}`;
  });
  const failures = homes.flatMap(({ home, failed: lost }) =>
    lost.map(({ line, job, message }) => `Line ${line}, ${home ?? "no home"}, ${job}: ${message}`),
  );
  const lines = [
    ...wrapText(head, look.width),
    ...[...ofHomes, ...failures.slice(0, mostListed)].flatMap((line) =>
      wrapIndented(sanitiseLine(line), "  ", look),
    ),
    ...wrapText(`What is to be done next: ${folder}/summary.md`, look.width),
  ];
  return `${lines.join("\n")}\n`;
}
