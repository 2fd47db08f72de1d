// Takes what is asked and the texts found for it; tells how closely a statement that holds such a thing holds it in
// connection with what the question is about.
import type { Asked } from "../plan/asked-kind.ts";
import { holdsKind } from "../plan/holds-kind.ts";
import type { StatementLine } from "./statements.ts";
import { contentStemList } from "../text/content-stems.ts";
import { coverage, weighStems } from "./terms.ts";

export interface AskedOf {
  /** A question in its wordings. */
  readonly wordings: readonly string[];
  readonly asks: Asked;
  /** Of the passages found for it, by which its words are weighed. */
  readonly texts: readonly string[];
}

export interface StatementText {
  readonly lines: readonly StatementLine[];
  /** Of its passage. */
  readonly text: string;
  /** It stands under. */
  readonly titles: string;
}

/**
 * Share (0–1) of the question's telling words, those of asking aside, in the line that holds the thing and those over
 * it; null where nothing of the kind is held.
 */
export function createGiving({
  wordings,
  asks,
  texts,
}: AskedOf): (statement: StatementText) => number | null {
  const asking = new Set(contentStemList(asks.words));
  const weights = wordings.map((wording) => {
    const own = weighStems(wording, texts);
    const telling = [...own].filter(([stem]) => !asking.has(stem));
    // "What is our weekly fee?" asks for nothing but the thing itself.
    return telling.length > 0 ? new Map(telling) : own;
  });
  return ({ lines, text, titles }) => {
    const stretches = linesWithLeads(lines, text).filter(({ own, whole }) =>
      asks.counted === undefined ? holdsKind(own, asks) : holdsKind(whole, asks),
    );
    if (stretches.length === 0) return null;
    const shares = stretches.flatMap(({ whole }) =>
      weights.map((each) => coverage(each, `${titles} ${whole}`)),
    );
    return Math.max(...shares);
  };
}

/** Each line by itself, and after the lines it hangs from. */
function linesWithLeads(
  lines: readonly StatementLine[],
  text: string,
): { readonly own: string; readonly whole: string }[] {
  const over: { depth: number; own: string }[] = [];
  return lines.map(({ start, end, depth }) => {
    const own = text.slice(start, end);
    while (over.length > 0 && (over.at(-1)?.depth ?? 0) >= depth) over.pop();
    const whole = [...over.map((line) => line.own), own].join(" ");
    over.push({ depth, own });
    return { own, whole };
  });
}
