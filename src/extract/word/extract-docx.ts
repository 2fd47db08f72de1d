// Takes the bytes of a Word document; gives the words that Word shows, with the numbers, headings and pages it prints.
// Read here and not through a library: mammoth reads no numbering and drops what it does not know; docx-preview and
// officeparser keep lists but do not count them, and show neither revisions nor saved page breaks.
import { CharmError } from "../../errors.ts";
import { flowExtraction, type FlowText } from "../flow/flow-page.ts";
import { openPackage, readProperties, type Package } from "../office/open-package.ts";
import { white } from "../colour.ts";
import { childOf, descendantsOf } from "../office/read-xml.ts";
import { openLosses, tellLosses } from "../losses.ts";
import type { FlowExtraction } from "../page.ts";
import { openBlocks, readApart } from "./body.ts";
import { takeContents } from "./contents.ts";
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
  const sink: Sink = { texts: [], page: 1, turned: null, ground: white, tableRun: null };
  readBody(parts, main, reader, sink);
  const head: Reader = {
    ...reader,
    fields: [],
    losses: { ...openLosses(reader.losses.repeats), under: "header and footer" },
    isRunning: true,
  };
  const running = readRunning(parts, main, reader.sections, head.losses, (content) =>
    readApart(content, head, 0),
  );
  const texts = takeContents(sink.texts, reader.losses);
  const pageOf = savedPages(reader);
  const placed = <T extends { readonly page?: number | null }>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, page: pageOf(one.page ?? null) }));
  // A logo on every page says nothing.
  const inHead = head.losses.list.filter((loss) => loss.kind !== "picture");
  return flowExtraction(placed<FlowText>(texts), readProperties(parts), {
    footnotes: placed(reader.notes.placed),
    ...tellLosses(
      { list: placed([...reader.losses.list, ...inHead]), problems: [] },
      { saved: true },
    ),
    running,
    pageCount: pageOf(sink.page),
  });
}

/**
 * The page that was counted, as Word saved it: a section that began none (17.6.22) took no page. Null where nothing was
 * saved, or for what stands on every page.
 */
function savedPages({ sections, pagesSaved }: Reader): (page: number | null) => number | null {
  const none = sections.filter(({ isSaved }, i) => {
    const next = sections[i + 1];
    const begins = next ? (valueOf(next.properties, "w:type") ?? "nextPage") : "continuous";
    return !isSaved && (begins === "continuous" || begins === "nextColumn");
  });
  return (page) =>
    pagesSaved && page !== null && page > 0
      ? page - none.filter((section) => section.page <= page).length
      : null;
}

function notWord(): CharmError {
  return new CharmError("unreadable", "It is no Word document, though its name says so.", {
    hint: "Open it in the program that made it and save it again as .docx.",
  });
}

function openReader(
  parts: Package,
  main: string,
): Reader & { readonly notes: ReturnType<typeof createNotes> } {
  const relations = parts.relations(main);
  const part = (type: string) => {
    const found = relations.find((relation) => relation.type === type && !relation.external);
    return found ? parts.read(found.target) : undefined;
  };
  const stylesPart = part("styles");
  const settings = part("settings");
  const styles = readStyles(stylesPart, { theme: part("theme"), settings });
  const listStyles = new Map(
    descendantsOf(stylesPart, "w:style").map((style) => [
      style.attributes.get("w:styleId") ?? "",
      valueOf(childOf(style, "w:pPr", "w:numPr"), "w:numId"),
    ]),
  );
  const counter = createCounter(part("numbering"), (id) => listStyles.get(id) ?? null);
  const losses = openLosses();
  const notes = createNotes(
    { footnote: part("footnotes"), endnote: part("endnotes") },
    settings,
    (content, page) => readApart(content, { ...reader, fields: [] }, page, white).texts,
    losses.repeats,
  );
  const reader = {
    styles,
    counter,
    fields: [],
    losses,
    notes,
    pagesSaved: false,
    sections: [],
    isRunning: false,
  };
  return reader;
}

/** Reads the body block by block. */
function readBody(parts: Package, main: string, reader: Reader, sink: Sink): void {
  const blocks = openBlocks(reader, sink);
  const root = parts.read(main, { inside: "w:body", visit: blocks.read });
  blocks.end();
  if (root?.name !== "w:document") throw notWord();
}
