// Takes the key of a prompt; gives the reply it had before, from a folder that runs and machines can share.
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hashOf } from "../text/hash-of.ts";
import { CharmError, messageOf } from "../errors.ts";
import { replaceFile } from "../files/write-file-atomically.ts";
import type { NamedLimits } from "../http/read-limits.ts";
import type { CallUsage, ChatRequest, Protocol, ReplyEnd } from "./chat.ts";
import type { LanguageModelOptions } from "./model-options.ts";

/** Raised whenever the same key could mean another reply. */
const layout = 2;

/** What came of a prompt: a reply, that the endpoint found it too long, or a failure that the run went on after. */
export type CacheEntry =
  | {
      readonly kind: "reply";
      readonly text: string;
      readonly usage: CallUsage;
      readonly end: ReplyEnd;
    }
  | ({ readonly kind: "too-long" } & NamedLimits)
  | {
      readonly kind: "failed";
      readonly code: string;
      readonly message: string;
      readonly hint: string | null;
      readonly exitCode: number;
    };

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
  { model }: Pick<LanguageModelOptions, "model">,
): string {
  const { promptVersion, evidence, room } = request;
  const messages = request.messages(protocol).map(({ role, content }) => [role, content]);
  return digestOf([layout, model, protocol, promptVersion, evidence, room.usual, messages]);
}

/** One JSON file an entry, in 256 folders. The folder is made by the first entry. */
export function openResponseCache(folder: string): ResponseCache {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  return {
    get: async (key) => (await readKept(pathOf(key), key)) as CacheEntry | null,
    put: (key, entry) => keepWhole(pathOf(key), key, entry),
  };
}

/** Keeps nothing. */
export const noCache: ResponseCache = { get: async () => null, put: async () => {} };

/** Null for what is not there, was cut short or changed by hand: the sum vouches for all the rest. */
export async function readKept(path: string, key: string): Promise<object | null> {
  try {
    const { layout: written, key: asked, sum, ...kept } = JSON.parse(await readFile(path, "utf8"));
    const whole = written === layout && asked === key && sum === digestOf(kept);
    return whole ? (kept as object) : null;
  } catch {
    return null;
  }
}

/** @throws CharmError `cache-not-writable` */
export async function keepWhole(path: string, key: string, kept: object): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const whole = { layout, key, ...kept, sum: digestOf(kept) };
    await replaceFile(path, `${JSON.stringify(whole, null, 2)}\n`);
  } catch (cause) {
    const why = `The reply cannot be kept in ${dirname(dirname(path))}: ${messageOf(cause)}`;
    throw new CharmError("cache-not-writable", why, {
      hint: "Check who may write there, or set model.cache in charm.yaml to another folder.",
    });
  }
}

export function digestOf(value: unknown): string {
  return hashOf(JSON.stringify(value));
}
