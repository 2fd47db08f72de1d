// Takes a control word of a rich text; gives what it does to the text, the paragraph, the table or the document.
import { endPiece, leaveOut } from "../losses.ts";
import type { Counting } from "../office/printed-number.ts";
import { chainOf, decodePending, flush } from "./flush.ts";
import type { Group, Reader } from "./reader.ts";
import { endCell, endInnerCell, endInnerRow, endParagraph, endRow } from "./sink.ts";
import { openRowForm } from "./table-rows.ts";

type Act = (reader: Reader, group: Group, parameter: number | undefined) => void;

/** Word has no more than 63 cells in a row. */
const mostCells = 1000;

/** Words that stand for a character. */
const characters: ReadonlyMap<string, string> = new Map([
  ["tab", " "],
  ["line", " "],
  ["lbr", " "],
  ["softline", " "],
  ["page", " "],
  ["column", " "],
  ["emspace", " "],
  ["enspace", " "],
  ["qmspace", " "],
  ["emdash", "—"],
  ["endash", "–"],
  ["bullet", "•"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
]);

const isOn = (parameter: number | undefined) => parameter !== 0;

/** No page reaches further, in twips. */
const offPage = 24_000;

/** Edges of a shape on the page. */
function leaveIfOff(isOff: (at: number) => boolean): Act {
  return (_, { shape }, at) => {
    if (at !== undefined && isOff(at)) shape.unseen = true;
  };
}

/** Words that change how the text that follows is set. */
const looks: ReadonlyMap<string, Act> = new Map<string, Act>([
  ["b", (_, group, on) => void (group.bold = isOn(on))],
  ["i", (_, group, on) => void (group.italic = isOn(on))],
  ["v", (_, group, on) => void (group.hidden = isOn(on))],
  ["strike", (_, group, on) => void (group.struck = isOn(on))],
  ["striked", (_, group, on) => void (group.struck = isOn(on))],
  ["deleted", (_, group, on) => void (group.deleted = isOn(on))],
  // What was moved away.
  ["mvf", (_, group, on) => void (group.deleted = isOn(on))],
  ["fs", (_, group, size) => void (group.size = size ?? 24)],
  ["cf", (_, group, colour) => void (group.colour = colour ?? 0)],
  ...["highlight", "chcbpat", "cb"].map((name): [string, Act] => [
    name,
    (_, group, colour) => void (group.marking = colour ?? 0),
  ]),
  ["cbpat", (_, group, colour) => void (group.ground = colour ?? 0)],
  ["cs", (_, group, number) => void (group.characterStyle = number ?? 0)],
  ["shpleft", leaveIfOff((at) => at >= offPage)],
  ["shptop", leaveIfOff((at) => at >= offPage)],
  ["shpright", leaveIfOff((at) => at <= 0)],
  ["shpbottom", leaveIfOff((at) => at <= 0)],
  ["f", (_, group, font) => void (group.font = font ?? 0)],
  ["uc", (_, group, count) => void (group.fallback = Math.max(0, count ?? 1))],
  [
    "plain",
    (_, group) => {
      const plain = { bold: false, italic: false, struck: false, deleted: false, font: -1 };
      const unsaid = { hidden: undefined, size: undefined, colour: undefined };
      Object.assign(group, plain, unsaid, { marking: 0, characterStyle: 0 });
    },
  ],
  ["s", (_, group, number) => void (group.style = number ?? 0)],
  ["outlinelevel", (_, group, level) => void (group.outline = (level ?? 9) + 1)],
  ["intbl", (_, group, on) => void (group.inTable = isOn(on))],
  ["itap", (_, group, depth) => void (group.inTable = (depth ?? 0) > 0)],
  [
    "pard",
    (_, group) =>
      void Object.assign(group, { style: 0, outline: undefined, inTable: false, ground: 0 }),
  ],
]);

/** Words that end something, or lay out a table. */
const structures: ReadonlyMap<string, Act> = new Map<string, Act>([
  ["par", (reader, group) => closeHere(reader, group, group.inTable)],
  ["sect", (reader, group) => closeHere(reader, group, group.inTable)],
  [
    "cell",
    (reader, group) => {
      closeHere(reader, group, true);
      endCell(group.sink);
    },
  ],
  [
    "nestcell",
    (reader, group) => {
      closeHere(reader, group, true);
      endInnerCell(group.sink);
    },
  ],
  ["nestrow", (_, group) => endInnerRow(group.sink)],
  ["row", (_, group) => endRow(group.sink)],
  ["trowd", (_, group) => void (group.sink.form = openRowForm())],
  ["trleft", (_, group, left) => void (group.sink.form.left = left ?? 0)],
  ["trhdr", (_, group) => void (group.sink.form.header = true)],
  ["clmrg", (_, group) => void (group.sink.form.next.joinsLeft = true)],
  ["clvmrg", (_, group) => void (group.sink.form.next.joinsAbove = true)],
  [
    "cellx",
    (_, { sink: { form } }, right) => {
      if (form.cells.length < mostCells) form.cells.push({ right: right ?? 0, ...form.next });
      form.next = { joinsLeft: false, joinsAbove: false };
    },
  ],
  ...["clcbpat", "clcbpatraw", "trcbpat", "clshdng"].map((name): [string, Act] => [
    name,
    (_, group, what) => void (group.sink.form.painted ||= (what ?? 0) > 0),
  ]),
  ["chftn", (_, group) => void (group.sink.marked = true)],
  ["ftnalt", (_, group) => void (group.sink.isEndnote = true)],
]);

const countings: readonly (readonly [ending: string, counting: Counting])[] = [
  ["ar", "decimal"],
  ["alc", "lower-letter"],
  ["auc", "upper-letter"],
  ["rlc", "lower-roman"],
  ["ruc", "upper-roman"],
];

/** Words that hold for the whole document. */
const settings: ReadonlyMap<string, Act> = new Map<string, Act>([
  ["ansicpg", (reader, _, page) => void (reader.codePage = page || reader.codePage)],
  ["mac", (reader) => void (reader.codePage = 10_000)],
  ["pc", (reader) => void (reader.codePage = 437)],
  ["pca", (reader) => void (reader.codePage = 850)],
  ["deff", (reader, _, font) => void (reader.defaultFont = font ?? 0)],
  ["ftnstart", (reader, _, first) => void (reader.notes.foot.next = first ?? 1)],
  ["aftnstart", (reader, _, first) => void (reader.notes.end.next = first ?? 1)],
  ...countings.flatMap(([ending, counting]): [string, Act][] => [
    [`ftnn${ending}`, (reader) => void (reader.notes.foot.counting = counting)],
    [`aftnn${ending}`, (reader) => void (reader.notes.end.counting = counting)],
  ]),
]);

export function applyWord(
  reader: Reader,
  group: Group,
  name: string,
  parameter: number | undefined,
): void {
  if (name === "u") return addUnicode(reader, group, parameter ?? 0);
  if (reader.passOver > 0) {
    reader.passOver -= 1;
    return;
  }
  const character = characters.get(name);
  if (character !== undefined) return addCharacters(reader, group, character);
  flush(reader, group);
  if (group.destination === "fonts") return defineFont(reader, group, name, parameter);
  if (group.destination === "styles") return defineStyle(group, name, parameter);
  if (group.destination === "colours") return mixColour(reader, name, parameter ?? 0);
  if (group.destination === "created") return readDate(reader, name, parameter ?? 0);
  const act =
    looks.get(name) ??
    settings.get(name) ??
    (group.destination === "text" ? structures.get(name) : undefined);
  act?.(reader, group, parameter);
}

export function addCharacters(reader: Reader, group: Group, text: string): void {
  decodePending(reader, group);
  reader.characters += text;
}

function addUnicode(reader: Reader, group: Group, code: number): void {
  addCharacters(reader, group, String.fromCharCode(code & 0xffff));
  reader.passOver = group.fallback;
}

/** Ends the paragraph; one in the style of a contents list is no text. */
function closeHere(reader: Reader, group: Group, inTable: boolean): void {
  const { heading, isContents } = describeStyle(reader, group);
  endPiece(reader.losses);
  if (isContents) {
    leaveOut(reader.losses, "contents", group.sink.paragraph.text);
    group.sink.paragraph.text = "";
  }
  const { text } = group.sink.paragraph;
  if (heading !== null && text !== "") reader.losses.under = text.trimEnd();
  endParagraph(group.sink, { heading, inTable });
}

function describeStyle(
  reader: Reader,
  group: Group,
): { heading: number | null; isContents: boolean } {
  const line = chainOf(group.style, reader.styles);
  const names = line.map(({ name }) => name.replace(/;.*/s, "").trim().toLowerCase());
  const outline =
    group.outline ?? line.map((one) => one.outline).find((level) => level !== undefined);
  const named = names.map((name) => /^heading (\d)$/.exec(name)?.[1]).find(Boolean);
  const heading = outline ?? (named ? Number(named) : names.includes("title") ? 0 : 10);
  const isContents = names.some((name) => /^(?:toc|contents) \d$/.test(name));
  return { heading: heading >= 0 && heading <= 9 ? heading : null, isContents };
}

function defineFont(
  reader: Reader,
  group: Group,
  name: string,
  parameter: number | undefined,
): void {
  if (name === "f") {
    group.font = parameter ?? 0;
    reader.fonts.set(group.font, { charset: undefined, codePage: undefined });
  }
  const font = reader.fonts.get(group.font);
  if (font && name === "fcharset") font.charset = parameter;
  if (font && name === "cpg") font.codePage = parameter;
}

function defineStyle(group: Group, name: string, parameter: number | undefined): void {
  const { definition } = group;
  if (!definition) return;
  if (name === "s") definition.number = parameter ?? 0;
  else if (name === "cs") Object.assign(definition, { isParagraph: false, number: parameter ?? 0 });
  else if (["ts", "ds"].includes(name)) definition.isParagraph = false;
  else if (name === "v") definition.hidden = isOn(parameter);
  else if (name === "fs" && parameter !== undefined) definition.size = parameter;
  else if (name === "cf" && parameter !== undefined) definition.colour = parameter;
  else if (name === "sbasedon" && parameter !== 222) definition.base = parameter;
  else if (name === "outlinelevel") definition.outline = (parameter ?? 9) + 1;
}

function mixColour({ mixing }: Reader, name: string, part: number): void {
  if (name === "red" || name === "green" || name === "blue") mixing[name] = part;
}

function readDate({ info }: Reader, name: string, value: number): void {
  const at = ["yr", "mo", "dy"].indexOf(name);
  if (at >= 0) info.created[at] = value;
}
