// What is said between charm and a language model: messages, a reply, and what it used.

export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/**
 * How the reply is written: `structured` is JSON after a schema that the endpoint enforces, `text` is a line protocol
 * that any model can keep to.
 */
export type Protocol = "structured" | "text";

/** A JSON schema with the name that endpoints want for it. */
export interface ReplySchema {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Tokens of one call. */
export interface CallUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** False where the endpoint reports nothing and the numbers are charm's own count. */
  readonly reported: boolean;
}

/** Tokens that a reply may have. */
export interface ReplyRoom {
  readonly usual: number;
  /** What it is raised to, once, when a reply found no room to end; the usual where the window has no more. */
  readonly most: number;
}

/** One question to a model, in either protocol. */
export interface ChatRequest {
  readonly messages: (protocol: Protocol) => readonly Message[];
  readonly schema: ReplySchema;
  readonly room: ReplyRoom;
  /** What to say when a reply does not keep to the protocol; the fault in a few words. */
  readonly remind: (protocol: Protocol, fault: string) => string;
  /** Name, version and digest of the prompt files. */
  readonly promptVersion: string;
  /** Digest of the evidence the prompt holds. */
  readonly evidence: string;
  /** The run goes on whatever comes of it, so that a failure is kept for the run that repeats it. */
  readonly spare: boolean;
}

/** How a reply came to its end: the endpoint said so, the room was used up, it just ended, or the line broke. */
export type ReplyEnd = "said" | "cut" | "unsaid" | "broken";

/** What a reader made of a reply; `whole` is false when something of it is missing, as far as the text tells. */
export interface ReadReply<T> {
  readonly value: T;
  readonly whole: boolean;
}

/**
 * Makes a value of a reply. One that did not come to its end is read as far as it is whole.
 * @throws MalformedReply when there is nothing to be made of it
 */
export type ReadText<T> = (text: string, protocol: Protocol, end: ReplyEnd) => ReadReply<T>;

/** Thrown by a reader of replies; the message says how one fails its protocol, in words that the model is told as well. */
export class MalformedReply extends Error {}

/** Where the size of a model's window is known from. */
export type WindowSource = "server" | "settings" | "known" | "assumed";

/** What goes on during a run; a command turns these into notes on stderr. */
export type ModelEvent =
  | { readonly kind: "calling"; readonly model: string; readonly promptTokens: number }
  | { readonly kind: "writing"; readonly characters: number }
  | { readonly kind: "waiting"; readonly seconds: number; readonly why: string }
  /** The endpoint (or the cache) does not offer something, and charm goes on without it. */
  | { readonly kind: "without"; readonly what: string }
  /** The reply found no room to end, and is asked for again with more. */
  | { readonly kind: "more-room"; readonly tokens: number }
  /** Evidence that the window has no room for; of an assumed window it is told that there is none, too. */
  | {
      readonly kind: "left-out";
      readonly passages: number;
      readonly window: number;
      readonly source: WindowSource;
    }
  /** Evidence was left out because the endpoint found the prompt too long. */
  | { readonly kind: "trimmed"; readonly passages: number }
  | { readonly kind: "revising"; readonly statements: number };
