// Which fact of a home.yaml a question asks for, and that it is none where something else is asked.
import { describe, expect, it } from "vitest";
import { readFactAsked } from "../../src/plan/fact-asked.ts";

const manager = { field: "person", post: "registered-manager", reached: false };

describe("facts of a home that are asked for", () => {
  it.each([
    ["Who is our manager?", manager],
    ["who's our registered manager", manager],
    ["What is the name of our manager?", manager],
    ["What is our manager's phone number?", { ...manager, reached: true }],
    ["Who is our RI?", { field: "person", post: "responsible-individual", reached: false }],
    ["Who is our deputy manager?", { field: "person", post: "deputy-manager", reached: false }],
    ["What is our capacity?", { field: "capacity" }],
    ["How many children can we take?", { field: "capacity" }],
    ["How many beds do we have?", { field: "capacity" }],
    ["What ages do we take?", { field: "ages" }],
    ["What is the address of our home?", { field: "address" }],
    ["Which is our host authority?", { field: "hostAuthority" }],
  ])("%s", (question, asked) => {
    expect(readFactAsked(question)).toEqual(asked);
  });

  it.each([
    "What does our manager do after a complaint?",
    "Who is a registered manager?",
    "Who does our manager report to?",
    "What qualifications must our manager hold?",
    "How many children did we exclude last year?",
    "How many staff do we have on shift?",
    "What is the capacity of the minibus?",
    "At what ages do children get pocket money?",
    "Is our manager registered?",
    "Where do we keep the address of the school?",
  ])("not %s", (question) => {
    expect(readFactAsked(question)).toBeNull();
  });
});
