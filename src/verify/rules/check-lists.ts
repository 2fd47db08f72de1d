// Compares how a claim joins the items of a list (all of them, or one of them) with how its source does.
import type { SourceUnit } from "../align.ts";
import { findActors } from "../duty-holders.ts";
import type { Finding } from "../../findings/finding.ts";
import { groupBy } from "../../lists.ts";
import { contentWords, readWords, type Word } from "../../text/word-stems.ts";
import { findAgainst, type SentenceClaim } from "./rule.ts";

type Joint = "and" | "or";

/** What a claim says of one item: the words of it that no other item has. */
interface Told {
  readonly first: Word;
  readonly last: Word;
  readonly count: number;
}

/** Share of an item's own words that a claim must have to speak of it. */
const leastTold = 0.2;
/** Words of their own that the items must have between them, for the claim to be sure to speak of the list. */
const fewestOwn = 3;

/** One of several that all must be met, or all of several of which one is enough, where a duty or condition hangs on it. */
export function checkLists(claim: SentenceClaim): readonly Finding[] {
  const { sentence } = claim;
  const strict = claim.context.strict === true;
  // Under a denial "and" and "or" change places: "neither a nor b".
  for (const items of groupItems(claim.units)) {
    const joint = jointOf(items);
    const [item] = items;
    if (joint === null || item === undefined || forbids(item.lead)) continue;
    if (forbids(sentence) && !items.some(({ text }) => forbids(text))) continue;
    const hangs =
      joint === "and" || /\b(?:if|where|when|unless)\b[^.;]*[—–:-]\s*$/i.test(item.lead);
    // A sentence with both may join anything with either.
    if (new RegExp(`\\b${joint}\\b`, "i").test(sentence)) continue;
    // "either … or" joins two that are told apart by less.
    const either = /\beither\b/i.test(sentence);
    const told = tellItems(sentence, items);
    if (
      !hangs ||
      told.length < 2 ||
      told.reduce((sum, { count }) => sum + count, 0) < (either || strict ? 2 : fewestOwn)
    )
      continue;
    const wrong = wrongJoint(sentence, told, joint);
    if (wrong === null) continue;
    const args = { claimed: wrong, said: joint };
    return [findAgainst(claim, item.support, "list-changed", args, { reference: wrong })];
  }
  return strict ? findLoosened(claim) : [];
}

/** "either the action taken or the outcome" where the source demands both. */
function findLoosened(claim: SentenceClaim): Finding[] {
  const { sentence, statement, units } = claim;
  const [joint, second] = [...sentence.matchAll(/\bor\b/gi)];
  if (statement.kind !== "requirement" || joint === undefined || second !== undefined) return [];
  const clause = /[^,;:]*$/.exec(sentence.slice(0, joint.index))?.[0] ?? "";
  const either = /\beither\b/i.test(clause);
  if (
    forbids(sentence) ||
    (!either && openEnded.test(sentence.slice(0, joint.index))) ||
    /\bboth\b/i.test(sentence)
  )
    return [];
  const before = contentWords(clause).at(-1);
  const [after] = contentWords(/^[^,;:]*/.exec(sentence.slice(joint.index + 2))?.[0] ?? "");
  if (before === undefined || after === undefined) return [];
  for (const unit of units.filter(({ quoted }) => quoted)) {
    const siblings = units.filter(
      ({ support, lead }) => support === unit.support && lead === unit.lead && lead !== "",
    );
    const text = siblings.length > 1 ? siblings.map((one) => one.text).join("\n") : unit.text;
    const both = joinsBoth(text, before.stem, after.stem);
    // Told in other words, it still leaves a choice that the source knows nothing of.
    if (!both && !(either && !/\bor\b/i.test(`${unit.lead} ${text}`))) continue;
    const severity = either && both ? "error" : "warning";
    const args = { claimed: "or", said: "and" } as const;
    return [findAgainst(claim, unit.support, "list-changed", args, { reference: "or", severity })];
  }
  return [];
}

/** Where "or" leaves nothing out: "any child or parent", "if a child asks or leaves", "may tell the police or Ofsted". */
const openEnded =
  /\b(?:any|anyone|no|whatever|whoever|if|whether|when|where|who|which|that|may|might|can|such as|example|for|older|more|less)\b/i;

/** Both words stand in the text, with "and" and no "or" between them or at the end of their list. */
function joinsBoth(text: string, one: string, other: string): boolean {
  const words = readWords(text);
  const first = words.findIndex(({ stem }) => stem === one || stem === other);
  const last = words.findIndex(
    ({ stem }, index) =>
      index > first && (stem === one || stem === other) && stem !== words[first]?.stem,
  );
  const [from, to] = [words[first], words[last]];
  if (from === undefined || to === undefined) return false;
  const between = text.slice(from.end, to.start);
  const joined = /\n/.test(between) ? text.slice(from.end) : between;
  return /\band\b/i.test(joined) && !/\bor\b/i.test(joined);
}

function forbids(text: string): boolean {
  return /\b(?:not|never|nor|neither|cannot|no)\b|n['’]t\b/i.test(text);
}

/** Units that hang from the same lead-in of the same source. */
function groupItems(units: readonly SourceUnit[]): SourceUnit[][] {
  const hanging = units.filter(({ lead }) => lead !== "");
  const groups = groupBy(hanging, ({ support, lead }) => `${support.document.id}|${lead}`);
  return [...groups.values()].filter((items) => items.length > 1);
}

/** "; and" or "; or" at the end of an item; null where there is none, or both. */
function jointOf(items: readonly SourceUnit[]): Joint | null {
  const joints = new Set(
    items.flatMap(({ text }) => /[;,]\s*(and|or)$/i.exec(text.trim())?.[1]?.toLowerCase() ?? []),
  );
  return joints.size === 1 ? ((joints.values().next().value ?? null) as Joint | null) : null;
}

/** In the order of the sentence. */
function tellItems(sentence: string, items: readonly SourceUnit[]): Told[] {
  const actors = findActors(sentence);
  const words = readWords(sentence).filter(
    ({ start }) => !actors.some((actor) => actor.start <= start && start < actor.end),
  );
  const told = items.flatMap(({ stems }, index): Told[] => {
    const others = new Set(items.flatMap((item, i) => (i === index ? [] : [...item.stems])));
    const own = words.filter(({ stem }) => stems.has(stem) && !others.has(stem));
    const [first] = own;
    const last = own.at(-1);
    const distinct = [...stems].filter((stem) => !others.has(stem)).length;
    const share = new Set(own.map(({ stem }) => stem)).size / Math.max(1, distinct);
    return first && last && share >= leastTold ? [{ first, last, count: own.length }] : [];
  });
  return told.sort((a, b) => a.first.start - b.first.start);
}

/** The word that joins neighbours otherwise than the list does; null when any two are joined as it does, or run together. */
function wrongJoint(sentence: string, told: readonly Told[], joint: Joint): Joint | null {
  let wrong: Joint | null = null;
  for (const [index, { last }] of told.entries()) {
    const next = told[index + 1];
    if (next === undefined) break;
    if (next.first.start <= last.end) return null;
    const between = sentence.slice(last.end, next.first.start).toLowerCase();
    const found = [...between.matchAll(/\b(and|or)\b/g)].map((match) => match[1] as Joint);
    if (found.includes(joint)) return null;
    wrong = found.at(-1) ?? wrong;
  }
  return wrong;
}
