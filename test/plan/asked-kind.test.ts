// The kind of thing that a question asks for.
import { expect, it } from "vitest";
import { readAsked } from "../../src/plan/asked-kind.ts";

it.each([
  ["How long is the log kept?", "length", "how long"],
  ["For how many days may a mate be away?", "length", "how many days"],
  ["How much notice must a keeper give?", "length", "how much notice"],
  ["How often is the horn tested?", "frequency", "how often"],
  ["How many times a year is the tower painted?", "frequency", "how many times"],
  ["How soon must the owner be told?", "time", "how soon"],
  ["What are the reporting deadlines after a wreck?", "time", "what reporting deadlines"],
  ["Is there a deadline for the log?", "time", "what deadline"],
  ["By when must the owner be told?", "time", "by when"],
  ["When is the lamp lit?", "occasion", "when"],
  ["Who is told, and when?", "occasion", "when"],
  ["Who has to get a copy of the log, by when?", "occasion", "when"],
  ["What does a lamp cost?", "money", "how much"],
  ["How much are keepers paid?", "money", "how much"],
  ["What salary does a keeper get?", "money", "what salary"],
  ["What rate of tax applies to oil?", "money", "what rate of tax"],
  ["How much oil does the lamp need?", "amount", "how much"],
  ["How many square metres must the lamp room be?", "size", "how many square metres"],
  ["How wide is the stair?", "size", "how wide"],
  ["At what temperature is oil kept?", "size", "what temperature"],
  ["What is the minimum age of a keeper?", "age", "what minimum age"],
  ["What is the harbour master's phone number?", "contact", "what harbour master's phone number"],
  ["Which software keeps the log?", "product", "what software"],
  ["May a mate light the lamp?", "ruling", "whether"],
  ["Our mate is ill. Can he keep watch?", "ruling", "whether"],
])("%s asks for a thing of a kind", (question, kind, words) => {
  expect(readAsked(question)).toMatchObject({ kind, words });
});

it.each([
  ["How many keepers must be on watch?", "keepers"],
  ["How many fire buckets must there be?", "buckets"],
  ["How many people may climb the tower?", "people"],
])("%s counts something", (question, counted) => {
  expect(readAsked(question)).toMatchObject({ kind: "count", counted });
});

it.each([
  "Who lights the lamp?",
  "What must staff pay attention to?",
  "What must the keeper do when the lamp fails?",
  "How is the lamp lit?",
  "Draft a section on lamps.",
  "Which keepers may light the lamp?",
  "What area does the light cover?",
])("%s asks for nothing of a kind", (question) => {
  expect(readAsked(question)).toBeNull();
});
