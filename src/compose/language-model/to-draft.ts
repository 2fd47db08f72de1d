// Takes grounded items; gives the draft: what stands as it is, under its headings, and what is left out or marked.
import { authorities } from "../../document.ts";
import { authorityWords } from "../../draft/authorities.ts";
import { groupBy } from "../../lists.ts";
import type { UnverifiedPolicy } from "../../language-model/model-options.ts";
import { tellWithheld, type Finding } from "../../findings/finding.ts";
import type { DraftClaim, DraftGroup, DraftSection } from "../../draft/draft.ts";
import { draftTitle } from "../../draft/fixed-words.ts";
import type { AskedPart } from "../engine.ts";
import { authorityOf, toClaims } from "./item-claims.ts";
import { isRefused, type GroundedItem } from "./ground.ts";

/** Titles of what no document says, where no heading of the model's stands over it. */
const ownTitles: Partial<Record<GroundedItem["kind"], string>> = {
  advice: "Advice, not a requirement",
  draft: draftTitle,
  question: "To talk over",
  scenario: "To talk over",
};

/** What is shown of the items, in their order. */
export interface Shown {
  readonly direct: readonly DraftClaim[];
  readonly sections: readonly DraftSection[];
}

export function showItems(
  items: readonly GroundedItem[],
  parts: readonly AskedPart[],
  policy: UnverifiedPolicy,
): Shown {
  const shown = keepShown(items, policy);
  const sections = parts.map(({ heading }, index) => {
    const own = shown.filter(({ item }) => partOf(item.part, parts.length) === index);
    return { heading, groups: groupItems(own) };
  });
  return {
    direct: toClaims(shown.filter(({ item }) => item.part === 0)),
    sections: sections.filter(({ groups }) => groups.length > 0),
  };
}

/** Without what is refused, said before, or leads to nothing. */
function keepShown(items: readonly GroundedItem[], policy: UnverifiedPolicy): GroundedItem[] {
  const seen = new Set<string>();
  const said = items.filter((item) => {
    if (isRefused(item) && policy === "drop") return false;
    if (item.kind !== "requirement" && item.kind !== "advice") return true;
    const key = `${item.over ?? ""} ${item.item.text.toLowerCase()}`;
    const repeated = seen.has(key);
    seen.add(key);
    return !repeated;
  });
  return said.filter((item, i) => {
    const next = said[i + 1];
    const follows = next !== undefined && next.item.part === item.item.part;
    switch (item.kind) {
      case "link":
        return follows && next.kind !== "link" && next.kind !== "heading";
      case "list":
      case "table":
        return follows && levelOf(next) > levelOf(item);
      default:
        return true;
    }
  });
}

function levelOf({ item }: GroundedItem): number {
  return item.level ?? 0;
}

/** Index of the part an item belongs to; a number beyond the last means the last. */
function partOf(part: number, parts: number): number {
  return part === 0 ? -1 : Math.min(part, parts) - 1;
}

interface Segment {
  readonly heading: GroundedItem | null;
  readonly items: GroundedItem[];
}

/** What stands before the first heading by the documents that say it; then heading for heading, as it was written. */
function groupItems(items: readonly GroundedItem[]): DraftGroup[] {
  const segments: Segment[] = [{ heading: null, items: [] }];
  for (const item of items) {
    if (item.kind === "heading") segments.push({ heading: item, items: [] });
    else segments.at(-1)?.items.push(item);
  }
  const headings = segments.flatMap(({ heading }) => heading ?? []);
  const least = Math.min(...headings.map(levelOf));
  return segments.flatMap(({ heading, items: own }, i): DraftGroup[] => {
    if (heading === null) return groupByAuthority(own);
    const level = levelOf(heading);
    const after = segments.slice(i + 1);
    const end = after.findIndex((next) => next.heading !== null && levelOf(next.heading) <= level);
    const below = after.slice(0, end < 0 ? after.length : end);
    if ([...own, ...below.flatMap((segment) => segment.items)].length === 0) return [];
    return [{ title: heading.item.text, depth: level - least, claims: toClaims(own, true) }];
  });
}

/** Law, guidance, inspection, own documents; then what no document says. An item stays with what stands under it. */
function groupByAuthority(items: readonly GroundedItem[]): DraftGroup[] {
  const families: GroundedItem[][] = [];
  const least = Math.min(...items.map(levelOf));
  for (const item of items) {
    const last = families.at(-1);
    const lead = last?.at(-1);
    const isLed = lead?.kind === "link" && last?.length === 1;
    if (last && (levelOf(item) > least || isLed)) last.push(item);
    else families.push([item]);
  }
  const byTitle = groupBy(families, titleOf);
  const sections = authorities.map((authority) => authorityWords[authority].section);
  const order = [...new Set([...sections, ...Object.values(ownTitles)])];
  return order.flatMap((title) => {
    const own = byTitle.get(title);
    return own === undefined ? [] : [{ title, claims: toClaims(own.flat()) }];
  });
}

function titleOf(family: readonly GroundedItem[]): string {
  const stated = family.find(({ kind }) => kind === "requirement");
  const [first] = family;
  const own = first && ownTitles[family.find(({ kind }) => ownTitles[kind])?.kind ?? first.kind];
  if (stated === undefined && own !== undefined) return own;
  return authorityWords[stated === undefined ? "other" : authorityOf(family)].section;
}

/** What was wrong with a statement that is not shown as the model wrote it, or noted of one that is. */
export function tellFindings(
  item: GroundedItem & { readonly withdrawn?: boolean },
  policy: UnverifiedPolicy,
): Finding[] {
  if (!isRefused(item) && !item.withdrawn)
    return item.findings.map((finding) =>
      finding.severity === "note"
        ? finding
        : tellWithheld(finding, { text: item.item.text, fate: "doubted" }),
    );
  const fate = policy === "drop" ? "left-out" : "unverified";
  return item.findings.map((finding) => tellWithheld(finding, { text: item.item.text, fate }));
}
