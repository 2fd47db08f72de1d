// A made-up world of rules to verify against: invented regulations, guidance, a plan, a charter and a scraped page.
import { isFieldTitle } from "../../src/field/of-field.ts";
import { chunkDocument } from "../../src/chunk/chunk.ts";
import type { Authority, DocumentInfo } from "../../src/document.ts";
import { createReferenceLibrary } from "./structure-library.ts";
import type { Provision, ProvisionKind, Structure } from "../../src/structure/provision.ts";
import { provisionSupport } from "../../src/check/provision-support.ts";
import { measureRarity } from "../../src/verify/rarity.ts";
import { createReader } from "../../src/references/reader.ts";
import type { LoadedDocument, ReportLibrary } from "../../src/check/report-library.ts";
import type { CheckContext, Support } from "../../src/verify/statement.ts";

/** One provision: address, page and own text; the rest follows from the address. */
interface Unit {
  readonly address: string;
  readonly page: number;
  readonly text?: string;
  readonly title?: string;
  readonly standing?: Provision["standing"];
}

const law: readonly Unit[] = [
  { address: "reg/3", page: 2, title: "Fitness of keepers" },
  { address: "reg/3/1", page: 2, text: "A person may only keep a lamp house if—" },
  { address: "reg/3/1/a", page: 2, text: "the person is patient and sober;" },
  {
    address: "reg/3/1/b",
    page: 2,
    text: "the person has the experience set out in paragraph (2).",
  },
  { address: "reg/3/2", page: 2, text: "A person has the experience if the person has—" },
  {
    address: "reg/3/2/a",
    page: 2,
    text: "within the last 6 years, tended a lamp for at least 3 years in a busy harbour; and",
  },
  {
    address: "reg/3/2/b",
    page: 3,
    text: "by the appointed date, passed the Level 4 Certificate in Lamp Tending.",
  },
  {
    address: "reg/3/3",
    page: 3,
    text: "The registered provider may postpone the appointed date if the manager tends the lamp part-time.",
  },
  { address: "reg/4", page: 4, title: "Storm drill policies and logs" },
  {
    address: "reg/4/1",
    page: 4,
    text: "The registered person must write a storm drill policy and keep it under review.",
  },
  { address: "reg/4/2", page: 4, text: "The registered person must ensure that—" },
  {
    address: "reg/4/2/a",
    page: 4,
    text: "within 36 hours of a wreck, a log of the wreck is made which states the names of the boats;",
  },
  {
    address: "reg/4/2/b",
    page: 4,
    text: "within 5 days of the wreck, the log is sent to the placing authority in writing.",
  },
  {
    address: "reg/4/3",
    page: 5,
    text: "The registered person must not paint the tower unless the local authority has agreed.",
  },
  {
    address: "reg/4/4",
    page: 5,
    text: "Candles may be lit in fog while the epidemic lasts.",
    standing: "temporary",
  },
  { address: "reg/5", page: 6, title: "Visits" },
  {
    address: "reg/5/1",
    page: 6,
    text: "The registered provider must appoint an independent person to visit the lamp house at least once each month.",
  },
  {
    address: "reg/5/2",
    page: 6,
    text: "The responsible individual must read every report of a visit before the tide turns.",
  },
];

const guide: readonly Unit[] = [
  {
    address: "para/1.1",
    page: 1,
    text: "This guide explains the lamp house rules to those who keep them.",
  },
  {
    address: "para/2.1",
    page: 3,
    text: "The registered person should have a rota that names who tends the lamp, and staff should know where the spare wicks are kept.",
  },
  {
    address: "para/2.2",
    page: 3,
    text: "The log required by regulation 4(2) should be written in ink and read aloud to new staff.",
  },
  {
    address: "para/2.3",
    page: 4,
    text: "Staff should be able to reach warm clothing and the boathouse at all times.",
  },
  { address: "annex-a", page: 8, title: "Certificates" },
  {
    address: "annex-a/1.1",
    page: 8,
    text: "Whether another certificate equals the one in regulation 3(2)(b) is a judgement for the registered person.",
  },
];

const plan: readonly Unit[] = [
  {
    address: "head/staff",
    page: 2,
    title: "Staff",
    text: "Every keeper must polish the brass on Fridays and must sign the brass book.",
  },
];
const charter: readonly Unit[] = [
  {
    address: "head/aims",
    page: 1,
    title: "Aims",
    text: "Keepers must be offered a foghorn concert twice a year.",
  },
];
const scraped: readonly Unit[] = [
  {
    address: "head/page",
    page: 1,
    title: "Page",
    text: "Keepers must buy their lamp oil from the shop named below.",
  },
];

export const documents = {
  law: describe(
    "law",
    "Lamp_House_Regulations.pdf",
    "The Children's Homes (Lamp House) Regulations 2031",
    "Regulations",
    "legislation",
  ),
  guide: describe(
    "guide",
    "Lamp_House_Guide.pdf",
    "Guide to the lamp house rules",
    "Guide",
    "statutory-guidance",
  ),
  plan: describe(
    "plan",
    "Gull Rock - Business Plan.pdf",
    "Gull Rock business plan",
    "Business plan",
    "own",
  ),
  charter: describe("charter", "Charter.pdf", "Keepers' wellbeing charter", "Charter", "voluntary"),
  scraped: describe("scraped", "scraped.txt", "Lamp oil", "Lamp oil", "untrusted"),
};

