// One annual report as pages of blocks: headings, paragraphs, tables. Written for this bench; what it says is invented.
import { makeRandom } from "../scale/make-random.mjs";
import { companies } from "./companies.mjs";

const segments = ["Industrial", "Consumer", "Transport", "Health", "Digital", "Services"];
const places = ["Ohio", "Rotterdam", "Leeds", "Monterrey", "Pune", "Gdansk", "Osaka", "Quebec"];
const partners = ["Marlow & Finch LLP", "Dale Ridley LLP", "Osgood Partners LLP"];

const risks = [
  "Demand for our products depends on the general state of the economy, and a downturn in {year} or later could lower our net sales and margins.",
  "We buy energy, freight and raw materials whose prices move sharply, and we may be unable to pass increases on to customers.",
  "A failure of our information systems, or an attack on them, could interrupt operations and expose confidential data of customers and employees.",
  "We operate in {sites} locations and are subject to changes in trade rules, tariffs and local taxes.",
  "If we lose members of senior management or cannot hire engineers, our plans may be delayed.",
  "Our debt could limit our ability to borrow further, to pay dividends or to buy other businesses.",
  "Claims under product liability may exceed our insurance, and an adverse outcome could harm our reputation.",
  "Changes in the discount rate or in returns on plan assets may raise what we pay into pension plans.",
  "Climate rules may require new equipment at our plants and raise the cost of complying with them.",
  "We depend on a small number of suppliers for certain components, and several have told us of longer lead times.",
  "Currency movements affect what our foreign operations contribute when their results are translated.",
  "Competitors may bring similar products to market earlier, at lower prices, or with better service.",
];

const business = [
  "{name} makes and sells products and services in {count} segments. It was formed in Delaware and employs about {employees} people.",
  "We sell through distributors, directly to large customers, and increasingly online; no customer made up more than ten percent of net sales in {year}.",
  "Our research teams work at {sites} sites, and we hold patents that expire at different times over the next eighteen years.",
  "Sales are seasonal to a small degree: the fourth quarter is usually the strongest for the {first} segment.",
  "Raw materials were available in {year}, although lead times for electronic parts remained longer than usual.",
  "Our largest competitors are {rival} and {other}, which are better known in some markets.",
  "We compete on quality, price, delivery and service, and believe that our position in {second} is strong.",
  "Employees in {place} are represented by unions; agreements there run until {next}.",
];

const drivers = [
  "higher selling prices, partly offset by freight and wage inflation",
  "lower volumes in the second half and unfavorable currency",
  "the acquisition completed in the spring and a better mix of products",
  "savings from the restructuring program and lower material costs",
  "strong demand for replacement parts and fewer discounts",
  "plant closures and one-time charges for inventory",
];

/**
 * @returns pages `{ topic, blocks }`; a topic says what a question could look for there
 */
