// Takes pages; gives the type size and left margin that most of their text is set in.
import { heaviest, smallestOf } from "../lists.ts";
import type { Page } from "../extract/page.ts";

export interface Measure {
  /** Size of the body text in points. */
  readonly body: number;
  /** Left edge of full-width text in points. */
  readonly margin: number;
  /** Name of the font most text is set in. */
  readonly font: string;
  /** Usual distance between the baselines of a paragraph's lines. */
  readonly pitch: number;
  /** The text itself is set in bold, which then marks no headings. */
  readonly bold: boolean;
}

export function measurePages(pages: readonly Page[]): Measure {
  const lines = pages.flatMap((page) => page.lines.filter((line) => line.cells === null));
  const body =
    heaviest(lines.map((line) => [Math.round(line.size * 2) / 2, line.text.length])) ?? 0;
  const text = lines.filter((line) => Math.abs(line.size - body) <= 0.6);
  const font = heaviest(text.map((line) => [line.font, line.text.length])) ?? "";
  const bold = heaviest(text.map((line) => [line.bold, line.text.length])) ?? false;
  return {
    body,
    bold,
    margin: leftMargin(text.map((line) => line.left)),
    font,
    pitch: pitchOf(pages, body),
  };
}

/** The leftmost edge that at least one line in a hundred starts at. */
function leftMargin(lefts: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const left of lefts) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  const enough = Math.max(2, lefts.length / 100);
  const edges = [...counts].filter(([, count]) => count >= enough).map(([left]) => left);
  return smallestOf(edges) ?? 0;
}

function pitchOf(pages: readonly Page[], body: number): number {
  const steps: [number, number][] = [];
  for (const page of pages) {
    page.lines.forEach((line, i) => {
      const before = page.lines[i - 1];
      const step = before ? line.baseline - before.baseline : 0;
      if (step > 0.8 * body && step < 2.5 * body) steps.push([Math.round(step * 2) / 2, 1]);
    });
  }
  return heaviest(steps) ?? 1.2 * body;
}
