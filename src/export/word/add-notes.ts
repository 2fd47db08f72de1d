// Takes the body of one Word file that is to stand in another; gives it with its footnotes added to that one's.
import { type EditedPackage, putBefore } from "../../office/edit-package.ts";

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

/** Stands and is numbered in the order in which the text refers to it: LibreOffice goes by that, and not by the ids. */
export function sortNotes(file: EditedPackage): void {
  const part = file.partOf("footnotes");
  const xml = part === null ? null : file.read(part);
  if (part === null || xml === null) return;
  const notes = [...xml.matchAll(note)].map(({ 0: raw, index }) => ({ raw, index }));
  const [first, last] = [notes[0], notes.at(-1)];
  if (first === undefined || last === undefined) return;
  const main = file.read(file.main) ?? "";
  const referred = [...main.matchAll(reference)].map(([, , id = ""]) => id);
  const isLine = (raw: string) => / w:type="/.test(raw.slice(0, raw.indexOf(">")));
  const lines = notes.filter(({ raw }) => isLine(raw)).map(({ raw }) => raw);
  const byId = new Map(
    notes.flatMap(({ raw }): [string, string][] => (isLine(raw) ? [] : [[idOf(raw), raw]])),
  );
  const ids = [...new Set([...referred, ...byId.keys()])].filter((id) => byId.has(id));
  const least = 1 + Math.max(0, ...lines.map((raw) => Number(idOf(raw))));
  const numbers = new Map(ids.map((id, at) => [id, String(least + at)]));
  const sorted = ids.map((id) =>
    (byId.get(id) ?? "").replace(/ w:id="-?\d+"/, ` w:id="${numbers.get(id)}"`),
  );
  const end = last.index + last.raw.length;
  const written = xml.slice(0, first.index) + [...lines, ...sorted].join("") + xml.slice(end);
  if (written === xml) return;
  file.write(part, written);
  file.write(
    file.main,
    main.replaceAll(
      reference,
      (_whole, before: string, id: string) => before + (numbers.get(id) ?? id),
    ),
  );
}

const reference = /(<w:footnoteReference\b[^>]*? w:id=")(\d+)(?=")/g;

function idOf(raw: string): string {
  return / w:id="(-?\d+)"/.exec(raw)?.[1] ?? "";
}
