// Takes the structure of a file of any kind; gives its pieces of text in order, each with heading and page.
import { runningHead } from "../structure/flow.ts";
import type { Block, Provision, Structure } from "../structure/provision.ts";
import type { Piece, PieceKind, Policy } from "./policy/policy.ts";

const kinds: Readonly<Record<Block["kind"], PieceKind>> = {
  text: "text",
  continuation: "text",
  bullet: "item",
  row: "row",
  head: "row",
};

/**
 * Headings, paragraphs, items, rows and footnotes; none is left out.
 * @param running lines of headers and footers, where the structure does not have them
 */
export function readDocument({ provisions }: Structure, running: readonly string[] = []): Policy {
  const [root] = provisions;
  if (root === undefined) return { title: null, pieces: [] };
  const pieces: Piece[] = [];
  walk(root, provisions, [], pieces);
  if (!pieces.some(({ kind }) => kind === "running"))
    for (const text of running)
      pieces.push({ kind: "running", text, headings: [runningHead.title], page: null, line: null });
  return { title: root.title, pieces };
}

function walk(
  provision: Provision,
  provisions: readonly Provision[],
  outer: readonly string[],
  pieces: Piece[],
): void {
  const { title, kind, page } = provision;
  let headings = outer;
  if (title !== null && provision.parent !== null && kind !== "definition") {
    pieces.push({ kind: "heading", text: title, headings: outer, page, line: null });
    headings = [...outer, title];
  }
  for (const item of provision.content) {
    if ("child" in item) {
      const child = provisions[item.child];
      if (child !== undefined) walk(child, provisions, headings, pieces);
    } else addBlock(item, provision, headings, pieces);
  }
}

function addBlock(
  { text, page, kind, level = 0, marks }: Block,
  { kind: of, address, locator }: Provision,
  headings: readonly string[],
  pieces: Piece[],
): void {
  const last = pieces.at(-1);
  const goesOn = kind === "continuation" && last !== undefined && last.kind !== "heading";
  const before = goesOn ? last.text.length + 1 : 0;
  const notes = marks
    .filter((mark) => mark.kind === "footnote")
    .map(({ at, label }) => ({ at: at + before, label }));
  if (goesOn) {
    const all = [...(last.notes ?? []), ...notes];
    const noted = all.length > 0 ? { notes: all } : {};
    pieces[pieces.length - 1] = { ...last, text: `${last.text} ${text}`, ...noted };
    return;
  }
  const running = address === runningHead.address;
  const own = of === "footnote" ? "footnote" : running ? "running" : kinds[kind];
  const label = locator?.replace(/^footnote /, "");
  pieces.push({
    kind: own,
    text,
    headings,
    page,
    line: null,
    ...(own === "item" && level > 0 ? { level } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...(own === "footnote" && label !== undefined ? { label } : {}),
  });
}

/** The pieces with the lines of the text file that they were read from. */
export function withLines(policy: Policy, source: string): Policy {
  const words = [...source.matchAll(/[\p{L}\p{N}]+/gu)];
  const lines = lineStarts(source);
  let from = 0;
  let line = 1;
  const pieces = policy.pieces.map((piece) => {
    const sought = (piece.text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, sureWords);
    const at = findWords(words, sought, from);
    const found = at === null ? undefined : words[at];
    if (found !== undefined && at !== null) {
      from = at + sought.length;
      while ((lines[line] ?? Infinity) <= found.index) line += 1;
    }
    return { ...piece, line };
  });
  return { ...policy, pieces };
}

/** Words by which a piece is found again in its file. */
const sureWords = 8;

function lineStarts(source: string): number[] {
  return [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function findWords(
  words: readonly RegExpMatchArray[],
  sought: readonly string[],
  from: number,
): number | null {
  if (sought.length === 0) return null;
  for (let at = from; at + sought.length <= words.length; at += 1) {
    if (sought.every((word, i) => words[at + i]?.[0] === word)) return at;
  }
  return null;
}
