// Bodies, plans and practices that guidance still names although newer law or guidance has put others in their place.

export interface OvertakenTerm {
  /** As a reader would call it. */
  readonly name: string;
  /** Finds it in a text. */
  readonly words: RegExp;
  /** What is there now, what a sentence matches that tells of it, and what to search for to find such a sentence. */
  readonly now: string;
  readonly telling: RegExp;
  readonly query: string;
  /** ISO date of the change; what is of that date or later is taken to know of it. */
  readonly since: string;
}

export const overtakenTerms: readonly OvertakenTerm[] = [
  {
    name: "Local Safeguarding Children Boards",
    words: /\bLocal Safeguarding Children(?:['’]s)? Boards?\b|\bLSCBs?\b/,
    now: "safeguarding partners",
    telling: /^(?=.*\bsafeguarding partners\b)(?=.*\blocal authority\b)(?=.*\bpolice\b)/is,
    query: "safeguarding partners local authority integrated care board police",
    // Sections 16 and 30 of the Children and Social Work Act 2017, commenced by SI 2018/497.
    since: "2018-06-29",
  },
  {
    name: "clinical commissioning groups",
    words: /\bclinical commissioning groups?\b|\bCCGs?\b/i,
    now: "integrated care boards",
    telling: /\bintegrated care boards? \((?:previously|formerly)[^)]*\)/i,
    query: "integrated care board previously known as clinical commissioning group",
    // Health and Care Act 2022; SI 2022/634 puts the one for the other in regulation 40(1)(e) from this day.
    since: "2022-07-01",
  },
  {
    name: "statements of special educational needs",
    words: /\bstatements? of special educational needs\b|\bSEN statements?\b/i,
    now: "education, health and care plans",
    telling: /\b(?:education,? health,? and care|EHC) plans?\b/i,
    query: "education health and care plan EHC plan special educational needs",
    // Children and Families Act 2014: the last day of the transfer from statements to plans.
    since: "2018-03-31",
  },
  {
    name: "interim inspections",
    words: /\binterim inspections?\b|\binspect\w* each children['’]s home at least twice\b/i,
    now: "assurance inspections",
    telling: /\bsecond inspection\b.*\bassurance inspection\b/is,
    query: "second inspection assurance inspection inspection period full inspection",
    // Ofsted's inspection framework, from the inspection year that began then.
    since: "2022-04-01",
  },
  {
    name: "the Association of Chief Police Officers",
    words: /\bACPO\b|\bAssociation of Chief Police Officers\b/,
    now: "the National Police Chiefs' Council",
    telling: /\bNational Police Chiefs['’] Council\b/i,
    query: "National Police Chiefs Council",
    since: "2015-04-01",
  },
  {
    name: "the Qualifications and Credit Framework",
    words: /\bQCF\b|\bQualifications and Credit Framework\b/,
    now: "the Regulated Qualifications Framework",
    telling: /\bRegulated Qualifications Framework\b/i,
    query: "Regulated Qualifications Framework",
    since: "2015-10-01",
  },
];
