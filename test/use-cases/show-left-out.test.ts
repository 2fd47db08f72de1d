// What reading a file leaves out, as `charm show --left-out` gives it.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderLeftOut } from "../../src/cli/render-left-out.ts";
import { showLeftOut } from "../../src/use-cases/show-left-out.ts";
import { runCli } from "../cli/run-cli.ts";
import { drawPdf, write } from "../extract/pdf/draw-pdf.ts";
import { Chalk } from "chalk";

let corpus = "";
const { signal } = new AbortController();
beforeAll(async () => {
  corpus = await mkdtemp(join(tmpdir(), "charm-left-out-"));
  await mkdir(join(corpus, "own"));
  const pdf = await drawPdf(
    ["iii", "iv", "v"].map((label) => (page) => {
      write(page, "The Lighthouse Manual", 72, 40, { size: 9 });
      write(page, "The lamp is lit at dusk by the second keeper.", 72, 200);
      page.fillColor("white");
      write(page, "Or not at all.", 72, 240);
      page.fillColor("black");
      write(page, label, 290, 815, { size: 9 });
    }),
  );
  await writeFile(join(corpus, "own", "Lamps.pdf"), pdf);
  await writeFile(join(corpus, "own", "Broken.pdf"), "%PDF-1.4 and no more");
});
afterAll(() => rm(corpus, { recursive: true, force: true }));

describe("showLeftOut", () => {
  it("gives each line with its page and reason, and running lines once", async () => {
    const shown = await showLeftOut("own/Lamps.pdf", { corpus, signal });
    expect(shown.file).toBe("own/Lamps.pdf");
    expect(shown.running).toEqual(["The Lighthouse Manual"]);
    expect(shown.leftOut.filter(({ page }) => page === 2)).toEqual([
      { page: 2, pageLabel: "iv", text: "Or not at all.", reason: "invisible" },
      { page: 2, pageLabel: "iv", text: "The Lighthouse Manual", reason: "running-head" },
      { page: 2, pageLabel: "iv", text: "iv", reason: "page-number" },
    ]);
    const printed = renderLeftOut(shown, { style: new Chalk({ level: 0 }), width: 80 } as never);
    expect(printed).toContain("p. 2 (printed iv)\n  cannot be seen: Or not at all.");
  });

  it("names a file that is not there, a folder, and one that cannot be read", async () => {
    const read = (path: string) => showLeftOut(path, { corpus, signal });
    await expect(read("own/Horns.pdf")).rejects.toMatchObject({ code: "path-not-in-corpus" });
    await expect(read("own")).rejects.toMatchObject({ code: "left-out-folder", exitCode: 2 });
    await expect(read("own/Broken.pdf")).rejects.toMatchObject({ code: "unreadable" });
    await expect(read("own/Broken.pdf")).rejects.toThrow(/Broken\.pdf/);
  });

  it("takes one file and no reference", async () => {
    const { code, stderr } = await runCli(["show", "--left-out", "a.pdf", "reg 28"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--left-out takes one file");
  });
});
