// Takes the text of a sources.yaml; gives what it says of each document.
import { authorities } from "../document.ts";
import { CharmError } from "../errors.ts";
import { tidyText } from "../text/clean-text.ts";
import { isDate, isDay } from "../text/is-day.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import { readYaml } from "../settings/read-yaml.ts";
import type { DeclaredSource } from "./source-file.ts";

export interface DeclaredEntry {
  /** As written: a path below the folder of the sources.yaml, of a file or a folder, or a pattern. */
  readonly file: string;
  /** Line of the entry, counted from 1. */
  readonly line: number;
  readonly declared: DeclaredSource;
}

type Field = keyof DeclaredSource;

/** What each field takes, an example of it, and whether a value will do; without `accepts` any text will. */
const fields: Record<
  Field,
  { expected: string; example: string; accepts?: (value: string) => boolean }
> = {
  title: { expected: "a text", example: "Guide to the regulations" },
  short: { expected: "a text", example: "Guide" },
  version: { expected: "a text", example: '"1.17"' },
  date: {
    expected: "a year, month or day (YYYY, YYYY-MM or YYYY-MM-DD)",
    example: "2015-04",
    accepts: isDate,
  },
  authority: { expected: `one of ${authorities.join(", ")}`, example: "own", accepts: isAuthority },
  field: {
    expected: "true or false",
    example: "true",
    accepts: (value) => /^(?:true|false)$/.test(value),
  },
  url: { expected: "a web address", example: "https://www.gov.uk/…", accepts: isWebAddress },
  licence: { expected: "a text", example: "OGL-3.0" },
  supersedes: { expected: "the name of another file", example: "Policy_2023.pdf" },
  inForceFrom: {
    expected: "a day (YYYY-MM-DD)",
    example: "2025-09-01",
    accepts: isDay,
  },
};

const example =
  "documents:\n  - file: Guide.pdf\n    title: Guide to the regulations\n    authority: statutory-guidance\n  - file: own/\n    authority: own";

/**
 * Values are checked by hand and not with zod: every command reads this file, and loading zod would add some 45 ms to
 * each.
 * @param name how messages name the file
 * @throws CharmError `sources-invalid`, naming file, line, what was expected and an example
 */
export async function readSources(text: string, name: string): Promise<DeclaredEntry[]> {
  const yaml = await readYaml(text, name, "sources-invalid");
  const fail = (path: readonly (string | number)[], message: string, hint: string): never => {
    throw new CharmError("sources-invalid", `${name}, line ${yaml.lineOf(path)}: ${message}`, {
      hint,
    });
  };
  const shape = `Write it like this:\n${example}`;
  const root = yaml.value;
  if (root === null || root === "") return [];
  if (!isRecord(root)) return fail([], "a list under “documents:” was expected.", shape);
  for (const key of Object.keys(root)) {
    if (key !== "documents") fail([key], `“${key}” is not known here; only “documents” is.`, shape);
  }
  const documents = root["documents"];
  if (documents === undefined || documents === "") return [];
  if (!Array.isArray(documents)) return fail(["documents"], "“documents” takes a list.", shape);
  const lines = new Map<string, number>();
  return documents.map((entry: unknown, index) => {
    const path = ["documents", index];
    if (!isRecord(entry)) return fail(path, "an entry with “file:” was expected.", shape);
    const file = entry["file"];
    if (typeof file !== "string" || file.trim() === "")
      return fail(path, "this entry names no file.", shape);
    const key = normaliseEntry(file);
    if (/^(?:[/\\]|[A-Za-z]:[/\\])/.test(key))
      fail(
        path,
        `“${file}” is an absolute path.`,
        "Write it as seen from the folder of this file.",
      );
    const line = yaml.lineOf(path);
    const before = lines.get(key);
    if (before !== undefined)
      fail(path, `“${file}” is described twice, first in line ${before}.`, "Join the two entries.");
    lines.set(key, line);
    return { file: key, line, declared: readFields(entry, path, fail) };
  });
}

function readFields(
  entry: Record<string, unknown>,
  path: readonly (string | number)[],
  fail: (path: readonly (string | number)[], message: string, hint: string) => never,
): DeclaredSource {
  const declared: Partial<Record<Field, string>> = {};
  for (const [key, value] of Object.entries(entry)) {
    if (key === "file") continue;
    if (!isField(key)) {
      const known = ["file", ...Object.keys(fields)];
      const meant = nearestWord(key, known);
      const hint = meant ? `Did you mean “${meant}”?` : "Take it out, or use one of these fields.";
      return fail(
        [...path, key],
        `“${key}” is no field; the fields are ${known.join(", ")}.`,
        hint,
      );
    }
    const field = fields[key];
    const hint = `For example:  ${key}: ${field.example}`;
    if (typeof value !== "string")
      return fail([...path, key], `${key} takes ${field.expected}.`, hint);
    const text = tidyText(value);
    if (text === "") continue;
    if (field.accepts?.(text) === false) {
      const meant = key === "authority" ? nearestWord(text, authorities) : null;
      fail(
        [...path, key],
        `${key} “${text}” is not ${field.expected}.`,
        meant ? `Did you mean “${meant}”?` : hint,
      );
    }
    declared[key] = text;
  }
  return declared as DeclaredSource;
}

/** One spelling for `./Guide.pdf`, `Guide.pdf` and a name in decomposed letters. */
function normaliseEntry(file: string): string {
  return file
    .trim()
    .normalize("NFC")
    .replace(/^(?:\.\/)+/, "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isField(key: string): key is Field {
  return Object.hasOwn(fields, key);
}

function isAuthority(value: string): boolean {
  return authorities.some((authority) => authority === value);
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/.test(value) && URL.canParse(value);
}
