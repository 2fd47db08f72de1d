// Shows how far a batch is: a line for each job that is done, with the time that is left.
import { nameJob } from "../../batch/plan.ts";
import type { BatchHooks } from "../../program/services.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import type { JobResult } from "../../use-cases/run-batch.ts";
import { countOf, formatTimeLeft, joinParts } from "../format.ts";
import type { OutputStream } from "../io.ts";

export interface BatchDisplay extends Pick<BatchHooks, "onReady" | "onJob"> {
  /** Said where the run is interrupted. */
  readonly describeStop: () => string;
}

/** A job tells little of the time that others take. */
const fewestMade = 2;

/** @param now milliseconds of a clock that never goes back */
export function showBatch(
  stream: OutputStream,
  quiet: boolean,
  now: () => number = () => performance.now(),
): BatchDisplay {
  let began = now();
  let made = 0;
  let finished = 0;
  let all = 0;
  return {
    onReady: () => {
      began = now();
    },
    onJob: (result, done, of) => {
      [finished, all] = [done, of];
      // What an earlier run made takes no time.
      if (result.kind === "done" && result.how === "made") made += 1;
      if (quiet) return;
      const seconds = made < fewestMade ? null : (((now() - began) / made) * (of - done)) / 1000;
      const left = seconds === null || done === of ? "" : formatTimeLeft(seconds);
      stream.write(`${joinParts([`[${done}/${of}] ${describeResult(result)}`, left], " · ")}\n`);
    },
    describeStop: () =>
      all === 0
        ? "No job was finished by this run. The same command begins where it stood.\n"
        : `${finished} of ${countOf(all, "job")} are done. The same command goes on from here.\n`,
  };
}

function describeResult(result: JobResult): string {
  const { job } = result;
  const name = joinParts([job.homeName ?? "", nameJob(job)].map(sanitiseLine), ", ");
  if (result.kind === "failed")
    return `${name}: failed. ${sanitiseLine(`Line ${job.line}: ${result.failure.message}`)}`;
  const { record, how } = result;
  const counts = [
    record.blanks.length === 0 ? "" : `${record.blanks.length} to complete`,
    record.errors.length === 0 ? "" : countOf(record.errors.length, "error"),
    record.conflicts.length === 0 ? "" : countOf(record.conflicts.length, "contradiction"),
  ];
  return joinParts([`${name}: ${words[how]}`, ...counts], ", ");
}

const words = {
  made: "written",
  kept: "unchanged since an earlier run",
  edited: "changed by hand, left as it is",
} as const;
