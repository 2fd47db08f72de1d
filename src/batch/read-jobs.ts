// Takes the fields of a job as they are written, in YAML or in a table; gives the job, or says what is wrong with them.
import { isDay } from "../text/is-day.ts";
import type { Fault } from "./fault.ts";
import { atLine } from "./fault.ts";
import type { Asked, ManifestJob, ReadOptions } from "./manifest.ts";

export const jobFields = ["home", "pack", "question", "output", "facts", "date"] as const;
export type JobField = (typeof jobFields)[number];

/** What is empty is left out. */
export type WrittenJob = Partial<Readonly<Record<JobField, string>>>;

export function toJob(
  written: WrittenJob,
  line: number,
  questions: number,
  { file, homes, fault }: ReadOptions & { readonly fault: Fault },
): ManifestJob {
  const { home, output } = written;
  return {
    line,
    home: home === undefined ? null : atLine(file, line, () => homes.find(home)),
    asked: readAsked(written, line, questions, fault),
    output: output ?? null,
  };
}

/** @param questions that stand above it */
function readAsked(written: WrittenJob, line: number, questions: number, fault: Fault): Asked {
  const { pack, question, facts, date } = written;
  if ((pack === undefined) === (question === undefined))
    return fault(
      line,
      pack === undefined
        ? "the job has neither a pack nor a question."
        : "the job has a pack and a question.",
      "Each job takes one of the two.",
    );
  if (question !== undefined) {
    if (facts !== undefined || date !== undefined)
      return fault(line, "facts and date go with a pack.", "Take them out of the job.");
    return { kind: "question", question, number: questions + 1 };
  }
  if (date !== undefined && !isDay(date))
    return fault(line, `“${date}” is no day.`, "A date has year, month and day: 2026-03-01.");
  return { kind: "pack", pack: pack ?? "", facts: facts ?? null, date: date ?? null };
}
