// Takes a thread; gives the processor time that it used: a machine that sleeps or is busy does not add to it.
import { readFileSync, readlinkSync } from "node:fs";

/** What the system calls the thread that asks, for `threadTime` of another one; null where it does not say (any but Linux). */
export function nameThread(): string | null {
  try {
    return readlinkSync("/proc/thread-self").split("/").at(-1) ?? null;
  } catch {
    return null;
  }
}

/**
 * Milliseconds of processor time. Where the system tells it of the whole program only, that: no less, and twice as much
 * at most while passages are made of other pages.
 * @param name of a thread of this program
 */
export function threadTime(name: string | null): number {
  const { user, system } = process.cpuUsage();
  if (name === null) return (user + system) / 1000;
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${name}/schedstat`, "latin1").split(" ");
    return Number(nanoseconds) / 1_000_000;
  } catch {
    return (user + system) / 1000;
  }
}
