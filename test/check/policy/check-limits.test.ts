// A policy that asks for less than the provision it names.
import { describe, expect, it } from "vitest";
import { paragraph } from "../../extract/word/make-docx.ts";
import { check, checkBody } from "./check-written.ts";

describe("a weaker limit than that of the provision a sentence names", () => {
  it("is told with both figures", async () => {
    const text = "A log of every wreck is made within 72 hours (regulation 4(2)(a)).";
    const [finding, ...more] = await checkBody(paragraph(text));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code: "weaker-than-law",
      severity: "warning",
      reference: "72 hours",
      place: { locator: "4(2)(a)" },
    });
    expect(finding?.message).toContain("“72 hours”");
    expect(finding?.message).toContain("4(2)(a) has “36 hours”");
  });

  it.each([
    // The longest of the regulation's own times is five days.
    ["Logs of wrecks are made within a fortnight, as regulation 4(2) says.", "within a fortnight"],
    [
      "Under regulation 5(1) an independent person visits the lamp house every two months.",
      "two months",
    ],
    ["We visit quarterly through an independent person (regulation 5).", "quarterly"],
  ])("%s", async (text, words) => {
    expect(await check(text)).toEqual([`weaker-than-law: ${words}`]);
  });

  it.each([
    "A log of every wreck is made within 36 hours (regulation 4(2)(a)).",
    "A log of every wreck is made within 12 hours (regulation 4(2)(a)).",
    "A log of every wreck is made within 72 hours.",
    "An independent person visits weekly (regulation 5(1)).",
    "The log is kept for ten years (regulation 4(2)(a)).",
    "No log is made later than 72 hours after a wreck, see regulation 4(2)(a).",
  ])("is not: %s", async (text) => {
    expect(await check(text)).toEqual([]);
  });
});

it("tells of a “should” where the provision named has a “must”", async () => {
  const text = "The registered person should write a storm drill policy (regulation 4(1)).";
  expect(await check(text)).toEqual(["weaker-than-law: should"]);
  expect(
    await check("The registered person must write a storm drill policy (regulation 4(1))."),
  ).toEqual([]);
  expect(await check("Staff should read the storm drill policy (regulation 4(1)).")).toEqual([]);
});
