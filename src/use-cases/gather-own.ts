// Takes a part of a question that means own documents; gives what they say of it, looked for in them first.
import { givesOrders } from "../compose/find-orders.ts";
import { compareFacts } from "../compose/own/compare-facts.ts";
import { judgeOwn, mayAnswer, tellPlace } from "../compose/own/judge-own.ts";
import type { OwnAnswer, OwnComparison, OwnFinding } from "../compose/own/own-answer.ts";
import type { LibraryDocument } from "../library/library.ts";
import { groupBy } from "../lists.ts";
import { readAsked, type Asked } from "../plan/asked-kind.ts";
import { readFactAsked } from "../plan/fact-asked.ts";
import type { Meant } from "../plan/meant-documents.ts";
import { answerByFact } from "./answer-by-fact.ts";
import { findOwnPlaces } from "./find-own-places.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { gather } from "../retrieve/gather.ts";
import { ownSearching } from "../retrieve/profiles.ts";
import { answeredFrom, type RankedStatement } from "../score/rank-statements.ts";
import { rankOwn, type OwnDeps, type OwnQuery } from "../score/rank-own.ts";
import { textOfLines } from "../score/statements.ts";
import type { AnswerDeps } from "./answer-deps.ts";

/** Provisions that answer, by whose words own documents are searched as well. */
const provisions = 4;
/** Of documents that nobody named: how many speak, how likely, and how far behind the best (logarithm of odds). */
const unnamed = { documents: 3, behind: 1.6, least: answeredFrom };
/** Others speak for those that are silent only where they surely do. */
const others = { documents: 2, least: answeredFrom + 2 };

type GatherOwnDeps = AnswerDeps & { readonly scorer: OwnDeps };

/** @param law statements of what is no own document, best first */
export async function gatherOwn(
  question: string,
  meant: Meant,
  law: readonly RankedStatement[],
  deps: GatherOwnDeps,
): Promise<OwnAnswer> {
  const query = toQuery(question, meant, law);
  const own = deps.library.documents.filter(
    ({ authority, passageCount }) => authority === "own" && passageCount > 0,
  );
  const { named } = meant;
  const failed = deps.library.documents.filter(isUnread);
  if (named.length === 0) {
    const ranked = await rankAll(own, query, deps);
    const fact = await gatherFact(meant, ranked.quotable, deps);
    if (fact !== null) return fact;
    const findings = foremost(judgeEach(own, ranked, query), unnamed.least);
    const unread = findings.length > 0 ? [] : failed.map(({ file }) => file);
    // What is a figure of the same matter only a question after one tells.
    const comparison = query.asks === undefined ? null : compareFacts(findings, query.asks);
    return { findings, named: false, others: [], unread, comparison: onlyDiffering(comparison) };
  }
  const asked = named.flatMap((id) => own.filter((document) => document.id === id));
  const places = await findOwnPlaces(question, named, meant.topic, deps);
  const findings = (
    await Promise.all(
      asked.map(async (document) => {
        const there = places.statements.get(document.id);
        return there === undefined
          ? judgeAll([document], query, deps, asked.length > 1)
          : [tellPlace(document, there, query.topic)];
      }),
    )
  ).flat();
  const silent = findings.every(({ statements }) => statements.length === 0);
  const rest = silent
    ? await judgeAll(
        own.filter((document) => !named.includes(document.id)),
        query,
        deps,
      )
    : [];
  // One that is named and was read says for itself what it does not say.
  const unread = failed.filter(({ id }) => named.includes(id)).map(({ file }) => file);
  return {
    findings,
    named: true,
    ...(places.only && places.statements.size > 0 ? { placed: true } : {}),
    unread,
    others: foremost(rest, others.least).slice(0, others.documents),
    comparison: compareFacts(findings, query.asks),
  };
}

/**
 * What home.yaml says of it, with what documents say of the same; null where no fact of the home is asked for, or none known.
 * @param ranked statements of own documents, best first
 */
export async function gatherFact(
  { topic, named }: Pick<Meant, "topic" | "named">,
  ranked: readonly RankedStatement[],
  { facts }: Pick<AnswerDeps, "facts">,
): Promise<OwnAnswer | null> {
  const asked = named.length === 0 ? readFactAsked(topic) : null;
  const sheet = asked === null || facts === undefined ? null : await facts();
  return asked === null || sheet === null ? null : answerByFact(asked, sheet, ranked);
}

