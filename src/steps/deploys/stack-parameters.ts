import { Token } from 'aws-cdk-lib';
import { refuse } from '../../refuse';

/** Parameters of the template of a stack set. */
export interface StackParameterProps {
  /**
   * Parameters of the template. A value has no space, comma or quote: those separate values here, and stand in a file.
   * @default - those of the file; where there is none, the defaults of the template
   */
  readonly parameters?: { [name: string]: string };
  /**
   * Names of parameters that keep the value which they have.
   * @default - none: what is not given goes back to its default
   */
  readonly keptParameters?: string[];
  /**
   * The path, in the artifact, of a JSON file with a list of `{ "ParameterKey": …, "ParameterValue": … }`, in place of the two.
   * @default - none
   */
  readonly parametersPath?: string;
}

/** Parameters as the two actions of stack sets take them: a line in the shorthand of the AWS CLI, or a file. */
export function stackParameters(stepName: string, props: StackParameterProps): (artifact?: string) => string | undefined {
  const given = Object.entries(props.parameters ?? {});
  const kept = props.keptParameters ?? [];
  const { parametersPath } = props;
  if (parametersPath && (given.length || kept.length)) {
    refuse(stepName, 'The parameters are given here and in a file.', 'Keep `parametersPath`, or `parameters` and `keptParameters`.');
  }
  const twice = kept.find(name => given.some(([other]) => other === name));
  if (twice) refuse(stepName, `The parameter "${twice}" has a value, and is to keep the one that it has.`, 'Keep it in `parameters` or in `keptParameters`.');
  for (const [name, value] of given) {
    if (!Token.isUnresolved(value) && (value === '' || /[\s,"']/.test(value))) {
      refuse(stepName, `The parameter ${name} is "${value}", which cannot be told apart in a line of parameters.`, 'Put the parameters into a file and name it with `parametersPath`.');
    }
  }
  if (parametersPath) return artifact => `${artifact}::${parametersPath}`;
  const line = [
    ...given.map(([name, value]) => `ParameterKey=${name},ParameterValue=${value}`),
    ...kept.map(name => `ParameterKey=${name},UsePreviousValue=true`),
  ].join(' ');
  return () => line || undefined;
}
