// Takes what the reading of a file leaves out; gives it to read, page by page, each line with its reason.
import { groupBy } from "../lists.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import { wrapIndented } from "../text/wrap.ts";
import type { ShownLeftOut } from "../use-cases/show-left-out.ts";
import { countOf, formatPlace } from "./format.ts";
import type { Look } from "./terminal/style.ts";

type Entry = ShownLeftOut["leftOut"][number];

/** Why a line is left out, as its reader is told. */
const reasons: Record<Entry["reason"], string> = {
  contents: "table of contents",
  "running-head": "header or footer",
  "page-number": "page number",
  watermark: "watermark",
  invisible: "cannot be seen",
  struck: "struck through",
  hidden: "hidden",
  deleted: "deleted",
  menu: "menu of a web page",
  turned: "turned or slanting",
  comment: "comment",
  notice: "notice of a program",
};

export function renderLeftOut({ file, leftOut }: ShownLeftOut, options: Look): string {
  const { style } = options;
  const head = [
    style.bold(sanitiseLine(file)),
    style.dim(
      leftOut.length === 0
        ? "Nothing is left out."
        : `${countOf(leftOut.length, "piece")} left out.`,
    ),
  ];
  const pages = [...groupBy(leftOut, ({ page }) => page).values()].flatMap((entries) =>
    renderPage(entries, options),
  );
  return `${[...head, ...pages].join("\n")}\n`;
}

function renderPage(entries: readonly Entry[], options: Look): string[] {
  const [first] = entries;
  const place = formatPlace({ ...(first ?? { page: null }), locator: null });
  return [
    "",
    ...(place === "" ? [] : [options.style.cyan(place)]),
    ...entries.flatMap(({ reason, text }) =>
      wrapIndented(`${reasons[reason]}: ${sanitiseLine(text)}`, "  ", options),
    ),
  ];
}
