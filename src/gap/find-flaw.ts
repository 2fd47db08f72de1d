// Takes a unit of an own document; tells what keeps it from meeting any requirement, however near it comes.
import { findBlanks } from "../text/blanks.ts";
import { findActors, readBearers, type Actor } from "../verify/duty-holders.ts";
import { readModals } from "../verify/modality.ts";
import type { Holder } from "../requirements/checklist.ts";
import type { Reason } from "./matrix.ts";
import { isBareLabel, type OwnUnit } from "./own-unit.ts";

/** What stands in the way whatever is asked. */
export type Flaw = Extract<
  Reason,
  "blank" | "copy-of-law" | "course-title" | "other-policy" | "advice" | "heading-only"
>;

/**
 * @param copied share of its words that are those of law or guidance, one after the other
 * @param advises the document as a whole speaks to homes, and not of one
 */
export function findFlaw(unit: OwnUnit, copied: number, advises: boolean): Flaw | null {
  if (isBlank(unit)) return "blank";
  if (isLabel(unit)) return "heading-only";
  if (namesCourse(unit)) return "course-title";
  if (namesDocument(unit)) return "other-policy";
  if (copied >= mostlyCopied || restatesLaw(unit.text)) return "copy-of-law";
  return advisesOnly(unit.text, advises) ? "advice" : null;
}

const mostlyCopied = 0.6;

/** What "the registered person must" do the law says, in its own words or in others: nobody in the home is told how. */
function restatesLaw(text: string): boolean {
  if (
    /\b(?:regulations?(?: \d+\w*(?:\(\w+\))*)?|the law|legislation) (?:requires?|states?|says?)\b/i.test(
      text,
    )
  )
    return true;
  const firm = readModals(text).some(
    ({ force, negative, firm: sure }) => force === "must" && !negative && sure,
  );
  return firm && readBearers(text).some(({ actor }) => actor === "registered-person");
}

/** Words of a unit without its blanks and their label: nothing else is told. */
function isBlank({ text, kind }: OwnUnit): boolean {
  const blanks = findBlanks(text);
  if (blanks.length === 0) return /^[^|:]{2,60}(?:\|\s*|:\s*)$/.test(text) && kind === "row";
  const rest = blanks.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  );
  const label = /^[^|:–—]{2,60}(?:[|:–—]|\s-\s)/.exec(rest)?.[0] ?? "";
  return (rest.slice(label.length).match(/\p{L}{2,}/gu) ?? []).length <= wordsAroundBlank;
}

/** "TBC – Responsible Individual", "Date: ____ Signed: ____". */
const wordsAroundBlank = 4;

/** A line by itself in letters of a heading: it names a matter and says nothing of it. */
function isLabel({ text, kind, start }: OwnUnit): boolean {
  return kind === "sentence" && start === 0 && isBareLabel(text) && !hasVerb(text);
}

const training =
  /\b(?:training|courses?|qualifications?|e-?learning|modules?|refresher|certificates?)\b/i;

/** A title in a list or table of courses, or behind "Training:". */
function namesCourse({ text, lead, section, kind }: OwnUnit): boolean {
  if (/^[^.:]{0,30}\b(?:training|courses?)\b[^.:]{0,30}:/i.test(text) && !hasVerb(text))
    return true;
  const listed = kind === "item" || kind === "row";
  return (
    listed &&
    (training.test(section ?? "") || training.test(lead)) &&
    !verbs.test(text) &&
    words(text) <= 14
  );
}

const document =
  /\b(?:policy|policies|procedures?|protocols?|guidance|statement of purpose|handbook|code of conduct)\b/i;

/** Names other documents, alone or by "see", "has a": what these say nobody can tell from here. */
function namesDocument({ text, lead, kind, section }: OwnUnit): boolean {
  // A table of what else there is to read.
  if (
    kind === "row" &&
    /^(?:policy|policies|procedure|document|title)s?(?: \w+)?(?:\s*[|:]|$)/i.test(lead) &&
    !hasVerb(text)
  )
    return true;
  if (!document.test(text)) return false;
  const parts = text.split(/[;,|•]/).filter((part) => part.trim() !== "");
  const titles = parts.filter((part) => document.test(part) && words(part) <= 9 && !hasVerb(part));
  const listed = kind !== "sentence" || parts.length > 1 || related.test(section ?? "");
  if (titles.length === parts.length && listed) return true;
  return pointing.test(text);
}

