// Takes the name of a graph that comes with the program; gives it opened.
import { CharmError, messageOf } from "../errors.ts";
import type { ModelFolder } from "./model-folder.ts";
import { openGraph, type Graph } from "./open-graph.ts";

/**
 * @throws CharmError `model-unusable` when onnxruntime does not start or refuses the graph, and as `readBytes` of the
 *   folder
 */
export async function openBuiltInGraph(
  folder: ModelFolder,
  name: string,
  output: string,
): Promise<Graph> {
  const bytes = await folder.readBytes(name);
  try {
    // Its operators were fused when it was built (scripts/model).
    return await openGraph(bytes, { outputs: [output], optimise: false });
  } catch (cause) {
    throw new CharmError("model-unusable", "The built-in model does not run on this machine.", {
      hint: `onnxruntime-node says: ${messageOf(cause)}`,
      cause,
    });
  }
}
