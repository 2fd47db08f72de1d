// Takes the folder of a model as transformers.js or sentence-transformers lay it out; gives where its parts are and how it is used.
import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { CharmError } from "../../errors.ts";
import { digestModel } from "../../models/digest-model.ts";
import { findPooling, type Pooling } from "./find-pooling.ts";
import { findWindow } from "./find-window.ts";
import { readJson } from "../../models/read-json.ts";

/** What is said of the model beside its folder; what is left out is found in the folder. */
export interface LocalWish {
  readonly folder: string;
  /** The graph, relative to the folder. */
  readonly file?: string | undefined;
  readonly pooling?: Pooling | undefined;
  readonly maxTokens?: number | undefined;
}

/** Plain data, so that a worker can be given it. */
export interface LocalModel {
  /** Absolute paths. */
  readonly graph: string;
  readonly tokenizer: string;
  readonly tokenizerConfig: string;
  readonly pooling: Pooling;
  /** Longest input in tokens, special tokens included. */
  readonly maxTokens: number;
  /** Length of a vector. */
  readonly dimensions: number;
  /** Size of the graph and its weights. */
  readonly bytes: number;
  /** Names the network and stands for the content of all files that its vectors depend on. */
  readonly name: string;
}

/** Where the graph is looked for, in this order. */
const graphFiles = [
  "onnx/model_quantized.onnx",
  "onnx/model.onnx",
  "model_quantized.onnx",
  "model.onnx",
];

/**
 * @throws CharmError `embedding-folder-missing`, `embedding-file-missing`, `embedding-config-invalid`,
 *   `embedding-model-unsupported`, `embedding-window-exceeded`
 */
export async function readLocalModel(wish: LocalWish): Promise<LocalModel> {
  const folder = resolve(wish.folder);
  await requireFolder(folder);
  const graph = await findGraph(folder, wish.file);
  const tokenizer = join(folder, "tokenizer.json");
  if (!(await isFile(tokenizer))) throw missingFile(folder, "tokenizer.json");
  const tokenizerConfig = join(folder, "tokenizer_config.json");
  const config = await readJson(join(folder, "config.json"));
  if (config === null) throw missingFile(folder, "config.json");
  await requireNoLayers(folder);
  const maxTokens = await findWindow(folder, config, wish.maxTokens);
  const pooling = wish.pooling ?? (await findPooling(folder));
  const { digest, bytes } = await digestModel(graph, [tokenizer, tokenizerConfig]);
  const kind = typeof config["model_type"] === "string" ? config["model_type"] : "model";
  return {
    graph,
    tokenizer,
    tokenizerConfig,
    pooling,
    maxTokens,
    dimensions: readDimensions(folder, config),
    bytes,
    name: `${kind}/${pooling}/${maxTokens}/${digest}`,
  };
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() === true) return;
  throw new CharmError("embedding-folder-missing", `There is no model folder ${folder}.`, {
    hint: "Correct embedding.folder in charm.yaml; it is relative to the folder charm runs in.",
  });
}

async function findGraph(folder: string, file: string | undefined): Promise<string> {
  const names = file === undefined ? graphFiles : [file];
  for (const name of names) {
    if (await isFile(join(folder, name))) return join(folder, name);
  }
  if (file !== undefined) throw missingFile(folder, file);
  throw new CharmError(
    "embedding-file-missing",
    `${folder} holds none of ${graphFiles.join(", ")}.`,
    { hint: "Export the model to ONNX, or name its graph with embedding.file in charm.yaml." },
  );
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true;
}

function missingFile(folder: string, name: string): CharmError {
  return new CharmError("embedding-file-missing", `${join(folder, name)} cannot be found.`, {
    hint: "A model folder holds config.json, tokenizer.json and an ONNX graph (docs/embedders.md).",
  });
}

/** A dense layer after the pooling is not part of the graph: without it the vectors would be others. */
async function requireNoLayers(folder: string): Promise<void> {
  const path = join(folder, "modules.json");
  const modules = await readJson(path);
  if (!Array.isArray(modules)) return;
  const types = modules.map((module: { type?: unknown }) => String(module?.type ?? ""));
  const strange = types.find((type) => !/(?:^|\.)(?:Transformer|Pooling|Normalize)$/.test(type));
  if (strange === undefined) return;
  throw new CharmError(
    "embedding-model-unsupported",
    `${path} lists ${strange}, which charm does not compute.`,
    { hint: "Use a model of Transformer, Pooling and Normalize alone." },
  );
}

/** Names that model families give the width of their last layer. */
const widthNames = ["hidden_size", "dim", "d_model", "n_embd"];

function readDimensions(folder: string, config: Readonly<Record<string, unknown>>): number {
  for (const name of widthNames) {
    const width = config[name];
    if (typeof width === "number" && Number.isInteger(width) && width > 0) return width;
  }
  throw new CharmError(
    "embedding-config-invalid",
    `config.json of ${basename(folder)} does not give the width of the model.`,
    { hint: "It must hold hidden_size, a whole number." },
  );
}
