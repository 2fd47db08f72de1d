// What a run without a language model loads and connects to: neither the client, nor the tokeniser, nor anything.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isBuilt, root } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";

describe.skipIf(!isBuilt)(
  "charm without a model (skipped where it is not built: npm run build)",
  () => {
    let home = "";
    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), "charm-startup-"));
      await mkdir(join(home, "corpus"));
      const text =
        "# Ladders\n\nThe registered person must inspect every ladder of the home each month.\n";
      await writeFile(join(home, "corpus", "ladders.md"), text);
      // Loaded before charm: a connection that is tried ends the run with a code of its own.
      await writeFile(
        join(home, "no-connections.mjs"),
        `import net from "node:net";
       import dns from "node:dns";
       const refuse = (what) => { process.stderr.write("CONNECTION " + what); process.exit(86); };
       net.Socket.prototype.connect = (...args) => refuse(JSON.stringify(args[0]));
       dns.lookup = (name) => refuse(name);`,
      );
    });
    afterAll(() => rm(home, { recursive: true, force: true }));

    /** Runs charm with every file it loads written down by V8. */
    async function run(args: readonly string[]) {
      const coverage = await mkdtemp(join(home, "coverage-"));
      const env = {
        NO_COLOR: "1",
        OPENAI_API_KEY: "Zq7-hush.hush/9x81",
        NODE_V8_COVERAGE: coverage,
        NODE_OPTIONS: `--import=${join(home, "no-connections.mjs")}`,
      };
      const { code, stdout, stderr } = await runCharm(args, { cwd: home, env });
      const output = stdout + stderr;
      const reports = await readdir(coverage);
      const texts = await Promise.all(
        reports.map((name) => readFile(join(coverage, name), "utf8")),
      );
      const loaded = texts.flatMap((text) => {
        const { result } = JSON.parse(text) as { result: { url: string }[] };
        return result.map(({ url }) => url);
      });
      await rm(coverage, { recursive: true });
      return { code, output, loaded };
    }

    test.each([
      ["--version", []],
      ["ask --help", []],
      ["index", []],
      ["search", ["How often are ladders inspected?"]],
      ["ask", ["How often are ladders inspected?"]],
      ["ask --offline", ["How often are ladders inspected?"]],
    ])(
      "charm %s: loads neither openai nor tiktoken, and opens no connection",
      async (command, words) => {
        const { code, output, loaded } = await run([...command.split(" "), ...words]);
        expect(output).not.toContain("CONNECTION");
        // The output stands here for whoever has to read why it failed.
        expect(code === 0 || code === 3 ? "" : output).toBe("");
        expect(loaded.some((url) => url.endsWith("/dist/cli/main.js"))).toBe(true);
        expect(loaded.filter((url) => /node_modules\/(?:openai|tiktoken)\//.test(url))).toEqual([]);
        expect(loaded.filter((url) => url.endsWith("/send-chat.js"))).toEqual([]);
        expect(output).not.toContain("Zq7-hush");
      },
    );
  },
);

describe("the source", () => {
  const importing =
    /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^;]*?from\s+["'](openai|tiktoken)[/"']/;
  const lazily = /import\(["'](openai|tiktoken)["'/]/g;

  test("names openai and tiktoken in one file each, and only to load them when called", async () => {
    const names = await readdir(join(root, "src"), { recursive: true });
    const files = names.filter((name) => name.endsWith(".ts"));
    const places = new Map<string, string[]>();
    for (const name of files) {
      const text = await readFile(resolve(root, "src", name), "utf8");
      expect([name, importing.test(text)]).toEqual([name, false]);
      for (const match of text.matchAll(lazily)) {
        places.set(match[1] ?? "", [...(places.get(match[1] ?? "") ?? []), name]);
      }
    }
    expect(new Set(places.get("tiktoken"))).toEqual(
      new Set([join("language-model", "count-tokens.ts")]),
    );
    const clients = [...new Set(places.get("openai"))].filter(
      (name) => dirname(name) === "language-model",
    );
    expect(clients).toEqual([join("language-model", "send-chat.ts")]);
  });
});
