// Takes names of prompts; gives them read from the package's prompts folder, and the version of them together.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf } from "../text/hash-of.ts";
import { CharmError } from "../errors.ts";
import { parsePrompt, type PromptFile } from "./prompt-file.ts";

/** The same two steps up from src/ and from dist/. */
const packaged = fileURLToPath(new URL("../../prompts/", import.meta.url));

/** @throws CharmError `prompt-missing`, `prompt-invalid` */
export async function loadPrompts<Name extends string>(
  names: readonly Name[],
  folder = packaged,
): Promise<Record<Name, PromptFile>> {
  const prompts = await Promise.all(
    names.map(async (name): Promise<[Name, PromptFile]> => {
      const path = join(folder, `${name}.md`);
      const text = await readFile(path, "utf8").catch(() => {
        throw new CharmError("prompt-missing", `The prompt file ${path} cannot be read.`, {
          hint: "Restore the folder prompts/ from the released package or with `git checkout -- prompts`.",
        });
      });
      const prompt = parsePrompt(text, path);
      if (prompt.name !== name) {
        throw new CharmError(
          "prompt-invalid",
          `The prompt file ${path} calls itself “${prompt.name}”.`,
          { hint: `Its front matter must say:  name: ${name}` },
        );
      }
      return [name, prompt];
    }),
  );
  return Object.fromEntries(prompts) as Record<Name, PromptFile>;
}

/** "answer 1 (3f9a1c2e)": name and version of the leading prompt, and a digest over all of them. */
export function describeVersion(leading: PromptFile, all: readonly PromptFile[]): string {
  const lines = all.map(({ name, version, digest }) => `${name} ${version} ${digest}\n`).sort();
  const digest = hashOf(lines.join("")).slice(0, 8);
  return `${leading.name} ${leading.version} (${digest})`;
}
