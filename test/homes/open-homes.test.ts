import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CharmError } from "../../src/errors.ts";
import { openHomes } from "../../src/homes/open-homes.ts";
import { isInScope, mayBeNamed, namesOthers, ownerOfPath } from "../../src/homes/scope.ts";
import type { HomeSettings } from "../../src/settings/settings.ts";

let root: string;
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "charm-homes-")));
  for (const folder of ["corpus/elm/policies", "corpus/oak", "drafts/elm", "corpus/common"])
    await mkdir(join(root, folder), { recursive: true });
  await symlink(join(root, "corpus"), join(root, "linked"));
  await writeFile(join(root, "corpus/oak/f.yaml"), "name: Oak Lodge\n");
});
afterAll(() => rm(root, { recursive: true, force: true }));

const home = (name: string, ...folders: string[]): HomeSettings => ({
  name,
  folders,
  aliases: [`${name.split(" ")[0]}`],
  facts: null,
  line: 3,
});
const elm = home("Elm House", "elm", "drafts/elm");
const oak = { ...home("Oak Lodge", "corpus/oak"), line: 7 };

const withFacts = (of: HomeSettings, facts: string) => ({ ...of, facts });

interface Wish {
  readonly list?: readonly HomeSettings[];
  readonly wanted?: string | null;
  readonly all?: boolean;
  readonly cwd?: string;
  readonly corpus?: string;
}

const open = ({
  list = [elm, oak],
  wanted = null,
  all = false,
  cwd = root,
  corpus = "corpus",
}: Wish = {}) =>
  openHomes(
    {
      homes: { folder: root, corpus: join(root, "corpus"), list, wanted, all },
      corpus: join(root, corpus),
    },
    cwd,
  );
const failure = async (wish: Wish) =>
  (await open(wish).then(
    () => null,
    (error: unknown) => error,
  )) as CharmError;
const chosen = async (wish: Wish) => {
  const { choice } = await open(wish);
  return choice.kind === "one" ? choice.home.name : choice.kind;
};

