// Takes a text; tells whether it says when something is done or how often, in figures or without; knows the month of May.
import { readQuantities } from "./quantities.ts";

/** Times without a figure: "without delay", "at suitable intervals". */
const withoutFigure =
  /\b(?:without (?:undue |further |any )?delay|immediately|forthwith|promptly|straight ?away|at once|as soon as|as quickly as|at all times|at (?:\w+ )?intervals|from time to time|on each occasion|permanently|indefinitely)\b/i;

const span =
  "(?:hour|day|night|morning|afternoon|evening|shift|week|weekend|fortnight|month|term|quarter|year)";
/** Times told by the calendar or the clock without a figure: "on Fridays", "within the hour", "the same day", "weekly". */
const byCalendar = new RegExp(
  `\\b(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{1,2}(?:[.:]\\d\\d)? ?[ap]\\.?m\\b|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:each|every|per|first|last|same|next|following|previous|once an?|twice an?|times an?|(?:within|in|by|at) the) (?:working |school )?${span}|hourly|daily|nightly|weekly|fortnightly|monthly|termly|quarterly|yearly|annually|overnight|midnight|noon|dawn|dusk|sunrise|sunset|bedtime|mealtimes?)\\b`,
  "i",
);

/** Times told by what happens: "before the child is admitted", "on arrival", "when it ends". */
const byEvent =
  /\b(?:before|after|following|until|when|whenever|during|prior to|in advance|on arrival|on admission|at the (?:start|end|beginning|time|latest)|on the (?:day|date)|by the (?:end|time|date))\b/i;

/** A length of time, a date, an interval or a word for one. */
export function givesTime(text: string): boolean {
  return (
    withoutFigure.test(text) ||
    byCalendar.test(text) ||
    readQuantities(text).some(({ kind }) => kind === "time" || kind === "date")
  );
}

/** The same, or an event by which the time is told. */
export function tellsWhen(text: string): boolean {
  return givesTime(text) || byEvent.test(text);
}

/** A text without the month of May, which is no permission. */
export function withoutMay(text: string): string {
  return text.replace(/(?<!^|[.!?] )\bMay\b|\bMay (?=\d)/g, "");
}
