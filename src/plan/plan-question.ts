// Takes a question as typed; gives the parts it asks, each with the text to search for and the heading to answer under.
import { groupNeighbours } from "../lists.ts";
import { contentStemList } from "../text/content-stems.ts";
import { readAsked, type Asked } from "./asked-kind.ts";
import { carrySubject, leansOnEarlier, subjectOf } from "./carry-subject.ts";
import { readFactAsked } from "./fact-asked.ts";
import { readOrder, searchedOf, type OrderedText } from "./ordered-text.ts";
import { asksForJudgement } from "./judging-half.ts";
import { splitJoined } from "./split-joined.ts";

export interface QuestionPart {
  /** What to search for: the part with what it needs from the rest of the question. */
  readonly query: string;
  /** Further wordings to search for: its sentences one by one, without what tells the program how to answer. */
  readonly variants: readonly string[];
  /** Heading for the part in an answer; the whole question's only part has none. */
  readonly heading: string | null;
  /** What it is about, where an earlier part of the question says so and it does not. */
  readonly carried?: string;
  /** The kind of thing that it asks for, where there is one to look for. */
  readonly asks?: Asked;
  /** The text that it orders to be written. */
  readonly writes?: OrderedText;
}

export interface QuestionPlan {
  readonly question: string;
  /** Without what only asks for a judgement of the rest; left out where all of it is asked. */
  readonly asked?: string;
  readonly parts: readonly QuestionPart[];
}

/** More parts than this are answered by searching for the whole question. */
const mostParts = 6;

const opensAsking =
  /^(?:what|which|who|whom|whose|when|where|why|how|must|does|do|did|is|are|can|could|may|should|shall|will|would|has|have|draft|list|outline|describe|explain|include|map|summari[sz]e|set out|give|write|prepare|compose|create|produce)\b/i;

/** Splits a question into sentences, joined questions ("… and who …") and the items it says to include. */
export function planQuestion(question: string): QuestionPlan {
  const text = question.replace(/\s+/g, " ").trim();
  const sentences = text
    .match(/[^.?!]+(?:[.?!]+(?!\s|$)[^.?!]*)*[.?!]*/g)
    ?.map((s) => s.trim()) ?? [text];
  const background = sentences.filter((sentence) => !isAsked(sentence));
  const pieces = leaveOutJudging(sentences.filter(isAsked).map(splitJoined));
  const asked = joinShort(giveSubjects(pieces));
  const context = background.join(" ");
  const parts = asked.flatMap((part) => toParts(part, context));
  const searched = searchedFor(sentences, pieces);
  const whole = parts.length <= 1 || parts.length > mostParts;
  return {
    question: text,
    ...(searched === sentences ? {} : { asked: searched.join(" ") }),
    parts: whole ? [toWhole(text, searched)] : parts,
  };
}

/** "… and is that lawful?" is answered by holding the answer to what it judges against the law, and has none of its own. */
function leaveOutJudging(sentences: readonly (readonly string[])[]): string[][] {
  const [first] = sentences.flat();
  return sentences.map((pieces) =>
    pieces.filter((piece) => piece === first || !asksForJudgement(piece)),
  );
}

/** The sentences of a question without what only asks for a judgement; the same where there is no such thing. */
function searchedFor(
  sentences: readonly string[],
  asked: readonly (readonly string[])[],
): readonly string[] {
  const whole = sentences.filter(isAsked);
  if (asked.every((kept, i) => kept.length === splitJoined(whole[i] ?? "").length))
    return sentences;
  return sentences.flatMap((sentence) => {
    const at = whole.indexOf(sentence);
    const kept = asked[at];
    if (kept === undefined || kept.length === splitJoined(sentence).length) return [sentence];
    return kept.length === 0 ? [] : [`${kept.join(" and ").replace(/[.?!,\s]+$/, "")}?`];
  });
}

/** The same with a text to be written of it, where it orders none. */
export function orderText(plan: QuestionPlan): QuestionPlan {
  if (plan.parts.some(({ writes }) => writes !== undefined)) return plan;
  const parts = plan.parts.map(({ asks: _asks, ...part }): QuestionPart => ({
    ...part,
    writes: { kind: "text", about: part.query },
  }));
  return { ...plan, parts };
}

