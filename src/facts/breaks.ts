// Takes a sentence of an own document and a provision of the same matter; tells whether the two stand against each other by
// how each binds: what law demands is denied, what it forbids is done, what it makes depend on something is done without.
import type { Verdict } from "./compare-times.ts";
import { speaksOfMeasure } from "../field/banned-measures.ts";
import { readModals } from "../verify/modality.ts";
import { findActors, type Actor } from "../verify/duty-holders.ts";
import { denies } from "./denial.ts";
import type { LawSentence } from "./law-sentences.ts";
import type { OwnSentence } from "./own-sentences.ts";
import { deprives, judgesItself, permitsEarly, readLetOff } from "./rules.ts";

/** By words of the law, how it binds; and whether a sentence of the same matter does otherwise. */
interface Opposite {
  readonly law: RegExp;
  readonly isBroken: (own: OwnSentence, law: LawSentence) => boolean;
  readonly verdict: Verdict;
}

/** What law forbids, or allows only so: whoever denies that it is done keeps to it. */
const forbidden: readonly Opposite[] = [
  {
    law: /\bno person who\b|\banyone who is complained about\b/i,
    isBroken: ({ said }) => judgesItself(said),
    verdict: "contradicts",
  },
  {
    law: /\bchild (?:imposing|must not be made to impose)\b/i,
    isBroken: ({ said }) => amongChildren.test(said) && penal.test(said) && !denies(said),
    verdict: "contradicts",
  },
  {
    law: /\b(?:to|as) discipline\b|\bpunish(?:ed|ment)\b|\bis forbidden\b/i,
    isBroken: ({ text, said, context }, { own }) =>
      speaksOfMeasure(own, text) !== false && deprives(said, context),
    verdict: "contradicts",
  },
  {
    law: /\breprisals?\b/i,
    isBroken: ({ said, context }) => deprives(said, context) || (penal.test(said) && !denies(said)),
    verdict: "contradicts",
  },
  { law: /\bmay not appoint\b/i, isBroken: appoints, verdict: "contradicts" },
  {
    law: /\bmay (?:permit an individual to|let someone) start\b/i,
    isBroken: ({ said }) => permitsEarly(said),
    verdict: "falls-short",
  },
  {
    law: /\bonly permitted for the purpose\b|\bpurposes only\b/i,
    isBroken: hasOtherEnd,
    verdict: "contradicts",
  },
  {
    law: /\bprivate(?:ly)?\b/i,
    isBroken: ({ said }) => isOverseen(said) && !denies(said) && !isWarranted(said),
    verdict: "contradicts",
  },
  {
    law: /\bno other child\b|\bonly to the child\b/i,
    isBroken: ({ said }) => another.test(said) && !denies(said),
    verdict: "contradicts",
  },
];

/** Whatever else law demands. */
const any = /./;

/** What law demands; the first that fits decides, since what comes later is looser. */
const demanded: readonly Opposite[] = [
  {
    law: /\bpurpose (?:of safeguarding|must be to safeguard)\b/i,
    isBroken: ({ said }) => reason.test(said) && !forChildren.test(said) && !denies(said),
    verdict: "contradicts",
  },
  { law: /\bconsents?\b/i, isBroken: ({ said }) => unasked.test(said), verdict: "falls-short" },
  {
    law: /\bwithout delay\b|\bprompt\b/i,
    isBroken: ({ said }) => puttingOff.test(said) && !denies(said),
    verdict: "falls-short",
  },
  {
    law: /\b(?:provide a copy|notify|send|supply)\b/i,
    isBroken: leavesOut,
    verdict: "falls-short",
  },
  {
    law: /\b(?:at all times|always)\b/i,
    isBroken: ({ said }) => whenItSuits.test(said),
    verdict: "falls-short",
  },
  { law: any, isBroken: deniesDuty, verdict: "falls-short" },
];

export interface Break {
  readonly verdict: Verdict;
  /** Only that something is denied: what, the matter must tell. */
  readonly bare: boolean;
}

