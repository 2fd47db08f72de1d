// Takes what a page draws; gives its pieces of text with how each is painted, and what is painted around them.
import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api.js";
import type { Area, Box, Show, DrawnPage, Stroke } from "./drawn-page.ts";
import type { Colour } from "../colour.ts";
import { loadPdfjs } from "./load-pdfjs.ts";
import { apply, multiply, toMatrix, type Matrix } from "./matrix.ts";

interface State {
  matrix: Matrix;
  fill: Colour | null;
  stroke: Colour | null;
  opacity: number;
  mode: number;
  letter: number;
  word: number;
  scale: number;
  rise: number;
  leading: number;
  fontSize: number;
  lineWidth: number;
  clipped: boolean;
}

const start: State = {
  matrix: [1, 0, 0, 1, 0, 0],
  fill: [0, 0, 0],
  stroke: [0, 0, 0],
  opacity: 1,
  mode: 0,
  letter: 0,
  word: 0,
  scale: 1,
  rise: 0,
  leading: 0,
  fontSize: 0,
  lineWidth: 1,
  clipped: false,
};

/** A drawn line is at most this thick, in points. */
const thickest = 3;
/** A smaller unit may be that of type, in points. */
const smallestPicture = 24;

type Args = readonly unknown[];

/** What drawing goes through, and what it leaves. */
interface Walk {
  state: State;
  readonly stack: State[];
  text: Matrix;
  line: Matrix;
  readonly shows: Show[];
  readonly areas: Area[];
  readonly strokes: Stroke[];
}

type Handler = (walk: Walk, args: Args) => void;

let handlers: ReadonlyMap<number, Handler> | null = null;

/** @throws what pdf.js throws where the page cannot be drawn */
export async function readDrawnPage(page: PDFPageProxy): Promise<DrawnPage> {
  const { OPS } = await loadPdfjs();
  handlers ??= makeHandlers(OPS);
  const { fnArray, argsArray } = await page.getOperatorList();
  const walk: Walk = {
    state: { ...start },
    stack: [],
    text: start.matrix,
    line: start.matrix,
    shows: [],
    areas: [],
    strokes: [],
  };
  for (let i = 0; i < fnArray.length; i += 1) {
    handlers.get(fnArray[i] ?? -1)?.(walk, (argsArray[i] ?? []) as Args);
  }
  return walk;
}

type Operators = Awaited<ReturnType<typeof loadPdfjs>>["OPS"];

function makeHandlers(OPS: Operators): Map<number, Handler> {
  const save: Handler = (walk) => walk.stack.push({ ...walk.state });
  const beginForm: Handler = (walk, [matrix]) => {
    walk.stack.push({ ...walk.state });
    if (matrix) transform(walk, matrix as Args);
  };
  const restore: Handler = (walk) => (walk.state = walk.stack.pop() ?? walk.state);
  const set =
    (change: (state: State, args: Args) => void): Handler =>
    (walk, args) =>
      change(walk.state, args);
  const picture: Handler = (walk) => addPicture(walk);
  const clip = set((state) => (state.clipped = true));
  const move = (walk: Walk, x: number, y: number) => {
    walk.line = multiply(walk.line, [1, 0, 0, 1, x, y]);
    walk.text = walk.line;
  };
  return new Map<number, Handler>([
    [OPS.save, save],
    [OPS.restore, restore],
    [OPS.transform, (walk, args) => transform(walk, args)],
    [OPS.paintFormXObjectBegin, beginForm],
    [OPS.paintFormXObjectEnd, restore],
    [OPS.setFillRGBColor, set((state, [colour]) => (state.fill = toColour(colour)))],
    [OPS.setStrokeRGBColor, set((state, [colour]) => (state.stroke = toColour(colour)))],
    [OPS.setFillColorN, set((state) => (state.fill = null))],
    [OPS.setStrokeColorN, set((state) => (state.stroke = null))],
    [OPS.setFillTransparent, set((state) => (state.opacity = 0))],
    [OPS.setGState, set((state, [entries]) => setGraphics(state, entries as [string, unknown][]))],
    [OPS.setLineWidth, set((state, [width]) => (state.lineWidth = Number(width)))],
    [OPS.setTextRenderingMode, set((state, [mode]) => (state.mode = Number(mode)))],
    [OPS.setCharSpacing, set((state, [width]) => (state.letter = Number(width)))],
    [OPS.setWordSpacing, set((state, [width]) => (state.word = Number(width)))],
    [OPS.setHScale, set((state, [share]) => (state.scale = Number(share) / 100))],
    [OPS.setTextRise, set((state, [height]) => (state.rise = Number(height)))],
    [OPS.setLeading, set((state, [height]) => (state.leading = -Number(height)))],
    [OPS.setFont, set((state, [, size]) => (state.fontSize = Number(size)))],
    [OPS.clip, clip],
    [OPS.eoClip, clip],
    [OPS.beginText, (walk) => (walk.text = walk.line = start.matrix)],
    [OPS.setTextMatrix, (walk, [matrix]) => (walk.text = walk.line = toMatrix(matrix as number[]))],
    [OPS.moveText, (walk, [x, y]) => move(walk, Number(x), Number(y))],
    [
      OPS.setLeadingMoveText,
      (walk, [x, y]) => {
        walk.state.leading = Number(y);
        move(walk, Number(x), Number(y));
      },
    ],
    [OPS.nextLine, (walk) => move(walk, 0, walk.state.leading)],
    [OPS.showText, (walk, [glyphs]) => addShow(walk, glyphs as Args)],
    [OPS.constructPath, (walk, args) => addPath(walk, args, OPS)],
    [OPS.shadingFill, (walk) => walk.areas.push(everywhere(walk))],
    [OPS.paintImageXObject, picture],
    [OPS.paintInlineImageXObject, picture],
    [OPS.paintImageMaskXObject, picture],
    [OPS.paintSolidColorImageMask, picture],
  ]);
}

