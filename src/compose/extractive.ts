// The engine without a language model: answers in the documents' own words.
import type { Authority } from "../document.ts";
import type { QuestionPlan } from "../plan/plan-question.ts";
import type { Draft, DraftClaim, DraftGroup, DraftSection } from "./draft.ts";
import { quoteStatements } from "./quote-statements.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { RankedStatement } from "./rank-statements.ts";
import {
  defaultSelection,
  selectStatements,
  statementKey,
  type Selection,
} from "./select-statements.ts";

/** The evidence found for one part of a question, best first. */
export interface PartEvidence {
  readonly query: string;
  readonly heading: string | null;
  readonly evidence: readonly Evidence[];
}

/** One part of a question with its statements, best first; none when nothing bears on it. */
export interface RankedPart {
  readonly query: string;
  readonly heading: string | null;
  readonly ranked: readonly RankedStatement[];
}

/** A part has at least this many words, however many parts there are. */
const leastWords = 110;

const groupTitles: readonly {
  readonly authorities: readonly Authority[];
  readonly title: string;
}[] = [
  { authorities: ["legislation"], title: "What the law requires" },
  { authorities: ["statutory-guidance"], title: "What statutory guidance expects" },
  { authorities: ["inspection"], title: "What inspectors look at" },
  { authorities: ["own"], title: "What your own documents say" },
  { authorities: ["voluntary"], title: "What voluntary standards say" },
  { authorities: ["other"], title: "Other documents (no authority for what a home must do)" },
];

export function composeExtract(
  plan: QuestionPlan,
  parts: readonly RankedPart[],
  selection: Selection = defaultSelection,
): Draft {
  const taken = new Set<string>();
  const missing: string[] = [];
  const sections: DraftSection[] = [];
  const words = Math.max(leastWords, Math.round(selection.words / parts.length));
  for (const part of parts) {
    const chosen = selectStatements(part.ranked, { ...selection, words }, taken);
    // A part that rests on what an earlier part quoted is answered there.
    if (part.ranked.length === 0) missing.push(missingLine(part.heading ?? plan.question));
    else if (chosen.length > 0)
      sections.push({ heading: part.heading, groups: groupStatements(chosen) });
    for (const statement of chosen) taken.add(statementKey(statement));
  }
  return {
    question: plan.question,
    direct: [],
    sections,
    missing,
    engine: { name: "extractive", model: null },
  };
}

function missingLine(asked: string): string {
  return `Nothing in these documents answers: ${asked.replace(/[.?!]+$/, "")}.`;
}

function groupStatements(chosen: readonly RankedStatement[]): DraftGroup[] {
  return groupTitles.flatMap(({ authorities, title }) => {
    const inGroup = chosen.filter(({ evidence }) =>
      authorities.includes(evidence.document.authority),
    );
    const claims = byPassage(inGroup).flatMap((statements): DraftClaim[] =>
      quoteStatements(statements),
    );
    return claims.length > 0 ? [{ title, claims }] : [];
  });
}

/** Statements of one passage together, passages in order of their best statement, units kept together. */
function byPassage(statements: readonly RankedStatement[]): RankedStatement[][] {
  const units: string[] = [...new Set(statements.map(({ unit }) => unit))];
  return units.flatMap((unit) => {
    const members = statements.filter((statement) => statement.unit === unit);
    const ids = [...new Set(members.map(({ evidence }) => evidence.passage.id))].sort();
    return ids.map((id) => members.filter(({ evidence }) => evidence.passage.id === id));
  });
}
