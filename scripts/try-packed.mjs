// Packs charm as it would be published, installs it into empty folders under Node 20, 22 and 24, and uses it there from
// an empty folder. Needs the npm registry; .ci/run calls it.
//
//   npm run test:packed [-- 22]
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const question = "What qualifications must our registered manager hold?";
const quiet = ["--no-audit", "--no-fund", "--silent"];
/** Releases of Node; the npm package `node` carries each. */
const releases = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ["20", "22", "24"];
const isWindows = process.platform === "win32";

const work = mkdtempSync(join(tmpdir(), "charm-packed-"));
try {
  const file = pack();
  for (const release of releases) tryUnder(release, file);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Path of the packed file. */
function pack() {
  npm(["pack", "--silent", "--pack-destination", work], root);
  const name = readdirSync(work).find((each) => each.endsWith(".tgz"));
  if (name === undefined) throw new Error("npm pack made no file");
  console.log(`packed ${name}: ${megabytes(statSync(join(work, name)).size)} MB`);
  return join(work, name);
}

function tryUnder(release, file) {
  const tools = join(work, `node-${release}`);
  mkdirSync(tools);
  npm(["init", "--yes"], tools);
  npm(["install", ...quiet, `node@${release}`], tools);
  const node = join(tools, "node_modules", "node", "bin", isWindows ? "node.exe" : "node");
  const prefix = join(work, `prefix-${release}`);
  npm(["install", "--global", ...quiet, "--prefix", prefix, file], work);
  const installed = join(prefix, ...(isWindows ? [] : ["lib"]), "node_modules", "charm");
  const empty = join(work, `empty-${release}`);
  mkdirSync(empty);
  const charm = (...args) => run(node, [join(installed, "bin", "charm.js"), ...args], empty);
  expect(charm("ask", question), 2, /charm init/);
  expect(charm("init"), 0, /made charm\.yaml/);
  expect(charm("ask", question), 0, /28\(2\)[\s\S]*SOURCES CONSULTED/);
  // The same with nothing but the file system and the processor: the corpus is indexed by now.
  expect(charm("search", "supervision of staff", "--json"), 0, /"results"/);
  expect(charm("doctor"), 0, /All is in order/);
  // A program that imports it, which has no environment of its own to set.
  const entry = pathToFileURL(join(installed, "dist", "api", "index.js")).href;
  const program = `import { search } from "${entry}";
    const { results } = await search("supervision of staff", { k: 1, env: {}, offline: true });
    console.log(results[0].file);`;
  expect(run(node, ["--input-type=module", "--eval", program], empty), 0, /\.pdf/);
  const version = run(node, ["--version"], empty).stdout.trim();
  console.log(`Node ${version}: works; ${megabytes(sizeOf(prefix))} MB installed`);
}

function expect({ code, stdout, stderr }, wanted, pattern) {
  if (code === wanted && pattern.test(stdout + stderr)) return;
  throw new Error(
    `ended with ${code}, not ${wanted}, or without ${pattern}:\n${stdout}\n${stderr}`,
  );
}

function run(program, args, cwd) {
  try {
    const stdout = execFileSync(program, args, { cwd, encoding: "utf8", stdio: "pipe" });
    return { code: 0, stdout, stderr: "" };
  } catch (error) {
    return {
      code: error.status,
      stdout: error.stdout ?? "",
      stderr: error.stderr ?? String(error),
    };
  }
}

function npm(args, cwd) {
  // On Windows npm is a script, which only a shell starts.
  execFileSync("npm", args, { cwd, stdio: ["ignore", "ignore", "inherit"], shell: isWindows });
}

function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function megabytes(bytes) {
  return Math.round(bytes / 1e6);
}
