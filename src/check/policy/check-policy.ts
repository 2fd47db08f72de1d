// Takes a provider's own document and a library; gives every finding on it, in the order of its text.
import type { Finding } from "../../findings/finding.ts";
import { firstOfEach } from "../../lists.ts";
import { compareText } from "../../text/compare-text.ts";
import { isFieldGuide, isFieldLaw } from "../../field/of-field.ts";
import { checkAppendices } from "./check-appendices.ts";
import { checkBlanks } from "./check-blanks.ts";
import { checkCopies } from "./check-copies.ts";
import { checkLimits, openLimits } from "./check-limits.ts";
import { checkMatter } from "./check-matter.ts";
import { checkOtherHomes } from "./check-other-homes.ts";
import { checkQuotations, type FoldedTexts } from "./check-quotations.ts";
import { checkPolicyReferences } from "./check-references.ts";
import { checkReplaced } from "./check-replaced.ts";
import { checkReviewDate } from "./check-review-date.ts";
import { openMatters } from "./matter-library.ts";
import { sectionOf, type Piece, type Policy } from "./policy.ts";
import type { PolicyLibrary } from "./policy-library.ts";
import { readSourceWords, type SourceWords } from "./source-words.ts";

/** Words of law and guidance, of which policies are likely to copy. */
export function sourceWordsOf({ loaded }: Pick<PolicyLibrary, "loaded">): SourceWords {
  return readSourceWords(loaded.filter(({ info }) => isFieldLaw(info) || isFieldGuide(info)));
}

/**
 * What the provider lays down for itself, its rules, figures and section numbers, is not looked into. The same policy,
 * library and day give the same findings.
 */
export async function checkPolicy(
  { pieces }: Policy,
  library: PolicyLibrary,
  source: SourceWords,
): Promise<Finding[]> {
  const found = [
    ...checkReplaced(pieces),
    ...checkBlanks(pieces, library.view),
    ...checkReviewDate(pieces, library.today),
    ...checkAppendices(pieces),
    ...(library.otherNames === null ? [] : checkOtherHomes(pieces, library.otherNames)),
    ...checkCopies(pieces, source, library),
  ];
  const folded: FoldedTexts = new Map();
  const limits = openLimits(library);
  const matters = openMatters(library);
  for (const [piece, each] of pieces.entries()) {
    const own = [
      ...checkPolicyReferences(each.text, library),
      ...checkQuotations(each, library, folded),
      ...checkLimits(each, library, limits),
      ...(await checkMatter(each, matters)),
    ];
    for (const finding of own) found.push({ piece, finding });
  }
  found.sort((a, b) => a.piece - b.piece || compareText(a.finding.code, b.finding.code));
  const distinct = firstOfEach(found, ({ piece, finding }) => keyOf(piece, finding));
  return distinct.flatMap(({ piece, finding }) => {
    const at = pieces[piece];
    return at === undefined ? [] : [placeOn(at, finding)];
  });
}

/** With the place of the piece that it is on. */
export function placeOn(at: Piece, finding: Finding): Finding {
  const { line, page } = at;
  const place = line === null ? { section: sectionOf(at), page, within: at.text } : { line };
  return { ...finding, ...place };
}

/** A wrong reference is mended wherever it stands; of a name or a term it is enough to be told once. */
function keyOf(piece: number, { code, message, reference }: Finding): string {
  const everywhere = ["reference-missing", "another-matter", "expired-text-cited"].includes(code);
  return `${everywhere ? piece : ""}|${code}|${reference ?? ""}|${message}`;
}
