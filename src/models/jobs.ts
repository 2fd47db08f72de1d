// What a model can be asked to do, and what it is to whoever asks, in this process or in others.
/** Jobs by their kind; each takes one item, such as a text or a pair of texts, and gives its result. */
export type Jobs = Readonly<Record<string, (item: never) => Promise<unknown>>>;

export type Kind<J extends Jobs> = keyof J & string;
export type JobItem<J extends Jobs, K extends Kind<J>> = Parameters<J[K]>[0];
export type Result<J extends Jobs, K extends Kind<J>> = Awaited<ReturnType<J[K]>>;

export interface Work<J extends Jobs> {
  /** Begins to load what the first items will need, where that takes time, and returns at once. */
  prepare(): void;
  /**
   * One result for each item, in order.
   * @throws the signal's reason when aborted; CharmError when closed, or a worker fails
   */
  run<K extends Kind<J>>(
    kind: K,
    items: readonly JobItem<J, K>[],
    signal?: AbortSignal,
  ): Promise<Result<J, K>[]>;
  /** Ends the work at once. */
  close(): Promise<void>;
}
