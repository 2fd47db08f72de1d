import { expect, test } from "vitest";

import { openGraph } from "../../src/models/open-graph.ts";
import { tokenInputs } from "../../src/models/text-model.ts";
import { makeGraph } from "../embed/local/made-up-folder.ts";

const tokens = Int32Array.of(101, 7, 102, 9, 102);
const open = (outputs: string[], options?: Parameters<typeof makeGraph>[0]) =>
  openGraph(makeGraph(options), { outputs, optimise: true });

test("gives the first of the outputs asked for that the graph has, by its name", async () => {
  const graph = await open(["token_embeddings", "logits"], { output: "logits" });
  const { name, dims, data } = await graph(tokenInputs(tokens));
  expect([name, dims]).toEqual(["logits", [1, 5, 4]]);
  expect([...data.filter((_, at) => at % 4 === 0)]).toEqual([...tokens]);
});

test("is given what it asks for: all tokens are of one text", async () => {
  const graph = await open(["logits"], { input: "token_type_ids", output: "logits", flat: true });
  expect([...(await graph(tokenInputs(tokens))).data]).toEqual([0, 0, 0, 0, 0]);
});

test("says what is wrong with a graph", async () => {
  const options = { outputs: ["logits"], optimise: false };
  await expect(openGraph(Buffer.from("none"), options)).rejects.toMatchObject({
    fault: "unreadable",
  });
  await expect(open(["logits"])).rejects.toMatchObject({
    fault: "unsupported",
    message: "gives last_hidden_state alone",
  });
  const pictures = await open(["last_hidden_state"], { input: "pixel_values" });
  await expect(pictures(tokenInputs(tokens))).rejects.toMatchObject({
    fault: "unsupported",
    message: "asks for pixel_values",
  });
  const failing = await open(["last_hidden_state"]);
  const beyond = tokenInputs(Int32Array.of(99_999_999));
  await expect(failing(beyond)).rejects.toMatchObject({ fault: "failed" });
});
