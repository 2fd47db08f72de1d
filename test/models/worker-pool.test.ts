import { describe, expect, test } from "vitest";

import { createWorkerPool } from "../../src/models/worker-pool.ts";
import type { WorkerProcess } from "../../src/models/worker-process.ts";

interface Task {
  readonly items: readonly unknown[];
  readonly finish: () => void;
  readonly fail: (error: Error) => void;
}

type FakeJobs = { readonly vectors: (text: string) => Promise<Float32Array> };

interface FakeWorker extends WorkerProcess {
  readonly tasks: Task[];
  end(): void;
}

/** A worker that answers only when told to; an item's result is its number. */
function createFakeWorker(): FakeWorker {
  const tasks: Task[] = [];
  let alive = true;
  return {
    tasks,
    alive: () => alive,
    held: () => tasks.length,
    send: (_kind, items) =>
      new Promise<readonly unknown[]>((resolve, reject) => {
        const task: Task = {
          items,
          finish: () => {
            tasks.splice(tasks.indexOf(task), 1);
            resolve(items.map((item) => Float32Array.of(Number(item))));
          },
          fail: reject,
        };
        tasks.push(task);
      }),
    stop: async () => {
      alive = false;
    },
    end: () => {
      alive = false;
      for (const task of tasks.splice(0)) task.fail(new Error("worker ended"));
    },
  };
}

function createFakePool(size: number) {
  const workers: FakeWorker[] = [];
  const start = (): FakeWorker => {
    const worker = createFakeWorker();
    workers.push(worker);
    return worker;
  };
  const pool = createWorkerPool<FakeJobs>(size, start);
  const finishAll = async (): Promise<void> => {
    while (workers.some(({ tasks }) => tasks.length > 0)) {
      // The last first, so that answers come back out of order.
      for (const { tasks } of workers.toReversed()) tasks.at(-1)?.finish();
      await new Promise(setImmediate);
    }
  };
  return { pool, workers, finishAll };
}

const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i));

describe("a worker pool", () => {
  test("starts no worker before there is something to do", async () => {
    const { pool, workers } = createFakePool(2);
    expect(await pool.run("vectors", [])).toEqual([]);
    expect(workers).toHaveLength(0);
  });

  test("starts its workers once when told that there will be something to do", async () => {
    const { pool, workers, finishAll } = createFakePool(2);
    pool.prepare();
    expect(workers).toHaveLength(2);
    const results = pool.run("vectors", numbers(4));
    await finishAll();
    expect(await results).toHaveLength(4);
    expect(workers).toHaveLength(2);
  });

  test("gives results in the order of the texts, whoever is done first", async () => {
    const { pool, finishAll } = createFakePool(3);
    const results = pool.run("vectors", numbers(101));
    await finishAll();
    expect((await results).map((vector) => vector[0])).toEqual(numbers(101).map(Number));
  });

  test("spreads even a few texts over the workers, and holds the rest back", async () => {
    const { pool, workers, finishAll } = createFakePool(2);
    const few = pool.run("vectors", numbers(4));
    expect(workers.map(({ tasks }) => tasks.length)).toEqual([2, 2]);
    await finishAll();
    await few;
    const many = pool.run("vectors", numbers(1000));
    expect(workers.map(({ tasks }) => tasks.length)).toEqual([12, 12]);
    expect(workers.flatMap(({ tasks }) => tasks.map(({ items }) => items.length))).toEqual(
      Array(24).fill(8),
    );
    await finishAll();
    await many;
  });

  test("drops what is queued when aborted, and works on for others", async () => {
    const { pool, workers, finishAll } = createFakePool(1);
    const controller = new AbortController();
    const reason = new Error("enough");
    const dropped = pool.run("vectors", numbers(400), controller.signal);
    const kept = pool.run("vectors", ["7"]);
    controller.abort(reason);
    await expect(dropped).rejects.toBe(reason);
    expect(workers[0]?.tasks).toHaveLength(12);
    let answered = 0;
    while ((workers[0]?.tasks.length ?? 0) > 0) {
      workers[0]?.tasks[0]?.finish();
      answered += 1;
      await new Promise(setImmediate);
    }
    expect(answered).toBe(13);
    expect((await kept)[0]?.[0]).toBe(7);
    await finishAll();
  });

  test("does not begin when the signal is already aborted", async () => {
    const { pool, workers } = createFakePool(1);
    const reason = new Error("never");
    await expect(pool.run("vectors", ["1"], AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(workers).toHaveLength(0);
  });

  test("fails when a worker ends, and starts another for the next texts", async () => {
    const { pool, workers, finishAll } = createFakePool(1);
    const failing = pool.run("vectors", numbers(100));
    workers[0]?.end();
    await expect(failing).rejects.toThrow("worker ended");
    const next = pool.run("vectors", ["5"]);
    await finishAll();
    expect((await next)[0]?.[0]).toBe(5);
    expect(workers).toHaveLength(2);
  });

  test("refuses what is queued and what comes after it is closed", async () => {
    const { pool, workers } = createFakePool(1);
    const open = pool.run("vectors", numbers(100));
    await pool.close();
    await expect(open).rejects.toMatchObject({ code: "embedder-closed" });
    await expect(pool.run("vectors", ["1"])).rejects.toMatchObject({ code: "embedder-closed" });
    expect(workers.map((worker) => worker.alive())).toEqual([false]);
  });
});
