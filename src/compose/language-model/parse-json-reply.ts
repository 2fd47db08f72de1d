// Takes a reply in structured output; gives what it holds. Holds the schemas that such replies are asked for with.
import { MalformedReply, type ReadReply, type ReplySchema } from "../../language-model/chat.ts";
import { checkSize, readWritten, toReply, withoutThoughts } from "./clean-reply.ts";
import { findJson } from "./find-json.ts";
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

/**
 * Of what fails the schema as much as makes sense: a kind there is not is held to what a requirement is.
 * @throws MalformedReply when there is no such list in it, or no item of a reply that was cut off is whole
 */
export function parseJsonReply(reply: string): ReadReply<Reply> {
  const { fields, whole } = findFields(reply, "items");
  const items: ReplyItem[] = [];
  for (const item of listOf(fields["items"])) {
    const read = readItem(item, items.at(-1)?.part ?? 0);
    if (read !== null) items.push(read);
  }
  const missing = listOf(fields["missing"]).filter((line) => typeof line === "string");
  if (!whole && items.length === 0) throw new MalformedReply("nothing in it is whole");
  return { value: toReply(items, missing), whole };
}

/** @throws MalformedReply as parseJsonReply */
export function parseJsonRevisions(reply: string): ReadReply<Revision[]> {
  const { fields, whole } = findFields(reply, "revisions");
  const revisions = listOf(fields["revisions"]).flatMap((item): Revision[] => {
    const { id } = toRecord(item) ?? {};
    const written = readStatement(item);
    return typeof id === "string" && written !== null ? [{ id, ...written }] : [];
  });
  if (!whole && revisions.length === 0) throw new MalformedReply("nothing in it is whole");
  checkSize(revisions);
  return { value: revisions, whole };
}

/** Null for an item that says nothing. @param before part of the item before it, for one that names none */
function readItem(item: unknown, before: number): ReplyItem | null {
  const written = readStatement(item);
  if (written === null) return null;
  const fields = toRecord(item) ?? {};
  const kind = kinds.find((known) => known === fields["kind"]) ?? "requirement";
  const part = Number(fields["part"] ?? Number.NaN);
  return { part: Number.isInteger(part) && part >= 0 ? part : before, kind, ...written };
}

function readStatement(item: unknown) {
  const fields = toRecord(item) ?? {};
  const { text: written } = fields;
  return typeof written === "string" ? readWritten(written, readSources(fields["sources"])) : null;
}

function readSources(value: unknown): ReplySource[] {
  return listOf(value).flatMap((source): ReplySource[] => {
    const { key, quote } = toRecord(source) ?? { key: source };
    if (typeof key !== "string") return [];
    // A key may come in the brackets it is cited in.
    const bare = key.replace(/^\s*\[?\s*|\s*\]?\s*$/g, "").toLowerCase();
    return [{ key: bare, quote: typeof quote === "string" ? quote.trim() : "" }];
  });
}

/** The object with that list, wherever it stands in the reply: in prose, in a fence, in another object, or bare. */
function findFields(
  reply: string,
  name: string,
): { readonly fields: Record<string, unknown>; readonly whole: boolean } {
  for (const { value, whole } of findJson(withoutThoughts(reply))) {
    if (Array.isArray(value) && value.some((item) => toRecord(item)?.["text"] !== undefined)) {
      return { fields: { [name]: value }, whole };
    }
    const own = toRecord(value) ?? {};
    const inside = [own, ...Object.values(own)].map(toRecord);
    const fields = inside.find((one) => Array.isArray(one?.[name]));
    if (fields) return { fields, whole };
  }
  throw new MalformedReply(`it is no JSON object with a list “${name}”`);
}

function toRecord(value: unknown): Record<string, unknown> | null {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
