// Takes the cache folder, a model and its address; gives what is remembered of them from run to run.
import { join } from "node:path";
import type { Extras } from "./extras.ts";
import { digestOf, keepWhole, readKept } from "./response-cache.ts";

/** What was found out by asking. */
export interface Remembered {
  /** What the endpoint takes, once it refused something. */
  readonly extras?: Extras;
  /** Tokens that the model's window holds, as the server says. */
  readonly window?: number;
}

export interface EndpointMemory {
  readonly recall: () => Promise<Remembered>;
  /** Adds to what is remembered, and that this address was asked last. @throws CharmError `cache-not-writable` */
  readonly keep: (found: Remembered) => Promise<void>;
}

interface Kept {
  /** By the digest of the address, which may tell of an account. */
  readonly of: Readonly<Record<string, Remembered>>;
  /** Digest of the address that was asked last. */
  readonly last: string;
}

/** @param baseUrl null when the run has none (frozen): what is remembered of the last address asked counts */
export function openEndpointMemory(
  folder: string,
  model: string,
  baseUrl: string | null,
): EndpointMemory {
  const key = digestOf(["endpoint", model]);
  const path = join(folder, "endpoints", `${key}.json`);
  const read = async () => (await readKept(path, key)) as Kept | null;
  return {
    recall: async () => {
      const kept = await read();
      return kept?.of[baseUrl === null ? kept.last : digestOf(baseUrl)] ?? {};
    },
    keep: async (found) => {
      if (baseUrl === null) return;
      const last = digestOf(baseUrl);
      const before = await read();
      const of = { ...before?.of, [last]: { ...before?.of[last], ...found } };
      const isNew = before === null && Object.keys(found).length > 0;
      const isOther = before !== null && digestOf(before) !== digestOf({ of, last });
      if (isNew || isOther) await keepWhole(path, key, { of, last });
    },
  };
}

/** Remembers nothing. */
export const noMemory: EndpointMemory = { recall: async () => ({}), keep: async () => {} };
