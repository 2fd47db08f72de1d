import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CharmError } from "../../src/errors.ts";
import { keyOfHomeName } from "../../src/settings/fold-home-name.ts";
import { nearestWord } from "../../src/settings/nearest-word.ts";
import { resolveSettings } from "../../src/settings/resolve-settings.ts";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "charm-settings-"));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const put = (text: string) => writeFile(join(cwd, "charm.yaml"), text);
const resolve = (input: Partial<Parameters<typeof resolveSettings>[0]> = {}) =>
  resolveSettings({ flags: {}, env: {}, cwd, ...input });

async function failure(work: Promise<unknown>): Promise<CharmError> {
  const error = await work.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(CharmError);
  return error as CharmError;
}

describe("resolveSettings", () => {
  it("has defaults", async () => {
    expect(await resolve()).toEqual({
      corpus: "corpus",
      index: "index",
      offline: false,
      asAt: null,
      mirrors: {},
      model: { name: null, baseUrl: null },
      embedding: { kind: "built-in" },
      homes: { folder: cwd, corpus: join(cwd, "corpus"), list: [], wanted: null, all: false },
    });
  });

  const twoHomes =
    "corpus: papers\nmodel:\n  cache: kept\nhomes:\n  - name: Elm House\n    folders: [elm]\n" +
    "    aliases: [Elm, TBC]\n    facts: elm/home.yaml\n  - name: Oak Lodge\n    folders:\n      - oak\n" +
    "    aliases:\n    facts: TBC\n";

  it("reads homes, with the line of each, and which of them is asked for", async () => {
    await put(twoHomes);
    const flags = { home: "Elm", allHomes: false };
    expect((await resolve({ flags })).homes).toEqual({
      folder: cwd,
      corpus: join(cwd, "papers"),
      list: [
        {
          name: "Elm House",
          folders: ["elm"],
          aliases: ["Elm"],
          facts: "elm/home.yaml",
          line: 5,
        },
        { name: "Oak Lodge", folders: ["oak"], aliases: [], facts: null, line: 9 },
      ],
      wanted: "Elm",
      all: false,
    });
  });

  it("takes the file above with homes, however deep one stands", async () => {
    await put(twoHomes);
    for (const folder of ["papers/elm/policies", "oak", "common"])
      await mkdir(join(cwd, folder), { recursive: true });
    const inside = await resolve({ cwd: join(cwd, "papers/elm/policies") });
    expect(inside).toMatchObject({
      corpus: "../..",
      index: "../../../index",
      model: { cache: "../../../kept" },
      homes: { folder: cwd },
    });
    const flags = { corpus: "here", index: "s3://library" };
    expect(await resolve({ flags, cwd: join(cwd, "oak") })).toMatchObject(flags);
    const beside = await resolve({ cwd: join(cwd, "common") });
    expect(beside).toMatchObject({ corpus: "../papers", index: "../index" });
    expect(beside.homes.list).toHaveLength(2);
    // A nearer file that names no homes has nothing to say above its own folder.
    await writeFile(join(cwd, "papers/charm.yaml"), "index: db\n");
    expect((await resolve({ cwd: join(cwd, "papers/elm") })).homes.list).toHaveLength(2);
    await put("index: db\ncolour: blue\n");
    expect((await resolve({ cwd: join(cwd, "oak") })).index).toBe("index");
  });

  it("finds the homes of a corpus from anywhere, however it is written", async () => {
    const at = join(cwd, "client");
    for (const folder of ["client/papers/elm", "client/oak", "client/tools", "far/corpus"])
      await mkdir(join(cwd, folder), { recursive: true });
    await writeFile(join(at, "charm.yaml"), twoHomes);
    await writeFile(join(at, "tools/charm.yaml"), "corpus: ../papers\n");
    await symlink(join(at, "papers"), join(cwd, "far/linked"));
    const homesOf = async (from: string, corpus?: string) =>
      (await resolve({ cwd: join(cwd, from), flags: { corpus } })).homes;
    for (const corpus of [
      "../client/papers",
      join(at, "papers"),
      "linked",
      "linked/",
      "linked/elm",
    ])
      expect(await homesOf("far", corpus)).toMatchObject({
        folder: at,
        corpus: join(at, "papers"),
      });
    expect((await homesOf("client/tools")).list).toHaveLength(2);
    // Those of another corpus are of no concern to this one.
    expect((await homesOf("far", "corpus")).list).toEqual([]);
    await mkdir(join(at, "other"));
    expect((await homesOf("far", join(at, "other"))).list).toEqual([]);
  });

  it.each([
    ["homes:\n", "line 1: homes: no home is named"],
    ["homes: []\n", "no home is named"],
    ["homes:\n  - name: TBC\n    folders: [a]\n", "line 2: homes.0.name: a name was expected"],
    ["homes:\n  - name: '...'\n    folders: [a]\n", "with letters"],
    ['homes:\n  - name: "Elm\\e[31m House"\n    folders: [a]\n', "control characters"],
    [
      'homes:\n  - name: Elm\n    folders: [a]\n    aliases: ["\\u202Emle"]\n',
      "control characters",
    ],
  ])("refuses homes that would be no walls: %j", async (text, said) => {
    await put(text);
    const error = await failure(resolve());
    expect(error).toMatchObject({ code: "settings-invalid", exitCode: 2 });
    expect(error.message).toContain(said);
  });

  it("puts flags before environment before charm.yaml before defaults, value by value", async () => {
    await put(
      "corpus: from-file\nindex: from-file\nmodel:\n  name: from-file\n  baseUrl: http://localhost:1/v1\n",
    );
    const settings = await resolve({
      flags: { corpus: "from-flag" },
      env: { CHARM_CORPUS: "from-env", CHARM_INDEX: "from-env", CHARM_MODEL: " " },
    });
    expect(settings).toMatchObject({
      corpus: "from-flag",
      index: "from-env",
      model: { name: "from-file", baseUrl: "http://localhost:1/v1" },
    });
  });

  it("reads offline from every place, and a flag can undo it", async () => {
    await put("offline: true\n");
    expect((await resolve()).offline).toBe(true);
    expect((await resolve({ env: { CHARM_OFFLINE: "0" } })).offline).toBe(false);
    expect((await resolve({ flags: { offline: true }, env: { CHARM_OFFLINE: "0" } })).offline).toBe(
      true,
    );
    expect(await failure(resolve({ env: { CHARM_OFFLINE: "maybe" } }))).toMatchObject({
      code: "settings-invalid",
      exitCode: 2,
    });
  });

  it.each([
    ["kind: built-in", { kind: "built-in" }],
    [
      "kind: openai\n  model: text-embedding-3-small",
      { kind: "openai", model: "text-embedding-3-small", baseUrl: null },
    ],
    ["kind: built-in\n  model: all-MiniLM-L6-v2", { kind: "built-in", model: "all-MiniLM-L6-v2" }],
    ["kind: built-in\n  model: charm-minilm", { kind: "built-in", model: "charm-minilm" }],
    ["kind: onnx\n  folder: models/other", { kind: "onnx", folder: "models/other" }],
    [
      "kind: openai\n  model: m\n  baseUrl: http://localhost:1/v1\n  dimensions: 768\n  maxTokens: 1024\n" +
        "  timeout: 1000\n  connectTimeout: 100\n  retries: 0\n  queryPrefix: 'query: '",
      {
        kind: "openai",
        model: "m",
        baseUrl: "http://localhost:1/v1",
        dimensions: 768,
        maxTokens: 1024,
        timeout: 1000,
        connectTimeout: 100,
        retries: 0,
        queryPrefix: "query: ",
      },
    ],
    [
      'kind: onnx\n  folder: f\n  file: onnx/model.onnx\n  pooling: cls\n  passagePrefix: "passage: "',
      {
        kind: "onnx",
        folder: "f",
        file: "onnx/model.onnx",
        pooling: "cls",
        passagePrefix: "passage: ",
      },
    ],
  ])("reads embedding %j", async (text, expected) => {
    await put(`embedding:\n  ${text}\n`);
    expect((await resolve()).embedding).toEqual(expected);
  });

  it.each(["", "# nothing\n", "model:\n"])("takes a file that says nothing (%j)", async (text) => {
    await put(text);
    expect((await resolve()).corpus).toBe("corpus");
  });

  it.each([
    ["bad YAML", "corpus: [a\n", "line 2", "indentation"],
    ["an unknown key", "index: i\ncorpsu: c\n", "line 2", "“corpus”"],
    ["an unknown key below model", "model:\n  naem: m\n", "line 2", "“name”"],
    [
      "an unknown key below embedding",
      "embedding:\n  kind: onnx\n  folder: f\n  fodler: g\n",
      "line 4",
      "“folder”",
    ],
    ["a key that is like none", "colour: blue\n", "corpus, index", "Take it out"],
    ["a list for a text", "corpus: [a, b]\n", "line 1", "corpus:"],
    ["a text for a section", "model: gpt\n", "line 1", "model:"],
    [
      "another kind of embedding",
      "embedding:\n  kind: word2vec\n",
      "built-in, openai, onnx",
      "corpus:",
    ],
    [
      "a built-in model that is none",
      "embedding:\n  kind: built-in\n  model: all-MiniLM-L12\n",
      "line 3: embedding.model: charm-minilm or all-MiniLM-L6-v2",
      "corpus:",
    ],
    [
      "an embedding without its model",
      "embedding:\n  kind: openai\n",
      "embedding.model",
      "corpus:",
    ],
    [
      "a pooling that is none",
      "embedding:\n  kind: onnx\n  folder: f\n  pooling: max\n",
      "line 4: embedding.pooling: mean or cls",
      "corpus:",
    ],
    [
      "a window without room",
      "embedding:\n  kind: onnx\n  folder: f\n  maxTokens: 64\n",
      "128 or more",
      "corpus:",
    ],
    [
      "a setting of the other kind",
      "embedding:\n  kind: openai\n  model: m\n  pooling: cls\n",
      "those here are kind, model, baseUrl",
      "Take it out",
    ],
    ["a home without a name", "homes:\n  - folders: [a]\n", "line 2: homes.0.name", "- name:"],
    ["a home without folders", "homes:\n  - name: Elm\n", "homes.0.folders", "folders:"],
    ["no folder at all", "homes:\n  - name: Elm\n    folders: []\n", "line 3", "folders:"],
    ["homes that are no list", "homes:\n  name: Elm\n", "line 1: homes: a list", "- name:"],
    [
      "a slip in a home",
      "homes:\n  - name: Elm\n    folder: [a]\n    folders: [b]\n",
      "line 3: “homes.0.folder” is no setting; those here are name, folders, aliases, facts",
      "“folders”",
    ],
    [
      "a name of two homes",
      "homes:\n  - name: Elm\n    folders: [a]\n  - name: Oak\n    folders: [b]\n    aliases: [The Oak, ELM]\n",
      "line 6: homes.1.aliases.1: “ELM”",
      "- name:",
    ],
    ["an address that is none", "model:\n  baseUrl: localhost\n", "line 2", "corpus:"],
    ["a switch that is none", "offline: perhaps\n", "true or false", "corpus:"],
    ["a list at the top", "- corpus\n", "line 1", "corpus:"],
    ["a value that holds itself", "model: &m\n  name: *m\n", "aliases", "Write"],
    ["an alias", "corpus: &c here\nindex: *c\n", "aliases", "Write"],
  ])("refuses %s, saying where and what was expected", async (_name, text, said, hint) => {
    await put(text);
    const error = await failure(resolve());
    expect(error).toMatchObject({ code: "settings-invalid", exitCode: 2 });
    expect(error.message).toContain(said);
    expect(error.hint).toContain(hint);
  });

  it.each([
    "apiKey: abc\n",
    "model:\n  api_key: abc\n",
    "model:\n  token: abc\n",
    "embedding:\n  kind: openai\n  password: abc\n",
    "model:\n  name: sk-abcdefghijklmnopqrstuv\n",
    "model:\n  baseUrl: https://me:hunter2@example.org/v1\n",
  ])("refuses the secret in %j without repeating it", async (text) => {
    await put(text);
    const error = await failure(resolve());
    expect(error.code).toBe("secret-in-settings");
    expect(error.hint).toContain("environment");
    expect(error.message + String(error.hint)).not.toMatch(/abc|hunter2/);
  });

  it("says so when charm.yaml cannot be read", async () => {
    await mkdir(join(cwd, "charm.yaml"));
    expect((await failure(resolve())).code).toBe("settings-invalid");
  });
});

describe("nearestWord", () => {
  it("finds a slip and leaves strangers alone", () => {
    const known = ["title", "short", "version"];
    expect(nearestWord("titel", known)).toBe("title");
    expect(nearestWord("Version", known)).toBe("version");
    expect(nearestWord("colour", known)).toBeNull();
    expect(nearestWord("", known)).toBeNull();
  });
});

describe("the key of a home's name", () => {
  it.each([
    ["Oak Lodge", "oak-lodge", "OAKLODGE", "The Oak Lodge", "the-oak lodge"],
    ["Tŷ Gwyn", "Ty Gwyn", "TY\u0302 GWYN"],
    ["St Mary's", "St Mary’s", "St Marys"],
    ["Ash & Elm", "Ash and Elm"],
  ])("is one of %j and its close forms", (name, ...others) => {
    for (const other of others) expect(keyOfHomeName(other)).toBe(keyOfHomeName(name));
  });

  it("differs otherwise", () => {
    const names = ["Oak", "Oak Lodge", "Lodge", "The", "Theo", "Ошибка", "Ошибки"];
    expect(new Set(names.map(keyOfHomeName)).size).toBe(names.length);
    expect(names.map(keyOfHomeName)).not.toContain("");
  });
});
