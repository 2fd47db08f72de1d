import { expect, it } from "vitest";
import { sayInTermsOfLaw } from "../../src/plan/plain-words.ts";

it("puts everyday words into those of the law", () => {
  expect(sayInTermsOfLaw("Can his nan ring him?")).toBe(
    "Can his relative contact by telephone him?",
  );
  expect(sayInTermsOfLaw("What if a kid runs away?")).toBe(
    "What if a child missing or absent without permission?",
  );
});

it("knows letters by their capitals", () => {
  expect(sayInTermsOfLaw("Who can be our RI?")).toBe("Who can be our responsible individual?");
  expect(sayInTermsOfLaw("Where does the ri go?")).toBeNull();
});

it("adds nothing where the law's own words stand already", () => {
  expect(sayInTermsOfLaw("Is a hold a restraint?")).toBeNull();
  expect(sayInTermsOfLaw("Which medicines may a home keep?")).toBeNull();
});

it("does not replace what it has put in", () => {
  // "electronic monitoring and surveillance" holds no everyday word of its own, "missing" none either.
  expect(sayInTermsOfLaw("May we have cameras?")).toBe(
    "May we have electronic monitoring and surveillance?",
  );
});
