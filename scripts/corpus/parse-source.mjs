// Takes the Markdown of a document's sources; gives its front matter and the blocks to print.
import { parse as parseYaml } from "yaml";

/**
 * @typedef {{ text: string, bold: boolean, italic: boolean }} Run a piece of text in one style
 * @typedef {{ kind: "heading", level: number, runs: Run[] }
 *   | { kind: "paragraph" | "item" | "note", runs: Run[], depth: number }
 *   | { kind: "table", widths: number[], rows: Run[][][] }
 *   | { kind: "page-break" }} Block
 * @typedef {{ file: string, title: string, subject: string, disclaimer: string, date: string }} FrontMatter
 */

/**
 * Front matter stands between two `---` lines at the start. Understood after it: `#` headings, paragraphs, `-` lists,
 * `>` notes, `|` tables, `**bold**`, `_italic_`, `<!-- page break -->`, and before a table `<!-- widths: 1 3 -->` for the
 * relative widths of its columns.
 *
 * @param {string} source
 * @returns {{ front: FrontMatter, blocks: Block[] }}
 */
export function parseSource(source) {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(source);
  if (!match) throw new Error("A source must start with front matter between two --- lines.");
  const front = parseYaml(match[1]);
  for (const key of ["file", "title", "subject", "disclaimer", "date"])
    if (typeof front[key] !== "string") throw new Error(`Front matter lacks "${key}".`);
  const chunks = source.slice(match[0].length).split(/\n\s*\n/);
  return { front, blocks: applyWidths(chunks.flatMap((chunk) => parseChunk(chunk.trim()))) };
}

/** @returns {Block[]} the blocks of a run of lines without an empty line in it */
function parseChunk(chunk) {
  if (chunk === "") return [];
  if (chunk === "<!-- page break -->") return [{ kind: "page-break" }];
  const widths = /^<!-- widths: ([\d ]+) -->$/.exec(chunk);
  if (widths) return [{ kind: "widths", widths: widths[1].split(" ").map(Number) }];
  const heading = /^(#{1,4}) (.+)$/.exec(chunk);
  if (heading) return [{ kind: "heading", level: heading[1].length, runs: parseRuns(heading[2]) }];
  const lines = chunk.split("\n");
  if (chunk.startsWith("|")) return [parseTable(lines)];
  if (chunk.startsWith("> "))
    return [
      {
        kind: "note",
        runs: parseRuns(lines.map((line) => line.replace(/^> ?/, "")).join(" ")),
        depth: 0,
      },
    ];
  if (chunk.startsWith("- ")) return parseItems(lines);
  const text = lines.join(" ");
  return [{ kind: "paragraph", runs: parseRuns(text), depth: entryDepth(text) }];
}

function parseItems(lines) {
  const items = [];
  for (const line of lines) {
    if (line.startsWith("- ")) items.push(line.slice(2));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return items.map((item) => ({ kind: "item", runs: parseRuns(item), depth: 0 }));
}

function parseTable(lines) {
  const cells = (line) =>
    line
      .trim()
      .replace(/^\||\|$/g, "")
      .split("|")
      .map((cell) => cell.trim());
  const rows = [lines[0], ...lines.slice(2)].map((line) => cells(line).map(parseRuns));
  return { kind: "table", widths: rows[0].map(() => 1), rows };
}

/** Hands each widths comment to the table after it. */
function applyWidths(blocks) {
  return blocks.flatMap((block, index) => {
    if (block.kind === "widths") return [];
    if (block.kind !== "table") return [block];
    const before = blocks[index - 1];
    const widths = before?.kind === "widths" ? before.widths : block.widths;
    for (const row of block.rows)
      if (row.length !== widths.length)
        throw new Error(`A table row has ${row.length} cells for ${widths.length} columns.`);
    return [{ ...block, widths }];
  });
}

/** How deep an entry's number is nested: 0 for 28(2), 1 for 28(2)(c), 2 for 28(2)(c)(ii). */
function entryDepth(text) {
  const locator = /^\*\*([^*]+)\*\*/.exec(text)?.[1] ?? "";
  const units = [...locator.matchAll(/\(([^)]+)\)/g)].map((unit) => unit[1]);
  const numbered = /^\d/.test(units[0] ?? "") ? 1 : 0;
  return Math.max(0, units.length - numbered);
}

/** @returns {Run[]} */
function parseRuns(text) {
  return text
    .split(/(\*\*[^*]+\*\*|(?<!\w)_[^_]+_(?!\w))/)
    .filter((part) => part !== "")
    .map((part) => {
      const bold = part.startsWith("**");
      const italic = /^_.+_$/.test(part);
      return { text: bold ? part.slice(2, -2) : italic ? part.slice(1, -1) : part, bold, italic };
    });
}
