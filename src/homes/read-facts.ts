// Takes the path of a home.yaml; gives the facts of the home, each as the shipped schema has it.
import { fileURLToPath } from "node:url";
import { CharmError } from "../errors.ts";
import { readFile } from "../files/read-file.ts";
import { keyOfHomeName } from "../settings/fold-home-name.ts";
import { readYaml } from "../settings/read-yaml.ts";
import { isDate } from "../text/is-day.ts";
import { checkSchema, type Fault, type Schema } from "./check-schema.ts";
import type { HomeFacts } from "./facts.ts";
import type { Home } from "./homes.ts";

/** The same two steps up from src/ and from dist/. */
const schemaPath = fileURLToPath(new URL("../../schemas/home.schema.json", import.meta.url));

/** Letters. Some hundred people and their posts take a tenth of it. */
const mostFacts = 500_000;

/**
 * The facts of a home of charm.yaml.
 * @param name how messages name the file
 * @throws CharmError as `readFacts`, and `facts-invalid` too where by its name the file is another home's
 */
export async function readFactsOf(
  { name: called, aliases, facts }: Pick<Home, "name" | "aliases" | "facts">,
  name = facts ?? "",
): Promise<HomeFacts | null> {
  if (facts === null) return null;
  const keys = new Set([called, ...aliases].map(keyOfHomeName));
  return readFacts(facts, name, (read) => {
    if (keys.has(keyOfHomeName(read.name))) return null;
    const message = `name is “${read.name}”, and charm.yaml gives this file to “${called}”`;
    const hint = `Name that home's own file there; if “${read.name}” is another name of it, add it to its aliases.`;
    return { path: ["name"], message, hint };
  });
}

/**
 * @param name how messages name the file
 * @param findFault what else can be wrong with facts
 * @throws CharmError `facts-missing`, `facts-invalid`, naming file, line, what is wrong and what is taken
 */
export async function readFacts(
  path: string,
  name: string,
  findFault: (facts: HomeFacts) => Fault | null = () => null,
): Promise<HomeFacts> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new CharmError("facts-missing", `The facts of a home, ${name}, cannot be opened.`, {
      hint: "Make the file, or name another one (or TBC) under “facts:” in charm.yaml.",
      cause,
    });
  });
  if (text.length > mostFacts) {
    throw new CharmError("facts-invalid", `${name} is too large for the facts of a home.`, {
      hint: "Keep to what is known of the home and its people, and name the right file under “facts:” in charm.yaml.",
    });
  }
  const yaml = await readYaml(text, name, "facts-invalid");
  const schema = JSON.parse(await readFile(schemaPath, "utf8")) as Schema;
  const checked = checkSchema(yaml.value || {}, schema);
  const facts = checked.fault === null ? (checked.value as HomeFacts) : null;
  const fault = checked.fault ?? (facts && (findContradiction(facts) ?? findFault(facts)));
  if (facts !== null && fault === null) return facts;
  const { path: at = [], message = "", hint = "" } = fault ?? {};
  throw new CharmError("facts-invalid", `${name}, line ${yaml.lineOf(at)}: ${message}.`, { hint });
}

/** What a schema cannot say: days that are in no calendar, ends before beginnings. */
function findContradiction({ ages, people }: HomeFacts): Fault | null {
  if (ages.from !== null && ages.to !== null && ages.from > ages.to) {
    const message = `ages.to, ${ages.to}, is less than ages.from, ${ages.from}`;
    return { path: ["ages", "to"], message, hint: "Give the youngest age first." };
  }
  for (const [at, { from, until }] of people.entries()) {
    for (const [key, date] of Object.entries({ from, until })) {
      if (date === null || isDate(date)) continue;
      const message = `people.${at + 1}.${key}, “${date}”, is no date`;
      const hint = "It takes a year, month or day (2025, 2025-03 or 2025-03-01).";
      return { path: ["people", at, key], message, hint };
    }
    if (
      from === null ||
      until === null ||
      until.slice(0, from.length) >= from.slice(0, until.length)
    )
      continue;
    const message = `people.${at + 1}.until, ${until}, is before from, ${from}`;
    return { path: ["people", at, "until"], message, hint: "Give the first day under from." };
  }
  return null;
}
