/** A heading and what stands under it, one unit a line. */
export interface Section {
  heading: string;
  lines: string[];
}

/** Units shown on one page; a message is read on a phone. */
const pageSize = 20;

/** The same on one page. `continued`: it began on the page before. */
export interface SectionOnPage extends Section {
  continued: boolean;
}

/** The sections cut into pages of so many lines. At least one page, which may be empty. */
export function pagesOf(sections: Section[]): SectionOnPage[][] {
  const pages: SectionOnPage[][] = [[]];
  let room = pageSize;
  for (const { heading, lines } of sections) {
    for (let start = 0; start < lines.length || start === 0; ) {
      if (room === 0) {
        pages.push([]);
        room = pageSize;
      }
      const here = lines.slice(start, start + room);
      pages.at(-1)?.push({ heading, lines: here, continued: start > 0 });
      room -= here.length;
      start += Math.max(here.length, 1);
    }
  }
  return pages;
}
