// Takes a sentence on what a home does, and words of the home; tells whether the sentence says no more and nothing else.
//
// A sentence made of the same words may say the opposite ("the police report …"). So it must be its source read from the
// beginning, with words left out that change nothing, and with adverbials moved: "Every hour the night staff walk …".
import { setOfWords } from "../../lists.ts";
import { findActors } from "../../verify/duty-holders.ts";
import { findSentences } from "../../text/sentences.ts";
import { readWords } from "../../text/word-stems.ts";

/** Words that bind others together, and may come and go when a sentence is turned: a closed class of the language. */
const joints = setOfWords(
  "a an the our their its his her we us it they he she them this that these those is are be been being has have had and also as there which who whom whose of to s do does",
);
/** Prepositions: what they lead in may stand elsewhere in a sentence. */
const leads = setOfWords(
  "in on at by for from with within into over under through throughout during round around about between behind beside near towards upon without before after until till since of to",
);
/** Words that turn what follows, and so may neither come, go nor stand before anything else. */
const turning = setOfWords(
  "not no never nobody none nothing neither nor without unless except only if when whenever where once before after until till while because or but every each any all both more less least most than always already cannot may might can could must shall should will would ought some few many several up about nearly almost usually normally often sometimes rarely seldom hardly",
);

interface Token {
  readonly stem: string;
  readonly turns: boolean;
  /** A preposition or a word of how often or when stands before it. */
  readonly led: boolean;
  /** "to" stands before it, and so it may hang from the word before: "aim to search". */
  readonly hangs: boolean;
  /** A possessive, which may become "of the …". */
  readonly owns: boolean;
}

/** The words of a text that say something, in order. */
function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let led = false;
  let hangs = false;
  for (const { text: word, stem } of readWords(text.replaceAll(/n['’]t\b/gi, " not"))) {
    const turns = turning.has(word);
    if (!turns && (joints.has(word) || leads.has(word))) {
      led ||= leads.has(word);
      hangs ||= word === "to";
      continue;
    }
    tokens.push({
      stem: foldNumber(word) ?? stem,
      turns,
      led: led || turns,
      hangs,
      owns: /['’]s?$/.test(word),
    });
    led = false;
    hangs = false;
  }
  return tokens;
}

const numbers = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

function foldNumber(word: string): string | null {
  const at = numbers.indexOf(word);
  return at < 0 ? null : String(at);
}

/** @param words what the home says, a text a source; one that is not used is no harm */
export function saysNoMore(sentence: string, words: readonly string[]): boolean {
  const said = readTokens(sentence);
  if (said.length === 0) return false;
  const sources = words.flatMap((text) =>
    findSentences(text).map(({ start, end }) => text.slice(start, end)),
  );
  return (
    sources.flatMap(withActive).some((source) => isTurned(sentence, said, source)) ||
    isJoined(sentence, words)
  );
}

const passive =
  /^(?<what>[^,;:]+?) (?:is|are) (?<done>\w+) by (?<who>(?:(?:the|an?|our|its) )?\w+(?: \w+)??)(?<rest>(?: (?:in|on|at|for|from|with|within|before|after|until|during|each|every|once|twice|when|if|unless)\b.*)?[.;]?)$/i;

/** "The log is read by the manager each morning": also as "the manager read the log each morning". */
function withActive(source: string): string[] {
  const { what, done, who, rest } = passive.exec(source.trim())?.groups ?? {};
  return who === undefined ? [source] : [source, `${who} ${done} ${what}${rest}`];
}

/** "A, and B": each half by itself. */
function isJoined(sentence: string, words: readonly string[]): boolean {
  if (words.length < 2) return false;
  return [...sentence.matchAll(/[,;] and |; |, while /g)].some(({ 0: joint, index }) => {
    const halves = [sentence.slice(0, index), sentence.slice(index + joint.length)];
    return halves.every((half) => saysNoMore(half, words));
  });
}

/** Whether a sentence is its source with adverbials moved and words left out that change nothing. */
function isTurned(sentence: string, said: readonly Token[], source: string): boolean {
  const held = readTokens(source);
  if (standsForAnother(sentence, source)) return false;
  const turns = (tokens: readonly Token[]) => tokens.filter((token) => token.turns).length;
  // What denies, limits or conditions the source must be said, and nothing of the kind besides.
  if (turns(said) < turns(withoutEvery(held)) || turns(said) > turns(held)) return false;
  const we = /^\W*(?:we|our (?:home|staff|team))\b/i.test(sentence);
  return match(said, held, { we });
}

/** How often something is done may be left for another sentence to say. */
function withoutEvery(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ stem }) => !["everi", "each", "all", "both"].includes(stem));
}

/** "We" for somebody who is none of the home's people. */
function standsForAnother(sentence: string, source: string): boolean {
  if (!/\b(?:we|us|our)\b/i.test(sentence)) return false;
  const others = findActors(source).filter(
    ({ actor }) => !["home", "staff", "registered-manager", "child"].includes(actor),
  );
  const named = new Set(findActors(sentence).map(({ actor }) => actor));
  return others.some(({ actor }) => !named.has(actor));
}

/**
 * The words in blocks, each in the order of the source. The first block begins where the source does, or is an adverbial
 * as any other that has moved; a word that turns what follows has the same word behind it as in the source.
 */
function match(
  said: readonly Token[],
  held: readonly Token[],
  { we }: { readonly we: boolean },
): boolean {
  let tries = 0;
  const place = (i: number, before: number, used: readonly number[]): boolean => {
    const token = said[i];
    if (token === undefined) {
      // What a word hangs from is said with it, and whose a thing is.
      const isWhole = used.every((at) => held[at]?.hangs !== true || used.includes(at - 1));
      return (
        isWhole &&
        held.every(({ owns }, at) => !owns || !used.includes(at + 1) || used.includes(at))
      );
    }
    tries += 1;
    return held.some(({ stem }, at) => {
      if (stem !== token.stem || used.includes(at) || tries > mostTries) return false;
      if (token.turns && said[i + 1]?.stem !== held[at + 1]?.stem) return false;
      const starts = held.slice(0, at).every(({ owns }) => owns) || we;
      const goesOn = i === 0 ? starts : at > before;
      // The subject comes behind an adverbial that was moved before it.
      const subject = i > 0 && at === held.findIndex((_, k) => !used.includes(k));
      return (goesOn || token.led || subject) && place(i + 1, at, [...used, at]);
    });
  };
  return place(0, -1, []);
}

/** Words that stand twice may be placed in many ways. */
const mostTries = 2000;
