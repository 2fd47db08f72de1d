// Takes a part of a question; gives the kind of thing that it asks for: a sum of money, a time, a size, a yes or no.
import { measuredBy } from "../text/quantities.ts";
import { auxiliaries } from "./split-joined.ts";

/**
 * - `money`: a sum, or a rate of one
 * - `amount`: so much of something, in whatever measure
 * - `length`: how long; `time`: by when; `occasion`: when, or in which case; `frequency`: how often
 * - `count`: how many of something, which `counted` names
 * - `product`: which of what can be bought, by its name
 * - `ruling`: yes or no
 */
export type AskedKind =
  | "money"
  | "amount"
  | "length"
  | "time"
  | "occasion"
  | "frequency"
  | "count"
  | "size"
  | "age"
  | "date"
  | "contact"
  | "product"
  | "ruling";

export interface Asked {
  readonly kind: AskedKind;
  /** The words that ask, in lower case: "how many staff", "what salary". */
  readonly words: string;
  /** What is counted: "staff". */
  readonly counted?: string;
}

/** Null where the question asks for nothing of a kind that could be looked for. */
export function readAsked(question: string): Asked | null {
  const text = question.replace(/\s+/g, " ").trim();
  return readHow(text) ?? readPlain(text) ?? readNoun(text) ?? readRuling(text);
}

/** What "how" asks for with the word behind it. */
const degrees: Readonly<Record<string, AskedKind>> = {
  long: "length",
  often: "frequency",
  frequently: "frequency",
  regularly: "frequency",
  soon: "time",
  quickly: "time",
  fast: "time",
  early: "time",
  late: "time",
  promptly: "time",
  old: "age",
  young: "age",
  wide: "size",
  big: "size",
  large: "size",
  small: "size",
  high: "size",
  tall: "size",
  deep: "size",
  heavy: "size",
  hot: "size",
  cold: "size",
  warm: "size",
};

function readHow(text: string): Asked | null {
  const [words = "", degree = "", first = "", second = ""] =
    /\bhow (\p{L}+)(?: (\p{L}[\p{L}’'-]*))?(?: (\p{L}[\p{L}’'-]*))?/iu.exec(text) ?? [];
  const kind = Object.hasOwn(degrees, degree.toLowerCase()) ? degrees[degree.toLowerCase()] : null;
  if (kind) return { kind, words: `how ${degree}`.toLowerCase() };
  const of = measuredBy(`${first} ${second}`) ?? measuredBy(first);
  const noun = `${words.split(" ").slice(0, 2).join(" ")} ${first}`.trim().toLowerCase();
  if (/^many$/i.test(degree)) return readMany(first, second, of, noun);
  if (!/^much$/i.test(degree)) return null;
  if (/^(?:time|notice|leave|warning)$/i.test(first)) return { kind: "length", words: noun };
  const pays = /^how much\b[^?]*\b(?:cost|costs|pay|paid|charge|charged|earn|money|fees?)\b/i;
  if (pays.test(text.slice(text.search(/\bhow much\b/i))))
    return { kind: "money", words: "how much" };
  return { kind: "amount", words: "how much" };
}

function readMany(
  first: string,
  second: string,
  of: ReturnType<typeof measuredBy>,
  words: string,
): Asked {
  if (/^times$/i.test(first)) return { kind: "frequency", words };
  if (of === null) {
    // "how many fire extinguishers": the things are named by the word in the plural.
    const counted = plural.test(first) ? first : second;
    return {
      kind: "count",
      words: `how many ${counted === second ? `${first} ` : ""}${counted}`.toLowerCase(),
      counted: counted.toLowerCase(),
    };
  }
  const both = /^(?:square|cubic|working|school)$/i.test(first) ? `${words} ${second}` : words;
  return { kind: of === "time" ? "length" : of, words: both.toLowerCase() };
}

