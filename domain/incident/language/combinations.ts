import type { evidence } from '#domain/incident/language/evidence.ts';

/** Parts that say something only together; phrases between commas or line breaks, with their marks. */
export const parts = {
  suffered: 'bị, dính, trúng phải, got, been, was, were',
  harm: `
    mã hóa, ma hao, mã háo, hack, hắc, hách, tấn công, tấn con, công kích, chiếm, xâm nhập, đột nhập, thâm nhập, xâm phạm, đánh cắp
    lấy cắp, lấy trộm, lấy mất, dump, bán trên, người khác, người lạ, kẻ gian, kẻ xấu, ai đó, ăn cắp, ăn trộm, mất trộm, mất cắp, trộm, cướp, lộ, lọt, rò rỉ, dò rỉ, phát tán
    nghe lén, nghe trộm, xem trộm, theo dõi, giả mạo, giả danh, mạo danh, lừa, phá, đánh sập, đánh phá, ddos
    đê đốt, deface, virus, vi rút, mã độc, nhiễm độc, lây, chèn, cài mã, cài lén, bẻ khóa, crack, đổi mật khẩu
    đổi giao diện, thay giao diện, sửa giao diện, thay đổi giao diện, sửa nội dung, thay nội dung
    thay đổi nội dung, đổi nội dung, đổi trang chủ, thay trang chủ, đổi hình, điều khiển, khống chế, leak
    tung lên, phát lên, đăng lên mạng, đưa lên mạng, encrypted, hacked, infected, attacked, stolen, compromised, phishing, rao bán, đăng bán, xóa sạch, xóa hết
    xóa trắng, xóa toàn bộ, khóa hết, khóa toàn bộ, khóa sạch, mất quyền, lợi dụng, can thiệp, chuyển hướng
    redirect, tống tiền, đòi tiền, dò mật khẩu, brute force, lockbit, ransomware, ransom`,
  breadth: `
    hết, sạch, toàn bộ, tất cả, tất tần tật, đồng loạt, hàng loạt, loạt, cả phòng, cả sở, cả cơ quan
    cả đơn vị, cả xã, cả ủy ban, toàn tỉnh, toàn ngành, toàn cơ quan, toàn hệ thống, cả hệ thống, cứng, mọi, nào cũng, file nào
    cái nào, máy nào, nào hết, hoàn toàn, tùm lum, cả đống, mấy chục, hàng chục, hàng trăm, mấy trăm, hàng nghìn, hàng ngàn, all`,
  outage: `
    sập, tê liệt, không vào được, không vô được, vào không được, vô không được, không truy cập được
    truy cập không được, không lên được, không load được, ngừng hoạt động, dừng hoạt động, gián đoạn, treo, bị đơ, đơ cứng, đơ luôn, đơ rồi
    down, die, ngỏm, quá tải, nghẽn, đứng, chết, không phản hồi, 503, 502, timeout`,
  system: `
    máy chủ, server, máy tính, máy trạm, máy, laptop, hệ thống, phần mềm, cơ sở dữ liệu, camera, nas, web, website
    trang, cổng, portal, một cửa, dịch vụ công, fanpage, site, mail, email, hộp thư, thư công vụ, thư điện tử
    tài khoản, zalo, facebook, router, tường lửa, firewall, ioffice, qlvb`,
  screen: `
    web, website, trang, cổng, portal, fanpage, site, page, giao diện, facebook, zalo, youtube, màn hình
    bảng điện tử, bảng led`,
  junk: `
    cờ bạc, cá độ, cá cược, đánh bạc, bài bạc, casino, nhà cái, bet, bet88, kubet, w88, sex, khiêu dâm, đồi trụy
    phim người lớn, phản động, xấu độc, nội dung lạ, nội dung xấu, chữ lạ, chữ đỏ, hình lạ, ảnh lạ, hình ảnh lạ
    quảng cáo lạ, bậy bạ, trang khác, trang lạ, chữ trung quốc, chữ nước ngoài, tiếng trung, tiếng nga, tiếng tàu
    chữ tàu, chữ nga, đầu lâu, xuyên tạc, phản cảm, dung tục, cờ nước ngoài, thông báo lạ`,
  exposed: 'lộ, lọt, rò rỉ, dò rỉ, leak, tuồn, rao bán, đăng bán, tung lên mạng, đưa lên mạng, phát tán',
  outInTheOpen: `
    lộ rồi, bị lộ, lộ ra, lộ hết, rò rỉ, dò rỉ, leak, rao bán, đăng bán, bán đầy, tung lên, phát lên, phát tán
    bán trên mạng`,
  secret: `
    mật khẩu, dữ liệu, thông tin, danh sách, hồ sơ, cccd, căn cước, cmnd, otp, tài khoản, số điện thoại
    cơ sở dữ liệu, văn bản, tài liệu, đề thi, ảnh nhạy cảm, mã nguồn, source code, token, chữ ký số, bệnh án
    mã xác thực`,
  demanded: 'đòi, dọa, đe dọa, bắt trả, bắt nộp, bắt đóng, tống, yêu cầu trả, yêu cầu nộp, trả tiền, pay',
  ransom:
    'tiền, bitcoin, btc, usd, triệu đô, nghìn đô, coin, crypto, triệu, tỷ, chuộc, tung dữ liệu, công khai dữ liệu, xóa dữ liệu',
  slipped: `
    lỡ bấm, nhỡ bấm, trót bấm, lỡ click, nhỡ click, trót click, lỡ mở, nhỡ mở, trót mở, lỡ tải, nhỡ tải, trót tải
    lỡ nhấn, lỡ ấn, nhỡ ấn, lỡ nhấp, lỡ vào, nhỡ vào, lỡ nhập, nhỡ nhập, trót nhập, lỡ cài, trót cài, lỡ quét
    lỡ tay, bấm nhầm, click nhầm, mở nhầm, tải nhầm, nhấn nhầm, ấn nhầm, nhấp nhầm, vào nhầm, nhập nhầm, cài nhầm
    quét nhầm, bấm lộn, mở lộn, kích nhầm, lỡ kích, bấm phải, click phải, mở phải, tải phải, vào phải, cài phải
    lỡ đưa, lỡ gửi, lỡ đọc, lỡ cung cấp, lỡ cho`,
  bait: `
    link, đường dẫn, liên kết, file, tệp, đính kèm, mail, email, thư, web, trang, phần mềm, ứng dụng, app, mã qr
    qr, mật khẩu, tài khoản, otp, exe, apk`,
  odd: 'lạ, giả, giả mạo, độc, độc hại, lừa, lừa đảo, trúng thưởng',
  opened: 'bấm, click, kích, nhấn vào, nhấn link, ấn vào, mở, nhấp, tải, cài, quét, truy cập, vào, cắm, clik',
  oddBait: `
    link lạ, đường link lạ, liên kết lạ, đường dẫn lạ, file lạ, tệp lạ, đính kèm lạ, mail lạ, email lạ, thư lạ, web lạ, trang lạ
    phần mềm lạ, ứng dụng lạ, app lạ, usb lạ, link giả, trang giả, web giả, mail giả, app giả, link độc, file độc
    qr lạ, link lừa, tin nhắn lạ`,
  gave: 'nhập, điền, gõ, cung cấp, đưa, đọc, gửi, cho, khai',
  /** Only made of others: a password or the like has been given to somebody. */
  handedOver: '',
  impostor: `
    trang giả, web giả, trang lạ, web lạ, link lạ, link giả, người lạ, kẻ gian, kẻ xấu, kẻ lạ, mail lạ, app giả
    số lạ, form lạ, cho nó, cho bọn, cho chúng, cho họ, cho thằng, cho con`,
  stranger: `
    ip lạ, máy lạ, thiết bị lạ, ai vào, ai vô, nước ngoài, trung quốc, máy khác, có người, người khác, có ai, ai lại`,
  intruded: `
    đăng nhập, truy cập, vào máy, vô máy, vào tài khoản, vào hệ thống, vô hệ thống, vào mail, vào email
    vào hộp thư, vào web, đổi mật khẩu, xóa dữ liệu, xóa file, sửa dữ liệu, điều khiển, remote, teamviewer
    ultraviewer, anydesk, dùng tài khoản, xài tài khoản, lấy tài khoản, dùng zalo, lấy dữ liệu, tải dữ liệu`,
  villain:
    'người lạ, kẻ lạ, kẻ xấu, kẻ gian, kẻ nào, có kẻ, có đứa, có thằng, bọn nó, chúng nó, tụi nó, bọn xấu, ai đó, thằng nào, đứa nào, đối tượng lạ, đối tượng xấu',
  meddled:
    'vào, vô, đăng nhập, truy cập, xóa, sửa, đổi, lấy, copy, tải, cài, điều khiển, dùng, xài, xem, đăng bài, cắm',
  guard: `
    kaspersky, bkav, defender, antivirus, diệt virus, eset, edr, soc, siem, ids, ips, tường lửa, firewall
    hệ thống giám sát`,
  raised: 'báo, cảnh báo, phát hiện, hiện, kêu, thông báo',
  danger: `
    độc, nguy hiểm, màu đỏ, mức đỏ, bất thường, lạ, kết nối ra ngoài, critical, quét, dò quét, scan, c2, nhiễm`,
  /** Only made of others: a tool of defence speaks up. */
  alarm: '',
  lost: 'mất, thất lạc, đánh rơi, bỏ quên',
  device: `
    laptop, xách tay, usb, ổ cứng, điện thoại, máy tính, máy tính bảng, token, chữ ký số, thẻ nhớ, ipad`,
  /** Only made of others: a device has been lost. */
  deviceLost: '',
  precious: 'dữ liệu, công vụ, hồ sơ, tài liệu, danh sách, cán bộ, mật, bí mật, lãnh đạo, thông tin',
  burnt: 'cháy, ngập, nổ, bốc khói',
  serverRoom: 'máy chủ, server, phòng máy, trung tâm dữ liệu, datacenter, tủ rack',
  sentOut: 'gửi đi, gửi ra, tự gửi, phát tán, bắn ra',
  junkMail: 'thư rác, mail rác, spam, thư lạ, tin nhắn rác',
  note: 'readme, read me, màn hình, tờ giấy, tin nhắn, thông báo, file txt',
  buyBack:
    'lấy lại dữ liệu, lấy lại file, chuộc, giải mã, khôi phục phải trả, liên hệ email, liên hệ mail, liên hệ telegram',
  caller: 'tin nhắn, cuộc gọi, gọi điện, có người gọi, nhắn tin, số lạ, zalo nhắn',
  lure: 'link, đường dẫn, cài app, cài ứng dụng, otp, mã xác thực, chuyển tiền, chuyển khoản, cập nhật vneid, định danh',
  sudden: 'tự nhiên, tự dưng, bỗng, bỗng dưng, đột nhiên, tự',
  files: 'file, tệp, dữ liệu, thư mục, hồ sơ, văn bản, email, mail, cơ sở dữ liệu, thư',
  gone: 'mất sạch, mất hết, mất toàn bộ, mất tiêu, bay sạch, bay hết, đi tong, biến mất hết, không cánh',
  wanted:
    'xem giúp, kiểm tra giúp, sửa giúp, xem hộ, sửa hộ, kiểm tra hộ, coi giúp, coi giùm, sửa giùm, cứu giúp',
  /** Whatever a person works with; with `amiss`, it is worth a question. */
  belonging: `
    máy, laptop, server, hệ thống, phần mềm, cơ sở dữ liệu, dữ liệu, file, tệp, thư mục, camera, web, website, trang
    cổng, portal, fanpage, facebook, zalo, mail, email, hộp thư, thư công vụ, tài khoản, wifi, mạng, router, usb, màn hình
    điện thoại, máy in, scan, in, ổ cứng, chuột, bàn phím, ioffice`,
  amiss: `
    bị, lạ, tự nhiên, tự dưng, bỗng, đột nhiên, nhảy, tắt, tắt ngúm, hiện lên, tùm lum, lung tung, bậy, mất, biến, quái
    trục trặc, kêu, nóng, nhấp nháy, đứt, rớt, xoay, quay tròn, không nhận, không ra, không in, không gửi, không tải, kỳ lắm, kỳ cục, chập chờn
    không chạy, không lên, không vào, không mở, không thấy, sao ấy, kiểu gì, hoảng, khác mọi khi, không giống`,
} as const;

