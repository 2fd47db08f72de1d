// What adds up to how likely a unit speaks of a requirement, and a row is found and complete; fitted by
// scripts/fit-gap.mjs (docs/gap.md).

/** What is known of a unit next to a requirement; nearness from -1 to 1. */
export interface UnitFeatures {
  /** Of its tokens to the ways in which plans speak of what is asked. */
  readonly nearPlan: number;
  /** Of its tokens, and those of its neighbours in the section, to the words of the provision. */
  readonly lawAround: number;
  /** By how much its tokens come nearer to another requirement, and to another provision. */
  readonly behindAsked: number;
  readonly behindLaw: number;
  /** By how much it is more like the ways of speaking of another requirement; and more than on average. */
  readonly behindPlan: number;
  readonly abovePlan: number;
  /** Share of one way of speaking that stands there, word by word. */
  readonly saysPlan: number;
  /** Likeness of its section as a whole to the ways of speaking. */
  readonly planSection: number;
}

/** What is known of the units that speak of a requirement, together. */
export interface RowFeatures {
  /** Logarithm of the odds that the best of them speaks of it. */
  readonly best: number;
  /** Share of what is asked that they speak of. */
  readonly share: number;
  /** Nearness of the limb that they come least near to. */
  readonly leastLimb: number;
  /** Shares of the things and of the recipients that they do not name. */
  readonly itemsAbsent: number;
  readonly recipientsAbsent: number;
  /** 1 where they give another time than is asked for, none at all, or do not say "at once", "before" or "on request". */
  readonly limitOther: number;
  readonly limitAbsent: number;
  readonly turnAbsent: number;
  /** 1 where no record, name, way of getting a text, or date of review is told. */
  readonly recordAbsent: number;
  readonly nameAbsent: number;
  readonly accessAbsent: number;
  readonly dateAbsent: number;
}

type Weights<F> = Readonly<Record<keyof F, number>> & { readonly constant: number };

/** Logarithm of the odds. */
export function addUp<F extends object>(weights: Weights<F>, features: F): number {
  const names = Object.keys(features) as (keyof F & string)[];
  return names.reduce(
    (sum, name) => sum + weights[name] * (features[name] as number),
    weights.constant,
  );
}

export const unitWeights: Weights<UnitFeatures> = {
  nearPlan: 1,
  lawAround: 1,
  behindAsked: 1,
  behindLaw: 1,
  behindPlan: 1,
  abovePlan: 1,
  saysPlan: 1,
  planSection: 1,
  constant: 0,
};

/** How rows are judged. */
export interface RowModel {
  /** Whether something of what is asked stands there; and, where it does, whether all of it does. */
  readonly found: Weights<RowFeatures>;
  readonly complete: Weights<RowFeatures>;
  /**
   * Likelihoods from which something of a row stands there, all of it does, what is wrong with a unit tells of the row,
   * and the row is met. Chosen on development rows: a "met" that is false costs most.
   */
  readonly least: {
    readonly found: number;
    readonly whole: number;
    readonly flawed: number;
    readonly met: number;
  };
}

const even: Weights<RowFeatures> = {
  best: 1,
  share: 0,
  leastLimb: 0,
  itemsAbsent: 0,
  recipientsAbsent: 0,
  limitOther: 0,
  limitAbsent: 0,
  turnAbsent: 0,
  recordAbsent: 0,
  nameAbsent: 0,
  accessAbsent: 0,
  dateAbsent: 0,
  constant: 0,
};

export const rowModel: RowModel = {
  found: even,
  complete: even,
  least: { found: 0.5, whole: 0.5, flawed: 0.4, met: 0.4 },
};
