// Reads Schedules, Parts and Chapters with what is named inside them.
import {
  afterHead,
  canEnclose,
  plainContainer,
  readContainer,
  targetsUnder,
} from "./containers.ts";
import { readItems, readParagraphItems, toTargets } from "./items.ts";
import { mapAddresses, type Target } from "./reference.ts";
import { type ProvisionRead, readAs, type Scan } from "./scan.ts";
import { isCapitalised, isMark, isWord, type Tokens } from "./tokens.ts";
import { type Read, readNumber, readNumberPath, readOrdinal } from "./number-paths.ts";
import { headOf } from "./grammar-words.ts";

/** "Schedule 1", "Schedules 3 and 4", "Schedule 1, paras 19 and 20", "schedule 3(14)", "Schedule 2 Part 1". */
export function readSchedule(scan: Scan, at: number, plural: boolean): ProvisionRead | null {
  const { tokens } = scan;
  const items = readItems(tokens, afterHead(tokens, at), {
    // "the SCH (40)(4)(e)": a Schedule's number is never in brackets.
    readPath: (list, index) => (isMark(list[index], "(") ? null : readNumberPath(list, index)),
    plural,
    tails: false,
  });
  if (items === null) return null;
  const targets = toTargets("sch", items.value).map(numberedAsParagraph);
  const [only] = targets;
  if (
    targets.length > 1 ||
    only === undefined ||
    only.to !== null ||
    only.address.includes("/para/")
  ) {
    return readAs(targets, items.next);
  }
  const part = readPartOf(tokens, items.next, only.address);
  const outer = part ?? { value: only.address, next: items.next };
  const inside = readInsideParagraphs(tokens, outer.next, outer.value);
  if (inside !== null) return inside;
  return readAs([{ ...only, address: outer.value }], outer.next);
}

/** "schedule 3(14)": a bracketed number after a Schedule is a paragraph: `sch/3/14` → `sch/3/para/14`. */
function numberedAsParagraph(target: Target): Target {
  return mapAddresses(target, (address) => address.replace(/^(sch\/[^/]+)\/(?=\d)/, "$1/para/"));
}

/** ", Part 2" after a Schedule, "Chapter 1" after a Part. */
function readPartOf(tokens: Tokens, at: number, outer: string): Read<string> | null {
  const start = isMark(tokens[at], ",") ? at + 1 : at;
  const key = headOf(tokens[start])?.key;
  if ((key !== "part" && key !== "chapter") || !canEnclose(outer, key)) return null;
  if ((tokens[start]?.gap ?? 3) > 1) return null;
  const number = readOrdinal(tokens, afterHead(tokens, start));
  return number && { value: `${outer}/${key}/${number.value[0] ?? ""}`, next: number.next };
}

/** Paragraphs named right after the unit that holds them: ", paras 19 and 20", "(paragraphs 19 and 20)". */
function readInsideParagraphs(tokens: Tokens, at: number, outer: string): ProvisionRead | null {
  const open = isMark(tokens[at], "(");
  const start = open || isMark(tokens[at], ",") ? at + 1 : at;
  const head = headOf(tokens[start]);
  if (head?.key !== "para" || (tokens[start]?.gap ?? 3) > 2) return null;
  const items = readParagraphItems(tokens, afterHead(tokens, start), head.plural);
  if (items === null || (open && !isMark(tokens[items.next], ")"))) return null;
  const targets = targetsUnder(plainContainer(outer), items.value);
  return readAs(targets, open ? items.next + 1 : items.next);
}

/** "Part 3", "Parts 3 to 7", "Part 2 Chapter 1", "Chapter 1 of Part 2", "chapter 2, paragraphs 103-105". */
export function readDivisionReference(
  scan: Scan,
  at: number,
  key: "part" | "chapter",
  plural: boolean,
): ProvisionRead | null {
  const { tokens } = scan;
  const items = readItems(tokens, afterHead(tokens, at), {
    readPath: readOrdinal,
    plural,
    tails: false,
  });
  if (items === null) return null;
  const targets = toTargets(key, items.value);
  const [only] = targets;
  const read =
    targets.length > 1 || only === undefined || only.to !== null
      ? readEnclosed(tokens, items.next, targets, key)
      : readDivisionInside(tokens, items.next, only, key);
  return isDivisionMeant(scan, at, key, plural, read) ? read : null;
}

/** "Parts 1 and 2 of Schedule 4". */
function readEnclosed(
  tokens: Tokens,
  at: number,
  targets: readonly Target[],
  key: string,
): ProvisionRead {
  const outer = readContainer(tokens, at);
  if (outer === null || !canEnclose(outer.value.address, key)) return readAs(targets, at);
  const placed = targets.map((target) =>
    mapAddresses(target, (address) => `${outer.value.address}/${address}`),
  );
  return readAs(placed, outer.next);
}

function readDivisionInside(
  tokens: Tokens,
  at: number,
  target: Target,
  key: string,
): ProvisionRead {
  const chapter = readPartOf(tokens, at, target.address);
  if (chapter !== null) {
    return (
      readInsideParagraphs(tokens, chapter.next, chapter.value) ??
      readAs([{ ...target, address: chapter.value }], chapter.next)
    );
  }
  const enclosed = readEnclosed(tokens, at, [target], key);
  if (enclosed.next > at) return enclosed;
  return readInsideParagraphs(tokens, afterSection(tokens, at), target.address) ?? enclosed;
}

/** ", section 2" between a chapter and its paragraphs; guidance numbers paragraphs through. */
function afterSection(tokens: Tokens, at: number): number {
  if (!isMark(tokens[at], ",") || headOf(tokens[at + 1])?.key !== "s") return at;
  const number = readNumber(tokens, afterHead(tokens, at + 1));
  return number === null ? at : number.next;
}

/** "part 2" in small letters is a reference only when what follows makes it one; "take part 2 times" is none. */
function isDivisionMeant(
  scan: Scan,
  at: number,
  key: string,
  plural: boolean,
  read: ProvisionRead,
): boolean {
  const { tokens } = scan;
  const [first] = read.targets;
  if (key === "chapter" || plural || isCapitalised(tokens[at]) || scan.alone) return true;
  if (first !== undefined && first.address !== `${key}/${first.address.split("/")[1]}`) return true;
  return isWord(tokens[read.next], "of") || isMark(tokens[read.next], ")", ".", ";");
}
