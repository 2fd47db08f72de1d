// Names of instruments and guidance that people in the field cite, so that one not in the library can still be named.
// Vocabulary only: it says what a document is called, never what provisions it has.
import { setOfWords } from "../lists.ts";
import type { Authority, DocumentInfo } from "../document.ts";
import type { Instrument } from "./reference.ts";

/** Something people call a document by, whether or not the library holds it. */
export interface KnownInstrument {
  /** Short stable name for programs: `ca1989`. */
  readonly key: string;
  readonly name: string;
  readonly instrument: Instrument | null;
  /** Year in the title; null for guidance, which has editions instead. */
  readonly year: string | null;
  /** `2015/541` (statutory instrument) or `1989 c. 41` (Act). */
  readonly number: string | null;
  /** Other names, beside the title with and without its year. */
  readonly aliases: readonly string[];
  /** What people mean by "the 1989 Act" or "the 2010 Regulations" without more. */
  readonly customary: boolean;
  /** Why it is no longer current; null when it is. */
  readonly ended: {
    readonly code: "revoked" | "superseded" | "enacted";
    readonly by: string;
  } | null;
  /** Years of the editions known to exist; `yearlyFrom` for one that appears every year. */
  readonly editions: { readonly years: readonly number[]; readonly yearlyFrom?: number } | null;
}

// The tables have a line for each: key, name, number as printed on legislation.gov.uk, other names.

const acts = `
  ca1989 | Children Act 1989 | 1989 c. 41 | CA 1989
  csa2000 | Care Standards Act 2000 | 2000 c. 14 | CSA 2000
  aca2002 | Adoption and Children Act 2002 | 2002 c. 38 | ACA 2002
  ca2004 | Children Act 2004 | 2004 c. 31 | CA 2004
  mca2005 | Mental Capacity Act 2005 | 2005 c. 9 | MCA 2005
  svga2006 | Safeguarding Vulnerable Groups Act 2006 | 2006 c. 47 | SVGA 2006
  cypa2008 | Children and Young Persons Act 2008 | 2008 c. 23 | CYPA 2008
  hsca2008 | Health and Social Care Act 2008 | 2008 c. 14 | HSCA 2008
  eqa2010 | Equality Act 2010 | 2010 c. 15
  laspo2012 | Legal Aid, Sentencing and Punishment of Offenders Act 2012 | 2012 c. 10 | LASPO 2012 | LASPOA 2012
  cfa2014 | Children and Families Act 2014 | 2014 c. 6 | CFA 2014 | C&FA 2014
  cswa2017 | Children and Social Work Act 2017 | 2017 c. 16 | CSWA 2017
  dpa2018 | Data Protection Act 2018 | 2018 c. 12 | DPA 2018
  cwsa2026 | Children's Wellbeing and Schools Act 2026 | 2026 c. 21 | CWSA 2026
`;

/**
 * Years in which Acts of these titles were passed, current or not (legislation.gov.uk): one of another year is none. Of
 * titles that are not here nobody can tell.
 */
export const passedIn: Readonly<Record<string, readonly number[]>> = {
  "Children Act": [1908, 1948, 1958, 1972, 1975, 1989, 2004],
  "Care Standards Act": [2000],
  "Adoption and Children Act": [2002],
  "Mental Capacity Act": [2005],
  "Safeguarding Vulnerable Groups Act": [2006],
  "Children and Young Persons Act": [1933, 1956, 1963, 1969, 2008],
  "Health and Social Care Act": [2001, 2008, 2012],
  "Equality Act": [2006, 2010],
  "Children and Families Act": [2014],
  "Children and Social Work Act": [2017],
  "Data Protection Act": [1984, 1998, 2018],
  "Regulatory Reform (Fire Safety) Order": [2005],
};

const bills = `
  cwsb | Children's Wellbeing and Schools Bill
`;

const regulations = `
  chr | Children's Homes (England) Regulations 2015 | 2015/541 | Children's Homes Regulations | CHR 2015
  chr2001 | Children's Homes Regulations 2001 | 2001/3967
  fees2015 | Her Majesty's Chief Inspector of Education, Children's Services and Skills (Fees and Frequency of Inspections) (Children's Homes etc.) Regulations 2015 | 2015/551 | Fees and Frequency of Inspections Regulations
  cpr2010 | Care Planning, Placement and Case Review (England) Regulations 2010 | 2010/959 | Care Planning Regulations | CPPCR 2010
  reg2010 | Care Standards Act 2000 (Registration) (England) Regulations 2010 | 2010/2130 | Registration Regulations 2010
  fsr2011 | Fostering Services (England) Regulations 2011 | 2011/581 | Fostering Services Regulations | Fostering Regulations
  ca-secure1991 | Children (Secure Accommodation) Regulations 1991 | 1991/1505 | Secure Accommodation Regulations
  hsca2014 | Health and Social Care Act 2008 (Regulated Activities) Regulations 2014 | 2014/2936 | Regulated Activities Regulations
  sa2023 | Supported Accommodation (England) Regulations 2023 | 2023/416 | Supported Accommodation Regulations
`;

