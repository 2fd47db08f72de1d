// Reads a list of numbered places from tokens: "44 and 45", "7(2)(a)(iv), (b)(i) and (c)", "9.8-9.11", "4 to 14".
import { setOfWords } from "../lists.ts";
import { attachByShape } from "../place/address.ts";
import { compareLabels } from "../place/labels.ts";
import type { Target } from "./reference.ts";
import { type ProvisionRead, readAs } from "./scan.ts";
import { isMark, type Tokens } from "./tokens.ts";
import {
  type Path,
  type Read,
  readLetteredPath,
  readGroups,
  readSeparator,
  readWholePath,
  type Separator,
} from "./number-paths.ts";
import { months, quantityWords, topicWords } from "./grammar-words.ts";

/** Labels of one place; a tail leaves out the beginning that it shares with the place before. */
export interface Labels {
  readonly labels: readonly string[];
  readonly tail: boolean;
}

export interface Item extends Labels {
  /** End of a range. */
  readonly to: Labels | null;
}

export interface ListOptions {
  /** Reads one whole place: a number with its labels. */
  readonly readPath: (tokens: Tokens, at: number) => Read<Path> | null;
  /** The word before was plural, so that further plain numbers belong to the list. */
  readonly plural: boolean;
  /** Bracketed labels alone may continue the list. */
  readonly tails: boolean;
}

/** No list of provisions is longer; what follows is read as a new reference. */
const maxItems = 200;

/** A list of at least one place; null when none begins here. */
export function readItems(
  tokens: Tokens,
  at: number,
  options: ListOptions,
): Read<readonly Item[]> | null {
  const first = options.readPath(tokens, at);
  if (first === null || isQuantity(tokens, first.next)) return null;
  const items: Item[] = [];
  let labels: Labels = { labels: first.value, tail: false };
  let next = first.next;
  while (items.length < maxItems) {
    const range = readRangeEnd(tokens, next, labels, options);
    items.push({ ...labels, to: range?.value ?? null });
    next = range?.next ?? next;
    const following = readFollowing(tokens, next, labels, options);
    if (following === null) break;
    labels = following.value;
    next = following.next;
  }
  return { value: items, next };
}

/** A list as places under an address prefix; null when none begins here. */
export function readPlaces(
  prefix: string,
  tokens: Tokens,
  at: number,
  options: ListOptions,
): ProvisionRead | null {
  const items = readItems(tokens, at, options);
  return items && readAs(toTargets(prefix, items.value), items.next);
}

/** Numbers of paragraphs, all decimal ("10.12 and 10.13") or all whole ("3(a)", "19 and 20"). */
export function readParagraphItems(
  tokens: Tokens,
  at: number,
  plural: boolean,
): Read<readonly Item[]> | null {
  const options = { plural, tails: true };
  return (
    readItems(tokens, at, { readPath: readLetteredPath, ...options }) ??
    readItems(tokens, at, { readPath: readWholePath, ...options })
  );
}

/** Reads how a list goes on after a place that was read; null when it does not. */
type ReadOn = (
  tokens: Tokens,
  at: number,
  before: Labels,
  options: ListOptions,
) => Read<Labels> | null;

const readRangeEnd: ReadOn = (tokens, at, from, options) => {
  const separator = readSeparator(tokens, at);
  if (separator?.value !== "range") return null;
  const tail = readTail(tokens, separator.next, from, options);
  if (tail !== null) return tail;
  const path = options.readPath(tokens, separator.next);
  if (path === null || isQuantity(tokens, path.next)) return null;
  const [first = ""] = path.value;
  const rising = compareLabels(first, from.labels[0] ?? "") > 0 || path.value.length > 1;
  const dash = isMark(tokens[at], "-");
  const tight = dash && tokens[at]?.gap === tokens[at + 1]?.gap;
  const plain = path.value.length === 1 && !first.includes(".");
  if (!rising || (plain && !options.plural && !tight)) return null;
  if (plain && !options.plural && followedByNoun(tokens, path.next)) return null;
  return { value: { labels: path.value, tail: false }, next: path.next };
};