export function writeReport(company, year, figuresOf, quarter = null) {
  const random = makeRandom(year * 131 + company.name.length * 977 + (quarter ?? 0) * 17);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const now = figuresOf(company.name, year);
  const own = [...segments].sort(() => random() - 0.5).slice(0, 3);
  const fill = (text) =>
    text
      .replaceAll("{name}", company.name)
      .replaceAll("{rival}", pick(companies).short)
      .replaceAll("{other}", pick(companies).short)
      .replaceAll("{year}", year)
      .replaceAll("{next}", year + 2)
      .replaceAll("{sites}", now.sites)
      .replaceAll("{employees}", now.employees.toLocaleString("en-US"))
      .replaceAll("{count}", own.length)
      .replaceAll("{first}", own[0])
      .replaceAll("{second}", own[1])
      .replaceAll("{place}", pick(places));
  const some = (list, count) =>
    [...list]
      .sort(() => random() - 0.5)
      .slice(0, count)
      .map(fill);
  const say = (heading, paragraphs) => [{ heading }, ...paragraphs.map((text) => ({ text }))];
  const form = quarter === null ? "Form 10-K — Annual report" : "Form 10-Q — Quarterly report";
  const period =
    quarter === null
      ? `For the fiscal year ended December 31, ${year}`
      : `For the quarterly period ended ${["March 31", "June 30", "September 30"][quarter - 1]}, ${year}`;
  const table = (title, names, share = 1) => {
    const columns = [year, year - 1, year - 2];
    const value = (line, at) =>
      Math.round(figuresOf(company.name, at).values[line] * share).toLocaleString("en-US");
    return [
      { heading: title },
      { text: "(In millions, except where said otherwise)" },
      {
        table: [
          [
            quarter === null ? "Years ended December 31" : "Three months ended",
            ...columns.map(String),
          ],
          ...names.map((line) => [line, ...columns.map((at) => value(line, at))]),
        ],
      },
    ];
  };
  const share = quarter === null ? 1 : 0.25;
  const cover = {
    topic: "cover",
    blocks: [
      { heading: "UNITED STATES SECURITIES AND EXCHANGE COMMISSION" },
      { text: "Washington, D.C. 20549" },
      { heading: form },
      { text: period },
      { heading: company.name.toUpperCase() },
      { text: "(Exact name of registrant as specified in its charter)" },
      { text: `Shares outstanding: ${Math.round(random() * 900)} million.` },
    ],
  };
  const statements = [
    {
      topic: "income",
      blocks: table(
        "Consolidated Statements of Income",
        [
          "Net sales",
          "Cost of goods sold",
          "Selling, general and administrative expenses",
          "Research and development",
          "Interest expense",
          "Provision for income taxes",
          "Net income",
        ],
        share,
      ),
    },
    {
      topic: "balance",
      blocks: table("Consolidated Balance Sheets", [
        "Cash and cash equivalents",
        "Accounts receivable, net",
        "Inventories",
        "Total current assets",
        "Property, plant and equipment, net",
        "Goodwill",
        "Total assets",
        "Accounts payable",
        "Total current liabilities",
        "Long-term debt",
        "Total liabilities",
        "Total equity",
      ]),
    },
    {
      topic: "cash",
      blocks: table(
        "Consolidated Statements of Cash Flows",
        [
          "Net income",
          "Depreciation and amortization",
          "Net cash provided by operating activities",
          "Purchases of property, plant and equipment",
          "Dividends paid to shareholders",
          "Repurchases of common stock",
        ],
        share,
      ),
    },
  ];
  const discussion = {
    topic: "margin",
    blocks: say("Management's Discussion and Analysis: Results of Operations", [
      `Net sales in ${year} were $${now.values["Net sales"].toLocaleString("en-US")} million. Gross margin changed mainly because of ${pick(drivers)}.`,
      `Selling, general and administrative expenses moved with ${pick(drivers)}.`,
      `The ${own[0]} segment grew most, by ${(random() * 20).toFixed(1)} percent; the ${own[2]} segment declined by ${(random() * 8).toFixed(1)} percent.`,
    ]),
  };
  const liquidity = {
    topic: "liquidity",
    blocks: say("Liquidity and Capital Resources", [
      `We have a revolving credit facility of $${100 * (2 + Math.floor(random() * 30))} million that expires in ${year + 3}, under which nothing was drawn at the end of the period.`,
      `Capital spending for ${year + 1} is expected to be close to that of ${year}.`,
      ...some(risks, 2),
    ]),
  };
  if (quarter !== null) return [cover, ...statements, discussion, liquidity];
  const notes = [
    [
      "accounting",
      "Note 1. Significant Accounting Policies",
      "Revenue is recognized when control passes to the customer. Inventories are stated at the lower of cost and net realizable value, cost being determined by the first-in, first-out method.",
    ],
    [
      "debt",
      "Note 5. Debt",
      `Notes due ${year + 6} bear interest at ${(2 + random() * 4).toFixed(2)} percent. The agreement requires a ratio of debt to earnings of no more than 3.5.`,
    ],
    [
      "leases",
      "Note 6. Leases",
      `Operating lease liabilities were $${now.values["Operating lease liabilities"]} million, with a weighted remaining term of ${(3 + random() * 6).toFixed(1)} years.`,
    ],
    [
      "legal",
      "Note 11. Commitments and Contingencies",
      `The company is a defendant in ${20 + Math.floor(random() * 300)} lawsuits over ${pick(["earplugs", "packaging film", "fuel additives", "implants", "wage claims"])}. It has recorded $${5 + Math.floor(random() * 90)} million for them.`,
    ],
    [
      "pension",
      "Note 9. Pension Plans",
      `The discount rate used for plan obligations was ${(2 + random() * 3).toFixed(2)} percent. Contributions of $${5 + Math.floor(random() * 90)} million are expected in ${year + 1}.`,
    ],
    [
      "tax",
      "Note 8. Income Taxes",
      `The effective tax rate was ${(15 + random() * 12).toFixed(1)} percent in ${year}, against ${(15 + random() * 12).toFixed(1)} percent the year before.`,
    ],
    [
      "acquisition",
      "Note 3. Acquisitions",
      `In ${pick(["March", "June", "October"])} ${year} the company bought ${pick(["Arden Labs", "Keswick Tools", "Bluefin Freight", "Solway Data"])} for $${50 + Math.floor(random() * 900)} million in cash.`,
    ],
  ].map(([topic, heading, text]) => ({ topic, blocks: say(heading, [text, ...some(risks, 1)]) }));
  return [
    cover,
    { topic: "business", blocks: say("Item 1. Business", some(business, 5)) },
    { topic: "risk", blocks: say("Item 1A. Risk Factors", some(risks, 7)) },
    { topic: "risk", blocks: say("Item 1A. Risk Factors (continued)", some(risks, 7)) },
    {
      topic: "people",
      blocks: say("Human Capital", [
        `At the end of ${year} we had ${now.employees.toLocaleString("en-US")} employees in ${now.sites} locations.`,
        ...some(business, 2),
      ]),
    },
    {
      topic: "properties",
      blocks: say("Item 2. Properties", [
        `We own plants in ${pick(places)} and ${pick(places)} and lease our head office until ${year + 7}.`,
        ...some(business, 2),
      ]),
    },
    discussion,
    liquidity,
    ...statements,
    ...notes,
    {
      topic: "segments",
      blocks: [
        { heading: "Note 14. Business Segments" },
        {
          table: [
            ["Net sales by segment (millions)", String(year), String(year - 1)],
            ...own.map((name) => [
              name,
              String(Math.round(random() * 9000)),
              String(Math.round(random() * 9000)),
            ]),
          ],
        },
      ],
    },
    {
      topic: "auditor",
      blocks: say("Report of Independent Registered Public Accounting Firm", [
        `We have audited the consolidated balance sheets of ${company.name} as of December 31, ${year}. In our opinion they present fairly its financial position.`,
        pick(partners),
      ]),
    },
    {
      topic: "governance",
      blocks: say("Item 10. Directors and Executive Officers", [
        "The board has eleven directors, nine of them independent. The audit committee met eight times.",
        ...some(business, 1),
      ]),
    },
  ];
}
