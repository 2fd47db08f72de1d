// Takes what indexing tells and the homes of a run; gives it without the files of homes that the run is not for.
import { CharmError } from "../errors.ts";
import type { Homes } from "../homes/homes.ts";
import { isInScope, mayBeNamed, namesOthers, ownerOf } from "../homes/scope.ts";
import type { IndexEvent } from "../use-cases/events.ts";
import type { IndexedDocument } from "../use-cases/describe-indexed.ts";
import type { IndexOutcome } from "./services.ts";

/** Stands for the name of a file. */
const hidden = "a document of another home";

/** Progress counts all files, and names those that may be named. */
export function hideOthers(event: IndexEvent, homes: Homes): IndexEvent {
  if (event.kind === "reading" || event.kind === "pages" || event.kind === "picture")
    return mayBeNamed(event.file, homes) ? event : { ...event, file: hidden };
  if (event.kind !== "file" || mayBeNamed(event.result.file, homes)) return event;
  return { ...event, result: { ...event.result, file: hidden, problems: [] } };
}

/**
 * What is wrong with the corpus may be so in a file of another home: that is told without a word of it.
 * @throws CharmError the same, or one with the same code
 */
export async function hideInErrors<T>(work: Promise<T>, homes: Homes): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof CharmError) || !namesOthers(`${error.message} ${error.hint}`, homes))
      throw error;
    throw new CharmError(error.code, "Something is wrong with the documents of another home.", {
      hint: "`charm index --all-homes` says what it is.",
      exitCode: error.exitCode,
    });
  });
}

/** In a run for one home; otherwise all of it, each document with its home where there are homes. */
export function narrowOutcome(outcome: IndexOutcome, homes: Homes): IndexOutcome {
  const { list } = homes;
  const documents = outcome.documents.filter((document) => isListed(document, homes));
  const withHome = documents.map((document) => {
    // Law is for all, whatever folder it lies in.
    const owner = isInScope(asKnown(document), { list, choice: { kind: "none" } })
      ? null
      : ownerOf(document.file, list);
    return { ...document, home: owner?.name ?? null };
  });
  const mayTell = ({ file, message }: { readonly file: string; readonly message: string }) =>
    mayBeNamed(file, homes) && !namesOthers(`${file} ${message}`, homes);
  return {
    ...outcome,
    documents: list.length === 0 ? documents : withHome,
    // Facts of homes are read, though not as documents.
    unread: outcome.unread.filter(
      (one) => mayTell(one) && !list.some(({ factsInCorpus }) => factsInCorpus.includes(one.file)),
    ),
    problems: outcome.problems.filter(mayTell),
  };
}

function isListed(document: IndexedDocument, homes: Homes): boolean {
  if (homes.choice.kind !== "one") return true;
  return document.identity === null
    ? mayBeNamed(document.file, homes)
    : isInScope(asKnown(document), homes);
}

function asKnown({ file, identity }: IndexedDocument) {
  return { file, authority: identity?.authority ?? "other" };
}
