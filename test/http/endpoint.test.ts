// The address and key of an endpoint: what is refused, and that no error shows a secret.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { resolveEndpoint } from "../../src/http/endpoint.ts";

describe("resolveEndpoint", () => {
  test.each([
    ["no address", "not a url", "model-address-invalid"],
    ["another protocol", "ftp://example.org/v1", "model-address-invalid"],
    ["a password in the address", "https://me:hunter22@example.org/v1", "model-address-secret"],
  ])("%s", (_, baseUrl, code) => {
    let error: unknown;
    try {
      resolveEndpoint({ baseUrl, apiKey: null });
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code, exitCode: 2 });
    expect(inspect(error)).not.toContain("hunter22");
  });

  test("OpenAI's own address needs a key; another may do without", () => {
    expect(() => resolveEndpoint({ baseUrl: null, apiKey: "  " })).toThrow(/No key/);
    expect(resolveEndpoint({ baseUrl: "http://127.0.0.1:11434/v1/", apiKey: null })).toEqual({
      baseUrl: "http://127.0.0.1:11434/v1",
      origin: "http://127.0.0.1:11434",
      proxy: null,
      query: {},
      apiKey: null,
      keyHeader: {},
      secrets: [],
    });
  });

  test("a key with a line break is refused without showing it", () => {
    expect(() => resolveEndpoint({ baseUrl: "http://x/v1", apiKey: "ab\ncd" })).toThrow(
      /OPENAI_API_KEY holds characters that no key has/,
    );
  });
});
