import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openBuiltInEmbedder } from "../../../src/embed/built-in.ts";
import { openLocalEmbedder, type LocalOptions } from "../../../src/embed/local/local-embedder.ts";
import { givesTokens, type TokenEmbedder } from "../../../src/embed/token-embedder.ts";
import { modelFolder } from "../../models/model-copy.ts";
import { makeFolder, makeGraph, type FolderOptions } from "./made-up-folder.ts";

let folders: string[] = [];
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  folders = [];
});

function make(options: FolderOptions = {}): string {
  const folder = makeFolder(options);
  folders.push(folder);
  return folder;
}

const open = (folder: string, changed: Partial<LocalOptions> = {}) =>
  openLocalEmbedder({
    folder,
    purpose: "passages",
    queryPrefix: "",
    passagePrefix: "",
    ...changed,
  });

const openMade = (options: FolderOptions, changed: Partial<LocalOptions> = {}) =>
  open(make(options), changed);

const texts = ["", "Two references for every worker.", "日本", "and so on ".repeat(200)];

function furthest(found: readonly Float32Array[], expected: readonly Float32Array[]): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(
    ...found.flatMap((vector, at) =>
      [...vector].map((value, i) => Math.abs(value - (expected[at]?.[i] ?? 9))),
    ),
  );
}

let builtIn: TokenEmbedder;
beforeAll(async () => {
  builtIn = await openBuiltInEmbedder();
});
afterAll(() => builtIn.close());

describe("the built-in model in another's layout", () => {
  test.each(["onnx/model_quantized.onnx", "onnx/model.onnx", "model.onnx"])(
    "gives the built-in vectors from %s, and none of tokens",
    async (graph) => {
      const embedder = await openMade({ graph });
      expect(givesTokens(embedder)).toBe(false);
      expect([embedder.dimensions, embedder.maxTokens]).toEqual([384, 256]);
      expect(embedder.countTokens("Care, care")).toBe(5);
      expect(furthest(await embedder.embed(texts), await builtIn.embed(texts))).toBeLessThan(1e-5);
    },
  );

  test("gives the first token's vectors where the pooling says so, in the folder or the settings", async () => {
    const config = { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false };
    const said = await openMade({ files: { "1_Pooling/config.json": config } });
    const wished = await openMade({}, { pooling: "cls" });
    const expected = (await builtIn.embedTokens(texts)).map(({ vectors }) => vectors.slice(0, 384));
    expect(furthest(await said.embed(texts), expected)).toBeLessThan(1e-5);
    expect(await wished.embed(texts)).toEqual(await said.embed(texts));
    expect(said.id).toBe(wished.id);
    const mean = { pooling_mode_cls_token: false, pooling_mode_mean_tokens: true };
    const other = await openMade({ files: { "1_Pooling/config.json": mean } });
    expect(other.id).not.toBe(said.id);
    expect(other.id).toBe((await openMade({})).id);
  });

  test("puts the prefix in front that goes with what the text is", async () => {
    const prefixes = { queryPrefix: "query: ", passagePrefix: "passage: " };
    const folder = make();
    const queries = await open(folder, { ...prefixes, purpose: "queries" });
    const passages = await open(folder, prefixes);
    expect(queries.id).toBe(passages.id);
    expect(queries.id).not.toBe((await open(folder)).id);
    expect(queries.maxTokens).toBe(253);
    const expected = await builtIn.embed(["query: lamps", "passage: lamps"]);
    const found = [...(await queries.embed(["lamps"])), ...(await passages.embed(["lamps"]))];
    expect(furthest(found, expected)).toBeLessThan(1e-5);
  });

  test("stops when told to", async () => {
    const embedder = await openMade({});
    const reason = new Error("enough");
    await expect(embedder.embed(["a"], AbortSignal.abort(reason))).rejects.toBe(reason);
    await embedder.close();
    await expect(embedder.embed(["a"])).rejects.toMatchObject({ code: "embedder-closed" });
  });

  const compiled = new URL("../../../dist/embed/local/local-encoder.js", import.meta.url);
  test.skipIf(!existsSync(compiled))(
    "gives the same bits from worker processes (skipped where it is not built: npm run build)",
    async () => {
      const folder = make();
      const here = await open(folder);
      const pooled = await open(folder, { workers: true });
      expect(pooled.id).toBe(here.id);
      expect(await pooled.embed(texts)).toEqual(await here.embed(texts));
      await pooled.close();
    },
  );
});

