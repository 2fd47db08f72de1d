// Takes an item of a list of a web page; gives the number that a browser prints before it.
import { HTMLElement } from "node-html-parser";
import { type Counting, printNumber } from "../office/printed-number.ts";
import { tagOf } from "./html-left-out.ts";
import type { Looks, Shade } from "./html-looks.ts";

/** Number of the next item of each list met. */
export type ItemCounters = Map<HTMLElement, number>;

/** What attributes call the ways of counting. */
const types: ReadonlyMap<string, string> = new Map([
  ["1", "decimal"],
  ["a", "lower-alpha"],
  ["A", "upper-alpha"],
  ["i", "lower-roman"],
  ["I", "upper-roman"],
]);
const countings: ReadonlyMap<string, Counting> = new Map([
  ["lower-alpha", "lower-letter"],
  ["lower-latin", "lower-letter"],
  ["upper-alpha", "upper-letter"],
  ["upper-latin", "upper-letter"],
  ["lower-roman", "lower-roman"],
  ["upper-roman", "upper-roman"],
]);

/**
 * Counts the item. "" for bullets, for items that print none, and for ways of counting that are not known here.
 * @param around shade of what the item stands in
 */
export function itemNumber(
  item: HTMLElement,
  counters: ItemCounters,
  looks: Looks,
  around: Shade,
): string {
  const list = item.parentNode;
  const { value, isGone } = looks(item, around);
  const display = value("display");
  if (!list || isGone || (display !== "" && !display.includes("list-item"))) return "";
  const step = list.hasAttribute("reversed") && tagOf(list) === "ol" ? -1 : 1;
  const number =
    integer(item.getAttribute("value")) ?? counters.get(list) ?? firstOf(list, step, looks, around);
  counters.set(list, number + step);
  return printed(
    number,
    value("list-style-type") || typeOf(item) || typeOfList(list, looks, around),
  );
}

function firstOf(list: HTMLElement, step: number, looks: Looks, around: Shade): number {
  const start = integer(list.getAttribute("start"));
  if (start !== null) return start;
  if (step > 0) return 1;
  const isItem = (node: unknown) =>
    node instanceof HTMLElement && tagOf(node) === "li" && !looks(node, around).isGone;
  return list.childNodes.filter(isItem).length;
}

function typeOf(element: HTMLElement): string {
  const type = (element.getAttribute("type") ?? "").trim();
  return types.get(type) ?? type;
}

function typeOfList(list: HTMLElement, looks: Looks, around: Shade): string {
  const { value } = looks(list, around);
  return value("list-style-type") || typeOf(list) || (tagOf(list) === "ol" ? "decimal" : "disc");
}

/** Browsers fall back on figures where letters do not reach. */
function printed(number: number, type: string): string {
  const counting = countings.get(type);
  if (type === "decimal-leading-zero" && number >= 0) return `${String(number).padStart(2, "0")}.`;
  if (counting === undefined) return type === "decimal" ? `${number}.` : "";
  return `${printNumber(number, counting) || number}.`;
}

/** What stands behind the figures is passed over; numbers that no browser holds are none. */
function integer(text: string | undefined): number | null {
  const found = /^\s*([-+]?\d+)/.exec(text ?? "")?.[1];
  return found !== undefined && Math.abs(Number(found)) < 2 ** 31 ? Number(found) : null;
}
