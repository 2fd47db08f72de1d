#!/bin/sh
# Takes paths of reports and policies in a git repository; tells what is stale, and commits what charm refresh brings up to
# date. Writes nothing and commits nothing where nothing changed. Ends with 0, or with the code of what failed.
#
#   CHARM         how charm is called (default: npx --no-install charm)
#   CHARM_NOTE    file for the note of what changed, outside the repository (default: a temporary file)
#   CHARM_FORMAT  how the status is told: text or github (default: text)
#
# Names are taken as they are: no pattern is filled in, and none is taken for an option.
set -euf

# Without --no-install, npx would fetch whatever package has that name where charm is not installed.
charm=${CHARM:-npx --no-install charm}
note=${CHARM_NOTE:-$(mktemp)}
[ "$#" -gt 0 ] || set -- .
rm -f -- "$note"

# 4 says that something is stale, which is what comes next.
code=0
$charm status --format "${CHARM_FORMAT:-text}" -- "$@" || code=$?
[ "$code" -eq 0 ] || [ "$code" -eq 4 ] || exit "$code"

# What follows prints words of documents: the runner of GitHub Actions takes no command from among them.
mark=
if [ "${GITHUB_ACTIONS:-}" = true ]; then
  mark=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  trap 'echo "::$mark::"' EXIT
  echo "::stop-commands::$mark"
fi

$charm refresh --output "$note" -- "$@"
if [ ! -s "$note" ]; then
  echo "Nothing to bring up to date."
  exit 0
fi

git --literal-pathspecs add --all -- "$@"
if git diff --cached --quiet; then
  # Only policies are to be looked at: there is nothing to commit, and the note says which.
  cat -- "$note"
  exit 0
fi
git commit --quiet --cleanup=verbatim --file "$note"
git log -1 --format="%h %s"
