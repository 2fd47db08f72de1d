// Compares who bears the duty in a claim with who bears it in the source.
import { closeMatches, type UnitMatch } from "../align.ts";
import {
  actorNames,
  compareActors,
  findActors,
  institutions,
  nameActors,
  readBearers,
  readDeciders,
  readEntrusted,
  type Actor,
  type ActorMention,
  type Likeness,
} from "../duty-holders.ts";
import type { Severity } from "../../findings/codes.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { readModals } from "../modality.ts";
import { findOtherPost } from "../other-posts.ts";
import { nameSupports } from "../name-supports.ts";
import type { CheckContext } from "../statement.ts";
import { isEmptyWord, readWords } from "../../text/word-stems.ts";
import { at, findAgainst, type SentenceClaim } from "./rule.ts";

const aboutTheSame = 0.4;
/** Share of a claim that a unit must cover to bear out a part of it. */
const touched = 0.2;

const severities: Readonly<Record<Exclude<Likeness, "same">, Severity>> = {
  entrusted: "note",
  near: "warning",
  other: "error",
};

/** How grave it is that a claim names one for another. */
export function judgeLikeness(
  likeness: Exclude<Likeness, "same">,
  claimed: Actor,
  { strict = false }: CheckContext,
): Severity {
  // "Staff" for "the home": guidance itself takes one for the other.
  const loose = claimed === "staff" || claimed === "home";
  return likeness === "near" && strict && !loose ? "error" : severities[likeness];
}

export function checkDutyHolder(claim: SentenceClaim): readonly Finding[] {
  if (claim.statement.kind === "advice") return [];
  const duties = firstFound(claim, [compareBearers, compareDeciders]);
  if (duties.some(({ severity }) => severity !== "note")) return duties;
  // What is only worth a note hides no one of whom no source speaks.
  return [...duties, ...firstFound(claim, [checkStrangers, checkPosts])];
}

function firstFound(
  claim: SentenceClaim,
  comparisons: readonly ((claim: SentenceClaim) => Finding[])[],
): Finding[] {
  for (const compare of comparisons) {
    const found = compare(claim);
    if (found.length > 0) return found;
  }
  return [];
}

function compareBearers(claim: SentenceClaim): Finding[] {
  const [best] = claim.matches;
  if (best === undefined || best.covered < aboutTheSame) return [];
  const close = closeMatches(claim.matches, 0.75).filter(({ covered }) => covered >= aboutTheSame);
  const entrusted = new Set(close.flatMap(({ unit }) => entrustedBy(unit.text, unit.lead)));
  return readBearers(claim.sentence).flatMap((claimed) => {
    const same = doingTheSame(claim, claimed, close);
    const said = new Set(same.flatMap(({ unit }) => bearersOf(unit.text, unit.lead)));
    if (isToldOf(claim.sentence, claimed) || doesSo(claim, claimed)) return [];
    // Children have rights here; a sentence with "the child must" in it tells of someone else's duty.
    if (claimed.actor === "child") return [];
    if (said.size === 0) return findTurnedRound(claim, claimed, close);
    // To see to it that something is done is the duty of whoever entrusts it to others.
    const given = entrusted.has(claimed.actor) && !seesToIt(claim, claimed);
    const likeness = given ? "entrusted" : likest(claimed.actor, said);
    if (said.has(claimed.actor) || likeness === "same") return [];
    const args = {
      variant: "bears",
      claimed: actorNames[claimed.actor],
      said: nameActors(said),
    } as const;
    const judged = judgeLikeness(likeness, claimed.actor, claim.context);
    const severity = judged === "error" && isLeave(claim, claimed, close) ? "warning" : judged;
    const options = { reference: claimed.words, severity };
    return [findAgainst(claim, best.unit.support, "wrong-duty-holder", args, options)];
  });
}

