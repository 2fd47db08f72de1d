// What verification finds in a draft: by the offsets of its quotes, the addresses of its names, and the words of its own.
import { describe, expect, it } from "vitest";
import { quoteLaw } from "../../src/compose/quote-law.ts";
import type { DocumentInfo } from "../../src/document.ts";
import type { Draft, DraftClaim, DraftLine, LinePart, Quote } from "../../src/draft/draft.ts";
import { gap, nameAt, placeAt, quotePart, strong, words } from "../../src/draft/line-parts.ts";
import { readLaw } from "../../src/law/law-text.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import { checkStatement } from "../../src/verify/check-statement.ts";
import { toSupport } from "../../src/verify/read-evidence.ts";
import { readStatement } from "../../src/verify/read-statement.ts";
import { verifyDraft } from "../../src/verify/verify-draft.ts";
import {
  describeDocument,
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
} from "../support/made-up-evidence.ts";

const law = makeEvidence(
  lighthouseLaw,
  makePassage(lighthouseLaw, [
    { text: "(2) The registered person must ensure that—", locator: "4(2)" },
    { text: "(a) within 36 hours of a wreck, a log is made;", locator: "4(2)(a)" },
  ]),
);
const guide = makeEvidence(
  lighthouseGuide,
  makePassage(lighthouseGuide, [{ text: "The log should be written in ink.", locator: "2.2" }]),
);
const painted = makeEvidence(
  lighthouseLaw,
  makePassage(
    lighthouseLaw,
    [
      {
        text: "(3) The keeper may paint the tower, except where the council forbids it. Paint is white.",
        locator: "4(3)",
      },
    ],
    { ordinal: 1 },
  ),
);
const context = { references: null };

const lead: Quote = { evidence: law, start: 0, end: 43 };
const item: Quote = { evidence: law, start: 44, end: 90 };

function quoteOf(evidence: Evidence, quoted = evidence.passage.text): Quote {
  const start = evidence.passage.text.indexOf(quoted);
  return { evidence, start, end: start + quoted.length };
}

function lineOf(...parts: readonly LinePart[]): DraftLine {
  return { depth: 0, parts };
}

/** "Guide 2.2: “…”". */
function cite(quote: Quote): DraftLine {
  return lineOf(nameAt(quote.evidence, quote.start), words(":"), quotePart(quote));
}

function claimOf(...lines: readonly DraftLine[]): DraftClaim {
  return { authority: "legislation", lines };
}

function draftOf(...claims: readonly DraftClaim[]): Draft {
  return {
    question: "What about wrecks?",
    direct: claims.slice(0, 1),
    sections: [{ heading: null, groups: [{ title: "Law", claims: claims.slice(1) }] }],
    missing: [],
    engine: { name: "test", model: null },
  };
}

const verify = (...claims: readonly DraftClaim[]) => verifyDraft(draftOf(...claims), context);
const codes = (...claims: readonly DraftClaim[]) =>
  verify(...claims).map(({ code, severity }) => `${severity} ${code}`);

const quoted = claimOf(cite(lead), { depth: 1, parts: [quotePart(item)] });

describe("verifyDraft", () => {
  it("finds nothing in a draft that quotes its evidence", () => {
    expect(verify(quoted, claimOf(cite(quoteOf(guide))))).toEqual([]);
  });

  it("takes a line that only names a place for what it is", () => {
    const [name] = cite(lead).parts;
    if (name?.kind !== "name") throw new Error("no name");
    const whole: LinePart = {
      ...name,
      text: "Lighthouse Regulations, regulation 4",
      place: { ...name.place, address: "reg/4", locator: "4" },
    };
    expect(verify(claimOf(lineOf(whole, words(", 2 paragraphs:")), ...quoted.lines))).toEqual([]);
  });

  it("finds a claim that rests on nothing", () => {
    const bare = claimOf(lineOf(words("The keeper must feed the gulls.")));
    expect(codes(quoted, bare)).toEqual(["error statement-uncited"]);
  });

  it("finds what is wrong with every claim, in the order of the draft", () => {
    const outside = claimOf(lineOf(quotePart({ ...lead, end: 999 })));
    const bare = claimOf(lineOf(words("The keeper must feed the gulls.")));
    expect(codes(outside, bare)).toEqual(["error quote-not-on-page", "error statement-uncited"]);
  });
});

