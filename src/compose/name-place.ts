// Takes evidence and a locator; gives the name a reader would cite it by.
import type { DocumentInfo } from "../document.ts";

/** "Regulations, regulation 28(2)", "Guide 10.12", "Larkrise plan, section “Staffing”". */
export function namePlace(
  document: DocumentInfo,
  locator: string | null,
  trail: readonly string[],
): string {
  if (locator === null) {
    const heading = trail.at(-1);
    return heading ? `${document.short}, “${heading}”` : document.short;
  }
  if (document.authority !== "legislation" || !/^\d/.test(locator))
    return `${document.short} ${locator}`;
  return `${document.short}, ${unitWord(document)} ${locator}`;
}

/** Acts have sections; regulations and orders do not. */
export function unitWord(document: Pick<DocumentInfo, "title">): "section" | "regulation" {
  return /\bAct\b/.test(document.title) && !/regulations|order|rules/i.test(document.title)
    ? "section"
    : "regulation";
}
