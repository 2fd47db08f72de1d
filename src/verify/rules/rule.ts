// What every rule takes and gives: one sentence of a statement with the units of its sources that it may rest on.
import type { TextRange } from "../../text/sentences.ts";
import type { FindingArgs, FindingCode } from "../../findings/codes.ts";
import {
  makeFinding,
  type Finding,
  type FindingOptions,
  type FindingPlace,
} from "../../findings/finding.ts";
import type { UnitMatch, SourceUnit } from "../align.ts";
import { nameSupport } from "../name-supports.ts";
import type { CheckContext, Statement, Support } from "../statement.ts";

export interface SentenceClaim {
  readonly statement: Statement;
  /** One sentence of the statement, quotations blanked out, offsets its own. */
  readonly sentence: string;
  /** Stretches of the sentence that are references. */
  readonly references: readonly TextRange[];
  readonly supports: readonly Support[];
  readonly units: readonly SourceUnit[];
  /** Units that share words with the sentence, best first. */
  readonly matches: readonly UnitMatch[];
  readonly context: CheckContext;
}

/** Pure; gives what it finds wrong with the claim. */
export type SentenceRule = (claim: SentenceClaim) => readonly Finding[];

/** Line and, where there are any, the words concerned and the one source that speaks against them. */
export function at(
  claim: SentenceClaim,
  reference?: string,
  support?: Support,
): Pick<FindingOptions, "line" | "reference" | "place"> {
  const { line } = claim.statement;
  return { line, reference, place: support && placeOf(support) };
}

/** What there is to say of a claim besides the name of the source that speaks against it. */
type ArgsBesidesPlace<Args> = Args extends unknown ? Omit<Args, "place"> : never;

/** Says that one source speaks against a claim: the finding names it in its message and tells where it is. */
export function findAgainst<Code extends FindingCode>(
  claim: SentenceClaim,
  support: Support,
  code: Code,
  args: ArgsBesidesPlace<FindingArgs<Code>>,
  { reference, severity }: Pick<FindingOptions, "reference" | "severity"> = {},
): Finding {
  const named: object = { ...args, place: nameSupport(support) };
  return makeFinding(code, named as FindingArgs<Code>, {
    ...at(claim, reference, support),
    severity,
  });
}

function placeOf({ document, places, page }: Support): FindingPlace {
  return { file: document.file, locator: places[0]?.locator ?? null, page };
}
