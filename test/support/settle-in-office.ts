// Has LibreOffice itself accept or refuse all tracked changes of Word files, by a macro in a profile that is thrown away.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const basic = `
Sub Settle(source As String, target As String, how As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; how &amp; "AllTrackedChanges", "", 0, Array())
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, kind())
  document.close(True)
End Sub
`;

/** @param folder for the profile @returns null where this LibreOffice has no Basic, or runs no macros */
export function openSettler(folder: string) {
  const profile = join(folder, "profile");
  const run = (...args: string[]) =>
    execFileSync(
      "soffice",
      ["--headless", `-env:UserInstallation=${pathToFileURL(profile).href}`, ...args],
      { stdio: "ignore", timeout: 120_000 },
    );
  run("--terminate_after_init");
  const module = join(profile, "user/basic/Standard/Module1.xba");
  if (!existsSync(module)) return null;
  const empty = readFileSync(module, "utf8");
  writeFileSync(
    module,
    empty.replace(/Sub Main[^]*End Sub/, () => basic),
  );
  return (source: string, target: string, how: "Accept" | "Reject"): void => {
    const [from, to] = [source, target].map((path) => pathToFileURL(path).href);
    run(`macro:///Standard.Module1.Settle("${from}","${to}","${how}")`);
  };
}
