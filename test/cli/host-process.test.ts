import { EventEmitter } from "node:events";
import { afterEach, describe, expect, it, vi } from "vitest";
import { hostProcess } from "../../src/cli/host-process.ts";

function fakeProcess() {
  const exits: unknown[] = [];
  const host = Object.assign(new EventEmitter(), {
    argv: ["node", "charm.js", "ask", "Who?"],
    stdin: new EventEmitter(),
    stdout: new EventEmitter(),
    stderr: new EventEmitter(),
    env: { CHARM_CORPUS: "x" },
    cwd: () => "/home",
    pid: 7,
    kill: (...sent: unknown[]) => exits.push(sent),
  });
  return { host: host as unknown as NodeJS.Process & EventEmitter, exits };
}

afterEach(() => vi.useRealTimers());

describe("hostProcess", () => {
  it("hands over the arguments after the script, environment and folder", () => {
    const { host } = fakeProcess();
    expect(hostProcess(host)).toMatchObject({
      argv: ["ask", "Who?"],
      env: { CHARM_CORPUS: "x" },
      cwd: "/home",
    });
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "asks to stop at the first %s, and ends at the second",
    (name) => {
      const { host, exits } = fakeProcess();
      const { signal } = hostProcess(host);
      expect(signal.aborted).toBe(false);
      host.emit(name);
      expect([signal.aborted, exits]).toEqual([true, []]);
      host.emit(name);
      expect([exits, host.listenerCount(name)]).toEqual([[[7, "SIGINT"]], 0]);
    },
  );

  it("ends a run that does not stop when it is asked to", () => {
    vi.useFakeTimers();
    const { host, exits } = fakeProcess();
    hostProcess(host);
    host.emit("SIGINT");
    vi.advanceTimersByTime(1400);
    expect(exits).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(exits).toEqual([[7, "SIGINT"]]);
  });

  it("says that its folder is gone, once that is asked for", () => {
    const { host } = fakeProcess();
    host.cwd = () => {
      throw new Error("ENOENT: no such file or directory, uv_cwd");
    };
    const options = hostProcess(host);
    expect(() => options.cwd).toThrow(
      "The folder that charm was started in is not there any more.",
    );
  });

  it("lets a reader of its output go away", () => {
    const { host } = fakeProcess();
    hostProcess(host);
    const gone = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    expect(() => host.stdout.emit("error", gone)).not.toThrow();
    expect(() => host.stderr.emit("error", gone)).not.toThrow();
  });
});
