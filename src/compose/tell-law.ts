// Takes a draft and what own documents say beside the law on it; gives the draft with a line for each such pair, which
// says whether the own words fall short, contradict, meet or go beyond the provision quoted with them.
import {
  claimsOf,
  quotesOf,
  type Draft,
  type DraftClaim,
  type DraftSection,
  type Quote,
} from "../draft/draft.ts";
import { nameAt, quotePart, strong, words } from "../draft/line-parts.ts";
import { authorityWords } from "../draft/authorities.ts";
import type { Verdict } from "../facts/compare-times.ts";
import { shorten } from "../verify/check-statement.ts";
import { firstOfEach } from "../lists.ts";
import type { LawComparison } from "./law-comparison.ts";

const verdictWords: Readonly<Record<Verdict, string>> = {
  "falls-short": "Falls short of",
  contradicts: "Contradicts",
  meets: "Meets",
  "goes-beyond": "Goes beyond",
};

/** Gravest first, of what was asked and of what is only quoted beside it. */
const order: readonly Verdict[] = ["contradicts", "falls-short", "meets", "goes-beyond"];

/** So many lines stand in one answer. */
const most = 5;

/**
 * Each stands behind the first claim that quotes its own words; where none does and it was asked, it opens the answer, or
 * stands under what own documents say where the question asks what has to be done.
 */
export function tellLaw(draft: Draft, compared: readonly LawComparison[]): Draft {
  const chosen = choose(draft, compared);
  const claims = chosen.map((one) => ({ one, claim: toClaim(one) }));
  const quoting = new Map<DraftClaim, DraftClaim[]>();
  const opening: DraftClaim[] = [];
  const beside: DraftClaim[] = [];
  for (const { one, claim } of claims) {
    const behind = claimsOf(draft).find((other) => quotes(other, one.own));
    if (behind === undefined) (one.opens ? opening : beside).push(claim);
    else quoting.set(behind, [...(quoting.get(behind) ?? []), claim]);
  }
  const place = (all: readonly DraftClaim[]) =>
    all.flatMap((claim) => [claim, ...(quoting.get(claim) ?? [])]);
  const placeAll = (section: DraftSection): DraftSection => ({
    ...section,
    groups: section.groups.map((group) => ({ ...group, claims: place(group.claims) })),
  });
  return {
    ...draft,
    direct: [...opening, ...place(draft.direct)],
    sections: addOwn(draft.sections.map(placeAll), beside),
  };
}

/** Under what own documents say, of the last part that has such a heading or else of the last. */
function addOwn(
  sections: readonly DraftSection[],
  claims: readonly DraftClaim[],
): readonly DraftSection[] {
  if (claims.length === 0) return sections;
  const title = authorityWords.own.section;
  const holds = ({ groups }: DraftSection) => groups.some((group) => group.title === title);
  const at = Math.max(sections.findLastIndex(holds), 0);
  const { heading, groups } = sections[at] ?? { heading: null, groups: [] };
  const own = groups.find((group) => group.title === title);
  const all = { title, claims: [...(own?.claims ?? []), ...claims] };
  const others = groups.filter((group) => group !== own);
  const added = { heading, groups: [...others, all] };
  return sections.length === 0 ? [added] : sections.with(at, added);
}

function choose(draft: Draft, compared: readonly LawComparison[]): LawComparison[] {
  const belonging = compared.filter(
    ({ asked, own }) => asked || claimsOf(draft).some((claim) => quotes(claim, own)),
  );
  const sorted = belonging.toSorted(
    (a, b) =>
      Number(b.asked) - Number(a.asked) ||
      order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
      b.likelihood - a.likelihood,
  );
  // Law and guidance on one matter are both told by the law.
  return firstOfEach(sorted, ({ own, said }) => `${placeOf(own)}|${said.own}`).slice(0, most);
}

function placeOf({ evidence, start, end }: Quote): string {
  return `${evidence.passage.id}:${start}-${end}`;
}

function quotes(claim: DraftClaim, { evidence, start, end }: Quote): boolean {
  return claim.lines
    .flatMap(quotesOf)
    .some(
      (quote) =>
        quote.evidence.passage.id === evidence.passage.id && quote.start < end && start < quote.end,
    );
}

/** Own words in a label, in characters. */
const longestTold = 90;

/** A name longer than this, in characters, stands in the quotation and not in the label as well. */
const longestName = 24;

/** "Regulation 35(3)(a)"; of a document with a long name the place alone. */
function shortName({ evidence, start }: Quote): string {
  const { text } = nameAt(evidence, start);
  const { short } = evidence.document;
  const place = text.startsWith(`${short}, `) ? text.slice(short.length + 2) : text;
  return short.length > longestName ? place : text;
}

/** "**Falls short of the law (72 hours; Regulation 35(3)(a): 24 hours):** Plan 5.8: “…”; Regulation 35(3)(a): “…”". */
function toClaim({ verdict, own, law, said }: LawComparison): DraftClaim {
  const { authority } = law.evidence.document;
  const lawName = nameAt(law.evidence, law.start);
  const short = shortName(law);
  const quoted = `“${shorten(said.own.replace(/[.;,]$/, ""), longestTold)}”`;
  const figures = said.law === "" ? ` (${quoted})` : ` (${said.own}; ${short}: ${said.law})`;
  const label = `${verdictWords[verdict]} ${authority === "legislation" ? "the law" : "guidance"}${figures}:`;
  return {
    authority: own.evidence.document.authority,
    lines: [
      {
        depth: 0,
        parts: [strong(label), nameAt(own.evidence, own.start), words(":"), quotePart(own)],
        rests: [own, law],
      },
      { depth: 1, parts: [lawName, words(":"), quotePart(law)] },
    ],
  };
}
