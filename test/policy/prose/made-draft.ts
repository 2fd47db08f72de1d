// A draft of a made-up home for tests of its prose: law, the home's own words, facts and places to complete.
import type { Authority, DocumentInfo } from "../../../src/document.ts";
import type { DraftPart, PolicyDraft } from "../../../src/policy/policy-draft.ts";

const law = (place: string, text: string, authority: "legislation" | "statutory-guidance") =>
  ({
    kind: "law",
    authority,
    file: authority === "legislation" ? "regulations.pdf" : "guide.pdf",
    locator: place.replace(/^\w+ /, ""),
    address: place.toLowerCase().replace(/[ ()]+/g, "/"),
    place,
    page: 1,
    pageEnd: 1,
    text,
    leads: false,
    cited: [1],
  }) as const satisfies DraftPart;
const own = (text: string, section: string) =>
  ({
    kind: "own",
    file: "wrenfield-nights.docx",
    name: "Wrenfield nights",
    section,
    page: null,
    text,
    cut: false,
    cited: [2],
  }) as const satisfies DraftPart;
const fact = (text: string) =>
  ({ kind: "fact", file: "home.yaml", text }) as const satisfies DraftPart;
const blank = (text: string) =>
  ({ kind: "blank", text, requirement: "row" }) as const satisfies DraftPart;

/** Says two things of who is called at night; neither is settled. */
export const disputed = "At night the senior on shift is called first.";

/** Five sections; the last is disputed. */
export const madeDraft: PolicyDraft = {
  pack: "nights",
  kind: "policy",
  title: "Night care policy",
  home: "Wrenfield House",
  set: "nights",
  control: [],
  conflicts: [
    {
      about: "Who is called at night",
      parts: [
        own(disputed, "Calls"),
        own("At night the deputy manager is called first.", "On call"),
        blank("what holds (Who is called at night)"),
      ],
    },
  ],
  elsewhere: [],
  facts: {
    title: "",
    parts: [
      fact("The registered manager is Orla Penhale."),
      fact("The home is registered for up to five children."),
      fact("The telephone number of the home is 01632 960114."),
    ],
  },
  child: [],
  sections: [
    {
      title: "Who is awake at night",
      parts: [
        law(
          "Regulation 12(2)(b)",
          "The registered person must ensure that the home’s day-to-day care is arranged and delivered so as to keep each child safe and to protect each child effectively from harm.",
          "legislation",
        ),
        law(
          "Guide 10.16",
          "The registered person should ensure that staffing levels at night are decided on the basis of the needs of the children who live in the home.",
          "statutory-guidance",
        ),
        own("Two members of staff are awake in the house throughout the night.", "Night staff"),
        own(
          "The night staff walk round the landing every hour and write the time in the night log.",
          "Night staff",
        ),
        blank("how the number of staff at night is decided"),
      ],
    },
    {
      title: "When a child is missing at night",
      parts: [
        law(
          "Regulation 40(4)",
          "The registered person must notify HMCI and each other relevant person without delay if there is an allegation of abuse against the home or a person working there.",
          "legislation",
        ),
        law(
          "Guide 9.29",
          "When a child is missing, staff should take reasonable steps to locate the child and should report the child to the police as missing where their whereabouts cannot be established.",
          "statutory-guidance",
        ),
        own(
          "The night staff search the house and the garden before anybody else is rung.",
          "Search",
        ),
        own(
          "The shift leader reports a child who is not found within 45 minutes to the police.",
          "Search",
        ),
        blank("who tells the placing authority, and when"),
      ],
    },
    {
      title: "Monitoring and surveillance",
      parts: [
        law(
          "Regulation 24(1)",
          "The registered person may only use devices for the monitoring or surveillance of children if the monitoring or surveillance is for the purpose of safeguarding and promoting the welfare of the child concerned, or other children.",
          "legislation",
        ),
        own(
          "Bedroom doors have a sensor that tells the night staff when a door is opened.",
          "Doors",
        ),
        own("The child’s social worker has agreed to the sensor in writing.", "Doors"),
        blank("how a child is told of the sensor"),
      ],
    },
    {
      title: "Records of the night",
      parts: [
        law(
          "Regulation 36(1)",
          "The registered person must maintain records for each child which are kept up to date and are signed and dated by the author of each entry.",
          "legislation",
        ),
        own("The night log is read by the manager each morning.", "The log"),
        own("Night logs are stored for 15 years in the locked office.", "The log"),
        blank("who may read the night log"),
      ],
    },
    {
      title: "On call",
      parts: [
        law(
          "Guide 10.20",
          "There should be a senior member of staff whom those on duty can contact at any time.",
          "statutory-guidance",
        ),
        own(disputed, "Calls"),
        blank("what holds, see “Contradictions to settle”: who is called at night"),
      ],
    },
  ],
  sources: [],
};

/** What the library says of the documents that are quoted. */
export const documents: readonly DocumentInfo[] = [
  [
    "regulations.pdf",
    "The Children’s Homes (England) Regulations 2015",
    "Regulations",
    "legislation",
  ],
  ["guide.pdf", "Guide to the children’s homes regulations", "Guide", "statutory-guidance"],
  ["wrenfield-nights.docx", "Nights at Wrenfield House", "Wrenfield nights", "own"],
].map(([file = "", title = "", short = "", authority]) => ({
  id: file,
  file,
  title,
  short,
  version: null,
  date: null,
  authority: authority as Authority,
  url: null,
  licence: null,
  supersedes: null,
  sha256: "0",
  pages: null,
  field: true,
}));
