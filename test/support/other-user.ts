// Where nothing is read-only, as for root, runs the built program as a user for whom something is.
import { constants } from "node:fs";
import { access, chmod, copyFile, cp, mkdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeOnce } from "./make-once.ts";
import { root } from "./project.ts";
import { runProgram } from "./run-charm.ts";

/** The built program, and how to start it so that rights hold. */
export interface BoundProgram {
  /** The program's root folder. */
  readonly folder: string;
  /** Node. */
  readonly node: string;
  /** Whom to run as: nobody where one is root, else oneself. */
  readonly user: { readonly uid?: number };
}

const isRoot = process.getuid?.() === 0;
const parts = ["bin", "dist", "models", "prompts", "package.json"];

/** The program as it stands here; a copy of it where a folder above it, or above Node, is closed to others. */
export async function findBoundProgram(): Promise<BoundProgram> {
  if (!isRoot) return { folder: root, node: process.execPath, user: {} };
  const user = { uid: 65_534 };
  const needed = [...parts, "node_modules"].map((name) => join(root, name));
  const open = await Promise.all([process.execPath, ...needed].map(isOpenToAll));
  if (open.every(Boolean)) return { folder: root, node: process.execPath, user };
  return makeOnce("program", async (folder) => {
    await chmod(folder, 0o755);
    for (const name of [...parts, ...(await listPackages())]) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      const how = { recursive: true, dereference: true, mode: constants.COPYFILE_FICLONE };
      await cp(join(root, name), join(folder, name), how);
    }
    const node = join(folder, "node");
    await copyFile(process.execPath, node, constants.COPYFILE_FICLONE);
    await runProgram("chmod", ["-R", "a+rX", folder], { cwd: folder });
    return { folder, node, user };
  });
}

/** Whether everybody may read it, and enter all folders above it. */
export async function isOpenToAll(path: string): Promise<boolean> {
  let at = await realpath(path);
  if (((await stat(at)).mode & 0o004) === 0) return false;
  while (at !== dirname(at)) {
    at = dirname(at);
    if (((await stat(at)).mode & 0o001) === 0) return false;
  }
  return true;
}

/** Folders of the packages that the program needs to run, of those installed here. */
async function listPackages(): Promise<string[]> {
  const lock = await readFile(join(root, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(lock) as {
    packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  const names = Object.keys(packages).filter((name) => name !== "" && !packages[name]?.dev);
  const there = await Promise.all(
    names.map((name) =>
      access(join(root, name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return names.filter((_, at) => there[at]);
}
