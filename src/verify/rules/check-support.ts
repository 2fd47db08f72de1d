// Tells whether what a claim cites speaks of what the claim says, or of something else.
import { blankOut } from "../quotes.ts";
import { shareOf, weigh } from "../align.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { findActors, type ActorMention } from "../duty-holders.ts";
import { nameSupports } from "../name-supports.ts";
import { contentStems, contentWords, type Word } from "../../text/word-stems.ts";
import { readQuantities } from "../../text/quantities.ts";
import { readModals } from "../modality.ts";
import type { TextRange } from "../../text/sentences.ts";
import { isGeneral } from "../general-words.ts";
import { findMadeUp } from "../illustration.ts";
import type { CheckContext, SentenceMeaning } from "../statement.ts";
import { at as positionOf, type SentenceClaim } from "./rule.ts";

/**
 * Least share of a claim's telling words that its sources have between them. Below the first it is unsupported: 97 in
 * 100 of some 630 entries of the corpus's digests, in plain words of their own, have more of the provision they are
 * about, and 95 in 100 have less of a provision taken at random. Below the second someone should look.
 */
const supportShares = { unsupported: 0.25, doubtful: 0.45 };

/** Weight from which on a single word that no source has is worth a look. */
const rareWord = 0.92;

/** A claim with fewer telling words than this says too little to be judged. */
const fewestStems = 4;

export function checkSupport(claim: SentenceClaim): readonly Finding[] {
  const { supports, statement, context, units } = claim;
  if (supports.length === 0 || statement.kind === "connective" || statement.kind === "quote")
    return [];
  const threat = findThreat(claim);
  if (threat !== null) return [threat];
  const telling = tellingText(claim.sentence, claim.references);
  const meaning = context.meaning?.(claim.sentence);
  if (meaning !== undefined) return checkMeant(claim, meaning);
  const stems = contentStems(telling);
  if (stems.size < fewestStems) return [];
  const held = new Set(units.flatMap(({ around }) => [...around]));
  for (const { document, trail } of supports) {
    for (const stem of contentStems([document.title, document.short, ...trail].join(" ")))
      held.add(stem);
  }
  const share = shareOf(stems, held, context);
  const doubtful =
    share < supportShares.doubtful || (share < 0.85 && bringsRareWord(claim, stems, held));
  if (!doubtful) return [];
  const args = {
    variant: "silent",
    sources: nameSupports(supports),
    words: missingWords(telling, held, context),
  } as const;
  // A sentence that explains the one before it has words of its own: the statement as a whole decides.
  const all = tellingText(statement.text, statement.references);
  const whole = shareOf(contentStems(all), held, context);
  const unsupported = Math.max(share, whole) < supportShares.unsupported;
  const grave = unsupported || (context.strict === true && statement.kind === "requirement");
  const severity = grave && statement.kind !== "advice" ? "error" : "warning";
  return [makeFinding("reference-unsupported", args, { ...positionOf(claim), severity })];
}

/** Below this a sentence is about something else than its sources. */
const meantWhole = 0.3;
/** Below the first a word is another than any of the sources'; a whole part of a sentence below the second is none of theirs. */
const meantWord = { other: 0.45, bound: 0.5, added: 0.54 };
/** A place or an end is often named in words of one's own: those must be farther still. */
const placing = /^(?:in|at|on|to|from)$/i;

/** Other words for the same are no addition; a part of the sentence of which nothing comes near to the sources is. */
function checkMeant(claim: SentenceClaim, { whole, words }: SentenceMeaning): Finding[] {
  const { sentence, supports, statement } = claim;
  const told = tellWords(claim);
  const nearnessOf = ({ start }: Word) => words.get(start) ?? 1;
  const strange = told.filter((word) => nearnessOf(word) < meantWord.other);
  const elsewhere = whole < meantWhole && strange.length > 0;
  const joined = findJoined(
    sentence,
    told,
    (word, joint) =>
      nearnessOf(word) < (placing.test(joint) ? meantWord.other + 0.005 : meantWord.added),
  );
  const narrowed = strange.filter((word) => narrows(word, sentence, words));
  const added =
    [
      joined,
      findBound(sentence, told, (word) => nearnessOf(word) < meantWord.bound),
      narrowed,
    ].find(({ length }) => length > 0) ?? [];
  const named = elsewhere ? strange : added;
  if (named.length === 0) return [];
  const strangest = named
    .toSorted((a, b) => nearnessOf(a) - nearnessOf(b))
    .slice(0, 3)
    .map(({ text }) => `“${text}”`);
  const args = {
    variant: "silent",
    sources: nameSupports(supports),
    words: strangest.join(", ").replace(/, ([^,]*)$/, " or $1"),
  } as const;
  const severity = elsewhere && statement.kind === "requirement" ? "error" : "warning";
  return [makeFinding("reference-unsupported", args, { ...positionOf(claim), severity })];
}

