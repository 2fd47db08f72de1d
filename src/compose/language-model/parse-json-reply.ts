// Takes a reply in structured output; gives what it holds. Holds the schemas that such replies are asked for with.
import { MalformedReply, type ReplySchema } from "../../language-model/chat.ts";
import { checkSize, readWritten, toReply, unwrap } from "./clean-reply.ts";
import type { Reply, ReplyItem, ReplySource, Revision } from "./reply.ts";

const kinds = ["requirement", "advice", "heading", "link"] as const;

const text = { type: "string" };
const sources = { type: "array", items: object({ key: text, quote: text }) };

export const replySchema: ReplySchema = {
  name: "answer",
  schema: object({
    items: {
      type: "array",
      items: object({
        part: { type: "integer" },
        kind: { type: "string", enum: kinds },
        text,
        sources,
      }),
    },
    missing: { type: "array", items: text },
  }),
};

export const revisionSchema: ReplySchema = {
  name: "revisions",
  schema: object({ revisions: { type: "array", items: object({ id: text, text, sources }) } }),
};

/** Strict structured output wants every property required and no others. */
function object(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const required = Object.keys(properties);
  return { type: "object", properties, required, additionalProperties: false };
}

/** @throws MalformedReply */
export function parseJsonReply(reply: string): Reply {
  const value = parseObject(reply);
  const items = list(value, "items").map((item, i) => readItem(record(item, `items[${i}]`), i));
  const missing = list(value, "missing").map((item, i) => {
    if (typeof item !== "string") throw new MalformedReply(`missing[${i}] is no text`);
    return item;
  });
  return toReply(items, missing);
}

/** @throws MalformedReply */
export function parseJsonRevisions(reply: string): Revision[] {
  const revisions = list(parseObject(reply), "revisions").map((item, i) => {
    const where = `revisions[${i}]`;
    const fields = record(item, where);
    const written = readStatement(fields, where);
    return { id: string(fields, "id", where), ...written };
  });
  checkSize(revisions);
  return revisions;
}

function readItem(fields: Record<string, unknown>, index: number): ReplyItem {
  const where = `items[${index}]`;
  const kind = kinds.find((known) => known === fields["kind"]);
  if (kind === undefined) throw new MalformedReply(`${where}.kind is none of ${kinds.join(", ")}`);
  const part = fields["part"];
  if (typeof part !== "number" || !Number.isInteger(part) || part < 0) {
    throw new MalformedReply(`${where}.part is no whole number`);
  }
  return { part, kind, ...readStatement(fields, where) };
}

function readStatement(fields: Record<string, unknown>, where: string) {
  return readWritten(string(fields, "text", where), readSources(fields, where));
}

function readSources(fields: Record<string, unknown>, where: string): ReplySource[] {
  return list(fields, "sources", where).map((source, i) => {
    const read = record(source, `${where}.sources[${i}]`);
    // A key may come in the brackets it is cited in.
    const key = string(read, "key", where)
      .replace(/^\s*\[?\s*|\s*\]?\s*$/g, "")
      .toLowerCase();
    return { key, quote: string(read, "quote", where).trim() };
  });
}

function parseObject(reply: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(unwrap(reply));
  } catch {
    throw new MalformedReply("it is not JSON");
  }
  return record(value, "it");
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new MalformedReply(`${where} is no object`);
}

function list(fields: Record<string, unknown>, name: string, where = "it"): unknown[] {
  const value = fields[name];
  if (Array.isArray(value)) return value;
  throw new MalformedReply(`${where} has no list “${name}”`);
}

function string(fields: Record<string, unknown>, name: string, where: string): string {
  const value = fields[name];
  if (typeof value === "string") return value;
  throw new MalformedReply(`${where} has no text “${name}”`);
}
