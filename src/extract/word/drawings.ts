// Takes a drawing of a Word document; gives the words in it: text boxes, and letters drawn as shapes.
import { cleanText } from "../../text/clean-text.ts";
import { childOf, childrenOf, descendantsOf, type Element, isElement } from "../office/read-xml.ts";

/** The branch for programs that know what it needs, as charm does; the other holds the same again. */
export function chooseBranch(alternate: Element): Element | undefined {
  const choice = childrenOf(alternate, "mc:Choice").find((branch) => holdsSomething(branch));
  return choice ?? childOf(alternate, "mc:Fallback");
}

function holdsSomething(node: Element): boolean {
  return childrenOf(node).some(
    (child) =>
      ["w:txbxContent", "w:t", "w:drawing", "w:pict", "m:oMath"].includes(child.name) ||
      holdsSomething(child),
  );
}

/** Letters drawn as a shape (WordArt as Word drew it until 2007); behind headers they are watermarks. */
export function drawnWords(drawing: Element): string[] {
  return descendantsOf(drawing, "v:textpath").flatMap(({ attributes }) => {
    const words = cleanText(attributes.get("string") ?? "").trim();
    return words === "" ? [] : [words];
  });
}

/** Text boxes, the outermost of each. */
export function boxesIn(node: Element): Element[] {
  return node.children.filter(isElement).flatMap((child) => {
    if (child.name === "w:txbxContent") return [child];
    if (child.name === "mc:AlternateContent") {
      const branch = chooseBranch(child);
      return branch ? boxesIn(branch) : [];
    }
    return boxesIn(child);
  });
}
