// Takes a draft; gives it with what a reader must know of its sources: where law and guidance differ, and what is overtaken.
import { citedPlaces } from "./cited-places.ts";
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
import { createReferenceView } from "../verify/reference-view.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import { verifyDraft } from "../verify/verify-draft.ts";

/** Passages looked through for the sentence that says what is there now. */
const searched = 30;

/** A group of the answer, where there is something to note, and what is found with it. */
interface Notes {
  readonly group: DraftGroup;
  readonly findings: readonly Finding[];
}

/** The notes stand after the answer, under a heading of their own where the answer has headings. */
export async function annotateDraft(draft: Draft, deps: EvidenceDeps): Promise<Draft> {
  const cited = citedPlaces(draft);
  if (cited.length === 0) return draft;
  const notes = [
    await noteDifferences(cited, deps),
    await noteOvertaken(cited, deps),
    noteEditions(cited, deps),
  ];
  const groups = notes
    .map(({ group }) => group)
    .filter(({ claims, items = [] }) => claims.length + items.length > 0);
  const found = notes.flatMap(({ findings }) => findings);
  if (groups.length === 0) return draft;
  // Notes are claims like others, and held against their sources like others.
  const alone = { ...draft, direct: [], sections: [{ heading: null, groups }] };
  const verified = verifyDraft(alone, { references: createReferenceView(await deps.references()) });
  const headed = draft.sections.some(({ heading }) => heading !== null);
  const section = { heading: headed ? "Differences and newer documents" : null, groups };
  return {
    ...draft,
    sections: [...draft.sections, section],
    findings: [...(draft.findings ?? []), ...found, ...verified],
  };
}

function nameOf({ evidence, start }: Quote): string {
  return nameAt(evidence, start).text;
}

async function noteDifferences(cited: readonly Quote[], deps: EvidenceDeps): Promise<Notes> {
  const claims: DraftClaim[] = [];
  const findings: Finding[] = [];
  const group = { title: "Where law and guidance differ (the law prevails)", claims };
  const pair = findPair(deps.library.documents);
  if (pair === null) return { group, findings };
  for (const { topic, law, guidance } of findDifferences(cited, pair, knownDifferences)) {
    const lawQuote = quoteSide(law, await passagesOf(pair.law, law, deps));
    const guidanceQuote = quoteSide(guidance, await passagesOf(pair.guidance, guidance, deps));
    if (!lawQuote || !guidanceQuote) continue;
    claims.push(showDifference(topic, lawQuote, guidanceQuote));
    const args = {
      law: nameOf(lawQuote),
      guidance: nameOf(guidanceQuote),
      matter: `${topic.charAt(0).toLowerCase()}${topic.slice(1)}`,
    };
    const reference = `${args.law}; ${args.guidance}`;
    findings.push(makeFinding("law-and-guidance-differ", args, { reference }));
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
    claims.push(showOvertaken(use, now));
    const place = nameOf(use.quote);
    const args = { place, term: use.term.name, now: use.term.now, newer: nameOf(now) };
    findings.push(makeFinding("guidance-overtaken", args, { reference: place }));
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

function noteEditions(cited: readonly Quote[], { library }: EvidenceDeps): Notes {
  const ids = new Set(cited.map(({ evidence }) => evidence.document.id));
  const found = findSuperseded(library.documents).filter(({ older }) => ids.has(older.id));
  const items: string[] = [];
  const findings: Finding[] = [];
  for (const { older, newer } of found) {
    const args = { older: describeEdition(older), newer: describeEdition(newer) };
    items.push(`${args.older}: the library holds ${args.newer}`);
    findings.push(makeFinding("edition-superseded", args, { reference: older.file }));
  }
  return { group: { title: "Newer editions of what is quoted", claims: [], items }, findings };
}

function describeEdition({ title, version, date, file }: DocumentInfo): string {
  const parts = [
    ...(version === null || title.includes(version) ? [] : [`version ${version}`]),
    ...(date === null ? [] : [`as at ${date}`]),
  ];
  return `${title} (${[...parts, file].join(", ")})`;
}
