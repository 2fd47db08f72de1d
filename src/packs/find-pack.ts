// Takes the name of a pack, or the path of a user's; gives the pack. Lists those that charm comes with and the user's own.
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CharmError } from "../errors.ts";
import { readFile } from "../files/read-file.ts";
import { firstOfEach } from "../lists.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import type { Pack } from "./pack.ts";
import { readPack } from "./read-pack.ts";

/** The same two steps up from src/ and from dist/. */
const shipped = fileURLToPath(new URL("../../prompts/packs/", import.meta.url));

/** Where the user keeps packs: this folder beside charm.yaml. */
export const ownPacksFolder = "packs";

/** A pack that can be named. */
interface NamedPack {
  readonly name: string;
  readonly path: string;
  /** How messages name the file. */
  readonly file: string;
}

/**
 * In the order of their names; a pack of the user's takes the place of one of charm's of the same name.
 * @param own absolute path of the folder of the user's packs, there or not; null for none
 */
export async function listPacks(own: string | null): Promise<NamedPack[]> {
  const [users, ours] = await Promise.all([own === null ? [] : listIn(own), listIn(shipped)]);
  const all = [...users.map((one) => ({ ...one, file: `${ownPacksFolder}/${one.file}` })), ...ours];
  return firstOfEach(all, ({ name }) => name).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function listIn(folder: string): Promise<NamedPack[]> {
  const files = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return [];
    throw new CharmError("packs-unreadable", `The folder ${folder} cannot be opened.`, {
      hint: "Check who may read it.",
      cause,
    });
  });
  return files
    .filter((file) => /\.ya?ml$/i.test(file))
    .map((file) => ({
      name: basename(file).replace(/\.ya?ml$/i, ""),
      path: join(folder, file),
      file,
    }));
}

/**
 * @param pack a name, or what looks like the path of a YAML file
 * @param path the same, absolute
 * @throws CharmError `pack-unknown`, `pack-missing`, `pack-invalid`
 */
export async function findPack(pack: string, path: string, own: string | null): Promise<Pack> {
  if (/\.ya?ml$/i.test(pack) || /[\\/]/.test(pack)) return openPack(path, pack, null);
  const packs = await listPacks(own);
  const found = packs.find(({ name }) => name === pack);
  if (found !== undefined) return openPack(found.path, found.file, found.name);
  const near = nearestWord(
    pack,
    packs.map(({ name }) => name),
  );
  const meant = near === null ? "" : ` Did you mean ${near}?`;
  throw new CharmError("pack-unknown", `There is no pack “${pack}”.${meant}`, {
    hint: "charm draft --list shows the packs; a pack of your own is named by the path of its YAML file.",
  });
}

/** @param name that the pack must have; null for any */
export async function openPack(path: string, file: string, name: string | null): Promise<Pack> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new CharmError("pack-missing", `The pack ${file} cannot be opened.`, {
      hint: "Check that it is there and that you may read it.",
      cause,
    });
  });
  const pack = await readPack(text, file);
  // What is named by its path is known by nothing else.
  if (name === null) return pack.set === pack.name ? { ...pack, set: file } : pack;
  if (pack.name === name) return pack;
  throw new CharmError(
    "pack-invalid",
    `${file}: its name is “${pack.name}”, and the file's is not.`,
    {
      hint: `Call the file ${pack.name}.yaml, or write “name: ${name}”.`,
    },
  );
}

/** Whether a YAML file is a pack, and not a checklist; false for what cannot be read. */
export async function isPackFile(path: string): Promise<boolean> {
  const text = await readFile(path, "utf8").catch(() => "");
  return /^sections:/m.test(text);
}
