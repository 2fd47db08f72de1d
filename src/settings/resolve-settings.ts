// Takes flags, environment and working directory; gives the settings of a run: flags before environment before
// charm.yaml before defaults.
import { CharmError } from "../errors.ts";
import { isLeftBlank } from "./fold-home-name.ts";
import type { PartialSettings } from "./parse-settings.ts";
import { findHomesOf, findSettingsFile, type PlacedSettings } from "./settings-file.ts";
import type { HomesSettings, Settings } from "./settings.ts";

/** What flags say; which home a run is for, and as at what day, is said by nothing else. */
export interface SaidByFlags extends PartialSettings {
  /** Name or alias of a home. */
  readonly home?: string | undefined;
  readonly allHomes?: boolean | undefined;
  /** ISO date as at which editions are chosen. */
  readonly asAt?: string | undefined;
}

export interface SettingsInput {
  readonly flags: SaidByFlags;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/**
 * Reads `CHARM_CORPUS`, `CHARM_INDEX`, `CHARM_OFFLINE`, `CHARM_MODEL` and `OPENAI_BASE_URL`; an empty variable counts
 * as none.
 * @throws CharmError `settings-invalid` for a charm.yaml or variable that does not say what it means, and
 *   `secret-in-settings` for a key or password in charm.yaml
 */
export async function resolveSettings({ flags, env, cwd }: SettingsInput): Promise<Settings> {
  const file = await findSettingsFile(cwd);
  const said = [flags, readEnvironment(env), file.said];
  const first = <T>(pick: (partial: PartialSettings) => T | undefined): T | undefined => {
    for (const partial of said) {
      const value = pick(partial);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const corpus = first((partial) => partial.corpus) ?? file.defaults.corpus;
  return {
    corpus,
    index: first((partial) => partial.index) ?? file.defaults.index,
    offline: first((partial) => partial.offline) ?? false,
    asAt: flags.asAt ?? null,
    model: {
      ...first((partial) => detailsOf(partial.model)),
      name: first((partial) => partial.model?.name) ?? null,
      baseUrl: first((partial) => partial.model?.baseUrl) ?? null,
    },
    embedding: first((partial) => partial.embedding) ?? { kind: "built-in" },
    mirrors: first((partial) => partial.sources?.mirrors) ?? {},
    homes: readHomes(await findHomesOf(corpus, file, cwd), flags),
  };
}

function readHomes(
  { folder, ownCorpus, said, homeLines }: PlacedSettings,
  flags: SaidByFlags,
): HomesSettings {
  const list = (said.homes ?? []).map(({ name, folders, aliases = [], facts }, at) => ({
    name,
    folders,
    aliases: aliases.filter((alias) => !isLeftBlank(alias)),
    facts: facts === undefined || isLeftBlank(facts) ? null : facts,
    line: homeLines[at] ?? 1,
  }));
  return {
    folder,
    corpus: ownCorpus,
    list,
    wanted: flags.home ?? null,
    all: flags.allHomes ?? false,
  };
}

/** What charm.yaml says of a model beside its name and place; flags and environment say nothing of it. */
function detailsOf(model: PartialSettings["model"]) {
  if (model === undefined) return undefined;
  const { name: _name, baseUrl: _baseUrl, ...details } = model;
  return Object.keys(details).length > 0 ? details : undefined;
}

/** @throws CharmError `settings-invalid` */
export function readEnvironment(env: SettingsInput["env"]): PartialSettings {
  const text = (name: string) => env[name]?.trim() || undefined;
  return {
    corpus: text("CHARM_CORPUS"),
    index: text("CHARM_INDEX"),
    offline: readSwitch("CHARM_OFFLINE", text("CHARM_OFFLINE")),
    model: { name: text("CHARM_MODEL"), baseUrl: text("OPENAI_BASE_URL") },
  };
}

function readSwitch(name: string, value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (/^(?:1|true|yes|on)$/i.test(value)) return true;
  if (/^(?:0|false|no|off)$/i.test(value)) return false;
  // Offline is a promise: a value nobody can read must not be taken for "no".
  throw new CharmError("settings-invalid", `${name} is “${value}”, and takes 1 or 0.`, {
    hint: `For example:  ${name}=1`,
  });
}
