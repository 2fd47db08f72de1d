// Three homes of one provider with alike policies in Word, made in a folder with the law beside them.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { docxParts, makeZip, paragraph } from "../extract/word/make-docx.ts";
import { root } from "./project.ts";

export interface MadeUpHome {
  readonly name: string;
  readonly folder: string;
  readonly aliases: readonly string[];
  readonly manager: string;
  readonly minutes: number;
  /** Stands in each of its policies and nowhere else. */
  readonly token: string;
}

export const madeUpHomes: readonly MadeUpHome[] = [
  {
    name: "Elm House",
    folder: "elm",
    aliases: ["Elm"],
    manager: "Petra Vale",
    minutes: 30,
    token: "wagtail",
  },
  {
    name: "Oak Lodge",
    folder: "oak",
    aliases: ["Oak", "The Lodge"],
    manager: "Jane Oakley",
    minutes: 45,
    token: "kestrel",
  },
  {
    name: "Birch Tree House",
    folder: "birch",
    aliases: [],
    manager: "Mark Price",
    minutes: 61,
    token: "heron",
  },
];

/** Of all homes. */
export const director = "Tomas Reyes";

const bold = (text: string) => paragraph(text, { bold: true });

/** A Word file of a title, and sections of a heading and a paragraph. */
export function policyFile(title: string, sections: readonly (readonly [string, string])[]) {
  const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`;
  const body = sections.map(([heading, text]) => bold(heading) + paragraph(text)).join("");
  return makeZip(docxParts(bold(title) + body, { "docProps/core.xml": core }));
}

function policiesOf({ name, manager, minutes, token }: MadeUpHome): Record<string, Uint8Array> {
  return {
    "Missing from Care Policy.docx": policyFile("Missing from Care Policy", [
      [
        "When a child is missing",
        `At ${name} staff ring the police after ${minutes} minutes and say the word ${token}.`,
      ],
      ["Return interviews", `${manager} asks for a return interview within 72 hours.`],
    ]),
    "Behaviour Support Policy.docx": policyFile("Behaviour Support Policy", [
      ["Holding a child", `Staff of ${name} hold a child only to stop harm; ${manager} is told.`],
      ["Sanctions", `Pocket money of £${minutes} a month is never stopped (rule ${token}).`],
    ]),
    "Statement of Purpose.docx": policyFile("Statement of Purpose", [
      ["Ages", `${name} (${token}) cares for children aged ${10 + (minutes % 7)} to 17.`],
      [
        "Who is in charge",
        `The registered manager is ${manager}, the responsible individual ${director}.`,
      ],
    ]),
  };
}

function factsOf({ name, manager }: MadeUpHome): string {
  return [
    `name: ${name}`,
    "urn: TBC",
    "capacity: 4",
    "ages: { from: 11, to: 17 }",
    "people:",
    `  - { name: ${manager}, post: registered-manager, from: 2024-03 }`,
    `  - { name: ${director}, post: responsible-individual }`,
    "",
  ].join("\n");
}

/** Makes `corpus/` and `charm.yaml` in a folder. */
export async function makeHomes(folder: string): Promise<void> {
  const corpus = join(folder, "corpus");
  for (const home of madeUpHomes) {
    await mkdir(join(corpus, home.folder), { recursive: true });
    for (const [file, bytes] of Object.entries(policiesOf(home)))
      await writeFile(join(corpus, home.folder, file), bytes);
    await writeFile(join(corpus, home.folder, "home.yaml"), factsOf(home));
  }
  await mkdir(join(folder, "drafts/elm"), { recursive: true });
  const whistle = policyFile("Whistleblowing Policy", [
    ["Raising a concern", `Staff of any home write to ${director} about bad practice.`],
  ]);
  await writeFile(join(corpus, "Whistleblowing Policy.docx"), whistle);
  await writeFile(
    join(corpus, "sources.yaml"),
    'documents:\n  - file: "Whistleblowing Policy.docx"\n    authority: own\n  - file: oak/Gone.docx\n    authority: own\n',
  );
  const digest = "Digest_of_the_Childrens_Homes_Regulations_2015.pdf";
  await copyFile(join(root, "corpus", digest), join(corpus, digest));
  const homes = madeUpHomes.map(
    ({ name, folder: own, aliases }) =>
      `  - name: ${name}\n    folders: [${own === "elm" ? "elm, drafts/elm" : `corpus/${own}`}]\n` +
      `    aliases: [${aliases.join(", ")}]\n    facts: corpus/${own}/home.yaml\n`,
  );
  await writeFile(join(folder, "charm.yaml"), `homes:\n${homes.join("")}`);
}
