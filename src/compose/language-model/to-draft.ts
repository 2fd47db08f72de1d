// Takes grounded items; gives the draft: what stands as it is, what is left out or marked, and what was found.
import { authorities, type Authority } from "../../document.ts";
import { authorityWords } from "../../draft/authorities.ts";
import { groupBy } from "../../lists.ts";
import { strong, words } from "../../draft/line-parts.ts";
import type { UnverifiedPolicy } from "../../language-model/model-options.ts";
import { tellWithheld, type Finding } from "../../findings/finding.ts";
import type { DraftClaim, DraftGroup, DraftSection, LinePart } from "../../draft/draft.ts";
import type { AskedPart } from "../engine.ts";
import { isDoubted, isRefused, type GroundedItem } from "./ground.ts";

const adviceLabel = "Advice, not a requirement";

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
  const seen = new Set<string>();
  const shown = items.filter((item) => {
    if (isRefused(item) && policy === "drop") return false;
    const key = item.item.text.toLowerCase();
    const repeated = item.kind !== "heading" && seen.has(key);
    seen.add(key);
    return !repeated;
  });
  const direct = shown.filter(({ item, kind }) => item.part === 0 && kind === "requirement");
  const sections = parts.map(({ heading }, index) => {
    const own = shown.filter(({ item }) => partOf(item.part, parts.length) === index);
    return { heading, groups: splitAtHeadings(own).flatMap(groupSegment) };
  });
  return {
    direct: direct.map((item) => toClaim(item, [])),
    sections: sections.filter(({ groups }) => groups.length > 0),
  };
}

/** Index of the part an item belongs to; a number beyond the last means the last. */
function partOf(part: number, parts: number): number {
  return part === 0 ? -1 : Math.min(part, parts) - 1;
}

interface Segment {
  readonly heading: string | null;
  readonly items: GroundedItem[];
}

function splitAtHeadings(items: readonly GroundedItem[]): Segment[] {
  const segments: Segment[] = [{ heading: null, items: [] }];
  for (const item of items) {
    if (item.kind === "heading") segments.push({ heading: item.item.text, items: [] });
    else segments.at(-1)?.items.push(item);
  }
  return segments;
}

function groupSegment({ heading, items }: Segment): DraftGroup[] {
  // A link that nothing follows leads nowhere.
  const useful = items.filter(
    ({ kind }, i) => kind !== "link" || (items[i + 1] && items[i + 1]?.kind !== "link"),
  );
  const statements = useful.filter(({ kind }) => kind !== "link");
  if (statements.length === 0) return [];
  if (heading !== null) {
    return [{ title: heading, claims: useful.map((item) => toClaim(item, labelOf(item))) }];
  }
  const byTitle = groupBy(statements, titleOf);
  const sections = authorities.map((authority) => authorityWords[authority].section);
  const order = [...sections, adviceLabel];
  return order.flatMap((title) => {
    const own = byTitle.get(title);
    return own ? [{ title, claims: own.map((item) => toClaim(item, [])) }] : [];
  });
}

/** Says what kind of statement it is, where the heading does not. */
function labelOf(item: GroundedItem): LinePart[] {
  if (item.kind === "link") return [];
  const label = item.kind === "advice" ? adviceLabel : authorityWords[authorityOf(item)].label;
  return [strong(`${label}:`)];
}

function titleOf(item: GroundedItem): string {
  return item.kind === "advice" ? adviceLabel : authorityWords[authorityOf(item)].section;
}

function authorityOf({ quotes }: GroundedItem): Authority {
  const cited = new Set(quotes.map(({ evidence }) => evidence.document.authority));
  return authorities.find((authority) => cited.has(authority)) ?? "other";
}

/** An unverified statement cites nothing: a marker would lend it what it does not have. */
function toClaim(item: GroundedItem, label: readonly LinePart[]): DraftClaim {
  const refused = isRefused(item);
  return {
    authority: authorityOf(item),
    kind: claimKinds[item.kind],
    ...(refused ? { unverified: true } : {}),
    ...(isDoubted(item) ? { doubted: true } : {}),
    lines: [
      { depth: 0, parts: [...label, words(item.item.text)], rests: refused ? [] : item.quotes },
    ],
  };
}

const claimKinds = {
  requirement: "statement",
  advice: "advice",
  link: "connective",
  heading: "connective",
} as const satisfies Record<GroundedItem["kind"], DraftClaim["kind"]>;

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
