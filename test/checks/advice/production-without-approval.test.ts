import { actionOf, advice, type Json, unapproved } from './fixture';

const ID = 'production-without-approval';

test.each(['Production', 'production', 'prod', 'Prd', 'DeployProd', 'prod-eu', 'EU_PROD_1', 'Live', 'prod2'])('a stage %p that nobody is asked for is found', name => {
  expect(advice(ID, pipeline => unapproved(pipeline, name))).toEqual([expect.objectContaining({
    severity: 'warning',
    part: name,
    message: `The stage "${name}" brings changes to production ("Site"), and nothing before it asks a person or a rule.`,
    path: ['Resources', 'Pipeline', 'Properties', 'Stages', 2],
  })]);
});

test.each(['Staging', 'Products', 'pre-prod', 'NonProd', 'PreProd', 'prod-like', 'Deliver', 'Olive', { Ref: 'Name' }])('a stage %p is none of production', name => {
  expect(advice(ID, (pipeline, template) => {
    template.Parameters = { Name: { Type: 'String', Default: 'Production' } };
    unapproved(pipeline).Name = name;
  })).toEqual([]);
});

test('a stage counts when an action that deploys in it is named production', () => {
  expect(advice(ID, pipeline => {
    unapproved(pipeline, 'Deploy').Actions[0].Name = 'ToProd';
  })).toHaveLength(1);
});

describe('what has a say before production', () => {
  const ways: Record<string, (pipeline: Json) => void> = {
    'an approval in a stage before': () => undefined,
    'an approval of another make': pipeline => {
      pipeline.Stages[2].Actions = [actionOf('Approval', 'Tickets', {}, 'Custom')];
    },
    'an approval earlier in the same stage': pipeline => {
      const stage = unapproved(pipeline);
      stage.Actions[0].RunOrder = 2;
      stage.Actions.push(actionOf('Approval', 'Manual'));
    },
    'an approval whose run order is unknown': pipeline => {
      unapproved(pipeline).Actions.push(actionOf('Approval', 'Manual', { RunOrder: { Ref: 'Order' } }));
    },
    'an action of which nobody knows what it is': pipeline => {
      pipeline.Stages[2].Actions[0].ActionTypeId.Category = { Ref: 'Order' };
    },
    'an entry rule': pipeline => {
      unapproved(pipeline).BeforeEntry = { Conditions: [{ Result: 'FAIL', Rules: [] }] };
    },
    'a transition that is disabled': pipeline => {
      unapproved(pipeline);
      pipeline.DisableInboundStageTransitions = [{ StageName: 'Production', Reason: 'By hand' }];
    },
    'what may stand in a stage that is not known': pipeline => {
      unapproved(pipeline);
      pipeline.Stages.splice(2, 0, { 'Fn::Transform': { Name: 'Approvals', Parameters: {} } });
    },
  };

  test.each(Object.keys(ways))('%s is enough', way => {
    expect(advice(ID, (pipeline, template) => {
      template.Parameters = { Order: { Type: 'Number' } };
      ways[way](pipeline);
    })).toEqual([]);
  });

  test('an approval beside the deployment, or after it, is not', () => {
    for (const order of [1, 2]) {
      expect(advice(ID, pipeline => unapproved(pipeline).Actions.push(actionOf('Approval', 'Manual', { RunOrder: order })))).toHaveLength(1);
    }
  });
});

test('the second production stage stands behind what the first one waits for, so only the first is found', () => {
  expect(advice(ID, pipeline => {
    const stage = unapproved(pipeline, 'prod-eu');
    pipeline.Stages.push({ ...stage, Name: 'prod-us' });
  }).map(({ part }) => part)).toEqual(['prod-eu']);
});

test.each([
  ['tests', actionOf('Test', 'CodeBuild', { Configuration: { ProjectName: 'smoke' } })],
  ['prepares a change set', actionOf('Deploy', 'CloudFormation', { Configuration: { ActionMode: 'CHANGE_SET_REPLACE', StackName: 'shop', ChangeSetName: 'next' } })],
])('a production stage that only %s is left alone', (_, action) => {
  expect(advice(ID, pipeline => {
    unapproved(pipeline).Actions = [action];
  })).toEqual([]);
});

test.each([['Environment', 'production'], ['env', 'prod'], ['stage', 'Live']])('in a pipeline that is tagged %s: %s, the last stage that deploys is production', (Key, Value) => {
  expect(advice(ID, pipeline => {
    unapproved(pipeline, 'Everywhere');
    pipeline.Tags = [{ Key, Value }];
  }).map(({ part }) => part)).toEqual(['Everywhere']);
});

test.each([['Staging', 'environment', 'production'], ['Everywhere', 'owner', 'prod'], ['Everywhere', 'environment', 'test']])('a stage %p of a pipeline that is tagged %s: %s is not', (name, Key, Value) => {
  expect(advice(ID, pipeline => {
    unapproved(pipeline, name);
    pipeline.Tags = [{ Key, Value }];
  })).toEqual([]);
});

test('V1 pipelines are offered an approval alone', () => {
  const [finding] = advice(ID, pipeline => {
    pipeline.PipelineType = 'V1';
    unapproved(pipeline);
  });
  expect(finding.mend).toBe('Put a manual approval before it.');
});
