// Compares a sentence that a model wrote with the clauses it is drawn from, part by part: how each deed binds, what is
// limited or made general, what permission hangs on, and when. What cannot be told apart is passed over.
import { closeMatches, type UnitMatch } from "../align.ts";
import { hedge, judged, readClause, type Deed, type Restriction } from "../clause.ts";
import { findActors, readDeciders } from "../duty-holders.ts";
import type { Finding } from "../../findings/finding.ts";
import { denies, readModals, waives, type Force } from "../modality.ts";
import { contentStems } from "../../text/word-stems.ts";
import { forcesOf, holdsVerb } from "./check-force.ts";
import { textOf, type Compared } from "./compared.ts";
import { checkPolarity } from "./check-polarity.ts";
import { checkScope } from "./check-scope.ts";
import { checkTimes } from "./check-times.ts";
import { findAgainst, type SentenceClaim } from "./rule.ts";

/** Share of a sentence that a unit which nobody quoted must cover to be what it is drawn from. */
const aboutTheSame = 0.45;
/** Share of a unit that a sentence must take up to speak of it. */
const mostOfIt = 0.3;
/** Share of a condition's words by which a sentence tells of it: more where it speaks of all of a kind, and of which. */
const leastTold = { usual: 0.3, ofAll: 0.5 };

/** Of statements that a model wrote and quoted for; a report that somebody signed is not held to so much. */
export function checkClauses(claim: SentenceClaim): readonly Finding[] {
  if (claim.context.strict !== true || claim.statement.kind !== "requirement") return [];
  const close = closeMatches(claim.matches).filter(({ covered }) => covered >= aboutTheSame);
  const [best] = close;
  if (best === undefined) return [];
  const compared = { claim, mine: readClause(claim.sentence), close, best };
  return [
    ...compareDeeds(compared),
    ...compareLeave(compared),
    ...compareChoice(compared),
    ...comparePermission(compared),
    ...compareGenerality(compared),
    ...checkScope(compared),
    ...checkPolarity(compared),
    ...checkTimes(claim, close),
  ];
}

/** "may notify" where the clause with that very deed says "must notify". */
function compareDeeds({ claim, mine, close }: Compared): Finding[] {
  for (const deed of mine.deeds) {
    const { modal, aside } = deed;
    if (aside || modal.negative || waives(modal)) continue;
    const same = close.filter(({ unit }) => holdsVerb(unit, deed));
    const said = saidOf(deed, same);
    const [first] = same;
    if (first === undefined || said.size === 0 || said.has(modal.force)) continue;
    const options = { reference: modal.words };
    const { support } = first.unit;
    if (modal.force === "must") {
      const variant = said.has("should") ? "should" : "may";
      const args = { variant, claimed: modal.words } as const;
      return [findAgainst(claim, support, "must-for-should", args, options)];
    }
    // Who says "should" where it may be so does not lessen a duty.
    if (modal.force === "should" && !said.has("must")) continue;
    const variant = said.has("must") ? "must" : "should";
    const args = { variant, claimed: modal.words } as const;
    // Beside a duty of the sentence's own, what it allows may be what that duty serves.
    const serves = mine.deeds.some((one) => one !== deed && said.has(one.modal.force));
    const severity = serves ? "warning" : undefined;
    return [findAgainst(claim, support, "should-for-must", args, { ...options, severity })];
  }
  return [];
}

/** How the same deed binds in the sources; where only its verb stands there, how what it stands in binds. */
function saidOf({ verb }: Deed, same: readonly UnitMatch[]): Set<Force> {
  const deeds = same.flatMap(({ unit }) =>
    readClause(textOf(unit)).deeds.filter(
      (one) => one.verb === verb && !one.modal.negative && !one.aside,
    ),
  );
  return deeds.length > 0
    ? new Set(deeds.map(({ modal }) => modal.force))
    : new Set(same.flatMap((match) => forcesOf(match)));
}

