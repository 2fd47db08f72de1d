// Takes the address of a library; gives the folder that it is kept in.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CharmError } from "../errors.ts";

/** Null when `uri` names no place in the file system. LanceDB itself would take a folder named `db…` for a server. */
export function folderOf(uri: string): string | null {
  if (uri.startsWith("file://")) return fileURLToPath(uri);
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(uri) ? null : resolve(uri);
}

/** @throws CharmError `index-offline` for a library that is elsewhere, in a run that opens no connection */
export function requireNear(uri: string, offline: boolean): void {
  if (!offline || folderOf(uri) !== null || uri.startsWith("memory://")) return;
  throw new CharmError("index-offline", `The index ${uri} is elsewhere, and this run is offline.`, {
    hint: "Leave --offline out, or name a folder with --index.",
  });
}
