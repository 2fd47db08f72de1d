// Takes a statement, the texts it cites and a view of the library; gives everything found wrong with it.
import { findSentences } from "../text/sentences.ts";
import { matchUnits, readSourceUnits } from "./align.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import { bestOfEach } from "../lists.ts";
import { readQuantities } from "../text/quantities.ts";
import { blankOut } from "./quotes.ts";
import { checkAttribution } from "./rules/check-attribution.ts";
import { checkAuthority } from "./rules/check-authority.ts";
import { checkClauses } from "./rules/check-clauses.ts";
import { checkConditions } from "./rules/check-conditions.ts";
import { checkDutyHolder } from "./rules/check-duty-holder.ts";
import { checkForce } from "./rules/check-force.ts";
import { checkJoined } from "./rules/check-joined.ts";
import { checkLists } from "./rules/check-lists.ts";
import { checkNumbers } from "./rules/check-numbers.ts";
import { checkOpposites } from "./rules/check-opposites.ts";
import { checkQuotes } from "./rules/check-quotes.ts";
import { checkRecipients } from "./rules/check-recipients.ts";
import { checkReferences } from "./rules/check-references.ts";
import { checkSupport } from "./rules/check-support.ts";
import { checkWording } from "./rules/check-wording.ts";
import type { SentenceClaim, SentenceRule } from "./rules/rule.ts";
import type { CheckContext, Statement, Support } from "./statement.ts";
import { contentStems } from "../text/word-stems.ts";

/** Rules that read a sentence against its sources. The wording of a close copy tells most, so it comes first. */
const sentenceRules: readonly SentenceRule[] = [
  checkWording,
  checkForce,
  checkDutyHolder,
  checkRecipients,
  checkNumbers,
  checkLists,
  checkOpposites,
  checkConditions,
  checkClauses,
  checkJoined,
  checkAttribution,
  checkSupport,
];

/**
 * Everything that can be said of a statement from what it cites: errors where a reader would be misled, warnings where
 * someone should look, notes otherwise. Pure; the same arguments give the same findings in the same order.
 * @param supports what the statement cites; none when it cites nothing
 */
export function checkStatement(
  statement: Statement,
  supports: readonly Support[],
  context: CheckContext,
): Finding[] {
  return [...checkCited(statement, supports), ...checkContent(statement, supports, context)];
}

/**
 * The same, but for whether the statement cites anything.
 * @param pages where its quotations must stand, if that is not what the rest is read against
 */
export function checkContent(
  statement: Statement,
  supports: readonly Support[],
  context: CheckContext,
  pages: readonly Support[] = supports,
): Finding[] {
  if (statement.kind === "absence") return [];
  const findings = [
    ...checkQuotes(statement, pages),
    ...checkReferences(statement, supports, context),
    ...checkAuthority(statement, supports),
  ];
  const { kind } = statement;
  if (supports.length > 0 && kind !== "connective" && kind !== "quote") {
    for (const claim of readSentences(statement, supports, context)) {
      for (const rule of sentenceRules) findings.push(...rule(claim).map(soften(claim)));
    }
  }
  // Two rules may find the same of the same words; the first, and the graver, says it.
  return bestOfEach(findings, keyOf, isGraver);
}

const ofContrast = new Set(["negation-changed", "wrong-duty-holder", "wording-changed"]);

/** "the provider, not the manager, …" names the other only to set it apart. */
function soften({ sentence, context }: SentenceClaim): (finding: Finding) => Finding {
  const contrasts =
    context.strict === true && /,\s+(?:and )?not (?:the|an?|its|by|to|on|for|in)\b/i.test(sentence);
  return (finding) =>
    contrasts && finding.severity === "error" && ofContrast.has(finding.code)
      ? { ...finding, severity: "warning" }
      : finding;
}

function checkCited(statement: Statement, supports: readonly Support[]): Finding[] {
  if (supports.length > 0) return [];
  const { kind, line } = statement;
  if (kind === "advice" || kind === "connective" || kind === "absence") return [];
  const variant = kind === "quote" ? "quotation" : "statement";
  const args = { variant, text: shorten(statement.text) } as const;
  return [makeFinding("statement-uncited", args, { line })];
}

export function shorten(text: string, most = 90): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/\s+\S*$/, "")} …`;
}

/** Sentences of a statement, quotations blanked out, and where each begins. */
export function sentencesOf({ text, quotes }: Statement): { sentence: string; start: number }[] {
  const blanked = blankOut(text, quotes);
  return findSentences(blanked).map(({ start, end }) => ({
    sentence: blanked.slice(start, end),
    start,
  }));
}

/** Those with something to say. */
function readSentences(
  statement: Statement,
  supports: readonly Support[],
  context: CheckContext,
): SentenceClaim[] {
  const units = readSourceUnits(supports);
  return sentencesOf(statement).flatMap(({ sentence, start }) => {
    const end = start + sentence.length;
    const references = statement.references
      .filter((reference) => reference.start >= start && reference.end <= end)
      .map((reference) => ({ start: reference.start - start, end: reference.end - start }));
    const limits = readQuantities(sentence, references).some(
      ({ kind }) => kind !== "count" && kind !== "year",
    );
    if (contentStems(sentence).size < 2 && !limits) return [];
    const matches = matchUnits(sentence, units, context);
    return [{ statement, sentence, references, supports, units, matches, context }];
  });
}

function isGraver(one: Finding, held: Finding): boolean {
  return one.severity === "error" && held.severity !== "error";
}

/** What two findings on the same have in common. */
function keyOf({ code, line, reference, message }: Finding): string {
  // One word changed shows in the force of the sentence as well.
  const once = ["must-for-should", "should-for-must", "negation-changed", "wrong-duty-holder"];
  return `${code}|${line ?? ""}|${once.includes(code) ? "" : (reference ?? message)}`;
}
