/**
 * The words around what speaks of an incident: is it there, is it over, or is it only talked about? Phrases between
 * commas or line breaks, with their marks.
 */
export const setting = {
  /** Turns what follows it into its opposite, with nothing but `denialLinks` between. */
  denial: 'không, hổng, chưa, đâu có, làm gì có, đừng, 0, none, never',
  denialLinks: `
    có, bị, phải, thấy, phát hiện, ghi nhận, xảy ra, sảy ra, phát sinh, còn, gặp, dính, nhiễm, hề, từng, là, một, vụ
    trường hợp, cuộc, dấu hiệu, gì, về, tình trạng, nào, mắc, việc, các, bất cứ, bất kỳ, thêm, do, loại, hiện tượng`,
  /** After the word: "sự cố: không có". */
  deniedAfter:
    'không có, không phát sinh, không ghi nhận, không xảy ra, 0, gì đâu, nào đâu, đâu, gì hết, nào hết, gì cả, nào cả, chưa có, chưa phát sinh',
  /** "chưa mã hóa hết": it has begun. */
  partly: 'hết, xong, toàn bộ, tất cả',

  /** Phrases that hold a word of the lexicon and mean something else. */
  harmless: `
    no incident, no incidents, no malware, no virus, not hacked, nhân sự có, thực sự có, thật sự có, lịch sử có, dân sự có
    nhân sự cố định, khó khăn, trả lời, công văn khẩn, văn bản khẩn, họp khẩn
    chữ ký số mã hóa, nghiên cứu, tra cứu, ứng cứu
    cứu trợ, cứu hộ, cứu nạn, thay đổi mật khẩu, kiểm tra lỗ hổng
    rà quét lỗ hổng, dò quét lỗ hổng, vá lỗ hổng, không biến mất, gia hạn, gia đình, giá trị
    gia nhập, đánh giá, tham gia, quốc gia, chuyên gia, giá cả, đơn giá, mất bao lâu, mất thời gian`,

  /** People learn, plan or write about what follows. */
  topic: `
    phòng chống, chống, phòng ngừa, phòng tránh, ngăn ngừa, đề phòng, diệt, quét, rà quét, rà soát, săn lùng, tập huấn
    đào tạo, bồi dưỡng, tuyên truyền, phổ biến, hướng dẫn, kế hoạch, phương án, quy trình, quy chế, quy định, kịch bản
    nguy cơ, nguy cơ lây nhiễm, nguy cơ nhiễm, chống lây nhiễm, tránh lây nhiễm, rủi ro, công văn về, văn bản về, tài liệu về, công văn số, chỉ thị, nghị định, thông tư, luật, bài viết
    bài giảng, chuyên đề, hội nghị, hội thảo, lớp, khóa học, diễn tập, đội ứng cứu, tổ ứng cứu, đội ứng phó
    trung tâm ứng cứu, mạng lưới ứng cứu, cục an toàn, thống kê, số liệu, kiến thức, kỹ năng, khái niệm, giải pháp, đề xuất
    kiến nghị, kinh phí, dự toán, nhân lực, nhân sự, cán bộ chuyên trách, chuyên trách, năng lực, đánh giá, phân loại
    mua, gia hạn, bản quyền, phần mềm diệt, nhận diện, nhận biết, tìm hiểu, bài thi, cuộc thi, ngày hội, sổ tay, cẩm nang
    kiểm thử, pentest, thủ đoạn, chiêu trò, đề phòng, cảnh giác`,
  /** What follows one of these is no longer under the heading before it. */
  topicEnds: `
    thấy, ra, phát hiện, có, bị, dính, nhiễm, gặp, thì, mà, nhưng, xong, rồi, giờ, nay, báo có, báo bị, báo virus, báo mã`,
  /** "diệt virus mãi không được" is no talk about virus scanners. */
  failing: 'không được, không nổi, không hết, không xong, hoài, mãi, vẫn bị, vẫn còn',
  /** Somebody deals with what follows, passes it on, or describes how one would. */
  responding: `
    xử lý, khắc phục, ứng cứu, ứng phó, giải quyết, cập nhật, biểu mẫu, mẫu, tiếp nhận, thông báo, cảnh báo, theo dõi
    biên bản, nhật ký, sổ, kiểm tra, ngăn chặn`,
  needed:
    'cần, đề nghị, nhờ, giúp, hộ, hỗ trợ, gấp, khẩn, cứu với, cứu em, cứu tôi, sos, help, nhanh, không được, không nổi',

  /** It is over. */
  resolved: `
    đã khắc phục, khắc phục xong, khắc phục rồi, đã xử lý, xử lý xong, xử lý rồi, đã khôi phục, khôi phục xong
    đã phục hồi, đã diệt, diệt xong, diệt rồi, diệt hết, đã gỡ bỏ, gỡ xong, gỡ rồi, đã gỡ mã độc, đã gỡ virus, gỡ được
    đã cài lại, cài lại xong, ổn rồi, đã ổn, xong rồi, đã xong, bình thường rồi, bình thường trở lại, đã hết, đã làm sạch
    đã đóng, kết thúc, đã báo, báo rồi, diệt được, khắc phục được, hết sự cố, hết virus, đã giải quyết, đã ngăn chặn`,
  /** It was then. */
  past: `
    tháng trước, tháng rồi, năm trước, năm ngoái, quý trước, tuần trước, hồi trước, trước đây, trong kỳ, trong tháng
    trong quý, trong năm, đợt trước, lần trước, kỳ này, năm 2020, năm 2021, năm 2022, năm 2023, năm 2024, năm 2025`,
  /** It is now, whatever else is said. */
  now: `
    đang bị, vừa bị, mới bị, vừa mới, vừa xong, vừa phát hiện, mới phát hiện, mới biết, bây giờ, giờ này, hiện tại
    vẫn bị, vẫn còn, vẫn đang, lại bị, bị lại, tiếp tục bị, nữa rồi, đêm nay, sáng nay, tối nay, chiều nay, trưa nay, hôm nay
    cứu với, cứu em, cứu tôi, khẩn, gấp, sos, trời ơi, chết rồi, toang, hết rồi, sạch rồi, lan rộng, lây lan, lây sang, lan sang, tự nhiên
    tự dưng, bỗng, đột nhiên, chưa xử lý, chưa khắc phục, không khắc phục, không xử lý, không gỡ được, không diệt được
    chưa gỡ được, chưa diệt được, không khôi phục, chưa khôi phục, đang lây, rút mạng, rút dây`,
  /** It keeps happening, or may one day: a complaint rather than an alarm. */
  habitual: `
    hay bị, thường xuyên, thường bị, thỉnh thoảng, dễ bị, hay nhiễm, dễ nhiễm, thường nhiễm, nhiều lần bị, có thể bị
    có nguy cơ, đôi khi, đôi lúc`,
  /** Somebody else's, or only imagined. */
  elsewhere: `
    nghe nói, nghe đồn, đọc báo, trên báo, báo chí, báo đài, thời sự, tỉnh bạn, tỉnh khác, tin tức, trên tivi, giả sử
    giả định, ví dụ, chẳng hạn, nếu, khi nào, lỡ như, nhỡ như, nhỡ mà, lỡ mà, thử báo, báo thử, nhắn thử, chạy thử, test
    demo, khi bị, phòng khi`,
  /** What is it, what does it mean? */
  defined: 'là gì, nghĩa là, là như thế nào, là sao, khác gì, gồm những gì, có mấy loại, gồm gì',
  backup: 'sao lưu, backup, bản sao, back up, bitlocker, đường truyền, chữ ký số, ssl, https',
} as const;

