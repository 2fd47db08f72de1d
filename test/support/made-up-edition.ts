// A document of which there are several editions, by what the library knows of each.
import { isFieldTitle } from "../../src/field/of-field.ts";
import type { DocumentInfo } from "../../src/document.ts";

export function edition(file: string, more: Partial<DocumentInfo> = {}): DocumentInfo {
  return {
    id: file,
    file,
    title: "Lantern handbook",
    short: "Handbook",
    version: "1.0",
    date: null,
    authority: "statutory-guidance",
    field: isFieldTitle(more.title ?? ""),
    url: null,
    licence: null,
    supersedes: null,
    sha256: file,
    pages: null,
    ...more,
  };
}
