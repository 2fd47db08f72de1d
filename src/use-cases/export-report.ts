// Takes paths of a report and of what it is written with; gives the file in the form that its name asks for.
import { stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { CharmError } from "../errors.ts";
import type { DocumentControl } from "../export/blocks.ts";
import { exportReport, type ExportRequest } from "../export/export-report.ts";
import { decodeText } from "../extract/flow/decode-text.ts";
import { readFile } from "../files/read-file.ts";

export interface ReportFiles {
  /** Absolute paths. */
  readonly report: string;
  readonly output: string;
  /** The client's Word file that the report is put into, and an older version to compare with; null for none. */
  readonly template: string | null;
  readonly redline: string | null;
}

export interface ReportRunning {
  /** Shows the pages that a web page cites; left out for none. */
  readonly showPages?: ExportRequest["showPages"];
  /** Null for what the report says. */
  readonly home: string | null;
  readonly control: Partial<DocumentControl>;
}

const forms = ["docx", "html", "pdf"] as const;
type Form = (typeof forms)[number];

/** Reports beyond this size, in bytes, are none. */
const largestReport = 50_000_000;

/**
 * What can be told before anything is read.
 * @throws CharmError `output-is-folder`, `export-format`, `export-word-only`, `output-is-input`
 */
export async function checkExport(files: ReportFiles): Promise<void> {
  const there = await stat(files.output).catch(() => null);
  if (there?.isDirectory())
    throw new CharmError("output-is-folder", `${files.output} is a folder.`, {
      hint: `Name a file in it:  -o ${join(files.output, "report.docx")}`,
    });
  const form = formOf(files.output);
  for (const [option, path] of [
    ["--template", files.template],
    ["--redline", files.redline],
  ] as const) {
    if (path === null) continue;
    if (form === "html")
      throw new CharmError(
        "export-word-only",
        `${option} takes part in Word files and PDFs only.`,
        {
          hint: `Leave it out, or name an output that ends in .docx.`,
        },
      );
    refuseOtherKinds(option, path);
  }
  for (const path of [files.report, files.template, files.redline]) {
    if (path === null || !(await isSameFile(path, files.output))) continue;
    throw new CharmError("output-is-input", `${files.output} is one of the files that are read.`, {
      hint: "Name another file; what is read stays as it is.",
    });
  }
}

/** @throws CharmError as `checkExport` and `exportReport`; `report-missing`, `report-unreadable`, `pdf-no-office` */
export async function exportFile(
  files: ReportFiles,
  { home, control, showPages = null }: ReportRunning,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const form = formOf(files.output);
  const markdown = await readReport(files.report);
  const [template, redline] = await Promise.all(
    [files.template, files.redline].map((path) => (path === null ? null : readWord(path))),
  );
  const bytes = await namingReport(files.report, {
    markdown,
    format: form === "html" ? "html" : "docx",
    home,
    control,
    template: template ?? null,
    redline: redline ?? null,
    printed: form === "pdf",
    showPages,
  });
  if (form !== "pdf") return bytes;
  const { printPdf } = await import("../export/word/print-pdf.ts");
  return printPdf(bytes, { signal });
}

/** What is wrong with the report is told with its name; files that take part name themselves. */
async function namingReport(path: string, request: ExportRequest): Promise<Uint8Array> {
  return exportReport(request).catch((cause: unknown) => {
    if (!(cause instanceof CharmError) || !cause.code.startsWith("export-")) throw cause;
    const { code, message, hint } = cause;
    throw new CharmError(code, `${path}: ${message}`, {
      ...(hint === null ? {} : { hint }),
      cause,
    });
  });
}

function formOf(output: string): Form {
  const ending = extname(output).slice(1).toLowerCase();
  const form = forms.find((one) => one === ending || (one === "html" && ending === "htm"));
  if (form !== undefined) return form;
  throw new CharmError("export-format", `A report cannot be written to ${output}.`, {
    hint: "Name a file that ends in .docx, .html or .pdf.",
  });
}

function refuseOtherKinds(option: string, path: string): void {
  const ending = extname(path).toLowerCase();
  if (ending === ".docx" || (option === "--template" && ending === ".dotx")) return;
  const why = /^\.do[ct]m$/.test(ending) ? "It may hold macros." : "It is no Word file.";
  throw new CharmError("export-not-word", `${option} cannot take ${basename(path)}. ${why}`, {
    hint: "Save it in Word as .docx, and give that.",
  });
}

async function readReport(path: string): Promise<string> {
  const bytes = await readGiven(path, "Give a report in Markdown.");
  const isWord = /^\.(?:docx?|pdf|odt|rtf|html?)$/i.test(extname(path));
  if (isWord || bytes.length > largestReport || (bytes.includes(0) && !isUtf16(bytes)))
    throw new CharmError("report-unreadable", `${path} is no report in Markdown.`, {
      hint: "Give the .md file that `charm ask -o report.md` or another command wrote.",
    });
  return decodeText(bytes);
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** A fault of the file is told with its name. */
async function readWord(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: path, bytes: await readGiven(path, "Give a Word file (.docx).") };
}

async function readGiven(path: string, hint: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause instanceof CharmError)
      throw new CharmError("report-unreadable", cause.message, { hint: cause.hint ?? "", cause });
    if (cause.code === "ENOENT")
      throw new CharmError("report-missing", `There is no file ${path}.`, { hint, cause });
    throw new CharmError("report-unreadable", `${path} cannot be read.`, { hint, cause });
  });
}

/** Through links of either kind, and in other letters where the disk makes no difference between them. */
async function isSameFile(path: string, output: string): Promise<boolean> {
  const [input, target] = await Promise.all(
    [path, output].map((one) => stat(one, { bigint: true }).catch(() => null)),
  );
  if (!input || !target) return path === output;
  return input.dev === target.dev && input.ino === target.ino;
}
