// What the program can do, as its front doors see it, whatever model and library stand behind.
import type { OutputUse } from "./refuse-output.ts";
import type { DryRun } from "../compose/language-model/dry-run.ts";
import type { CheckedKind } from "../check/document-kind.ts";
import type { Authority } from "../document.ts";
import type { DocumentControl } from "../export/blocks.ts";
import type { Proxies } from "../http/proxy.ts";
import type { ModelEvent } from "../language-model/chat.ts";
import type { EngineName } from "../language-model/choose-engine.ts";
import type { LanguageModelOptions, UnverifiedPolicy } from "../language-model/model-options.ts";
import type { Answer } from "../report/answer.ts";
import type { Comparison } from "../compare/comparison.ts";
import type { Finding } from "../findings/finding.ts";
import type { LibraryDocument } from "../library/library.ts";
import type { Digest } from "../digest/digest.ts";
import type { GapMatrix } from "../gap/matrix.ts";
import type { AnswerLength } from "../use-cases/answer-questions.ts";
import type { CheckedReport } from "../use-cases/check-reports.ts";
import type { CitedPage } from "../export/html/pages/cited-page.ts";
import type { Picture } from "../extract/pdf/draw-page.ts";
import type { PageFile, PageRequest } from "../use-cases/show-page.ts";
import type { Evaluation } from "../use-cases/evaluate-retrieval.ts";
import type { IndexEvent } from "../use-cases/events.ts";
import type { ReportFiles } from "../use-cases/export-report.ts";
import type { IndexReport } from "../use-cases/index-corpus.ts";
import type { Behind, Older } from "../use-cases/open-up-to-date.ts";
import type { SourceEntry } from "../sources/find-held.ts";
import type { CheckedSource } from "../sources/check-source.ts";
import type { PulledSource } from "../use-cases/pull-source.ts";
import type { ShownOutline, ShownReference } from "../show/shown.ts";
import type { BatchPlan } from "../batch/plan.ts";
import type { BatchSummary } from "../batch/summary.ts";
import type { JobResult } from "../use-cases/run-batch.ts";
import type { RunUsage } from "../language-model/spending.ts";
import type { ProseDryRun } from "../policy/prose/dry-run-prose.ts";
import type { DraftedPolicy } from "../use-cases/draft-policy.ts";
import type { ListedPack } from "../use-cases/list-packs.ts";
import type { ListedSet } from "../use-cases/find-gaps.ts";
import type { GivenPath } from "../use-cases/list-checked.ts";
import type { RefreshResult, StatusReport, StatusRequestOptions } from "./lock-services.ts";
import type { SearchOptions, SearchResult } from "../use-cases/search-library.ts";
import type { ShownLeftOut } from "../use-cases/show-left-out.ts";

/** How a use case is told to stop, and tells of its progress. */
export interface Hooks {
  readonly signal: AbortSignal;
  readonly onEvent: (event: IndexEvent) => void;
  readonly onModelEvent: (event: ModelEvent) => void;
  /** Called before the library is brought up to date for a question or query. */
  readonly onBehind: (why: Behind) => void;
  /** Called where the library is read though the corpus is ahead of it. */
  readonly onOlder: (older: Older) => void;
  /** Called where own documents are left out, since there are several homes and none was named. */
  readonly onOwnLeftOut: () => void;
  /** Called where people of another home cannot be told from strangers. @param line of charm.yaml, of that home */
  readonly onFactsUnread: (line: number) => void;
  /** Called before the text of documents leaves this machine, to be embedded by this host. */
  readonly onSending: (host: string) => void;
}

/** How answers are to be written, as far as the user said. */
export interface AnswerOptions
  extends AnswerLength, Pick<LanguageModelOptions, "frozen" | "maxTokens" | "maxCost"> {
  /** Null for what the settings lead to. */
  readonly engine: EngineName | null;
  /** What becomes of statements that fail verification twice; null for the default. */
  readonly unverified: UnverifiedPolicy | null;
}

/** What is asked for by whoever gives none of the options. */
export const unsaidOptions: AnswerOptions = {
  brief: false,
  maxWords: null,
  write: false,
  engine: null,
  unverified: null,
  frozen: false,
  maxTokens: null,
  maxCost: null,
};

/** A report that was just written, to be noted in its lock. */
export interface WrittenReport {
  /** Absolute path, as it was written. */
  readonly path: string;
  readonly content: string;
  readonly answers: readonly Answer[];
  readonly options: AnswerOptions;
  /** Named by a flag; null where the settings alone say it. */
  readonly model: string | null;
}

/** A matrix of requirements that was just written, to be noted in its lock. */
export interface WrittenMatrix {
  /** Absolute path, as it was written. */
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly matrix: GapMatrix;
  readonly request: Pick<GapRequestOptions, "set" | "setPath" | "against">;
}

