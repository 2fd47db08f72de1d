// Takes what two own documents say of one matter; tells whether their figures are the same or differ.
import type { Asked } from "../../plan/asked-kind.ts";
import { textOfLines } from "../../score/statements.ts";
import type { RankedStatement } from "../../score/rank-statements.ts";
import { readTimeFacts } from "../../facts/time-facts.ts";
import { readQuantities, type QuantityKind } from "../../text/quantities.ts";
import type { OwnComparison, OwnFinding } from "./own-answer.ts";

/** Kinds of figures by the kind of thing asked for; all that are compared where none is. */
const kindsOf: Partial<Record<Asked["kind"], readonly QuantityKind[]>> = {
  money: ["money"],
  amount: ["money", "percent", "size", "count"],
  length: ["time"],
  time: ["time"],
  occasion: ["time", "age"],
  frequency: ["time"],
  count: ["count"],
  size: ["size"],
  age: ["age"],
  date: ["date", "year"],
};
const anyKind: readonly QuantityKind[] = ["age", "time", "money", "percent", "size"];

/** A figure as it is compared and as it is written. */
interface Figure {
  readonly key: string;
  readonly words: string;
}

/** Times by their length, however they are written: "within a week" is "within 7 days". */
function figuresOf(text: string, kind: QuantityKind): Figure[] {
  const times = kind === "time" ? readTimeFacts(text) : [];
  const others = readQuantities(text, times).filter((each) => each.kind === kind);
  return [
    ...times.map(({ hours, words }) => ({ key: `hours:${hours.least}-${hours.most}`, words })),
    ...others,
  ];
}

/** Whether a text gives a figure that two documents could differ by. */
export function holdsFigures(text: string): boolean {
  return anyKind.some((kind) => figuresOf(text, kind).length > 0);
}

/** By the best statement of each that holds a figure of one kind; null where there are not two such. */
export function compareFacts(
  findings: readonly OwnFinding[],
  asks: Asked | undefined,
): OwnComparison | null {
  const [one, other] = findings.filter(({ verdict }) => verdict === "says");
  if (!one || !other) return null;
  for (const kind of (asks && kindsOf[asks.kind]) ?? anyKind) {
    const first = bestFacts(one.statements, kind);
    const second = bestFacts(other.statements, kind);
    if (first === null || second === null) continue;
    const keys = [first, second].map((facts) => new Set(facts.map(({ key }) => key)));
    const [a = new Set<string>(), b = new Set<string>()] = keys;
    const shared = [...a].filter((key) => b.has(key)).length;
    const same = shared === a.size && shared === b.size;
    // Where some agree and some do not, nobody knows which belong together.
    if (!same && shared > 0) continue;
    return {
      same,
      facts: [
        { document: one.document, words: wordsOf(first) },
        { document: other.document, words: wordsOf(second) },
      ],
    };
  }
  return null;
}

function bestFacts(statements: readonly RankedStatement[], kind: QuantityKind): Figure[] | null {
  for (const statement of statements) {
    const text = textOfLines(statement, statement.evidence.passage.text);
    const facts = figuresOf(text, kind);
    if (facts.length > 0) return facts;
  }
  return null;
}

function wordsOf(facts: readonly Figure[]): string {
  return [...new Set(facts.map(({ words }) => `“${words.replace(/\s+/g, " ").trim()}”`))].join(
    ", ",
  );
}
