import { link, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { discoverCorpus } from "../../src/discover/discover-corpus.ts";
import type { Home } from "../../src/homes/homes.ts";
import { openHomes } from "../../src/homes/open-homes.ts";

let root: string;
let homes: readonly Home[];
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "charm-walls-")));
  for (const file of [
    "corpus/elm/a.md",
    "corpus/oak/secret.md",
    "corpus/oak/.hidden.md",
    "corpus/oak/rota.xyz",
    "corpus/all/whistle.md",
    "drafts/oak/draft.md",
  ])
    await put(file);
  const home = (name: string, line: number, ...folders: string[]) => {
    return { name, folders, aliases: [], facts: null, line };
  };
  const list = [home("Elm House", 2, "elm"), home("Oak Lodge", 4, "oak", "drafts/oak")];
  const corpus = join(root, "corpus");
  const settings = { folder: root, corpus, list, wanted: null, all: false };
  homes = (await openHomes({ homes: settings, corpus }, root)).list;
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(file: string, text = "text"): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

const at = (file: string) => join(root, file);
const discover = async (mayFail?: (home: Home) => boolean) => {
  const found = await discoverCorpus(at("corpus"), {
    homes,
    ...(mayFail === undefined ? {} : { mayFail }),
  });
  const told = found.problems.filter(({ code }) => code === "other-home-file");
  return { ...found, names: found.files.map(({ file }) => file), told };
};

describe("the walls of a corpus", () => {
  it("tells whose each file is", async () => {
    const { files, problems } = await discover();
    expect(files.map(({ file, home = null }) => [file, home])).toEqual([
      ["all/whistle.md", null],
      ["elm/a.md", "Elm House"],
      ["oak/secret.md", "Oak Lodge"],
    ]);
    expect(problems).toEqual([]);
  });

  it("leaves out links to files of another home, and names them", async () => {
    await symlink(at("corpus/oak/secret.md"), at("corpus/elm/linked.md"));
    await symlink("../oak/.hidden.md", at("corpus/elm/hidden.md"));
    await symlink(at("corpus/elm/linked.md"), at("corpus/all/twice.md"));
    await symlink("../all/whistle.md", at("corpus/elm/whistle.md"));
    await symlink("a.md", at("corpus/elm/b.md"));
    const { names, told } = await discover();
    expect(names).toEqual([
      "all/whistle.md",
      "elm/a.md",
      "elm/b.md",
      "elm/whistle.md",
      "oak/secret.md",
    ]);
    expect(told.map(({ file }) => file)).toEqual([
      "elm/linked.md",
      "elm/hidden.md",
      "all/twice.md",
    ]);
    for (const { message } of told) expect(message).not.toMatch(/oak|secret|hidden/i);
  });

  it("gives a file with names in two homes to nobody, wherever the other name is", async () => {
    await link(at("corpus/oak/secret.md"), at("corpus/elm/hard.md"));
    await link(at("drafts/oak/draft.md"), at("corpus/elm/draft.md"));
    await link(at("corpus/oak/rota.xyz"), at("corpus/elm/rota.md"));
    await link(at("corpus/oak/.hidden.md"), at("corpus/all/hidden.md"));
    await link(at("corpus/elm/a.md"), at("corpus/elm/b.md"));
    await link(at("corpus/all/whistle.md"), at("corpus/all/whistle2.md"));
    const { names, told } = await discover();
    expect(names).toEqual(["all/whistle.md", "all/whistle2.md", "elm/a.md", "elm/b.md"]);
    expect(told.map(({ file }) => file).toSorted()).toEqual([
      "all/hidden.md",
      "elm/draft.md",
      "elm/hard.md",
      "elm/rota.md",
      "oak/secret.md",
    ]);
  });

  it("reads no sources.yaml through a link into another home", async () => {
    await put("corpus/oak/sources.yaml", "documents:\n  - file: a.md\n    title: Secret\n");
    await symlink("../oak/sources.yaml", at("corpus/elm/sources.yaml"));
    const { files, told } = await discover();
    expect(files.flatMap(({ declared }) => declared.title ?? [])).toEqual([]);
    expect(told.map(({ file }) => file)).toEqual(["elm/sources.yaml"]);
  });

  it("holds on to a home whose sources.yaml is wrong, in a run for another", async () => {
    await put("corpus/oak/sources.yaml", "documents:\n  - file: secret.md\n    authority: mine\n");
    await put("corpus/sources.yaml", "documents:\n  - file: elm/a.md\n    title: Fire\n");
    const { files, names, isOnHold } = await discover(({ name }) => name === "Oak Lodge");
    expect(names).toEqual(["all/whistle.md", "elm/a.md"]);
    expect(files[1]?.declared).toEqual({ title: "Fire" });
    expect([isOnHold("oak/secret.md"), isOnHold("elm/a.md")]).toEqual([true, false]);
    await expect(discover()).rejects.toThrow(/oak\/sources\.yaml, line 3/);
    await expect(discover(({ name }) => name === "Elm House")).rejects.toThrow(/line 3/);
    // What two files describe is wrong in the one that may be.
    await put("corpus/oak/sources.yaml", "documents:\n  - file: secret.md\n    title: Flood\n");
    await put("corpus/sources.yaml", "documents:\n  - file: oak/secret.md\n    title: Fire\n");
    expect((await discover(({ name }) => name === "Oak Lodge")).files).toHaveLength(2);
  });

  it("lets the sources.yaml of a home say nothing of the files of others", async () => {
    const said = "  - file: ../elm/a.md\n    authority: statutory-guidance\n";
    const byPattern = "  - file: ../elm/*.md\n    authority: inspection\n";
    const ofAll = "  - file: ../**\n    licence: OGL-3.0\n";
    await put("corpus/oak/sources.yaml", `documents:\n${said}${byPattern}${ofAll}`);
    await put("corpus/elm/sources.yaml", "documents:\n  - file: a.md\n    title: Fire\n");
    const { files, problems } = await discover();
    expect(files.map(({ declared }) => declared)).toEqual([
      {},
      { title: "Fire" },
      { licence: "OGL-3.0" },
    ]);
    expect(problems.map(({ file, code }) => [file, code])).toEqual([
      ["oak/sources.yaml", "declared-elsewhere"],
      ["oak/sources.yaml", "declared-missing"],
    ]);
  });
});
