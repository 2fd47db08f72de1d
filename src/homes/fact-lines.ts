// Takes a home of charm.yaml; gives the facts of its home.yaml with the lines that each is written on.
import { basename } from "node:path";
import { hashOf } from "../text/hash-of.ts";
import type { Passage } from "../chunk/passage.ts";
import type { DocumentInfo } from "../document.ts";
import { readFile } from "../files/read-file.ts";
import type { TextRange } from "../text/sentences.ts";
import { readYaml, type YamlPath } from "../settings/read-yaml.ts";
import type { HomeFacts } from "./facts.ts";
import type { Home } from "./homes.ts";
import { readFactsOf } from "./read-facts.ts";

/** A home.yaml as it is quoted. */
export interface FactSheet {
  /** How citations name the file: its path below the corpus, or its name. */
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
  readonly facts: HomeFacts;
  /** Offsets in `text` of the lines of a field, or of one person; null where it is not written there. */
  readonly linesOf: (path: YamlPath) => TextRange | null;
}

/**
 * Null where charm.yaml names no facts of the home.
 * @throws CharmError as `readFactsOf`
 */
export async function readFactSheet(
  home: Pick<Home, "name" | "aliases" | "facts" | "factsInCorpus">,
): Promise<FactSheet | null> {
  const path = home.facts ?? "";
  const file = home.factsInCorpus[0] ?? basename(path);
  const facts = await readFactsOf(home, file);
  if (facts === null) return null;
  const bytes = await readFile(path);
  const text = bytes.toString("utf8");
  const { value, lineOf } = await readYaml(text, file, "facts-invalid");
  const written = (value ?? {}) as Readonly<Record<string, unknown>>;
  const listed: readonly unknown[] = Array.isArray(written["people"]) ? written["people"] : [];
  // Those left blank are in no list of the facts.
  const people = listed.flatMap((one, i) => (typeof one === "object" && one !== null ? [i] : []));
  const starts = [
    ...Object.keys(written).map((key) => lineOf([key])),
    ...listed.map((_, i) => lineOf(["people", i])),
  ].toSorted((a, b) => a - b);
  const lines = text.split("\n");
  const offsets = lines.map((_, i) => lines.slice(0, i).join("\n").length + (i === 0 ? 0 : 1));
  return {
    file,
    text,
    sha256: hashOf(bytes),
    facts,
    linesOf: (at) => {
      const [key, index] = at;
      if (key === undefined || !Object.hasOwn(written, key)) return null;
      const person = typeof index === "number" ? people[index] : undefined;
      if (index !== undefined && person === undefined) return null;
      const from = lineOf(person === undefined ? [key] : [key, person]);
      const next = starts.find((line) => line > from) ?? lines.length + 1;
      const start = offsets[from - 1] ?? 0;
      const end = next > lines.length ? text.length : (offsets[next - 1] ?? text.length);
      return trim(text, start, end);
    },
  };
}

/** Without the dash of a list, and without empty lines and remarks behind it. */
function trim(text: string, start: number, end: number): TextRange {
  const words = text.slice(start, end);
  const before = /^\s*(?:-\s+)?/.exec(words)?.[0].length ?? 0;
  const behind = /(?:\s*\n[ \t]*#[^\n]*|\s+)*$/.exec(words)?.[0].length ?? 0;
  return { start: start + before, end: Math.max(start + before, end - behind) };
}

/** The file as a document that answers cite, though the library has none of it. */
export function describeSheet({ file, sha256, facts }: FactSheet): DocumentInfo {
  return {
    id: `${file}#${sha256.slice(0, 16)}`,
    file,
    title: `Facts of ${facts.name}`,
    short: file.split("/").at(-1) ?? file,
    version: null,
    date: null,
    authority: "own",
    field: false,
    url: null,
    licence: null,
    supersedes: null,
    sha256,
    pages: null,
  };
}

/** Some of it, to be quoted. @param range offsets in its text */
export function passageOf(sheet: FactSheet, { start, end }: TextRange): Passage {
  const { id } = describeSheet(sheet);
  const text = sheet.text.slice(start, end);
  const place = { page: null, locator: null };
  return {
    id: `${id}:${start}`,
    documentId: id,
    ordinal: start,
    text,
    spans: [{ start: 0, end: text.length, provision: 0, address: null, kind: "text", ...place }],
    marks: [],
    locators: [],
    trail: [],
    pageEnd: null,
    standing: "current",
    ...place,
  };
}
