// Takes the text of an item as a model wrote it; gives its paragraphs and the points of lists in it, one by one.

/** How many of them an item's text is taken apart into; the rest stays with the last. */
const most = 40;

/** `deeper` is 1 for a point of a list under the text that leads into it, 2 for one under such a point. */
export interface WrittenPiece {
  readonly text: string;
  readonly deeper: number;
}

/** A text of one paragraph is one piece. */
export function splitWritten(text: string): WrittenPiece[] {
  const lines = text.split(/\r?\n+/).filter((line) => line.trim() !== "");
  if (lines.length < 2 || lines.length > most) return [{ text, deeper: 0 }];
  const points = lines.filter((line) => point.test(line));
  const least = Math.min(...points.map(indentOf));
  return lines.map((line) =>
    point.test(line)
      ? { text: line.replace(point, ""), deeper: indentOf(line) > least ? 2 : 1 }
      : { text: line, deeper: 0 },
  );
}

const point = /^\s*(?:[-*•–]|\d{1,2}[.)]|\(?[a-z]\))\s+/;

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}
