import { describe, expect, it } from "vitest";
import { check } from "./check-written.ts";

describe("what others have taken the place of", () => {
  it.each([
    ["Letters go to the Primary Care Trust.", "Primary Care Trust"],
    ["The home follows National Minimum Standards 14 and 15.", "National Minimum Standards"],
    [
      "Read Working Together to Safeguard Children (2015) first.",
      "Working Together to Safeguard Children (2015)",
    ],
    [
      "We keep to the Children’s Homes Regulations 2001, as every home does.",
      "Children’s Homes Regulations 2001",
    ],
    ["A Schedule One offender may not visit.", "Schedule One offender"],
    ["The regulation 33 visitor comes each month.", "regulation 33 visitor"],
    ["Concerns about pupils go to the LSCB within a day.", "LSCB"],
    ["We then tell the LSCB of it.", "LSCB"],
    ["The procedures of the LSCB, which were revised in 2016, are followed.", "LSCB"],
  ])("is told of: %s", async (text, term) => {
    expect(await check(text)).toContain(`replaced-named: ${term}`);
  });

  it.each([
    "In 2019 the partnership replaced the LSCB for our area.",
    "The former Area Child Protection Committee drew up the first version.",
    "Those who came before 2012 have a Criminal Records Bureau certificate on file.",
    "The Data Protection Act 1998 was repealed when the new Act came in.",
    "Our diplomas are of what was once called the Qualifications and Credit Framework.",
    "CRB checks ended. The Disclosure and Barring Service does this now.",
    "Foster carers keep to the National Minimum Standards for fostering services.",
    "At our home every child matters.",
    "Her diploma was approved by the General Social Care Council in 2009.",
    "The registration and inspection unit used to call each spring.",
    "An education, health and care plan (formerly a statement of special educational needs) is kept.",
  ])("is let be where the sentence tells of the past, or of something else: %s", async (text) => {
    expect((await check(text)).filter((line) => line.startsWith("replaced"))).toEqual([]);
  });

  it("is no abbreviation that the document uses for something of its own", async () => {
    expect(await check("The Child Contact Group (CCG) meets monthly.", "The CCG votes.")).toEqual(
      [],
    );
    expect(await check("Stars go into the CRB (Class Reward Book).", "The CRB is kept.")).toEqual(
      [],
    );
    expect(await check("The Clinical Commissioning Groups (CCGs) pay.", "CCGs vote.")).toEqual([
      "replaced-named: Clinical Commissioning Groups",
    ]);
  });
});
