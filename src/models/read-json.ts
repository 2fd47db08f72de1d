// Takes the path of a JSON file; gives what it holds.
import { readFile } from "node:fs/promises";
import { CharmError } from "../errors.ts";

/**
 * Null when there is no such file.
 * @throws CharmError `embedding-config-invalid` for what is no JSON object or list
 */
export async function readJson(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw invalid(path, error);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch (error) {
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
