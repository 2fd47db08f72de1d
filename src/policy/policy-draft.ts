// A draft of a home's document, in parts each of which says where its words come from: nothing in it is anybody's guess.
import type { Authority } from "../document.ts";
import type { GapRow } from "../gap/matrix.ts";
import type { AnswerSource } from "../report/answer.ts";
import type { PackKind } from "../packs/pack.ts";

/** Words of law or guidance. */
export interface LawPart {
  readonly kind: "law";
  readonly authority: Authority;
  readonly file: string;
  readonly locator: string | null;
  readonly address: string;
  /** As a reader cites it: "Regulation 34(4)(a)". */
  readonly place: string;
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** Verbatim. */
  readonly text: string;
  /** It leads into what is quoted below it. */
  readonly leads: boolean;
  readonly cited: readonly number[];
}

/** Words of a document of the home. */
export interface OwnPart {
  readonly kind: "own";
  readonly file: string;
  /** As the library calls the document; its file where it is not in the library. */
  readonly name: string;
  readonly section: string | null;
  readonly page: number | null;
  /** Verbatim. */
  readonly text: string;
  /** Its sentence goes on. */
  readonly cut: boolean;
  readonly cited: readonly number[];
}

/** What is known of the home besides its documents, in a fixed form of sentence. */
export interface FactPart {
  readonly kind: "fact";
  readonly file: string;
  readonly text: string;
}

/** Something that nobody has said yet. */
export interface BlankPart {
  readonly kind: "blank";
  /** What has to be said there. */
  readonly text: string;
  /** Id of the requirement that asks for it; null where none does. */
  readonly requirement: string | null;
}

/** A stretch of a sentence: its words, or a place to complete in it. */
export interface ProseRun {
  readonly kind: "words" | "blank";
  readonly text: string;
}

/** A sentence that a language model wrote, and that was verified against the parts of its section. */
export interface ProseSentence {
  readonly runs: readonly ProseRun[];
  readonly cited: readonly number[];
}

/** Connecting text, to be agreed: nothing in it is said that another part of the section does not say. */
export interface ProsePart {
  readonly kind: "prose";
  readonly sentences: readonly ProseSentence[];
}

/** A sentence that a language model wrote, and that could not be verified. */
export interface WithheldSentence {
  readonly section: string;
  readonly text: string;
  readonly reason: string;
}

/** Who wrote the connecting text of a draft. */
export interface ProseWriter {
  readonly model: string;
  /** Name, version and digest of the prompt. */
  readonly prompt: string;
  /** Digest of what the model was shown. */
  readonly evidence: string;
}

export type DraftPart =
  | LawPart
  | OwnPart
  | FactPart
  | BlankPart
  /** What is wrong with the words above it, by charm's own check. */
  | { readonly kind: "remark"; readonly text: string }
  | ProsePart
  /** A word to the writer, of the pack. */
  | { readonly kind: "note"; readonly text: string }
  /** When a requirement applies, in the words of its set. */
  | { readonly kind: "applies"; readonly text: string }
  /** The text that a requirement rests on, which is not in the library. */
  | { readonly kind: "outside"; readonly text: string }
  /** A requirement that binds somebody else. */
  | { readonly kind: "others" }
  /**
   * A sentence of the draft's own: a right that the law gives a child, in plain words of the pack, with the place that it
   * is from; null for one that stands elsewhere in the draft.
   */
  | { readonly kind: "saying"; readonly text: string; readonly from: string | null };

export interface DraftSection {
  readonly title: string;
  readonly parts: readonly DraftPart[];
}

/** A contradiction, never settled: both places, and a blank. */
export interface DraftConflict {
  readonly about: string;
  readonly parts: readonly DraftPart[];
}

/** A field of document control: what is known, or null, and what is to be filled in, or null. */
export interface ControlField {
  readonly name: string;
  readonly value: string | null;
  readonly blank: string | null;
}

export interface PolicyDraft {
  readonly pack: string;
  readonly kind: PackKind;
  readonly title: string;
  readonly home: string;
  /** What `charm gap` takes for the same requirements. */
  readonly set: string;
  readonly control: readonly ControlField[];
  /** On the matter of the pack. */
  readonly conflicts: readonly DraftConflict[];
  /** Of the home's documents on other matters: not shown in the draft. */
  readonly elsewhere: readonly DraftConflict[];
  /** What the home is, as far as its facts say. */
  readonly facts: DraftSection | null;
  /** For children to read. */
  readonly child: readonly DraftSection[];
  readonly sections: readonly DraftSection[];
  readonly sources: readonly AnswerSource[];
  /** Left out where no language model wrote any of it. */
  readonly writer?: ProseWriter;
  /** What a language model wrote and may not stand; left out where none was asked. */
  readonly withheld?: readonly WithheldSentence[];
}

/** A row of the coverage table: what `charm gap` says of the draft itself. */
export type CoverageRow = Pick<
  GapRow,
  "id" | "document" | "locator" | "page" | "duty" | "verdict" | "asks" | "missing"
>;
