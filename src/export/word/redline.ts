// Takes a new Word file and an older one; gives the new one with what changed as tracked changes.
import { editPackage } from "../../office/edit-package.ts";
import { alignWords } from "../../text/align-words.ts";
import { sortNotes } from "./add-notes.ts";
import { openOldNotes, readNotes } from "./old-notes.ts";
import { pairBlocks, type Pairing } from "./pair-blocks.ts";
import { childNamed, parseRaw } from "./raw-xml.ts";
import {
  type ParagraphBlock,
  type Piece,
  readWordBlocks,
  type RowBlock,
  type TableBlock,
  type WordBlock,
} from "./redline-blocks.ts";
import { type Fate, type Tracker, writePieces } from "./track-pieces.ts";

/**
 * With all changes accepted the text is the new file's, with all refused the old one's; how it is set is the new file's.
 * Headers, footers and contents lists are not compared, and changes tracked in the old file count as accepted.
 * @throws CharmError `encrypted`, `unreadable`, `not-editable`
 */
export function redline(bytes: Uint8Array, before: Uint8Array): Uint8Array {
  const [file, old] = [editPackage(bytes), editPackage(before)];
  const xml = file.read(file.main) ?? "";
  const body = childNamed(parseRaw(xml), "w:document", "w:body");
  if (body === undefined) return bytes;
  const notes = openOldNotes(file, old);
  const styles = file.read(file.partOf("styles") ?? "") ?? "";
  const numbering = file.read(file.partOf("numbering") ?? "") ?? "";
  let changes = highestChange(xml);
  const tracker: Tracker = {
    sign: () => ` w:id="${(changes += 1)}" w:author="charm"`,
    noteOf: notes.idOf,
    hasStyle: (id) => styles.includes(` w:styleId="${id}"`),
    hasList: (id) => new RegExp(`<w:num\\s[^>]*w:numId="${id}"`).test(numbering),
  };
  const isSection = ({ key, kind }: WordBlock) => kind === "other" && key === "w:sectPr";
  const fresh = readWordBlocks(xml, readNotes(file));
  const was = readWordBlocks(old.read(old.main) ?? "", readNotes(old));
  const compared = compareBlocks(
    was.filter(({ kind }) => kind !== "other"),
    fresh.filter((block) => !isSection(block)),
    tracker,
  );
  const sections = fresh.filter(isSection).map(({ raw }) => raw);
  const written =
    xml.slice(0, body.innerStart) + compared + sections.join("") + xml.slice(body.innerEnd);
  file.write(file.main, written);
  notes.end();
  sortNotes(file);
  return file.bytes();
}

/** Bookmarks, comments and changes are numbered apart; a number above all of them is free. */
function highestChange(xml: string): number {
  return [...xml.matchAll(/ w:id="(\d{1,9})"/g)].reduce(
    (most, [, id]) => Math.max(most, Number(id)),
    0,
  );
}

interface Step {
  readonly pairing: Pairing<WordBlock>;
  /** Of the end of its paragraph, where it is not that of the paragraph. */
  readonly end: Fate | null;
}

function compareBlocks(
  old: readonly WordBlock[],
  fresh: readonly WordBlock[],
  tracker: Tracker,
): string {
  return cutAtTables(pairBlocks(old, fresh, canPair))
    .flatMap(settleEnd)
    .map((step) => writeStep(step, tracker))
    .join("");
}

function canPair(old: WordBlock, fresh: WordBlock): boolean {
  if (old.kind === "paragraph" && fresh.kind === "paragraph") return true;
  if (old.kind !== "table" || fresh.kind !== "table") return false;
  return old.rows[0]?.cells.length === fresh.rows[0]?.cells.length;
}

/** Each run of paragraphs that a table follows in both, and the table itself. */
function cutAtTables(pairings: readonly Pairing<WordBlock>[]): Pairing<WordBlock>[][] {
  const runs: Pairing<WordBlock>[][] = [[]];
  for (const pairing of pairings) {
    if (pairing.fresh?.kind === "table" && pairing.old !== null) runs.push([pairing], []);
    else runs.at(-1)?.push(pairing);
  }
  return runs;
}

