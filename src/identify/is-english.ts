// Takes a text; tells whether it is English, by how many of its words the built-in model knows whole.
import { knownWords } from "../models/known-words.ts";

/** Words of fewer letters are much the same in many languages, and abbreviations are of none. */
const word = /\p{L}{3,}/gu;
const abbreviation = /^\p{Lu}+$/u;

/**
 * Shares of known words, and from how many words on they tell. The documents of the field have .93 and more, questions of
 * five words and more .5 and more (926 of them); sentences in Welsh, French, German, Spanish, Polish, Romanian and Turkish
 * .00 to .38. A question may have slips, and is doubted later.
 */
const page = { least: 0.45, words: 25 };
const question = { least: 0.4, words: 5 };

/** Of a text that says too little to tell, true. */
export function isEnglishPage(text: string): boolean {
  return isEnglish(text, page);
}

export function isEnglishQuestion(text: string): boolean {
  return isEnglish(text, question);
}

function isEnglish(text: string, { least, words }: typeof page): boolean {
  const known = knownWords();
  const found = (text.match(word) ?? []).filter((one) => !abbreviation.test(one));
  // Scripts that part no words are not Latin; a package without its models knows no words at all.
  if (found.length < words || known.size === 0) return !isOtherScript(text);
  const plain = found.map((one) => one.toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, ""));
  return plain.filter((one) => known.has(one)).length >= least * plain.length;
}

/** More than half of its letters are not Latin. */
function isOtherScript(text: string): boolean {
  const [letters, latin] = [/\p{L}/gu, /\p{Script=Latin}/gu].map(
    (kind) => (text.match(kind) ?? []).length,
  ) as [number, number];
  return letters > 0 && latin < letters / 2;
}
