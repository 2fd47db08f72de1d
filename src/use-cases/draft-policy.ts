// Takes a pack, a home's facts and its documents; gives a draft of the document that the pack is for, and its coverage.
//
// The library and the model are opened by the caller, once for as many drafts as it wants.
import type { OwnDocument } from "../gap/own-document.ts";
import { findConflicts } from "../gap/conflicts/find-conflicts.ts";
import type { GapMatrix } from "../gap/matrix.ts";
import { readOwnDocument } from "../gap/read-own-document.ts";
import type { SourceWords } from "../check/policy/source-words.ts";
import { readReport } from "../check/read-report.ts";
import type { Finding } from "../findings/finding.ts";
import type { HomeFacts } from "../homes/facts.ts";
import type { Library } from "../library/library.ts";
import type { Pack } from "../packs/pack.ts";
import { checklistOf, resolvePack } from "../packs/pack-checklist.ts";
import { draftFile, showElsewhere } from "../policy/show-elsewhere.ts";
import { buildDraft, statedFacts, type DraftInput } from "../policy/build-draft.ts";
import { listBlanks, type ListedBlank } from "../policy/list-blanks.ts";
import type { CoverageRow, PolicyDraft } from "../policy/policy-draft.ts";
import { renderDraft } from "../policy/write-draft.ts";
import { checkRead } from "./check-reports.ts";
import { holdAgainst, readOwnDocuments, readSource, type GapDeps, type Held } from "./find-gaps.ts";
import type { ListedCheck } from "./list-checked.ts";
import { openReferences } from "./open-references.ts";
import { readPolicyText } from "./read-checked.ts";
import { remarkQuotes } from "./remark-quotes.ts";

export interface DraftRequest {
  readonly pack: Pack;
  readonly facts: HomeFacts;
  /** How places name the file of the facts. */
  readonly factsFile: string;
  /** The home's documents, called as the library calls them. */
  readonly files: readonly ListedCheck[];
  /** ISO date of this version; null while it has none. */
  readonly date: string | null;
}

export interface DraftDeps extends Pick<GapDeps, "openEmbedder" | "signal"> {
  readonly library: Library;
}

export interface DraftedPolicy {
  readonly draft: PolicyDraft;
  readonly blanks: readonly ListedBlank[];
  /** What `charm gap` gives for the same requirements and the draft. */
  readonly coverage: readonly CoverageRow[];
  readonly markdown: string;
  /** What `charm check` says of it. */
  readonly findings: readonly Finding[];
  /** Documents of the home that were not read, and why. */
  readonly leftOut: readonly { readonly file: string; readonly why: string }[];
}

/**
 * The same request and library give the same bytes.
 * @throws CharmError `requirements-not-held`, `requirement-unknown`
 */
export async function draftPolicy(request: DraftRequest, deps: DraftDeps): Promise<DraftedPolicy> {
  const { pack, facts, factsFile, date } = request;
  const { library, signal } = deps;
  const references = await openReferences(library);
  const requirements = await resolvePack(pack.parts, { library, references });
  const asked = { file: pack.file, rows: pack.askedBy };
  const says = pack.child.flatMap((section) => section.says.map(({ from }) => from));
  await resolvePack([asked], { library, references });
  const rights = await resolvePack([{ file: pack.file, rows: says }], { library, references });
  const source = await readSource(library);
  const read = await readHome(request, source, signal);
  const home = { file: factsFile, facts };
  const conflicts = findConflicts(read.documents, home);
  const sentences = statedFacts(pack, facts, conflicts).flatMap(({ says: said }) => said ?? []);
  const stated = readSentences(factsFile, sentences, source);
  const held: Held = { checklist: checklistOf(pack), requirements, ...read, stated, home };
  const matrix = await holdAgainst(held, deps);
  const { documents } = library;
  const quotes = matrix.rows.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
  const remarksOn = await remarkQuotes(quotes, library, references);
  const own = { facts, factsFile, documents, date, remarksOn };
  const input = { pack, requirements, rights, matrix, ...own };
  const { draft, coverage } = await cover(input, held, source, deps);
  const markdown = renderDraft(draft, coverage);
  return {
    draft,
    blanks: listBlanks(draft),
    coverage,
    markdown,
    findings: await checkRead(readReport(markdown), references, { library }),
    leftOut: read.unread.map(({ file, why }) => ({ file, why })),
  };
}

/** Drafts of charm's among the documents say nothing that another does not. */
async function readHome(
  { files }: DraftRequest,
  source: SourceWords,
  signal: AbortSignal,
): Promise<Pick<Held, "documents" | "unread">> {
  const { documents, unread } = await readOwnDocuments(files, source, signal);
  const drafts = documents
    .filter(({ isDraft }) => isDraft)
    .map(({ file }) => ({
      file,
      why: "It is a draft that charm made: take its first paragraph out once it is approved.",
    }));
  return {
    documents: documents.filter(({ isDraft }) => !isDraft),
    unread: [...unread, ...drafts],
  };
}

function readSentences(
  file: string,
  sentences: readonly string[],
  source: SourceWords,
): OwnDocument {
  const pieces = sentences.map((text) => ({
    kind: "text" as const,
    text,
    headings: [],
    page: null,
    line: null,
  }));
  return readOwnDocument(file, { title: null, pieces, problems: [] }, source);
}

/** More than twice the same requirement comes into view hardly ever; then the table says what there is. */
const mostPasses = 3;

/**
 * What a row has only a blank for may be met by words that stand elsewhere in the draft: these are then shown at the row
 * as well, so that table and text agree.
 */
async function cover(
  input: DraftInput,
  held: Held,
  source: SourceWords,
  deps: DraftDeps,
): Promise<{ readonly draft: PolicyDraft; readonly coverage: readonly CoverageRow[] }> {
  let { matrix } = input;
  for (let pass = 1; ; pass += 1) {
    const draft = buildDraft({ ...input, matrix });
    const found = await holdDraft(renderDraft(draft, null), held, source, deps);
    const more = pass < mostPasses ? showElsewhere(draft, found, matrix) : null;
    if (more === null) return { draft, coverage: found.rows };
    matrix = more;
  }
}

async function holdDraft(
  markdown: string,
  held: Held,
  source: SourceWords,
  deps: DraftDeps,
): Promise<GapMatrix> {
  const policy = await readPolicyText(markdown, draftFile, { signal: deps.signal });
  const document = readOwnDocument(draftFile, policy, source);
  const { checklist, requirements } = held;
  return holdAgainst(
    { checklist, requirements, documents: [document], unread: [], home: null },
    deps,
  );
}