/**
 * The end of the last paragraph is never come or gone: there is nothing behind it for its words to join, and LibreOffice
 * joins none to a table. What stands there in both is one paragraph that changed; what only came, or went, moves the
 * change to the ends of those before it.
 */
function settleEnd(
  pairings: readonly Pairing<WordBlock>[],
  run: number,
  { length }: readonly unknown[],
): Step[] {
  const steps = pairings.map((pairing): Step => ({ pairing, end: null }));
  let from = pairings.length;
  while (from > 0 && isHalf(pairings[from - 1])) from -= 1;
  const tail = pairings.slice(from);
  const gone = tail.flatMap(({ old }) => old ?? []);
  const come = tail.flatMap(({ fresh }) => fresh ?? []);
  const [lastGone, lastCome] = [gone.at(-1), come.at(-1)];
  if (lastGone?.kind === "paragraph" && lastCome?.kind === "paragraph") {
    return [
      ...steps.slice(0, from),
      ...gone.slice(0, -1).map((old): Step => ({ pairing: { old, fresh: null }, end: null })),
      ...come.slice(0, -1).map((one): Step => ({ pairing: { old: null, fresh: one }, end: null })),
      { pairing: { old: lastGone, fresh: lastCome }, end: null },
    ];
  }
  if (tail.length === 0 || (gone.length > 0 && come.length > 0)) return steps;
  const fate = gone.length > 0 ? "gone" : "come";
  const kept = steps[from - 1]?.pairing.fresh;
  // The words that are kept get the look of the end that they join: before a table, only where that is their own.
  if (run < length - 1 && !isAlike(kept, lastGone ?? lastCome)) return steps;
  return steps.map((step, at) => {
    if (at === from - 1 && kept?.kind === "paragraph") return { ...step, end: fate };
    return at === steps.length - 1 ? { ...step, end: "kept" } : step;
  });
}

function isAlike(one: WordBlock | null | undefined, other: WordBlock | undefined): boolean {
  return (
    one?.kind === "paragraph" && other?.kind === "paragraph" && one.properties === other.properties
  );
}

function isHalf(pairing: Pairing<WordBlock> | undefined): boolean {
  return pairing !== undefined && (pairing.old === null || pairing.fresh === null);
}

function writeStep({ pairing: { old, fresh }, end }: Step, tracker: Tracker): string {
  if (old === null) return fresh === null ? "" : writeWhole(fresh, "come", end ?? "come", tracker);
  if (fresh === null) return writeWhole(old, "gone", end ?? "gone", tracker);
  if (old.key === fresh.key && end === null) return fresh.raw;
  if (old.kind === "paragraph" && fresh.kind === "paragraph")
    return writeParagraph(fresh, comparePieces(old, fresh), end ?? "kept", tracker, old);
  if (old.kind === "table" && fresh.kind === "table") return compareTables(old, fresh, tracker);
  return fresh.raw;
}

function writeWhole(block: WordBlock, fate: "come" | "gone", end: Fate, tracker: Tracker): string {
  if (block.kind === "other") return fate === "come" ? block.raw : "";
  if (block.kind === "paragraph") {
    const pieces = block.pieces.map((piece) => ({ fate, piece }));
    return writeParagraph(block, pieces, end, tracker);
  }
  const rows = block.rows.map((row) => writeRow(row, fate, tracker));
  return `<w:tbl>${block.head}${rows.join("")}</w:tbl>`;
}

/**
 * @param end whether the end of the paragraph is the old file's, the new one's, or both's
 * @param was what it was, where it is one that changed: another style is a change too
 */
