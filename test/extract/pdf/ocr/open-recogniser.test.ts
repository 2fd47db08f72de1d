// The thread that recognises: limits that hold, one thread for all pictures, and an end when told so.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openRecogniser } from "../../../../src/extract/pdf/ocr/open-recogniser.ts";
import type { Recogniser } from "../../../../src/extract/pdf/ocr/recogniser.ts";

/** Does what the picture says; a line of what it reads tells how many pictures this thread was sent. */
const script = `
import { parentPort, workerData } from "node:worker_threads";
if (workerData.data === "broken") parentPort.postMessage({ kind: "failed", message: "no data" });
else if (workerData.data === "ends") process.exit(1);
else parentPort.postMessage({ kind: "ready" });
let count = 0;
const hoard = [];
parentPort.on("message", (picture) => {
  const wish = Buffer.from(picture).toString();
  count += 1;
  if (wish === "loop") for (;;);
  if (wish === "sleep") return;
  if (wish === "crash") throw new Error("crash");
  if (wish === "grow") for (;;) hoard.push(Buffer.alloc(10_000_000, 1));
  if (wish === "fail") return parentPort.postMessage({ kind: "failed", message: "cannot" });
  const words = [{ text: String(count), confidence: 1, left: 0, right: 1 }];
  parentPort.postMessage({ kind: "read", lines: [{ words, left: 0, right: 1, baseline: 1, height: 1 }] });
});
`;

const limits = { work: 1000, idle: 1000, memory: 200_000_000 };
let folder: string;
let open: Recogniser | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-ocr-"));
  await writeFile(join(folder, "script.mjs"), script);
});
afterEach(async () => {
  await open?.close();
  open = null;
  await rm(folder, { recursive: true });
});

const start = async (data = "fine", signal = new AbortController().signal) =>
  (open = await openRecogniser({ id: "made up", data }, signal, limits, () =>
    join(folder, "script.mjs"),
  ));

async function ask(recogniser: Recogniser, wish: string, signal = new AbortController().signal) {
  const lines = await recogniser.recognise(Buffer.from(wish), signal);
  return lines && lines[0]?.words[0]?.text;
}

it("uses one thread for all pictures, and says what reads", async () => {
  const recogniser = await start();
  expect(recogniser.id).toContain("made up");
  expect([await ask(recogniser, "a"), await ask(recogniser, "b")]).toEqual(["1", "2"]);
});

it.each(["loop", "sleep", "crash", "grow", "fail"])(
  "gives up a picture that makes it %s, and reads the next in a fresh thread",
  async (wish) => {
    const recogniser = await start();
    await ask(recogniser, "a");
    expect(await ask(recogniser, wish)).toBeNull();
    expect(await ask(recogniser, "b")).toBe("1");
  },
);

it.each(["broken", "ends"])("tells of packages that do not work (%s)", async (data) => {
  const hint = expect.stringContaining("npm install") as string;
  await expect(start(data)).rejects.toMatchObject({ code: "ocr-not-usable", exitCode: 2, hint });
});

it("ends in the middle of a picture when it is told to", async () => {
  const recogniser = await start();
  const stop = new AbortController();
  const reading = ask(recogniser, "loop", stop.signal);
  setTimeout(() => stop.abort(new Error("stopped")), 50);
  await expect(reading).rejects.toThrow("stopped");
});
