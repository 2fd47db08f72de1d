// Takes the bytes of a Word file; gives them as PDF, printed by LibreOffice where that is installed.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CharmError } from "../../errors.ts";

/** What LibreOffice is called where it is installed. */
export const officePrograms = [
  "soffice",
  "libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/** In milliseconds; 10,000 rows take a minute. */
const longest = 300_000;

export interface OfficeMeans {
  readonly signal?: AbortSignal;
  /** Programs to try, in order; those that LibreOffice is known by when left out. */
  readonly programs?: readonly string[];
}

/**
 * Under a profile of its own, so that a LibreOffice that is open elsewhere is none the wiser.
 * @throws CharmError `pdf-no-office` where LibreOffice is not there, `pdf-failed` where it makes no PDF
 */
export async function printPdf(
  docx: Uint8Array,
  { signal, programs: tried = officePrograms }: OfficeMeans = {},
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "charm-pdf-"));
  try {
    await writeFile(join(folder, "report.docx"), docx);
    await convert(folder, tried, signal);
    return await readFile(join(folder, "report.pdf")).catch((cause: unknown) => {
      throw failed("it wrote no file", cause);
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function convert(
  folder: string,
  tried: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const options = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder];
  for (const program of tried) {
    const fault = await run(
      program,
      [`-env:UserInstallation=${profile}`, ...options, join(folder, "report.docx")],
      signal,
    );
    signal?.throwIfAborted();
    if (fault === null) return;
    if (fault.code !== "ENOENT") throw failed(fault.message, fault);
  }
  throw new CharmError(
    "pdf-no-office",
    "A PDF is printed by LibreOffice, which is not installed.",
    {
      hint: "Install LibreOffice, or write a .docx and save that as PDF in Word.",
    },
  );
}

function run(
  program: string,
  options: readonly string[],
  signal: AbortSignal | undefined,
): Promise<NodeJS.ErrnoException | null> {
  const limits = { timeout: longest, ...(signal === undefined ? {} : { signal }) };
  return new Promise((settle) => {
    execFile(program, options, limits, (error) => settle(error as NodeJS.ErrnoException | null));
  });
}

function failed(why: string, cause: unknown): CharmError {
  return new CharmError("pdf-failed", `LibreOffice made no PDF: ${why}.`, {
    hint: "Write a .docx instead, and save that as PDF in Word.",
    cause,
  });
}
