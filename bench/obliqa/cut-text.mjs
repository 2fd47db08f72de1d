// Takes a text; gives it in pieces that the embedding model reads whole.

import { findSentences } from "../../dist/text/sentences.js";

/** Words of a sentence that is itself too long go this many at a time. */
const wordsAtATime = 120;

/**
 * Whole lines and sentences where they fit.
 *
 * @param {string} text
 * @param {number} most   tokens, special tokens included
 * @param {(text: string) => number} count   tokens of a text, special tokens included
 * @returns {string[]}
 */
export function cutText(text, most, count) {
  if (count(text) <= most) return [text];
  const pieces = [];
  let held = "";
  for (const unit of text.split("\n").flatMap((line) => cutLine(line, most, count))) {
    const longer = held === "" ? unit : `${held}\n${unit}`;
    if (count(longer) <= most) {
      held = longer;
      continue;
    }
    if (held !== "") pieces.push(held);
    held = unit;
  }
  return held.trim() === "" ? pieces : [...pieces, held];
}

function cutLine(line, most, count) {
  if (count(line) <= most) return [line];
  const sentences = findSentences(line).map(({ start, end }) => line.slice(start, end));
  return sentences.flatMap((sentence) => {
    if (count(sentence) <= most) return [sentence];
    const words = sentence.split(/\s+/);
    const parts = Math.ceil(words.length / wordsAtATime);
    return Array.from({ length: parts }, (_, part) =>
      words.slice(part * wordsAtATime, (part + 1) * wordsAtATime).join(" "),
    );
  });
}
