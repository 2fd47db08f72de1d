#!/bin/sh
# Takes paths of reports and policies in a git repository; tells what is stale, and commits what charm refresh brings up to
# date. Writes nothing and commits nothing where nothing changed. Ends with 0, or with the code of what failed.
#
#   CHARM         how charm is called (default: npx charm)
#   CHARM_NOTE    file for the note of what changed, outside the repository (default: a temporary file)
#   CHARM_FORMAT  how the status is told: text or github (default: text)
set -eu

charm=${CHARM:-npx charm}
note=${CHARM_NOTE:-$(mktemp)}
[ "$#" -gt 0 ] || set -- .
rm -f "$note"

# 4 says that something is stale, which is what comes next.
code=0
$charm status --format "${CHARM_FORMAT:-text}" "$@" || code=$?
[ "$code" -eq 0 ] || [ "$code" -eq 4 ] || exit "$code"

$charm refresh --output "$note" "$@"
if [ ! -s "$note" ]; then
  echo "Nothing to bring up to date."
  exit 0
fi

git add --all -- "$@"
if git diff --cached --quiet; then
  # Only policies are to be looked at: there is nothing to commit, and the note says which.
  cat "$note"
  exit 0
fi
git commit --quiet --cleanup=verbatim --file "$note"
git log -1 --format="%h %s"
