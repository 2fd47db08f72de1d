// Takes a page; gives the horizontal lines drawn on it, which is how table rows are told from columns of prose.
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api.js";
import type { Rule, TextRun } from "./text-run.ts";

type Matrix = readonly [number, number, number, number, number, number];

/** A line must be this long to divide rows, in points: one inch. */
const shortestRule = 72;
/** Anything thinner than this is a line rather than a box, in points. */
const thickestRule = 3;

/** Empty unless the text itself has side-by-side parts: reading the drawing operators costs more than the text. */
export async function findRules(
  page: PDFPageProxy,
  runs: readonly TextRun[],
  view: readonly number[],
): Promise<Rule[]> {
  if (!hasSideBySideText(runs)) return [];
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let current: Matrix = toMatrix(view);
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as unknown[];
    if (operator === OPS.save) stack.push(current);
    else if (operator === OPS.restore) current = stack.pop() ?? current;
    else if (operator === OPS.transform) current = multiply(current, toMatrix(args as number[]));
    else if (operator === OPS.constructPath) {
      const bounds = args[2] as ArrayLike<number> | null;
      if (bounds) addEdges(rules, current, bounds);
    }
  });
  return rules.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Four lines or more with two long runs far apart on one baseline: columns or a table. */
export function hasSideBySideText(runs: readonly TextRun[]): boolean {
  const byBaseline = new Map<number, TextRun[]>();
  for (const run of runs) {
    const key = Math.round(run.baseline);
    const line = byBaseline.get(key);
    if (line) line.push(run);
    else byBaseline.set(key, [run]);
  }
  let split = 0;
  for (const line of byBaseline.values()) {
    line.sort((a, b) => a.left - b.left);
    const apart = line.some((run, i) => {
      const before = line[i - 1];
      // A label such as "(a)" or "10.12" stands apart from its text too.
      return before !== undefined && run.left - before.right > run.size && before.text.length > 8;
    });
    if (apart) split += 1;
  }
  return split >= 4;
}

function addEdges(rules: Rule[], matrix: Matrix, bounds: ArrayLike<number>): void {
  const [x1, y1] = apply(matrix, bounds[0] ?? 0, bounds[1] ?? 0);
  const [x2, y2] = apply(matrix, bounds[2] ?? 0, bounds[3] ?? 0);
  const left = Math.min(x1, x2);
  const right = Math.max(x1, x2);
  if (!(right - left >= shortestRule)) return;
  const top = Math.min(y1, y2);
  const bottom = Math.max(y1, y2);
  rules.push({ left, right, top });
  if (bottom - top > thickestRule) rules.push({ left, right, top: bottom });
}

function toMatrix(values: ArrayLike<number>): Matrix {
  return [
    values[0] ?? 1,
    values[1] ?? 0,
    values[2] ?? 0,
    values[3] ?? 1,
    values[4] ?? 0,
    values[5] ?? 0,
  ];
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}