export interface SearchRequestOptions extends Pick<SearchOptions, "k" | "explain"> {
  /** Names of documents, as users give them; all when empty. */
  readonly documents: readonly string[];
  /** All when empty. */
  readonly authorities: readonly Authority[];
}

export interface CheckOptions {
  /** Mend in the files what is certain. */
  readonly fix: boolean;
  /** What all files are; null for what each is by its form. */
  readonly as: CheckedKind | null;
  /** Absolute path of the Word file that takes the one that is checked, with comments; null for none. */
  readonly output: string | null;
  /** Note in the locks beside the files what they rest on. */
  readonly lock: boolean;
}

export interface GapRequestOptions {
  /** Name of a set that charm comes with, or the path of a YAML file as given, and the same absolute. */
  readonly set: string;
  readonly setPath: string;
  /** Files and folders. */
  readonly against: readonly GivenPath[];
  /** Note in the locks beside the files what they rest on. */
  readonly lock: boolean;
}

/** What is said of the language model that writes connecting text; what is left out is as the settings have it. */
export interface DraftRequestOptions extends Partial<
  Pick<AnswerOptions, "engine" | "frozen" | "maxTokens" | "maxCost">
> {
  /** Name of a pack, or the path of a YAML file as given, and the same absolute. */
  readonly pack: string;
  readonly packPath: string;
  /** Path of the facts of a home, as given; null for those of the home that the run is for. */
  readonly facts: string | null;
  /** ISO date of this version; null for none. */
  readonly date: string | null;
}

export interface BatchPlanRequest extends Pick<LanguageModelOptions, "maxTokens" | "maxCost"> {
  /** Path of the manifest as given, and the same absolute. */
  readonly manifest: string;
  readonly path: string;
  /** Folder of all outputs, absolute; null for that of the manifest. */
  readonly output: string | null;
  /** Most jobs that are taken; null for the usual number. */
  readonly most: number | null;
}

export interface BatchRunOptions extends Pick<LanguageModelOptions, "maxTokens" | "maxCost"> {
  /** Make every job anew, and write over files that are not charm's. */
  readonly force: boolean;
  /** Jobs at a time; null for what suits this machine. */
  readonly parallel: number | null;
  /** Of charm: a job is made anew by another one. */
  readonly version: string;
}

export interface BatchHooks extends Hooks {
  /** Called when the library is open, before the first job. */
  readonly onReady: () => void;
  readonly onJob: (result: JobResult, done: number, of: number) => void;
}

export interface BatchOutcome {
  readonly plan: BatchPlan;
  readonly summary: BatchSummary;
  /** Jobs that this run made, not an earlier one. */
  readonly made: number;
  /** What a language model used in this run; null where none was asked. */
  readonly usage: RunUsage | null;
}

export interface DiffRequestOptions {
  /** Paths of files, as given, or names of documents of the library. */
  readonly old: string;
  readonly new: string;
  /** Reports and own documents that may cite what changed; own documents of the corpus when empty. */
  readonly against: readonly GivenPath[];
}

export interface DigestRequestOptions extends Pick<DiffRequestOptions, "against"> {
  /** A day, or the path of a lock or a folder, as given. */
  readonly since: string;
}

/** What a run is given besides its settings. */
export interface Surroundings {
  /** Key of the language model's endpoint, which only the environment may hold; null where it asks for none. */
  readonly apiKey: string | null;
  /** What the environment says of proxies. */
  readonly proxies: Proxies;
  /** Working directory. */
  readonly cwd: string;
}

export interface IndexServiceRequest {
  /** All of the corpus when empty. */
  readonly paths: readonly string[];
  readonly rebuild: boolean;
  /** Recognise the text of pages that have none. */
  readonly ocr: boolean;
}

export type IndexOutcome = Omit<IndexReport, "library">;

/** Brings the library up to date first; one result a question, in order, each made when it is asked for. */
type Ask<Result> = (
  questions: readonly string[],
  options: AnswerOptions,
  hooks: Hooks,
) => AsyncIterable<Result>;

