// docs/embedders.md says what each failure means and what each setting does: it must keep up with the source.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { endpointDefaults } from "../../src/embed/endpoint/endpoint-options.ts";
import { parseSettings } from "../../src/settings/parse-settings.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const docs = await readFile(join(root, "docs/embedders.md"), "utf8");
const examples = [...docs.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");

test("every code of a failure is explained", async () => {
  const codes = new Set<string>();
  for (const folder of ["endpoint", "local"]) {
    const path = join(root, "src/embed", folder);
    for (const name of await readdir(path)) {
      const source = await readFile(join(path, name), "utf8");
      for (const match of source.matchAll(/"(embedd(?:er|ing)-[a-z-]+)"/g))
        codes.add(match[1] ?? "");
    }
  }
  expect(codes.size).toBeGreaterThan(18);
  expect([...codes].filter((code) => !docs.includes(`\`${code}\``))).toEqual([]);
});

test("every example is read, and the first of a kind shows every setting there is", async () => {
  expect(examples.length).toBeGreaterThan(4);
  const parsed = await Promise.all(examples.map((text) => parseSettings(text, "embedders.md")));
  const shown = parsed.map(({ said }) => said.embedding);
  const endpoint = shown.find((embedding) => embedding?.kind === "openai");
  const { dimensions: _, ...defaults } = endpointDefaults;
  expect({ ...defaults, ...endpoint }).toEqual({ ...endpoint, ...defaults });
  const refusal = (kind: string) =>
    parseSettings(`embedding:\n  kind: ${kind}\n  model: m\n  folder: f\n  none: 1\n`, "a");
  for (const kind of ["openai", "onnx"]) {
    const first = examples.find((text) => text.includes(`kind: ${kind}\n`)) ?? "";
    const named = [...first.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1]);
    const message = await refusal(kind).then(String, String);
    const known = /those here are (.*)\./.exec(message)?.[1]?.split(", ") ?? [];
    expect(known.length).toBeGreaterThan(5);
    expect(named.toSorted()).toEqual(known.toSorted());
  }
});
