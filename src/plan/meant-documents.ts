// Takes a question and the library's documents; tells which of the provider's own documents it asks about, and what of
// them: "What does our missing policy say about the police?" asks the Missing from Care Policy after the police.
import { findHomeName } from "../homes/find-name.ts";
import { contentStemList } from "../text/content-stems.ts";
import { readFactAsked } from "./fact-asked.ts";
import { readControlAsked } from "./control-asked.ts";
import type { NamedDocument } from "./document-names.ts";
import { findMentions, type Mention } from "./mentions.ts";

export interface Meant {
  /** Ids of own documents that it names, or nearly, in its order; empty where only "our" or "we" says whose are meant. */
  readonly named: readonly string[];
  /** The question without the names of documents and what asks them to speak: "the police". */
  readonly topic: string;
  /** It says whose documents are meant: by a name, "our", "we", or the home's name. */
  readonly ours: boolean;
  /** It asks what a document says of itself: its version, who approved it, when it is due for review. */
  readonly ofItself: boolean;
  /** It asks what may be done, which the law tells before any plan where it does. */
  readonly mayBe: boolean;
}

/**
 * Null where the question asks what the law requires, or the provider has no documents.
 * @param homes names by which the provider's own documents call the home
 * @param context ids of own documents that the rest of the question names
 */
export function readMeant(
  question: string,
  documents: readonly NamedDocument[],
  homes: readonly string[] = [],
  context: readonly string[] = [],
): Meant | null {
  if (!documents.some(({ authority }) => authority === "own")) return null;
  const mentions = findMentions(question, documents);
  const own = [...new Set(mentions.flatMap(({ ids }) => ids))];
  const named = own.length > 0 ? own : context;
  const placed = markMentions(question, mentions);
  const topic = topicOf(placed);
  // When a document has to be reviewed is told by the document.
  const ofItself = named.length > 0 && readControlAsked(topic) !== null;
  if (asksDuty(placed) && !ofItself) return null;
  return {
    named,
    ofItself,
    ours: named.length > 0 || saysOurs(question) || homes.some((home) => question.includes(home)),
    topic: contentStemList(topic).length > 0 ? topic : question,
    mayBe: /\b(?:can|could|may|might|allowed|permitted|entitled)\b/i.test(placed),
  };
}

/** Words that tell, from which on a part of a question is looked for by itself: "who decides?" is not. */
const fewestTelling = 2;

/**
 * What a part of a question means: by its own words, and where these tell too little or lean on an earlier part, with what
 * that is about.
 * @param query the part with its subject
 * @param leans it has its subject from an earlier part: "who receives their report"
 * @param whole what the whole question means
 */
export function readMeantByPart(
  {
    part,
    query,
    leans,
    whole,
  }: {
    readonly part: string;
    readonly query: string;
    readonly leans: boolean;
    readonly whole: Meant | null;
  },
  documents: readonly NamedDocument[],
  homes: readonly string[] = [],
): Meant | null {
  const own = readMeant(part, documents, homes, whole?.named);
  if (own === null) return null;
  const stands =
    readControlAsked(own.topic) !== null ||
    readFactAsked(own.topic) !== null ||
    (!leans && new Set(contentStemList(own.topic)).size >= fewestTelling);
  const topic = stands ? own.topic : topicOf(markMentions(query, findMentions(query, documents)));
  // "… and who receives their report?" is a question by itself, and "our" was said of something else.
  return { ...own, topic, ours: own.ours || (!stands && whole?.ours === true) };
}

/** It speaks for a provider. */
export function saysOurs(question: string): boolean {
  // What is done to "us" is told by whoever does it.
  return /\b(?:we|our|ours)\b/i.test(question);
}

/** Stands for a document in the text of a question. */
const mark = "\u2302";

/** What must be done is the law's to say, unless a document is asked what it says of it. */
function asksDuty(placed: string): boolean {
  if (asksToSpeak.test(placed) || accordingTo.test(placed)) return false;
  return /\b(?:must|should|shall|needs?|(?:has|have|had|having) to|requires?|required|legal|legally|lawful|law|regulations?)\b/i.test(
    placed,
  );
}

const speaking =
  "say|says|state|states|tell|tells|cover|covers|mention|mentions|set out|sets out|describe|describes|explain|explains|address|addresses|deal with|deals with|contain|include|have|allow|permit|let|give|speak|talk";
const asksToSpeak = new RegExp(
  `\\b(?:do|does|did)\\s+${mark}(?:\\s+\\p{L}+)?\\s+(?:${speaking})\\b`,
  "iu",
);
const accordingTo = new RegExp(
  `\\b(?:according to|under|per)\\s+${mark}|^(?:in|within)\\s+${mark}`,
  "i",
);

/** "What does ⌂ say about the police?", "Do ⌂ and ⌂ say the same about ages?": only what is asked of them stays. */
function topicOf(placed: string): string {
  const marks = `${mark}(?:\\s*(?:,|and|or|with|&)\\s*${mark})*`;
  const sameness =
    "(?:say |says |state |give )?(?:the )?same(?: thing)?|agree|differ|match|contradict each other|conflict";
  const frames = [
    // "Is what ⌂ and ⌂ say about ages the same?"
    new RegExp(`(?<=${mark}.*${mark}.*)\\s+the same(?=[?\\s]*$)`, "iu"),
    new RegExp(
      `^(?:do|does|is|are)\\s+(?:what\\s+)?(?:both\\s+)?${marks}(?:\\s+(?:${sameness}|say|says))\\s*(?:as to|about|on|for|over|regarding|in|of|when it comes to)?\\s*`,
      "iu",
    ),
    new RegExp(
      `^(?:what|where|which|how)?\\s*(?:\\p{L}+\\s+)?(?:do|does|did|is|are)\\s+${marks}\\s+(?:${speaking})\\s*(?:anything|something|us)?\\s*(?:about|on|of|regarding|whether|if|that)?\\s+`,
      "iu",
    ),
    new RegExp(`\\b(?:do|does|did)\\s+${marks}(?:\\s+(?:${speaking})\\b(?:\\s+that)?)?`, "iu"),
    new RegExp(
      `,?\\s*(?:\\b(?:according to|under|in|within|by|per|from|of|with)\\s+)?${marks}(?:[’']s)?,?`,
      "giu",
    ),
  ];
  return frames
    .reduce((text, frame) => text.replace(frame, " "), placed)
    .replace(/\s+/g, " ")
    .replace(/^[\s,]+|\s+(?=[?.!,])/g, "")
    .trim();
}

/**
 * "How long does Elm House keep a log?": whose log it is tells nothing of it.
 * @param homes names of homes, as the question writes them
 */
export function leaveOutHomes(meant: Meant, homes: readonly string[]): Meant {
  const topic = homes
    .flatMap((home) => findHomeName(home)(meant.topic))
    .toSorted((a, b) => b.start - a.start || a.end - b.end)
    .reduce((text, { start, end }) => {
      const before = text.slice(0, start).replace(beforeHome, "");
      return `${before} ${text.slice(end).replace(/^[’']s?/, "")}`;
    }, meant.topic)
    .replace(/\s+/g, " ")
    .replace(/^\s|\s+(?=[?.!,])/g, "");
  return contentStemList(topic).length === 0 ? meant : { ...meant, topic };
}

const beforeHome = /\b(?:(?:at|in|for|of|from|by)\s+)?(?:the\s+)?$/i;

function markMentions(question: string, mentions: readonly Mention[]): string {
  return mentions
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + mark + text.slice(end), question);
}
