// Gives what is found of the program itself: Node, the native modules it loads, and the models that come with it.
import { messageOf } from "../errors.ts";
import { builtInModels } from "../models/built-in-models.ts";
import { findModelFolder, openModelFolder } from "../models/model-folder.ts";
import { failed, sound, type Examination } from "./examination.ts";

/** As package.json has it under `engines`; bin/charm.js starts with no older one. */
const leastNode = "20.16";

export function examineNode(): Examination {
  const { node } = process.versions;
  return sound("node", `Node ${node} on ${process.platform} ${process.arch}.`, [
    `At least ${leastNode} is needed.`,
  ]);
}

/** Loads what `npm install` had to choose for this machine. */
export interface NativeModule {
  readonly name: string;
  readonly purpose: string;
  readonly load: () => Promise<unknown>;
}

/** @param modules each is loaded */
export async function examineModules(modules: readonly NativeModule[]): Promise<Examination> {
  const tried = await Promise.all(
    modules.map(async ({ name, purpose, load }) => {
      try {
        await load();
        return { works: true, line: `${name} (${purpose}): loads` };
      } catch (error) {
        const [why] = messageOf(error).split("\n");
        return { works: false, line: `${name} (${purpose}): ${why}` };
      }
    }),
  );
  const details = tried.map(({ line }) => line);
  const broken = tried.filter(({ works }) => !works).length;
  if (broken === 0) return sound("modules", `${modules.length} native modules load.`, details);
  return {
    part: "modules",
    state: "error",
    found: `${broken} of ${modules.length} native modules do not load.`,
    remedy:
      "Delete node_modules and run npm install on this machine: they are made for one system, and a folder copied " +
      "from another does not fit. On Alpine Linux and other systems without glibc they do not run.",
    details,
  };
}

/** Folders in models/ beside the embedding models. */
const otherFolders = ["subject-index", "known-statements"];

/** Every file of every model is held against its checksum. */
export async function examineModels(): Promise<Examination> {
  const names = [...builtInModels, ...otherFolders];
  const details: string[] = [];
  try {
    for (const name of names) details.push(await describeModel(name));
    return sound("models", `${names.length} models are whole.`, details);
  } catch (error) {
    return failed("models", error, "Install charm again.", details);
  }
}

async function describeModel(name: string): Promise<string> {
  const folder = await openModelFolder(findModelFolder(name));
  let bytes = 0;
  for (const file of folder.names) bytes += (await folder.readBytes(file)).length;
  const sum = folder.fingerprintOf(folder.names);
  return `${name}: ${folder.names.length} files, ${(bytes / 1e6).toFixed(1)} MB, sum ${sum}`;
}
