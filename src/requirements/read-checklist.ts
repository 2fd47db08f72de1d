// Takes the text of a checklist; gives its rows, with the line of each.
import { readYaml, type YamlPath, type YamlText } from "../settings/read-yaml.ts";
import {
  duties,
  holders,
  people,
  limitKinds,
  type Checklist,
  type ChecklistRow,
  type Condition,
  type Expects,
  type FactIs,
  type Limit,
  type Source,
} from "./checklist.ts";
import { createFieldReader, type Fields, type FieldReader } from "./read-fields.ts";

const setKeys =
  "name title about document source voluntary names conflicts rows requirements".split(" ");
const rowKeys =
  "id place item source limb requirement holder duty word when document expects none-is-an-answer parts same-in-all home plans-say not-met-by see".split(
    " ",
  );

/**
 * @param name how messages name the file
 * @throws CharmError `checklist-invalid`, naming file, line, what is wrong and what is taken
 */
export async function readChecklist(text: string, name: string): Promise<Checklist> {
  const yaml = await readYaml(text, name, "checklist-invalid");
  const reader = createFieldReader(yaml, name);
  const set = reader.fields(yaml.value, [], setKeys);
  const own = readSource(set, reader);
  const given = set.values["rows"] === undefined ? "requirements" : "rows";
  const rows = reader.list(set, given).map((value, i) => {
    const path: YamlPath = [given, i];
    return given === "rows"
      ? readRow(reader.fields(value, path, rowKeys), own, reader)
      : readShort(value, path, i, reader);
  });
  if (rows.length === 0)
    reader.fault([], "there are no requirements.", "List references under “requirements:”.");
  refuseTwins(rows, given, reader);
  const title = reader.optionalText(set, "title") ?? reader.optionalText(set, "name") ?? name;
  return {
    name: reader.optionalText(set, "name") ?? name,
    title,
    about: reader.optionalText(set, "about") ?? title,
    voluntary: reader.flag(set, "voluntary"),
    conflicts: reader.list(set, "conflicts").map((value, i) => {
      const keys = ["about", "counts", "from", "evidence", "note"];
      const conflict = reader.fields(value, ["conflicts", i], keys);
      const [about, from] = [reader.text(conflict, "about"), reader.text(conflict, "from")];
      const note = reader.optionalText(conflict, "note") ?? "";
      return { about, from, note, counts: reader.texts(conflict, "counts") };
    }),
    rows,
  };
}

/**
 * The rows under “rows:” of a file that holds other things as well; none where it has none.
 * @param code of what is thrown, naming file and line
 */
export function readOwnRows(yaml: YamlText, name: string, code: string): ChecklistRow[] {
  const reader = createFieldReader(yaml, name, code);
  const file = { path: [], values: yaml.value as Readonly<Record<string, unknown>> };
  return reader
    .list(file, "rows")
    .map((value, i) => readRow(reader.fields(value, ["rows", i], rowKeys), null, reader));
}

/** A row that is a reference and nothing else. */
export function placeRow(place: string, line: number): ChecklistRow {
  const [item, source, requirement, duty] = [null, null, null, null];
  return {
    ...nothing,
    id: place,
    line,
    place,
    item,
    source,
    requirement,
    duty,
    expects: noExpects,
  };
}

const noExpects: Expects = {
  arrangement: false,
  statement: false,
  record: false,
  namedPerson: false,
  date: false,
  limit: null,
  recipient: [],
  list: [],
};

function refuseTwins(rows: readonly ChecklistRow[], given: string, reader: FieldReader): void {
  const twin = rows.findIndex(({ id }, i) => rows.findIndex((one) => one.id === id) < i);
  if (twin < 0) return;
  const hint = "Give each row an id of its own.";
  reader.fault([given, twin], `another row has the id “${rows[twin]?.id}”.`, hint);
}

function readRow(row: Fields, own: Source | null, reader: FieldReader): ChecklistRow {
  const place = reader.optionalText(row, "place");
  const source = place === null ? (readSource(row, reader) ?? own) : readSource(row, reader);
  if (place === null && source === null)
    reader.fault(row.path, "the row has neither a place nor a source.", "Add one of them.");
  return {
    id: reader.text(row, "id"),
    line: reader.lineOf(row.path),
    place,
    item: reader.optionalText(row, "item"),
    source,
    limb: reader.optionalText(row, "limb"),
    requirement: reader.text(row, "requirement"),
    holder: reader.oneOf(row, "holder", holders),
    duty: reader.oneOf(row, "duty", duties),
    when: readCondition(row, reader),
    expects: readExpects(row, reader),
    noneIsAnAnswer: reader.flag(row, "none-is-an-answer"),
    parts: reader.texts(row, "parts"),
    sameInAll: reader.oneOf(row, "same-in-all", people),
    plansSay: reader.texts(row, "plans-say"),
    notMetBy: reader.texts(row, "not-met-by"),
  };
}

