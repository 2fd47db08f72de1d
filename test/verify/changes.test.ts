// Changes of a word or two that turn what a source says, and ways of saying the same that must pass for it.
import { describe, expect, it } from "vitest";
import { checkStatement } from "../../src/verify/check-statement.ts";
import { readModals } from "../../src/verify/modality.ts";
import { readQuantities } from "../../src/text/quantities.ts";
import { readStatement } from "../../src/verify/read-statement.ts";
import type { Support } from "../../src/verify/statement.ts";

const document: Support["document"] = {
  id: "d1",
  file: "kites.pdf",
  title: "The Kite (Flying) Regulations 2033",
  short: "Regulations",
  version: null,
  date: "2033-06",
  authority: "legislation",
};

function support(text: string, changed: Partial<Support["document"]> = {}): Support {
  return {
    document: { ...document, ...changed },
    text,
    leadIn: null,
    page: 1,
    pageEnd: 1,
    places: [{ locator: "4", address: "reg/4" }],
    trail: [],
    standing: "current",
  };
}

const guide = { id: "d2", short: "Guide", authority: "statutory-guidance" } as const;

function find(text: string, sources: readonly Support[], strict = false): string[] {
  const statement = readStatement({ text, kind: "requirement" }, null);
  return checkStatement(statement, sources, { references: null, strict })
    .filter(({ severity }) => severity !== "note")
    .map(({ code, severity }) => `${severity} ${code}`);
}

describe("numbers", () => {
  it("a verb is no month", () => {
    expect(readQuantities("Children over 12 may fly a kite.").map(({ key }) => key)).toEqual([
      "age:12",
    ]);
    expect(readQuantities("By 6 march past the tower.").map(({ kind }) => kind)).toEqual(["count"]);
  });

  it.each([
    ["on 12 May", "date:-5-12"],
    ["by 12 may 2034", "date:2034-5-12"],
    ["in April 2034", "date:2034-4-"],
    ["half of the crew", "percent:50"],
    ["a third of the lamps", "percent:33"],
    ["two thirds of their time", "percent:67"],
    ["half a day", "time:12h"],
    ["twice in each calendar year", "time:6m"],
  ])("%s", (text, key) => expect(readQuantities(text)[0]?.key).toBe(key));

  it("an age before “may” is compared as an age", () => {
    const source = [support("Children over 12 may fly a kite on the beach.")];
    expect(find("Children over 12 may fly a kite on the beach.", source)).toEqual([]);
    expect(find("Children over 14 may fly a kite on the beach.", source)).toEqual([
      "error number-not-in-source",
    ]);
  });

  it.each(["three", "3"])("%s is written either way", (figure) => {
    const source = [support("The registered person must keep three spare lines for each kite.")];
    const text = `The registered person must keep ${figure} spare lines for each kite.`;
    expect(find(text, source)).toEqual([]);
  });

  it("one is not two", () => {
    const source = [support("At least one person on the beach must hold a kite certificate.")];
    const text = "At least two persons on the beach must hold a kite certificate.";
    expect(find(text, source)).not.toEqual([]);
  });

  it("the date of a document is known; another is not", () => {
    const source = [support("Kites are to be flown with care and away from trees.")];
    expect(find("The Regulations of June 2033 want kites flown with care.", source)).toEqual([]);
    expect(find("The Regulations of July 2033 want kites flown with care.", source)).toEqual([
      "error number-not-in-source",
    ]);
  });

  it("the same time in other words is the same", () => {
    const source = [
      support("The registered person must check every kite line once every 6 months."),
    ];
    const text = "The registered person must check every kite line twice a year.";
    expect(find(text, source)).toEqual([]);
  });
});

