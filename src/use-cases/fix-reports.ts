// Takes reports and an open library; gives what is wrong with them after what is certain was mended in the files.
import { checkReports, readReportFile, type CheckedReport } from "./check-reports.ts";
import type { CheckedKind } from "../check/document-kind.ts";
import type { CheckDeps } from "./check-deps.ts";
import { fixReport } from "../check/fix-report.ts";
import { readFile } from "../files/read-file.ts";
import { prepareFile } from "../files/write-file-atomically.ts";

const byteOrderMark = "\uFEFF";

/**
 * A file with nothing to mend is not written. The findings are those of the file as it now stands.
 * @throws CharmError as `checkReports` and `prepareFile`
 */
export async function fixReports(
  files: readonly string[],
  deps: CheckDeps,
  as: CheckedKind | null = null,
): Promise<readonly CheckedReport[]> {
  for (const file of files) await readReportFile(file);
  const prepared = await Promise.all(files.map(prepareFile));
  const checked = await checkReports(files, deps, as);
  const reports: CheckedReport[] = [];
  for (const [i, report] of checked.entries()) {
    deps.signal?.throwIfAborted();
    const text = await readFile(report.file, "utf8");
    const mark = text.startsWith(byteOrderMark) ? byteOrderMark : "";
    const { markdown, fixed } = fixReport(text.slice(mark.length), report.findings);
    if (fixed.length > 0) await prepared[i]?.write(mark + markdown);
    const [now = report] = fixed.length > 0 ? await checkReports([report.file], deps, as) : [];
    reports.push({ ...now, fixed });
  }
  return reports;
}
