// Takes what a statement cites; gives the provisions that these texts refer to, where its conditions may stand.
import { matchUnits, readSourceUnits } from "../verify/align.ts";
import type { SentenceClaim } from "../verify/rules/rule.ts";
import type { CheckContext, Statement, Support } from "../verify/statement.ts";
import { findNamedProvisions } from "./find-named.ts";
import { provisionSupport } from "./provision-support.ts";
import type { ReportLibrary } from "./report-library.ts";

/** Texts longer than this refer to too much for a reference to say what a statement is about. */
const longestText = 2500;

/** Provisions of law that guidance refers to; texts of the supports themselves left out. */
export function findReferredLaw(supports: readonly Support[], library: ReportLibrary): Support[] {
  const found = new Map<string, Support>();
  for (const { text, document } of supports) {
    if (document.authority === "legislation" || text.length > longestText) continue;
    const references = library.view.parse(text).filter(({ relative }) => !relative);
    for (const { loaded, provision } of findNamedProvisions(references, [document.id], library)) {
      if (loaded.info.authority !== "legislation") continue;
      found.set(`${loaded.info.id}#${provision.ordinal}`, provisionSupport(loaded, provision));
    }
  }
  return [...found.values()];
}

/** The statement as one claim against some supports. */
export function readClaim(
  statement: Statement,
  supports: readonly Support[],
  context: CheckContext,
): SentenceClaim {
  const units = readSourceUnits(supports);
  const sentence = statement.text;
  return {
    statement,
    sentence,
    references: [],
    supports,
    units,
    matches: matchUnits(sentence, units, context),
    context,
  };
}
