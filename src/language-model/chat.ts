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

/** One question to a model, in either protocol. */
export interface ChatRequest {
  readonly messages: (protocol: Protocol) => readonly Message[];
  readonly schema: ReplySchema;
  /** What to say when a reply does not keep to the protocol; the fault in a few words. */
  readonly remind: (protocol: Protocol, fault: string) => string;
  /** Name, version and digest of the prompt files. */
  readonly promptVersion: string;
  /** Digest of the evidence the prompt holds. */
  readonly evidence: string;
}

/** Thrown by a reader of replies; the message says how one fails its protocol, in words that the model is told as well. */
export class MalformedReply extends Error {}

/** What goes on during a run; a command turns these into notes on stderr. */
export type ModelEvent =
  | { readonly kind: "calling"; readonly model: string; readonly promptTokens: number }
  | { readonly kind: "writing"; readonly characters: number }
  | { readonly kind: "waiting"; readonly seconds: number; readonly why: string }
  /** The endpoint (or the cache) does not offer something, and charm goes on without it. */
  | { readonly kind: "without"; readonly what: string }
  /** Evidence was left out because the endpoint found the prompt too long. */
  | { readonly kind: "trimmed"; readonly passages: number }
  | { readonly kind: "revising"; readonly statements: number };
