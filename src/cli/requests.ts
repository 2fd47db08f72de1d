// What a command line asks for, once parsed: plain data that a handler carries out.
import type { DocumentControl } from "../export/blocks.ts";
import type { AnswerOptions, CheckOptions, SearchRequestOptions } from "../program/services.ts";
import type { SaidByFlags } from "../settings/resolve-settings.ts";

export interface CommonRequest {
  /** What the flags say of the settings; the environment and charm.yaml may say more. */
  readonly settings: SaidByFlags;
  /** Results as JSON on standard output. */
  readonly json: boolean;
  /** No progress and no notes on standard error. */
  readonly quiet: boolean;
}

export interface IndexRequest extends CommonRequest {
  /** Files or folders to look at; the whole corpus when empty. */
  readonly paths: readonly string[];
  /** Read every file again, changed or not. */
  readonly rebuild: boolean;
  /** Recognise the text of pages that have none. */
  readonly ocr: boolean;
}

export interface AskRequest extends CommonRequest {
  /** In order; `-` stands for the lines of standard input. */
  readonly questions: readonly string[];
  /** File that takes the report; null for standard output. */
  readonly output: string | null;
  /** Show what a language model would be sent, and send nothing. */
  readonly dryRun: boolean;
  /** Note in the lock beside the report what it rests on. */
  readonly lock: boolean;
  readonly options: AnswerOptions;
}

export interface SearchRequest extends CommonRequest {
  readonly query: string;
  readonly options: SearchRequestOptions;
}

export interface ShowRequest extends CommonRequest {
  /** In order; empty when an outline, or what is left out, is asked for. */
  readonly references: readonly string[];
  /** Document whose outline is asked for; null when references are. */
  readonly tree: string | null;
  /** File of which is asked what its reading leaves out; null when something else is asked for. */
  readonly leftOut: string | null;
  /** Page of the one document that `references` names; null when something else is asked for. */
  readonly page: number | null;
  /** File that takes the page as a picture; null for none. */
  readonly output: string | null;
  /** Open the PDF in another program. */
  readonly open: boolean;
}

/**
 * - `text`: to be read
 * - `github`: as GitHub Actions takes it
 */
export const checkFormats = ["text", "github"] as const;

export type CheckFormat = (typeof checkFormats)[number];

export interface CheckRequest extends CommonRequest {
  /** Without `json`. */
  readonly format: CheckFormat;
  /** Paths of files and folders, as given. */
  readonly files: readonly string[];
  readonly options: CheckOptions;
}

export interface GapRequest extends CommonRequest {
  /** Name of a set, or path of a YAML file, as given; null where the sets are to be listed. */
  readonly set: string | null;
  /** Paths of files and folders, as given. */
  readonly against: readonly string[];
  /** File to write the matrix to, and an earlier matrix to compare with; null when not given. */
  readonly output: string | null;
  readonly since: string | null;
  /** Note in the locks beside the files what they rest on. */
  readonly lock: boolean;
}

export interface StatusRequest extends CommonRequest {
  /** Without `json`. */
  readonly format: CheckFormat;
  /** Paths of files and folders, as given; the working directory when empty. */
  readonly paths: readonly string[];
  /** ISO date that dates are held against; null for today. */
  readonly today: string | null;
}

export interface RefreshRequest extends CommonRequest {
  /** Paths of files and folders, as given; the working directory when empty. */
  readonly paths: readonly string[];
  /** File that takes the note of what changed; null for standard output. */
  readonly output: string | null;
}

export interface DraftRequest extends CommonRequest {
  /** Name of a pack, or path of a YAML file, as given; null where the packs are to be listed. */
  readonly pack: string | null;
  /** Path of the facts of a home, as given; null for those of the home that the run is for. */
  readonly facts: string | null;
  /** ISO date of this version; null for none. */
  readonly date: string | null;
  /** File to write the draft to; null for standard output. */
  readonly output: string | null;
  /** Show what a language model would be sent, and send nothing. */
  readonly dryRun: boolean;
  /** What is said of the language model; what is left out is as the settings have it. */
  readonly language: Partial<Pick<AnswerOptions, "engine" | "frozen" | "maxTokens" | "maxCost">>;
}

