// Takes the shapes of a slide in the order of the file; gives them in the order in which people read them.
import type { Frame, Shape } from "./read-shapes.ts";

/** Of so many shapes the order of the file is the best that can be had. */
const most = 200;
/** How far shapes may overlap and still stand apart: a fortieth of a slide of 10 inches. */
const slack = 228_600;

interface Placed {
  readonly shape: Shape;
  readonly frame: Frame;
  /** Place in the file. */
  readonly at: number;
}

/**
 * The title comes first. The rest is parted by the gaps that run through it, from left to right or from top to bottom;
 * where both would do, as in a grid, the order of the file says which. What has no place keeps to its neighbour.
 */
export function orderShapes(shapes: readonly Shape[]): Shape[] {
  const isTitle = ({ role }: Shape) => role === "title" || role === "ctrTitle";
  const titles = shapes.filter(isTitle);
  const rest = shapes.filter((shape) => !isTitle(shape));
  if (rest.length > most) return [...titles, ...rest];
  let last: Frame = { left: 0, top: 0, right: 0, bottom: 0 };
  const placed = rest.map((shape, at) => {
    last = shape.frame ?? last;
    return { shape, frame: last, at };
  });
  return [...titles, ...order(placed).map(({ shape }) => shape)];
}

function order(shapes: readonly Placed[]): Placed[] {
  if (shapes.length < 2) return [...shapes];
  const columns = part(shapes, ({ left, right }) => [left, right]);
  const rows = part(shapes, ({ top, bottom }) => [top, bottom]);
  if (columns.length < 2 && rows.length < 2) return [...shapes];
  const byColumns =
    rows.length < 2 || (columns.length > 1 && countBackward(columns) <= countBackward(rows));
  return (byColumns ? columns : rows).flatMap(order);
}

/** Runs of shapes between the gaps along one direction, each in the order of the file. */
function part(
  shapes: readonly Placed[],
  side: (frame: Frame) => readonly [number, number],
): Placed[][] {
  const sorted = shapes.toSorted((a, b) => side(a.frame)[0] - side(b.frame)[0] || a.at - b.at);
  const runs: Placed[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const shape of sorted) {
    const [from, to] = side(shape.frame);
    if (runs.length === 0 || from > end - Math.min(slack, (to - from) / 2)) runs.push([shape]);
    else runs.at(-1)?.push(shape);
    end = Math.max(end, to);
  }
  return runs.map((run) => run.toSorted((a, b) => a.at - b.at));
}

/** How often a shape comes before one that the file has before it. */
function countBackward(runs: readonly (readonly Placed[])[]): number {
  const places = runs.flat().map(({ at }) => at);
  return places.reduce(
    (sum, at, i) => sum + places.slice(i + 1).filter((later) => later < at).length,
    0,
  );
}
