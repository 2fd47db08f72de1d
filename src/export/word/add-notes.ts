// Takes the body of one Word file that is to stand in another; gives it with its footnotes added to that one's.
import { type EditedPackage, putBefore } from "../../check/mark/edit-package.ts";

const note = /<w:footnote\s[^>]*>.*?<\/w:footnote>/gs;

/**
 * Ids of the references change where the other file has notes of its own.
 * @param fit puts a note into the styles of that file
 */
export function addNotes(
  body: string,
  source: EditedPackage,
  target: EditedPackage,
  fit: (xml: string) => string,
): string {
  const from = source.partOf("footnotes");
  if (from === null || !body.includes("<w:footnoteReference")) return body;
  const xml = source.read(from) ?? "";
  const into = target.partOf("footnotes");
  if (into === null) {
    target.addPart("footnotes", "footnotes", fit(xml));
    return body;
  }
  const held = target.read(into) ?? "";
  const first = highestNote(held) + 1;
  const used = [...body.matchAll(/<w:footnoteReference\b[^>]*? w:id="(\d+)"/g)].map(([, id]) => id);
  const ids = new Map([...new Set(used)].map((id, at) => [id ?? "", String(first + at)]));
  const added = [...xml.matchAll(note)].flatMap(([whole]) => {
    const id = ids.get(/ w:id="(-?\d+)"/.exec(whole)?.[1] ?? "");
    return id === undefined ? [] : [fit(whole.replace(/ w:id="-?\d+"/, ` w:id="${id}"`))];
  });
  target.write(into, putBefore(held, "</w:footnotes>", added.join("")));
  return body.replaceAll(
    /(<w:footnoteReference\b[^>]*? w:id=")(\d+)(")/g,
    (_whole, before: string, id: string, after: string) => before + (ids.get(id) ?? id) + after,
  );
}

function highestNote(xml: string): number {
  const ids = [...xml.matchAll(/<w:footnote\s[^>]*?w:id="(-?\d+)"/g)].map(([, id]) => Number(id));
  return ids.reduce((most, id) => Math.max(most, id), 0);
}
