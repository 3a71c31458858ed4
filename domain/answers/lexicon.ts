import type { Question } from '#domain/directives/schema.ts';
import { fold, spellings, words } from '#domain/vietnamese.ts';

/**
 * Words that an answer to this question may hold beside the answer itself ("12 hệ thống", "không phát sinh"): those
 * of its own label, what people count, and politeness. Any other word makes an answer misunderstood, so that
 * "không rõ", "hơn 12" or "12 nghìn" is never taken for a figure.
 */
export function fillersOf(question: Question): (word: string) => boolean {
  const own = new Set([...words(question.label.vi), ...words(question.label.en)]);
  const known = [counted, courtesies, deeds, leads];
  return (word) => !hedges.has(word) && (own.has(fold(word)) || known.some((list) => list.has(word)));
}

/** What is said out of courtesy and changes nothing. */
export const courtesies = spellings('dạ vâng thưa em anh chị ạ ah a nhé nha nhá ơi');

export const affirmations = spellings('có rồi rùi đã đúng phải xong ừ ừm ờ uh uk ok oke okê okie okay yes y');

/** "Không" and "chưa" as they are typed; for a count they are 0. */
export const negations = spellings('không khôg kô ko k kg khg hông hok chưa no n');

/** What may follow "có", "chưa", "không" without changing it. */
export const deeds = spellings('làm thực hiện phát sinh nào gì cả đâu');

/** What may stand before a count. */
export const leads = spellings('có đã là tổng cộng số được đang hiện');

const counted = spellings(
  `hệ thống ht httt cái chiếc người lượt lần vụ việc sự cố sc lỗ hổng máy chủ bộ cuộc đợt trang phần mềm điểm
   trường hợp cán cb cơ quan đơn vị dv`,
);

/**
 * What makes an answer vague, or says that there is none; it spoils one even where the label has the same word. None
 * of them may look like a harmless word once its marks are gone ("mấy" like "máy", "đa" like "đã").
 */
const hedges = spellings(
  `khoảng tầm chừng độ hơn kém gần trên dưới ít nhiều nhất vài bao nhiêu hoặc hay đến chắc tối biết rõ nhớ liệu trừ
   ngoài còn`,
);
