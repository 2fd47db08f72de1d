// LibreOffice and Poppler as second readers, where they are installed.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const answers = (program) => spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;

export const hasOffice = answers("soffice");
export const hasPoppler = spawnSync("pdftotext", ["-v"], { stdio: "ignore" }).status === 0;

/**
 * Converts files with LibreOffice, under a profile of their own.
 * @param {readonly string[]} files paths
 * @param {string} format as `--convert-to` takes it: `pdf`, `txt:Text`, `docx`
 * @param {string} folder where the new files go
 * @returns {string[]} their paths, in the order of `files`
 */
export function convert(files, format, folder) {
  const profile = mkdtempSync(join(tmpdir(), "charm-office-"));
  try {
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${profile}`,
        "--headless",
        "--convert-to",
        format,
        "--outdir",
        folder,
        ...files,
      ],
      { stdio: "ignore", timeout: 300_000 },
    );
  } finally {
    rmSync(profile, { recursive: true });
  }
  const [extension] = format.split(":");
  return files.map((file) => join(folder, basename(file).replace(/\.\w+$/, `.${extension}`)));
}

/** The words of a PDF, each as often as it stands there: those that Poppler reads in two ways, as either joins some. */
export function readPdfWords(file) {
  const [raw, laidOut] = ["-raw", "-layout"].map(
    (how) =>
      execFileSync("pdftotext", [how, file, "-"], { encoding: "utf8" }).match(/[\p{L}\p{N}]+/gu) ??
      [],
  );
  const twice = new Set(laidOut);
  return raw.filter((word) => twice.has(word));
}

/** The text of a document as LibreOffice writes it, one paragraph a line, numbers with it. */
export function readOfficeText(file) {
  return readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}
