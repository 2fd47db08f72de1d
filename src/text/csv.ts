// Takes comma-separated values; gives their records, each with its line.

export interface CsvRecord {
  /** On which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * RFC 4180; between cells stand commas, or semicolons where the first line has these and no comma.
 * @param source with line feeds as line ends
 * @param onBroken told the line of a quote that is not closed, or that text follows; must throw
 */
export function readCsv(source: string, onBroken: (line: number) => never): CsvRecord[] {
  const separator = /^[^,\n]*;[^,\n]*\n/.test(source) ? ";" : ",";
  const records: CsvRecord[] = [];
  const cell = new RegExp(`"((?:[^"]|"")*)"[ \\t]*|([^"${separator}\\n][^${separator}\\n]*)|`, "y");
  let cells: string[] = [];
  let line = 1;
  let begins = 1;
  for (let at = 0; at < source.length;) {
    cell.lastIndex = at;
    const [whole = "", quoted, plain = ""] = cell.exec(source) ?? [];
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    line += whole.split("\n").length - 1;
    const next = source[at];
    if (next !== undefined && next !== separator && next !== "\n") onBroken(line);
    at += 1;
    if (next === separator && at < source.length) continue;
    if (next === separator) cells.push("");
    records.push({ line: begins, cells });
    cells = [];
    if (next === "\n") line += 1;
    begins = line;
  }
  return records;
}
