// Takes a line of Markdown; gives its text in runs of bold, italic, code and citation markers.
import type { Run } from "./wrap.ts";

const token =
  /\\([!-/:-@[-`{-~])|`([^`]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\4(?!\w)|\[(\d+)\](?!\()|\[([^\]]+)\]\(([^)\s]+)\)/gu;

/**
 * The styles are `bold`, `italic`, `code`, `marker` and combinations joined by a space; plain text has none.
 * A link becomes its text followed by the address.
 */
export function parseInline(text: string, style = ""): Run[] {
  const runs: Run[] = [];
  const add = (piece: string, own = "") => {
    if (piece !== "")
      runs.push({ text: piece, style: own === "" ? style : `${style} ${own}`.trim() });
  };
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, escaped, code, bold, , italic, number, label, address] = match;
    add(text.slice(end, match.index));
    end = match.index + whole.length;
    if (escaped !== undefined) add(escaped);
    else if (code !== undefined) add(code, "code");
    else if (bold !== undefined) runs.push(...parseInline(bold, `${style} bold`.trim()));
    else if (italic !== undefined) runs.push(...parseInline(italic, `${style} italic`.trim()));
    else if (number !== undefined) add(whole, "marker");
    else add(label === address ? `${address}` : `${label} (${address})`);
  }
  add(text.slice(end));
  return runs;
}
