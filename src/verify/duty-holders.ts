// Who can bear a duty in children's homes, how they are named, and who stands for whom.
import type { TextRange } from "../text/sentences.ts";
import { readModals } from "./modality.ts";

export const actorNames = {
  "registered-person": "the registered person",
  "registered-provider": "the registered provider",
  "registered-manager": "the registered manager",
  "responsible-individual": "the responsible individual",
  home: "the home",
  staff: "staff",
  "independent-person": "the independent person",
  "placing-authority": "the placing authority",
  "local-authority": "the local authority",
  inspectorate: "Ofsted",
  "secretary-of-state": "the Secretary of State",
  "reviewing-officer": "the independent reviewing officer",
  "social-worker": "the social worker",
  police: "the police",
  partners: "the safeguarding partners",
  school: "the school or college",
  parent: "parents",
  child: "the child",
  "fire-authority": "the fire and rescue authority",
  "school-head": "the virtual school head",
} as const;

export type Actor = keyof typeof actorNames;

export function nameActors(actors: Iterable<Actor>): string {
  return [...actors].map((actor) => actorNames[actor]).join(" and ");
}

/** In this order: the first that matches at a place counts, so longer names come before those they hold. */
const namings: Readonly<Record<Actor, string>> = {
  "registered-provider":
    "registered providers?|(?:service |organisation(?:al)? )?providers?|organisation(?: that| which)? (?:carries|carrying) on the home",
  "registered-manager":
    "registered managers?|(?:home|children['’]?s['’]? home)['’]?s? managers?|(?<!deputy )(?<!line )(?<!case )(?<!team )(?<!assistant )managers?",
  "registered-person": "registered persons?|registered people",
  "responsible-individual": "responsible individuals?|\\bRI\\b",
  "independent-person": "independent (?:persons?|people|visitors?)|regulation 44 visitors?",
  "reviewing-officer": "independent reviewing officers?|IROs?",
  "placing-authority": "placing (?:local )?authorit(?:y|ies)",
  "local-authority": "(?:local |host |home |area |responsible )authorit(?:y|ies)|council",
  inspectorate:
    "ofsted|HMCI|registration authority|(?:his|her) majesty['’]?s chief inspector|chief inspector|inspectors?|inspectorate",
  "secretary-of-state": "secretary of state",
  "social-worker": "social workers?",
  "fire-authority": "fire (?:and rescue )?(?:authorit(?:y|ies)|services?)",
  "school-head": "virtual (?:school )?heads?",
  partners: "safeguarding partners?",
  school:
    "schools?(?: and colleges?| or colleges?)?(?! (?:age|day|place|work|nurse|year|policy))|colleges?|governing bod(?:y|ies)(?: and proprietors?)?|head ?teachers?",
  police: "police",
  staff:
    "(?:care |residential |all |agency )?staff(?: members?)?|members? of staff|(?:care|key|support|residential(?: child ?care)?) ?workers?|employees?",
  parent:
    "parents?|carers?|relatives|famil(?:y|ies)(?! (?:home|environment|life|setting|group|court|doctor|meal)s?\\b)",
  home: "(?:children['’]?s['’]? )?homes?",
  child: "child(?:ren)?(?!['’]?s['’]? home)|young (?:people|persons?)",
};

const named = Object.keys(namings) as Actor[];

const anyActor = new RegExp(named.map((actor) => `\\b(${namings[actor]})\\b`).join("|"), "gi");

export interface ActorMention extends TextRange {
  readonly actor: Actor;
  readonly words: string;
}

