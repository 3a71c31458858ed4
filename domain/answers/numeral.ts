/**
 * A whole number as it is written here: `12`, `1.200`, `1.200.000`; also `1,200,000`. Undefined for anything else:
 * `1,200` alone is 1.2 to one reader and 1200 to the next.
 */
export function readWhole(text: string): number | undefined {
  if (/^\d+$/.test(text) || dotGroups.test(text) || manyCommaGroups.test(text)) {
    return Number(text.replace(/[.,]/g, ''));
  }
  return undefined;
}

/**
 * A number with or without a fraction: `10,5`, `10.5`, `1.200,5`. One separator before exactly three digits can be
 * read both ways, and both readings are given.
 */
export function readFraction(text: string): number | { between: [number, number] } | undefined {
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
    return { between: [Number(text.replace(/[.,]/, '')), Number(text.replace(',', '.'))] };
  }
  if (/^\d+[.,]\d+$/.test(text)) return Number(text.replace(',', '.'));
  if (/^[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (/^[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(text)) return Number(text.replaceAll(',', ''));
  return readWhole(text);
}

const dotGroups = /^[1-9]\d{0,2}(\.\d{3})+$/;
const manyCommaGroups = /^[1-9]\d{0,2}(,\d{3}){2,}$/;
