// Stands in unit tests for what they may not load.
throw new Error(
  "A unit test starts a program, opens LanceDB or loads a model, but no import shows it: see test/support/whole-tests.ts.",
);
