// Takes what is asked of the provider's own documents and their passages; gives their statements, those that say it first.
//
// A policy says things in words of its own, and has a few dozen statements: the best of them is always some way near. So
// they are compared with what is asked alone, without the words that name the document, and with the law that answers.
import type { TextRange } from "../text/sentences.ts";
import { contentStemList } from "../text/content-stems.ts";
import type { Asked } from "../plan/asked-kind.ts";
import { holdsKind } from "../plan/holds-kind.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { byPlace } from "./sieve.ts";
import type { MatchStatements } from "./match-statements.ts";
import type { MeasureNearness } from "./nearness.ts";
import { findOwnStatements } from "./own-statements.ts";
import { answeredFrom, type RankedStatement } from "./rank-statements.ts";
import { textOfLines } from "./statements.ts";

export interface OwnQuery {
  readonly question: string;
  /** What is asked of the documents. */
  readonly topic: string;
  /** Where that stands in the question as one piece; null where it does not. */
  readonly focus: TextRange | null;
  readonly asks?: Asked;
  /** Texts of the provisions that answer, best first, with the logarithm of their odds. */
  readonly law: readonly { readonly text: string; readonly score: number }[];
}

/** Statements that are put through the model. */
const compared = 40;
/** A nearness from which on a statement answers, and how fast it gets likelier. */
const nearEnough = 0.465;
const slope = 20;
/** The share of what is asked that it says in the same words, and holding the kind of thing asked for, or not. */
const worth = { words: 0.08, holds: 0.06, lacks: -0.05 };
/**
 * By the law's words instead of the question's: what a statement must have with provisions that speak of the matter in
 * the question's words, and with one that likely answers it in others.
 */
const byLaw = { sameWords: 0.345, likely: 0.42, odds: 0.5, longest: 600 };

/** Best first; the score is what `answeredFrom` is compared with, as of all statements. */
export async function rankOwn(
  query: OwnQuery,
  evidence: readonly Evidence[],
  deps: { readonly match: MatchStatements; readonly nearness: MeasureNearness },
): Promise<RankedStatement[]> {
  const all = await sieveOwn(query, evidence, deps.match);
  const texts = all.map(({ titled }) => titled);
  if (texts.length === 0) return [];
  const { question, topic, focus, asks } = query;
  const near = await deps.nearness(topic, texts);
  const inContext = focus === null ? near : await deps.nearness(question, texts, focus);
  const byLawOf = await compareWithLaw(query, texts, deps.nearness);
  const wanted = new Set(contentStemList(topic));
  return all
    .map((each, i): RankedStatement => {
      const { statement, evidence: found, text, titled } = each;
      const shared = contentStemList(titled).filter((stem) => wanted.has(stem));
      const said = new Set(shared).size / Math.max(1, wanted.size);
      const holds = asks !== undefined && holdsKind(text, asks);
      const kind =
        asks === undefined || asks.kind === "ruling" ? 0 : holds ? worth.holds : worth.lacks;
      const own = ((near[i] ?? 0) + (inContext[i] ?? 0)) / 2 + worth.words * said + kind;
      const ahead = Math.max(own - nearEnough, byLawOf(i));
      return {
        ...statement,
        evidence: found,
        unit: `${found.document.id}#${found.passage.trail.join("›")}`,
        holds,
        score: answeredFrom + slope * ahead,
      };
    })
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        byPlace({ statement: a, evidence: a.evidence }, { statement: b, evidence: b.evidence }),
    );
}

/** How far ahead of near enough a text is by the provisions that answer. */
async function compareWithLaw(
  { law, topic }: OwnQuery,
  texts: readonly string[],
  nearness: MeasureNearness,
): Promise<(index: number) => number> {
  const same = speaksOfAll(law, topic);
  const telling = law.filter(({ score }) => same || score >= byLaw.odds);
  const least = same ? byLaw.sameWords : byLaw.likely;
  const near = await Promise.all(
    telling.map(({ text }) => nearness(text.slice(0, byLaw.longest), texts)),
  );
  return (index) => Math.max(-1, ...near.map((list) => (list[index] ?? 0) - least));
}

/** The law has every word that tells what is asked: "measures of control". */
function speaksOfAll(law: OwnQuery["law"], topic: string): boolean {
  const has = new Set(law.flatMap(({ text }) => contentStemList(text)));
  const stems = contentStemList(topic);
  return stems.length > 0 && stems.every((stem) => has.has(stem));
}

async function sieveOwn(
  { topic, question, law, asks }: OwnQuery,
  evidence: readonly Evidence[],
  match: MatchStatements,
) {
  const passages = evidence.map(({ passage }) => ({
    passage,
    statements: findOwnStatements(passage),
  }));
  const asked = {
    asked: topic,
    others: [question, ...law.slice(0, 2).map(({ text }) => text)],
    ...(asks ? { asks } : {}),
  };
  const matches = await match(asked, passages);
  return evidence
    .flatMap((found, i) =>
      (passages[i]?.statements ?? []).map((statement, j) => {
        const text = textOfLines(statement, found.passage.text);
        const title = found.passage.trail.at(-1);
        const titled = title === undefined ? text : `${title}. ${text}`;
        return { statement, evidence: found, text, titled, worth: matches[i]?.[j] ?? 0 };
      }),
    )
    .toSorted((a, b) => b.worth - a.worth || byPlace(a, b))
    .slice(0, compared);
}
