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

const rounds = 10;

/**
 * How often a second each of two things can be done, `times` of each in all: by turns, so that whatever else the machine
 * does falls on both alike.
 */
export async function alternating(
  times: number,
  value: (n: number) => Promise<void>,
  beside: (n: number) => Promise<void>,
): Promise<{ value: number; beside: number }> {
  const ms = { value: 0, beside: 0 };
  for (let round = 0; round < rounds; round += 1) {
    for (const [which, once] of [['value', value] as const, ['beside', beside] as const]) {
      const start = performance.now();
      for (let n = 0; n < times / rounds; n += 1) await once(n);
      ms[which] += performance.now() - start;
    }
  }
  return { value: (times * 1_000) / ms.value, beside: (times * 1_000) / ms.beside };
}

/** The value below which the given share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