const readFollowing: ReadOn = (tokens, at, before, options) => {
  const separator = readSeparator(tokens, at);
  if (separator === null || separator.value === "range") return null;
  const tail = readTail(tokens, separator.next, before, options);
  if (tail !== null) return tailStands(tokens, tail.next, separator.value) ? tail : null;
  if ((tokens[separator.next]?.gap ?? 3) > 2) return null;
  const path = options.readPath(tokens, separator.next);
  if (path === null || isQuantity(tokens, path.next)) return null;
  const labels = isMark(tokens[separator.next], "(");
  if (labels && !tailStands(tokens, path.next, separator.value)) return null;
  const plain = path.value.length === 1 && !(path.value[0] ?? "").includes(".");
  if (plain && !options.plural && followedByNoun(tokens, path.next)) return null;
  if (separator.value === "semicolon" && !options.plural) return null;
  return { value: { labels: path.value, tail: false }, next: path.next };
};

const readTail: ReadOn = (tokens, at, before, options) => {
  if (!options.tails || (before.labels.length < 2 && !before.tail)) return null;
  const groups = readGroups(tokens, at);
  if (groups.value.length === 0) return null;
  return { value: { labels: groups.value, tail: true }, next: groups.next };
};

/** Words that may follow the last label of a list, as against the text of a list item "(b) the manager". */
const afterTail = setOfWords(
  "of to and or in above below is are was were applies apply applied also which does do did has have must should " +
    "shall may can requires require required sets set states state provides provide refers refer says say for as when " +
    "where if with by on",
);

/** After a comma a bracketed label may as well begin the next item of the surrounding text. */
function tailStands(tokens: Tokens, at: number, separator: Separator): boolean {
  if (separator === "semicolon") return false;
  const after = tokens[at];
  if (after === undefined || after.type !== "word" || after.gap > 1) return true;
  return afterTail.has(after.lower) || topicWords.has(after.lower);
}

/** "Regulation 40 litres", "regulations 1 April 2015": the number counts something. */
function isQuantity(tokens: Tokens, at: number): boolean {
  const after = tokens[at];
  if (after === undefined || after.gap > 1) return false;
  if (isMark(after, "%", "°", "£", "$", "€")) return isMark(after, "%", "°");
  return after.type === "word" && (quantityWords.has(after.lower) || months.has(after.text));
}

/** A lower-case word that the number may count: "regulation 5 and 3 homes". */
function followedByNoun(tokens: Tokens, at: number): boolean {
  const after = tokens[at];
  if (after === undefined || after.type !== "word" || after.gap > 1) return false;
  return after.text === after.lower && !afterTail.has(after.lower) && !topicWords.has(after.lower);
}

/** Targets of a list under an address prefix such as `reg` or `sch/1/para`. */
export function toTargets(
  prefix: string,
  items: readonly Item[],
  options: { relative?: Target["relative"]; within?: string | null } = {},
): Target[] {
  const join = (labels: readonly string[]): string =>
    prefix === "" ? labels.join("/") : `${prefix}/${labels.join("/")}`;
  const targets: Target[] = [];
  let previous = "";
  for (const item of items) {
    const address = item.tail ? attach(previous, item.labels, prefix) : join(item.labels);
    const to =
      item.to === null
        ? null
        : item.to.tail
          ? attach(address, item.to.labels, prefix)
          : join(item.to.labels);
    targets.push({
      address,
      to,
      tail: item.tail ? item.labels : null,
      relative: options.relative ?? null,
      within: options.within ?? null,
    });
    previous = to ?? address;
  }
  return targets;
}

/** Without a key in front ("paragraph (1)(b)") the shape is judged under a stand-in. */
function attach(previous: string, labels: readonly string[], prefix: string): string {
  if (prefix !== "") return attachByShape(previous, labels);
  return attachByShape(`reg/0/${previous}`, labels).slice("reg/0/".length);
}
