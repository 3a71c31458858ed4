import type { Figure } from '#test/bench/figure.ts';

/** The figures for people, one line each. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['', 'value', 'beside', 'ratio', 'to reach', ''],
    ...figures.map(({ name, value, unit, beside, ratio, reach, holds }) => [
      name,
      `${value} ${unit}`,
      `${beside} ${unit}`,
      `${ratio}`,
      `${unit === '/s' ? '≥' : '≤'} ${reach} ${unit}`,
      holds ? 'holds' : 'DOES NOT HOLD',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
