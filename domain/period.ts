/** One occurrence of a duty, named by its last day: `2026-M12`, `2026-Q4`, `2026-H1`, `2026` or `once`. */
export type Period = string;
