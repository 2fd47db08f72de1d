// Names how files become passages; raised whenever extraction, structure or chunking would give other passages.

export const chunkingVersion = "9";
