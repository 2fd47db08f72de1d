// What the command line promises of a language model: settings, limits, the cache, interruption, and silence about the key.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { keyOf, makeAskHome, type AskHome } from "./ask-home.ts";
import { startProxy } from "../http/proxy-server.ts";
import { guardConnections } from "./connection-guard.ts";
import {
  fail,
  say,
  startServer,
  type Reaction,
  type ScriptedServer,
  type SeenRequest,
} from "./scripted-server.ts";

const statement = "A registered person must inspect every ladder of the home each month.";
const secret = "Zq7-hush.hush/9x81";
const model = ["--model", "scripted-1"];

let home: AskHome;
let server: ScriptedServer | null = null;
const start = async (...script: Reaction[]) => (server = await startServer(script));
beforeAll(async () => {
  home = await makeAskHome("Must a registered person inspect every ladder each month?", {
    "ladders.md": `# Ladders\n\n${statement}\n`,
    "sources.yaml": "documents:\n  - file: ladders.md\n    authority: statutory-guidance\n",
  });
  await home.ask(["--engine", "extractive"]);
}, 30_000);
afterEach(async () => {
  await server?.close();
  server = null;
});
afterAll(() => home.remove());

const writeItems = (request: SeenRequest, ...texts: string[]) => {
  const sources = [{ key: keyOf(request, statement), quote: "" }];
  const items = texts.map((text) => ({ part: 0, kind: "requirement", text, sources }));
  return JSON.stringify({ items, missing: [] });
};
const faithful = say((request) => writeItems(request, statement));
const envOf = (baseUrl: string) => ({ OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: secret });
const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("where the model comes from", () => {
  test.each([
    ["CHARM_MODEL", [], { CHARM_MODEL: "from-env" }, "from-env"],
    ["--model before CHARM_MODEL", ["--model", "flag"], { CHARM_MODEL: "from-env" }, "flag"],
    ["charm.yaml", [], {}, "from-file"],
    ["CHARM_MODEL before charm.yaml", [], { CHARM_MODEL: "from-env" }, "from-env"],
  ])("%s", async (name, flags, env, wanted) => {
    const { baseUrl, requests } = await start(faithful);
    const inFile = name.includes("charm.yaml");
    const settings = inFile ? `model:\n  name: from-file\n  baseUrl: ${baseUrl}\n` : undefined;
    const cwd = await home.makeWork(settings);
    const address: Record<string, string> = inFile ? {} : { OPENAI_BASE_URL: baseUrl };
    const result = await home.ask([...flags, "--json"], { env: { ...address, ...env }, cwd });
    expect({ code: result.code, stderr: result.code === 0 ? "" : result.stderr }).toEqual({
      code: 0,
      stderr: "",
    });
    expect(requests[0]?.body.model).toBe(wanted);
  });
});

describe("without a connection", () => {
  test.each([
    ["--offline with a model", [...model, "--offline", "--json"], 0],
    ["--engine extractive with a model", [...model, "--engine", "extractive", "--json"], 0],
    ["--engine openai --offline", [...model, "--engine", "openai", "--offline"], 2],
    ["--dry-run", [...model, "--dry-run"], 0],
    ["--frozen and nothing kept", [...model, "--frozen"], 2],
  ])("%s opens no socket and looks no name up", async (_, flags, code) => {
    const guard = guardConnections([]);
    const result = await home.ask(flags, { env: envOf("http://model.example/v1") });
    expect(result.code).toBe(code);
    expect({ tried: guard.tried, refused: guard.refused }).toEqual({ tried: [], refused: [] });
  });
});

