// Takes the sections of a Word document; gives the lines of their headers and footers that Word shows, each once.
import type { Package } from "../office/open-package.ts";
import { childrenOf, descendantsOf, type Element } from "../office/read-xml.ts";
import { leaveOut, type Losses } from "../losses.ts";
import type { Section, Sink } from "./reader.ts";
import { switchOf } from "./styles.ts";

/** The header of a first page, or of even pages, is shown only where a section, or the document, says so (17.10). */
export function readRunning(
  parts: Package,
  main: string,
  sections: readonly Section[],
  losses: Losses,
  read: (content: readonly Element[]) => Sink,
): string[] {
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
  for (const target of targets) {
    const part = parts.read(target);
    for (const { text } of read(childrenOf(part)).texts) if (saysSomething(text)) running.add(text);
    for (const shape of descendantsOf(part, "v:textpath"))
      leaveOut(losses, "watermark", shape.attributes.get("string") ?? "");
  }
  return [...running];
}

/** What is left of "Page 3 of 12" without its numbers says nothing. */
function saysSomething(text: string): boolean {
  return /\p{L}{2}|\d/u.test(text.replace(/\b(?:page|of)\b/gi, ""));
}
