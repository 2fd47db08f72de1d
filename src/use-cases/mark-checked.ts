// Takes a Word file, what was found in it and an open library; gives the file with a comment at each finding.
import { lstat, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { markWord, type Remark } from "../check/mark/mark-word.ts";
import type { DocumentInfo } from "../document.ts";
import { CharmError } from "../errors.ts";
import { openIn } from "../files/office-lock.ts";
import { readFile } from "../files/read-file.ts";
import type { Finding } from "../findings/finding.ts";
import type { Library } from "../library/library.ts";
import { namePlace } from "../place/name-place.ts";
import { readText } from "../references/read-text.ts";
import type { Provision } from "../structure/provision.ts";

/**
 * Whether a marked copy of the files can be written.
 * @throws CharmError `output-of-one`, `output-not-word`, `output-is-input`, `output-is-link`, `output-is-open`
 */
export async function checkMarkable(paths: readonly string[], output: string): Promise<void> {
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new CharmError("output-of-one", "--output takes the findings on one file.", {
      hint: "Check the files one by one.",
    });
  if (!isWord(path)) {
    const hint = "For example:  charm check policy.docx --output marked.docx";
    throw new CharmError(
      "output-not-word",
      `Comments can be put into Word files only, and ${basename(path)} is none.`,
      { hint },
    );
  }
  const extension = extname(path);
  if (extension.toLowerCase() !== extname(output).toLowerCase())
    throw new CharmError(
      "output-not-word",
      `${output} must end in ${extension}, as ${path} does.`,
      {
        hint: "The marked file is of the same kind as the one that is checked.",
      },
    );
  if (await isSameFile(path, output))
    throw new CharmError("output-is-input", `${output} is the file that is checked.`, {
      hint: "Name another file; the one checked stays as it is.",
    });
  // Writing through it would change a file that nobody named, of another kind or in the corpus perhaps.
  if (await isLink(output))
    throw new CharmError("output-is-link", `${output} is a link to another file.`, {
      hint: "Name the file itself, or another one.",
    });
  const program = await openIn(output);
  if (program !== null)
    throw new CharmError("output-is-open", `${output} is open in ${program}.`, {
      hint: "Close it first, or name another file.",
    });
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** Through links of either kind, and in other letters where the disk makes no difference between them. */
async function isSameFile(path: string, output: string): Promise<boolean> {
  const [input, target] = await Promise.all(
    [path, output].map((one) => stat(one, { bigint: true }).catch(() => null)),
  );
  if (!input || !target) return false;
  return input.dev === target.dev && input.ino === target.ino;
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
  const kept = new Map<string, Promise<readonly Provision[]>>();
  const provisionsOf = (id: string): Promise<readonly Provision[]> => {
    const held = kept.get(id) ?? library.provisions(id);
    kept.set(id, held);
    return held;
  };
  const remarks: Remark[] = [];
  for (const finding of findings) {
    const { within = null, reference = null, code, severity, message } = finding;
    const words = await wordsAt(finding, library.documents, provisionsOf);
    const concerned = reference === null || message.includes(reference) ? [] : [`“${reference}”`];
    const lines = [`${severity}: ${message}`, ...concerned, ...words, `[${code}]`];
    remarks.push({ within, reference, lines });
  }
  return markWord(await readFile(path), remarks);
}

/** Words of a provision beyond these are left to the document itself. */
const mostWords = 80;

/** What the place says that a finding was held against. */
async function wordsAt(
  { place }: Finding,
  documents: readonly DocumentInfo[],
  provisionsOf: (id: string) => Promise<readonly Provision[]>,
): Promise<string[]> {
  const info = documents.find(({ file }) => file === place?.file);
  if (info === undefined || place === undefined || place.locator === null) return [];
  const provisions = await provisionsOf(info.id);
  const at = provisions.findIndex(({ locator }) => locator === place.locator);
  const { address } = provisions[at] ?? {};
  const words = (readText(provisions, at) ?? "").split(/\s+/);
  if (address === undefined || words.length < 2) return [];
  const said = words.slice(0, mostWords).join(" ");
  const cut = words.length > mostWords ? " …" : "";
  return [`${namePlace(info.short, { locator: place.locator, address })}: “${said}${cut}”`];
}
