// What is gathered for a query, over an invented guide, a plan and a text that is not trusted.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Library, SearchFilter } from "../../src/library/library.ts";
import type { EvidenceDeps } from "../../src/retrieve/evidence-deps.ts";
import { gather } from "../../src/retrieve/gather.ts";
import { answering, searching, type GatherProfile } from "../../src/retrieve/profiles.ts";
import type { SubjectMatches } from "../../src/retrieve/subjects/match-subjects.ts";
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
  const wordings = { asked: text, others: [] };
  return gather(wordings, { ...deps, ...over }, profile, filter);
}

const matching = (
  provisions: readonly (readonly [address: string, similarity: number])[],
  over: Partial<SubjectMatches> = {},
): SubjectMatches => ({
  provisions: provisions.map(([address, similarity]) => ({ source: "guide", address, similarity })),
  statements: new Map(),
  beyond: { all: 0, own: 0 },
  ...over,
});
const bread = async () => matching([["para/3.1", 0.9]]);

describe.each([
  ["an answer", answering],
  ["a search", searching],
])("for %s", (_, profile) => {
  it("brings what the best refers to, and counts it less", async () => {
    const [first, ...rest] = await find("lamp at the gate lit at dusk", narrow(profile));
    expect(first?.passage.text).toContain("lit at dusk");
    const oil = rest.find(({ signals }) => signals.linked !== undefined);
    expect(oil?.passage.text).toContain("Cans are counted");
    expect(oil?.score).toBeCloseTo(profile.linked * (first?.score ?? 0));
  });

  it("brings the provisions of the query's subjects, whatever their words", async () => {
    const query = "lamp at the gate lit at dusk";
    const loaves = async (over: Partial<EvidenceDeps>) =>
      (await find(query, narrow(profile), over)).find(({ passage }) =>
        passage.text.includes("Loaves"),
      );
    expect(await loaves({})).toBeUndefined();
    expect((await loaves({ subjects: bread }))?.signals).toEqual({ asked: 1 });
  });

  it("keeps to the documents asked for, in what is brought as well", async () => {
    const filter = { authorities: ["own" as const] };
    const evidence = await find("lamp paragraph 2.1", profile, { subjects: bread }, filter);
    expect(evidence.map(({ document }) => document.file)).toEqual(["plan.md"]);
  });
});

it("tells for an answer how similar the nearest subject is that stands for a provision", async () => {
  const subjects = async () =>
    matching([
      ["para/3.1", 0.9],
      ["para/2.1", 0.8],
      ["para/3.1", 0.7],
    ]);
  const evidence = await find("lamp at the gate lit at dusk", answering, { subjects });
  const similarityOf = (start: string) => {
    const [similarity] = evidence.flatMap(({ passage, subjects: known }) =>
      passage.spans
        .filter((span) => passage.text.slice(span.start, span.end).includes(start))
        .map(({ provision }) => known?.get(provision) ?? null),
    );
    return similarity;
  };
  expect(similarityOf("Loaves are cut")).toBe(0.9);
  expect(similarityOf("Cans are counted")).toBe(0.8);
  expect(similarityOf("The lamp at the gate")).toBeNull();
});

it("tells for an answer how near known questions come, and looks them up by every wording", async () => {
  const asked: (readonly string[])[] = [];
  const known = matching([], { statements: new Map([["0123456789", 0.7]]) });
  const subjects = async (wordings: readonly string[]) => {
    asked.push(wordings);
    return known;
  };
  const wordings = { asked: "lamp at the gate lit at dusk", others: ["candles"] };
  const evidence = await gather(wordings, { ...deps, subjects }, answering);
  expect(asked).toEqual([["lamp at the gate lit at dusk", "candles"]]);
  expect(evidence.length).toBeGreaterThan(0);
  for (const one of evidence) expect(one.known?.statements.get("0123456789")).toBe(0.7);
});

describe("what nothing is known to answer", () => {
  const beyondIn = async (own: boolean, beyond: SubjectMatches["beyond"]) => {
    const documents = library.documents.filter(({ authority }) => own || authority !== "own");
    const over = {
      library: { ...library, documents },
      subjects: async () => matching([], { beyond }),
    };
    const evidence = await find("lamp at the gate lit at dusk", answering, over);
    return [...new Set(evidence.map(({ known }) => known?.beyond))];
  };

  it("leaves out, in a library with own documents, what those could answer", async () => {
    expect(await beyondIn(true, { all: 0.4, own: 0.8 })).toEqual([0.4]);
  });

  it("takes in, in one without, what only own documents could answer", async () => {
    expect(await beyondIn(false, { all: 0.4, own: 0.8 })).toEqual([0.8]);
    expect(await beyondIn(false, { all: 0.6, own: 0.2 })).toEqual([0.6]);
  });
});

it("quotes nothing of documents that are not trusted, but lists them", async () => {
  const files = async (profile: GatherProfile) =>
    (await find("a lamp at any gate", profile)).map(({ document }) => document.file);
  expect(await files(searching)).toContain("found.md");
  expect(await files(answering)).not.toContain("found.md");
});

it("puts what a search names first", async () => {
  const [first] = await find("lamp at the gate lit at dusk, Guide paragraph 3.1", searching);
  expect(first?.passage.text).toContain("Loaves");
});

it("holds for named less what a question names by the way", async () => {
  const namedBy = async (query: string) => (await find(query, searching))[0]?.signals.named;
  expect(await namedBy("What does Guide paragraph 3.1 say?")).toBe(1);
  expect(
    await namedBy("Who lights the lamp at the gate besides the one of Guide paragraph 3.1?"),
  ).toBe(0.3);
});
