// Compares how strongly a claim speaks with how strongly its source does: must, should, may, and what is forbidden.
import { closeMatches, type SourceUnit, type UnitMatch } from "../align.ts";
import { readClause, type Deed } from "../clause.ts";
import { readBearers } from "../duty-holders.ts";
import type { Finding } from "../../findings/finding.ts";
import {
  affirms,
  appraises,
  bounds,
  denies,
  deniesInWord,
  readModals,
  strongest,
  waives,
  type Force,
  type Modal,
} from "../modality.ts";
import { readQuantities } from "../../text/quantities.ts";
import { contentStems } from "../../text/word-stems.ts";
import type { Support } from "../statement.ts";
import { findAgainst, type SentenceClaim } from "./rule.ts";

/** Share of a claim that a match must cover to be about the same, and to be surely so. */
const aboutTheSame = { perhaps: 0.38, surely: 0.5 };

export function checkForce(claim: SentenceClaim): readonly Finding[] {
  const claimed = readModals(claim.sentence);
  const [best] = claim.matches;
  if (best === undefined || best.covered < aboutTheSame.perhaps) return [];
  if (claim.statement.kind === "advice") return [];
  const close = closeMatches(claim.matches).filter(
    ({ covered }) => covered >= aboutTheSame.perhaps,
  );
  const compared = { claim, claimed, best, close, support: best.unit.support };
  const found = [
    ...compareForces(compared),
    ...compareLimits(claim, claimed),
    ...compareDenials(compared),
  ];
  if (best.covered >= aboutTheSame.surely) return found;
  return found.map((finding) => ({ ...finding, severity: "warning" }));
}

/** A claim beside what its sources say of the same. */
interface Comparison {
  readonly claim: SentenceClaim;
  /** Modals of the claim. */
  readonly claimed: readonly Modal[];
  readonly best: UnitMatch;
  /** The best match and those nearly as good. */
  readonly close: readonly UnitMatch[];
  /** The source of the best match. */
  readonly support: Support;
}

/** Modals of a unit's own words; of the lead-ins when its own have none. */
function modalsOf({ unit }: UnitMatch): Modal[] {
  const own = readModals(unit.text);
  return own.length > 0 ? own : readModals(unit.lead);
}

function compareForces({ claim, claimed, close, support }: Comparison): Finding[] {
  const force = strongest(claimed);
  if (force === null) return [];
  const said = new Set(close.flatMap((match) => forcesOf(match)));
  const modal = claimed.find((entry) => entry.force === force);
  const words = modal?.words ?? force;
  const weak = modal?.firm !== true;
  // "Regulation 35 requires a policy, which should …" takes each from its own sentence.
  const mixed = new Set(claimed.map((entry) => entry.force)).size > 1;
  if (mixed)
    for (const match of claim.matches.filter(isTouched))
      forcesOf(match).forEach((one) => said.add(one));
  if (force === "must" && !said.has("must")) {
    const other = said.has("should") ? "should" : said.has("may") ? "may" : null;
    if (other === null && claim.statement.kind !== "requirement") return [];
    // "cannot" tells as well that there is no way to.
    const unable = modal?.negative === true && weak;
    if (other === null && unable && close.some(({ unit }) => denies(unit.text))) return [];
    const severity = weak || other === null ? "warning" : "error";
    const args = { variant: other ?? "silent", claimed: words } as const;
    const options = { reference: words, severity } as const;
    return [findAgainst(claim, support, "must-for-should", args, options)];
  }
  if (force === "should" && said.has("must") && !said.has("should")) {
    const severity = weak || !close.some(bindsFirmly) ? "warning" : "error";
    const args = { variant: "must", claimed: words } as const;
    const options = { reference: words, severity } as const;
    return [findAgainst(claim, support, "should-for-must", args, options)];
  }
  // A plain "may" can tell of a condition ("a person may manage if …"); these words cannot.
  const waiver = claimed.find(waives);
  const waived = close.some(({ unit }) => excuses(`${unit.lead} ${unit.text}`));
  if (force === "may" && waiver !== undefined && demands(said) && !waived) {
    const variant = said.has("must") ? "must" : "should";
    const args = { variant, claimed: waiver.words } as const;
    // "does not have to be proved" lets nobody off a duty to notify.
    const deed = readClause(claim.sentence).deeds.find((one) => one.modal.start === waiver.start);
    const other =
      deed !== undefined && deed.verb !== null && !close.some(({ unit }) => holdsVerb(unit, deed));
    const severity = claim.context.strict === true && other ? "warning" : "error";
    // "need not be there on the first day" leaves the rest of the sentence to say when.
    if (
      /[;:,]/.test(claim.sentence.slice(waiver.end)) &&
      forNow.test(claim.sentence.slice(waiver.end))
    )
      return [];
    const options = { reference: waiver.words, severity } as const;
    return [findAgainst(claim, support, "should-for-must", args, options)];
  }
  return [];
}

const forNow =
  /^[^;:.]*\b(?:on the first day|at (?:the (?:start|outset|beginning)|once)|from the (?:start|outset)|immediately|straight away|yet)\b/i;

/** Whether a unit speaks of a deed by the same verb. */
export function holdsVerb({ stems, lead }: SourceUnit, { verb }: Deed): boolean {
  return verb !== null && (stems.has(verb) || contentStems(lead).has(verb));
}

function demands(said: ReadonlySet<Force>): boolean {
  return (said.has("must") || said.has("should")) && !said.has("may");
}

