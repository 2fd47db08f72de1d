// Takes a parsed web page; gives what its own style sheets say of each element that may hide it or strike it through.
import type { HTMLElement } from "node-html-parser";
import { setOfWords } from "../../lists.ts";
import {
  type Declaration,
  endOfString,
  readDeclarations,
  splitAt,
  withoutComments,
} from "./html-declarations.ts";

const telling = setOfWords(
  "display visibility content-visibility opacity filter zoom scale translate text-decoration text-decoration-line position clip clip-path overflow overflow-x overflow-y transform color -webkit-text-fill-color background background-color background-image mso-hide list-style-type font-size text-indent margin-left margin-top left right top bottom width height max-width max-height",
);

/** Rules looked at: each is compared with every element of the page. */
const mostRules = 300;
/** Blocks within blocks. */
const deepest = 10;

interface Rule {
  readonly selector: string;
  readonly declarations: readonly Declaration[];
}

/** What is declared of an element. */
export type Declared = Map<string, Declaration>;

/**
 * Of two rules the more exact wins, then the later; what holds on paper, or under a condition, is passed over, and so
 * are selectors of states (`:hover`).
 */
export function readSheets(page: HTMLElement): ReadonlyMap<HTMLElement, Declared> {
  const found = new Map<HTMLElement, Declared>();
  const css = page
    .querySelectorAll("style")
    .filter((sheet) => /^(?:|all|screen)$/i.test(sheet.getAttribute("media") ?? ""))
    .map((sheet) => sheet.rawText)
    .join("\n");
  const rules = readRules(withoutComments(css).replace(/<!--|-->/g, " "))
    .slice(0, mostRules)
    .sort((a, b) => weigh(a.selector) - weigh(b.selector));
  for (const { selector, declarations } of rules) {
    for (const element of select(page, selector)) {
      const declared: Declared = found.get(element) ?? new Map();
      declare(declared, declarations);
      found.set(element, declared);
    }
  }
  return found;
}

/** Adds declarations that come later, or are more exact. */
export function declare(declared: Declared, declarations: readonly Declaration[]): void {
  for (const one of declarations)
    if (one.important || declared.get(one.name)?.important !== true) declared.set(one.name, one);
}

function weigh(selector: string): number {
  const count = (sign: RegExp) => selector.match(sign)?.length ?? 0;
  return count(/#/g) * 10_000 + count(/[.[]|:(?!:)/g) * 100 + count(/(?:^|[\s>+~(])[a-z]/gi);
}

function readRules(css: string, depth = 0): Rule[] {
  const rules: Rule[] = [];
  let from = 0;
  for (let at = 0; at < css.length; at += 1) {
    const char = css.charAt(at);
    if (char === "\\") at += 1;
    else if (char === '"' || char === "'") at = endOfString(css, at);
    else if (char === ";" || char === "}") from = at + 1;
    else if (char === "{") {
      const end = endOfBlock(css, at);
      rules.push(...readBlock(css.slice(from, at).trim(), css.slice(at + 1, end), depth));
      from = end + 1;
      at = end;
    }
  }
  return rules;
}

function endOfBlock(css: string, from: number): number {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    const char = css.charAt(at);
    if (char === "\\") at += 1;
    else if (char === '"' || char === "'") at = endOfString(css, at);
    else if (char === "{") depth += 1;
    else if (char === "}") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return css.length;
}

/** Layers, and what every browser supports, are no conditions. */
const holding = /^@(?:media\s+(?:only\s+)?(?:all|screen)|layer\b[^{]*|supports(?!\s+not\b)[^{]*)$/i;

function readBlock(prelude: string, body: string, depth: number): Rule[] {
  if (prelude.startsWith("@"))
    return depth < deepest && holding.test(prelude) ? readRules(body, depth + 1) : [];
  const declarations = readDeclarations(body).filter(
    ({ name }) => telling.has(name) || name.startsWith("--"),
  );
  if (declarations.length === 0) return [];
  return splitAt(prelude, ",")
    .map((selector) => selector.trim())
    .filter((selector) => selector !== "" && !hasState(selector))
    .map((selector) => ({ selector, declarations }));
}

/** Pseudo-classes that say how a page is made up, not what is done with it. */
const made = setOfWords(
  "root not is where has empty first-child last-child only-child nth-child nth-last-child first-of-type last-of-type only-of-type nth-of-type nth-last-of-type",
);

function hasState(selector: string): boolean {
  // Bounded, since many that open and never close would take long.
  const pseudo = selector.replace(/\[[^\]]{0,500}\]/g, "").matchAll(/:(:?[\w-]*)/g);
  return [...pseudo].some(([, name = ""]) => !made.has(name.toLowerCase()));
}

function select(page: HTMLElement, selector: string): HTMLElement[] {
  if (/^:root$/i.test(selector)) return [page.querySelector("html") ?? page];
  try {
    return page.querySelectorAll(selector);
  } catch {
    // No selector that is known here.
    return [];
  }
}
