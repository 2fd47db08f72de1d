// Takes a reply that keeps to no form but cites keys; gives what it holds, a line a statement.
import { MalformedReply, type ReadReply, type ReplyEnd } from "../../language-model/chat.ts";
import { readWritten, toReply, withoutThoughts } from "./clean-reply.ts";
import type { Reply, ReplyItem } from "./reply.ts";

const citing = /[[【]\s*k[2-9][0-9a-z]{3,}\b/i;

/**
 * What cites nothing is read as the model's own words: where it asserts law, it is judged as that like any other.
 * @throws MalformedReply where no line of it cites a key
 */
export function parseProseReply(reply: string, end: ReplyEnd): ReadReply<Reply> {
  const lines = withoutThoughts(reply)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("```"));
  const whole = end === "said";
  if (!whole) lines.pop();
  if (!lines.some((line) => citing.test(line)))
    throw new MalformedReply("nothing in it cites a key");
  const items = lines.map((line): ReplyItem => {
    const kind = citing.test(line) ? "requirement" : line.startsWith("#") ? "heading" : "advice";
    return { part: 0, kind, ...readWritten(line, [], kind) };
  });
  return { value: toReply(items, []), whole };
}
