// Takes grounded items that stand together; gives the claims that show them: nested, with the provision in the line.
import { authorities, type Authority } from "../../document.ts";
import { authorityWords } from "../../draft/authorities.ts";
import type { DraftClaim, DraftLine, LinePart, NamePart, Quote } from "../../draft/draft.ts";
import { nameAt, strong, words } from "../../draft/line-parts.ts";
import { firstOfEach } from "../../lists.ts";
import { isDoubted, isRefused, type GroundedItem } from "./ground.ts";

/** Most provisions that are named in a line; all of them are in its sources. */
const mostNames = 3;

/** Labels of what no document says, and of documents that bind nobody. */
const kindLabels: Partial<Record<GroundedItem["kind"], string>> = {
  advice: "Advice, not a requirement",
  question: "To ask",
  scenario: "Scenario",
};
const bindsNobody = new Set<Authority>(["own", "voluntary", "other", "untrusted"]);

/** @param mixed no title over them says what kind of statements they are */
export function toClaims(items: readonly GroundedItem[], mixed = false): DraftClaim[] {
  const leveled = settleLevels(items);
  const direct = items.every(({ item }) => item.part === 0);
  const claims: DraftClaim[] = [];
  for (let at = 0; at < leveled.length;) {
    const family = familyAt(leveled, at);
    const [first] = family;
    if (first === undefined) break;
    claims.push(toClaim(family, mixed || direct));
    at += family.length;
  }
  return claims;
}

interface Leveled {
  readonly of: GroundedItem;
  readonly depth: number;
}

/** Levels as depths: from 0, and none deeper than one under what is before it. */
function settleLevels(items: readonly GroundedItem[]): Leveled[] {
  const least = Math.min(...items.map(({ item }) => item.level ?? 0));
  const leveled: Leveled[] = [];
  for (const of of items) {
    const wanted = (of.item.level ?? 0) - least;
    const before = leveled.at(-1)?.depth ?? -1;
    leveled.push({ of, depth: Math.min(wanted, before + 1) });
  }
  return leveled;
}

/** What leads into points, or heads rows, with those: they are one claim, so that neither stands without the other. */
function familyAt(items: readonly Leveled[], at: number): Leveled[] {
  const [first, ...rest] = items.slice(at);
  if (first === undefined) return [];
  const isTable = first.of.item.kind === "table";
  const leads = isTable || first.of.item.kind === "list" || first.of.item.text.endsWith(":");
  const end = rest.findIndex(({ depth }) => depth <= first.depth);
  const under = leads ? rest.slice(0, end < 0 ? rest.length : end) : [];
  const belongs = ({ of }: Leveled) =>
    !isRefused(of) &&
    !isDoubted(of) &&
    !isRefused(first.of) &&
    (of.kind === "requirement" || of.kind === "row");
  return under.every(belongs) ? [first, ...under] : [first];
}

const claimKinds = {
  requirement: "statement",
  row: "connective",
  advice: "advice",
  draft: "draft",
  question: "connective",
  scenario: "connective",
  list: "connective",
  table: "connective",
  link: "connective",
  heading: "connective",
} as const satisfies Record<GroundedItem["kind"], DraftClaim["kind"]>;

function toClaim(family: readonly Leveled[], mixed: boolean): DraftClaim {
  const members = family.map(({ of }) => of);
  const [first] = members;
  const states = members.some(({ kind }) => kind === "requirement");
  const isTable = first?.item.kind === "table" && family.length > 1;
  const unverified = members.some(isRefused);
  const named = new Set<string>();
  return {
    authority: authorityOf(members),
    kind: states ? "statement" : claimKinds[first?.kind ?? "link"],
    ...(isTable ? { table: true } : {}),
    ...(unverified ? { unverified } : {}),
    ...(members.some(isDoubted) ? { doubted: true } : {}),
    lines: family.map(({ of, depth }) => toLine(of, depth, mixed, named)),
  };
}

