// Says why a text that looks like a reference is none: an amount, a date, a version, a telephone number and so on.

const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

/** Shapes of whole texts, each linear to match. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/^[£$€]\s?\d[\d,]*(?:\.\d+)?/, "This is a sum of money."],
  [/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/, "This is a date."],
  [new RegExp(`^\\d{1,2}(?:st|nd|rd|th)? (?:${months})[a-z]* \\d{4}$`, "i"), "This is a date."],
  [/^v(?:er(?:sion)?)?\.?\s*\d+(?:\.\d+)*$/i, "This is a version of a document."],
  [/^(?:tel\.?:?\s*)?\+?0\d{2,4}[\s-]?\d{3,4}(?:[\s-]?\d{3,4})?$/i, "This is a telephone number."],
  [
    /^\d+(?:\s?[/-]\s?\d+)?\s?(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?)$/i,
    "This is a length of time.",
  ],
  [/^levels? \d$/i, "This is the level of a qualification."],
  [/^SC\d{6}$/i, "This is a registration or charity number."],
  [/^SC[123]$/i, "This is a form of Ofsted's, not a Schedule."],
  [/^regulations? \d+ [a-z]+$/i, "The number counts something; it is not that of a regulation."],
];

/** Longest text taken for a single would-be reference, in characters. */
const maxLength = 80;

/**
 * Why a surface form is no reference, as one sentence, for a text in which {@link parseReferences} found none. Always
 * an answer: when no shape is known, that nothing in it names a provision or a document.
 */
export function explainNonReference(surface: string): string {
  const text = surface.trim();
  for (const [shape, message] of text.length > maxLength ? [] : shapes) {
    if (shape.test(text)) return message;
  }
  return "Nothing in it names a provision or a document.";
}
