import { describe, expect, it } from "vitest";
import { readMeant } from "../../src/plan/meant-documents.ts";
import type { NamedDocument } from "../../src/plan/document-names.ts";

const own = (title: string, short = title): NamedDocument => ({
  id: title,
  title,
  short,
  authority: "own",
});
const guide: NamedDocument = {
  id: "guide",
  title: "Guide to the children's homes regulations including the quality standards",
  short: "Guide",
  authority: "statutory-guidance",
};
const missing = "Missing from Home Procedure";
const library = [
  own(missing),
  own("Positive Behaviour Policy"),
  own("Statement of Purpose"),
  own("Medication Policy"),
  own("Children's Guide to Beck House"),
  guide,
];
const named = (question: string) => readMeant(question, library)?.named;
const topic = (question: string) => readMeant(question, library)?.topic;

describe("which own documents a question means", () => {
  it.each([
    ["What does our missing procedure say about taxis?", missing],
    ["What does the missing from home procedure say about taxis?", missing],
    ["According to our behaviour management policy, who decides?", "Positive Behaviour Policy"],
    ["In our medicines policy, who counts tablets?", "Medication Policy"],
    ["Does the statement of purpose name the psychologist?", "Statement of Purpose"],
    ["Does our SoP name the psychologist?", "Statement of Purpose"],
    ["What does the children's guide say about phones?", "Children's Guide to Beck House"],
  ])("%s", (question, document) => {
    expect(named(question)).toEqual([document]);
  });

  it.each([
    "What does the guide say about restraint?",
    "What does the children's homes guide say about restraint?",
    "What happens when a child is missing from home?",
    "What must our missing procedure contain?",
    "What qualifications must our registered manager hold?",
    "Whom will Ofsted tell about us?",
    "Who signs a behaviour policy?",
  ])("none by: %s", (question) => {
    expect(readMeant(question, library)?.ours ?? false).toBe(false);
  });

  it("means all by “our” and “we”, and by the home's own name", () => {
    expect(named("How long is our probation?")).toEqual([]);
    expect(named("When do we test the alarm?")).toEqual([]);
    const here = "How many children live at Beck House?";
    expect(readMeant(here, library)?.ours).toBe(false);
    expect(readMeant(here, library, ["Beck House"])?.ours).toBe(true);
  });

  it("means none where the provider has no documents", () => {
    expect(readMeant("How long is our probation?", [guide])).toBeNull();
  });

  it("means two where two are compared, in their order", () => {
    const question =
      "Do our medication policy and the Statement of Purpose say the same about ages?";
    expect(named(question)).toEqual(["Medication Policy", "Statement of Purpose"]);
    expect(topic(question)).toBe("ages?");
  });

  it("goes on with what the rest of the question names", () => {
    expect(readMeant("who reads it?", library, [], [missing])?.named).toEqual([missing]);
    expect(readMeant("who must read it?", library, [], [missing])).toBeNull();
  });

  it("names none of several of a kind by the kind alone", () => {
    expect(named("What is our policy on searches?")).toEqual([]);
    const plan = [own("Beck House business plan"), guide];
    expect(readMeant("What does the plan say about fees?", plan)?.named).toHaveLength(1);
  });
});

describe("what is asked of them", () => {
  it.each([
    ["What does our missing procedure say about how taxis are paid?", "how taxis are paid?"],
    ["According to our medication policy, who counts tablets?", "who counts tablets?"],
    ["Does our behaviour policy allow fines?", "fines?"],
    ["Is what our SoP and our medication policy say on ages the same?", "ages?"],
    ["What measures of control does the behaviour policy permit?", "What measures of control?"],
    ["Who is the psychologist in our Statement of Purpose?", "Who is the psychologist?"],
    ["How long is our probation?", "How long is our probation?"],
    ["What does our medication policy say?", "What does our medication policy say?"],
  ])("%s", (question, asked) => {
    expect(topic(question)).toBe(asked);
  });
});
