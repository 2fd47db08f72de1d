// Takes pages; gives them without the lines of a table of contents, which would shadow the real headings.
import type { RawPage } from "./extract-pdf.ts";

/** Contents pages stand in the first part of a document. */
const frontShare = 0.2;

export function removeContents(pages: readonly RawPage[]): RawPage[] {
  const front = Math.max(3, Math.ceil(pages.length * frontShare));
  let inContents = false;
  return pages.map((page, index) => {
    const withoutLeaders = page.lines.filter(
      (line) => !/\.{4,}\s*(?:\d{1,4}|[ivxlc]+)?$|(?:\.\s){4,}\s*\d{1,4}$/.test(line.text),
    );
    if (index >= front)
      return withoutLeaders.length === page.lines.length
        ? page
        : { ...page, lines: withoutLeaders };
    const headed = page.lines.some((line) =>
      /^(?:table of )?contents(?: page)?:?$/i.test(line.text),
    );
    const numbered = page.lines.filter((line) => endsWithPage(line.text, pages.length)).length;
    const share = page.lines.length === 0 ? 0 : numbered / page.lines.length;
    const isContents = (headed && numbered >= 3) || (inContents && share >= 0.4);
    inContents = isContents;
    return isContents ? { ...page, lines: [] } : { ...page, lines: withoutLeaders };
  });
}

/** "Guidance on staffing 61": words, then a number that can be one of the document's pages. */
function endsWithPage(text: string, pageCount: number): boolean {
  const match = /[A-Za-z)’'?][\s|.]+(\d{1,4})$/.exec(text);
  return match?.[1] !== undefined && Number(match[1]) <= pageCount + 20;
}