const plural = /^(?:\p{L}+(?<!['’])s|children|people|staff|men|women)$/iu;

/** Ways of asking that need no noun. */
const plain: readonly (readonly [RegExp, AskedKind, string])[] = [
  [/\p{L}[ -]to[ -]\p{L}+ ratios?\b/iu, "count", "what ratio"],
  // "Who has to get a copy, by when?" asks for somebody first.
  [
    /^(?!.*\b(?:who|whom|what|whats|which)\b.*\bwhen\b).*\b(?:by|until|since) when\b/i,
    "time",
    "by when",
  ],
  [/\b(?:within|by|in|after|at|on) what (?:time|period|point|stage|date)\b/i, "time", "by when"],
  [new RegExp(`\\bwhen(?= (?:${auxiliaries})\\b|[,.?!]|$)`, "i"), "occasion", "when"],
  [/\b(?:what|which) ages?\b/i, "age", "what age"],
  [/\bwhat (?:does|do|would|will)\b[^?]*\b(?:cost|charge|pay (?!attention))/i, "money", "how much"],
];

function readPlain(text: string): Asked | null {
  const found = plain.find(([pattern]) => pattern.test(text));
  return found === undefined ? null : { kind: found[1], words: found[2] };
}

/** Nouns that are things of a kind; behind "what" or "which" they say what is asked for. */
const nouns: readonly (readonly [AskedKind, string])[] = [
  [
    "contact",
    "(?:tele)?phone numbers?|numbers? to (?:call|ring)|e-?mail(?: address(?:es)?)?|postal address|postcode|contact details|website|\\S+['’]s numbers?",
  ],
  [
    "money",
    "fees?|costs?|prices?|salar(?:y|ies)|wages?|pay|allowances?|charges?|fines?|payments?|premiums?|budget",
  ],
  [
    "money",
    "(?:pay|mileage|interest|hourly|weekly|daily|vat|tax) rates?|rates? of (?:pay|vat|tax|interest)|rate of vat",
  ],
  ["size", "size|width|height|weight|temperatures?|doses?|dosage|dimensions?|distance|floor area"],
  ["frequency", "frequency|intervals?"],
  ["length", "duration|length of time|notice period|periods?"],
  ["time", "deadlines?|time ?limits?|time ?scales?|time ?frames?"],
  ["age", "ages?"],
  [
    "count",
    "ratios?|caseloads?|limit on the numbers?|(?:maximum|minimum|total|highest|lowest|largest|smallest) numbers?",
  ],
  ["date", "dates?"],
  ["product", "software|apps?|brands?|suppliers?|training (?:company|provider)|insurers?"],
];
const asking =
  /\b(?:what|which|(?:is|are) there)(?:(?:'s|’s| is| are| was| were)(?: the| our| a)?| the| an?| any)?((?: [\p{L}\d’'-]+){1,6})/giu;
/** What ends the words for the thing asked: what follows tells of it. */
const ends = new RegExp(
  `^(.*?)(?= (?:${auxiliaries}|for|of|to|in|at|on|we|i|they|a|an|the|by|per|that|who|after|before|when|under|during|from|about|with|without|applies|apply|counts?)\\b(?! (?:vat|pay|tax|interest|time)\\b)|$)`,
  "i",
);

function readNoun(text: string): Asked | null {
  for (const [, behind = ""] of text.matchAll(asking)) {
    const named = (ends.exec(behind)?.[1] ?? behind).trim();
    for (const thing of [named, named.replace(verb, "")]) {
      const found = nouns.find(([, words]) => new RegExp(`\\b(?:${words})$`, "i").test(thing));
      if (found !== undefined) return { kind: found[0], words: `what ${thing}`.toLowerCase() };
    }
  }
  return cheapest.test(text) ? { kind: "money", words: "how much" } : null;
}

const cheapest = /\b(?:cheapest|dearest|lowest (?:fee|price|cost)s?)\b/i;
/** A verb behind the thing: "which software keeps". */
const verb = / \p{Ll}+(?:s|ed)$/u;

const ruling = new RegExp(`^(?:${auxiliaries})(?:n['’]t)?\\s`, "i");

function readRuling(text: string): Asked | null {
  const asked = text.split(/(?<=[.?!])\s+/).at(-1) ?? text;
  return ruling.test(asked) ? { kind: "ruling", words: "whether" } : null;
}