/** "It is for the provider to decide whether …", where the source leaves nobody a choice. */
function compareChoice({ claim, close, best }: Compared): Finding[] {
  const claimed = choosing.exec(claim.sentence)?.[0];
  if (claimed === undefined) return [];
  const said = new Set(close.flatMap((match) => forcesOf(match)));
  const leaves = close.some(({ unit }) => {
    const source = textOf(unit);
    return (
      readDeciders(source).length > 0 ||
      judged.test(source) ||
      readModals(source).some(({ force }) => force === "may")
    );
  });
  if (leaves || said.size === 0) return [];
  const variant = said.has("must") ? "must" : "should";
  const options = { reference: claimed };
  return [findAgainst(claim, best.unit.support, "should-for-must", { variant, claimed }, options)];
}

const choosing =
  /\b(?:for|up to|left to|down to) [^.;,]{3,40}? to (?:decide|choose|judge|say)\b[^.;,]{0,30}|\b(?:decides?|chooses?|free to (?:decide|choose)) (?:whether|if)\b|\b(?:left to|up to|(?:it|that) is for) [^.;,]{2,40} whether\b|\bat [^.;,]{2,30} discretion\b|\ba matter of choice\b/i;

/** "may choose" where the source demands and leaves nothing open, though it has no such word: worth a look. */
function compareLeave({ claim, mine, close, best }: Compared): Finding[] {
  const said = new Set(close.flatMap((match) => forcesOf(match)));
  // "a procedure which provides that proceedings may be begun" leaves the duty as it is.
  const open = close.some(({ unit }) => {
    const forces = readModals(textOf(unit)).map(({ force }) => force);
    return forces.length > 0 && !forces.includes("must");
  });
  if (!said.has("must") || open) return [];
  if (close.some(({ unit }) => denies(textOf(unit)))) return [];
  const [first, ...more] = mine.deeds;
  if (first === undefined || more.length > 0 || first.aside || first.modal.negative) return [];
  if (first.modal.force !== "may" || waives(first.modal)) return [];
  const args = { variant: "must", claimed: first.modal.words } as const;
  const options = { reference: first.modal.words, severity: "warning" } as const;
  return [findAgainst(claim, best.unit.support, "should-for-must", args, options)];
}

/** What is allowed on conditions, told as allowed without them, or with some of several that all must be met. */
function comparePermission({ claim, mine, close }: Compared): Finding[] {
  const allows = mine.deeds.some(({ modal, aside }) => modal.force === "may" && !aside);
  if (!allows) return [];
  const hanging = close.find(
    ({ unit }) => opensConditions.test(unit.lead) || opensConditions.test(unit.text),
  );
  if (hanging === undefined) return [];
  const lead = opensConditions.test(hanging.unit.lead) ? hanging.unit.lead : textOf(hanging.unit);
  const items = claim.units.filter(
    (unit) => unit.lead.endsWith(lead) && unit.support === hanging.unit.support,
  );
  const all = items.some(({ text }) => /[;,]\s*and$/i.test(text.trim()));
  if (items.length < 2 || !all || catchAll.test(claim.sentence)) return [];
  const stems = contentStems(claim.sentence);
  const shared = contentStems(lead);
  const untold = items.find(
    (item) => ![...item.stems].some((stem) => stems.has(stem) && !shared.has(stem)),
  );
  if (untold === undefined) return [];
  return [dropped(claim, hanging, untold.text)];
}

/** "may … if—", "does not apply to medicine which—". */
const opensConditions =
  /\b(?:may|permitted|not apply)\b.*\b(?:if|unless|where|which|who)\s*[—–-]\s*$/is;
const catchAll =
  /\b(?:all|both|each|every|certain|several|strict|the other|two|three|four|five|six|seven|eight|following|these|those) (?:\w+ )?(?:conditions?|requirements?|tests?|criteria|points)\b|\bexceptional\b/i;

