// Takes the manifest of a batch; gives the plan: each job with its outputs, and what is known to fail before anything runs.
import { stat } from "node:fs/promises";
import { basename, dirname, extname, resolve } from "node:path";
import { faultIn } from "../batch/fault.ts";
import { mostJobs, type Manifest, type ManifestJob } from "../batch/manifest.ts";
import { nameFolders, nameOutputs } from "../batch/name-outputs.ts";
import { placeOutputs } from "../batch/place-outputs.ts";
import { resolveReal } from "../files/resolve-real.ts";
import {
  type BatchPlan,
  type JobFailure,
  type PlannedCalls,
  type PlannedJob,
} from "../batch/plan.ts";
import { readManifest } from "../batch/read-manifest.ts";
import { readTable } from "../batch/read-table.ts";
import { countFinished } from "../batch/store.ts";
import { CharmError } from "../errors.ts";
import { decodeText } from "../extract/flow/decode-text.ts";
import { readFile } from "../files/read-file.ts";
import type { HomeFacts } from "../homes/facts.ts";
import type { Pack } from "../packs/pack.ts";
import { mostSections } from "../policy/prose/prose-prompts.ts";
import type { Home, Homes } from "../homes/homes.ts";
import { factsForRun } from "../homes/facts-for-run.ts";
import { findHome } from "../homes/open-homes.ts";
import { readFactsOf } from "../homes/read-facts.ts";
import { costOf } from "../language-model/spending.ts";
import { folderOf } from "../library/folder-of.ts";
import { keep } from "../once.ts";
import { findPack } from "../packs/find-pack.ts";
import { homeUnnamed } from "../use-cases/refuse-unnamed-home.ts";
import { ownPacks } from "./draft-packs.ts";
import type { RunDeps } from "./run-deps.ts";
import { unsaidOptions, type BatchPlanRequest } from "./services.ts";
import { settleModel } from "./settle-model.ts";

/**
 * Nothing is written, and no library is opened. What is wrong with one job alone is noted at that job.
 * @throws CharmError `manifest-missing`, `manifest-kind`, `manifest-invalid`, `output-no-folder`, and
 *   as `placeOutputs`, `findHome` and `settleModel`
 */
export async function planBatch(run: RunDeps, request: BatchPlanRequest): Promise<BatchPlan> {
  const { manifest: file, path } = request;
  const manifest = await readFileOf(run, request);
  const base = dirname(path);
  const stem = basename(path, extname(path));
  const wanted = request.output ?? resolve(base, manifest.output ?? `${stem}-files`);
  const folder = await resolveReal(wanted);
  await refuseFile(folder);
  const packOf = keep(
    (pack: string) => findPack(pack, resolve(base, pack), ownPacks(run)),
    (pack) => pack,
  );
  const look = openLook(run, base, packOf);
  const looked: Looked[] = [];
  for (const job of manifest.jobs) looked.push({ job, ...(await look(job)) });
  const folders = nameFolders(looked.flatMap(({ homeName }) => homeName ?? []));
  const named = looked.map(({ job, homeName }) =>
    nameOutputs(job, folders.get(homeName ?? "") ?? null, manifest, faultIn(file)),
  );
  const wishes = looked.flatMap(({ job: { line, home } }, at) =>
    (named[at] ?? []).map((output) => ({ line, home, file: output.file })),
  );
  const { list: homes } = run.homes;
  const { corpus, index } = await resolveRead(run);
  const placed = await placeOutputs(wishes, { manifest: file, folder, corpus, index, homes });
  const jobs = looked.map(({ job: { line, home, asked }, homeName, failure }, at): PlannedJob => {
    const outputs = (named[at] ?? []).flatMap(({ format }) => {
      const [one] = placed.splice(0, 1);
      return one === undefined ? [] : [{ ...one, format }];
    });
    return { line, home, homeName, asked, outputs, failure };
  });
  const finished = await countFinished({ folder, jobs });
  return {
    manifest: file,
    folder,
    jobs,
    finished,
    calls: await planCalls(run, jobs, request, packOf),
  };
}

async function readFileOf(
  { homes }: RunDeps,
  { manifest: file, path, most }: BatchPlanRequest,
): Promise<Manifest> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    if (cause instanceof CharmError) throw cause;
    throw new CharmError("manifest-missing", `The manifest ${file} cannot be opened.`, {
      hint: "Check that it is there and that you may read it.",
      cause,
    });
  });
  const options = { file, homes: homesOf(homes), most: most ?? mostJobs };
  const text = () => decodeManifest(bytes, file);
  switch (extname(path).toLowerCase()) {
    case ".yaml":
    case ".yml":
      return readManifest(text(), options);
    case ".csv":
      return readTable(text(), options);
    default:
      throw new CharmError("manifest-kind", `${file} is neither YAML nor CSV by its name.`, {
        hint: "A manifest is a file that ends in .yaml or .csv (docs/batch.md).",
      });
  }
}

