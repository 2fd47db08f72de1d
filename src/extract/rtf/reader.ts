// Takes nothing; gives the state in which a rich text is read: groups within groups, fonts, styles, and what was found.
import type { Footnote } from "../page.ts";
import type { RepeatBudget } from "../flow/repeats.ts";
import type { Colour } from "../colour.ts";
import { type Losses, openLosses } from "../losses.ts";
import type { Counting } from "../office/printed-number.ts";
import type { Destination } from "./destinations.ts";
import { openSink, type Sink } from "./sink.ts";

/** What a group inherits from the one around it. */
export interface Group {
  destination: Destination;
  /** Where `\ud` goes back to. */
  outside: Destination;
  sink: Sink;
  bold: boolean;
  italic: boolean;
  /** Undefined where only the style says. */
  hidden: boolean | undefined;
  /** In half points. */
  size: number | undefined;
  /** Places in the table of colours: of letters, of their marking, of the paragraph's ground. */
  colour: number | undefined;
  marking: number;
  ground: number;
  /** Stands in a box or header, behind which there may be anything. */
  apart: boolean;
  /** Stands in the code of a field. */
  coded: boolean;
  struck: boolean;
  deleted: boolean;
  font: number;
  /** Characters after `\u` that programs without Unicode show. */
  fallback: number;
  style: number;
  /** Of characters. */
  characterStyle: number;
  /** 1 to 9 for a heading; 10 for text; undefined where the paragraph says nothing. */
  outline: number | undefined;
  inTable: boolean;
  field: { instruction: string };
  shape: { property: string; unseen: boolean };
  /** The style being defined. */
  definition: StyleDefinition | undefined;
  /** Nothing stood in the group so far. */
  fresh: boolean;
  starred: boolean;
  /** What is done when the group ends, where it began a text of its own. */
  end: (() => void) | undefined;
}

export interface StyleDefinition {
  number: number;
  isParagraph: boolean;
  base: number | undefined;
  outline: number | undefined;
  name: string;
  /** What it says of its letters. */
  hidden?: boolean;
  size?: number;
  colour?: number;
}

interface NoteCount {
  next: number;
  counting: Counting;
}

export interface Reader {
  readonly groups: Group[];
  readonly styles: Map<number, StyleDefinition>;
  readonly characterStyles: Map<number, StyleDefinition>;
  /** Null for what the program chooses. */
  readonly colours: (Colour | null)[];
  /** The colour being defined. */
  mixing: Partial<Record<"red" | "green" | "blue", number>>;
  readonly fonts: Map<number, { charset: number | undefined; codePage: number | undefined }>;
  codePage: number;
  defaultFont: number;
  /** Bytes not yet decoded, and characters not yet given to a paragraph. */
  bytes: number[];
  characters: string;
  /** Characters still to be passed over after `\u`. */
  passOver: number;
  readonly footnotes: Footnote[];
  readonly notes: { readonly foot: NoteCount; readonly end: NoteCount };
  readonly running: Set<string>;
  readonly losses: Losses;
  readonly info: { title: string; author: string; created: [number, number, number] };
}

export function openReader(): Reader {
  return {
    groups: [],
    styles: new Map(),
    characterStyles: new Map(),
    colours: [],
    mixing: {},
    fonts: new Map(),
    codePage: 1252,
    defaultFont: 0,
    bytes: [],
    characters: "",
    passOver: 0,
    footnotes: [],
    notes: { foot: { next: 1, counting: "decimal" }, end: { next: 1, counting: "decimal" } },
    running: new Set(),
    losses: openLosses(),
    info: { title: "", author: "", created: [0, 0, 0] },
  };
}

/** @param around the group that holds it, or what the document may repeat where none does */
export function openGroup(around: Group | RepeatBudget): Group {
  const own = { fresh: true, starred: false, end: undefined };
  if ("sink" in around) return { ...around, ...own };
  return {
    ...own,
    destination: "text",
    outside: "text",
    sink: openSink(around),
    bold: false,
    italic: false,
    hidden: undefined,
    size: undefined,
    colour: undefined,
    marking: 0,
    ground: 0,
    apart: false,
    coded: false,
    struck: false,
    deleted: false,
    font: -1,
    fallback: 1,
    style: 0,
    characterStyle: 0,
    outline: undefined,
    inTable: false,
    field: { instruction: "" },
    shape: { property: "", unseen: false },
    definition: undefined,
  };
}
