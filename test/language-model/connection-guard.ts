// Watches every connection that this process opens, and stops those that go anywhere but where they are allowed to.
import dns from "node:dns";
import net from "node:net";
import { vi } from "vitest";

export interface ConnectionGuard {
  /** `host:port` of each connection that was tried, allowed or not. */
  readonly tried: readonly string[];
  readonly refused: readonly string[];
}

/** Undone by vitest's `restoreMocks`. @param ports of 127.0.0.1 that may be connected to */
export function guardConnections(ports: readonly number[]): ConnectionGuard {
  const tried: string[] = [];
  const refused: string[] = [];
  const connect = Object.getOwnPropertyDescriptor(net.Socket.prototype, "connect")
    ?.value as typeof net.Socket.prototype.connect;
  vi.spyOn(net.Socket.prototype, "connect").mockImplementation(function guarded(
    this: net.Socket,
    ...args: unknown[]
  ) {
    const [first] = args.flat() as [unknown];
    const {
      host = "localhost",
      port = 0,
      path,
    } = (typeof first === "object" && first !== null ? first : { port: first }) as {
      host?: string;
      port?: number | string;
      path?: string;
    };
    const place = path ?? `${host}:${port}`;
    tried.push(place);
    if (host !== "127.0.0.1" || !ports.includes(Number(port))) {
      refused.push(place);
      throw new Error(`A connection to ${place} was tried.`);
    }
    return connect.apply(this, args as never);
  } as typeof connect);
  vi.spyOn(dns, "lookup").mockImplementation(((host: string, ...rest: unknown[]) => {
    refused.push(`name ${host}`);
    const callback = rest.at(-1) as (error: Error) => void;
    callback(new Error(`The name ${host} was looked up.`));
  }) as unknown as typeof dns.lookup);
  return { tried, refused };
}
