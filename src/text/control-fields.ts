// Takes what a document says of itself, such as its footer; gives its fields: "Version 3.2", "Next review: May 2030".
import type { TextRange } from "./sentences.ts";

/** Words that begin a field, with the words that may stand around them. */
const label =
  "(?:(?:date|month) of |last |next |first |approv\\w+ |effective |expiry )?(?:review(?:ed)?|version|issue[ds]?|edition|revision|revised|approv(?:ed|al)|author|written|prepared|owner|owned|adopted|ratified|updated|amended|published|effective|expir\\w+|document|policy (?:no|number|ref))(?: (?:date|on|by|from|due|number|no))*";
const labelled = new RegExp(`(?<![\\p{L}])${label}(?=\\s*[:.–-]|\\s+[\\p{L}\\d\\[_]|$)`, "giu");
const parted = /\s*(?:\||\t|\n|;|,(?=\s)|\s[–—-]\s)\s*/gu;

/** In the order of the text: cut at bars, dashes, commas and before each label that is not behind another. */
export function findControlFields(text: string): TextRange[] {
  const seams = [...text.matchAll(parted)].map(({ index, 0: { length } }) => ({
    end: index,
    start: index + length,
  }));
  // "Approved by: A B, Responsible Individual": what has no label of its own goes on with the field before it.
  const labels = [...text.matchAll(labelled)].map(({ index }) => index);
  const cuts = [
    ...seams,
    ...labels.map((start) => ({
      start,
      end: text.slice(0, start).trimEnd().length,
    })),
  ].toSorted((a, b) => a.start - b.start);
  const fields: { start: number; end: number }[] = [];
  let from = 0;
  for (const cut of [...cuts, { start: text.length, end: text.length }]) {
    if (cut.end > from) {
      const own = text.slice(from, cut.end);
      const before = fields.at(-1);
      const goesOn =
        before !== undefined &&
        !opens(own) &&
        opens(text.slice(before.start, before.end)) &&
        text.slice(before.end, from).trim() === ",";
      if (goesOn) before.end = cut.end;
      else fields.push({ start: from, end: cut.end });
    }
    from = Math.max(from, cut.start);
  }
  return fields;
}

function opens(field: string): boolean {
  return field.search(labelled) === 0;
}