const related = /\b(?:related|linked|associated|other|see also|read with|cross.?references?)\b/i;
const pointing =
  /^(?:[^.;]{0,60}\b(?:please )?(?:see|refer to|read (?:alongside|with|in conjunction)|linked to)\b[^.;]*(?:policy|policies|procedures?|protocol|guidance)\b[^.;]*\.?|[^.;]{0,40}\b(?:has|have|there (?:is|are)|holds?|operates?)\b (?:an?|its|our|clear|robust|separate|in place|\s)*(?:[\p{L}-]+ (?:and )?){0,5}(?:policy|policies|procedures?)(?: (?:in place|which (?:is|are) available))?\.?)$/iu;

const weakly =
  /\b(?:could|might|may (?:wish|want|like|choose) to|(?:should|may|need to) consider|consider|good practice|best practice|recommended|advisable|it is (?:helpful|useful|important|suggested)|suggested)\b/i;
const addressed =
  /\b(?:your (?:home|service|organisation|policy|staff|setting)|(?:a|each|every|the) (?:home|provider|policy|organisation) (?:should|could|may|might|needs? to))\b/i;

/** Says what a home could or should do, and not what this one does. */
function advisesOnly(text: string, advises: boolean): boolean {
  if (addressed.test(text)) return true;
  if (weakly.test(text) && !/\b(?:must|will|always|never)\b/i.test(text)) return true;
  const soft = readModals(text).some(({ force, negative }) => force === "should" && !negative);
  return soft && (advises || /\btry\b|\baim\b/i.test(text));
}

/** A document that speaks to homes: some of its sentences do, or few do and it calls itself a template. */
export function speaksToHomes(units: readonly OwnUnit[]): boolean {
  const told = units.filter(({ text }) => addressed.test(text)).length;
  return (
    told >= 3 ||
    (told >= 1 && units.some(({ text, section }) => /\btemplate\b/i.test(`${section} ${text}`)))
  );
}

const others: ReadonlyMap<Actor, readonly Holder[]> = new Map([
  ["social-worker", ["authority"]],
  ["placing-authority", ["authority"]],
  ["local-authority", ["authority"]],
  ["police", []],
  ["inspectorate", []],
  ["independent-person", ["independent-person"]],
  ["reviewing-officer", ["iro"]],
  ["partners", ["authority"]],
  ["school", []],
]);

const opening =
  /^(?:[^,]{0,60},\s*)?(?:the|an?|each|any|all|our|their|local|her|his|child['’]s|young person['’]s|\s)*$/i;
const done =
  /^\s+(?:(?:is|are|will be|must be|should be|be|has been|have been)\s+(?:\w+ly\s+)?(?:\w+ed|told|sent|given|made|rung|kept|asked)\b)/i;

/** It tells what somebody else does who is not the one that is bound. */
export function isDoneByOther(text: string, holder: Holder | null): boolean {
  const [first] = findActors(text);
  if (first === undefined) return false;
  const bound = others.get(first.actor);
  if (bound === undefined || (holder !== null && bound.includes(holder))) return false;
  // "The police are told": something is done to them, by the home.
  return opening.test(text.slice(0, first.start)) && !done.test(text.slice(first.end));
}

/** Says what is thought or wished, and nothing that is done. */
export function isIntent(text: string): boolean {
  return /\b(?:committed to|commitment to|tak(?:es?|en|ing)\b[^.;]{0,40}\bseriously|strives?|recognises? (?:that|the)|understands? (?:that|the importance)|acknowledges?|priority|paramount)\b/i.test(
    text,
  );
}

/** It speaks of children where the row asks for something for those who work in the home. */
export function isOfChildren({ section, lead, text }: OwnUnit, asks: string): boolean {
  const asked = new Set(findActors(asks).map(({ actor }) => actor));
  if (!asked.has("staff") || asked.has("child")) return false;
  const told = new Set(findActors(`${section ?? ""}. ${lead} ${text}`).map(({ actor }) => actor));
  return (
    told.has("child") &&
    !told.has("staff") &&
    !/\b(?:we|adults?|team|manager|leader|keyworker)\b/i.test(text)
  );
}

const verbs =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|will|must|shall|should|may|can|could|would|cannot|won['’]t|don['’]t|['’]ll)\b/i;
/** Somebody of the home with what they do behind: a word in small letters, and no form in "-ing". */
const acting =
  /\b(?:[Ww]e|[Tt]hey|[Ss]taff|[Cc]hildren|[Yy]oung people|[Aa]dults|[Mm]anager|[Ww]orkers?|who|[Tt]eam|[Cc]hild|[Pp]erson|[Hh]ome)\b(?:\s+\p{Ll}+ly)?\s+(?!(?:and|or|of|for|in|on|to|with|at|by)\b|\p{Ll}+ing\b)\p{Ll}{3,}/u;

/** Whether it is a sentence and no title. */
function hasVerb(text: string): boolean {
  return verbs.test(text) || acting.test(text);
}

function words(text: string): number {
  return (text.match(/[\p{L}\d]+/gu) ?? []).length;
}
