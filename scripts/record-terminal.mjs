// Makes docs/start.svg: the first commands of the README as a terminal shows them, with charm's own sample.
// For maintainers; needs `npm run build`.
//
//   node scripts/record-terminal.mjs            runs the commands and writes
//   node scripts/record-terminal.mjs --check    runs them, and compares with what is there
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "docs/start.svg");

/** Columns of the terminal, and lines that are shown of each output. */
const columns = 84;
const commands = [
  { args: ["init"], lines: 20 },
  { args: ["ask", "How soon must we tell Ofsted about a serious event?", "--brief"], lines: 24 },
  { args: ["show", "reg 40(4)"], lines: 16 },
];

/** Pixels. */
const [advance, leading, padding, size] = [8.4, 20, 20, 14];

const folder = mkdtempSync(join(tmpdir(), "charm-record-"));
try {
  const lines = commands.flatMap(({ args, lines: most }) => {
    const typed = args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)).join(" ");
    const shown = wrap(run(args)).slice(0, most);
    return [{ prompt: true, text: `charm ${typed}` }, ...shown, { prompt: false, text: "" }];
  });
  const svg = draw(lines);
  if (!values.check) writeFileSync(target, svg);
  else if (readFileSync(target, "utf8") !== svg) {
    console.error(`${target} is not what the script makes.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(args) {
  const { stdout, error } = spawnSync(
    process.execPath,
    [join(root, "bin/charm.js"), ...args, "--quiet"],
    {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: folder, LANG: "C.UTF-8", COLUMNS: String(columns) },
    },
  );
  if (error) throw error;
  return stdout.trimEnd();
}

/** As a terminal breaks what is longer than its lines. */
function wrap(text) {
  return text.split("\n").flatMap((line) => {
    const pieces = [];
    let rest = line;
    while (rest.length > columns) {
      const at = rest.lastIndexOf(" ", columns);
      const cut = at > columns / 2 ? at : columns;
      pieces.push(rest.slice(0, cut));
      rest = rest.slice(cut).trimStart();
    }
    return [...pieces, rest].map((piece) => ({ prompt: false, text: piece }));
  });
}

function draw(lines) {
  const [width, height] = [columns * advance + 2 * padding, lines.length * leading + 2 * padding];
  const rows = lines.map(({ prompt, text }, at) => {
    const y = padding + (at + 0.75) * leading;
    const words = prompt ? `<tspan class="p">$ </tspan>${escape(text)}` : escape(text);
    return text === ""
      ? ""
      : `<text x="${padding}" y="${y}"${prompt ? ' class="c"' : ""}>${words}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="charm in a terminal: a sample set up, a question answered, a provision shown">
<style>text{font:${size}px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#d8dee9;white-space:pre}.p{fill:#a3be8c}.c{font-weight:bold;fill:#fff}</style>
<rect width="100%" height="100%" rx="8" fill="#1e222a"/>
${rows.filter((row) => row !== "").join("\n")}
</svg>
`;
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
