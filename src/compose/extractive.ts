// The engine without a language model: answers in the documents' own words.
import type { Authority } from "../document.ts";
import type { QuestionPlan } from "../plan/plan-question.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { Draft, DraftClaim, DraftGroup, DraftLine, DraftSection } from "./draft.ts";
import { excerptPassage } from "./excerpt.ts";
import { namePlace } from "./name-place.ts";
import { selectEvidence } from "./select-evidence.ts";
import { weighStems } from "./terms.ts";

/** The evidence found for one part of a question, best first. */
export interface PartEvidence {
  readonly query: string;
  readonly heading: string | null;
  readonly evidence: readonly Evidence[];
}

const groupTitles: readonly { readonly authorities: readonly Authority[]; readonly title: string }[] = [
  { authorities: ["legislation"], title: "What the law requires" },
  { authorities: ["statutory-guidance"], title: "What statutory guidance expects" },
  { authorities: ["inspection"], title: "What inspectors look at" },
  { authorities: ["own"], title: "What your own documents say" },
  { authorities: ["voluntary"], title: "What voluntary standards say" },
  { authorities: ["other"], title: "Other documents (no authority for what a home must do)" },
];

export function composeExtract(plan: QuestionPlan, parts: readonly PartEvidence[]): Draft {
  const used = new Set<string>();
  const missing: string[] = [];
  const sections: DraftSection[] = [];
  for (const part of parts) {
    const selected = selectEvidence(part.query, part.evidence, { parts: parts.length, used });
    if (selected.length === 0) missing.push(missingLine(part.heading ?? plan.question));
    else sections.push({ heading: part.heading, groups: groupClaims(part, selected) });
    for (const { passage } of selected) used.add(passage.id);
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

function groupClaims(part: PartEvidence, selected: readonly Evidence[]): DraftGroup[] {
  const weights = weighStems(part.query, part.evidence.map(({ passage }) => passage.text));
  return groupTitles.flatMap(({ authorities, title }) => {
    const claims = selected
      .filter(({ document }) => authorities.includes(document.authority))
      .map((evidence) => quoteClaim(evidence, weights));
    return claims.length > 0 ? [{ title, claims }] : [];
  });
}

/** "**Guide 10.12**: “…”", with the items of a list under it. */
function quoteClaim(evidence: Evidence, weights: ReadonlyMap<string, number>): DraftClaim {
  const { passage, document } = evidence;
  const excerpt = excerptPassage(passage, document.authority, weights);
  const first = excerpt[0];
  const locator = passage.locator ?? locatorAt(evidence, first?.start ?? 0);
  const name = namePlace(document, locator, passage.trail);
  const lines: DraftLine[] = [];
  for (const line of excerpt) {
    const text = passage.text.slice(line.start, line.end).replace(/\s+/g, " ");
    const quote = { evidence, start: line.start, end: line.end };
    const last = lines.at(-1);
    // Sentences that follow each other at the same depth read on as one line.
    if (last && last.depth === 0 && line.depth === 0) {
      lines[lines.length - 1] = {
        ...last,
        text: `${last.text.slice(0, -1)} ${text}”`,
        quotes: [...last.quotes, quote],
      };
      continue;
    }
    const label = lines.length === 0 ? `**${name}**: ` : "";
    lines.push({ text: `${label}“${text}”`, depth: lines.length === 0 ? 0 : Math.max(1, line.depth), quotes: [quote] });
  }
  return { authority: document.authority, lines };
}

function locatorAt(evidence: Evidence, offset: number): string | null {
  return evidence.passage.spans.find((span) => span.end > offset)?.locator ?? null;
}
