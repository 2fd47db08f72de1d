import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openBuiltInEmbedder } from "../../src/embed/built-in.ts";
import type { TokenEmbedder } from "../../src/embed/token-embedder.ts";
import { copyModel, spoilFile } from "../models/model-copy.ts";

let embedder: TokenEmbedder;
/** The model that the first is adapted from. */
let source: TokenEmbedder;

beforeAll(async () => {
  embedder = await openBuiltInEmbedder();
  source = await openBuiltInEmbedder({ model: "all-MiniLM-L6-v2" });
});

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

async function embedOne(text: string): Promise<Float32Array> {
  const [vector] = await embedder.embed([text]);
  if (!vector) throw new Error("no vector");
  return vector;
}

describe("vectors", () => {
  test("name their model, its quantisation and its files", () => {
    expect(embedder.id).toMatch(/^charm-minilm\/int8\/mean\/256\/tokens128\/[0-9a-f]{12}$/);
    expect(source.id).toMatch(/^all-MiniLM-L6-v2\/int8\/mean\/256\/tokens128\/[0-9a-f]{12}$/);
  });

  test("have 384 numbers and length 1, whatever the text", async () => {
    const texts = [
      "",
      " ",
      "?",
      "care",
      "日本",
      "\u{1F600}",
      "a".repeat(5000),
      "word ".repeat(900),
    ];
    for (const vector of await embedder.embed(texts)) {
      expect(vector).toHaveLength(embedder.dimensions);
      expect(Math.sqrt(dot(vector, vector))).toBeCloseTo(1, 6);
    }
  });

  test.each([
    [
      "Who may run the home?",
      "Is this person allowed to manage a care home?",
      "A loaf of rye bread.",
    ],
    ["medicine cupboard keys", "How are drugs stored and given?", "The bus to school leaves at 8."],
    ["A child ran away last night.", "Steps when a young person is missing", "Paint for the fence"],
    [
      "fire drill",
      "the alarm sounds and everyone leaves the burning house",
      "monthly rent invoice",
    ],
  ])("put %j nearer to %j than to %j", async (text, near, far) => {
    const [own, like, unlike] = [await embedOne(text), await embedOne(near), await embedOne(far)];
    expect(dot(own, like)).toBeGreaterThan(dot(own, unlike) + 0.15);
  });

  // The cosines that the source graph gives in floats (scripts/model/run-tfjs-graph.mjs).
  test.each([
    ["The cat is asleep.", "A cat sleeps.", 0.9147],
    ["The manager checks the rota.", "Nobody has painted the fence.", 0.0141],
  ])("of %j and %j are as close as the source model has them", async (a, b, cosine) => {
    const [one, other] = await source.embed([a, b]);
    if (!one || !other) throw new Error("no vector");
    expect(Math.abs(dot(one, other) - cosine)).toBeLessThan(0.02);
  });

  test("are the same bits in any company and order", async () => {
    const texts = ["one short text", "another, " + "longer, ".repeat(80), "a third", ""];
    const together = await embedder.embed(texts);
    const reversed = await embedder.embed(texts.toReversed());
    expect(reversed.toReversed()).toEqual(together);
    for (const [index, text] of texts.entries()) {
      expect(await embedOne(text)).toEqual(together[index]);
    }
  });

  test("are none for no texts", async () => {
    expect(await embedder.embed([])).toEqual([]);
  });
});

describe("tokens", () => {
  test("are counted with both special tokens and before any cut", () => {
    expect(embedder.countTokens("")).toBe(2);
    expect(embedder.countTokens("care")).toBe(3);
    expect(embedder.countTokens("Care, care")).toBe(5);
    expect(embedder.countTokens("care ".repeat(1000))).toBe(1002);
  });

  test("beyond the longest input are cut, the closing token kept", async () => {
    const [cut] = await embedder.embedTokens(["care ".repeat(1000)]);
    expect(cut?.tokens).toHaveLength(embedder.maxTokens);
    expect(cut?.tokens.at(0)).toBe(101);
    expect(cut?.tokens.at(-1)).toBe(102);
    expect(await embedOne("care ".repeat(254))).toEqual(cut?.pooled);
    expect(await embedOne("care ".repeat(254) + "bread")).toEqual(cut?.pooled);
    expect(await embedOne("care ".repeat(253) + "bread")).not.toEqual(cut?.pooled);
  });

  test("have unit vectors of their own beside the text's", async () => {
    const text = "Two references for every worker.";
    const [found] = await embedder.embedTokens([text]);
    if (!found) throw new Error("nothing embedded");
    expect(found.tokens).toHaveLength(embedder.countTokens(text));
    expect(found.vectors).toHaveLength(found.tokens.length * embedder.dimensions);
    for (let token = 0; token < found.tokens.length; token += 1) {
      const row = found.vectors.subarray(token * 384, (token + 1) * 384);
      expect(Math.sqrt(dot(row, row))).toBeCloseTo(1, 6);
    }
    expect(found.pooled).toEqual(await embedOne(text));
  });
});

describe("stopping", () => {
  test("an aborted signal's reason is thrown before and between texts", async () => {
    const reason = new Error("enough");
    await expect(embedder.embed(["a"], AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const embedding = embedder.embed(Array<string>(500).fill("some text"), controller.signal);
    setImmediate(() => controller.abort(reason));
    await expect(embedding).rejects.toBe(reason);
  });

  test("a closed embedder refuses", async () => {
    const other = await openBuiltInEmbedder();
    await other.close();
    await expect(other.embed(["a"])).rejects.toMatchObject({ code: "embedder-closed" });
  });
});

describe("a model that is not the released one", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await copyModel();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("gives no vector when one bit of the graph differs", async () => {
    spoilFile(join(folder, "model.onnx"));
    const damaged = await openBuiltInEmbedder({ folder });
    const refusal = {
      code: "model-damaged",
      message: expect.stringContaining("model.onnx"),
      hint: expect.stringContaining("git checkout"),
    };
    await expect(damaged.embed(["a"])).rejects.toMatchObject(refusal);
    await expect(damaged.embedTokens(["a"])).rejects.toMatchObject(refusal);
    // All but the folder's name: the id stands for the list of sums.
    const listed = ({ id }: TokenEmbedder) => id.split("/").slice(1);
    expect(listed(damaged)).toEqual(listed(embedder));
  });

  test("blames the file and not onnxruntime when it is cut short", async () => {
    writeFileSync(join(folder, "model.onnx"), "not a model");
    const damaged = await openBuiltInEmbedder({ folder });
    await expect(damaged.embed(["a"])).rejects.toMatchObject({ code: "model-damaged" });
  });

  test("counts no token when the tokenizer differs", async () => {
    spoilFile(join(folder, "tokenizer.json"));
    const damaged = await openBuiltInEmbedder({ folder });
    const refusal = { code: "model-damaged", message: expect.stringContaining("tokenizer.json") };
    expect(() => damaged.countTokens("a")).toThrow(expect.objectContaining(refusal));
    await expect(damaged.embed(["a"])).rejects.toMatchObject(refusal);
  });

  test("cannot be opened when it is not there", async () => {
    const opening = openBuiltInEmbedder({ folder: join(folder, "none") });
    await expect(opening).rejects.toMatchObject({ code: "model-missing" });
  });
});
