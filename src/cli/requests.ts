// What a command line asks for, once parsed: plain data that a handler carries out.
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

export interface EvalRequest extends CommonRequest {
  /** Path of the question file, as given. */
  readonly questions: string;
  /** Path of an earlier result; null for no comparison. */
  readonly compare: string | null;
}

/** One for every command; each does the work and settles when its output is written. */
export interface Handlers {
  readonly index: (request: IndexRequest) => Promise<void>;
  readonly ask: (request: AskRequest) => Promise<void>;
  readonly search: (request: SearchRequest) => Promise<void>;
  readonly show: (request: ShowRequest) => Promise<void>;
  readonly check: (request: CheckRequest) => Promise<void>;
  readonly gap: (request: GapRequest) => Promise<void>;
  readonly status: (request: StatusRequest) => Promise<void>;
  readonly refresh: (request: RefreshRequest) => Promise<void>;
  readonly eval: (request: EvalRequest) => Promise<void>;
}
