// Takes the items of a reply; gives them with what is only a matter of form put right, so that no call is spent on it.
import { judgeKind } from "./judge-kind.ts";
import type { ReplyItem, ReplySource } from "./reply.ts";

export interface FormedItem {
  readonly item: ReplyItem;
  /** Place among the items of the one it is a point of, whose text it goes on; null for one that stands by itself. */
  readonly over: number | null;
  /** It is of the form and not of the substance: without it nothing that was asked is lost. */
  readonly formal: boolean;
  /** Its sources are those of what it leads into. */
  readonly lent: boolean;
}

/** Deepest level that is shown. */
const deepest = 4;

/**
 * A heading in the direct answer begins the first part. What leads into points, or heads them, and says more than it
 * leads to, rests on what they rest on. Kinds are as they were written: what each is, the text itself tells.
 */
export function putRight(items: readonly ReplyItem[]): FormedItem[] {
  const placed = placeHeadings(items).map((item) => ({
    ...keepLead(item),
    level: Math.min(item.level ?? 0, deepest),
  }));
  return placed.map((item, i): FormedItem => {
    const over = findLead(placed, i);
    const formal = ["heading", "link", "list", "table"].includes(item.kind);
    const states = formal && judgeKind(item) === "requirement";
    const lent = states && item.sources.length === 0;
    const sources = lent ? sourcesBelow(placed, i) : item.sources;
    return { item: { ...item, sources }, over, formal, lent };
  });
}

/** A subject in bold is a label; one that states something belongs to what is looked up. */
function keepLead({ lead, ...item }: ReplyItem): ReplyItem {
  if (lead === undefined) return item;
  const isLabel = judgeKind({ kind: "heading", text: lead, sources: [] }) === "heading";
  return isLabel ? { ...item, lead } : { ...item, text: `${lead}: ${item.text}` };
}

/** The direct answer has no headings: what stands under one is of the parts. */
function placeHeadings(items: readonly ReplyItem[]): ReplyItem[] {
  const at = items.findIndex(({ part, kind }) => part === 0 && kind === "heading");
  if (at < 0) return [...items];
  return items.map((item, i) => (i >= at && item.part === 0 ? { ...item, part: 1 } : item));
}

type Leveled = ReplyItem & { readonly level: number };

/** The item that this one is a point of, where it goes on the words of that one. */
function findLead(items: readonly Leveled[], index: number): number | null {
  const item = items[index];
  if (item === undefined || item.kind === "heading") return null;
  const at = items
    .slice(0, index)
    .findLastIndex(({ level, kind }) => level < item.level && kind !== "heading");
  const lead = items[at];
  if (lead === undefined || lead.part !== item.part || lead.kind === "table") return null;
  // A row of cells, a text of its own or a full sentence needs nothing before it.
  const goesOn = /[:—–-]\s*$/.test(lead.text) && /^(?:\p{Ll}|an? )/u.test(item.text);
  return goesOn && item.kind === "requirement" ? at : null;
}

/** Of what stands under it: under a heading all up to the next that is no deeper. */
function sourcesBelow(items: readonly Leveled[], index: number): ReplySource[] {
  const item = items[index];
  if (item === undefined) return [];
  const after = items.slice(index + 1);
  const isHeading = item.kind === "heading";
  const end = after.findIndex(
    ({ level, kind, part }) =>
      part !== item.part ||
      (isHeading ? kind === "heading" && level <= item.level : level <= item.level),
  );
  const below = after.slice(0, end < 0 ? after.length : end);
  // What leads on without a level leads into what comes next.
  const near = after.slice(0, 1).filter(({ part }) => part === item.part);
  const next = below.length === 0 && !isHeading ? near : below;
  return next.flatMap(({ sources }) => sources);
}
