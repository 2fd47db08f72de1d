// Takes a passage's text and a statement; gives the sentences of the passage that the statement is nearest to.
import { findSentences, type TextRange } from "../../text/sentences.ts";
import { contentStemList } from "../../text/content-stems.ts";

/** Sentences that add less than this share of the statement's words are left out. */
const worthAdding = 0.12;
const mostSentences = 3;

/** At most three sentences or list items, in the order of the text; the first line when none shares a word. */
export function quoteBest(text: string, statement: string): TextRange[] {
  const units = splitUnits(text);
  const wanted = new Set(contentStemList(statement));
  const covered = new Set<string>();
  const chosen: TextRange[] = [];
  while (chosen.length < mostSentences) {
    const next = units
      .filter((unit) => !chosen.includes(unit))
      .map((unit) => ({ unit, gain: newStems(text, unit, wanted, covered) }))
      .reduce<{ unit: TextRange; gain: string[] } | null>(
        (best, one) => (one.gain.length > (best?.gain.length ?? 0) ? one : best),
        null,
      );
    if (!next || next.gain.length < worthAdding * wanted.size) break;
    chosen.push(next.unit);
    for (const stem of next.gain) covered.add(stem);
  }
  if (chosen.length === 0) return units.slice(0, 1);
  return chosen.sort((a, b) => a.start - b.start);
}

/** Lines are list items or paragraphs; long ones are cut into sentences. */
function splitUnits(text: string): TextRange[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ index, 0: line }) =>
    findSentences(line).map(({ start, end }) => ({ start: index + start, end: index + end })),
  );
}

function newStems(
  text: string,
  unit: TextRange,
  wanted: ReadonlySet<string>,
  covered: ReadonlySet<string>,
): string[] {
  const stems = new Set(contentStemList(text.slice(unit.start, unit.end)));
  return [...stems].filter((stem) => wanted.has(stem) && !covered.has(stem));
}