describe("openHomes", () => {
  it("finds folders from charm.yaml and from the corpus, and through a linked corpus", async () => {
    const { list } = await open();
    expect(list.map(({ inCorpus }) => inCorpus)).toEqual([["elm"], ["oak"]]);
    expect(list[0]?.folders).toContain(join(root, "drafts/elm"));
    const linked = await open({ corpus: "linked" });
    expect(linked.list.map(({ inCorpus }) => inCorpus)).toEqual([["elm"], ["oak"]]);
    expect(ownerOfPath(join(root, "drafts/elm/a.docx"), list)?.name).toBe("Elm House");
    expect(ownerOfPath(join(root, "drafts/elmo/a.docx"), list)).toBeNull();
  });

  it("holds in every part of the corpus, and in another corpus with such folders", async () => {
    const inside = await open({ corpus: "corpus/elm/policies" });
    expect(inside.list.map(({ inCorpus }) => inCorpus)).toEqual([[""], []]);
    const common = await open({ corpus: "corpus/common" });
    expect(common.list.map(({ inCorpus }) => inCorpus)).toEqual([[], []]);
  });

  it("knows folders however the disk writes their letters", async () => {
    const [one, two] = ["Caf\u00e9", "Cafe\u0301"];
    await mkdir(join(root, "corpus", two));
    for (const written of [one, two]) {
      const { list } = await open({ list: [home("Clé House", written), oak] });
      expect(list[0]?.inCorpus).toEqual([one]);
      expect(ownerOfPath(join(root, "corpus", one, "a.docx"), list)?.name).toBe("Clé House");
    }
    await mkdir(join(root, "corpus", one));
    const error = await failure({ list: [home("Clé House", one), home("Cle Lodge", two)] });
    expect(error.code).toBe("home-folders-overlap");
    await rm(join(root, "corpus", one), { recursive: true });
  });

  it("says for which home a run is", async () => {
    expect(await chosen({ list: [] })).toBe("all");
    expect(await chosen({ list: [elm] })).toBe("Elm House");
    expect(await chosen({})).toBe("none");
    expect(await chosen({ all: true })).toBe("all");
    expect(await chosen({ wanted: "  elm   HOUSE" })).toBe("Elm House");
    expect(await chosen({ wanted: "oak" })).toBe("Oak Lodge");
    expect(await chosen({ cwd: join(root, "corpus/elm/policies") })).toBe("Elm House");
    expect(await chosen({ cwd: join(root, "corpus/elm"), wanted: "Oak" })).toBe("Oak Lodge");
    expect(await chosen({ cwd: join(root, "corpus/elm"), all: true })).toBe("all");
    expect(await chosen({ cwd: join(root, "corpus/common") })).toBe("none");
    expect(await chosen({ cwd: join(root, "linked/elm") })).toBe("Elm House");
  });

  it.each([
    ["home-unknown", { wanted: "Ok" }, "“Ok”", "Oak"],
    ["homes-unset", { list: [], wanted: "Oak" }, "names none", "homes:"],
    ["homes-and-home", { wanted: "Oak", all: true }, "--all-homes", "one"],
    ["home-folder-missing", { list: [elm, home("Ash", "ahs")] }, "line 3", "corpus"],
    ["home-folders-overlap", { list: [oak, home("Ash", "corpus/oak")] }, "line 7", "its own"],
    ["home-folders-overlap", { list: [elm, home("Ash", "elm/policies")] }, "line 3", "its own"],
    ["home-folders-overlap", { list: [elm, home("Ash", "corpus")] }, "line 3", "its own"],
    [
      "facts-shared",
      { list: [withFacts(elm, "f.yaml"), withFacts(oak, "f.yaml")] },
      "line 3",
      "own",
    ],
    ["facts-shared", { list: [withFacts(elm, "linked/oak/f.yaml"), oak] }, "line 7", "own"],
  ] as const)("refuses %s", async (code, wish, said, hint) => {
    const error = await failure(wish);
    expect(error).toMatchObject({ code, exitCode: 2 });
    expect(error.message).toContain(said);
    expect(error.hint).toContain(hint);
  });

  it("names no home in what is wrong with its folders", async () => {
    const error = await failure({ list: [elm, home("Ash Hall", "nowhere")], wanted: "Elm" });
    expect(error.message + String(error.hint)).not.toMatch(/Ash|nowhere/);
  });
});

describe("the scope of a run", () => {
  const policy = (file: string) => ({ file, authority: "own" as const });

  it("for one home is what is the home's, the provider's and everybody's", async () => {
    const homes = await open({ wanted: "Elm" });
    const seen = (file: string, authority: Parameters<typeof isInScope>[0]["authority"] = "own") =>
      isInScope({ file, authority }, homes);
    expect(seen("elm/policies/a.docx")).toBe(true);
    expect(seen("common/a.docx")).toBe(true);
    expect(seen("oak/a.docx")).toBe(false);
    expect(seen("oakley/a.docx")).toBe(true);
    expect(seen("oak/a.docx", "other")).toBe(false);
    expect(seen("oak/a.docx", "voluntary")).toBe(false);
    expect(seen("oak/regulations.pdf", "legislation")).toBe(true);
    expect(mayBeNamed("oak/a.docx", homes)).toBe(false);
    expect(namesOthers("Nothing is called “oak/Gone.docx”.", homes)).toBe(true);
    expect(namesOthers("Nothing is called “cloak/Gone.docx”.", homes)).toBe(false);
    expect(namesOthers("Oak Lodge is full.", homes)).toBe(true);
    expect(namesOthers("Elm House is full.", homes)).toBe(false);
  });

  it("for none has nothing of the provider's own", async () => {
    const homes = await open();
    expect(isInScope(policy("common/a.docx"), homes)).toBe(false);
    expect(isInScope({ file: "elm/a.md", authority: "other" }, homes)).toBe(false);
    expect(isInScope({ file: "a.md", authority: "other" }, homes)).toBe(true);
    expect(mayBeNamed("oak/a.docx", homes)).toBe(true);
  });

  it("for all is everything", async () => {
    const homes = await open({ all: true });
    expect(isInScope(policy("oak/a.docx"), homes)).toBe(true);
  });
});