describe("the same again", () => {
  test("--frozen answers from what an earlier run kept, to the letter, with no address or key", async () => {
    const { baseUrl, requests, port } = await start(faithful);
    const guard = guardConnections([port]);
    const first = await home.ask([...model, "--json"], { env: envOf(baseUrl) });
    const second = await home.ask([...model, "--frozen", "--offline", "--json"], {
      cwd: first.cwd,
    });
    expect(requests).toHaveLength(1);
    // The server was asked for the model's window, and for the answer.
    expect(new Set(guard.tried)).toEqual(new Set([`127.0.0.1:${port}`]));
    expect(guard.tried).toHaveLength(2);
    const [one, other] = [first, second].map(
      ({ stdout }) => (JSON.parse(stdout) as Record<string, unknown>[])[0] ?? {},
    );
    expect({ ...other, usage: null }).toEqual({ ...one, usage: null });
    expect(other?.["usage"]).toMatchObject({ calls: 0, cached: 1, promptTokens: 0 });
    expect(second.stderr).toContain("Nothing was sent: 1 answer from the cache.");
  });

  test("the report names engine, model, prompt version and evidence", async () => {
    const { baseUrl } = await start(faithful);
    const first = await home.ask([...model, "--json"], { env: envOf(baseUrl) });
    const [answer] = JSON.parse(first.stdout) as { engine: Record<string, string> }[];
    expect(answer?.engine).toEqual({
      name: "openai",
      model: "scripted-1",
      prompt: expect.stringMatching(/^answer \d+ \([0-9a-f]{8}\)$/),
      evidence: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const { stdout } = await home.ask([...model, "--frozen"], { cwd: first.cwd });
    for (const part of Object.values(answer?.engine ?? {})) expect(stdout).toContain(part);
  });
});

describe("limits", () => {
  test.each([
    ["--max-tokens", "500", "The next call could bring this run to"],
    ["--max-cost", "0.001", "It was not made"],
  ])("%s stops before the call", async (flag, most, words) => {
    const { baseUrl, requests } = await start(faithful);
    const cwd = await home.makeWork("model:\n  prices: {input: 1, output: 4, currency: GBP}\n");
    const result = await home.ask([...model, flag, most], { env: envOf(baseUrl), cwd });
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toContain(words);
    expect(requests).toEqual([]);
  });

  test("cost is told on stderr and in JSON, and a dry run tells the most", async () => {
    const { baseUrl } = await start(faithful);
    const cwd = await home.makeWork("model:\n  prices: {input: 1, output: 4, currency: GBP}\n");
    const result = await home.ask([...model, "--json"], { env: envOf(baseUrl), cwd });
    // 2,000 tokens read and 100 written.
    expect(result.stderr).toContain("0.0024 GBP");
    expect(JSON.parse(result.stdout)).toMatchObject([
      { usage: { cost: 0.0024, currency: "GBP", reported: true } },
    ]);
    const dry = await home.ask([...model, "--dry-run"], { cwd });
    expect(dry.stdout).toMatch(/Cost: at most 0\.\d{4} GBP, and 0\.\d{4} GBP with every call\./);
  });
});

describe("what fails verification", () => {
  const wrong = "The registered manager must inspect every ladder of the home each week.";

  test.each([
    ["drop", 0, "warning", false],
    ["mark", 3, "error", true],
  ])("--unverified %s", async (policy, code, severity, shown) => {
    const both = say((request) => writeItems(request, statement, wrong));
    const { baseUrl } = await start(both, say('{"revisions": []}'));
    const flags = [...model, "--unverified", policy];
    const result = await home.ask([...flags, "--json"], { env: envOf(baseUrl) });
    const [answer] = JSON.parse(result.stdout) as {
      answer: string;
      findings: { severity: string; message: string }[];
    }[];
    expect(result.code).toBe(code);
    expect(answer?.answer.includes(`${wrong} [unverified]`)).toBe(shown);
    expect(answer?.answer.includes(wrong)).toBe(shown);
    const told = answer?.findings.filter(({ message }) => message.includes(wrong)) ?? [];
    expect(told.map((finding) => finding.severity)).toContain(severity);
  });
});

describe("an interruption", () => {
  test("stops at once, with no report, no cached reply and nothing half-written", async () => {
    const { baseUrl, requests } = await start(say("x".repeat(37_000), { pause: 20 }));
    const controller = new AbortController();
    const cwd = await home.makeWork();
    const run = home.ask([...model, "--output", "report.md"], {
      env: envOf(baseUrl),
      signal: controller.signal,
      cwd,
    });
    while (requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = Date.now();
    controller.abort();
    expect(await run).toMatchObject({ code: 130, stdout: "" });
    expect(Date.now() - before).toBeLessThan(1500);
    expect(await filesIn(cwd)).toEqual([]);
  });
});

describe("an endpoint that fails", () => {
  test("is not asked for the next question of the run, which has an answer all the same", async () => {
    const { baseUrl, requests } = await start(
      fail(500, { message: "no" }, { "retry-after-ms": "1" }),
    );
    const cwd = await home.makeWork("model:\n  retries: 2\n");
    const questions = ["How often is a ladder inspected?"];
    const result = await home.ask([...questions, ...model, "--json"], { env: envOf(baseUrl), cwd });
    expect(requests).toHaveLength(3);
    expect(result.code).toBe(3);
    const answers = JSON.parse(result.stdout) as { answer: string; engine: { name: string } }[];
    expect(answers.map(({ engine }) => engine.name)).toEqual(["extractive", "extractive"]);
    for (const { answer } of answers) expect(answer).toContain("must inspect every ladder");
    expect(result.stderr.match(/in the documents' own words/g)).toHaveLength(2);
  });
});

describe("a proxy of the environment", () => {
  const password = "hunter22-of-ada";

  test.each([
    ["HTTP_PROXY", 0],
    ["http_proxy", 0],
    ["ALL_PROXY", 0],
  ])("%s: the answer comes through it, and its password is seen nowhere", async (name, code) => {
    const { port } = await start(faithful);
    const proxy = await startProxy(port, { wants: `ada:${password}` });
    const guard = guardConnections([proxy.port, port]);
    const env = {
      ...envOf("http://model.example/v1"),
      [name]: `http://ada:${password}@${proxy.host}`,
    };
    const result = await home.ask([...model, "--json"], { env });
    await proxy.close();
    expect(guard.refused).toEqual([]);
    expect({ code: result.code, calls: proxy.seen.length }).toEqual({ code, calls: 2 });
    const files = await Promise.all(
      (await filesIn(result.cwd)).map((path) => readFile(path, "utf8")),
    );
    expect([result.stdout, result.stderr, ...files].join("\n")).not.toContain(password);
  });

  test("NO_PROXY leaves it out, and a proxy that is none is named without its password", async () => {
    const env = envOf("http://model.example/v1");
    const bad = await home.ask(model, {
      env: { ...env, HTTP_PROXY: `socks5://ada:${password}@x` },
    });
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain("HTTP_PROXY");
    expect(bad.stderr).not.toContain(password);
    const proxy = await startProxy(1);
    guardConnections([]);
    const around = await home.ask(model, {
      env: { ...env, HTTP_PROXY: `http://${proxy.host}`, NO_PROXY: "model.example" },
    });
    await proxy.close();
    expect(around.code).not.toBe(0);
    expect(proxy.seen).toEqual([]);
  });
});

describe("the key", () => {
  const echo = `Incorrect key: Bearer ${secret} (${encodeURIComponent(secret)})`;

  test.each([
    ["an answer", [], [faithful]],
    ["an answer in JSON", ["--json"], [faithful]],
    ["an error", [], [fail(401, { message: echo })]],
    [
      "a reply that repeats it",
      ["--unverified", "mark"],
      [say((request) => writeItems(request, `${statement} ${echo}`)), say('{"revisions": []}')],
    ],
    ["a dry run", ["--dry-run"], [faithful]],
  ])("is in no output, report or cache of %s", async (_, flags, script) => {
    const { baseUrl } = await start(...script);
    const result = await home.ask([...model, ...flags, "--output", "report.md"], {
      env: envOf(baseUrl),
    });
    const files = await Promise.all(
      (await filesIn(result.cwd)).map((path) => readFile(path, "utf8")),
    );
    const seen = [result.stdout, result.stderr, ...files].join("\n");
    expect(seen.length).toBeGreaterThan(50);
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain(encodeURIComponent(secret));
  });
});
