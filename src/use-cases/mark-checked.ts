// Takes a Word file, what was found in it and an open library; gives the file with a comment at each finding.
import { readFile, realpath } from "node:fs/promises";
import { extname } from "node:path";
import { markWord, type Remark } from "../check/mark/mark-word.ts";
import { CharmError } from "../errors.ts";
import type { Finding } from "../findings/finding.ts";
import type { Library } from "../library/library.ts";
import { namePlace } from "../place/name-place.ts";
import { readText } from "../references/read-text.ts";

/**
 * Whether a marked copy of the files can be written.
 * @throws CharmError `output-of-one`, `output-not-word`, `output-is-input`
 */
export async function checkMarkable(paths: readonly string[], output: string): Promise<void> {
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new CharmError("output-of-one", "--output takes the findings on one file.", {
      hint: "Check the files one by one.",
    });
  if (!isWord(path) || extname(path).toLowerCase() !== extname(output).toLowerCase())
    throw new CharmError("output-not-word", "Comments are put into Word files, of the same kind.", {
      hint: "For example:  charm check policy.docx --output marked.docx",
    });
  const [input, target] = await Promise.all(
    [path, output].map((one) => realpath(one).catch(() => one)),
  );
  if (input === target)
    throw new CharmError("output-is-input", `${output} is the file that is checked.`, {
      hint: "Name another file; the one checked stays as it is.",
    });
}

function isWord(path: string): boolean {
  return /^\.(?:doc|dot)[xm]$/i.test(extname(path));
}

/** @throws CharmError as `markWord` */
export async function markChecked(
  path: string,
  findings: readonly Finding[],
  library: Library,
): Promise<Uint8Array> {
  const remarks: Remark[] = [];
  for (const finding of findings) {
    const { within = null, reference = null, code, severity, message } = finding;
    const words = await wordsAt(finding, library);
    const concerned = reference === null || message.includes(reference) ? [] : [`“${reference}”`];
    const lines = [`${severity}: ${message}`, ...concerned, ...words, `[${code}]`];
    remarks.push({ within, reference, lines });
  }
  return markWord(await readFile(path), remarks);
}

/** Words of a provision beyond these are left to the document itself. */
const mostWords = 80;

/** What the place says that a finding was held against. */
async function wordsAt({ place }: Finding, library: Library): Promise<string[]> {
  const info = library.documents.find(({ file }) => file === place?.file);
  if (info === undefined || place === undefined || place.locator === null) return [];
  const provisions = await library.provisions(info.id);
  const at = provisions.findIndex(({ locator }) => locator === place.locator);
  const { address } = provisions[at] ?? {};
  const words = (readText(provisions, at) ?? "").split(/\s+/);
  if (address === undefined || words.length < 2) return [];
  const said = words.slice(0, mostWords).join(" ");
  const cut = words.length > mostWords ? " …" : "";
  return [`${namePlace(info.short, { locator: place.locator, address })}: “${said}${cut}”`];
}
