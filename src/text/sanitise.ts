// Takes text of unknown origin; gives it without the characters that steer a terminal or hide what stands there.

/** Controls but line feed and tab; marks that reverse the direction of what follows; invisible separators and tags. */
const steering =
  // oxlint-disable-next-line no-control-regex -- control characters are what it is for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * Escape sequences of ECMA-48: control strings up to their terminator, control sequences, and two-character escapes.
 * `stripVTControlCharacters` of Node takes words for parameters, and the words would be lost.
 */
const sequences =
  // oxlint-disable-next-line no-control-regex -- as above
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-~]/g;

/** Whole escape sequences go; a lone control character goes; a carriage return becomes a line feed. */
export function sanitise(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(sequences, "").replace(steering, "");
}

/** The same text on one line: for names and headings, which must not be able to add lines of their own. */
export function sanitiseLine(text: string): string {
  return sanitise(text).replace(/\s+/g, " ").trim();
}

/** JSON of a value, indented by two spaces; what would steer a terminal stands there as `\uXXXX`. */
export function toSafeJson(value: unknown): string {
  const escape = (character: string) =>
    [...Array(character.length).keys()]
      .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`)
      .join("");
  // Line feeds are indentation here; those within strings are escaped already.
  return `${JSON.stringify(value, null, 2).replace(steering, escape)}\n`;
}
