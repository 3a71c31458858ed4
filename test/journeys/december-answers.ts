/** One question of the guided conversation, by words that stand in it, and what the officer does. */
export type Answered = { asks: string } & ({ taps: string } | { types: string });

/**
 * Everything that an agency is asked on Monday 7/12/2026, when the monthly, the quarterly and the yearly report are
 * filled in together; in the order of asking.
 */
export const decemberAnswers = {
  systems: [
    { asks: 'Câu 1/11\nCơ quan đang quản lý bao nhiêu hệ thống thông tin?', types: '6' },
    { asks: 'Câu 2/12\nTrong đó bao nhiêu hệ thống đã được phê duyệt cấp độ an toàn?', types: '5' },
    { asks: 'theo từng cấp độ, từ cấp độ 1 đến cấp độ 5?', types: '3 2 0 0 0' },
    { asks: 'đã triển khai đầy đủ phương án an toàn được phê duyệt?', types: 'bốn' },
  ],
  month: [
    {
      asks: 'bao nhiêu sự cố an toàn thông tin mạng?\n1. tháng 12/2026: từ 15/11/2026 đến 14/12/2026\n2. quý IV/2026',
      taps: 'Không có (0)',
    },
    { asks: 'bao nhiêu lỗ hổng bảo mật nghiêm trọng?\n1. tháng 12/2026: từ 15/11/2026', types: '0' },
    { asks: 'săn lùng mối nguy hại không?\nTính trong các kỳ:\n• tháng 12/2026', taps: 'Có' },
    { asks: 'săn lùng mối nguy hại gần nhất là ngày nào?\nSố liệu từ 15/11/2026', types: '5/12' },
    { asks: 'có được sao lưu định kỳ không?', taps: 'Có' },
    {
      asks: 'khó khăn, vướng mắc hay đề xuất gì không?\nSố liệu từ 15/11/2026',
      types: 'Thiếu cán bộ chuyên trách',
    },
  ],
  quarter: [
    { asks: 'Lần sao lưu gần nhất là ngày nào?\nSố liệu từ 15/9/2026', taps: 'Hôm qua 6/12' },
    { asks: 'khôi phục thử từ bản sao lưu chưa?\nTính trong các kỳ:\n• quý IV/2026', taps: 'Không' },
    { asks: 'chia sẻ thông tin giám sát với NCSC có được duy trì liên tục không?', taps: 'Có' },
    { asks: 'nguy cơ, điểm yếu gì và đã xử lý thế nào?\nSố liệu từ 15/9/2026', types: 'bỏ qua' },
  ],
  year: [
    { asks: 'theo mô hình 4 lớp chưa?', taps: 'Có' },
    {
      asks: 'kiểm tra, đánh giá việc bảo đảm an toàn thông tin theo cấp độ chưa?\nSố liệu từ 15/12/2025',
      taps: 'Có',
    },
    { asks: 'Lần kiểm tra gần nhất hoàn thành ngày nào?\nSố liệu từ 15/12/2025', types: '20/11' },
    { asks: 'Kết quả kiểm tra thế nào?', taps: 'Tuân thủ đầy đủ' },
    { asks: 'Kinh phí cho an toàn thông tin chiếm bao nhiêu phần trăm', types: '8,5' },
    { asks: 'Vì sao tỷ lệ kinh phí chưa đạt 10%?', types: 'Chưa bố trí đủ vốn' },
  ],
} as const satisfies Record<string, readonly Answered[]>;
