// Which proxy a call goes through, as the usual variables say it.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { chooseProxy, readProxies } from "../../src/http/proxy.ts";

const choose = (address: string, env: Record<string, string>) =>
  chooseProxy(new URL(address), readProxies(env));
const proxy = "http://proxy.example:3128";

describe("chooseProxy", () => {
  test.each([
    ["https://model.example/v1", { HTTPS_PROXY: proxy }, true],
    ["https://model.example/v1", { https_proxy: proxy }, true],
    ["https://model.example/v1", { ALL_PROXY: proxy }, true],
    ["https://model.example/v1", { HTTP_PROXY: proxy }, false],
    ["http://model.example/v1", { HTTP_PROXY: proxy }, true],
    ["https://model.example/v1", { HTTPS_PROXY: "" }, false],
    ["https://model.example/v1", {}, false],
    ["http://localhost:11434/v1", { HTTP_PROXY: proxy }, false],
    ["http://127.0.0.1:8080/v1", { ALL_PROXY: proxy }, false],
    ["http://[::1]:8080/v1", { ALL_PROXY: proxy }, false],
  ] as const)("%s with %o: %s", (address, env, through) => {
    const chosen = choose(address, env);
    expect(chosen === null ? null : `${chosen.hostname}:${chosen.port}`).toBe(
      through ? "proxy.example:3128" : null,
    );
  });

  test.each([
    ["https://model.example/v1", "model.example", true],
    ["https://model.example/v1", "other.example, model.example", true],
    ["https://model.example/v1", ".example", true],
    ["https://model.example/v1", "*.example", true],
    ["https://model.example/v1", "example", true],
    ["https://model.example/v1", "*", true],
    ["https://MODEL.example/v1", "model.EXAMPLE", true],
    ["https://model.example:8443/v1", "model.example:8443", true],
    ["https://model.example/v1", "model.example:443", true],
    ["https://model.example/v1", "model.example:8443", false],
    ["https://notmodel.example/v1", "model.example", false],
    ["https://model.example.org/v1", "model.example", false],
    ["https://10.1.2.3/v1", "10.0.0.0/8", true],
    ["https://11.1.2.3/v1", "10.0.0.0/8", false],
    ["https://10.1.2.3/v1", "10.0.0.0/99", false],
    ["https://[fd00::1]/v1", "fd00::/8", true],
    ["https://[fd00::1]/v1", "fd00::1", true],
    ["https://model.example/v1", "", false],
  ])("%s with NO_PROXY=%s: left out %s", (address, except, leftOut) => {
    expect(choose(address, { HTTPS_PROXY: proxy, NO_PROXY: except }) === null).toBe(leftOut);
  });

  test("user and password become a header, and are secrets", () => {
    const chosen = choose("https://model.example/v1", {
      HTTPS_PROXY: "http://ada:p%40ss-word@proxy.example",
    });
    const credentials = Buffer.from("ada:p@ss-word").toString("base64");
    expect(chosen).toMatchObject({ port: 80, authorization: `Basic ${credentials}` });
    expect(chosen?.secrets).toEqual(["ada:p@ss-word", "p@ss-word", "p%40ss-word"]);
  });

  test.each(["socks5://ada:hunter22@proxy.example", "http://", "ht tp://ada:hunter22@x"])(
    "%s is refused, and not repeated",
    (address) => {
      const refused = (() => {
        try {
          return choose("https://model.example/v1", { HTTPS_PROXY: address });
        } catch (error) {
          return error;
        }
      })();
      expect(refused).toMatchObject({ code: "proxy-invalid", exitCode: 2 });
      expect(inspect(refused)).not.toContain("hunter22");
    },
  );
});
