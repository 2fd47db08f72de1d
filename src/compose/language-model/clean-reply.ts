// Takes a line as a model wrote it; gives its plain text and the keys that stand in it.
import { neutralise } from "./neutralise.ts";
import type { ReplySource } from "./reply.ts";

/** "[k3f9a]", "[k3f9a, k8b2c]", "[1]", "[Guide 10.12]", "【4†source】": whatever is put where a citation goes. */
const bracketed = /\s*[[【]\s*([^[\]【】\n]{1,80}?)\s*[\]】]/g;
/** What may be told from a citation: an omission or a word put into a quotation. */
const noCitation = /^(?:…|\.{3}|sic|\p{Ll}[\p{Ll}’' -]*)$/u;
const keyShape = /^k[2-9][0-9a-z]{3,}$/i;

/** Text without keys, mark-up, tags or addresses, on one line. */
export function cleanText(text: string): {
  readonly text: string;
  readonly keys: readonly string[];
} {
  const keys: string[] = [];
  const bare = text.replace(bracketed, (whole, inside: string) => {
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
export function joinSources(
  inText: readonly string[],
  beside: readonly ReplySource[],
): ReplySource[] {
  const keys = [...new Set([...inText, ...beside.map(({ key }) => key)])];
  return keys.flatMap((key) => {
    const quoted = beside.filter((source) => source.key === key && source.quote !== "");
    return quoted.length > 0 ? quoted : [{ key, quote: "" }];
  });
}

/** Thoughts and fences that some models put around their answer. */
export function unwrap(text: string): string {
  return text
    .replace(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi, "")
    .replace(/^\s*```[\w-]*[ \t]*\n([\s\S]*?)\n?```\s*$/, "$1")
    .trim();
}
