// What the engine with a language model works with: the model, its prompts, the check, and the library to look into.
import type { LanguageModel } from "../../language-model/language-model.ts";
import type { CheckWritten } from "./check-written.ts";
import type { Lookup } from "./lookup.ts";
import type { Prompts } from "./prepare-prompt.ts";

export interface OpenedModel {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  readonly check: CheckWritten;
  /** Left out, the library is not looked into again. */
  readonly lookup?: Lookup;
}
