// Takes text as a file holds it; gives it safe to print and to compare: no control or invisible characters, one
// spelling for each letter.

/** Anything else sends a text on to the full cleaning: these characters stand in no rule below and are stable in NFC. */
const needsCleaning =
  /[^\n -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u20A0-\u20C0\u2190-\u22FF\u25A0-\u27BF]/;

const whiteSpace = /\r\n?|[\t\v\f\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;

/**
 * Controls (C0, DEL, C1) and what Unicode says to draw as nothing: soft hyphen, joiners and other zero-width
 * characters, bidirectional marks, overrides and isolates, variation selectors, and the tag characters that can carry
 * a hidden message. Interlinear annotation marks and noncharacters are not among those and are named.
 */
const invisible = /(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\uFFFE\uFFFF]/gu;

/** ff, fi, fl, ffi, ffl, long s with t, st. */
const ligatures = /[\uFB00-\uFB06]/g;

const loneSurrogates = /\p{Surrogate}/gu;

/**
 * Removes control, zero-width and bidirectional control characters and soft hyphens; turns tabs, no-break spaces and
 * other white space into plain spaces and carriage returns into newlines; spells ligatures out; normalises to NFC.
 * Runs of spaces are kept as they are. Cleaning twice gives what cleaning once gives.
 */
export function cleanText(text: string): string {
  if (!needsCleaning.test(text)) return text;
  return text
    .replace(whiteSpace, (space) => (space.startsWith("\r") ? "\n" : " "))
    .replace(invisible, "")
    .replace(ligatures, (ligature) => ligature.normalize("NFKC"))
    .replace(loneSurrogates, "\uFFFD")
    .normalize("NFC");
}

/** Cleaned, all white space folded to single spaces, and none at the ends. */
export function tidyText(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}
