// For tests: the built-in model in the layout of other people's models, and folders with a small graph of our own.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
// @ts-expect-error: plain JavaScript, without declarations.
import { writeOnnxModel } from "../../../scripts/model/onnx-writer.mjs";
import { modelFolder } from "../../models/model-copy.ts";

/** Texts by file name, a null for no such file. */
type Files = Readonly<Record<string, unknown>>;

const usual: Files = {
  "config.json": { model_type: "bert", hidden_size: 384, max_position_embeddings: 512 },
  "sentence_bert_config.json": { max_seq_length: 256 },
};

export interface FolderOptions {
  /** Where the graph stands. */
  readonly graph?: string;
  /** Its bytes; the built-in model's own when left out. */
  readonly bytes?: Uint8Array;
  /** JSON of further files, or in place of the usual ones; null leaves one out. */
  readonly files?: Files;
}

/** The caller removes the folder. */
export function makeFolder(options: FolderOptions = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "charm-onnx-"));
  const { graph = "onnx/model_quantized.onnx", bytes, files = {} } = options;
  mkdirSync(dirname(join(folder, graph)), { recursive: true });
  if (bytes) writeFileSync(join(folder, graph), bytes);
  else symlinkSync(join(modelFolder, "model.onnx"), join(folder, graph));
  for (const name of ["tokenizer.json", "tokenizer_config.json"]) {
    if (!(name in files)) symlinkSync(join(modelFolder, name), join(folder, name));
  }
  for (const [name, value] of Object.entries({ ...usual, ...files })) {
    if (value === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
  }
  return folder;
}

interface GraphOptions {
  readonly input?: string;
  readonly output?: string;
  /** The token ids as they are, rather than a row of four numbers for each. */
  readonly flat?: boolean;
}

/** A graph that gives each token the row `id, 1, 0, 0`; named like a real one's, or otherwise. */
export function makeGraph({
  input = "input_ids",
  output = "last_hidden_state",
  flat = false,
}: GraphOptions = {}): Uint8Array {
  const vocabulary = 30_522;
  const table = Float32Array.from({ length: vocabulary * 4 }, (_, i) =>
    i % 4 === 0 ? i / 4 : i % 4 === 1 ? 1 : 0,
  );
  const shape = flat ? ["batch", "sequence"] : ["batch", "sequence", 4];
  return writeOnnxModel({
    name: "made-up",
    producer: "charm",
    opsets: { "": 17 },
    nodes: [
      flat
        ? { op: "Cast", inputs: [input], outputs: [output], attributes: { to: { int: 1 } } }
        : { op: "Gather", inputs: ["table", input], outputs: [output] },
    ],
    initializers: [{ name: "table", type: "float32", shape: [vocabulary, 4], data: table }],
    inputs: [{ name: input, type: "int64", shape: ["batch", "sequence"] }],
    outputs: [{ name: output, type: "float32", shape }],
  }) as Uint8Array;
}
