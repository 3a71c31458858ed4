/**
 * What a message may hold that speaks of an incident by itself: phrases between commas or line breaks, with their
 * marks. What only counts together stands in `combinations.ts`. Whoever adds one adds a row to the table of utterances.
 */
export const evidence = {
  /** The word itself, and slips of the thumb in it. */
  incident: 'sự cố, sự cốt, xự cố, su ci, su cp, incident, incidents',

  /** Says that something has happened. */
  happened: `
    mã hóa hết, mã hóa sạch, mã hóa toàn bộ, mã hóa tất cả, mã hóa luôn, mã hóa trắng, tự mã hóa, mã hóa tống tiền
    đổi đuôi, thay đuôi, đuôi lạ, đuôi lockbit, đuôi encrypted, đuôi locked, đuôi crypt, đuôi enc, đuôi akira, đuôi phobos
    đuôi linh tinh, đuôi kỳ quái, đuôi kỳ cục, thành đuôi, ra đuôi, đổi phần mở rộng
    đòi chuộc, tiền chuộc, tống tiền, chuộc dữ liệu, ransom note
    chiếm quyền, chiếm tài khoản, chiếm máy, cướp tài khoản, cướp quyền, lấy mất tài khoản
    mất quyền, mất kiểm soát
    mất dữ liệu, dữ liệu mất, bay dữ liệu, dữ liệu bay, dữ liệu bốc hơi, bốc hơi dữ liệu, mất cơ sở dữ liệu
    mất tài khoản, mất fanpage, mất zalo, mất facebook, mất gmail, mất email, mất hộp thư, mất thư công vụ
    chuột tự chạy, chuột tự di, chuột tự động, chuột chạy lung tung, con trỏ tự chạy, tự gõ chữ, máy tự gõ
    tự gửi mail, tự gửi email, tự gửi thư, tự gửi tin, tự động gửi thư, tự động gửi mail, tự động gửi email
    tự động gửi tin, mail tự gửi, email tự gửi, thư tự gửi, tự nhắn tin, tự đăng bài
    phát tán thư rác, phát tán tin nhắn, phát tán link
    đăng nhập lạ, đăng nhập bất thường, đăng nhập trộm, truy cập lạ, truy cập bất thường, kết nối lạ
    kết nối bất thường, đăng nhập từ nước ngoài, đăng nhập ở nước ngoài, truy cập từ nước ngoài
    kết nối ra nước ngoài, kết nối c2, server c2, máy chủ điều khiển, ip lạ, tài khoản lạ, user lạ, admin lạ
    đào coin, đào tiền ảo, đào bitcoin, nằm vùng, lừa chuyển tiền, lừa chuyển khoản, mất tiền trong tài khoản
    báo đỏ, bơm request, request dồn dập, truy vấn dồn dập, request liên tục, lưu lượng tăng đột biến
    lưu lượng bất thường, traffic bất thường, nghẽn băng thông, đầy băng thông
    xem trộm camera, camera xem trộm, hacked by, got hacked, was hacked, been hacked, files encrypted
    data leak, data breach, giải mã thì trả tiền, muốn lấy lại dữ liệu`,

  /** What attacks consist of: counts unless it is only talked about ("tập huấn phòng chống mã độc"). */
  thing: `
    virus, vi rút, vi rus, vi rúc, mã độc, mã đọc, mal ware, malware, trojan, ransomware, ransom ware, ransom
    lockbit, lock bit, lốc bít, wannacry, keylogger, spyware, rootkit, backdoor, cửa hậu, cổng hậu, webshell
    web shell, botnet, worm, sâu máy tính, gián điệp, độc hại, phishing, fishing, phising, scam, lừa đảo, giả mạo
    mạo danh, giả danh, tin tặc, giả làm, giả công an, đóng giả, hacker, hack, hắc cơ, hách cơ, hacked, hacking, tấn công, ddos, dos attack
    từ chối dịch vụ, đê đốt, đi đốt, deface, defaced, defacement, xâm nhập, đột nhập, thâm nhập
    truy cập trái phép, đăng nhập trái phép, lộ lọt, lọt lộ, rò rỉ, dò rỉ, đánh cắp, lấy cắp, nghe trộm
    nghe lén, phá hoại, cướp dữ liệu, breach, leaked, compromised, infected, encrypted, attacked, attack
    unauthorized access, bitcoin, btc, apt, locked, crypted, akira, phobos, exploit, brute force, đầu lâu`,

  /** May be one: asked about. */
  hint: `
    link lạ, đường link lạ, liên kết lạ, file lạ
    tệp lạ, mail lạ, email lạ, thư lạ, web lạ, trang lạ, trang web lạ, phần mềm lạ, ứng dụng lạ, app lạ
    tin nhắn lạ, usb lạ, thiết bị lạ, tiến trình lạ, process lạ, người lạ, kẻ lạ, cuộc gọi lạ, số lạ
    hiện tượng lạ, biểu hiện lạ, dấu hiệu lạ, chạy lạ, có gì lạ, lạ lắm, kỳ lạ, rất lạ, lạ quá
    bất thường, nghi có, nghi bị, không bình thường, khác thường, nghi ngờ, đáng ngờ, khả nghi, có vấn đề, bị gì
    làm sao ấy, lỗ hổng, lỗ hỗng, lo hong, zero day, cve, thư rác, mail rác, spam, quảng cáo lạ
    tự khởi động, tự tắt, tự bật, tự mở, tự đóng, tự cài, tự chạy, tự xóa, tự chuyển, tự nhảy, tự thoát
    nhảy lung tung, nhảy quảng cáo, gửi nhầm, đăng nhầm, chia sẻ nhầm, công khai nhầm, chuyển nhầm, xóa nhầm
    gửi lộn, màn hình đen, đen thui, đen màn hình, mất file, mất tệp, mất bài, mất hồ sơ, mất tài liệu
    file mất, biến mất, không thấy file, thay đổi giao diện, giao diện lạ, đổi giao diện
    tài khoản khóa, khóa tài khoản, bị khóa, bị xóa, bị đổi, bị sửa, bị treo, bị chặn, bị cảnh báo, bị tắt
    bị dính, bị nhiễm, dính rồi, dính chưởng, nhiễm rồi, nhiễm hết, báo nguy hiểm, cảnh báo nguy hiểm
    cảnh báo bảo mật, cảnh báo an ninh, cảnh báo đăng nhập, xưng là, tự xưng, mất an toàn`,

  /** Asked about; of many files, it is certain. */
  unreadable: `
    không mở được, không mở ra, mở không được, mở không ra, mở ra không được, không mở lên, không đọc được
    đọc không được, không truy xuất được, file hỏng, file lỗi, file bị lỗi, font lạ
    ký tự lạ, chữ ngoằn ngoèo, chữ loằng ngoằng`,

  /** A cry for help that says nothing else. */
  cry: `
    cứu với, cứu em, cứu tôi, cứu anh, cứu máy, cứu mình, cứu cứu, cầu cứu, cấp cứu, cứu, sos
    khẩn cấp, khẩn khẩn, khẩn, nguy rồi, nguy to, toang, chết rồi, chết em rồi, tiêu rồi, có biến, có chuyện, gặp nạn`,

  /** Everyday trouble: asked about too, but in a report's open question it is what was asked for. */
  chore: `
    quên mật khẩu, mất mật khẩu, sai mật khẩu, không đăng nhập được, đăng nhập không được, không login được
    quên tài khoản, hỏng, hong, hư, máy hư, bị hư, kẹt giấy, in không được, không in được, máy in
    mất mạng, rớt mạng, đứt mạng, đứt cáp, rớt wifi, mất wifi, mất internet, mất net, mất kết nối, không có mạng
    không có internet, không vào mạng được, không vào được mạng, không lên mạng, mạng chậm, mạng yếu, mạng lag
    mạng chập chờn, wifi yếu, mất điện, cúp điện, chập điện, mất nguồn, máy chậm, chạy chậm, máy treo
    treo máy, máy đơ, đơ máy, máy đứng, đứng máy, lag, màn hình xanh, không lên nguồn, không lên hình
    không bật được, mở máy không lên, máy không lên, không khởi động, lỗi rồi, bị lỗi, báo lỗi, lỗi hệ thống
    hệ thống lỗi, lỗi phần mềm, phần mềm lỗi, máy lỗi, web lỗi, mạng lỗi, lỗi mạng, không kết nối được
    không có tín hiệu, không ổn định`,

  /** Done by attackers and by those who protect their backups. */
  encrypting: 'mã hóa, ma hao, mã háo, encrypt',
} as const;
