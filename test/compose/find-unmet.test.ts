// Which of a question's names an answer would have to speak of, and no passage found does.
import { describe, expect, it } from "vitest";
import { findUnmet } from "../../src/compose/find-unmet.ts";
import type { DocumentInfo } from "../../src/document.ts";
import {
  describeDocument,
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
} from "../support/made-up-evidence.ts";

let ordinal = 0;
function found(text: string, document: DocumentInfo = lighthouseLaw, trail: string[] = []) {
  ordinal += 1;
  return makeEvidence(document, makePassage(document, [{ text }], { ordinal, trail }));
}

const lamp = found("The keeper must light the lamp at dusk.");
const croydon = { neighbours: [], asked: ["Croydon"] };
const wales = { neighbours: ["Wales"], asked: [] };

describe("a name that is asked about", () => {
  it("is unmet where no passage speaks of it", () => {
    expect(findUnmet([lamp], { neighbours: [], asked: ["Croydon", "Dover"] })).toEqual([
      "Croydon",
      "Dover",
    ]);
  });

  it("is met in the words, the headings or the document's title of any passage", () => {
    const titled = describeDocument({ id: "croydon", title: "Lamps of Croydon" });
    expect(findUnmet([lamp, found("The lamp in Croydon is lit at noon.")], croydon)).toEqual([]);
    expect(
      findUnmet([lamp, found("The lamp is lit at noon.", lighthouseLaw, ["Croydon"])], croydon),
    ).toEqual([]);
    expect(findUnmet([lamp, found("The lamp is lit at noon.", titled)], croydon)).toEqual([]);
  });

  it("is looked for in the foremost passages alone", () => {
    const before = Array.from({ length: 5 }, () => found("The horn is sounded in thick fog."));
    const named = found("The lamp in Croydon is lit at noon.");
    expect(findUnmet([...before.slice(1), named], croydon)).toEqual([]);
    expect(findUnmet([...before, named], croydon)).toEqual(["Croydon"]);
  });
});

describe("a neighbour of England", () => {
  const listed = found("Keepers serve in England, Wales and Scotland.", lighthouseGuide);

  it("is unmet where a passage behind the best only mentions it", () => {
    expect(findUnmet([lamp, listed], wales)).toEqual(["Wales"]);
  });

  it("is met by the words of the best, or by the headings or title over any", () => {
    const titled = describeDocument({ id: "welsh", title: "Lamps of Wales" });
    expect(findUnmet([listed, lamp], wales)).toEqual([]);
    expect(findUnmet([lamp, found("The lamp is lit at noon.", titled)], wales)).toEqual([]);
    expect(
      findUnmet([lamp, found("The lamp is lit at noon.", lighthouseLaw, ["Wales"])], wales),
    ).toEqual([]);
  });
});

describe("a passage that makes no statement", () => {
  const label = found("Lamps of Croydon");

  it("meets no name", () => {
    expect(findUnmet([lamp, label], croydon)).toEqual(["Croydon"]);
  });

  it("is nothing that could miss one, either", () => {
    expect(findUnmet([], croydon)).toEqual([]);
    expect(findUnmet([label], croydon)).toEqual([]);
  });
});