/** How a sentence stands against a provision of its matter; null where nothing tells that it does. */
export function findBreak(own: OwnSentence, law: LawSentence): Break | null {
  const fitting = oppositesOf(law).find((each) => each.isBroken(own, law));
  return fitting === undefined
    ? null
    : { verdict: fitting.verdict, bare: fitting.isBroken === deniesDuty };
}

/** Read once for each sentence of law: every sentence of a document is held against it. */
const read = new WeakMap<LawSentence, readonly Opposite[]>();

function oppositesOf(law: LawSentence): readonly Opposite[] {
  const had = read.get(law);
  if (had !== undefined) return had;
  const text = [law.text, ...law.items].join(" ");
  const banned = forbidden.filter((each) => each.law.test(text));
  const forbids = readModals(text).some(({ negative, firm }) => negative && firm);
  const due = demanded.filter((each) => each.law.test(text));
  const found = banned.length > 0 ? banned : due.filter((each) => !forbids || each.law !== any);
  read.set(law, found);
  return found;
}

const amongChildren =
  /\b(?:older|elder|senior|eldest)\b|\b(?:council|prefects?|housemates?|peers?|each other|one another)\b|\b(?:children|young people|residents) (?:\w+ )?(?:vote|decide|choose|set)\b/i;
const penal =
  /\b(?:sanction\w*|consequence\w*|punish\w*|penalt\w*|chores?|rules?|stays? in|apologi[sz]e|have to move)\b/i;

/** Somebody is or acts as what is named: "acts as independent visitor", "the visitor is our …". */
const appointing =
  /\b(?:as|(?:is|are|be|becomes?|remains?) (?:also )?(?:our|the|an?|its)?)\b|\b(?:made|done|carried out|paid) by\b|\b(?:does|makes|carries out|will visit)\b/i;

function appoints({ said, context }: OwnSentence, { own }: LawSentence): boolean {
  return (
    /\b(?:independent|visitor)\b/i.test(`${context} ${said}`) &&
    appointing.test(said) &&
    speaksOfMeasure(own, said) !== false &&
    !denies(said)
  );
}

/** What a hold prevents where law permits it, in the words of plans. */
const listedEnd =
  /\b(?:injur\w*|hurt\w*|harm\w*|danger\w*|hit\w*|attack\w*|assault\w*|fight\w*|safe\w*|roads?|traffic|weapons?|serious(?:ly)?|last resort|property|risk\w*|secure)\b/i;
const holding =
  /\b(?:holds?|held|holding|restrain\w*|grab\w*|physical\w*|carr(?:y|ies|ied)|force[sd]?|steer\w*|drag(?:s|ged|ging)?|by the (?:arms?|wrists?))\b/i;
const end =
  /\b(?:so that|in order to|simply to|to (?:get|make|keep|bring|take|move|enforce|ensure|stop|prevent)|who|that|if|when|where|as a|for \w+ing)\b/i;

/** Holds a child for an end that is not among those that the law lists. */
function hasOtherEnd({ said }: OwnSentence): boolean {
  if (!holding.test(said)) return false;
  return end.test(said) && !listedEnd.test(said) && !denies(said) && !/\bonly\b/i.test(said);
}

const overseeing =
  /\b(?:present|stays?|remains?|sits?|listen\w*|hears?|overhear\w*|attends?|in attendance|in the room|loudspeaker|monitor\w*|opened|(?:read|checked) by|noted down|must ask|in front of)\b/i;

/** Somebody who works in the home is by when what should be private happens. */
function isOverseen(said: string): boolean {
  return overseeing.test(said) && atWork.test(said);
}

const atWork =
  /\b(?:staff|workers?|adults?|managers?|keyworkers?|carers?|employees?|leaders?|everybody|everyone)\b/i;

/** Ordered by a court, agreed with those who may, or for a child's safety. */
function isWarranted(said: string): boolean {
  return /\b(?:courts?|consents?|agree\w*|safety|safeguard\w*|harm|risk\w*|unless)\b/i.test(said);
}

