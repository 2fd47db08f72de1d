// Takes how long an endpoint may be silent; gives a signal that is aborted when it was silent for longer.

/** Signs of life without a word may go on for so many times the time of silence. */
const patience = 10;
/** Milliseconds that usage may take after the reply has ended. */
const afterEnd = 3000;

export interface Silence {
  readonly signal: AbortSignal;
  /** Anything came in. */
  readonly heard: () => void;
  /** A word of the reply came in. */
  readonly spoken: () => void;
  /** The reply has ended. */
  readonly ended: () => void;
  readonly stop: () => void;
}

/** @param most milliseconds of silence */
export function watchSilence(most: number, now: () => number): Silence {
  const controller = new AbortController();
  let limit = most;
  let lastWord = now();
  const give = () => controller.abort(new Error("The endpoint is silent."));
  let timer = setTimeout(give, limit);
  const heard = () => {
    clearTimeout(timer);
    if (now() - lastWord > most * patience) give();
    else timer = setTimeout(give, limit);
  };
  return {
    signal: controller.signal,
    heard,
    spoken: () => (lastWord = now()),
    ended: () => {
      limit = Math.min(most, afterEnd);
      heard();
    },
    stop: () => clearTimeout(timer),
  };
}
