// What a call tells while it works, one event after the other, and how it is told to stop.
import { setMaxListeners } from "node:events";
import type { CharmError } from "../errors.ts";
import type { ModelEvent } from "../language-model/chat.ts";
import type { Hooks } from "../program/services.ts";
import type { IndexEvent } from "../use-cases/events.ts";
import type { Behind } from "../use-cases/open-up-to-date.ts";

export type ProgressEvent =
  /** Of indexing, which most calls begin with. */
  | IndexEvent
  /** Of the language model, where one is set. */
  | { readonly kind: "model"; readonly event: ModelEvent }
  /** The library is brought up to date first. */
  | { readonly kind: "behind"; readonly why: Behind }
  /** The library is read though so many files of the corpus are not in it as they are now; `cause` kept them out. */
  | { readonly kind: "older"; readonly files: number; readonly cause: CharmError | null }
  /** Own documents are left out, since charm.yaml has several homes and none was named. */
  | { readonly kind: "own-left-out" }
  /** People of another home cannot be told from strangers. `line` is that of charm.yaml. */
  | { readonly kind: "facts-unread"; readonly line: number }
  /** The text of documents is about to leave this machine, to be embedded by this host. */
  | { readonly kind: "sending"; readonly host: string };

/** Every call takes these. */
export interface CallOptions {
  /** Aborted to stop the call, which then rejects with the signal's reason; what was indexed so far is kept. */
  readonly signal?: AbortSignal | undefined;
  /** Called as the call goes on; what it throws ends the call. */
  readonly onEvent?: ((event: ProgressEvent) => void) | undefined;
}

/** The same as use cases take it. */
export function toHooks({ signal, onEvent: tell = () => {} }: CallOptions): Hooks {
  const stopped = AbortSignal.any(signal === undefined ? [] : [signal]);
  // Every batch of texts that waits for the model listens; Node would print a warning.
  setMaxListeners(0, stopped);
  return {
    signal: stopped,
    onEvent: tell,
    onModelEvent: (event) => tell({ kind: "model", event }),
    onBehind: (why) => tell({ kind: "behind", why }),
    onOlder: ({ files, cause }) => tell({ kind: "older", files, cause }),
    onOwnLeftOut: () => tell({ kind: "own-left-out" }),
    onFactsUnread: (line) => tell({ kind: "facts-unread", line }),
    onSending: (host) => tell({ kind: "sending", host }),
  };
}
