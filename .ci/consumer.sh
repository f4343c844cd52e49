#!/usr/bin/env bash
# Packs the library, installs it at a new consumer on TypeScript 7 with skipLibCheck off, and compiles the example of the README.
set -euo pipefail
cd "$(dirname "$0")/.."
npx projen bundle
consumer=$(mktemp -d)
trap 'rm -rf "$consumer"' EXIT
package=$(npm pack --silent --pack-destination "$consumer")
sed -n '/^```ts nofixture$/,/^```$/p' README.md | sed '/^```/d' > "$consumer/main.ts"
cd "$consumer"
cat > package.json <<'JSON'
{ "name": "consumer", "private": true }
JSON
cat > tsconfig.json <<'JSON'
{ "compilerOptions": { "module": "node16", "target": "es2022", "strict": true, "skipLibCheck": false, "types": ["node"], "outDir": "out" }, "files": ["main.ts"] }
JSON
npm install --no-audit --no-fund --silent "./$package" aws-cdk-lib@2.276.0 constructs@10.5.0 typescript@7.0.2 @types/node@20
npx tsc
CDK_VALIDATION=false CDK_OUTDIR=cdk.out node out/main.js
npx conveyor list --app cdk.out
npx conveyor check cdk.out --strict
