// Takes a problem of a document; gives it as a sentence, with the pages it concerns.
import type { Problem } from "../document.ts";
import { formatPages } from "./format.ts";
import { sanitiseLine } from "../text/sanitise.ts";

export function describeProblem({ message, pages }: Problem): string {
  const sentence = sanitiseLine(message);
  if (pages.length === 0) return sentence;
  return `${sentence.replace(/\.$/, "")} (${formatPages(pages)}).`;
}