export type Setting = keyof typeof setting;

/**
 * Words that are only themselves when typed with these marks, and not what looks alike without: "sắp" is no "sập",
 * "mật" no "mất", "là" no "lạ".
 */
export const distinctWords = `
  là lả lã lá sắp sáp sạp mật mặt mát mạt mắt lỗ lò lọ lô lờ hong hông hồng hổng hống đội đồi đợi đời đổi bí bì tỉ từ tư tử
  chạy có cố cô cơ cổ cờ cỡ đo độ đỗ đổ đố đồ đó đúng dùng dừng đừng dụng trẻo nó nợ cừu cựu làn lần lân lấn lẫn lột
  lấy lầy lửa lụa chén khăn khán bảo bão mới mỗi mời mọi môi thứ thử vì ví vị sách đọc tiến tiện tiên đình đính
  định văn vận vạn ngày đâu đầu đậu rà nêu cận cán hợp hồ hố hổ nhằm nhậm
  nghỉ nghĩ lời lối lợi lội lòi lôi`;

/** Everyday words that are no typo of one of the lexicon: "word" is no "worm". */
export const ordinary = `
  word, work, excel, windows, google, chrome, office, form, online, drive, upload, download, update, print, date, team, zoom
  meet, chat, login, logout, home, phone, post, back, pack, black, scan, start, sheet, share, shared, folder, video, group`;
