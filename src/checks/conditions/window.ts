import { QUARTZ_FORM, quartzProblem } from '../../catalog/quartz';
import { isWindowZone } from '../../catalog/time-zone';
import { type Check, GUIDE } from '../check';
import { shown } from '../known';
import { rulesOf } from '../parts';
import { rowOf } from './rule-row';

export const WINDOW: Check = {
  id: 'conveyor:window',
  severity: 'error',
  title: 'The times or the time zone of a deployment window are none that CodePipeline knows',
  why: 'CodePipeline refuses the pipeline, or the window never opens.',
  mend: `Write ${QUARTZ_FORM}. One of the two days is "?".`,
  source: `${GUIDE}/rule-reference-DeploymentWindow.html`,
  * find(pipeline) {
    for (const { rule } of rulesOf(pipeline)) {
      if (rowOf(rule)?.provider !== 'DeploymentWindow') continue;
      const [cron, zone] = ['Cron', 'TimeZone'].map(key => rule.declared.at('Configuration', key));
      const wrong = cron.text && !cron.text.includes('#{') ? quartzProblem(cron.text) : undefined;
      if (wrong) yield { at: cron, wrong: `The window ${shown(cron.text!)} ${wrong}.` };
      if (zone.text !== undefined && !zone.text.includes('#{') && !isWindowZone(zone.text)) {
        yield { at: zone, wrong: `The time zone ${shown(zone.text)} is not known.`, mend: 'Name a region and a city ("Europe/Berlin"), or an offset ("UTC+02:00").' };
      }
    }
  },
};
