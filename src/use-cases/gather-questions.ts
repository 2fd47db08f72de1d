// Takes questions and an open library; gives each taken apart, with what the library has for each of its parts.
import { findSuperseded } from "../annotate/editions.ts";
import { findUnmet } from "../compose/find-unmet.ts";
import { findSurveyed } from "../compose/surveyed.ts";
import { givesOrders } from "../compose/find-orders.ts";
import type { GatheredPart } from "../compose/engine.ts";
import { leaveOutHomes, readMeant, readMeantByPart, type Meant } from "../plan/meant-documents.ts";
import {
  orderText,
  planQuestion,
  type QuestionPart,
  type QuestionPlan,
} from "../plan/plan-question.ts";
import { wordingsOf } from "../plan/wordings.ts";
import { findUnheld } from "../retrieve/follow-references.ts";
import { gather } from "../retrieve/gather.ts";
import { answering } from "../retrieve/profiles.ts";
import { createMatcher } from "../score/match-statements.ts";
import {
  answeredFrom,
  isAnswered,
  rankStatements,
  type RankedStatement,
} from "../score/rank-statements.ts";
import type { OwnDeps } from "../score/rank-own.ts";
import type { AnswerDeps } from "./answer-deps.ts";
import { contentStemList } from "../text/content-stems.ts";
import type { LawComparison } from "../compose/law-comparison.ts";
import { answersByOwn, type OwnAnswer, type OwnFinding } from "../compose/own/own-answer.ts";
import { findInQuestion } from "../homes/find-name.ts";
import { firstOfEach } from "../lists.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { speaksOf, type Names } from "../plan/read-names.ts";
import { openNorms } from "../facts/open-norms.ts";
import { findNames, findSpokenOf } from "./find-names.ts";
import { compareWithLaw } from "./compare-with-law.ts";
import { gatherFact, gatherOwn } from "./gather-own.ts";
import { leaveOutNames } from "./leave-out-names.ts";

export interface GatheredQuestion {
  readonly plan: QuestionPlan;
  readonly parts: readonly GatheredPart[];
}

/** One after the other, each when it is asked for. @param write a text is to be written, whether or not one is ordered */
export async function* gatherQuestions(
  questions: readonly string[],
  deps: AnswerDeps,
  write = false,
): AsyncGenerator<GatheredQuestion> {
  const replaced = findReplacedLaw(deps);
  const { nearness, likeness } = deps;
  const scorer = { match: createMatcher(deps.embedder, deps.library), nearness, likeness };
  const norms = openNorms(deps.library, (id) => replaced.has(id));
  for (const question of questions) {
    deps.signal?.throwIfAborted();
    const planned = planQuestion(question);
    const plan = write ? orderText(planned) : planned;
    const { asked = plan.question } = plan;
    const parts = plan.parts.map(async (part) => {
      const gathered = await gatherPart(part, asked, replaced, { ...deps, scorer });
      return withCompared(
        gathered,
        await compareWithLaw(gathered, asked, { ...deps, norms }, plan.asked !== undefined),
      );
    });
    yield { plan, parts: await Promise.all(parts) };
  }
}

/** Law with this score likely tells what may be done (logarithm of odds). */
const likely = 0;

type PartDeps = AnswerDeps & { readonly scorer: OwnDeps };

/** The evidence for one part with its statements ranked, and whether it bears on it at all. */
async function gatherPart(
  given: QuestionPart,
  question: string,
  replaced: ReadonlySet<string>,
  deps: PartDeps,
): Promise<GatheredPart> {
  const all = await findNames(given.query, deps.library);
  const spoken = await findSpokenOf([...all.asked, ...all.told], deps.library, ["own"]);
  const homes = findDeclared(question, deps);
  const ours = [...homes, ...spoken];
  const meant = findMeant(given, question, { ours, homes }, deps);
  const names = withoutOwn(all, ours, meant, deps);
  const found = await gatherRanked(
    await leaveOutNames(given, names, deps.library),
    names,
    replaced,
    deps,
  );
  if (meant === null) return withFact(found, given.heading ?? question, deps);
  const law = found.ranked.filter(({ evidence }) => evidence.document.authority !== "own");
  const asked = given.heading === null ? question : given.query;
  const own = await gatherOwn(asked, meant, law, deps);
  // Where nobody named a document and none says it, the law answers as if none were there.
  const lawTells = meant.mayBe && (law[0]?.score ?? Number.NEGATIVE_INFINITY) >= likely;
  const mayBeUnread = meant.ours && own.unread.length > 0;
  if (!own.named && own.placed !== true && (lawTells || !(answersByOwn(own) || mayBeUnread)))
    return found;
  if (!meant.ours && !isOwnMatter(own, law)) return found;
  // The law tells nothing of a document's version, or of its section 3.
  const ofOwn = meant.ofItself || own.placed === true;
  const ranked = found.bears && isAnswered(law) && !ofOwn ? law : [];
  const bears = ranked.length > 0 || answersByOwn(own);
  const hidden = own.findings.flatMap(({ withheld: of = [] }) => of);
  const withheld = [...(found.withheld ?? []), ...hidden];
  return { ...found, evidence: withOwn(found.evidence, own), ranked, bears, own, withheld };
}

/** A home without documents has its home.yaml all the same. */
async function withFact(part: GatheredPart, asked: string, deps: PartDeps): Promise<GatheredPart> {
  if (deps.library.documents.some(({ authority }) => authority === "own")) return part;
  const own = await gatherFact({ topic: asked, named: [] }, [], deps);
  if (own === null) return part;
  return { ...part, evidence: withOwn(part.evidence, own), ranked: [], bears: true, own };
}

