// Secrets are taken out of any text, in every form they travel in.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/http/redact.ts";

describe("createRedactor", () => {
  test("takes out the secret in every form it travels in", () => {
    const redact = createRedactor(["p+ss/word=1"]);
    const forms = [
      "p+ss/word=1",
      "p%2Bss%2Fword%3D1",
      Buffer.from("p+ss/word=1").toString("base64"),
    ];
    for (const form of forms) expect(redact(`a ${form} b`)).not.toContain(form.replace(/=+$/, ""));
  });

  test("takes out what has the shape of a key, masked or not", () => {
    expect(createRedactor([])("Incorrect API key provided: sk-ab12****wxyz.")).toBe(
      "Incorrect API key provided: [key]",
    );
    expect(createRedactor([])("sent Bearer abcdef123")).toBe("sent [key]");
  });

  test("leaves the words that stand for no key", () => {
    expect(createRedactor(["ollama", null, ""])("ollama is not running")).toBe(
      "ollama is not running",
    );
  });
});
