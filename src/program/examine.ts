// Takes flags, environment and working directory; gives how the program stands, part by part, whatever is wrong with it.
import { chunkingVersion } from "../chunk/chunking-version.ts";
import { discoverCorpus, type Discovery } from "../discover/discover-corpus.ts";
import { failed, sound, type Examination } from "../doctor/examination.ts";
import { examineCorpus, examineLibrary } from "../doctor/examine-corpus.ts";
import { examineEndpoint } from "../doctor/examine-endpoint.ts";
import { examinePrograms } from "../doctor/examine-programs.ts";
import {
  examineModels,
  examineModules,
  examineNode,
  type NativeModule,
} from "../doctor/examine-program.ts";
import { openHomes } from "../homes/open-homes.ts";
import type { Homes } from "../homes/homes.ts";
import { readProxies } from "../http/proxy.ts";
import { loadLanceDb } from "../library/lance/load-lancedb.ts";
import { openLibrary } from "../library/open-library.ts";
import { explainSettings } from "../settings/origins.ts";
import type { SettingsInput } from "../settings/resolve-settings.ts";
import type { Settings } from "../settings/settings.ts";
import { planIndex } from "../use-cases/plan-index.ts";

/** Nothing is written, and nothing sent but a question for the names of models to an endpoint that is configured. */
export async function examine(input: SettingsInput, signal: AbortSignal): Promise<Examination[]> {
  const [modules, models] = await Promise.all([examineModules(nativeModules), examineModels()]);
  return [
    examineNode(),
    modules,
    models,
    ...(await examineSet(input, signal)),
    await examinePrograms(input.env["PATH"] ?? input.env["Path"]),
  ];
}

const nativeModules: readonly NativeModule[] = [
  { name: "@lancedb/lancedb", purpose: "the library", load: loadLanceDb },
  {
    name: "onnxruntime-node",
    purpose: "the built-in model",
    load: async () => (await import("../models/open-graph.ts")).loadRuntime(),
  },
];

/** What stands on the settings; where they cannot be read, nothing else is looked at. */
async function examineSet(input: SettingsInput, signal: AbortSignal): Promise<Examination[]> {
  try {
    const { settings, origins } = await explainSettings(input);
    const details = origins.map(({ name, value, origin }) => `${name}: ${value} (${origin})`);
    const homes = await openHomes(settings, input.cwd);
    const told = origins.some(({ origin }) => origin.endsWith("charm.yaml"))
      ? "charm.yaml is read."
      : "Nothing is said in a charm.yaml.";
    return [
      sound("settings", told, details),
      ...(await examineDocuments(settings, homes)),
      await examineEndpoint(toEndpoint(settings, input), signal),
    ];
  } catch (error) {
    signal.throwIfAborted();
    return [failed("settings", error, "See docs/cli.md.")];
  }
}

async function examineDocuments(settings: Settings, homes: Homes): Promise<Examination[]> {
  const { corpus, index } = settings;
  const discovery = await discoverCorpus(corpus, { homes: homes.list }).catch(
    (error: unknown) => error as Error,
  );
  const found =
    discovery instanceof Error
      ? failed("corpus", discovery, "Check the folder.")
      : examineCorpus(corpus, discovery);
  return [found, await examineIndex(index, discovery instanceof Error ? null : discovery)];
}

async function examineIndex(index: string, discovery: Discovery | null): Promise<Examination> {
  try {
    const library = await openLibrary(index, null);
    if (library === null) return examineLibrary({ ...none, index });
    try {
      const plan =
        discovery && (await planIndex(discovery.files, library.documents, discovery.isOnHold));
      const behind = plan ? plan.toRead.length + plan.removed.length : null;
      const otherChunking = library.metadata.chunking !== chunkingVersion;
      return examineLibrary({ index, library, behind, otherChunking });
    } finally {
      library.close();
    }
  } catch (error) {
    return failed("library", error, "Run `charm index --rebuild`.");
  }
}

const none = { library: null, behind: null, otherChunking: false };

/** The language model where one is set, else the endpoint of vectors. */
function toEndpoint({ model, embedding, offline }: Settings, { env }: SettingsInput) {
  const shared = {
    apiKey: env["OPENAI_API_KEY"]?.trim() || null,
    proxies: readProxies(env),
    offline,
  };
  if (model.name !== null || embedding.kind !== "openai")
    return { ...shared, model: model.name, baseUrl: model.baseUrl };
  return { ...shared, model: embedding.model, baseUrl: embedding.baseUrl ?? model.baseUrl };
}
