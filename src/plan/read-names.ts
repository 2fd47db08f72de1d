// Takes a question and what is known of its words; tells the names that an answer must speak of from those that only
// tell the question's story.
//
// "What is the LADO's number in Croydon?" is answered by nothing that does not speak of Croydon. "Our home in Croydon
// is full. Whom must we tell?" is: the law is the same in all of England, whoever and wherever the home is. Capitals
// alone make no name: "Induction Checklist" is two words like any others.
import { setOfWords } from "../lists.ts";
import { knownInstruments } from "../references/known-instruments.ts";
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

/** What a library's texts say of single words. */
export interface Vocabulary {
  /** Whether they write the word, given in lower case, without a capital: a name they would not. */
  readonly isOrdinary: (word: string) => boolean;
  /** Whether there is so much text that a word missing in it is likely a name. */
  readonly tells: boolean;
}

const unknown: Vocabulary = { isOrdinary: () => false, tells: false };

/** @param vocabulary of the library that is asked; without it a word is a name wherever it stands like one */
export function readNames(question: string, vocabulary: Vocabulary = unknown): Names {
  const sentences = findSentences(question).map(({ start, end }) => question.slice(start, end));
  const asked = sentences.filter(isAsked);
  const last = sentences.at(-1);
  const asking = new Set(asked.length > 0 || last === undefined ? asked : [last]);
  const names = sentences.flatMap((sentence) =>
    findNames(sentence)
      .filter((name) => isName(name, vocabulary))
      .map((name) => ({
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

/** The words, in lower case, of all that stands in a question like a name. */
export function wordsOfNames(question: string): string[] {
  const names = findSentences(question).flatMap(({ start, end }) =>
    findNames(question.slice(start, end)),
  );
  return [...new Set(names.flatMap(({ text }) => wordsOf(text)))];
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

/** "in Croydon", "in the North West", "Care Inspectorate Wales": what stands behind "in", and capitals two or more. */
function findNames(sentence: string): Name[] {
  const located =
    /\b(?:in|at|near|within|from)\s+(?<the>the\s+)?(?<name>\p{Lu}[\p{L}’'-]+(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'-]+)*)/gu;
  // Not the first word: every sentence begins with a capital.
  const several =
    /(?<=[\p{Ll},;] )(?:the\s+)?(?<name>\p{Lu}[\p{Ll}’'-]+(?:\s+(?:of\s+)?\p{Lu}[\p{Ll}’'-]+)+)/gu;
  const found = (pattern: RegExp, isLocated: boolean) =>
    [...sentence.matchAll(pattern)].map(({ index, groups }): Name => {
      const text = (groups?.["name"] ?? "").replace(/[’']s$/, "");
      // A place has no article: "in the Induction Checklist".
      const isPlace = isLocated && (groups?.["the"] === undefined || isPlaceByName(text));
      return { text, before: sentence.slice(0, index), located: isPlace };
    });
  const places = found(located, true);
  const known = new Set(places.map(({ text }) => text));
  const names = [...places, ...found(several, false).filter(({ text }) => !known.has(text))];
  const titled = isTitleCase(sentence);
  return names.filter(({ text }) => !calendar.test(text) && (!titled || isKnownByName(text)));
}

/** In "What Must the Induction Checklist Contain?" capitals say nothing: every word has one that could. */
function isTitleCase(sentence: string): boolean {
  const [, ...words] = (sentence.match(/\p{L}{2,}/gu) ?? []).filter((word) => !joining.has(word));
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Words that titles write small. */
const joining = setOfWords("an the of in at on for and or to by with from as");

/** Something says that the capitals make a name: what it is, where it stands, or that nobody writes it without them. */
function isName({ text, before, located }: Name, { isOrdinary, tells }: Vocabulary): boolean {
  if (isKnownByName(text)) return true;
  const words = wordsOf(text);
  const ordinary = words.filter(isOrdinary).length;
  if (ordinary === words.length) return false;
  if (located || party.test(text) || roleBefore.test(before) || titled.test(text)) return true;
  return tells && ordinary === 0;
}

/** Known as data: a neighbour or one of its bodies, a region, an instrument; or law by what it is called. */
function isKnownByName(text: string): boolean {
  return isPlaceByName(text) || isOfNeighbour(text) || instruments.has(text) || law.test(text);
}

function isPlaceByName(text: string): boolean {
  return neighbours.has(text) || regions.has(text) || borough.test(text);
}

function isOfNeighbour(text: string): boolean {
  return wordsOf(text).some((word) => neighbours.has(capitalise(word)));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{2,}/gu) ?? []).filter((word) => word !== "of");
}

function mustBeMet({ text, before, located }: Name, sentence: string, isAsking: boolean): boolean {
  if (neighbours.has(text)) return isAsking || (located && runsService.test(before));
  if (!isAsking) return false;
  const isOfLaw = asksOfLaw(sentence);
  if (anyBefore.test(before)) return false;
  if (instruments.has(text) || law.test(text) || titled.test(text)) return true;
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
  /\b(?:our|my)(?:\s+[\p{L}’'-]+){0,4},?\s*$|\b(?:an?|any|each|every)(?:\s+[\p{L}’'-]+){0,3}\s+(?:home|service|provider|company)\s*$/iu;

/** A home, a company, an authority or a person: those whom the law is about, whatever they are called. */
const party =
  /^(?:Mr|Mrs|Ms|Miss|Dr)\b|\b(?:House|Lodge|Cottage|Home|Homes|Hall|Farm|Court|Villa|Grange|Manor|Group|Limited|Ltd|Council|Borough)$/;
const roleBefore =
  /\b(?:manager|director|individual|provider|owner|worker|nominee|colleague|child|boy|girl|called|named),?\s*$/i;

/** Names of instruments that people in the field cite. */
const instruments = new Set(
  knownInstruments.flatMap(({ name, aliases }) => [name, ...aliases].map(withoutYear)),
);

function withoutYear(name: string): string {
  return name.replace(/ \d{4}$/, "");
}

/** What only law is called, and what other documents are called as well. */
const law = /\s(?:Acts?|Regulations|Convention)$/;
const titled = /\s(?:Rules|Order|Code|Standards|Guidance|Framework|Charter)$/;

/** "London Borough of Harrow". */
const borough = /^(?:London|Royal|Metropolitan) Borough\b/;

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

/** Regions of England whose names are words like others. */
const regions = new Set([
  "North East",
  "North West",
  "South East",
  "South West",
  "East Midlands",
  "West Midlands",
  "East of England",
]);

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Months and days have capitals and are no places. */
const dates =
  "(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)";
const calendar = new RegExp(`^${dates}\\b`);
const dateOfStory = new RegExp(`\\s+(?:in|on|next|last)\\s+${dates}\\b(?!\\s+\\d)`, "g");
