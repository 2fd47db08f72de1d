// Takes the bytes of a Word document; gives its paragraphs, list items, table rows and headings.
import mammoth from "mammoth";
import { parse } from "node-html-parser";
import { CharmError } from "../../errors.ts";
import { cleanText } from "../../text/clean-text.ts";
import type { Extraction } from "../page.ts";
import { passwordNeeded } from "../refusals.ts";
import { extractHtmlText } from "./extract-html.ts";
import { readZip, unpackEntry, type ZipEntry } from "../office/read-zip.ts";

const word = { name: "Word document", extension: ".docx" };

/** Beyond this size in bytes, pictures and all, a document is taken for a zip bomb. */
const largestUnpacked = 200_000_000;
/** As much XML as some 1,500 pages make; reading it takes about 80 times its size in memory. */
const largestXml = 20_000_000;

/** Titles are headings to a reader, though Word counts them apart; contents lists are furniture. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name^='toc '] => !",
  "p[style-name^='TOC '] => !",
];

/**
 * Pictures are ignored and nothing outside the file is fetched. Numbers that Word makes itself ("1.2" before a
 * heading) are not in the text of the file, and so not in what this gives.
 * @throws CharmError `encrypted`, `unreadable` or `no-text`
 */
export async function extractDocx(bytes: Uint8Array): Promise<Extraction> {
  refuseOldFormat(bytes);
  const entries = readZip(bytes, word);
  checkEntries(entries);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) },
    {
      styleMap,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    },
  );
  return { ...extractHtmlText(value), info: readCore(entries) };
}

/** Word before 2007, and Word with a password, write compound files (MS-CFB 2.2) and no zip. */
function refuseOldFormat(bytes: Uint8Array): void {
  const start = [0xd0, 0xcf, 0x11, 0xe0];
  if (!start.every((byte, at) => bytes[at] === byte)) return;
  if (Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le")))
    throw passwordNeeded();
  throw new CharmError("unreadable", "It is in Word's old format (.doc), whatever its name says.", {
    hint: "Open it in a word processor and save it as .docx.",
  });
}

function checkEntries(entries: readonly ZipEntry[]): void {
  if (entries.some((entry) => entry.encrypted)) throw passwordNeeded();
  const tooLarge = () =>
    new CharmError("unreadable", "It unpacks to more than a document can hold.", {
      hint: "If it is genuine, split it into several documents.",
    });
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > largestUnpacked) throw tooLarge();
  let xml = 0;
  for (const entry of entries) {
    // The size is the file's own word, and mammoth takes no limit: hold each entry to its word first. Which entries
    // mammoth will read is the file's word too, so whatever looks like XML counts.
    const start = new TextDecoder().decode(unpackEntry(entry, word).subarray(0, 100));
    if (start.trimStart().startsWith("<")) xml += entry.size;
    if (xml > largestXml) throw tooLarge();
  }
}

function readCore(entries: readonly ZipEntry[]): Extraction["info"] {
  const entry = entries.find((candidate) => candidate.name === "docProps/core.xml");
  const core = parse(entry ? new TextDecoder().decode(unpackEntry(entry, word)) : "");
  const read = (tag: string) =>
    cleanText(core.getElementsByTagName(tag)[0]?.text ?? "").trim() || null;
  return {
    title: read("dc:title"),
    author: read("dc:creator"),
    producer: null,
    created: /^\d{4}-\d{2}-\d{2}/.exec(read("dcterms:created") ?? "")?.[0] ?? null,
  };
}
