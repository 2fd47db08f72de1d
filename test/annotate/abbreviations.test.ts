// Abbreviations that a quoted document defines are explained in its own words.
import { describe, expect, it } from "vitest";
import { explain, findAbbreviations, quoteDefinition } from "../../src/annotate/abbreviations.ts";
import { offices } from "../../src/references/field-facts.ts";
import type { Quote } from "../../src/draft/draft.ts";
import type { LibraryProvision } from "../../src/references/reference-library.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import {
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
} from "../support/made-up-evidence.ts";
import { readParts } from "../support/read-parts.ts";

const definitions = makeEvidence(
  lighthouseLaw,
  makePassage(lighthouseLaw, [
    { text: "(1) In these Regulations—", locator: "2(1)" },
    { text: "“CLI” means the Chief Lamp Inspector;", locator: "2(1) “CLI”" },
    { text: "“keeper” means who keeps the lamp;", locator: "2(1) “keeper”" },
  ]),
);
const duty = makeEvidence(
  lighthouseLaw,
  makePassage(lighthouseLaw, [
    { text: "(1) The keeper must tell CLI of a wreck.", locator: "7(1)" },
    { text: "(2) CLIs and the RNLB are others.", locator: "7(2)" },
  ]),
);

function define(title: string, address: string): LibraryProvision {
  return {
    documentId: lighthouseLaw.id,
    ordinal: 1,
    parent: 0,
    kind: "definition",
    address,
    locator: null,
    title,
    page: 1,
    pageEnd: 1,
    standing: "current",
    quotes: null,
  };
}
const ofLaw = [
  define("CLI", "reg/2/1/def/cli"),
  define("keeper", "reg/2/1/def/keeper"),
  { ...define("WRECKS", "reg/9"), kind: "regulation" as const },
];
const titledOf = (id: string) => (id === lighthouseLaw.id ? ofLaw : []);

function cite(evidence: Evidence, words: string): Quote {
  const start = evidence.passage.text.indexOf(words);
  if (start < 0) throw new Error(`nothing says ${words}`);
  return { evidence, start, end: start + words.length };
}
const found = (...cited: readonly Quote[]) =>
  findAbbreviations(cited, titledOf).map(({ address }) => address);

describe("findAbbreviations", () => {
  it("finds what is quoted in capitals and defined in the same document, once", () => {
    const use = cite(duty, "tell CLI of a wreck");
    expect(found(use, use)).toEqual(["reg/2/1/def/cli"]);
  });

  it("passes over words, parts of words, and what the document does not define", () => {
    expect(found(cite(duty, "The keeper must"))).toEqual([]);
    expect(found(cite(duty, "CLIs and the RNLB are others."))).toEqual([]);
    const guidance = { ...duty, document: lighthouseGuide };
    expect(found(cite(guidance, "tell CLI of a wreck"))).toEqual([]);
  });

  it("passes over what the answer quotes the meaning of", () => {
    expect(found(cite(duty, "tell CLI"), cite(definitions, "“CLI” means the Chief"))).toEqual([]);
  });

  it("takes the meaning of the regulation that is quoted before that of all", () => {
    const both = [...ofLaw, define("CLI", "reg/7/3/def/cli")];
    const at = (words: Quote) =>
      findAbbreviations([words], () => both).map(({ address }) => address);
    expect(at(cite(duty, "tell CLI"))).toEqual(["reg/7/3/def/cli"]);
    const elsewhere = makeEvidence(
      lighthouseLaw,
      makePassage(lighthouseLaw, [{ text: "CLI may board.", locator: "8" }]),
    );
    expect(at(cite(elsewhere, "CLI may board."))).toEqual(["reg/2/1/def/cli"]);
  });
});

describe("explain", () => {
  const [abbreviation] = findAbbreviations([cite(duty, "tell CLI")], titledOf);
  if (!abbreviation) throw new Error("no abbreviation");

  it("quotes the definition where it stands, without the mark that leads on", () => {
    const meaning = quoteDefinition(abbreviation, [duty, definitions]);
    if (!meaning) throw new Error("no definition");
    expect(explain(abbreviation, meaning).lines.map(readParts)).toEqual([
      [
        "strong: CLI:",
        "name: Lighthouse Regulations, regulation 2(1) “CLI”",
        "words: :",
        "quote: “CLI” means the Chief Lamp Inspector",
      ],
    ]);
    expect(quoteDefinition(abbreviation, [duty])).toBeNull();
  });

  it("adds the name that everybody knows, where the definition is of that office", () => {
    const label = (text: string) => {
      const evidence = makeEvidence(
        lighthouseLaw,
        makePassage(lighthouseLaw, [{ text, locator: "2(1) “HMCI”" }]),
      );
      const known = { ...abbreviation, title: "HMCI", address: "reg/2/1/def/hmci" };
      const meaning = quoteDefinition(known, [evidence]);
      return meaning && explain(known, meaning).lines.map(readParts)[0]?.[0];
    };
    const office = "Chief Inspector of Education, Children's Services and Skills";
    expect(label(`“HMCI” means His Majesty's ${office};`)).toBe("strong: HMCI (this is Ofsted):");
    expect(label("“HMCI” means the harbour master;")).toBe("strong: HMCI:");
    for (const { term } of offices) expect(term).toMatch(/^\p{Lu}{2,}$/u);
  });
});
