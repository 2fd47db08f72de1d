// Takes a page; gives the horizontal and upright lines drawn on it, by which tables and boxes are told from prose.
import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api.js";
import { loadPdfjs } from "./load-pdfjs.ts";
import { joinRules, joinUprights } from "./join-edges.ts";
import { apply, multiply, toMatrix, type Matrix } from "./matrix.ts";
import type { Edges, Rule, Upright } from "./text-run.ts";

export const noEdges: Edges = { rules: [], uprights: [] };

/** A filled area thinner than this is drawn as a line, in points. */
const thickestLine = 3;
/** Edges this short are corners, dots and letters drawn as outlines, in points. */
const shortestEdge = 2;
/** A page with more is a map or a chart, whose lines divide no text. */
const mostEdges = 20_000;

/** Operations of a path as pdf.js packs them, each followed by its coordinates. */
const pathStep = { moveTo: 0, lineTo: 1, curveTo: 2, closePath: 3 } as const;

interface Found {
  readonly rules: Rule[];
  readonly uprights: Upright[];
}

/** Empty for a drawing too busy to be a table. */
export async function findEdges(page: PDFPageProxy, view: Matrix): Promise<Edges> {
  const { OPS } = await loadPdfjs();
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: Found = { rules: [], uprights: [] };
  const stack: Matrix[] = [];
  let current = view;
  for (let index = 0; index < fnArray.length; index += 1) {
    const operator = fnArray[index];
    const args = argsArray[index] as unknown[];
    if (operator === OPS.save) stack.push(current);
    else if (operator === OPS.restore) current = stack.pop() ?? current;
    else if (operator === OPS.transform) current = multiply(current, toMatrix(args as number[]));
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(current);
      if (args[0]) current = multiply(current, toMatrix(args[0] as number[]));
    } else if (operator === OPS.paintFormXObjectEnd) current = stack.pop() ?? current;
    else if (operator === OPS.constructPath) addPath(found, current, args, OPS);
    if (found.rules.length + found.uprights.length > mostEdges) return noEdges;
  }
  return { rules: joinRules(found.rules), uprights: joinUprights(found.uprights) };
}

type PathOperators = Readonly<Record<"fill" | "eoFill" | "endPath", number>>;

function addPath(found: Found, matrix: Matrix, args: readonly unknown[], OPS: PathOperators): void {
  const [operator, data, bounds] = args as [
    number,
    [ArrayLike<number> | null],
    ArrayLike<number> | null,
  ];
  const strokes = operator !== OPS.fill && operator !== OPS.eoFill;
  if (operator === OPS.endPath || !bounds) return;
  if (!strokes) {
    addThinArea(found, matrix, bounds);
    return;
  }
  const path = data?.[0];
  if (path && "length" in path) addStrokes(found, matrix, path);
}

/** Word processors draw lines as filled areas of hardly any width; wider areas are shading, which divides nothing. */
function addThinArea(found: Found, matrix: Matrix, bounds: ArrayLike<number>): void {
  const from = apply(matrix, bounds[0] ?? 0, bounds[1] ?? 0);
  const to = apply(matrix, bounds[2] ?? 0, bounds[3] ?? 0);
  const width = Math.abs(to[0] - from[0]);
  const height = Math.abs(to[1] - from[1]);
  if (Math.min(width, height) > thickestLine) return;
  if (width >= height) addEdge(found, from, [to[0], from[1]]);
  else addEdge(found, from, [from[0], to[1]]);
}

function addStrokes(found: Found, matrix: Matrix, path: ArrayLike<number>): void {
  let start: [number, number] = [0, 0];
  let at = start;
  for (let i = 0; i < path.length;) {
    const step = path[i];
    if (step === pathStep.moveTo || step === pathStep.lineTo) {
      const to = apply(matrix, path[i + 1] ?? 0, path[i + 2] ?? 0);
      if (step === pathStep.moveTo) start = to;
      else addEdge(found, at, to);
      at = to;
      i += 3;
    } else if (step === pathStep.curveTo) {
      at = apply(matrix, path[i + 5] ?? 0, path[i + 6] ?? 0);
      i += 7;
    } else {
      addEdge(found, at, start);
      at = start;
      i += 1;
    }
  }
}

function addEdge(
  found: Found,
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  const width = Math.abs(to[0] - from[0]);
  const height = Math.abs(to[1] - from[1]);
  if (height <= 1 && width >= shortestEdge)
    found.rules.push({
      left: Math.min(from[0], to[0]),
      right: Math.max(from[0], to[0]),
      top: from[1],
    });
  else if (width <= 1 && height >= shortestEdge)
    found.uprights.push({
      left: from[0],
      top: Math.min(from[1], to[1]),
      bottom: Math.max(from[1], to[1]),
    });
}
