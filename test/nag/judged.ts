/**
 * Loaded before a program, this holds its app to cdk-nag's AwsSolutions: as its user would, and once more as if nothing had
 * been acknowledged. The findings stand in the assembly's validation-report.json.
 */

import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

/** The name of the report of all findings, acknowledged or not. */
export const ALL = 'AwsSolutions without acknowledgements';

// the report tells; the program need not fail too
process.env.CDK_CONTEXT_JSON = JSON.stringify({ '@aws-cdk/core:failSynthOnValidationErrors': false });

const synth = App.prototype.synth;
App.prototype.synth = function (this: App, options) {
  const all = new AwsSolutionsChecks(this);
  Object.assign(all, { name: ALL, isAcknowledged: () => false });
  Validations.of(this).addPlugins(new AwsSolutionsChecks(this), all);
  return synth.call(this, options);
};
