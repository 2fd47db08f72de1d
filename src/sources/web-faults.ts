// What becomes of an address that gives nothing: cannot be reached, is not what was asked for, or is too large.
import { CharmError } from "../errors.ts";
import { classifyFailure } from "../http/call-failure.ts";
import type { Redact } from "../http/redact.ts";

export function unreachable(url: string, why: string, cause?: unknown): CharmError {
  return new CharmError("source-unreachable", `${url} cannot be reached: ${why}.`, {
    hint: "Check the network and the proxy, and try again later.",
    cause,
  });
}

/** @param kept bytes of the file that the next run goes on from */
export function withKept(error: CharmError, kept: number): CharmError {
  const { code, message, cause } = error;
  if (code !== "source-unreachable" || kept === 0) return error;
  const hint = `Try again: the ${describeSize(kept)} that came are kept, and the next run goes on from there.`;
  return new CharmError(code, message, { hint, cause });
}

/** What was sent is not what was asked for. */
export function refused(url: string, why: string): CharmError {
  return new CharmError("source-refused", `${url} is not taken: ${why}.`, {
    hint: "Nothing was replaced. Look at the page in a browser.",
  });
}

export function tooLarge(url: string, most: number): CharmError {
  return new CharmError("source-too-large", `${url} has more than ${most / 1e6} MB.`, {
    hint: "Nothing was kept. Save it by hand if it is what you want.",
  });
}

/** What a call failed with, as the end of a sentence. */
export function tellFailure(error: unknown, redact: Redact): string {
  const { kind, detail } = classifyFailure(error, redact);
  const said = detail === "" ? "" : ` (${detail.replace(/\.$/, "")})`;
  switch (kind) {
    case "certificate":
      return `it shows a certificate that this machine does not trust${said}`;
    case "refused":
      return "nothing answers there";
    case "unreachable":
      return `no way leads there${said}`;
    case "connect-timeout":
      return "no connection stands in time";
    case "proxy":
      return detail.replace(/\.$/, "");
    default:
      return `the connection was lost${said}`;
  }
}

function describeSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
