// Takes a number and a format of Word's; gives it as Word prints it (ECMA-376 part 1, 17.18.59).
import { printNumber, roman } from "../office/printed-number.ts";

const largestRoman = 32_767;
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

/** Null for formats that print no number: bullets and none. Formats of other scripts come as decimal numbers. */
export function formatNumber(value: number, format: string): string | null {
  switch (format) {
    case "bullet":
    case "none":
      return null;
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return romans(value);
    case "upperRoman":
      return romans(value).toUpperCase();
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
      return (chicago[(value - 1) % 4] ?? "*").repeat(
        Math.min(20, Math.floor((value - 1) / 4) + 1),
      );
    default:
      // "001, 002, 003, ..." is spelt out (17.18.59, custom).
      return String(value).padStart(/^0*1(?=,)/.exec(format)?.[0].length ?? 0, "0");
  }
}

/** a to z, then aa, bb: the same letter again, not the next of two places (17.18.59). */
function letters(value: number): string {
  return value < 1 ? "" : printNumber(value, "lower-letter", true);
}

function romans(value: number): string {
  return roman(Math.max(0, Math.min(value, largestRoman)));
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}

function inWords(value: number): string {
  if (value < 0 || value > 999) return String(value);
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