function writeParagraph(
  { style, properties, section }: ParagraphBlock,
  pieces: readonly { readonly fate: Fate; readonly piece: Piece }[],
  end: Fate,
  tracker: Tracker,
  was?: ParagraphBlock,
): string {
  const onlyGone = pieces.length > 0 && pieces.every(({ fate }) => fate === "gone");
  const kept = end === "gone" || onlyGone ? fitProperties(properties, tracker) : properties;
  const mark =
    end === "kept" ? "" : `<w:rPr><w:${end === "come" ? "ins" : "del"}${tracker.sign()}/></w:rPr>`;
  const restyled =
    was === undefined || was.style === style
      ? ""
      : `<w:pPrChange${tracker.sign()}><w:pPr>${fitProperties(was.properties, tracker)}</w:pPr></w:pPrChange>`;
  const own = `${kept}${mark}${end === "gone" ? "" : section}${restyled}`;
  return `<w:p>${own === "" ? "" : `<w:pPr>${own}</w:pPr>`}${writePieces(pieces, tracker)}</w:p>`;
}

/** Styles and lists of the old file that the new one does not have are left out. */
function fitProperties(properties: string, { hasStyle, hasList }: Tracker): string {
  return properties
    .replaceAll(/<w:pStyle w:val="([^"]*)"\/>/g, (whole, id: string) => (hasStyle(id) ? whole : ""))
    .replaceAll(/<w:numPr>.*?<\/w:numPr>/gs, (whole) => {
      const id = /<w:numId w:val="([^"]*)"/.exec(whole)?.[1] ?? "";
      return hasList(id) ? whole : "";
    });
}

function comparePieces(
  { pieces: old }: ParagraphBlock,
  { pieces: fresh }: ParagraphBlock,
): { fate: Fate; piece: Piece }[] {
  const was = old.filter(({ key }) => key !== "");
  const worded = fresh.flatMap((piece, at) => (piece.key === "" ? [] : [{ piece, at }]));
  const pairs = alignWords(
    was.map(({ key }) => key),
    worded.map(({ piece }) => piece.key),
  );
  const compared: { fate: Fate; piece: Piece }[] = [];
  let [i, j] = [0, 0];
  const fill = (toOld: number, toFresh: number): void => {
    for (; i < toOld; i += 1) compared.push({ fate: "gone", piece: was[i] as Piece });
    for (; j < toFresh; j += 1) {
      const piece = fresh[j] as Piece;
      compared.push({ fate: piece.key === "" ? "kept" : "come", piece });
    }
  };
  for (const [left, right] of pairs ?? []) {
    const { piece, at } = worded[right] as { piece: Piece; at: number };
    fill(left, at);
    compared.push({ fate: "kept", piece });
    [i, j] = [left + 1, at + 1];
  }
  fill(was.length, fresh.length);
  return compared;
}

function compareTables(old: TableBlock, fresh: TableBlock, tracker: Tracker): string {
  const rows = pairBlocks(old.rows, fresh.rows, (a, b) => a.cells.length === b.cells.length);
  const written = rows.map(({ old: was, fresh: now }) => {
    if (was === null) return now === null ? "" : writeRow(now, "come", tracker);
    if (now === null) return writeRow(was, "gone", tracker);
    return was.key === now.key ? now.raw : compareRows(was, now, tracker);
  });
  return `<w:tbl>${fresh.head}${written.join("")}</w:tbl>`;
}

function compareRows(old: RowBlock, fresh: RowBlock, tracker: Tracker): string {
  const cells = fresh.cells.map(({ properties, blocks }, at) => {
    const was = old.cells[at]?.blocks ?? [];
    return `<w:tc>${properties}${compareBlocks(was, blocks, tracker)}</w:tc>`;
  });
  const own = fresh.properties === "" ? "" : `<w:trPr>${fresh.properties}</w:trPr>`;
  return `<w:tr>${own}${cells.join("")}</w:tr>`;
}

function writeRow(
  { properties, cells }: RowBlock,
  fate: "come" | "gone",
  tracker: Tracker,
): string {
  const mark = `<w:${fate === "come" ? "ins" : "del"}${tracker.sign()}/>`;
  const written = cells.map(({ properties: own, blocks }) => {
    const inner = blocks.map((block) => writeWhole(block, fate, fate, tracker));
    return `<w:tc>${own}${inner.join("")}</w:tc>`;
  });
  return `<w:tr><w:trPr>${properties}${mark}</w:trPr>${written.join("")}</w:tr>`;
}
