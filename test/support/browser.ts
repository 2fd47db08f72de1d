// Runs a script in a web page that charm wrote, in Chromium without a window.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** As it is called here; undefined where there is none. */
export const browser = ["chromium", "chromium-browser", "google-chrome", "chrome"].find(
  (name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0,
);

export interface PageView {
  /** Takes the page and the browser's profile. */
  readonly folder: string;
  /** Pixels. */
  readonly width?: number;
  readonly dark?: boolean;
}

/**
 * The page itself allows no script: the copy that is looked at does.
 * @param script elements, put at the end of the page
 * @returns what is the text of the page in the end
 */
export function runInBrowser(
  html: string,
  script: string,
  { folder, width = 1280, dark = false }: PageView,
): string {
  requireStyle(html);
  const file = join(folder, "page.html");
  const open = html.replace(policy, "").replace("</body>", () => `${script}</body>`);
  writeFileSync(file, open);
  const dom = execFileSync(
    browser ?? "",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      `--user-data-dir=${join(folder, "profile")}`,
      `--window-size=${width},900`,
      ...(dark ? ["--blink-settings=preferredColorScheme=0"] : []),
      "--virtual-time-budget=120000",
      "--dump-dom",
      pathToFileURL(file).href,
    ],
    { encoding: "utf8", maxBuffer: 100_000_000, stdio: ["ignore", "pipe", "ignore"] },
  );
  const text = /<body[^>]*>([^]*)<\/body>/.exec(dom)?.[1] ?? "";
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/** The copy has no policy, and would show a style that the page itself refuses. */
function requireStyle(html: string): void {
  const [allowed] = policy.exec(html) ?? [];
  const [, style] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
  if (allowed === undefined || style === undefined) return;
  const digest = createHash("sha256").update(style).digest("base64");
  if (!allowed.includes(`'sha256-${digest}'`)) throw new Error("The page refuses its own style.");
}
