// Limits of work: a program that is paused, as by Ctrl-Z or a closed lid, loses no page.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { isBuilt, root } from "../../support/project.ts";
import { drawPdf, write } from "./draw-pdf.ts";

const dist = (name: string) => pathToFileURL(join(root, "dist/extract/pdf", name)).href;
const script = `
import { readFileSync } from "node:fs";
import { extractPdf } from "${dist("extract-pdf.js")}";
import { openGuardedReader, usualLimits } from "${dist("guarded-reader.js")}";
const limits = { ...usualLimits, opening: 800, page: 800, factor: 1, idle: 800 };
const reader = openGuardedReader(limits);
const bytes = new Uint8Array(readFileSync(process.argv[2]));
const onPage = (page) => page === 5 && console.log("reading");
const { problems, pages } = await extractPdf(bytes, { reader, onPage });
console.log(JSON.stringify({ problems, read: pages.filter(({ lines }) => lines.length > 0).length }));
await reader.close();
`;

it.skipIf(!isBuilt || process.platform === "win32")(
  "reads every page, however long it is stopped",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "charm-paused-"));
    try {
      const count = 60;
      const pages = Array.from({ length: count }, (_, i) => (pdf: Parameters<typeof write>[0]) => {
        for (let at = 0; at < 3000; at += 1)
          pdf.rect(at % 500, 400 + (at % 300), 3, 3).fill("#eeeeee");
        write(pdf, `The keeper of light ${i} writes in the book by night.`, 72, 200);
      });
      await writeFile(join(folder, "a.pdf"), await drawPdf(pages));
      await writeFile(join(folder, "read.mjs"), script);
      const child = spawn(process.execPath, [join(folder, "read.mjs"), join(folder, "a.pdf")], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let out = "";
      const ended = new Promise((settle) => child.on("close", settle));
      const started = new Promise<void>((settle) =>
        child.stdout.setEncoding("utf8").on("data", (part: string) => {
          out += part;
          if (out.includes("reading")) settle();
        }),
      );
      await started;
      for (let pause = 0; pause < 2; pause += 1) {
        child.kill("SIGSTOP");
        await setTimeout(1500);
        child.kill("SIGCONT");
        await setTimeout(30);
      }
      await ended;
      expect(JSON.parse(out.split("\n")[1] ?? "")).toEqual({ problems: [], read: count });
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  60_000,
);
