// Takes a run and its open library; gives a run for each home, whose library holds what that home may see and nothing else.
import type { Home, HomeChoice, Homes } from "../homes/homes.ts";
import { chooseAnew } from "../homes/scope.ts";
import type { Library } from "../library/library.ts";
import { narrowLibrary } from "./narrow-library.ts";
import type { RunDeps } from "./run-deps.ts";

/** Homes whose view of the library is held at a time: jobs come home by home. */
const mostViews = 8;

interface View {
  readonly library: Library;
  /** Own documents are left out since there are several homes and the job names none. */
  readonly leavesOut: boolean;
}

/**
 * The library is opened and closed by the caller, once for all of them.
 * @returns given null, a run for no home
 */
export function openHomeRuns(run: RunDeps, library: Library): (home: Home | null) => RunDeps {
  const views = new Map<string, View>();
  const viewOf = (seen: Homes): View => {
    const { choice } = seen;
    const key = choice.kind === "one" ? `one ${choice.home.name}` : choice.kind;
    const held = views.get(key);
    if (held !== undefined) return held;
    let leavesOut = false;
    const onOwnLeftOut = () => void (leavesOut = true);
    const narrow = narrowLibrary(library, seen, { refuse: undefined, onOwnLeftOut });
    // The library behind it is closed once, at the end.
    const view = { library: { ...narrow, close: () => {} }, leavesOut };
    const [oldest] = views.keys();
    if (views.size >= mostViews && oldest !== undefined) views.delete(oldest);
    views.set(key, view);
    return view;
  };
  return (home) => {
    const homes = chooseAnew(run.homes, choiceFor(home, run.homes));
    const wanted = home?.name ?? null;
    return {
      ...run,
      homes,
      settings: { ...run.settings, homes: { ...run.settings.homes, wanted } },
      openLibrary: async ({ onOwnLeftOut }, refuse, seen = homes) => {
        refuse?.(library.documents);
        const view = viewOf(seen);
        if (view.leavesOut) onOwnLeftOut();
        return view.library;
      },
    };
  };
}

function choiceFor(home: Home | null, { list }: Homes): HomeChoice {
  if (home !== null) return { kind: "one", home };
  return list.length === 0 ? { kind: "all" } : { kind: "none" };
}
