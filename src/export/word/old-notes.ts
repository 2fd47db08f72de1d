// Takes a new Word file and an older one; gives the footnotes of the old one that its words are shown with in the new one.
import { type EditedPackage, putBefore } from "../../office/edit-package.ts";

export interface OldNotes {
  /** Id that a footnote of the old file has in the new one. */
  readonly idOf: (id: string) => string;
  /** To be called when all are known: adds them to the new file. */
  readonly end: () => void;
}

const note = /<w:footnote\s[^>]*>.*?<\/w:footnote>/gs;

export function openOldNotes(file: EditedPackage, old: EditedPackage): OldNotes {
  const part = file.partOf("footnotes");
  const held = part === null ? "" : (file.read(part) ?? "");
  const before = notesOf(old);
  const ids = new Map<string, string>();
  let next = [...held.matchAll(/<w:footnote\s[^>]*?w:id="(-?\d+)"/g)].reduce(
    (most, [, id]) => Math.max(most, Number(id)),
    0,
  );
  return {
    idOf: (id) => {
      // Without notes of its own the new file takes over the old one's as they are.
      if (part === null) return id;
      const known = ids.get(id) ?? String((next += 1));
      ids.set(id, known);
      return known;
    },
    end: () => {
      const xml = old.read(old.partOf("footnotes") ?? "");
      if (part === null) {
        const isShown = /<w:footnoteReference\b/.test(file.read(file.main) ?? "");
        if (isShown && xml !== null) file.addPart("footnotes", "footnotes", withoutLinks(xml));
        return;
      }
      const added = [...ids].map(([id, own]) =>
        withoutLinks(before.get(id) ?? "").replace(/ w:id="-?\d+"/, ` w:id="${own}"`),
      );
      if (added.length > 0) file.write(part, putBefore(held, "</w:footnotes>", added.join("")));
    },
  };
}

/** Words of each footnote of a file, by id. */
export function readNotes(file: EditedPackage): ReadonlyMap<string, string> {
  return new Map(
    [...notesOf(file)].map(([id, raw]) => [id, raw.replaceAll(/<[^>]*>/g, "").trim()]),
  );
}

function notesOf(file: EditedPackage): Map<string, string> {
  const xml = file.read(file.partOf("footnotes") ?? "") ?? "";
  return new Map(
    [...xml.matchAll(note)].map(([raw]) => [/ w:id="(-?\d+)"/.exec(raw)?.[1] ?? "", raw]),
  );
}

/** What the old file's links lead to is not in the new one. */
function withoutLinks(xml: string): string {
  return xml.replaceAll(/<w:hyperlink\b[^>]*>|<\/w:hyperlink>/g, "");
}
