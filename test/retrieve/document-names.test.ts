// Which documents a question is about, over invented logs of two lighthouses.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.ts";
import { type DocumentNames, readDocumentNames } from "../../src/retrieve/document-names.ts";
import { rankQuery } from "../../src/retrieve/rank-query.ts";
import { openReferences } from "../../src/use-cases/open-references.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

const years = [2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008];
const matters = ["Oil", "Fog", "Boats"];

let home: TempHome;
let library: Library;
let names: DocumentNames;
beforeAll(async () => {
  home = await makeTempHome();
  for (const year of years) {
    for (const matter of matters) {
      const text = `# ${matter} log\n\n## Keeping\n\nThe keeper of the ${matter} log notes each ton of coal, and who signed for it.\n`;
      await home.write(`LARKRISE_${year}${matter}.md`, text);
    }
    // The file's name says nothing: whose and of when it is stands on its cover.
    const cover = `# Log of the year\n\nGullhaven light, ${year}\n\n## Keeping\n\nEach ton of coal is noted, and who signed for it.\n`;
    await home.write(`scan-${year - 2001}.md`, cover);
  }
  for (const year of years)
    await home.write(`ton-keeper-${year}.md`, `# Return\n\n## Keeping\n\nOf coal, by weight.\n`);
  await home.write("12.md", "Gannets roost on the gallery and are driven off at dusk.\n");
  library = await home.open();
  names = await readDocumentNames(library);
});
afterAll(async () => {
  library.close();
  await home.delete();
});

/** Files by how far a question says that it is about them. */
async function filesNear(question: string): Promise<string[]> {
  const { near } = await names.read(question);
  const fileOf = new Map(library.documents.map(({ id, file }) => [id, file]));
  return [...near].sort((a, b) => b[1] - a[1]).map(([id]) => fileOf.get(id) ?? "");
}

describe("readDocumentNames", () => {
  it("tells documents apart by the parts of their names", async () => {
    const [first] = await filesNear("Who signed the oil log of Larkrise in 2002?");
    expect(first).toBe("LARKRISE_2002Oil.md");
  });

  it("reads a cover where the name says nothing, and a fiscal year in two figures", async () => {
    expect((await filesNear("coal at Gullhaven in 2003"))[0]).toBe("scan-2.md");
    expect((await filesNear("Larkrise FY'04 fog log"))[0]).toBe("LARKRISE_2004Fog.md");
    expect((await filesNear("FY04 fog log, Larkrise"))[0]).toBe("LARKRISE_2004Fog.md");
  });

  it("says nothing of documents where the question names none", async () => {
    expect(await filesNear("Who signs for a ton of coal?")).toEqual([]);
    const { foremost, rest } = await names.read("Who signs for a ton of coal?");
    expect(foremost).toEqual([]);
    expect(rest).toBe("Who signs for a ton of coal?");
  });

  it("takes no word for a name that other documents speak of", async () => {
    // In the names of a quarter of the documents, and in the text of no other.
    const own = (await names.read("the oil log of Larkrise")).near;
    // In the text of all.
    const common = (await names.read("the keeping log")).near;
    expect(own.size).toBeGreaterThan(0);
    expect(common.size).toBe(0);
  });

  it("leaves the names out of what is asked of the documents, never all of it", async () => {
    const { rest } = await names.read("How much coal did Larkrise burn in 2002, by the oil log?");
    expect(rest).toContain("coal");
    expect(rest).not.toMatch(/2002/);
    expect((await names.read("Larkrise 2002 oil")).rest).not.toBe("");
  });

  it("takes two common words in a row for a name where they stand together nowhere else", async () => {
    expect((await filesNear("coal at Ton Keeper in 2003"))[0]).toBe("ton-keeper-2003.md");
    expect(await filesNear("the keeper of a ton of coal")).toEqual([]);
  });

  it("takes no paragraph that a document begins with for its name", async () => {
    expect(await filesNear("Do gannets roost on the gallery?")).toEqual([]);
    expect(await filesNear("within 12 months of gannets")).toEqual([]);
  });

  it("asks of a library without documents", async () => {
    const empty = await readDocumentNames(library.within([]));
    expect((await empty.read("Larkrise 2002")).near.size).toBe(0);
  });
});

it("ranks passages of the document that is meant before the same words of others", async () => {
  const references = await openReferences(library);
  const deps = { library, embedder: createFakeEmbedder(), names: async () => names };
  const asked = "Who signed for coal in the fog log of Larkrise in 2004?";
  const [first] = await rankQuery(asked, deps, references, { k: 5, filter: {} });
  expect(first?.document.file).toBe("LARKRISE_2004Fog.md");
  const ids = library.documents.filter(({ file }) => file.includes("2001")).map(({ id }) => id);
  const within = await rankQuery(asked, deps, references, { k: 5, filter: { documentIds: ids } });
  expect(within.length).toBeGreaterThan(0);
  expect(within.every(({ document }) => document.file.includes("2001"))).toBe(true);
});