/**
 * Pictures are not decoded, and so not among what is drawn; but each fills the square of length 1, and nothing else
 * is drawn in so large a unit.
 */
function transform(walk: Walk, args: Args): void {
  walk.state.matrix = multiply(walk.state.matrix, toMatrix(args as number[]));
  const { left, right, bottom, top } = unitSquare(walk);
  if (Math.min(right - left, top - bottom) >= smallestPicture) addPicture(walk);
}

function unitSquare({ state: { matrix } }: Walk): Box {
  return boxOf([apply(matrix, 0, 0), apply(matrix, 1, 1), apply(matrix, 0, 1)]);
}

function toColour(written: unknown): Colour | null {
  const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(String(written));
  if (!digits) return null;
  const [r = 0, g = 0, b = 0] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
  return [r, g, b];
}

function setGraphics(state: State, entries: readonly [string, unknown][]): void {
  for (const [key, value] of entries) {
    if (key === "ca") state.opacity = Number(value);
    else if (key === "Font") state.fontSize = Number((value as unknown[])[1]);
  }
}

function addShow(walk: Walk, glyphs: Args): void {
  const { state } = walk;
  walk.shows.push({
    glyphs,
    matrix: multiply(multiply(state.matrix, walk.text), [1, 0, 0, 1, 0, state.rise]),
    fontSize: state.fontSize,
    spacing: { letter: state.letter, word: state.word, scale: state.scale },
    colour: state.fill,
    mode: state.mode,
    opacity: state.opacity,
  });
  const width = widthOf(glyphs, state);
  walk.text = multiply(walk.text, [1, 0, 0, 1, width, 0]);
}

function widthOf(glyphs: Args, { fontSize, letter, word, scale }: State): number {
  let width = 0;
  for (const glyph of glyphs)
    if (typeof glyph === "number") width -= (glyph * fontSize) / 1000;
    else if (glyph) {
      const { width: units, isSpace } = glyph as { width: number; isSpace: boolean };
      width += (units * fontSize) / 1000 + letter + (isSpace ? word : 0);
    }
  return width * scale;
}

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  };
}

function addPicture(walk: Walk): void {
  walk.areas.push({ ...everywhere(walk), ...unitSquare(walk), picture: true });
}

function everywhere(walk: Walk): Area {
  const far = Number.POSITIVE_INFINITY;
  const box = { left: -far, right: far, bottom: -far, top: far };
  return { ...box, colour: null, exact: false, after: walk.shows.length, picture: false };
}

/** Filled paths are what text stands on; thin ones, and lines, are what may strike it out. */
function addPath(walk: Walk, args: Args, OPS: Operators): void {
  const [operator, data, bounds] = args as [number, [ArrayLike<number> | null], number[] | null];
  if (operator === OPS.endPath || !bounds) return;
  const { state } = walk;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = bounds;
  const box = boxOf([
    apply(state.matrix, x1, y1),
    apply(state.matrix, x2, y2),
    apply(state.matrix, x1, y2),
  ]);
  const strokes = operator === OPS.stroke || operator === OPS.closeStroke;
  const thickness = strokes ? state.lineWidth * Math.hypot(state.matrix[0], state.matrix[1]) : 0;
  const width = box.right - box.left;
  const height = box.top - box.bottom;
  if (Math.min(width, height) + thickness <= thickest) {
    const middle = { x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2 };
    walk.strokes.push(
      width >= height
        ? { from: [box.left, middle.y], to: [box.right, middle.y] }
        : { from: [middle.x, box.bottom], to: [middle.x, box.top] },
    );
    return;
  }
  if (strokes && thickness <= thickest) return;
  walk.areas.push({
    left: box.left - thickness / 2,
    right: box.right + thickness / 2,
    bottom: box.bottom - thickness / 2,
    top: box.top + thickness / 2,
    colour: strokes ? state.stroke : state.fill,
    exact: !strokes && !state.clipped && isRectangle(data?.[0] ?? null) && state.opacity > 0.98,
    after: walk.shows.length,
    picture: false,
  });
}

/** One move, three or four lines, and the way back: each a step and a point, none of them slanting. */
function isRectangle(path: ArrayLike<number> | null): boolean {
  if (!path || !("length" in path) || path.length < 12 || path.length > 16) return false;
  let [x, y] = [path[1] ?? 0, path[2] ?? 0];
  for (let i = 3; i + 2 < path.length && path[i] === 1; i += 3) {
    const [nextX, nextY] = [path[i + 1] ?? 0, path[i + 2] ?? 0];
    if (Math.abs(nextX - x) > 0.01 && Math.abs(nextY - y) > 0.01) return false;
    [x, y] = [nextX, nextY];
  }
  return path[0] === 0;
}
