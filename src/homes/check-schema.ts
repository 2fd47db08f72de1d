// Takes values of a YAML file and a JSON Schema; gives the values as the schema types them, or the first fault and where it is.
import type { YamlPath } from "../settings/read-yaml.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import { isLeftBlank } from "../settings/fold-home-name.ts";

/** The part of JSON Schema (2020-12) that the shipped schemas use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
  /** Something, or what stands for its being left blank. */
  readonly anyOf?: readonly [Schema, Schema];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export interface Fault {
  readonly path: YamlPath;
  readonly message: string;
  readonly hint: string;
}

/** Null stands for what is left blank: of objects every property of the schema is there, lists are without it. */
export type Checked = { readonly value: unknown; readonly fault: null } | { readonly fault: Fault };

/** Every scalar is the string that was written, as `readYaml` gives it. */
export function checkSchema(value: unknown, root: Schema): Checked {
  try {
    return { value: createReader(root)(value, root, []), fault: null };
  } catch (error) {
    if (error instanceof FaultFound) return { fault: error.fault };
    throw error;
  }
}

class FaultFound extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

type Read = (value: unknown, schema: Schema, path: YamlPath) => unknown;

function createReader(root: Schema): Read {
  const resolve = (schema: Schema): Schema => {
    const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? "")?.[1];
    const meant = name === undefined ? undefined : root.$defs?.[name];
    return meant ?? schema;
  };
  const read: Read = (value, given, path) => {
    const [something] = given.anyOf ?? [given];
    const schema = resolve(something);
    if (
      value === undefined ||
      value === null ||
      (typeof value === "string" && isLeftBlank(value))
    ) {
      if (given.anyOf !== undefined) return blankOf(schema, read, path);
      return fail(path, `${nameOf(path)} cannot be left blank`, `It takes ${expected(schema)}.`);
    }
    if (schema.properties !== undefined) return readObject(value, schema, path, read);
    if (schema.items !== undefined) return readList(value, schema.items, path, read);
    return readScalar(value, schema, path);
  };
  return read;
}

/** Of an object whose parts may all be blank, an object of blanks. */
function blankOf(schema: Schema, read: Read, path: YamlPath): unknown {
  if (schema.items !== undefined) return [];
  return schema.properties === undefined ? null : readObject({}, schema, path, read);
}

function readObject(
  value: unknown,
  { properties = {} }: Schema,
  path: YamlPath,
  read: Read,
): Record<string, unknown> {
  const known = Object.keys(properties);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const about = path.length === 0 ? "the file" : nameOf(path);
    return fail(path, `${about} takes “name: value” lines`, `Those here are ${known.join(", ")}.`);
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(properties, key)) continue;
    const meant = nearestWord(key, known);
    const hint = meant === null ? "Take it out." : `Did you mean “${meant}”?`;
    fail([...path, key], `“${key}” is not known here; those here are ${known.join(", ")}`, hint);
  }
  const values = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(properties).map(([key, inner]) => [
      key,
      read(values[key], inner, [...path, key]),
    ]),
  );
}

function readList(value: unknown, items: Schema, path: YamlPath, read: Read): unknown[] {
  if (!Array.isArray(value)) {
    return fail(
      path,
      `${nameOf(path)} takes a list`,
      "Write each entry on a line with “- ” before it.",
    );
  }
  return value.flatMap((one: unknown, at) => {
    const blank = one === null || (typeof one === "string" && isLeftBlank(one));
    return blank ? [] : [read(one, items, [...path, at])];
  });
}

function readScalar(value: unknown, schema: Schema, path: YamlPath): string | number {
  const takes = `It takes ${expected(schema)}.`;
  if (typeof value !== "string") return fail(path, `${nameOf(path)} takes one value`, takes);
  const text = value.replace(/\s+/g, " ").trim();
  const refuse = (hint = takes) => fail(path, `${nameOf(path)} is “${text}”`, hint);
  if (schema.enum !== undefined && !schema.enum.includes(text)) {
    const meant = nearestWord(
      text,
      schema.enum.filter((one) => one !== null),
    );
    return refuse(meant === null ? takes : `${takes} Did you mean “${meant}”?`);
  }
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(text)) return refuse();
  if (schema.type !== "integer") return text;
  const number = Number(text);
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return /^\d+$/.test(text) && number >= minimum && number <= maximum ? number : refuse();
}

function expected({ enum: choices, description, minimum, maximum }: Schema): string {
  if (choices !== undefined) return `one of ${choices.join(", ")}`;
  const bounds =
    minimum === undefined || maximum === undefined ? "" : ` (${minimum} to ${maximum})`;
  return `${description ?? "a value"}${bounds}`;
}

/** `people.2.post`, entries counted from 1. */
function nameOf(path: YamlPath): string {
  return path.map((step) => (typeof step === "number" ? step + 1 : step)).join(".");
}

function fail(path: YamlPath, message: string, hint: string): never {
  throw new FaultFound({ path, message, hint });
}