const nothing = {
  limb: null,
  holder: null,
  when: null,
  noneIsAnAnswer: false,
  parts: [],
  sameInAll: null,
  plansSay: [],
  notMetBy: [],
};

/** A reference, or a free text with its source. */
function readShort(value: unknown, path: YamlPath, at: number, reader: FieldReader): ChecklistRow {
  const line = reader.lineOf(path);
  const expects = readExpects({ path, values: {} }, reader);
  if (typeof value === "string") {
    const id = `${at + 1}-${value.trim().toLowerCase().replaceAll(/\W+/g, "-")}`;
    const [item, source, requirement, duty] = [null, null, null, null];
    return { ...nothing, id, line, place: value.trim(), item, source, requirement, duty, expects };
  }
  const row = reader.fields(value, path, ["text", "source", "duty", "plans-say"]);
  const source = readSource(row, reader);
  if (source === null)
    reader.fault(path, "a requirement in words has no source.", "Say whose it is under “source:”.");
  return {
    ...nothing,
    id: `${at + 1}-text`,
    line,
    place: null,
    item: `${at + 1}`,
    source,
    requirement: reader.text(row, "text"),
    duty: reader.oneOf(row, "duty", duties) ?? "voluntary",
    expects,
    plansSay: reader.texts(row, "plans-say"),
  };
}

function readSource(fields: Fields, reader: FieldReader): Source | null {
  const value = fields.values["source"];
  if (value === undefined) return null;
  const path = [...fields.path, "source"];
  if (typeof value === "string") return { title: value, body: "", date: "", where: "" };
  const source = reader.fields(value, path, ["title", "body", "date", "where"]);
  const read = (key: string) => reader.optionalText(source, key) ?? "";
  const [body, date, where] = [read("body"), read("date"), read("where")];
  return { title: reader.text(source, "title"), body, date, where };
}

function readCondition(row: Fields, reader: FieldReader): Condition | null {
  const value = row.values["when"];
  if (value === undefined || value === "null" || value === "") return null;
  const path = [...row.path, "when"];
  if (typeof value === "string") return { says: value, if: [], unless: [] };
  const when = reader.fields(value, path, ["says", "if", "unless"]);
  const facts = (key: string): FactIs[] =>
    reader.list(when, key).map((one, i) => {
      const fact = reader.fields(one, [...path, key, i], ["fact", "is"]);
      return { fact: reader.text(fact, "fact"), is: reader.flag(fact, "is") };
    });
  return { says: reader.text(when, "says"), if: facts("if"), unless: facts("unless") };
}

function readExpects(row: Fields, reader: FieldReader): Expects {
  const keys = "arrangement statement record named-person date limit recipient list".split(" ");
  const path = [...row.path, "expects"];
  const expects = reader.fields(row.values["expects"] ?? {}, path, keys);
  return {
    arrangement: reader.flag(expects, "arrangement"),
    statement: reader.flag(expects, "statement"),
    record: reader.flag(expects, "record"),
    namedPerson: reader.flag(expects, "named-person"),
    date: reader.flag(expects, "date"),
    limit: readLimit(expects, reader),
    recipient: reader.texts(expects, "recipient"),
    list: reader.texts(expects, "list"),
  };
}

function readLimit(expects: Fields, reader: FieldReader): Limit | null {
  const value = expects.values["limit"];
  if (value === undefined) return null;
  const path = [...expects.path, "limit"];
  const limit = reader.fields(value, path, ["kind", "amount", "unit", "from"]);
  const kind = reader.oneOf(limit, "kind", limitKinds);
  if (kind === null)
    return reader.fault(path, "the limit has no kind.", `It takes ${limitKinds.join(", ")}.`);
  const written = reader.optionalText(limit, "amount");
  const amount = written === null ? null : Number(written);
  if (amount !== null && !Number.isFinite(amount))
    reader.fault([...path, "amount"], `“${written}” is no number.`, "Write it in figures.");
  const [unit, from] = [reader.optionalText(limit, "unit"), reader.optionalText(limit, "from")];
  return { kind, amount, unit, from };
}
