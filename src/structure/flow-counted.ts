// Finds headings of a text that flows that are told by their number alone.
import { groupBy } from "../lists.ts";
import type { FlowLine } from "../extract/page.ts";
import { isShort, typedNumber, wordsOf } from "./heading-text.ts";

/** Longer lines, in words, are paragraphs that have a number. */
const mostWords = 10;
/** Fewer numbered lines than this may be anything. */
const fewest = 3;

/**
 * Short numbered lines over items that count within them, "2. Use of restraint" over "2.1"; and lines of a list, all of
 * them short, each of which has text of its own under it.
 */
export function findCounted(
  lines: readonly FlowLine[],
  styled: ReadonlyMap<FlowLine, number>,
): FlowLine[] {
  const numbered = lines.flatMap((line, i) => {
    const key = styled.has(line) || line.cells ? null : listOf(line);
    return key === null ? [] : [{ line, key, next: lines[i + 1] }];
  });
  const over = numbered.filter(({ line, next }) => isOverInner(line, next)).map(({ line }) => line);
  const lists = [...groupBy(numbered, ({ key }) => key).values()].filter((list) => {
    const headed = list.filter(({ next }) => next !== undefined && isUnder(next));
    return (
      list.length >= fewest &&
      list.every(({ line }) => isHeading(line)) &&
      headed.length >= list.length - 1 &&
      isRising(list.map(({ line }) => line))
    );
  });
  return [...over, ...lists.flatMap((list) => list.map(({ line }) => line))];
}

/** Names the list and level that a line is of; null where it has no number. */
function listOf({ place, number, text }: FlowLine): string | null {
  if (number !== null) return place ? `${place.list}/${place.level}` : null;
  const typed = place ? null : typedNumber(text);
  return typed === null ? null : `typed/${typed.split(".").length}`;
}

function isHeading(line: FlowLine): boolean {
  return isShort(line.text) && !/[.:]$/.test(line.text) && wordsOf(line.text) <= mostWords;
}

function isOverInner(line: FlowLine, next: FlowLine | undefined): boolean {
  const [place, inner] = [line.place, next?.place];
  if (!place || !inner || line.number === null || !isHeading(line)) return false;
  return inner.list === place.list && inner.joined && inner.level === place.level + 1;
}

/** Text of its own: no item of a list, unless of one inside. */
function isUnder(next: FlowLine): boolean {
  return listOf(next) === null && next.text.length > 0 && /[.:;!?]["”’')]*$/.test(next.text);
}

/** Numbers go up one by one, as far as they are plain. */
function isRising(lines: readonly FlowLine[]): boolean {
  const plain = lines.map((line) =>
    Number(line.number?.replace(/[.)]$/, "") ?? typedNumber(line.text)),
  );
  if (plain.some((number) => !Number.isInteger(number)))
    return lines.every(({ number }) => number !== null);
  return plain.every((number, i) => i === 0 || number === (plain[i - 1] ?? 0) + 1);
}
