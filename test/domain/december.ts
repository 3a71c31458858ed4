import { dateQuestion, form, question, rule, when } from '#test/domain/small-forms.ts';

/** A month and a quarter that end together and share their stock questions. */
const systems = question('systems', 'integer');
const approved = question('approved', 'integer', when('systems', 'greater', 0));
const levels = question('levels', 'numbers', { parts: 3, ...when('approved', 'greater', 0) });
const incidents = question('incidents', 'integer', { scope: 'window' });
const hunted = question('hunted', 'yes-no', { scope: 'window' });
const huntedOn = { ...dateQuestion('hunted-on', 'in-window'), ...when('hunted', 'equal', true) };
const note = question('note', 'text', { scope: 'window', required: false });
const trained = question('trained', 'integer');

const rules = [rule('not-more-than', 'approved', 'systems'), rule('parts-add-up-to', 'levels', 'approved')];

export const monthly = form('monthly', [systems, approved, levels, incidents, hunted, huntedOn, note], rules);
export const quarterly = form('quarterly', [systems, approved, incidents, trained], rules.slice(0, 1));
