// Takes answers, or a report as it was written; gives its parts: the head, a section a question, and the foot.
import type { Answer } from "./answer.ts";
import type { HeadAnswer } from "./layout-header.ts";
import { layoutAnswer, layoutFoot, layoutHead } from "./layout-report.ts";
import { writeMarkdown } from "./write-markdown.ts";

export interface ReportParts {
  readonly head: string;
  /** In the order of the questions. */
  readonly sections: readonly string[];
  readonly foot: string;
}

export function renderHead(answers: readonly HeadAnswer[]): string {
  return writeMarkdown(layoutHead(answers));
}

export function renderSection(answer: Answer): string {
  return writeMarkdown(layoutAnswer(answer));
}

export function renderFoot(answers: number): string {
  return writeMarkdown(layoutFoot(answers));
}

/** The report as `renderReport` writes it. */
export function joinParts({ head, sections, foot }: ReportParts): string {
  return `${[head, ...sections, foot].join("\n\n")}\n`;
}

/** Null for a text that is not in the frame of a report. */
export function splitReport(text: string): ReportParts | null {
  const [head, ...rest] = text.trimEnd().split(/\n\n(?=## QUESTION\n)/);
  const last = rest.at(-1)?.lastIndexOf("\n\n---\n\n") ?? -1;
  if (head === undefined || last < 0) return null;
  const end = last + "\n\n---".length;
  const sections = rest.map((section, at) =>
    at === rest.length - 1 ? section.slice(0, end) : section,
  );
  return { head, sections, foot: rest.at(-1)?.slice(end + 2) ?? "" };
}
