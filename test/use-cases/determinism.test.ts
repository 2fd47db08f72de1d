// The same corpus and question give the same bytes, whatever the order in which files were indexed.
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { renderReport } from "../../src/report/layout-report.ts";
import { makePdf } from "../support/make-pdf.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

const question = "When must the keeper light the lamp? Who counts the oil?";

const paragraphs = (subject: string) =>
  Array.from(
    { length: 12 },
    (_, i) => `${i + 1}.1 The keeper must light the ${subject} lamp ${i + 1} and count the oil.\n`,
  ).join("\n");

let home: TempHome;
beforeEach(async () => {
  home = await makeTempHome();
});
afterEach(() => home.delete());

const write = {
  a: () => home.write("a.md", `# Great lamp\n\n${paragraphs("great")}`),
  b: () => home.write("own/b.md", `# Small lamp\n\n${paragraphs("small")}`),
  c: async () =>
    home.write(
      "c.pdf",
      await makePdf({ pages: [["The keeper must light the harbour lamp at dusk."]] }),
    ),
};

async function report(): Promise<string> {
  const text = renderReport([await home.ask(question)]);
  expect(text).toContain("### SOURCES CONSULTED");
  return text;
}

it("gives the same report again", async () => {
  await write.a();
  await write.b();
  expect(await report()).toBe(await report());
});

it("gives the same report whatever the order of indexing", async () => {
  for (const add of [write.a, write.b, write.c]) await add();
  const atOnce = await report();

  await rm(home.corpus, { recursive: true });
  await rm(home.index, { recursive: true });
  for (const add of [write.c, write.b, write.a]) {
    await add();
    await home.indexWith();
  }
  expect(await report()).toBe(atOnce);
});

it("gives the same report after detours: another name, another text, a file come and gone", async () => {
  for (const add of [write.a, write.b, write.c]) await add();
  const straight = await report();

  await home.write("0.md", `# Third lamp\n\n${paragraphs("third")}`);
  await rename(join(home.corpus, "a.md"), join(home.corpus, "z.md"));
  await home.write("own/b.md", "# Small lamp\n\nNothing to say yet of lamps.\n");
  await home.indexWith();
  await home.remove("0.md");
  await rename(join(home.corpus, "z.md"), join(home.corpus, "a.md"));
  await write.b();
  await home.indexWith();
  expect(await report()).toBe(straight);
});
