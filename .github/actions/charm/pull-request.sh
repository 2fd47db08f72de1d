#!/bin/sh
# Takes the commit that refresh.sh made; pushes it to a branch of its own, and opens a pull request from there with the note
# of what changed, or brings the open one up to date. Never pushes over what somebody else committed.
#
#   BRANCH    branch of the pull request
#   BASE      branch that it asks to be merged into
#   NOTE      file with the note
#   GH_TOKEN  may push and open pull requests; read by gh
set -euf

title="Reports brought up to date with changed guidance"
author=charm@users.noreply.github.com
# GitHub takes no longer text of a pull request than 65,536 characters.
most=60000

refuse() {
  echo "$1" >&2
  exit 2
}

# The token is handed to git for one call, and written nowhere.
remote() {
  git -c credential.helper= -c credential.helper='!gh auth git-credential' "$@"
}

git check-ref-format "refs/heads/$BRANCH" || refuse "“$BRANCH” is no name of a branch."
case $BRANCH in -*) refuse "“$BRANCH” is no name of a branch." ;; esac
default=$(remote ls-remote --symref origin HEAD | sed -n 's|^ref: refs/heads/\(.*\)	HEAD$|\1|p')
if [ "$BRANCH" = "$BASE" ] || [ "$BRANCH" = "$default" ]; then
  refuse "“$BRANCH” is the branch to be merged into; the pull request needs another."
fi

there=$(remote ls-remote origin "refs/heads/$BRANCH" | cut -f 1)
if [ -n "$there" ]; then
  remote fetch --quiet --depth 1 origin "$there"
  [ "$(git log -1 --format=%ae "$there")" = "$author" ] ||
    refuse "The last commit of “$BRANCH” is somebody else's. Merge or delete the branch, or name another."
fi
# Only over the commit that was looked at; over none where there was none.
remote push --quiet --force-with-lease="refs/heads/$BRANCH:$there" origin "HEAD:refs/heads/$BRANCH"

body=$(mktemp)
trap 'rm -f -- "$body"' EXIT
LC_ALL=C awk -v most="$most" '
  { size += length($0) + 1 }
  size > most { print "\n… The rest is in the message of the commit."; exit }
  { print }
' "$NOTE" > "$body"

# A fork may have a branch of the same name; a pull request that was merged is not opened again.
number=$(gh pr list --head "$BRANCH" --base "$BASE" --state open --json number,isCrossRepository \
  --jq 'map(select(.isCrossRepository | not)) | .[0].number // empty')
if [ -n "$number" ]; then
  gh pr edit "$number" --body-file "$body"
else
  gh pr create --base "$BASE" --head "$BRANCH" --title "$title" --body-file "$body"
fi
