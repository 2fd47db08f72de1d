// Takes the text of a prompt file; gives the prompt it holds, and fills its slots strictly.
import { hashOf } from "../text/hash-of.ts";
import { CharmError } from "../errors.ts";

/** A prompt as written: a version, and text with `{{slots}}`. */
export interface PromptFile {
  readonly name: string;
  readonly version: number;
  readonly slots: readonly string[];
  readonly body: string;
  /** First 12 hexadecimal digits of the SHA-256 of the body: tells a change that no new version says. */
  readonly digest: string;
}

const slotPattern = /\{\{\s*([\w-]+)\s*\}\}/g;

/**
 * The file begins with front matter between lines of `---`: `name`, `version` (a whole number) and `slots` (names with
 * commas between them, or nothing). The slots named must be exactly those the body has.
 * @throws CharmError `prompt-invalid`
 */
export function parsePrompt(text: string, path: string): PromptFile {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll("\r\n", "\n"));
  if (!match) throw invalid(path, "it has no front matter between lines of ---");
  const head = parseHead(match[1] ?? "", path);
  const body = (match[2] ?? "").trim();
  const name = head.get("name");
  const version = Number(head.get("version"));
  if (!name) throw invalid(path, "its front matter has no name");
  if (!Number.isInteger(version) || version < 1) {
    throw invalid(path, "its version is not a whole number");
  }
  const slots = (head.get("slots") ?? "").split(",").flatMap((slot) => slot.trim() || []);
  const used = new Set([...body.matchAll(slotPattern)].flatMap((found) => found[1] ?? []));
  const unsaid = [...used].find((slot) => !slots.includes(slot));
  const unused = slots.find((slot) => !used.has(slot));
  if (unsaid)
    throw invalid(path, `it uses the slot {{${unsaid}}}, which its front matter does not name`);
  if (unused)
    throw invalid(path, `its front matter names the slot “${unused}”, which it does not use`);
  const digest = hashOf(body).slice(0, 12);
  return { name, version, slots, body, digest };
}

function parseHead(text: string, path: string): Map<string, string> {
  const known = ["name", "version", "slots"];
  const entries = text.split("\n").flatMap((line): [string, string][] => {
    if (line.trim() === "") return [];
    const [, key, value] = /^(\w+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined || !known.includes(key)) {
      throw invalid(path, `its front matter has the line “${line}”; it takes ${known.join(", ")}`);
    }
    return [[key, value ?? ""]];
  });
  return new Map(entries);
}

/**
 * Fills every slot once; what a value holds is never looked into for slots.
 * @throws CharmError `prompt-slot-missing`, `prompt-slot-unknown`
 */
export function fillPrompt(prompt: PromptFile, values: Readonly<Record<string, string>>): string {
  const unknown = Object.keys(values).find((slot) => !prompt.slots.includes(slot));
  if (unknown !== undefined) {
    throw slotError("prompt-slot-unknown", prompt, `has no slot “${unknown}”`);
  }
  const missing = prompt.slots.find((slot) => !Object.hasOwn(values, slot));
  if (missing !== undefined) {
    throw slotError("prompt-slot-missing", prompt, `was given nothing for its slot “${missing}”`);
  }
  return prompt.body.replace(slotPattern, (_, slot: string) => values[slot] ?? "");
}

function slotError(code: string, prompt: PromptFile, fault: string): CharmError {
  return new CharmError(code, `The prompt “${prompt.name}” (version ${prompt.version}) ${fault}.`, {
    hint: "The prompt files and the program are of different versions: install charm again.",
  });
}

function invalid(path: string, fault: string): CharmError {
  return new CharmError("prompt-invalid", `The prompt file ${path} cannot be used: ${fault}.`, {
    hint: "Restore the folder prompts/ from the released package or with `git checkout -- prompts`.",
  });
}
