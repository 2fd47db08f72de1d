// From which score on a unit may say what a requirement asks for (logarithm of odds).

/** Scores from which a unit may say it; how far behind the best others say it as well; from which it is shown as near. */
export const bounds = { may: -1.75, within: 1.2, near: -2.5 };
