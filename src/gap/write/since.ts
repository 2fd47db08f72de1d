// Takes the JSON of an earlier run and a matrix; gives the rows whose verdict is another, and those that came or went.
import { duties } from "../../requirements/checklist.ts";
import { CharmError } from "../../errors.ts";
import { verdicts, type Duty, type GapMatrix, type GapRow, type Verdict } from "../matrix.ts";

/** A row of an earlier run that the set no longer has. */
export interface RemovedRow {
  readonly id: string;
  readonly document: string;
  readonly locator: string;
  readonly duty: Duty;
  readonly requirement: string;
  readonly was: Verdict;
}

/** A row with its verdict of the earlier run; null where it had none. */
export interface ChangedRow extends GapRow {
  readonly was: Verdict | null;
}

/** In the order of the set. */
export interface GapChanges {
  readonly rows: readonly ChangedRow[];
  readonly removed: readonly RemovedRow[];
}

export interface LastGap {
  readonly set: string;
  readonly rows: readonly RemovedRow[];
}

/**
 * Reads what `charm gap --json` printed.
 * @param file its name, for messages
 * @throws CharmError `since-unreadable`; `since-partial` for what `--since` itself printed
 */
export function readLastGap(text: string, file: string): LastGap {
  const unreadable = (cause?: unknown) =>
    new CharmError("since-unreadable", `${file} is not what charm gap --json prints.`, {
      hint: "Give the JSON of an earlier run:  charm gap … --json > last.json",
      cause,
    });
  let last: unknown;
  try {
    last = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw unreadable(cause);
  }
  if (!isObject(last) || !isObject(last["summary"]) || !Array.isArray(last["rows"]))
    throw unreadable();
  if ("removed" in last) {
    throw new CharmError("since-partial", `${file} holds only what changed in an earlier run.`, {
      hint: "Give the JSON of a run without --since.",
    });
  }
  const { set } = last["summary"];
  const rows = last["rows"].map(readRow);
  if (typeof set !== "string" || !rows.every((row) => row !== null)) throw unreadable();
  return { set, rows };
}

/** @throws CharmError `since-other-set` where the earlier run was of another set */
export function findChanges(last: LastGap, { rows, summary }: GapMatrix): GapChanges {
  if (last.set !== summary.set) {
    throw new CharmError(
      "since-other-set",
      `The last run was of the set ${last.set}, and this one is of ${summary.set}.`,
      { hint: "Give --since the JSON of an earlier run of the same set." },
    );
  }
  const before = new Map(last.rows.map((row) => [row.id, row.was]));
  const now = new Set(rows.map(({ id }) => id));
  return {
    rows: rows.flatMap((row) => {
      const was = before.get(row.id) ?? null;
      return was === row.verdict ? [] : [{ ...row, was }];
    }),
    removed: last.rows.filter(({ id }) => !now.has(id)),
  };
}

function readRow(row: unknown): RemovedRow | null {
  if (!isObject(row)) return null;
  const [id, document, locator, requirement] = ["id", "document", "locator", "requirement"].map(
    (key) => row[key],
  );
  const duty = duties.find((one) => one === row["duty"]);
  const was = verdicts.find((one) => one === row["verdict"]);
  if (duty === undefined || was === undefined) return null;
  if (typeof id !== "string" || typeof document !== "string") return null;
  if (typeof locator !== "string" || typeof requirement !== "string") return null;
  return { id, document, locator, duty, requirement, was };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
