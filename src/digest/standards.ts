// Takes a change; gives the quality standards and the fields of work that it bears on, by where it stands.
import type { Change, ChangedPlace } from "../compare/change.ts";
import type { Comparison } from "../compare/comparison.ts";
import { slugify, splitAddress } from "../place/address.ts";
import { isFieldGuide, isFieldLaw } from "../field/of-field.ts";

/** Regulations 6 to 14, as they and the Guide call them. */
export const standards = [
  { regulation: "6", name: "quality and purpose of care" },
  { regulation: "7", name: "children’s views, wishes and feelings" },
  { regulation: "8", name: "education" },
  { regulation: "9", name: "enjoyment and achievement" },
  { regulation: "10", name: "health and well-being" },
  { regulation: "11", name: "positive relationships" },
  { regulation: "12", name: "protection of children" },
  { regulation: "13", name: "leadership and management" },
  { regulation: "14", name: "care planning" },
] as const;

export type Standard = (typeof standards)[number];

type Documents = Pick<Comparison, "new">;

/** The regulation that lays the standard down, the Guide's chapter on it, and its text as the Guide quotes it. */
export function isOfStandard(
  change: Change,
  { regulation, name }: Standard,
  { new: document }: Documents,
): boolean {
  return placesOf(change).some(({ address, trail }) => {
    if (isFieldLaw(document)) return regulationOf(address) === regulation;
    if (!isFieldGuide(document)) return false;
    const titled = trail.some((title) => slugify(title).includes(slugify(`${name} standard`)));
    return titled || address?.startsWith(`quoted/reg/${regulation}/`) === true;
  });
}

/** Of the Regulations Part 4 and what managers and responsible individuals must be; headings of the Guide on staff. */
export function isOfWorkforce(change: Change, { new: document }: Documents): boolean {
  return placesOf(change).some(({ address, trail }) => {
    if (isFieldLaw(document)) return workforce.has(regulationOf(address) ?? "");
    return trail.some((title) => /\b(?:staff|staffing|workforce|qualifications?)\b/i.test(title));
  });
}

const workforce: ReadonlySet<string> = new Set(["26", "27", "28", "29", "31", "32", "33"]);

function placesOf({ old, new: now }: Change): ChangedPlace[] {
  return [old, now].filter((place) => place !== null);
}

function regulationOf(address: string | null): string | null {
  const [step] = address === null ? [] : splitAddress(address);
  return step?.key === "reg" ? step.label : null;
}
