// Takes what is said of a run; settles its settings and gives its use cases: the way in for every front door.
import { readProxies } from "../http/proxy.ts";
import type { openServices } from "../program/open-services.ts";
import type { Services } from "../program/services.ts";
import { resolveSettings, type SettingsInput } from "../settings/resolve-settings.ts";
import type { Settings } from "../settings/settings.ts";

export interface RunInput extends SettingsInput {
  /** Changes what the settings came to. */
  readonly place?: (settings: Settings) => Settings;
  /** Stands in for the use cases in tests. */
  readonly open?: typeof openServices | undefined;
}

/**
 * Nothing else opens the use cases.
 * @throws CharmError as `resolveSettings` and `openServices`
 */
export async function openRun({ flags, env, cwd, place, open }: RunInput): Promise<Services> {
  const settings = await resolveSettings({ flags, env, cwd });
  const openAll = open ?? (await import("../program/open-services.ts")).openServices;
  const apiKey = env["OPENAI_API_KEY"]?.trim() || null;
  return openAll(place?.(settings) ?? settings, { apiKey, proxies: readProxies(env), cwd });
}
