// Takes a count and a way of counting; gives the number as office programs print it: `4`, `d`, `iv`.

export type Counting = "decimal" | "lower-letter" | "upper-letter" | "lower-roman" | "upper-roman";

const romans: readonly (readonly [value: number, letters: string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
/** Programs do not agree on what stands for larger numbers. */
const largest = { letters: 780, romans: 3999, figures: 32_767 };

/**
 * @param repeats whether `aa`, `bb`, `cc` follow `z`, and not `aa`, `ab`, `ac`
 * @returns "" for what office programs do not count up to, or below, in this way
 */
export function printNumber(count: number, counting: Counting, repeats = false): string {
  if (counting === "decimal") return count >= 0 && count <= largest.figures ? String(count) : "";
  const isRoman = counting.endsWith("roman");
  if (!(count >= 1 && count <= (isRoman ? largest.romans : largest.letters))) return "";
  const text = isRoman ? roman(count) : letters(count, repeats);
  return counting.startsWith("upper") ? text.toUpperCase() : text;
}

export function roman(count: number): string {
  let rest = count;
  let text = "";
  for (const [value, digits] of romans) {
    text += digits.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

function letters(count: number, repeats: boolean): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26));
  const before = Math.floor((count - 1) / 26);
  if (repeats) return letter.repeat(before + 1);
  return (before > 0 ? letters(before, false) : "") + letter;
}
