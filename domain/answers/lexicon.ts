import type { Question } from '#domain/directives/schema.ts';
import { relativesOf } from '#domain/answers/relatives.ts';
import { fold, spellings, words } from '#domain/vietnamese.ts';

/**
 * Words that an answer to this question may hold beside the answer itself ("12 hệ thống", "9 cái duyệt rồi"): those of its
 * own labels and their relatives, what people count, and politeness. Any other word makes an answer misunderstood,
 * so that "không rõ", "hơn 12" or "12 nghìn" is never taken for a figure.
 */
export function fillersOf(question: Question): (word: string) => boolean {
  const own = ownWordsOf(question);
  const related = relativesOf(question);
  const known = [counted, courtesies, deeds, leads, related];
  // "9 đang duyệt" are not approved; where the question itself asks for what "đang" is, it says nothing.
  const isFinished = own.has('da') && !own.has('dang');
  return (word) =>
    !hedges.has(word) &&
    !(isFinished && ongoing.has(word)) &&
    (own.has(fold(word)) || known.some((list) => list.has(word)));
}

/** The folded words of the question's own labels. Short English ones would be Vietnamese: "the" is also "thể". */
export function ownWordsOf({ label, shortLabel }: Question): ReadonlySet<string> {
  const english = words(`${label.en} ${shortLabel.en}`).filter((word) => word.length > 3);
  return new Set([...words(`${label.vi} ${shortLabel.vi}`), ...english]);
}

/** What is said out of courtesy and changes nothing. */
export const courtesies = spellings(
  'dạ vâng thưa em e anh chị ạ ah a nhé nha nhá ơi nhe nhen nghen hen nè sếp ad admin bot',
);

export const affirmations = spellings(
  'có rồi rùi roài đã đúng phải xong chuẩn ừ ừm ừa ờ uh uhm uk ok okê oke okie okay okela yes y yep yeah',
);

/** "Không" and "chưa" as they are typed; for a count they are 0. Never "hong": that is "hổng" of "lỗ hổng". */
export const negations: ReadonlySet<string> = new Set([
  ...spellings('không khôg kô ko k kg khg kh hok hem chưa no n'),
  'hông',
]);

/** What may follow "có", "chưa", "không" without changing it. */
export const deeds = spellings(
  'làm thực hiện phát sinh nào gì cả đâu tổ chức tiến hành diễn xảy ra ghi nhận',
);

/** Of the deeds, what asks or makes vague beside a yes or a figure: "có đâu", "9 gì đó". */
export const asking = spellings('gì đâu nào');

/** What may stand before a count. */
export const leads = spellings('có đã là tổng cộng số được đang hiện');

const ongoing = spellings('đang');

const counted = spellings(
  `hệ thống ht httt cái chiếc người lượt lần vụ việc sự cố sc lỗ hổng máy chủ bộ cuộc đợt trang phần mềm điểm
   trường hợp cán cb cơ quan đơn vị dv web website`,
);

/**
 * What makes an answer vague, or says that there is none; it spoils one even where the label has the same word. None
 * of them may look like a harmless word once its marks are gone ("mấy" like "máy", "đa" like "đã").
 */
const hedges = spellings(
  `khoảng tầm chừng độ hơn kém gần trên dưới ít nhiều nhất vài bao nhiêu hoặc hay đến chắc tối biết rõ nhớ liệu trừ
   ngoài còn`,
);
