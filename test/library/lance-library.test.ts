import { createLibrary } from "../../src/library/open-library.ts";
import { makeFolder } from "./folder-setting.ts";
import { model } from "./fixtures.ts";
import { describeLibrary } from "./library-contract.ts";

describeLibrary("LanceDB in a folder", makeFolder);

describeLibrary("LanceDB in memory", async () => ({
  create: (options) => createLibrary("memory://", model, "chunks@1", options),
  open: null,
  forgetLock: () => Promise.resolve(),
  clean: () => Promise.resolve(),
}));
