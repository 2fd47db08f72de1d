// Takes a place that is shown; gives notes on what in it is printed and no longer law, or no longer printed.
import { joinNames } from "../references/notes.ts";
import type { ShownNote, ShownTarget } from "./shown.ts";

/** One note for temporary text, one for what was omitted. */
export function describeDeadText({ dead }: Pick<ShownTarget, "dead">): ShownNote[] {
  const of = (standing: "temporary" | "omitted"): string[] =>
    dead.filter((one) => one.standing === standing).map(({ locator }) => locator);
  const notes: ShownNote[] = [];
  const temporary = of("temporary");
  if (temporary.length > 0) {
    const message = `${joinNames(temporary)} ${isAre(temporary)} temporary text that has expired, though still printed.`;
    notes.push({ code: "holds-temporary", severity: "warning", message });
  }
  const omitted = of("omitted");
  if (omitted.length > 0) {
    const message = `${joinNames(omitted)} ${isAre(omitted)} omitted by amendment.`;
    notes.push({ code: "holds-omitted", severity: "note", message });
  }
  return notes;
}

function isAre(names: readonly string[]): string {
  return names.length === 1 ? "is" : "are";
}