/** "The authority has to consent", where the source hangs on whether "the authority consents". */
function doesSo({ sentence, units }: SentenceClaim, { actor, end }: ActorMention): boolean {
  const modal = readModals(sentence).find(({ start }) => start >= end);
  const [verb] = modal === undefined ? [] : readWords(sentence.slice(modal.end, modal.end + 40));
  if (verb === undefined || isEmptyWord(verb.text)) return false;
  return units.some(({ text }) =>
    findActors(text).some(
      (mention) =>
        mention.actor === actor &&
        readWords(text.slice(mention.end, mention.end + 30))
          .slice(0, 2)
          .some(({ stem }) => stem === verb.stem),
    ),
  );
}

function seesToIt({ sentence, context }: SentenceClaim, { end }: ActorMention): boolean {
  const modal = readModals(sentence).find(({ start }) => start >= end);
  const sees = /^\s*(?:also |always )?(?:ensure|make sure|see to it|arrange)\b/i;
  return context.strict === true && modal !== undefined && sees.test(sentence.slice(modal.end));
}

/** "The visitor may suggest …" of a source with "the visitor's report may recommend": what somebody may do is often so told. */
function isLeave(
  { sentence }: SentenceClaim,
  { words, end }: ActorMention,
  close: readonly UnitMatch[],
): boolean {
  const modal = readModals(sentence).find(({ start }) => start >= end);
  if (modal?.force !== "may" || modal.negative) return false;
  const whose = `${words.toLowerCase()}'s `;
  return close.some(({ unit: { lead, text } }) =>
    `${lead} ${text}`.toLowerCase().replaceAll("’", "'").includes(whose),
  );
}

/** "the measures that staff may use": whose duty it is to name them is another matter. */
function isToldOf(sentence: string, { end }: ActorMention): boolean {
  const modal = readModals(sentence).find(({ start }) => start >= end);
  return (
    modal?.force === "may" &&
    /\b(?:which|what|whom|how)\b[^;:.]*$/i.test(sentence.slice(0, modal.start))
  );
}

/** "HMCI must give notice", where somebody must give notice to HMCI. */
function findTurnedRound(
  claim: SentenceClaim,
  claimed: ActorMention,
  close: readonly UnitMatch[],
): Finding[] {
  if (!institutions.has(claimed.actor)) return [];
  const receiving =
    /\b(?:to|notify|inform|tell|consult)\s+(?:the\s+|each\s+|(?:his|her|its|their)\s+)?$/i;
  const mentions = close.flatMap(({ unit }) => {
    const source = `${unit.lead} ${unit.text}`;
    return findActors(source)
      .filter(({ actor }) => actor === claimed.actor)
      .map(({ start }) => receiving.test(source.slice(0, start)));
  });
  const [first] = close;
  if (first === undefined || mentions.length === 0 || mentions.includes(false)) return [];
  const args = { variant: "receives", claimed: actorNames[claimed.actor] } as const;
  const reference = claimed.words;
  return [findAgainst(claim, first.unit.support, "wrong-duty-holder", args, { reference })];
}

/** Of several units those that speak of what the bearer is to do ("must appoint"); all when none or every one does. */
function doingTheSame(
  { sentence, matches }: SentenceClaim,
  { actor, end }: ActorMention,
  close: readonly UnitMatch[],
): readonly UnitMatch[] {
  const modal = readModals(sentence).find(({ start }) => start >= end);
  const [verb] = modal === undefined ? [] : readWords(sentence.slice(modal.end, modal.end + 40));
  if (verb === undefined || isEmptyWord(verb.text)) return close;
  const does = ({ unit }: UnitMatch) => unit.stems.has(verb.stem);
  // Of a sentence that says several things, each may rest on a sentence of its own.
  const own = matches.filter(
    (match) =>
      match.covered >= touched && does(match) && bearersOf(match.unit.text, "").includes(actor),
  );
  if (own.length > 0) return own;
  const same = close.filter(does);
  return same.length > 0 ? same : close;
}

