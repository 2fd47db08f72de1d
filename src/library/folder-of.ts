// Takes the address of a library; gives the folder that it is kept in.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Null when `uri` names no place in the file system. LanceDB itself would take a folder named `db…` for a server. */
export function folderOf(uri: string): string | null {
  if (uri.startsWith("file://")) return fileURLToPath(uri);
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(uri) ? null : resolve(uri);
}
