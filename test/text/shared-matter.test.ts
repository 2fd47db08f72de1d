// Words of one matter: which share of what is asked a text speaks of.
import { expect, it } from "vitest";
import { readMatter, shareOfMatter } from "../../src/text/shared-matter.ts";

const shares = (asked: string, said: string) => shareOfMatter(readMatter(asked), readMatter(said));

it("counts the same words, and others of the same matter", () => {
  expect(shares("internet", "The Wi-Fi goes off at ten.")).toEqual({ same: 0, either: 1 });
  expect(shares("running away", "A child who is missing is looked for.").either).toBe(1);
  expect(shares("pocket money", "Pocket money is paid on Fridays.")).toEqual({
    same: 1,
    either: 1,
  });
});

it("counts nothing for words of another matter", () => {
  expect(shares("the fish pond", "The Wi-Fi goes off at ten.")).toEqual({ same: 0, either: 0 });
  expect(shares("", "The Wi-Fi goes off at ten.")).toEqual({ same: 0, either: 0 });
});
