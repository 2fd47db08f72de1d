// Takes a failed call, where it went, and what the failure means to who called; gives the error a person reads.
import { CharmError, exitCodes } from "../errors.ts";
import type { CallFailure, FailureKind } from "./call-failure.ts";

export interface CallPlace {
  readonly model: string;
  /** Without query or key. */
  readonly baseUrl: string;
}

/** The code of the error and what to do about it; a message where the usual one does not say enough. */
type Meaning = readonly [code: string, hint: string, message?: string];

export type Explain = (failure: CallFailure, place: CallPlace) => Meaning;

/** Configuration at fault exits 2, an endpoint that fails exits 1. */
const atFault: ReadonlySet<FailureKind> = new Set([
  "busy",
  "loading",
  "server",
  "silent",
  "broken",
  "withheld",
  "too-long",
]);

export function explainCall(failure: CallFailure, place: CallPlace, explain: Explain): CharmError {
  const [code, hint, message] = explain(failure, place);
  const exitCode = atFault.has(failure.kind) ? exitCodes.unexpected : exitCodes.usage;
  return new CharmError(code, message ?? describe(failure, place), { hint, exitCode });
}

/** What the endpoint said, to stand behind a message. */
export const said = ({ detail }: CallFailure): string =>
  detail === "" ? "" : ` It said: ${detail}`;

export const host = ({ baseUrl }: CallPlace): string => new URL(baseUrl).host;

function describe(failure: CallFailure, place: CallPlace): string {
  const at = host(place);
  const status = failure.status === null ? "" : ` (${failure.status})`;
  const detail = said(failure);
  switch (failure.kind) {
    case "key":
      return `${at} does not accept the key${status}.${detail}`;
    case "parameter":
    case "request":
      return `${at} refuses what was asked of it${status}.${detail}`;
    case "loading":
      return `${at} was still loading its model after a minute.${detail}`;
    case "certificate":
      return `${at} shows a certificate that this machine does not trust.${detail}`;
    case "proxy":
      return failure.detail;
    case "busy":
      return `${at} asks to wait (429) and still did when tried again.${detail}`;
    case "quota":
      return `${at} says that the account has nothing left to spend.${detail}`;
    case "redirect":
      return `${at} sends calls on to another address${status}, and charm does not follow.`;
    case "refused":
      return `Nothing answers at ${place.baseUrl}.`;
    case "unreachable":
      return `${at} cannot be reached.${detail}`;
    case "connect-timeout":
      return `No connection to ${at} in time.`;
    default:
      return `${at} failed${status}, also when tried again.${detail}`;
  }
}
