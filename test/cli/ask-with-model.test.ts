// `charm ask` with a language model: flags and environment to calls of an endpoint on loopback, and back to a report.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { keyOf, makeAskHome, type AskHome } from "../language-model/ask-home.ts";
import {
  say,
  startServer,
  type ScriptedServer,
  type SeenRequest,
} from "../language-model/scripted-server.ts";

const statement = "A registered person must inspect every ladder of the home each month.";

let home: AskHome;
let server: ScriptedServer | null = null;
beforeAll(async () => {
  home = await makeAskHome(
    "Must a registered person inspect every ladder of the home each month?",
    {
      "ladders.md": `# Ladders\n\n${statement}\n`,
      "sources.yaml": "documents:\n  - file: ladders.md\n    authority: statutory-guidance\n",
    },
  );
}, 30_000);
afterEach(async () => {
  await server?.close();
  server = null;
});
afterAll(() => home.remove());

/** Answers with the words of the piece of evidence that has them. */
function quoteIt(request: SeenRequest): string {
  const source = { key: keyOf(request, statement), quote: statement };
  const item = { part: 0, kind: "requirement", text: statement, sources: [source] };
  return JSON.stringify({ items: [item], missing: [] });
}

/** Replies are kept in the working directory; these tests ask anew each time. */
const ask = (flags: readonly string[], env: Record<string, string> = {}) =>
  home.ask(flags, { env });

describe("charm ask with a language model", () => {
  it("asks the endpoint, checks what it says, and tells what was used", async () => {
    server = await startServer([say(quoteIt)]);
    const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: "Zq7-hush.hush/9x81" };
    const result = await ask(["--model", "scripted-1", "--json"], env);
    expect(result.stderr).toContain("Asking scripted-1");
    expect(result.stderr).toMatch(/Used 2,000 tokens in prompts and 100 in replies, 1 call\.\n$/);
    const [answer] = JSON.parse(result.stdout) as Record<string, unknown>[];
    expect(answer).toMatchObject({
      engine: { name: "openai", model: "scripted-1" },
      claims: [{ text: statement, citations: [1] }],
      usage: { calls: 1, promptTokens: 2000 },
    });
    expect(server.requests[0]?.headers.authorization).toBe("Bearer Zq7-hush.hush/9x81");
    expect(result.stdout + result.stderr).not.toContain("Zq7-hush");
  }, 60_000);

  it("with --engine extractive or --offline asks nobody", async () => {
    server = await startServer([say("no")]);
    const env = { OPENAI_BASE_URL: server.baseUrl, CHARM_MODEL: "scripted-1" };
    for (const flags of [["--engine", "extractive"], ["--offline"]]) {
      const { stdout, code } = await ask([...flags, "--json"], env);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject([{ engine: { name: "extractive", model: null } }]);
    }
    expect(server.requests).toHaveLength(0);
  }, 60_000);

  it("with --write has the model write the text that is asked for", async () => {
    const letter = (request: SeenRequest) => {
      const source = { key: keyOf(request, statement), quote: statement };
      const draft = (text: string, sources: object[] = []) => ({
        part: 1,
        kind: "draft",
        level: 0,
        text,
        sources,
      });
      const stated = { ...draft(statement, [source]), part: 0, kind: "requirement" };
      const items = [
        stated,
        draft("Dear [to complete: name],"),
        draft("We look at every ladder each month.", [source]),
      ];
      return JSON.stringify({ items, missing: [] });
    };
    server = await startServer([say(quoteIt), say(letter)]);
    const env = { OPENAI_BASE_URL: server.baseUrl };
    await ask(["--model", "scripted-1"], env);
    const result = await ask(["--model", "scripted-1", "--write"], env);
    const prompts = server.requests.map((request) => request.body.messages.at(-1)?.content ?? "");
    expect(prompts[0]).not.toContain("A text is asked for");
    expect(prompts[1]).toContain("A text is asked for: text.");
    expect(result.stdout).toContain("**Draft text, to be checked and completed**");
    expect(result.stdout).toContain(
      "> Dear \\[to complete: name],\n>\n> We look at every ladder each month. [1]",
    );
    expect(result.code).toBe(0);
  }, 60_000);

  it("without a model quotes what such a text must contain, and says in one line that it does not draft", async () => {
    const { code, stdout } = await ask(["--write"]);
    expect(code).toBe(0);
    const note = stdout.split("\n").filter((line) => line.startsWith("Without a language model"));
    expect(note).toEqual([
      expect.stringMatching(/quotes and does not draft: .* the text must contain/),
    ]);
    expect(stdout).toContain(statement);
  }, 60_000);

  it("leaves out what it could not verify: counted on stderr, with the reason in the report", async () => {
    const mixed = (request: SeenRequest) => {
      const made = JSON.parse(quoteIt(request)) as { items: object[] };
      const [item] = made.items;
      const more = [1, 2, 3, 4].map((n) => ({
        ...item,
        text: `${statement} (${n})`.replace(/ \(\d\)$/, ""),
      }));
      const wrong = { part: 1, kind: "requirement", text: "A ladder must be green.", sources: [] };
      return JSON.stringify({ items: [item, { ...item, part: 1 }, ...more, wrong], missing: [] });
    };
    server = await startServer([say(mixed)]);
    const env = { OPENAI_BASE_URL: server.baseUrl };
    const { stdout, stderr } = await ask(["--model", "scripted-1"], env);
    expect(server.requests).toHaveLength(1);
    expect(stderr).toContain("1 statement left out because it could not be verified.\n");
    expect(stderr).not.toContain("green");
    expect(stdout).toContain(
      "### Left out because it could not be verified\n- “A ladder must be green.”: The statement cites nothing.",
    );
  }, 60_000);

  it("that writes nothing which can be verified leaves the answer to the documents' own words", async () => {
    const wrong = { part: 0, kind: "requirement", text: "A ladder must be green.", sources: [] };
    server = await startServer([
      say(JSON.stringify({ items: [wrong], missing: [] })),
      say(JSON.stringify({ revisions: [] })),
    ]);
    const env = { OPENAI_BASE_URL: server.baseUrl };
    const { code, stdout, stderr } = await ask(["--model", "scripted-1"], env);
    expect(code).toBe(3);
    expect(stdout).toContain(`“${statement}”`);
    expect(stderr).toContain("it wrote nothing that could be verified");
  }, 60_000);

  it("with --dry-run prints the prompt and sends nothing, key or no key", async () => {
    const result = await ask(["--dry-run", "--model", "scripted-1"]);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain(statement);
    expect(result.stdout).toContain("--- nothing was sent ---");
    const json = await ask(["--dry-run", "--model", "scripted-1", "--json"]);
    expect(JSON.parse(json.stdout)).toMatchObject([{ model: "scripted-1", cost: null }]);
  }, 60_000);

  it.each([
    [["--dry-run"], "dry-run-extractive", "No language model would be asked"],
    [["--engine", "openai"], "model-not-set", "needs the name of a model"],
    [["--engine", "openai", "--model", "m", "--offline"], "engine-offline", "offline"],
    [["--model", "m"], "model-key-missing", "No key is set"],
    [["--model", "m", "--frozen"], "not-in-cache", "was not asked this before"],
    [["--model", "m", "--frozen", "--max-cost", "1"], "prices-not-set", "what the model costs"],
  ])("%j ends with 2: %s", async (flags, _code, words) => {
    const { code, stdout, stderr } = await ask(flags);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });
});