/** @throws CharmError `manifest-invalid` */
function decodeManifest(bytes: Uint8Array, file: string): string {
  const hint = "A manifest is text, in YAML or as a table (docs/batch.md).";
  if (bytes.every((byte) => byte <= 0x20))
    throw new CharmError("manifest-invalid", `The manifest ${file} is empty.`, { hint });
  try {
    return decodeText(bytes);
  } catch (cause) {
    if (!(cause instanceof CharmError)) throw cause;
    throw new CharmError("manifest-invalid", `The manifest ${file} is no text.`, { hint, cause });
  }
}

/** In a run for one home the manifest may name no other. */
function homesOf({ list, choice }: Homes) {
  const all = choice.kind === "one" ? [choice.home] : list;
  const find = (name: string): Home => {
    const home = findHome(list, name);
    if (all.includes(home)) return home;
    throw new CharmError("job-of-other-home", `This run is not for “${name}”.`, {
      hint: "Leave out --home, and run the batch outside the folders of single homes.",
    });
  };
  return { all, find };
}

/** Where charm reads, which is no place for outputs. */
async function resolveRead({ settings, surroundings }: RunDeps) {
  const folder = folderOf(settings.index);
  return {
    corpus: await resolveReal(resolve(surroundings.cwd, settings.corpus)),
    index: folder === null ? null : await resolveReal(resolve(surroundings.cwd, folder)),
  };
}

async function refuseFile(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null || found.isDirectory()) return;
  throw new CharmError("output-no-folder", `The output folder ${folder} is a file.`, {
    hint: "Name a folder under “output:”, or with -o; it need not be there.",
  });
}

interface Seen {
  readonly homeName: string | null;
  readonly failure: JobFailure | null;
}

type Looked = Seen & { readonly job: ManifestJob };

/** Each pack and each file of facts is read once. */
function openLook(
  { homes }: RunDeps,
  base: string,
  packOf: (pack: string) => Promise<Pack>,
): (job: ManifestJob) => Promise<Seen> {
  const findFacts = keep(
    (home: Home | null, given: string | null) => readFactsFor(home, given, base, homes),
    (home, given) => JSON.stringify([home?.name, given]),
  );
  return async ({ home, asked }) => {
    const own = home?.name ?? null;
    if (asked.kind === "question") return { homeName: own, failure: null };
    let facts: HomeFacts | null = null;
    try {
      facts = await findFacts(home, asked.facts);
      await packOf(asked.pack);
      return { homeName: own ?? facts.name, failure: null };
    } catch (error) {
      if (!(error instanceof CharmError)) throw error;
      const { code, message, hint } = error;
      return { homeName: own ?? facts?.name ?? null, failure: { code, message, hint } };
    }
  };
}

/** @param given path as the manifest has it; null for the facts that charm.yaml names */
async function readFactsFor(
  home: Home | null,
  given: string | null,
  base: string,
  { list }: Homes,
): Promise<HomeFacts> {
  if (given !== null) {
    const wish = { path: resolve(base, given), name: given, home, isNamed: home !== null };
    return (await factsForRun(wish, list)).facts;
  }
  if (home === null) {
    if (list.length > 0) throw homeUnnamed("A draft is asked for", list);
    throw new CharmError("facts-unset", "Nothing says which home the draft is for.", {
      hint: "Name a home of charm.yaml, or a file of facts, at the job.",
    });
  }
  const facts = await readFactsOf(home, basename(home.facts ?? ""));
  if (facts !== null) return facts;
  throw new CharmError("facts-unset", `charm.yaml names no file of facts for ${home.name}.`, {
    hint: "Write one with charm init home, and name it there under “facts:”.",
  });
}

/** By the usual length of prompts where the window of the model is not known, and a second call to put right. */
const usualPrompt = 12_000;
const usualWindow = 32_000;
const callsOfQuestion = 2;

/** @param packOf the pack of a job; each is read once */
async function planCalls(
  run: RunDeps,
  jobs: readonly PlannedJob[],
  { maxTokens, maxCost }: BatchPlanRequest,
  packOf: (pack: string) => Promise<Pack>,
): Promise<PlannedCalls | null> {
  const asked = jobs.filter(({ failure }) => failure === null).map((job) => job.asked);
  const packs = asked.flatMap((one) => (one.kind === "pack" ? [one.pack] : []));
  const questions = asked.length - packs.length;
  if (asked.length === 0) return null;
  const { settings, surroundings, homes } = run;
  const model = await settleModel(
    settings,
    { ...unsaidOptions, maxTokens, maxCost },
    surroundings,
    homes.choice,
  );
  if (model === null) return null;
  const { maxReply, context, prices } = model;
  const prompt = context === null ? usualPrompt : Math.max(0, context - maxReply);
  const most = mostSections({ window: context ?? usualWindow, maxReply });
  const ofPacks = await Promise.all(
    packs.map(async (pack) => Math.ceil((await packOf(pack)).sections.length / most)),
  );
  const calls = questions * callsOfQuestion + ofPacks.reduce((sum, one) => sum + one, 0);
  const tokens = { promptTokens: calls * prompt, completionTokens: calls * maxReply };
  return {
    model: model.model,
    questions,
    drafts: packs.length,
    calls,
    tokens: tokens.promptTokens + tokens.completionTokens,
    cost: prices === null ? null : costOf(tokens, prices),
    currency: prices?.currency ?? null,
  };
}
