// Takes the tracked changes of an OpenDocument text; tells of what they delete, where it stood.
import { leaveOut, type Losses } from "../losses.ts";
import { childOf, childrenOf, type Element, isElement } from "../office/read-xml.ts";

/** Words of tracked deletions that have not been met in the text, by their ids. */
export type Deletions = Map<string, string>;

/** The file keeps what was deleted before its text, and marks in the text where it stood. */
export function readDeletions(changes: Element, deletions: Deletions): void {
  for (const region of childrenOf(changes, "text:changed-region")) {
    const id = region.attributes.get("text:id") ?? region.attributes.get("xml:id") ?? "";
    const deleted = childrenOf(childOf(region, "text:deletion"));
    const words = deleted.filter((part) => part.name !== "office:change-info").map(spacedText);
    if (words.length > 0) deletions.set(id, [deletions.get(id) ?? "", ...words].join(" "));
  }
}

export function leaveDeletion(id: string, deletions: Deletions, losses: Losses): void {
  leaveOut(losses, "deleted", deletions.get(id) ?? "");
  deletions.delete(id);
}

/** All words inside, those of paragraphs apart. */
export function spacedText(element: Element): string {
  const parts = element.children.map((child) => {
    if (!isElement(child)) return child;
    if (child.name === "text:s" || child.name === "text:tab") return " ";
    const text = spacedText(child);
    return child.name === "text:p" || child.name === "text:h" ? `${text} ` : text;
  });
  return parts.join("");
}
