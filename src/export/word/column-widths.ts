// Takes the texts of a table; gives the width of each column, so that its rows are as low as can be.

/** How wide letters are, and what is around them in a cell, in the unit of the table. */
export interface LetterRoom {
  readonly letter: number;
  readonly around: number;
}

/** A column is at least as wide as its longest word, up to this many letters. */
const longestWord = 14;
/** At least as wide as so many letters, so that short words stand whole in wider fonts too. */
const shortestWord = 5;
/** And where it is still to be filled in, as wide as this many. */
const emptyColumn = 9;
/** Rows that are looked at, spread over the table. */
const mostRows = 200;
/** Steps in which the width that is left is given out. */
const steps = 150;
/** Of a row the highest cell counts; a power, rather than the highest alone, lets cells of one height grow together. */
const power = 4;

interface Column {
  /** Widths: what it needs, and what its longest line fills. */
  readonly least: number;
  readonly most: number;
  /** Letters in the cell of each row that is looked at. */
  readonly lengths: readonly number[];
}

/** @param width of the table; the columns' widths are whole and add up to it */
export function columnWidths(
  rows: readonly (readonly string[])[],
  width: number,
  room: LetterRoom,
): number[] {
  const columns = readColumns(rows, room);
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const widths =
    least >= width
      ? columns.map((column) => (column.least / least) * width)
      : widen(columns, width - least, room);
  const whole = widths.map(Math.floor);
  const rest = width - whole.reduce((sum, each) => sum + each, 0);
  return whole.map((each, at) => (at === 0 ? each + rest : each));
}

/** In how many lines a row is set. */
export function linesOf(
  row: readonly string[],
  widths: readonly number[],
  { letter, around }: LetterRoom,
): number {
  const cells = row.map((text, at) => {
    const fits = Math.max(1, ((widths[at] ?? 0) - around) / letter);
    return text
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / fits)), 0);
  });
  return cells.reduce((most, lines) => Math.max(most, lines), 0);
}

function readColumns(
  rows: readonly (readonly string[])[],
  { letter, around }: LetterRoom,
): Column[] {
  const every = Math.max(1, Math.ceil(rows.length / mostRows));
  const count = Math.max(1, rows[0]?.length ?? 0);
  return Array.from({ length: count }, (_, at) => {
    const cells = rows.map((row) => row[at] ?? "");
    const word = longestOf(cells.flatMap((text) => text.split(/[\s-]+/)));
    const isEmpty = cells.slice(1).every((text) => text === "");
    const fewest = Math.max(Math.min(longestWord, word), isEmpty ? emptyColumn : shortestWord);
    const line = longestOf(cells.flatMap((text) => text.split("\n")));
    return {
      least: fewest * letter + around,
      most: Math.max(fewest, line) * letter + around,
      lengths: cells.filter((_text, row) => row % every === 0).map(({ length }) => length),
    };
  });
}

function longestOf(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

/** Gives what is left, piece by piece, to the column that lowers the rows most. */
function widen(columns: readonly Column[], left: number, { letter, around }: LetterRoom): number[] {
  const widths = columns.map(({ least }) => least);
  const heights = (at: number, wide: number): number[] => {
    const room = Math.max(letter, wide - around);
    return (columns[at]?.lengths ?? []).map((length) => ((length * letter) / room) ** power);
  };
  const held = widths.map((wide, at) => heights(at, wide));
  const rows = (held[0] ?? []).map((_height, row) =>
    held.reduce((sum, column) => sum + (column[row] ?? 0), 0),
  );
  const piece = left / steps;
  for (let step = 0; step < steps; step += 1) {
    let best = { gain: 0, at: -1, fresh: [] as number[] };
    for (const [at, { most }] of columns.entries()) {
      if ((widths[at] ?? 0) >= most) continue;
      const fresh = heights(at, (widths[at] ?? 0) + piece);
      const gain = rows.reduce((sum, row, i) => {
        const lower = Math.max(0, row - (held[at]?.[i] ?? 0) + (fresh[i] ?? 0));
        return sum + row ** (1 / power) - lower ** (1 / power);
      }, 0);
      if (gain > best.gain) best = { gain, at, fresh };
    }
    // Where every line fits, all columns share what is left.
    if (best.at < 0) return widths.map((wide) => wide + (piece * (steps - step)) / widths.length);
    best.fresh.forEach((height, i) => {
      rows[i] = (rows[i] ?? 0) - (held[best.at]?.[i] ?? 0) + height;
    });
    held[best.at] = best.fresh;
    widths[best.at] = (widths[best.at] ?? 0) + piece;
  }
  return widths;
}
