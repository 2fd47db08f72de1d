// Takes text of a document; gives it so that nothing in it can pass for a part of the prompt.

/** Characters that show nothing or turn the direction of writing, and so can hide what a text says. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what it takes out
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/**
 * Keeps every letter and figure that can be seen, so that quotations are still found in the document. Taken apart are:
 * the marks by which chat templates tell roles apart (`<|im_start|>`, `[INST]`, `<<SYS>>`, `</s>`), tags, anything
 * shaped like an evidence key in brackets, and runs of the characters that delimiters are made of.
 */
export function neutralise(text: string): string {
  return text
    .normalize("NFC")
    .replace(unseen, "")
    .replace(control, " ")
    .replace(/<(?=[|<!/\p{L}])/gu, "‹")
    .replace(/(?<=[|>\p{L}\d/"'])>/gu, "›")
    .replace(/\[(\/?\s*(?:INST|SYS|TOOL_CALLS|AVAILABLE_TOOLS)\s*)\]/gi, "($1)")
    .replace(/\[(\s*k[0-9a-z]{4,}\s*)\]/gi, "($1)")
    .replace(/([=#*_~`])\1{3,}/g, "$1$1$1")
    .replace(/-{4,}/g, "---");
}

/** The same on one line and no longer than a heading is. */
export function neutraliseLine(text: string, most = 160): string {
  const line = neutralise(text)
    .replace(/["\s]+/g, " ")
    .trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
