/** An agency without systems in which nothing happened: what it types into the report of the month, less the sending. */
export const quietMonth = ['0', '0', '0', 'không', 'có', 'bỏ qua'] as const;

/** The same for the month, the quarter and the year in one conversation. */
export const quietDecember = [
  ...quietMonth,
  // The quarter's incidents, vulnerabilities, threat hunting; last backup, restore tested, NCSC, risks, difficulties.
  ...['0', '0', 'không', '5/12', 'không', 'có', 'bỏ qua', 'bỏ qua'],
  // The year's four layers, inspection, incidents, vulnerabilities, threat hunting, last backup, restore tested; the rest is optional.
  ...['không', 'không', '0', '0', 'không', '5/12', 'không', 'bỏ qua', 'bỏ qua', 'bỏ qua'],
] as const;
