// What an engine composes: claims in the order of the answer, each line made of typed parts.
import type { TextRange } from "../text/sentences.ts";
import type { Authority } from "../document.ts";
import type { Finding } from "../findings/finding.ts";
import type { RunUsage } from "../language-model/spending.ts";
import type { LeftOutItems } from "../law/left-out.ts";
import type { Place } from "../place/place.ts";
import type { Evidence } from "../retrieve/evidence.ts";

/** A stretch of a passage's text. */
export interface Quote extends TextRange {
  readonly evidence: Evidence;
}

/**
 * - `name`: a place as a reader would cite it, which the words beside it stand at
 * - `quote`: a document's own words
 * - `words`: what charm or a language model says; `strong` where it labels what follows, which states nothing
 * - `gap`: the document goes on here with something left out; of a list of law it is known what
 * - `blank`: something for a person to fill in
 */
export type LinePart =
  | { readonly kind: "name"; readonly text: string; readonly place: Place }
  | { readonly kind: "quote"; readonly quote: Quote }
  | { readonly kind: "words"; readonly text: string; readonly strong?: true }
  | { readonly kind: "gap"; readonly left?: LeftOutItems }
  | { readonly kind: "blank"; readonly label: string };

export type GapPart = Extract<LinePart, { kind: "gap" }>;
export type NamePart = Extract<LinePart, { kind: "name" }>;
export type QuotePart = Extract<LinePart, { kind: "quote" }>;

export interface DraftLine {
  readonly parts: readonly LinePart[];
  /** 0 for the statement itself, 1 for the items under it, and so on. */
  readonly depth: number;
  /** What a model's words rest on, which they need not quote; left out where the parts quote for themselves. */
  readonly rests?: readonly Quote[];
  /**
   * How much worse it answers its part of the question than what answers it best (logarithm of odds, 0 for the best);
   * left out where the order of the draft tells what is best.
   */
  readonly behind?: number;
}

/** One statement: its lines are the statement or its lead-in, then the items of a list under it. */
export interface DraftClaim {
  readonly authority: Authority;
  /** Statements rest on quotes; advice, texts to paste and what only leads on need none. A statement when left out. */
  readonly kind?: "statement" | "advice" | "draft" | "connective";
  /** Its first line names the columns of a table, and the others are its rows, their cells between " | ". */
  readonly table?: true;
  /** Shown although verification refused it, and marked so. */
  readonly unverified?: boolean;
  /** Verification found something to look at, but nothing to refuse; marked so. */
  readonly doubted?: boolean;
  readonly lines: readonly DraftLine[];
  /** The finding that a note tells of: where the note is left out, its reader must be told otherwise. */
  readonly tells?: Finding;
}

/** A place to read on, which is named and claims nothing. */
export interface DraftPointer {
  readonly authority: Authority;
  readonly name: NamePart;
  /** Titles of the headings it stands under, outermost first. */
  readonly trail: readonly string[];
  /** How its text begins; listed with its source, whether or not it is shown. */
  readonly opening: Quote;
  /** What tells a reader what the place is about: how its text begins, or the headings it stands under. */
  readonly told: "opening" | "heading";
  /** The heading to show beside the name; null where the name or the opening tells enough. */
  readonly under: string | null;
  /** Its text goes on behind the opening. */
  readonly goesOn: boolean;
}

export interface DraftGroup {
  readonly title: string;
  /** Of a heading among headings, how many it stands under in its section; left out of titles that charm gives. */
  readonly depth?: number;
  readonly claims: readonly DraftClaim[];
  /** What is said of the group itself, without a source: that the documents are silent. */
  readonly note?: string;
  /** The same, one by one. */
  readonly items?: readonly string[];
  /** The findings that the items tell of, as those of claims. */
  readonly tells?: readonly Finding[];
}

export interface DraftSection {
  /** Null when the question has one part. */
  readonly heading: string | null;
  readonly groups: readonly DraftGroup[];
}

export interface Draft {
  readonly question: string;
  /** What must be known before the answer is read, without a source. */
  readonly note?: string;
  /** The one to three statements that answer the question. */
  readonly direct: readonly DraftClaim[];
  readonly sections: readonly DraftSection[];
  /** Places to read on. */
  readonly further?: readonly DraftPointer[];
  /** What a reader must know of the sources. */
  readonly notes?: DraftSection;
  /** What was left out for length; left out itself where nothing was. */
  readonly leftOut?: LeftOut;
  /** What was asked and no document of the library answers. */
  readonly missing: readonly string[];
  /** A part of the question is left unanswered, though documents may answer it. */
  readonly partial?: boolean;
  /** What verification found of it while it was composed. */
  readonly findings?: readonly Finding[];
  readonly engine: DraftEngine;
  /** What a language model used for the run so far. */
  readonly usage?: RunUsage;
}

/** How many there would have been more. */
export interface LeftOut {
  readonly statements: number;
  /** Places to read on. */
  readonly places: number;
}

export interface DraftEngine {
  readonly name: string;
  readonly model: string | null;
  /** Name, version and digest of the prompt. */
  readonly prompt?: string;
  /** Digest of the evidence the prompt held. */
  readonly evidence?: string;
}

/** All claims in the order of the draft, those of its notes last. */
export function claimsOf({
  direct,
  sections,
  notes,
}: Pick<Draft, "direct" | "sections" | "notes">): DraftClaim[] {
  const all = notes === undefined ? sections : [...sections, notes];
  return [...direct, ...all.flatMap(({ groups }) => groups.flatMap(({ claims }) => claims))];
}

/** What a line quotes, then what else it rests on, each once, in its order. */
export function quotesOf({ parts, rests = [] }: DraftLine): readonly Quote[] {
  const quoted = parts.flatMap((part) => (part.kind === "quote" ? [part.quote] : []));
  const further = rests.filter(
    ({ evidence, start }) =>
      !quoted.some((quote) => quote.evidence === evidence && quote.start === start),
  );
  return [...quoted, ...further];
}
