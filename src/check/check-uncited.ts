// Takes a statement that cites nothing; says so, and whether anything the report lists would bear it out.
import { matchUnits, readSourceUnits, shareOf, weigh, type SourceUnit } from "../verify/align.ts";
import { shorten } from "../verify/check-statement.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import { readModals } from "../verify/modality.ts";
import { joinNames } from "../references/notes.ts";
import { nameSupport } from "../verify/name-supports.ts";
import type { CheckContext, Support } from "../verify/statement.ts";
import { contentStems, contentWords } from "../text/word-stems.ts";
import type { ReportStatement } from "./report.ts";

/** Shares of a statement's telling words from which on a listed source may be what it was drawn from. */
const drawn = { all: 0.6, unit: 0.45 };
/** A lead that makes requirements of the items under it. */
const demanding =
  /\b(?:essential|must|required?|requirements?|should|need(?:s|ed)?|mandatory|following polic(?:y|ies))\b/i;
/** A word this rare in the library tells what a statement is about. */
const telling = 0.45;

/** The sources that a part lists, read once for all its statements. */
export interface ListedTexts {
  readonly units: readonly SourceUnit[];
  readonly held: ReadonlySet<string>;
}

export function readListed(supports: readonly Support[]): ListedTexts {
  const units = readSourceUnits(supports);
  return { units, held: new Set(units.flatMap(({ around }) => [...around])) };
}

/** @param listed what an unmarked statement may rest on */
export function checkUncited(
  statement: ReportStatement,
  { units, held }: ListedTexts,
  context: CheckContext,
): Finding[] {
  const { kind, text, line } = statement;
  if (kind === "advice" || kind === "connective" || kind === "absence") return [];
  const binding = kind === "quote" || readModals(text).some(({ force }) => force === "must");
  const led =
    statement.lead !== null &&
    statement.headings.concat(statement.lead).some((entry) => demanding.test(entry));
  if (!binding && kind !== "requirement" && !led && units.length === 0) return [];
  const whole = [statement.label ?? "", text].join(" ");
  const stems = contentStems(whole);
  if (stems.size < 3) return [];
  const said = { text: shorten(text) };
  if (units.length === 0) {
    const severity = binding ? "error" : "warning";
    const args = { variant: "nothing-listed", ...said } as const;
    return [makeFinding("statement-uncited", args, { line, severity })];
  }
  const [best] = matchUnits(whole, units, context);
  if (
    best !== undefined &&
    best.covered >= drawn.unit &&
    shareOf(stems, held, context) >= drawn.all
  ) {
    const args = { variant: "listed", ...said, place: nameSupport(best.unit.support) } as const;
    return [makeFinding("statement-uncited", args, { line, severity: "warning" })];
  }
  const missing = missingWords(statement.label ?? "", text, held, context);
  if (missing.length === 0 && !binding) return [];
  const words = joinNames(missing.map((word) => `“${word}”`));
  const args =
    missing.length === 0
      ? ({ variant: "unborne", ...said } as const)
      : ({ variant: "unspoken", ...said, words } as const);
  const severity = binding || kind === "requirement" || led ? "error" : "warning";
  return [makeFinding("statement-uncited", args, { line, severity })];
}

/** Telling words that no source has; those of the label first, since they name the matter. */
function missingWords(
  label: string,
  text: string,
  held: ReadonlySet<string>,
  context: CheckContext,
): string[] {
  const rank = (part: string): string[] => {
    const words = contentWords(part).filter(
      ({ stem }) => !held.has(stem) && weigh(context, stem) >= telling,
    );
    const ranked = words.sort((a, b) => weigh(context, b.stem) - weigh(context, a.stem));
    return ranked.map((word) => word.text);
  };
  return [...new Set([...rank(label), ...rank(text)])].slice(0, 3);
}
