// Takes the blocks of a text and the sources that it lists; gives what the text calls the document of each source.
import { readSourceLine } from "../text/report-frame.ts";
import { citedIn, type FoundSources, labelOf } from "./find-sources.ts";
import type { RawBlock, RawRun } from "./lex-markdown.ts";
import { mayBeNamedBy } from "./name-source.ts";

/**
 * charm lists the documents of a report in the order of their first sources, so that the names go by that; where the lists
 * do not match, or the text says otherwise, by the lines that name and cite them.
 * @returns null for each that the text gives no name
 */
export function nameDocuments(raw: readonly RawBlock[], found: FoundSources): (string | null)[] {
  const byLines = namesOfLines(raw, found);
  const byOrder = namesOfOrder(found);
  const agree = [...byLines].every(([file, name]) => byOrder.get(file) === name);
  const names = byOrder.size > 0 && agree ? byOrder : byLines;
  return found.sources.map(({ line }) => names.get(fileOf(line)) ?? null);
}

/** Empty where there are not as many names as files. */
function namesOfOrder({ sources, shorts }: FoundSources): Map<string, string> {
  const ordered = sources.toSorted(
    (a, b) => a.list - b.list || Number(a.marker) - Number(b.marker),
  );
  const files = [...new Set(ordered.map(({ line }) => fileOf(line)))];
  if (files.length !== shorts.length) return new Map();
  return new Map(files.map((file, at) => [file, shorts[at] ?? ""]));
}

/** A line that begins with a name calls the document of what it cites so; where it cites several, it does not say whose. */
function namesOfLines(raw: readonly RawBlock[], found: FoundSources): Map<string, string> {
  const shorts = found.shorts.toSorted((a, b) => b.length - a.length);
  const byFile = new Map<string, Set<string>>();
  const note = (runs: readonly RawRun[], list: number): void => {
    const label = labelOf(runs);
    const short = shorts.find(
      (one) => label.startsWith(one) && !/^[\p{L}\p{N}]/u.test(label.slice(one.length)),
    );
    if (short === undefined) return;
    const lines = citedIn(runs, found, list).map((at) => found.sources[at]?.line ?? "");
    const files = new Set(lines.filter((line) => mayBeNamedBy(label, line)).map(fileOf));
    const [file] = files;
    if (file !== undefined && files.size === 1)
      byFile.set(file, (byFile.get(file) ?? new Set<string>()).add(short));
  };
  const walk = (block: RawBlock, list: number): void => {
    if (block.kind === "paragraph") note(block.runs, list);
    else if (block.kind === "list") block.items.flat().forEach((inner) => walk(inner, list));
    else if (block.kind === "quote") block.blocks.forEach((inner) => walk(inner, list));
  };
  raw.forEach((block, at) => walk(block, found.listOf[at] ?? -1));
  // A file that two names were given to has none that is sure.
  return new Map(
    [...byFile].flatMap(([file, names]): [string, string][] => {
      const [only] = names;
      return only !== undefined && names.size === 1 ? [[file, only]] : [];
    }),
  );
}

function fileOf(line: string): string {
  return readSourceLine(line)?.file ?? line;
}