const reason =
  /\b(?:so that|in order to|because|helps? us|there to|to (?:watch|protect|lower|save|settle|see|defend|catch|check))\b/i;
const forChildren = /\b(?:child\w*|young people|welfare|safe\w*|harm)\b/i;

const unasked =
  /\bwithout (?:asking|(?:the |any |\w+['’]s )?(?:agreement|consent|permission|approval)\b)|\b(?:nobody|no one)['’]?s? (?:\w+ )?(?:consent|permission|agreement)|\bno (?:consent|permission|agreement)\b|\b(?:not|never|nobody) (?:been )?(?:ask\w*|sought|consult\w*)|\balone decides?\b|\bneeds? nobody\b|\bat will\b|\bwhether or not\b[^.;]*\bagrees?\b|\bby word of mouth\b/i;

const another =
  /\b(?:another|other) (?:child|young|resident|boy|girl|person)\b|\b(?:someone else|somebody else|housemates?|shar(?:e|es|ed|ing)|leftovers?|left over|spare|whoever|two children|brothers?|sisters?)\b/i;

/** Waits for something that may be long in coming. */
const puttingOff =
  /\b(?:once|after|until|till|when|if)\b[^.;]*\b(?:finish\w*|over|complet\w*|conclu\w*|prove[nds]*|proof|true|establish\w*|clear|upheld|facts|ended|time)\b|\b(?:next|monthly|weekly) (?:annual |yearly |team |staff )?(?:return|supervision|meeting|inspection|review|session|visit|report)\b|\b(?:wait|keeps?|kept|saved?|hold(?:s|ing)? on to)\b[^.;]*\b(?:for|until)\b|\bonly (?:if|when)\b/i;

/** Done only as far as something else leaves room for it: "wherever the rota allows". */
const whenItSuits =
  /(?<!\band )\b(?:where(?:ver)?|when(?:ever)?|if|as far as|so far as)\b(?:(?!\bnot?\b)[^.;,])*\b(?:allows?|permits?|possible|practicable|suits?)(?=[.;,]|$)|\b(?:tr(?:y|ies)|aims?|hopes?) to\b/i;

const closed =
  /\b(?:nobody|no one|none) else\b|\bonly\b|\binternal\b|\bkept (?:in|inside|within)\b|\bstays? (?:with|in|between|among)\b/i;

/** Of those who must be told, leaves out one: says that nobody else is, or that this one is not. */
function leavesOut({ said }: OwnSentence, { own, text }: LawSentence): boolean {
  const listed = findActors(own).map(({ actor }) => actor);
  const owed = listed.length > 0 ? listed : findActors(text).map(({ actor }) => actor);
  const told = new Set(findActors(said).map(({ actor }) => actor));
  const missing = owed.filter((actor) => institutional.has(actor) && !told.has(actor));
  if (closed.test(said)) return missing.length > 0;
  return denies(said) && owed.some((actor) => told.has(actor));
}

const institutional: ReadonlySet<Actor> = new Set([
  "inspectorate",
  "placing-authority",
  "local-authority",
  "responsible-individual",
]);

/** Said without a "not": what is done in the place of all that is due, or not done. */
const lacking =
  /\b(?:(?:left|leaves?|kept|keeps?) (?:it |them )?off|left out|miss(?:es)? out|skips?|waived|let off|optional|voluntary|exempt\w*|excused|when(?:ever)? they (?:wish|want|like|ask)|if they (?:wish|want|like|ask)|on request|unsigned|unlocked|only a summary|(?:short )?summary|confidential|instead|in place of|once, at|finished and|from day one|straight away|at once)\b/i;

/** What law demands of somebody is denied, or they are let off it. */
function deniesDuty({ said }: OwnSentence, { text }: LawSentence): boolean {
  // What is allowed only so need not be done at all: "No camera looks into a bedroom".
  if (/\bmay only\b/i.test(text) && /^no\b/i.test(said)) return false;
  if (/\bunless\b|\bonly (?:if|when|where|in|with)\b/i.test(said)) return false;
  return denies(said) || readLetOff(said) !== null || lacking.test(said);
}
