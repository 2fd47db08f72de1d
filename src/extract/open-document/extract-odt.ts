// Takes the bytes of an OpenDocument text; gives its paragraphs, list items, table rows and headings.
import { CharmError } from "../../errors.ts";
import { flowExtraction } from "../flow/flow-page.ts";
import { type Losses, openLosses, tellLosses } from "../losses.ts";
import { openPackage, type Package, readInfo } from "../office/open-package.ts";
import { childOf, childrenOf, descendantsOf, type Element } from "../office/read-xml.ts";
import type { FlowExtraction } from "../page.ts";
import { passwordNeeded } from "../refusals.ts";
import { leaveDeletion } from "./deletions.ts";
import { openReader, readBlocks } from "./odt-texts.ts";
import { readStyles } from "./read-styles.ts";

const kind = { name: "OpenDocument text", extension: ".odt" };

/**
 * Read from its own parts (OpenDocument 1.3 part 3): officeparser, the one npm package that is kept, brings 150 MB with
 * it, numbers no lists and does not tell hidden and deleted text from what is shown.
 * @throws CharmError `encrypted`, `unreadable` or `no-text`
 */
export function extractOdt(bytes: Uint8Array): FlowExtraction {
  const parts = openPackage(bytes, kind);
  const manifest = parts.read("META-INF/manifest.xml");
  if (descendantsOf(manifest, "manifest:encryption-data").length > 0) throw passwordNeeded();
  const content = parts.read("content.xml");
  const body = childOf(content, "office:body", "office:text");
  if (!body) throw noText();
  const styles = parts.read("styles.xml");
  const common = childOf(styles, "office:styles");
  const losses = openLosses();
  const reader = openReader(
    readStyles([common, childOf(content, "office:automatic-styles")]),
    losses,
  );
  const texts = readBlocks(body, reader);
  // Of some the text does not say where they stood.
  for (const id of reader.deletions.keys()) leaveDeletion(id, reader.deletions, losses);
  const running = readRunning(styles, losses);
  return flowExtraction(texts, readMeta(parts), {
    footnotes: reader.footnotes,
    running,
    ...tellLosses(losses),
  });
}

function noText(): CharmError {
  return new CharmError("unreadable", "It is damaged, or no OpenDocument text (.odt) at all.", {
    hint: "Open it in the program that made it and save it again as .odt.",
  });
}

const edges = /^style:(?:header|footer)(?:-left|-first)?$/;

/** Lines of headers and footers, each once. */
function readRunning(styles: Element | undefined, losses: Losses): string[] {
  const own = readStyles(
    ["office:styles", "office:automatic-styles"].map((name) => childOf(styles, name)),
  );
  const lines = childrenOf(childOf(styles, "office:master-styles"), "style:master-page")
    .flatMap((page) => childrenOf(page))
    .filter((edge) => edges.test(edge.name) && edge.attributes.get("style:display") !== "false")
    .flatMap((edge) => readBlocks(edge, { ...openReader(own, losses), ground: null }))
    .map((line) => line.text);
  return [...new Set(lines)];
}

function readMeta(parts: Package): FlowExtraction["info"] {
  return readInfo(() => childOf(parts.read("meta.xml"), "office:meta"), {
    author: ["dc:creator", "meta:initial-creator"],
    producer: ["meta:generator"],
    created: ["meta:creation-date"],
  });
}
