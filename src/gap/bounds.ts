// From which score on a unit says what a requirement asks for (logarithm of odds).

/**
 * Scores from which a unit surely says it, and may say it; how far behind the best others say it as well; from which it
 * is shown as near. Fitted on development rows (docs/gap.md): a "met" that is false costs most.
 */
export const bounds = { sure: -0.8, may: -2.3, within: 1.2, near: -3.5 };
