// Writes man/charm.1 from what the commands say of themselves. For maintainers; needs `npm run build`. A test holds the
// page against the program.
//
//   node scripts/write-man.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createProgram } from "../dist/cli/program.js";
import { renderManPage } from "./man/man-page.mjs";

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

function makeProgram() {
  const written = [];
  const writeOut = (text) => written.push(text);
  const handlers = {};
  const program = createProgram({
    handlers,
    version: "",
    width: 1000,
    writeOut,
    writeErr: () => {},
  });
  return { program, written };
}

const { version } = JSON.parse(read("package.json"));
const page = renderManPage(makeProgram, { version, guide: read("docs/cli.md") });
writeFileSync(new URL("../man/charm.1", import.meta.url), page);
