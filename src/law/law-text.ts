// Takes passages of law; gives its paragraphs as trees: own words, and the lists under them, across passages and pages.
import type { TextRange } from "../text/sentences.ts";
import { groupBy } from "../lists.ts";
import { isWithin, paragraphOf, parentAddress, splitAddress, unitOf } from "../place/address.ts";
import type { Evidence } from "../retrieve/evidence.ts";

/** A stretch of a provision's own words in one passage. */
export interface LawPiece extends TextRange {
  readonly evidence: Evidence;
}

/** A provision with its words and the provisions that hang from them, in reading order: what closes a list comes after it. */
export interface LawProvision {
  readonly documentId: string;
  readonly address: string;
  readonly content: readonly (LawPiece | LawProvision)[];
  /** Words of its own stand in a passage that is not to be quoted; it and what hangs from it are left out, and named. */
  readonly withheld: boolean;
}

export interface LawText {
  /**
   * The outermost provision with words of its own that a place lies in, such as the numbered paragraph of `reg/28/2/c`,
   * or the definition: what stands in it is read together. Null where no passage of it was given.
   */
  readonly paragraphOf: (documentId: string, address: string) => LawProvision | null;
  /** The provision at a place; null where it has no words, or no passage of it was given. */
  readonly at: (documentId: string, address: string) => LawProvision | null;
  /** The paragraphs of its regulation, itself included, in their order; definitions left out. */
  readonly besides: (paragraph: LawProvision) => readonly LawProvision[];
}

interface OpenProvision extends LawProvision {
  readonly above: OpenProvision | null;
  readonly content: (LawPiece | OpenProvision)[];
  withheld: boolean;
}

/**
 * @param evidence all passages of each regulation or Schedule paragraph that is to be read; others are passed over
 * @param isWithheld whether a passage is not to be quoted
 */
export function readLaw(
  evidence: readonly Evidence[],
  isWithheld: (evidence: Evidence) => boolean = () => false,
): LawText {
  const law = evidence.filter(
    ({ document, passage }) =>
      document.authority === "legislation" && passage.standing === "current",
  );
  const open = new Map<string, OpenProvision>();
  for (const passages of groupBy(law, ({ document }) => document.id).values()) {
    const byOrdinal = new Map(passages.map((each) => [each.passage.ordinal, each]));
    const inOrder = [...byOrdinal].sort(([a], [b]) => a - b);
    for (const [, each] of inOrder) readPassage(each, open, isWithheld(each));
  }
  return {
    paragraphOf: (documentId, address) => {
      let found = open.get(keyOf(documentId, address)) ?? null;
      while (found?.above) found = found.above;
      return found;
    },
    at: (documentId, address) => open.get(keyOf(documentId, address)) ?? null,
    besides: ({ documentId, address }) => {
      const unit = unitOf(address);
      return [...open.values()].filter(
        (other) =>
          other.above === null &&
          other.documentId === documentId &&
          isWithin(other.address, unit) &&
          !other.address.includes("/def/"),
      );
    },
  };
}

function keyOf(documentId: string, address: string): string {
  return `${documentId}#${address}`;
}

function readPassage(
  evidence: Evidence,
  open: Map<string, OpenProvision>,
  withheld: boolean,
): void {
  const { passage, document } = evidence;
  for (const { address, kind, start, end } of passage.spans) {
    if (address === null || kind === "footnote") continue;
    const provision = openProvision(document.id, address, open);
    provision.withheld ||= withheld;
    const last = provision.content.at(-1);
    const goesOn =
      last !== undefined &&
      "evidence" in last &&
      last.evidence === evidence &&
      passage.text.slice(last.end, start).trim() === "";
    if (goesOn) provision.content[provision.content.length - 1] = { ...last, end };
    else provision.content.push({ evidence, start, end });
  }
}

/** The provision at an address, hung from the nearest above it that has words; a definition hangs from nothing. */
function openProvision(
  documentId: string,
  address: string,
  open: Map<string, OpenProvision>,
): OpenProvision {
  const key = keyOf(documentId, address);
  const known = open.get(key);
  if (known) return known;
  const above = listAbove(address)
    .map((each) => open.get(keyOf(documentId, each)))
    .find((each) => each !== undefined);
  const made: OpenProvision = {
    documentId,
    address,
    above: above ?? null,
    content: [],
    withheld: false,
  };
  above?.content.push(made);
  open.set(key, made);
  return made;
}

/** Addresses above one, nearest first, up to its numbered paragraph, or else its regulation, Schedule paragraph or definition. */
function listAbove(address: string): string[] {
  const paragraph = paragraphOf(address);
  const numbered = /^\d/.test(splitAddress(paragraph).at(-1)?.label ?? "");
  const unit = numbered ? paragraph : unitOf(address);
  const top = /^.*\/def\/[^/]+/.exec(address)?.[0] ?? unit;
  const above: string[] = [];
  for (let at = address; at !== top && at.startsWith(`${top}/`);) {
    at = parentAddress(at);
    above.push(at);
  }
  return above;
}

/** The provisions that hang from one, in their order. */
export function itemsOf({ content }: LawProvision): LawProvision[] {
  return content.flatMap((part) => ("content" in part ? [part] : []));
}

/** A provision and all that hangs from it. */
export function allWithin(provision: LawProvision): LawProvision[] {
  return [provision, ...itemsOf(provision).flatMap(allWithin)];
}

/** Addresses of all that may be quoted of it, its own included. */
export function allAddresses(provision: LawProvision): Set<string> {
  if (provision.withheld) return new Set();
  const below = itemsOf(provision).flatMap((item) => [...allAddresses(item)]);
  return new Set([provision.address, ...below]);
}

/** Words of its own that stand before whatever hangs from it. */
export function leadOf({ content }: LawProvision): string {
  const first = content.findIndex((part) => "content" in part);
  const before = first < 0 ? content : content.slice(0, first);
  return before.map((part) => ("content" in part ? "" : textOfPiece(part))).join(" ");
}

/** Its own words, wherever they stand among what hangs from it. */
export function ownText({ content }: LawProvision): string {
  return content.flatMap((part) => ("content" in part ? [] : [textOfPiece(part)])).join(" ");
}

function textOfPiece({ evidence, start, end }: LawPiece): string {
  return evidence.passage.text.slice(start, end);
}
