// Canonical addresses of provisions: taking them apart, writing them as a reader would.
import { shapesOf } from "./labels.ts";

/** One step of an address: `{ key: "sch", label: "1" }`; labels below a numbered unit have no key. */
export interface Step {
  readonly key: string | null;
  readonly label: string;
}

/** Keys that may stand inside an address; they are too long to be labels. */
const innerKeys = new Set(["para", "part", "chapter", "head", "page", "table"]);

const zonePattern = /^(annex|appendix)-(.+)$/;

/** `sch/1/para/19/a` → sch 1, para 19, a. A lone `standards` or `sch` is a step without a label. */
export function splitAddress(address: string): readonly Step[] {
  const segments = address.split("/");
  const first = segments[0] ?? "";
  const steps: Step[] = [];
  let index = 0;
  const zone = zonePattern.exec(first);
  if (zone !== null) {
    steps.push({ key: zone[1] ?? "", label: zone[2] ?? "" });
    index = 1;
  } else if (first === "sch" && innerKeys.has(segments[1] ?? "")) {
    steps.push({ key: "sch", label: "" });
    index = 1;
  } else if (segments.length === 1) {
    return [{ key: first, label: "" }];
  }
  while (index < segments.length) {
    const segment = segments[index] ?? "";
    const next = segments[index + 1];
    if ((index === 0 || innerKeys.has(segment)) && next !== undefined) {
      steps.push({ key: segment, label: next });
      index += 2;
    } else {
      steps.push({ key: null, label: segment });
      index += 1;
    }
  }
  return steps;
}

/** The address of steps, the inverse of {@link splitAddress}. */
export function joinSteps(steps: readonly Step[]): string {
  return steps
    .map((step) => {
      if (step.key === null) return step.label;
      if (step.key === "annex" || step.key === "appendix") return `${step.key}-${step.label}`;
      return step.label === "" ? step.key : `${step.key}/${step.label}`;
    })
    .join("/");
}

/** The address one level up; empty for a unit of the document itself (`reg/28`, `para/10.13`, `annex-a`). */
export function parentAddress(address: string): string {
  // Done on the string, since libraries ask it of every provision they hold.
  const cut = address.lastIndexOf("/");
  if (cut < 0) return "";
  const above = address.slice(0, cut);
  const key = above.lastIndexOf("/");
  if (key < 0) return zonePattern.test(above) ? above : "";
  return innerKeys.has(above.slice(key + 1)) ? above.slice(0, key) : above;
}

/** Whether an address is another or lies below it: `reg/28/2/c` within `reg/28/2`. */
export function isWithin(inner: string | null, outer: string): boolean {
  return inner === outer || (inner?.startsWith(`${outer}/`) ?? false);
}

