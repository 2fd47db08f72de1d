// What is gathered for a query, over an invented guide, a plan and a text that is not trusted.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Library, SearchFilter } from "../../src/library/library.ts";
import type { EvidenceDeps } from "../../src/retrieve/evidence-deps.ts";
import { gather } from "../../src/retrieve/gather.ts";
import { answering, searching, type GatherProfile } from "../../src/retrieve/profiles.ts";
import { openReferences } from "../../src/use-cases/open-references.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

/** Long enough for a passage of its own. */
const written =
  "It is written into the log of Larkrise by whoever was on duty, with the hour, and is read out when the next of them comes, so that nothing of it is lost between one day and the other.";
const guide = [
  "# Guide to the Children's Homes Regulations",
  "## 1 Light",
  `1.1 The lamp at the gate is lit at dusk, as paragraph 2.1 says of oil. ${written}`,
  `1.2 Candles are not left alone. ${written}`,
  "## 2 Oil",
  `2.1 Cans are counted on the first Monday, before the boat comes. ${written}`,
  `2.2 Wicks are cut with scissors. ${written}`,
  "## 3 Bread",
  `3.1 Loaves are cut by the eldest and handed round at noon. ${written}`,
  `3.2 Crumbs are for the birds. ${written}`,
  "## 4 Post",
  `4.1 Letters lie on the sill. ${written}`,
  `4.2 Parcels are opened by those they are for. ${written}`,
].join("\n\n");

let home: TempHome;
let library: Library;
let deps: EvidenceDeps;
beforeAll(async () => {
  home = await makeTempHome();
  await home.write("guide.md", guide);
  await home.write("plan.md", `# Larkrise plan\n\n## Gate\n\nOur gate has a lamp. ${written}\n`);
  await home.write("found.md", `# Found\n\n## Gate\n\nA lamp at any gate is dear. ${written}\n`);
  await home.write(
    "sources.yaml",
    [
      "documents:",
      "  - file: guide.md",
      "    title: Guide to the Children's Homes Regulations",
      "    authority: statutory-guidance",
      "  - file: plan.md",
      "    authority: own",
      "  - file: found.md",
      "    authority: untrusted",
    ].join("\n"),
  );
  library = await home.open();
  const references = await openReferences(library);
  deps = { library, embedder: createFakeEmbedder(), references: async () => references };
});
afterAll(async () => {
  library.close();
  await home.delete();
});

/** One of each text only: what else stands in so small a library is never far down. */
const narrow = (profile: GatherProfile): GatherProfile => ({ ...profile, ranked: 1 });

async function find(
  text: string,
  profile: GatherProfile,
  over: Partial<EvidenceDeps> = {},
  filter?: SearchFilter,
) {
  const wordings = { asked: [text] as const, others: [] };
  return gather(wordings, { ...deps, ...over }, profile, filter);
}

const bread = async () => [{ source: "guide" as const, address: "para/3.1", similarity: 0.9 }];

describe.each([
  ["an answer", answering],
  ["a search", searching],
])("for %s", (_, profile) => {
  it("brings what the best refers to, and counts it less", async () => {
    const { evidence } = await find("lamp at the gate lit at dusk", narrow(profile));
    const [first, ...rest] = evidence;
    expect(first?.passage.text).toContain("lit at dusk");
    const oil = rest.find(({ signals }) => signals.linked !== undefined);
    expect(oil?.passage.text).toContain("Cans are counted");
    expect(oil?.score).toBeCloseTo(profile.linked * (first?.score ?? 0));
  });

  it("brings the provisions of the query's subjects, whatever their words", async () => {
    const query = "lamp at the gate lit at dusk";
    const without = await find(query, narrow(profile));
    expect(without.subject).toBeNull();
    expect(without.evidence.some(({ passage }) => passage.text.includes("Loaves"))).toBe(false);
    const { evidence, subject } = await find(query, narrow(profile), { subjects: bread });
    expect(subject).toBe(0.9);
    const loaves = evidence.find(({ passage }) => passage.text.includes("Loaves"));
    expect(loaves?.signals).toEqual({ asked: 1 });
  });

  it("keeps to the documents asked for, in what is brought as well", async () => {
    const filter = { authorities: ["own" as const] };
    const { evidence } = await find("lamp paragraph 2.1", profile, { subjects: bread }, filter);
    expect(evidence.map(({ document }) => document.file)).toEqual(["plan.md"]);
  });
});

it("quotes nothing of documents that are not trusted, but lists them", async () => {
  const files = async (profile: GatherProfile) =>
    (await find("a lamp at any gate", profile)).evidence.map(({ document }) => document.file);
  expect(await files(searching)).toContain("found.md");
  expect(await files(answering)).not.toContain("found.md");
});

it("puts what a search names first", async () => {
  const { evidence } = await find("lamp at the gate lit at dusk, Guide paragraph 3.1", searching);
  expect(evidence[0]?.passage.text).toContain("Loaves");
  expect(evidence[0]?.signals.named).toBe(1);
});
