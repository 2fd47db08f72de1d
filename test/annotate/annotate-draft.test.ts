// What is noted of an answer's sources, from a made-up library: editions, and words that newer documents have overtaken.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Draft } from "../../src/draft/draft.ts";
import { quotePart } from "../../src/draft/line-parts.ts";
import { isTold } from "../../src/findings/finding-line.ts";
import type { Library } from "../../src/library/library.ts";
import { buildAnswer } from "../../src/report/build-answer.ts";
import { annotateDraft } from "../../src/annotate/annotate-draft.ts";
import { openReferences } from "../../src/use-cases/open-references.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

const sources = `documents:
  - { file: guide-2014.md, title: Guide to lamps 2014, short: Old lamp guide, date: 2014-03, authority: statutory-guidance }
  - { file: guide-2023.md, title: Guide to lamps 2023, short: Lamp guide, date: 2023-05, authority: statutory-guidance }
  - { file: law.md, title: "The Children's Homes (England) Regulations 2015", short: Regulations, authority: legislation }
`;

const oldText = "Ask the Local Safeguarding Children Board before the lamp is lit.";
const newText =
  "The safeguarding partners are the local authority, the health board and the chief officer of police.";

describe("annotateDraft", () => {
  let home: TempHome;
  let library: Library;
  beforeAll(async () => {
    home = await makeTempHome();
    await home.write("sources.yaml", sources);
    await home.write("guide-2014.md", `# Guide to lamps 2014\n\n## Asking\n\n${oldText}\n`);
    await home.write("guide-2023.md", `# Guide to lamps 2023\n\n## Partners\n\n${newText}\n`);
    await home.write("law.md", "# Regulations\n\nLamps must be lit.\n");
    library = await home.open();
  });
  afterAll(async () => {
    library?.close();
    await home?.delete();
  });

  const annotate = (draft: Draft) =>
    annotateDraft(draft, {
      library,
      embedder: createFakeEmbedder(),
      references: () => openReferences(library),
    });

  async function quoting(file: string, words: string): Promise<Draft> {
    const document = library.documents.find((entry) => entry.file === file);
    if (!document) throw new Error(`no ${file}`);
    const passage = (await library.passagesOf(document.id)).find(({ text }) =>
      text.includes(words),
    );
    if (!passage) throw new Error(`no passage says ${words}`);
    const evidence = { passage, document, score: 1, signals: {}, similarity: 1 };
    const start = passage.text.indexOf(words);
    const quote = quotePart({ evidence, start, end: start + words.length });
    const claim = {
      authority: document.authority,
      lines: [{ depth: 0, parts: [quote] }],
    };
    return {
      question: "Whom to ask?",
      direct: [claim],
      sections: [],
      missing: [],
      engine: { name: "extractive", model: null },
    };
  }

  it("flags a newer edition, and words that it has overtaken, with the page that says so", async () => {
    const draft = await annotate(await quoting("guide-2014.md", oldText));
    expect(draft.findings?.map(({ code, severity }) => [code, severity])).toEqual([
      ["guidance-overtaken", "note"],
      ["edition-superseded", "warning"],
    ]);
    expect(draft.findings?.some(isTold)).toBe(false);
    const { answer, sources: cited } = buildAnswer(draft, { fingerprint: "f", documents: 3 });
    expect(answer).toBe(
      [
        `“${oldText}” [1]`,
        "**Where newer documents have overtaken the words quoted**",
        "- **Old lamp guide, “Asking” (as at 2014-03) speaks of**: “Local Safeguarding Children Board” [1]\n" +
          `  - **Now safeguarding partners: Lamp guide, “Partners” (as at 2023-05)**: “${newText}” [2]`,
        "**Newer editions of what is quoted**",
        "- Guide to lamps 2014 (as at 2014-03, guide-2014.md): the library holds Guide to lamps 2023 (as at 2023-05, guide-2023.md)",
      ].join("\n\n"),
    );
    expect(cited.map(({ file }) => file)).toEqual(["guide-2014.md", "guide-2023.md"]);
  });

  it("puts its notes under a heading of their own where the answer has headings", async () => {
    const plain = await quoting("guide-2014.md", oldText);
    expect((await annotate(plain)).notes?.heading).toBeNull();
    const headed = { ...plain, sections: [{ heading: "Whom to ask", groups: [] }] };
    const { direct, sections, notes } = await annotate(headed);
    expect(direct).toBe(plain.direct);
    expect(sections).toBe(headed.sections);
    expect(notes?.heading).toBe("Notes on what is quoted");
  });

  it("leaves an answer from current documents as it is", async () => {
    const draft = await quoting("guide-2023.md", newText);
    expect(await annotate(draft)).toBe(draft);
    const law = await quoting("law.md", "Lamps must be lit.");
    expect(await annotate(law)).toBe(law);
  });
});
