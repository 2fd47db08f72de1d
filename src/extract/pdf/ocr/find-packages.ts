// Finds the packages that text recognition needs, which charm does not install by itself.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CharmError } from "../../../errors.ts";
import { canDrawPages } from "../guarded-look.ts";

export interface OcrPackages {
  /** Names the program and the language data with their versions. */
  readonly id: string;
  /** Folder of the language data, which is packed. */
  readonly data: string;
}

const program = { name: "tesseract.js", wanted: "tesseract.js@7" };
const language = { name: "@tesseract.js-data/eng", wanted: "@tesseract.js-data/eng@1" };
const drawing = { name: "@napi-rs/canvas", wanted: "@napi-rs/canvas@0.1" };

/**
 * @param from URL of a module beside which they are looked for, and in the folders above it
 * @throws CharmError `ocr-not-installed`, which says what to install
 */
export function findOcrPackages(
  from: string = import.meta.url,
  canDraw: () => boolean = canDrawPages,
): OcrPackages {
  const require = createRequire(from);
  const found = [program, language].map(({ name }) => findPackage(require, name));
  const [tesseract, english] = found;
  if (!tesseract || !english || !canDraw()) {
    const missing = [
      ...[program, language].filter((_, at) => found[at] === null),
      ...(canDraw() ? [] : [drawing]),
    ];
    throw notInstalled(missing, from);
  }
  return {
    id: `${program.name} ${tesseract.version}, ${language.name} ${english.version}`,
    // The data of the one network that is used; the folder beside it also holds that of an older engine.
    data: join(english.folder, "4.0.0_best_int"),
  };
}

function findPackage(
  require: NodeJS.Require,
  name: string,
): { readonly folder: string; readonly version: string } | null {
  try {
    const path = require.resolve(`${name}/package.json`);
    const { version } = JSON.parse(readFileSync(path, "utf8")) as { readonly version: string };
    return { folder: dirname(path), version };
  } catch {
    return null;
  }
}

function notInstalled(
  missing: readonly { readonly name: string; readonly wanted: string }[],
  from: string,
): CharmError {
  const names = missing.map(({ name }) => name);
  const last = names.pop() ?? "";
  const list = names.length === 0 ? last : `${names.join(", ")} and ${last}`;
  const verb = missing.length === 1 ? "is" : "are";
  return new CharmError(
    "ocr-not-installed",
    `--ocr reads scanned pages with the packages ${program.name} and ${language.name}, which do not come with charm; ${list} ${verb} not installed.`,
    {
      hint: `${howToInstall(from)} ${missing.map(({ wanted }) => wanted).join(" ")}`,
    },
  );
}

/** In charm's own folder npm passes over what its package.json names as an optional peer, unless told as what to save it. */
function howToInstall(from: string): string {
  return from.includes("/node_modules/")
    ? "Install it where charm is installed (with -g if charm is):  npm install"
    : "Install it in the folder of charm:  npm install --save-dev";
}
