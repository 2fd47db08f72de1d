// Takes the sections of a Word document; gives the lines of their headers and footers that Word shows, each once.
import type { Package } from "../office/open-package.ts";
import { childrenOf, descendantsOf, type Element } from "../office/read-xml.ts";
import type { LeftOut } from "../page.ts";
import type { Section, Sink } from "./reader.ts";
import { switchOf } from "./styles.ts";

/** The header of a first page, or of even pages, is shown only where a section, or the document, says so (17.10). */
export function readRunning(
  parts: Package,
  main: string,
  sections: readonly Section[],
  read: (content: readonly Element[]) => Sink,
): { running: readonly string[]; watermarks: readonly LeftOut[] } {
  const relations = new Map(parts.relations(main).map((relation) => [relation.id, relation]));
  const settings = [...relations.values()].find(({ type }) => type === "settings");
  const evenToo = settings
    ? switchOf(parts.read(settings.target), "w:evenAndOddHeaders") === true
    : false;
  const targets = new Set<string>();
  for (const { properties: section } of sections) {
    const firstToo = switchOf(section, "w:titlePg") === true;
    for (const reference of childrenOf(section)) {
      if (!["w:headerReference", "w:footerReference"].includes(reference.name)) continue;
      const type = reference.attributes.get("w:type") ?? "default";
      if ((type === "first" && !firstToo) || (type === "even" && !evenToo)) continue;
      const relation = relations.get(reference.attributes.get("r:id") ?? "");
      if (relation && !relation.external) targets.add(relation.target);
    }
  }
  const running = new Set<string>();
  const watermarks: LeftOut[] = [];
  for (const target of targets) {
    const part = parts.read(target);
    for (const { text } of read(childrenOf(part)).texts) if (saysSomething(text)) running.add(text);
    for (const shape of descendantsOf(part, "v:textpath")) {
      const text = shape.attributes.get("string") ?? "";
      if (text !== "") watermarks.push({ page: null, text, reason: "watermark" });
    }
  }
  return { running: [...running], watermarks };
}

/** What is left of "Page 3 of 12" without its numbers says nothing. */
function saysSomething(text: string): boolean {
  return /\p{L}{2}|\d/u.test(text.replace(/\b(?:page|of)\b/gi, ""));
}
