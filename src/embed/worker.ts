// A process of its own that embeds the texts it is sent; its arguments are the folders of model and token projection,
// or say which other model it is.
//
// A process and not a thread: ending a thread, or the whole program, while onnxruntime-node 1.16.3
// runs in the thread aborts the program (SIGABRT from its native binding).

import type { LocalModel } from "./local/local-model.ts";
import { openModelFolder } from "./model-folder.ts";
import { createModelEncoder } from "./model-encoder.ts";
import type { ModelEncoder } from "./model-encoder.ts";
import { describeFailure, localWorker } from "./worker-messages.ts";
import type { WorkReply, WorkRequest } from "./worker-messages.ts";

// Ctrl-C reaches every process of the terminal; the parent decides what it means.
process.on("SIGINT", () => {});
// The parent is gone, however it went: there is nobody left to answer, or to tell.
process.on("disconnect", () => process.exit());

/** Models other than the built-in one give no token vectors. */
type Encoder = ModelEncoder | Pick<ModelEncoder, "encode">;

const [, , modelArgument = "", furtherArgument = ""] = process.argv;
const encoder = openEncoder(modelArgument, furtherArgument);
encoder.catch(() => {});

process.on("message", async (request: WorkRequest) => {
  const reply = await answer(request);
  process.send?.(reply, undefined, undefined, (error) => {
    if (error !== null) process.exit();
  });
});

async function answer({ id, kind, texts }: WorkRequest): Promise<WorkReply> {
  try {
    return { id, results: await encodeAll(await encoder, kind, texts) };
  } catch (error) {
    return { id, failure: describeFailure(error) };
  }
}

async function openEncoder(first: string, second: string): Promise<Encoder> {
  if (first === localWorker) {
    const { createLocalEncoder } = await import("./local/local-encoder.ts");
    const { model, prefix } = JSON.parse(second) as { model: LocalModel; prefix: string };
    return createLocalEncoder(model, prefix);
  }
  const folders = [openModelFolder(first), openModelFolder(second)] as const;
  const [model, projection] = await Promise.all(folders);
  return createModelEncoder(model, projection);
}

async function encodeAll(model: Encoder, kind: WorkRequest["kind"], texts: readonly string[]) {
  const results = [];
  for (const text of texts) {
    results.push(await encodeAs(model, kind, text));
  }
  return results;
}

function encodeAs(model: Encoder, kind: WorkRequest["kind"], text: string) {
  if (kind === "vectors") return model.encode(text);
  if (!("encodeTokens" in model)) throw new Error("This model gives no token vectors.");
  return kind === "tokens" ? model.encodeTokens(text) : model.encodePassage(text);
}
