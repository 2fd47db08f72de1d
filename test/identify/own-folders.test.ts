import { describe, expect, it } from "vitest";
import { isOwnFolder } from "../../src/identify/own-folders.ts";

describe("isOwnFolder", () => {
  it.each([
    "own",
    "Own documents",
    "our policies",
    "OUR PLANS",
    "Policies",
    "policies 2025",
    "Policies & Procedures",
    "PoliciesAndProcedures_v2",
    "Policy documents (current)",
    "Marsh Lodge policies",
    "HR policies",
    "In-house documents",
    "Home documents",
    "house-files",
    "Company documents",
    "The provider’s papers",
    "Marsh Lodge/plans",
    "Policies/Fire/2025",
    "own/guidance",
    "own/Regulation 44 visits",
    "Police/our protocols",
    "our handbook/reference",
  ])("takes %s for the provider's own", (folder) => {
    expect(isOwnFolder(`${folder}/a.docx`)).toBe(true);
  });

  it.each([
    "Ofsted policies",
    "National policies",
    "DfE/policies",
    "policies/Ofsted",
    "guidance",
    "Guidance/policies",
    "Council procedures",
    "Local authority plans",
    "Home Office documents",
    "Statutory policies",
    "Example policies",
    "homes",
    "documents",
    "Owning a house",
    "planning permission",
    "Marsh Lodge",
    "library/plans",
  ])("cannot tell of %s", (folder) => {
    expect(isOwnFolder(`${folder}/a.docx`)).toBe(false);
  });

  it("does not look at the name of the file", () => {
    expect(isOwnFolder("our policies.docx")).toBe(false);
  });
});
