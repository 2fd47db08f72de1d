// Looks for a word of a claim whose opposite stands in the source: "orally" for "in writing".
import type { Finding } from "../../findings/finding.ts";
import { readWords } from "../../text/word-stems.ts";
import { findAgainst, type SentenceClaim } from "./rule.ts";

/** The two of a pair exclude each other wherever they are said of the same. */
const opposites: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ["writing", "written"],
    ["oral", "orally", "verbal", "verbally"],
  ],
  [["announced"], ["unannounced"]],
  [["internal"], ["external"]],
  [
    ["temporary", "temporarily"],
    ["permanent", "permanently"],
  ],
  [["minimum"], ["maximum"]],
];

/** Share of a claim that a unit must cover: the word itself, and what it is said of in other words, it cannot. */
const aboutTheSame = 0.2;

export function checkOpposites(claim: SentenceClaim): readonly Finding[] {
  if (claim.statement.kind === "advice") return [];
  const close = claim.matches.filter(({ covered }) => covered >= aboutTheSame);
  const [best] = close;
  if (best === undefined) return [];
  const mine = new Set(readWords(claim.statement.text).map(({ text }) => text));
  const theirs = new Set(
    claim.supports.flatMap(({ text, leadIn }) =>
      readWords(`${leadIn ?? ""} ${text}`).map((word) => word.text),
    ),
  );
  const near = new Set(
    close.flatMap(({ unit }) => readWords(`${unit.lead} ${unit.text}`).map(({ text }) => text)),
  );
  const sides = opposites.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
  return sides.flatMap(([said, opposite]) => {
    const claimed = said.find((word) => mine.has(word));
    const stands = opposite.find((word) => near.has(word));
    const bothWays =
      said.some((word) => theirs.has(word)) || opposite.some((word) => mine.has(word));
    if (claimed === undefined || stands === undefined || bothWays) return [];
    const args = { claimed, said: stands };
    return [findAgainst(claim, best.unit.support, "opposite-said", args, { reference: claimed })];
  });
}
