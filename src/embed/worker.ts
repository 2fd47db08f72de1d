// A process of its own that embeds the texts it is sent; its arguments are the folders of model and token projection.
//
// A process and not a thread: ending a thread, or the whole program, while onnxruntime-node 1.16.3
// runs in the thread aborts the program (SIGABRT from its native binding).

import { openModelFolder } from "./model-folder.ts";
import { createModelEncoder } from "./model-encoder.ts";
import type { ModelEncoder } from "./model-encoder.ts";
import { describeFailure } from "./worker-messages.ts";
import type { WorkReply, WorkRequest } from "./worker-messages.ts";

// Ctrl-C reaches every process of the terminal; the parent decides what it means.
process.on("SIGINT", () => {});
// The parent is gone, however it went: there is nobody left to answer, or to tell.
process.on("disconnect", () => process.exit());

const [, , modelPath = "", projectionPath = ""] = process.argv;
const encoder = Promise.all([openModelFolder(modelPath), openModelFolder(projectionPath)]).then(
  ([model, projection]) => createModelEncoder(model, projection),
);
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

async function encodeAll(model: ModelEncoder, kind: WorkRequest["kind"], texts: readonly string[]) {
  const results = [];
  for (const text of texts) {
    results.push(await encodeAs(model, kind, text));
  }
  return results;
}

function encodeAs(model: ModelEncoder, kind: WorkRequest["kind"], text: string) {
  if (kind === "vectors") return model.encode(text);
  return kind === "tokens" ? model.encodeTokens(text) : model.encodePassage(text);
}
