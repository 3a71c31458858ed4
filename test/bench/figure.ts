/** One measured figure beside its floor (the least it could be) or its peer, measured in the same run. */
export interface Figure {
  /** What is measured, and what stands beside it. */
  name: string;
  value: number;
  unit: 'ms' | 'MB' | '/s';
  /** The floor or the peer, in the same unit. */
  beside: number;
  /** `value / beside`. */
  ratio: number;
  /** What the value has to reach, in the same unit: at most this for ms and MB, at least this for a rate. */
  reach: number;
  holds: boolean;
}

export function figure({ name, value, unit, beside, reach }: Omit<Figure, 'ratio' | 'holds'>): Figure {
  return {
    name,
    value: rounded(value),
    unit,
    beside: rounded(beside),
    ratio: rounded(value / beside),
    reach: rounded(reach),
    holds: unit === '/s' ? value >= reach : value <= reach,
  };
}

/** The value below which the given share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
