// Takes the name of a set, or the path of a user's; gives its checklist. Lists the sets that charm comes with.
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CharmError } from "../errors.ts";
import { readFile } from "../files/read-file.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import type { Checklist } from "./checklist.ts";
import { readChecklist } from "./read-checklist.ts";

/** The same two steps up from src/ and from dist/. */
const folder = fileURLToPath(new URL("../../prompts/checklists/", import.meta.url));

/** Names of the sets that charm comes with, in their order. */
export async function listSets(): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .toSorted();
}

/**
 * @param set a name, or what ends like the path of a YAML file
 * @param path of that file
 * @throws CharmError `set-unknown`, `checklist-missing`, `checklist-invalid`
 */
export async function findSet(set: string, path: string): Promise<Checklist> {
  if (/\.ya?ml$/i.test(set) || /[\\/]/.test(set)) return readSet(path, set);
  const names = await listSets();
  if (names.includes(set)) return readSet(join(folder, `${set}.yaml`), `${set}.yaml`);
  const near = nearestWord(set, names);
  const meant = near === null ? "" : ` Did you mean ${near}?`;
  throw new CharmError("set-unknown", `There is no set of requirements “${set}”.${meant}`, {
    hint: "charm gap --list shows the sets; a set of your own is named by the path of its YAML file.",
  });
}

async function readSet(path: string, name: string): Promise<Checklist> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new CharmError("checklist-missing", `The checklist ${name} cannot be opened.`, {
      hint: "Check that it is there and that you may read it.",
      cause,
    });
  });
  return readChecklist(text, name);
}
