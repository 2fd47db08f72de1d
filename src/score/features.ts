// Takes what was asked and the statements found for it; gives what is known of each, on scales that mean the same for
// every question.
import type { AskedKind } from "../plan/asked-kind.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { PassageStatement } from "./statements.ts";

export interface Features {
  /** Nearness to the question (-1 to 1). */
  readonly near: number;
  /** The same less that of the nearest statement: 0 for the nearest, else below. */
  readonly nearLead: number;
  /** Rank score of its passage (`Evidence.score`) less that of the best: of own documents, or of all others. */
  readonly passageLead: number;
  /** Similarity of the nearest known question that it, or its provision, answers; 0 where none is known. */
  readonly subject: number;
  /** The same less that of the nearest of all. */
  readonly subjectLead: number;
  /** Similarity of the nearest known question that nothing answers, less that of the nearest that something does. */
  readonly beyond: number;
  /** 1 where its document is about children's homes, the home's own, the inspectorate's, or named in the question. */
  readonly field: number;
  /** 1 where its document is the home's own. */
  readonly own: number;
  /** 1 where the question asks for a thing that texts rarely hold by chance (a sum, a size), and it holds none. */
  readonly lacking: number;
  /** 1 where the question names its provision. */
  readonly named: number;
}

/** Kinds of which statements about anything rarely hold one by chance. */
const rare: ReadonlySet<AskedKind> = new Set([
  "money",
  "amount",
  "size",
  "count",
  "contact",
  "product",
]);

/** A statement among the evidence, before it is scored. */
export interface Sighted {
  readonly statement: PassageStatement;
  readonly evidence: Evidence;
  /** See `Features`. */
  readonly subject: number;
  /** Known questions speak of its document. */
  readonly known: boolean;
  /** It holds the kind of thing that is asked for. */
  readonly holds: boolean;
}

/**
 * @param asks the kind of thing that is asked for, where there is one
 * @param nearness of each statement
 */
export function describeAll(
  sighted: readonly Sighted[],
  nearness: readonly number[],
  asks: AskedKind | undefined,
): Features[] {
  const bestOf = (own: boolean): number =>
    Math.max(...sighted.flatMap(({ evidence }) => (isOwn(evidence) === own ? evidence.score : [])));
  const most = {
    near: Math.max(...nearness),
    passage: { own: bestOf(true), others: bestOf(false) },
    subject: Math.max(...sighted.map(({ subject }) => subject)),
  };
  return sighted.map(({ evidence, subject, holds }, i) => {
    const own = isOwn(evidence);
    const near = nearness[i] ?? 0;
    return {
      near,
      nearLead: near - most.near,
      passageLead: evidence.score - most.passage[own ? "own" : "others"],
      subject,
      subjectLead: subject - most.subject,
      beyond: (evidence.known?.beyond ?? 0) - most.subject,
      field: isOfField(evidence) ? 1 : 0,
      own: own ? 1 : 0,
      lacking: asks !== undefined && rare.has(asks) && !holds ? 1 : 0,
      named: evidence.signals.named ?? 0,
    };
  });
}

function isOwn({ document }: Evidence): boolean {
  return document.authority === "own";
}

/** A document that the question names is what it is about, whatever its field. */
function isOfField({ document, signals }: Evidence): boolean {
  return (
    document.authority === "own" ||
    document.authority === "inspection" ||
    document.field ||
    (signals.document ?? 0) > 0
  );
}
