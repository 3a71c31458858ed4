// @ts-check

/**
 * An instant as the product's zone reads it. `weekday`: 1 for Monday … 7 for Sunday; the other figures keep their zeros.
 * @typedef {{ year: string, month: string, day: string, hour: string, minute: string, weekday: number }} Parts
 */

/**
 * @param {number} instant ms
 * @param {string} zone
 * @returns {Parts}
 */
export function partsOf(instant, zone) {
  const found = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '', month = '', day = '', hour = '', minute = '' } = found;
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay() || 7;
  return { year, month, day, hour, minute, weekday };
}

/** "07/12/2026". @param {Parts} parts */
export function fullDay({ day, month, year }) {
  return `${day}/${month}/${year}`;
}

/** "08:30". @param {Parts} parts */
export function timeOfDay({ hour, minute }) {
  return `${hour}:${minute}`;
}

/** "thứ Ba 08/12". @param {Parts} parts @param {(key: string) => string} text */
export function shortDay({ weekday, day, month }, text) {
  return `${text(`room-weekday-${weekday}`)} ${day}/${month}`;
}

/** "thứ Ba 08/12 · 08:30". @param {Parts} parts @param {(key: string) => string} text */
export function shortMoment(parts, text) {
  return `${shortDay(parts, text)} · ${timeOfDay(parts)}`;
}

/** As `<input type="datetime-local">` holds it. @param {Parts} parts */
export function inputValue({ year, month, day, hour, minute }) {
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** Making a format costs far more than using one. @param {string} zone */
function formatOf(zone) {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}
