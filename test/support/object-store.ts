// Starts moto's S3 server (Python) on this machine, in memory, with one bucket: an object store that is not ours.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

const ways: readonly (readonly [string, ...string[]])[] = [
  ["moto_server"],
  ["python3", "-m", "moto.server"],
];

/** How it is started; null where it is not installed (`pip install "moto[server,s3]"`). */
export const motoCommand =
  ways.find(([command, ...args]) => spawnSync(command, [...args, "--help"]).status === 0) ?? null;

export interface ObjectStore {
  /** As charm takes it: s3://bucket/name. */
  readonly uri: (name: string) => string;
  /** Variables by which it is found. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => void;
}

export async function startObjectStore(): Promise<ObjectStore> {
  const [command = "", ...args] = motoCommand ?? [];
  const port = await findPort();
  const server = spawn(command, [...args, "-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await waitFor(endpoint, server);
  await fetch(`${endpoint}/library`, { method: "PUT" });
  return {
    uri: (name) => `s3://library/${name}`,
    env: {
      AWS_ENDPOINT: endpoint,
      AWS_ALLOW_HTTP: "true",
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "made-up",
      AWS_SECRET_ACCESS_KEY: "made-up",
    },
    stop: () => void server.kill(),
  };
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle) => {
    server.listen(0, "127.0.0.1", settle);
  });
  const address = server.address();
  await new Promise((settle) => server.close(settle));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function waitFor(endpoint: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.exitCode !== null) throw new Error(`moto ended with ${server.exitCode}`);
    const there = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (there) return;
    await delay(200);
  }
  throw new Error("moto does not answer");
}
