// The embedding models that come with the program.

/** Names of their folders in models/; the first is used where none is named. */
export const builtInModels = ["charm-minilm", "all-MiniLM-L6-v2"] as const;

export type BuiltInModel = (typeof builtInModels)[number];
