import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { choicesColumns, rulesColumns, settingsColumns, surveyColumns } from '#domain/xlsform/columns.ts';
import { headingOf } from '#domain/xlsform/workbook.ts';

test.each(['docs/forms.md', 'docs/forms.vi.md'])('%s names every column', (file) => {
  const guide = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  const columns = [...surveyColumns, ...choicesColumns, ...settingsColumns, ...rulesColumns];
  const named = (column: string) =>
    guide.includes(`\`${headingOf(column)}\``) || guide.includes(`\`${column.replace(/::..$/, '')}\``);
  expect(columns.filter((column) => !named(column))).toEqual([]);
});
