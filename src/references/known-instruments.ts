// Names of instruments and guidance that people in the field cite, so that one not in the library can still be named.
// Vocabulary only: it says what a document is called, never what provisions it has.
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

type Options = Partial<Omit<KnownInstrument, "key" | "name" | "instrument">>;

function known(
  key: string,
  name: string,
  instrument: Instrument | null,
  options: Options = {},
): KnownInstrument {
  return {
    key,
    name,
    instrument,
    year: instrument === null ? null : (/\d{4}$/.exec(name)?.[0] ?? null),
    number: null,
    aliases: [],
    customary: false,
    ended: null,
    editions: null,
    ...options,
  };
}

/** Acts, by title and chapter number as printed on legislation.gov.uk. */
const acts: readonly KnownInstrument[] = [
  known("ca1989", "Children Act 1989", "act", {
    number: "1989 c. 41",
    aliases: ["CA 1989"],
    customary: true,
  }),
  known("csa2000", "Care Standards Act 2000", "act", {
    number: "2000 c. 14",
    aliases: ["CSA 2000"],
    customary: true,
  }),
  known("aca2002", "Adoption and Children Act 2002", "act", {
    number: "2002 c. 38",
    aliases: ["ACA 2002"],
  }),
  known("ca2004", "Children Act 2004", "act", {
    number: "2004 c. 31",
    aliases: ["CA 2004"],
    customary: true,
  }),
  known("mca2005", "Mental Capacity Act 2005", "act", {
    number: "2005 c. 9",
    aliases: ["MCA 2005"],
  }),
  known("svga2006", "Safeguarding Vulnerable Groups Act 2006", "act", {
    number: "2006 c. 47",
    aliases: ["SVGA 2006"],
    customary: true,
  }),
  known("cypa2008", "Children and Young Persons Act 2008", "act", {
    number: "2008 c. 23",
    aliases: ["CYPA 2008"],
    customary: true,
  }),
  known("hsca2008", "Health and Social Care Act 2008", "act", {
    number: "2008 c. 14",
    aliases: ["HSCA 2008"],
  }),
  known("eqa2010", "Equality Act 2010", "act", { number: "2010 c. 15", customary: true }),
  known("laspo2012", "Legal Aid, Sentencing and Punishment of Offenders Act 2012", "act", {
    number: "2012 c. 10",
    aliases: ["LASPO 2012", "LASPOA 2012"],
  }),
  known("cfa2014", "Children and Families Act 2014", "act", {
    number: "2014 c. 6",
    aliases: ["CFA 2014", "C&FA 2014"],
    customary: true,
  }),
  known("cswa2017", "Children and Social Work Act 2017", "act", {
    number: "2017 c. 16",
    aliases: ["CSWA 2017"],
    customary: true,
  }),
  known("dpa2018", "Data Protection Act 2018", "act", {
    number: "2018 c. 12",
    aliases: ["DPA 2018"],
  }),
  known("cwsa2026", "Children's Wellbeing and Schools Act 2026", "act", {
    number: "2026 c. 21",
    aliases: ["CWSA 2026"],
    customary: true,
  }),
  known("cwsb", "Children's Wellbeing and Schools Bill", "bill", {
    ended: { code: "enacted", by: "Children's Wellbeing and Schools Act 2026" },
  }),
];

