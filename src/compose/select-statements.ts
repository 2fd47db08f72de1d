// Takes ranked statements; chooses the few that make the answer, within its length and each authority's room.
import type { Authority } from "../document.ts";
import type { RankedStatement } from "./rank-statements.ts";
import { contentStems } from "./terms.ts";

export interface Selection {
  /** Words of quoted text in all. */
  readonly words: number;
  /** Statements below this share of the best of their authority are left out, though there be room. */
  readonly nearBest: number;
  /** An authority whose best is below this share of the best of all is left out. */
  readonly nearBestOfAll: number;
  /** Most of the room, and most statements, that one authority may take. */
  readonly shares: Partial<
    Record<
      Authority,
      { readonly words: number; readonly statements: number; readonly near?: number }
    >
  >;
}

export const defaultSelection: Selection = {
  words: 330,
  nearBest: 0.78,
  nearBestOfAll: 0.75,
  shares: {
    legislation: { words: 0.6, statements: 8 },
    "statutory-guidance": { words: 0.5, statements: 6 },
    inspection: { words: 0.2, statements: 1, near: 0.9 },
    own: { words: 0.35, statements: 3 },
    voluntary: { words: 0.2, statements: 2, near: 0.97 },
    // Documents without authority speak only where they match clearly best.
    other: { words: 0.2, statements: 1, near: 0.99 },
  },
};

/** A statement that shares this much of its words with one chosen says nothing new. */
const repeats = 0.75;

export function selectStatements(
  ranked: readonly RankedStatement[],
  selection: Selection,
  taken: ReadonlySet<string>,
): RankedStatement[] {
  const floors = authorityFloors(ranked, selection);
  const used = new Map<Authority, { words: number; statements: number }>();
  const chosen: RankedStatement[] = [];
  const stems: Set<string>[] = [];
  let words = 0;
  for (const statement of ranked) {
    const { authority } = statement.evidence.document;
    const share = selection.shares[authority];
    const floor = floors.get(authority);
    if (!share || floor === undefined || statement.score < floor) continue;
    if (taken.has(statementKey(statement))) continue;
    const spent = used.get(authority) ?? { words: 0, statements: 0 };
    const first = spent.statements === 0;
    if (spent.statements >= share.statements) continue;
    if (!first && spent.words + statement.words > share.words * selection.words) continue;
    if (!first && words + statement.words > selection.words) continue;
    const own = new Set(contentStems(ownText(statement)));
    if (stems.some((other) => overlap(own, other) > repeats)) continue;
    stems.push(own);
    chosen.push(statement);
    words += statement.words;
    used.set(authority, { words: spent.words + statement.words, statements: spent.statements + 1 });
  }
  return chosen;
}

/** The least score that a statement of each authority needs; absent where the authority has nothing to say. */
function authorityFloors(
  ranked: readonly RankedStatement[],
  selection: Selection,
): Map<Authority, number> {
  const best = ranked[0]?.score ?? 0;
  const floors = new Map<Authority, number>();
  for (const { score, evidence } of ranked) {
    const { authority } = evidence.document;
    if (floors.has(authority)) continue;
    const near = selection.shares[authority]?.near ?? selection.nearBestOfAll;
    floors.set(
      authority,
      score >= near * best ? selection.nearBest * score : Number.POSITIVE_INFINITY,
    );
  }
  return floors;
}

/** Names a statement by passage and place. */
export function statementKey(statement: RankedStatement): string {
  return `${statement.evidence.passage.id}@${statement.lines.map(({ start }) => start).join(",")}`;
}

function ownText(statement: RankedStatement): string {
  return statement.lines
    .map(({ start, end }) => statement.evidence.passage.text.slice(start, end))
    .join(" ");
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
