// Takes text that is to be read and not rendered; gives it so that Markdown shows every character of it.

/**
 * What CommonMark, and the tables, strikethrough and bare addresses of GitHub, would make something of: escapes, code,
 * emphasis (not inside a word, where an underscore is one), links, images and footnotes, tags, entities, e-mail, and URLs,
 * which some renderers find inside words as well.
 */
const live =
  /\\(?=[!-/:-@[-`{-~]|$)|[`*[<~]|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])|&(?=#?\w+;)|(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])/giu;

/** What makes a heading, a list, a quotation, a rule or a table of a line that begins with it. */
const opening = /^(?:[#>+=|:-]|(?<number>\d{1,9})[.)](?=\s|$))/;

/** One line of Markdown that reads as the text. @param starts the text begins a line or an item of a list */
export function escapeMarkdown(text: string, starts = false): string {
  const escaped = text.replace(live, (marks) => [...marks].map((mark) => `\\${mark}`).join(""));
  if (!starts) return escaped;
  return escaped.replace(opening, (mark, number?: string) =>
    number === undefined ? `\\${mark}` : `${number}\\${mark.slice(number.length)}`,
  );
}
