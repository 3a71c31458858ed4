import { dateQuestion, form, question, when } from '#test/domain/small-forms.ts';
import { context, report } from '#test/domain/talk.ts';

/** A month, a quarter and a year that end together and ask the same of what happened in each. */
const systems = question('systems', 'integer');
const approved = question('approved', 'integer', {
  ...when('systems', 'greater', 0),
  label: 'Trong đó bao nhiêu hệ thống đã duyệt?',
});
const incidents = question('incidents', 'integer', { scope: 'window', whenNothing: 0 });
const kinds = question('kinds', 'numbers', {
  ...{ scope: 'window', parts: 2, carries: { when: 'same', question: 'incidents' } },
  ...when('incidents', 'greater', 0),
});
const hunted = question('hunted', 'yes-no', {
  scope: 'window',
  carries: { when: 'yes' },
  whenNothing: false,
});
const huntedOn = {
  ...dateQuestion('hunted-on', 'in-window'),
  ...when('hunted', 'equal', true),
  carries: { when: 'always' as const },
};
const note = question('note', 'text', { scope: 'window', required: false, carries: { when: 'always' } });
const all = [systems, approved, incidents, kinds, hunted, huntedOn, note];

const forms = [form('monthly', all), form('quarterly', all), form('annual', all)] as const;
const [monthly, quarterly, annual] = forms;

export const threeWindows = context([...forms]);
export const threeReports = [
  report(monthly),
  report(quarterly, { windowFrom: '2026-09-15' }),
  report(annual, { windowFrom: '2025-12-15' }),
];
