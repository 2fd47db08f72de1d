// Takes a number and a format of Word's; gives it as Word prints it (ECMA-376 part 1, 17.18.59).
import { printNumber, roman } from "../office/printed-number.ts";

const largest = 32_767;
const ones = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
  "seventeen eighteen nineteen",
].flatMap((words) => words.split(" "));
const tens = "ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinals = new Map([
  ["one", "first"],
  ["two", "second"],
  ["three", "third"],
  ["five", "fifth"],
  ["eight", "eighth"],
  ["nine", "ninth"],
  ["twelve", "twelfth"],
]);
const chicago = ["*", "†", "‡", "§"];
/** Signs are repeated up to 20 times. */
const mostChicago = 80;

/**
 * @returns null for formats that print no number: bullets and none; "" where it is not known what Word prints: numbers
 * that it does not count to, formats of other scripts
 */
export function formatNumber(value: number, format: string): string | null {
  if (format === "bullet" || format === "none") return null;
  if (!(value >= 0 && value <= largest)) return "";
  switch (format) {
    case "decimal":
    case "decimalHalfWidth":
      return String(value);
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperRoman":
      return roman(value).toUpperCase();
    case "decimalZero":
      return value < 10 ? `0${value}` : String(value);
    case "ordinal":
      return `${value}${ordinalEnding(value)}`;
    case "cardinalText":
      return capitalise(inWords(value));
    case "ordinalText":
      return capitalise(ordinalWords(value));
    case "numberInDash":
      return `- ${value} -`;
    case "chicago":
      return value < 1 || value > mostChicago
        ? ""
        : (chicago[(value - 1) % 4] ?? "").repeat(Math.floor((value - 1) / 4) + 1);
    default: {
      // "001, 002, 003, ..." is spelt out (17.18.59, custom).
      const first = /^0*1(?=,)/.exec(format)?.[0];
      return first === undefined ? "" : String(value).padStart(first.length, "0");
    }
  }
}

/** a to z, then aa, bb: the same letter again, not the next of two places (17.18.59). */
function letters(value: number): string {
  return printNumber(value, "lower-letter", true);
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}

function inWords(value: number): string {
  if (value > 999) return String(value);
  if (value >= 100) {
    const rest = value % 100;
    return `${ones[Math.floor(value / 100)]} hundred${rest > 0 ? ` ${inWords(rest)}` : ""}`;
  }
  if (value < 20) return ones[value] ?? String(value);
  const rest = value % 10;
  return `${tens[Math.floor(value / 10) - 1]}${rest > 0 ? `-${ones[rest]}` : ""}`;
}

function ordinalWords(value: number): string {
  const words = inWords(value);
  const last = /[a-z]+$/.exec(words)?.[0];
  if (last === undefined) return `${value}${ordinalEnding(value)}`;
  const ordinal =
    ordinals.get(last) ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return words.slice(0, -last.length) + ordinal;
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
