// Where sentences end in guidance and law: the places at which a long text may be split, or quoted in part.

/** Abbreviations that a full stop does not end a sentence after. */
const abbreviations =
  /(?:\b(?:e\.g|i\.e|etc|cf|viz|no|nos|reg|regs|para|paras|sch|s|ss|p|pp|art|arts|c|ch|vol|ed|eds|dr|mr|mrs|ms|st|prof|approx|inc|ltd|co|fig|figs|al|vs|ref|art|pt|pts)|\b[A-Z])\.$/i;

/** With the letter before it, by which a word is known to begin there. */
const longestAbbreviation = 8;

/** A stretch of a text in UTF-16 units, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Sentences of a text, in order, together covering all of it but the white space between them. */
export function findSentences(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  let start = 0;
  const ends = /[.?!][”’")\]]*(?=\s+[“‘"'(]?[\p{Lu}\d])|[.?!][”’")\]]*\s*$/gu;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].trimEnd().length;
    const before = text.slice(Math.max(start, match.index - longestAbbreviation), match.index + 1);
    if (match[0][0] === "." && abbreviations.test(before)) continue;
    pushRange(ranges, text, start, end);
    start = end;
  }
  pushRange(ranges, text, start, text.length);
  return ranges;
}

function pushRange(ranges: TextRange[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  const to = start + raw.trimEnd().length;
  if (to > from) ranges.push({ start: from, end: to });
}
