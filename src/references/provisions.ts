// Reads the places a head word leads to: "regulation 28(2)", "Schedule 1 paragraph 3", "Annex A 1.3", "page 53".
import { isCapitalisedText, isMark, isWord, type Token, type Tokens } from "./tokens.ts";
import { afterHead, isZone, readContainer, readZoneLabel, targetsUnder } from "./containers.ts";
import { readDivisionReference, readSchedule } from "./division-references.ts";
import { type Item, readItems, readParagraphItems, readPlaces, toTargets } from "./items.ts";
import { readPages } from "./pages.ts";
import { mapAddresses, type RelativeTo, targetAt } from "./reference.ts";
import { type ProvisionRead, readAs, type Scan } from "./scan.ts";
import { readStandard } from "./standards.ts";
import type { Read } from "./number-paths.ts";
import { readDecimalPath, readGroups, readNumberAlone, readNumberPath } from "./number-paths.ts";
import { type Head, headOf, relativeHeads } from "./grammar-words.ts";

/** Places named by a head word, a section sign or a standard at this token; null when there are none. */
export function readProvision(scan: Scan, at: number): ProvisionRead | null {
  const { tokens } = scan;
  const token = tokens[at];
  if (token === undefined) return null;
  if (isMark(token, "¶", "§")) return readSign(scan, at);
  if (token.type !== "word") return null;
  if (token.text === "R" && tokens[at + 1]?.gap === 0) return readRegulations(scan, at + 1, false);
  const self = readSelf(scan, at);
  if (self !== null) return self;
  const relative = relativeHeads.get(token.lower);
  if (relative !== undefined) return readLabels(scan, at + 1, relative);
  const head = headOf(token);
  const read = head === undefined ? null : readHeaded(scan, at, head);
  return read ?? readStandard(scan, at);
}

function readHeaded(scan: Scan, at: number, head: Head): ProvisionRead | null {
  const { tokens } = scan;
  const number = afterHead(tokens, at);
  const first = tokens[number];
  if (first === undefined || first.gap > 2) return null;
  // "s 22", "s. 22" over a line end, but not "s" and a number on the next line.
  if (head.short && first.gap > 1 && number === at + 1) return null;
  switch (head.key) {
    case "reg":
      return readRegulations(scan, number, head.plural);
    case "s":
    case "art":
    case "rule":
    case "clause":
      return readSections(scan, number, head);
    case "para":
      return readParagraphs(scan, number, head.plural);
    case "sch":
      return readSchedule(scan, at, head.plural);
    case "part":
    case "chapter":
      return readDivisionReference(scan, at, head.key, head.plural);
    case "annex":
    case "appendix":
      return readAnnex(scan, at, head);
    case "page":
      return readPages(scan, number, head.plural, readProvision);
    case "fn":
      return readPlaces("fn", tokens, number, {
        readPath: readNumberAlone,
        plural: head.plural,
        tails: false,
      });
    default:
      return null;
  }
}

/** "¶ 9.48", "§10.8", "§ 22G": a paragraph of guidance when decimal, a section otherwise. */
function readSign(scan: Scan, at: number): ProvisionRead | null {
  const { tokens } = scan;
  const sign = tokens[at] as Token;
  const doubled = isMark(tokens[at + 1], sign.lower);
  const number = doubled ? at + 2 : at + 1;
  const decimals = { readPath: readDecimalPath, plural: true, tails: true };
  const numbers = { readPath: readNumberPath, plural: doubled, tails: true };
  return (
    readPlaces("para", tokens, number, decimals) ??
    readPlaces(isMark(sign, "§") ? "s" : "para", tokens, number, numbers)
  );
}

function readRegulations(scan: Scan, at: number, plural: boolean): ProvisionRead | null {
  return readPlaces("reg", scan.tokens, at, { readPath: readNumberPath, plural, tails: true });
}

