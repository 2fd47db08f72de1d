// Takes evidence and a locator; gives the name a reader would cite it by.
import type { DocumentInfo } from "../document.ts";

/** "Regulation 28(2)", "Fire Order, regulation 5(1)", "Guide 10.12", "Larkrise plan, section “Staffing”". */
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
  const unit = unitWord(document);
  // "Regulations, regulation 28" says one thing twice.
  if (document.short.toLowerCase() === `${unit}s`)
    return `${document.short.slice(0, -1)} ${locator}`;
  return `${document.short}, ${unit} ${locator}`;
}

/** Acts have sections; regulations and orders do not. */
export function unitWord(document: Pick<DocumentInfo, "title">): "section" | "regulation" {
  return /\bAct\b/.test(document.title) && !/regulations|order|rules/i.test(document.title)
    ? "section"
    : "regulation";
}
