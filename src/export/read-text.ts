// Takes Markdown that charm or anyone wrote; gives it as blocks with citations resolved, ready to be written in any form.
import { findMarkers } from "../check/plain-text.ts";
import { CharmError } from "../errors.ts";
import { findAllQuotes } from "../verify/quotes.ts";
import type { Block, ListItem, Run, Text } from "./blocks.ts";
import {
  citedIn,
  findSources,
  type FoundSources,
  isBold,
  labelOf,
  readRaw,
  sourceOf,
} from "./find-sources.ts";
import { lexMarkdown, type RawBlock, type RawRun } from "./lex-markdown.ts";
import { nameDocuments } from "./name-documents.ts";
import { nameSource } from "./name-source.ts";
import { readControl } from "./read-control.ts";

interface Reading {
  readonly found: FoundSources;
  /** How the text calls the document of each source; null where it does not say. */
  readonly shorts: readonly (string | null)[];
  readonly quotes: readonly Set<string>[];
  /** Number of the list that citations are of. */
  list: number;
  /** Level of the heading that the next bold line stands under. */
  level: number;
}

/** What a line hangs from. */
interface Above {
  /** Bold words at the start of the line around it. */
  readonly label: string;
  readonly sources: readonly number[];
}

const nothing: Above = { label: "", sources: [] };

/** @throws CharmError `export-empty` */
export function readText(markdown: string): Text {
  const raw = lexMarkdown(markdown);
  if (raw.every(({ kind }) => kind === "rule")) {
    throw new CharmError("export-empty", "There is no text in the report.", {
      hint: "Give a report in Markdown that `charm ask -o report.md` or another command wrote.",
    });
  }
  const found = findSources(raw);
  const reading: Reading = {
    found,
    shorts: nameDocuments(raw, found),
    quotes: found.sources.map(() => new Set<string>()),
    list: -1,
    level: 1,
  };
  const blocks = raw.map((block, at) => {
    reading.list = found.listOf[at] ?? -1;
    return toBlock(block, reading, hangsFrom(raw[at - 1], block, reading), true);
  });
  const sources = found.sources.map(({ marker, line }, at) => ({
    marker,
    line,
    quotes: [...(reading.quotes[at] ?? [])],
  }));
  const first = raw.find((block) => block.kind === "heading");
  const title = first === undefined ? "" : readRaw(first.runs).trim();
  return { title: title === "" ? null : title, blocks, sources, ...readControl(blocks) };
}

function toBlock(block: RawBlock, reading: Reading, above: Above, outermost: boolean): Block {
  switch (block.kind) {
    case "heading":
      reading.level = block.level;
      return { ...block, runs: toRuns(block.runs, reading, nothing) };
    case "paragraph": {
      const runs = toRuns(block.runs, reading, above);
      // Under a heading of its own, as reports set it.
      if (outermost && isBold(block))
        return { kind: "heading", level: Math.min(6, reading.level + 1), runs: plainly(runs) };
      return { kind: "paragraph", runs };
    }
    case "list":
      return { ...block, items: block.items.map((item) => toItem(item, reading, above)) };
    case "table": {
      const row = (cells: readonly (readonly RawRun[])[]) =>
        cells.map((cell) => toRuns(cell, reading, nothing));
      return { kind: "table", head: row(block.head), rows: block.rows.map(row) };
    }
    case "quote":
      return {
        kind: "quote",
        blocks: block.blocks.map((inner) => toBlock(inner, reading, above, false)),
      };
    default:
      return block;
  }
}

/** Items under a quoted lead-in are quoted from where it stands: “(1) Restraint is only permitted to prevent—” [1]. */
function hangsFrom(before: RawBlock | undefined, block: RawBlock, reading: Reading): Above {
  if (block.kind !== "list" || before?.kind !== "paragraph") return nothing;
  const leads = /[—–:]["”]?(?:\s*\[[^\]]*\])*\s*$/.test(readRaw(before.runs));
  return leads
    ? { label: "", sources: citedIn(before.runs, reading.found, reading.list) }
    : nothing;
}

function toItem(item: readonly RawBlock[], reading: Reading, above: Above): ListItem {
  const source = reading.found.ofItem.get(item) ?? null;
  const [first] = item;
  const runs = first?.kind === "paragraph" ? first.runs : [];
  const own = citedIn(runs, reading.found, reading.list);
  const label = labelOf(runs);
  const inner = {
    label: label === "" ? above.label : label,
    sources: own.length > 0 ? own : above.sources,
  };
  // The marker of a source is its name in the list, and cites nothing.
  const blocks = item.map((block) =>
    source === null
      ? toBlock(block, reading, block === first ? { ...above, label: inner.label } : inner, false)
      : toBlock(block, { ...reading, list: -1 }, nothing, false),
  );
  return { blocks, source };
}

function plainly(runs: readonly Run[]): Run[] {
  return runs.map((run) =>
    run.kind === "text" ? { ...run, look: { ...run.look, strong: false } } : run,
  );
}

/** Notes the quotes of a line for what it cites; markers that stand for nothing stay text. */
function toRuns(runs: readonly RawRun[], reading: Reading, above: Above): Run[] {
  const own = citedIn(runs, reading.found, reading.list);
  const cited = own.length > 0 ? own : above.sources;
  const words = readRaw(runs);
  for (const { start, end } of cited.length === 0 ? [] : findAllQuotes(words))
    for (const at of cited) reading.quotes[at]?.add(words.slice(start, end));
  const label = labelOf(runs) || above.label;
  const cut = runs.flatMap((run) =>
    run.kind === "break" || run.literal || reading.list < 0
      ? [withoutMark(run)]
      : cutCitations(run, reading, label),
  );
  return joinCitations(cut);
}

/** Citations that follow each other are one: two numbers of notes side by side would read as another number. */
function joinCitations(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const [before, last] = [joined.at(-2), joined.at(-1)];
    const isGap = last?.kind === "text" && last.text.trim() === "";
    const first = isGap ? before : last;
    if (run.kind !== "cite" || first?.kind !== "cite") {
      joined.push(run);
      continue;
    }
    joined.splice(isGap ? -2 : -1);
    joined.push({
      kind: "cite",
      text: first.text + run.text,
      sources: [...new Set([...first.sources, ...run.sources])],
      notes: [...first.notes, ...run.notes.filter((note) => !first.notes.includes(note))],
    });
  }
  return joined;
}

function withoutMark(run: RawRun): Run {
  if (run.kind === "break") return run;
  const { literal: _literal, ...rest } = run;
  return rest;
}

function cutCitations(
  run: Extract<RawRun, { kind: "text" }>,
  reading: Reading,
  label: string,
): Run[] {
  const cut: Run[] = [];
  let from = 0;
  const text = (to: number): void => {
    if (to > from) cut.push(withoutMark({ ...run, text: run.text.slice(from, to) }));
  };
  for (const { start, end, markers } of findMarkers(run.text)) {
    const sources = markers.map((marker) => sourceOf(marker, reading.found, reading.list));
    if (sources.some((at) => at < 0)) continue;
    text(start);
    const notes = sources.map((at) =>
      nameSource(reading.found.sources[at]?.line ?? "", reading.shorts[at] ?? null, label),
    );
    cut.push({ kind: "cite", text: run.text.slice(start, end), sources, notes });
    from = end;
  }
  text(run.text.length);
  return cut;
}
