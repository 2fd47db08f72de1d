// Takes what a run has open; gives what locks need of it: the engine that settings lead to, and whose library to open.
import type { Home, HomeChoice } from "../homes/homes.ts";
import { chooseAnew } from "../homes/scope.ts";
import { chooseEngine, engineNames, type EngineName } from "../language-model/choose-engine.ts";
import type { UnverifiedPolicy } from "../language-model/model-options.ts";
import type { LockedEngine, LockedSettings } from "../lock/lock.ts";
import { once } from "../once.ts";
import { keyOfHomeName } from "../settings/fold-home-name.ts";
import type { RunDeps } from "./run-deps.ts";
import { unsaidOptions, type AnswerOptions } from "./services.ts";

/** What was said of how answers are to be written, without what is not. */
export function toLockedSettings(
  options: AnswerOptions,
  model: string | null,
  { list, choice }: RunDeps["homes"],
): LockedSettings {
  const { brief, maxWords, write, engine, unverified } = options;
  const home = list.length === 0 || choice.kind === "none" ? null : nameOf(choice);
  return {
    ...(brief ? { brief } : {}),
    ...(maxWords === null ? {} : { maxWords }),
    ...(write === true ? { write } : {}),
    ...(engine === null ? {} : { engine }),
    ...(model === null ? {} : { model }),
    ...(unverified === null ? {} : { unverified }),
    ...(home === null ? {} : { home }),
  };
}

function nameOf(choice: Exclude<HomeChoice, { kind: "none" }>): string {
  return choice.kind === "one" ? choice.home.name : allHomes;
}

/** Stands for own documents of all homes. */
const allHomes = "*";

/** The options that a report was made with. */
export function toOptions(settings: LockedSettings): AnswerOptions {
  const { brief = false, maxWords = null, write = false, engine, unverified = null } = settings;
  return {
    ...unsaidOptions,
    brief,
    maxWords,
    write,
    engine: engineNames.find((name): name is EngineName => name === engine) ?? null,
    unverified: unverified as UnverifiedPolicy | null,
  };
}

/** The run for the home that a report was made for; null where charm.yaml no longer has it. */
export function runFor(run: RunDeps, { home, model }: LockedSettings): RunDeps | null {
  const choice = choiceOf(home, run.homes.list);
  if (choice === null) return null;
  const { settings } = run;
  const named = model === undefined ? settings.model : { ...settings.model, name: model };
  const homes = chooseAnew(run.homes, choice);
  const openLibrary: RunDeps["openLibrary"] = (hooks, refuse, seen = homes) =>
    run.openLibrary(hooks, refuse, seen);
  return { ...run, homes, settings: { ...settings, model: named }, openLibrary };
}

function choiceOf(home: string | undefined, list: readonly Home[]): HomeChoice | null {
  if (home === allHomes) return { kind: "all" };
  if (home === undefined) return { kind: list.length === 0 ? "all" : "none" };
  const found = list.find(({ name }) => keyOfHomeName(name) === keyOfHomeName(home));
  return found === undefined ? null : { kind: "one", home: found };
}

/** No model writes a matrix of requirements. */
export const gapEngine: LockedEngine = { engine: "gap", model: null, prompt: null };

/** What settings lead to when there is a connection: that a run is offline changes nothing of a report. */
export function openEngineNow(run: RunDeps): (settings: LockedSettings) => Promise<LockedEngine> {
  const promptNow = once(async () => {
    const { describeVersion } = await import("../language-model/load-prompts.ts");
    const { loadAnswerPrompts } = await import("../compose/language-model/prepare-prompt.ts");
    const prompts = await loadAnswerPrompts();
    return describeVersion(prompts.answer, Object.values(prompts));
  });
  return async ({ engine, gap, model = run.settings.model.name ?? undefined }) => {
    if (gap !== undefined) return gapEngine;
    const named = engineNames.find((name) => name === engine) ?? null;
    const wish = { engine: named, model: model ?? null, offline: false, frozen: false };
    const chosen = named === "openai" && model === undefined ? null : chooseEngine(wish);
    if (chosen !== "openai") return { engine: chosen ?? "none", model: null, prompt: null };
    return { engine: chosen, model: model ?? null, prompt: await promptNow() };
  };
}
