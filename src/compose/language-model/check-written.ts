// How a statement is checked: what an engine asks of the stage that verifies.
import type { Evidence } from "../../retrieve/evidence.ts";
import type { Finding } from "../../findings/finding.ts";
import type { MeasureNearness } from "../../score/nearness.ts";
import { checkStatement } from "../../verify/check-statement.ts";
import { measureMeaning } from "../../verify/measure-meaning.ts";
import { toSupport } from "../../verify/read-evidence.ts";
import { readStatement } from "../../verify/read-statement.ts";
import type { CheckContext } from "../../verify/statement.ts";

/** A statement as a model wrote it, without its keys. */
export interface WrittenStatement {
  readonly text: string;
  readonly kind: "requirement" | "advice";
  /** The question that it answers. */
  readonly about?: string;
}

/** A piece that a statement cites, with the words of it that are said to bear the statement out. */
export interface Cited {
  readonly evidence: Evidence;
  readonly quoted: readonly string[];
}

/**
 * Findings of severity error refuse the statement; a warning is shown with it; notes are only told.
 * @param cited what it cites, in order
 */
export type CheckWritten = (
  statement: WrittenStatement,
  cited: readonly Cited[],
) => Promise<readonly Finding[]>;

/**
 * The check by which what a model writes is verified.
 * @param nearness evidence of meaning beside the words; without it the words alone decide
 */
export function createCheck(context: CheckContext, nearness?: MeasureNearness): CheckWritten {
  return async (written, cited) => {
    const statement = readStatement(written, context.references);
    const supports = cited.map(({ evidence, quoted }) => toSupport(evidence, quoted));
    const meaning =
      nearness === undefined ? undefined : await measureMeaning(statement, supports, nearness);
    return checkStatement(statement, supports, {
      ...context,
      strict: true,
      ...(meaning === undefined ? {} : { meaning }),
    });
  };
}
