// For tests: a proxy on loopback that lets calls through to one server, and a TLS server with a certificate of its own.
import { createServer, request as requestHttp, type IncomingMessage } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";

export interface ProxyServer {
  /** "127.0.0.1:4711" */
  readonly host: string;
  readonly port: number;
  /** Each call as it came: method, target and credentials. */
  readonly seen: readonly (readonly [method: string, target: string, credentials: string | null])[];
  readonly close: () => Promise<void>;
}

export interface ProxyOptions {
  /** Credentials it asks for, "user:password"; null for none. */
  readonly wants?: string | null;
  /** Status it refuses every call with; null to let calls through. */
  readonly refuses?: number | null;
}

/** @param port of the server on loopback that every host name stands for */
export async function startProxy(
  port: number,
  { wants = null, refuses = null }: ProxyOptions = {},
): Promise<ProxyServer> {
  const seen: [string, string, string | null][] = [];
  const sockets = new Set<Socket>();
  const judge = ({ method = "", url = "", headers }: IncomingMessage): number => {
    const given = headers["proxy-authorization"] ?? null;
    seen.push([method, url, given]);
    const basic = wants === null ? null : `Basic ${Buffer.from(wants).toString("base64")}`;
    return refuses ?? (given === basic ? 200 : 407);
  };
  const server = createServer((incoming, response) => {
    const status = judge(incoming);
    if (status !== 200) {
      response.writeHead(status).end("<html>no</html>");
      return;
    }
    const { pathname, search } = new URL(incoming.url ?? "");
    const { method = "GET", headers } = incoming;
    const onward = { host: "127.0.0.1", port, method, path: `${pathname}${search}`, headers };
    const passed = requestHttp(onward, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(passed);
  });
  server.on("connect", (incoming, socket: Socket) => {
    const status = judge(incoming);
    socket.write(`HTTP/1.1 ${status} x\r\n\r\n`);
    if (status !== 200) {
      socket.end();
      return;
    }
    const onward = connect(port, "127.0.0.1");
    for (const one of [socket, onward]) {
      sockets.add(one);
      one.on("error", () => {});
    }
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${own}`,
    port: own,
    seen,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers every call with JSON, over TLS, by a certificate for model.example that nobody has vouched for. */
export async function startSecureServer(body: unknown) {
  const server = createSecureServer({ key, cert }, (incoming, response) => {
    incoming.resume();
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// Made for these tests, and used for nothing else.
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgU7f2dLhiH9Y33pn2
GdybwTuaY21RtpUC6XWSCvSHrLyhRANCAAT7TmTYohQj2F2piajsPvOc+x+gN5xO
VytFlIxofz3h1Kru7ghTI4SjILFJMdLdvv0YSqO0bdaIoRCTMhmetvjy
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBpzCCAU2gAwIBAgIUTs/9XAkadq4cJKMtgJJlcQ7KsuwwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNbW9kZWwuZXhhbXBsZTAgFw0yNjExMzAyMzM1NDNaGA8yMTI2
MTEwNjIzMzU0M1owGDEWMBQGA1UEAwwNbW9kZWwuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABPtOZNiiFCPYXamJqOw+85z7H6A3nE5XK0WUjGh/PeHU
qu7uCFMjhKMgsUkx0t2+/RhKo7Rt1oihEJMyGZ62+PKjczBxMB0GA1UdDgQWBBQd
JuPDV7rENQnTG3FPJn4s79oQ8jAfBgNVHSMEGDAWgBQdJuPDV7rENQnTG3FPJn4s
79oQ8jAPBgNVHRMBAf8EBTADAQH/MB4GA1UdEQQXMBWCDW1vZGVsLmV4YW1wbGWH
BH8AAAEwCgYIKoZIzj0EAwIDSAAwRQIgGWTERrGNIP2AAX8ArGQfId90ZQ3ytk0L
oxM2FGuqRoACIQDkrJXE82G+4R4qI/8HYOTALftVEV2n4WnoNtbnf+V8+A==
-----END CERTIFICATE-----`;
