// Warns of a claim that leaves out the condition, exception or time limit its source makes it depend on.
import type { UnitMatch } from "../align.ts";
import {
  allows,
  allowsOnly,
  findConditions,
  findWaivedLeave,
  hasLimits,
  isConditional,
  speaksOfTime,
} from "../conditions.ts";
import type { Finding } from "../../findings/finding.ts";
import { readModals, strongest } from "../modality.ts";
import { readQuantities } from "../../text/quantities.ts";
import { contentStems } from "../../text/word-stems.ts";
import { findAgainst, type SentenceClaim } from "./rule.ts";

/** The claim is mostly about what the unit says, or says all of a unit and more. */
function isAboutTheSame({ covered, echoed }: UnitMatch): boolean {
  return covered >= 0.55 || (covered >= 0.3 && echoed >= 0.7);
}

/** A condition of which the statement has this share is not left out. */
const mentioned = 0.34;

export function checkConditions(claim: SentenceClaim): readonly Finding[] {
  const { statement, sentence, matches } = claim;
  const best = matches.find(isAboutTheSame);
  if (best === undefined) return [];
  if (statement.kind === "advice") return [];
  const freed = findFreed(claim, best);
  if (freed !== null) return [freed];
  const enough = findEnough(claim, best);
  if (enough !== null) return [enough];
  if (readModals(sentence).length === 0) return [];
  const dropped = conditionOf(claim, best) ?? limitOf(claim, best);
  if (dropped === null) return [];
  return [findAgainst(claim, best.unit.support, "condition-dropped", { condition: dropped })];
}

/** What is allowed only so, told as allowed; or allowed without the consent that it needs. */
function findFreed(claim: SentenceClaim, { unit }: UnitMatch): Finding | null {
  const { sentence } = claim;
  const source = `${unit.lead} ${unit.text}`;
  if (allowsOnly(source) && allows(sentence) && !hasLimits(claim.statement.text)) {
    const condition = /\bonly\b[^;.—]{0,80}/i.exec(source)?.[0].trim() ?? "only";
    const severity = "error";
    return findAgainst(claim, unit.support, "condition-dropped", { condition }, { severity });
  }
  const waived = findWaivedLeave(sentence, source);
  if (waived === null) return null;
  const args = { variant: "waived", ...waived } as const;
  const reference = waived.claimed;
  return findAgainst(claim, unit.support, "negation-changed", args, { reference });
}

const sufficient =
  /(?<!\bfor )\b(?:as long as|so long as|provided(?: that)?|(?:is|are) (?:already )?enough|suffices?|sufficient to)\b/i;

/** One of several conditions that must all be met, told as the one that is enough. */
function findEnough({ statement, ...claim }: SentenceClaim, { unit }: UnitMatch): Finding | null {
  if (unit.lead === "" || !sufficient.test(claim.sentence)) return null;
  const list = claim.units.filter(
    ({ support, lead }) => support === unit.support && lead === unit.lead,
  );
  if (!list.some(({ text }) => /[;,]\s+and$/.test(text.trim()))) return null;
  const stems = contentStems(`${statement.lead ?? ""} ${statement.text} ${statement.about ?? ""}`);
  const dropped = list.find((other) => {
    const wanted = [...contentStems(other.text)];
    return (
      other !== unit && wanted.filter((stem) => stems.has(stem)).length < mentioned * wanted.length
    );
  });
  if (dropped === undefined) return null;
  const condition = dropped.text.replace(/[;,]?(?:\s+and)?$/, "");
  return findAgainst({ statement, ...claim }, unit.support, "condition-dropped", { condition });
}

function conditionOf(claim: SentenceClaim, { unit }: UnitMatch): string | null {
  const { lead = "", text: own, about = "" } = claim.statement;
  const whole = `${lead} ${own} ${about}`;
  const stems = contentStems(whole);
  const missing = findConditions(`${unit.lead} ${unit.text}`).find(({ text, timed }) => {
    if (timed) return !speaksOfTime(whole);
    const wanted = contentStems(text);
    const shared = [...wanted].filter((stem) => stems.has(stem)).length;
    return wanted.size > 1 && shared / wanted.size < mentioned;
  });
  if (missing === undefined) return null;
  return missing.timed || !isConditional(whole) ? missing.text : null;
}

/** A time limit of the same sentence, when the claim has no time at all. */
function limitOf(claim: SentenceClaim, { unit, echoed }: UnitMatch): string | null {
  // What may be done in it is not the duty that the time is set for.
  if (claim.context.strict === true && strongest(readModals(claim.sentence)) === "may") return null;
  if (echoed < 0.5 || isConditional(claim.statement.text)) return null;
  if (readQuantities(claim.statement.text).some(({ kind }) => kind === "time" || kind === "date"))
    return null;
  const limit = readQuantities(unit.text).find(
    ({ kind, bound }) => kind === "time" && bound === "within",
  );
  if (limit === undefined) return null;
  const from = unit.text.lastIndexOf(" within ", limit.start);
  return unit.text.slice(from < 0 ? limit.start : from, limit.end).trim();
}
