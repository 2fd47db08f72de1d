// Compares what a sentence says that its words come from (the law, the Guide, the home's plan) with what it was quoted from.
import { closeMatches, type SourceUnit } from "../align.ts";
import { carriesDuties, type Authority } from "../../document.ts";
import type { Finding } from "../../findings/finding.ts";
import { findAgainst, type SentenceClaim } from "./rule.ts";

const says =
  "(?:itself |themselves )?(?:\\w+ly |also )?(?:says?|requires?|obliges?|demands?|states?|lays? down|provides?|sets?|allows?|permits?|lets?|forbids?|prohibits?|bans?|makes?|gives?|wants?|expects?|insists?|asks?|recommends?|advises?|suggests?|calls? for)\\b";
/** "Regulation 23 itself says", "by law", "a statutory duty". */
const asLaw = new RegExp(
  `\\b(?:(?:regulations?|sections?|schedules?) \\d[\\w()]*|the (?:[\\w’']+ ){0,2}(?:regulations|law|act)|the law) ${says}|\\b(?:by|according to the|required by) law\\b|\\baccording to the regulations\\b|\\blegally\\b|\\b(?:legal|statutory) (?:dut(?:y|ies)|requirements?|obligations?)\\b`,
  "i",
);
const asGuidance = new RegExp(
  `\\b(?:the )?(?:guide|(?:statutory )?guidance) ${says}|\\baccording to (?:the )?(?:guide|guidance)\\b`,
  "i",
);
/** Guidance that speaks of the law may be what a sentence about the law is drawn from. */
const ofLaw =
  /\b(?:regulations?|sections?|schedules?|articles?) \d|\bthe (?:[\w’']+ )?(?:regulations|act|law)\b|\bAct \d{4}|\bby law\b|\blegal(?:ly)?\b|\bstatutory (?:dut|requirement|obligation)|\blawful|\bunlawful/i;

/** What only guidance or a plan says told as law, and the reverse; of statements that a model wrote and quoted for. */
export function checkAttribution(claim: SentenceClaim): readonly Finding[] {
  if (claim.context.strict !== true || claim.statement.kind !== "requirement") return [];
  const close = closeMatches(claim.matches).map(({ unit }) => unit);
  const [best] = close;
  if (best === undefined) return [];
  const law = asLaw.exec(claim.sentence)?.[0];
  if (law !== undefined && !close.some(speaksForLaw)) {
    const variant = carriesDuties(authorityOf(best)) ? "guidance" : "plan";
    return [attribute(claim, best, variant, law)];
  }
  const guidance = asGuidance.exec(claim.sentence)?.[0];
  const onlyLaw = claim.supports.every(({ document }) => document.authority === "legislation");
  return guidance !== undefined && onlyLaw ? [attribute(claim, best, "law", guidance)] : [];
}

function authorityOf({ support }: SourceUnit): Authority {
  return support.document.authority;
}

function speaksForLaw(unit: SourceUnit): boolean {
  return authorityOf(unit) === "legislation" || ofLaw.test(`${unit.lead} ${unit.text}`);
}

function attribute(
  claim: SentenceClaim,
  { support }: SourceUnit,
  variant: "guidance" | "plan" | "law",
  reference: string,
): Finding {
  const options = { reference, severity: "error" } as const;
  return findAgainst(claim, support, "guidance-as-law", { variant }, options);
}
