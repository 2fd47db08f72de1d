// Takes flags, environment and working directory; gives each setting with what said it.
import type { PartialSettings } from "./parse-settings.ts";
import { readEnvironment, resolveSettings, type SettingsInput } from "./resolve-settings.ts";
import { findSettingsFile } from "./settings-file.ts";
import type { Settings } from "./settings.ts";

export interface SettingOrigin {
  /** As charm.yaml has it. */
  readonly name: string;
  readonly value: string;
  /** "flag", the name of a variable, the path of charm.yaml, or "default". */
  readonly origin: string;
}

export interface ExplainedSettings {
  readonly settings: Settings;
  readonly origins: readonly SettingOrigin[];
}

interface Said {
  readonly name: string;
  /** Null where it is set to nothing. */
  readonly value: string | null;
  readonly pick: (partial: PartialSettings) => unknown;
  /** Variable of the environment that may say it. */
  readonly variable: string | null;
}

/** Nothing secret is among them: keys come from the environment, and are no settings. @throws CharmError as `resolveSettings` */
export async function explainSettings(input: SettingsInput): Promise<ExplainedSettings> {
  const settings = await resolveSettings(input);
  const [file, environment] = [await findSettingsFile(input.cwd), readEnvironment(input.env)];
  const findOrigin = ({ pick, variable }: Said): string => {
    if (pick(input.flags) !== undefined) return "flag";
    if (variable !== null && pick(environment) !== undefined) return variable;
    return pick(file.said) === undefined ? "default" : `${file.folder}/charm.yaml`;
  };
  const origins = listSaid(settings).map((said) => ({
    name: said.name,
    value: said.value ?? "none",
    origin: findOrigin(said),
  }));
  return { settings, origins };
}

function listSaid({ corpus, index, offline, model, embedding, homes }: Settings): Said[] {
  const names = homes.list.map(({ name }) => name).join(", ");
  return [
    { name: "corpus", value: corpus, pick: (one) => one.corpus, variable: "CHARM_CORPUS" },
    { name: "index", value: index, pick: (one) => one.index, variable: "CHARM_INDEX" },
    {
      name: "offline",
      value: offline ? "yes" : "no",
      pick: (one) => one.offline,
      variable: "CHARM_OFFLINE",
    },
    {
      name: "model.name",
      value: model.name,
      pick: (one) => one.model?.name,
      variable: "CHARM_MODEL",
    },
    {
      name: "model.baseUrl",
      value: model.baseUrl === null ? null : withoutSecrets(model.baseUrl),
      pick: (one) => one.model?.baseUrl,
      variable: "OPENAI_BASE_URL",
    },
    { name: "embedding", value: embedding.kind, pick: (one) => one.embedding, variable: null },
    {
      name: "homes",
      value: names === "" ? null : names,
      pick: (one) => one.homes,
      variable: null,
    },
  ];
}

/** A user, password or query in an address may be a key. */
function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return "an address that cannot be read";
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
