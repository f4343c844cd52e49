#!/usr/bin/env bash
# What a newcomer does: start the example; then break one assertion of its application, and start it again.
set -euo pipefail
cd "$(dirname "$0")/.."
tests=examples/static-site/app/test
broken=$(mktemp)
trap 'git checkout --quiet -- "$tests"; rm -f "$broken"' EXIT

npm start

first=$(git ls-files "$tests" | head -n 1)
sed -i "0,/assert\.equal(/s//assert.notEqual(/" "$first"
if npm start > "$broken" 2>&1; then echo 'a broken assertion did not stop the pipeline'; exit 1; fi
tail -n 40 "$broken"
grep -Eq 'Test +Unit .*failed' "$broken" || { echo 'the test action is not shown as failed'; exit 1; }
grep -Eq 'Production +Site .*not run' "$broken" || { echo 'the deployment is not shown as not run'; exit 1; }
