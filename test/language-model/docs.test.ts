// docs/models.md says what each failure of this engine means: every code the source can throw stands in it.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { modelDefaults } from "../../src/language-model/model-options.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

async function readSources(folder: string): Promise<string> {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith(".ts"));
  const texts = await Promise.all(names.map((name) => readFile(join(root, folder, name), "utf8")));
  return texts.join("\n");
}

test("every code of a failure or finding is explained", async () => {
  const source = `${await readSources("src/language-model")}\n${await readSources("src/compose/language-model")}`;
  const thrown = [...source.matchAll(/CharmError\(\s*"([a-z-]+)"/g)];
  const explained = [...source.matchAll(/=> \[\s*"([a-z-]+)"/g)];
  const built = [...source.matchAll(/slotError\("([a-z-]+)"/g)];
  const codes = new Set([...thrown, ...explained, ...built].map((match) => match[1] ?? ""));
  expect(codes.size).toBeGreaterThan(20);
  const docs = await readFile(join(root, "docs/models.md"), "utf8");
  expect([...codes].filter((code) => !docs.includes(`\`${code}\``))).toEqual([]);
});

test("the settings it shows are the ones there are, with their defaults", async () => {
  const docs = await readFile(join(root, "docs/models.md"), "utf8");
  const example = /```yaml\nmodel:\n([\s\S]*?)```/.exec(docs)?.[1] ?? "";
  const shown = Object.fromEntries(
    [...example.matchAll(/^ {2}(\w+): *([^#\n]*?) *(?:#.*)?$/gm)].map((match) => [
      match[1],
      match[2],
    ]),
  );
  for (const name of [
    "maxReply",
    "timeout",
    "connectTimeout",
    "retries",
    "cache",
    "unverified",
  ] as const) {
    expect([name, shown[name]]).toEqual([name, String(modelDefaults[name])]);
  }
});
