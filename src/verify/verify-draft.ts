// Takes what an engine composed; gives everything found wrong with it.
import { claimsOf, type Draft, type DraftClaim, type DraftLine } from "../compose/draft.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { checkStatement } from "./check-statement.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import { blankQuotes } from "./quotes.ts";
import { toSupport, type LeadInOf } from "./read-evidence.ts";
import type { CheckContext, Statement, StatementKind } from "./statement.ts";
import { contentStems } from "./words.ts";

export interface DraftContext extends CheckContext {
  readonly leadInOf?: LeadInOf;
}

/**
 * A statement against the evidence it cites, for engines that check as they go.
 * @param evidence what the statement cites, each passage once
 */
export function checkAgainstEvidence(
  statement: Statement,
  evidence: readonly Evidence[],
  context: DraftContext,
): Finding[] {
  return checkStatement(
    statement,
    evidence.map((entry) => toSupport(entry, context.leadInOf)),
    context,
  );
}

/** Findings of all claims in the order of the draft; each claim must rest on the quotes it carries. */
export function verifyDraft(draft: Draft, context: DraftContext): Finding[] {
  return claimsOf(draft).flatMap((claim) => verifyClaim(claim, context));
}

/** Kinds that an engine may give its claims (src/compose/draft.ts); claims without one are read by their words. */
const draftKinds: Readonly<Record<string, StatementKind>> = {
  statement: "requirement",
  requirement: "requirement",
  advice: "advice",
  connective: "connective",
};

function verifyClaim(claim: DraftClaim, context: DraftContext): Finding[] {
  const findings: Finding[] = [];
  const all = claim.lines.flatMap(({ quotes }) => quotes);
  for (const line of claim.lines) {
    const quotes = line.quotes.length > 0 ? line.quotes : all;
    const evidence = [...new Set(quotes.map((quote) => quote.evidence))];
    const statement = { text: stripEmphasis(line.text), kind: kindOf(claim, line) };
    findings.push(...checkSlices(line), ...checkAgainstEvidence(statement, evidence, context));
  }
  return findings;
}

function kindOf(claim: DraftClaim & { readonly kind?: string }, line: DraftLine): StatementKind {
  const said = claim.kind === undefined ? undefined : draftKinds[claim.kind];
  if (said !== undefined) return said;
  // "**Guide 10.12**: “…”": a name and the document's own words.
  const left = contentStems(blankQuotes(stripEmphasis(line.text.replace(/^\*\*[^*]+\*\*:?/, ""))));
  if (left.size > 0) return "requirement";
  // "**Regulations, Schedule 1**, 22 paragraphs:" only names what the lines under it quote.
  return /[“"]/.test(line.text) ? "quote" : "connective";
}

/** A quote must lie inside its passage. */
function checkSlices(line: DraftLine): Finding[] {
  return line.quotes
    .filter(
      ({ evidence, start, end }) => start < 0 || end > evidence.passage.text.length || start >= end,
    )
    .map(({ evidence }) => {
      const place = `${evidence.document.short} ${evidence.passage.locator ?? ""}`.trim();
      const args = { variant: "absent", place } as const;
      return makeFinding("quote-not-on-page", args, { reference: line.text });
    });
}

/** Markdown emphasis and code marks taken out. */
function stripEmphasis(text: string): string {
  return text
    .replaceAll(/\*\*|__|`/g, "")
    .replaceAll(/(^|\s)[*_](\S[^*_]*\S|\S)[*_](?=[\s.,;:)]|$)/g, "$1$2");
}
