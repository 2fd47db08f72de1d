// What a reader of replies throws when a reply does not keep to its protocol.

/** The message says how, in a few words that the model is told as well. */
export class MalformedReply extends Error {}
