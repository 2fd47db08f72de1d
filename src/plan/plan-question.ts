// Takes a question as typed; gives the parts it asks, each with the text to search for and the heading to answer under.
import { setOfWords } from "../lists.ts";

export interface QuestionPart {
  /** What to search for: the part with what it needs from the rest of the question. */
  readonly query: string;
  /** Further wordings to search for: its sentences one by one, without what tells the program how to answer. */
  readonly variants: readonly string[];
  /** Heading for the part in an answer; the whole question's only part has none. */
  readonly heading: string | null;
}

export interface QuestionPlan {
  readonly question: string;
  readonly parts: readonly QuestionPart[];
}

/** More parts than this are answered by searching for the whole question. */
const mostParts = 6;

const asks =
  /^(?:what|which|who|whom|whose|when|where|why|how|must|does|do|did|is|are|can|could|may|should|shall|will|would|has|have|draft|list|outline|describe|explain|include|map|summari[sz]e|set out|give|write)\b/i;

/** Splits a question into sentences, joined questions ("… and who …") and the items it says to include. */
export function planQuestion(question: string): QuestionPlan {
  const text = question.replace(/\s+/g, " ").trim();
  const sentences = text
    .match(/[^.?!]+(?:[.?!]+(?!\s|$)[^.?!]*)*[.?!]*/g)
    ?.map((s) => s.trim()) ?? [text];
  const background = sentences.filter((sentence) => !isAsked(sentence));
  const asked = sentences.filter(isAsked).flatMap(splitJoined);
  const context = background.join(" ");
  const parts = asked.flatMap((part) => toParts(part, asked[0] ?? "", context));
  if (parts.length <= 1 || parts.length > mostParts)
    return { question: text, parts: [toWhole(text, sentences)] };
  return { question: text, parts };
}

/** What a question tells the program to do ("Draft a section on …") is no part of what to look for. */
function toWhole(text: string, sentences: readonly string[]): QuestionPart {
  const query = sentences.map(stripInstruction).join(" ");
  return { query, variants: variantsOf(query, sentences), heading: null };
}

/** "Our manager holds a social work degree." tells; "Does that meet regulation 28?" asks. */
export function isAsked(sentence: string): boolean {
  return /\?\s*$/.test(sentence) || asks.test(stripOpening(sentence));
}

/** "Based on the Regulations, outline …" → "outline …". */
function stripOpening(sentence: string): string {
  const match = /^(?:based on|according to|under|in line with|for|in)\b[^,]{3,80},\s*(.+)$/i.exec(
    sentence,
  );
  return match?.[1] && asks.test(match[1]) ? match[1] : sentence;
}

/** "… and who gets it?" is a question of its own; "safeguarding and complaints" is not. */
function splitJoined(sentence: string): string[] {
  const pieces = sentence.split(
    /,?\s+(?:and|but|or)\s+(?=(?:what|which|who|whose|when|where|why|how|draft|list|outline|describe|explain)\b)/i,
  );
  return pieces.map((piece) => piece.trim()).filter((piece) => piece.split(" ").length >= 2);
}

function toParts(part: string, first: string, context: string): QuestionPart[] {
  const included = /^include\s+(.+?)[.?!]*$/i.exec(part);
  if (included?.[1]) {
    const kind = /\b(\w+)$/.exec(included[1])?.[1] ?? "";
    return splitList(included[1]).map((item) => {
      const named = item.includes(kind) ? item : `${item} ${kind}`;
      // An item is only a few words; where it belongs is understood.
      const variants = [item, `${named} in the children's home`];
      return { query: named, variants, heading: capitalise(item) };
    });
  }
  const own = stripOpening(part).replace(/[.?!]+$/, "");
  const leans = part !== first && leansOnFirst(own);
  const query = [context, leans ? first.replace(/[.?!]+$/, "") : "", stripInstruction(part)]
    .filter((s) => s !== "")
    .join(" ");
  return [{ query, variants: variantsOf(query, [part]), heading: capitalise(own) }];
}

/** A later part needs the first for its subject: "who gets it?", "which techniques are off limits?". */
function leansOnFirst(part: string): boolean {
  if (/\b(?:it|they|them|that|those|these|this|he|she)\b/i.test(part)) return true;
  const words = part.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => !asking.has(word)).length < fewestOwn;
}

/** Words of its own that make a part a question in itself. */
const fewestOwn = 3;
const asking = setOfWords(
  "what which when where whom whose must should shall will would could have does need with from into there many long often",
);

/** "Draft a section on the required qualifications" → "the required qualifications". */
function stripInstruction(sentence: string): string {
  const bare = stripOpening(sentence)
    .replace(
      /^(?:please\s+)?(?:draft|write|give|list|outline|describe|explain|summari[sz]e|set out|map|include|provide)\b\s*(?:me|us)?\s*/i,
      "",
    )
    .replace(
      /^(?:a|an|the)?\s*(?:short\s+)?(?:section|summary|list|paragraph|outline|overview|statement|note)\s+(?:on|of|about|for|covering)\s+/i,
      "",
    );
  return bare.length >= 8 ? bare : sentence;
}

function variantsOf(query: string, sentences: readonly string[]): string[] {
  const variants = sentences
    .map(stripInstruction)
    .filter((variant) => variant.split(" ").length >= 3);
  return [...new Set(variants)].filter((variant) => variant !== query);
}

function splitList(text: string): string[] {
  return text
    .split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+(?=\w+(?:\s+\w+){0,2}$)/i)
    .map((item) => item.replace(/^(?:the|a|an)\s+/i, "").trim())
    .filter((item) => item !== "");
}

function capitalise(text: string): string {
  return text === "" ? text : (text[0] ?? "").toUpperCase() + text.slice(1);
}
