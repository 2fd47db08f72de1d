// Takes the texts of a table; gives the width of each column, by the words in it.

/** How wide letters are, and what is around them in a cell, in the unit of the table. */
export interface LetterRoom {
  readonly letter: number;
  readonly around: number;
}

/** A column is as wide as its longest word, up to this many letters. */
const longestWord = 14;
/** And where it is still to be filled in, as wide as this many. */
const emptyColumn = 8;
/** Letters beyond these make a column no wider. */
const mostText = 400;

/** @param width of the table; the columns' widths are whole and add up to it */
export function columnWidths(
  rows: readonly (readonly string[])[],
  width: number,
  { letter, around }: LetterRoom,
): number[] {
  const count = Math.max(1, rows[0]?.length ?? 0);
  const columns = Array.from({ length: count }, (_, at) => {
    const cells = rows.map((row) => row[at] ?? "");
    const body = cells.slice(1).filter((text) => text !== "");
    const word = cells
      .flatMap((text) => text.split(/[\s-]+/))
      .reduce((most, each) => Math.max(most, each.length), 0);
    const least = Math.max(Math.min(longestWord, word), body.length === 0 ? emptyColumn : 1);
    const longest = body.reduce((most, text) => Math.max(most, Math.min(mostText, text.length)), 0);
    // The square root: a column of four times the text is well set with twice the letters in a line.
    const wish = Math.sqrt(Math.max(0, longest - least));
    return { least: least * letter + around, wish };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const wishes = columns.reduce((sum, column) => sum + column.wish, 0);
  const left = width - least;
  const widths = columns.map((column) => {
    if (left <= 0) return Math.floor((column.least / least) * width);
    const share = wishes === 0 ? 1 / count : column.wish / wishes;
    return Math.floor(column.least + share * left);
  });
  const rest = width - widths.reduce((sum, each) => sum + each, 0);
  return widths.map((each, at) => (at === 0 ? each + rest : each));
}
