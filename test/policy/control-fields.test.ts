// Document control: what the facts say, and nothing that they do not.
import { describe, expect, it } from "vitest";
import type { HomeFacts } from "../../src/homes/facts.ts";
import { controlFields } from "../../src/policy/control-fields.ts";
import { isAboutFact, stateFact } from "../../src/policy/home-facts.ts";
import { made } from "./made-facts.ts";

const control = (over: Partial<HomeFacts["documentControl"]>, date: string | null = null) =>
  Object.fromEntries(
    controlFields(
      { ...made, documentControl: { versions: null, reviewMonths: null, approver: null, ...over } },
      date,
    ).map(({ name, value, blank }) => [name, value ?? `? ${blank}`]),
  );

describe("controlFields", () => {
  it("leaves open all that nobody has said", () => {
    expect(control({})).toEqual({
      Home: "Elm House",
      "Document number": "? document number",
      Version: "? version",
      "Approved by": "? who approves this document, and when",
      "Date of this version": "? date of this version",
      "Next review": "? date of the next review",
    });
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2027-03-15", 12, "2028-03-15"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2026-11-30", 3, "2027-02-28"],
  ])("counts the review from %s by %d months", (date, reviewMonths, next) => {
    expect(control({ reviewMonths }, date)["Next review"]).toBe(next);
  });

  it("says the cycle where there is no date, and who approves without saying that it is approved", () => {
    const fields = control({
      versions: "year.number",
      reviewMonths: 1,
      approver: "registered-manager",
    });
    expect(fields["Next review"]).toBe("1 month after the date of this version");
    expect(fields["Approved by"]).toBe(
      "? approval of the registered manager, Petra Vale, with date",
    );
    expect(fields["Version"]).toBe("? version: year and number, as in 2025.2");
  });
});

describe("stateFact", () => {
  it("states what is known in fixed sentences, and leaves open what is not", () => {
    expect(stateFact("capacity", made).says).toBe("The home is registered for 1 child.");
    expect(stateFact("ages", made)).toMatchObject({ says: null });
    expect(stateFact("registered-manager", made).says).toBe(
      "The registered manager is Petra Vale.",
    );
    expect(stateFact("responsible-individual", made)).toMatchObject({
      says: null,
      lacks: "name of the responsible individual",
    });
  });

  it("does not choose between two who hold a post, and forgets who has left", () => {
    expect(stateFact("deputy-manager", made)).toMatchObject({
      says: null,
      lacks: "which of Ann Lee and Bo Ray is the deputy manager",
    });
    expect(stateFact("fire-officer", made).says).toBeNull();
  });

  it("is told from others where a contradiction is about it", () => {
    const about = { kind: "name", key: "registered manager" };
    expect(isAboutFact("registered-manager", about)).toBe(true);
    expect(isAboutFact("responsible-individual", about)).toBe(false);
    expect(isAboutFact("ages", { kind: "ages", key: "home" })).toBe(true);
  });
});