/** "The registered manager decides …" where the source leaves it to the judgement of another. */
function compareDeciders(claim: SentenceClaim): Finding[] {
  const claimed = readDeciders(claim.sentence);
  const close = closeMatches(claim.matches, 0.6);
  const said = new Set(
    close.flatMap(({ unit }) =>
      readDeciders(`${unit.lead} ${unit.text}`).map(({ actor }) => actor),
    ),
  );
  if (said.size === 0) return [];
  return claimed.flatMap(({ actor, words }) => {
    const likeness = likest(actor, said);
    if (likeness === "same") return [];
    const args = {
      variant: "decides",
      claimed: actorNames[actor],
      place: nameSupports(close.map(({ unit }) => unit.support)),
      said: nameActors(said),
    } as const;
    const severity = judgeLikeness(likeness, actor, claim.context);
    return [makeFinding("wrong-duty-holder", args, { ...at(claim, words), severity })];
  });
}

/** Bearers in a unit's own words and, since "ensure that staff …" leaves the duty where it was, in its lead-ins. */
function bearersOf(text: string, lead: string): Actor[] {
  const own = readBearers(text).map(({ actor }) => actor);
  return [...own, ...readBearers(lead).map(({ actor }) => actor)];
}

/** "The registered person must ensure that—" leads into "staff help each child": staff begin the unit. */
function entrustedBy(text: string, lead: string): Actor[] {
  return readEntrusted(`${lead} ${text}`, lead === "" ? "" : text);
}

function likest(claimed: Actor, said: ReadonlySet<Actor>): Likeness {
  let best: Likeness = "other";
  for (const actor of said) {
    const likeness = compareActors(claimed, actor);
    if (likeness === "same") return "same";
    if (likeness === "near") best = "near";
  }
  return best;
}

/** Named in passing as often as not; still a source that says nothing of them does not speak of telling them. */
const outsiders: ReadonlySet<Actor> = new Set(["school", "parent"]);

/** Anyone with duties of their own whom the claim brings in and no source speaks of. */
function checkStrangers(claim: SentenceClaim): Finding[] {
  const claimed = findActors(claim.sentence).filter(
    ({ actor, start, end }) =>
      (institutions.has(actor) || (claim.context.strict === true && outsiders.has(actor))) &&
      !claim.references.some((reference) => reference.start < end && start < reference.end),
  );
  if (claimed.length === 0) return [];
  // A text that begins inside a provision may leave out who it speaks of.
  if (claim.supports.some(({ text, leadIn }) => leadIn === null && /^\([a-z]/.test(text)))
    return [];
  // "the visitor's report" speaks of the visitor.
  const texts = claim.supports.map(({ text, leadIn, trail, document }) =>
    [leadIn ?? "", ...trail, document.title, text]
      .join(" ")
      .replaceAll(/(?<!children|child)['’]s\b/gi, ""),
  );
  const mentioned = new Set(texts.flatMap((text) => findActors(text).map(({ actor }) => actor)));
  if (claim.supports.some(({ document }) => document.authority === "inspection"))
    mentioned.add("inspectorate");
  return claimed
    .map((mention) => ({ ...mention, likeness: likest(mention.actor, mentioned) }))
    .filter(
      ({ likeness }) =>
        likeness === "other" || (likeness === "near" && claim.context.strict === true),
    )
    .slice(0, 1)
    .map(({ actor, words, likeness }) => {
      const args = { variant: "stranger", claimed: actorNames[actor] } as const;
      const severity = outsiders.has(actor) || likeness === "near" ? "warning" : "error";
      return makeFinding("wrong-duty-holder", args, { ...at(claim, words), severity });
    });
}

/** A nurse or a deputy of whom no source speaks: worth a look, for the source may mean them by another name. */
function checkPosts(claim: SentenceClaim): Finding[] {
  if (claim.context.strict !== true || readModals(claim.sentence).length === 0) return [];
  const sources = claim.supports.flatMap(({ text, leadIn, trail }) => [
    leadIn ?? "",
    ...trail,
    text,
  ]);
  const claimed = findOtherPost(claim.sentence, sources.join(" "));
  if (claimed === null) return [];
  const args = { variant: "stranger", claimed: `“${claimed}”` } as const;
  return [makeFinding("wrong-duty-holder", args, { ...at(claim, claimed), severity: "warning" })];
}
