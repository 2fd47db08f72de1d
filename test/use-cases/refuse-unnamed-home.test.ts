import { describe, expect, it } from "vitest";
import type { Authority } from "../../src/document.ts";
import type { Home, HomeChoice } from "../../src/homes/homes.ts";
import {
  refuseUnnamedDocuments,
  refuseUnnamedHome,
} from "../../src/use-cases/refuse-unnamed-home.ts";

const makeHome = (name: string, folder: string, ...aliases: string[]): Home => ({
  name,
  aliases,
  facts: null,
  factsInCorpus: [],
  line: 1,
  folders: [`/corpus/${folder}`],
  inCorpus: [folder],
});
const elm = makeHome("Elm House", "elm", "Elm");
const oak = makeHome("Oak Lodge", "oak", "Oak");
const grove = makeHome("Oak Grove", "grove");
const list = [elm, oak, grove];

const describeDocument = (file: string, title: string, authority: Authority = "own") => ({
  id: file,
  file,
  title,
  short: title,
  authority,
});
const documents = [
  ...["elm", "oak"].flatMap((folder) => [
    describeDocument(`${folder}/missing.docx`, "Missing from Care Policy"),
    describeDocument(`${folder}/sop.docx`, "Statement of Purpose"),
  ]),
  describeDocument("oak/bees.docx", "Beekeeping Plan"),
  describeDocument("regs.pdf", "Children's Homes Regulations", "legislation"),
];

const ask = (question: string, choice: HomeChoice = { kind: "none" }) =>
  refuseUnnamedHome(["What is regulation 44?", question], documents, { list, choice });

describe("several homes and none named", () => {
  it.each([
    "What does our missing policy say?",
    "Do WE meet regulation 34?",
    "Whose is the key, ours?",
    "What does the Missing from Care Policy say about police?",
    "Does the statement of purpose give ages?",
    "Is the Missing from Care Policy in line with the law?",
    "Does the beekeeping plan meet regulation 12?",
    "Who is in charge at Elm House?",
    "may oak lodge take a child of 17?",
    "Who cooks at Oak?",
    "What does the beekeeping plan say?",
  ])("refuse %j and list the homes", (question) => {
    expect(() => ask(question)).toThrow(
      expect.objectContaining({
        code: "home-unnamed",
        exitCode: 2,
        message: expect.stringContaining("Elm House, Oak Lodge, Oak Grove") as string,
        hint: expect.stringContaining("--home") as string,
      }),
    );
  });

  it.each([
    "Who must be told when a child goes missing?",
    "What must a statement of purpose contain?",
    "What must the statement of purpose contain?",
    "What does the law say of powers and hours?",
    "May a table be made of oak or elm?",
    "Is the statement of purpose required by law?",
    "Must a home have a policy on missing children?",
  ])("leave %j to the law", (question) => {
    expect(() => ask(question)).not.toThrow();
  });

  it("refuse a document that only own documents have", () => {
    const homes = { list, choice: { kind: "none" } as const };
    expect(() => refuseUnnamedDocuments(["Beekeeping"], documents, homes)).toThrow("Beekeeping");
    expect(() => refuseUnnamedDocuments(["Regulations", "none"], documents, homes)).not.toThrow();
    const all = { list, choice: { kind: "all" } as const };
    expect(() => refuseUnnamedDocuments(["Beekeeping"], documents, all)).not.toThrow();
  });
});

describe("a run for one home", () => {
  const forGrove: HomeChoice = { kind: "one", home: grove };

  it("refuses a question that names another, without repeating the name", () => {
    for (const question of ["What does Elm House say?", "and oak lodge?", "Who cooks at Elm?"])
      expect(() => ask(question, forGrove)).toThrow(
        expect.objectContaining({
          code: "other-home-asked",
          message: expect.not.stringMatching(/Elm|Lodge/) as string,
        }),
      );
  });

  it("takes its own name, and what is no name", () => {
    for (const question of ["Who cooks at Oak Grove?", "What do we do?", "May we fell an elm?"])
      expect(() => ask(question, forGrove)).not.toThrow();
  });
});