/** Statutory instruments, by title and number as printed on legislation.gov.uk. */
const statutoryInstruments: readonly KnownInstrument[] = [
  known("chr", "Children's Homes (England) Regulations 2015", "regulations", {
    number: "2015/541",
    aliases: ["Children's Homes Regulations", "CHR 2015"],
    customary: true,
  }),
  known("chr2001", "Children's Homes Regulations 2001", "regulations", {
    number: "2001/3967",
    customary: true,
    ended: { code: "revoked", by: "Children's Homes (England) Regulations 2015" },
  }),
  known(
    "fees2015",
    "Her Majesty's Chief Inspector of Education, Children's Services and Skills (Fees and Frequency of Inspections) (Children's Homes etc.) Regulations 2015",
    "regulations",
    { number: "2015/551", aliases: ["Fees and Frequency of Inspections Regulations"] },
  ),
  known(
    "cpr2010",
    "Care Planning, Placement and Case Review (England) Regulations 2010",
    "regulations",
    {
      number: "2010/959",
      aliases: ["Care Planning Regulations", "CPPCR 2010"],
      customary: true,
    },
  ),
  known(
    "reg2010",
    "Care Standards Act 2000 (Registration) (England) Regulations 2010",
    "regulations",
    {
      number: "2010/2130",
      aliases: ["Registration Regulations 2010"],
    },
  ),
  known("fsr2011", "Fostering Services (England) Regulations 2011", "regulations", {
    number: "2011/581",
    aliases: ["Fostering Services Regulations", "Fostering Regulations"],
    customary: true,
  }),
  known("ca-secure1991", "Children (Secure Accommodation) Regulations 1991", "regulations", {
    number: "1991/1505",
    aliases: ["Secure Accommodation Regulations"],
    customary: true,
  }),
  known(
    "hsca2014",
    "Health and Social Care Act 2008 (Regulated Activities) Regulations 2014",
    "regulations",
    {
      number: "2014/2936",
      aliases: ["Regulated Activities Regulations"],
    },
  ),
  known("sa2023", "Supported Accommodation (England) Regulations 2023", "regulations", {
    number: "2023/416",
    aliases: ["Supported Accommodation Regulations"],
    customary: true,
  }),
  known("fire2005", "Regulatory Reform (Fire Safety) Order 2005", "order", {
    number: "2005/1541",
    aliases: ["Fire Safety Order"],
  }),
];

/** Guidance, frameworks and standards, by the titles they are published under. */
const guidance: readonly KnownInstrument[] = [
  known(
    "guide",
    "Guide to the children's homes regulations including the quality standards",
    null,
    {
      aliases: [
        "Guide to the children's homes regulations",
        "Guide to the quality standards",
        "Children's Homes Regulations Guide",
        "DfE Guide",
      ],
      editions: { years: [2015] },
    },
  ),
  known("sccif", "Social care common inspection framework (SCCIF): children's homes", null, {
    aliases: ["SCCIF", "social care common inspection framework"],
  }),
  known("wt", "Working together to safeguard children", null, {
    aliases: ["Working Together"],
    editions: { years: [1991, 1999, 2006, 2010, 2013, 2015, 2018, 2023] },
  }),
  known("kcsie", "Keeping children safe in education", null, {
    aliases: ["KCSIE"],
    editions: { years: [], yearlyFrom: 2014 },
  }),
  known("iro", "IRO handbook", null, {
    aliases: ["IRO Handbook", "independent reviewing officers handbook"],
    editions: { years: [2010] },
  }),
  known("nms", "National Minimum Standards for children's homes", null, {
    aliases: ["NMS", "National Minimum Standards"],
    ended: {
      code: "superseded",
      by: "the quality standards of the Children's Homes (England) Regulations 2015",
    },
  }),
  known("nice-qs31", "NICE quality standard QS31: looked-after children and young people", null, {
    aliases: ["QS31"],
  }),
  known("charter", "Children's Residential Workforce Wellbeing Charter", null, {
    aliases: ["Wellbeing Charter"],
  }),
  known("echr", "European Convention on Human Rights", "convention", { aliases: ["ECHR"] }),
  known("uncrc", "United Nations Convention on the Rights of the Child", "convention", {
    aliases: ["UNCRC", "UN Convention on the Rights of the Child"],
  }),
];

export const knownInstruments: readonly KnownInstrument[] = [
  ...acts,
  ...statutoryInstruments,
  ...guidance,
];

/** The Act meant by a section number with no Act named, by the custom of children's social care. */
export const impliedAct = "ca1989";

/** The regulations meant by a regulation's number alone. */
export const impliedRegulations = "chr";

/** What documents of this program's field have in their titles; an unnamed provision is looked for in them first. */
export const fieldTitle = /\bchildren['’]?s['’]? homes?\b/i;

/** The law of this program's field itself, not what explains it. */
export function isFieldLaw(document: {
  readonly authority: string;
  readonly title: string;
}): boolean {
  return document.authority === "legislation" && fieldTitle.test(document.title);
}

/** The statutory guidance to it, or what stands for it. */
export function isFieldGuide(document: {
  readonly authority: string;
  readonly title: string;
}): boolean {
  return document.authority === "statutory-guidance" && guideTitle.test(document.title);
}

const guideTitle = /\bguide to the children['’]?s['’]? homes? regulations\b/i;

/** The entry of a key; the key must exist. */
export function knownByKey(key: string): KnownInstrument {
  const found = knownInstruments.find((entry) => entry.key === key);
  if (found === undefined) throw new Error(`No known instrument has the key ${key}.`);
  return found;
}
