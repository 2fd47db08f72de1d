// The bodies and years of the made-up store: invented names, figures from a seed.
import { makeRandom } from "../scale/make-random.mjs";

/** Invented. `file` is how its files are named: by a short form, by its ticker, or by nothing that tells. */
export const companies = [
  { name: "Halden Instruments Corporation", short: "Halden", file: "HALDEN" },
  { name: "Brackwater Foods, Inc.", short: "Brackwater", file: "BRACKWATER" },
  { name: "Corvane Energy Company", short: "Corvane", file: "CORVANE" },
  { name: "Ostrel & Pike Apparel, Inc.", short: "Ostrel & Pike", file: "OSTRELPIKE" },
  { name: "Tamber Air Group", short: "Tamber Air", file: "TamberAir" },
  { name: "Quillon Semiconductor Limited", short: "Quillon", file: "QLN" },
  { name: "Velmar Health Systems", short: "Velmar Health", file: "VELMAR_HEALTH" },
  // Of words that stand in every report.
  { name: "General Service Company", short: "General Service", file: "GENERALSERVICE" },
  { name: "Best Product Stores, Inc.", short: "Best Product", file: "BEST_PRODUCT" },
  { name: "Nordhaven Retail Holdings", short: "Nordhaven", file: null },
  { name: "Pellas Packaging Group", short: "Pellas", file: null },
];

export const years = [2019, 2020, 2021, 2022];

/** Lines of the accounts: first value in millions, and how much of the revenue they follow. */
const lines = {
  "Net sales": 1,
  "Cost of goods sold": 0.61,
  "Selling, general and administrative expenses": 0.18,
  "Research and development": 0.05,
  "Interest expense": 0.012,
  "Provision for income taxes": 0.03,
  "Net income": 0.11,
  "Depreciation and amortization": 0.052,
  "Purchases of property, plant and equipment": 0.047,
  "Net cash provided by operating activities": 0.15,
  "Dividends paid to shareholders": 0.035,
  "Repurchases of common stock": 0.028,
  "Cash and cash equivalents": 0.12,
  "Accounts receivable, net": 0.14,
  Inventories: 0.13,
  "Total current assets": 0.44,
  "Property, plant and equipment, net": 0.31,
  "Total assets": 1.25,
  "Accounts payable": 0.1,
  "Total current liabilities": 0.29,
  "Long-term debt": 0.36,
  "Total liabilities": 0.82,
  "Total equity": 0.43,
  "Operating lease liabilities": 0.06,
  Goodwill: 0.22,
};

/** For each company and year: each line in millions, employees and sites. */
export function makeFigures(seed = 11) {
  const random = makeRandom(seed);
  const figures = new Map();
  for (const { name } of companies) {
    let sales = 900 + Math.round(random() * 30_000);
    for (const year of [years[0] - 2, years[0] - 1, ...years]) {
      sales *= 0.93 + random() * 0.2;
      const values = Object.fromEntries(
        Object.entries(lines).map(([line, share]) => [
          line,
          Math.max(1, Math.round(sales * share * (0.85 + random() * 0.3))),
        ]),
      );
      const employees = Math.round(sales * (2 + random() * 3));
      figures.set(`${name} ${year}`, { values, employees, sites: 8 + Math.floor(random() * 60) });
    }
  }
  return (name, year) => figures.get(`${name} ${year}`);
}
