// Two invented documents for tests of showing: regulations on lighthouses, and a guide to them.
import { isFieldTitle } from "../../src/field/of-field.ts";
import { chunkDocument } from "../../src/chunk/chunk.ts";
import type { DocumentInfo } from "../../src/document.ts";
import { formatAddress } from "../../src/place/address.ts";
import type { Block, Provision, ProvisionKind, Structure } from "../../src/structure/provision.ts";
import type { HeldDocument } from "./show-memory-library.ts";

/** A provision as written here: where it stands, what it says, and what stands in it. */
export interface Unit {
  readonly kind: ProvisionKind;
  readonly address: string;
  readonly title?: string;
  readonly locator?: string | null;
  readonly standing?: Provision["standing"];
  readonly notes?: readonly string[];
  readonly quotes?: string;
  readonly page?: number;
  /** Texts and provisions in order; a text with a page stands there, one that begins with ">" goes on over a break. */
  readonly inside?: readonly (string | readonly [text: string, page: number] | Unit)[];
}

export function makeStructure(kind: Structure["kind"], units: readonly Unit[]): Structure {
  const provisions: Provision[] = [];
  const add = (unit: Unit, parent: number | null, around: number): number => {
    const ordinal = provisions.length;
    const page = unit.page ?? around;
    const base = {
      ordinal,
      parent,
      kind: unit.kind,
      address: unit.address,
      locator: unit.locator === undefined ? formatAddress(unit.address) : unit.locator,
      title: unit.title ?? null,
      standing: unit.standing ?? ("current" as const),
      notes: unit.notes ?? [],
      quotes: unit.quotes ?? null,
    };
    provisions.push({ ...base, content: [], page, pageEnd: page });
    const content = (unit.inside ?? []).map((item) => {
      if (typeof item === "string") return makeBlock(item, page);
      if ("kind" in item) return { child: add(item, ordinal, page) };
      return makeBlock(item[0], item[1]);
    });
    const pages = [page, ...content.map((item) => pageOf(item, provisions))];
    const pageEnd = Math.max(...pages);
    provisions[ordinal] = { ...base, content, page: Math.min(...pages), pageEnd };
    return ordinal;
  };
  add({ kind: "document", address: "", locator: null, inside: units }, null, 1);
  return { kind, provisions };
}

function makeBlock(text: string, page: number): Block {
  if (text.startsWith(">")) return { text: text.slice(1), page, marks: [], kind: "continuation" };
  if (text.startsWith("•")) return { text: text.slice(1), page, marks: [], kind: "bullet" };
  return { text, page, marks: [], kind: "text" };
}

function pageOf(item: Provision["content"][number], provisions: readonly Provision[]): number {
  return ("child" in item ? provisions[item.child]?.pageEnd : item.page) ?? 1;
}

function makeHeld(
  info: Partial<DocumentInfo> & { id: string },
  structure: Structure,
): HeldDocument {
  const limits = { most: 200, fewest: 5, count: (text: string) => text.split(/\s+/).length };
  return {
    info: {
      file: `${info.id}.pdf`,
      title: info.id,
      short: info.id,
      version: null,
      date: null,
      authority: "legislation",
      field: isFieldTitle(info.title ?? ""),
      url: null,
      licence: null,
      supersedes: null,
      sha256: "00",
      pages: 12,
      ...info,
    },
    structure,
    passages: chunkDocument(info.id, structure, limits),
  };
}

const clause = (address: string, ...inside: Unit["inside"] & object): Unit => ({
  kind: "clause",
  address,
  inside,
});

export const regulations = makeHeld(
  { id: "law", title: "The Children's Homes (Islands) Regulations 2031", short: "Regulations" },
  makeStructure("legislation", [
    {
      kind: "part",
      address: "part/1",
      title: "Keepers",
      inside: [
        {
          kind: "regulation",
          address: "reg/3",
          title: "The safe harbour standard",
          page: 2,
          inside: ["A keeper must keep the harbour."],
        },
        {
          kind: "regulation",
          address: "reg/4",
          title: "The calm seas standard",
          page: 2,
          inside: ["A keeper must keep the sea calm."],
        },
        {
          kind: "regulation",
          address: "reg/5",
          title: "The log",
          page: 3,
          inside: [
            clause(
              "reg/5/1",
              "A keeper must write in the log—",
              clause("reg/5/1/a", "the weather;"),
              clause(
                "reg/5/1/b",
                clause("reg/5/1/b/i", "the ships, and"),
                clause("reg/5/1/b/ii", "the birds,"),
              ),
              ["before the lamp", 3],
              [">is lit.", 4],
            ),
            { ...clause("reg/5/2", "No keeper may sleep."), standing: "temporary" },
            { ...clause("reg/5/3"), standing: "omitted", notes: ["Reg. 5(3) omitted (1.1.2032)"] },
            clause("reg/5/4", "Paragraph (1) applies by day, as does regulation 4."),
          ],
        },
      ],
    },
    {
      kind: "schedule",
      address: "sch/1",
      title: "Contents of the log",
      page: 8,
      notes: ["Printed beside its number: Regulation 5"],
      inside: [
        { kind: "paragraph", address: "sch/1/para/1", page: 8, inside: ["The date."] },
        { kind: "paragraph", address: "sch/1/para/2", page: 8, inside: ["The tide."] },
      ],
    },
  ]),
);

export const guide = makeHeld(
  {
    id: "guide",
    title: "Guide to children's homes on islands",
    short: "Guide",
    version: "3.2",
    authority: "statutory-guidance",
  },
  makeStructure("numbered", [
    {
      kind: "heading",
      address: "head/the-log",
      locator: null,
      title: "The log",
      page: 5,
      inside: [
        {
          kind: "quotation",
          address: "quoted/reg/5",
          locator: null,
          quotes: "reg/5",
          page: 5,
          inside: ["A keeper must write in the log before the lamp is lit."],
        },
        {
          kind: "paragraph",
          address: "para/5.1",
          page: 5,
          inside: ["Regulation 5(1)(b) means all birds.", "•gulls", "•terns"],
        },
        {
          kind: "paragraph",
          address: "para/5.2",
          page: 5,
          inside: [
            "The log in regulation 5 is kept for 5 years, and the calm seas standard is",
            [">met by it.", 6],
            {
              kind: "footnote",
              address: "fn/3",
              page: 6,
              inside: ["See also paragraph 5.1 of the Guide."],
            },
          ],
        },
        {
          kind: "paragraph",
          address: "para/5.3",
          page: 6,
          inside: ["Keepers also sing on 15 May."],
        },
      ],
    },
    {
      kind: "annex",
      address: "annex-a",
      title: "Annex A – Birds",
      page: 9,
      inside: [
        { kind: "paragraph", address: "annex-a/5.1", page: 9, inside: ["A list of birds."] },
      ],
    },
  ]),
);
