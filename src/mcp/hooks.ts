// Takes the context of a request; gives the options of its call: stopped when the client cancels, progress told as it asks.
import type { ServerContext } from "@modelcontextprotocol/server";
import type { CallOptions, ProgressEvent } from "../api/events.ts";

/** Notes of a run beside its result, each told once. */
export interface RequestCall {
  readonly call: CallOptions & { readonly signal: AbortSignal };
  readonly notes: () => readonly string[];
}

/** @param stopped aborted when the server is told to stop */
export function toCall({ mcpReq }: ServerContext, stopped: AbortSignal): RequestCall {
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
  const call = {
    signal: AbortSignal.any([mcpReq.signal, stopped]),
    onEvent: (event: ProgressEvent) => {
      const message = describeProgress(event);
      if (message !== null) tell(message);
      const note = describeNote(event);
      if (note !== null) notes.add(note);
    },
  };
  return { call, notes: () => [...notes] };
}

function describeProgress(event: ProgressEvent): string | null {
  switch (event.kind) {
    case "reading":
      return `Reading ${event.file}`;
    case "file":
      return `${event.result.file}: ${event.result.status}`;
    case "finishing":
      return "Finishing the index";
    case "model":
      return `Language model: ${event.event.kind}`;
    case "behind":
      return "The library is brought up to date first";
    case "sending":
      return `The text of the documents is sent to ${event.host} to be embedded`;
    default:
      return null;
  }
}

function describeNote(event: ProgressEvent): string | null {
  switch (event.kind) {
    case "older": {
      const { files } = event;
      return `The library is older than the corpus by ${files} ${files === 1 ? "file" : "files"}.`;
    }
    case "own-left-out":
      return "Own documents are left out: there are several homes and none was named.";
    case "facts-unread":
      return "Facts of another home could not be read.";
    default:
      return null;
  }
}
