import { isFieldTitle } from "../../src/field/of-field.ts";
import { describe, expect, it } from "vitest";
import type { Change, ChangedPlace } from "../../src/compare/change.ts";
import type { ComparedEdition, Comparison } from "../../src/compare/comparison.ts";
import { isOfStandard, isOfWorkforce, standards } from "../../src/digest/standards.ts";

function changeAt(address: string, trail: readonly string[] = []): Change {
  const place: ChangedPlace = { address, locator: null, trail, page: null };
  return {
    kind: "added",
    old: null,
    new: place,
    oldText: null,
    newText: "",
    words: [],
    marks: [],
    force: null,
    shifts: [],
  };
}

function documentOf(title: string, authority: ComparedEdition["authority"]) {
  return { new: { title, authority, field: isFieldTitle(title) } } as Pick<Comparison, "new">;
}

const law = documentOf("The Children's Homes (England) Regulations 2015", "legislation");
const guide = documentOf(
  "Guide to the children's homes regulations including the quality standards",
  "statutory-guidance",
);
const charter = documentOf("A charter for children's homes", "voluntary");

function standardsOf(change: Change, document: Pick<Comparison, "new">): string[] {
  return standards
    .filter((standard) => isOfStandard(change, standard, document))
    .map(({ regulation }) => regulation);
}

describe("standards of a change", () => {
  it.each([
    ["reg/12/2/b", [], law, ["12"]],
    ["reg/1/2", [], law, []],
    ["reg/35/3", [], law, []],
    ["para/9.8", ["The protection of children standard", "Guidance"], guide, ["12"]],
    ["para/5.1", ["The education standard"], guide, ["8"]],
    ["quoted/reg/7/2/a", ["The text of the regulation"], guide, ["7"]],
    ["para/15.2", ["Review of quality of care"], guide, []],
    ["para/1", ["The protection of children standard"], charter, []],
  ] as const)("%s", (address, trail, document, expected) => {
    expect(standardsOf(changeAt(address, trail), document)).toEqual(expected);
  });

  it("knows what is of the workforce", () => {
    expect(isOfWorkforce(changeAt("reg/32/4"), law)).toBe(true);
    expect(isOfWorkforce(changeAt("reg/34/4"), law)).toBe(false);
    expect(isOfWorkforce(changeAt("para/10.8", ["Workforce"]), guide)).toBe(true);
  });
});
