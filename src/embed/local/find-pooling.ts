// Takes a model's folder; gives how a text's vector is made of its tokens' vectors.
import { join } from "node:path";
import { CharmError } from "../../errors.ts";
import { readJson } from "../../models/read-json.ts";

/** The mean of all tokens, or the vector of the first, special one. */
export type Pooling = "mean" | "cls";

const modes = { pooling_mode_mean_tokens: "mean", pooling_mode_cls_token: "cls" } as const;

/**
 * As 1_Pooling/config.json says; the mean where there is none, as sentence-transformers has it.
 * @throws CharmError `embedding-model-unsupported` for another mode, or several
 */
export async function findPooling(folder: string): Promise<Pooling> {
  const path = join(folder, "1_Pooling", "config.json");
  const config = await readJson(path);
  if (config === null) return "mean";
  const chosen = Object.keys(config).filter(
    (key) => key.startsWith("pooling_mode_") && config[key] === true,
  );
  const [mode = ""] = chosen;
  if (chosen.length === 1 && Object.hasOwn(modes, mode)) return modes[mode as keyof typeof modes];
  throw new CharmError(
    "embedding-model-unsupported",
    `${path} asks for ${chosen.length === 0 ? "no pooling" : chosen.join(" and ")}; charm knows the mean and the first token.`,
    {
      hint: "Use another model, or say embedding.pooling: mean or cls if you know it to be right.",
    },
  );
}