/** Lets somebody off: a statement that does so as well may have it from here. */
function excuses(text: string): boolean {
  const lets = readModals(text).some((modal) => waives(modal) || modal.negative);
  return lets || /\b(?:do|does|did|shall|will) not apply\b/i.test(text);
}

/** Of some part of a claim that says several things. */
function isTouched({ covered }: UnitMatch): boolean {
  return covered >= 0.2;
}

/** "must … within 24 hours", with the duty from law and the time from guidance that only advises it. */
function compareLimits(claim: SentenceClaim, claimed: readonly Modal[]): Finding[] {
  if (!claimed.some(({ force, firm }) => force === "must" && firm)) return [];
  if (claimed.some(({ force }) => force === "should")) return [];
  const limits = readQuantities(claim.sentence, claim.references).filter(
    ({ kind }) => kind === "time" || kind === "age" || kind === "level",
  );
  for (const { key, words } of limits) {
    const stated = claim.matches.filter(({ unit }) =>
      readQuantities(`${unit.lead} ${unit.text}`).some((fact) => fact.key === key),
    );
    const [first] = stated;
    const advised = stated.every(
      (match) =>
        match.unit.support.document.authority !== "legislation" &&
        strongest(modalsOf(match)) === "should",
    );
    if (first === undefined || !advised) continue;
    const args = { variant: "should", claimed: `must … ${words}` } as const;
    const reference = words;
    return [findAgainst(claim, first.unit.support, "must-for-should", args, { reference })];
  }
  return [];
}

/** Law that states a condition or a definition binds without saying "must"; a "may" of nobody's allows nobody. */
export function forcesOf(match: UnitMatch): Force[] {
  const { text, lead, support } = match.unit;
  const nobody = readBearers(text).length + readBearers(lead).length === 0;
  const forces = [...readModals(text), ...readModals(lead)]
    .map(({ force }) => force)
    .filter((force) => force !== "may" || !nobody);
  return forces.length === 0 && support.document.authority === "legislation" ? ["must"] : forces;
}

/** "Must" in as many words, or law: "will need to" in guidance is hardly more than "should". */
function bindsFirmly({ unit }: UnitMatch): boolean {
  if (unit.support.document.authority === "legislation") return true;
  return readModals(`${unit.lead} ${unit.text}`).some(
    ({ force, firm }) => force === "must" && firm,
  );
}

function compareDenials(compared: Comparison): Finding[] {
  const { claim, claimed, best, close, support } = compared;
  const forbids = claimed.find(
    ({ negative, start }) => negative && !bounds(claim.sentence.slice(start)),
  );
  if (forbids !== undefined && !close.some(({ unit }) => denies(`${unit.lead} ${unit.text}`))) {
    const args = { variant: "denied", claimed: wordsWithNot(claim.sentence, forbids) } as const;
    const severity = forbids.firm ? "error" : "warning";
    const options = { reference: forbids.words, severity } as const;
    return [findAgainst(claim, support, "negation-changed", args, options)];
  }
  const binds = claimed.find(({ negative }) => !negative);
  if (binds !== undefined && !denies(claim.sentence)) {
    const said = forbiddingModals(best);
    const onlyForbids = said.length > 0 && said.every(({ negative }) => negative);
    const othersBind = close.some((match) => modalsOf(match).some(({ negative }) => !negative));
    if (onlyForbids && !othersBind) {
      const args = { variant: "forbidden", claimed: binds.words } as const;
      const reference = binds.words;
      return [findAgainst(claim, support, "negation-changed", args, { reference })];
    }
  }
  return compareFacts(compared);
}

/** Modals of a unit's own words, or of what it hangs from when that forbids without exception. */
function forbiddingModals({ unit }: UnitMatch): Modal[] {
  const own = readModals(unit.text);
  const excepts = /\b(?:unless|except|only|other than)\b/i.test(unit.lead);
  return own.length > 0 || excepts ? own : readModals(unit.lead);
}

/** "does not apply" where the source denies nothing, or the reverse: worth a look, since other words may carry it. */
function compareFacts({ claim, best, close, support }: Comparison): Finding[] {
  const severity = "warning";
  const denial = plainDenial.exec(claim.sentence);
  const sourceDenies = close.some(({ unit: { lead, text } }) =>
    [lead, text].some((words) => denies(words) || deniesInWord(words)),
  );
  const behind = claim.sentence.slice(denial?.index ?? 0);
  if (
    denial !== null &&
    !sourceDenies &&
    !affirms(behind) &&
    !appraises(behind) &&
    !bounds(behind)
  ) {
    const args = { variant: "denied", claimed: denial[0] } as const;
    const options = { reference: denial[0], severity } as const;
    return [findAgainst(claim, support, "negation-changed", args, options)];
  }
  const said = plainDenial.exec(best.unit.text);
  if (said === null || denies(claim.sentence) || best.covered < 0.7 || best.echoed < 0.4) return [];
  const args = { variant: "undenied", said: said[0] } as const;
  return [findAgainst(claim, support, "negation-changed", args, { severity })];
}

const plainDenial =
  /\b(?:(?:is|are|does|do|has|have|was|were|will|must|may|should|shall) (?:not|never)\b|no (?:child|person|member|one)\b|\w+n['’]t\b)/i;

function wordsWithNot(sentence: string, modal: Modal): string {
  const behind = /^\s*(?:not|never)\b/i.exec(sentence.slice(modal.end))?.[0] ?? "";
  return `${modal.words}${behind}`;
}
