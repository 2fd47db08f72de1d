// Takes the secrets of a run; gives a function that takes them out of any text.

/** Words that local servers accept in place of a key: they are no secret, and too common to blot out. */
const placeholders =
  /^(?:ollama|lm-?studio|llama|vllm|none|null|empty|no-?key|not-?needed|key|test|local|dummy|x+|\W*)$/i;
/** Keys as OpenAI and its like issue them, whole or masked by the endpoint ("sk-ab****yz"). */
const keyShapes = /\b(?:sk|pk|gsk|rk|xai|hf)[-_][\w*.…-]{6,}|\bBearer\s+[^\s"',;]{6,}/gi;

const redacted = "[key]";

export type Redact = (text: string) => string;

/** Blots out the secrets as written, as a URL would carry them, and as Basic credentials would; and whatever looks like a key. */
export function createRedactor(secrets: readonly (string | null | undefined)[]): Redact {
  const forms = secrets
    .filter((secret): secret is string => typeof secret === "string" && secret.length >= 4)
    .flatMap((secret) => (placeholders.test(secret) ? [] : formsOf(secret)));
  // Longest first, so that no form is cut by a shorter one inside it.
  const unique = [...new Set(forms)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return (text) =>
    unique.reduce((out, form) => out.replaceAll(form, redacted), text).replace(keyShapes, redacted);
}

function formsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64").replace(/=+$/, ""),
    JSON.stringify(secret).slice(1, -1),
  ];
}
