import { describe, expect, it } from "vitest";
import type { Piece } from "../../src/check/policy/policy.ts";
import { isNameAlone } from "../../src/gap/conflicts/posts.ts";
import { findConflicts, type NamedFacts } from "../../src/gap/conflicts/find-conflicts.ts";
import { readOwnDocument } from "../../src/gap/read-own-document.ts";
import type { HomeFacts } from "../../src/homes/facts.ts";
import { readSourceWords } from "../../src/check/policy/source-words.ts";

const source = readSourceWords([]);

/** A document of paragraphs; "# …" is a heading, "| …" a row of a table. */
function documentOf(file: string, lines: readonly string[]) {
  let heading: string[] = [];
  const pieces = lines.map((line): Piece => {
    const kind = line.startsWith("# ") ? "heading" : line.startsWith("| ") ? "row" : "text";
    const text = line.replace(/^[#|] /, "");
    const headings = kind === "heading" ? [] : heading;
    if (kind === "heading") heading = [text];
    return { kind, text, headings, page: null, line: null };
  });
  return readOwnDocument(file, { title: file, pieces, problems: [] }, source);
}

function kindsOf(a: readonly string[], b: readonly string[], home: NamedFacts | null = null) {
  const documents = [documentOf("a.docx", a), documentOf("b.docx", b)];
  return findConflicts(documents, home).map(({ kind }) => kind);
}

describe("findConflicts", () => {
  it.each([
    [
      "ages",
      ["We care for children aged 11-18."],
      ["The home accommodates young people between 12 and 18 years of age."],
    ],
    ["ages", ["| Age range: 8 to 17 years"], ["Our home is for children aged 10 to 17."]],
    ["capacity", ["The home is registered for up to four young people."], ["| Places: 3"]],
    ["capacity", ["Elm House is a five bedded home."], ["We provide care for 4 children."]],
    ["name", ["| Registered Manager: Joan Pell"], ["The registered manager is Karen Ode."]],
    ["name", ["Registered provider: Larch Care Ltd."], ["The home is run by Beech Homes Limited."]],
    [
      "supervision",
      ["All staff have supervision every six weeks."],
      ["Staff receive supervision every month."],
    ],
    [
      "supervision",
      ["Staff are supervised by the deputy manager."],
      ["The registered manager supervises all staff."],
    ],
    ["devices", ["There are no cameras in the home."], ["CCTV is fitted in the hall."]],
    ["devices", ["Door alarms are used at night."], ["Cameras are installed in the corridors."]],
    [
      "devices",
      ["The home uses no surveillance devices."],
      ["Door sensors are fitted to bedrooms."],
    ],
    [
      "addressee",
      ["Complaints are investigated by the registered manager."],
      ["Complaints are investigated by the responsible individual."],
    ],
    [
      "time-limit",
      ["Staff report a missing child to the police within 30 minutes."],
      ["Staff report a missing child to the police within two hours."],
    ],
    [
      "supervision",
      ["The responsible individual gives the registered manager monthly supervision."],
      ["The registered manager is supervised by an external consultant every month."],
    ],
    [
      "time-limit",
      [
        "The missing record is sent to the placing authority within 24 hours of the child's return.",
      ],
      [
        "The missing record is sent to the placing authority within three days of the child's return.",
      ],
    ],
  ])("tells a contradiction of %s", (kind, a, b) => {
    expect(kindsOf(a, b)).toEqual([kind]);
  });

  it.each([
    [
      ["We care for children aged 11-17."],
      ["The home accommodates young people from 11 until their 18th birthday."],
    ],
    [["We care for children aged 11-17."], ["Children aged 11 to 13 go to bed at 9.30."]],
    [["We care for children aged 11-17."], ["Children aged 8 to 12 get £5 pocket money."]],
    [
      ["The home is registered for up to four young people."],
      ["Four young people may live here; the capacity is 4."],
    ],
    [
      ["The home is registered for up to four young people."],
      ["Up to two staff drive the car with three children."],
    ],
    [
      ["The home is registered for up to four young people."],
      ["She worked for six years as a senior in a home for six children."],
    ],
    [
      ["We care for children aged 11-17."],
      ["| Aged 11 to 14 waiting for a place | 14 | 17", "| Referrals aged 8 to 10 | 3 | 4"],
    ],
    [["| Registered Manager: Joan Pell"], ["Mrs J. Pell is the registered manager."]],
    [["| Registered Manager: Joan Pell"], ["| Deputy Manager: Karen Ode"]],
    [["| Registered Manager: Joan Pell"], ["The previous registered manager was Karen Ode."]],
    [["| Registered Manager: Joan Pell"], ["| Registered Manager: TBC"]],
    [["Registered provider: Larch Care Ltd."], ["The provider is Larch Care Limited."]],
    [["All staff have supervision every four weeks."], ["Staff receive supervision monthly."]],
    [
      ["All staff have supervision every six weeks."],
      ["Agency staff have supervision every three months."],
    ],
    [["There are no cameras in the home."], ["CCTV would only be used if the authority agreed."]],
    [
      ["Door alarms are used at night."],
      ["Cameras are installed in the corridors.", "Door alarms are fitted."],
    ],
    [
      ["Complaints are investigated by the registered manager."],
      [
        "If the complaint is about the manager, complaints are investigated by the responsible individual.",
      ],
    ],
    [
      ["Staff report a missing child to the police within 30 minutes."],
      ["Staff report an injured child to the doctor within two hours."],
    ],
    [
      ["Records of restraint are written within 24 hours."],
      ["Records of restraint are written within one day."],
    ],
    [
      ["Staff are supervised at least every six weeks."],
      ["All staff have supervision every four weeks."],
    ],
    [
      ["The police are called when a child has been missing for 60 minutes."],
      ["The police are called when a child has been missing for one hour."],
    ],
  ])("says nothing of %j beside %j", (a, b) => {
    expect(kindsOf(a, b)).toEqual([]);
  });

  it("compares with home.yaml, and gives both places", () => {
    const facts = {
      capacity: 3,
      ages: { from: null, to: null },
      people: [
        { post: "registered-manager", name: "Joan Pell", until: null },
        { post: "registered-manager", name: "Karen Ode", until: "2024" },
      ],
      provider: { name: null },
    } as unknown as HomeFacts;
    const document = documentOf("sop.docx", [
      "# About us",
      "The home is registered for up to four children.",
      "The registered manager is Joan Pell.",
    ]);
    const conflicts = findConflicts([document], { file: "home.yaml", facts });
    expect(conflicts.map(({ sides }) => sides)).toEqual([
      [
        { file: "home.yaml", section: null, page: null, quote: "3 children", says: "3 children" },
        {
          file: "sop.docx",
          section: "About us",
          page: null,
          quote: "The home is registered for up to four children.",
          says: "4 children",
        },
      ],
    ]);
  });
});

it.each([
  ["The registered manager is Jo Bloggs.", true],
  ["Registered manager: Jo Bloggs", true],
  ["The registered manager, Jo Bloggs, tells the police.", false],
  ["The registered manager leads the search.", false],
])("knows who only names somebody: %s", (line, alone) => {
  const { units } = documentOf("a.docx", [line]);
  expect(units.map(isNameAlone)).toEqual([alone]);
});
