// Takes a draft; gives it with what a reader must know of its sources: where law and guidance differ, and what is overtaken.
import { addNotes, type Notes } from "./add-notes.ts";
import { citedPlaces, type CitedPlace } from "./cited-places.ts";
import {
  findDifferences,
  nameQuoted,
  quoteSide,
  showDifference,
  type DifferingPair,
} from "./differences.ts";
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
import type { Draft, DraftClaim } from "../compose/draft.ts";
import type { DocumentInfo } from "../document.ts";
import type { ReferenceLibrary } from "../references/library.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { createDraftContext } from "../verify/draft-context.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import { verifyDraft } from "../verify/verify-draft.ts";

/** Passages looked through for the sentence that says what is there now. */
const searched = 30;

export async function annotateDraft(draft: Draft, deps: EvidenceDeps): Promise<Draft> {
  const cited = citedPlaces(draft);
  if (cited.length === 0) return draft;
  const notes = [
    await noteDifferences(cited, deps),
    await noteOvertaken(cited, deps),
    noteEditions(cited, deps),
  ];
  const groups = notes.flatMap(({ groups: each }) => each);
  const found = notes.flatMap(({ findings }) => findings);
  if (groups.length === 0) return draft;
  // Notes are claims like others, and held against their sources like others.
  const alone = { ...draft, direct: [], sections: [{ heading: null, groups }] };
  const verified = verifyDraft(alone, createDraftContext(await deps.references()));
  return addNotes(draft, { groups, findings: [...found, ...verified] });
}

async function noteDifferences(cited: readonly CitedPlace[], deps: EvidenceDeps): Promise<Notes> {
  const pair = findPair(deps.library.documents);
  const known = pair === null ? [] : findDifferences(cited, pair, knownDifferences);
  if (pair === null || known.length === 0) return { groups: [], findings: [] };
  const references = await deps.references();
  const claims: DraftClaim[] = [];
  const findings: Finding[] = [];
  for (const { topic, law, guidance } of known) {
    const lawQuote = quoteSide(law, await passagesOf(pair.law, law, references, deps));
    const guidanceQuote = quoteSide(
      guidance,
      await passagesOf(pair.guidance, guidance, references, deps),
    );
    if (!lawQuote || !guidanceQuote) continue;
    claims.push(showDifference(topic, lawQuote, guidanceQuote));
    const args = {
      law: nameQuoted(lawQuote),
      guidance: nameQuoted(guidanceQuote),
      matter: `${topic.charAt(0).toLowerCase()}${topic.slice(1)}`,
    };
    const reference = `${args.law}; ${args.guidance}`;
    findings.push(makeFinding("law-and-guidance-differ", args, { reference }));
  }
  const title = "Where law and guidance differ (the law prevails)";
  return { groups: claims.length > 0 ? [{ title, claims }] : [], findings };
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
  { locators }: DifferenceSide,
  references: ReferenceLibrary,
  { library }: EvidenceDeps,
): Promise<Evidence[]> {
  const document = library.documents.find(({ id }) => id === documentId);
  const ranges = locators.flatMap((locator) => {
    const found = references.find(documentId, toAddress(locator));
    return found ? [{ documentId, from: found.ordinal, to: found.ordinal }] : [];
  });
  if (!document || ranges.length === 0) return [];
  const passages = await library.passagesHolding(ranges);
  return passages.map((passage) => toEvidence(passage, document));
}

/** `reg/28/2/c/ii`, `para/10.13`, `annex-a/1.2` (src/structure/provision.ts). */
function toAddress(locator: string): string {
  const annex = /^Annex (\w) (.+)$/.exec(locator);
  if (annex) return `annex-${annex[1]?.toLowerCase()}/${annex[2]}`;
  if (locator.includes(".")) return `para/${locator}`;
  return `reg/${locator.replaceAll(")", "").replaceAll("(", "/")}`;
}

function toEvidence(passage: Evidence["passage"], document: DocumentInfo): Evidence {
  return { passage, document, score: 0, signals: {}, similarity: 0 };
}

async function noteOvertaken(cited: readonly CitedPlace[], deps: EvidenceDeps): Promise<Notes> {
  const claims: DraftClaim[] = [];
  const findings: Finding[] = [];
  for (const use of findOvertaken(cited, overtakenTerms)) {
    const now = quoteReplacement(use.term, await findNewer(use, deps));
    if (!now) continue;
    claims.push(showOvertaken(use, now));
    const place = nameQuoted(use.quote);
    const args = { place, term: use.term.name, now: use.term.now, newer: nameQuoted(now) };
    findings.push(makeFinding("guidance-overtaken", args, { reference: place }));
  }
  const title = "Where newer documents have overtaken the words quoted";
  return { groups: claims.length > 0 ? [{ title, claims }] : [], findings };
}

/** Passages of documents that know of the change, found by what they would say of it. */
async function findNewer({ term }: OvertakenUse, { library }: EvidenceDeps): Promise<Evidence[]> {
  const documents = library.documents.filter((document) => knowsOf(term, document));
  if (documents.length === 0) return [];
  const byId = new Map(documents.map((document) => [document.id, document]));
  const hits = await library.searchText(term.query, searched, { documentIds: [...byId.keys()] });
  const passages = await library.passages(hits.map(({ id }) => id));
  return passages
    .filter(({ standing }) => standing === "current")
    .flatMap((passage) => {
      const document = byId.get(passage.documentId);
      return document ? [toEvidence(passage, document)] : [];
    });
}

function noteEditions(cited: readonly CitedPlace[], { library }: EvidenceDeps): Notes {
  const ids = new Set(cited.map(({ evidence }) => evidence.document.id));
  const found = findSuperseded(library.documents).filter(({ older }) => ids.has(older.id));
  if (found.length === 0) return { groups: [], findings: [] };
  const lines = found.map(
    ({ older, newer }) => `${describeEdition(older)}: the library holds ${describeEdition(newer)}`,
  );
  return {
    groups: [
      {
        title: "Newer editions of what is quoted",
        claims: [],
        note: lines.map((line) => `- ${line}`).join("\n"),
      },
    ],
    findings: found.map(({ older, newer }) =>
      makeFinding(
        "edition-superseded",
        { older: describeEdition(older), newer: describeEdition(newer) },
        { reference: older.file },
      ),
    ),
  };
}

function describeEdition({ title, version, date, file }: DocumentInfo): string {
  const parts = [
    ...(version === null || title.includes(version) ? [] : [`version ${version}`]),
    ...(date === null ? [] : [`as at ${date}`]),
  ];
  return `${title} (${[...parts, file].join(", ")})`;
}
