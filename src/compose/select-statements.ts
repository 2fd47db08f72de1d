// Takes ranked statements; chooses the few that make the answer, within its length and each authority's room.
import type { Authority } from "../document.ts";
import type { RankedStatement } from "./rank-statements.ts";
import { contentStems } from "./terms.ts";

export interface Room {
  /** Words of quoted text in all. */
  readonly words: number;
}

/** Most of the room, and most statements, that one kind of document may take. */
const shares: Partial<Record<Authority, { readonly words: number; readonly statements: number }>> = {
  legislation: { words: 0.65, statements: 8 },
  "statutory-guidance": { words: 0.5, statements: 6 },
  inspection: { words: 0.2, statements: 1 },
  own: { words: 0.35, statements: 3 },
  voluntary: { words: 0.2, statements: 2 },
  other: { words: 0.2, statements: 1 },
};

/** Statements scored below this share of the best are left out, though there be room. */
const nearBest = 0.74;
/** Documents that are no authority speak only where they match clearly best. */
const nearBestOther = 0.97;
/** A statement that shares this much of its words with one chosen says nothing new. */
const repeats = 0.75;

export function selectStatements(
  ranked: readonly RankedStatement[],
  room: Room,
  taken: ReadonlySet<string>,
): RankedStatement[] {
  const best = ranked[0]?.score ?? 0;
  const used = new Map<Authority, { words: number; statements: number }>();
  const chosen: RankedStatement[] = [];
  const stems: Set<string>[] = [];
  let words = 0;
  for (const statement of ranked) {
    const { authority } = statement.evidence.document;
    const share = shares[authority];
    if (!share || taken.has(statementKey(statement))) continue;
    const near = authority === "other" || authority === "voluntary" ? nearBestOther : nearBest;
    if (statement.score < near * best) continue;
    const spent = used.get(authority) ?? { words: 0, statements: 0 };
    const first = spent.statements === 0;
    if (spent.statements >= share.statements) continue;
    if (!first && spent.words + statement.words > share.words * room.words) continue;
    if (chosen.length > 0 && words + statement.words > room.words) continue;
    const own = new Set(contentStems(ownText(statement)));
    if (stems.some((other) => overlap(own, other) > repeats)) continue;
    stems.push(own);
    chosen.push(statement);
    words += statement.words;
    used.set(authority, { words: spent.words + statement.words, statements: spent.statements + 1 });
  }
  return chosen;
}

/** Names a statement by passage and place. */
export function statementKey(statement: RankedStatement): string {
  return `${statement.evidence.passage.id}@${statement.lines.map(({ start }) => start).join(",")}`;
}

function ownText(statement: RankedStatement): string {
  return statement.lines.map(({ start, end }) => statement.evidence.passage.text.slice(start, end)).join(" ");
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
