import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.ts";
import type { EvidenceDeps } from "../../src/retrieve/evidence-deps.ts";
import { openReferences } from "../../src/use-cases/open-references.ts";
import { searchLibrary, type SearchOptions } from "../../src/use-cases/search-library.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

const lamp =
  "The lamp is lit at dusk and its wick trimmed through the night by the keeper on watch, who writes the hour of each trimming into the log and signs it before the next keeper climbs the stair and takes the glass, the key and the oil can from him at the door.";
const oil =
  "Paragraph 2.1 says who counts the oil that the lamps of the tower burn in a week, and how much of it must be left when the boat comes, since a tower that runs dry in a storm has nobody to borrow from and ships will come to grief on the rocks below it.";
const stores =
  "Stores are counted on the first Monday, before the boat comes with bread and letters, by two keepers together, and what is short is written on the slate in the hall, so that the harbour can send it with the next boat or, failing that, with the one after it.";
const ropes =
  "Ropes hang dry in the loft, and no wet rope is coiled there or lent to visiting ships, however kindly their masters ask, because a rope that has rotted once will hold no boat in a gale, and new ones come from the mainland only twice in a year.";
const boats =
  "The boat house is painted every spring by the apprentices of the harbour, who bring their own brushes and are given soup at noon, and its doors are greased on the same day, so that they open in a frost without a hammer or more than one pair of hands.";

const guide = `# Guide to lighthouses\n\n## Lamps\n\n${lamp}\n\n## Oil\n\n${oil}\n\n## Stores\n\n${stores}\n\n## Ropes\n\n${ropes}\n`;
const plan = `# Gull Rock plan\n\n## Light\n\n${lamp}\n\n## Boats\n\n${boats}\n`;

let home: TempHome;
let library: Library;
let deps: EvidenceDeps;
beforeAll(async () => {
  home = await makeTempHome();
  await home.write("guide.md", guide);
  await home.write("own/plan.md", plan);
  await home.write(
    "sources.yaml",
    "documents:\n  - file: guide.md\n    title: Guide to lighthouses\n    authority: statutory-guidance\n  - file: own/plan.md\n    title: Gull Rock plan\n    authority: own\n",
  );
  library = await home.open();
  const references = await openReferences(library);
  deps = { library, embedder: createFakeEmbedder(), references: async () => references };
});
afterAll(async () => {
  library.close();
  await home.delete();
});

const search = (query: string, options: Partial<SearchOptions> = {}) =>
  searchLibrary(query, deps, { k: 5, ...options });

describe("a search", () => {
  it("ranks from 1, the best first, and again the same", async () => {
    const results = await search("no wet rope is coiled there or lent to visiting ships");
    expect(results.map(({ rank }) => rank)).toEqual(results.map((_, at) => at + 1));
    expect(results[0]?.text).toContain("Ropes hang dry");
    expect(await search("no wet rope is coiled there or lent to visiting ships")).toEqual(results);
  });

  it("gives what is said twice once, and names the other place", async () => {
    const results = await search("when is the lamp lit and the wick trimmed");
    const lit = results.filter(({ text }) => text.includes("lit at dusk"));
    expect(lit).toHaveLength(1);
    const files = [lit[0]?.file, ...(lit[0]?.also ?? []).map(({ file }) => file)];
    expect(files.sort()).toEqual(["guide.md", "own/plan.md"]);
  });

  it("is narrowed to documents and authorities", async () => {
    const own = await search("lamp oil paragraph 2.1", { filter: { authorities: ["own"] } });
    expect(new Set(own.map(({ file }) => file))).toEqual(new Set(["own/plan.md"]));
    const documentIds = library.documents
      .filter(({ file }) => file === "guide.md")
      .map(({ id }) => id);
    const one = await search("boat house", { filter: { documentIds } });
    expect(one.every(({ file }) => file === "guide.md")).toBe(true);
  });

  it("explains its scores when asked to", async () => {
    const [plain] = await search("ropes");
    expect(plain).not.toHaveProperty("explanation");
    const [first] = await search("ropes", { explain: true });
    expect(first?.explanation?.map(({ signal }) => signal)).toContain("text");
  });

  it("finds nothing but does not fail without words", async () => {
    expect(await search("", { k: 0 })).toEqual([]);
    expect((await search("?")).length).toBeLessThanOrEqual(5);
  });
});
