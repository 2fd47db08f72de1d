// Takes a pack; gives its requirements as `charm gap` takes them.
import type { Checklist } from "../requirements/checklist.ts";
import { resolveRequirements, type ResolveDeps } from "../requirements/resolve-requirements.ts";
import type { Requirement } from "../requirements/requirement.ts";
import type { Pack, PackPart } from "./pack.ts";

export function checklistOf({ set, title, about, parts }: Pack): Checklist {
  const rows = parts.flatMap((part) => part.rows);
  return { name: set, title, about, voluntary: false, conflicts: [], rows };
}

/**
 * Each part by itself, so that a message names the file that the row is in.
 * @throws CharmError as `resolveRequirements`
 */
export async function resolvePack(
  parts: readonly PackPart[],
  deps: ResolveDeps,
): Promise<Requirement[]> {
  const resolved: Requirement[] = [];
  for (const part of parts) resolved.push(...(await resolveRequirements(part, part.file, deps)));
  return resolved;
}
