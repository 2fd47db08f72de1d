// Takes text as documents hold it; gives it in the forms that locks keep and compare: folded to read, bare to compare.
import { hashOf } from "../text/hash-of.ts";

/** White space as single spaces, without hyphens that only show at the end of a line. */
export function foldText(text: string): string {
  return text.normalize("NFC").replaceAll("\u00ad", "").replaceAll(/\s+/g, " ").trim();
}

/** Marks of amendments as saved pages print them: "[F12". */
const amendmentMark = /\[[FCEIMPX]\d{1,3}(?=[\p{L}\s.])/gu;

/** Without what printing the same words otherwise changes: white space, hyphens, dots of lists, shapes of quotation marks. */
export function bareText(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(amendmentMark, "")
    .replaceAll(/[\s\u00ad\u2022‐‑-]+/g, "")
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"');
}

/** The same for texts that differ only in what {@link bareText} leaves out. */
export function hashText(text: string): string {
  return hashOf(bareText(text));
}
