import { expect, it } from "vitest";
import {
  endPiece,
  leaveOut,
  noteUnread,
  openLosses,
  tellLosses,
} from "../../src/extract/losses.ts";

it("joins the pieces of a paragraph, and none of white space alone", () => {
  const losses = openLosses();
  leaveOut(losses, "struck", " ", { joins: true });
  leaveOut(losses, "struck", "may ", { joins: true });
  leaveOut(losses, "struck", "be", { joins: true });
  leaveOut(losses, "hidden", "not", { joins: true });
  endPiece(losses);
  leaveOut(losses, "hidden", "seen", { joins: true });
  expect(tellLosses(losses).leftOut).toEqual([
    { page: null, text: "may be", reason: "struck" },
    { page: null, text: "not", reason: "hidden" },
    { page: null, text: "seen", reason: "hidden" },
  ]);
});

it("names each place once, by heading and page, and counts the rest", () => {
  const losses = openLosses();
  noteUnread(losses, "comment");
  losses.under = "Fire";
  noteUnread(losses, "comment", { page: 2, count: 12 });
  for (let page = 3; page < 9; page += 1) noteUnread(losses, "comment", { page });
  const { leftOut, problems } = tellLosses(losses, { saved: true });
  expect(leftOut).toEqual([]);
  expect(problems).toEqual([
    {
      code: "comment-not-read",
      pages: [2, 3, 4, 5, 6, 7, 8],
      message:
        "19 comments are not read: before any heading; under “Fire”, page 2 as last saved; under “Fire”, page 3 as last saved; under “Fire”, page 4 as last saved; under “Fire”, page 5 as last saved; and 3 more.",
    },
  ]);
});

it("tells nothing of furniture, and takes what was inserted for text", () => {
  const losses = openLosses();
  leaveOut(losses, "menu", "Home");
  leaveOut(losses, "inserted", "within a day", { page: 4 });
  const { leftOut, problems } = tellLosses(losses);
  expect(leftOut).toEqual([{ page: null, text: "Home", reason: "menu" }]);
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    [
      "tracked-insertion",
      "1 tracked insertion is taken as text: page 4 (“within a day”). Accept or reject the changes to settle it.",
    ],
  ]);
});
