// The action for GitHub, read as one who wants to misuse it would, and its steps run as the runner runs them, without GitHub.
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../support/project.ts";
import { runProgram } from "../support/run-charm.ts";

interface Step {
  readonly name: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default: string }>
  >;
  readonly outputs: Readonly<
    Record<string, { readonly description: string; readonly value: string }>
  >;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Workflow {
  readonly permissions: Record<string, string>;
  readonly jobs: Record<
    string,
    { permissions: unknown; steps: (Step & { with?: Record<string, unknown> })[] }
  >;
}

const folder = join(root, ".github/actions/charm");
const text = await readFile(join(folder, "action.yml"), "utf8");
const action = parse(text) as Action;
const guide = await readFile(join(root, "docs/ci.md"), "utf8");
const workflows = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, one = ""]) => one);
const pinned = /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/;

describe("the action", () => {
  it("takes actions of others by the commit, and says which version that is", () => {
    const used = [...`${text}${workflows.join("")}`.matchAll(/uses: (\S+)(.*)/g)];
    const others = used.filter(([, name = ""]) => !name.startsWith("./"));
    expect(others.length).toBeGreaterThan(2);
    for (const [, name, comment] of others) {
      expect(name).toMatch(pinned);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  it("has no expression in a script, so that no input becomes one", () => {
    for (const { run = "", uses } of action.runs.steps) {
      expect(run).not.toContain("${{");
      expect(run === "" ? uses : run).toBeTruthy();
    }
    for (const workflow of workflows) {
      const { jobs } = parse(workflow) as Workflow;
      for (const { steps } of Object.values(jobs))
        for (const { run = "" } of steps) expect(run).not.toContain("${{");
    }
  });

  it("hands the token to the step that needs it, and to no other", () => {
    const [, ...others] = action.runs.steps.toReversed();
    expect(JSON.stringify(others)).not.toContain("token");
    expect(action.runs.steps.at(-1)?.env).toMatchObject({ GH_TOKEN: "${{ inputs.token }}" });
  });

  it("is described with all its inputs and outputs, and with no more rights than it needs", () => {
    for (const [name, { description }] of Object.entries({ ...action.inputs, ...action.outputs })) {
      expect(description).not.toBe("");
      expect(guide).toMatch(new RegExp(`^\\| \`${name}\` +\\|`, "m"));
    }
    const [workflow = ""] = workflows;
    const { permissions, jobs } = parse(workflow) as Workflow;
    expect(permissions).toEqual({});
    const [job] = Object.values(jobs);
    expect(job?.permissions).toEqual({ contents: "write", "pull-requests": "write" });
    const checkout = job?.steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkout?.with).toEqual({ "persist-credentials": false });
  });
});

describe("its steps", { timeout: 60_000 }, () => {
  let home: string;
  let work: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "charm-action-"));
    work = join(home, "work");
    await git("init", "--quiet", "--bare", "--initial-branch", "main", join(home, "origin.git"));
    await git("init", "--quiet", "--initial-branch", "main", work);
    await mkdir(join(work, "reports"));
    await writeFile(join(work, "reports/a.md"), "old\n");
    await writeFile(join(work, ".gitignore"), "node_modules/\n");
    await program(join(work, "node_modules/.bin/charm"), charm);
    await program(join(home, "bin/gh"), gh);
    await git("-C", work, "add", "--all");
    await git("-C", work, "commit", "--quiet", "--message", "Reports");
    await git("-C", work, "remote", "add", "origin", join(home, "origin.git"));
    await git("-C", work, "push", "--quiet", "origin", "main");
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  /** Tells what it was asked for; something is stale, and brought up to date once. */
  const charm = `#!/bin/sh
printf '%s|' "$@" >> "$HOME/asked"; echo >> "$HOME/asked"
[ "$1" = status ] && { echo "::warning file=a.md::stale"; exit 4; }
[ "$1" = refresh ] && ! grep -q new reports/a.md && { echo "Reports up to date" > "$3"; echo new > reports/a.md; }
echo "::error::said by a document"
`;
  /** Knows of the pull requests that the file holds, one a line. */
  const gh = `#!/bin/sh
printf '%s|' "$@" >> "$HOME/gh"; echo >> "$HOME/gh"
[ "$2" = list ] && cat "$HOME/open" 2> /dev/null
for last; do :; done
case $2 in create | edit) cp "$last" "$HOME/body" ;; esac
exit 0
`;

  async function program(path: string, script: string) {
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, script);
    await chmod(path, 0o755);
  }

  const author = (name: string) => ({
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: `${name}@example.org`,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: `${name}@example.org`,
  });

  async function git(...args: string[]) {
    const { code, stdout, stderr } = await runProgram("git", args, { cwd: home, env: author("a") });
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    return stdout.trim();
  }

  /** As the runner fills it in, with the defaults of the inputs; an expression that is not known here is an error. */
  function fill(value: string, inputs: Record<string, string>): string {
    const known: Record<string, string> = {
      "runner.temp": home,
      "github.action_path": folder,
      "github.ref_name": inputs["ref_name"] ?? "main",
      "github.repository": "a/b",
      ...Object.fromEntries(
        Object.entries(action.inputs).map(([name, input]) => [
          `inputs.${name}`,
          inputs[name] ?? input.default,
        ]),
      ),
    };
    return value.replaceAll(/\$\{\{ (.*?) \}\}/g, (_all, name: string) => {
      expect(Object.keys(known)).toContain(name);
      return known[name] ?? "";
    });
  }

  async function run(name: string, inputs: Record<string, string> = {}) {
    const step = action.runs.steps.find((one) => one.name === name);
    expect(step?.shell).toBe("bash");
    const env = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([key, value]) => [key, fill(value, inputs)]),
    );
    await writeFile(join(home, "output"), "");
    const path = [join(home, "bin"), process.env["PATH"]].join(delimiter);
    const ran = await runProgram(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? ""],
      {
        cwd: work,
        env: {
          PATH: path,
          HOME: home,
          GITHUB_ACTIONS: "true",
          npm_config_offline: "true",
          GITHUB_OUTPUT: join(home, "output"),
          ...env,
        },
      },
    );
    return { ...ran, output: await readFile(join(home, "output"), "utf8") };
  }
  const read = (name: string) => readFile(join(home, name), "utf8").catch(() => "");

  it("tell what is stale and commit it, with the defaults, and leave nothing else behind", async () => {
    const { code, output, stdout, stderr } = await run("Status and refresh");
    expect([code, output, stderr]).toEqual([0, "stale=true\n", ""]);
    expect(await read("asked")).toBe(
      `status|--format|github|--|.|\nrefresh|--output|${join(home, "charm-note.md")}|--|.|\n`,
    );
    expect(await git("-C", work, "log", "-1", "--format=%an %ae %cn %s")).toBe(
      "charm charm@users.noreply.github.com charm Reports up to date",
    );
    expect(await git("-C", work, "status", "--porcelain")).toBe("");
    expect(await git("-C", work, "config", "--local", "--list")).not.toContain("user.");
    // What charm says is a command to the runner; what documents say is none.
    const lines = stdout.split("\n");
    const stop = lines.findIndex((line) => line.startsWith("::stop-commands::"));
    const mark = lines[stop]?.slice("::stop-commands::".length);
    expect(mark).toMatch(/^[0-9a-f]{32}$/);
    expect(lines.indexOf("::warning file=a.md::stale")).toBeLessThan(stop);
    const said = lines.indexOf("::error::said by a document");
    expect(said).toBeGreaterThan(stop);
    expect(said).toBeLessThan(lines.indexOf(`::${mark}::`));
    const again = await run("Status and refresh");
    expect([again.code, again.output]).toEqual([0, "stale=false\n"]);
    expect(again.stdout).not.toContain(mark);
  });

  it("take inputs as names, whatever they hold", async () => {
    const paths = "reports/*.md --output=x $(touch pwned) `touch pwned` ;touch :(exclude)a";
    await run("Status and refresh", { paths });
    const asked = await read("asked");
    expect(asked).toContain(
      "--|reports/*.md|--output=x|$(touch|pwned)|`touch|pwned`|;touch|:(exclude)a|",
    );
    expect(await git("-C", work, "status", "--porcelain")).not.toContain("pwned");
  });

  it("fetch no program of that name where charm is not installed", async () => {
    const script = await readFile(join(folder, "refresh.sh"), "utf8");
    for (const called of `${text}${script}${guide}`.matchAll(/npx (\S+ )??charm\b/g))
      expect(called[1]).toBe("--no-install ");
    await rm(join(work, "node_modules"), { recursive: true });
    const { code, output } = await run("Status and refresh");
    expect([code === 0, output]).toEqual([false, ""]);
  });

  const open = () => run("Pull request", { token: "secret-token" });

  it("open a pull request, then bring it up to date, and keep the token to themselves", async () => {
    await run("Status and refresh");
    const { code, stdout, stderr } = await open();
    expect([code, `${stdout}${stderr}`]).toEqual([0, expect.not.stringContaining("secret-token")]);
    expect(await git("--git-dir", "origin.git", "rev-parse", "charm/refresh")).toBe(
      await git("-C", work, "rev-parse", "HEAD"),
    );
    expect(await read("gh")).toContain("pr|create|--base|main|--head|charm/refresh|--title|");
    expect(await read("body")).toBe("Reports up to date\n");
    expect(await git("-C", work, "config", "--list", "--show-origin")).not.toContain(
      "secret-token",
    );
    await git("-C", work, "reset", "--quiet", "--hard", "HEAD~1");
    await run("Status and refresh");
    await writeFile(join(home, "open"), "7\n");
    expect((await open()).code).toBe(0);
    expect(await read("gh")).toContain("pr|edit|7|--body-file|");
  });

  it("cut a note that GitHub would not take", async () => {
    await run("Status and refresh");
    await writeFile(join(home, "charm-note.md"), `${"é".repeat(50)}\n`.repeat(2000));
    await open();
    const body = await read("body");
    expect(Buffer.byteLength(body)).toBeLessThan(60_200);
    expect(body.endsWith("é\n\n… The rest is in the message of the commit.\n")).toBe(true);
  });

  it("never push over what somebody else committed", async () => {
    await git("-C", work, "push", "--quiet", "origin", "main:charm/refresh");
    const theirs = await git("-C", work, "rev-parse", "HEAD");
    await run("Status and refresh");
    const { code, stderr } = await open();
    expect([code, stderr]).toEqual([2, expect.stringContaining("somebody else's")]);
    expect(await git("--git-dir", "origin.git", "rev-parse", "charm/refresh")).toBe(theirs);
    expect(await read("gh")).toBe("");
  });

  it.each([
    ["main", "main"],
    // The default branch, for a run on another.
    ["main", "release"],
    ["release", "release"],
    ["-x", "main"],
    ["a..b", "main"],
    ["a b", "main"],
    ["refs\\x", "main"],
    ["", "main"],
  ])("refuse the branch “%s” to be merged into %s", async (branch, refName) => {
    await run("Status and refresh");
    // Its last commit is charm's too, once a pull request was merged.
    await git("-C", work, "push", "--quiet", "origin", "HEAD:main");
    const before = await git("--git-dir", "origin.git", "show-ref");
    const { code } = await run("Pull request", { token: "t", branch, ref_name: refName });
    expect(code).toBe(2);
    expect(await git("--git-dir", "origin.git", "show-ref")).toBe(before);
    expect(await read("gh")).toBe("");
  });
});
