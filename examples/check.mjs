// Checks reports and policies, and ends with 3 where something is wrong: node examples/check.mjs policies report.md
import { check, exitCodes } from "charm";

const checked = await check(process.argv.slice(2), { offline: true });
for (const { file, findings } of checked)
  for (const { severity, line, section, message } of findings)
    console.log(`${file}:${line ?? section ?? ""}: ${severity}: ${message}`);

const isWrong = checked.some(({ findings }) =>
  findings.some(({ severity }) => severity === "error"),
);
process.exitCode = isWrong ? exitCodes.findings : exitCodes.done;
