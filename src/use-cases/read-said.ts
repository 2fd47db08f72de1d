// Takes a passage of an own document; gives what it says piece by piece, each with what leads into it and its place.
import type { Quote } from "../draft/draft.ts";
import { readOwnRow } from "../facts/own-row.ts";
import { readOwnSentences, type OwnSentence } from "../facts/own-sentences.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { findSentences } from "../text/sentences.ts";

/** What an own document says in one piece, and where. */
export interface Said {
  readonly evidence: Evidence;
  readonly sentence: OwnSentence;
  /** All of the sentence it is a part of. */
  readonly whole: Quote;
}

/** All that a passage says, piece by piece, with their places in it. */
export function readSaid(evidence: Evidence): Said[] {
  const { passage } = evidence;
  const title = passage.trail.at(-1) ?? "";
  const head = passage.spans.find(({ kind }) => kind === "row" || kind === "head");
  let lead = "";
  return passage.spans.flatMap((span) => {
    const text = passage.text.slice(span.start, span.end);
    // "We never:" leads into every point under it.
    if (span.kind === "text") lead = /[:—–]\s*$/.test(text) ? text.trim() : "";
    const heading = span.kind === "bullet" ? `${title} ${lead}`.trim() : title;
    const place = (start: number, end: number) => ({
      evidence,
      start: span.start + start,
      end: span.start + end,
    });
    if (span.kind === "row" && head !== undefined && head !== span) {
      const columns = passage.text.slice(head.start, head.end);
      return readOwnRow(columns, text, heading).map((sentence): Said => {
        return { evidence, sentence, whole: place(0, text.length) };
      });
    }
    if (span.kind !== "text" && span.kind !== "bullet") return [];
    const sentences = findSentences(text);
    return readOwnSentences(text, heading).map((sentence): Said => {
      const around = sentences.find(
        ({ start, end }) => start <= sentence.start && sentence.end <= end,
      );
      const { start, end } = around ?? sentence;
      return { evidence, sentence, whole: place(start, end) };
    });
  });
}
