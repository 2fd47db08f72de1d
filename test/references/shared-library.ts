// A library made from the machine tables beside the project: every valid target of the Regulations and the Guide, and
// stand-ins for the other documents, which have the right kinds of numbers but no texts.
import { readFileSync } from "node:fs";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import type { ReferenceLibrary } from "../../src/references/reference-library.ts";
import type { RowFacts } from "./made-up-library.ts";
import { makeDocument, makeRows } from "./made-up-library.ts";
import { sharedPath } from "../support/shared-folder.ts";

export function readShared(path: string): string {
  return readFileSync(sharedPath(path), "utf8");
}

interface RegulationsIndex {
  readonly regulations: readonly {
    readonly number: number;
    readonly title: string;
    readonly part: string;
    readonly part_title: string;
    readonly chapter: string | null;
  }[];
  readonly units: readonly { readonly ref: string; readonly pdf_page: number }[];
}

interface GuideIndex {
  readonly pages: number;
  readonly paragraphs: readonly {
    readonly zone: string;
    readonly para: string;
    readonly page: number;
    readonly page_end: number;
  }[];
}

type Units = (readonly [string, RowFacts?])[];

const documents = [
  makeDocument("chr", "The Children's Homes (England) Regulations 2015", {
    short: "Regulations",
    url: "https://www.legislation.gov.uk/uksi/2015/541",
    pages: 47,
  }),
  makeDocument(
    "guide",
    "Guide to the children's homes regulations including the quality standards",
    {
      short: "Guide",
      version: "1.17",
      date: "2015-04",
      authority: "statutory-guidance",
      structureKind: "numbered",
      pages: 81,
    },
  ),
  makeDocument("sccif", "Social care common inspection framework (SCCIF): children's homes", {
    short: "SCCIF",
    authority: "inspection",
    structureKind: "headed",
    pages: null,
  }),
  makeDocument("wt", "Working together to safeguard children", {
    short: "Working Together",
    version: "2023",
    authority: "statutory-guidance",
    structureKind: "numbered",
    pages: 170,
  }),
  makeDocument("kcsie", "Keeping children safe in education", {
    short: "KCSIE",
    version: "2024",
    authority: "statutory-guidance",
    structureKind: "numbered",
    pages: 185,
  }),
  makeDocument("iro", "IRO handbook", {
    version: "March 2010",
    authority: "statutory-guidance",
    structureKind: "numbered",
    pages: 76,
  }),
  makeDocument("ca2004", "Children Act 2004", { pages: 90 }),
  makeDocument("cswa2017", "Children and Social Work Act 2017", { pages: 70 }),
];

/** `28(2)(c)` → `reg/28/2/c`; `Sch 1 para 3(c)` → `sch/1/para/3/c`. */
function addressOfRef(ref: string): string {
  const schedule = /^Sch (\d+)(?: para (.+))?$/.exec(ref);
  const place = schedule === null ? ref : (schedule[2] ?? "");
  const path = place.replaceAll(")", "").split("(").join("/");
  if (schedule === null) return `reg/${path}`;
  return path === "" ? `sch/${schedule[1]}` : `sch/${schedule[1]}/para/${path}`;
}

/** Texts that the printed revised copy no longer has as law. Source: its annotations, as `domain/facts.md` gives them. */
const notLaw: Readonly<Record<string, "omitted" | "temporary">> = {
  "reg/3/1A": "omitted",
  "reg/22/1A": "temporary",
  "reg/22/1B": "temporary",
  "reg/22/1C": "temporary",
  "reg/22/1D": "temporary",
};

