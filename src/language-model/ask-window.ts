// Takes an endpoint and a model; gives the size of the model's window as its list of models says it.
import type { Endpoint } from "../http/endpoint.ts";
import { createFetch } from "../http/http-fetch.ts";

/** Servers name it so, in the entry of the model or in an object inside it; each means what it serves. */
const names = [
  "max_model_len",
  "n_ctx",
  "context_length",
  "context_window",
  "loaded_context_length",
  "max_context_length",
];
/** Milliseconds that an answer may take: a run does not wait for what it can do without. */
const longest = 5000;

/**
 * Tokens; null where the server does not say, or does not answer. Of several the smallest: a server that was given less
 * room than the model could have says both.
 */
export async function askWindow(
  endpoint: Endpoint,
  model: string,
  { connectTimeout, signal }: { readonly connectTimeout: number; readonly signal: AbortSignal },
): Promise<number | null> {
  const { origin, proxy, baseUrl, query, keyHeader } = endpoint;
  const url = new URL(`${baseUrl}/models`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const timer = AbortSignal.timeout(Math.min(longest, connectTimeout));
  try {
    const response = await createFetch({ origin, proxy, connectTimeout })(url, {
      headers: { accept: "application/json", ...keyHeader },
      signal: AbortSignal.any([signal, timer]),
    });
    return response.ok ? readWindow(await response.json(), model) : null;
  } catch {
    // Whatever is wrong with the endpoint, the call itself will tell.
    signal.throwIfAborted();
    return null;
  }
}

/** A server of one model may call it otherwise than it lets itself be asked for. */
function readWindow(list: unknown, model: string): number | null {
  const { data, models } = (list ?? {}) as { data?: unknown; models?: unknown };
  const entries = [data, models].flat().filter(isObject);
  const own = entries.filter(({ id, name }) => id === model || name === model);
  const [only] = own.length > 0 ? own : entries.length === 1 ? entries : [];
  if (only === undefined) return null;
  const inside = [only, ...Object.values(only).filter(isObject)];
  const sizes = inside.flatMap((one) => names.map((name) => Number(one[name] ?? Number.NaN)));
  const known = sizes.filter((size) => Number.isInteger(size) && size > 0);
  return known.length === 0 ? null : Math.min(...known);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