describe("the id of a local model", () => {
  test("follows the content of graph, weights and tokenizer, and not where they are", async () => {
    const usual = await open(make());
    expect(usual.id).toMatch(/^onnx\/bert\/mean\/256\/[0-9a-f]{12}$/);
    expect((await open(make())).id).toBe(usual.id);
    const folder = make({ files: { "tokenizer_config.json": "{}" } });
    const other = await open(folder);
    writeFileSync(join(folder, "onnx/model_quantized.onnx_data"), "weights");
    const weighed = await open(folder);
    const graph = await openMade({ bytes: makeGraph() });
    expect(new Set([usual.id, other.id, weighed.id, graph.id]).size).toBe(4);
  });

  test("is that of the graph that was named", async () => {
    const folder = make();
    writeFileSync(join(folder, "other.onnx"), makeGraph());
    const named = await open(folder, { file: "other.onnx" });
    expect(named.id).not.toBe((await open(folder)).id);
  });
});

describe("the window", () => {
  const positions = (count: number, type = "bert") => ({
    "config.json": { model_type: type, hidden_size: 384, max_position_embeddings: count },
  });

  test.each<[string, number, FolderOptions["files"]]>([
    ["sentence_bert_config.json", 256, {}],
    ["the positions", 300, { ...positions(300), "sentence_bert_config.json": null }],
    [
      "the positions, two of them kept back",
      298,
      { ...positions(300, "xlm-roberta"), "sentence_bert_config.json": null },
    ],
    [
      "the usual, where much more would fit",
      512,
      {
        ...positions(8192),
        "sentence_bert_config.json": { max_seq_length: 8192 },
        "tokenizer_config.json": { model_max_length: 1e30 },
      },
    ],
  ])("is that of %s", async (_, expected, files = {}) => {
    expect((await openMade({ files })).maxTokens).toBe(expected);
  });

  test("can be set, as far as the model has positions", async () => {
    const folder = make();
    expect((await open(folder, { maxTokens: 400 })).maxTokens).toBe(400);
    await expect(open(folder, { maxTokens: 513 })).rejects.toMatchObject({
      code: "embedding-window-exceeded",
      hint: expect.stringContaining("512"),
    });
  });
});

describe("a folder that cannot be used", () => {
  const pooling = (...modes: string[]) => ({
    "1_Pooling/config.json": Object.fromEntries(
      modes.map((mode) => [`pooling_mode_${mode}`, true]),
    ),
  });
  const dense = [
    { type: "sentence_transformers.models.Transformer" },
    { type: "sentence_transformers.models.Dense" },
  ];

  test.each<[string, FolderOptions, Partial<LocalOptions>, string, string]>([
    [
      "no graph",
      { graph: "elsewhere.onnx" },
      {},
      "embedding-file-missing",
      "onnx/model_quantized.onnx",
    ],
    [
      "no such graph",
      {},
      { file: "onnx/model_q4.onnx" },
      "embedding-file-missing",
      "model_q4.onnx",
    ],
    [
      "no tokenizer",
      { files: { "tokenizer.json": null } },
      {},
      "embedding-file-missing",
      "tokenizer.json",
    ],
    ["no config", { files: { "config.json": null } }, {}, "embedding-file-missing", "config.json"],
    [
      "a config that is none",
      { files: { "config.json": "{" } },
      {},
      "embedding-config-invalid",
      "config.json",
    ],
    [
      "a config without width",
      { files: { "config.json": {} } },
      {},
      "embedding-config-invalid",
      "width",
    ],
    [
      "pooling by the last token",
      { files: pooling("lasttoken") },
      {},
      "embedding-model-unsupported",
      "pooling_mode_lasttoken",
    ],
    [
      "two poolings at once",
      { files: pooling("cls_token", "mean_tokens") },
      {},
      "embedding-model-unsupported",
      " and ",
    ],
    [
      "a dense layer after the graph",
      { files: { "modules.json": dense } },
      {},
      "embedding-model-unsupported",
      "Dense",
    ],
    [
      "room for a few words only",
      { files: { "sentence_bert_config.json": { max_seq_length: 64 } } },
      {},
      "embedding-model-unsupported",
      "64",
    ],
  ])("says so when it is opened: %s", async (_, options, changed, code, said) => {
    await expect(openMade(options, changed)).rejects.toMatchObject({
      code,
      exitCode: 2,
      message: expect.stringContaining(said),
      hint: expect.any(String),
    });
  });

  test("says so when it is not there", async () => {
    await expect(open("/nowhere/at/all")).rejects.toMatchObject({
      code: "embedding-folder-missing",
    });
  });
});

