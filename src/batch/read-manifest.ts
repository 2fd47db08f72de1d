// Takes the text of a manifest in YAML; gives its jobs, each with the line that asks for it, or the first fault with its line.
import { z } from "zod";
import { firstOfEach } from "../lists.ts";
import { readYaml, type YamlPath, type YamlText } from "../settings/read-yaml.ts";
import { atLine, faultIn, type Fault } from "./fault.ts";
import {
  batchFormats,
  defaultPattern,
  type Asked,
  type Manifest,
  type ManifestJob,
  type ReadOptions,
} from "./manifest.ts";
import type { Home } from "../homes/homes.ts";
import { isDay } from "../text/is-day.ts";
import { toJob } from "./read-jobs.ts";

const text = z.string("a text was expected").trim().min(1, "a text is missing");
const texts = z.array(text, "a list was expected").min(1, "the list is empty");
const day = text.refine(isDay, "a day was expected, as in 2026-03-01");

const schema = z.strictObject(
  {
    output: text.optional(),
    pattern: text.optional(),
    formats: z
      .array(z.enum(batchFormats, `${batchFormats.join(", ")} was expected`), "a list was expected")
      .min(1, "the list is empty")
      .default(["md"]),
    date: day.optional(),
    homes: z.union([z.literal("all"), texts], "“all” or a list of homes was expected").optional(),
    packs: texts.optional(),
    questions: texts.optional(),
    jobs: z
      .array(
        z.strictObject(
          {
            home: text.optional(),
            pack: text.optional(),
            question: text.optional(),
            output: text.optional(),
            facts: text.optional(),
            date: day.optional(),
          },
          "“name: value” lines were expected",
        ),
        "a list was expected",
      )
      .min(1, "the list is empty")
      .optional(),
  },
  "“name: value” lines were expected",
);

type Written = z.infer<typeof schema>;

/** What the parts of a manifest are read with. */
interface Reading extends ReadOptions {
  readonly written: Written;
  readonly fault: Fault;
  readonly lineOf: YamlText["lineOf"];
}

const fields = "docs/batch.md says what a manifest holds.";

/**
 * @throws CharmError `manifest-invalid`, `batch-too-large`, and `home-unknown` and its like, naming file and line
 */
export async function readManifest(source: string, options: ReadOptions): Promise<Manifest> {
  const { file } = options;
  const yaml = await readYaml(source, file, "manifest-invalid");
  const fault = faultIn(file);
  const parsed = schema.safeParse(yaml.value);
  if (!parsed.success) return tellFirst(parsed.error, yaml, fault);
  const reading = { ...options, written: parsed.data, fault, lineOf: yaml.lineOf };
  const { output, pattern, formats } = parsed.data;
  return {
    file,
    output: output ?? null,
    pattern: pattern ?? defaultPattern,
    patternLine: yaml.lineOf(["pattern"]),
    formats: [...new Set(formats)],
    jobs: readJobs(reading),
  };
}

function tellFirst({ issues }: z.ZodError, { lineOf }: YamlText, fault: Fault): never {
  const [issue] = issues;
  const path = (issue?.path ?? []) as YamlPath;
  if (issue?.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    return fault(lineOf([...path, key]), `“${key}” is no field here.`, fields);
  }
  const steps = path.map((step) => (typeof step === "number" ? step + 1 : step));
  const about = steps.length === 0 ? "" : `${steps.join(".")}: `;
  return fault(lineOf(path), `${about}${issue?.message ?? "it cannot be read"}.`, fields);
}

function readJobs(reading: Reading): ManifestJob[] {
  const { written, fault, lineOf } = reading;
  const { packs, questions, homes, jobs } = written;
  const isGrid = packs !== undefined || questions !== undefined;
  if (isGrid === (jobs !== undefined))
    return fault(
      lineOf([isGrid ? "jobs" : "homes"]),
      isGrid
        ? "there are jobs beside packs or questions."
        : "neither packs, nor questions, nor jobs are named.",
      "Name homes with packs or questions for each of them, or write a list of jobs.",
    );
  if (!isGrid && (homes !== undefined || written.date !== undefined))
    return fault(
      lineOf([homes === undefined ? "date" : "homes"]),
      "homes and date go with packs and questions.",
      "Give each job its own.",
    );
  return isGrid ? crossHomes(reading) : readList(reading);
}

function readList(reading: Reading): ManifestJob[] {
  const { written, lineOf } = reading;
  const list = written.jobs ?? [];
  refuseTooMany(list.length, lineOf(["jobs"]), reading);
  let questions = 0;
  return list.map((one, at) => {
    const said = Object.entries(one).filter(([, value]) => value !== undefined);
    const job = toJob(Object.fromEntries(said), lineOf(["jobs", at]), questions, reading);
    if (job.asked.kind === "question") questions += 1;
    return job;
  });
}

interface Placed {
  readonly asked: Asked;
  readonly line: number;
}

/** Everything for each home. */
function crossHomes(reading: Reading): ManifestJob[] {
  const { written, lineOf } = reading;
  const date = written.date ?? null;
  const asked: Placed[] = [
    ...(written.packs ?? []).map((pack, at) => ({
      asked: { kind: "pack", pack, facts: null, date } as const,
      line: lineOf(["packs", at]),
    })),
    ...(written.questions ?? []).map((question, at) => ({
      asked: { kind: "question", question, number: at + 1 } as const,
      line: lineOf(["questions", at]),
    })),
  ];
  const homes = findHomes(reading);
  refuseTooMany(homes.length * asked.length, lineOf(["homes"]), reading);
  return homes.flatMap((home) => asked.map((one) => ({ ...one, home, output: null })));
}

function findHomes({ written, homes, file, fault, lineOf }: Reading): (Home | null)[] {
  const named = written.homes;
  if (named === undefined || named === "all") {
    if (homes.all.length > 0 && named === "all") return [...homes.all];
    if (homes.all.length === 0 && named === undefined) return [null];
    const line = lineOf(["homes"]);
    return named === "all"
      ? fault(line, "charm.yaml names no homes.", "Name them there (docs/homes.md).")
      : fault(line, "no homes are named.", "Write “homes: all”, or a list of names.");
  }
  const found = named.map((name, at) => {
    const line = lineOf(["homes", at]);
    return { line, home: atLine(file, line, () => homes.find(name)) };
  });
  const twin = found.find(({ home }, at) => found.findIndex((one) => one.home === home) < at);
  if (twin !== undefined)
    return fault(twin.line, `${twin.home.name} stands in the list above as well.`, "Name it once.");
  return firstOfEach(
    found.map(({ home }) => home),
    ({ name }) => name,
  );
}

/** @throws CharmError `manifest-invalid` */
export function refuseTooMany(
  count: number,
  line: number,
  { most, fault }: Pick<ReadOptions, "most"> & { readonly fault: Fault },
): void {
  if (count <= most) return;
  fault(
    line,
    `these are ${count} jobs, more than ${most}.`,
    `Allow them with --max-jobs ${count}.`,
  );
}
