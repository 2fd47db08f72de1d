// Reads quality standards named by number or by name: "Standard 5", "QS8", "the protection standard".
import { setOfWords } from "../lists.ts";
import { slugify } from "../place/address.ts";
import { targetAt } from "./reference.ts";
import { type ProvisionRead, readAs, type Scan } from "./scan.ts";
import { isCapitalised, isMark, isWord, type Tokens } from "./tokens.ts";
import { readNumberAlone } from "./number-paths.ts";
import { readPlaces } from "./items.ts";

/** A quality standard at this token; null when none is named here. */
export function readStandard(scan: Scan, at: number): ProvisionRead | null {
  const { tokens } = scan;
  const token = tokens[at];
  if (token === undefined || token.type !== "word") return null;
  if (token.text === "QS" && tokens[at + 1]?.gap === 0) return readNumbered(scan, at + 1, false);
  const quality = token.lower === "quality";
  const noun = quality ? at + 1 : at;
  const plural = isWord(tokens[noun], "standards");
  if (plural || isWord(tokens[noun], "standard")) {
    const firm = quality || isCapitalised(tokens[noun]) || scan.alone;
    const numbered = firm ? readNumbered(scan, noun + 1, plural) : null;
    if (numbered !== null) return numbered;
    const whole = quality && plural && (isCapitalised(tokens[noun]) || scan.alone);
    return whole ? readAs([targetAt("standards")], noun + 1) : null;
  }
  return readNamed(scan, at);
}

function readNumbered(scan: Scan, at: number, plural: boolean): ProvisionRead | null {
  const options = { readPath: readNumberAlone, plural, tails: false };
  return readPlaces("standard", scan.tokens, at, options);
}

/** Words that come before "standard" in ordinary talk. */
const ordinary = setOfWords(
  "a an the same different required highest higher high minimum good better best living gold national expected legal professional " +
    "criminal civil normal usual basic general new current previous other another each every this that relevant " +
    "appropriate acceptable overall international british european industry one first second third fourth " +
    "fifth sixth seventh eighth ninth last next",
);

/** Longest name of a standard, in words. */
const maxWords = 9;

/** "the leadership and management standard": the words between the article and the noun. */
function readNamed(scan: Scan, at: number): ProvisionRead | null {
  const { tokens } = scan;
  const article = isWord(tokens[at], "the");
  if (!article && !(scan.alone && at === 0)) return null;
  const first = article ? at + 1 : at;
  for (let index = first; index <= first + maxWords; index++) {
    const token = tokens[index];
    if (token === undefined || token.gap > 2) return null;
    if (isWord(token, "standard", "standards")) {
      return index === first ? null : namedAt(tokens, first, index);
    }
    if (token.type !== "word" && !isMark(token, ",", "-")) return null;
    if (
      isWord(token, "the", "that", "which", "is", "are") ||
      (index === first && isWord(token, "of", "to"))
    ) {
      return null;
    }
  }
  return null;
}

function namedAt(tokens: Tokens, first: number, noun: number): ProvisionRead | null {
  const words = tokens.slice(first, noun).map((token) => token.text);
  const common = words.some((word) => ordinary.has(word.toLowerCase()));
  // "the views, wishes and feelings standard", but not "the trial, as well as the standard".
  const clause = words.includes(",") && !words.includes("and");
  const generic = words.length === 1 && words[0]?.toLowerCase() === "quality";
  if (isWord(tokens[noun], "standards") || common || generic || clause) return null;
  const target = targetAt(`standard/${slugify(words.join(" "))}`);
  // Whether there is such a standard only a library can say.
  return { ...readAs([target], noun + 1), bare: true };
}
