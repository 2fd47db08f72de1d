// Policies of several homes, alike but for whose they are and what each decides. Written for this bench.
import { makeRandom } from "../scale/make-random.mjs";

export const homes = [
  "Alderbrook House",
  "The Pantiles",
  "Coldwell Lodge",
  "Sandpiper Cottage",
  "Mill End",
  "Rowan Court",
  "Three Gables",
  "Lantern House",
];

/** Title, and the matters each settles: question, and what one home decides among several. */
export const policies = [
  [
    "Missing from Care Policy",
    [
      [
        "first",
        "The first person told that a child is missing is {pick}.",
        [
          "the on-call manager",
          "the registered manager",
          "the shift leader",
          "the responsible individual",
        ],
      ],
      [
        "wait",
        "Staff wait no longer than {pick} before they telephone the police.",
        ["15 minutes", "30 minutes", "one hour", "45 minutes"],
      ],
      [
        "talk",
        "The talk after a return is held by {pick}.",
        [
          "an advocate from outside",
          "the key worker",
          "the placing authority's worker",
          "the deputy manager",
        ],
      ],
    ],
  ],
  [
    "Medication Policy",
    [
      [
        "store",
        "Medicines are kept in {pick}.",
        [
          "a locked cabinet in the office",
          "a safe in the staff room",
          "a locked fridge and cabinet upstairs",
          "the manager's office",
        ],
      ],
      [
        "count",
        "Stocks are counted {pick}.",
        ["every Monday", "each night", "twice a week", "on the first of the month"],
      ],
      [
        "refuse",
        "A dose that is refused is {pick}.",
        [
          "recorded and reported to the GP the same day",
          "offered again after an hour",
          "reported to NHS 111",
          "noted and told to the parent",
        ],
      ],
    ],
  ],
  [
    "Mobile Phones and Internet Policy",
    [
      [
        "night",
        "Phones are handed in at {pick}.",
        ["9.30 pm", "10 pm on school nights", "11 pm", "no set time"],
      ],
      [
        "filter",
        "The filter is checked by {pick}.",
        [
          "the deputy manager each week",
          "an outside firm each term",
          "the night staff",
          "the provider's IT lead",
        ],
      ],
    ],
  ],
  [
    "Fire Safety Policy",
    [
      [
        "drill",
        "Drills are held {pick}.",
        [
          "every month",
          "each quarter and at night twice a year",
          "every six weeks",
          "after each admission",
        ],
      ],
      [
        "meet",
        "The meeting point is {pick}.",
        ["the car park gate", "the lawn by the shed", "the neighbour's drive", "the bus stop"],
      ],
    ],
  ],
  [
    "Complaints Policy",
    [
      [
        "reply",
        "A first reply is given within {pick}.",
        ["three working days", "24 hours", "one week", "five working days"],
      ],
      [
        "outside",
        "A child may also go to {pick}.",
        [
          "the Children's Commissioner",
          "an advocate named on the wall",
          "the placing authority's complaints officer",
          "Childline",
        ],
      ],
    ],
  ],
  [
    "Staff Supervision Policy",
    [
      [
        "often",
        "Supervision takes place {pick}.",
        [
          "every four weeks",
          "each fortnight in the first six months",
          "every six weeks",
          "monthly",
        ],
      ],
      [
        "record",
        "Records of it are signed by {pick}.",
        [
          "both and kept for seven years",
          "the supervisor alone",
          "both on the day",
          "the registered manager",
        ],
      ],
    ],
  ],
];

const filler = [
  "This policy is read by every member of staff at induction and signed.",
  "Children are told about it in a way that suits their age, and may see it whenever they ask.",
  "The registered manager looks at it once a year and after each serious event.",
  "Where this policy and a child's own plan differ, the plan is followed and the manager told.",
  "Training on the matters below is part of the yearly programme.",
  "Records are kept on the child's file and are accurate, dated and signed.",
  "Staff who are unsure ask the person on call before they act.",
  "Nothing here takes the place of the duty to keep a child safe in the moment.",
];

/** Pages `{ topic, blocks }` of one home's policy. */
export function writePolicy(home, at, [title, matters]) {
  const random = makeRandom(at * 7919 + title.length * 31 + home.length);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (count) => [...filler].sort(() => random() - 0.5).slice(0, count);
  const cover = {
    topic: "cover",
    blocks: [
      { heading: title },
      { text: home },
      ...["1. Purpose", "2. Who this is for"].flatMap((heading) => [
        { heading },
        ...some(4).map((text) => ({ text })),
      ]),
    ],
  };
  const rest = matters.map(([topic, text, choices], i) => ({
    topic,
    blocks: [
      { heading: `${i + 3}. ${["What we do", "Procedure", "Records"][i % 3]}` },
      ...some(2).map((one) => ({ text: one })),
      { text: text.replace("{pick}", pick(choices)) },
      ...some(4).map((one) => ({ text: one })),
    ],
  }));
  return [cover, ...rest];
}
