// Takes the path of a JSON file; gives what it holds.
import { readFile } from "node:fs/promises";
import { CharmError } from "../errors.ts";

/**
 * Null when there is no such file.
 * @throws CharmError `embedding-config-invalid` for what is no JSON object or list
 */
export async function readJson(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw invalid(path, error);
  }
  throw invalid(path, null);
}

function invalid(path: string, cause: unknown): CharmError {
  return new CharmError("embedding-config-invalid", `${path} cannot be read as JSON.`, {
    hint: "Download the model's files again.",
    cause,
  });
}
