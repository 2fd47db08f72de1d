// Takes the variables that name proxies and where a call goes; gives the proxy that it goes through, or none.
import { BlockList, isIP, isIPv6 } from "node:net";
import { CharmError } from "../errors.ts";

/** What HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say, whatever case they are written in. */
export interface Proxies {
  /** Proxy of calls to http:// and to https:// addresses; null for none. May hold a password. */
  readonly http: string | null;
  readonly https: string | null;
  /** Hosts that are called without one, with commas or spaces between them. */
  readonly except: string;
}

export const noProxies: Proxies = { http: null, https: null, except: "" };

/** A proxy to connect to. */
export interface Proxy {
  readonly protocol: "http:" | "https:";
  readonly hostname: string;
  readonly port: number;
  /** Header value that carries user and password; null where the address has none. */
  readonly authorization: string | null;
  /** Everything of it that no text may show. */
  readonly secrets: readonly string[];
}

export function readProxies(env: Readonly<Record<string, string | undefined>>): Proxies {
  const read = (name: string) => (env[name.toLowerCase()] ?? env[name])?.trim() || null;
  const all = read("ALL_PROXY");
  return {
    http: read("HTTP_PROXY") ?? all,
    https: read("HTTPS_PROXY") ?? all,
    except: read("NO_PROXY") ?? "",
  };
}

/**
 * This machine itself is never reached through a proxy, which would look for it on its own side.
 * @throws CharmError `proxy-invalid`, which does not repeat the address: it may hold a password
 */
export function chooseProxy(target: URL, proxies: Proxies): Proxy | null {
  const secure = target.protocol === "https:";
  const address = secure ? proxies.https : proxies.http;
  if (address === null || isLocal(bareHost(target)) || isExcepted(target, proxies.except)) {
    return null;
  }
  return parseProxy(address, secure ? "HTTPS_PROXY" : "HTTP_PROXY");
}

function parseProxy(address: string, variable: string): Proxy {
  const written = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    const kind = url === null ? "no address" : `an address of the kind ${url.protocol}`;
    throw new CharmError("proxy-invalid", `${variable} (or ALL_PROXY) holds ${kind}.`, {
      hint: "It looks like this: http://proxy.example:3128. Name hosts that need none in NO_PROXY.",
    });
  }
  const secure = url.protocol === "https:";
  const user = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const credentials = `${user}:${password}`;
  return {
    protocol: secure ? "https:" : "http:",
    hostname: bareHost(url),
    port: Number(url.port) || (secure ? 443 : 80),
    authorization:
      credentials === ":" ? null : `Basic ${Buffer.from(credentials).toString("base64")}`,
    secrets: credentials === ":" ? [] : [credentials, password, url.password],
  };
}

/** An IPv6 address stands without its brackets. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").toLowerCase();
}

function isLocal(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/** "example.org" and ".example.org" mean its subdomains too; ports and ranges ("10.0.0.0/8") count where given. */
function isExcepted(target: URL, except: string): boolean {
  const host = bareHost(target);
  const port = target.port || (target.protocol === "https:" ? "443" : "80");
  return except
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      if (entry.includes("/")) return isInRange(host, entry);
      const [, name = "", only] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry) ?? [];
      if (isIPv6(entry)) return host === entry;
      const bare = name.replace(/^\*?\./, "");
      return (only === undefined || only === port) && (host === bare || host.endsWith(`.${bare}`));
    });
}

function isInRange(host: string, range: string): boolean {
  const [network = "", bits = ""] = range.split("/");
  const version = isIP(network);
  const length = Number(bits);
  if (version === 0 || isIP(host) !== version || !Number.isInteger(length)) return false;
  const family = version === 4 ? "ipv4" : "ipv6";
  if (length < 0 || length > (version === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(network, length, family);
  return list.check(host, family);
}
