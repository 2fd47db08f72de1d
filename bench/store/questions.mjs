// Questions over the made-up store: for each topic several wordings; the page that answers is known when it is printed.

/** `{n}` short name, `{N}` full name, `{y}` year, `{h}` home. Each list's first half is for development. */
export const asked = {
  cash: [
    "What was {n}'s FY{y} capital expenditure in USD millions? Use the cash flow statement.",
    "How much cash did {N} generate from operations in {y}?",
    "How much did {n} pay out in dividends during fiscal {y}?",
    "What is the FY{y} depreciation and amortization of {n}, as shown in its statement of cash flows?",
    "Did {n} buy back more stock in {y} than the year before?",
    "capex as a share of operating cash flow for {n}, FY{y}",
  ],
  balance: [
    "What is {n}'s year end FY{y} net property, plant and equipment?",
    "Does {n} have positive working capital based on FY{y} data?",
    "How large were total assets of {N} at the end of {y}?",
    "What is the quick ratio of {n} for FY{y}, from its statement of financial position?",
    "Is {n} more indebted than it was, going by long-term debt in the {y} 10-K?",
    "inventory at year end {y}, {n}",
  ],
  income: [
    "What was net income attributable to shareholders for {n} in FY{y}?",
    "Compute the operating margin of {n} for fiscal year {y} from the income statement.",
    "How much did {n} spend on R&D in {y}?",
    "What share of {n}'s revenue went into cost of goods sold in FY{y}?",
    "Interest expense of {N} in the {y} annual report?",
    "total revenue {n} FY{y}",
  ],
  margin: [
    "What drove the change in gross margin as of FY{y} for {n}?",
    "Which segment of {n} grew most in {y}?",
    "Why did {n}'s SG&A move in {y}?",
    "If we leave M&A aside, which part of {n}'s business shrank in {y}?",
  ],
  liquidity: [
    "How large is the revolving credit facility that {n} had at the end of FY{y}?",
    "When does {N}'s credit line of {y} expire?",
  ],
  legal: [
    "What are the major legal battles that {n} is facing as of FY{y}?",
    "How much has {n} set aside for lawsuits according to its {y} 10-K?",
  ],
  auditor: [
    "Who audited the {y} accounts of {n}?",
    "Name the accounting firm that signed {N}'s FY{y} audit report.",
  ],
  people: ["How many people worked for {n} at the end of {y}?", "{n} headcount FY{y}"],
  tax: [
    "What was the effective tax rate of {n} in FY{y}?",
    "By how much did {n}'s effective tax rate change in {y}?",
  ],
  pension: [
    "What discount rate did {n} use for its pension obligations in {y}?",
    "Expected pension contributions of {n}, per the FY{y} report?",
  ],
  acquisition: [
    "Which company did {n} acquire in {y}, and for how much?",
    "Has {n} made any acquisition in FY{y}?",
  ],
  leases: [
    "What is the weighted remaining lease term of {n} at the end of FY{y}?",
    "How much were {N}'s operating lease liabilities in {y}?",
  ],
};

export const askedOfPolicies = {
  first: [
    "At {h}, who is told first when a child goes missing?",
    "{h}: a lad hasn't come back, who do I ring first?",
  ],
  wait: [
    "How long do staff at {h} wait before they call the police about a missing child?",
    "missing child, {h}, when do we phone police",
  ],
  talk: [
    "Who holds the return talk at {h}?",
    "After a runaway is back at {h}, who speaks with them?",
  ],
  store: ["Where are medicines kept at {h}?", "{h}'s medication policy: where is the cabinet?"],
  count: ["How often is medicine stock counted in {h}?", "{h} meds stock check how often"],
  refuse: [
    "What happens at {h} when a child won't take a dose?",
    "Refused medication at {h}: what does the policy say?",
  ],
  night: ["When are phones handed in at night in {h}?", "{h}: bedtime rule for mobiles"],
  filter: ["Who checks the internet filter at {h}?", "Web filter checks at {h}: whose job?"],
  drill: ["How often does {h} hold fire drills?", "{h} fire drill frequency"],
  meet: ["Where do people gather in a fire at {h}?", "{h} assembly point"],
  reply: [
    "How soon does {h} reply to a complaint?",
    "Deadline for a first answer to complaints, {h}",
  ],
  outside: [
    "Who outside {h} can a child complain to?",
    "{h} complaints: who else may the child turn to?",
  ],
  often: ["How often is supervision at {h}?", "supervision interval for staff, {h}"],
  record: ["Who signs supervision records at {h}?", "{h}: supervision notes, signed by whom?"],
};
