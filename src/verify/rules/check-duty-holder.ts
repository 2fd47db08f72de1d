// Compares who bears the duty in a claim with who bears it in the source.
import { closeMatches } from "../align.ts";
import { makeFinding } from "../codes.ts";
import {
  actorNames,
  compareActors,
  findActors,
  readBearers,
  readEntrusted,
  type Actor,
  type Likeness,
} from "../duty-holders.ts";
import type { Finding, Severity } from "../finding.ts";
import { nameSupport } from "../place.ts";
import { at, type Claim } from "./rule.ts";

const aboutTheSame = 0.4;

const severities: Readonly<Record<Exclude<Likeness, "same">, Severity>> = {
  entrusted: "note",
  near: "warning",
  other: "error",
};

/** Those of whom a claim must not speak unless its source does: each has duties and powers of its own. */
const institutions: ReadonlySet<Actor> = new Set([
  "responsible-individual",
  "independent-person",
  "placing-authority",
  "local-authority",
  "inspectorate",
  "secretary-of-state",
  "reviewing-officer",
  "social-worker",
  "police",
  "partners",
]);

export function checkDutyHolder(claim: Claim): readonly Finding[] {
  if (claim.statement.kind === "advice") return [];
  const found = compareBearers(claim);
  return found.length > 0 ? found : checkStrangers(claim);
}

function compareBearers(claim: Claim): Finding[] {
  const [best] = claim.matches;
  if (best === undefined || best.covered < aboutTheSame) return [];
  const close = closeMatches(claim.matches, 0.75).filter(({ covered }) => covered >= aboutTheSame);
  const said = new Set(close.flatMap(({ unit }) => bearersOf(unit.text, unit.lead)));
  const entrusted = new Set(close.flatMap(({ unit }) => entrustedBy(unit.text, unit.lead)));
  const place = nameSupport(best.unit.support);
  return readBearers(claim.sentence).flatMap((claimed) => {
    // Children have rights here; a sentence with "the child must" in it tells of someone else's duty.
    if (said.size === 0 || claimed.actor === "child") return [];
    const given = entrusted.has(claimed.actor);
    const likeness = given ? "entrusted" : likest(claimed.actor, said);
    if (said.has(claimed.actor) || likeness === "same") return [];
    const names = [...said].map((actor) => actorNames[actor]).join(" and ");
    const message = `The statement lays this on ${actorNames[claimed.actor]}; ${place} lays it on ${names}.`;
    const severity = severities[likeness];
    return [
      makeFinding("wrong-duty-holder", { message }, { ...at(claim, claimed.words), severity }),
    ];
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

/** Anyone with duties of their own whom the claim brings in and no source speaks of. */
function checkStrangers(claim: Claim): Finding[] {
  const claimed = findActors(claim.sentence).filter(
    ({ actor, start, end }) =>
      institutions.has(actor) &&
      !claim.references.some((reference) => reference.start < end && start < reference.end),
  );
  if (claimed.length === 0) return [];
  // A text that begins inside a provision may leave out who it speaks of.
  if (claim.supports.some(({ text, leadIn }) => leadIn === null && /^\([a-z]/.test(text)))
    return [];
  const texts = claim.supports.map(({ text, leadIn, trail, document }) =>
    [leadIn ?? "", ...trail, document.title, text].join(" "),
  );
  const mentioned = new Set(texts.flatMap((text) => findActors(text).map(({ actor }) => actor)));
  if (claim.supports.some(({ document }) => document.authority === "inspection"))
    mentioned.add("inspectorate");
  return claimed
    .filter(({ actor }) => likest(actor, mentioned) === "other")
    .slice(0, 1)
    .map((mention) => {
      const message = `The statement speaks of ${actorNames[mention.actor]}, of whom the source says nothing.`;
      const position = at(claim, mention.words);
      return makeFinding("wrong-duty-holder", { message }, position);
    });
}
