// Takes a parsed web page; gives what its own style sheets say of each element that may hide it or strike it through.
import type { HTMLElement } from "node-html-parser";
import { setOfWords } from "../../lists.ts";

const telling = setOfWords(
  "display visibility opacity text-decoration text-decoration-line position clip clip-path overflow transform color background background-color background-image mso-hide",
);
/** Lengths tell only where they are next to nothing, or lead out of the page. */
const lengths = setOfWords("font-size text-indent margin-left left right top bottom width height");
const extreme = /^(?:-|0|\.|1(?:px|pt)?$)/;

/** Rules looked at: each is compared with every element of the page. */
const mostRules = 300;

/**
 * Later rules win, however exact their selectors are; what holds on paper, or under a condition, is passed over, and
 * so are selectors of states (`:hover`).
 */
export function readSheets(page: HTMLElement): ReadonlyMap<HTMLElement, Map<string, string>> {
  const found = new Map<HTMLElement, Map<string, string>>();
  const css = page
    .querySelectorAll("style")
    .filter((sheet) => /^(?:|all|screen)$/i.test(sheet.getAttribute("media") ?? ""))
    .map((sheet) => sheet.rawText)
    .join("\n");
  let rules = 0;
  for (const [selector, declarations] of readRules(css)) {
    rules += 1;
    if (rules > mostRules) break;
    for (const element of select(page, selector)) {
      const declared = found.get(element) ?? new Map<string, string>();
      for (const [name, value] of declarations) declared.set(name, value);
      found.set(element, declared);
    }
  }
  return found;
}

/** `color: red; top: 0` → color, top. What is declared later wins; `!important` changes nothing here. */
export function readDeclarations(text: string): [string, string][] {
  return text.split(";").flatMap((declaration): [string, string][] => {
    const at = declaration.indexOf(":");
    if (at < 0) return [];
    const value = declaration
      .slice(at + 1)
      .replace(/!\s*important/i, "")
      .trim()
      .toLowerCase();
    return [[declaration.slice(0, at).trim().toLowerCase(), value]];
  });
}

function readRules(css: string): [string, [string, string][]][] {
  const plain = css
    .replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, "")
    .replace(/@media\s+(?:all|screen)\s*\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}/gi, "$1")
    .replace(/@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g, "");
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(
    ([, selectors = "", body = ""]): [string, [string, string][]][] => {
      const declarations = readDeclarations(body).filter(
        ([name, value]) => telling.has(name) || (lengths.has(name) && extreme.test(value)),
      );
      if (declarations.length === 0) return [];
      const single = selectors.split(",").map((selector) => selector.trim());
      return single
        .filter((selector) => selector !== "" && !selector.includes(":"))
        .map((selector) => [selector, declarations]);
    },
  );
}

function select(page: HTMLElement, selector: string): HTMLElement[] {
  try {
    return page.querySelectorAll(selector);
  } catch {
    // No selector that is known here.
    return [];
  }
}
