// Starts the built program; gives how long it took and how much memory it and its children held.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../", import.meta.url));

/** How often memory is looked at, in milliseconds. */
const interval = 100;

/** Clock ticks of /proc: USER_HZ, 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/**
 * @typedef {object} Measured
 * @property {number} seconds wall time from start to exit
 * @property {number | null} megabytes most memory resident at one time, in the program and all its children together
 *   (pages they share are counted in each); null where there is no /proc
 * @property {number | null} cpuSeconds processor time of the program and its children, which other programs running
 *   at the same time disturb least; null where there is no /proc
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
  let ticks = 0;
  const timer = setInterval(() => {
    const use = readUse(child.pid);
    peak = Math.max(peak, use.kilobytes);
    ticks = Math.max(ticks, use.ticks);
  }, interval);
  child.stdout.setEncoding("utf8").on("data", (part) => (stdout += part));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      const megabytes = peak === 0 ? null : peak / 1000;
      const cpuSeconds = ticks === 0 ? null : ticks / ticksPerSecond;
      resolve({ seconds, megabytes, cpuSeconds, exitCode, stdout });
    });
  });
}

/** Memory and processor time of a process and all below it; nothing for those that have ended. */
function readUse(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before may hold spaces and brackets. Fields 14 to 17: own time and that of ended children.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const own = {
      kilobytes: Number(/^VmRSS:\s+(\d+) kB$/m.exec(readStatus(pid))?.[1] ?? 0),
      ticks: fields.slice(11, 15).reduce((total, field) => total + Number(field), 0),
    };
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return (children === "" ? [] : children.split(" ")).map(readUse).reduce(addUse, own);
  } catch {
    return { kilobytes: 0, ticks: 0 };
  }
}

function readStatus(pid) {
  return readFileSync(`/proc/${pid}/status`, "utf8");
}

function addUse(a, b) {
  return { kilobytes: a.kilobytes + b.kilobytes, ticks: a.ticks + b.ticks };
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
