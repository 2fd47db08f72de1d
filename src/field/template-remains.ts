// Words that stand in documents only because a template or a chat with a machine was not cleaned up.

/** What programs that write text say to whoever asked them, and leave in what is copied out. Compared without case. */
export const machineWords: readonly string[] = [
  "as an ai language model",
  "as a large language model",
  "as an ai assistant",
  "i hope this helps",
  "let me know if you would like",
  "let me know if you'd like",
  "would you like me to",
  "feel free to adjust",
  "feel free to modify",
  "feel free to customise",
  "feel free to customize",
  "here is a revised version",
  "here's a revised version",
  "here is a draft policy",
  "here's a draft policy",
  "here is an updated version",
  "here's an updated version",
  "certainly! here",
  "sure! here",
  "sure, here is",
  "of course! here",
  "my knowledge cutoff",
  "knowledge cut-off",
  "utm_source=chatgpt",
  "contentreference[oaicite",
  "oai_citation",
  "turn0search",
];

/** What templates say to whoever fills them in. */
export const templateWords: readonly string[] = [
  "lorem ipsum",
  "insert name here",
  "insert logo",
  "insert company name",
  "insert date here",
  "click here to enter text",
  "click or tap here to enter text",
  "click or tap to enter a date",
  "choose an item.",
  "type your text here",
  "your company name",
  "your organisation name",
  "name of organisation here",
];
