// Compares how strongly a claim speaks with how strongly its source does: must, should, may, and what is forbidden.
import { closeMatches, type Match } from "../align.ts";
import { makeFinding } from "../codes.ts";
import { readBearers } from "../duty-holders.ts";
import type { Finding } from "../finding.ts";
import { denies, readModals, strongest, type Force, type Modal } from "../modality.ts";
import { nameSupport } from "../place.ts";
import { at, type Claim } from "./rule.ts";

/** Share of a claim that a match must cover to be about the same, and to be surely so. */
const aboutTheSame = { perhaps: 0.38, surely: 0.5 };

const saying: Readonly<Record<Force, string>> = {
  must: "that it must be so",
  should: "that it should be so",
  may: "that it may be so",
};

export function checkForce(claim: Claim): readonly Finding[] {
  const claimed = readModals(claim.sentence);
  const [best] = claim.matches;
  if (best === undefined || best.covered < aboutTheSame.perhaps) return [];
  if (claim.statement.kind === "advice") return [];
  const close = closeMatches(claim.matches).filter(
    ({ covered }) => covered >= aboutTheSame.perhaps,
  );
  const found = [
    ...compareForces(claim, claimed, best, close),
    ...compareDenials(claim, claimed, best, close),
  ];
  if (best.covered >= aboutTheSame.surely) return found;
  return found.map((finding) => ({ ...finding, severity: "warning" }));
}

/** Modals of a unit's own words; of the lead-ins when its own have none. */
function modalsOf({ unit }: Match): Modal[] {
  const own = readModals(unit.text);
  return own.length > 0 ? own : readModals(unit.lead);
}

function compareForces(
  claim: Claim,
  claimed: readonly Modal[],
  best: Match,
  close: readonly Match[],
): Finding[] {
  const force = strongest(claimed);
  if (force === null) return [];
  const said = new Set(close.flatMap((match) => forcesOf(match)));
  const modal = claimed.find((entry) => entry.force === force);
  const words = modal?.words ?? force;
  const args = { claimed: words, place: nameSupport(best.unit.support) };
  const weak = modal?.firm !== true;
  if (force === "must" && !said.has("must")) {
    const other = said.has("should") ? "should" : said.has("may") ? "may" : null;
    if (other === null && claim.statement.kind !== "requirement") return [];
    const severity = weak || other === null ? "warning" : "error";
    const text = other === null ? "nothing of a duty" : saying[other];
    return [
      makeFinding("must-for-should", { ...args, said: text }, { ...at(claim, words), severity }),
    ];
  }
  if (force === "should" && said.has("must") && !said.has("should")) {
    const severity = weak || !close.some(bindsFirmly) ? "warning" : "error";
    return [
      makeFinding(
        "should-for-must",
        { ...args, said: saying.must },
        { ...at(claim, words), severity },
      ),
    ];
  }
  // A plain "may" can tell of a condition ("a person may manage if …"); these words cannot.
  const waives = claimed.find((entry) =>
    /^(?:need not|optional|(?:is|are|does|do) not |at )/.test(entry.words),
  );
  if (force === "may" && waives !== undefined && said.has("must") && !said.has("may")) {
    const found = { ...args, claimed: waives.words, said: saying.must };
    return [makeFinding("should-for-must", found, at(claim, waives.words))];
  }
  return [];
}

/** Law that states a condition or a definition binds without saying "must"; a "may" of nobody's allows nobody. */
function forcesOf(match: Match): Force[] {
  const { text, lead, support } = match.unit;
  const nobody = readBearers(text).length + readBearers(lead).length === 0;
  const forces = [...readModals(text), ...readModals(lead)]
    .map(({ force }) => force)
    .filter((force) => force !== "may" || !nobody);
  return forces.length === 0 && support.document.authority === "legislation" ? ["must"] : forces;
}

/** "Must" in as many words, or law: "will need to" in guidance is hardly more than "should". */
function bindsFirmly({ unit }: Match): boolean {
  if (unit.support.document.authority === "legislation") return true;
  return readModals(`${unit.lead} ${unit.text}`).some(
    ({ force, firm }) => force === "must" && firm,
  );
}

function compareDenials(
  claim: Claim,
  claimed: readonly Modal[],
  best: Match,
  close: readonly Match[],
): Finding[] {
  const place = nameSupport(best.unit.support);
  const forbids = claimed.find(({ negative }) => negative);
  if (forbids !== undefined && !close.some(({ unit }) => denies(`${unit.lead} ${unit.text}`))) {
    const message = `The statement says “${wordsWithNot(claim.sentence, forbids)}” where ${place} denies nothing.`;
    const severity = forbids.firm ? "error" : "warning";
    return [
      makeFinding("negation-changed", { message }, { ...at(claim, forbids.words), severity }),
    ];
  }
  const binds = claimed.find(({ negative }) => !negative);
  if (binds !== undefined && !denies(claim.sentence)) {
    const said = forbiddingModals(best);
    const onlyForbids = said.length > 0 && said.every(({ negative }) => negative);
    const othersBind = close.some((match) => modalsOf(match).some(({ negative }) => !negative));
    if (onlyForbids && !othersBind) {
      const message = `The statement says “${binds.words}” where ${place} forbids it.`;
      return [makeFinding("negation-changed", { message }, at(claim, binds.words))];
    }
  }
  return compareFacts(claim, best, close);
}

/** Modals of a unit's own words, or of what it hangs from when that forbids without exception. */
function forbiddingModals({ unit }: Match): Modal[] {
  const own = readModals(unit.text);
  const excepts = /\b(?:unless|except|only|other than)\b/i.test(unit.lead);
  return own.length > 0 || excepts ? own : readModals(unit.lead);
}

/** "does not apply" where the source denies nothing, or the reverse: worth a look, since other words may carry it. */
function compareFacts(claim: Claim, best: Match, close: readonly Match[]): Finding[] {
  const place = nameSupport(best.unit.support);
  const denial = plainDenial.exec(claim.sentence);
  const sourceDenies = close.some(({ unit }) => denies(`${unit.lead} ${unit.text}`));
  if (denial !== null && !sourceDenies) {
    const message = `The statement says “${denial[0]}” where ${place} denies nothing.`;
    const position = { ...at(claim, denial[0]), severity: "warning" as const };
    return [makeFinding("negation-changed", { message }, position)];
  }
  const said = plainDenial.exec(best.unit.text);
  if (said === null || denies(claim.sentence) || best.covered < 0.7 || best.echoed < 0.4) return [];
  const message = `${place} says “${said[0]}”; the statement denies nothing.`;
  return [makeFinding("negation-changed", { message }, { ...at(claim), severity: "warning" })];
}

const plainDenial =
  /\b(?:(?:is|are|does|do|has|have|was|were|will|must|may|should|shall) (?:not|never)|no (?:child|person|member|one)\b|\w+n['’]t\b)/i;

function wordsWithNot(sentence: string, modal: Modal): string {
  const behind = /^\s*(?:not|never)/i.exec(sentence.slice(modal.end))?.[0] ?? "";
  return `${modal.words}${behind}`;
}
