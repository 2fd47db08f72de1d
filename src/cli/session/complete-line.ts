// Takes what is typed so far and the names of documents; gives how it may go on, as readline asks for it.
import { sessionCommands } from "./take-line.ts";

/** Commands by their beginning; in a question the names of documents by the words that end it. */
export function completeLine(line: string, names: readonly string[]): [string[], string] {
  if (line.startsWith("/") && !line.includes(" "))
    return [
      sessionCommands.filter((name) => name.startsWith(line)).map((name) => `${name} `),
      line,
    ];
  const typed = line.toLowerCase();
  for (const begun of endings(typed)) {
    const found = names.filter((name) => name.toLowerCase().startsWith(begun));
    if (found.length > 0) return [found, line.slice(line.length - begun.length)];
  }
  return [[], line];
}

/** The last words, the most first: names have several. */
function endings(typed: string): string[] {
  const starts = [...typed.matchAll(/(?<=^|\s)\S/g)].map(({ index }) => index);
  return starts.map((at) => typed.slice(at)).filter((ending) => ending.length > 1);
}
