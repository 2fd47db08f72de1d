// Takes a unit of an own document; gives who it names for a post, who supervises whom and how often, and to whom
// complaints go.
import { readTimeFacts } from "../../text/time-facts.ts";
import { boundOf } from "../../text/bounds.ts";
import { findBlanks } from "../../text/blanks.ts";
import { contentStemList } from "../../text/content-stems.ts";
import type { OwnUnit } from "../own-unit.ts";
import type { ToldFact } from "./told-fact.ts";

/** Longest names first: the first that matches at a place counts. */
const posts: readonly (readonly [string, string])[] = [
  ["deputy manager", "deputy (?:registered |home )?managers?|assistant managers?"],
  ["registered manager", "registered managers?|home managers?|(?:the |our )managers?"],
  ["responsible individual", "responsible individuals?|\\bRI\\b|nominated individual"],
  [
    "team leader",
    "team leaders?|shift leaders?|senior (?:\\w+ )?(?:workers?|practitioners?|carers?)|seniors",
  ],
  ["line manager", "line managers?"],
  ["director", "(?:managing |operations )?directors?"],
  [
    "outside supervisor",
    "(?:external|independent|clinical|outside) (?:\\w+ )?(?:supervisors?|consultants?|psychologists?)",
  ],
  [
    "staff in probation",
    "(?:new|probationary) (?:staff|starters?|workers?|employees?|members? of staff)|staff (?:in|on|during) (?:their )?probation",
  ],
  ["agency staff", "(?:bank|agency|relief|temporary) (?:staff|workers?)"],
  ["night staff", "(?:waking )?night (?:staff|workers?)"],
  [
    "staff",
    "(?:all |care |residential |permanent )*(?:staff|members? of staff|workers?|employees|team members?|support workers?)",
  ],
];
const anyPost = new RegExp(posts.map(([, pattern]) => `\\b(${pattern})\\b`).join("|"), "gi");

interface FoundPost {
  readonly post: string;
  readonly start: number;
  readonly end: number;
}

function findPosts(text: string): FoundPost[] {
  return [...text.matchAll(anyPost)].flatMap((match) => {
    const at = match.slice(1).findIndex((group) => group !== undefined);
    const post = posts[at]?.[0];
    return post === undefined
      ? []
      : [{ post, start: match.index, end: match.index + match[0].length }];
  });
}

const person =
  "(?:(?:Mr|Mrs|Ms|Miss|Dr)\\.? )?\\p{Lu}[\\p{Ll}’'-]+(?: \\p{Lu}\\.?)?(?: \\p{Lu}[\\p{Ll}’'-]+){1,2}";
const noName =
  /\b(?:Registered|Responsible|Manager|Individual|Home|House|Lodge|Court|Children|Deputy|Policy|Statement|Care|Ltd|Limited|Street|Road|Date|Version|Review|Ofsted|Council|Director|Team|Safeguarding|Lead|The|Approved|Signed|Name|Telephone|Email|Regulation)\b/;

/** Posts that one person holds. */
const held: readonly (readonly [string, string])[] = [
  ["registered manager", "(?<!deputy |assistant )registered manager|\\bRM\\b"],
  ["responsible individual", "responsible individual|\\bRI\\b"],
  ["deputy manager", "deputy (?:registered )?manager"],
  ["designated safeguarding lead", "designated safeguarding (?:lead|officer)|\\bDSL\\b"],
];

