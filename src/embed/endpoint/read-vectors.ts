// Takes the body of an embeddings reply; gives its vectors in the order of the texts that were sent, of length 1.
import { CharmError, exitCodes } from "../../errors.ts";
import { scaleToUnit } from "../unit-vectors.ts";

/** What is read of a reply; everything is checked, for nothing can be relied on. */
interface Item {
  readonly index?: unknown;
  readonly embedding?: unknown;
}

/**
 * @param count number of texts sent
 * @param model named in messages
 * @throws CharmError `embedding-reply-malformed`
 */
export function readVectors(body: string, count: number, model: string): Float32Array[] {
  const fail = (fault: string): never => {
    throw malformed(model, fault);
  };
  const items = readItems(body) ?? fail("it is not a list of embeddings");
  if (items.length !== count) fail(`${items.length} vectors for ${count} texts`);
  const placed = new Map<number, Float32Array>();
  for (const [at, item] of items.entries()) {
    // A server that numbers none gives them in order; one that numbers them may give them in any.
    const index = item.index === undefined ? at : item.index;
    if (typeof index !== "number" || !Number.isInteger(index) || index < 0 || index >= count) {
      return fail(`an index of ${JSON.stringify(index)} for ${count} texts`);
    }
    if (placed.has(index)) return fail(`two vectors with the index ${index}`);
    placed.set(index, toUnit(item.embedding) ?? fail("a vector that is not one"));
  }
  return Array.from({ length: count }, (_, index) => placed.get(index) as Float32Array);
}

function readItems(body: string): Item[] | null {
  try {
    const { data } = JSON.parse(body) as { data?: unknown };
    const isList = Array.isArray(data) && data.every((item) => typeof item === "object" && item);
    return isList ? (data as Item[]) : null;
  } catch {
    return null;
  }
}

/** Null for what is no list of finite numbers, or all zeros. */
function toUnit(embedding: unknown): Float32Array | null {
  if (!Array.isArray(embedding) || !embedding.every(Number.isFinite)) return null;
  const vector = scaleToUnit(Float64Array.from(embedding as number[]));
  return vector.some((value) => value !== 0) ? Float32Array.from(vector) : null;
}

function malformed(model: string, fault: string): CharmError {
  return new CharmError(
    "embedding-reply-malformed",
    `The reply of “${model}” cannot be used: ${fault}.`,
    {
      hint: "Check that embedding.model names an embedding model, and that the address speaks the OpenAI protocol.",
      exitCode: exitCodes.unexpected,
    },
  );
}
