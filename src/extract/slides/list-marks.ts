// Takes the paragraphs of a text box; gives the number or bullet that each has, through what the box inherits.
import { type Counting, printNumber } from "../office/printed-number.ts";
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";

export interface ListMark {
  readonly item: boolean;
  /** As printed: `2.`, `(a)`; "" for a bullet. */
  readonly number: string;
}

/** Numbers that run, by level. */
interface Run {
  readonly kind: string;
  readonly start: number;
  count: number;
}

const countings: ReadonlyMap<string, Counting> = new Map([
  ["arabic", "decimal"],
  ["alphaLc", "lower-letter"],
  ["alphaUc", "upper-letter"],
  ["romanLc", "lower-roman"],
  ["romanUc", "upper-roman"],
]);

/**
 * @param holders what the paragraphs take list marks from after their own, nearest first: elements with `a:lvl1pPr`
 * @returns a function to call with each paragraph that has text, in order
 */
export function openListMarks(
  holders: readonly (Element | undefined)[],
): (paragraph: Element) => ListMark {
  const runs = new Map<number, Run>();
  return (paragraph) => {
    const own = childOf(paragraph, "a:pPr");
    const level = Math.max(0, Math.min(Number(own?.attributes.get("lvl")) || 0, 8));
    const mark = [own, ...holders.map((holder) => childOf(holder, `a:lvl${level + 1}pPr`))]
      .map(findMark)
      .find((one) => one !== undefined);
    for (const deeper of runs.keys()) if (deeper > level) runs.delete(deeper);
    if (mark?.name !== "a:buAutoNum") {
      runs.delete(level);
      return { item: mark !== undefined && mark.name !== "a:buNone", number: "" };
    }
    const kind = mark.attributes.get("type") ?? "arabicPeriod";
    const start = Number(mark.attributes.get("startAt") ?? 1);
    const before = runs.get(level);
    const goesOn = before?.kind === kind && before.start === start;
    const run = goesOn ? before : { kind, start, count: start - 1 };
    run.count += 1;
    runs.set(level, run);
    return { item: true, number: print(run.count, kind) };
  };
}

function findMark(properties: Element | undefined): Element | undefined {
  return childrenOf(properties).find(({ name }) =>
    ["a:buNone", "a:buChar", "a:buAutoNum", "a:buBlip"].includes(name),
  );
}

/** Nothing for kinds of other scripts, and for what programs do not count to. */
function print(count: number, kind: string): string {
  const [, letters = "", form] =
    /^(alphaLc|alphaUc|romanLc|romanUc|arabic)(Period|ParenR|ParenBoth|Plain)$/.exec(kind) ?? [];
  const counting = countings.get(letters);
  const number = counting && count >= 1 ? printNumber(count, counting, true) : "";
  if (number === "") return "";
  if (form === "Period") return `${number}.`;
  if (form === "ParenR") return `${number})`;
  return form === "ParenBoth" ? `(${number})` : number;
}
