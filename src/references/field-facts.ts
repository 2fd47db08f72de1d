// Facts of the field that change what a reference means: names from before 2015, and headings that other instruments use.

/** A name people still use for a provision of an instrument that has been replaced. */
export interface FormerName {
  /** Key of the replaced instrument (known-instruments.ts), and the place in it. */
  readonly instrument: string;
  readonly address: string;
  /** Words after the number by which the old provision is known: "Regulation 33 visit". */
  readonly topics: readonly string[];
  readonly matter: string;
  /** Where the matter stands now: key of the instrument and address in it. */
  readonly now: { readonly instrument: string; readonly address: string };
}

/**
 * The Children's Homes Regulations 2001 (SI 2001/3967) were revoked on 1 April 2015 by SI 2015/541; their numbers live on
 * in talk. Source: Schedule 6 of the 2001 Regulations, which is made under regulation 34(1) and names Schedule 5;
 * regulations 30 and 33 as local procedures under them describe them; the titles of the 2015 Regulations.
 */
export const formerNames: readonly FormerName[] = [
  {
    instrument: "chr2001",
    address: "reg/33",
    topics: [
      "visit",
      "visits",
      "visitor",
      "visitors",
      "report",
      "reports",
      "inspection",
      "monitoring",
    ],
    matter: "monthly visits by an independent person",
    now: { instrument: "chr", address: "reg/44" },
  },
  {
    instrument: "chr2001",
    address: "reg/34",
    topics: ["monitoring", "review", "reviews", "report", "reports"],
    matter: "the review of the quality of care",
    now: { instrument: "chr", address: "reg/45" },
  },
  {
    instrument: "chr2001",
    address: "reg/30",
    topics: ["notification", "notifications", "notifiable", "event", "events"],
    matter: "notification of significant events",
    now: { instrument: "chr", address: "reg/40" },
  },
  {
    instrument: "chr2001",
    address: "sch/5",
    topics: [
      "notification",
      "notifications",
      "notifiable",
      "event",
      "events",
      "incident",
      "incidents",
    ],
    matter: "events to be notified",
    now: { instrument: "chr", address: "reg/40" },
  },
  {
    instrument: "chr2001",
    address: "sch/6",
    topics: ["monitoring", "review", "reviews", "report", "reports"],
    matter: "matters to be monitored",
    now: { instrument: "chr", address: "reg/45" },
  },
];

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
  { instrument: "hsca2014", address: "reg/9", title: "Person-centred care" },
  { instrument: "hsca2014", address: "reg/10", title: "Dignity and respect" },
  { instrument: "hsca2014", address: "reg/11", title: "Need for consent" },
  { instrument: "hsca2014", address: "reg/12", title: "Safe care and treatment" },
  {
    instrument: "hsca2014",
    address: "reg/13",
    title: "Safeguarding service users from abuse and improper treatment",
  },
  { instrument: "hsca2014", address: "reg/14", title: "Meeting nutritional and hydration needs" },
  { instrument: "hsca2014", address: "reg/15", title: "Premises and equipment" },
  { instrument: "hsca2014", address: "reg/16", title: "Receiving and acting on complaints" },
  { instrument: "hsca2014", address: "reg/17", title: "Good governance" },
  { instrument: "hsca2014", address: "reg/18", title: "Staffing" },
  { instrument: "hsca2014", address: "reg/19", title: "Fit and proper persons employed" },
  { instrument: "hsca2014", address: "reg/20", title: "Duty of candour" },
  // The quality standards of supported accommodation: SI 2023/416, regulation 3.
  { instrument: "sa2023", address: "reg/4", title: "The leadership and management standard" },
  { instrument: "sa2023", address: "reg/5", title: "The protection standard" },
  { instrument: "sa2023", address: "reg/6", title: "The accommodation standard" },
  { instrument: "sa2023", address: "reg/7", title: "The support standard" },
  // Ofsted's request for information before an inspection; the framework's text only points to it.
  { instrument: "sccif", address: "annex-a", title: "Pre-inspection information" },
];

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
  { section: "s/17", topics: ["assessment", "assessments", "plan", "plans"], instrument: "ca1989" },
  {
    section: "s/20",
    topics: ["accommodation", "agreement", "agreements", "consent"],
    instrument: "ca1989",
  },
  {
    section: "s/25",
    topics: ["order", "orders", "application", "applications"],
    instrument: "ca1989",
  },
  { section: "s/31", topics: ["order", "orders"], instrument: "ca1989" },
  {
    section: "s/47",
    topics: ["enquiry", "enquiries", "inquiry", "inquiries", "investigation", "investigations"],
    instrument: "ca1989",
  },
  { section: "s/11", topics: ["audit", "audits", "duty", "duties"], instrument: "ca2004" },
];

/** What an abbreviation after a number stands for in the words of legislation. */
export const topicWording: Readonly<Record<string, readonly string[]>> = {
  dbs: ["criminal record certificate", "disclosure and barring"],
  lado: ["designated officer"],
  iro: ["independent reviewing officer"],
  ehc: ["education, health and care plan", "ehc plan"],
  ehcp: ["education, health and care plan", "ehc plan"],
};
