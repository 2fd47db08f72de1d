// Takes the texts of a table; gives the width of each column, by the words in it.

/** No column is narrower than its longest word, up to this many characters. */
const longestWord = 14;
/** Characters beyond these make a column no wider. */
const mostText = 160;
/** What fills in a column that is empty is still to be written. */
const emptyColumn = 9;

/** @param width of the table, in any unit; the columns' widths are whole and add up to it */
export function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const count = Math.max(1, ...rows.slice(0, 1).map((row) => row.length));
  const needs = Array.from({ length: count }, (_, at) => {
    const cells = rows.map((row) => row[at] ?? "");
    const body = cells.slice(1).filter((text) => text !== "");
    const words = cells.flatMap((text) => text.split(/\s+/));
    const word = Math.min(
      longestWord,
      words.reduce((most, each) => Math.max(most, each.length), 0) + 2,
    );
    const text = body.reduce((sum, each) => sum + Math.min(mostText, each.length), 0);
    // The square root: a column of twice the text needs fewer than twice the characters in a line.
    const mean = body.length === 0 ? 0 : text / body.length;
    return Math.max(word, Math.sqrt(mean) * 4, body.length === 0 ? emptyColumn : 0);
  });
  const sum = needs.reduce((all, need) => all + need, 0);
  const widths = needs.map((need) => Math.floor((need / sum) * width));
  const rest = width - widths.reduce((all, each) => all + each, 0);
  return widths.map((each, at) => (at === 0 ? each + rest : each));
}
