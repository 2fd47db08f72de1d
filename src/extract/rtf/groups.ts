// Takes the beginnings and ends of groups of a rich text; gives the texts of their own that they hold to where they belong.
import { flowLine } from "../flow/flow-page.ts";
import { noteUnread, leaveOut } from "../losses.ts";
import { addMark } from "../flow/paragraph.ts";
import { printNumber } from "../office/printed-number.ts";
import { destinationOf, ownTexts } from "./destinations.ts";
import type { Group, Reader } from "./reader.ts";
import { closeSink, openSink, type Sink } from "./sink.ts";

/** Fields that list what stands where. */
const contentsField = /^\s*(?:TOC|INDEX|TOA)\b/i;

/**
 * Takes the first word of a group.
 * @returns false where the word begins no destination, and means what it means elsewhere
 */
export function enterGroup(reader: Reader, group: Group, name: string, starred: boolean): boolean {
  if (name === "ud") {
    group.destination = group.outside;
    return true;
  }
  if (group.destination === "propertyValue") {
    group.destination = "skip";
    return true;
  }
  if (group.destination === "styles" || group.destination === "fonts") {
    if (starred && name === "cs") return false;
    if (starred) group.destination = "skip";
    return starred;
  }
  tellUnread(reader, name);
  const destination = destinationOf(name, starred);
  if (destination) {
    if (destination === "instruction") group.coded = true;
    if (destination === "propertyName") group.shape.property = "";
    if (destination === "old") group.outside = group.destination;
    group.destination = destination;
    return true;
  }
  if (name === "field") group.field = { instruction: "" };
  if (name === "shp") group.shape = { property: "", unseen: false };
  if (name === "fldrslt") {
    group.destination = "text";
    if (contentsField.test(group.field.instruction)) enterContents(reader, group);
    return true;
  }
  if (ownTexts.running.has(name)) enterRunning(reader, group);
  else if (ownTexts.note.has(name)) enterNote(reader, group);
  else if (ownTexts.box.has(name)) enterBox(reader, group);
  else return false;
  return true;
}

function tellUnread(reader: Reader, name: string): void {
  if (name === "pict" || name === "shppict") noteUnread(reader.losses, "picture");
  if (name === "object") noteUnread(reader.losses, "object");
  if (name === "annotation") noteUnread(reader.losses, "comment");
}

/** Begins a text of its own; its paragraphs start as plain as the body's. */
function enterText(group: Group): { around: Sink; own: Sink } {
  const around = group.sink;
  const own = openSink(around.repeats);
  Object.assign(group, { sink: own, destination: "text", style: 0, outline: undefined });
  group.inTable = false;
  return { around, own };
}

function enterRunning(reader: Reader, group: Group): void {
  const { own } = enterText(group);
  group.apart = true;
  group.end = () => {
    for (const { text } of closeSink(own)) reader.running.add(text);
  };
}

function enterContents(reader: Reader, group: Group): void {
  const { own } = enterText(group);
  group.end = () => {
    for (const { text } of closeSink(own)) leaveOut(reader.losses, "contents", text);
  };
}

function enterBox(reader: Reader, group: Group): void {
  const { around, own } = enterText(group);
  const { shape } = group;
  group.apart = true;
  group.end = () => {
    for (const text of closeSink(own)) {
      if (shape.unseen) leaveOut(reader.losses, "hidden", text.text);
      else around.beside.push(text);
    }
  };
}

function enterNote(reader: Reader, group: Group): void {
  const { around, own } = enterText(group);
  const isMarked = around.marked;
  around.marked = false;
  group.end = () => {
    const kind = own.isEndnote ? reader.notes.end : reader.notes.foot;
    const lines = closeSink(own).map(flowLine);
    // A mark of the writer's own, such as a star, stands in the text, and again before the note.
    let label = /^\S{1,3}(?=\s)/.exec(lines[0]?.text ?? "")?.[0] ?? "";
    if (isMarked) {
      label = printNumber(kind.next, kind.counting);
      kind.next += 1;
      addMark(around.paragraph, label);
    }
    if (lines.length > 0) reader.footnotes.push({ label, lines });
  };
}
