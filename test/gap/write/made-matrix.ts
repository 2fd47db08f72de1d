// A gap matrix made by hand, with every verdict, duty and reason, and with texts that no format takes kindly.
import { duties } from "../../../src/requirements/checklist.ts";
import { reasons, verdicts } from "../../../src/gap/matrix.ts";
import type { Duty, GapMatrix, GapRow, Place, Verdict } from "../../../src/gap/matrix.ts";

export const place: Place = {
  file: "homes/oak/complaints.docx",
  section: "Who is told",
  page: 3,
  quote: "We tell the child what came of it within five days.",
};

export function makeRow(id: string, given: Partial<GapRow> = {}): GapRow {
  return {
    id,
    document: "Regulations",
    locator: "39(3)",
    page: 45,
    authority: "legislation",
    source: null,
    duty: "must",
    requirement: `The registered person must keep lamp ${id}.`,
    asks: `A lamp for ${id}.`,
    verdict: "met",
    condition: null,
    why: null,
    evidence: [place],
    near: [],
    missing: null,
    confidence: 0.9,
    placed: 0.9,
    unread: [],
    conflicts: [],
    ...given,
  };
}

/** One row of each duty with each verdict, in an order that is not the printed one. */
export function rowsOfAllKinds(): GapRow[] {
  const pairs = verdicts.flatMap((verdict) => duties.map((duty) => [verdict, duty] as const));
  return pairs.toReversed().map(([verdict, duty], i) =>
    makeRow(`${duty}-${verdict}`, {
      duty,
      verdict,
      why: verdict === "partly" ? (reasons[i % reasons.length] ?? null) : null,
      evidence: verdict === "met" || verdict === "partly" ? [place] : [],
      missing: verdict === "met" || verdict === "not_applicable" ? null : `what ${duty} lacks`,
      condition: verdict === "not_applicable" ? "a home that is registered as a school" : null,
    }),
  );
}

export function makeMatrix(rows: readonly GapRow[], given: Partial<GapMatrix> = {}): GapMatrix {
  const count = (own: readonly GapRow[]) =>
    Object.fromEntries(
      verdicts.map((verdict) => [verdict, own.filter((row) => row.verdict === verdict).length]),
    ) as Record<Verdict, number>;
  const byDuty = Object.fromEntries(
    duties.map((duty) => [duty, count(rows.filter((row) => row.duty === duty))]),
  ) as Record<Duty, Record<Verdict, number>>;
  const document = { title: null, met: 3, partly: 2, blanks: 1, conflicts: 1, problems: [] };
  return {
    rows,
    conflicts: [
      {
        kind: "supervision",
        key: "staff, how often",
        about: "How often the manager supervises staff",
        sides: [
          { ...place, quote: "Staff are supervised every month.", says: "every month" },
          { file: "home.yaml", section: null, page: null, quote: "", says: "every 6 weeks" },
        ],
      },
    ],
    blanks: [{ ...place, quote: "The nurse is TBC.", blank: "TBC" }],
    summary: {
      set: "complaints",
      title: "Complaints",
      voluntary: false,
      verdicts: count(rows),
      byDuty,
      documents: [
        { ...document, file: "homes/oak/complaints.docx" },
        { ...document, file: "homes/oak/scan.pdf", problems: ["It is encrypted."] },
      ],
      blanks: 1,
      conflicts: 1,
      gaps: true,
    },
    ...given,
  };
}

/** Formulas, mark-up, controls, quotation marks, line ends, and what XML cannot hold. */
export const nastyTexts = [
  '=HYPERLINK("http://evil.example","x")',
  "+44 1234 | cell | 2",
  "-2+3",
  "@SUM(A1)",
  "  =1+1",
  "\uff1d1+1",
  "# No heading\n\n- no item",
  "<script>alert(1)</script> & <b>",
  "**bold** _it_ [link](http://x.example) `code` \\| end",
  "\u001b[31mred\u001b[0m\u0007\u202ereversed",
  'said "this", then;that',
  "\ud800lone _x0041_ \u0000\ufffe",
  "小さな家 👩‍👩‍👧 é",
];
