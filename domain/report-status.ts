/** How one report stands, as a manager counts it. */
export type ReportStatus = 'on-time' | 'late' | 'filed' | 'missing';

/**
 * `filed`: recorded as sent on paper or through the document system, whenever that was. What is still owed, or owed
 * again because it was returned, is missing.
 */
export function reportStatus(report: {
  owed: boolean;
  filed: boolean;
  onTime: boolean | null;
}): ReportStatus {
  if (report.owed || report.onTime === null) return 'missing';
  if (report.filed) return 'filed';
  return report.onTime ? 'on-time' : 'late';
}
