// Takes a statement with a bold label; tells whether the places the label names exist, are cited, and hold what is quoted.
import type { Provision } from "../structure/provision.ts";
import { checkContent } from "../verify/check-statement.ts";
import type { Finding } from "../findings/finding.ts";
import { findNamedProvisions } from "./find-named.ts";
import { provisionSupport } from "./provision-support.ts";
import { readStatement } from "../verify/read-statement.ts";
import { checkQuotes } from "../verify/rules/check-quotes.ts";
import type { CheckContext, Support } from "../verify/statement.ts";
import { citedBy, type PartSetting } from "./cite.ts";
import type { ReportStatement } from "./report.ts";

export function checkLabel(
  statement: ReportStatement,
  setting: PartSetting,
  context: CheckContext,
): Finding[] {
  const { label, line, text } = statement;
  if (label === null) return [];
  // What its markers stand for, whatever the text names.
  const marked = citedBy({ ...statement, text: "", context: [] }, setting);
  const named = { ...statement, text: label, context: [] };
  const { supports } = marked.any ? marked : citedBy(named, setting);
  const findings = checkContent(
    readStatement({ text: label, kind: "connective", line }, context.references),
    supports,
    context,
  );
  if (statement.kind !== "quote" || !marked.any || findings.length > 0) return findings;
  const units = namedUnits(label, setting);
  if (units.length === 0) return findings;
  return checkQuotes(readStatement({ text, kind: "quote", line }, null), units);
}

/** The whole paragraphs or regulations that a label names without doubt: a lead-in stands outside the clause named. */
function namedUnits(label: string, { library, scope }: PartSetting): Support[] {
  const named = findNamedProvisions(library.view.parse(label), scope, library);
  // Several headings may have one title.
  const numbered = named.filter(({ provision }) => provision.locator !== null);
  return numbered.map(({ loaded, provision }) =>
    provisionSupport(loaded, unitAround(loaded.provisions, provision)),
  );
}

const clauses: ReadonlySet<Provision["kind"]> = new Set(["clause", "definition"]);

function unitAround(provisions: readonly Provision[], provision: Provision): Provision {
  let at = provision;
  while (clauses.has(at.kind) && at.parent !== null) {
    const outer = provisions[at.parent];
    if (outer === undefined) break;
    at = outer;
  }
  return at;
}
