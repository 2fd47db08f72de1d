// Indexing and searching with each kind of embedding model as charm.yaml names it, and changing from one to another.
import { existsSync, rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { noProxies } from "../../src/http/proxy.ts";
import { openServices } from "../../src/program/open-services.ts";
import { unsaidOptions, type Hooks, type Services } from "../../src/program/services.ts";
import type { ModelEvent } from "../../src/language-model/chat.ts";
import { builtInModels } from "../../src/models/built-in-models.ts";
import { resolveSettings } from "../../src/settings/resolve-settings.ts";
import { collect } from "../support/collect.ts";
import { guardConnections } from "../language-model/connection-guard.ts";
import {
  fail,
  startServer,
  type Reaction,
  type ScriptedServer,
} from "../language-model/scripted-server.ts";
import { bodyOf, embed, secretKey } from "../embed/endpoint/vector-server.ts";
import { makeFolder } from "../embed/local/made-up-folder.ts";

// The workers that index are compiled code; the local model's came with this test.
const compiled = existsSync(new URL("../../dist/embed/local/local-encoder.js", import.meta.url));

const rules = {
  "lamps.md":
    "# Lamps\n\nThe keeper must trim the lamp each evening before the sun has set.\n\nSpare oil is kept in the cellar of the tower.\n",
  "boats.md": "# Boats\n\nA boat must not be launched in a storm unless two rowers are aboard.\n",
};

type Kind = "built-in" | "openai" | "onnx";
const kinds: readonly Kind[] = ["built-in", "openai", "onnx"];
const pairs = kinds.flatMap((from) =>
  kinds.flatMap((to) => (from === to ? [] : [[from, to] as const])),
);

describe.skipIf(!compiled)(
  "embedding models (skipped where charm is not built: npm run build)",
  () => {
    let home = "";
    let model = "";
    let server: ScriptedServer;
    let reactions: Reaction[] = [];
    let hosts: string[] = [];
    let events: ModelEvent[] = [];

    const hooks: Hooks = {
      signal: new AbortController().signal,
      onEvent: () => {},
      onModelEvent: (event) => events.push(event),
      onBehind: () => {},
      onOlder: () => {},
      onOwnLeftOut: () => {},
      onFactsUnread: () => {},
      onSending: (to) => hosts.push(to),
    };

    function describeKind(kind: Kind): string {
      if (kind === "built-in") return "  kind: built-in\n";
      if (kind === "onnx") return `  kind: onnx\n  folder: ${model}\n`;
      return `  kind: openai\n  model: made-up-embedder\n  baseUrl: ${server.baseUrl}\n`;
    }

    interface RunOptions {
      /** Name of the index; that of the kind when left out. */
      readonly at?: string;
      /** Further settings. */
      readonly more?: string;
      readonly offline?: boolean;
    }

    async function withServices<T>(
      kind: Kind,
      work: (services: Services) => Promise<T>,
      { at = kind, more = "", offline = false }: RunOptions = {},
    ): Promise<T> {
      await writeFile(join(home, "charm.yaml"), `embedding:\n${describeKind(kind)}${more}`);
      const flags = { corpus: join(home, "corpus"), index: join(home, at), offline };
      const settings = await resolveSettings({ flags, env: {}, cwd: home });
      const surroundings = { apiKey: secretKey, proxies: noProxies, cwd: home };
      const services = await openServices(settings, surroundings);
      try {
        return await work(services);
      } finally {
        await services.close();
      }
    }

    const index = (kind: Kind, options: RunOptions & { readonly rebuild?: boolean } = {}) =>
      withServices(
        kind,
        (services) =>
          services.index({ paths: [], rebuild: options.rebuild === true, ocr: false }, hooks),
        options,
      );
    const find = (services: Services) =>
      services.search(
        "trimming the lamp in the evening",
        { k: 3, explain: true, documents: [], authorities: [] },
        hooks,
      );
    const statusesOf = async (indexing: ReturnType<typeof index>) =>
      (await indexing).documents.map(({ status }) => status);

    beforeAll(async () => {
      model = makeFolder();
      home = await mkdtemp(join(tmpdir(), "charm-embedders-"));
      await mkdir(join(home, "corpus"));
      for (const [name, text] of Object.entries(rules)) {
        await writeFile(join(home, "corpus", name), text);
      }
      server = await startServer([(...call) => (reactions.shift() ?? embed())(...call)]);
      for (const kind of kinds) await index(kind);
    }, 60_000);
    afterAll(async () => {
      await server.close();
      await rm(home, { recursive: true, force: true });
      rmSync(model, { recursive: true });
    });
    beforeEach(() => {
      [reactions, hosts, events] = [[], [], []];
    });

    test.each(kinds)("%s: finds and answers, the same each time", async (kind) => {
      const results = await withServices(kind, find);
      expect(results[0]?.file).toBe("lamps.md");
      const signals = results[0]?.explanation?.map(({ signal }) => signal) ?? [];
      expect(signals).toContain("vector");
      expect(signals.includes("tokens")).toBe(kind === "built-in");
      for (const { score } of results) expect(score).toBeGreaterThanOrEqual(0);
      expect(await withServices(kind, find)).toEqual(results);
      expect(await statusesOf(index(kind))).toEqual(["unchanged", "unchanged"]);
      const [answer] = await withServices(kind, (services) =>
        collect(services.ask(["When must the keeper trim the lamp?"], unsaidOptions, hooks)),
      );
      expect(answer?.sources.map(({ file }) => file)).toContain("lamps.md");
    });

    test("a local model that is the built-in one finds the same passages by its vectors", async () => {
      const vectorsOf = async (kind: Kind) =>
        (await withServices(kind, find))
          .map(({ text, explanation = [] }) => [
            text,
            explanation.find(({ signal }) => signal === "vector")?.value.toFixed(3),
          ])
          .toSorted();
      expect(await vectorsOf("onnx")).toEqual(await vectorsOf("built-in"));
    });

    test.each(pairs)("an index of %s is refused by %s, naming the command", async (from, to) => {
      const sent = server.requests.length;
      const refusal = {
        code: "index-other-model",
        exitCode: 2,
        hint: expect.stringContaining("charm index --rebuild"),
      };
      // With the length of vectors set, nothing need be asked of the endpoint before.
      const options = { at: from, more: to === "openai" ? "  dimensions: 16\n" : "" };
      await expect(withServices(to, find, options)).rejects.toMatchObject(refusal);
      await expect(index(to, options)).rejects.toMatchObject(refusal);
      expect(server.requests).toHaveLength(sent);
    });

    test.each(builtInModels)(
      "an index of %s, which comes with the program, is refused by the other that does",
      async (name) => {
        const own = `  model: ${name}\n`;
        const other = `  model: ${builtInModels.find((each) => each !== name)}\n`;
        const at = `of ${name}`;
        expect(await statusesOf(index("built-in", { at, more: own }))).toEqual(["added", "added"]);
        const [first] = await withServices("built-in", find, { at, more: own });
        expect(first?.file).toBe("lamps.md");
        const refusal = {
          code: "index-other-model",
          exitCode: 2,
          hint: expect.stringContaining("charm index --rebuild"),
        };
        const options = { at, more: other };
        await expect(withServices("built-in", find, options)).rejects.toMatchObject(refusal);
        await expect(index("built-in", options)).rejects.toMatchObject(refusal);
      },
    );

    test("the first of those that come with the program is used where none is named", async () => {
      const more = `  model: ${builtInModels[0]}\n`;
      const named = await withServices("built-in", find, { more });
      expect(named).toEqual(await withServices("built-in", find));
    });

    test.each<[Kind, string]>([
      ["openai", "  passagePrefix: 'passage: '\n"],
      ["openai", "  maxTokens: 256\n"],
      ["onnx", "  queryPrefix: 'query: '\n"],
      ["onnx", "  pooling: cls\n"],
      ["onnx", "  maxTokens: 200\n"],
    ])("the same model of %s in another way is refused too: %j", async (kind, more) => {
      const finding = withServices(kind, find, { more });
      await expect(finding).rejects.toMatchObject({ code: "index-other-model" });
    });

    test("a rebuild changes the model; one that does not work leaves the index as it was", async () => {
      const at = "changed";
      await cp(join(home, "built-in"), join(home, at), { recursive: true });
      reactions = [embed(), fail(401, { message: `Incorrect API key: ${secretKey}` })];
      const failing = index("openai", { at, rebuild: true });
      await expect(failing).rejects.toMatchObject({ code: "embedding-key-refused" });
      expect((await withServices("built-in", find, { at }))[0]?.file).toBe("lamps.md");
      await index("openai", { at, rebuild: true });
      expect((await withServices("openai", find, { at }))[0]?.file).toBe("lamps.md");
    });

    test("the endpoint is named once, before documents are sent to it, and only then", async () => {
      const at = "told";
      await index("openai", { at });
      const host = `127.0.0.1:${server.port}`;
      expect(hosts).toEqual([host]);
      await index("openai", { at });
      await withServices("openai", find, { at });
      expect(hosts).toHaveLength(1);
      const sent = server.requests.flatMap((request) => bodyOf(request).input);
      expect(sent.join()).toContain("trim the lamp");
    });

    test("a wait that the endpoint asks for is told of", async () => {
      reactions = [fail(429, "wait", { "retry-after-ms": "20" })];
      await withServices("openai", find);
      const why = expect.stringContaining(`127.0.0.1:${server.port}`);
      expect(events).toEqual([{ kind: "waiting", seconds: 0.02, why }]);
    });

    test("an offline run shows what is indexed, and refuses to embed before any connection", async () => {
      const guard = guardConnections([]);
      const offline = { offline: true };
      const outline = (services: Services) => services.outline("lamps.md", hooks);
      expect(JSON.stringify(await withServices("openai", outline, offline))).toContain("Lamps");
      const finding = withServices("openai", find, offline);
      await expect(finding).rejects.toMatchObject({ code: "embedding-offline" });
      expect(guard.tried).toEqual([]);
    });
  },
);
