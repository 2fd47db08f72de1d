// Takes what went wrong with a graph and the path of its file; gives the error a person reads.
import { CharmError } from "../../errors.ts";
import { GraphError } from "../../models/open-graph.ts";

/**
 * `embedding-model-unreadable` when onnxruntime refuses the file, `embedding-model-unsupported` for inputs or outputs
 * that are not those of a text model, `embedding-model-failed` for a run; any other error as it is.
 */
export function explainGraph(path: string, error: unknown): unknown {
  if (!(error instanceof GraphError)) return error;
  const { fault, message, cause } = error;
  if (fault === "unsupported") return explainUnsupported(path, message);
  const said = shorten(message);
  return fault === "unreadable"
    ? new CharmError(
        "embedding-model-unreadable",
        `${path} cannot be read by onnxruntime: ${said}`,
        { hint: chooseHint(said), cause },
      )
    : new CharmError("embedding-model-failed", `${path} failed in onnxruntime: ${said}`, {
        hint: "If it speaks of positions or shapes, set embedding.maxTokens to less; if not, use another file of the model.",
        cause,
      });
}

export function explainUnsupported(path: string, fault: string): CharmError {
  return new CharmError("embedding-model-unsupported", `${path} ${fault}.`, {
    hint: "It must take token ids and give last_hidden_state or sentence_embedding, as feature-extraction models do.",
  });
}

/** onnxruntime 1.16 reads IR version 9 and opset 19 (its docs/Versioning.md), and what is older. */
function chooseHint(said: string): string {
  if (/IR version|opset|not a registered|could not find an implementation/i.test(said)) {
    return "It was made for a newer onnxruntime: export the model again with opset 17 and IR version 9 or lower, or take an older file of it (docs/embedders.md).";
  }
  if (/protobuf/i.test(said)) {
    return "The file is damaged, or a pointer of Git LFS in its place: download it again.";
  }
  return "Download the model's files again, with the weights that belong to the graph, or use another model.";
}

/** One line, without the places in onnxruntime's own source. */
function shorten(message: string): string {
  const line = message
    .replace(/\/onnxruntime_src\/\S+ .*?\) (?=\S)/gs, "")
    .replace(/Load model from .*? failed: */s, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