export type Sign = keyof typeof evidence | keyof typeof parts;

export interface Combination {
  first: Sign;
  then: Sign;
  /** So many words may stand between them. */
  within: number;
  /** `first` has to come first; else either way. */
  ordered: boolean;
  makes: Sign;
}

/** Those that make a part stand before those that need it. */
export const combinations: readonly Combination[] = [
  inOrder('suffered', 'harm', 4, 'happened'),
  eitherWay('encrypting', 'breadth', 4, 'happened'),
  eitherWay('unreadable', 'breadth', 5, 'happened'),
  inOrder('exposed', 'secret', 4, 'happened'),
  inOrder('secret', 'outInTheOpen', 5, 'happened'),
  inOrder('demanded', 'ransom', 4, 'happened'),
  inOrder('note', 'buyBack', 8, 'happened'),
  inOrder('bait', 'odd', 3, 'oddBait'),
  inOrder('slipped', 'bait', 5, 'happened'),
  inOrder('opened', 'oddBait', 4, 'happened'),
  inOrder('gave', 'secret', 3, 'handedOver'),
  inOrder('handedOver', 'impostor', 8, 'happened'),
  eitherWay('caller', 'lure', 8, 'hint'),
  inOrder('screen', 'junk', 8, 'happened'),
  inOrder('stranger', 'intruded', 5, 'happened'),
  inOrder('intruded', 'stranger', 5, 'happened'),
  inOrder('villain', 'meddled', 5, 'happened'),
  inOrder('guard', 'raised', 3, 'alarm'),
  inOrder('guard', 'raised', 3, 'hint'),
  inOrder('alarm', 'danger', 8, 'happened'),
  inOrder('sentOut', 'junkMail', 4, 'happened'),
  eitherWay('outage', 'breadth', 5, 'happened'),
  eitherWay('system', 'outage', 5, 'hint'),
  inOrder('lost', 'device', 3, 'deviceLost'),
  inOrder('lost', 'device', 3, 'hint'),
  inOrder('deviceLost', 'precious', 6, 'happened'),
  eitherWay('burnt', 'serverRoom', 4, 'hint'),
  inOrder('sudden', 'harm', 3, 'happened'),
  eitherWay('files', 'gone', 4, 'happened'),
  eitherWay('belonging', 'amiss', 5, 'chore'),
  eitherWay('belonging', 'wanted', 4, 'chore'),
];

function inOrder(first: Sign, then: Sign, within: number, makes: Sign): Combination {
  return { first, then, within, ordered: true, makes };
}

function eitherWay(first: Sign, then: Sign, within: number, makes: Sign): Combination {
  return { first, then, within, ordered: false, makes };
}
