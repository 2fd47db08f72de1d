// The workers as they run, from the compiled program: `npm test` builds it first.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openBuiltInEmbedder } from "../../src/embed/built-in.ts";
import type { TokenEmbedder } from "../../src/embed/token-embedder.ts";
import { startWorker } from "../../src/models/worker-process.ts";
import { copyModel, modelFolder, spoilFile } from "./model-copy.ts";

const builtIn = new URL("../../dist/embed/built-in.js", import.meta.url).href;
const texts = Array.from({ length: 40 }, (_, i) => `Text ${i} ${"and so on ".repeat(i)}`);

describe("worker processes", () => {
  let pooled: TokenEmbedder;
  let here: TokenEmbedder;
  beforeAll(async () => {
    pooled = await openBuiltInEmbedder({ workers: 2 });
    here = await openBuiltInEmbedder();
  });
  afterAll(() => pooled.close());

  test("give the same id and the same bits as this process", async () => {
    expect(pooled.id).toBe(here.id);
    expect(await pooled.embed(texts)).toEqual(await here.embed(texts));
    const some = texts.slice(0, 5);
    expect(await pooled.embedTokens(some)).toEqual(await here.embedTokens(some));
  });

  test("leave this process free to do other things", async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 2);
    await pooled.embed(texts);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });

  test("can be aborted and used again", async () => {
    const controller = new AbortController();
    const long = pooled.embed(Array(50).fill(texts).flat(), controller.signal);
    setTimeout(() => controller.abort(new Error("enough")), 20);
    await expect(long).rejects.toThrow("enough");
    expect(await pooled.embed(["again"])).toEqual(await here.embed(["again"]));
  });
});

describe("a worker process", () => {
  test("refuses a damaged model with the error this process would give", async () => {
    const folder = await copyModel();
    spoilFile(join(folder, "model.onnx"));
    const embedder = await openBuiltInEmbedder({ folder, workers: 1 });
    await expect(embedder.embed(["a"])).rejects.toMatchObject({
      name: "CharmError",
      code: "model-damaged",
      hint: expect.stringContaining("git checkout"),
    });
    await embedder.close();
    rmSync(folder, { recursive: true });
  });

  test("that is stopped fails what it held, and takes no more", async () => {
    const model = { kind: "built-in", folder: modelFolder };
    const worker = startWorker("embed/worker.js", JSON.stringify(model));
    const [held] = await Promise.allSettled([worker.send("vectors", texts), worker.stop()]);
    expect(held).toMatchObject({ reason: { code: "embedding-worker-stopped" } });
    expect(worker.alive()).toBe(false);
    await expect(worker.send("vectors", ["a"])).rejects.toMatchObject({
      code: "embedding-worker-stopped",
    });
  });
});

test("an embedder says whose process stopped", async () => {
  const embedder = await openBuiltInEmbedder({ workers: 1 });
  const held = embedder.embed(["a"]);
  await Promise.all([
    embedder.close(),
    expect(held).rejects.toMatchObject({
      code: "embedding-worker-stopped",
      message: "An embedding process stopped: it was closed.",
    }),
  ]);
  await expect(embedder.embed(["a"])).rejects.toMatchObject({ code: "embedder-closed" });
});

describe("a program with workers", () => {
  const begin = `
    const { openBuiltInEmbedder } = await import(${JSON.stringify(builtIn)});
    const embedder = await openBuiltInEmbedder({ workers: 2 });
    await embedder.embed(["ready"]);
    const long = embedder.embed(Array(4000).fill("a text of some length ".repeat(20)));`;
  const run = (script: string) =>
    [process.execPath, ["--input-type=module", "-e", script]] as const;

  test("ends by itself when idle, though nobody closed them", async () => {
    const [node, args] = run(begin.replace(/const long.*$/m, "console.log('done');"));
    const { stdout } = await promisify(execFile)(node, args, { timeout: 10_000 });
    expect(stdout).toBe("done\n");
  });

  test("keeps its exit code when it ends while they work", async () => {
    const [node, args] = run(`${begin} setTimeout(() => process.exit(7), 30);`);
    await expect(promisify(execFile)(node, args)).rejects.toMatchObject({ code: 7, stderr: "" });
  });

  test("takes them along when it is killed", async () => {
    const listing = `process.stdout.write("busy"); await long;`;
    const [node, args] = run(`${begin} ${listing}`);
    const program = spawn(node, args, { stdio: ["ignore", "pipe", "pipe"] });
    await once(program.stdout, "data");
    program.kill("SIGKILL");
    // The workers hold the program's stderr open until the last of them has ended.
    await once(program, "close");
    expect(program.signalCode).toBe("SIGKILL");
  });
});
