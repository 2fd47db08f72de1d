// Takes what was extracted from a file; gives its text in paragraphs.
import { groupNeighbours } from "../extract/group-neighbours.ts";
import type { Extraction } from "../extract/page.ts";

/** Lines of one paragraph joined; in formats without pages a line is a paragraph. */
export function paragraphsOf({ pages, pageCount }: Extraction): string[] {
  const paragraphs = pages.flatMap((page) =>
    groupNeighbours(page.lines, (line, _paragraph, before) => {
      const gap = line.baseline - before.baseline;
      return pageCount !== null && gap > 0 && gap < line.size * 1.9;
    }),
  );
  return paragraphs
    .map((lines) => lines.map((line) => line.text).join(" "))
    .filter((text) => text.trim() !== "");
}