/** Steps of an address down to the unit that others are counted within: the regulation, paragraph or Schedule paragraph. */
function unitSteps(address: string): { readonly steps: readonly Step[]; readonly unit: number } {
  const steps = splitAddress(address.replace(/^quoted\//, ""));
  const keyed = steps.findLastIndex(({ key }) => key !== null) + 1;
  // An annex numbers its paragraphs without a word for them.
  const zone = keyed === 1 && (steps[0]?.key === "annex" || steps[0]?.key === "appendix");
  return { steps, unit: zone ? 2 : keyed };
}

/** How many lists a place is inside: 0 for `reg/28` and `sch/1/para/19`, 3 for `reg/28/2/c/i`. */
export function depthOf(address: string): number {
  const { steps, unit } = unitSteps(address);
  const defined = steps.some(({ label }) => label === "def") ? 2 : 0;
  return Math.max(0, steps.length - unit - defined);
}

/** The regulation, section, paragraph or Schedule paragraph that a place is in: `reg/28/2/c` → `reg/28`. */
export function unitOf(address: string): string {
  const { steps, unit } = unitSteps(address);
  return joinSteps(steps.slice(0, unit));
}

/** The numbered paragraph that a place is in: `reg/43/3/b` → `reg/43/3`, `sch/1/para/19/a` → `sch/1/para/19`. */
export function paragraphOf(address: string): string {
  const { steps, unit } = unitSteps(address);
  const law = ["reg", "s", "art", "rule"].includes(steps[0]?.key ?? "");
  return joinSteps(steps.slice(0, law ? unit + 1 : unit));
}

/** First key: `reg`, `s`, `sch`, `para`, `annex`, `page`, … */
export function familyOf(address: string): string {
  const [first = ""] = address.split("/", 1);
  return zonePattern.exec(first)?.[1] ?? first;
}

/** Labels under the last keyed step in brackets: `28(2)(c)`. */
function bracketed(first: string, rest: readonly Step[]): string {
  return first + rest.map((step) => `(${step.label})`).join("");
}

const namedUnits: Readonly<Record<string, string>> = {
  sch: "Schedule",
  part: "Part",
  chapter: "Chapter",
  annex: "Annex",
  appendix: "Appendix",
  page: "page",
  fn: "footnote",
  standard: "Standard",
  table: "Table",
  art: "Article",
  rule: "rule",
  clause: "clause",
};

/**
 * An address as a reader would write it: `reg/28/2/c` → "28(2)(c)", `sch/1/para/19/a` → "Schedule 1 para 19(a)",
 * `annex-a/1.3` → "Annex A 1.3", `part/2/chapter/1` → "Part 2 Chapter 1". Headings give their last title.
 */
export function formatAddress(address: string): string {
  const steps = splitAddress(address);
  if (steps[0]?.key === "head") return (steps.at(-1)?.label ?? "").replaceAll("-", " ");
  const pieces: string[] = [];
  for (let index = 0; index < steps.length;) {
    const step = steps[index] as Step;
    let end = index + 1;
    while (end < steps.length && steps[end]?.key === null) end += 1;
    const below = steps.slice(index + 1, end);
    pieces.push(formatUnit(step, below, index > 0));
    index = end;
  }
  return pieces.join(" ");
}

function formatUnit(step: Step, below: readonly Step[], inner: boolean): string {
  const key = step.key ?? "";
  if (key === "annex" || key === "appendix") {
    const zone = `${namedUnits[key]} ${step.label.toUpperCase()}`;
    const [first, ...rest] = below;
    if (first === undefined) return zone;
    // A number with a point is a paragraph's, whatever stands before it.
    return `${zone} ${first.label.includes(".") ? "" : "para "}${bracketed(first.label, rest)}`;
  }
  const numbered = bracketed(step.label, below);
  if (key === "para") return inner ? `para ${numbered}` : numbered;
  const unit = namedUnits[key];
  if (unit === undefined) return step.label === "" ? key : numbered;
  return step.label === "" ? unit : `${unit} ${numbered}`;
}

/**
 * Where labels hang when their start was left out, by shape alone: after `reg/7/2/a/iv`, "(b)(i)" → `reg/7/2/b/i`.
 * Used when there is no document to look in.
 */
export function attachByShape(previous: string, tail: readonly string[]): string {
  const steps = splitAddress(previous);
  const wanted = shapesOf(tail[0] ?? "");
  const below = tail.map((label): Step => ({ key: null, label }));
  for (const exact of [true, false]) {
    for (let index = steps.length - 1; index > 0; index--) {
      const step = steps[index] as Step;
      if (step.key !== null) break;
      const shapes = shapesOf(step.label);
      const fits = exact
        ? sameShapes(shapes, wanted, step.label, tail[0] ?? "")
        : shapes.some((shape) => wanted.includes(shape));
      if (fits) return joinSteps([...steps.slice(0, index), ...below]);
    }
  }
  const keep = Math.max(1, steps.findLastIndex((step) => step.key !== null) + 1);
  return joinSteps([...steps.slice(0, keep), ...below]);
}

/** Two labels surely of one list: same certain shape, or neighbours in the alphabet such as (h) and (i). */
function sameShapes(
  a: readonly string[],
  b: readonly string[],
  labelA: string,
  labelB: string,
): boolean {
  if (a.length === 1 && b.length === 1) return a[0] === b[0];
  if (labelA.length === 1 && labelB.length === 1) {
    return labelB.charCodeAt(0) - labelA.charCodeAt(0) === 1;
  }
  return a.includes("roman") && b.includes("roman");
}

/** No heading's address is longer, in characters. */
const longestSlug = 80;

/** "The leadership & management standard" → `leadership-and-management`: lower-case words joined by hyphens. */
export function slugify(title: string): string {
  return title
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll("&", " and ")
    .replaceAll(/['’]|\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, longestSlug);
}
