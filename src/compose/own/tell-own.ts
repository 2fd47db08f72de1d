// Takes what own documents say of a part of a question; gives how the answer opens with it: what is said of the documents,
// and their own words.
import { joinNames } from "../../references/notes.ts";
import type { RankedStatement } from "../../score/rank-statements.ts";
import { findBlanks } from "../../text/blanks.ts";
import { emptyCell } from "./judge-own.ts";
import type { OwnAnswer, OwnFinding } from "./own-answer.ts";

/** Statements in the order in which they open the answer, a list for each document. */
export function openingOf({ findings }: OwnAnswer): RankedStatement[][] {
  return findings.map(({ statements }) => [...statements]).filter((list) => list.length > 0);
}

/** What others say where those that were named are silent. */
export function othersOf({ others }: OwnAnswer): RankedStatement[] {
  return others.flatMap(({ statements }) => statements);
}

/**
 * "Missing Policy does not say.", that a place is blank, that two documents differ: said before the answer, without a
 * source; empty where the documents' words say all.
 */
function tellOwn({ findings, named, comparison, unread }: OwnAnswer): string[] {
  const silent = named ? findings.filter(isSilent) : [];
  return [
    ...silent.map(tellSilence),
    ...unread.map((file) => `${file} could not be read, and may say it.`),
    ...findings.flatMap((finding) =>
      finding.verdict === "blank" ? [tellBlank(finding)] : tellBlanksIn(finding),
    ),
    ...(comparison === null ? [] : [tellComparison(comparison)]),
  ];
}

function isSilent({ statements }: OwnFinding): boolean {
  return statements.length === 0;
}

/** The same of all parts of a question, each thing once, with the part that a silence is about. */
export function tellOwnOfAll(
  parts: readonly { readonly own?: OwnAnswer; readonly heading?: string | null }[],
): string[] {
  const told = parts.flatMap(({ own, heading }) =>
    own === undefined ? [] : tellOwn(own).map((each) => (heading ? `${heading}: ${each}` : each)),
  );
  return [...new Set(told)];
}

function tellSilence({
  document,
  nearest,
  verdict,
  unread = [],
  withheld = [],
}: OwnFinding): string {
  const [hidden] = withheld;
  if (hidden !== undefined) {
    const heading = hidden.passage.trail.at(-1);
    const under = heading === undefined ? "" : ` under “${heading}”`;
    return `${document.short} may say it${under}, in a passage that gives orders to whoever writes the answer and is not quoted.`;
  }
  const near = nearest === null ? "" : ` The nearest section is “${nearest}”.`;
  const words = verdict === "unclear" ? " in so many words" : "";
  const rest = unread.length === 0 ? "" : ` Of it this could not be read: ${unread.join(" ")}`;
  return `${document.short} does not say${words}.${near}${rest}`;
}

function tellBlank({ document, blank, statements }: OwnFinding): string {
  const heading = statements[0]?.evidence.passage.trail.at(-1);
  const under = heading === undefined ? "" : ` under “${heading}”`;
  const stands = blank === emptyCell ? "an empty cell" : `“${blank}”`;
  return `${document.short} leaves this blank: ${stands} stands there${under}.`;
}

/** Of what is quoted though some of it is still to be filled in. */
function tellBlanksIn({ document, statements }: OwnFinding): string[] {
  // In YAML a list stands in brackets.
  const isYaml = /\.ya?ml$/i.test(document.file);
  const blanks = statements.flatMap(({ lines, evidence: { passage } }) =>
    lines
      .map(({ start, end }) => passage.text.slice(start, end))
      .flatMap((text) =>
        findBlanks(text)
          .filter(({ kind }) => !isYaml || kind !== "brackets")
          .map(({ start, end }) => text.slice(start, end)),
      ),
  );
  if (blanks.length === 0) return [];
  const named = joinNames([...new Set(blanks)].map((blank) => `“${blank}”`));
  return [`In what is quoted of ${document.short}, ${named} is still to be filled in.`];
}

function tellComparison({ same, facts }: NonNullable<OwnAnswer["comparison"]>): string {
  const names = joinNames(facts.map(({ document }) => document.short));
  const each = facts.map(({ document, words }) => `${words} in ${document.short}`).join(", ");
  return same ? `${names} say the same: ${facts[0]?.words}.` : `${names} differ: ${each}.`;
}

/** What stays unanswered, for the list of what was not found. @param asked the part, without its mark */
export function missingOfOwn({ findings, named }: OwnAnswer, asked: string): string[] {
  return findings.flatMap(({ document, verdict, statements, withheld = [] }) => {
    if (withheld.length > 0)
      return [`${asked}: ${document.short} may say it in a passage that is not quoted.`];
    if (verdict === "blank") return [`${asked}: ${document.short} leaves it blank.`];
    const words = verdict === "unclear" ? " in so many words" : "";
    return named && statements.length === 0
      ? [`${asked}: ${document.short} does not say${words}.`]
      : [];
  });
}
