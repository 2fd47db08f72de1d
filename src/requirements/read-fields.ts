// Takes values of a YAML file; gives them typed, or a fault that names file and line.
import { CharmError } from "../errors.ts";
import type { YamlPath, YamlText } from "../settings/read-yaml.ts";

/** A mapping, with where it stands in the file. */
export interface Fields {
  readonly path: YamlPath;
  readonly values: Readonly<Record<string, unknown>>;
}

/** @throws CharmError with the code of the reader, at the line of the path */
export type Fault = (path: YamlPath, message: string, hint: string) => never;

export interface FieldReader {
  readonly fault: Fault;
  /** @param allowed what it may hold; another key is a fault */
  readonly fields: (value: unknown, path: YamlPath, allowed: readonly string[]) => Fields;
  readonly text: (fields: Fields, key: string) => string;
  readonly optionalText: (fields: Fields, key: string) => string | null;
  readonly texts: (fields: Fields, key: string) => string[];
  readonly flag: (fields: Fields, key: string) => boolean;
  readonly oneOf: <T extends string>(fields: Fields, key: string, names: readonly T[]) => T | null;
  readonly list: (fields: Fields, key: string) => readonly unknown[];
  readonly lineOf: YamlText["lineOf"];
}

/**
 * @param name how messages name the file
 * @param code of what is thrown
 */
export function createFieldReader(
  yaml: YamlText,
  name: string,
  code = "checklist-invalid",
): FieldReader {
  const fault: Fault = (path, message, hint) => {
    const line = yaml.lineOf(path);
    throw new CharmError(code, `${name}, line ${line}: ${message}`, { hint });
  };
  const optionalText = ({ path, values }: Fields, key: string): string | null => {
    const value = values[key];
    if (value === undefined || value === "" || value === "null" || value === "~") return null;
    if (typeof value === "string") return value.trim();
    return fault([...path, key], `“${key}” is no text.`, "Write it on one line, in quotes.");
  };
  const list = ({ path, values }: Fields, key: string): readonly unknown[] => {
    const value = values[key] ?? [];
    if (Array.isArray(value)) return value as readonly unknown[];
    return fault([...path, key], `“${key}” is no list.`, "Write each entry after “- ”.");
  };
  return {
    fault,
    lineOf: yaml.lineOf,
    fields: (value, path, allowed) => {
      if (typeof value !== "object" || value === null || Array.isArray(value))
        return fault(path, "something else stands where fields should.", "Write “key: value”.");
      const values = value as Record<string, unknown>;
      const unknown = Object.keys(values).find((key) => !allowed.includes(key));
      if (unknown !== undefined)
        fault(
          [...path, unknown],
          `“${unknown}” is no field here.`,
          `It takes ${allowed.join(", ")}.`,
        );
      return { path, values };
    },
    text: (fields, key) =>
      optionalText(fields, key) ??
      fault(fields.path, `“${key}” is not given.`, "Add it; a text with a colon needs quotes."),
    optionalText,
    texts: (fields, key) =>
      list(fields, key).map((one, i) =>
        typeof one === "string"
          ? one.trim()
          : fault(
              [...fields.path, key, i],
              `an entry of “${key}” is no text.`,
              "Put it in quotes.",
            ),
      ),
    flag: (fields, key) => optionalText(fields, key) === "true",
    oneOf: (fields, key, names) => {
      const value = optionalText(fields, key);
      const found = names.find((one) => one === value);
      if (value === null || found !== undefined) return found ?? null;
      return fault(
        [...fields.path, key],
        `“${key}” is “${value}”.`,
        `It takes ${names.join(", ")}.`,
      );
    },
    list,
  };
}
