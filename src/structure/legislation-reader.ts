// What is known while legislation is read line by line: the open division, unit and title, and the notes collected.
import type { OpenBracket } from "./amendments.ts";
import type { Annotations } from "./annotations.ts";
import type { Clauses } from "./clauses.ts";
import { createTree, type Node, type Tree } from "./tree.ts";

/** `SI` for regulations and orders, whose units are regulations; `Act` for Acts, whose units are sections. */
export type InstrumentKind = "SI" | "Act";

export interface LegislationReader {
  readonly tree: Tree;
  readonly kind: InstrumentKind;
  readonly annotations: Annotations;
  readonly bracketed: Map<Node, readonly string[]>;
  readonly body: number;
  readonly margin: number;
  part: Node | null;
  chapter: Node | null;
  crossheading: Node | null;
  schedule: Node | null;
  clauses: Clauses | null;
  /** Title lines of a division, regulation or schedule still being read. */
  titleOf: Node | null;
  pendingTitle: string | null;
  lastTitle: string | null;
  lastUnit: string | null;
  lastNote: string | null;
  annotating: boolean;
  /** Annotations stood between the line before and this one. */
  interrupted: boolean;
  /** Amendment brackets that are open where the line stands. */
  open: readonly OpenBracket[];
  /** What the next schedule is made under, where that is printed above its number. */
  scheduleSource: string | null;
  /** The next unit is printed as not yet in force. */
  prospective: boolean;
  /** After "EXPLANATORY NOTE": no longer the instrument's text. */
  afterword: Node | null;
}

export function startReading(
  kind: InstrumentKind,
  measure: { body: number; margin: number },
): LegislationReader {
  return {
    tree: createTree(),
    kind,
    annotations: new Map(),
    bracketed: new Map(),
    ...measure,
    part: null,
    chapter: null,
    crossheading: null,
    schedule: null,
    clauses: null,
    titleOf: null,
    pendingTitle: null,
    lastTitle: null,
    lastUnit: null,
    lastNote: null,
    annotating: false,
    interrupted: false,
    open: [],
    scheduleSource: null,
    prospective: false,
    afterword: null,
  };
}

/** Remembers the amendment brackets inside which a provision stands. */
export function noteBracket({ open, bracketed }: LegislationReader, node: Node | null): void {
  const labels = open.filter((bracket) => bracket.atStart).map((bracket) => bracket.label);
  if (node && labels.length > 0) bracketed.set(node, labels);
}
