// Builds printed lines and pages for tests, set like a page of A4 with a margin of 72 points.
import type { Footnote, Line, Mark, Page } from "../../src/extract/page.ts";

export const body = 11;

export interface LineLook {
  readonly left?: number;
  /** Distance to the line before, in points. */
  readonly step?: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly font?: string;
  readonly marks?: readonly Mark[];
  readonly cells?: readonly string[];
  readonly centred?: boolean;
}

export type LineSpec = string | readonly [text: string, look: LineLook];

/** One line; half the type size for the width of a letter. */
export function makeLine(text: string, look: LineLook & { baseline?: number } = {}): Line {
  const size = look.size ?? body;
  const width = text.length * size * 0.5;
  const left = look.centred ? (595 - width) / 2 : (look.left ?? 72);
  return {
    text,
    marks: look.marks ?? [],
    left,
    right: left + width,
    baseline: look.baseline ?? 100,
    size,
    bold: look.bold ?? false,
    italic: look.italic ?? false,
    font: look.font ?? "Serif",
    cells: look.cells ?? null,
  };
}

/** Lines one under the other, 14 points apart unless they say otherwise. */
export function makeLines(specs: readonly LineSpec[]): Line[] {
  let baseline = 86;
  return specs.map((spec) => {
    const [text, look] = typeof spec === "string" ? ([spec, {}] as const) : spec;
    baseline += look.step ?? 14;
    return makeLine(text, { ...look, baseline });
  });
}

export function makePage(
  number: number,
  specs: readonly LineSpec[],
  footnotes: readonly Footnote[] = [],
): Page {
  return { number, label: null, width: 595, height: 842, lines: makeLines(specs), footnotes };
}

export function makePages(...pages: readonly (readonly LineSpec[])[]): Page[] {
  return pages.map((specs, i) => makePage(i + 1, specs));
}

export function amendment(at: number, label: string): Mark {
  return { at, label, kind: "amendment" };
}

export function footnoteMark(at: number, label: string): Mark {
  return { at, label, kind: "footnote" };
}
