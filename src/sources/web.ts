// Takes an address of a publisher; gives what stands there, within limits of time and size, from allowed hosts alone.
import { setTimeout as delay } from "node:timers/promises";
import { CharmError, messageOf } from "../errors.ts";
import { createFetch } from "../http/http-fetch.ts";
import { chooseProxy, type Proxies } from "../http/proxy.ts";
import { readRetryAfter } from "../http/read-limits.ts";
import { createRedactor } from "../http/redact.ts";

/** Nothing is fetched from elsewhere, wherever a page or a redirection points. */
const hosts: ReadonlySet<string> = new Set([
  "www.gov.uk",
  "assets.publishing.service.gov.uk",
  "www.legislation.gov.uk",
]);

export interface WebOptions {
  readonly proxies: Proxies;
  /** Addresses that stand in for hosts: `{"www.gov.uk": "http://127.0.0.1:8080"}`; for mirrors, and for tests. */
  readonly mirrors: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Milliseconds; what is usual when left out. */
  readonly limits?: Partial<WebLimits>;
}

interface WebLimits {
  readonly connect: number;
  /** For one answer, its waits included. */
  readonly whole: number;
  /** That a server may ask to wait at most. */
  readonly wait: number;
  /** Bytes of an answer. */
  readonly bytes: number;
}

const usual: WebLimits = { connect: 10_000, whole: 180_000, wait: 30_000, bytes: 30_000_000 };
const mostRedirects = 5;
const mostAttempts = 4;
/** A text that is made when it is asked for is not there yet (202); a server is busy, or being restarted. */
const passing: ReadonlySet<number> = new Set([202, 429, 502, 503, 504]);

export interface WebAnswer {
  /** Where it came from, by its public address. */
  readonly url: string;
  /** Media type without parameters, in lower case; empty where none is said. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export type Web = (url: string) => Promise<WebAnswer>;

/** Each call throws CharmError `source-unreachable`, `source-refused` or `source-too-large`; the signal's reason when aborted. */
export function openWeb(options: WebOptions): Web {
  const limits = { ...usual, ...options.limits };
  return async (url) => {
    const timer = AbortSignal.timeout(limits.whole);
    const run = { ...options, limits, signal: AbortSignal.any([options.signal, timer]) };
    try {
      return await follow(url, run);
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof CharmError) throw error;
      const why = timer.aborted ? "it took too long" : hideSecrets(messageOf(error), options);
      throw unreachable(url, why, error);
    }
  };
}

type Run = WebOptions & { readonly limits: WebLimits };

async function follow(asked: string, run: Run): Promise<WebAnswer> {
  let url = asked;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await askPatiently(url, run);
    const to = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || to === null)
      return readAnswer(url, response, run);
    await response.body?.cancel();
    url = new URL(to, url).href;
    requireHost(url, asked);
  }
  throw refused(asked, "it redirects without end");
}

function requireHost(url: string, asked: string): void {
  const { hostname, protocol } = new URL(url);
  if (protocol === "https:" && hosts.has(hostname)) return;
  throw refused(asked, `it leads to ${hostname}, which is no publisher's`);
}

async function askPatiently(url: string, run: Run): Promise<Response> {
  requireHost(url, url);
  for (let attempt = 1; ; attempt += 1) {
    const response = await ask(url, run);
    const { status } = response;
    if (!passing.has(status)) return response;
    await response.body?.cancel();
    const wait = (readRetryAfter(response.headers) ?? 2 ** (attempt - 1)) * 1000;
    if (attempt >= mostAttempts || wait > run.limits.wait)
      throw unreachable(url, `it answers ${status}`);
    await delay(wait, undefined, { signal: run.signal });
  }
}

function ask(url: string, { mirrors, proxies, limits, signal }: Run): Promise<Response> {
  const { hostname, pathname, search } = new URL(url);
  const mirror = mirrors[hostname];
  const target = mirror === undefined ? new URL(url) : new URL(`${pathname}${search}`, mirror);
  const fetchHere = createFetch({
    origin: target.origin,
    proxy: chooseProxy(target, proxies),
    connectTimeout: limits.connect,
  });
  const headers = { accept: "*/*", "accept-encoding": "identity", "user-agent": "charm" };
  return fetchHere(target, { headers, signal });
}

async function readAnswer(url: string, response: Response, run: Run): Promise<WebAnswer> {
  const { status, headers } = response;
  if (status !== 200) {
    await response.body?.cancel();
    if (status >= 500) throw unreachable(url, `it answers ${status}`);
    throw refused(url, `it answers ${status}`);
  }
  const coding = headers.get("content-encoding");
  if (coding !== null && coding !== "identity") {
    await response.body?.cancel();
    throw refused(url, `it comes packed (${coding}), which was not asked for`);
  }
  const bytes = await readWithin(url, response, run.limits.bytes);
  const said = headers.get("content-length");
  if (said !== null && Number(said) !== bytes.length)
    throw refused(url, `it ends after ${bytes.length} of ${said} bytes`);
  const [type = ""] = (headers.get("content-type") ?? "").split(";");
  return { url, type: type.trim().toLowerCase(), bytes };
}

async function readWithin(url: string, { body }: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) {
      throw new CharmError("source-too-large", `${url} has more than ${most / 1e6} MB.`, {
        hint: "Nothing was kept. Save it by hand if it is what you want.",
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function hideSecrets(text: string, { proxies }: WebOptions): string {
  return createRedactor([proxies.http, proxies.https])(text);
}

function unreachable(url: string, why: string, cause?: unknown): CharmError {
  return new CharmError("source-unreachable", `${url} cannot be reached: ${why}.`, {
    hint: "Check the network and the proxy, and try again later.",
    cause,
  });
}

/** What was sent is not what was asked for. */
export function refused(url: string, why: string): CharmError {
  return new CharmError("source-refused", `${url} is not taken: ${why}.`, {
    hint: "Nothing was replaced. Look at the page in a browser.",
  });
}