describe("a graph that cannot be used", () => {
  /** The built-in graph, with the version of its form or of its operators raised. */
  function raise(what: "IR" | "opset"): Uint8Array {
    const bytes = readFileSync(join(modelFolder, "model.onnx"));
    // onnx.proto: ir_version is field 1; opset_import is field 8, here of the domain "" at version 17.
    const opset = bytes.lastIndexOf(Buffer.from([0x42, 4, 0x0a, 0, 0x10, 17]));
    bytes[what === "IR" ? 1 : opset + 5] = 42;
    return bytes;
  }

  test.each<[string, () => Uint8Array, string, string]>([
    ["a newer form", () => raise("IR"), "embedding-model-unreadable", "opset 17"],
    ["newer operators", () => raise("opset"), "embedding-model-unreadable", "opset 17"],
    [
      "a pointer to it",
      () => Buffer.from("version https://git-lfs.github.com/spec/v1\n"),
      "embedding-model-unreadable",
      "Git LFS",
    ],
    [
      "half of it",
      () => readFileSync(join(modelFolder, "model.onnx")).subarray(0, 9999),
      "embedding-model-unreadable",
      "download",
    ],
    [
      "a graph of pictures",
      () => makeGraph({ input: "pixel_values" }),
      "embedding-model-unsupported",
      "token ids",
    ],
    [
      "a graph of other outputs",
      () => makeGraph({ output: "logits" }),
      "embedding-model-unsupported",
      "last_hidden_state",
    ],
    [
      "rows of another form",
      () => makeGraph({ flat: true }),
      "embedding-config-invalid",
      "different models",
    ],
    ["another width", makeGraph, "embedding-config-invalid", "different models"],
  ])("names its file and the remedy: %s", async (_, bytes, code, hint) => {
    const folder = make({ bytes: bytes() });
    const embedder = await open(folder);
    await expect(embedder.embed(["lamps"])).rejects.toMatchObject({
      code,
      exitCode: 2,
      message: expect.stringContaining(join(folder, "onnx/model_quantized.onnx")),
      hint: expect.stringContaining(hint),
    });
  });

  test("is not run past the positions it has", async () => {
    const files = {
      "config.json": { model_type: "bert", hidden_size: 384 },
      "sentence_bert_config.json": null,
      "tokenizer_config.json": {},
    };
    const embedder = await openMade({ files }, { maxTokens: 600 });
    await expect(embedder.embed(["lamp ".repeat(700)])).rejects.toMatchObject({
      code: "embedding-model-failed",
      hint: expect.stringContaining("embedding.maxTokens"),
    });
  });

  test("a tokenizer of an unknown kind is named", async () => {
    const folder = make({ files: { "tokenizer.json": { model: { type: "Strange", vocab: {} } } } });
    const embedder = await open(folder);
    const refusal = {
      code: "embedding-tokenizer-unreadable",
      message: expect.stringContaining(folder),
    };
    expect(() => embedder.countTokens("a")).toThrow(expect.objectContaining(refusal));
    await expect(embedder.embed(["a"])).rejects.toMatchObject(refusal);
  });
});

describe("a small graph of our own", () => {
  const config = { "config.json": { hidden_size: 4 }, "sentence_bert_config.json": null };

  test("is given the inputs that it asks for, and pooled", async () => {
    const embedder = await openMade({ bytes: makeGraph(), files: config });
    expect(embedder.id).toMatch(/^onnx\/model\/mean\/512\//);
    const [vector = []] = await embedder.embed([""]);
    // The two special tokens are 101 and 102.
    const length = Math.hypot(101.5, 1);
    expect([...vector].map((value) => value * length)).toEqual(
      [101.5, 1, 0, 0].map((value) => expect.closeTo(value, 4)),
    );
  });

  test("is taken at its word where it pools itself", async () => {
    const bytes = makeGraph({ output: "sentence_embedding", flat: true });
    const embedder = await openMade({
      bytes,
      files: { ...config, "config.json": { hidden_size: 3 } },
    });
    const [vector = []] = await embedder.embed(["care"]);
    expect(vector).toHaveLength(3);
    expect((vector[2] ?? 0) / (vector[0] ?? 1)).toBeCloseTo(102 / 101, 5);
  });

  test("may have its weights reached through a link", async () => {
    const folder = make({ graph: "elsewhere.onnx", bytes: makeGraph(), files: config });
    symlinkSync(join(folder, "elsewhere.onnx"), join(folder, "model.onnx"));
    expect((await open(folder)).dimensions).toBe(4);
  });
});
