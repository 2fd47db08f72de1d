// Takes what own documents say; gives the facts of the home that plain statements of theirs settle.
import type { FactIs, Condition } from "../requirements/checklist.ts";
import type { OwnUnit } from "./own-unit.ts";

/** What settles a fact, and how. A sentence that names the matter and denies it makes it false. */
interface Telling {
  readonly matter: RegExp;
  /** Makes it true; left out where only a denial can be told. */
  readonly so?: RegExp;
  /** Makes it false; left out for a plain denial of the matter. */
  readonly not?: RegExp;
}

const company = /\b(?:Ltd|Limited|LLP|PLC|CIC|Community Interest Company)\b/i;
const council = /\bprovider\b[^.]{0,40}\b(?:Council|local authority)\b/i;

const tellings: Readonly<Record<string, Telling>> = {
  "is-school": {
    matter:
      /\b(?:registered (?:as|with) an? (?:independent )?school|a school|on-?site (?:school|education)|dual(?:ly)? registered)\b/i,
    so: /\b(?:is|are) (?:also |dually )?registered as (?:an? )?(?:independent )?school\b|\bdually registered\b(?!.*\bnot\b)/i,
  },
  "provides-healthcare": {
    matter: /\b(?:therap(?:y|ies)|health ?care|clinical|therapeutic services?)\b/i,
    so: /\b(?:our|in-house|employs? an?|own) (?:\w+ )?(?:therapist|psychologist|nurse|psychotherapist)\b/i,
    not: /\b(?:does|do|is|are) not (?:itself |directly |currently )?(?:provide|offer|deliver|employ)\w*\b[^.]*\b(?:therap\w+|health ?care|clinic\w+)/i,
  },
  "takes-short-breaks": {
    matter: /\bshort breaks?\b|\brespite\b/i,
    so: /\b(?:offers?|provides?|takes?|for) (?:\w+ ){0,3}(?:short breaks?|respite)\b/i,
  },
  "short-breaks-only": {
    matter: /\bshort breaks?\b/i,
    so: /\bonly\b[^.]*\bshort breaks?\b|\bshort breaks? only\b/i,
  },
  "secure-home": {
    matter: /\bsecure (?:children['’]s )?(?:home|accommodation|unit)\b/i,
    so: /\b(?:is|are) (?:an? )?(?:approved |registered )?secure children['’]s home\b/i,
  },
  "provider-is-company": { matter: council, so: company, not: council },
  "provider-is-organisation": {
    matter: /\b(?:sole trader|partnership|individual provider)\b/i,
    so: new RegExp(`${company.source}|${council.source}`, "i"),
    not: /\b(?:sole trader|provider is an individual)\b/i,
  },
  "provider-is-local-authority": { matter: company, so: council, not: company },
  "manager-appointed": {
    matter: /\bregistered manager\b/i,
    so: /\bRegistered Manager\b\W+(?:is )?\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u,
    not: /\bno (?:registered )?manager (?:has been |is )?(?:yet )?appointed\b/i,
  },
  "uses-agency-staff": {
    matter: /\bagency\b/i,
    so: /\bagency (?:staff|workers?)\b[^.]*\b(?:are|is|receive|must|will)\b/i,
  },
  "uses-surveillance": {
    matter: /\b(?:no|not|never)\b[^.]*\b(?:surveillance|monitoring devices?)\b/i,
    so: /\b(?:cameras?|CCTV|door alarms?|door sensors?|listening devices?|trackers?)\b[^.]*\b(?:are|is) (?:fitted|used|installed|in use)\b/i,
    not: /\b(?:no|not|never)\b[^.]*\b(?:surveillance|monitoring devices?)\b/i,
  },
  "uses-mechanical-or-chemical-restraint": {
    matter: /\b(?:mechanical|chemical)\b/i,
    not: /\b(?:never|not|no)\b[^.]*\b(?:mechanical|chemical)\b/i,
  },
  "takes-disabled-children": {
    matter: /\b(?:disabled children|disabilit)/i,
    so: /\b(?:care for|accommodate|admit|for)\b[^.]*\b(?:disabled children|children with (?:\w+ )*disabilit)/i,
  },
  "fire-order-applies": {
    matter: /\bFire Safety\b[^.]*\bOrder\b|\bRR\(?FS\)?O\b/i,
    so: /\bRegulatory Reform \(Fire Safety\) Order\b|\bFire Safety Order\b|\bRR\(?FS\)?O\b/i,
  },
  "independent-person-is-employee": {
    matter: /\bindependent (?:person|visitor)\b/i,
    not: /\bindependent (?:person|visitor)\b[^.]*\bnot (?:employed|an employee)\b/i,
  },
  "email-for-children": {
    matter: /\be-?mail\b/i,
    so: /\b(?:children|young people)\b[^.]*\b(?:use|have|access)\b[^.]*\be-?mail\b/i,
  },
};

const denial =
  /\b(?:is|are|does|do|will|has|have|was) (?:not|never)\b|\bnot (?:registered|a|an|offer|provide|take|use)\b|\bno\b|\bnever\b|n['’]t\b|\bwithout\b/i;

/** Facts that some unit settles and no other settles otherwise. */
export function readHomeFacts(units: readonly OwnUnit[]): ReadonlyMap<string, boolean> {
  const facts = new Map<string, boolean>();
  for (const [fact, telling] of Object.entries(tellings)) {
    const told = new Set(units.flatMap(({ text }) => tell(text, telling)));
    const [only] = told;
    if (told.size === 1 && only !== undefined) facts.set(fact, only);
  }
  const sexes = readSexes(units);
  if (sexes !== null) facts.set("single-sex-staff", sexes);
  return facts;
}

function tell(text: string, { matter, so, not }: Telling): boolean[] {
  if (not?.test(text) === true) return [false];
  if (so?.test(text) === true && !denial.test(text)) return [true];
  return not === undefined && denies(text, matter) ? [false] : [];
}

/** "The home is not registered as a school", and neither "never more than half come from an agency" nor "not only". */
function denies(text: string, matter: RegExp): boolean {
  const at = matter.exec(text)?.index;
  if (at === undefined || text.length > 160) return false;
  const before = text.slice(0, at);
  const last = [...before.matchAll(new RegExp(denial.source, "gi"))].at(-1);
  const between = last === undefined ? null : before.slice(last.index + last[0].length);
  return (
    between !== null &&
    between.length <= furthest &&
    !/^[^.]*\b(?:more|less|fewer|only|just|unless|until|without)\b/i.test(between) &&
    !/[,;]/.test(between)
  );
}

/** Characters between a denial and what it denies. */
const furthest = 60;

/** Whether staff are of one sex; null where nothing tells. Women and men may stand in two rows of one table. */
function readSexes(units: readonly OwnUnit[]): boolean | null {
  const women = /\b(?:females?|women|woman)\b/i;
  const men = /\b(?:males?|men|man)\b/i;
  const staff = /\b(?:staff(?:ing)?|team|workers?|adults|employees)\b/i;
  const children = /\bchild|young|\b(?:boys?|girls?)\b/i;
  const counted = new Map<string, Set<string>>();
  for (const { file, text, section, lead, kind } of units) {
    const named = staff.test(text) || (kind === "row" && staff.test(`${section ?? ""} ${lead}`));
    if (!named || children.test(text)) continue;
    if (/\b(?:all|only|entirely|mainly|mostly)[- ](?:female|male|women|men)\b/i.test(text))
      return true;
    if (/\bboth (?:sexes|genders)\b/i.test(text) && !/\brole models?\b/i.test(text)) return false;
    const told = counted.get(`${file} ${section ?? ""}`) ?? new Set();
    if (women.test(text)) told.add("women");
    if (men.test(text)) told.add("men");
    if (told.size === 2) return false;
    if (kind === "row") counted.set(`${file} ${section ?? ""}`, told);
  }
  return null;
}

/** Whether a row is known not to apply. */
export function isRuledOut(when: Condition | null, facts: ReadonlyMap<string, boolean>): boolean {
  if (when === null) return false;
  const known = ({ fact }: FactIs) => facts.get(fact);
  return (
    when.if.some((one) => known(one) !== undefined && known(one) !== one.is) ||
    when.unless.some((one) => known(one) === one.is)
  );
}