describe("force", () => {
  it.each([
    ["A keeper may be appointed only if that person is patient.", "must", false],
    ["Only a patient person may be appointed.", "must", false],
    ["A keeper may be appointed.", "may", false],
    ["No notice is required.", "may", false],
    ["A notice is required.", "must", false],
    ["No kite may be flown at night.", "must", true],
  ])("%s: %s", (sentence, force, negative) => {
    expect(readModals(sentence)[0]).toMatchObject({ force, negative });
  });

  it.each([
    "No kite of the home needs any inspection.",
    "Kites of the home are exempt from inspection.",
    "Kites of the home need no inspection.",
    "There is no need to inspect the kites of the home.",
    "It is unnecessary to inspect every kite of the home.",
  ])("a duty is not waived: %s", (text) => {
    const bound = "The registered person must inspect every kite of the home each month.";
    expect(find(text, [support(bound)])).toContain("error should-for-must");
    const free = "Kites of the home are exempt from inspection: nobody needs to inspect them.";
    expect(find(text, [support(free)])).not.toContain("error should-for-must");
  });

  it("what is allowed only so may be told as a duty", () => {
    const source = [
      support("A person may be appointed as kite keeper only if that person has a certificate."),
    ];
    expect(find("A kite keeper must have a certificate.", source)).toEqual([]);
    expect(find("A person may be appointed as kite keeper.", source)).toContain(
      "error condition-dropped",
    );
  });

  it("a sentence may take its must and its should from two sentences", () => {
    const source = [
      support(
        "Regulation 4 requires each beach to have a kite policy. This policy should describe the beach’s approach to wind.",
        guide,
      ),
    ];
    const text =
      "A kite policy is required of each beach, and it should describe the beach’s approach to wind.";
    expect(find(text, source)).toEqual([]);
  });

  it("the law’s must does not come with guidance’s time limit", () => {
    const sources = [
      support("The registered person must notify HMCI of every lost kite without delay."),
      support("A lost kite should be notified within 24 hours.", guide),
    ];
    expect(
      find("The registered person must notify HMCI of every lost kite within 24 hours.", sources),
    ).toContain("error must-for-should");
    expect(
      find(
        "The registered person must notify HMCI of every lost kite without delay; the Guide expects it within 24 hours.",
        sources,
      ),
    ).toEqual([]);
  });
});

describe("who", () => {
  const source = [
    support(
      "The registered person must, without delay, notify the local authority of every lost kite.",
    ),
  ];

  it("parties changed over", () => {
    const text = "The local authority must notify the registered person of every lost kite.";
    expect(find(text, source)).toContain("error wrong-duty-holder");
  });

  it("a passive leaves the duty where it was", () => {
    expect(
      find("The local authority must be notified without delay of every lost kite.", source),
    ).toEqual([]);
  });

  it("one who stands close is a warning, and an error in what a machine wrote", () => {
    const text =
      "The registered provider must notify the local authority without delay of every lost kite.";
    expect(find(text, source)).toEqual(["warning wrong-duty-holder"]);
    expect(find(text, source, true)).toEqual(["error wrong-duty-holder"]);
  });

  it("whose judgement it is", () => {
    const judged = [
      support("A certificate which the registered provider considers to be equal counts."),
    ];
    const text = "The registered manager decides whether another certificate is equal.";
    expect(find(text, judged)).toContain("error wrong-duty-holder");
  });
});

describe("lists", () => {
  const all = [
    support(
      "A person may fly a kite on the beach if the person has—\n(a) reached the age of ten;\n(b) a certificate in knots; and\n(c) gloves made of leather.",
    ),
  ];

  it("one for all", () => {
    const text =
      "A flyer has reached the age of ten, or has a certificate in knots, or leather gloves.";
    expect(find(text, all)).toContain("error list-changed");
  });

  it("all for all", () => {
    const text =
      "A flyer has reached the age of ten, has a certificate in knots and has leather gloves.";
    expect(find(text, all)).toEqual([]);
  });
});

describe("quotations", () => {
  const source = [
    support(
      "The registered person is not required to notify a neighbour of a kite. No kite may be flown near a tree, except where a fitter holds it.",
    ),
  ];

  it("must not hide a denial behind an ellipsis", () => {
    const text = "The law says “the registered person is … required to notify a neighbour”.";
    expect(find(text, source)).toContain("error quote-hides-words");
  });

  it("may leave out what changes nothing", () => {
    const text = "The law says “the registered person is not required to … a kite” at all.";
    expect(find(text, source)).not.toContain("error quote-hides-words");
  });

  it("must not end before an exception of which nothing is said", () => {
    const text = "The law says “no kite may be flown near a tree”.";
    expect(find(text, source)).toContain("error condition-dropped");
    expect(find(`${text.slice(0, -1)}, except where a fitter holds it.`, source)).toEqual([]);
  });
});

describe("words", () => {
  it("of citation tell nothing", () => {
    const source = [support("Staff should keep kite lines dry.", guide)];
    expect(
      find("The Guide says, and states again, that staff should keep kite lines dry.", source),
    ).toEqual([]);
  });

  it("an opposite", () => {
    const source = [support("A notice of a lost kite must be in writing.")];
    expect(find("A notice of a lost kite may be given orally.", source)).toContain(
      "error opposite-said",
    );
  });

  it("an offence of which no source speaks", () => {
    const source = [support("The registered person must keep a record of every kite.")];
    const text = "A registered person who keeps no record of every kite commits an offence.";
    expect(find(text, source)).toContain("error reference-unsupported");
  });

  it("a consent done without", () => {
    const source = [
      support("The inspector may open a child’s kite box only if the child consents."),
    ];
    const text = "The inspector may open a child’s kite box without the child’s consent.";
    expect(find(text, source)).toContain("error negation-changed");
  });
});
