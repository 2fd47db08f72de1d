// A behaviour of a server, and what `charm ask` makes of it: the harness that the tables of behaviours run in.
import { expect } from "vitest";
import { keyOf, makeAskHome, type AskHome, type AskResult } from "../ask-home.ts";
import {
  say,
  startServer,
  type ModelList,
  type Reaction,
  type SeenRequest,
} from "../scripted-server.ts";

export const statement = "A registered person must inspect every ladder of the home each month.";
/** The key of every call. */
export const secret = "Zq7-hush.hush/9x81";
const question = "Must a registered person inspect every ladder each month?";

export interface Behaviour {
  readonly name: string;
  /** The reaction to each call; the last goes for all that follow. */
  readonly script: readonly Reaction[];
  readonly models?: ModelList;
  /** Who wrote the answer in the end; an error ends the command with 2. */
  readonly ends: "model" | "extractive" | "error";
  readonly calls?: number;
  /** Stands in what the person is told on stderr. */
  readonly says?: RegExp;
  /** Of the findings of the answer. */
  readonly finds?: string;
  readonly sent?: (requests: readonly SeenRequest[]) => void;
  /** Lines under `model:` of charm.yaml. */
  readonly settings?: readonly string[];
  /** At least so many milliseconds. */
  readonly waits?: number;
}

/** A home whose guide says much of ladders, and of monthly inspections once. */
export function makeLadderHome(): Promise<AskHome> {
  const about = ["paint", "rungs", "feet", "stays", "ropes", "hooks", "sheds", "labels", "lofts"];
  const others = about.map(
    (word, i) =>
      `## The ${word} of ladders\n\n2.${i + 1} A registered person should look after the ${word} of every ladder. ` +
      `${`The ${word} of a ladder of the home is inspected with care by whoever climbs it. `.repeat(9)}\n`,
  );
  return makeAskHome(question, {
    "ladders.md": `# Ladders\n\n1.1 ${statement}\n\n${others.join("\n")}`,
    "sources.yaml": "documents:\n  - file: ladders.md\n    authority: statutory-guidance\n",
  });
}

/** The reply that a good model writes, in structured output. */
export function writeJson(request: SeenRequest, more: readonly object[] = []): string {
  const sources = [{ key: keyOf(request, statement), quote: statement }];
  const items = [{ part: 0, kind: "requirement", text: statement, sources }, ...more];
  return JSON.stringify({ items, missing: [] });
}

/** The same in lines, without END. */
export function writeLines(request: SeenRequest): string {
  const key = keyOf(request, statement);
  return `PART 0\nS: ${statement} [${key}]\nQ ${key}: ${statement}`;
}

/** Says the good reply in the protocol that is asked for. */
export const good: Reaction = say((request) =>
  request.body.response_format === undefined ? `${writeLines(request)}\nEND` : writeJson(request),
);

export async function runBehaviour(home: AskHome, behaviour: Behaviour): Promise<AskResult> {
  const { script, models, ends, calls, says, finds, sent, settings = [], waits } = behaviour;
  const server = await startServer(script, models);
  const lines = ["  timeout: 1500", "  retries: 2", ...settings.map((line) => `  ${line}`)];
  const cwd = await home.makeWork(`model:\n${lines.join("\n")}\n`);
  const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: secret };
  const before = performance.now();
  const result = await home.ask(["--model", "scripted-1", "--json"], { env, cwd });
  const took = performance.now() - before;
  await server.close();
  const seen = { requests: server.requests.length, stderr: result.stderr };
  if (ends === "error") expect({ ...seen, code: result.code }).toEqual({ ...seen, code: 2 });
  else {
    const [answer] = (result.stdout === "" ? [] : JSON.parse(result.stdout)) as {
      engine: { name: string };
      findings: { code: string }[];
      answer: string;
    }[];
    const name = ends === "model" ? "openai" : "extractive";
    expect({ ...seen, engine: answer?.engine.name }).toEqual({ ...seen, engine: name });
    expect(answer?.answer).toContain("must inspect every ladder");
    expect(result.code).toBe(ends === "model" ? 0 : 3);
    const codes = answer?.findings.map(({ code }) => code);
    if (ends === "extractive") expect(codes).toContain("model-not-used");
    if (finds !== undefined) expect(codes).toContain(finds);
  }
  if (calls !== undefined) expect(seen).toEqual({ ...seen, requests: calls });
  if (says !== undefined) expect(result.stderr).toMatch(says);
  if (waits !== undefined) expect(took).toBeGreaterThanOrEqual(waits);
  sent?.(server.requests);
  return result;
}

/**
 * The second prompt is shorter, and within the window with the room for its reply.
 * @param counted tokens of the first prompt as the server says; three bytes and a bit to a token where it does not
 */
export function shrinksTo(window: number, counted?: number): NonNullable<Behaviour["sent"]> {
  return (requests) => {
    const sizes = requests.map(({ body }) =>
      body.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0),
    );
    expect(requests).toHaveLength(2);
    expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
    const { body } = requests[1] ?? { body: { max_tokens: Number.NaN } };
    const bytesPerToken = counted === undefined ? 3.2 : (sizes[0] ?? 0) / counted;
    expect((sizes[1] ?? 0) / bytesPerToken + (body.max_tokens ?? 0)).toBeLessThanOrEqual(window);
  };
}

/** What the second call no longer has, and what it still has. */
export function without(
  gone: readonly string[],
  kept: readonly string[] = [],
): NonNullable<Behaviour["sent"]> {
  return (requests) => {
    const body = requests[1]?.body ?? {};
    for (const name of gone) expect(body).not.toHaveProperty(name);
    for (const name of kept) expect(body).toHaveProperty(name);
  };
}

/** The rules of the system message stand in the question's own. */
export const foldsSystem: NonNullable<Behaviour["sent"]> = (requests) => {
  const roles = requests[1]?.body.messages.map(({ role }) => role);
  expect(roles).toEqual(["user"]);
  expect(requests[1]?.body.messages[0]?.content).toContain("How the evidence is given");
};
