// Takes the context of a request; gives the hooks of a use case: stopped when the client cancels, progress told as it asks.
import type { ServerContext } from "@modelcontextprotocol/server";
import type { Hooks } from "../program/services.ts";

/** Notes of a run beside its result, each told once. */
export interface RequestHooks {
  readonly hooks: Hooks;
  readonly notes: () => readonly string[];
}

/** @param stopped aborted when the server is told to stop */
export function toHooks({ mcpReq }: ServerContext, stopped: AbortSignal): RequestHooks {
  const notes = new Set<string>();
  const token = mcpReq._meta?.progressToken;
  let done = 0;
  const tell = (message: string): void => {
    if (token === undefined) return;
    done += 1;
    const params = { progressToken: token, progress: done, message };
    // A client that has gone away wants no more; the request itself is ended by its signal.
    mcpReq.notify({ method: "notifications/progress", params }).catch(() => {});
  };
  const hooks: Hooks = {
    signal: AbortSignal.any([mcpReq.signal, stopped]),
    onEvent: (event) => {
      if (event.kind === "reading") tell(`Reading ${event.file}`);
      if (event.kind === "file") tell(`${event.result.file}: ${event.result.status}`);
      if (event.kind === "finishing") tell("Finishing the index");
    },
    onModelEvent: (event) => tell(`Language model: ${event.kind}`),
    onBehind: () => tell("The library is brought up to date first"),
    onOlder: ({ files }) =>
      notes.add(
        `The library is older than the corpus by ${files} ${files === 1 ? "file" : "files"}.`,
      ),
    onOwnLeftOut: () =>
      notes.add("Own documents are left out: there are several homes and none was named."),
    onFactsUnread: () => notes.add("Facts of another home could not be read."),
    onSending: (host) => tell(`The text of the documents is sent to ${host} to be embedded`),
  };
  return { hooks, notes: () => [...notes] };
}