/** Who holds a post, by a label, by "is" or in apposition; former and acting holders are left out. */
export function readNames(unit: OwnUnit): ToldFact[] {
  const { text } = unit;
  if (
    findBlanks(text).length > 0 ||
    /\b(?:former(?:ly)?|previous(?:ly)?|until|acting|interim|left)\b/i.test(text)
  )
    return [];
  return held.flatMap(([post, pattern]) => {
    // Letters of either case in the post alone: a name has its capitals.
    const insensitive = pattern.replaceAll(
      /(?<!\\)\p{L}/gu,
      (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`,
    );
    const behind = new RegExp(
      `(?:${insensitive})(?: is| will be|:|,| –| -|\\s*\\||\\s*\\()\\s*(${person})`,
      "u",
    );
    const before = new RegExp(
      `(${person})(?:,| –| -| is| will be| \\(|\\s*\\|)\\s*(?:the |our |[Rr]egistered with [^,]*as )?(?:${insensitive})(?! (?:and|or) )`,
      "u",
    );
    const name = (behind.exec(text) ?? before.exec(text))?.[1];
    return name === undefined || noName.test(name) ? [] : [nameTold(post, name, unit)];
  });
}

/** "The registered manager is Jo Bloggs.": who somebody is, and nothing that they do. */
export function isNameAlone(unit: OwnUnit): boolean {
  const names = readNames(unit).map(({ says }) => says);
  if (names.length === 0) return false;
  const rest = names.reduce((text, name) => text.replace(name, " "), unit.text);
  return contentStemList(rest.replace(anyPost, " ")).length === 0;
}

export function nameTold(post: string, name: string, unit: OwnUnit | null): ToldFact {
  // Titles and first names are written in many ways; the last name is not.
  const last = name.split(/\s+/).at(-1) ?? name;
  return {
    kind: "name",
    key: post,
    about: `Who the ${post} is`,
    value: last.toLowerCase(),
    says: name,
    unit,
  };
}

const company = /\b((?:\p{Lu}[\p{L}&’'-]*\s+){1,5}(?:Ltd|Limited|LLP|PLC|CIC))\b/u;

/** The company that runs the home, where a unit calls it that. */
export function readProvider(unit: OwnUnit): ToldFact[] {
  const { text } = unit;
  if (
    !/\b(?:registered provider|provider|organisation|owned (?:and \w+ )?by|run by|operated by)\b/i.test(
      text,
    )
  )
    return [];
  const name = company.exec(text)?.[1]?.replace(/^(?:The|Provider|Registered)\s+/, "");
  return name === undefined ? [] : [providerTold(name, unit)];
}

export function providerTold(name: string, unit: OwnUnit | null): ToldFact {
  const value = name
    .toLowerCase()
    .replace(/\b(?:ltd|limited|llp|plc|cic)\b\.?/g, "")
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim();
  return {
    kind: "name",
    key: "registered provider",
    about: "Who the registered provider is",
    value,
    says: name,
    unit,
  };
}

/** How often whom: "All staff have supervision every six weeks", and by whom. */
export function readSupervision(unit: OwnUnit): ToldFact[] {
  const { text, lead, kind } = unit;
  if (
    !/\bsupervis(?:ions?|ed|es)\b/i.test(text) ||
    /\b(?:children|child|young people|group supervision|clinical supervision|peer)\b/i.test(text)
  )
    return [];
  const found = findPosts(kind === "row" ? `${lead} ${text}` : text);
  const by = /\b(?:by|from|with)\s+(?:(?:the|their|an?|our|his|her)\s+)?$/i;
  const supervises =
    /^\s+(?:\w+ly )?(?:supervises?|(?:provides?|gives?|offers?)\b[^.;]{0,50}\bsupervision)\b/i;
  const source = kind === "row" ? `${lead} ${text}` : text;
  const doer = found.find(
    ({ start, end }) => by.test(source.slice(0, start)) || supervises.test(source.slice(end)),
  );
  const whom = found.find((one) => one !== doer)?.post ?? "staff";
  const facts: ToldFact[] = [];
  const interval = readTimeFacts(text).filter(({ role }) => role === "interval");
  const [often] = interval;
  if (often !== undefined && interval.length === 1) {
    const weeks = String(Math.round(often.hours.least / 168));
    const least =
      atLeast.test(text.slice(0, often.start)) || boundOf(text, often.start, often.end) === "least";
    const about = `How often ${whom} ${isMany(whom) ? "are" : "is"} supervised`;
    const told: ToldFact = {
      kind: "supervision",
      key: `${whom}, how often`,
      about,
      value: weeks,
      says: often.words,
      unit,
    };
    facts.push(least ? { ...told, atLeast: true } : told);
  }
  if (doer !== undefined && doer.post !== "line manager" && doer.post !== whom)
    facts.push({
      kind: "supervision",
      key: `${whom}, by whom`,
      about: `Who supervises ${isMany(whom) ? whom : `the ${whom}`}`,
      value: doer.post,
      says: doer.post,
      unit,
    });
  return facts;
}

const atLeast = /\b(?:at least|no less than|not less than|a minimum of|minimum)\b[^.;]{0,25}$/i;

function isMany(post: string): boolean {
  return /\bstaff\b/.test(post);
}

const bodies =
  "registered managers?|managers?|responsible individual|deputy(?: manager)?|directors?|complaints (?:officer|manager)|independent (?:person|investigator)|Ofsted|social workers?|local authority|area manager|head office|key ?workers?";
const handled = new RegExp(
  `\\bcomplaints?\\b[^.;]{0,60}\\b(investigated|dealt with|handled|looked into|considered|answered|addressed|sent|made|referred|appealed)\\b(?: in writing)?(?: first)? (?:by|to) (?:(?:the|our|an?)\\s+)?(${bodies})\\b`,
  "i",
);
const handles = new RegExp(
  `^(?:the |our |an? )?(${bodies})\\b (?:will )?(?:\\w+ly )?(investigates?|deals? with|handles?|looks? into|considers?|answers?)\\b[^.;]{0,30}\\bcomplaints?\\b`,
  "i",
);

/** Who looks into complaints, and to whom they go; several may be told in one unit, and then none is. */
export function readAddressee(unit: OwnUnit): ToldFact[] {
  const { text } = unit;
  if (
    /\b(?:unless|about|against|serious|stage|still|not (?:happy|satisfied)|involves?)\b/i.test(text)
  )
    return [];
  const told = handled.exec(text);
  const [action = "", who = ""] =
    told === null ? (handles.exec(text)?.slice(1).toReversed() ?? []) : told.slice(1);
  if (who === "") return [];
  const sends = /^(?:sent|made|addressed|referred)/i.test(action);
  const value = who
    .toLowerCase()
    .replace(/s$/, "")
    .replace(/^manager$/, "registered manager");
  const about = sends ? "To whom a complaint goes" : "Who looks into a complaint";
  return [{ kind: "addressee", key: sends ? "to" : "by", about, value, says: who, unit }];
}
