// Takes a reply and the protocol it was asked for in; gives what it holds, whichever protocol it was written in.
import {
  MalformedReply,
  type Protocol,
  type ReadReply,
  type ReadText,
  type ReplyEnd,
} from "../../language-model/chat.ts";
import { parseJsonReply, parseJsonRevisions } from "./parse-json-reply.ts";
import { parseLineReply, parseLineRevisions } from "./parse-line-reply.ts";
import { parseProseReply } from "./parse-prose-reply.ts";
import type { Reply, Revision } from "./reply.ts";

export const readReply: ReadText<Reply> = (text, protocol, end) => {
  try {
    return readEither(text, protocol, end, { structured: parseJsonReply, text: parseLineReply });
  } catch (error) {
    if (!(error instanceof MalformedReply)) throw error;
    try {
      return parseProseReply(text, end);
    } catch {
      throw error;
    }
  }
};

export const readRevisions: ReadText<readonly Revision[]> = (text, protocol, end) =>
  readEither(text, protocol, end, { structured: parseJsonRevisions, text: parseLineRevisions });

type Parse<T> = (text: string, end: ReplyEnd) => ReadReply<T>;

/** A model that was asked for lines may write JSON, and the other way round: what counts is what it says. */
function readEither<T>(
  text: string,
  protocol: Protocol,
  end: ReplyEnd,
  parsers: Readonly<Record<Protocol, Parse<T>>>,
): ReadReply<T> {
  try {
    return parsers[protocol](text, end);
  } catch (error) {
    if (!(error instanceof MalformedReply)) throw error;
    try {
      return parsers[protocol === "structured" ? "text" : "structured"](text, end);
    } catch {
      throw error;
    }
  }
}
