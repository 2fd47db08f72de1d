// What the parts of a Word document are read with, and what is gathered while they are read.
import type { Colour } from "../colour.ts";
import type { Element } from "../office/read-xml.ts";
import type { FlowText } from "../flow/flow-page.ts";
import type { Losses } from "../losses.ts";
import type { Counter } from "./numbering.ts";
import type { RunLook, Styles } from "./styles.ts";

/** A field, while its code or its result is being read (ECMA-376 part 1, 17.16.18). */
export interface Field {
  code: string;
  /** What stands between `begin` and `separate` is the code, what follows is the result that Word shows. */
  inResult: boolean;
  /** Text that a form field shows without a result. */
  readonly form: string | null;
}

/** Where text goes, and where its pages are counted. A cell, a note or a text box has one of its own. */
export interface Sink {
  readonly texts: FlowText[];
  /** Page that the next text stands on. */
  page: number;
  /** The last break was of this kind, and no text has come since: Word saves a break behind one that it was told of. */
  turned: "told" | "saved" | null;
  /** What lies behind its text; null in boxes and headers, where that is not known. */
  readonly ground: Colour | null;
  /** What the table's style gives to the runs of a cell. */
  readonly tableRun: RunLook | null;
}

export interface Section {
  /** `w:sectPr`. */
  readonly properties: Element;
  /** The page that was begun behind it, for as long as it is not known whether the next section begins one. */
  readonly page: number;
  /** The file saved that a page begins there. */
  isSaved: boolean;
}

export interface Reader {
  readonly styles: Styles;
  readonly counter: Counter;
  /** Open fields, outermost first. */
  readonly fields: Field[];
  readonly losses: Losses;
  readonly notes: Notes;
  /** The file says somewhere where a page ended. */
  pagesSaved: boolean;
  /** Sections of the body that have ended, in order. */
  readonly sections: Section[];
  /** Headers and footers are being read. */
  readonly isRunning: boolean;
}

/** Footnotes and endnotes, labelled in the order in which the text refers to them. */
export interface Notes {
  /**
   * The label that Word prints; null where the file holds no such note.
   * @param signed the writer gave it a sign of their own
   */
  refer(kind: "footnote" | "endnote", id: string, signed: boolean, page: number): string | null;
  /** Words of a note whose mark is not shown; empty where they were read or asked for before. */
  unmarked(kind: "footnote" | "endnote", id: string): string;
}
