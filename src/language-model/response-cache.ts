// Takes the key of a prompt; gives the reply it had before, from a folder that runs and machines can share.
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CharmError } from "../errors.ts";
import type { CallUsage, Message, Protocol } from "./chat.ts";

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

export interface CacheKeyParts {
  readonly model: string;
  readonly protocol: Protocol;
  readonly promptVersion: string;
  readonly evidence: string;
  readonly messages: readonly Message[];
  readonly maxReply: number;
}

/** Hex digest of all that decides a reply. The address is left out, so that CI can use what another machine asked. */
export function cacheKey(parts: CacheKeyParts): string {
  const { model, protocol, promptVersion, evidence, maxReply } = parts;
  const messages = parts.messages.map(({ role, content }) => [role, content]);
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
      const whole = readEntry({ ...entry });
      const text = `${JSON.stringify({ layout, key, ...whole, sum: digest(whole) }, null, 2)}\n`;
      const temporary = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(temporary, text, { flag: "wx" });
        await rename(temporary, path);
      } catch (cause) {
        await rm(temporary, { force: true }).catch(() => {});
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new CharmError(
          "cache-not-writable",
          `The reply cannot be kept in ${folder}: ${why}`,
          {
            hint: "Check who may write there, or set model.cache in charm.yaml to another folder.",
          },
        );
      }
    },
  };
}

/** Keeps nothing. */
export const noCache: ResponseCache = { get: async () => null, put: async () => {} };

function parseEntry(text: string, key: string): CacheEntry | null {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  if (value["layout"] !== layout || value["key"] !== key) return null;
  const entry = readEntry(value);
  return entry !== null && value["sum"] === digest(entry) ? entry : null;
}

function readEntry(value: Record<string, unknown>): CacheEntry | null {
  if (value["kind"] === "too-long") return { kind: "too-long" };
  const usage = value["usage"] as Record<string, unknown> | null | undefined;
  const text = value["text"];
  if (
    value["kind"] !== "reply" ||
    typeof text !== "string" ||
    typeof usage !== "object" ||
    !usage
  ) {
    return null;
  }
  const { promptTokens, completionTokens, reported } = usage;
  if (typeof promptTokens !== "number" || typeof completionTokens !== "number") return null;
  return {
    kind: "reply",
    text,
    usage: { promptTokens, completionTokens, reported: reported === true },
  };
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
