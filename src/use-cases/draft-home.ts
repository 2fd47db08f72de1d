// Takes the path of a file; gives the home that it is a draft for, by its own words.
import { extname } from "node:path";
import { toPlainText } from "../check/plain-text.ts";
import { homeOfDraft } from "../text/draft-frame.ts";
import { readChecked } from "./read-checked.ts";

/** What drafts are written as, and is quickly read. */
const kinds: ReadonlySet<string> = new Set([".md", ".markdown", ".docx", ".html", ".htm"]);
/** A draft says it on its first page. */
const firstLines = 60;

/** Null for what is no draft, or cannot be read: whoever checks it tells why. */
export async function readDraftHome(path: string): Promise<string | null> {
  if (!kinds.has(extname(path).toLowerCase())) return null;
  const read = await readChecked(path).catch(() => null);
  const lines = (read?.markdown ?? "").split("\n", firstLines).map(toPlainText);
  return homeOfDraft(lines.filter((line) => line !== ""));
}
