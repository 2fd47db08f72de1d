// Takes the annotation lines under provisions of revised legislation; gives their text by mark, and what it implies.
import type { Line } from "../extract/page.ts";
import { isNode, type Node } from "./tree.ts";

/** Headings under which legislation.gov.uk prints its annotations. */
const annotationHeading =
  /^(?:Textual Amendments|Marginal Citations|Commencement Information|Modifications etc\. .*|Editorial Information|Extent Information|Subordinate Legislation Made|Non-textual amendments.*)$/;

export function isAnnotationHeading(line: Line): boolean {
  return annotationHeading.test(line.text) && line.bold;
}

/** Text of annotations by their mark, such as `F9`. */
export type Annotations = Map<string, string>;

/** Adds an annotation line: one that starts with a mark begins a note, any other goes on with the note before. */
export function addAnnotation(
  annotations: Annotations,
  last: string | null,
  line: Line,
): string | null {
  const mark = line.marks.find((candidate) => candidate.at === 0);
  const label = mark?.label ?? last;
  if (label === null || label === undefined) return null;
  const before = annotations.get(label);
  // The same note is printed again under each provision it concerns.
  if (mark && before !== undefined) return null;
  annotations.set(label, before === undefined ? line.text : `${before} ${line.text}`);
  return label;
}

/** Puts each note on the provisions whose text carries its mark, and marks what is temporary. */
export function applyAnnotations(
  root: Node,
  annotations: Annotations,
  bracketed: ReadonlyMap<Node, readonly string[]>,
): void {
  const visit = (node: Node): void => {
    const labels = new Set([...(bracketed.get(node) ?? []), ...node.marked]);
    for (const item of node.content) {
      if (isNode(item)) visit(item);
      else for (const line of item.lines) for (const mark of line.marks) labels.add(mark.label);
    }
    for (const label of labels) {
      const note = annotations.get(label);
      if (note === undefined || label.startsWith("M")) continue;
      node.notes.push(note);
      const whole = (bracketed.get(node) ?? []).includes(label);
      if (whole && /\(temp\.\)/.test(note)) node.standing = "temporary";
    }
  };
  visit(root);
}