/** The provider's own, or what could not even be told to be another's. */
function isUnread({ authority, passageCount }: LibraryDocument): boolean {
  return passageCount === 0 && (authority === "own" || authority === "other");
}

/** Losses that may hold the answer: words in pictures, pages and objects. */
const lost = /-not-read$|^pages-|^garbled-text$|^sheet-|^slide-/;

function withLosses(finding: OwnFinding, { problems }: LibraryDocument): OwnFinding {
  if (finding.statements.length > 0) return finding;
  const unread = problems
    .filter(({ code }) => lost.test(code) && code !== "comment-not-read")
    // Up to its last place: what to do about it is told when the file is indexed.
    .map(({ message }) => /^.*”\./.exec(message)?.[0] ?? message);
  return unread.length === 0 ? finding : { ...finding, unread };
}

function toQuery(
  question: string,
  { topic, named }: Meant,
  law: readonly RankedStatement[],
): OwnQuery {
  // "Ages" alone asks for what "what ages" does.
  const asks = kindOf(topic) ?? kindOf(`what ${topic}`) ?? kindOf(question);
  return {
    question,
    topic,
    ...(asks === null ? {} : { asks }),
    ...(named.length === 0 ? { byTitle: true as const } : {}),
    law: law
      .filter(({ score }) => score >= answeredFrom)
      .slice(0, provisions)
      .map((each) => textOfLines(each, each.evidence.passage.text)),
  };
}

/** Yes or no is for the reader to say. */
function kindOf(text: string): Asked | null {
  const asks = readAsked(text);
  return asks?.kind === "ruling" ? null : asks;
}

/** One finding for each document, in their order. */
async function judgeAll(
  documents: readonly LibraryDocument[],
  query: OwnQuery,
  deps: GatherOwnDeps,
  compared = false,
): Promise<OwnFinding[]> {
  return judgeEach(documents, await rankAll(documents, query, deps), query, compared);
}

/** Statements that may be quoted, and those of passages that give orders, best first. */
interface RankedOwn {
  readonly quotable: readonly RankedStatement[];
  readonly withheld: readonly RankedStatement[];
}

async function rankAll(
  documents: readonly LibraryDocument[],
  query: OwnQuery,
  deps: GatherOwnDeps,
): Promise<RankedOwn> {
  if (documents.length === 0) return { quotable: [], withheld: [] };
  const wordings = {
    asked: query.topic,
    others: [query.question, ...query.law],
  };
  const filter = { documentIds: documents.map(({ id }) => id) };
  const evidence = await gather(wordings, deps, ownSearching, filter);
  const rank = (ones: readonly Evidence[]) => rankOwn(query, ones, deps.scorer);
  const hostile = evidence.filter(givesOrders);
  return {
    quotable: await rank(evidence.filter((one) => !hostile.includes(one))),
    withheld: await rank(hostile),
  };
}

function judgeEach(
  documents: readonly LibraryDocument[],
  { quotable, withheld }: RankedOwn,
  query: OwnQuery,
  compared = false,
): OwnFinding[] {
  const byDocument = groupBy(quotable, (statement) => statement.evidence.document.id);
  const hidden = withheld.filter(({ score }) => score > mayAnswer);
  return documents.map((document) => {
    const own = byDocument.get(document.id) ?? [];
    const finding = withLosses(judgeOwn(document, own, query.topic, compared), document);
    const of = hidden.filter(({ evidence }) => evidence.document.id === document.id);
    return of.length === 0 || finding.statements.length > 0
      ? finding
      : { ...finding, withheld: [...new Set(of.map(({ evidence }) => evidence))] };
  });
}

/** Those that speak, best first. @param least score of the best statement of each */
function foremost(findings: readonly OwnFinding[], least: number): OwnFinding[] {
  const speaking = findings
    .filter((finding) => bestOf(finding) >= least)
    .toSorted((a, b) => bestOf(b) - bestOf(a));
  const [best] = speaking;
  return speaking
    .filter((finding) => best && bestOf(best) - bestOf(finding) <= unnamed.behind)
    .slice(0, unnamed.documents);
}

function bestOf({ statements }: OwnFinding): number {
  return statements[0]?.score ?? Number.NEGATIVE_INFINITY;
}

/** That documents which nobody asked to compare say the same needs no saying. */
function onlyDiffering(comparison: OwnComparison | null): OwnComparison | null {
  return comparison?.same === false ? comparison : null;
}
