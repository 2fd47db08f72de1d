// Takes files or folders to check; gives the findings, of each file by what the home in whose folder it lies may see.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckedKind } from "../check/document-kind.ts";
import { CharmError } from "../errors.ts";
import { listOtherNames } from "../homes/other-names.ts";
import type { Home, Homes } from "../homes/homes.ts";
import { chooseAnew } from "../homes/scope.ts";
import { prepareFile, type PreparedFile } from "../files/write-file-atomically.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import type { Library } from "../library/library.ts";
import { groupBy } from "../lists.ts";
import type { CheckDeps } from "../use-cases/check-deps.ts";
import { checkReports, type CheckedReport } from "../use-cases/check-reports.ts";
import { readDraftHome } from "../use-cases/draft-home.ts";
import { checkMarkable, markChecked } from "../use-cases/mark-checked.ts";
import { toEvidenceDeps } from "./evidence-deps.ts";
import { listOwned, type Owned } from "./list-owned.ts";
import { keepInForce } from "./keep-in-force.ts";
import { lockPolicies } from "./lock-policies.ts";
import type { RunDeps } from "./run-deps.ts";
import type { CheckOptions, Hooks } from "./services.ts";

/**
 * One entry a file, in order.
 * @throws CharmError as `listOwned` and `checkReports`
 */
export async function checkFiles(
  run: RunDeps,
  paths: readonly string[],
  options: CheckOptions,
  hooks: Hooks,
): Promise<readonly CheckedReport[]> {
  const { output } = options;
  // A report that is not there is told before the library is opened, which may take minutes.
  const listed = await withDraftHomes(await listOwned(paths, run), run.homes);
  if (output !== null) await checkMarkable(paths, output);
  const marked = output === null ? null : await prepareFile(output);
  const groups = groupBy(listed, ({ owner }) => owner);
  const checked: CheckedReport[] = [];
  for (const [owner, files] of groups) {
    const group = { owner, files, paths, marked };
    checked.push(...(await checkGroup(run, group, options, hooks)));
  }
  if (groups.size < 2) return checked;
  const places = new Map(listed.map(({ file }, at) => [file, at]));
  return checked.toSorted((a, b) => (places.get(a.file) ?? 0) - (places.get(b.file) ?? 0));
}

/** Through a file of its own in the folder for temporary files, which is gone afterwards. */
export async function checkText(
  run: RunDeps,
  text: string,
  as: CheckedKind | null,
  hooks: Hooks,
): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), "charm-check-"));
  try {
    const path = join(folder, "text.md");
    await writeFile(path, text, { mode: 0o600 });
    const options = { fix: false, as, output: null, lock: false };
    const [checked] = await checkFiles(run, [path], options, hooks);
    return checked?.findings ?? [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where no home was named, a draft that lies in no home's folder is checked for the home that it says it is of. */
async function withDraftHomes(
  listed: readonly Owned[],
  { list, choice }: Homes,
): Promise<readonly Owned[]> {
  if (choice.kind !== "none") return listed;
  return Promise.all(
    listed.map(async (one) => {
      if (one.owner !== null || one.unread !== null) return one;
      const name = await readDraftHome(one.path);
      const owner = name === null ? undefined : list.find((home) => home.name === name);
      return owner === undefined ? one : { ...one, owner };
    }),
  );
}

interface Group {
  readonly owner: Home | null;
  readonly files: readonly Owned[];
  readonly paths: readonly string[];
  readonly marked: PreparedFile | null;
}

async function checkGroup(
  run: RunDeps,
  { owner, files, paths, marked }: Group,
  { fix, as, lock }: CheckOptions,
  hooks: Hooks,
): Promise<readonly CheckedReport[]> {
  const homes = owner === null ? run.homes : chooseAnew(run.homes, { kind: "one", home: owner });
  const otherNames = await namesOfOthers(homes, hooks);
  const all = await run.openLibrary(hooks, undefined, homes);
  try {
    const { asAt } = run.settings;
    // A report may cite an edition that was in force when it was written.
    const library = asAt === null ? all : await keepInForce(all, asAt, []);
    const wanted = new Map(files.map(({ path, unread }) => [path, unread]));
    const deps: CheckDeps = {
      ...toEvidenceDeps(library, { ...run, homes }, hooks),
      today: new Date().toISOString().slice(0, 10),
      isChecked: (path) => wanted.has(path),
      whyUnread: (path) => wanted.get(path) ?? null,
      ...(otherNames === null ? {} : { otherNames }),
    };
    if (lock) await lockPolicies(files, null, library, hooks.signal);
    if (fix) {
      const { fixReports } = await import("../use-cases/fix-reports.ts");
      const read = files.filter(({ unread }) => unread === null);
      const fixed = await fixReports(
        read.map(({ path }) => path),
        deps,
        as,
      );
      const left = files.flatMap(({ file, unread }) =>
        unread === null ? [] : { file, findings: [makeFinding("file-not-read", { why: unread })] },
      );
      return [...fixed, ...left];
    }
    const checked = await checkReports(paths, deps, as);
    const [report] = checked;
    if (marked === null || report === undefined) return checked;
    return [await writeMarked(report, marked, library)];
  } finally {
    all.close();
  }
}

/** What was found is told even where it cannot be written into the file. */
async function writeMarked(
  report: CheckedReport,
  marked: PreparedFile,
  library: Library,
): Promise<CheckedReport> {
  try {
    await marked.write(await markChecked(report.file, report.findings, library));
    return report;
  } catch (cause) {
    if (cause instanceof CharmError) return { ...report, unmarked: cause };
    throw cause;
  }
}

async function namesOfOthers({ list, choice }: Homes, { onFactsUnread }: Hooks) {
  return choice.kind === "one" ? listOtherNames(choice.home, list, onFactsUnread) : null;
}
