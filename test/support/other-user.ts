// Where nothing is read-only, as for root, runs the built program as a user for whom something is.
import { existsSync } from "node:fs";
import { chmod, copyFile, readFile, realpath, stat } from "node:fs/promises";
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
/** Copies many small files ten times as fast as Node does. */
const copyScript =
  'from=$1 to=$2; shift 2; tar -C "$from" -chf - "$@" | tar -C "$to" -xf - && chmod -R a+rX "$to"';
const parts = ["bin", "dist", "models", "prompts", "field", "schemas", "package.json"];

/** The program as it stands here; a copy of it where a folder above it, or above Node, is closed to others. */
export async function findBoundProgram(): Promise<BoundProgram> {
  if (!isRoot) return { folder: root, node: process.execPath, user: {} };
  const user = { uid: 65_534 };
  const needed = [...parts, "node_modules"].map((name) => join(root, name));
  const open = await Promise.all([process.execPath, ...needed].map(isOpenToAll));
  if (open.every(Boolean)) return { folder: root, node: process.execPath, user };
  return makeOnce("program", async (folder) => {
    await chmod(folder, 0o755);
    const node = join(folder, "node");
    await copyFile(process.execPath, node);
    const names = [...parts, ...(await listPackages())];
    const copying = ["-c", copyScript, "sh", root, folder, ...names];
    const { code, stderr } = await runProgram("sh", copying, { cwd: folder });
    if (code !== 0) throw new Error(stderr);
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
  const lock = await readFile(join(root, "npm-shrinkwrap.json"), "utf8");
  const { packages } = JSON.parse(lock) as {
    packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  return Object.keys(packages).filter(
    (name) =>
      /^node_modules\/(?!.*\/node_modules\/)/.test(name) &&
      packages[name]?.dev !== true &&
      existsSync(join(root, name)),
  );
}