describe("a quote that is no stretch of its passage", () => {
  it.each<[string, number, number]>([
    ["ends behind it", 44, 91],
    ["begins before it", -1, 43],
    ["ends where it begins", 44, 44],
    ["ends before it begins", 90, 44],
    ["lies wholly behind it", 200, 210],
  ])("%s", (_, start, end) => {
    const off = { evidence: law, start, end };
    const found = verify(claimOf(cite(lead), { depth: 1, parts: [quotePart(off)] }));
    expect(found).toMatchObject([
      {
        code: "quote-not-on-page",
        severity: "error",
        args: { variant: "absent", place: "Lighthouse Regulations 4(2)" },
      },
    ]);
  });

  it("is found where a model's words rest on it as well", () => {
    const text = "Within 36 hours of a wreck a log must be made.";
    const line = { ...lineOf(words(text)), rests: [{ ...item, end: 91 }] };
    expect(codes({ ...claimOf(line), kind: "statement" })).toEqual(["error quote-not-on-page"]);
  });
});

describe("a name", () => {
  it.each<[string, Evidence, number]>([
    ["of another document", guide, 0],
    ["of the provision beside it", painted, 0],
    ["of what stands under it", law, 44],
  ])("%s is not where the quote stands", (_, named, offset) => {
    const name = nameAt(named, offset);
    const found = verify(claimOf(lineOf(name, words(":"), quotePart(lead))));
    expect(found).toMatchObject([
      {
        code: "reference-unsupported",
        severity: "error",
        reference: name.text,
        args: { variant: "elsewhere", sources: "Lighthouse Regulations 4(2)" },
      },
    ]);
  });

  it("is told from one of which it is the beginning", () => {
    const [name] = cite(lead).parts;
    if (name?.kind !== "name") throw new Error("no name");
    const short: LinePart = { ...name, place: { ...name.place, address: "reg/4/2/a" } };
    const other = makeEvidence(
      lighthouseLaw,
      makePassage(lighthouseLaw, [{ text: "(ab) a bell is rung;", locator: "4(2)(ab)" }]),
    );
    expect(codes(claimOf(lineOf(short, words(":"), quotePart(quoteOf(other)))))).toEqual([
      "error reference-unsupported",
    ]);
  });

  it("may hold the place that is quoted, or be the document", () => {
    const text = "Lighthouse Regulations";
    for (const address of ["reg/4", "reg/4/2", ""]) {
      const name: LinePart = { kind: "name", text, place: { ...placeAt(law, 44), address } };
      expect(verify(claimOf(lineOf(name, words(":"), quotePart(item))))).toEqual([]);
    }
  });

  it("of a list must be where what is quoted under it stands", () => {
    const head = lineOf(nameAt(guide, 0), words(", 2 paragraphs:"));
    const items = claimOf(head, { depth: 1, parts: [quotePart(lead)] });
    expect(codes(items)).toEqual(["error reference-unsupported"]);
    const own = claimOf(lineOf(nameAt(law, 0), words(", 2 paragraphs:")), ...items.lines.slice(1));
    expect(verify(own)).toEqual([]);
  });

  it("may be of a clause that is quoted under the words it hangs from, in another passage", () => {
    const clause = makeEvidence(
      lighthouseLaw,
      makePassage(lighthouseLaw, [{ text: "(b) the bell is rung.", locator: "4(2)(b)" }], {
        ordinal: 3,
      }),
    );
    const paragraph = readLaw([law, clause]).paragraphOf(lighthouseLaw.id, "reg/4/2/b");
    const claims = paragraph ? [quoteLaw(paragraph, new Set(["reg/4/2", "reg/4/2/b"]))] : [];
    // The words it hangs from, what is left out before it, and the clause.
    expect(claims.map(({ lines }) => lines.length)).toEqual([3]);
    expect(verify(...claims)).toEqual([]);
  });
});

describe("a quote that ends before an exception", () => {
  const allowed = quoteOf(painted, "(3) The keeper may paint the tower");
  const exception = quoteOf(painted, ", except where the council forbids it.");

  it("misleads, also where a gap shows that the text goes on", () => {
    const line = cite(allowed);
    for (const parts of [line.parts, [...line.parts, gap]]) {
      expect(verify(claimOf({ depth: 0, parts }))).toMatchObject([
        {
          code: "condition-dropped",
          severity: "error",
          reference: "(3) The keeper may paint the tower",
          args: {
            place: "Lighthouse Regulations 4(3)",
            condition: "except where the council forbids it",
          },
        },
      ]);
    }
  });

  it("does not where the claim quotes the exception too, on its line or under it", () => {
    expect(verify(claimOf(lineOf(...cite(allowed).parts, quotePart(exception))))).toEqual([]);
    const under = { depth: 1, parts: [quotePart(exception)] };
    expect(verify(claimOf(cite(allowed), under))).toEqual([]);
  });

  it("still does where only what comes after the exception is quoted, or another claim quotes it", () => {
    const after = { depth: 1, parts: [quotePart(quoteOf(painted, "Paint is white."))] };
    expect(codes(claimOf(cite(allowed), after))).toEqual(["error condition-dropped"]);
    expect(codes(claimOf(cite(allowed)), claimOf(cite(exception)))).toEqual([
      "error condition-dropped",
    ]);
  });

  it("may end anywhere else", () => {
    expect(verify(claimOf(cite(quoteOf(painted, "(3) The keeper may"))))).toEqual([]);
    expect(verify(claimOf(cite(quoteOf(painted))))).toEqual([]);
  });
});

