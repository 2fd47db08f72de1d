// Takes the key of a prompt; gives the reply it had before, from a folder that runs and machines can share.
import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CharmError, messageOf } from "../errors.ts";
import { replaceFile } from "../files/write-file-atomically.ts";
import type { CallUsage, ChatRequest, Protocol } from "./chat.ts";
import type { LanguageModelOptions } from "./model-options.ts";

/** Raised whenever the same key could mean another reply. */
const layout = 1;

/** What was found: a reply, or that the endpoint once found this prompt too long. */
export type CacheEntry =
  | { readonly kind: "reply"; readonly text: string; readonly usage: CallUsage }
  | { readonly kind: "too-long" };

export interface ResponseCache {
  /** Null when there is none, or none that can be trusted to be whole. */
  readonly get: (key: string) => Promise<CacheEntry | null>;
  /** Whole or not at all. @throws CharmError `cache-not-writable` */
  readonly put: (key: string, entry: CacheEntry) => Promise<void>;
}

/** Hex digest of all that decides a reply. The address is left out, so that CI can use what another machine asked. */
export function cacheKey(
  request: ChatRequest,
  protocol: Protocol,
  { model, maxReply }: Pick<LanguageModelOptions, "model" | "maxReply">,
): string {
  const { promptVersion, evidence } = request;
  const messages = request.messages(protocol).map(({ role, content }) => [role, content]);
  return digest([layout, model, protocol, promptVersion, evidence, maxReply, messages]);
}

/** One JSON file an entry, in 256 folders. The folder is made by the first entry. */
export function openResponseCache(folder: string): ResponseCache {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  return {
    get: async (key) => {
      const text = await readFile(pathOf(key), "utf8").catch(() => null);
      return text === null ? null : parseEntry(text, key);
    },
    put: async (key, entry) => {
      const path = pathOf(key);
      const whole = { layout, key, ...entry, sum: digest(entry) };
      try {
        await mkdir(dirname(path), { recursive: true });
        await replaceFile(path, `${JSON.stringify(whole, null, 2)}\n`);
      } catch (cause) {
        const why = `The reply cannot be kept in ${folder}: ${messageOf(cause)}`;
        throw new CharmError("cache-not-writable", why, {
          hint: "Check who may write there, or set model.cache in charm.yaml to another folder.",
        });
      }
    },
  };
}

/** Keeps nothing. */
export const noCache: ResponseCache = { get: async () => null, put: async () => {} };

/** The sum vouches for all the rest: what was cut short or changed by hand does not have it. */
function parseEntry(text: string, key: string): CacheEntry | null {
  try {
    const { layout: written, key: asked, sum, ...entry } = JSON.parse(text);
    const whole = written === layout && asked === key && sum === digest(entry);
    return whole ? (entry as CacheEntry) : null;
  } catch {
    return null;
  }
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