export interface BatchRequest extends CommonRequest {
  /** Path of the manifest, as given. */
  readonly manifest: string;
  /** Folder of all outputs, as given; null for that of the manifest. */
  readonly output: string | null;
  /** Run without asking. */
  readonly yes: boolean;
  /** Show the plan, and run nothing. */
  readonly dryRun: boolean;
  readonly force: boolean;
  /** Jobs at a time, and most jobs that are taken; null where nothing is said. */
  readonly parallel: number | null;
  readonly maxJobs: number | null;
  readonly maxTokens: number | null;
  readonly maxCost: number | null;
}

export interface InitRequest extends CommonRequest {
  /** File or folder, as given. */
  readonly output: string;
}

export interface ExportRequest extends CommonRequest {
  /** Paths as given. */
  readonly report: string;
  readonly output: string;
  /** Null when not given. */
  readonly template: string | null;
  readonly redline: string | null;
  /** What the flags say of the footer. */
  readonly control: DocumentControl;
}

export interface DiffRequest extends CommonRequest {
  /** Paths of files, or names of documents, as given. */
  readonly old: string;
  readonly new: string;
  /** Paths of reports and own documents, as given. */
  readonly against: readonly string[];
  /** File to write the comparison to; null when not given. */
  readonly output: string | null;
  /** Whether the exit code tells that there are changes. */
  readonly exitCode: boolean;
}

export interface DigestRequest extends CommonRequest {
  /** A day, or the path of a lock or a folder, as given. */
  readonly since: string;
  /** Paths of reports and own documents, as given. */
  readonly against: readonly string[];
  /** File to write the digest to; null when not given. */
  readonly output: string | null;
}

export interface SourcesRequest extends CommonRequest {
  readonly what: "list" | "check" | "pull";
  /** Of the catalogue. */
  readonly ids: readonly string[];
  /** Below the corpus, as given; null for the corpus itself. */
  readonly folder: string | null;
}

export interface EvalRequest extends CommonRequest {
  /** Path of the question file, as given; of a new one to be made where `make` is set. */
  readonly questions: string;
  readonly make: boolean;
  /** Path of an earlier result; null for no comparison. */
  readonly compare: string | null;
}

export interface SessionRequest extends CommonRequest {
  /** Path of the report, as given; null where none is written at the end. */
  readonly output: string | null;
  readonly options: AnswerOptions;
}

/** One for every command; each does the work and settles when its output is written. */
export interface Handlers {
  readonly index: (request: IndexRequest) => Promise<void>;
  readonly ask: (request: AskRequest) => Promise<void>;
  readonly search: (request: SearchRequest) => Promise<void>;
  readonly show: (request: ShowRequest) => Promise<void>;
  readonly check: (request: CheckRequest) => Promise<void>;
  readonly gap: (request: GapRequest) => Promise<void>;
  readonly draft: (request: DraftRequest) => Promise<void>;
  readonly batch: (request: BatchRequest) => Promise<void>;
  readonly initFolder: (request: InitRequest) => Promise<void>;
  readonly initHome: (request: InitRequest) => Promise<void>;
  readonly export: (request: ExportRequest) => Promise<void>;
  readonly diff: (request: DiffRequest) => Promise<void>;
  readonly digest: (request: DigestRequest) => Promise<void>;
  readonly status: (request: StatusRequest) => Promise<void>;
  readonly refresh: (request: RefreshRequest) => Promise<void>;
  readonly sources: (request: SourcesRequest) => Promise<void>;
  readonly eval: (request: EvalRequest) => Promise<void>;
  readonly mcp: (request: CommonRequest) => Promise<void>;
  readonly session: (request: SessionRequest) => Promise<void>;
  readonly doctor: (request: CommonRequest) => Promise<void>;
}
