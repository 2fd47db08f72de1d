// Takes a YAML text with a list under a key; gives it with one entry set, its comments and other entries as they were.
import { CharmError } from "../errors.ts";

export type EntryFields = Readonly<Record<string, string>>;

/**
 * The entry whose `file` is the same is changed in these fields and keeps its others; where there is none, one is added
 * at the end.
 * @param text empty where there is no file yet
 * @param name how messages name it
 * @throws CharmError `sources-invalid` where it is no such list
 */
export async function setEntry(
  text: string,
  entry: EntryFields & { readonly file: string },
  name: string,
): Promise<string> {
  const { isMap, isSeq, parseDocument } = await import("yaml");
  const document = parseDocument(text, { schema: "failsafe", logLevel: "silent" });
  const fault = (): CharmError =>
    new CharmError("sources-invalid", `${name} has no list under “documents:”.`, {
      hint: "Mend it, or move it away: it is made anew.",
    });
  if (document.errors.length > 0) throw fault();
  if (document.contents === null) document.contents = document.createNode({}) as never;
  if (!isMap(document.contents)) throw fault();
  if (!document.has("documents")) document.set("documents", document.createNode([]));
  const list = document.get("documents");
  if (!isSeq(list)) throw fault();
  // A list in brackets would stay one, on a line that grows.
  list.flow = false;
  const held = list.items.find((item) => isMap(item) && item.get("file") === entry.file);
  if (isMap(held)) for (const [key, value] of Object.entries(entry)) held.set(key, value);
  else list.add(document.createNode(entry));
  return document.toString({ lineWidth: 0 });
}

/** Whether such a list has an entry for this file; false for what is no such list. */
export async function hasEntry(text: string, file: string): Promise<boolean> {
  const { isMap, isSeq, parseDocument } = await import("yaml");
  const document = parseDocument(text, { schema: "failsafe", logLevel: "silent" });
  const list = isMap(document.contents) ? document.get("documents") : null;
  return isSeq(list) && list.items.some((item) => isMap(item) && item.get("file") === file);
}
