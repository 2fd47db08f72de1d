// Starts the built program; gives how long it took and how much memory it and its children held.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../", import.meta.url));

/** How often memory is looked at, in milliseconds. */
const interval = 20;

/**
 * @typedef {object} Measured
 * @property {number} seconds wall time from start to exit
 * @property {number | null} megabytes most memory resident at one time, in the program and all its children together
 *   (pages they share are counted in each); null where there is no /proc
 * @property {number | null} exitCode
 * @property {string} stdout
 */

/**
 * @param {readonly string[]} args arguments of `charm`
 * @returns {Promise<Measured>}
 */
export function measureCharm(args) {
  const started = performance.now();
  const child = spawn("/usr/bin/env", ["node", `${root}bin/charm.js`, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "ignore"],
  });
  let stdout = "";
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentKilobytes(child.pid));
  }, interval);
  child.stdout.setEncoding("utf8").on("data", (part) => (stdout += part));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      resolve({ seconds, megabytes: peak === 0 ? null : peak / 1000, exitCode, stdout });
    });
  });
}

/** Of a process and all below it; 0 for those that have ended. */
function residentKilobytes(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    if (children === "") return own;
    return children.split(" ").reduce((total, child) => total + residentKilobytes(child), own);
  } catch {
    return 0;
  }
}

/** The middle of an odd number of values, the mean of the middle two otherwise. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** To three decimals, for printing. */
export function round(value) {
  return value === null ? null : Math.round(value * 1000) / 1000;
}

/** @throws when a run did not end as it should */
export function expectExit(run, ...codes) {
  if (!codes.includes(run.exitCode))
    throw new Error(`charm ended with ${run.exitCode}:\n${run.stdout.slice(0, 500)}`);
  return run;
}
