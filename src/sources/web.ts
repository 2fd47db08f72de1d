// Takes an address of a publisher; gives what stands there, within limits of time and size, from allowed hosts alone.
import { setTimeout as delay } from "node:timers/promises";
import { CharmError } from "../errors.ts";
import { createFetch } from "../http/http-fetch.ts";
import { chooseProxy, type Proxies } from "../http/proxy.ts";
import { readRetryAfter } from "../http/read-limits.ts";
import { createRedactor } from "../http/redact.ts";
import type { PartialBytes, PartialFile } from "./partial-file.ts";
import { readAnswer, readRest, type WebAnswer } from "./read-answer.ts";
import { refused, tellFailure, unreachable, withKept } from "./web-faults.ts";

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
  /** For one file or page, its waits included. */
  readonly whole: number;
  /** That a server may ask to wait at most. */
  readonly wait: number;
  /** Between two looks at a file that is still being made. */
  readonly made: number;
  /** Bytes of a file or page. */
  readonly bytes: number;
}

const usual: WebLimits = {
  connect: 10_000,
  whole: 180_000,
  wait: 30_000,
  // legislation.gov.uk asks for ten seconds at least (github.com/legislation/data-documentation, api/overview.md).
  made: 10_000,
  bytes: 30_000_000,
};
const mostRedirects = 5;
const mostAttempts = 4;
/** A server is busy, or being restarted. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** A text that is made when it is asked for is not there yet. */
const beingMade = 202;

/** @param partial takes what comes of a file, and has what came of it before; null for what is asked for anew each time */
export type Web = (url: string, partial?: PartialFile | null) => Promise<WebAnswer>;

/** Each call throws CharmError `source-unreachable`, `source-refused` or `source-too-large`; the signal's reason when aborted. */
export function openWeb(options: WebOptions): Web {
  const limits = { ...usual, ...options.limits };
  return async (url, partial = null) => {
    const timer = AbortSignal.timeout(limits.whole);
    const signal = AbortSignal.any([options.signal, timer]);
    const run = { ...options, limits, signal, until: Date.now() + limits.whole };
    try {
      return await fetchWhole(url, partial, run);
    } catch (error) {
      options.signal.throwIfAborted();
      const kept = partial?.kept() ?? 0;
      if (error instanceof CharmError) throw withKept(error, kept);
      const { http, https } = options.proxies;
      const why = timer.aborted
        ? "it took too long"
        : tellFailure(error, createRedactor([http, https]));
      throw withKept(unreachable(url, why, error), kept);
    }
  };
}

interface Run extends WebOptions {
  readonly limits: WebLimits;
  /** Clock, in milliseconds. */
  readonly until: number;
}

/** What is kept is gone on from where the server has the same file still; otherwise all of it is asked for. */
async function fetchWhole(url: string, partial: PartialFile | null, run: Run): Promise<WebAnswer> {
  const most = run.limits.bytes;
  const found = partial?.found ?? null;
  if (found !== null) {
    const answer = await follow(url, run, found);
    // 206 is a part, 416 says that there is no such part; all else is what it would be without asking for one.
    if (answer.response.status !== 206 && answer.response.status !== 416)
      return readAnswer({ ...answer, most, partial });
    const rest = await readRest({ ...answer, most, partial }, found);
    if (rest !== null) return rest;
  }
  return readAnswer({ ...(await follow(url, run, null)), most, partial });
}

interface Answer {
  readonly url: string;
  readonly response: Response;
}

async function follow(asked: string, run: Run, found: PartialBytes | null): Promise<Answer> {
  let url = asked;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    requireHost(url, asked);
    const response = await askPatiently(url, run, found?.from === url ? found : null);
    const to = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || to === null) return { url, response };
    await response.body?.cancel();
    if (!URL.canParse(to, url)) throw refused(asked, "it leads to what is no address");
    url = new URL(to, url).href;
  }
  throw refused(asked, "it redirects without end");
}

function requireHost(url: string, asked: string): void {
  const { hostname, protocol, port, username, password } = new URL(url);
  const isPlain = port === "" && username === "" && password === "";
  if (protocol === "https:" && isPlain && hosts.has(hostname)) return;
  throw refused(asked, `it leads to ${hostname}, which is no publisher's`);
}

async function askPatiently(url: string, run: Run, found: PartialBytes | null): Promise<Response> {
  for (let attempt = 1; ;) {
    const response = await ask(url, run, found);
    const { status, headers } = response;
    if (status !== beingMade && !passing.has(status)) return response;
    await response.body?.cancel();
    const said = readRetryAfter(headers);
    if (status === beingMade) {
      const wait = said === null ? run.limits.made : said * 1000;
      if (Date.now() + wait >= run.until) throw unreachable(url, "it is still being made (202)");
      await delay(wait, undefined, { signal: run.signal });
      continue;
    }
    const wait = (said ?? 2 ** (attempt - 1)) * 1000;
    const asksFor = said === null ? "" : ` and asks to wait ${Math.ceil(said)} seconds`;
    if (attempt >= mostAttempts || wait > run.limits.wait)
      throw unreachable(url, `it answers ${status}${asksFor}`);
    attempt += 1;
    await delay(wait, undefined, { signal: run.signal });
  }
}

function ask(url: string, run: Run, found: PartialBytes | null): Promise<Response> {
  const { mirrors, proxies, limits, signal } = run;
  const target = toTarget(new URL(url), mirrors);
  const fetchHere = createFetch({
    origin: target.origin,
    proxy: chooseProxy(target, proxies),
    connectTimeout: limits.connect,
  });
  const headers = { accept: "*/*", "accept-encoding": "identity", "user-agent": "charm" };
  const range =
    found === null ? {} : { range: `bytes=${found.bytes.length}-`, "if-range": found.validator };
  return fetchHere(target, { headers: { ...headers, ...range }, signal });
}

/** A mirror is asked for the same paths, below its own. */
function toTarget(url: URL, mirrors: WebOptions["mirrors"]): URL {
  const mirror = mirrors[url.hostname];
  if (mirror === undefined) return url;
  const target = new URL(mirror);
  // Joined as text, a path that begins with two strokes would name another host.
  target.pathname = `${target.pathname.replace(/\/+$/, "")}${url.pathname}`;
  target.search = url.search;
  return target;
}
