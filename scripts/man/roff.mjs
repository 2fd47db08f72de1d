// Takes plain text; gives it as roff reads it, so that every character is printed as it was written.

const escapes = new Map([
  ["\\", "\\e"],
  ["-", "\\-"],
  ["'", "\\(aq"],
  ["`", "\\(ga"],
  ["^", "\\(ha"],
  ["~", "\\(ti"],
  ['"', "\\(dq"],
]);

/** A line of running text: nothing in it is taken for a request. */
export function escapeLine(text) {
  const line = [...text.replaceAll(/\s+/g, " ").trim()].map(escapeCharacter).join("");
  // Of the two characters that begin a request the other is escaped wherever it stands.
  return line.startsWith(".") ? `\\&${line}` : line;
}

function escapeCharacter(character) {
  const known = escapes.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0);
  return code < 0x7f ? character : `\\[u${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** In bold, and in italics, inside a line. */
export const bold = (text) => `\\fB${escapeLine(text)}\\fP`;
export const italic = (text) => `\\fI${escapeLine(text)}\\fP`;

/** "ask [options] <question...>": what is typed as it stands is bold, what it stands for is in italics. */
export function escapeUsage(text) {
  return text
    .split(/(<[^>]+>|\[[^\]]+\]|\s+)/)
    .filter((part) => part !== "")
    .map((part) => (part.trim() === "" ? " " : /^[<[]/.test(part) ? italic(part) : bold(part)))
    .join("");
}

/** Markdown's code spans in bold, the rest as it is. */
export function escapeMarkdown(text) {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith("`") ? bold(part.slice(1, -1)) : keepSpaces(part)))
    .join("");
}

function keepSpaces(part) {
  const [before = ""] = part.match(/^\s*/) ?? [];
  const after = part.trim() === "" ? "" : (part.match(/\s*$/)?.[0] ?? "");
  return `${before === "" ? "" : " "}${escapeLine(part)}${after === "" ? "" : " "}`;
}
