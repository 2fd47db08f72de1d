// Takes a reply in structured output; gives what it holds. Holds the schemas that such replies are asked for with.
import { MalformedReply, type ReadReply, type ReplySchema } from "../../language-model/chat.ts";
import { atLevel, checkSize, readWritten, toReply, withoutThoughts } from "./clean-reply.ts";
import { findJson } from "./find-json.ts";
import { itemKinds, type Reply, type ReplyItem, type ReplySource, type Revision } from "./reply.ts";
import { splitWritten } from "./split-written.ts";

const text = { type: "string" };
const sources = { type: "array", items: object({ key: text, quote: text }) };

export const replySchema: ReplySchema = {
  name: "answer",
  schema: object({
    items: {
      type: "array",
      items: object({
        part: { type: "integer" },
        kind: { type: "string", enum: itemKinds },
        level: { type: "integer" },
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
    items.push(...readItem(item, items.at(-1)?.part ?? 0));
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

/** None of an item that says nothing. @param before part of the item before it, for one that names none */
function readItem(item: unknown, before: number): ReplyItem[] {
  const fields = toRecord(item) ?? {};
  const named = String(fields["kind"]).toLowerCase();
  const kind = itemKinds.find((known) => known === named) ?? "requirement";
  const part = readWhole(fields["part"]) ?? before;
  const level = readWhole(fields["level"]) ?? 0;
  const written = readText(fields);
  if (written === null) return [];
  return splitWritten(written).map(({ text: own, deeper }): ReplyItem => {
    const read = readWritten(own, readSources(fields), kind);
    return {
      part,
      kind: deeper > 0 && kind === "list" ? "requirement" : kind,
      ...atLevel(level + deeper),
      ...read,
    };
  });
}

function readWhole(value: unknown): number | null {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 ? number : null;
}

function readStatement(item: unknown) {
  const fields = toRecord(item) ?? {};
  const written = readText(fields);
  return written === null ? null : readWritten(written, readSources(fields));
}

/** A text in pieces is one text. */
function readText({ text: written }: Record<string, unknown>): string | null {
  const pieces = Array.isArray(written) ? written : [written];
  return pieces.length > 0 && pieces.every((one) => typeof one === "string")
    ? pieces.join(" ")
    : null;
}

/** One may come without the list around it. */
function readSources({ sources: several, source }: Record<string, unknown>): ReplySource[] {
  const given = several ?? source;
  return (Array.isArray(given) ? given : [given]).flatMap((one): ReplySource[] => {
    const { key, quote } = toRecord(one) ?? { key: one, quote: "" };
    if (typeof key !== "string") return [];
    // A key may come in the brackets it is cited in.
    const bare = key.replace(/^\s*\[?\s*|\s*\]?\s*$/g, "").toLowerCase();
    return [{ key: bare, quote: typeof quote === "string" ? quote.trim() : "" }];
  });
}

/** The object with that list, wherever it stands in the reply: in prose, in a fence, in another object; or what it would hold. */
function findFields(
  reply: string,
  name: string,
): { readonly fields: Record<string, unknown>; readonly whole: boolean } {
  const bare: unknown[] = [];
  let allWhole = true;
  for (const { value, whole } of findJson(unwrap(withoutThoughts(reply)))) {
    if (Array.isArray(value) && value.some((item) => toRecord(item)?.["text"] !== undefined)) {
      return { fields: { [name]: value }, whole };
    }
    const own = toRecord(value) ?? {};
    const inside = [own, ...Object.values(own)].map(toRecord);
    const fields = inside.find((one) => Array.isArray(one?.[name]));
    if (fields) return { fields, whole };
    if (readText(own) !== null) bare.push(own);
    allWhole &&= whole;
  }
  // An item a line, or one alone.
  if (bare.length > 0) return { fields: { [name]: bare }, whole: allWhole };
  throw new MalformedReply(`it is no JSON object with a list “${name}”`);
}

/** What was written as a string of JSON is the text that it holds. */
function unwrap(reply: string): string {
  if (!reply.startsWith('"')) return reply;
  try {
    return String(JSON.parse(reply));
  } catch {
    return reply;
  }
}

/** By its names in lower case. */
function toRecord(value: unknown): Record<string, unknown> | null {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isRecord) return null;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase(), one]));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
