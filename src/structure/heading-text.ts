// What the words of a line tell of it: short enough for a heading, a sentence, a form to fill in; and its typed number.

/** A line that is longer than this, in characters and words, is a stressed sentence. */
const longest = { characters: 120, words: 16 };

/** Short, no sentence, no quotation, nothing to be filled in. */
export function isShort(text: string): boolean {
  if (text.length > longest.characters || wordsOf(text) > longest.words) return false;
  if (!/\p{L}{2}/u.test(text) || /^(?:\p{Ll}|[,;:.)•●-])/u.test(text)) return false;
  if (isForm(text) || /\bwww\.|https?:|@/.test(text)) return false;
  if (/^[“"‘'].*[”"’']$/.test(text)) return false;
  if (!/[.;,]["”’')]*$/.test(text)) return true;
  return typedNumber(text) !== null && wordsOf(text) <= 8 && !text.endsWith(",");
}

/** Lines and dots to write on. */
export function isForm(text: string): boolean {
  return /_{3,}|\.{4,}|…{2,}/.test(text);
}

export function isSentence(text: string): boolean {
  return /[.;:]$/.test(text) && wordsOf(text) >= 5;
}

export function wordsOf(text: string): number {
  return text.split(/\s+/).length;
}

/** The number that somebody typed before a line: `2.1`; null for none. */
export function typedNumber(text: string): string | null {
  return /^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s/.exec(text)?.[1] ?? null;
}
