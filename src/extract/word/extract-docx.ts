// Takes the bytes of a Word document; gives the words that Word shows, with the numbers, headings and pages it prints.
// Read here and not through a library: mammoth reads no numbering and drops what it does not know; docx-preview and
// officeparser keep lists but do not count them, and show neither revisions nor saved page breaks.
import { CharmError } from "../../errors.ts";
import { flowExtraction, type FlowText } from "../flow/flow-page.ts";
import { openPackage, readProperties, type Package } from "../office/open-package.ts";
import { childOf, descendantsOf, type Element } from "../office/read-xml.ts";
import type { FlowExtraction, LeftOut } from "../page.ts";
import { openBlocks, readApart } from "./body.ts";
import { takeContents } from "./contents.ts";
import { describeLosses } from "./losses.ts";
import { createNotes } from "./notes.ts";
import { createCounter } from "./numbering.ts";
import type { Reader, Sink } from "./reader.ts";
import { readRunning } from "./running.ts";
import { readStyles, valueOf } from "./styles.ts";

const kind = { name: "Word document", extension: ".docx" };

/**
 * Nothing outside the file is fetched. Pages are those that Word laid out when it last saved the file, none where it
 * saved none.
 * @throws CharmError `encrypted`, `unreadable` (naming the part) or `no-text`
 */
export function extractDocx(bytes: Uint8Array): FlowExtraction {
  const parts = openPackage(bytes, kind);
  const main = parts.relations("").find(({ type }) => type === "officeDocument")?.target;
  if (main === undefined || !parts.has(main)) throw notWord();
  const reader = openReader(parts, main);
  const sink: Sink = { texts: [], page: 1, turned: null, apart: false };
  const sections = readBody(parts, main, reader.reader, sink);
  const { running, watermarks } = readRunning(parts, main, sections, (content) =>
    readApart(content, { ...reader.reader, losses: [], leftOut: [] }, 1),
  );
  const contents = takeContents(sink.texts);
  const { pagesSaved, losses } = reader.reader;
  const placed = <T extends { readonly page?: number | null }>(list: readonly T[]): T[] =>
    pagesSaved ? [...list] : list.map((one) => ({ ...one, page: null }));
  const leftOut: LeftOut[] = [...reader.reader.leftOut, ...contents.leftOut, ...watermarks];
  return flowExtraction(placed<FlowText>(contents.texts), readProperties(parts), {
    footnotes: placed(reader.notes.placed),
    problems: describeLosses(placed(losses)),
    running,
    leftOut: placed(leftOut),
    pageCount: pagesSaved ? sink.page : null,
  });
}

function notWord(): CharmError {
  return new CharmError("unreadable", "It is no Word document, though its name says so.", {
    hint: "Open it in the program that made it and save it again as .docx.",
  });
}

function openReader(parts: Package, main: string) {
  const relations = parts.relations(main);
  const part = (type: string) => {
    const found = relations.find((relation) => relation.type === type && !relation.external);
    return found ? parts.read(found.target) : undefined;
  };
  const stylesPart = part("styles");
  const styles = readStyles(stylesPart);
  const listStyles = new Map(
    descendantsOf(stylesPart, "w:style").map((style) => [
      style.attributes.get("w:styleId") ?? "",
      valueOf(childOf(style, "w:pPr", "w:numPr"), "w:numId"),
    ]),
  );
  const counter = createCounter(part("numbering"), (id) => listStyles.get(id) ?? null);
  const notes = createNotes(
    { footnote: part("footnotes"), endnote: part("endnotes") },
    part("settings"),
    (content, page) => readApart(content, { ...reader, fields: [] }, page).texts,
  );
  const reader: Reader = {
    styles,
    counter,
    fields: [],
    losses: [],
    leftOut: [],
    notes,
    under: null,
    pagesSaved: false,
  };
  return { reader, notes };
}

/** Reads the body block by block; gives what ends its sections, in order. */
function readBody(parts: Package, main: string, reader: Reader, sink: Sink): Element[] {
  const sections: Element[] = [];
  const blocks = openBlocks(reader, sink);
  const root = parts.read(main, {
    inside: "w:body",
    visit: (block) => {
      const section = block.name === "w:sectPr" ? block : childOf(block, "w:pPr", "w:sectPr");
      if (section) sections.push(section);
      blocks.read(block);
    },
  });
  blocks.end();
  if (root?.name !== "w:document") throw notWord();
  return sections;
}
