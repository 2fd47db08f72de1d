// Small made-up documents with vectors of eight numbers.
import { createHash } from "node:crypto";
import type { Authority } from "../../src/document.ts";
import type { NewDocument, NewPassage } from "../../src/library/library.ts";
import type { Provision } from "../../src/structure/provision.ts";

export const model = { id: "test-model@1", dimensions: 8, tokenDimensions: 4 };

/** A document with one passage and one provision for each text. */
export function makeDocument(
  file: string,
  texts: readonly string[],
  authority: Authority = "other",
): NewDocument {
  const sha256 = createHash("sha256").update(texts.join("\n")).digest("hex");
  const id = `${file.replace(/\W/g, "-")}-${sha256.slice(0, 12)}`;
  return {
    info: {
      id,
      file,
      title: `Title of ${file}`,
      short: file.split(".")[0] ?? file,
      version: "1",
      date: "2015-04",
      authority,
      field: false,
      url: null,
      licence: null,
      supersedes: null,
      sha256,
      pages: texts.length,
    },
    kind: "numbered",
    fileBytes: texts.join("\n").length,
    modified: 1_700_000_000_000,
    problems: [{ code: "pages-without-text", pages: [9], message: "Page 9 has no text." }],
    passages: texts.map((text, ordinal) => makePassage(id, ordinal, text)),
    provisions: texts.map((text, ordinal) => makeProvision(ordinal, text)),
  };
}

/** A vector of length 1 that is the same for the same text. */
export function makeVector(text: string): Float32Array {
  const bytes = createHash("sha256").update(text).digest();
  const raw = Float32Array.from({ length: model.dimensions }, (_, i) => (bytes[i] ?? 0) - 127.5);
  const norm = Math.hypot(...raw);
  return raw.map((value) => value / norm);
}

/** Neighbouring words in lower case, joined: `the_kitchen kitchen_is`. */
export function pairWords(text: string): string {
  const words = text.toLowerCase().match(/\w+/g) ?? [];
  return words
    .slice(1)
    .map((word, at) => `${words[at]}_${word}`)
    .join(" ");
}

/** Four signed bytes for each word. */
export function makeTokens(text: string): Int8Array {
  const hash = (word: string) => [...createHash("sha256").update(word).digest()].slice(0, 4);
  return Int8Array.from(text.split(" ").flatMap(hash));
}

function makePassage(documentId: string, ordinal: number, text: string): NewPassage {
  const page = ordinal + 1;
  const locator = `1.${ordinal}`;
  return {
    indexed: `Short heading ${text}`,
    phrases: pairWords(text),
    vector: makeVector(text),
    tokens: makeTokens(text),
    passage: {
      id: `${documentId}:${String(ordinal).padStart(5, "0")}`,
      documentId,
      ordinal,
      text,
      spans: [
        {
          start: 0,
          end: text.length,
          page,
          provision: ordinal,
          locator,
          address: `para/${locator}`,
          kind: "text",
        },
      ],
      marks: [{ at: 1, label: "14", kind: "footnote" }],
      locator: ordinal === 0 ? null : locator,
      locators: [locator],
      trail: ["Part 1", "It’s a “heading” with 'quotes'"],
      page,
      pageEnd: page,
      standing: "current",
    },
  };
}

function makeProvision(ordinal: number, text: string): Provision {
  return {
    ordinal,
    parent: ordinal === 0 ? null : 0,
    kind: ordinal === 0 ? "document" : "paragraph",
    address: ordinal === 0 ? "" : `para/1.${ordinal}`,
    locator: ordinal === 0 ? null : `1.${ordinal}`,
    title: ordinal === 0 ? "Whole" : null,
    content: [{ text, page: ordinal + 1, marks: [], kind: "text" }],
    page: ordinal + 1,
    pageEnd: ordinal + 1,
    standing: "current",
    notes: ["substituted in 2016"],
    quotes: null,
  };
}
