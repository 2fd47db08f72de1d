// Takes a pack, a home's facts and its documents; gives a draft of the document that the pack is for, and its coverage.
//
// The library and the model are opened by the caller, once for as many drafts as it wants.
import type { OwnDocument } from "../gap/own-document.ts";
import { findConflicts } from "../gap/conflicts/find-conflicts.ts";
import type { GapMatrix } from "../gap/matrix.ts";
import { readOwnDocument } from "../gap/read-own-document.ts";
import type { SourceWords } from "../check/policy/source-words.ts";
import { readReport } from "../check/read-report.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import type { CallHooks } from "../language-model/call-model.ts";
import type { RunUsage } from "../language-model/spending.ts";
import type { HomeFacts } from "../homes/facts.ts";
import type { Library } from "../library/library.ts";
import type { Pack } from "../packs/pack.ts";
import { checklistOf, resolvePack } from "../packs/pack-checklist.ts";
import { draftFile, showElsewhere } from "../policy/show-elsewhere.ts";
import { buildDraft, statedFacts, type DraftInput } from "../policy/build-draft.ts";
import { listBlanks, type ListedBlank } from "../policy/list-blanks.ts";
import type { CoverageRow, PolicyDraft } from "../policy/policy-draft.ts";
import { dryRunProse, type ProseDryRun } from "../policy/prose/dry-run-prose.ts";
import { writeProse, type OpenedWriter } from "../policy/prose/write-prose.ts";
import { renderDraft } from "../policy/write-draft.ts";
import type { ReferenceReader } from "../references/reader.ts";
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
  /** Opens what writes connecting text; left out where no language model is asked. */
  readonly openWriter?: (references: ReferenceReader) => Promise<OpenedWriter>;
  readonly onModelEvent?: CallHooks["onEvent"];
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
  /** What the language model used; left out where none was asked. */
  readonly usage?: RunUsage;
}

/**
 * The same request, library and replies of a language model give the same bytes.
 * @throws CharmError `requirements-not-held`, `requirement-unknown`, and as `writeProse`
 */
export async function draftPolicy(request: DraftRequest, deps: DraftDeps): Promise<DraftedPolicy> {
  const { library, signal, openWriter, onModelEvent = () => {} } = deps;
  const { draft, coverage, references, unread } = await buildSkeleton(request, deps);
  const leftOut = unread.map(({ file, why }) => ({ file, why }));
  const finish = async (of: PolicyDraft, more: readonly Finding[]) => {
    const markdown = renderDraft(of, coverage);
    const found = await checkRead(readReport(markdown), references, { library });
    const blanks = listBlanks(of);
    return { draft: of, blanks, coverage, markdown, findings: [...found, ...more], leftOut };
  };
  if (openWriter === undefined) return finish(draft, []);
  const writer = await openWriter(references);
  try {
    const hooks = { signal, onEvent: onModelEvent };
    const { draft: written, failure } = await writeProse(draft, library.documents, writer, hooks);
    const more = failure === null ? [] : [makeFinding("prose-not-written", { reason: failure })];
    return { ...(await finish(written, more)), usage: writer.model.usage() };
  } finally {
    writer.model.close();
  }
}

/** What would be sent for the connecting text of a draft; nothing is connected. */
export async function dryRunPolicy(
  request: DraftRequest,
  deps: DraftDeps & Required<Pick<DraftDeps, "openWriter">>,
): Promise<ProseDryRun> {
  const { draft, references } = await buildSkeleton(request, deps);
  const writer = await deps.openWriter(references);
  try {
    return await dryRunProse(draft, deps.library.documents, writer);
  } finally {
    writer.model.close();
  }
}

interface Skeleton {
  readonly draft: PolicyDraft;
  readonly coverage: readonly CoverageRow[];
  readonly references: ReferenceReader;
  readonly unread: Held["unread"];
}

/** What no language model has a part in. */
async function buildSkeleton(request: DraftRequest, deps: DraftDeps): Promise<Skeleton> {
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
  return { ...(await cover(input, held, source, deps)), references, unread: read.unread };
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