/** How much likelier a home's document must answer than the law, where nobody says whose matter it is (logarithm of odds). */
const aheadOfLaw = 1.1;

/** "How much pocket money do children get?" One document says it, and the law hardly does. */
function isOwnMatter({ findings }: OwnAnswer, law: readonly RankedStatement[]): boolean {
  const said = findings[0]?.statements[0]?.score ?? Number.NEGATIVE_INFINITY;
  return said >= Math.max(answeredFrom, law[0]?.score ?? answeredFrom) + aheadOfLaw;
}

/** Where a document was taken for silent, what of it stands beside the law that was asked about is what it says. */
function withCompared(part: GatheredPart, compared: readonly LawComparison[]): GatheredPart {
  if (compared.length === 0) return part;
  const { own } = part;
  if (own === undefined) return { ...part, compared };
  const findings = own.findings.map((finding): OwnFinding => {
    const said = compared.filter(
      ({ asked, own: quote }) => asked && quote.evidence.document.id === finding.document.id,
    );
    const isSilent = finding.verdict === "silent" || finding.verdict === "unclear";
    if (!isSilent || said.length === 0) return finding;
    return { ...finding, verdict: "says", nearest: null };
  });
  return { ...part, own: { ...own, findings }, compared };
}

/** The passages of what own documents say stand in front, as likely as the best. */
function withOwn(evidence: readonly Evidence[], own: OwnAnswer): Evidence[] {
  const score = Math.max(...evidence.map((each) => each.score), 1);
  const said = own.findings.flatMap(({ statements }) => statements.map((each) => each.evidence));
  const brought = firstOfEach(said, ({ passage }) => passage.id).map((each) => ({
    ...each,
    score,
  }));
  const known = new Set(brought.map(({ passage }) => passage.id));
  return [...brought, ...evidence.filter(({ passage }) => !known.has(passage.id))];
}

/** Names of homes that charm.yaml tells of, as the question writes them. */
function findDeclared(question: string, { homes = [] }: AnswerDeps): string[] {
  return homes.flatMap((home) =>
    findInQuestion(home, question).map(({ start, end }) => question.slice(start, end)),
  );
}

/** What a part means of own documents; a part that names none goes on with those that the question names. */
function findMeant(
  { query, heading, carried }: QuestionPart,
  question: string,
  { ours, homes }: { readonly ours: readonly string[]; readonly homes: readonly string[] },
  { library: { documents } }: AnswerDeps,
): Meant | null {
  const whole = readMeant(question, documents, ours);
  const meant =
    heading === null
      ? whole
      : readMeantByPart(
          { part: heading, query, leans: carried !== undefined, whole },
          documents,
          ours,
        );
  return meant === null ? null : leaveOutHomes(meant, homes);
}

/** The home's own name and those of its documents need not be met by law. */
function withoutOwn(
  { neighbours, asked, told }: Names,
  ours: readonly string[],
  meant: Meant | null,
  { library }: AnswerDeps,
): Names {
  const titles = library.documents.filter(({ id }) => meant?.named.includes(id));
  const isOurs = (name: string) =>
    ours.includes(name) || titles.some(({ title, short }) => speaksOf(`${title} ${short}`, name));
  return { neighbours, asked: asked.filter((name) => !isOurs(name)), told };
}

async function gatherRanked(
  part: QuestionPart,
  { neighbours, asked }: Names,
  replaced: ReadonlySet<string>,
  deps: PartDeps,
): Promise<GatheredPart> {
  const wordings = wordingsOf(part);
  const gathered = await gather(wordings, deps, answering);
  const evidence = gathered.filter(({ document }) => !replaced.has(document.id));
  const unheld = findUnheld(part.query, await deps.references());
  const unmet = unheld.length > 0 ? unheld : findUnmet(evidence, { neighbours, asked });
  if (unmet.length > 0) {
    // What a document speaks of elsewhere is not unknown to the library, however little it answers here.
    const names = unheld.length > 0 ? [] : unmet.filter((name) => asked.includes(name));
    const spoken = await findSpokenOf(names, deps.library);
    const unknown = unmet.filter((name) => !spoken.includes(name));
    return { ...part, evidence, ranked: [], bears: false, unmet: unknown, withheld: [] };
  }
  const hostile = evidence.filter(givesOrders);
  const quotable = evidence.filter((one) => !hostile.includes(one));
  const ranked = await rankStatements(wordings, quotable, deps.scorer);
  const withheld = await findAnswering(wordings, hostile, deps);
  const { query, heading } = part;
  // "Why?" asks for nothing that statements could be near to.
  const asksSomething = contentStemList(query).length > 0;
  const answered = isAnswered(ranked) || findSurveyed(heading ?? query, ranked).length > 0;
  const bears = asksSomething && answered;
  return { ...part, evidence, ranked, bears, unmet, withheld };
}

/** Of passages that are not quoted, those that likely answer: only their want needs to be told. */
async function findAnswering(
  wordings: ReturnType<typeof wordingsOf>,
  evidence: readonly Evidence[],
  { scorer }: PartDeps,
): Promise<Evidence[]> {
  if (evidence.length === 0) return [];
  const ranked = await rankStatements(wordings, evidence, scorer);
  return evidence.filter((one) =>
    ranked.some((statement) => statement.evidence === one && statement.score >= answeredFrom),
  );
}

/** Ids of prints of a law of which the library holds a later one: what they say may no longer be the law. */
function findReplacedLaw({ library }: AnswerDeps): ReadonlySet<string> {
  const laws = library.documents.filter(({ authority }) => authority === "legislation");
  return new Set(findSuperseded(laws).map(({ older }) => older.id));
}
