// Takes the sets of requirements; gives them as a list to choose from.
import { sanitiseLine } from "../text/sanitise.ts";
import { wrapIndented, wrapText } from "../text/wrap.ts";
import type { ListedSet } from "../use-cases/find-gaps.ts";
import { countOf } from "./format.ts";
import type { Look } from "./terminal/style.ts";

export function renderSets(sets: readonly ListedSet[], look: Look): string {
  const lines = sets.flatMap(({ name, title, about, rows }, i) => {
    const head = `${sanitiseLine(name)} (${countOf(rows, "requirement")})`;
    return [
      ...(i === 0 ? [] : [""]),
      ...wrapText(head, look.width).map((line) => look.style.bold(line)),
      ...wrapIndented(sanitiseLine(title), "  ", look),
      ...wrapIndented(sanitiseLine(about), "  ", look),
    ];
  });
  return `${lines.join("\n")}\n`;
}
