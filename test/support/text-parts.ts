// Takes the bytes of a Word file; gives the text of each of its parts by its name.
import { readZip, unpackEntry } from "../../src/extract/office/read-zip.ts";

const kind = { name: "Word document", extension: ".docx" };

export function textParts(bytes: Uint8Array): Map<string, string> {
  return new Map(
    readZip(bytes, kind).map((entry) => [entry.name, new TextDecoder().decode(unpackEntry(entry))]),
  );
}
