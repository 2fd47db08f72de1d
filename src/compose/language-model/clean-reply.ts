// Takes a line as a model wrote it; gives its plain text and the keys that stand in it.
import { MalformedReply } from "../../language-model/chat.ts";
import { neutralise } from "../neutralise.ts";
import type { Reply, ReplyItem, ReplySource } from "./reply.ts";

/** "[k3f9a]", "[k3f9a, k8b2c]", "[1]", "[Guide 10.12]", "【4†source】": whatever is put where a citation goes. */
const bracketed = /\s*[[【]\s*([^[\]【】\n]{1,80}?)\s*[\]】]/g;
/** What may be told from a citation: an omission or a word put into a quotation. */
const noCitation = /^(?:…|\.{3}|sic|\p{Ll}[\p{Ll}’' -]*)$/u;
const keyShape = /^k[2-9][0-9a-z]{3,}$/i;

/**
 * A statement as it was written, with what it cites.
 * @param beside sources given beside the text; it may hold keys as well
 */
export function readWritten(
  written: string,
  beside: readonly ReplySource[],
): { readonly text: string; readonly sources: ReplySource[] } {
  const { text, keys } = cleanReplyText(written);
  return { text, sources: joinSources(keys, beside) };
}

/** @throws MalformedReply when there is more than anyone could read, or verify */
export function toReply(items: readonly ReplyItem[], absent: readonly string[]): Reply {
  const missing = absent.map((line) => cleanReplyText(line).text);
  checkSize([...items, ...missing.map((text) => ({ text }))]);
  return { items, missing: missing.filter((line) => line !== "") };
}

/** Text without keys, mark-up, tags or addresses, on one line. */
export function cleanReplyText(text: string): {
  readonly text: string;
  readonly keys: readonly string[];
} {
  const keys: string[] = [];
  const bare = text.replace(/\s+/g, " ").replace(bracketed, (whole, inside: string) => {
    const words = inside.split(/\s*[,;&]\s*|\s+and\s+/);
    const allKeys = words.every((word) => keyShape.test(word));
    if (!allKeys && noCitation.test(inside)) return whole;
    keys.push(...(allKeys ? words.map((word) => word.toLowerCase()) : [inside]));
    return "";
  });
  return { text: plain(bare), keys };
}

/** Nothing a report shows may load, link or run, and nothing may pass for its mark-up. */
function plain(text: string): string {
  return neutralise(text)
    .replace(/!?\]\([^)]*\)/g, "")
    .replace(/(?:https?|ftp|file|data|javascript):\S+|\bwww\.\S+/gi, "")
    .replace(/[‹<][^‹›<>]{0,200}[›>]/g, "")
    .replace(/\*\*|__|`/g, "")
    .replace(/^\s*(?:[-*•#>]+|\d+[.)])\s+/, "")
    .replace(/\s+/g, " ")
    .replace(/\s+([.,;:])/g, "$1")
    .trim();
}

/** Keys in the text and keys given beside it, each once; those beside it bring their quotations. */
function joinSources(inText: readonly string[], beside: readonly ReplySource[]): ReplySource[] {
  const keys = [...new Set([...inText, ...beside.map(({ key }) => key)])];
  return keys.flatMap((key) => {
    const quoted = beside.filter((source) => source.key === key && source.quote !== "");
    return quoted.length > 0 ? quoted : [{ key, quote: "" }];
  });
}

/** Names that models give the tags around their thoughts. */
const thinking = "think(?:ing)?|thoughts?|reasoning";
const thoughtsEnd = new RegExp(String.raw`</(?:${thinking})>|\[/THINK\]`, "gi");
const thoughtsBegin = new RegExp(String.raw`<(?:${thinking})>|\[THINK\]`, "i");

/** What stands behind the thoughts: a template may have written their beginning, and a cut may lack their end. */
export function withoutThoughts(text: string): string {
  const end = [...text.matchAll(thoughtsEnd)].at(-1);
  const behind = end === undefined ? text : text.slice(end.index + end[0].length);
  const begin = behind.search(thoughtsBegin);
  return (begin === -1 ? behind : behind.slice(0, begin)).trim();
}

/** No sentence of an answer is longer, in UTF-16 units, and no answer has more of them. */
const most = { text: 1500, items: 200 };

/** @throws MalformedReply when there is more than anyone could read, or verify */
export function checkSize(items: readonly { readonly text: string }[]): void {
  if (items.length > most.items) throw new MalformedReply(`it has more than ${most.items} entries`);
  if (items.some(({ text }) => text.length > most.text)) {
    throw new MalformedReply(`a text in it is longer than ${most.text} characters`);
  }
}
