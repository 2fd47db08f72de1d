// Carries out `charm index`: brings the library up to date, with a recogniser of scanned pages where one is asked for.
import type { Embedder } from "../embed/embedder.ts";
import type { Recogniser } from "../extract/pdf/ocr/recogniser.ts";
import type { Home, Homes } from "../homes/homes.ts";
import type { Settings } from "../settings/settings.ts";
import type { LibraryPlace, OpenDeps } from "../use-cases/open-up-to-date.ts";
import { hideInErrors, narrowOutcome } from "./narrow-outcome.ts";
import type { Hooks, IndexOutcome, IndexServiceRequest } from "./services.ts";

interface IndexRun {
  readonly settings: Settings;
  readonly place: LibraryPlace;
  readonly homes: Homes;
  /** Embeds questions. */
  readonly embedder: Embedder;
  readonly openDeps: (hooks: Hooks) => OpenDeps;
}

/** @throws CharmError as `bringUpToDate`, `findOcrPackages` and `openRecogniser` */
export async function indexFiles(
  { settings, place, homes, embedder, openDeps }: IndexRun,
  { ocr, ...request }: IndexServiceRequest,
  hooks: Hooks,
): Promise<IndexOutcome> {
  const { bringUpToDate } = await import("../use-cases/open-up-to-date.ts");
  // A rebuild deletes the old library first: a model that does not work must be told of before.
  if (request.rebuild && settings.embedding.kind !== "built-in") {
    await embedder.embed(["trial"], hooks.signal);
  }
  const { checkFacts } = await import("../homes/check-facts.ts");
  await checkFacts(homes);
  const { choice } = homes;
  // What is wrong is told by `charm index` without a home, which is for all of them.
  const mayFail = (owner: Home) => choice.kind === "one" && owner !== choice.home;
  const recogniser = ocr ? await openOcr(hooks.signal) : undefined;
  try {
    const deps = { ...openDeps(hooks), recogniser };
    const work = bringUpToDate({ ...place, ...request, retry: true, mayFail }, deps);
    const { library, ...outcome } = await hideInErrors(work, homes);
    library.close();
    return narrowOutcome(outcome, homes);
  } finally {
    await recogniser?.close();
  }
}

async function openOcr(signal: AbortSignal): Promise<Recogniser> {
  const { findOcrPackages } = await import("../extract/pdf/ocr/find-packages.ts");
  const { openRecogniser } = await import("../extract/pdf/ocr/open-recogniser.ts");
  return openRecogniser(findOcrPackages(), signal);
}
