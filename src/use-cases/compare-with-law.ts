// Takes a part of a question and what was found for it; gives what own documents say of its matter beside the law on it,
// and how the two stand to each other: found from the own words that answer, and from the law that does.
import type { GatheredPart } from "../compose/engine.ts";
import type { LawComparison } from "../compose/law-comparison.ts";
import { givesOrders } from "../compose/find-orders.ts";
import type { Quote } from "../draft/draft.ts";
import type { Norm } from "../facts/norms.ts";
import { findInQuestion } from "../homes/find-name.ts";
import { bestOfEach, firstOfEach } from "../lists.ts";
import { findMentions } from "../plan/mentions.ts";
import { isWithin, paragraphOf } from "../place/address.ts";
import { bringEvidence } from "../retrieve/bring-evidence.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { answeredFrom } from "../score/rank-statements.ts";
import { readQuantities } from "../text/quantities.ts";
import { findSentences } from "../text/sentences.ts";
import type { AnswerDeps } from "./answer-deps.ts";
import { judgeEvidence, repeatsFigure } from "./judge-said.ts";

/** Law this far behind the best is still what was asked (logarithm of odds). */
const askedWithin = 1.2;
/** By how many provisions own documents are searched, how many passages each, and how many are read in all. */
const most = { provisions: 8, each: 3, passages: 16 };

export interface CompareDeps extends AnswerDeps {
  readonly norms: () => Promise<readonly Norm[]>;
}

/**
 * @param isJudged the question asks whether something is as it should be, and can only mean own documents: "is that quick
 *   enough?"
 */
export async function compareWithLaw(
  part: GatheredPart,
  question: string,
  deps: CompareDeps,
  isJudged = false,
): Promise<LawComparison[]> {
  const { library, subjects, known } = deps;
  const own = library.documents.filter(
    ({ authority, passageCount }) => authority === "own" && passageCount > 0,
  );
  if (own.length === 0 || subjects === undefined || known === undefined) return [];
  const meant = isJudged || meansOwn(question, deps);
  const { answering, quoted } = ownEvidence(part, meant);
  const figures = readQuantities(question).flatMap(({ kind, words }) =>
    kind === "time" ? [words.toLowerCase()] : [],
  );
  if (!meant && quoted.length === 0 && figures.length === 0) return [];
  const norms = await deps.norms();
  const isAsked = await readAsked(part, norms, subjects);
  const named =
    part.own?.named === true ? part.own.findings.map(({ document }) => document.id) : [];
  const searched = named.length > 0 ? named : own.map(({ id }) => id);
  const found = meant ? await findByLaw(norms.filter(isAsked), searched, deps) : [];
  const repeating = await findFigures(figures, searched, deps);
  const evidence = firstOfEach([...quoted, ...repeating, ...found], ({ passage }) => passage.id)
    .filter((one) => !givesOrders(one) && searched.includes(one.document.id))
    .slice(0, most.passages);
  const asks = { question: part.heading ?? question, answering, quoted, isAsked, figures };
  const judged = await judgeEvidence(evidence, norms, asks, { ...deps, known });
  const opens = !asksDuty.test(question);
  const comparisons = await Promise.all(
    judged.map(async ({ said, judgement, asked: isMeant }): Promise<LawComparison[]> => {
      const law = await quoteNorm(judgement.norm, deps);
      const { verdict, norm, likelihood } = judgement;
      const repeats = repeatsFigure(said.sentence, figures);
      const asked = (isMeant && meant) || repeats;
      return law === null
        ? []
        : [{ verdict, norm, likelihood, own: said.whole, law, said: judgement.said, asked, opens }];
    }),
  );
  return comparisons.flat();
}

type Subjects = NonNullable<AnswerDeps["subjects"]>;

/** What has to be done the law tells first, whatever a plan says. */
const asksDuty =
  /\b(?:must|shall|should|needs? to|(?:has|have) to|required?|requires|requirements?)\b/i;

/** By "our", or by the name of one of them or of the home, whatever else it asks. */
function meansOwn(question: string, { library, homes = [] }: CompareDeps): boolean {
  return (
    /\b(?:we|us|ours?)\b/i.test(question) ||
    homes.some((home) => findInQuestion(home, question).length > 0) ||
    findMentions(question, library.documents).length > 0
  );
}

