// Takes an item as a model labelled it; gives what it is, so that no label keeps a statement from being checked.
import { readQuantities } from "../../text/quantities.ts";
import { findSentences } from "../../text/sentences.ts";
import { findInstitutions } from "../../verify/duty-holders.ts";
import type { ReplyItem } from "./reply.ts";

/** Verbs and phrases by which something is bound, forbidden or allowed. */
const force =
  "must|shall|may(?! (?:like|help|want|wish|find|prefer))|may not|cannot|(?:is|are|be) (?:\\w+ly |not )?(?:required|obliged|permitted|allowed|entitled|forbidden|prohibited|exempt)|(?:has|have|needs?) to|(?:is|are) (?:\\w+ly )?(?:mandatory|compulsory|optional|unnecessary|lawful|unlawful|essential|an offence|needed)|an offence|need not";
const binds = new RegExp(`\\b(?:${force})\\b|\\b(?:has|have) (?:a|no) (?:\\w+ )?duty\\b`, "i");
/** Law or guidance that says something, or by which something is so; a mere mention of its name says nothing. */
const named =
  "(?:regulations?|regs?\\.?|sections?|paragraphs?|paras?\\.?|schedules?|articles?) \\d[\\w.()]*|the (?:quality standards|regulations|guide|guidance|standards|law|act)|ofsted|HMCI";
const saying =
  "(?:\\w+ly )?(?:requires?|says?|states?|covers?|sets?|demands?|expects?|asks? for|allows?|permits?|forbids?|prohibits?|appl(?:y|ies)|gives?|provides?|makes?|recommends?|wants?|insists?)";
/** A place by its number, unless it only tells which of many things is meant: "the regulation 44 reports". */
const numbered =
  "(?:regulation|reg\\.?|section|paragraph|para\\.?|schedule|article|annex) \\d[\\w.()]*(?! (?:reports?|visits?|visitors?|reviews?|records?|notifications?|forms?|folders?|files?))";
const cites = new RegExp(
  `\\b${numbered}(?!\\w)|\\b(?:${named}) ${saying}\\b|\\b(?:under|by|according to|required by|in line with) (?:${named})(?!\\w)|\\bby law\\b|\\b(?:legal|statutory) (?:dut(?:y|ies)|requirements?|obligations?)\\b|\\blegally\\b`,
  "i",
);
/** What follows serves the advice or tells of somebody: it is not what is asserted. */
const aside =
  /\b(?:so that|in case|in order that|(?:who|which|whom|whose|what|when|where|whether|how|why|if)\b(?! (?:required|needed)))[^.;,]*/gi;
/** A story to talk over tells of nobody's duties. */
const story = /^\W*(?:scenario|case study|imagine|suppose|picture|consider this)\b/i;
/** A title that asks: "What the record must contain", "How long a new manager has". */
const asking = /^\W*(?:who|whom|whose|what|which|when|where|why|how|whether)\b/i;
/** Points at what follows, and says no more of it. */
const pointing =
  /^(?:(?:in addition|next|first|then|also),? )?(?:the following|these|this (?:part|section)|(?:\w+ ){1,2}(?:kinds?|points?|things?|steps?|conditions?|duties|matters|people|events?|rules|cases|groups|sorts?)\b)/i;
const leading =
  /:$|\b(?:following|follows?|below|next|these|this (?:part|section)|turning to|first|then|in addition|also)\b/i;
const longestLink = 16;
const longestHeading = 12;

/**
 * Advice that speaks of law, limits or another's duty is a requirement; so is a link that does not merely lead on, and
 * a heading that states something. A requirement without keys then fails like any other. What only asks, or tells a
 * story to talk over, states nothing; a draft is its writer's own text, unless it says what the law is.
 */
export function judgeKind(item: Pick<ReplyItem, "kind" | "text" | "sources">): ReplyItem["kind"] {
  const { kind, text, sources } = item;
  const isBare = sources.length === 0 && !limits(text);
  switch (kind) {
    case "requirement":
      return kind;
    case "advice":
      return sentencesOf(text).some(asserts) ? "requirement" : kind;
    case "question":
      return sentencesOf(text).some(asserts) ? "requirement" : kind;
    case "scenario":
    case "draft":
      return sources.length === 0 && sentencesOf(text).some(saysLaw) ? "requirement" : kind;
    case "heading":
      return isBare && isHeading(text) ? kind : "requirement";
    case "table":
      return isBare && !saysLaw(text) ? kind : "requirement";
    case "row":
      // Cells say something without a verb; only those of a form to fill in do not.
      return isBare && toComplete.test(text) ? kind : "requirement";
    default:
      return isBare && isLink(text) ? kind : "requirement";
  }
}

const toComplete = /\[to (?:complete|be completed)\b/i;

function saysLaw(sentence: string): boolean {
  return !isQuestion(sentence) && cites.test(sentence);
}

function sentencesOf(text: string): string[] {
  return findSentences(text).map(({ start, end }) => text.slice(start, end));
}

function asserts(sentence: string): boolean {
  if (isQuestion(sentence)) return false;
  if (cites.test(sentence)) return true;
  if (story.test(sentence)) return false;
  const main = sentence.replaceAll(aside, "");
  const another = findInstitutions(main).size > 0 || /\bregistered \w+\b/i.test(main);
  return binds.test(main) || limits(main) || (another && /\bshould\b/i.test(main));
}

function isQuestion(text: string): boolean {
  return /\?["”’)]*$/.test(text.trim());
}

/** A time, age, size or share. What is merely counted limits nothing. */
function limits(text: string): boolean {
  return readQuantities(text).some(({ kind }) => kind !== "count" && kind !== "year");
}

function isHeading(text: string): boolean {
  if (text.split(/\s+/).length > longestHeading) return false;
  if (isQuestion(text) || asking.test(text)) return true;
  // "While the manager is away": what holds then is not said.
  if (/^(?:while|if|before|after|until|once|unless|during)\b[^,;:]*$/i.test(text))
    return !binds.test(text);
  // "Starting before everything is in" names a matter.
  if (/^\w+ing\b[^,;:.]*$/i.test(text) && !binds.test(text)) return true;
  const states =
    /\b(?:must|shall|should|may|can|cannot|is|are|has|have|no|not|needs?|needed)\b|[.;]$/i;
  return !states.test(text.replaceAll(/\b(?:who|which|that|whom|whose|when|where)\b[^.;]*/gi, ""));
}

/** What leads on may say that something is bound, as long as it leaves what and whom to what follows. */
function isLink(text: string): boolean {
  if (text.split(/\s+/).length > longestLink) return false;
  if (isQuestion(text)) return true;
  if (/\bregistered \w+\b/i.test(text) || findInstitutions(text).size > 0) return false;
  if (/\b(?:cannot|need not|only|no|not|never|exempt)\b/i.test(text)) return false;
  if (pointing.test(text)) return leading.test(text);
  return leading.test(text) && !binds.test(text) && !/\b(?:should|can|needs?)\b/i.test(text);
}
