// Takes what a statement cites; gives the provisions that these texts refer to, where its conditions may stand.
import { matchUnits, readSourceUnits } from "../verify/align.ts";
import type { SentenceClaim } from "../verify/rules/rule.ts";
import type { CheckContext, Statement, Support } from "../verify/statement.ts";
import { provisionSupport } from "./provision-support.ts";
import type { ReportLibrary } from "./report-library.ts";

/** Texts longer than this refer to too much for a reference to say what a statement is about. */
const longestText = 2500;

/** Provisions of law that guidance refers to; texts of the supports themselves left out. */
export function findReferredLaw(supports: readonly Support[], library: ReportLibrary): Support[] {
  const found = new Map<string, Support>();
  for (const { text, document } of supports) {
    if (document.authority === "legislation" || text.length > longestText) continue;
    for (const reference of library.view.parse(text)) {
      if (reference.relative || reference.targets.length === 0) continue;
      for (const { status, reading } of library.view.resolve(reference, [document.id])) {
        if (status !== "found") continue;
        for (const { documentId, ordinal } of reading?.places ?? []) {
          const loaded = library.load(documentId);
          const provision = ordinal === null ? undefined : loaded?.provisions[ordinal];
          if (!loaded || provision === undefined || loaded.info.authority !== "legislation")
            continue;
          found.set(
            `${documentId}#${ordinal}`,
            provisionSupport(loaded.info, loaded.provisions, provision),
          );
        }
      }
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