function regulationUnits(index: RegulationsIndex): Units {
  const units: Units = [];
  const seen = new Set<string>();
  const add = (address: string, facts: RowFacts): void => {
    if (seen.has(address)) return;
    seen.add(address);
    units.push([address, facts]);
  };
  const byNumber = new Map(index.regulations.map((entry) => [`reg/${entry.number}`, entry]));
  for (const { ref, pdf_page: page } of index.units) {
    const address = addressOfRef(ref);
    const entry = byNumber.get(address);
    const part = entry === undefined ? null : `part/${entry.part.replace("Part ", "")}`;
    const chapter = /^Chapter (\d+) (.+)$/.exec(entry?.chapter ?? "");
    if (entry !== undefined && part !== null)
      add(part, { kind: "part", title: entry.part_title, page });
    if (chapter !== null) {
      add(`${part}/chapter/${chapter[1]}`, { kind: "chapter", title: chapter[2] ?? "", page });
    }
    // Of the headings inside Schedules only the one cited in the list of forms is needed.
    if (address === "sch/1/para/14")
      add("sch/1/head/health", { kind: "crossheading", title: "Health", page });
    add(address, {
      page,
      ...(entry === undefined ? {} : { title: entry.title }),
      ...(notLaw[address] === undefined ? {} : { standing: notLaw[address] }),
      ...(address === "sch/1/para/14" ? { under: "sch/1/head/health" } : {}),
    });
    if (ref === "3(1)") add("reg/3/1A", { page, standing: "omitted" });
  }
  return units;
}

function guideUnits(index: GuideIndex): Units {
  const units: Units = [];
  for (const { zone, para, page } of index.paragraphs) {
    const annex = /^Annex ([AB])$/.exec(zone)?.[1]?.toLowerCase();
    const base = annex === undefined ? "para" : `annex-${annex}`;
    if (annex !== undefined && para === "1.1") {
      units.push([base, { kind: "annex", page, title: annexTitles[annex] ?? "" }]);
    }
    units.push([`${base}/${para}`, { page }]);
  }
  units.push(["fn/15", { kind: "footnote", page: 42 }]);
  return units;
}

const annexTitles: Readonly<Record<string, string>> = {
  a: "Qualifications for staff",
  b: "Secure children's homes",
};

function* range(from: number, to: number): Generator<number> {
  for (let number = from; number <= to; number++) yield number;
}

/** An Act's sections and Schedules by number alone. */
function actUnits(sections: number): Units {
  const units: Units = [...range(1, sections)].map((number) => [`s/${number}`, {}]);
  for (const schedule of range(1, 5)) {
    units.push([`sch/${schedule}`, { kind: "schedule" }]);
    for (const paragraph of range(1, 30)) units.push([`sch/${schedule}/para/${paragraph}`]);
  }
  return units;
}

/** Numbered paragraphs of guidance from the table of pages. */
function tabledUnits(table: string, file: string): Units {
  return table
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(([name, , number]) => name?.startsWith(file) === true && number !== undefined)
    .map(([, , number, page]) => [`para/${number}`, { page: Number(page) }]);
}

/** Paragraphs of the Regulations that the forms point to by topic, in a few words of our own. */
const texts: Readonly<Record<string, string>> = {
  "reg/45/3": "report of the review",
  "sch/2/para/2": "criminal record certificate",
};

/** Regulations, Guide, SCCIF, Working Together, KCSIE, IRO handbook and two Acts. Call only when {@link hasShared}. */
export function makeSharedLibrary(): ReferenceLibrary {
  const table = readShared("eval/paragraph_to_page.tsv");
  const rows = [
    ...makeRows("chr", regulationUnits(JSON.parse(readShared("domain/regs_index.json")))),
    ...makeRows("guide", guideUnits(JSON.parse(readShared("domain/guide_index.json")))),
    ...makeRows("sccif", [
      ["head/leaders", { kind: "heading", title: "The effectiveness of leaders and managers" }],
      ["head/good", { kind: "heading", title: "Good", under: "head/leaders" }],
    ]),
    ...makeRows("wt", tabledUnits(table, "Working_together")),
    ...makeRows("kcsie", [
      ["head/part-two", { kind: "heading", title: "Part two" }],
      ...tabledUnits(table, "Keeping_children"),
      ["annex-a", { kind: "annex" }],
      ["annex-b", { kind: "annex" }],
      ["annex-c", { kind: "annex" }],
    ]),
    ...makeRows("iro", [
      ["head/chapter-3", { kind: "heading", title: "Chapter 3. The review process" }],
      ...tabledUnits(table, "IRO_handbook"),
    ]),
    ...makeRows("ca2004", actUnits(69)),
    ...makeRows("cswa2017", actUnits(70)),
  ];
  const byPlace = new Map(rows.map((row) => [`${row.documentId}:${row.ordinal}`, row.address]));
  return createOutlineLibrary(documents, rows, (documentId, ordinal) =>
    documentId === "chr" ? (texts[byPlace.get(`chr:${ordinal}`) ?? ""] ?? null) : null,
  );
}
