// Takes what is declared of an element of a web page; says whether it lies out of sight, or is shrunk or cut to nothing.

/** What is declared, by property. */
export type Values = (name: string) => string;

/** Further than this left of or above a page, nobody can scroll to, in pixels. */
const farOut = -500;
/** Further than this to the right or below, nobody scrolls. */
const farOff = 9000;
/** Of full size or strength; less shows nothing. */
const faint = 0.05;

export function isOutOfSight(value: Values): boolean {
  return isMovedAway(value) || isCutAway(value) || isFaded(value);
}

function isMovedAway(value: Values): boolean {
  const size = (name: string) => readLength(value(name));
  const isOut = (length: number | null) => length !== null && length <= farOut;
  const isOff = (length: number | null) =>
    length !== null && (length <= farOut || length >= farOff);
  const placed = /^(?:absolute|fixed|relative|sticky)$/.test(value("position"));
  const moves = [
    ...argumentsOf(value("transform"), /translate(?:x|y|3d)?/),
    ...value("translate").split(/\s+/),
  ];
  return (
    ["text-indent", "margin-left", "margin-top"].some((name) => isOut(size(name))) ||
    (placed && ["left", "right", "top", "bottom"].some((side) => isOff(size(side)))) ||
    moves.some((length) => isOff(length.endsWith("%") ? null : readLength(length)))
  );
}

function isCutAway(value: Values): boolean {
  const size = (name: string) => readLength(value(name));
  const within = (name: string, most: number) => (size(name) ?? most + 1) <= most;
  const sides = ["width", "height", "max-width", "max-height"];
  const overflow = ["overflow", "overflow-x", "overflow-y"].map(value).join(" ");
  const cuts = /hidden|clip/.test(overflow);
  const indent = value("text-indent");
  return (
    (cuts && sides.some((name) => within(name, 1))) ||
    (cuts &&
      (indent.endsWith("%")
        ? Number.parseFloat(indent) >= 100
        : (size("text-indent") ?? 0) >= 2000)) ||
    (/^(?:absolute|fixed)$/.test(value("position")) && isEmptyRect(value("clip"))) ||
    clipsAll(value("clip-path"))
  );
}

function isEmptyRect(clip: string): boolean {
  const [top, right, bottom, left] = argumentsOf(clip, /rect/).map(readLength);
  const isThin = (from: number | null | undefined, to: number | null | undefined) =>
    typeof from === "number" && typeof to === "number" && to - from <= 1;
  return isThin(top, bottom) || isThin(left, right);
}

function clipsAll(path: string): boolean {
  const [first = "", second = first, third = first, fourth = second] = argumentsOf(path, /inset/);
  const part = (length: string) => (length.endsWith("%") ? Number.parseFloat(length) : 0);
  if (part(first) + part(third) >= 100 || part(second) + part(fourth) >= 100) return true;
  const isNothing = (length: string | undefined) => (readLength(length ?? "") ?? 2) <= 1;
  if (path.startsWith("circle(")) return isNothing(argumentsOf(path, /circle/)[0]);
  if (path.startsWith("ellipse("))
    return argumentsOf(path, /ellipse/)
      .slice(0, 2)
      .some(isNothing);
  if (path.startsWith("xywh(")) return argumentsOf(path, /xywh/).slice(2, 4).some(isNothing);
  if (path.startsWith("rect(")) return isEmptyRect(path);
  const points = argumentsOf(path, /polygon/);
  const along = (from: number) => new Set(points.filter((_, at) => at % 2 === from)).size <= 1;
  return points.length > 0 && (along(0) || along(1));
}

function isFaded(value: Values): boolean {
  const isFaint = (part: string | undefined) =>
    part !== undefined && part !== "" && fractionOf(part) <= faint;
  const scales = [
    ...argumentsOf(value("transform"), /scale(?:x|y|3d)?/),
    ...value("scale").split(/\s+/),
  ];
  return (
    isFaint(value("opacity")) ||
    isFaint(argumentsOf(value("filter"), /opacity/)[0]) ||
    isFaint(value("zoom")) ||
    scales.some((scale) => scale !== "" && Math.abs(fractionOf(scale)) <= faint) ||
    /rotate[xy]\((?:-?90deg|-?\.?0?25turn)\)/.test(value("transform"))
  );
}

function fractionOf(text: string): number {
  const number = Number.parseFloat(text.replace(/^calc\(/, ""));
  return text.includes("%") ? number / 100 : number;
}

/** `rect(0 0 0 0)` → its four. */
function argumentsOf(value: string, name: RegExp): string[] {
  const found = new RegExp(String.raw`(?:^|[\s)])${name.source}\(((?:[^()]|\([^()]*\))*)\)`).exec(
    value,
  );
  return (found?.[1] ?? "").split(/[\s,]+/).filter((part) => part !== "");
}

const units: Readonly<Record<string, number>> = {
  px: 1,
  pt: 1.33,
  pc: 16,
  cm: 37.8,
  mm: 3.78,
  q: 0.94,
  in: 96,
  "%": 0.16,
  vw: 12.8,
  vh: 8,
};

/**
 * In pixels, as near as is needed here; null where it is no length.
 * @param em of what stands around, in pixels
 */
export function readLength(text: string, em = 16): number | null {
  const plain = text.replace(/^calc\(\s*(\S+)\s*\)$/, "$1");
  const found = /^([-+]?\d*\.?\d+(?:e[-+]?\d+)?)\s*([a-z]+|%)?$/.exec(plain);
  if (!found) return null;
  const unit = found[2] ?? "px";
  const relative = unit === "%" ? em / 100 : unit === "em" ? em : 16;
  return Number(found[1]) * (unit === "%" && em !== 16 ? relative : (units[unit] ?? relative));
}
