// Takes a report; gives it in another form, and a web page with the pages that it cites, from the library as it stands.
import type { DocumentControl } from "../export/blocks.ts";
import { exportReport, type ExportRequest } from "../export/export-report.ts";
import type { CitedPage } from "../export/html/pages/cited-page.ts";
import { openLibrary } from "../library/open-library.ts";
import { exportFile, type ReportFiles } from "../use-cases/export-report.ts";
import { showCitedPages } from "../use-cases/show-cited-pages.ts";
import { narrowLibrary } from "./narrow-library.ts";
import type { RunDeps } from "./run-deps.ts";
import type { Hooks } from "./services.ts";

type ShowPages = NonNullable<ExportRequest["showPages"]>;

/** @throws CharmError as `exportFile` */
export async function exportWithPages(
  run: RunDeps,
  files: ReportFiles,
  control: DocumentControl,
  hooks: Hooks,
): Promise<Uint8Array> {
  const running = { home: homeOf(run), control, showPages: pagesFrom(run, hooks) };
  return exportFile(files, running, hooks.signal);
}

/** A report that was just made, as a web page, and where its quotes stand on the pages. */
export async function writeWebPage(
  run: RunDeps,
  markdown: string,
  hooks: Hooks,
): Promise<{ readonly bytes: Uint8Array; readonly pages: readonly CitedPage[] }> {
  let pages: readonly CitedPage[] = [];
  const show = pagesFrom(run, hooks);
  const bytes = await exportReport({
    markdown,
    format: "html",
    home: homeOf(run),
    showPages: async (text) => (pages = await show(text)),
  });
  return { bytes, pages };
}

/** Nothing is indexed for it: where there is no library, or one that cannot be used, no pages are shown. */
function pagesFrom({ settings, homes }: RunDeps, { signal }: Hooks): ShowPages {
  return async (text) => {
    if (text.sources.length === 0) return [];
    const held = await openLibrary(settings.index, null).catch(() => null);
    if (held === null) return [];
    const library = narrowLibrary(held, homes, { refuse: undefined, onOwnLeftOut: () => {} });
    try {
      return await showCitedPages(text, { library, corpus: settings.corpus, signal });
    } finally {
      library.close();
    }
  };
}

function homeOf({ homes }: RunDeps): string | null {
  return homes.choice.kind === "one" ? homes.choice.home.name : null;
}
