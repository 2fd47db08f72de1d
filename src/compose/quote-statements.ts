// Takes statements of one passage; gives claims that quote them under the name of where they stand.
import type { Evidence } from "../retrieve/evidence.ts";
import type { DraftClaim, DraftLine } from "./draft.ts";
import { namePlace } from "./name-place.ts";
import type { RankedStatement } from "./rank-statements.ts";
import type { StatementLine } from "./statements.ts";

/** One claim for each outermost provision quoted: "**Guide 10.12**: “…”", the items of a list under it. */
export function quoteStatements(statements: readonly RankedStatement[]): DraftClaim[] {
  const [first] = statements;
  if (!first) return [];
  const { evidence } = first;
  const lines = mergeLines(statements);
  const claims: DraftClaim[] = [];
  let held: StatementLine[] = [];
  for (const line of lines) {
    const last = held.at(-1);
    const fresh =
      last &&
      line.depth === 0 &&
      locatorAt(evidence, last.start) !== locatorAt(evidence, line.start);
    if (fresh) {
      claims.push(quoteLines(evidence, held));
      held = [];
    }
    held.push(line);
  }
  if (held.length > 0) claims.push(quoteLines(evidence, held));
  return claims;
}

/** All lines once, in the order of the text. */
function mergeLines(statements: readonly RankedStatement[]): StatementLine[] {
  const byStart = new Map<number, StatementLine>();
  for (const { lines } of statements) for (const line of lines) byStart.set(line.start, line);
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

function quoteLines(evidence: Evidence, lines: readonly StatementLine[]): DraftClaim {
  const { passage, document } = evidence;
  const [first] = lines;
  const name = namePlace(document, locatorAt(evidence, first?.start ?? 0), passage.trail);
  const top = first?.depth ?? 0;
  const drafted: DraftLine[] = [];
  let before: StatementLine | null = null;
  for (const line of lines) {
    const text = passage.text.slice(line.start, line.end).replace(/\s+/g, " ");
    const quote = { evidence, start: line.start, end: line.end };
    const last = drafted.at(-1);
    if (last && before && line.depth === before.depth && line.depth === top && last.depth === 0) {
      // Sentences at one depth read on; a gap between them shows as an ellipsis outside the quotes.
      const gap = passage.text.slice(before.end, line.start).trim() === "" ? " " : "” … “";
      drafted[drafted.length - 1] = {
        ...last,
        text: `${last.text.slice(0, -1)}${gap}${text}”`,
        quotes: [...last.quotes, quote],
      };
    } else {
      const label = drafted.length === 0 ? `**${name}**: ` : "";
      drafted.push({
        text: `${label}“${text}”`,
        depth: drafted.length === 0 ? 0 : Math.max(1, line.depth - top),
        quotes: [quote],
      });
    }
    before = line;
  }
  return { authority: document.authority, lines: drafted };
}

function locatorAt(evidence: Evidence, offset: number): string | null {
  return evidence.passage.spans.find((span) => span.end > offset)?.locator ?? null;
}
