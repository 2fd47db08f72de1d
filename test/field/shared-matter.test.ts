// Words of one matter: which share of what is asked a text speaks of.
import { expect, it } from "vitest";
import { readMatter, shareOfMatter } from "../../src/field/shared-matter.ts";

const share = (asked: string, said: string) => shareOfMatter(readMatter(asked), readMatter(said));

it("counts the same words, and others of the same matter", () => {
  expect(share("internet", "The Wi-Fi goes off at ten.")).toBe(0.85);
  expect(share("running away", "A child who is missing is looked for.")).toBe(0.85);
  expect(share("pocket money", "Pocket money is paid on Fridays.")).toBe(1);
});

it("counts nothing for words of another matter", () => {
  expect(share("the fish pond", "The Wi-Fi goes off at ten.")).toBe(0);
  expect(share("", "The Wi-Fi goes off at ten.")).toBe(0);
});
