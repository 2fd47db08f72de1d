// Takes a draft and notes on it; gives the draft with the notes after its answer.
import type { Draft, DraftGroup } from "../compose/draft.ts";
import type { Finding } from "../findings/finding.ts";

export interface Notes {
  readonly groups: readonly DraftGroup[];
  readonly findings: readonly Finding[];
}

/** Under a heading of their own where the answer has headings. */
export function addNotes(draft: Draft, { groups, findings }: Notes): Draft {
  if (groups.length === 0 && findings.length === 0) return draft;
  const headed = draft.sections.some(({ heading }) => heading !== null);
  const section = { heading: headed ? "Differences and newer documents" : null, groups };
  return {
    ...draft,
    sections: groups.length === 0 ? draft.sections : [...draft.sections, section],
    findings: [...(draft.findings ?? []), ...findings],
  };
}
