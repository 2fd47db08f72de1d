// Takes a draft; gives it with what a reader must know of its sources: where law and guidance differ, what is overtaken,
// and what their abbreviations mean.
import { explain, findAbbreviations, quoteDefinition } from "./abbreviations.ts";
import { keepBearing } from "./bearing.ts";
import { citedPlaces, placeKey, type CitedPlace } from "./cited-places.ts";
import { findDifferences, quoteSide, showDifference, type DifferingPair } from "./differences.ts";
import { findSuperseded } from "./editions.ts";
import { differingDocuments, knownDifferences, type DifferenceSide } from "./known-differences.ts";
import {
  findOvertaken,
  knowsOf,
  quoteReplacement,
  showOvertaken,
  type OvertakenUse,
} from "./overtaken.ts";
import { overtakenTerms } from "./overtaken-terms.ts";
import type { Draft, DraftClaim, DraftGroup, Quote } from "../draft/draft.ts";
import { nameAt } from "../draft/line-parts.ts";
import type { DocumentInfo } from "../document.ts";
import { bringEvidence } from "../retrieve/bring-evidence.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import { verifyDraft } from "../verify/verify-draft.ts";

/** Passages looked through for the sentence that says what is there now. */
const searched = 30;

/** A group of the answer, where there is something to note, and what is found with it. */
interface Notes {
  readonly group: DraftGroup;
  readonly findings: readonly Finding[];
}

/**
 * The notes stand after the answer, under a heading of their own where the answer has headings.
 * @param explained definitions that the report has quoted already, by {@link placeKey}
 */
export async function annotateDraft(
  draft: Draft,
  deps: EvidenceDeps,
  explained: ReadonlySet<string> = new Set(),
): Promise<Draft> {
  const cited = citedPlaces(draft);
  if (cited.length === 0) return draft;
  const onSources = [
    await noteDifferences(draft, cited, deps),
    await noteOvertaken(cited, deps),
    noteEditions(cited, deps),
  ];
  const groups = onSources.map(({ group }) => group);
  const quoted = citedPlaces({ ...draft, notes: { heading: null, groups } });
  return addNotes(draft, [...onSources, await noteAbbreviations(quoted, deps, explained)], deps);
}

async function addNotes(draft: Draft, notes: readonly Notes[], deps: EvidenceDeps): Promise<Draft> {
  const groups = notes
    .map(({ group }) => group)
    .filter(({ claims, items = [] }) => claims.length + items.length > 0);
  const found = notes.flatMap(({ findings }) => findings);
  if (groups.length === 0) return draft;
  // Notes are claims like others, and held against their sources like others.
  const headed = draft.sections.some(({ heading }) => heading !== null);
  const section = { heading: headed ? "Notes on what is quoted" : null, groups };
  const alone = { ...draft, direct: [], sections: [section], further: [] };
  const verified = verifyDraft(alone, { references: await deps.references() });
  return {
    ...draft,
    notes: section,
    findings: [...(draft.findings ?? []), ...found, ...verified],
  };
}

function nameOf({ evidence, start }: Quote): string {
  return nameAt(evidence, start).text;
}

async function noteDifferences(
  draft: Draft,
  cited: readonly CitedPlace[],
  deps: EvidenceDeps,
): Promise<Notes> {
  const claims: DraftClaim[] = [];
  const findings: Finding[] = [];
  const group = { title: "Where law and guidance differ (the law prevails)", claims };
  const pair = findPair(deps.library.documents);
  if (pair === null) return { group, findings };
  const quoted = findDifferences(cited, pair, knownDifferences);
  const topics = knownDifferences.map(({ topic }) => topic);
  const bearing = await keepBearing(quoted, draft, topics, deps.embedder);
  for (const { topic, law, guidance } of bearing.map(({ known }) => known)) {
    const lawQuote = quoteSide(law, await passagesOf(pair.law, law, deps));
    const guidanceQuote = quoteSide(guidance, await passagesOf(pair.guidance, guidance, deps));
    if (!lawQuote || !guidanceQuote) continue;
    const args = {
      law: nameOf(lawQuote),
      guidance: nameOf(guidanceQuote),
      matter: `${topic.charAt(0).toLowerCase()}${topic.slice(1)}`,
    };
    const reference = `${args.law}; ${args.guidance}`;
    const finding = makeFinding("law-and-guidance-differ", args, { reference, said: true });
    claims.push({ ...showDifference(topic, lawQuote, guidanceQuote), tells: finding });
    findings.push(finding);
  }
  return { group, findings };
}

