// Takes the ways to a model's tokenizer and graph; gives what the graph says of one text at a time.
import { once } from "../once.ts";
import type { Graph, GraphInput } from "./open-graph.ts";
import type { TextTokenizer } from "./tokenize.ts";

/** Whatever a text model may ask for of the tokens of one text. */
export function tokenInputs(ids: Int32Array): Record<string, GraphInput> {
  return {
    input_ids: BigInt64Array.from(ids, BigInt),
    attention_mask: new BigInt64Array(ids.length).fill(1n),
    token_type_ids: new BigInt64Array(ids.length),
    position_ids: BigInt64Array.from(ids, (_, at) => BigInt(at)),
  };
}

/** Tokenizer and graph are each loaded when first asked for. */
export function createTextModel(
  loadTokenizer: () => TextTokenizer,
  loadGraph: () => Promise<Graph>,
) {
  const tokenizer = once(loadTokenizer);
  const graph = once(() => {
    const loading = loadGraph();
    // Whoever awaits it hears of a failure; until then it must not count as unhandled.
    loading.catch(() => {});
    return loading;
  });
  return {
    countTokens: (text: string) => tokenizer().count(text),
    run: async (text: string) => {
      // Begun first, so that the graph is read from disk while the tokenizer is built.
      const loading = graph();
      const tokens = tokenizer().encode(text);
      return { tokens, output: await (await loading)(tokenInputs(tokens)) };
    },
  };
}
