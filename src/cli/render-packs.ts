// Takes the packs; gives them as a list to choose from.
import { sanitiseLine } from "../text/sanitise.ts";
import { wrapIndented, wrapText } from "../text/wrap.ts";
import type { ListedPack } from "../use-cases/list-packs.ts";
import { countOf } from "./format.ts";
import type { Look } from "./terminal/style.ts";

export function renderPacks(packs: readonly ListedPack[], look: Look): string {
  const lines = packs.flatMap(({ name, title, about, requirements }, i) => {
    const head = `${sanitiseLine(name)} (${countOf(requirements.length, "requirement")})`;
    return [
      ...(i === 0 ? [] : [""]),
      ...wrapText(head, look.width).map((line) => look.style.bold(line)),
      ...wrapIndented(sanitiseLine(title), "  ", look),
      ...wrapIndented(sanitiseLine(about), "  ", look),
    ];
  });
  return `${lines.join("\n")}\n`;
}
