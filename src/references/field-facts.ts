// Facts of the field that change what a reference means: names from before 2015, and headings that other instruments use.

/** A name people still use for a provision of the regulations that those of today have replaced. */
export interface FormerName {
  /** Place in `formerRegulations`. */
  readonly address: string;
  /** Words after the number by which the old provision is known: "Regulation 33 visit". */
  readonly topics: readonly string[];
  readonly matter: string;
  /** Where the matter stands now, in `impliedRegulations`. */
  readonly now: string;
}

/** Key of the regulations that former names are of (known-instruments.ts). */
export const formerRegulations = "chr2001";

/**
 * The Children's Homes Regulations 2001 (SI 2001/3967) were revoked on 1 April 2015 by SI 2015/541; their numbers live on
 * in talk. Source: Schedule 6 of the 2001 Regulations, which is made under regulation 34(1) and names Schedule 5;
 * regulations 30 and 33 as local procedures under them describe them; the titles of the 2015 Regulations.
 */
export const formerNames: readonly FormerName[] = [
  {
    address: "reg/33",
    topics: listWords("visit visits visitor visitors report reports inspection monitoring"),
    matter: "monthly visits by an independent person",
    now: "reg/44",
  },
  {
    address: "reg/34",
    topics: listWords("monitoring review reviews report reports"),
    matter: "the review of the quality of care",
    now: "reg/45",
  },
  {
    address: "reg/30",
    topics: listWords("notification notifications notifiable event events"),
    matter: "notification of significant events",
    now: "reg/40",
  },
  {
    address: "sch/5",
    topics: listWords("notification notifications notifiable event events incident incidents"),
    matter: "events to be notified",
    now: "reg/40",
  },
  {
    address: "sch/6",
    topics: listWords("monitoring review reviews report reports"),
    matter: "matters to be monitored",
    now: "reg/45",
  },
];

function listWords(words: string): string[] {
  return words.split(" ");
}

/** Where a clause of a Bill ended up in the Act. Source: the Commons print of the Bill and the Act as passed. */
export const enactedClauses: readonly {
  readonly bill: string;
  readonly clause: string;
  readonly act: string;
  readonly address: string;
}[] = [{ bill: "cwsb", clause: "clause/10", act: "cwsa2026", address: "s/13" }];

/** A heading by which a provision of another instrument is known, so that its number is not read as one of ours. */
export interface KnownHeading {
  readonly instrument: string;
  readonly address: string;
  readonly title: string;
}

export const knownHeadings: readonly KnownHeading[] = [
  // The fundamental standards: SI 2014/2936, Part 3, as listed at cqc.org.uk.
  ...headingsOf("hsca2014", {
    "reg/9": "Person-centred care",
    "reg/10": "Dignity and respect",
    "reg/11": "Need for consent",
    "reg/12": "Safe care and treatment",
    "reg/13": "Safeguarding service users from abuse and improper treatment",
    "reg/14": "Meeting nutritional and hydration needs",
    "reg/15": "Premises and equipment",
    "reg/16": "Receiving and acting on complaints",
    "reg/17": "Good governance",
    "reg/18": "Staffing",
    "reg/19": "Fit and proper persons employed",
    "reg/20": "Duty of candour",
  }),
  // The quality standards of supported accommodation: SI 2023/416, regulation 3.
  ...headingsOf("sa2023", {
    "reg/4": "The leadership and management standard",
    "reg/5": "The protection standard",
    "reg/6": "The accommodation standard",
    "reg/7": "The support standard",
  }),
  // Ofsted's request for information before an inspection; the framework's text only points to it.
  ...headingsOf("sccif", { "annex-a": "Pre-inspection information" }),
];

function headingsOf(instrument: string, titles: Readonly<Record<string, string>>): KnownHeading[] {
  return Object.entries(titles).map(([address, title]) => ({ instrument, address, title }));
}

/** Other sets of standards that go by number alone; keys of known-instruments.ts. */
export const numberedStandardSets: readonly string[] = ["nms"];

/** Other sets of quality standards that go by that name; keys of known-instruments.ts. */
export const otherQualityStandards: readonly string[] = ["nice-qs31"];

/** Sections that go by their number with a noun after it. Source: usage in Working Together and the Guide. */
export const customarySections: readonly {
  readonly section: string;
  readonly topics: readonly string[];
  readonly instrument: string;
}[] = [
  { section: "s/17", topics: listWords("assessment assessments plan plans"), instrument: "ca1989" },
  {
    section: "s/20",
    topics: listWords("accommodation agreement agreements consent"),
    instrument: "ca1989",
  },
  {
    section: "s/25",
    topics: listWords("order orders application applications"),
    instrument: "ca1989",
  },
  { section: "s/31", topics: listWords("order orders"), instrument: "ca1989" },
  {
    section: "s/47",
    topics: listWords("enquiry enquiries inquiry inquiries investigation investigations"),
    instrument: "ca1989",
  },
  { section: "s/11", topics: listWords("audit audits duty duties"), instrument: "ca2004" },
];

/** What an abbreviation after a number stands for in the words of legislation. */
export const topicWording: Readonly<Record<string, readonly string[]>> = {
  dbs: ["criminal record certificate", "disclosure and barring"],
  lado: ["designated officer"],
  iro: ["independent reviewing officer"],
  ehc: ["education, health and care plan", "ehc plan"],
  ehcp: ["education, health and care plan", "ehc plan"],
};
