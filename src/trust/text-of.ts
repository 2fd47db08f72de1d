// Takes what was extracted from a file; gives its text in paragraphs.
import type { Extraction } from "../extract/page.ts";

/** Lines of one paragraph joined; in formats without pages a line is a paragraph. */
export function paragraphsOf({ pages, pageCount }: Extraction): string[] {
  const paragraphs: string[] = [];
  for (const page of pages) {
    let open: string[] = [];
    let baseline: number | null = null;
    for (const line of page.lines) {
      const gap = baseline === null ? 0 : line.baseline - baseline;
      const goesOn = pageCount !== null && open.length > 0 && gap > 0 && gap < line.size * 1.9;
      if (!goesOn && open.length > 0) {
        paragraphs.push(open.join(" "));
        open = [];
      }
      open.push(line.text);
      baseline = line.baseline;
    }
    if (open.length > 0) paragraphs.push(open.join(" "));
  }
  return paragraphs.filter((text) => text.trim() !== "");
}
