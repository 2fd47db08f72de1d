import { describe, expect, it } from "vitest";
import { readSources } from "../../src/discover/read-sources.ts";
import { setEntry } from "../../src/settings/set-entry.ts";

const entry = { file: "law/new.pdf", title: 'A “title”: with "marks"', supersedes: "law/old.pdf" };

describe("setEntry", () => {
  it("makes a list where there is none, and one that reads back", async () => {
    for (const text of ["", "# nothing yet\n", "documents: []\n"]) {
      const made = await setEntry(text, entry, "sources.yaml");
      const [read] = await readSources(made, "sources.yaml");
      expect(read).toMatchObject({ file: entry.file, declared: { title: entry.title } });
    }
  });

  it("keeps comments, values as they were written, and entries of others", async () => {
    const text = `# What these are.
documents:
  - file: Guide.pdf # the Guide
    version: "1.10"
    date: 2015-04
  - file: own/
    authority: own
`;
    const made = await setEntry(text, entry, "sources.yaml");
    expect(made.startsWith(text)).toBe(true);
    const changed = await setEntry(text, { file: "Guide.pdf", url: "https://www.gov.uk/x" }, "s");
    expect(changed).toContain("# the Guide");
    expect(changed).toContain('version: "1.10"');
    expect(await readSources(changed, "s")).toHaveLength(2);
  });

  it.each(["documents: none\n", "- a\n", "documents: [\n"])(
    "refuses what is no such list: %j",
    async (text) => {
      await expect(setEntry(text, entry, "sources.yaml")).rejects.toMatchObject({
        code: "sources-invalid",
      });
    },
  );
});
