// Takes what was read of a file; tells whether it is a report, with sources of its own, or a provider's document.
import { familyOf } from "../place/address.ts";
import type { Reference } from "../references/reference.ts";
import type { ReferenceView } from "../verify/statement.ts";
import type { Report } from "./report.ts";

/**
 * - `own-report`: charm's own
 * - `report`: anybody's that cites sources: by markers, by a list of files and pages, or by pages in its sentences
 * - `policy`: what a provider lays down for itself
 */
export const checkedKinds = ["own-report", "report", "policy"] as const;

export type CheckedKind = (typeof checkedKinds)[number];

export function tellKind({ parts }: Report, view: Pick<ReferenceView, "parse">): CheckedKind {
  const statements = parts.flatMap((part) => part.statements);
  const marked = statements.some(({ markers }) => markers.length > 0);
  // Policies list what they rest on as well, but not by file or page.
  const listed = parts.some(({ sources }) =>
    sources.some(({ file, page }) => file !== null || page !== null),
  );
  if (!marked && !listed) {
    const paged = statements.some(({ text }) => view.parse(text).some(citesPage));
    return paged ? "report" : "policy";
  }
  return parts.some(({ question }) => question !== null) ? "own-report" : "report";
}

/** "(Guide, page 53)". */
function citesPage({ document, targets, pages }: Reference): boolean {
  const page = pages !== null || targets.some(({ address }) => familyOf(address) === "page");
  return page && document !== null && document.kind !== "self";
}
