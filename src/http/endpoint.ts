// Takes the address and key of a model's endpoint as configured; gives them checked, with the one host calls may go to.
import { CharmError } from "../errors.ts";
import { chooseProxy, noProxies, type Proxies, type Proxy } from "./proxy.ts";

/** Where calls go when no address is configured. */
export const openaiAddress = "https://api.openai.com/v1";

/** What is set of the calls to an endpoint, whatever kind of model answers there. */
export interface CallOptions {
  /** As the endpoint calls it. */
  readonly model: string;
  /** Root of an OpenAI-compatible endpoint; null for OpenAI's own. */
  readonly baseUrl: string | null;
  /** From OPENAI_API_KEY; null for endpoints that ask for none. */
  readonly apiKey: string | null;
  /** What the environment says of proxies. */
  readonly proxies: Proxies;
  /** No connection may be opened. */
  readonly offline: boolean;
  /** Milliseconds until a connection must stand. */
  readonly connectTimeout: number;
  /** Milliseconds that a language model may be silent; that a call for vectors may take, its retries included. */
  readonly timeout: number;
  /** Further attempts after a failure that may pass. */
  readonly retries: number;
}

export interface Endpoint {
  /** Without query, user or trailing slash. */
  readonly baseUrl: string;
  /** Scheme, host and port: nothing else is ever connected to, but for the proxy. */
  readonly origin: string;
  /** What calls go through; null to connect to the origin itself. */
  readonly proxy: Proxy | null;
  /** From the address's own query, such as Azure's `api-version`. */
  readonly query: Readonly<Record<string, string>>;
  readonly apiKey: string | null;
  /** The header that takes the key: gateways with an `api-version` want `api-key` instead of a bearer token. */
  readonly keyHeader: Readonly<Record<string, string>>;
  /** Everything here that no text may show. */
  readonly secrets: readonly string[];
}

/** @throws CharmError `model-address-invalid`, `model-address-secret`, `model-key-missing`, `proxy-invalid` */
export function resolveEndpoint(
  configured: Pick<CallOptions, "baseUrl" | "apiKey"> & Partial<Pick<CallOptions, "proxies">>,
): Endpoint {
  const apiKey = configured.apiKey?.trim() || null;
  const url = parseAddress(configured.baseUrl ?? openaiAddress);
  const query = Object.fromEntries(url.searchParams);
  const baseUrl = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  if (apiKey === null && baseUrl === openaiAddress) {
    throw new CharmError("model-key-missing", "No key is set for the language model.", {
      hint: "Set OPENAI_API_KEY in the environment; for a model of your own, set OPENAI_BASE_URL as well.",
    });
  }
  if (apiKey !== null && /[^\x21-\x7e]/.test(apiKey)) {
    throw new CharmError("model-key-invalid", "OPENAI_API_KEY holds characters that no key has.", {
      hint: "Set it again, without quotes, spaces or line breaks.",
    });
  }
  const proxy = chooseProxy(url, configured.proxies ?? noProxies);
  const secrets = [apiKey, ...Object.values(query)].filter(
    (value): value is string => value !== null && (value === apiKey || value.length >= 16),
  );
  return {
    baseUrl,
    origin: url.origin,
    proxy,
    query,
    apiKey,
    keyHeader: nameKey(apiKey, "api-version" in query),
    secrets: [...secrets, ...(proxy?.secrets ?? [])],
  };
}

function nameKey(apiKey: string | null, versioned: boolean): Endpoint["keyHeader"] {
  if (apiKey === null) return {};
  return versioned ? { "api-key": apiKey } : { authorization: `Bearer ${apiKey}` };
}

function parseAddress(address: string): URL {
  if (!URL.canParse(address)) {
    // The address is not repeated: it may hold a password.
    throw new CharmError("model-address-invalid", "The model's address is not a web address.", {
      hint: "OPENAI_BASE_URL and model.baseUrl look like this: http://127.0.0.1:11434/v1",
    });
  }
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) {
    throw new CharmError(
      "model-address-invalid",
      `The model's address begins with ${url.protocol}`,
      { hint: "It must begin with https:// or http://." },
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new CharmError("model-address-secret", "The model's address holds a user or password.", {
      hint: "Take it out of OPENAI_BASE_URL and set OPENAI_API_KEY.",
    });
  }
  return url;
}
