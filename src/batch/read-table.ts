// Takes the text of a manifest as a table (CSV); gives its jobs, each with its line, or the first fault with its line.
import { nearestWord } from "../settings/nearest-word.ts";
import { readCsv, type CsvRecord } from "../text/csv.ts";
import { faultIn, type Fault } from "./fault.ts";
import { defaultPattern, type Manifest, type ManifestJob, type ReadOptions } from "./manifest.ts";
import { refuseTooMany } from "./read-manifest.ts";
import { jobFields, toJob, type JobField } from "./read-jobs.ts";

/**
 * Columns are those of a job, in any order; as `readCsv` takes them.
 * @throws CharmError `manifest-invalid`, and `home-unknown` and its like, naming file and line
 */
export function readTable(source: string, options: ReadOptions): Manifest {
  const fault = faultIn(options.file);
  const records = readCsv(source, (line) =>
    fault(line, "a quote is not closed, or text follows it.", 'Write a quote in a text as "".'),
  );
  const [head] = records.splice(0, 1);
  const columns = readHead(head, fault);
  const rows = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (rows.length === 0)
    fault(head?.line ?? 1, "there is no job.", "Write one a line, below the names of the columns.");
  refuseTooMany(rows.length, rows[0]?.line ?? 1, { most: options.most, fault });
  let questions = 0;
  const jobs = rows.map(({ cells, line }): ManifestJob => {
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ""))
      fault(line, "there are more cells than columns.", "Put quotes round a text with a comma.");
    const said = columns.flatMap((column, at) => {
      const value = cells[at]?.trim() ?? "";
      return value === "" ? [] : [[column, value]];
    });
    const job = toJob(Object.fromEntries(said), line, questions, { ...options, fault });
    if (job.asked.kind === "question") questions += 1;
    return job;
  });
  const { file } = options;
  return { file, output: null, pattern: defaultPattern, patternLine: 1, formats: ["md"], jobs };
}

function readHead(head: CsvRecord | undefined, fault: Fault): JobField[] {
  const names = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  while (names.at(-1) === "") names.pop();
  const takes = `The columns are ${jobFields.join(", ")}.`;
  if (names.length === 0) return fault(1, "the first line names no columns.", takes);
  return names.map((name, at) => {
    const column = jobFields.find((one) => one === name);
    if (column === undefined) {
      const meant = nearestWord(name, jobFields);
      return fault(
        1,
        `“${name}” is no column.`,
        `${meant === null ? "" : `Did you mean ${meant}? `}${takes}`,
      );
    }
    if (names.indexOf(name) < at) return fault(1, `there are two columns “${name}”.`, takes);
    return column;
  });
}
