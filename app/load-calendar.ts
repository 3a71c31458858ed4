import { fileURLToPath } from 'node:url';
import { readYaml } from '#app/yaml-file.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { calendarFile, calendarFrom } from '#domain/calendar/calendar-file.ts';

/**
 * Reads when agencies work: `domain/calendar/calendar.yaml`, or a file of the same shape.
 * @throws DataFileError that lists every mistake with its line
 */
export function loadCalendar(file: string = ownCalendar): Calendar {
  return calendarFrom(readYaml(file, calendarFile));
}

const ownCalendar = fileURLToPath(new URL('../domain/calendar/calendar.yaml', import.meta.url));
