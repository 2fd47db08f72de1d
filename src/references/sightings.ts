// Turns the targets of a reference into addresses to look for: tails hung on what precedes them, lists told from paths,
// relative places started from where the text stands.
import { joinSteps, splitAddress } from "../place/address.ts";
import { compareLabels, shapesOf } from "../place/labels.ts";
import type { Target } from "./reference.ts";
import type { Sighting, ReferenceSubject } from "./subject.ts";

/** Addresses under which a target may be found. `previous` is the address that the target before it resolved to. */
export function sight(
  subject: ReferenceSubject,
  target: Target,
  previous: string | null,
): Sighting {
  const { to } = target;
  if (target.relative !== null) return sightRelative(subject, target);
  if (target.tail !== null && previous !== null) {
    const hung = hangTail(previous, target.tail);
    return { ...subject, target, addresses: [...new Set([...hung, target.address])], to };
  }
  // A quoted word behind a place is its definition there, if there is one, else only a quotation.
  const defined = target.defined === undefined ? [] : [`${target.address}/${target.defined}`];
  const addresses = [...defined, target.address];
  if (subject.reference.bare && target.address.startsWith("reg/")) {
    addresses.push(target.address.replace(/^reg\//, "s/"));
  }
  return { ...subject, target, addresses, to };
}

/** Parents that a tail may hang on, deepest first; as a child of the last label itself only when nothing else is. */
function hangTail(previous: string, tail: readonly string[]): string[] {
  const steps = splitAddress(previous);
  const addresses: string[] = [];
  for (let keep = steps.length - 1; keep >= 1; keep--) {
    addresses.push(`${joinSteps(steps.slice(0, keep))}/${tail.join("/")}`);
  }
  addresses.push(`${previous}/${tail.join("/")}`);
  return addresses;
}

/** "36(4)(a)(b)": the same address as a list, when its last labels could stand beside each other; null otherwise. */
export function readAsList(target: Target): readonly Target[] | null {
  if (target.to !== null || target.tail !== null || target.relative !== null) return null;
  const steps = splitAddress(target.address);
  let first = steps.length - 1;
  while (first > 0) {
    const label = steps[first]?.label ?? "";
    const before = steps[first - 1];
    if (before === undefined || before.key !== null || steps[first]?.key !== null) break;
    if (!canFollow(before.label, label)) break;
    first -= 1;
  }
  if (first === steps.length - 1) return null;
  const parent = joinSteps(steps.slice(0, first));
  return steps.slice(first).map((step) => ({ ...target, address: `${parent}/${step.label}` }));
}

function canFollow(before: string, after: string): boolean {
  const alike = shapesOf(before).some((shape) => shapesOf(after).includes(shape));
  return alike && compareLabels(before, after) < 0;
}

/** Whether the labels leave no doubt that a list is meant: two plain letters or two numbers in a row. */
export function isSurelyList(target: Target): boolean {
  const [before, after] = splitAddress(target.address).slice(-2);
  const shapes = [shapesOf(before?.label ?? ""), shapesOf(after?.label ?? "")];
  return shapes.every((own) => own.length === 1) && shapes[0]?.[0] === shapes[1]?.[0];
}

/** Addresses of a relative target, from the provision that the text stands in. None when that is not known. */
function sightRelative(subject: ReferenceSubject, target: Target): Sighting {
  const { address } = subject.context;
  if (address === null || subject.context.documentId === null) {
    return { ...subject, target, addresses: [], to: null };
  }
  const steps = splitAddress(address);
  if (target.relative === "this") {
    const addresses = sightSelf(subject, target.address, address);
    return { ...subject, target, addresses, to: null };
  }
  const bases = steps.map((_step, index) => joinSteps(steps.slice(0, index + 1)));
  const numeric = /^\d/.test(target.address);
  // Numbers count from the regulation or section; letters from the nearest list that has them.
  const outermost =
    target.relative === "subsection" || (target.relative === "paragraph" && numeric);
  const ordered = outermost ? bases : bases.toReversed();
  const to = target.to;
  return {
    ...subject,
    target,
    addresses: ordered.map((base) => `${base}/${target.address}`),
    to: to === null ? null : `${bases[0] ?? ""}/${to}`,
  };
}

/** "this regulation", "this Part": the unit of that kind around the place. */
function sightSelf(subject: ReferenceSubject, key: string, address: string): string[] {
  const { context, library } = subject;
  const steps = splitAddress(address);
  const index = steps.findLastIndex((step) => step.key === key);
  if (index >= 0) return [joinSteps(steps.slice(0, index + 1))];
  const place = library.find(context.documentId ?? "", address);
  const around = place === null ? [] : library.enclosing(place);
  const match = around.find((row) => splitAddress(row.address).at(-1)?.key === key);
  return match === undefined ? [] : [match.address];
}
