// Tells the numbers of headings from counts and dates that headings begin with ("24 hour cover").

const printed = /^(\d{1,2}(?:\.\d{1,2}){0,3})(\.?)\s+\S/;

/**
 * The number of each heading, null without one. A number that nothing marks as one is the heading's only where the
 * numbers around it go up.
 * @param paragraphs first numbers of the paragraphs that are numbered in pairs: 3 of "3.1"
 */
export function numberHeadings(
  headings: readonly string[],
  paragraphs: ReadonlySet<number>,
): (string | null)[] {
  const paths = headings.map((text) => printed.exec(text));
  const firsts = paths.map((path) => (path === null ? null : Number.parseInt(path[1] ?? "", 10)));
  return paths.map((path, i) => {
    const number = path?.[1];
    if (number === undefined) return null;
    if (number.includes(".") || path?.[2] === ".") return number;
    const first = Number(number);
    const goesUp =
      firsts.slice(0, i).includes(first - 1) ||
      firsts.slice(i + 1).includes(first + 1) ||
      headings.slice(i + 1).some((text) => text.startsWith(`${number}.`));
    return goesUp || paragraphs.has(first) ? number : null;
  });
}