/** The first document of each kind, of those that are indexed. */
function findPair(documents: EvidenceDeps["library"]["documents"]): DifferingPair | null {
  const held = documents.filter(({ passageCount }) => passageCount > 0);
  const overtaken = new Set(findSuperseded(held).map(({ older }) => older.id));
  const current = held.filter(({ id }) => !overtaken.has(id));
  const law = current.find(
    ({ authority, title }) => authority === "legislation" && differingDocuments.law.test(title),
  );
  const guidance = current.find(
    ({ authority, title }) =>
      authority === "statutory-guidance" && differingDocuments.guidance.test(title),
  );
  return law && guidance ? { law: law.id, guidance: guidance.id } : null;
}

async function passagesOf(
  documentId: string,
  { addresses }: DifferenceSide,
  { library, references }: EvidenceDeps,
): Promise<Evidence[]> {
  const held = await references();
  const ranges = addresses.flatMap((address) => {
    const found = held.find(documentId, address);
    return found ? [{ documentId, from: found.ordinal, to: found.ordinal }] : [];
  });
  if (ranges.length === 0) return [];
  return bringEvidence(await library.passagesHolding(ranges), library, () => 0);
}

async function noteOvertaken(cited: readonly Quote[], deps: EvidenceDeps): Promise<Notes> {
  const claims: DraftClaim[] = [];
  const findings: Finding[] = [];
  for (const use of findOvertaken(cited, overtakenTerms)) {
    const now = quoteReplacement(use.term, await findNewer(use, deps));
    if (!now) continue;
    const place = nameOf(use.quote);
    const args = { place, term: use.term.name, now: use.term.now, newer: nameOf(now) };
    const finding = makeFinding("guidance-overtaken", args, { reference: place, said: true });
    claims.push({ ...showOvertaken(use, now), tells: finding });
    findings.push(finding);
  }
  const title = "Where newer documents have overtaken the words quoted";
  return { group: { title, claims }, findings };
}

/** Passages of documents that know of the change, found by what they would say of it. */
async function findNewer({ term }: OvertakenUse, { library }: EvidenceDeps): Promise<Evidence[]> {
  const documents = library.documents.filter((document) => knowsOf(term, document));
  if (documents.length === 0) return [];
  const documentIds = documents.map(({ id }) => id);
  const hits = await library.searchText(term.query, searched, { documentIds });
  const passages = await library.passages(hits.map(({ id }) => id));
  const current = passages.filter(({ standing }) => standing === "current");
  return bringEvidence(current, library, () => 0);
}

async function noteAbbreviations(
  quoted: readonly Quote[],
  deps: EvidenceDeps,
  explained: ReadonlySet<string>,
): Promise<Notes> {
  const claims: DraftClaim[] = [];
  const { titled } = await deps.references();
  for (const abbreviation of findAbbreviations(quoted, titled)) {
    if (explained.has(placeKey(abbreviation))) continue;
    const { documentId, ordinal } = abbreviation;
    const held = [{ documentId, from: ordinal, to: ordinal }];
    const passages = await deps.library.passagesHolding(held);
    const meaning = quoteDefinition(
      abbreviation,
      bringEvidence(passages, deps.library, () => 0),
    );
    if (meaning !== null) claims.push(explain(abbreviation, meaning));
  }
  return { group: { title: "What abbreviations mean", claims }, findings: [] };
}

function noteEditions(cited: readonly Quote[], { library }: EvidenceDeps): Notes {
  const ids = new Set(cited.map(({ evidence }) => evidence.document.id));
  const found = findSuperseded(library.documents).filter(({ older }) => ids.has(older.id));
  const items: string[] = [];
  const findings: Finding[] = [];
  for (const { older, newer } of found) {
    const args = { older: describeEdition(older), newer: describeEdition(newer) };
    items.push(`${args.older}: the library holds ${args.newer}`);
    findings.push(makeFinding("edition-superseded", args, { reference: older.file, said: true }));
  }
  const title = "Newer editions of what is quoted";
  return { group: { title, claims: [], items, tells: findings }, findings };
}

function describeEdition({ title, version, date, file }: DocumentInfo): string {
  const parts = [
    ...(version === null || title.includes(version) ? [] : [`version ${version}`]),
    ...(date === null ? [] : [`as at ${date}`]),
  ];
  return `${title} (${[...parts, file].join(", ")})`;
}
