// Takes what was found of the program and of what it works with; gives it to read.
import type { Examination, ExaminationState } from "../doctor/examination.ts";
import { sanitise } from "../text/sanitise.ts";
import { wrapText } from "../text/wrap.ts";
import { countOf } from "./format.ts";
import type { Look } from "./terminal/style.ts";

const words: Readonly<Record<ExaminationState, string>> = {
  ok: "in order",
  warning: "look here",
  error: "wrong",
};

/** Columns of the part's name, and of its state. */
const columns = { part: 10, state: 11 };

/** The state stands in words as well as in colour. */
export function renderExaminations(examinations: readonly Examination[], look: Look): string {
  const wrong = examinations.filter(({ state }) => state === "error").length;
  const toSee = examinations.filter(({ state }) => state === "warning").length;
  const summary =
    wrong + toSee === 0
      ? "All is in order."
      : `${countOf(wrong, "thing")} wrong, ${toSee} to look at.`;
  return `${[...examinations.flatMap((one) => renderOne(one, look)), "", summary].join("\n")}\n`;
}

function renderOne({ part, state, found, remedy, details }: Examination, look: Look): string[] {
  const { style } = look;
  const paint = { ok: style.green, warning: style.yellow, error: style.red }[state];
  const margin = columns.part + columns.state;
  const [first = "", ...more] = wrapTo(found, margin, look);
  return [
    `${part.padEnd(columns.part)}${paint(words[state].padEnd(columns.state))}${first}`,
    ...more.map((line) => " ".repeat(margin) + line),
    ...(remedy === null ? [] : wrapTo(remedy, margin, look).map(indent)),
    ...details
      .flatMap((detail) => wrapTo(detail, margin, look).map(indent))
      .map((line) => style.dim(line)),
  ];
}

function indent(line: string): string {
  return " ".repeat(columns.part + columns.state) + line;
}

function wrapTo(text: string, margin: number, { width }: Look): string[] {
  return wrapText(sanitise(text), Math.max(20, width - margin));
}
