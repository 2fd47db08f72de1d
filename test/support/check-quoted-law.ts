// Compares what an answer quotes of a paragraph of law with the paragraph as its passages print it.
import type { Span } from "../../src/chunk/passage.ts";
import type { DraftClaim, DraftLine, QuotePart } from "../../src/draft/draft.ts";
import { quotedText } from "../../src/draft/line-parts.ts";
import { describeLeftOut, type LeftOutItems } from "../../src/law/left-out.ts";
import { isWithin } from "../../src/place/address.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";

/** A printed stretch of one provision's own words. */
export interface Stretch {
  readonly evidence: Evidence;
  readonly span: Span;
  readonly address: string;
}

/**
 * What is printed, and in force, at a place and below, in the order of the document; footnotes and the definitions that
 * stand in it left out.
 */
export function printedAt(law: readonly Evidence[], place: string): Stretch[] {
  return law
    .filter(({ passage }) => passage.standing === "current")
    .toSorted((a, b) => a.passage.ordinal - b.passage.ordinal)
    .flatMap((evidence) =>
      evidence.passage.spans.flatMap((span): Stretch[] => {
        const { address, kind } = span;
        if (address === null || kind === "footnote" || !isWithin(address, place)) return [];
        return address.slice(place.length).includes("/def/") ? [] : [{ evidence, span, address }];
      }),
    );
}

function textOf(stretches: readonly Stretch[]): string {
  return stretches
    .map(({ evidence, span }) => evidence.passage.text.slice(span.start, span.end))
    .join(" ");
}

/**
 * What is wrong with a claim that should quote some provisions of a paragraph and name the rest. Nothing is, where each
 * printed stretch is either quoted or in one named gap, all in the order of the text.
 *
 * @param printed the paragraph
 * @param kept addresses of the provisions to be quoted
 */
export function checkQuotedLaw(
  printed: readonly Stretch[],
  kept: ReadonlySet<string>,
  { lines }: DraftClaim,
): string[] {
  const wrong: string[] = [];
  const quoted: Stretch[] = [];
  const told: Stretch[] = [];
  const texts: string[] = [];
  lines.forEach((line, i) => {
    for (const part of line.parts) {
      if (part.kind === "quote") {
        const own = stretchesOf(printed, part);
        wrong.push(...checkQuote(printed, own, part, line, i === 0));
        quoted.push(...own);
        told.push(...own);
        texts.push(quotedText(part.quote));
      } else if (part.kind === "gap") {
        const left = part.left?.items.flatMap((item) => below(printed, item)) ?? [];
        wrong.push(...(part.left ? checkGap(printed, part.left, line) : ["a gap without a name"]));
        if (isGap(lines[i - 1], line.depth)) wrong.push("two gaps side by side");
        told.push(...left);
        texts.push(textOf(left));
      }
    }
  });
  if (told.length !== printed.length || told.some((one, i) => one !== printed[i]))
    wrong.push("not every stretch once, in the order of the text");
  if (foldSpace(texts.join(" ")) !== foldSpace(textOf(printed))) wrong.push("other words");
  const asked = printed.filter(({ address }) => kept.has(address));
  if (asked.some((one) => !quoted.includes(one)) || asked.length !== quoted.length)
    wrong.push(`quotes ${namesOf(quoted)} and was to quote ${namesOf(asked)}`);
  return wrong;
}

const foldSpace = (text: string) => text.replace(/\s+/g, " ").trim();
const namesOf = (stretches: readonly Stretch[]) => stretches.map(({ address }) => address).join();

function isGap(line: DraftLine | undefined, depth: number): boolean {
  return line?.depth === depth && line.parts.some(({ kind }) => kind === "gap");
}

function below(printed: readonly Stretch[], place: string): Stretch[] {
  return printed.filter(({ address }) => isWithin(address, place));
}

function stretchesOf(printed: readonly Stretch[], { quote }: QuotePart): Stretch[] {
  return printed.filter(
    ({ evidence, span }) =>
      evidence === quote.evidence && span.start >= quote.start && span.end <= quote.end,
  );
}

/** How many provisions with words of their own it hangs from, one under the other. */
function depthOf(printed: readonly Stretch[], place: string): number {
  const above = printed.map(({ address }) => address).filter((address) => address !== place);
  return new Set(above.filter((address) => isWithin(place, address))).size;
}

/** A quote is whole stretches of one provision, as deep as that stands; what closes the paragraph's list, under it. */
function checkQuote(
  printed: readonly Stretch[],
  own: readonly Stretch[],
  { quote }: QuotePart,
  line: DraftLine,
  first: boolean,
): string[] {
  const [begin, end] = [own[0], own.at(-1)];
  if (!begin || !end) return ["a quote of no whole stretch"];
  const { address } = begin;
  const depth = depthOf(printed, address);
  const whole = begin.span.start === quote.start && end.span.end === quote.end;
  return [
    ...(whole ? [] : [`a part of ${address}`]),
    ...(own.every((other) => other.address === address) ? [] : [`${namesOf(own)} in one quote`]),
    ...(line.depth === (first ? depth : Math.max(1, depth)) ? [] : [`${address} too deep or not`]),
  ];
}

/** A gap stands as deep as its items; it names the first, how many more there are, and the pages that they stand on. */
function checkGap(printed: readonly Stretch[], left: LeftOutItems, { depth }: DraftLine): string[] {
  const { items, page, pageEnd } = left;
  const pages = items
    .flatMap((item) => below(printed, item))
    .flatMap(({ span }) => span.page ?? []);
  const [first, last] = [Math.min(...pages), Math.max(...pages)];
  const where = first === last ? `page ${first}` : `pages ${first} to ${last}`;
  const label = items[0]?.split("/").at(-1);
  const more = items.length === 1 ? "" : ` and ${items.length - 1} more`;
  const said = describeLeftOut(left);
  return [
    ...(items.every((item) => below(printed, item).length > 0) ? [] : [`no ${items.join()}`]),
    ...(items.every((item) => depthOf(printed, item) === depth) ? [] : ["a gap of other lists"]),
    ...(page === first && pageEnd === last ? [] : [`pages ${page} to ${pageEnd} for ${where}`]),
    ...(said === `(${label})${more}, on ${where}` ? [] : [`“${said}” for ${items.join()}`]),
  ];
}
