// What can be asked of a library, and the refusal of what cannot be meant. Undefined is as good as left out.
import { authorities as allAuthorities, type Authority } from "../document.ts";
import type { CheckedKind } from "../check/document-kind.ts";
import { CharmError } from "../errors.ts";
import type { EngineName } from "../language-model/choose-engine.ts";
import type { UnverifiedPolicy } from "../language-model/model-options.ts";
import { unsaidOptions, type AnswerOptions } from "../program/services.ts";
import type { CallOptions } from "./events.ts";

export { unsaidOptions };

/** Which library, and for whom. What is left out is as the environment and `charm.yaml` have it, and then the default. */
export interface LibraryOptions {
  /** Folder that relative paths are seen from, and whose `charm.yaml` holds; the working directory when left out. */
  readonly cwd?: string | undefined;
  /** Folder of the documents; `corpus` by default. */
  readonly corpus?: string | undefined;
  /** Where the library is: a folder or any LanceDB URI; `index` by default. */
  readonly index?: string | undefined;
  /** Open no network connection. */
  readonly offline?: boolean | undefined;
  /** Only this home's own documents, of the homes in `charm.yaml`. */
  readonly home?: string | undefined;
  /** Own documents of all homes. */
  readonly allHomes?: boolean | undefined;
  /** By the editions that were in force on this day (YYYY-MM-DD), not today. */
  readonly asAt?: string | undefined;
  /** Language model that writes answers, as its endpoint calls it. */
  readonly model?: string | undefined;
  /**
   * Read in place of the variables of this process: `CHARM_CORPUS`, `CHARM_INDEX`, `CHARM_OFFLINE`, `CHARM_MODEL`,
   * `OPENAI_BASE_URL`, `OPENAI_API_KEY` and those of proxies.
   */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface IndexOptions extends CallOptions {
  /** Files or folders to look at; the whole corpus when left out. */
  readonly paths?: readonly string[] | undefined;
  /** Read every file again, changed or not. */
  readonly rebuild?: boolean | undefined;
  /** Read scanned pages too, with tesseract.js where it is installed. */
  readonly ocr?: boolean | undefined;
}

/** As the flags of `charm ask`; null is as good as left out. */
export interface AskOptions extends CallOptions {
  /** The direct answer alone. */
  readonly brief?: boolean | undefined;
  /** At most so many words of answer. */
  readonly maxWords?: number | null | undefined;
  /** A language model writes the text that is asked for: a letter, an agenda. */
  readonly write?: boolean | undefined;
  /** How answers are composed; what the settings lead to when left out. */
  readonly engine?: EngineName | null | undefined;
  /** What becomes of statements that fail verification twice; `drop` by default. */
  readonly unverified?: UnverifiedPolicy | null | undefined;
  /** Take replies of the language model from the cache alone. */
  readonly frozen?: boolean | undefined;
  /** Stop before so many tokens, and before such a cost in the currency of `charm.yaml`. */
  readonly maxTokens?: number | null | undefined;
  readonly maxCost?: number | null | undefined;
}

export interface SearchOptions extends CallOptions {
  /** How many passages, 1 to 1000; 10 by default. */
  readonly k?: number | undefined;
  /** Say how each score came about. */
  readonly explain?: boolean | undefined;
  /** Only these documents: short name, file, or part of it. */
  readonly documents?: readonly string[] | undefined;
  /** Only documents of these authorities. */
  readonly authorities?: readonly Authority[] | undefined;
}

export interface CheckTextOptions extends CallOptions {
  /** What it is; told by its form when left out. */
  readonly as?: CheckedKind | undefined;
}

export interface CheckOptions extends CheckTextOptions {
  /** Mend in the files what is certain. */
  readonly fix?: boolean | undefined;
  /** Note in the locks beside policies what they refer to, for `charm status`. */
  readonly lock?: boolean | undefined;
}

export interface GapOptions extends CallOptions {
  /** The home's files and folders, in the corpus or not. */
  readonly against?: readonly string[] | undefined;
  /** Own documents of the library, by file; all of them where neither these nor files are given. */
  readonly documents?: readonly string[] | undefined;
  /** Note in the locks beside the documents what they rest on, for `charm status`. */
  readonly lock?: boolean | undefined;
}

/** Most passages of a search. */
const mostResults = 1000;

/** One or several texts as a list. @throws CharmError of this code where there is none, or one says nothing */
export function readTexts(
  given: string | readonly string[],
  code: string,
  what: string,
): readonly string[] {
  const texts = typeof given === "string" ? [given] : given;
  if (texts.length > 0 && texts.every((text) => typeof text === "string" && text.trim() !== ""))
    return texts;
  throw new CharmError(code, texts.length === 0 ? `No ${what} is given.` : `A ${what} is empty.`);
}

/** What is left out, or undefined, is what somebody asks for who says nothing. */
export function completeAnswer({
  signal: _signal,
  onEvent: _onEvent,
  ...said
}: AskOptions): AnswerOptions {
  const named = Object.entries(said).filter(([, value]) => value !== undefined);
  const options: AnswerOptions = { ...unsaidOptions, ...Object.fromEntries(named) };
  requireCount("maxWords", options.maxWords);
  requireCount("maxTokens", options.maxTokens);
  return options;
}

function requireCount(name: string, value: number | null): void {
  if (value === null || (Number.isSafeInteger(value) && value > 0)) return;
  throw new CharmError("option-invalid", `${name} is ${value}, and takes a whole number above 0.`);
}

/** @throws CharmError `option-invalid` */
export function completeSearch({
  k = 10,
  explain = false,
  documents = [],
  authorities = [],
}: SearchOptions) {
  if (!Number.isSafeInteger(k) || k < 1 || k > mostResults)
    throw new CharmError("option-invalid", `k is ${k}, and takes 1 to ${mostResults}.`);
  const unknown = authorities.find((authority) => !allAuthorities.includes(authority));
  if (unknown !== undefined)
    throw new CharmError("option-invalid", `There is no authority “${unknown}”.`, {
      hint: `There are ${allAuthorities.join(", ")}.`,
    });
  return { k, explain, documents, authorities };
}
