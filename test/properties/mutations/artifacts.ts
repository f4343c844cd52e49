import { many, Mutation } from './subject';

export const ARTIFACT_MUTATIONS: readonly Mutation[] = [
  {
    rule: 'conveyor:artifact-name-not-allowed',
    what: 'a name that no artifact may have',
    mutate: subject => { subject.action(one => one.OutputArtifacts?.length).OutputArtifacts[0].Name = subject.choices.pick(['a.b', 'a b', '', 'x'.repeat(101), 'a@b']); },
  },
  { rule: 'conveyor:artifact-count', what: 'an approval that reads', mutate: subject => { subject.approval({ InputArtifacts: [{ Name: subject.sourceArtifact }] }); } },
  { rule: 'conveyor:artifact-count', what: 'a build that reads nothing', mutate: subject => { subject.build({ InputArtifacts: [] }); } },
  { rule: 'conveyor:artifact-count', what: 'a build that gives six', mutate: subject => { subject.build({ OutputArtifacts: many(6, at => ({ Name: `Given${at}` })) }); } },
  {
    rule: 'conveyor:artifact-not-produced',
    what: 'an artifact that nobody gives',
    mutate: subject => {
      const reader = subject.action(one => one.InputArtifacts?.length);
      if (!reader) return false;
      reader.InputArtifacts[0].Name = 'Nowhere';
      return true;
    },
  },
  {
    rule: 'conveyor:artifact-produced-later',
    what: 'what the action gives itself',
    mutate: subject => { subject.build({ InputArtifacts: [{ Name: 'Late' }], OutputArtifacts: [{ Name: 'Late' }] }); },
  },
  {
    rule: 'conveyor:artifact-produced-later',
    what: 'what a later stage gives',
    mutate: subject => {
      const reader = subject.action(one => one.InputArtifacts?.length);
      if (!reader) return false;
      reader.InputArtifacts[0].Name = 'Late';
      subject.commands({ OutputArtifacts: [{ Name: 'Late', Files: ['**/*'] }] });
      return true;
    },
  },
  { rule: 'conveyor:artifact-twice', what: 'a name that is given already', mutate: subject => { subject.build({ OutputArtifacts: [{ Name: subject.sourceArtifact }] }); } },
  {
    rule: 'conveyor:artifact-read-twice',
    what: 'an artifact is listed twice',
    mutate: subject => { subject.commands({ InputArtifacts: many(2, () => ({ Name: subject.sourceArtifact })) }); },
  },
  {
    rule: 'conveyor:output-files',
    what: 'too many files, none, or too long ones',
    mutate: subject => {
      const Files = subject.choices.pick([many(11, at => `file${at}`), [], ['x'.repeat(129)], ['']]);
      subject.commands({ OutputArtifacts: [{ Name: 'Files', Files }] });
    },
  },
  { rule: 'conveyor:output-files', what: 'files of a source', mutate: subject => { subject.build({ OutputArtifacts: [{ Name: 'Files', Files: ['a'] }] }); } },
];
