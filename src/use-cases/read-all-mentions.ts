// Takes a library with all its documents in; gives what they refer to, document by document.
import type { MentionSource } from "../library/library.ts";
import { readMentions } from "../references/read-mentions.ts";
import { openReferences } from "./open-references.ts";

/** For {@link LibraryWriter.finish}. What is read depends on the documents alone, not on the order in which they came. */
export const readAllMentions: MentionSource = async function* (library) {
  const reader = await openReferences(library);
  for (const { id } of library.documents) {
    const passages = await library.passagesOf(id);
    yield passages.flatMap((passage) => readMentions(passage, reader));
  }
};
