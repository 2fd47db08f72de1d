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

/** What is done to a text: a closed list of verbs, since people offer each other other things. */
const writing =
  "add|adapt|adjust|amend|convert|create|draft|edit|expand|format|generate|include|prepare|produce|reformat|revise|reword|" +
  "rewrite|shorten|simplify|summari[sz]e|tailor|turn|update|write";

/**
 * How such programs offer to go on, whatever it is about, and how they speak of what they wrote. In a policy nobody offers
 * the reader a further draft of it.
 */
export const machinePatterns: readonly RegExp[] = [
  new RegExp(
    `\\byou(?:'d| would)? (?:also )?(?:like|want|need|prefer) me to (?:also )?(?:${writing})\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:i can|i could|shall i|should i) (?:also )?(?:${writing}) (?:this|the|it|a|an)\\b`,
    "i",
  ),
  /\bi(?:'ve| have) (?:drafted|rewritten|reworded|updated|revised|expanded|shortened|tailored|added|included) (?:\w+ ){1,3}(?:draft|policy|document|paragraphs?|sections?|template|text|version|wording)\b/i,
  /^(?:certainly|sure|absolutely|of course|great)[!,.]\s+(?:here|below|this)\b/i,
  /\bhere(?:'s| is| are) (?:a|an|the|your) (?:\w+ ){0,3}(?:draft|rewrite|rewording|version|template)\b/i,
];

/** What templates say of themselves, and how they tell whoever fills them in what to do. */
export const templatePatterns: readonly RegExp[] = [
  /\b(?:this|the following) is (?:only )?an? (?:general|generic|sample|model|example|draft|basic|standard) (?:policy )?template\b/i,
  /\b(?:this|the) (?:template|sample policy|model policy) (?:is|should|must|can|may|has|will|needs)\b/i,
  /\b(?:reviewed|checked) by an? (?:legal|qualified|appropriate) (?:professional|expert|adviser|advisor|solicitor)\b/i,
  /(?:^|[.:;!?\]–-]\s+)(?:please )?(?:adapt|adjust|amend|customi[sz]e|delete|edit|personali[sz]e|remove|replace|tailor) (?:this|these|the following|the above) (?:section|sections|paragraph|paragraphs|template|text|wording|page|policy|note|notes|sentence|box|table|instructions?)\b/i,
  /\b(?:note|guidance|instructions?|notes) (?:to|for) (?:the )?(?:user|users|author|authors|editor|manager completing|person completing)\b\s*:/i,
  /\byour (?:own )?(?:text|company name|organisation|logo|address) (?:goes |to go )?here\b/i,
  /\bdelete (?:as|if|where) (?:appropriate|applicable|not applicable|not required|not needed)\b/i,
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