/** Each throws CharmError for failures a person can mend. */
export interface Services {
  /** Folder of the documents, as the settings have it. */
  readonly corpus: string;
  /** Refuses a place for a result, before the work, that holds what charm reads or lies with another home. @param path absolute */
  readonly refuseOutput: (path: string, use: OutputUse) => Promise<void>;
  readonly index: (request: IndexServiceRequest, hooks: Hooks) => Promise<IndexOutcome>;
  readonly ask: Ask<Answer>;
  /** What a language model would be sent; questions that no document answers are left out. */
  readonly dryRun: Ask<DryRun>;
  /** Brings the library up to date first; at most `k` results, best first. */
  readonly search: (
    query: string,
    options: SearchRequestOptions,
    hooks: Hooks,
  ) => Promise<readonly SearchResult[]>;
  /** Brings the library up to date first; one entry a reference, in order. */
  readonly show: (
    references: readonly string[],
    hooks: Hooks,
  ) => Promise<readonly ShownReference[]>;
  /** Brings the library up to date first; the contents of the document that goes by this name. */
  readonly outline: (document: string, hooks: Hooks) => Promise<ShownOutline>;
  /** Reads a file of the corpus anew and stores nothing. @param file from the working directory or the corpus folder */
  readonly leftOut: (file: string, hooks: Hooks) => Promise<ShownLeftOut>;
  /**
   * Brings the library up to date first; one entry a file, in order.
   * @param paths absolute, of files or folders
   */
  readonly check: (
    paths: readonly string[],
    options: CheckOptions,
    hooks: Hooks,
  ) => Promise<readonly CheckedReport[]>;
  /** As `check`, of a text in Markdown that is in no file. */
  readonly checkText: (
    text: string,
    as: CheckedKind | null,
    hooks: Hooks,
  ) => Promise<readonly Finding[]>;
  /** Brings the library up to date first; its documents in order of file name. */
  readonly documents: (hooks: Hooks) => Promise<readonly LibraryDocument[]>;
  /** Notes in the lock beside a report that was just written what it rests on. */
  readonly lock: (report: WrittenReport, hooks: Hooks) => Promise<void>;
  /** The same of a matrix of requirements. */
  readonly lockMatrix: (matrix: WrittenMatrix, hooks: Hooks) => Promise<void>;
  /** Brings the library up to date first; what became of reports and policies, and what is due. */
  readonly status: (request: StatusRequestOptions, hooks: Hooks) => Promise<StatusReport>;
  /** Brings the library up to date first, then the reports. @param paths absolute; the working directory when empty */
  readonly refresh: (paths: readonly string[], hooks: Hooks) => Promise<RefreshResult>;
  /** Brings the library up to date first; which requirement is met where in a home's documents. */
  readonly gap: (request: GapRequestOptions, hooks: Hooks) => Promise<GapMatrix>;
  /** Sets of requirements that charm comes with, in the order of their names. */
  readonly requirementSets: () => Promise<readonly ListedSet[]>;
  /** Brings the library up to date first; a draft of the document that a pack is for. */
  readonly draft: (request: DraftRequestOptions, hooks: Hooks) => Promise<DraftedPolicy>;
  /** What a language model would be sent for its connecting text. */
  readonly dryRunDraft: (request: DraftRequestOptions, hooks: Hooks) => Promise<ProseDryRun>;
  /** Packs that charm comes with and the user's own, in the order of their names. */
  readonly packs: () => Promise<readonly ListedPack[]>;
  /** Reads a manifest and refuses what cannot be run as it is; opens no library and writes nothing. */
  readonly planBatch: (request: BatchPlanRequest) => Promise<BatchPlan>;
  /** Brings the library up to date first; writes the outputs of all jobs, and what is to be done next. */
  readonly batch: (
    plan: BatchPlan,
    options: BatchRunOptions,
    hooks: BatchHooks,
  ) => Promise<BatchOutcome>;
  /**
   * The bytes of the report in another form, with the home of the run in its header. A web page shows what pages the
   * library as it stands holds of those cited; nothing is indexed.
   */
  readonly export: (
    files: ReportFiles,
    control: DocumentControl,
    hooks: Hooks,
  ) => Promise<Uint8Array>;
  /** The file that a page of a document stands in, and its picture; the library is brought up to date first. */
  readonly page: (
    request: PageRequest,
    hooks: Hooks,
  ) => Promise<PageFile & { readonly picture: Picture | null }>;
  /** A report in Markdown as a web page, and the pages shown in it. */
  readonly webPage: (
    markdown: string,
    hooks: Hooks,
  ) => Promise<{ readonly bytes: Uint8Array; readonly pages: readonly CitedPage[] }>;
  /** What changed between two editions; the library is brought up to date first where one of them is no file. */
  readonly diff: (request: DiffRequestOptions, hooks: Hooks) => Promise<Comparison>;
  /** Brings the library up to date first; what changed since a day or an older copy of the corpus. */
  readonly digest: (request: DigestRequestOptions, hooks: Hooks) => Promise<Digest>;
  /** Official documents; each brings the library up to date first, and all but `list` open connections. */
  readonly sources: {
    readonly list: (hooks: Hooks) => Promise<readonly SourceEntry[]>;
    /** @param today ISO day */
    readonly check: (
      ids: readonly string[],
      today: string,
      hooks: Hooks,
    ) => Promise<readonly CheckedSource[]>;
    readonly pull: (
      ids: readonly string[],
      folder: string | null,
      hooks: Hooks,
    ) => Promise<readonly PulledSource[]>;
  };
  /** Brings the library up to date first. @param questions absolute path of the question file */
  readonly eval: (
    questions: string,
    onQuestion: (done: number, of: number) => void,
    hooks: Hooks,
  ) => Promise<Evaluation>;
  /** A table of questions to edit, as `eval` reads it; the library is brought up to date first. */
  readonly makeQuestions: (hooks: Hooks) => Promise<string>;
  readonly close: () => Promise<void>;
}
