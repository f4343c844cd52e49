import * as iam from 'aws-cdk-lib/aws-iam';
import { Permission } from '../catalog/provider';

/** A statement of a build's role that names more than one thing, and says why. */
export class ExplainedStatement extends iam.PolicyStatement {
  constructor(readonly why: string | undefined, props: iam.PolicyStatementProps) {
    super(props);
  }
}

/** A statement as a permission; only those of this library have a reason. */
export function permissionOf(statement: iam.PolicyStatement): Permission {
  return { actions: statement.actions, resources: statement.resources, why: statement instanceof ExplainedStatement ? statement.why : undefined };
}
