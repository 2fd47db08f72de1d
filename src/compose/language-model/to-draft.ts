// Takes grounded items; gives the draft: what stands as it is, what is left out or marked, and what was found.
import type { Authority } from "../../document.ts";
import type { UnverifiedPolicy } from "../../language-model/model-options.ts";
import { tellWithheld, type Finding } from "../../findings/finding.ts";
import type { DraftClaim, DraftGroup, DraftSection } from "../draft.ts";
import type { AskedPart } from "./asked-part.ts";
import { isRefused, type GroundedItem } from "./ground.ts";

/** Strongest first. */
const strength: readonly Authority[] = [
  "legislation",
  "statutory-guidance",
  "inspection",
  "own",
  "voluntary",
  "other",
  "untrusted",
];

/** How a statement under a heading of the model's own is told apart, and the heading it has otherwise. */
const kinds: Record<Authority, { readonly label: string; readonly title: string }> = {
  legislation: { label: "Law", title: "What the law requires" },
  "statutory-guidance": { label: "Guidance", title: "What statutory guidance expects" },
  inspection: { label: "Inspection", title: "What inspectors look at" },
  own: { label: "Own document", title: "What your own documents say" },
  voluntary: { label: "Voluntary standard", title: "What voluntary standards say" },
  other: { label: "No authority", title: "Other documents (no authority for what a home must do)" },
  untrusted: { label: "Not trusted", title: "Documents that are not trusted" },
};
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
    direct: direct.map((item) => toClaim(item, "")),
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
  const byTitle = new Map<string, DraftClaim[]>();
  for (const item of statements) {
    const title = titleOf(item);
    byTitle.set(title, [...(byTitle.get(title) ?? []), toClaim(item, "")]);
  }
  const order = [...strength.map((authority) => kinds[authority].title), adviceLabel];
  return order.flatMap((title) => {
    const claims = byTitle.get(title);
    return claims ? [{ title, claims }] : [];
  });
}

function labelOf(item: GroundedItem): string {
  if (item.kind === "link") return "";
  return `**${item.kind === "advice" ? adviceLabel : kinds[authorityOf(item)].label}:** `;
}

function titleOf(item: GroundedItem): string {
  return item.kind === "advice" ? adviceLabel : kinds[authorityOf(item)].title;
}

function authorityOf({ quotes }: GroundedItem): Authority {
  const cited = new Set(quotes.map(({ evidence }) => evidence.document.authority));
  return strength.find((authority) => cited.has(authority)) ?? "other";
}

/** An unverified statement cites nothing: a marker would lend it what it does not have. */
function toClaim(item: GroundedItem, label: string): DraftClaim {
  const refused = isRefused(item);
  const text = `${label}${item.item.text}${refused ? " [unverified]" : ""}`;
  return {
    authority: authorityOf(item),
    kind: claimKinds[item.kind],
    ...(refused ? { unverified: true } : {}),
    lines: [{ text, depth: 0, quotes: refused ? [] : item.quotes }],
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
  if (!isRefused(item) && !item.withdrawn) return [...item.findings];
  const fate = policy === "drop" ? "left-out" : "unverified";
  return item.findings.map((finding) => tellWithheld(finding, { text: item.item.text, fate }));
}