/** Telling words, its subject's among them, without which a piece cannot stand by itself: "Is that true?". */
const fewestTelling = 2;

/** Pieces that cannot stand are asked with the one before them, or else the one after. */
function joinShort(pieces: readonly AskedPiece[]): AskedPiece[] {
  const stands = ({ text, carried }: AskedPiece) =>
    new Set(contentStemList(`${text} ${carried ?? ""}`)).size >= fewestTelling ||
    readFactAsked(bareOf(text)) !== null;
  const groups = groupNeighbours(pieces, (piece, group) => !stands(piece) || !group.some(stands));
  return groups.map((group) => ({
    text: group.map(({ text }) => text).join(group.length > 1 ? " and " : ""),
    carried: group[0].carried,
  }));
}

/** What a question tells the program to do ("Draft a section on …") is no part of what to look for. */
function toWhole(text: string, sentences: readonly string[]): QuestionPart {
  const query = sentences.map(stripInstruction).join(" ");
  const variants = variantsOf(query, sentences);
  return { query, variants, heading: null, ...wantsOf(sentences.findLast(isAsked) ?? text) };
}

/** "Our manager holds a social work degree." tells; "Does that meet regulation 28?" asks. */
export function isAsked(sentence: string): boolean {
  const opened = stripOpening(sentence);
  return /\?\s*$/.test(sentence) || opensAsking.test(opened) || readOrder(opened) !== null;
}

/** "Based on the Regulations, outline …" → "outline …". */
function stripOpening(sentence: string): string {
  const match = /^(?:based on|according to|under|in line with|for|in)\b[^,]{3,80},\s*(.+)$/i.exec(
    sentence,
  );
  return match?.[1] && opensAsking.test(match[1]) ? match[1] : sentence;
}

interface AskedPiece {
  readonly text: string;
  /** Subject of the question it leans on; null where it stands alone. */
  readonly carried: string | null;
}

/** A piece leans on what stands before it in its sentence; what begins a later sentence, on the first question of all. */
function giveSubjects(sentences: readonly (readonly string[])[]): AskedPiece[] {
  const opening = sentences[0]?.[0] ?? "";
  return sentences.flatMap((pieces, i) => {
    let subject = i > 0 ? subjectOf(bareOf(opening)) : null;
    return pieces.map((text): AskedPiece => {
      const bare = bareOf(text);
      const carried = leansOnEarlier(bare) ? subject : null;
      subject = carried ?? subjectOf(bare) ?? subject;
      return { text, carried };
    });
  });
}

/** Without what stands in front of what is asked, and its mark. */
function bareOf(part: string): string {
  return stripOpening(part).replace(/[.?!]+$/, "");
}

function toParts({ text: part, carried }: AskedPiece, context: string): QuestionPart[] {
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
  const bare = stripInstruction(part);
  const asked = carried === null ? bare : carrySubject(bare, carried);
  const query = context === "" ? asked : `${context} ${asked}`;
  const heading = capitalise(bareOf(part));
  const variants = variantsOf(query, [part]);
  const wants = wantsOf(part);
  return [{ query, variants, heading, ...(carried === null ? {} : { carried }), ...wants }];
}

/** A text to be written, or a thing of a kind. */
function wantsOf(sentence: string): Pick<QuestionPart, "asks" | "writes"> {
  const bare = stripOpening(sentence);
  const writes = readOrder(bare);
  if (writes !== null) return { writes };
  const asks = readAsked(bare);
  return asks === null ? {} : { asks };
}

/** "Draft a section on the required qualifications" → "the required qualifications". */
function stripInstruction(sentence: string): string {
  const opened = stripOpening(sentence);
  const bare =
    searchedOf(opened) ??
    opened
      .replace(
        /^(?:please\s+)?(?:draft|write|give|list|outline|describe|explain|summari[sz]e|set out|map|include|provide)\b\s*(?:me|us)?\s*/i,
        "",
      )
      .replace(
        /^(?:an?|the)?\s*(?:short\s+)?(?:summary|list|outline|overview)\s+(?:on|of|about|for|covering)\s+/i,
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
