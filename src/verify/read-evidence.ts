// Takes evidence that a statement cites; gives it as supports.
import type { Evidence } from "../retrieve/evidence.ts";
import type { Support } from "./statement.ts";

/** What a passage hangs from when it begins inside a provision; null when that is not known, or nothing. */
export type LeadInOf = (evidence: Evidence) => string | null;

/** Its lead-ins as retrieval attached them. */
export function attachedLeadIn({ leads = [] }: Evidence): string | null {
  const texts = leads.map(({ passage, start, end }) => passage.text.slice(start, end).trim());
  return texts.length === 0 ? null : texts.join(" ");
}

export function toSupport(evidence: Evidence, leadInOf: LeadInOf = attachedLeadIn): Support {
  const { passage, document } = evidence;
  const { text, page, pageEnd, locators, trail, standing } = passage;
  return { document, text, leadIn: leadInOf(evidence), page, pageEnd, locators, trail, standing };
}