/** @param named provisions that the claim has named already; this line's are added */
function toLine(of: GroundedItem, depth: number, mixed: boolean, named: Set<string>): DraftLine {
  // An unverified statement cites nothing: a marker would lend it what it does not have.
  if (isRefused(of)) return { depth, parts: [...labelOf(of, mixed), ...textOf(of)], rests: [] };
  // What leads into points leaves it to them to name their provisions.
  const names = of.kind === "requirement" && !of.lent ? namesOf(of.quotes) : [];
  const parts = [...labelOf(of, mixed), ...nameIn(textOf(of), names, named)];
  return { depth, parts, rests: of.quotes };
}

/** What it is about, and what kind of statement it is where its heading and the places it names do not say. */
function labelOf(of: GroundedItem, mixed: boolean): LinePart[] {
  const { lead } = of.item;
  const bare = of.kind === "requirement" && bindsNobody.has(authorityOf([of]));
  const kind = !mixed
    ? undefined
    : bare
      ? authorityWords[authorityOf([of])].label
      : kindLabels[of.kind];
  if (lead === undefined) return kind === undefined ? [] : [strong(`${kind}:`)];
  return [strong(kind === undefined ? `${lead}:` : `${lead} (${kind.toLowerCase()}):`)];
}

/** In a text to paste and a form, what stands in brackets is to be filled in. */
function textOf({ item, kind }: GroundedItem): LinePart[] {
  if (kind !== "draft" && kind !== "row") return [words(item.text)];
  return item.text.split(/\[([^[\]]+)\]/).flatMap((piece, i): LinePart[] => {
    if (piece.trim() === "") return [];
    return [i % 2 === 0 ? words(piece.trim()) : { kind: "blank", label: piece }];
  });
}

/** What has no number and no heading of its own is named by its source alone. */
function namesOf(quotes: readonly Quote[]): NamePart[] {
  const all = quotes.flatMap(({ evidence, start }) => {
    const name = nameAt(evidence, start);
    const { short } = evidence.document;
    return [short, `${short}, “${short}”`].includes(name.text) ? [] : [name];
  });
  return firstOfEach(all, ({ text }) => text);
}

/** Provisions are set off where the text names them; those that it does not name stand behind it in brackets. */
function nameIn(
  parts: readonly LinePart[],
  names: readonly NamePart[],
  named: Set<string>,
): LinePart[] {
  const [first, ...rest] = parts;
  if (first?.kind !== "words" || rest.length > 0) return [...parts];
  const inText = names.flatMap((name) => findMention(first.text, name));
  for (const { name } of inText) named.add(name.text);
  const behind = names.filter(({ text }) => !named.has(text)).slice(0, mostNames);
  for (const { text } of behind) named.add(text);
  const shown: LinePart[] = [];
  let from = 0;
  for (const { name, start, end } of inText.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    const before = first.text.slice(from, start).trim();
    if (before !== "") shown.push(words(before));
    shown.push({ ...name, text: first.text.slice(start, end) });
    from = end;
  }
  const last = first.text.slice(from).trim();
  if (behind.length === 0) return last === "" ? shown : [...shown, words(last)];
  const stop = /[.;:]$/.exec(last)?.[0] ?? "";
  const listed = behind.flatMap((name, i) => (i === 0 ? [name] : [words(","), name]));
  return [
    ...shown,
    words(`${last.slice(0, last.length - stop.length)} (`.trim()),
    ...listed,
    words(`)${stop}`),
  ];
}

/** Where a text has the number of a place, with the word of what it numbers. */
function findMention(
  text: string,
  name: NamePart,
): { readonly name: NamePart; readonly start: number; readonly end: number }[] {
  const { locator } = name.place;
  if (locator === null) return [];
  const number = locator.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const unit = "(?:regulations?|reg\\.?|paragraphs?|para\\.?|sections?|articles?|rule|guide)\\s+";
  const found = new RegExp(String.raw`(?:\b${unit})?(?<![\w.(])${number}(?![\w(]|\.\d)`, "i").exec(
    text,
  );
  return found === null ? [] : [{ name, start: found.index, end: found.index + found[0].length }];
}

/** The weightiest of what they rest on. */
export function authorityOf(items: readonly Pick<GroundedItem, "quotes">[]): Authority {
  const cited = new Set(
    items.flatMap(({ quotes }) => quotes.map(({ evidence }) => evidence.document.authority)),
  );
  return authorities.find((authority) => cited.has(authority)) ?? "other";
}
