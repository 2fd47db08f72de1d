// Takes the text of a pack; gives the pack with the rows of the sets that it names, or the first fault with its line.
import { z } from "zod";
import { CharmError } from "../errors.ts";
import type { Checklist, ChecklistRow } from "../requirements/checklist.ts";
import { listSets, findSet } from "../requirements/find-set.ts";
import { placeRow, readOwnRows } from "../requirements/read-checklist.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import { readYaml, type YamlPath, type YamlText } from "../settings/read-yaml.ts";
import { chooseRows } from "./choose-rows.ts";
import type { Fault } from "./fault.ts";
import { fits } from "./fits.ts";
import { packFacts, packKinds, type Pack, type PackPart } from "./pack.ts";

const text = z.string("a text is missing").trim().min(1, "a text is missing");
const texts = z.array(text, "a list was expected").default([]);

const saying = z.strictObject({ text, from: text });
const schema = z.strictObject({
  name: text.regex(/^[a-z][a-z0-9-]*$/, "small letters, figures and hyphens were expected"),
  title: text,
  about: text,
  kind: z.enum(packKinds, `${packKinds.join(", ")} was expected`).default("policy"),
  "asked-by": texts,
  requirements: z
    .array(z.strictObject({ set: text, rows: z.array(text, "a list was expected").optional() }))
    .default([]),
  /** Read by the reader of checklists. */
  rows: z.array(z.unknown(), "a list was expected").default([]),
  facts: z
    .array(z.enum(packFacts, `a fact was expected: ${packFacts.join(", ")}`), "a list was expected")
    .default([]),
  child: z
    .array(z.strictObject({ title: text, says: z.array(saying).default([]), fill: texts }))
    .default([]),
  sections: z
    .array(
      z.strictObject({ title: text, rows: texts, note: text.optional() }),
      "sections are missing",
    )
    .min(1, "a section is missing"),
});

type Written = z.infer<typeof schema>;

/** What the parts of a pack are read with. */
interface Reading {
  readonly written: Written;
  readonly file: string;
  readonly fault: Fault;
  readonly lineOf: YamlText["lineOf"];
}

const fields = "docs/drafts.md says what a pack holds.";

/**
 * @param file how messages name the pack
 * @throws CharmError `pack-invalid`, naming file and line; what reading a set throws
 */
export async function readPack(source: string, file: string): Promise<Pack> {
  const yaml = await readYaml(source, file, "pack-invalid");
  const fault: Fault = (path, message, hint) => {
    throw new CharmError("pack-invalid", `${file}, line ${yaml.lineOf(path)}: ${message}`, {
      hint,
    });
  };
  const parsed = schema.safeParse(yaml.value);
  if (!parsed.success) {
    const { path, message, code } = parsed.error.issues[0] as z.core.$ZodIssue;
    const keys = code === "unrecognized_keys" ? parsed.error.issues[0] : null;
    const unknown = keys?.code === "unrecognized_keys" ? (keys.keys[0] ?? "") : null;
    const at = [...path, ...(unknown === null ? [] : [unknown])] as YamlPath;
    return fault(
      at,
      unknown === null ? `${at.join(".")}: ${message}.` : `“${unknown}” is no field here.`,
      fields,
    );
  }
  return toPack({ written: parsed.data, file, fault, lineOf: yaml.lineOf }, yaml);
}

async function toPack(reading: Reading, yaml: YamlText): Promise<Pack> {
  const { written, file, fault, lineOf } = reading;
  const { parts, whole } = await readParts(reading, yaml);
  const rows = parts.flatMap((part) => part.rows);
  if (rows.length === 0) fault([], "the pack has no requirement.", "Name a set, or write rows.");
  const twin = rows.find(({ id }, i) => rows.findIndex((one) => one.id === id) < i);
  if (twin !== undefined)
    fault(["rows"], `two requirements have the id “${twin.id}”.`, "Give each an id of its own.");
  const sections = chooseRows(written.sections, rows, fault);
  const place = (reference: string, path: YamlPath) => placeRow(reference, lineOf(path));
  return {
    name: written.name,
    title: written.title,
    about: written.about,
    kind: written.kind,
    askedBy: written["asked-by"].map((one, i) => place(one, ["asked-by", i])),
    facts: written.facts,
    sections,
    child: written.child.map(({ title, says, fill }, i) => ({
      title,
      fill,
      says: says.map((one, at) => ({
        text: one.text,
        from: place(one.from, ["child", i, "says", at]),
      })),
    })),
    parts,
    set: whole ?? written.name,
    file,
  };
}

interface Parts {
  readonly parts: readonly PackPart[];
  /** The set that all rows are, and no others; null where there is none. */
  readonly whole: string | null;
}

async function readParts({ written, file, fault }: Reading, yaml: YamlText): Promise<Parts> {
  const known = await listSets();
  const parts: PackPart[] = [];
  for (const [i, { set, rows }] of written.requirements.entries()) {
    if (!known.includes(set)) {
      const near = nearestWord(set, known);
      const meant = near === null ? "charm gap --list shows the sets." : `Did you mean ${near}?`;
      fault(["requirements", i, "set"], `there is no set of requirements “${set}”.`, meant);
    }
    const checklist = await findSet(set, set);
    parts.push({
      file: `${set}.yaml`,
      rows: rows === undefined ? checklist.rows : pick(checklist, rows, i, fault),
    });
  }
  const own = readOwnRows(yaml, file, "pack-invalid");
  if (own.length > 0) parts.push({ file, rows: own });
  const [first] = written.requirements;
  const isWhole = parts.length === 1 && first !== undefined && first.rows === undefined;
  const whole = isWhole ? first.set : null;
  if (known.includes(written.name) && whole !== written.name)
    fault(
      ["name"],
      `“${written.name}” is the name of a set of requirements, and the pack has others than that set.`,
      "Give the pack another name: charm gap takes either by name.",
    );
  return { parts, whole };
}

function pick(
  { rows }: Checklist,
  patterns: readonly string[],
  at: number,
  fault: Fault,
): ChecklistRow[] {
  const all = patterns.map((pattern) => rows.filter(({ id }) => fits(id, pattern)));
  const empty = all.findIndex((found) => found.length === 0);
  if (empty >= 0)
    fault(
      ["requirements", at, "rows", empty],
      `no row of the set is “${patterns[empty]}”.`,
      patternHint,
    );
  return rows.filter((row) => all.some((found) => found.includes(row)));
}

const patternHint = "Give the id of a row, or its beginning with * behind it.";
