// Takes files or folders to check; gives the findings, of each file by what the home in whose folder it lies may see.
import { realpath } from "node:fs/promises";
import { CharmError } from "../errors.ts";
import { listOtherNames } from "../homes/other-names.ts";
import type { Home, Homes } from "../homes/homes.ts";
import { chooseAnew, ownerOfPath } from "../homes/scope.ts";
import { prepareFile } from "../files/write-file-atomically.ts";
import { groupBy } from "../lists.ts";
import type { CheckDeps } from "../use-cases/check-deps.ts";
import { checkReports, type CheckedReport } from "../use-cases/check-reports.ts";
import { listChecked, type ListedCheck } from "../use-cases/list-checked.ts";
import { checkMarkable, markChecked } from "../use-cases/mark-checked.ts";
import { toEvidenceDeps } from "./evidence-deps.ts";
import type { RunDeps } from "./run-deps.ts";
import type { CheckOptions, Hooks } from "./services.ts";

/**
 * One entry a file, in order.
 * @throws CharmError `other-home-file` for a file that was named itself and is another home's, and as `checkReports`
 */
export async function checkFiles(
  run: RunDeps,
  paths: readonly string[],
  options: CheckOptions,
  hooks: Hooks,
): Promise<readonly CheckedReport[]> {
  const { output } = options;
  // A report that is not there is told before the library is opened, which may take minutes.
  const listed = await listOwned(paths, run);
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

export type Owned = ListedCheck & { readonly owner: Home | null };

/**
 * A folder's files of other homes are left out in a run for one.
 * @throws CharmError `other-home-file` for a file that was named itself and is another home's, and as `listChecked`
 */
export async function listOwned(
  paths: readonly string[],
  { homes, settings }: Pick<RunDeps, "homes" | "settings">,
): Promise<Owned[]> {
  const { list, choice } = homes;
  // Facts of homes are read, though not as documents.
  const listed = (await listChecked(paths)).filter(
    ({ path, found }) => !found || !list.some(({ facts }) => facts === path),
  );
  const owned = await Promise.all(
    listed.map(async (one): Promise<Owned> => {
      if (list.length === 0) return { ...one, owner: null };
      const real = await realpath(one.path).catch(() => one.path);
      return { ...one, owner: ownerOfPath(real, list) ?? ownerOfPath(one.path, list) };
    }),
  );
  if (choice.kind !== "one" || settings.homes.wanted === null) return owned;
  const others = owned.filter(({ owner }) => owner !== null && owner !== choice.home);
  const mine = owned.filter((one) => !others.includes(one));
  // Of a folder the rest is checked; where there is no rest, silence would pass for praise.
  const given = others.find(({ found }) => !found || mine.length === 0);
  if (given !== undefined) {
    throw new CharmError(
      "other-home-file",
      `${given.file} lies in the folder of another home than ${choice.home.name}.`,
      { hint: "Leave out --home: a file in a home's folder is checked for that home." },
    );
  }
  return mine;
}

interface Group {
  readonly owner: Home | null;
  readonly files: readonly Owned[];
  readonly paths: readonly string[];
  readonly marked: Awaited<ReturnType<typeof prepareFile>> | null;
}

async function checkGroup(
  run: RunDeps,
  { owner, files, paths, marked }: Group,
  { fix, as }: CheckOptions,
  hooks: Hooks,
): Promise<readonly CheckedReport[]> {
  const homes = owner === null ? run.homes : chooseAnew(run.homes, { kind: "one", home: owner });
  const otherNames = await namesOfOthers(homes);
  const library = await run.openLibrary(hooks, undefined, homes);
  try {
    const wanted = new Set(files.map(({ path }) => path));
    const deps: CheckDeps = {
      ...toEvidenceDeps(library, { ...run, homes }, hooks),
      today: new Date().toISOString().slice(0, 10),
      isChecked: (path) => wanted.has(path),
      ...(otherNames === null ? {} : { otherNames }),
    };
    if (fix) {
      const { fixReports } = await import("../use-cases/fix-reports.ts");
      return await fixReports(
        files.map(({ path }) => path),
        deps,
        as,
      );
    }
    const checked = await checkReports(paths, deps, as);
    const [report] = checked;
    if (marked !== null && report !== undefined)
      await marked.write(await markChecked(report.file, report.findings, library));
    return checked;
  } finally {
    library.close();
  }
}

async function namesOfOthers({ list, choice }: Homes) {
  return choice.kind === "one" ? listOtherNames(choice.home, list) : null;
}
