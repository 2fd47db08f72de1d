// Says what a PDF holds besides its pages, and takes out the notice that a reader without the means for it sees instead.
import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api.js";
import type { Problem } from "../../document.ts";
import { groupNeighbours } from "../../lists.ts";
import type { LeftOut, Line } from "../page.ts";
import type { FilesInside, RawPage } from "./pdf-reader.ts";

export async function readFilesInside(
  pdf: PDFDocumentProxy,
  info: Readonly<Record<string, unknown>>,
): Promise<FilesInside> {
  const attached = (await pdf.getAttachments().catch(() => null)) as Readonly<
    Record<string, { readonly filename?: string }>
  > | null;
  const files = Object.entries(attached ?? {}).map(([key, { filename }]) => filename ?? key);
  return { files: files.sort(), isXfa: info.IsXFAPresent === true };
}

/** Files that a message names. */
const mostNamed = 20;

export function describeFilesInside({ files, isXfa }: FilesInside): Problem[] {
  const problems: Problem[] = [];
  if (files.length > 0) {
    const more = files.length > mostNamed ? ` and ${files.length - mostNamed} more` : "";
    const named =
      files
        .slice(0, mostNamed)
        .map((file) => `“${file}”`)
        .join(", ") + more;
    const message = `The files inside it are not read: ${named}. Save them from it into the corpus folder.`;
    problems.push({ code: "attached-files", pages: [], message });
  }
  if (isXfa) {
    const message =
      "It is an XFA form, of which only the fields that other programs know are read. Open it in Adobe Reader, print it to a PDF, and use that.";
    problems.push({ code: "xfa-form", pages: [], message });
  }
  return problems;
}

/** Names of the programs that such a notice sends its reader to. */
const program = /\b(?:Acrobat|Adobe Reader)\b/;
/** A page that is a notice has no more than this, in characters. */
const longestNotice = 1200;

/** Without the paragraphs that only say in which program the rest can be seen. */
export function removeNotices(
  pages: readonly RawPage[],
  { files, isXfa }: FilesInside,
): { pages: RawPage[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  if (files.length === 0 && !isXfa) return { pages: [...pages], leftOut };
  const cleaned = pages.map((page) => {
    const length = page.lines.reduce((sum, line) => sum + line.text.length, 0);
    if (length > longestNotice || !page.lines.some((line) => program.test(line.text))) return page;
    const paragraphs = isXfa ? [page.lines] : paragraphsOf(page.lines);
    const gone = paragraphs.filter((lines) => lines.some((line) => program.test(line.text))).flat();
    for (const { text } of gone) leftOut.push({ page: page.number, text, reason: "notice" });
    return { ...page, lines: page.lines.filter((line) => !gone.includes(line)) };
  });
  return { pages: cleaned, leftOut };
}

function paragraphsOf(lines: readonly Line[]): (readonly Line[])[] {
  return groupNeighbours(lines, (line, _paragraph, before) => {
    const step = line.baseline - before.baseline;
    return step > 0 && step <= 1.5 * line.size && Math.abs(line.size - before.size) < 1;
  });
}