export const structures: readonly { readonly info: DocumentInfo; readonly structure: Structure }[] =
  [
    { info: documents.law, structure: { kind: "legislation", provisions: build(law) } },
    { info: documents.guide, structure: { kind: "numbered", provisions: build(guide) } },
    { info: documents.plan, structure: { kind: "headed", provisions: build(plan) } },
    { info: documents.charter, structure: { kind: "headed", provisions: build(charter) } },
    { info: documents.scraped, structure: { kind: "headed", provisions: build(scraped) } },
  ];

function describe(
  id: string,
  file: string,
  title: string,
  short: string,
  authority: Authority,
): DocumentInfo {
  const sha256 = id.padEnd(64, "0");
  return {
    id,
    file,
    title,
    short,
    version: null,
    date: null,
    authority,
    field: isFieldTitle(title),
    url: null,
    licence: null,
    supersedes: null,
    sha256,
    pages: 9,
  };
}

function build(units: readonly Unit[]): Provision[] {
  const root: Provision = make({ address: "", page: 1 }, 0, null, "document");
  const provisions = [root];
  const contents = new Map<number, Provision["content"][number][]>([[0, []]]);
  const ordinals = new Map<string, number>();
  for (const unit of units) {
    const ordinal = provisions.length;
    const parent = ordinals.get(unit.address.split("/").slice(0, -1).join("/")) ?? 0;
    ordinals.set(unit.address, ordinal);
    contents.get(parent)?.push({ child: ordinal });
    contents.set(
      ordinal,
      unit.text === undefined
        ? []
        : [{ text: unit.text, page: unit.page, marks: [], kind: "text" }],
    );
    provisions.push(make(unit, ordinal, parent, kindOf(unit)));
  }
  return provisions.map((provision) => ({
    ...provision,
    content: contents.get(provision.ordinal) ?? [],
  }));
}

function kindOf({ address }: Unit): ProvisionKind {
  const depth = address.split("/").length;
  if (address.startsWith("reg/")) return depth === 2 ? "regulation" : "clause";
  if (address.startsWith("head/")) return "heading";
  return address === "annex-a" ? "annex" : "paragraph";
}

function make(unit: Unit, ordinal: number, parent: number | null, kind: ProvisionKind): Provision {
  const { address, page, title = null, standing = "current" } = unit;
  return {
    ordinal,
    parent,
    kind,
    address,
    locator: locatorOf(address),
    title,
    content: [],
    page,
    pageEnd: page,
    standing,
    notes: [],
    quotes: null,
  };
}

/** `reg/3/2/a` → `3(2)(a)`, `para/2.1` → `2.1`, `annex-a/1.1` → `Annex A 1.1`. */
function locatorOf(address: string): string | null {
  const [family, ...labels] = address.split("/");
  if (family === "reg")
    return `${labels[0]}${labels
      .slice(1)
      .map((label) => `(${label})`)
      .join("")}`;
  if (family === "para") return labels[0] ?? null;
  return family === "annex-a" ? ["Annex A", ...labels].join(" ") : null;
}

export const view = createReader(createReferenceLibrary(structures));

const limits = { most: 120, fewest: 20, count: (text: string) => text.split(/\s+/).length };
const loaded = new Map<string, LoadedDocument>(
  structures.map(({ info, structure }) => [
    info.id,
    { info, provisions: structure.provisions, passages: chunkDocument(info.id, structure, limits) },
  ]),
);
const texts = [...loaded.values()].flatMap(({ passages }) => passages.map(({ text }) => text));

export const context: CheckContext = { references: view };

export const library: ReportLibrary = {
  documents: structures.map(({ info }) => info),
  view,
  load: (id) => loaded.get(id) ?? null,
  rarity: measureRarity(texts),
  titles: structures
    .filter(
      ({ info }) => info.authority === "legislation" || info.authority === "statutory-guidance",
    )
    .flatMap(({ info, structure }) =>
      structure.provisions.flatMap(({ title, locator }) =>
        title === null ? [] : [{ short: info.short, locator, title }],
      ),
    ),
};

/** What a reference cites in the made-up library: "regulation 3(2)", "Guide 2.1". */
export function cite(...references: readonly string[]): Support[] {
  return references.flatMap((written) =>
    view
      .parse(written)
      .flatMap((reference) =>
        view
          .resolve(reference, [])
          .flatMap(({ reading }) =>
            (reading?.places ?? []).flatMap(({ documentId, ordinal }) =>
              supportOf(documentId, ordinal ?? 0),
            ),
          ),
      ),
  );
}

/** The text of a document's first heading. */
export function citeDocument(id: keyof typeof documents): Support[] {
  return supportOf(id, 1);
}

function supportOf(documentId: string, ordinal: number): Support[] {
  const held = loaded.get(documentId);
  const provision = held?.provisions[ordinal];
  return held === undefined || provision === undefined ? [] : [provisionSupport(held, provision)];
}
