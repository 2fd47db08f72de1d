// Carries out `charm doctor`: gives the exit code, with how charm and what it works with stand printed.
import type { Examination } from "../../doctor/examination.ts";
import { exitCodes } from "../../errors.ts";
import { examine } from "../../program/examine.ts";
import { renderExaminations } from "../render-examinations.ts";
import type { CommonRequest } from "../requests.ts";
import type { HandlerContext } from "./context.ts";
import { printResult } from "./print-result.ts";

/** The contract of `charm doctor --json`. */
export interface DoctorJson {
  readonly examinations: readonly Examination[];
}

/** The use cases are not opened: what keeps them from opening is what is looked for. */
export async function runDoctor(request: CommonRequest, context: HandlerContext): Promise<number> {
  const { io, signal } = context;
  const examinations = await examine({ flags: request.settings, env: io.env, cwd: io.cwd }, signal);
  const contract: DoctorJson = { examinations };
  await printResult(request, context, contract, (look) => renderExaminations(examinations, look));
  return examinations.some(({ state }) => state === "error") ? exitCodes.usage : exitCodes.done;
}
