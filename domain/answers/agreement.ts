import { readYesNo } from '#domain/answers/yes-no.ts';
import { words } from '#domain/vietnamese.ts';

/**
 * What a person says to "đúng không?": yes, no, or undefined where it is neither, as an answer typed anew is. Besides
 * what means yes or no anywhere: what stands on the buttons there, and that it was a slip.
 */
export function readAgreement(typed: string): boolean | undefined {
  const said = words(typed).join(' ');
  if (meant.has(said)) return true;
  return slips.has(said) ? false : readYesNo(typed);
}

const meant: ReadonlySet<string> = new Set(['dung khong phat sinh', 'khong phat sinh', 'van ghi ngay nay']);

const slips: ReadonlySet<string> = new Set([
  ...['go lai', 'nhap lai', 'ghi lai', 'sua', 'sua lai', 'nham', 'nham roi', 'go nham', 'ghi nham'],
  ...['khong tra loi tung cau', 'tra loi tung cau', 'nhap ngay khac'],
]);
