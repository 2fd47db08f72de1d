// Gathers what an answer may rest on: ranked passages, and the rest of the provisions that rank best.
import { familyOf } from "../place/address.ts";
import type { Authority } from "../document.ts";
import type { Library } from "../library/library.ts";
import { bestOfEach } from "../lists.ts";
import type { QuestionPart } from "../plan/plan-question.ts";
import { readSurvey } from "../plan/survey.ts";
import { wordingsOf } from "../plan/wordings.ts";
import { fieldTitle, isFieldLaw } from "../references/known-instruments.ts";
import { bringEvidence } from "../retrieve/bring-evidence.ts";
import {
  bringSubjects,
  spreadSubjects,
  type SubjectCloseness,
} from "../retrieve/bring-subjects.ts";
import { bringDelegatedLists } from "../retrieve/delegated-lists.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { findNamedPassages, followReferences } from "../retrieve/follow-references.ts";
import { attachLeadIns } from "../retrieve/lead-ins.ts";
import { byScore, mergeEvidence } from "../retrieve/merge-evidence.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { scoreUnits, answeringUnitOf } from "../retrieve/score-units.ts";
import { placeSubjects } from "../retrieve/subjects/place-subjects.ts";

/** Passages ranked for a query, and how many of them are looked at: in all, and of each authority. */
const pool = { ranked: 150, best: 40, each: 15 };
/** How many of the best regulations or headings are completed, and how far around a passage their rest is sought. */
const complete = { units: 4, reach: 6 };
/** A passage found by a variant of the question counts this much. */
const variantShare = 0.97;
/** A passage brought in by its unit counts this much of the unit's best. */
const completedShare = 0.8;

export interface Gathered {
  /** Nothing out of force, nothing from documents that are not trusted. Best first. */
  readonly evidence: readonly Evidence[];
  /** Similarity of the nearest subject whose provision the library holds; null where none is known. */
  readonly subject: number | null;
}

export async function gatherEvidence(
  part: Pick<QuestionPart, "query" | "variants">,
  deps: EvidenceDeps,
): Promise<Gathered> {
  const { asked, others } = wordingsOf(part);
  const wordings = [asked[0] ?? part.query, ...others, ...asked.slice(1)];
  const { library, embedder } = deps;
  const [references, ...rankings] = await Promise.all([
    deps.references(),
    ...wordings.map((text) => retrieve(library, embedder, text, { k: pool.ranked })),
  ]);
  const pooled = poolEvidence(joinRankings(rankings).filter(isUsable));
  const best = pooled[0]?.score ?? 1;
  const matches = (await deps.subjects?.([part.query, ...part.variants])) ?? [];
  const subjects = placeSubjects(matches, references);
  const closeness = spreadSubjects(subjects, references);
  const [named, referred, ofSubjects] = await Promise.all([
    findNamedPassages(part.query, best, library, references),
    followReferences(pooled, library, references),
    bringSubjects(subjects, closeness, best, library, references),
  ]);
  const merged = mergeEvidence(pooled, [...named, ...referred, ...ofSubjects].filter(isUsable));
  const brought = await Promise.all([
    completeUnits(merged, library),
    bringDelegatedLists(merged, library),
    bringSurveyed(part.query, best, library),
  ]);
  const whole = mergeEvidence(merged, brought.flat().filter(isUsable));
  const attached = dropReprints(whole).map((evidence) => attachSubjects(evidence, closeness));
  return {
    evidence: await attachLeadIns(attached, library),
    subject: subjects[0]?.similarity ?? null,
  };
}

function attachSubjects(evidence: Evidence, closeness: SubjectCloseness): Evidence {
  const subjects = closeness.get(evidence.document.id);
  return subjects === undefined ? evidence : { ...evidence, subjects };
}

/** A passage counts by the wording that finds it best; later wordings count a little less. */
function joinRankings([first = [], ...later]: readonly (readonly Evidence[])[]): Evidence[] {
  const further = later.flat().map((each) => ({ ...each, score: variantShare * each.score }));
  const best = bestOfEach(
    [...first, ...further],
    ({ passage }) => passage.id,
    (one, held) => one.score > held.score,
  );
  return best.sort(byScore);
}

function isUsable({ passage, document }: Evidence): boolean {
  // What stands outside an Act's provisions, such as an explanatory note, is not law.
  if (document.authority === "legislation" && passage.locators.length === 0) return false;
  return passage.standing === "current" && document.authority !== "untrusted";
}

/** Passages of one document that may require what a survey asks for. */
const surveyed = 300;

/** For a question after all of one kind, whatever of the field's law and guidance uses its words. */
async function bringSurveyed(query: string, best: number, library: Library): Promise<Evidence[]> {
  const survey = readSurvey(query);
  if (survey === null) return [];
  const ofField = library.documents.filter(
    ({ authority, title }) =>
      (authority === "legislation" || authority === "statutory-guidance") && fieldTitle.test(title),
  );
  const searches = ofField.map(({ id }) =>
    library.searchText(survey.words, surveyed, { documentIds: [id] }),
  );
  const hits = (await Promise.all(searches)).flat();
  const passages = await library.passages(hits.map(({ id }) => id));
  return bringEvidence(passages, library, () => completedShare * completedShare * best);
}

/** Where the law itself is held, guidance's reprint of it is the same words with less authority. */
function dropReprints(evidence: readonly Evidence[]): Evidence[] {
  const held = evidence.some(({ document }) => isFieldLaw(document));
  return evidence.filter(
    ({ passage }) => !held || !passage.spans.some(({ address }) => isReprint(address)),
  );
}

/** Law that guidance prints (src/structure/quoted-law.ts). */
function isReprint(address: string | null): boolean {
  return address !== null && familyOf(address) === "quoted";
}

/** The best of all, and the best of each authority, so that a long guide does not crowd out the law. */
function poolEvidence(ranked: readonly Evidence[]): Evidence[] {
  const counts = new Map<Authority, number>();
  return ranked.filter(({ document: { authority } }, i) => {
    const count = (counts.get(authority) ?? 0) + 1;
    counts.set(authority, count);
    return i < pool.best || count <= pool.each;
  });
}

/** A regulation's conditions and exceptions stand in its other paragraphs, whether or not they match the words. */
async function completeUnits(pooled: readonly Evidence[], library: Library): Promise<Evidence[]> {
  const best = pooled[0]?.score ?? 0;
  const scores = [...scoreUnits(pooled, best)].sort(
    (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  );
  const law = scores.filter(([unit]) =>
    pooled.some((e) => answeringUnitOf(e) === unit && e.document.authority === "legislation"),
  );
  const wanted = new Set(
    [...scores.slice(0, complete.units), ...law.slice(0, complete.units / 2)].map(([unit]) => unit),
  );
  const known = new Set(pooled.map(({ passage }) => passage.id));
  const added = new Map<string, Evidence>();
  for (const unit of wanted) {
    const seed = pooled.find((evidence) => answeringUnitOf(evidence) === unit);
    if (!seed) continue;
    const { ordinal, documentId } = seed.passage;
    const score = completedShare * seed.score;
    const near = await library.passagesOf(
      documentId,
      ordinal - complete.reach,
      ordinal + complete.reach,
    );
    for (const passage of near) {
      const evidence: Evidence = { ...seed, passage, score, signals: {}, similarity: 0 };
      if (!known.has(passage.id) && answeringUnitOf(evidence) === unit)
        added.set(passage.id, evidence);
    }
  }
  return [...added.values()];
}