/** What holds for some, told of all; what is for somebody to judge, told as a matter of fact. */
function compareGenerality({ claim, mine, close, best }: Compared): Finding[] {
  const { lead = "", text, about = "" } = claim.statement;
  const whole = `${lead} ${text} ${about}`;
  const stems = contentStems(whole);
  const conditional = mine.conditional || tellsWhich.test(claim.sentence);
  const allows = mine.deeds.some(({ modal, aside }) => modal.force === "may" && !aside);
  const looked = mine.regardless
    ? [...close, ...claim.matches.filter(({ echoed }) => echoed >= mostOfIt)]
    : [best];
  for (const match of looked) {
    const source = readClause(mine.universal ? textOf(match.unit) : match.unit.text);
    const missing = source.restrictions.find((restriction) => {
      const least = mine.universal && restriction.telling ? leastTold.ofAll : leastTold.usual;
      if (tells(whole, stems, restriction, least)) return false;
      if (concernsOthers(restriction, claim)) return false;
      if (restriction.rare) return match === best && allows && !mine.conditional;
      if (mine.regardless) return !source.regardless;
      if (restriction.telling)
        return mine.universal && !mine.conditional && restriction.stems.size > 1;
      if (restriction.judged || restriction.asked) return !mine.conditional || restriction.asked;
      const ahead =
        restriction.fronted && restriction.stems.size > 1 && !leansOn.test(claim.sentence);
      return (mine.universal || ahead) && !conditional;
    });
    if (missing !== undefined) return [dropped(claim, match, missing.text)];
  }
  return [];
}

/** "and, if it asks, to the local authority": a condition for somebody of whom the sentence does not speak. */
function concernsOthers({ only }: Restriction, { sentence }: SentenceClaim): boolean {
  const mine = new Set(findActors(sentence).map(({ actor }) => actor));
  return only.length > 0 && !only.some((actor) => mine.has(actor));
}

/** "A provider that runs several homes": a condition in other form. */
const tellsWhich = /\b(?:that|who|which|whose)\s+\w+s\b/i;

/** It takes up what was said before, and with it the case that was told there. */
const leansOn = /\b(?:so|then|this|that|it|such|these|those|they|there)\b/i;

function tells(
  whole: string,
  stems: ReadonlySet<string>,
  { text, judged: isJudged, asked, stems: own }: Restriction,
  least: number,
): boolean {
  if (asked) return askedFor.test(whole.replaceAll(unasked, " ")) || !handing.test(whole);
  if (giving.test(text) && giving.test(whole)) return true;
  if (own.size === 0 || hedge.test(text))
    return hedge.test(whole) || /\b(?:as|so) far as\b/i.test(whole);
  const shared = [...own].filter((stem) => stems.has(stem)).length;
  if (isJudged) return judged.test(whole) || (own.size > 0 && shared === own.size);
  return shared > 0 && shared / own.size >= least;
}

const askedFor = /\b(?:ask\w*|request\w*|wish\w*|wants?|demand\w*|require\w*)\b/i;
/** "whether it has asked or not" */
const unasked =
  /\b(?:whether|without|regardless|irrespective|no matter|even)\b[^.;,]*\b(?:ask\w*|request\w*)/gi;
/** What must be asked for is handed over; what else is said of it does not hang on that. */
const handing =
  /\b(?:g[eo]ts?|gives?|given|goes|sends?|sent|suppl\w+|provid\w+|hand\w*|receiv\w+|available|cop(?:y|ies)|see|shown?)\b/i;
/** Leave, in whatever words it is given. */
const giving = /\b(?:consent\w*|agree\w*|permission|permit\w*|approv\w+|willing|wish\w*)\b/i;

function dropped(claim: SentenceClaim, { unit }: UnitMatch, condition: string): Finding {
  return findAgainst(claim, unit.support, "condition-dropped", {
    condition: condition.replace(/[;,]\s*(?:and|or)?\s*$/, ""),
  });
}
