// Takes a part of a question with its ranked statements; tells which of them give what it asks for, and says so where
// none does.
import type { Asked } from "../plan/asked-kind.ts";
import type { RankedStatement } from "./rank-statements.ts";

/** A part that asks for a thing of a kind, if it does. */
interface AskingPart {
  readonly heading: string | null;
  readonly asks?: Asked;
  readonly ranked: readonly RankedStatement[];
}

/**
 * A thing is in connection with what is asked from this on: the share of the question's telling words that stand by it,
 * and so much of the closeness of the subject that stands for its provision.
 */
const connected = { from: 0.5, subject: 0.25 };
/** Everyday words share few with the law: there the nearest subject tells, of a statement this little behind the best (logarithm of odds). */
const ofSubject = { from: 0.85, behind: 1 };
/**
 * Behind the best (logarithm of odds): a statement this near may be brought in, or open the answer, for what it holds;
 * one further away than `silent` is about another matter. Between the two the documents may say it, and nothing is said.
 */
const behind = { brought: 1.5, silent: 4 };

/** Tells of a part's statements whether they give what is asked for, in connection with what the question is about. */
function createGives({ asks, ranked }: AskingPart): (statement: RankedStatement) => boolean {
  const best = ranked[0]?.score ?? 0;
  return ({ gives, features, score }) => {
    if (gives === undefined) return false;
    if (!isThing(asks) || gives + connected.subject * features.subject >= connected.from)
      return true;
    return features.subject >= ofSubject.from && score >= best - ofSubject.behind;
  };
}

/** Kinds that a statement gives by a figure or a word for one, not by being a rule. */
function isThing(asks: Asked | undefined): asks is Asked {
  return asks !== undefined && asks.kind !== "ruling" && asks.kind !== "occasion";
}

/** Those that give what is asked for, where some do: one of them opens the answer. */
export function preferGiven(
  chosen: readonly RankedStatement[],
  part: AskingPart,
): readonly RankedStatement[] {
  if (!isThing(part.asks)) return chosen;
  const gives = createGives(part);
  const least = (part.ranked[0]?.score ?? 0) - behind.brought;
  const given = chosen.filter((statement) => statement.score >= least && gives(statement));
  return given.length > 0 ? given : chosen;
}

/**
 * The best statement that gives what is asked for, where none of those chosen does and it is not far behind the best;
 * what it hangs on comes with it.
 */
export function findGiven(part: AskingPart, chosen: readonly RankedStatement[]): RankedStatement[] {
  const { asks, ranked } = part;
  const gives = createGives(part);
  if (!isThing(asks) || chosen.some(gives)) return [];
  const least = (ranked[0]?.score ?? 0) - behind.brought;
  const given = ranked.find((statement) => statement.score >= least && gives(statement));
  return given === undefined ? [] : [given];
}

/** Whether it asks for a thing that none of the statements printed gives, nor any that may be about it. */
export function isNotGiven(part: AskingPart, printed: readonly RankedStatement[]): boolean {
  if (part.asks === undefined) return false;
  const gives = createGives(part);
  const least = (part.ranked[0]?.score ?? 0) - behind.silent;
  const near = part.ranked.filter(({ score }) => score >= least);
  return ![...printed, ...(isThing(part.asks) ? near : [])].some(gives);
}

/** "How wide must a door be: the documents do not say how wide." */
export function sayNotGiven(
  { heading, asks }: Pick<AskingPart, "heading" | "asks">,
  question: string,
): string {
  const asked = (heading ?? question).replace(/[.?!]+$/, "");
  const words = asks?.words ?? "this";
  return /^what\b/.test(words)
    ? `${asked}: the documents do not give it.`
    : `${asked}: the documents do not say ${words}.`;
}
