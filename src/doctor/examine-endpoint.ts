// Takes what is set of a language model or embedding endpoint; gives whether it can be called, asked of its server.
import { messageOf } from "../errors.ts";
import { resolveEndpoint, type CallOptions, type Endpoint } from "../http/endpoint.ts";
import { createFetch } from "../http/http-fetch.ts";
import { createRedactor } from "../http/redact.ts";
import { failed, sound, type Examination } from "./examination.ts";

/** Milliseconds that the server may take: it is asked for its list of models, which is at hand. */
const longest = 8000;

export interface EndpointView extends Pick<
  CallOptions,
  "baseUrl" | "apiKey" | "proxies" | "offline"
> {
  /** What is called there: the language model, or the one for vectors; null where nothing is configured. */
  readonly model: string | null;
}

/** Only the host that the user configured is asked, and nothing but for the names of its models. */
export async function examineEndpoint(
  view: EndpointView,
  signal: AbortSignal,
): Promise<Examination> {
  const { model, offline } = view;
  if (model === null)
    return sound("endpoint", "No model is configured: nothing leaves this machine.");
  try {
    const endpoint = resolveEndpoint(view);
    const key = `key: ${endpoint.apiKey === null ? "none" : "set (OPENAI_API_KEY)"}`;
    const through = endpoint.proxy === null ? [] : [`proxy: ${endpoint.proxy.hostname}`];
    const details = [`model ${model}`, `address ${endpoint.baseUrl}`, key, ...through];
    if (offline) {
      return sound(
        "endpoint",
        "A model is configured, and not asked: the run is offline.",
        details,
      );
    }
    return await askServer(endpoint, details, { model, signal });
  } catch (error) {
    signal.throwIfAborted();
    return failed("endpoint", error, "See docs/models.md.");
  }
}

async function askServer(
  endpoint: Endpoint,
  details: readonly string[],
  { model, signal }: { readonly model: string; readonly signal: AbortSignal },
): Promise<Examination> {
  const { origin, proxy, baseUrl, query, keyHeader, secrets } = endpoint;
  const url = new URL(`${baseUrl}/models`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const timer = AbortSignal.timeout(longest);
  const warn = (found: string, remedy: string): Examination => ({
    part: "endpoint",
    state: "warning",
    found,
    remedy,
    details,
  });
  try {
    const response = await createFetch({ origin, proxy, connectTimeout: longest })(url, {
      headers: { accept: "application/json", ...keyHeader },
      signal: AbortSignal.any([signal, timer]),
    });
    const { status } = response;
    if (status === 401 || status === 403)
      return warn(`${url.host} refuses the key (${status}).`, "Set OPENAI_API_KEY anew.");
    // Not every server lists its models; one that answers is there.
    if (!response.ok) {
      return sound(
        "endpoint",
        `${url.host} answers, without a list of models (${status}).`,
        details,
      );
    }
    const names = readNames(await response.json().catch(() => null));
    if (names.length > 0 && !names.includes(model)) {
      return warn(
        `${url.host} answers, and does not list “${model}”.`,
        `It lists ${names.slice(0, 8).join(", ")}. Name one of them under model.name in charm.yaml or in CHARM_MODEL.`,
      );
    }
    return sound("endpoint", `${url.host} answers.`, details);
  } catch (error) {
    signal.throwIfAborted();
    const why = createRedactor(secrets)(messageOf(error).split("\n")[0] ?? "");
    return warn(
      `${url.host} does not answer: ${why}`,
      "Start the server, or check the address, the network and the proxy. Without a model charm answers in quotations.",
    );
  }
}

/** Names in a list of models, as OpenAI and its like write it. */
function readNames(body: unknown): string[] {
  const data = (body as { readonly data?: unknown } | null)?.data;
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown) => {
    const id = (entry as { readonly id?: unknown } | null)?.id;
    return typeof id === "string" ? [id] : [];
  });
}
