// `charm draft` with a language model: connecting text from an endpoint on loopback, kept replies, and what comes without.
import { recordsPack } from "../support/records-pack.ts";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { makeAskHome, type AskHome } from "../language-model/ask-home.ts";
import {
  fail,
  say,
  startServer,
  type ScriptedServer,
  type SeenRequest,
} from "../language-model/scripted-server.ts";
import { root } from "../support/project.ts";

const corpus = [
  "Digest_of_the_Childrens_Homes_Regulations_2015.pdf",
  "Larkrise_House_business_plan.pdf",
];
const pack = recordsPack(["capacity"], ["case record", "encrypted system", "record is closed"]);

const kept = "Records are kept on an encrypted system";
const invented = "Each record is read by the manager every Friday.";
const led = "This section tells of keeping records.";

/** One sentence that leads on, one of the home's own, and one that nobody said. */
function writeIt({ body }: SeenRequest): string {
  const prompt = body.messages.at(-1)?.content ?? "";
  const piece = prompt.split(/^(?=k[2-9]\w{3,} \w)/m).find((text) => text.includes(kept)) ?? "";
  const key = /^k\w+/.exec(piece)?.[0] ?? "none";
  const own = /\| ([^\n]*Records are kept on an encrypted[^\n]*)/.exec(piece)?.[1] ?? "";
  const item = (text: string, ...keys: string[]) => ({
    part: 1,
    kind: "draft",
    level: 0,
    text,
    sources: keys.map((one) => ({ key: one, quote: "" })),
  });
  return JSON.stringify({ items: [item(led), item(own, key), item(invented, key)], missing: [] });
}

let home: AskHome;
let work: string;
let server: ScriptedServer | null = null;
const draft = (flags: readonly string[], env: Record<string, string> = {}) =>
  home.charm(["draft", "our-records.yaml", "--facts", "home.yaml", ...flags], { env, cwd: work });
const calling = (baseUrl = "") => ({ OPENAI_BASE_URL: baseUrl, CHARM_MODEL: "scripted-1" });

describe("charm draft with a language model", { timeout: 120_000 }, () => {
  let skeleton: string;
  beforeAll(async () => {
    const files = await Promise.all(
      [...corpus, "sources.yaml"].map(async (file) => [
        file,
        await readFile(join(root, "corpus", file)),
      ]),
    );
    home = await makeAskHome("", Object.fromEntries(files));
    work = await home.makeWork();
    await writeFile(join(work, "our-records.yaml"), pack);
    await writeFile(join(work, "home.yaml"), "name: Larkrise House\ncapacity: 4\n");
    skeleton = (await draft([])).stdout;
  }, 120_000);
  afterEach(async () => {
    await server?.close();
    server = null;
  });
  afterAll(() => home.remove());

  it("has no connecting text without a model, and says nothing of one", async () => {
    const { stdout, stderr, code } = await draft([]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("Draft text, to be agreed");
    expect(stderr).not.toContain("model");
  });

  it("begins sections with what was verified, and lists at the end what was not", async () => {
    server = await startServer([say(writeIt)]);
    const { stdout, stderr, code } = await draft([], calling(server.baseUrl));
    expect(code).toBe(0);
    expect(server.requests).toHaveLength(1);
    const [before = "", after = ""] = stdout.split("## Left out because it could not be verified");
    expect(before).toContain(`**Draft text, to be agreed**: ${led} ${kept}`);
    expect(before).not.toContain("Friday");
    expect(after).toContain(`Keeping records: “${invented}”`);
    expect(stderr).toContain("1 sentence of the language model left out");
    expect(stderr).toMatch(/Used .* 1 call/);
    // Without what the model wrote it is the skeleton to the letter.
    const without = stdout
      .replace(/\*\*Draft text, to be agreed\*\*.*\n\n/, "")
      .replace(/## Left out because it could not be verified\n[\s\S]*?(?=## Coverage)/, "");
    expect(without).toBe(skeleton);
  });

  it("writes what check and gap read, and none of it counts as the home's word", async () => {
    server = await startServer([say(writeIt)]);
    const { stdout } = await draft(["--json", "-o", "draft.md"], calling(server.baseUrl));
    const made = JSON.parse(stdout) as { set: string; coverage: unknown[]; findings: unknown[] };
    const checked = await home.charm(["check", "draft.md"], { cwd: work });
    expect(checked.code).toBe(0);
    const path = join(work, made.set);
    const gap = await home.charm(["gap", path, "--against", "draft.md", "--json"], { cwd: work });
    const verdicts = (rows: unknown) =>
      (rows as { id: string; verdict: string }[]).map(({ id, verdict }) => [id, verdict]);
    const { rows } = JSON.parse(gap.stdout) as { rows: unknown };
    expect(verdicts(rows)).toEqual(verdicts(made.coverage));
  });

  it("repeats it from the cache, frozen and with no endpoint", async () => {
    server = await startServer([say(writeIt)]);
    const first = await draft([], calling(server.baseUrl));
    const before = server.requests.length;
    const again = await draft([], calling(server.baseUrl));
    expect(server.requests).toHaveLength(before);
    const frozen = await draft(["--frozen", "--offline"], { CHARM_MODEL: "scripted-1" });
    expect([again.stdout, frozen.stdout]).toEqual([first.stdout, first.stdout]);
    const other = await draft(["--frozen"], { CHARM_MODEL: "another" });
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining("--frozen") });
  });

  it("tells calls and tokens, and sends nothing", async () => {
    server = await startServer([say(writeIt)]);
    const { stdout, code } = await draft(["--dry-run"], calling(server.baseUrl));
    expect(code).toBe(0);
    expect(stdout).toContain("Section 1: Keeping records");
    expect(stdout).toMatch(/Calls: 1:\n- 2 sections, \d+ pieces .*tokens sent/);
    const json = await draft(["--dry-run", "--json"], calling(server.baseUrl));
    expect(JSON.parse(json.stdout)).toMatchObject({
      calls: [{ sections: ["Keeping records", "Complaints"] }],
    });
    expect(server.requests).toHaveLength(0);
    expect(server.asked()).toBe(0);
    const none = await draft(["--dry-run"]);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining("No language model") });
  });

  it.each([["--offline"], ["--engine", "extractive"]])("never calls with %s", async (...flags) => {
    server = await startServer([say(writeIt)]);
    const { stdout, code } = await draft(flags, calling(server.baseUrl));
    expect([code, stdout]).toEqual([0, skeleton]);
    expect(server.requests).toHaveLength(0);
    expect(server.asked()).toBe(0);
  });

  it.each([
    ["an endpoint that fails", fail(500, "broken")],
    ["a reply that keeps to no form", say("I cannot do that.")],
    [
      "nothing that stands",
      say(
        JSON.stringify({
          items: [{ part: 1, kind: "draft", level: 0, text: invented, sources: [] }],
          missing: [],
        }),
      ),
    ],
  ])("is the skeleton after %s, and says so", async (_, reaction) => {
    server = await startServer([reaction]);
    const own = await home.makeWork("model:\n  retries: 0\n");
    await writeFile(join(own, "our-records.yaml"), pack);
    await writeFile(join(own, "home.yaml"), "name: Larkrise House\ncapacity: 4\n");
    const args = ["draft", "our-records.yaml", "--facts", "home.yaml"];
    const made = await home.charm(args, { env: calling(server.baseUrl), cwd: own });
    const without = made.stdout.replace(/## Left out because [\s\S]*?(?=## Coverage)/, "");
    expect(without).toBe(skeleton);
    expect(made.stderr).toContain("without a language model’s connecting text");
    expect(made.code).toBe(3);
  });
});
