// Takes an element of a parsed web page; says whether it is furniture, and tells of words that are left out.
import { HTMLElement, NodeType, type Node } from "node-html-parser";
import { setOfWords } from "../../lists.ts";
import { cleanText } from "../../text/clean-text.ts";
import { leaveOut, type Losses } from "../losses.ts";
import type { LeftOut } from "../page.ts";

const dropped = setOfWords(
  "script style noscript template head nav footer aside form button select option input textarea dialog svg canvas object iframe audio video img",
);
const droppedRoles = setOfWords("navigation banner contentinfo search complementary dialog");
/** Elements whose text does not run on from what stands before them. */
export const blocks = setOfWords(
  "address article blockquote body caption center dd details div dl dt fieldset figcaption figure header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul",
);
/** What has no words of its own to be left out. */
const wordless = setOfWords(
  "script style noscript template head svg canvas object iframe audio video img input textarea",
);

/** @param keepsHeaders whether a <header> holds the title of the part, and is none of the site */
export function isFurniture(node: HTMLElement, keepsHeaders: boolean): boolean {
  const tag = tagOf(node);
  if (dropped.has(tag) || (tag === "header" && !keepsHeaders)) return true;
  return droppedRoles.has((node.getAttribute("role") ?? "").toLowerCase());
}

/** Leaves a node's words out, if it has any. */
export function noteLeftOut(node: Node, reason: LeftOut["reason"], losses: Losses): void {
  leaveOut(losses, reason, cleanText(wordsIn(node)));
}

function wordsIn(node: Node): string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.text;
  if (!(node instanceof HTMLElement) || wordless.has(tagOf(node))) return "";
  const gap = blocks.has(tagOf(node)) ? " " : "";
  return gap + node.childNodes.map(wordsIn).join("") + gap;
}

/** In small letters. */
export function tagOf(node: HTMLElement): string {
  return (node.rawTagName ?? "").toLowerCase();
}
