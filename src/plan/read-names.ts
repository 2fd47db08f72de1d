// Takes a question; tells the names that an answer must speak of from those that only tell the question's story.
//
// "What is the LADO's number in Croydon?" is answered by nothing that does not speak of Croydon. "Our home in Croydon
// is full. Whom must we tell?" is: the law is the same in all of England, whoever and wherever the home is.
import { findSentences } from "../text/sentences.ts";
import { isAsked } from "./plan-question.ts";

export interface Names {
  /** England's neighbours: what answers must be about them, and not only mention them. */
  readonly neighbours: readonly string[];
  /** Places, bodies and documents that answers must speak of. */
  readonly asked: readonly string[];
  /** Names that only tell the question's story. */
  readonly told: readonly string[];
}

export function readNames(question: string): Names {
  const sentences = findSentences(question).map(({ start, end }) => question.slice(start, end));
  const asked = sentences.filter(isAsked);
  const last = sentences.at(-1);
  const asking = new Set(asked.length > 0 || last === undefined ? asked : [last]);
  const names = sentences.flatMap((sentence) =>
    findNames(sentence).map((name) => ({
      text: name.text,
      isAsked: mustBeMet(name, sentence, asking.has(sentence)),
    })),
  );
  const met = new Set(names.filter((name) => name.isAsked).map(({ text }) => text));
  return {
    neighbours: [...met].filter((text) => neighbours.has(text)),
    asked: [...met].filter((text) => !neighbours.has(text)),
    told: [...new Set(names.map(({ text }) => text))].filter((text) => !met.has(text)),
  };
}

/** A question without some of its names and what joins them to it, and without a month or day of no year. */
export function dropNames(question: string, names: readonly string[]): string {
  const joint = "(?:in|at|near|within|from|of|by|with|called|named)";
  const patterns = names.map(
    (name) =>
      new RegExp(`(?:,?\\s+${joint}(?:\\s+the)?)?,?\\s+${name}(?:[’']s)?(?![\\p{L}\\d])`, "gu"),
  );
  return [...patterns, dateOfStory].reduce((text, each) => text.replace(each, ""), question);
}

/** Whether a text has a name, whatever its capitals. */
export function speaksOf(text: string, name: string): boolean {
  return new RegExp(`\\b${name.replace(/[^\p{L}\d ]/gu, ".")}\\b`, "iu").test(text);
}

interface Name {
  readonly text: string;
  /** The sentence up to it. */
  readonly before: string;
  /** "in Croydon", and not "the Croydon office". */
  readonly located: boolean;
}

/** "in Croydon", "in the North West", "Care Inspectorate Wales": places, and names of two words or more. */
function findNames(sentence: string): Name[] {
  const located =
    /\b(?:in|at|near|within|from)\s+(?:the\s+)?(?<name>\p{Lu}[\p{L}’'-]+(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]+)*)/gu;
  // Not the first word: every sentence begins with a capital.
  const several =
    /(?<=[\p{Ll},;] )(?:the\s+)?(?<name>\p{Lu}[\p{Ll}’'-]+(?:\s+(?:of\s+)?\p{Lu}[\p{Ll}’'-]+)+)/gu;
  const found = (pattern: RegExp, isLocated: boolean) =>
    [...sentence.matchAll(pattern)].map(({ index, groups }): Name => ({
      text: (groups?.["name"] ?? "").replace(/[’']s$/, ""),
      before: sentence.slice(0, index),
      located: isLocated,
    }));
  const places = found(located, true);
  const known = new Set(places.map(({ text }) => text));
  const names = [...places, ...found(several, false).filter(({ text }) => !known.has(text))];
  return names.filter(({ text }) => !calendar.test(text));
}

function mustBeMet({ text, before, located }: Name, sentence: string, isAsking: boolean): boolean {
  if (neighbours.has(text)) return isAsking || (located && runsService.test(before));
  if (!isAsking) return false;
  const isOfLaw = asksOfLaw(sentence);
  if (instrument.test(text)) return true;
  if (anyBefore.test(before)) return false;
  if (located && !party.test(text)) return !isOfLaw;
  const isParty = party.test(text) || roleBefore.test(before);
  return !isParty || (!isOfLaw && interrogative.test(sentence));
}

/** What must, may or can be done, which is the same for everybody the law is for. */
function asksOfLaw(sentence: string): boolean {
  return (
    /\b(?:must|may|can|could|should|shall|needs?|(?:has|have) to|(?:do|am|are) (?:we|i)|appl(?:y|ies)|allowed|required?|permitted|entitled|lawful|legal)\b/i.test(
      sentence,
    ) && !/\bcan (?:we|i) (?:find|see|get|reach|contact|look up)\b/i.test(sentence)
  );
}

const interrogative =
  /\b(?:what|which|who|whom|whose|where|when|why|how)\b|^(?:is|are|was|were|does|did|has|have)\b/i;

/** "our home in", "my manager", "a new home in": any would do, whatever its name or place. */
const anyBefore =
  /\b(?:our|my)(?:\s+[\p{L}’'-]+){1,4},?\s*$|\b(?:an?|any|each|every)(?:\s+[\p{L}’'-]+){0,3}\s+(?:home|service|provider|company)\s*$/iu;

/** A home, a company, an authority or a person: those whom the law is about, whatever they are called. */
const party =
  /^(?:Mr|Mrs|Ms|Miss|Dr)\b|\b(?:House|Lodge|Cottage|Home|Homes|Hall|Farm|Court|Villa|Grange|Manor|Group|Limited|Ltd|Council|Borough)$/;
const roleBefore =
  /\b(?:manager|director|individual|provider|owner|worker|nominee|colleague|child|boy|girl|called|named),?\s*$/i;

const instrument =
  /\b(?:Act|Acts|Regulations|Rules|Order|Code|Standards|Guidance|Framework|Convention)$/;

/** "a home in": where it is run says which law it is under. */
const runsService =
  /\b(?:homes?|services?|providers?|agency|agencies|company|business|premises|branch|school)(?:\s+(?:is|are|based|located|registered))*\s*$/i;

/** England's neighbours, whose law is another. */
const neighbours = new Set([
  "Scotland",
  "Wales",
  "Northern Ireland",
  "Ireland",
  "Jersey",
  "Guernsey",
  "Isle of Man",
]);

/** Months and days have capitals and are no places. */
const dates =
  "(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)";
const calendar = new RegExp(`^${dates}\\b`);
const dateOfStory = new RegExp(`\\s+(?:in|on|next|last)\\s+${dates}\\b(?!\\s+\\d)`, "g");
