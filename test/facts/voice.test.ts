// Whether a document says of itself, and as so, what a sentence speaks of.
import { describe, expect, it } from "vitest";
import { deniesToChild, isRejected, speaksForItself } from "../../src/facts/voice.ts";

describe("speaking for itself", () => {
  it.each([
    "The lamp is lit each evening.",
    "A boat that was wrecked is entered in the log.",
    "The harbour office is told within a week.",
    "Should the keeper fall ill, the office hears of it within a week.",
  ])("does: %s", (text) => expect(speaksForItself(text)).toBe(true));
  it.each([
    "The former owner fined the keepers.",
    "Some other homes fine children for swearing.",
    "Until last year children were fined.",
    "Were a child to be refused supper, the keeper would be dismissed.",
    "The regulations forbid fines.",
    "An inspector once found that children were fined.",
    "We have read “children may be fined for being late” in an old policy.",
  ])("does not: %s", (text) => expect(speaksForItself(text)).toBe(false));
});

describe("rejecting", () => {
  it.each([
    ["Fines are ruled out.", ""],
    ["Fines are banned.", ""],
    ["Fining a child is unlawful.", ""],
    ["We refuse to fine children.", ""],
    ["A worker who fines a child is dismissed.", ""],
    ["Stopping pocket money", "We never use the following:"],
    ["Visits are stopped to protect the child.", "Consequences."],
  ])("does: %s", (text, context) => expect(isRejected(text, context)).toBe(true));
  it.each([
    ["Children are banned from phoning home.", "Consequences."],
    ["A child who swears loses a pound.", "Rules."],
  ])("does not: %s", (text, context) => expect(isRejected(text, context)).toBe(false));
});

describe("a no to a child", () => {
  it.each([
    "A child who throws food does not get pudding.",
    "Anyone who is rude has no supper that evening.",
    "When one child breaks the lamp, nobody may go out.",
  ])("is: %s", (text) => expect(deniesToChild(text)).toBe(true));
  it.each([
    "No visit is ever lost when a child misbehaves.",
    "Nobody may take money from a child who swears.",
    "A child who swears is not fined.",
    "A child who is late does not have a phone call stopped.",
    "Children do not get punished when they are late.",
  ])("is not: %s", (text) => expect(deniesToChild(text)).toBe(false));
});