/** Words of a sentence that tell what it is about, without the names of its documents and of those who act. */
function tellWords({ sentence, references, supports }: SentenceClaim): Word[] {
  const names = contentStems(
    supports.flatMap(({ document: { title, short } }) => [title, short]).join(" "),
  );
  const made = findMadeUp(sentence);
  const skip = [
    ...references,
    // Whose a thing is tells as little as who acts.
    ...findActors(sentence.replaceAll(/['’]s\b/g, "  ")),
    ...readQuantities(sentence),
    ...(made === null ? [] : [made]),
  ];
  return contentWords(blankOut(sentence, skip)).filter(
    ({ text, stem }) => !isGeneral(text) && !names.has(stem),
  );
}

/** "justified complaint", "younger children": a strange word right before one of the sources' own says more than they do. */
function narrows(
  { end, text }: Word,
  sentence: string,
  strange: ReadonlyMap<number, number>,
): boolean {
  const [next] = contentWords(sentence.slice(end));
  return (
    next?.start === 1 && sentence[end] === " " && !strange.has(end + 1) && !text.endsWith("ing")
  );
}

/** Joins a part to a sentence that would stand without it. */
const joining =
  /\b(?:and|with|plus|including|by|if|when|unless|before|after|until|as long as|so long as)\b|\b(?:in|at|on|to|from)\b/gi;
const parting =
  /[,;:(—–]|\b(?:and|or|with|plus|including|but|by|who|which|that|whom|whose|if|where|when|while|why|how|unless|until|before|after|because|since|so|than|as)\b/i;

/** "and encrypted", "with a driving licence": the telling words of a part that has none of the sources'. */
function findJoined(
  sentence: string,
  told: readonly Word[],
  isStrange: (word: Word, joint: string) => boolean,
): readonly Word[] {
  for (const { 0: joint, index } of sentence.matchAll(joining)) {
    const part = partFrom(sentence, index + joint.length);
    // "and the authority agrees" is a clause of its own; "a staff handbook" is none.
    const words = sentence.slice(part.start, part.end);
    const acts = ({ actor, end }: ActorMention) =>
      actor !== "staff" && actor !== "home" && !/^['’]/.test(words.slice(end));
    if (findActors(words).some(acts)) continue;
    const own = told.filter(({ start }) => start >= part.start && start < part.end);
    if (own.length > 0 && own.every((word) => isStrange(word, joint))) return own;
  }
  return [];
}

/** "must be acknowledged", "must include a body map": what is demanded, where none of it comes near to the sources. */
function findBound(
  sentence: string,
  told: readonly Word[],
  isStrange: (word: Word) => boolean,
): readonly Word[] {
  for (const { force, end } of readModals(sentence)) {
    if (force === "may") continue;
    const part = partFrom(sentence, end);
    const own = told.filter(({ start }) => start >= part.start && start < part.end);
    if (own.length > 0 && own.every(isStrange)) return own;
  }
  return [];
}

/** Up to where the sentence goes on with something else. */
function partFrom(sentence: string, start: number): TextRange {
  const length = parting.exec(sentence.slice(start))?.index ?? sentence.length - start;
  return { start, end: start + length };
}

/** What follows from a breach: a reader acts on it, so the source must speak of it. */
const consequences =
  /\b(?:offences?|fined|fines|prosecut\w+|imprison\w*|prison|penalt(?:y|ies)|criminal(?:ly)?|convict\w+)\b/i;

function findThreat(claim: SentenceClaim): Finding | null {
  const { statement, sentence, supports } = claim;
  const threat = consequences.exec(sentence)?.[0];
  if (threat === undefined || statement.kind === "advice") return null;
  const spoken = supports.some(({ text, leadIn, trail }) =>
    consequences.test([leadIn ?? "", ...trail, text].join(" ")),
  );
  if (spoken) return null;
  const args = {
    variant: "silent",
    sources: nameSupports(supports),
    words: `“${threat}”`,
  } as const;
  return makeFinding("reference-unsupported", args, positionOf(claim, threat));
}

/** A word hardly used in the library, and not in what is cited: "budget", cited to a paragraph on training. */
function bringsRareWord(
  { context }: SentenceClaim,
  stems: ReadonlySet<string>,
  held: ReadonlySet<string>,
): boolean {
  if (context.rarity === undefined) return false;
  return [...stems].some((stem) => !held.has(stem) && weigh(context, stem) >= rareWord);
}

/** A text without references and without the names of those who act: they stand in every source. */
function tellingText(text: string, references: SentenceClaim["references"]): string {
  return blankOut(text, [...references, ...findActors(text)]);
}

/** The most telling words that no source has: “budget”, “audits” or “schools”. */
function missingWords(text: string, held: ReadonlySet<string>, context: CheckContext): string {
  const words = new Map<string, string>();
  for (const entry of contentWords(text)) {
    if (!held.has(entry.stem) && !words.has(entry.stem)) words.set(entry.stem, entry.text);
  }
  const telling = [...words].sort(([a], [b]) => weigh(context, b) - weigh(context, a)).slice(0, 4);
  return telling
    .map(([, word]) => `“${word}”`)
    .join(", ")
    .replace(/, ([^,]*)$/, " or $1");
}
