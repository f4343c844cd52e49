/** The twelve starters of AWS's console: see pipelines.ts. */
import { App, Stack } from 'aws-cdk-lib';
import * as starters from './pipelines';

const app = new App();
const stack = new Stack(app, 'Starters', { env: { account: '111111111111', region: 'eu-west-1' } });
for (const starter of Object.values(starters)) starter(stack);

app.synth();