/** Sections of an Act; a decimal after "section" is a numbered section of some other document. */
function readSections(scan: Scan, at: number, head: Head): ProvisionRead | null {
  const { tokens } = scan;
  const options = { plural: head.plural, tails: true };
  const decimals = readItems(tokens, at, { readPath: readDecimalPath, ...options });
  const items = decimals ?? readItems(tokens, at, { readPath: readNumberPath, ...options });
  if (items === null) return null;
  const container = readContainer(tokens, items.next);
  if (container !== null && isZone(container.value))
    return readAs(targetsUnder(container.value, items.value), container.next);
  return readAs(toTargets(decimals === null ? head.key : "para", items.value), items.next);
}

/** "paragraph 10.13", "paragraph 3(a) of Schedule 1", "paragraph (1)(b)(i)". */
function readParagraphs(scan: Scan, at: number, plural: boolean): ProvisionRead | null {
  if (isMark(scan.tokens[at], "(")) return readLabels(scan, at, "paragraph");
  const items = readParagraphItems(scan.tokens, at, plural);
  if (items === null) return null;
  const container = readContainer(scan.tokens, items.next);
  if (container === null) return readAs(toTargets("para", items.value), items.next);
  return readAs(targetsUnder(container.value, items.value), container.next);
}

/** "(1)(b)", "(2) and (3)": labels found from where the text stands, unless "of regulation 22" follows. */
function readLabels(scan: Scan, at: number, relative: RelativeTo): ProvisionRead | null {
  const readPath = (tokens: Tokens, index: number) => {
    const groups = readGroups(tokens, index);
    return groups.value.length === 0 ? null : groups;
  };
  // Every item is a whole path here: "(2) and (3)" are two paragraphs.
  const items = readItems(scan.tokens, at, { readPath, plural: true, tails: true });
  if (items === null) return null;
  const container = readContainer(scan.tokens, items.next);
  if (container !== null) return readAs(targetsUnder(container.value, items.value), container.next);
  return readAs(toTargets("", items.value, { relative }), items.next);
}

const selfWords = new Map([
  ["regulation", "reg"],
  ["section", "s"],
  ["schedule", "sch"],
  ["part", "part"],
  ["chapter", "chapter"],
  ["annex", "annex"],
  ["paragraph", "para"],
]);

/** "this regulation", "this Part". */
function readSelf(scan: Scan, at: number): ProvisionRead | null {
  if (!isWord(scan.tokens[at], "this")) return null;
  const word = scan.tokens[at + 1];
  const key = word?.type === "word" ? selfWords.get(word.lower) : undefined;
  if (word === undefined || key === undefined) return null;
  // "this part of the home" and "this section" of a report are ordinary words; legislation capitalises its divisions.
  if ((key === "part" || key === "chapter" || key === "sch") && !isCapitalisedText(word.text)) {
    return null;
  }
  return readAs([{ ...targetAt(key), relative: "this" }], at + 2);
}

/** "Annex A", "Annex A paragraph 1.3", "Annexes A and B". */
function readAnnex(scan: Scan, at: number, head: Head): ProvisionRead | null {
  const { tokens } = scan;
  const readPath = (list: Tokens, index: number) => {
    const label = readZoneLabel(list, index, !scan.alone);
    return label && { value: [label.value], next: label.next };
  };
  const number = afterHead(tokens, at);
  const items = readItems(tokens, number, { readPath, plural: head.plural, tails: false });
  if (items === null) return null;
  // `annex/a` → `annex-a`
  const zones = items.value
    .flatMap((item) => toTargets(head.key, [item]))
    .map((target) => mapAddresses(target, (address) => address.replace("/", "-")));
  const [only] = zones;
  if (zones.length > 1 || only === undefined || only.to !== null) return readAs(zones, items.next);
  const inside = readInside(tokens, items.next);
  if (inside === null) return readAs(zones, items.next);
  return readAs(toTargets(only.address, inside.value), inside.next);
}

/** Paragraph numbers right after an annex: ", paragraph 1.3", "1.3". */
function readInside(tokens: Tokens, at: number): Read<readonly Item[]> | null {
  const start = isMark(tokens[at], ",") ? at + 1 : at;
  const head = headOf(tokens[start]);
  if (head?.key === "para" || head?.key === "s") {
    return readParagraphItems(tokens, afterHead(tokens, start), head.plural);
  }
  if ((tokens[at]?.gap ?? 3) > 1) return null;
  return readItems(tokens, at, { readPath: readDecimalPath, plural: true, tails: true });
}
