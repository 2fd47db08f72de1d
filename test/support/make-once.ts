// Makes what several test files need once in a run, whichever worker comes to it first; the others wait for it.
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";

/** Longer than anything takes to make. */
const longestMs = 110_000;

/**
 * @param name of the thing, and of its folder
 * @param make fills the folder and gives what is to be known of it, as JSON
 * @returns what `make` gave
 */
export async function makeOnce<T>(name: string, make: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(inject("runFolder"), name);
  const made = `${folder}.json`;
  if (await claim(folder)) {
    const outcome = await make(folder).then(
      (value) => ({ value }),
      (error: unknown) => ({ failure: String(error) }),
    );
    await writeFile(`${made}.part`, JSON.stringify(outcome));
    await rename(`${made}.part`, made);
  }
  const end = Date.now() + longestMs;
  while (!existsSync(made)) {
    if (Date.now() > end) throw new Error(`${name} was never made`);
    await wait(50);
  }
  const outcome = JSON.parse(await readFile(made, "utf8")) as { value: T; failure?: string };
  if (outcome.failure !== undefined) throw new Error(`${name}: ${outcome.failure}`);
  return outcome.value;
}

/** Whether the folder was not there yet: one worker alone can make it. */
async function claim(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