/** What the law that answers binds to, and what the question asks for in words that are known. */
async function readAsked(
  { ranked, query, heading }: GatheredPart,
  norms: readonly Norm[],
  subjects: Subjects,
): Promise<(norm: Norm) => boolean> {
  const [best] = ranked;
  const answering = ranked.filter(
    ({ score }) => score >= answeredFrom && score >= (best?.score ?? 0) - askedWithin,
  );
  const paragraphs = answering.flatMap(({ evidence, lines }) =>
    lines.flatMap(({ start }) => {
      const span = evidence.passage.spans.find((one) => one.start <= start && start < one.end);
      const address = span?.address ?? null;
      return address === null
        ? []
        : [{ documentId: evidence.document.id, address: paragraphOf(address) }];
    }),
  );
  const { provisions } = await subjects([heading ?? query]);
  const nearest = provisions[0]?.similarity ?? 0;
  const known = provisions.filter(({ similarity }) => similarity >= Math.max(0.5, nearest - 0.05));
  const asked = new Set(
    norms.filter(
      ({ document, addresses }) =>
        paragraphs.some(
          (one) =>
            one.documentId === document.id &&
            addresses.some((address) => isWithin(address, one.address)),
        ) ||
        known.some(
          (one) =>
            (one.source === "guide") === (document.authority !== "legislation") &&
            addresses.some(
              (address) => isWithin(one.address, address) || isWithin(address, one.address),
            ),
        ),
    ),
  );
  return (norm) => asked.has(norm);
}

interface OwnEvidence {
  /** Passages that answer. */
  readonly answering: readonly Evidence[];
  /** All that an answer may quote. */
  readonly quoted: readonly Evidence[];
}

/** Passages of own documents that an answer may quote. */
function ownEvidence({ own, ranked, evidence }: GatheredPart, meant: boolean): OwnEvidence {
  const said = own?.findings.flatMap(({ statements }) => statements) ?? [];
  const likely = ranked.filter(
    ({ evidence: one, score }) => one.document.authority === "own" && score >= answeredFrom,
  );
  const found = meant
    ? evidence.filter(({ document }) => document.authority === "own").slice(0, most.each)
    : [];
  const answering = [...said, ...likely].map((statement) => statement.evidence);
  return { answering, quoted: [...answering, ...found] };
}

/** Passages of own documents that come near to what the law says. */
async function findByLaw(
  norms: readonly Norm[],
  documentIds: readonly string[],
  { library, embedder }: CompareDeps,
): Promise<Evidence[]> {
  const texts = [...new Set(norms.map(({ texts: [text = ""] }) => text))];
  const found = await Promise.all(
    texts
      .slice(0, most.provisions)
      .map((text) => retrieve(library, embedder, text, { k: most.each, filter: { documentIds } })),
  );
  const all = found.flat();
  return bestOfEach(
    all,
    ({ passage }) => passage.id,
    (one, held) => one.score > held.score,
  ).toSorted((a, b) => b.score - a.score);
}

/** Passages of own documents with a time that the question gives: "Does 72 hours fit?" */
async function findFigures(
  figures: readonly string[],
  documentIds: readonly string[],
  { library }: CompareDeps,
): Promise<Evidence[]> {
  const hits = await Promise.all(
    figures.map((words) => library.searchText(words, most.passages, { documentIds })),
  );
  const ids = [...new Set(hits.flat().map(({ id }) => id))];
  const passages = (await library.passages(ids)).filter(({ text }) =>
    figures.some((words) => text.toLowerCase().includes(words)),
  );
  return bringEvidence(passages, library, () => 0).slice(0, most.each);
}

/** The words that bind: all of a provision of law, the sentence of a paragraph of guidance. */
async function quoteNorm(
  { document, sentence, fact }: Norm,
  { library }: CompareDeps,
): Promise<Quote | null> {
  const { ordinal } = sentence.provision;
  const passages = await library.passagesHolding([
    { documentId: document.id, from: ordinal, to: ordinal },
  ]);
  const quotes = bringEvidence(passages, library, () => 0)
    .filter((evidence) => !givesOrders(evidence))
    .flatMap((evidence) => {
      const { text, spans } = evidence.passage;
      return spans
        .filter(({ provision, kind }) => provision === ordinal && kind !== "footnote")
        .flatMap(({ start, end }) =>
          findSentences(text.slice(start, end)).map((one) => ({
            evidence,
            start: start + one.start,
            end: start + one.end,
          })),
        );
    });
  const binding = quotes.find(
    ({ evidence, start, end }) =>
      fact === null ||
      evidence.passage.text.slice(start, end).replaceAll(/\s+/g, " ").includes(fact.words),
  );
  return binding ?? null;
}
