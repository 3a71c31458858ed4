/** An agency without systems in which nothing happened: what it types into the report of the month, less the sending. */
export const quietMonth = ['0', '0', '0', 'không', 'có', 'bỏ qua'] as const;

/** The same for the month, the quarter and the year in one conversation. */
export const quietDecember = [
  ...quietMonth,
  // For the quarter, and with it the year: last backup, restore tested, NCSC, risks.
  ...['5/12', 'không', 'có', 'bỏ qua'],
  // The year's four layers, inspection, budget.
  ...['không', 'không', 'bỏ qua'],
] as const;
