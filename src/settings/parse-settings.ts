// Takes the text of a charm.yaml; gives the settings it makes.
import { z } from "zod";
import { CharmError } from "../errors.ts";
import { builtInModels } from "../models/built-in-models.ts";
import { isLeftBlank, keyOfHomeName } from "./fold-home-name.ts";
import { nearestWord } from "./nearest-word.ts";
import { readYaml, type YamlPath, type YamlText } from "./read-yaml.ts";

const text = z.string().trim().min(1, "a text is missing");
const webAddress = z.url({ protocol: /^https?$/, error: "a web address (https://…) was expected" });
const onOff = z.stringbool({ error: "true or false was expected" });

const count = z.coerce.number("a whole number was expected").int().positive();
const wholeNumber = z.coerce.number("a whole number was expected").int().nonnegative();
const amount = z.coerce.number("a number was expected").nonnegative();

/** What may be said of a language model; src/language-model/model-options.ts says what each means. */
const model = z
  .strictObject({
    /** As the endpoint calls it. */
    name: text,
    /** Root of an OpenAI-compatible endpoint. */
    baseUrl: webAddress,
    cache: text,
    context: count,
    maxReply: count,
    timeout: count,
    connectTimeout: count,
    retries: wholeNumber,
    unverified: z.enum(["drop", "mark"]),
    prices: z.strictObject({ input: amount, output: amount, currency: text }),
  })
  .partial();
/** Room for short name, headings and a few sentences. */
const fewestTokens = 128;
/** What may be said of any embedding model but the built-in one; docs/embedders.md says what each means. */
const embeddingDetails = {
  /** Longest text in tokens, special tokens included; passages are made to fit. */
  maxTokens: count.min(fewestTokens, `${fewestTokens} or more was expected`).optional(),
  /** Put in front of questions, as the model was trained with it; the space at its end is part of it. */
  queryPrefix: z.string().optional(),
  /** Put in front of passages. */
  passagePrefix: z.string().optional(),
};
const embeddings = {
  "built-in": z.strictObject({
    kind: z.literal("built-in"),
    /** Which of the models that come with the program. */
    model: z
      .enum(builtInModels, { error: `${builtInModels.join(" or ")} was expected` })
      .optional(),
  }),
  openai: z.strictObject({
    kind: z.literal("openai"),
    /** As the endpoint calls it. */
    model: text,
    /** Root of an OpenAI-compatible endpoint; null for that of the language model. */
    baseUrl: webAddress.nullable().default(null),
    /** Length of a vector. */
    dimensions: count.optional(),
    /** Milliseconds a call may take, its retries included. */
    timeout: count.optional(),
    /** Milliseconds until a connection must stand. */
    connectTimeout: count.optional(),
    retries: wholeNumber.optional(),
    ...embeddingDetails,
  }),
  /** A folder with an ONNX model and its tokenizer. */
  onnx: z.strictObject({
    kind: z.literal("onnx"),
    folder: text,
    /** The graph, relative to the folder. */
    file: text.optional(),
    /** How a text's vector is made of its tokens'. */
    pooling: z.enum(["mean", "cls"], { error: "mean or cls was expected" }).optional(),
    ...embeddingDetails,
  }),
};
const kinds = Object.keys(embeddings).join(", ");
const embedding = z.discriminatedUnion(
  "kind",
  [embeddings["built-in"], embeddings.openai, embeddings.onnx],
  { error: (issue) => (issue.code === "invalid_union" ? `kind takes one of ${kinds}` : undefined) },
);
const listExpected = "a list was expected, each entry with “- ” before it";
const texts = z.array(text, listExpected);
/** It is looked for in texts and printed in messages. */
const alias = text.refine(
  (value) => /[\p{L}\p{N}]/u.test(value) && !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(value),
  "a name was expected, with letters and without control characters",
);
/** One home of several; docs/homes.md says what each means. */
const home = z.strictObject({
  name: alias.refine((value) => !isLeftBlank(value), "a name was expected"),
  /** Folders of its documents, as seen from the folder of charm.yaml or from the corpus. */
  folders: texts.min(1, "a folder is missing"),
  /** Other names that it goes by. */
  aliases: z.array(alias, listExpected).optional(),
  /** File of its facts, as seen from the folder of charm.yaml. */
  facts: text.optional(),
});
const homes = z
  .array(home, "a list was expected, each entry with “- name:”")
  .min(1, "no home is named; take the line out where there are none")
  .superRefine(refuseSharedNames);
/** Addresses that stand in for publishers' hosts: a mirror inside a company. */
const sources = z.strictObject({ mirrors: z.record(text, webAddress) }).partial();
const shape = z
  .strictObject({ corpus: text, index: text, offline: onOff, model, embedding, homes, sources })
  .partial();

