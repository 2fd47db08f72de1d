#!/usr/bin/env node
// Starts charm: looks at the version of Node and the build, then hands over to dist/cli/main.js.
import { existsSync } from "node:fs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 16)) {
  console.error(`charm needs Node 20.16 or newer; this is ${process.versions.node}.`);
  process.exitCode = 2;
} else if (existsSync(new URL("../dist/cli/main.js", import.meta.url))) {
  const { hostProcess } = await import("../dist/cli/host-process.js");
  const { main } = await import("../dist/cli/main.js");
  process.exitCode = await main(hostProcess(process));
} else {
  console.error("charm is not built yet. Run: npm install");
  process.exitCode = 2;
}
