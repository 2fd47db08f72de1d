// Takes a text and a kind of thing; tells whether the text holds one.
import { givesContact } from "../text/contacts.ts";
import { readQuantities, type Quantity } from "../text/quantities.ts";
import { givesTime, tellsWhen, withoutMay } from "../text/times.ts";
import type { Asked, AskedKind } from "./asked-kind.ts";

export function holdsKind(text: string, asked: Asked): boolean {
  switch (asked.kind) {
    case "contact":
      return givesContact(text);
    case "product":
      return product.test(text);
    case "ruling":
      return rules.test(withoutMay(text));
    case "time":
      return tellsWhen(text);
    case "occasion":
      return tellsWhen(text) || condition.test(text);
    case "length":
    case "frequency":
      return givesTime(text);
    case "age":
      return givesAge(text);
    case "count":
      return countsSuch(text, asked.counted ?? "");
    default: {
      const kinds: readonly Quantity["kind"][] = quantities[asked.kind];
      return readQuantities(text).some(({ kind }) => kinds.includes(kind));
    }
  }
}

/** An age, or figures in years, or behind the word: "Age range: 8 to 17". */
function givesAge(text: string): boolean {
  const figures = readQuantities(text);
  const years = figures.some(({ kind, words }) => kind === "time" && /\byears?\b/i.test(words));
  const named = /\bage[ds]?\b/i.test(text) && figures.length > 0;
  return years || named || figures.some(({ kind }) => kind === "age");
}

const condition = /\b(?:if|unless|where|only|in (?:any|each|every|the) case)\b/i;

const quantities = {
  money: ["money", "percent"],
  amount: ["money", "percent", "size", "count"],
  size: ["size"],
  date: ["date", "year"],
} satisfies Partial<Record<AskedKind, readonly Quantity["kind"][]>>;

/** Words between a figure and what it counts: "50 to 70 looked after children". */
const reach = 5;

/** A figure with what is counted near it; any figure where that is not known ("What ratio …"). */
function countsSuch(text: string, counted: string): boolean {
  const figures = readQuantities(text).filter(({ kind }) => kind === "count");
  const near = (start: number, end: number): boolean => {
    const before = text.slice(0, start).trim().split(/\s+/).slice(-reach);
    const behind = text.slice(end).trim().split(/\s+/).slice(0, reach);
    return [...before, ...behind].some((word) => sharesStem(word, counted));
  };
  if (counted === "") return figures.length > 0;
  const ones = [...text.matchAll(/\b(?:one|a single|no limit|unlimited|any number)\b/gi)].map(
    ({ index, 0: words }) => ({ start: index, end: index + words.length }),
  );
  return [...figures, ...ones].some(({ start, end }) => near(start, end));
}

/** "cases" and "caseload", "child" and "children". */
function sharesStem(word: string, counted: string): boolean {
  const stem = counted.toLowerCase().replace(/(?:ren|es|s|['’]s?)$/, "");
  return (
    stem.length > 2 &&
    word
      .toLowerCase()
      .replace(/^[^\p{L}]+/u, "")
      .startsWith(stem)
  );
}

const product = /\b(?:software|apps?|brands?|suppliers?|providers? of training|insurers?)\b/i;

/** Obliges, permits, forbids or defines. */
const rules =
  /\b(?:must|shall|should|may|cannot|can|required?|requires|requirements?|never|always|prohibited|permitted|entitled|allowed|need(?:s|ed)?(?: not)? to|need not|appl(?:y|ies)|means?|includes?|(?:is|are) (?:not )?(?:a|an|treated|excepted|excluded|disqualified|binding|responsible|regarded)|no \w+ may|does not|do not|exempt|offence|expect(?:s|ed)?)\b/i;