/** Whoever says a name must mean one home. */
function refuseSharedNames(all: readonly z.infer<typeof home>[], context: z.RefinementCtx): void {
  const owners = new Map<string, number>();
  for (const [at, { name, aliases = [] }] of all.entries()) {
    for (const [i, each] of [name, ...aliases].entries()) {
      const key = keyOfHomeName(each);
      if (isLeftBlank(each)) continue;
      const owner = owners.get(key);
      owners.set(key, at);
      if (owner === undefined || owner === at) continue;
      const path = i === 0 ? [at, "name"] : [at, "aliases", i - 1];
      const message = `“${each}” is the name of another home already`;
      context.addIssue({ code: "custom", message, path });
    }
  }
}

/** What one source of settings says; all it does not say is left to the next. */
export type PartialSettings = Readonly<z.infer<typeof shape>>;

/** What a charm.yaml says, and on which lines. */
export interface ParsedSettings {
  readonly said: PartialSettings;
  /** Of each home the line that its entry begins on, from 1. */
  readonly homeLines: readonly number[];
}

const exampleOfHomes =
  "homes:\n  - name: Elm House\n    folders: [own/elm]\n    aliases: [Elm]\n    facts: own/elm/home.yaml";
const example = "corpus: documents\nindex: index\nmodel:\n  name: gpt-4.1-mini";

/**
 * @param name how messages name the file
 * @throws CharmError `settings-invalid` naming file, line, what was expected and the nearest known key;
 *   `secret-in-settings` for keys and passwords, which belong in the environment
 */
export async function parseSettings(source: string, name: string): Promise<ParsedSettings> {
  const yaml = await readYaml(source, name, "settings-invalid");
  if (yaml.value === null || yaml.value === "") return { said: {}, homeLines: [] };
  refuseSecrets(yaml.value, [], yaml, name);
  const parsed = shape.safeParse(leaveOutEmpty(keepEmptyHomes(yaml.value)));
  if (parsed.success) {
    const homeLines = parsed.data.homes?.map((_home, at) => yaml.lineOf(["homes", at])) ?? [];
    return { said: parsed.data, homeLines };
  }
  const issue = parsed.error.issues[0];
  if (!issue) throw parsed.error;
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") throw unknownKey(issue.keys[0] ?? "", path, yaml, name);
  const place = path.length === 0 ? "" : ` ${path.join(".")}:`;
  throw new CharmError(
    "settings-invalid",
    `${name}, line ${yaml.lineOf(path)}:${place} ${describeIssue(issue)}.`,
    { hint: `Write it like this:\n${path[0] === "homes" ? exampleOfHomes : example}` },
  );
}

/** `homes:` with nothing after it was meant to name some: without them there are no walls. */
function keepEmptyHomes(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("homes" in value)) return value;
  return value.homes === "" || value.homes === null ? { ...value, homes: [] } : value;
}

/** `model:` with nothing after it says nothing. */
function leaveOutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(leaveOutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const said = Object.entries(value).filter(([, inner]) => inner !== "" && inner !== null);
  return Object.fromEntries(said.map(([key, inner]) => [key, leaveOutEmpty(inner)]));
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return issue.message
    .replace(/^Invalid input: /, "")
    .replace(/^expected /, "expected a value of type ");
}

function unknownKey(key: string, path: YamlPath, yaml: YamlText, name: string): CharmError {
  const known = knownKeys(path, yaml.value);
  const meant = nearestWord(key, known);
  const full = [...path, key];
  return new CharmError(
    "settings-invalid",
    `${name}, line ${yaml.lineOf(full)}: “${full.join(".")}” is no setting; those here are ${known.join(", ")}.`,
    { hint: meant ? `Did you mean “${meant}”?` : "Take it out." },
  );
}

function knownKeys(path: YamlPath, value: unknown): string[] {
  if (path[0] === "homes") return Object.keys(home.shape);
  if (path[0] === "model") return Object.keys(model.shape);
  if (path[0] !== "embedding") return Object.keys(shape.shape);
  const kind = (value as { embedding?: { kind?: string } }).embedding?.kind ?? "";
  return Object.hasOwn(embeddings, kind)
    ? Object.keys(embeddings[kind as keyof typeof embeddings].shape)
    : ["kind"];
}

const secretKey =
  /api[-_]?key|secret|password|passwd|credential|^(?:access|auth|bearer)?[-_]?token$/i;
/** Keys as OpenAI and its like issue them, and addresses that carry a password. */
const secretValue = /^(?:sk|pk)-[\w-]{16,}|^https?:\/\/[^/\s]*:[^/\s]*@/;

/** A settings file is shared and committed. The value itself is never repeated. */
function refuseSecrets(value: unknown, path: YamlPath, yaml: YamlText, name: string): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      refuseSecrets(inner, [...path, step], yaml, name);
    }
  }
  const key = String(path.at(-1) ?? "");
  if (!secretKey.test(key) && !(typeof value === "string" && secretValue.test(value))) return;
  throw new CharmError(
    "secret-in-settings",
    `${name}, line ${yaml.lineOf(path)}: “${path.join(".")}” looks like a secret, and a settings file is no place for one.`,
    { hint: "Take it out and set OPENAI_API_KEY in the environment." },
  );
}
