// Reads the unit that encloses a place: "of Schedule 1", "of Part 1 of Schedule 2", "of regulation 22", "of Annex A".
import { joinSteps, splitAddress } from "../place/address.ts";
import { isCapitalised, isMark, isWord, type Token, type Tokens } from "./tokens.ts";
import type { Path } from "./number-paths.ts";
import { type Read, readGroups, readNumber, readNumberPath, readOrdinal } from "./number-paths.ts";
import { headOf } from "./grammar-words.ts";
import { type Item, toTargets } from "./items.ts";
import type { Target } from "./reference.ts";

/** A single enclosing unit: its address, and a unit that stands around it without being part of its address. */
export interface Container {
  readonly address: string;
  readonly within: string | null;
  /** "of paragraph (2)": itself found from where the text stands. */
  readonly relative: boolean;
}

/** Index of the first token after a head word and its full stop ("reg.", "Sch."). */
export function afterHead(tokens: Tokens, at: number): number {
  const stop = tokens[at + 1];
  return isMark(stop, ".") && stop?.gap === 0 ? at + 2 : at + 1;
}

/** Connecting word, then an enclosing unit; `depth` bounds "of … of … of …". */
export function readContainer(tokens: Tokens, at: number, depth = 0): Read<Container> | null {
  if (isMark(tokens[at], "(")) return readBracketed(tokens, at + 1, depth);
  let next = at;
  const joined = ["of", "to", "in"].includes(tokens[next]?.text ?? "") || isMark(tokens[next], ",");
  if (!joined) return null;
  next += 1;
  if (isWord(tokens[next], "the")) next += 1;
  return readUnit(tokens, next, depth);
}

/** "section 1 (Appendix 2)", "paragraph 3 (Schedule 1)". */
function readBracketed(tokens: Tokens, at: number, depth: number): Read<Container> | null {
  const unit = readUnit(tokens, at, depth);
  if (unit === null || !isMark(tokens[unit.next], ")")) return null;
  const outer = splitAddress(unit.value.address)[0]?.key ?? "";
  return isZone(unit.value) || outer === "sch" ? { ...unit, next: unit.next + 1 } : null;
}

/** An annex or appendix: its numbering starts again, whatever its parts are called. */
export function isZone({ address }: Container): boolean {
  return /^(?:annex|appendix)-/.test(address);
}

function readUnit(tokens: Tokens, at: number, depth: number): Read<Container> | null {
  const head = headOf(tokens[at]);
  if (head === undefined || head.plural || head.short || depth > 3) return null;
  const number = afterHead(tokens, at);
  switch (head.key) {
    case "sch":
      return readScheduleUnit(tokens, number, tokens[at]);
    case "part":
    case "chapter":
      return readDivisionUnit(tokens, number, head.key, depth);
    case "annex":
    case "appendix": {
      const label = readZoneLabel(tokens, number, true);
      return label && { value: plainContainer(`${head.key}-${label.value}`), next: label.next };
    }
    case "para": {
      const bracketed = isMark(tokens[number], "(");
      const path = bracketed
        ? nonEmpty(readGroups(tokens, number))
        : readNumberPath(tokens, number);
      if (path === null) return null;
      const outer = readContainer(tokens, path.next, depth + 1);
      if (outer === null) {
        const labels = path.value.join("/");
        const value: Container = bracketed
          ? { address: labels, within: null, relative: true }
          : plainContainer(`para/${labels}`);
        return { value, next: path.next };
      }
      const address = placeUnder(outer.value, path.value);
      return { value: { ...outer.value, address }, next: outer.next };
    }
    case "reg":
    case "s":
    case "art":
    case "rule": {
      const path = readNumberPath(tokens, number);
      return (
        path && { value: plainContainer(`${head.key}/${path.value.join("/")}`), next: path.next }
      );
    }
    default:
      return null;
  }
}

/** A unit that nothing stands around. */
export function plainContainer(address: string): Container {
  return { address, within: null, relative: false };
}

function nonEmpty(read: Read<Path>): Read<readonly string[]> | null {
  return read.value.length === 0 ? null : read;
}

function readScheduleUnit(
  tokens: Tokens,
  at: number,
  word: Token | undefined,
): Read<Container> | null {
  const number = readNumber(tokens, at);
  if (number !== null) return { value: plainContainer(`sch/${number.value}`), next: number.next };
  return isCapitalised(word) ? { value: plainContainer("sch"), next: at } : null;
}

function readDivisionUnit(
  tokens: Tokens,
  at: number,
  key: "part" | "chapter",
  depth: number,
): Read<Container> | null {
  const number = readOrdinal(tokens, at);
  if (number === null) return null;
  const own = `${key}/${number.value[0] ?? ""}`;
  const outer = readContainer(tokens, number.next, depth + 1);
  if (outer === null || !canEnclose(outer.value.address, key)) {
    return { value: plainContainer(own), next: number.next };
  }
  return { value: plainContainer(`${outer.value.address}/${own}`), next: outer.next };
}

/** Schedules hold Parts, and Parts hold Chapters. */
export function canEnclose(outer: string, key: string): boolean {
  const family = splitAddress(outer).at(-1)?.key;
  return family === "sch" || (family === "part" && key === "chapter");
}

/** Letter or number of an annex: "A", "2"; a small letter only where more follows to make it one. */
export function readZoneLabel(tokens: Tokens, at: number, strict: boolean): Read<string> | null {
  const token = tokens[at];
  if (token === undefined || token.gap > 1) return null;
  if (token.type === "word" && /^[A-Z]$/.test(token.text)) {
    return { value: token.text.toLowerCase(), next: at + 1 };
  }
  if (!strict && token.type === "word" && /^[a-z]$/.test(token.text)) {
    return { value: token.text, next: at + 1 };
  }
  const number = readNumber(tokens, at);
  return number === null ? null : { value: number.value.toLowerCase(), next: number.next };
}

/**
 * Address of a paragraph's labels in its enclosing unit: para 3 of `sch/1` → `sch/1/para/3`; (b) of `reg/22` →
 * `reg/22/b`. Parts and Chapters number nothing of their own, so a paragraph in one keeps its own address.
 */
function placeUnder(container: Container, labels: readonly string[]): string {
  const path = labels.join("/");
  if (container.relative) return `${container.address}/${path}`;
  const steps = splitAddress(container.address);
  const last = steps.at(-1);
  if (last?.key === "sch") return `${container.address}/para/${path}`;
  if (last?.key === "part" || last?.key === "chapter") {
    const schedule = steps.findIndex((step) => step.key === "sch");
    const outer = schedule < 0 ? "" : `${joinSteps(steps.slice(0, schedule + 1))}/`;
    return `${outer}para/${path}`;
  }
  return `${container.address}/${path}`;
}

/** Targets of a list of paragraphs in their enclosing unit. */
export function targetsUnder(container: Container, items: readonly Item[]): Target[] {
  const marker = "\u0000";
  const prefix = placeUnder(container, [marker]).slice(0, -marker.length - 1);
  return toTargets(prefix, items, {
    within: enclosingDivision(container),
    relative: container.relative ? "paragraph" : null,
  });
}

/** The unit around a paragraph that its address does not show, if there is one. */
function enclosingDivision(container: Container): string | null {
  if (container.relative) return null;
  const key = splitAddress(container.address).at(-1)?.key;
  return key === "part" || key === "chapter" ? container.address : container.within;
}