const orders = `
  fire2005 | Regulatory Reform (Fire Safety) Order 2005 | 2005/1541 | Fire Safety Order
`;

/** Guidance, frameworks and standards, by the titles they are published under. */
const guidance = `
  guide | Guide to the children's homes regulations including the quality standards | | Guide to the children's homes regulations | Guide to the quality standards | Children's Homes Regulations Guide | DfE Guide
  sccif | Social care common inspection framework (SCCIF): children's homes | | SCCIF | social care common inspection framework
  wt | Working together to safeguard children | | Working Together
  kcsie | Keeping children safe in education | | KCSIE
  iro | IRO handbook | | IRO Handbook | independent reviewing officers handbook
  nms | National Minimum Standards for children's homes | | NMS | National Minimum Standards
  nice-qs31 | NICE quality standard QS31: looked-after children and young people | | QS31
  charter | Children's Residential Workforce Wellbeing Charter | | Wellbeing Charter
`;

const conventions = `
  echr | European Convention on Human Rights | | ECHR
  uncrc | United Nations Convention on the Rights of the Child | | UNCRC | UN Convention on the Rights of the Child
`;

/**
 * How careful readers cite the texts of the field: each where the library holds one, and nothing else goes by its name;
 * and who must have issued it.
 */
export const citedShort: readonly {
  readonly key: string;
  readonly short: string;
  readonly authority: Authority;
}[] = [
  { key: "chr", short: "Regulations", authority: "legislation" },
  { key: "guide", short: "Guide", authority: "statutory-guidance" },
  { key: "sccif", short: "SCCIF", authority: "inspection" },
  { key: "wt", short: "Working Together", authority: "statutory-guidance" },
  { key: "kcsie", short: "KCSIE", authority: "statutory-guidance" },
  { key: "iro", short: "IRO handbook", authority: "statutory-guidance" },
];

/** Keys of what is meant by year and kind alone. */
const customary: ReadonlySet<string> = setOfWords(
  "ca1989 csa2000 ca2004 svga2006 cypa2008 eqa2010 cfa2014 cswa2017 cwsa2026 " +
    "chr chr2001 cpr2010 fsr2011 ca-secure1991 sa2023",
);

const ended: Readonly<Record<string, KnownInstrument["ended"]>> = {
  cwsb: { code: "enacted", by: "Children's Wellbeing and Schools Act 2026" },
  chr2001: { code: "revoked", by: "Children's Homes (England) Regulations 2015" },
  nms: {
    code: "superseded",
    by: "the quality standards of the Children's Homes (England) Regulations 2015",
  },
};

const editions: Readonly<Record<string, KnownInstrument["editions"]>> = {
  guide: { years: [2015] },
  wt: { years: [1991, 1999, 2006, 2010, 2013, 2015, 2018, 2023] },
  kcsie: { years: [], yearlyFrom: 2014 },
  iro: { years: [2010] },
};

export const knownInstruments: readonly KnownInstrument[] = [
  ...readTable("act", acts),
  ...readTable("bill", bills),
  ...readTable("regulations", regulations),
  ...readTable("order", orders),
  ...readTable(null, guidance),
  ...readTable("convention", conventions),
];

function readTable(instrument: Instrument | null, table: string): KnownInstrument[] {
  const rows = table.trim().split("\n");
  return rows.map((row) => {
    const [key = "", name = "", number = "", ...aliases] = row.split("|").map((s) => s.trim());
    return {
      key,
      name,
      instrument,
      year: instrument === null ? null : (/\d{4}$/.exec(name)?.[0] ?? null),
      number: number === "" ? null : number,
      aliases,
      customary: customary.has(key),
      ended: ended[key] ?? null,
      editions: editions[key] ?? null,
    };
  });
}

/** The Act meant by a section number with no Act named, by the custom of children's social care. */
export const impliedAct = "ca1989";

/** The regulations meant by a regulation's number alone. */
export const impliedRegulations = "chr";

/** What documents of this program's field have in their titles; an unnamed provision is looked for in them first. */
export const fieldTitle = /\bchildren['’]?s['’]? homes?\b/i;

type Titled = Pick<DocumentInfo, "authority" | "title">;

/** The law of this program's field itself, not what explains it. */
export function isFieldLaw({ authority, title }: Titled): boolean {
  return authority === "legislation" && fieldTitle.test(title);
}

/** The statutory guidance to it, or what stands for it. */
export function isFieldGuide({ authority, title }: Titled): boolean {
  return authority === "statutory-guidance" && guideTitle.test(title);
}

const guideTitle = /\bguide to the children['’]?s['’]? homes? regulations\b/i;

/** The entry of a key; the key must exist. */
export function knownByKey(key: string): KnownInstrument {
  const found = knownInstruments.find((entry) => entry.key === key);
  if (found === undefined) throw new Error(`No known instrument has the key ${key}.`);
  return found;
}
