// Takes what an endpoint sends, as events or in one piece; gives the reply, or throws the failure that it tells of.
import type { CallUsage, ReplyEnd } from "./chat.ts";
import { CallError, plainFailure } from "../http/call-failure.ts";
import { isRefusal, readRefusal, RefusedCall } from "../http/read-refusal.ts";
import type { StreamEvent } from "./read-events.ts";

export interface RawReply {
  readonly text: string;
  readonly usage: Pick<CallUsage, "promptTokens" | "completionTokens"> | null;
  readonly end: ReplyEnd;
}

/** No answer is longer, in UTF-16 units. */
const mostCharacters = 400_000;

/** What is read of a chunk or of a whole completion; everything is checked, for nothing can be relied on. */
interface Turn {
  readonly content?: unknown;
  readonly refusal?: unknown;
}
interface Chunk {
  readonly choices?:
    | readonly {
        readonly delta?: Turn | null;
        readonly message?: Turn | null;
        readonly finish_reason?: unknown;
      }[]
    | null;
  readonly usage?: {
    readonly prompt_tokens?: unknown;
    readonly completion_tokens?: unknown;
  } | null;
}

/** What to do at each step of a reply. */
export interface Listener {
  /** @param text all that was written so far */
  readonly onText: (text: string) => void;
  /** The reply has come to its end; only usage may follow. */
  readonly onEnd: () => void;
}

/**
 * Thoughts in fields of their own (`reasoning_content`) are left alone. What fails after the end has been told, fails
 * no more. @throws CallError or RefusedCall
 */
export async function readStream(
  events: AsyncIterable<StreamEvent>,
  listener: Listener,
): Promise<RawReply> {
  let text = "";
  let usage: RawReply["usage"] = null;
  let end: ReplyEnd = "unsaid";
  try {
    for await (const { name, data } of events) {
      if (data.startsWith("[DONE]")) {
        if (end === "unsaid") end = "said";
        break;
      }
      const chunk = parseChunk(data, name);
      const choice = chunk.choices?.[0];
      text += readTurn(choice?.delta ?? choice?.message);
      if (text.length > mostCharacters) throw new CallError(plainFailure("too-long"));
      usage = readUsage(chunk) ?? usage;
      listener.onText(text);
      const finish = readFinish(choice?.finish_reason);
      if (finish === null) continue;
      end = finish;
      listener.onEnd();
    }
  } catch (error) {
    if (end === "unsaid") throw error;
  }
  return { text, usage, end };
}

/** @throws CallError or RefusedCall */
export function readWhole(body: string): RawReply {
  const whole = parseChunk(body, null);
  const choice = whole.choices?.[0];
  const turn = choice?.message ?? choice?.delta;
  if (!turn) throw broken("The reply holds no message.");
  const text = readTurn(turn);
  if (text.length > mostCharacters) throw new CallError(plainFailure("too-long"));
  return { text, usage: readUsage(whole), end: readFinish(choice?.finish_reason) ?? "said" };
}

function parseChunk(data: string, name: string | null): Chunk {
  const refused = () => new RefusedCall(readRefusal(data, { status: null, headers: null }));
  if (name === "error") throw refused();
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    throw broken("The reply is not JSON.");
  }
  if (isRefusal(value)) throw refused();
  return typeof value === "object" && value !== null ? value : {};
}

function readTurn(turn: Turn | null | undefined): string {
  if (typeof turn?.refusal === "string" && turn.refusal !== "") {
    throw new CallError(plainFailure("withheld", turn.refusal.slice(0, 200)));
  }
  const content = turn?.content;
  if (typeof content === "string") return content;
  return Array.isArray(content) ? content.map(readPart).join("") : "";
}

/** A list of parts holds thoughts and pictures as well as text. */
function readPart(part: unknown): string {
  if (typeof part === "string") return part;
  if (typeof part !== "object" || part === null) return "";
  const { type, text } = part as { type?: unknown; text?: unknown };
  const written = type === undefined || type === "text" || type === "output_text";
  return written && typeof text === "string" ? text : "";
}

/** Null while there is none. What no one knows means a natural end: there are many words for that. */
function readFinish(reason: unknown): ReplyEnd | null {
  if (typeof reason !== "string" || reason === "") return null;
  if (/length|max_?tokens/i.test(reason)) return "cut";
  if (/filter|safety|recitation|prohibited|blocklist|spii/i.test(reason)) {
    throw new CallError(plainFailure("withheld"));
  }
  if (/^(?:error|abort|cancel)/i.test(reason)) throw broken(`It ended with “${reason}”.`);
  return "said";
}

function readUsage({ usage }: Chunk): RawReply["usage"] {
  const prompt = usage?.prompt_tokens;
  const completion = usage?.completion_tokens;
  if (typeof prompt !== "number" || typeof completion !== "number") return null;
  return { promptTokens: prompt, completionTokens: completion };
}

function broken(detail: string): CallError {
  return new CallError(plainFailure("broken", detail));
}