describe("a source that cannot carry what is quoted", () => {
  const quoteFrom = (document: DocumentInfo, standing: "current" | "omitted" | "temporary") =>
    cite(
      quoteOf(
        makeEvidence(
          document,
          makePassage(document, [{ text: "The lamp is lit at dusk.", locator: "9(1)" }], {
            standing,
          }),
        ),
      ),
    );

  it("is one that nobody should trust", () => {
    const leaflet = describeDocument({ id: "leaflet", authority: "untrusted" });
    expect(verify(claimOf(quoteFrom(leaflet, "current")))).toMatchObject([
      { code: "untrusted-source", severity: "error", reference: "leaflet.pdf" },
    ]);
  });

  it.each(["omitted", "temporary"] as const)("is one that is %s", (standing) => {
    expect(verify(claimOf(quoteFrom(lighthouseLaw, standing)))).toMatchObject([
      {
        code: "expired-text-cited",
        args: { variant: standing, place: "Lighthouse Regulations 9(1)" },
      },
    ]);
    expect(verify(claimOf(quoteFrom(lighthouseLaw, "current")))).toEqual([]);
  });
});

describe("words", () => {
  const said = (text: string, ...rests: readonly Quote[]): DraftClaim => ({
    authority: "legislation",
    kind: "statement",
    lines: [{ depth: 0, parts: [words(text)], rests }],
  });

  it("of a model are read against what they rest on", () => {
    expect(codes(said("Within 36 hours of a wreck a log must be made.", item))).toEqual([]);
    expect(codes(said("Within 63 hours of a wreck a log must be made.", item))).toEqual([
      "error number-not-in-source",
    ]);
    expect(codes(said("The log must be written in ink.", quoteOf(guide)))).toEqual([
      "error must-for-should",
    ]);
    expect(codes(said("Within 36 hours of a wreck a log must be made."))).toEqual([
      "error statement-uncited",
    ]);
  });

  it("that a model puts in quotation marks must stand in what they rest on", () => {
    const text = "The law says “within 46 hours of a wreck, a log is made”.";
    expect(verify(said(text, item))).toMatchObject([
      { code: "quote-not-on-page", args: { variant: "departs", quoted: "46", printed: "36" } },
    ]);
  });

  it("that a model puts behind a label are read all the same", () => {
    const [line] = said("Within 63 hours of a wreck a log must be made.", item).lines;
    if (!line) throw new Error("no line");
    const labelled = { ...line, parts: [strong("Law:"), ...line.parts] };
    expect(codes({ ...claimOf(labelled), kind: "statement" })).toEqual([
      "error number-not-in-source",
    ]);
  });

  it("of charm beside a quote are read, those that only label it are not", () => {
    const labelled = claimOf(lineOf(strong("Who feeds the gulls:"), ...cite(lead).parts));
    expect(verify(labelled)).toEqual([]);
    const added = claimOf(
      lineOf(...cite(quoteOf(guide)).parts, words("The log must be written in ink.")),
    );
    expect(codes(added)).toEqual(["error must-for-should"]);
  });

  it("that advise or only lead on need rest on nothing", () => {
    for (const kind of ["advice", "connective"] as const) {
      const claim = { ...claimOf(lineOf(words("Keep the book near the door."))), kind };
      expect(verify(claim)).toEqual([]);
    }
  });
});

describe("a statement", () => {
  const check = (text: string, ...cited: readonly Evidence[]) =>
    checkStatement(
      readStatement({ text, kind: "requirement" }, context.references),
      cited.map((evidence) => toSupport(evidence)),
      context,
    ).map(({ code, severity }) => `${severity} ${code}`);

  it("is read against the passages it cites", () => {
    expect(check("Within 36 hours of a wreck a log must be made.", law, guide)).toEqual([]);
    expect(check("Within 63 hours of a wreck a log must be made.", law, guide)).toEqual([
      "error number-not-in-source",
    ]);
    expect(check("The log must be written in ink.", law, guide)).toEqual(["error must-for-should"]);
  });

  it("is read against what a passage hangs from as well", () => {
    const part = makePassage(lighthouseLaw, [
      { text: "(b) each child is shown the lamp.", locator: "4(2)(b)" },
    ]);
    const evidence = {
      ...makeEvidence(lighthouseLaw, part),
      leads: [{ passage: law.passage, start: 0, end: 43 }],
    };
    const text = "The responsible individual must ensure that each child is shown the lamp.";
    expect(check(text, evidence)).toContain("error wrong-duty-holder");
    expect(check(text.replace("responsible individual", "registered person"), evidence)).toEqual(
      [],
    );
  });
});