export function findActors(text: string): ActorMention[] {
  return [...text.matchAll(anyActor)].flatMap((match) => {
    const index = match.slice(1).findIndex((group) => group !== undefined);
    const actor = named[index];
    if (actor === undefined) return [];
    const end = match.index + match[0].length;
    // "the home's workforce", "staff's": possessives bear nothing, but "Ofsted's approval" is for Ofsted to give.
    const behind = text.slice(end);
    if (/^['’]s?\b/.test(behind) && actor !== "registered-manager" && !ownLeave.test(behind))
      return [];
    return [{ actor, words: match[0], start: match.index, end }];
  });
}

const ownLeave =
  /^['’]s?\s+(?:\w+\s+)?(?:consent|permission|agreement|approval|authori[sz]ation)\b/i;

/** Those of whom a claim must not speak unless its source does: each has duties and powers of its own. */
export const institutions: ReadonlySet<Actor> = new Set([
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

export function findInstitutions(text: string): Set<Actor> {
  const found = findActors(text).map(({ actor }) => actor);
  return new Set(found.filter((actor) => institutions.has(actor)));
}

/** "Ofsted must hear of it": something is to be done to them, not by them. */
const receives =
  /^\s*(?:also |then )?(?:hear|receive|get|be able to|have (?:[\w’']+ ){0,3}(?:copy|copies|notice|sight|report|list|summary))\b/i;

/** Those who, by a sentence, must, should or may do something. Passives ("must be told") name nobody, unless "by …". */
export function readBearers(sentence: string): ActorMention[] {
  const actors = findActors(sentence);
  const bearers: ActorMention[] = [];
  let clauseStart = 0;
  for (const modal of readModals(sentence)) {
    if (modal.bearer === "behind") {
      const next = actors.find(({ start }) => start >= modal.end && start - modal.end < 40);
      if (next !== undefined && /^[^.;:]{0,30}\bto\b/.test(sentence.slice(next.end)))
        bearers.push(next);
    } else if (
      modal.bearer === "before" &&
      !/^\s*be\b/.test(modal.force === "may" ? sentence.slice(modal.end) : "")
    ) {
      const passive =
        /^\s*(?:not |also |only |always )?(?:be|have been|be being) (?:\w+ly )?\w+(?:ed|en|wn|pt|de|id|ld|ught|nt|ne|ung)\b/i.exec(
          sentence.slice(modal.end),
        );
      const agent =
        passive === null ? null : agentOf(sentence, modal.end + passive[0].length, actors);
      if (receives.test(sentence.slice(modal.end))) {
        clauseStart = modal.end;
        continue;
      }
      const again = /\b(?:and|or|but)\s+(?:also\s+)?$/i.test(sentence.slice(0, modal.start));
      const before = again ? (bearers.at(-1) ?? null) : null;
      const subject =
        passive !== null
          ? agent
          : (before ?? subjectOf(sentence, clauseStart, modal.start, actors));
      if (subject !== null) bearers.push(subject);
    }
    clauseStart = modal.end;
  }
  return bearers;
}

/** Those to whose judgement a sentence leaves something: "X decides", "which X considers", "a judgement for X". */
export function readDeciders(sentence: string): ActorMention[] {
  return findActors(sentence).filter(({ start, end }) => {
    const left =
      /\b(?:judge?ment|decision|matter|discretion|up) (?:for|of|to) (?:the |its |their )?$|\b(?:decided|considered|judged|determined|approved) by (?:the )?$/i;
    const right =
      /^\s+(?:\w+ly )?(?:may |must |should |can |will )?(?:decides?|considers?|judges?|determines?|chooses?|approves?|consents?|agrees?)\b(?! (?:how|the views))/i;
    return left.test(sentence.slice(0, start)) || right.test(sentence.slice(end));
  });
}

/** "… by the registered person" shortly behind a passive. */
function agentOf(
  sentence: string,
  from: number,
  actors: readonly ActorMention[],
): ActorMention | null {
  const by = /^[^.;:,]{0,40}?\bby (?:the |an? |its |their )?(?:home['’]s )?/i.exec(
    sentence.slice(from),
  );
  if (by === null) return null;
  const at = from + by[0].length;
  return actors.find(({ start }) => start === at) ?? null;
}

/** Whoever stands right before a modal; else the first actor of its clause; of the clauses before it while they name nobody. */
function subjectOf(
  sentence: string,
  from: number,
  to: number,
  actors: readonly ActorMention[],
): ActorMention | null {
  const pronoun = /\b(?:they|it|he|she|this|these|those|there|what|you|we|I)\s+(?:\w+ly\s+)?$/i;
  if (pronoun.test(sentence.slice(from, to))) return null;
  const inside = actors.filter(
    ({ start, end }) => start >= from && end <= to && isHead(sentence, start, end, to),
  );
  const adjacent = inside.find(({ end }) => /^\s+(?:\w+ly\s+)?$/.test(sentence.slice(end, to)));
  if (adjacent !== undefined) return adjacent;
  const clauses = /[,;:—–(]|\b(?:that|which|if|when|where|and|but|so)\b/gi;
  const breaks = [...sentence.slice(from, to).matchAll(clauses)]
    .map((match) => from + match.index)
    .toReversed();
  for (const at of breaks) {
    const subject = inside.find(({ start }) => start >= at);
    if (subject !== undefined) return subject;
  }
  return inside[0] ?? null;
}

/** False where the actor only goes with another: "records of the child", "in conjunction with its staff", in brackets. */
function isHead(sentence: string, start: number, end: number, to: number): boolean {
  const before = sentence.slice(0, start).replace(/\bfor (?:example|instance),? /gi, "");
  if (/\([^()]*$/.test(before) && /^[^()]*\)/.test(sentence.slice(end))) return false;
  const belonging =
    /\b(?:of|for|in|on|to|with|by|from|at|about|such as)\s+(?:(?!which\b|whom\b|what\b)[\w’']+\s+){0,2}$/i;
  if (belonging.test(before)) return false;
  // "the manager policy": something else is the subject.
  const other =
    /^\s+(?:policy|policies|plans?|records?|procedures?|files?|visits?|reviews?|arrangements?|protocols?)\b/i;
  return !other.test(sentence.slice(end, to));
}

/** `entrusted`: the source makes another see to it that this one does it. */
export type Likeness = "same" | "entrusted" | "near" | "other";

/** Words between the beginning of a clause and one to whom something is done: "(a) send HMCI a copy". */
const handing =
  /\b(?:of|to|by|with|for|send|supply|give|notify|inform|tell|provide|consult|ask|offer|show|pay)\b/i;

/**
 * Those whom a sentence makes others see to: "must ensure that an independent person visits"; and those who begin a
 * clause that hangs from such a sentence.
 */
export function readEntrusted(sentence: string, clause = ""): Actor[] {
  const actors = findActors(sentence);
  const [first] = findActors(clause);
  const opening =
    first !== undefined && first.start < 30 && !handing.test(clause.slice(0, first.start))
      ? [first.actor]
      : [];
  const entrusting =
    /\b(?:ensur\w+|mak\w+ sure|secur\w+|arrang\w+ for|see\w* to it|enabl\w+|requires?|requiring|helps?|helping|assist\w*|allow\w*)\b/gi;
  const given = [...sentence.matchAll(entrusting)].flatMap((match) => {
    const from = match.index + match[0].length;
    const next = actors.find(({ start }) => start >= from && start - from < 60);
    return next === undefined ? [] : [next.actor];
  });
  return [...opening, ...given];
}

/** Pairs that stand close: a claim of the first about the second is worth a warning, not an error. */
const near: readonly (readonly [Actor, Actor])[] = [
  // A duty of the registered person falls on provider and manager alike (reg 2(1)), but on both of them.
  ["registered-manager", "registered-person"],
  ["registered-provider", "registered-person"],
  ["registered-person", "registered-provider"],
  ["registered-person", "registered-manager"],
  ["home", "staff"],
  ["staff", "home"],
  // A placing authority is a local authority most of the time; the local authority need not be the placing one.
  ["local-authority", "placing-authority"],
  ["partners", "local-authority"],
  ["local-authority", "partners"],
];

/** Guidance says "the home" for whoever runs it. */
const running: ReadonlySet<Actor> = new Set([
  "registered-person",
  "registered-provider",
  "registered-manager",
  "home",
]);

/** Whether a claim about one actor says what a source says about another. */
export function compareActors(claimed: Actor, said: Actor): Likeness {
  if (claimed === said) return "same";
  if ((claimed === "home" && running.has(said)) || (said === "home" && running.has(claimed)))
    return "same";
  return near.some(([a, b]) => a === claimed && b === said) ? "near" : "other";
}
