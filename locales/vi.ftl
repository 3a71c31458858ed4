### Mọi câu chữ mà cán bộ đọc. Viết như một đồng nghiệp lịch sự: ngắn, rõ, mỗi tin một ý.

## Kỳ báo cáo và thời hạn

period-month = tháng { $month }/{ $year }
period-quarter = quý { $quarter }/{ $year }
period-first-half = 6 tháng đầu năm { $year }
period-second-half = 6 tháng cuối năm { $year }
period-year = năm { $year }
report-title = { $name } ({ $period })
# Tên báo cáo chỉ nói kỳ: trong một danh sách, “tháng 12/2026” là đủ.
report-of-month = Báo cáo tháng
report-of-quarter = Báo cáo quý
report-of-half = Báo cáo 6 tháng
report-of-year = Báo cáo năm
due-before = trước ngày { $dueDay } (hạn cuối: hết { $lastDay })
provisional-note = Ngày này dựa trên lịch nghỉ dự kiến, có thể thay đổi.

## Chung

something-went-wrong =
    Xin lỗi anh/chị, tôi chưa xử lý được tin vừa rồi. Những gì đã lưu trước đó vẫn còn.
    Anh/chị gửi lại giúp, hoặc gõ /trogiup.
not-understood = Tôi chưa hiểu ý anh/chị. Anh/chị gõ /trogiup để xem tôi giúp được gì.
old-button = Lựa chọn này thuộc một tin cũ, không còn dùng được. Anh/chị chọn ở tin mới nhất giúp tôi.
edited-message = Tôi không đọc được tin đã sửa. Muốn đổi câu trả lời, anh/chị gửi một tin mới.
unsupported-document =
    Tôi không nhận tệp qua trò chuyện. Văn bản, tài liệu anh/chị gửi qua hệ thống quản lý văn bản hoặc thư công vụ.
unsupported-other = Tôi chỉ đọc được tin chữ. Anh/chị gõ bằng chữ giúp tôi.
group-only-private = Để giữ kín thông tin, tôi chỉ trả lời trong trò chuyện riêng. Anh/chị nhắn riêng cho tôi.

## Ảnh và tin thoại

media-received-voice =
    Tôi đã nhận tin thoại của anh/chị. Nếu là sự cố, anh/chị gõ: sự cố.
    Việc khác thì anh/chị gõ bằng chữ giúp tôi, vì tôi không nghe được tin thoại.
media-too-large-photo =
    Ảnh anh/chị gửi lúc { $time } lớn hơn 10 MB nên tôi không nhận được. Anh/chị gửi lại ảnh nhỏ hơn giúp tôi.
media-too-large-voice =
    Tin thoại anh/chị gửi lúc { $time } lớn hơn 10 MB nên tôi không nhận được.
    Anh/chị gửi lại tin ngắn hơn giúp tôi, hoặc gõ bằng chữ.
media-other-content-photo =
    Tệp anh/chị gửi lúc { $time } không phải là ảnh nên tôi không nhận.
    Anh/chị chụp lại rồi gửi giúp tôi, hoặc gõ bằng chữ.
media-other-content-voice =
    Tệp anh/chị gửi lúc { $time } không phải là tin thoại nên tôi không nhận. Anh/chị gõ bằng chữ giúp tôi.
media-gone-photo =
    Tôi không tải được ảnh anh/chị gửi lúc { $time }. Anh/chị gửi lại giúp tôi, hoặc gõ bằng chữ.
media-gone-voice =
    Tôi không tải được tin thoại anh/chị gửi lúc { $time }. Anh/chị gửi lại giúp tôi, hoặc gõ bằng chữ.
media-too-many =
    Trong một ngày qua anh/chị đã gửi quá nhiều ảnh và tin thoại, nên tôi không nhận thêm tin này.
    Anh/chị gõ bằng chữ giúp tôi.

## Liên kết tài khoản

stranger-hello =
    Xin chào anh/chị. Tôi là Nhắc Hạn, nhắc hạn và nhận báo cáo an toàn thông tin của cơ quan.
    Để bắt đầu, anh/chị gửi mã mời gồm 8 ký tự mà quản trị viên đã cấp, ví dụ ABCD-2345.
code-unknown = Mã này không đúng. Mã mời gồm 8 ký tự, ví dụ ABCD-2345. Anh/chị xem lại giúp.
code-expired = Mã này đã dùng hoặc đã hết hạn. Anh/chị xin quản trị viên cấp mã mới.
code-link-expired = Mã này đã dùng hoặc đã hết hạn. Anh/chị gõ /lienket ở kênh đang dùng để lấy mã mới.
stranger-last-answer =
    Trong 24 giờ tới, tôi không trả lời thêm ở đây. Khi có mã đúng, anh/chị chờ 1 giờ rồi gửi, tôi vẫn nhận.
code-too-many = Anh/chị đã nhập sai nhiều lần. Sau 1 giờ, anh/chị thử lại, hoặc hỏi quản trị viên.
code-already-linked = Tài khoản này đã liên kết với { $name } rồi. Anh/chị gõ /trogiup để xem tôi giúp được gì.
welcome =
    Xin chào { $name }. Tài khoản đã liên kết xong.
    Vai trò: { $positions }.

    { $next }
welcome-next-reporter = Tôi sẽ nhắc anh/chị trước mỗi hạn. Gõ /baocao để xem báo cáo phải gửi.
welcome-next-manager = Gõ /chuabaocao để xem đơn vị nào chưa báo cáo.
welcome-next-none = Anh/chị chưa được giao vai trò nào có báo cáo. Nếu chưa đúng, anh/chị hỏi quản trị viên.
welcome-next-linked = Từ nay tôi nhắc anh/chị ở đây. Muốn đổi, anh/chị gõ /lienket.
welcome-next-linked-elsewhere = Lời nhắc vẫn đến { $channel }. Muốn nhận ở đây, anh/chị gõ /lienket.
position-at = { $position } – { $unit }
position-reporter = cán bộ báo cáo
position-head = lãnh đạo
position-coordinator = đầu mối tổng hợp
position-responder = ứng cứu sự cố
position-administrator = quản trị viên

## Kênh liên kết: một người trên Zalo và Telegram

channel-zalo = Zalo
channel-telegram = Telegram
channel-rehearsal = Phòng diễn tập
channel-of-several = { $channel } { $number }
link-list =
    Anh/chị đang liên kết:
    { $lines }
link-line = • { $channel }, từ { $since }{ $state }
link-state-preferred = {" "}– nhận lời nhắc
link-state-blocked = {" "}– đang chặn tin của tôi
link-state-retired = {" "}– bot ở đó đã ngừng, tôi không nhắn được
button-prefer-here = Nhận nhắc ở đây
button-prefer = Nhận nhắc ở { $channel }
button-unlink = Gỡ { $channel }
button-link-more = Liên kết thêm kênh
button-unlink-sure = Đồng ý gỡ
button-unlink-last = Vẫn gỡ, không nhắc nữa
link-preferred = Từ nay tôi nhắc anh/chị ở { $channel }.
link-unlink-ask = Gỡ { $channel }? Tôi sẽ không nhắn anh/chị ở đó nữa. Lời nhắc sẽ đến { $other }.
link-unlink-ask-last =
    Nếu gỡ { $channel }, tôi không còn kênh nào để nhắc anh/chị: lời nhắc sẽ dừng hẳn.
    Muốn liên kết lại, anh/chị phải xin quản trị viên mã mời mới. Anh/chị vẫn gỡ?
link-kept = Các kênh vẫn giữ nguyên.
link-unlinked = Đã gỡ { $channel }. Lời nhắc từ nay đến { $other }.
link-unlinked-last = Đã gỡ { $channel }. Tôi không nhắc anh/chị nữa. Muốn dùng lại, anh/chị xin quản trị viên mã mời mới.
link-unlinked-there = Kênh này đã được gỡ khỏi tài khoản của { $name }. Tôi sẽ không nhắn ở đây nữa.
link-unlinked-told =
    { $channel } vừa được gỡ khỏi tài khoản của anh/chị. Nếu không phải anh/chị làm, anh/chị báo quản trị viên ngay.
link-code =
    Mã liên kết: { $code } (dùng một lần, trong { $minutes } phút).
    { $where }
link-code-send = { $channel }: mở { $link } rồi gửi mã này.
link-code-tap = { $channel }: mở { $link }
link-code-anywhere = Anh/chị gửi mã này từ tài khoản muốn liên kết thêm.
link-code-own = Kênh này đã liên kết rồi. Anh/chị gửi mã từ tài khoản muốn liên kết thêm.
link-channel-full = Các bot trên { $channel } đều đã đủ người. Anh/chị báo quản trị viên giúp.
link-no-bot = Nhắc Hạn chưa có trên { $channel }.
link-told =
    { $channel } vừa được liên kết với tài khoản của anh/chị. { $next }
    Nếu không phải anh/chị làm, gõ /lienket để gỡ.
link-reminders-go-to = Lời nhắc từ nay đến { $channel }.
link-reminders-stay-at = Lời nhắc vẫn đến { $channel }.
continued-here = Anh/chị làm tiếp ở đây. Câu đang hỏi:
answer-too-early = Tin vừa rồi gửi trước khi câu hỏi này hiện ra nên tôi chưa ghi. Câu đang hỏi:
received-elsewhere =
    Anh/chị đã gửi qua { $channel }:
    { $lines }
    { $next }
filed-elsewhere =
    Anh/chị đã ghi nhận gửi bằng văn bản qua { $channel }:
    { $lines }
    { $next }
received-elsewhere-line = • { $unit }: { $titles }
received-elsewhere-done = Ở đây anh/chị không phải làm gì thêm.
received-elsewhere-more = Những báo cáo khác đã nhắc ở đây vẫn phải gửi.

## Trợ giúp

help =
    Tôi giúp anh/chị:
    { $lines }
help-incident = /suco – báo sự cố, hoặc nhắn “sự cố” bất cứ lúc nào
help-report = /baocao – báo cáo phải gửi, lập báo cáo
help-office = /giahan, /bangiao, /nghiphep – xin gia hạn; bàn giao; báo nghỉ và ai làm thay
help-missing = /chuabaocao – đơn vị nào chưa báo cáo
help-schedule = /lich – các thời hạn sắp tới
help-link = /lienket – kênh đang dùng, liên kết thêm Zalo hoặc Telegram
help-stop = /huy – dừng việc đang làm, giữ bản nháp
help-help = /trogiup – hướng dẫn này
help-plain = Anh/chị gõ bình thường cũng được, không cần dấu. Ví dụ: { $examples }.
help-plain-report = “gửi qua trục rồi, số 214/BC-STC”
help-plain-missing = “ai chưa báo cáo tháng 11?”
help-plain-schedule = “lịch báo cáo”
command-suco = Báo sự cố, xem sự cố đang mở
command-baocao = Báo cáo phải gửi, lập báo cáo
command-chuabaocao = Đơn vị nào chưa báo cáo
command-lich = Các thời hạn sắp tới
command-lienket = Kênh đang dùng, liên kết thêm kênh
command-trogiup = Hướng dẫn
command-huy = Dừng việc đang làm, giữ bản nháp

## Báo cáo phải gửi

reports-to-send = { $count } báo cáo phải gửi
reports-not-sent = { $count } báo cáo chưa gửi
tasks-to-do = { $count } nhiệm vụ phải làm
tasks-not-done = { $count } nhiệm vụ chưa xong
owed-title = Anh/chị có { $what }.
owed-unit = { $unit }
owed-due = Hạn: { $due }
owed-due-late = Đã quá hạn: { $due }
owed-line = • { $title }{ $state }
owed-state-draft = {" "}(đang làm dở)
owed-state-draft-by = {" "}({ $name } đang làm dở)
owed-state-returned = {" "}(đề nghị bổ sung)
owed-more = Và { $count } báo cáo khác. Anh/chị gõ kỳ báo cáo để lập, ví dụ: “báo cáo tháng 12”.
owed-later = Ngoài ra còn { $count } báo cáo có hạn sau ngày { $day }, chưa cần làm ngay.
owed-nothing = Anh/chị không còn báo cáo nào phải gửi.
owed-nothing-soon = Anh/chị không còn báo cáo nào phải gửi từ nay đến ngày { $day }.
owed-next = Hạn kế tiếp: { $title }, { $due }.
owed-not-reporter = Anh/chị không có vai trò lập báo cáo. Nếu chưa đúng, anh/chị hỏi quản trị viên.
owed-period-none = Không có báo cáo { $period } nào mà anh/chị còn phải gửi.
period-impossible = Không có kỳ báo cáo như vậy. Anh/chị gõ ví dụ: “tháng 11”, “quý 4”, “năm 2026”.
button-fill = Lập báo cáo
button-fill-due = Lập báo cáo (hạn { $lastDay })
button-fill-unit = { $unit }: lập báo cáo
button-fill-due-unit = { $unit }: lập báo cáo (hạn { $lastDay })
button-paper = Đã gửi bằng văn bản
button-snooze = Nhắc lại sau
button-why = Vì sao tôi nhận?

## Lời nhắc

reminder-title = Nhắc hạn: { $what }
reminder-title-overdue = Đã quá hạn: { $what }
reminder-title-head = Để lãnh đạo biết: đơn vị còn { $what }
reminder-unit = { $unit }
reminder-line = • { $title }
reminder-due = Hạn: { $due }.
reminder-days-left =
    { $days ->
        [1] Còn 1 ngày làm việc, kể cả hôm nay.
       *[other] Còn { $days } ngày làm việc, kể cả hôm nay.
    }
reminder-last-day = Hôm nay là hạn cuối.
reminder-last-working-day = Hôm nay là ngày làm việc cuối trước hạn.
reminder-overdue-days =
    { $days ->
        [1] Đã quá hạn 1 ngày.
       *[other] Đã quá hạn { $days } ngày.
    }
reminder-to = Nơi nhận theo văn bản: { $recipient }.
reminder-to-coordinator = Gửi: { $unit } (đơn vị đầu mối tổng hợp).
reminder-cited = Căn cứ: { $citation }.
reminder-own-date = Văn bản không nêu ngày. Thời hạn do đơn vị tự đặt.
reminder-own-date-of = Thời hạn của { $titles } do đơn vị tự đặt; văn bản không nêu ngày.
reminder-service = Việc này do hệ thống nhắc thêm, văn bản không quy định.
reminder-service-of = { $titles }: hệ thống nhắc thêm, văn bản không quy định.
reminder-more = Và { $count } báo cáo khác. Anh/chị gõ /baocao để xem.
reminder-more-head = Và { $count } báo cáo khác. Anh/chị gõ /chuabaocao để xem.
reminder-drafts = Bản nháp vẫn còn, anh/chị chỉ cần làm tiếp.
reminder-left-at = Anh/chị đang làm dở ở câu { $number }/{ $total }. Bản nháp vẫn còn, anh/chị gõ “tiếp tục” để làm tiếp.
reminder-reporters = Cán bộ báo cáo: { $names }.
reminder-no-reporters = Đơn vị chưa có cán bộ báo cáo.

## Nhắc lại sau

snooze-ask = Anh/chị muốn được nhắc lại lúc nào?
snooze-none = Không còn lần nhắc nào muộn hơn. Anh/chị gõ /baocao để lập báo cáo.
snooze-choice = { $time } { $day }
snooze-choice-today = { $time } hôm nay
snooze-done = Tôi sẽ nhắc lại anh/chị lúc { $when }.
snooze-nothing = Không còn báo cáo nào để nhắc.

## Vì sao tôi nhận?

why-title = { $title }
why-cited = Căn cứ: { $citation }.
why-quote = “{ $quote }”
why-quote-scanned = (Bản quét ghi: “{ $quote }”)
why-authority = Cơ quan ban hành: { $authority }.
why-due-text = Thời hạn: { $due }, theo văn bản.
why-due-default = Thời hạn: { $due }, do đơn vị tự đặt vì văn bản không nêu ngày.
why-due-product = Thời hạn: { $due }. Hệ thống nhắc thêm, văn bản không quy định.
why-window = Số liệu từ { $from } đến { $to }.
why-unit = Anh/chị nhận vì là { $position } của { $unit }.

## Lịch

schedule-title = Các thời hạn sắp tới
schedule-none = Chưa có thời hạn nào sắp tới cho đơn vị của anh/chị.
schedule-due = Hạn: { $due }
schedule-line = • { $title }{ $state }
schedule-received = {" "}– đã nhận
schedule-filed = {" "}– đã gửi bằng văn bản
schedule-own = { $unit }
schedule-agencies = Các đơn vị phải gửi

## Ai chưa báo cáo

missing-refused = Danh sách này dành cho lãnh đạo đơn vị và đơn vị đầu mối tổng hợp. Anh/chị gõ /baocao để xem báo cáo của mình.
missing-title = Chưa báo cáo, tính đến { $time } { $day }:
missing-title-period = { $period } – tính đến { $time } { $day }:
missing-counts =
    Phải gửi { $all }: đúng hạn { $onTime }, quá hạn đã gửi { $late }, bằng văn bản { $filed }, chưa gửi { $missing }.
missing-overdue = Quá hạn, chưa gửi { $count } báo cáo
missing-upcoming = Hạn: { $due }. Chưa gửi { $count } trên { $all } báo cáo
missing-waiting = Chưa gửi ({ $count })
missing-heading = { $heading }:
missing-heading-continued = { $heading } (tiếp):
missing-heading-of = { $heading } ({ $titles })
missing-unit = • { $unit }
missing-unit-titles = • { $unit }: { $titles }
missing-unit-unreachable = { $unit } (không liên lạc được cán bộ báo cáo)
missing-unit-without-reporter = { $unit } (chưa có cán bộ báo cáo)
missing-none = Tất cả đã gửi.
missing-none-open = Hiện không còn báo cáo nào chưa gửi.
missing-no-period = Hệ thống chưa theo dõi báo cáo { $period } nào.
missing-due = Thời hạn: { $due }.
missing-page = Trang { $page }/{ $pages }
button-next-page = Trang sau
button-previous-page = Trang trước

## Lập báo cáo

yes = Có
no = Không
fill-begin =
    { $count ->
        [1] { $titles }.
       *[other] Làm cùng lúc: { $titles }.
    }
fill-hint = Chưa rõ câu nào, anh/chị gõ “?” để xem giải thích.
fill-carried-on = Anh/chị làm tiếp bản nháp đã lưu.
form-changed = Biểu mẫu có bản mới ({ $titles }). Các câu trả lời còn phù hợp vẫn được giữ.
form-added = Biểu mẫu có câu mới: { $questions }.
form-reworded = Câu được viết lại, câu trả lời vẫn giữ, anh/chị xem lại giúp ở phần tóm tắt: { $questions }.
form-reasked = Câu đổi cách trả lời, xin hỏi lại: { $questions }.
form-gone = Câu không còn trong biểu mẫu: { $questions }.
form-answered = { $label } (đã trả lời: { $answer })
fill-take-over-ask = { $name } đang làm dở báo cáo này. Anh/chị làm tiếp thay { $name }?
fill-other-drafting = { $name } đã làm tiếp báo cáo mà anh/chị làm dở. Các câu anh/chị đã trả lời vẫn còn.
fill-already-sent = Báo cáo này đã gửi rồi.
fill-not-yours = Anh/chị không còn phụ trách báo cáo này. Nếu chưa đúng, anh/chị hỏi quản trị viên.
fill-no-form = Báo cáo này không lập qua trò chuyện. Sau khi gửi văn bản, anh/chị chọn “Đã gửi bằng văn bản” để tôi thôi nhắc.
fill-stopped = Đã dừng ở { $answered }/{ $total } câu, chưa gửi. Bản nháp vẫn còn; khi nào làm tiếp, anh/chị gõ “tiếp tục”.
fill-nothing-to-stop = Anh/chị không có việc nào đang làm dở.
fill-nothing-to-resume = Anh/chị không có việc nào đang làm dở. Gõ /baocao để xem báo cáo phải gửi.
fill-echo = Đã ghi: { $label }: { $answer }.
fill-skipped = Đã bỏ qua: { $label }.
fill-cannot-skip = Câu này không bỏ qua được, anh/chị trả lời giúp.
fill-not-complete = Còn { $count } câu chưa trả lời, nên chưa gửi được.
together-at-least = Làm cùng lúc: từ { $asks } câu (thay vì { $alone }).
together-exactly = { $reports } báo cáo, { $asks } câu (thay vì { $alone }).
offer-together = { $reports } báo cáo, từ { $asks } câu (thay vì { $alone }).
offer-alone = { $asks } câu.
taken-none = Kỳ trước không có số liệu nào lấy được.
taken-title = Đã ghi:
nothing-ask = Anh/chị xác nhận kỳ này không phát sinh?
nothing-happened = Trong kỳ:
nothing-kept = Giữ như kỳ trước:
confirm-line = • { $label }: { $answer }
answer-in-all = { $answer } (cả { $count } kỳ)
nothing-recorded = Đã ghi: không phát sinh, các số liệu khác giữ như trên.
confirm-unlike-last = Kỳ trước { $last }, kỳ này { $answer } – đúng không?
confirm-misread = Tôi chưa hiểu. Anh/chị trả lời “đúng”, hoặc gõ lại câu trả lời.
confirm-approximate = Tôi ghi { $answer } – đúng không?
fill-confirm-outside = Ngày { $answer } nằm ngoài thời gian lấy số liệu (từ { $from } đến { $to }). Anh/chị vẫn ghi ngày này?
question-number = Câu { $number }/{ $total }
question-number-unit = Câu { $number }/{ $total } – { $unit }
question-window = Số liệu từ { $from } đến { $to }.
question-window-of = Số liệu từ { $from } đến { $to } ({ $titles }).
question-windows = Tính trong các kỳ:
question-window-one = { $number }. { $titles }: từ { $from } đến { $to }
question-window-each = • { $titles }: từ { $from } đến { $to }
question-windows-count = Anh/chị gõ { $count } số trong một tin, theo thứ tự trên, ví dụ: { $example }
question-known = Theo sổ sự cố: { $figures }
question-parts = Anh/chị gõ { $count } số trong một tin, theo thứ tự: { $parts }.
question-parts-listed =
    Anh/chị gõ { $count } số trong một tin, theo thứ tự:
    { $parts }
question-parts-named = Ví dụ: { $example }, hoặc gõ tên và số: { $named }
question-part = { $number }. { $label }
question-current = Đang ghi: { $answer }
label-window = ({ $from }–{ $to })
summary =
    Anh/chị xem lại trước khi gửi:
    { $unit }: { $titles }

    { $lines }
summary-today = Tính đến hôm nay
summary-window = Số liệu từ { $from } đến { $to } ({ $titles })
summary-heading-unit = { $unit } – { $heading }
summary-heading = { $heading }:
summary-line = • { $label }: { $answer }
summary-skipped = (bỏ qua)
edit-which = Anh/chị muốn sửa câu nào?
edit-which-part = Anh/chị muốn sửa phần nào?
edit-part = { $name }: { $count } câu
edit-line = { $label }: { $answer }
help-at-summary = Anh/chị chọn “Gửi” nếu số liệu đã đúng, hoặc “Sửa câu trả lời”.
help-example = Ví dụ: { $example }
help-own-question = Câu hỏi do đơn vị tự đặt, liên quan: { $citation }.
help-service = { $citation }.
picked = ✓ { $label }
counted = { $label }: { $count }
nothing-counted = tất cả bằng 0
none-of-them = Không có (0)
today-is = Hôm nay { $day }
yesterday-was = Hôm qua { $day }
button-take-over = Làm tiếp thay
button-resume = Tiếp tục
button-known = Ghi theo sổ: { $figures }
button-earlier = Có, nhưng trước { $day }
button-take-last = Lấy số liệu kỳ trước
button-nothing = Không phát sinh
button-nothing-yes = Đúng, không phát sinh
button-nothing-no = Không, trả lời từng câu
button-right = Đúng
button-wrong = Gõ lại
button-keep = Giữ nguyên
button-skip = Bỏ qua
button-back = Quay lại
button-stop = Dừng, giữ nháp
button-picked = Xong
button-edit = Sửa: { $label }
button-edit-answer = Sửa câu trả lời
button-this-day = Vẫn ghi ngày này
button-other-day = Nhập ngày khác
button-send =
    { $count ->
        [1] Gửi báo cáo
       *[other] Gửi { $count } báo cáo
    }
button-fill-next = Lập báo cáo còn lại
stale-other-question = Lựa chọn này thuộc câu khác. Anh/chị đang ở câu dưới đây.
stale-other-dialogue = Lựa chọn này thuộc một tin cũ. Anh/chị đang ở câu dưới đây.
stale-summary-changed = Số liệu đã thay đổi từ lúc anh/chị xem. Anh/chị xem lại giúp.
stale-stopped = Báo cáo này đang tạm dừng.
refused-empty = Tôi chưa thấy câu trả lời.
refused-too-long = Câu trả lời dài quá { $limit } ký tự.
refused-misunderstood = Tôi chưa hiểu câu trả lời này.
refused-ambiguous = Câu trả lời này có thể hiểu nhiều cách: { $between }.
refused-wrong-count = Tôi đếm được { $given } số, cần { $wanted } số.
refused-wider-is-less = Kỳ dài tính cả kỳ ngắn nên không thể ít hơn: { $wider } ít hơn { $narrower }.
refused-no-such-day = Không có ngày này.
refused-future-date = Ngày { $day } chưa tới.
refused-negative = Số này không thể âm.
refused-below = Số nhỏ nhất là { $limit }.
refused-above = Số lớn nhất là { $limit }.
expected-integer = Anh/chị gõ một số nguyên, ví dụ: { $example }
expected-decimal = Anh/chị gõ một số, ví dụ: { $example }
expected-percent = Anh/chị gõ tỷ lệ phần trăm, ví dụ: { $example }
expected-yes-no = Anh/chị trả lời “có” hoặc “không”.
expected-choice = Anh/chị chọn một: { $options }.
expected-choices = Anh/chị chọn một hoặc nhiều: { $options }.
expected-date = Anh/chị gõ ngày/tháng, ví dụ: { $example }
expected-text = Anh/chị viết ngắn, tối đa { $limit } ký tự, ví dụ: { $example }
expected-numbers = Anh/chị gõ { $count } số, cách nhau bằng dấu cách, ví dụ: { $example }
receipt =
    Đã nhận { $count } báo cáo của { $unit } lúc { $time } { $day }.
    { $lines }

    Biên nhận này không thay văn bản đã ký.
receipt-line = • { $title }: mã tiếp nhận { $code }, { $standing }
receipt-on-time = đúng hạn
receipt-late = quá hạn

## Sau khi gửi: sửa báo cáo đã gửi, chốt số liệu, đề nghị bổ sung

button-correct = Sửa báo cáo đã gửi
button-correct-due = Sửa báo cáo đã gửi (hạn { $day })
button-correct-unit = { $unit }: sửa báo cáo đã gửi (hạn { $day })
lately-sent =
    Đã gửi, còn sửa được:
    { $lines }
lately-sent-line = • { $titles } (đến hết { $until })
correction-none = Anh/chị không có báo cáo nào đã gửi mà còn sửa được. Anh/chị gõ kỳ báo cáo, ví dụ: “sửa báo cáo tháng 11”.
correction-which = Anh/chị sửa báo cáo nào?
correction-owed = Báo cáo này chưa gửi, nên chưa có gì để sửa. Anh/chị gõ /baocao để lập tiếp.
correction-filed = Báo cáo này đã ghi nhận gửi bằng văn bản số { $number }. Nếu có văn bản thay thế, anh/chị báo đơn vị đầu mối tổng hợp chọn “Chưa nhận được”, rồi ghi lại số mới.
correction-why = { $titles }: vì sao anh/chị cần sửa? Anh/chị viết ngắn gọn, ví dụ: nhập nhầm số hệ thống.
correction-begin = Anh/chị sửa { $titles }, được đến hết { $until }. Bản đã gửi vẫn có hiệu lực cho đến khi anh/chị gửi lại.
correction-take-over = { $name } đang sửa báo cáo này. Anh/chị sửa tiếp thay { $name }?
correction-unchanged = Không có số liệu nào thay đổi, nên bản đã gửi giữ nguyên.
correction-too-late = Số liệu đã chốt trước khi anh/chị gửi bản sửa, nên bản đã gửi giữ nguyên. Anh/chị gõ “sửa báo cáo” kèm kỳ báo cáo để đề nghị mở lại.
receipt-line-version = • { $title } (bản { $version }): mã tiếp nhận { $code }, { $standing }
figures-closed = { $titles }: số liệu kỳ này đã chốt từ hết { $day }. Anh/chị có thể đề nghị đơn vị đầu mối tổng hợp mở lại.
figures-accepted = { $titles }: đơn vị đầu mối tổng hợp đã chấp nhận, nên số liệu đã chốt. Anh/chị có thể đề nghị mở lại.
button-ask-reopening = Đề nghị mở lại
reopening-why = { $titles }: vì sao cần mở lại? Tôi chuyển lý do tới đơn vị đầu mối tổng hợp.
reopening-sent = Đã chuyển đề nghị mở lại { $titles }. Có trả lời tôi báo anh/chị ngay.
reopening-asked-before = { $titles }: đơn vị đã đề nghị mở lại, đang chờ đơn vị đầu mối tổng hợp trả lời.
reopening-asked =
    { $unit } đề nghị mở lại số liệu đã chốt:
    { $titles }
    Lý do: { $reason }
button-reopen = Mở lại
button-reopen-no = Không mở lại
reopened = Đã mở lại { $titles } của { $unit } đến hết { $until }.
reopened-told = Đơn vị đầu mối tổng hợp đã mở lại { $titles }. Anh/chị sửa được đến hết { $until }.
reopening-refused = Không mở lại { $titles } của { $unit }. Tôi đã báo lại người đề nghị.
reopening-refused-told = Đơn vị đầu mối tổng hợp không mở lại { $titles }. Bản đã gửi giữ nguyên.
reopening-settled-before = Việc này đã được trả lời rồi, hoặc số liệu đang mở.
news-corrected = { $unit } đã sửa báo cáo đã gửi: { $titles } (bản { $version }).
news-supplemented = { $unit } đã bổ sung theo đề nghị: { $titles } (bản { $version }).
news-odd = { $unit } gửi { $titles }. Có số liệu khác thường, người gửi đã xác nhận:
news-same-figures = Số liệu không thay đổi.
news-more = … và { $count } dòng khác.
news-reason = Lý do: { $reason }
difference-line = • { $label }: { $before } → { $after }{ $note }
difference-none = (không có)
odd-line = • { $label }: { $answer }{ $note }
note = {" "}({ $note })
note-unlike-last = kỳ trước { $last }, đã xác nhận
note-outside = ngoài thời gian lấy số liệu từ { $from } đến { $to }, đã xác nhận
note-approximate = số gần đúng, đã xác nhận
note-last-period = lấy số liệu kỳ trước
button-seen = Đã xem
button-ask-again = Đề nghị bổ sung
seen = Đã ghi nhận anh/chị đã xem.
ask-again-which = { $titles }: anh/chị đề nghị bổ sung câu nào?
button-whole-report = Cả báo cáo
ask-again-remark = { $titles }, câu “{ $question }”: anh/chị cần đơn vị bổ sung gì?
ask-again-remark-whole = { $titles }: anh/chị cần đơn vị bổ sung gì?
ask-again-too-late = Báo cáo này đã được đề nghị bổ sung, hoặc đơn vị đang làm lại.
ask-again-done = Đã đề nghị { $unit } bổ sung { $titles }, chậm nhất hết { $until }. Tôi nhắc đơn vị và báo anh/chị khi có bản mới.
returned-told =
    { $by } đề nghị { $unit } bổ sung { $titles }:
    “{ $remark }”
    Anh/chị gửi lại chậm nhất hết { $until }.
button-supplement = Bổ sung ngay
supplement-begin = Bổ sung { $titles }, chậm nhất hết { $until }.
supplement-remark = { $unit } đề nghị: “{ $remark }”
supplement-remark-plain = Đề nghị: “{ $remark }”
reminder-line-returned = • { $title } (đề nghị bổ sung)
missing-title-returned = { $title } (đề nghị bổ sung)
button-received = Xem báo cáo đã nhận
received-which = Anh/chị xem báo cáo nào?
received-none = Chưa có báo cáo nào như vậy được nhận.
button-view = { $unit }: { $title }
view-refused = Không tìm thấy báo cáo này trong số các báo cáo anh/chị được xem.
view-title = { $unit } – { $title }
view-received = Đã nhận lúc { $time } ngày { $day }, { $standing }.
view-accepted = Đã nhận lúc { $time } ngày { $day }, { $standing }. Đã chấp nhận.
view-returned = Đang đề nghị bổ sung, chậm nhất hết ngày { $day }.
view-not-received = Chưa nhận được. Hạn cuối: hết ngày { $day }.
view-filed = Đã gửi bằng văn bản số { $number } ngày { $date }, chưa được xác nhận.
view-filed-confirmed = Đã gửi bằng văn bản số { $number } ngày { $date }.
view-version = Bản { $version }: { $time } ngày { $day }, { $name }
view-remark = Đề nghị bổ sung lúc { $time } ngày { $day }: “{ $remark }”
button-accept = Chấp nhận
accepted = Đã chấp nhận { $title } của { $unit }. Số liệu kỳ này của đơn vị đã chốt.
accept-not-now = Báo cáo này đã được chấp nhận, hoặc đơn vị chưa gửi lại.

## Đã gửi bằng văn bản

today = Hôm nay
yesterday = Hôm qua
button-cancel = Thôi, không ghi nhận
button-change = Sửa lại
button-record = Ghi nhận
button-paper-received = Xác nhận đã nhận
button-paper-not-received = Chưa nhận được
filing-nothing = Anh/chị không còn báo cáo nào cần ghi nhận.
filing-ask-which = Văn bản này là báo cáo nào?
filing-all = Cả { $count } báo cáo
filing-ask-number =
    { $titles }
    Số, ký hiệu văn bản là gì? Ví dụ: 214/BC-STC
filing-ask-date = Văn bản số { $number } ký ngày nào? Ví dụ: 12/12/2026
filing-confirm =
    Ghi nhận đã gửi bằng văn bản?
    { $unit }: { $titles }
    Số { $number } ngày { $date }
filing-expected-choose = Anh/chị chọn một báo cáo dưới đây giúp tôi.
filing-expected-number = Tôi chưa thấy số, ký hiệu văn bản. Anh/chị gõ cả số và ký hiệu, ví dụ: 214/BC-STC
filing-expected-date = Tôi chưa hiểu ngày này. Anh/chị gõ ví dụ: 12/12/2026, hoặc “hôm qua”.
filing-expected-confirm = Anh/chị chọn “Ghi nhận” nếu đúng, “Sửa lại” nếu chưa đúng.
filing-future-day = Ngày này chưa tới. Anh/chị xem lại ngày ký văn bản giúp tôi.
filing-cancelled = Đã thôi, chưa ghi nhận gì.
filing-recorded =
    Đã ghi nhận văn bản số { $number } ngày { $date }.
    { $lines }

    { $next }
filing-no-more-reminders = Tôi sẽ không nhắc nữa.
filing-will-be-confirmed = Đơn vị đầu mối tổng hợp sẽ xác nhận khi nhận được.
filing-without-figures = Báo cáo gửi bằng văn bản chưa có số liệu trong hệ thống.
filing-recorded-line = • { $title } – mã tiếp nhận { $code }
filing-to-coordinator =
    { $unit } báo đã gửi bằng văn bản:
    { $title }, số { $number } ngày { $date }.
    Anh/chị đã nhận được chưa?
filing-confirmed = Đã xác nhận văn bản số { $number } của { $unit }: { $title }.
filing-denied = Đã ghi nhận là chưa nhận được văn bản số { $number } của { $unit }. Tôi đã báo lại người gửi.
filing-denied-to-sender =
    Đơn vị đầu mối tổng hợp chưa nhận được văn bản số { $number }: { $title }.
    Anh/chị kiểm tra lại giúp. Báo cáo này lại được tính là chưa gửi.
filing-settled-before = Văn bản này đã được xử lý rồi.
filing-not-yours = Việc này dành cho đơn vị đầu mối tổng hợp.

## Zalo: không có nút nên câu chọn là các dòng có số hoặc chữ cái

zalo-answer-by-number = Trả lời bằng số hoặc chữ.
zalo-answer-by-letter = Gõ câu trả lời, hoặc chữ cái ở đầu dòng để chọn.

## Phòng diễn tập (trang web). Không câu nào ở đây nhận giá trị: trang tự ghép ngày giờ và con số.

room-title = Nhắc Hạn – phòng diễn tập
room-product = Nhắc Hạn
room-name = Phòng diễn tập
room-no-script = Trang này cần JavaScript. Anh/chị bật JavaScript trong trình duyệt rồi tải lại trang.
room-skip = Tới các điện thoại
room-language = Ngôn ngữ
room-language-vi = Tiếng Việt
room-language-en = English
room-guide = Lần đầu tới đây? Bấm “/baocao” trên máy của cán bộ báo cáo, rồi cho đồng hồ chạy tới “Lần nhắc kế tiếp” và xem máy nào nhận được tin. Mọi dữ liệu ở đây là dữ liệu mẫu.
room-guide-close = Đã hiểu
room-offline = Mất liên lạc với máy chủ, đang thử kết nối lại. Chữ đang gõ vẫn được giữ.
room-close = Đóng

room-clock = Đồng hồ diễn tập
room-jump = Cho đồng hồ chạy tới
room-jump-tomorrow = Ngày mai
room-jump-reminder = Lần nhắc kế tiếp
room-jump-deadline = Hạn kế tiếp
room-jump-incident = Bước sự cố kế tiếp
room-jump-none = chưa có
room-jump-chosen = Tự chọn
room-end-of = hết
room-jump-go = Chạy tới
room-jump-moving = Đồng hồ đang chạy tới
room-jump-arrived = Đồng hồ đã tới
room-weekday-1 = thứ Hai
room-weekday-2 = thứ Ba
room-weekday-3 = thứ Tư
room-weekday-4 = thứ Năm
room-weekday-5 = thứ Sáu
room-weekday-6 = thứ Bảy
room-weekday-7 = Chủ nhật

room-tabs = Chọn điện thoại
room-phone-of = Điện thoại của
room-phone-nobody = Máy chưa liên kết
room-look-telegram = Telegram
room-look-zalo = Zalo
room-look-hint = Điện thoại dùng (bấm để đổi)
room-phone-open = Mở điện thoại của người khác
room-transcript = Tin nhắn
room-nothing-yet = Chưa có tin nào. Anh/chị gõ một câu bên dưới để bắt đầu.
room-from-bot = Nhắc Hạn:
room-from-person = Đã gửi:
room-type-here = Nhập tin nhắn
room-send = Gửi
room-send-photo = Gửi ảnh mẫu
room-sample-photo = 🖼 Ảnh mẫu
room-not-sent = Chưa gửi được.
room-send-again = Gửi lại
room-tap-failed = Chưa bấm được, anh/chị bấm lại giúp.
room-to-newest = Tới tin mới nhất
room-new-messages = tin mới
room-suggestions = Có thể gõ

room-position-reporter = Cán bộ báo cáo
room-position-head = Lãnh đạo
room-position-coordinator = Đầu mối tổng hợp
room-position-responder = Ứng cứu sự cố
room-position-administrator = Quản trị viên
room-tab-reporter = Cán bộ
room-tab-head = Lãnh đạo
room-tab-coordinator = Đầu mối
room-tab-responder = Ứng cứu
room-tab-administrator = Quản trị
room-tab-nobody = Máy trống
room-tab-due = Đến hạn

room-suggest-reporter-1 = /baocao
room-suggest-reporter-1-hint = báo cáo phải gửi
room-suggest-reporter-2 = sự cố
room-suggest-reporter-2-hint = báo sự cố an toàn thông tin
room-suggest-reporter-3 = tôi còn nợ báo cáo nào?
room-suggest-reporter-3-hint = cũng là /baocao, viết thường
room-suggest-reporter-4 = /lich
room-suggest-reporter-4-hint = các thời hạn sắp tới
room-suggest-reporter-5 = /huy
room-suggest-reporter-5-hint = dừng việc đang làm, giữ bản nháp
room-suggest-head-1 = ai chưa báo cáo?
room-suggest-head-1-hint = đơn vị nào chưa báo cáo
room-suggest-head-2 = sự cố nào đang mở?
room-suggest-head-2-hint = các sự cố đang mở
room-suggest-head-3 = /lich
room-suggest-head-3-hint = các thời hạn sắp tới
room-suggest-head-4 = /trogiup
room-suggest-head-4-hint = hướng dẫn
room-suggest-coordinator-1 = ai chưa báo cáo?
room-suggest-coordinator-1-hint = đơn vị nào chưa báo cáo
room-suggest-coordinator-2 = sự cố nào đang mở?
room-suggest-coordinator-2-hint = các sự cố đang mở
room-suggest-coordinator-3 = /chuabaocao
room-suggest-coordinator-3-hint = cùng câu hỏi, bằng lệnh
room-suggest-coordinator-4 = /baocao
room-suggest-coordinator-4-hint = báo cáo của chính đơn vị đầu mối
room-suggest-coordinator-5 = /lich
room-suggest-coordinator-5-hint = các thời hạn sắp tới
room-suggest-responder-1 = sự cố nào đang mở?
room-suggest-responder-1-hint = các sự cố đang mở
room-suggest-responder-2 = đã nhận
room-suggest-responder-2-hint = nhận xử lý sự cố vừa được báo
room-suggest-responder-3 = diễn tập sự cố
room-suggest-responder-3-hint = như thật, mọi tin ghi “DIỄN TẬP”
room-suggest-responder-4 = /trogiup
room-suggest-responder-4-hint = hướng dẫn
room-suggest-anyone-1 = /trogiup
room-suggest-anyone-1-hint = hướng dẫn
room-suggest-anyone-2 = xin chào
room-suggest-anyone-2-hint = xem máy trả lời người lạ thế nào

room-due-title = Những gì vừa đến hạn
room-due-before = Cho đồng hồ chạy tới: những gì đến hạn trên đường đi sẽ hiện ở đây.
room-due-none = Không có gì đến hạn trên đường đi.
room-due-undelivered = Tin chưa kịp gửi
room-due-opened = Mở kỳ báo cáo
room-due-reminder = Nhắc báo cáo
room-due-overdue = Nhắc báo cáo quá hạn
room-due-head = Tin cho lãnh đạo
room-due-snoozed = Nhắc lại theo hẹn
room-due-deadline = Hết hạn gửi báo cáo
room-due-milestone = Nhiệm vụ đến hạn
room-due-digest = Tổng hợp cho đầu mối
room-due-incident = Việc về sự cố
room-due-other = Việc khác

room-error-host = Phòng diễn tập chỉ mở trên chính máy đang chạy chương trình.
room-error-origin = Yêu cầu này đến từ một trang web khác nên không được nhận.
room-error-content-type = Nội dung phải ở dạng application/json.
room-error-too-large = Nội dung dài quá, xin rút ngắn lại.
room-error-invalid = Nội dung gửi lên không đúng mẫu.
room-error-invalid-instant = Ngày giờ chưa đúng. Xin ghi như 2026-12-07T08:30:00+07:00.
room-error-unknown-phone = Không có điện thoại này trong phòng diễn tập.
room-error-backwards = Đồng hồ diễn tập chỉ chạy tới, không lùi lại.
room-error-busy = Đồng hồ đang chạy tới một thời điểm khác, xin chờ chạy xong.
room-error-too-far = Xa quá. Xin chọn một ngày gần hơn.
room-error-failed = Máy chủ gặp lỗi khi làm việc này. Anh/chị thử lại giúp.
room-error-offline = Không liên lạc được với máy chủ.

## Cài đặt: nói rõ phải đặt gì. Không câu nào nhắc lại mật khẩu hay token.

config-database-url =
    DATABASE_URL chưa đúng dạng. Đặt postgresql://tài-khoản:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu, hoặc bỏ trống để dùng cơ sở dữ liệu kèm sẵn.
config-port = PORT phải là số từ 0 đến 65535, ví dụ 3000.
config-public-url = PUBLIC_URL phải là địa chỉ gốc của máy chủ, không kèm đường dẫn, ví dụ https://nhachan.tinh.gov.vn
config-telegram-token =
    TELEGRAM_BOT_TOKEN chưa đúng dạng. Chép nguyên token mà BotFather cấp: một dãy số, dấu hai chấm, rồi một chuỗi ký tự.
config-telegram-api-root = TELEGRAM_API_ROOT phải là địa chỉ bắt đầu bằng http:// hoặc https://, ví dụ https://api.telegram.org
config-telegram-mode = TELEGRAM_MODE chỉ nhận polling hoặc webhook.
config-webhook-public-url = { $setting }=webhook cần PUBLIC_URL bắt đầu bằng https://, là địa chỉ mà Telegram gọi tới được.
config-webhook-secret-missing = { $setting }=webhook cần WEBHOOK_SECRET: từ 1 đến 256 chữ cái không dấu, chữ số, gạch dưới hoặc gạch nối.
config-webhook-secret = WEBHOOK_SECRET chỉ gồm từ 1 đến 256 chữ cái không dấu, chữ số, gạch dưới hoặc gạch nối.
config-zalo-tokens = ZALO_BOT_TOKENS chưa đúng dạng. Chép nguyên từng token của Zalo, cách nhau bằng dấu phẩy.
config-zalo-api-root = ZALO_API_ROOT phải là địa chỉ bắt đầu bằng http:// hoặc https://, ví dụ https://bot-api.zaloplatforms.com
config-zalo-mode = ZALO_MODE phải là polling hoặc webhook.
config-zalo-users = ZALO_BOT_USERS phải là số người mỗi bot được phục vụ, ví dụ 50.
config-zalo-messages = ZALO_MONTHLY_MESSAGES phải là số tin mỗi bot được gửi trong một tháng, ví dụ 3000.
config-zalo-reserve = ZALO_RESERVE_PERCENT phải là số phần trăm từ 0 đến 50, ví dụ 5.
config-webhook-secret-short = Zalo đòi WEBHOOK_SECRET dài ít nhất 8 ký tự.
config-directives-unknown = DIRECTIVES có văn bản chưa biết: { $unknown }. Các văn bản có sẵn: { $known }.
config-directives-none = DIRECTIVES chưa nêu văn bản nào. Bỏ trống để dùng mặc định, hoặc chọn trong: { $known }.
config-show-addresses = SHOW_ADDRESSES_IN gồm tên các kênh, cách nhau bằng dấu phẩy: { $known }.
config-zone = TZ_NAME không phải tên một múi giờ. Bỏ trống để dùng Asia/Ho_Chi_Minh.
config-log-level = LOG_LEVEL chỉ nhận một trong: { $levels }.
config-sandbox = SANDBOX chỉ nhận 0 hoặc 1.
config-sandbox-public =
    SANDBOX=1 không chạy cùng bot thật trên máy chủ của Telegram. Bỏ SANDBOX, hoặc bỏ TELEGRAM_BOT_TOKEN để diễn tập.
config-sandbox-host = Phòng diễn tập chỉ mở trên chính máy này. Đặt HOST=127.0.0.1, hoặc SANDBOX=0.
config-sandbox-now = SANDBOX_NOW phải là một thời điểm có múi giờ, ví dụ 2026-12-07T08:00:00+07:00
config-sandbox-now-off = SANDBOX_NOW chỉ dùng được khi SANDBOX=1.

## Khi khởi động

started = Nhắc Hạn đang chạy tại { $url }
started-on-folder = Dữ liệu: thư mục { $folder }
started-on-postgres = Dữ liệu: PostgreSQL
started-room = Phòng diễn tập: mở { $url } trong trình duyệt, không cần tài khoản nào.
started-telegram = Telegram: đang kết nối.
started-without-channel = Muốn nhắn tin thật: đặt ZALO_BOT_TOKENS hoặc TELEGRAM_BOT_TOKEN rồi khởi động lại (xem README.vi.md).
started-zalo = Zalo: đang kết nối { $count } bot.
started-commands = Quản trị: npm run -s cli -- --help
start-folder-in-use = Thư mục dữ liệu { $folder } đang được một tiến trình khác mở. Hãy dừng tiến trình đó, hoặc đặt DATA_DIR khác.
start-database-unreachable = Không mở được cơ sở dữ liệu: { $detail }
start-database-old =
    Máy chủ PostgreSQL là bản { $version }; cần bản { $oldest } trở lên. Hãy nâng cấp máy chủ, hoặc bỏ DATABASE_URL để dùng cơ sở dữ liệu kèm sẵn.
start-database-newer = Cơ sở dữ liệu do phiên bản mới hơn tạo ra ({ $unknown }). Hãy cập nhật chương trình này trước.
start-port-taken = Cổng { $port } đang được chương trình khác dùng. Hãy đặt PORT khác.

## Dòng lệnh

cli-about = Việc của quản trị viên Nhắc Hạn. Mỗi lệnh có --help, và --json cho máy đọc.
cli-help-usage = Cách gọi:
cli-help-options = Tùy chọn:
cli-help-arguments = Tham số:
cli-help-commands = Lệnh:
cli-help-help = xem hướng dẫn
cli-help-json = in ra JSON
cli-help-deadlines = liệt kê các thời hạn trong khoảng ngày (không gồm việc phải làm khi có sự kiện, như sự cố)
cli-help-reminders = liệt kê các lần nhắc mà một cơ quan chưa gửi gì sẽ nhận
cli-help-from = từ ngày, YYYY-MM-DD
cli-help-to = đến hết ngày, YYYY-MM-DD
cli-help-directives = chỉ tính các văn bản này, cách nhau bằng dấu phẩy
cli-help-units = danh sách đơn vị
cli-help-units-import = nhập đơn vị từ tệp .xlsx hoặc .csv
cli-help-units-file = tệp có các cột Mã, Tên, Loại, Cấp trên, Đầu mối
cli-help-units-list = liệt kê các đơn vị
cli-help-officers = cán bộ
cli-help-officers-add = thêm một cán bộ và cấp mã mời
cli-help-officers-list = liệt kê cán bộ và các kênh đã liên kết
cli-help-officers-invite = cấp mã mời mới cho một cán bộ đã có
cli-help-officer-id = mã cán bộ, xem bằng lệnh: officers list
cli-help-invite-qr = ghi ảnh mã QR để gửi cho cán bộ, mỗi kênh một ảnh: an.png thành an-zalo.png, an-telegram.png
cli-help-bots = các bot: nơi mở, số người, chỗ còn trống, mã QR
cli-help-bots-qr = ghi ảnh mã QR của mỗi bot vào thư mục này
cli-help-unlink = gỡ mọi kênh đang liên kết trước khi cấp mã, khi mất điện thoại
cli-help-only-unit = chỉ đơn vị có mã này
cli-help-unit = mã đơn vị
cli-help-name = họ và tên
cli-help-position = vai trò: { $known }
cli-help-status = xem đơn vị nào đã gửi, gửi quá hạn, chưa gửi
cli-help-period = kỳ báo cáo: 2026-M12, 2026-Q4, 2026-H1, 2026 hoặc once
cli-help-duty = chỉ một nhiệm vụ, ví dụ monthly
cli-help-demo = điền các đơn vị mẫu vào cơ sở dữ liệu còn trống
cli-help-doctor = kiểm tra cài đặt, dữ liệu và kết nối, nói rõ chỗ cần sửa
cli-help-backup = sao lưu cơ sở dữ liệu kèm sẵn
cli-help-backup-file = tệp .tar.gz sẽ ghi
cli-see-help = Thêm --help để xem cách dùng.
cli-which-command = Chưa rõ lệnh nào cần chạy.
cli-unknown-command = Không có lệnh “{ $name }”.
cli-unknown-option = Không có tùy chọn “{ $name }”.
cli-missing-option = Thiếu tùy chọn “{ $name }”.
cli-missing-value = Tùy chọn “{ $name }” cần một giá trị.
cli-missing-argument = Thiếu tham số “{ $name }”.
cli-too-many-arguments = Có thừa tham số. Giá trị có dấu cách cần đặt trong ngoặc kép.
cli-wrong-day = “{ $text }” không phải một ngày. Viết theo dạng 2026-12-14.
cli-wrong-range = Ngày bắt đầu phải không sau ngày kết thúc.
cli-wrong-position = Không có vai trò “{ $text }”. Chọn một trong: { $known }.
cli-directives-unknown = Chưa biết văn bản: { $unknown }. Các văn bản có sẵn: { $known }.

cli-folder-in-use =
    Thư mục dữ liệu đang được một tiến trình khác dùng, nhưng tiến trình đó chưa trả lời. Nếu máy chủ đang khởi động, chờ vài giây rồi thử lại.
cli-database-unreachable = Không mở được cơ sở dữ liệu: { $detail }
cli-database-newer = Cơ sở dữ liệu đã do một bản mới hơn tạo ra. Cập nhật chương trình này trước.
cli-server-broke-off = Máy chủ ngắt kết nối khi chưa trả lời xong. Xem nhật ký của máy chủ rồi thử lại.
cli-request-too-long = Yêu cầu dài quá mức cho phép. Chia tệp thành nhiều phần rồi nhập từng phần.
cli-request-unreadable = Máy chủ không hiểu yêu cầu này. Có thể máy chủ đang chạy một bản khác: khởi động lại máy chủ.

cli-last-day = Hạn cuối
cli-day-provisional = { $day } (dự kiến)
cli-report = Báo cáo
cli-reports = Báo cáo
cli-recipient = Nơi nhận
cli-coordinator = đơn vị đầu mối tổng hợp
cli-window = Số liệu từ – đến
cli-cited = Căn cứ
cli-at = Lúc
cli-to = Gửi cho
cli-deadlines-none = Không có thời hạn nào trong khoảng này.
cli-reminders-none = Không có lần nhắc nào trong khoảng này.

cli-unit-code = Mã
cli-unit-name = Tên
cli-unit-kind = Loại
cli-unit-parent = Cấp trên
cli-unit-coordinator = Đầu mối
cli-units-none = Chưa có đơn vị nào. Nhập bằng lệnh: units import TỆP
cli-imported = Đã nhập: { $added } đơn vị mới, { $changed } đơn vị thay đổi, { $unchanged } đơn vị giữ nguyên.
import-file-kind = Chỉ nhận tệp .xlsx hoặc .csv, không nhận { $file }.
import-file-missing = Không có tệp { $file }.
import-file-closed = Không đọc được tệp { $file }.
import-file-broken = Tệp { $file } không đọc được như một bảng. Với .csv, lưu lại theo dạng “CSV UTF-8”.
import-no-headings = Tệp { $file } chưa có dòng tiêu đề với ít nhất hai cột Mã và Tên.
import-no-rows = Tệp { $file } chưa có đơn vị nào dưới dòng tiêu đề.
import-refused = Chưa nhập gì, vì có { $count } chỗ cần sửa:
import-more = … và { $count } chỗ nữa.
import-row = Dòng { $row }: { $reason }
import-no-code = thiếu mã đơn vị.
import-bad-code = mã “{ $code }” chỉ được gồm chữ, số và các dấu . _ / - (tối đa 32 ký tự, không có dấu cách).
import-no-name = thiếu tên đơn vị.
import-long-name = tên dài quá { $limit } ký tự.
import-no-kind = thiếu loại đơn vị.
import-bad-kind = chưa biết loại “{ $text }”. Ví dụ: sở, ban, xã, phường, văn phòng, phòng, đoàn thể.
import-bad-coordinator = cột Đầu mối ghi “{ $text }”, cần ghi có hoặc không.
import-own-parent = đơn vị không thể là cấp trên của chính mình.
import-repeated-code = mã “{ $code }” đã có ở dòng { $row }.
import-unknown-parent = cấp trên “{ $parent }” không có trong tệp và chưa có trong hệ thống.
import-cycle = cấp trên đi thành vòng: { $way }.

cli-unit-unknown = Không có đơn vị nào mang mã “{ $code }”. Xem các mã bằng lệnh: units list
cli-unit-not-coordinator =
    { $unit } không phải đơn vị đầu mối tổng hợp, nên không có vai trò này. Đánh dấu cột Đầu mối khi nhập đơn vị trước.
cli-officer-name = Họ và tên cần có từ 1 đến { $limit } ký tự.
cli-officer-added =
    Đã thêm cán bộ { $officerId }.
    Mã mời: { $code } (dùng một lần, trong { $days } ngày; chỉ hiện ở đây).
    { $where }
cli-officer-invited =
    Đã cấp mã mời mới cho { $officerId }. Mã cũ không còn dùng được.
    Mã mời: { $code } (dùng một lần, trong { $days } ngày; chỉ hiện ở đây).
    { $where }
cli-invite-anywhere = Cán bộ gửi mã này cho bot, hoặc gõ /start { $code }.
cli-invite-send = { $channel } ({ $name }): mở { $link } rồi gửi mã.
cli-invite-tap = { $channel } ({ $name }): mở { $link }
cli-bots-none = Chưa có bot nào kết nối. Đặt ZALO_BOT_TOKENS hoặc TELEGRAM_BOT_TOKEN rồi khởi động máy chủ.
cli-bot =
    { $channel }: { $name } (mã bot { $bot })
    Mở: { $link }
cli-bot-people = { $people } người.
cli-bot-room = { $people } người, còn chỗ cho { $room } người nữa.
cli-qr-written = Đã ghi ảnh mã QR: { $files }
cli-qr-none = Chưa có bot nào kết nối, nên chưa có ảnh mã QR.
cli-qr-not-written = Không ghi được ảnh { $file } ({ $reason }). Kiểm tra thư mục và quyền ghi.
cli-officer-unknown = Không có cán bộ nào mang mã “{ $officerId }”. Xem các mã bằng lệnh: officers list
cli-officer-id = Mã cán bộ
cli-officer = Họ và tên
cli-officer-positions = Vai trò
cli-officer-channels = Kênh
cli-officer-channel = { $channel } từ { $since }
cli-officer-channel-blocked = { $channel } (đang chặn)
cli-officer-channel-retired = { $channel } (bot đã ngừng, không liên lạc được)
cli-officer-no-channel = chưa liên kết
cli-officers-none = Chưa có cán bộ nào. Thêm bằng lệnh: officers add

cli-period-unknown = “{ $period }” không phải tên một kỳ báo cáo. Viết 2026-M12, 2026-Q4, 2026-H1, 2026 hoặc once.
cli-duty-unknown = Không có nhiệm vụ “{ $duty }”. Chọn một trong: { $known }.
cli-status-none = Không có báo cáo nào của kỳ này đang được theo dõi.
cli-status-submitted = Đã gửi đúng hạn: { $count }
cli-status-late = Gửi quá hạn: { $count }
cli-status-missing = Chưa gửi: { $count }
cli-duty = Nhiệm vụ
cli-period = Kỳ
cli-received = Nhận lúc

cli-demo-filled = Đã điền { $units } đơn vị mẫu và { $officers } cán bộ mẫu, cùng báo cáo của các kỳ trước.
cli-demo-there = Các đơn vị mẫu ({ $units } đơn vị, { $officers } cán bộ) đã có từ trước, không thay đổi gì.
cli-demo-other-units = Cơ sở dữ liệu đã có đơn vị thật, nên không điền đơn vị mẫu. Đặt DATA_DIR khác để thử.

cli-backup-written =
    Đã ghi { $file } ({ $kilobytes } KB).
    Khôi phục: dừng máy chủ, tạo thư mục trống { $folder }/database, rồi chạy
    tar -xzf { $file } -C { $folder }/database
cli-backup-not-written = Không ghi được { $file } ({ $reason }). Kiểm tra thư mục và quyền ghi.
cli-backup-postgres =
    Dữ liệu nằm trên máy chủ PostgreSQL; sao lưu bằng công cụ của PostgreSQL:
    { $command }

## Dòng lệnh doctor

doctor-ok = ✓ { $message }
doctor-warn = ! { $message }
doctor-fail = ✗ { $message }
doctor-settings = Cài đặt hợp lệ.
doctor-directives = Văn bản đang bật: { $ids }.
doctor-directives-broken = Văn bản hoặc lịch làm việc chưa đọc được: { $mistakes }
doctor-reach = { $count } đơn vị không có cán bộ báo cáo nào liên lạc được. Xem bằng lệnh: officers list
doctor-folder = Thư mục dữ liệu dùng được: { $folder }
doctor-folder-new = Thư mục dữ liệu { $folder } chưa có, sẽ được tạo khi khởi động.
doctor-folder-open = Người khác trên máy này vào được thư mục dữ liệu. Nên chạy: chmod 700 { $folder }
doctor-folder-closed = Không ghi được vào thư mục dữ liệu { $folder }. Đổi chủ thư mục, hoặc đặt DATA_DIR khác.
doctor-folder-in-use = Một tiến trình khác đang dùng thư mục dữ liệu nhưng chưa trả lời; có thể máy chủ đang khởi động.
doctor-server-runs = Máy chủ đang chạy và đọc được cơ sở dữ liệu.
doctor-database = Cơ sở dữ liệu đọc được, các bảng đúng phiên bản.
doctor-database-new = Chưa có cơ sở dữ liệu, sẽ được tạo khi khởi động.
doctor-database-behind = Cơ sở dữ liệu còn { $count } bước cập nhật, sẽ tự chạy khi khởi động.
doctor-database-broken = Không mở được cơ sở dữ liệu: { $detail }
doctor-postgres-unreachable = Không kết nối được DATABASE_URL: { $detail }
doctor-telegram = Telegram chấp nhận token: @{ $username }.
doctor-telegram-none = Chưa có kênh trò chuyện nào. Đặt ZALO_BOT_TOKENS hoặc TELEGRAM_BOT_TOKEN, hoặc SANDBOX=1 để diễn tập.
doctor-telegram-rehearsal = Chưa đặt ZALO_BOT_TOKENS hay TELEGRAM_BOT_TOKEN: chỉ có phòng diễn tập trong trình duyệt.
doctor-telegram-refused = Telegram từ chối token. Chép lại TELEGRAM_BOT_TOKEN từ BotFather.
doctor-telegram-unreachable =
    Không gọi được Telegram ở { $apiRoot }: { $detail }. Kiểm tra mạng, hoặc đặt TELEGRAM_API_ROOT.
doctor-zalo = Zalo chấp nhận token thứ { $nth }: { $link }.
doctor-zalo-refused = Zalo từ chối token thứ { $nth }. Chép lại token đó vào ZALO_BOT_TOKENS.
doctor-zalo-unreachable =
    Không gọi được Zalo ở { $apiRoot } bằng token thứ { $nth }: { $detail }. Kiểm tra mạng, hoặc đặt ZALO_API_ROOT.

## Hạn mức tin nhắn của bot

quota-told-high =
    Bot { $name } đã dùng { $used }/{ $limit } tin của tháng này ({ $percent } %).
    Từ 90 %, tôi bớt các lần nhắc sớm, giữ hai lần cuối trước hạn. Anh/chị gõ /hanmuc để xem.
quota-told-reserve =
    Bot { $name } đã dùng { $used }/{ $limit } tin của tháng này ({ $percent } %).
    Phần còn lại dành cho tin khẩn. Tin khác chờ đến { $day }, hoặc đi qua kênh khác của cán bộ.
quota-told-paused =
    Bot { $name } tạm dừng: Zalo báo đã hết số tin của tháng này.
    Bot gửi lại từ { $day }. Tin khẩn đi qua kênh khác của cán bộ, nếu có.
    Nếu đã nâng gói, anh/chị chạy lệnh: npm run -s cli -- quota lift { $bot }
quota-refused = Chỉ quản trị viên xem được hạn mức.
quota-none = Chưa có bot nào bị giới hạn số tin.
quota-title = Hạn mức tin nhắn tháng { $month }/{ $year }:
quota-bot =
    { $name }: { $used }/{ $limit } tin ({ $percent } %), { $users }/{ $usersLimit } người.
    Dự kiến đến hết tháng: { $forecast } tin. { $state }
quota-level-normal = Còn đủ dùng.
quota-level-high = Đã dùng nhiều, cần theo dõi.
quota-level-thinned = Đang bớt các lần nhắc sớm.
quota-level-reserve = Chỉ còn gửi tin khẩn.
quota-level-used-up = Đã hết số tin.
quota-paused-until = Tạm dừng đến { $day }.
bot-full = Bot này đã đủ người. Anh/chị mở { $name } ({ $link }) rồi gửi lại mã này, mã vẫn dùng được.
bot-full-all = Các bot đều đã đủ người. Anh/chị báo quản trị viên giúp; mã này vẫn dùng được.
help-quota = /hanmuc – số tin các bot đã dùng trong tháng
cli-help-quota = số tin các bot đã dùng trong tháng và dự kiến
cli-help-quota-lift = cho một bot đang tạm dừng gửi lại
cli-help-quota-bot = mã bot, ví dụ zalo:123456
cli-quota-bot = Bot
cli-quota-month = Tháng
cli-quota-users = Người
cli-quota-sent = Gửi
cli-quota-received = Nhận
cli-quota-used = Đã dùng
cli-quota-forecast = Dự kiến
cli-quota-state = Tình trạng
cli-quota-lifted = Bot { $bot } gửi lại ngay từ bây giờ.
cli-quota-not-paused = Bot { $bot } không tạm dừng. Xem các bot bằng lệnh: quota
cli-invite-full = { $channel }: các bot đều đã đủ người. Thêm bot vào ZALO_BOT_TOKENS, hoặc nâng gói rồi đổi ZALO_BOT_USERS.

## Sự cố: người xử lý

incident-headline = { $number } – { $unit }: { $kind }
incident-kind-unknown = chưa rõ loại
incident-drill = DIỄN TẬP – { $text }
incident-moment = { $time } { $day }
incident-severity-severe = nghiêm trọng
incident-severity-ordinary = thông thường
incident-status-new = mới
incident-status-acknowledged = đã nhận
incident-status-in-progress = đang xử lý
incident-status-contained = đã khoanh vùng
incident-status-closed = đã đóng
incident-status-false-alarm = báo nhầm
incident-status-duplicate = trùng sự cố khác
incident-none-such = Không có sự cố nào như vậy. Anh/chị gõ /suco để xem các sự cố đang mở.
incident-not-yours = Anh/chị xem được sự cố này nhưng chưa được giao xử lý. Anh/chị nhắn thêm ở đây, tôi chuyển cho người xử lý.
incident-over = Sự cố { $number } đã kết thúc: { $status }.
incident-ack-ask = Anh/chị nhận xử lý { $headline }?
incident-taken = { $name } đã nhận xử lý sự cố { $number }.
incident-taken-over = { $name } nhận tiếp sự cố { $number }.
incident-yours =
    Anh/chị đã nhận { $headline }.
    Có gì mới, anh/chị nhắn vào đây, tôi ghi vào diễn biến.
incident-acknowledged-before = Anh/chị đang xử lý { $number }. Có gì mới, anh/chị nhắn vào đây.
incident-handled-by = { $name } đã nhận { $number } từ { $since }. Anh/chị có nhận thay không?
incident-which-acknowledge = Anh/chị nhận sự cố nào?
incident-nobody-to-hand-over = Chưa có ai khác xử lý được sự cố của đơn vị này. Anh/chị hỏi quản trị viên.
incident-hand-over-ask = Bàn giao { $number } cho ai?
incident-hand-over-request =
    { $name } đề nghị anh/chị nhận xử lý { $headline }.
    Cho đến khi anh/chị nhận, { $name } vẫn phụ trách.
incident-hand-over-unreachable = Tôi không nhắn được cho { $name }. Anh/chị gọi điện, hoặc chọn người khác.
incident-hand-over-asked = đề nghị bàn giao cho { $name }
incident-hand-over-waiting = Đã hỏi { $name }. Khi { $name } nhận, tôi báo anh/chị; đến lúc đó anh/chị vẫn phụ trách.
incident-alarm-ask =
    Báo nhầm { $headline }?
    Mọi người đã được báo sẽ được tin là không có sự cố.
incident-called-off =
    Báo nhầm: { $headline }.
    { $name } xác nhận không có sự cố. Anh/chị không phải làm gì thêm.
incident-called-off-done = Đã báo mọi người: { $number } là báo nhầm.
incident-reopened = Đã mở lại { $number } và báo người trực.
incident-update-noted = Đã ghi vào { $number }: “{ $text }”
incident-update-of = { $number }, { $name }: { $text }
incident-update-removed = Đã gỡ dòng đó khỏi diễn biến.
incident-status-same = { $number } vẫn là: { $status }.
incident-status-set = Đã ghi { $number }: { $status }.
incident-status-told = { $number }: { $status } ({ $name }).
incident-severity-why = { $number } chuyển thành mức { $severity }. Anh/chị cho biết lý do?
incident-severity-set = { $number } nay ở mức { $severity }.
incident-severity-told =
    { $headline }: nay ở mức { $severity }.
    { $name }: { $why }
incident-help-what = Anh/chị cần hỗ trợ gì cho { $number }?
incident-help-wanted =
    Xin hỗ trợ: { $headline }.
    { $name }: { $text }
incident-help-sent = Đã chuyển lời xin hỗ trợ đến: { $names }.
incident-help-nobody = Đã ghi lời xin hỗ trợ, nhưng tôi chưa nhắn được ai. Anh/chị gọi điện giúp.
incident-duplicate-none = Không có sự cố nào khác đang mở.
incident-duplicate-ask = { $number } trùng với sự cố nào?
incident-duplicate-told = { $number } trùng với { $main }. Mọi người theo dõi tiếp ở { $main }.
incident-duplicate-of-yours =
    { $number } được gộp vào { $main } mà anh/chị đang xử lý.
    { $text }
incident-duplicate-done = Đã gộp { $number } vào { $main }.
incident-unlinked = Đã tách { $number } khỏi { $main } và báo người trực.
incident-list-none = Không có sự cố nào đang mở trong phần việc của anh/chị.
incident-list-title = Sự cố đang mở: { $count }
incident-list-more = … và { $count } sự cố khác.
incident-list-line =
    { $headline }
    Mức { $severity }, { $status }{ $handler }. Báo lúc { $since }.
incident-list-handler = {" "}– { $name } phụ trách
incident-view-state = Mức { $severity }, { $status }{ $handler }.
incident-view-severity-set = Mức này do người xử lý đặt: { $why }
incident-view-reported = { $name } báo lúc { $since }.
incident-view-system = Hệ thống: { $system }
incident-view-contact = Liên hệ: { $contact }
incident-view-description = Mô tả: { $text }
incident-view-clocks = Thời hạn thông báo:
incident-view-timeline = Diễn biến:
incident-view-earlier = … { $count } dòng trước đó
incident-event-line = • { $at }{ $who }: { $what }
incident-event-who = {" "}– { $name }
incident-event-what = { $what }: { $details }
incident-event-reported = báo sự cố
incident-event-enriched = bổ sung
incident-event-alerted = đã báo
incident-event-acknowledged = đã nhận
incident-event-handed-over = nhận tiếp
incident-event-update = cập nhật
incident-event-status = tình trạng
incident-event-severity = đổi mức độ
incident-event-help-requested = xin hỗ trợ
incident-event-linked = gộp sự cố
incident-event-unit-warned = cảnh báo đơn vị khác
incident-event-clock-met = đã thông báo theo quy định
incident-event-clock-waived = không phải thông báo
incident-event-clock-missed = quá thời hạn thông báo
incident-event-photo = gửi ảnh
incident-event-voice = gửi tin thoại
incident-event-paper-answered = trả lời cho dự thảo
incident-event-paper-linked = lấy liên kết dự thảo
incident-event-paper-fetched = đã tải dự thảo
incident-event-asked-again = hỏi lại tình hình
incident-event-false-alarm = báo nhầm
incident-event-closed = đóng sự cố
incident-warn-nobody = Không có đơn vị nào khác để cảnh báo.
incident-warn-whom = Cảnh báo từ { $number } gửi cho những đơn vị nào?
incident-warn-what =
    Anh/chị gõ nội dung cảnh báo ({ $kind }): dấu hiệu nhận biết và việc cần làm ngay.
    Tên đơn vị bị sự cố không có trong cảnh báo, trừ khi anh/chị ghi vào.
incident-warn-preview =
    { $count } người sẽ nhận tin này:

    { $text }
incident-warning = CẢNH BÁO AN TOÀN THÔNG TIN: { $text }
incident-warning-received = Cảm ơn anh/chị, tôi đã ghi nhận anh/chị đã đọc cảnh báo.
incident-view-warned = Cảnh báo đơn vị khác: { $acknowledged }/{ $sent } người đã nhận.
button-incident-warned = Đã nhận
button-incident-warning = Cảnh báo: { $text }
incident-warn-sent = Đã gửi cảnh báo đến { $count } người.
incident-closing-ask = Câu { $step }/{ $of }. { $question }
incident-closing-cause = Nguyên nhân của sự cố là gì?
incident-closing-damage = Thiệt hại thế nào? Không có thì gõ “không”.
incident-closing-measures = Đã xử lý bằng những biện pháp nào?
incident-closing-lessons = Rút ra bài học gì?
incident-closing-label-cause = Nguyên nhân
incident-closing-label-damage = Thiệt hại
incident-closing-label-measures = Biện pháp
incident-closing-label-lessons = Bài học
incident-closing-line = { $label }: { $answer }
incident-closing-confirm =
    Đóng { $headline }?
    { $lines }
incident-closed-told = { $headline }: đã đóng ({ $name }).
incident-closed-done =
    Đã đóng { $number }.
    Báo cáo kết thúc do đơn vị ký và phát hành; tôi có sẵn dự thảo.
incident-digest-title = Sự cố đang mở, lúc { $time } { $day }:
button-incident-ack = Đã nhận
button-incident-alarm = Báo nhầm
button-incident-alarm-yes = Đúng, báo nhầm
button-incident-alarm-no = Không, vẫn là sự cố
button-incident-reopen = Vẫn là sự cố
button-incident-take = Nhận xử lý
button-incident-view = Xem sự cố
button-incident-view-one = Xem { $number }
button-incident-more = Việc khác
button-incident-in-progress = Đang xử lý
button-incident-contained = Đã khoanh vùng
button-incident-close = Đóng sự cố
button-incident-close-yes = Đóng
button-incident-closing-edit = Sửa: { $label }
button-incident-hand-over = Bàn giao
button-incident-help = Xin hỗ trợ
button-incident-raise = Nâng mức nghiêm trọng
button-incident-lower = Hạ mức thông thường
button-incident-duplicate = Trùng sự cố khác
button-incident-unlink = Tách ra
button-incident-warn = Cảnh báo đơn vị khác
button-incident-warn-near = Đơn vị cùng cấp ({ $count } người)
button-incident-warn-all = Mọi đơn vị ({ $count } người)
button-incident-warn-send = Gửi cảnh báo
button-incident-never-mind = Thôi
button-incident-undo = Gỡ dòng này
button-incident-report = Báo sự cố mới
button-incident-paper-first = Dự thảo báo cáo ban đầu
button-incident-paper-closing = Dự thảo báo cáo kết thúc

## Sự cố: từ lời đầu đến đủ thông tin

incident-recorded = Đã ghi { $number } – { $unit }, mức { $severity }.
incident-told = Đã báo cho: { $people }.
incident-told-nobody = Qua trò chuyện, tôi chưa báo được cho ai. Anh/chị gọi điện ngay.
incident-same-unit = { $unit } đang có { $number } (do { $name } báo lúc { $since }). Người trực sẽ xem có phải là một không.
incident-call-now = Anh/chị gọi ngay, dùng điện thoại, không dùng máy nghi nhiễm:
incident-contact-line = • { $name }: { $phone }
incident-call-without-numbers = Anh/chị gọi ngay cho lãnh đạo đơn vị và { $coordinator }: dùng điện thoại, không dùng máy nghi nhiễm.
incident-call-without-anybody = Anh/chị gọi ngay cho lãnh đạo đơn vị: dùng điện thoại, không dùng máy nghi nhiễm.
incident-first-aid = Việc làm ngay:
incident-first-aid-line = • { $text }
incident-question = Câu { $number }/3. { $text }
incident-kind-guessed = Loại, theo lời anh/chị: { $kind }.
incident-ask-what =
    Chuyện gì đang xảy ra? Anh/chị viết một câu, hoặc chọn.
    Nếu 2 phút nữa chưa có trả lời, tôi vẫn báo cho người trực.
incident-ask-kind = Đang xảy ra chuyện gì? Anh/chị chọn, hoặc viết ra.
incident-ask-system = Hệ thống nào bị sự cố? Anh/chị chọn, hoặc gõ tên.
incident-ask-system-typed = Hệ thống nào bị sự cố? Anh/chị gõ tên, hoặc “chưa rõ”.
incident-ask-impact =
    Mức độ thế nào? Chọn được nhiều điều, hoặc gõ, ví dụ: { $example }.
incident-impact-example = “1 3”
incident-impact-example-words = “đang lan, mất dữ liệu”
incident-impact-spreading = Đang lan sang máy khác
incident-impact-service-down = Dịch vụ bị ngừng
incident-impact-data-harmed = Dữ liệu bị mất, bị sửa hoặc bị lộ
incident-impact-personal-data = Có dữ liệu cá nhân
incident-impact-beyond-capacity = Đơn vị không tự xử lý được
incident-impact-marked = ✓ { $label }
incident-ask-more =
    Anh/chị gửi thêm nếu có, mỗi ý một tin: ảnh, ghi âm; bị từ lúc nào (“từ 22h tối qua”); đã làm gì; số điện thoại để gọi lại.
    Hết thì chọn Xong.
incident-ask-doubt =
    Anh/chị muốn báo sự cố?
    Nếu 5 phút nữa chưa có trả lời, tôi báo cho người ứng cứu.
incident-ask-photo =
    Ảnh này là của một sự cố?
    Nếu 2 phút nữa chưa có trả lời, tôi báo cho người trực kèm ảnh.
incident-ask-again =
    Vẫn là { $number }, hay sự cố khác?
    Lời anh/chị đã ghi vào { $number }.
button-incident-yes = Có
button-incident-no = Không
button-incident-not-known = Chưa rõ
button-incident-mistake = Nhầm, không có sự cố
button-incident-none-of-these = Không có điều nào
button-incident-done = Xong
button-incident-same = Vẫn là { $number }
button-incident-other = Sự cố khác
button-incident-real = Sự cố thật, không phải diễn tập
button-incident-change-kind = Sửa loại
button-incident-at-unit = Sự cố ở { $unit }
incident-system-level = { $name } (cấp độ { $level })
incident-noted-kind = Đã ghi loại: { $kind }.
incident-noted-system = Đã ghi hệ thống: { $system }.
incident-noted-impact = Đã ghi: { $impact }.
incident-noted-impact-no = Đã ghi: chưa thấy điều nào trong số đó.
incident-noted-impact-denied = không: { $impact }
incident-noted-unknown = Đã ghi: chưa rõ.
incident-noted-text = Đã ghi thêm vào { $number }.
incident-noted-since = Đã ghi: bị từ { $since }. Chưa đúng thì anh/chị gõ lại.
incident-noted-done = Đã ghi việc đã làm.
incident-noted-contact = Đã ghi số liên hệ: { $contact }.
incident-noted-photo = Đã nhận ảnh, kèm vào { $number }.
incident-noted-voice = Đã nhận ghi âm, kèm vào { $number }.
incident-since-future = Lúc đó chưa đến. Anh/chị gõ lại, ví dụ “từ 22h tối qua”.
incident-answer-unclear = Tôi chưa hiểu “{ $text }”.
incident-impact-misread = Tôi ghi lời anh/chị vào { $number }, nhưng chưa hiểu mức độ. Anh/chị chọn giúp, hoặc “chưa rõ”.
incident-now-severe = Nay là mức nghiêm trọng ({ $why }). Đã báo thêm.
incident-now-ordinary = Nay là mức thông thường ({ $why }).
incident-unit-set = Đã chuyển { $number } sang { $unit } và báo người trực ở đó.
incident-moved-told = { $number } xảy ra ở { $unit }, không phải { $before }. Anh/chị không phải làm gì thêm.
incident-talk-over =
    { $number } đủ thông tin ban đầu. { $who }
    Có gì mới anh/chị nhắn “sự cố”, tôi ghi vào { $number }. Nếu báo nhầm, nhắn “báo nhầm”.
incident-talk-over-handled = { $name } đang xử lý.
incident-talk-over-told = Người trực đã được báo.
incident-talk-over-untold = Tôi chưa báo được cho ai: anh/chị gọi điện.
incident-talk-stopped = Tôi dừng hỏi. { $number } vẫn mở, người trực đã được báo.
incident-talk-stopped-untold = Tôi dừng hỏi. { $number } vẫn mở, nhưng chưa báo được cho ai: anh/chị gọi điện.
incident-talk-left = Tôi dừng hỏi. Những gì đã ghi vẫn giữ nguyên.
incident-nothing-recorded = Vâng, tôi không ghi sự cố nào. Khi cần, anh/chị nhắn “sự cố” hoặc gõ /suco.
incident-back-to-report = Ta làm tiếp báo cáo đang dở.
incident-silence-told =
    Chưa thấy anh/chị trả lời, tôi đã ghi { $number } và báo cho: { $people }.
    { $call }
incident-silence-told-nobody =
    Chưa thấy anh/chị trả lời, tôi đã ghi { $number }, nhưng chưa báo được cho ai qua trò chuyện.
    { $call }
incident-described-by-nobody = Báo có sự cố, chưa mô tả (người báo chưa trả lời)
incident-described-by-photo = Gửi ảnh, chưa mô tả (người báo chưa trả lời)
incident-described-by-photo-alone = Gửi ảnh, chưa mô tả
incident-described-by-kind = { $kind } (chọn trong danh sách, chưa mô tả)
incident-described-in-doubt = Có thể là sự cố (người báo chưa trả lời): { $text }
incident-described-by-secret = Có sự cố; nội dung mang dấu mật nên không ghi. Hãy gọi điện cho người báo.
incident-event-unanswered = người báo chưa trả lời
incident-event-secret = nhắn thêm, có dấu mật nên không ghi
incident-no-unit = Anh/chị chưa thuộc đơn vị nào ở đây, nên tôi chưa ghi được.
incident-secret =
    Tin vừa rồi có dấu bí mật nhà nước: tôi không lưu gì của nó. Anh/chị xóa tin đó khỏi cuộc trò chuyện.
    Nội dung mật chỉ nói trực tiếp, hoặc gửi qua cơ yếu, văn thư theo quy định về bảo vệ bí mật nhà nước.
incident-secret-told = Sự cố thì tôi đã báo, không kèm nội dung: người trực sẽ gọi anh/chị. Không viết thêm nội dung mật vào đây.
incident-public-contacts = Nếu đang có sự cố an toàn thông tin, anh/chị gọi:
incident-public-contacts-none = Nếu đang có sự cố an toàn thông tin, anh/chị gọi điện cho lãnh đạo đơn vị mình.
incident-in-group = Tôi không nhận sự cố trong nhóm. Anh/chị nhắn riêng cho tôi, hoặc gọi điện, không viết chi tiết ở đây.
incident-drill-refused = Diễn tập do lãnh đạo, người ứng cứu sự cố, đầu mối tổng hợp hoặc quản trị viên bắt đầu.
incident-drill-begun = Bắt đầu diễn tập. Mọi tin của lần này đều ghi “DIỄN TẬP”, số liệu không tính vào báo cáo.
incident-drill-counts = Nếu cuộc diễn tập này đúng như văn bản yêu cầu (“{ $quote }”, { $citation }), anh/chị ghi nhận luôn.
incident-drill-not-owed = Diễn tập của kỳ đó đã ghi nhận rồi, hoặc không còn phải báo cáo.
incident-drill-document = Diễn tập { $number }
button-incident-record-drill = Ghi nhận diễn tập { $period }

## Sự cố: dự thảo báo cáo

paper-asks = { $name } của { $number } còn thiếu { $count } mục. Tôi hỏi lần lượt; mục nào chưa có, anh/chị bỏ qua.
paper-ask = Mục { $number }/{ $of }: { $label }.
    { $question }
paper-ask-required = Mục { $number }/{ $of }: { $label } (bắt buộc theo mẫu).
    { $question }
paper-expected-text = Anh/chị nhập nội dung của mục này, hoặc bỏ qua.
paper-expected-phone = Số điện thoại gồm 8 đến 12 chữ số, ví dụ 0912 345 678. Anh/chị nhập lại giúp.
paper-expected-email = Địa chỉ thư có dạng ten@tinh.gov.vn. Anh/chị nhập lại giúp.
paper-expected-level = Cấp độ là một số từ 1 đến 5. Anh/chị nhập lại giúp.
paper-expected-yes-no = Anh/chị trả lời “có” hoặc “không” giúp.
paper-too-long = Mục này dài nhất { $limit } ký tự. Anh/chị viết gọn lại, hoặc bổ sung trong dự thảo.
paper-stopped = Tôi dừng hỏi cho dự thảo của { $number }. Những gì anh/chị đã trả lời vẫn được giữ.
paper-of-false-alarm = { $number } là báo nhầm nên không cần báo cáo.
paper-closing-too-early = Báo cáo kết thúc lập được sau khi đóng { $number }.
paper-link =
    { $name } ({ $form }) của { $number }, bản dự thảo:
    { $url }
    Mở được một lần, đến { $until }.

    { $blank }
    Dự thảo chưa được gửi đi đâu: anh/chị kiểm tra, trình ký và phát hành qua hệ thống QLVB.
paper-blank = Còn để trống: { $cells }.
paper-complete = Các mục bắt buộc đã đủ.
button-paper-now = Lấy dự thảo luôn
button-paper-missing = Điền mục còn trống
button-paper-more = Bổ sung mục khác
button-paper-unit = Sửa thông tin đơn vị
paper-page-title = Dự thảo báo cáo
paper-page-ready = Bấm nút dưới đây để tải dự thảo. Liên kết này chỉ dùng được một lần.
paper-page-button = Tải dự thảo
paper-page-note = Đây là dự thảo để trình ký, phát hành qua hệ thống QLVB. Chỉ mở trên máy tính của cơ quan.
paper-page-gone = Liên kết đã dùng hoặc đã hết hạn.
paper-page-again = Gõ /suco trong trò chuyện, chọn sự cố rồi lấy liên kết mới.
paper-sources-title = NGUỒN CỦA TỪNG MỤC
paper-sources-about = Bảng này giúp người ký kiểm tra dự thảo; bỏ ra trước khi phát hành. Hồ sơ { $number }, chép lúc { $at }.
paper-source-said = { $name }, { $at }: { $what }
paper-source-said-by-channel = { $name }, { $at }, qua { $channel }: { $what }
paper-source-nobody = Hệ thống
paper-source-unit = Thông tin của đơn vị, { $name } nhập { $at }
paper-source-told = { $name } ghi nhận việc đã thông báo, { $at }
paper-source-organisation = Danh sách đơn vị, cán bộ trên hệ thống
paper-source-systems = Danh sách hệ thống thông tin của đơn vị
paper-source-draft = Thời điểm lập dự thảo; sửa lại khi ký
paper-footer = Dự thảo từ hồ sơ { $number }
doctor-drafts = Chưa đặt PUBLIC_URL: liên kết tải dự thảo báo cáo sự cố sẽ là { $url }, máy khác có thể không mở được.
cli-help-incidents = sự cố và dự thảo báo cáo
cli-help-incidents-list = danh sách sự cố và diễn tập, mới nhất trước
cli-help-incidents-open = chỉ những sự cố đang mở
cli-help-incidents-paper = ghi dự thảo báo cáo của một sự cố ra tệp .docx
cli-help-incident-number = số của sự cố, ví dụ SC-2026-0007
cli-help-paper-kind = first (báo cáo ban đầu) hoặc closing (báo cáo kết thúc)
cli-help-paper-out = tệp .docx
cli-incidents-none = Chưa có sự cố nào.
cli-incident-number = Số
cli-incident-severity = Mức
cli-incident-status = Tình trạng
cli-incident-reported = Báo lúc
cli-incident-handler = Người xử lý
cli-incident-unknown = Không có sự cố nào mang số { $number }. Xem bằng lệnh: incidents list
cli-wrong-paper = Không có loại báo cáo “{ $text }”. Chọn một trong: { $known }
cli-paper-written =
    Đã ghi dự thảo vào { $file }. Tệp này chứa thông tin về sự cố: chỉ giữ trên máy của cơ quan.
    { $left }

## Sự cố: báo động và hỏi lại

incident-alert-severe = SỰ CỐ { $number } – { $unit }: { $kind }, mức nghiêm trọng
incident-alert-ordinary = SỰ CỐ { $number } – { $unit }: { $kind }, mức thông thường
incident-alert-again = NHẮC LẦN { $round }: chưa có ai nhận xử lý.
incident-alert-system = Hệ thống: { $system }
incident-alert-system-level = Hệ thống: { $system } (cấp độ { $level })
incident-alert-since = Từ lúc: { $moment }
incident-alert-reporter = Người báo: { $name } (chưa có số liên hệ)
incident-alert-reporter-contact = Người báo: { $name }, liên hệ { $contact }
incident-alert-why = Vì sao nghiêm trọng: { $reasons }
incident-alert-ask = Anh/chị chọn “Đã nhận” nếu xử lý sự cố này.
incident-address-hidden = [ẩn địa chỉ]
incident-asked-again =
    { $number } – { $unit }: { $kind }
    Từ { $moment } chưa có thông tin mới. Hiện xử lý đến đâu rồi? Anh/chị nhắn vài chữ, hoặc chọn bên dưới.
incident-asked-in-vain = { $number } – { $unit }: đã hỏi { $times } lần chưa có thông tin mới, nên tôi báo lại từ đầu để có người hỗ trợ.
incident-nobody-reached =
    SỰ CỐ { $number } – { $unit }: CHƯA BÁO ĐƯỢC CHO AI.
    Không ai giữ vai trò phải nhận tin mà có trò chuyện còn mở. Anh/chị gọi điện ngay cho đơn vị và người ứng cứu sự cố, rồi bổ sung người nhận tin.
incident-event-nobody = không ai có trò chuyện còn mở
incident-event-in-vain = không có trả lời, báo lại từ đầu
cli-help-escalation = sự cố được báo cho ai, sau bao lâu
cli-help-escalation-show = cách báo của một đơn vị, hoặc mặc định
cli-help-escalation-set = đặt cách báo riêng cho một đơn vị và các đơn vị dưới nó, từ một tệp YAML
cli-help-escalation-file = tệp YAML cùng dạng mục escalation trong domain/incident/rules.yaml
cli-help-escalation-default = bỏ cách báo riêng của đơn vị
cli-escalation-file-or-default = Nêu một tệp YAML, hoặc --default để bỏ cách báo riêng.
cli-escalation-default = Cách báo mặc định.
cli-escalation-from = Cách báo của { $unit }, do { $from } đặt.
cli-escalation-policy = Sự cố { $severity }: { $rounds } lần, cách nhau { $minutes } phút, dừng khi có người nhận.
cli-escalation-minute = Phút thứ
cli-escalation-to = Báo cho
cli-escalation-night = Ban đêm
cli-escalation-night-wake = báo ngay
cli-escalation-night-wait = chờ đến sáng
cli-escalation-recipient = { $position } ({ $place })
cli-escalation-at-unit = tại đơn vị
cli-escalation-at-above = các cấp trên
cli-escalation-at-coordinator = đơn vị đầu mối

## Sự cố: thời hạn thông báo

clock-under-a-minute = dưới 1 phút
clock-minutes = { $minutes } phút
clock-hours = { $hours } giờ
clock-hours-minutes = { $hours } giờ { $minutes } phút
clock-days = { $days } ngày
clock-days-hours = { $days } ngày { $hours } giờ
clock-moment = { $time } { $day }
clock-what-to = { $what } cho { $recipient }
clock-left = Còn { $left } để { $what } (trước { $moment }).
clock-at-once = Văn bản yêu cầu làm ngay: { $what }. Đã { $passed } kể từ lúc phát hiện.
clock-soon = Cần { $what }. Đã { $passed } kể từ lúc phát hiện.
clock-missed =
    Đã quá thời hạn { $what }: { $moment }{ $late }.
    Vẫn cần thực hiện và ghi lại lý do chậm.
clock-late-by = , chậm { $late }
clock-at-once-missed =
    Đã { $passed } kể từ lúc phát hiện mà chưa ghi nhận việc: { $what }.
    Vẫn cần thực hiện ngay.
clock-cited = Theo: { $citation }.
clock-no-hours = Văn bản không nêu số giờ; mức { $limit } để nhắc là của hệ thống, không phải quy định.
clock-handler = Người xử lý: { $name }.
clock-no-handler = Chưa có ai nhận xử lý.
clock-line-left = • { $name }: còn { $left }, trước { $moment }. { $citation }.
clock-line-at-once = • { $name }: làm ngay, đã { $passed } kể từ lúc phát hiện. { $citation }.
clock-line-missed = • { $name }: ĐÃ QUÁ THỜI HẠN { $moment }, vẫn cần thực hiện. { $citation }.
clock-line-at-once-missed = • { $name }: đã { $passed } chưa ghi nhận, vẫn cần thực hiện ngay. { $citation }.
clock-line-met = • { $name }: đã thông báo cho { $whom }{ $how }, lúc { $moment }.
clock-line-met-late = • { $name }: đã thông báo cho { $whom }{ $how }, lúc { $moment }, sau thời hạn { $due }.
clock-line-waived = • { $name }: không phải thông báo ({ $reason }).
clock-line-doubtful = • { $name }: chưa rõ có thuộc trường hợp này không; nếu có thì trước { $moment }. { $citation }.
clock-line-doubtful-at-once = • { $name }: chưa rõ có thuộc trường hợp này không; nếu có thì làm ngay. { $citation }.
clock-by-way = , { $how }
clock-way-phone = gọi điện thoại
clock-way-message = nhắn tin
clock-way-email = thư công vụ
clock-way-document = gửi văn bản
clock-way-in-person = báo trực tiếp
clock-about = Việc cần làm: { $what }.
clock-ask-told =
    Anh/chị đã thông báo cho ai, bằng cách nào, lúc mấy giờ?
    Ví dụ: Gọi PA05, đồng chí Hùng, 02:40
clock-ask-whom = Tôi chưa thấy ghi đã thông báo cho ai.
clock-ask-way = Anh/chị đã thông báo cho { $whom } bằng cách nào?
clock-ask-late = Việc này sau thời hạn { $due }. Anh/chị ghi lý do chậm giúp tôi.
clock-ask-waive = Vì sao không phải thông báo? Anh/chị ghi lý do, tôi lưu vào nhật ký sự cố.
clock-reason-needed = Cần có lý do để sau này đọc lại.
clock-which-met = Anh/chị đã thông báo theo thời hạn nào?
clock-which-waive = Thời hạn nào không phải thông báo?
clock-none-owed = { $number } không còn thời hạn thông báo nào phải thực hiện.
clock-settled = Thời hạn này đã được ghi nhận trước đó.
clock-gone = Theo thông tin mới nhất của sự cố, thời hạn này không còn áp dụng.
clock-met-words = { $whom }{ $how }, lúc { $moment }
clock-waived-words = { $name } – không phải thông báo: { $reason }
clock-late-words = { $name } – lý do chậm: { $reason }
clock-met-done = { $number }: đã ghi { $name } – thông báo cho { $said }.
clock-not-filed = Ghi nhận này không thay cho thông báo, báo cáo chính thức.
clock-late-done = { $number }: đã ghi { $words }
clock-waived-done = { $number }: đã ghi { $words }
clock-told-handler = { $number }: { $name } đã ghi { $what }
clock-undone = Đã gỡ. Thời hạn { $name } tiếp tục tính.
button-clock-met = Đã thông báo
button-clock-met-of = Đã làm: { $name }
button-clock-same = Cũng đã làm: { $name }
button-clock-waive = Không phải thông báo
button-clock-undo = Gỡ ghi nhận này

## Dòng lệnh: số điện thoại và hệ thống

cli-help-incidents-drill = bắt đầu diễn tập ở một đơn vị
cli-help-drill-text = tình huống, ví dụ "máy kế toán bị mã hóa"
cli-drill-begun = Đã bắt đầu diễn tập { $number }, đã báo cho: { $names }.
cli-drill-begun-untold = Đã bắt đầu diễn tập { $number }, nhưng chưa báo được cho ai qua trò chuyện.
cli-drill-nobody = { $unit } chưa có người ứng cứu sự cố, cán bộ báo cáo hay lãnh đạo nào.
cli-help-contacts = số điện thoại để gọi khi có sự cố
cli-help-contacts-list = các số điện thoại, theo thứ tự hiện ra
cli-help-contacts-add = thêm một số điện thoại
cli-help-contacts-remove = bỏ một số điện thoại
cli-help-contact-name = gọi cho ai, ví dụ "Trực sự cố Sở KH&CN"
cli-help-contact-phone = số điện thoại
cli-help-contact-public = người lạ nhắn có sự cố cũng được cho biết số này
cli-help-systems = hệ thống thông tin của các đơn vị
cli-help-systems-list = các hệ thống, kèm cấp độ
cli-help-systems-add = thêm một hệ thống, hoặc đổi cấp độ của hệ thống đã có
cli-help-system-name = tên hệ thống
cli-help-system-level = cấp độ đã được phê duyệt, 1 đến 5
cli-contact-phone = "{ $phone }" không phải số điện thoại.
cli-contact-known = Số { $phone } đã có trong danh sách.
cli-contact-unknown = Không có số { $phone } trong danh sách.
cli-contacts-none = Chưa có số điện thoại nào.
cli-contact-name = Gọi cho
cli-contact-number = Số điện thoại
cli-contact-public = Công khai
cli-systems-none = Chưa có hệ thống nào.
cli-system-unit = Đơn vị
cli-system-name = Hệ thống
cli-system-level = Cấp độ
cli-wrong-level = Cấp độ là 1 đến 5, không phải "{ $text }".

## Ý kiến của lãnh đạo

aside-cancel = Thôi
aside-cancelled = Đã thôi, không có gì thay đổi.
aside-too-short = Anh/chị viết giúp vài chữ, tối đa { $longest } ký tự.
owed-state-head = {" "}(chờ lãnh đạo duyệt, chưa tính là đã gửi)
head-waiting =
    Chờ lãnh đạo duyệt (chưa tính là đã gửi): { $titles } – { $unit }.
    Đã chuyển: { $names }. Lãnh đạo đồng ý lúc nào thì báo cáo tính là gửi lúc đó. Lời nhắc từ nay đến lãnh đạo.
head-waiting-nobody =
    Chưa gửi được: { $titles } – { $unit } cần lãnh đạo đồng ý.
    { $why }
    Nếu lãnh đạo đã đồng ý trực tiếp, anh/chị chọn dưới đây; tôi ghi lại là theo lời anh/chị.
head-none = Đơn vị chưa có lãnh đạo nào trong danh sách. Anh/chị nhờ quản trị viên thêm.
head-unreachable = Tôi chưa nhắn được cho lãnh đạo ({ $names }).
head-none-reachable = tôi chưa nhắn được cho ai
head-waits = { $titles } đang chờ lãnh đạo duyệt ({ $names }), chưa tính là đã gửi. Muốn sửa, anh/chị thu hồi trước.
head-asked = Chờ anh/chị duyệt báo cáo của { $unit }. Người lập: { $name }.
head-report =
    { $title }
    Hạn: { $due }
head-same-figures = (và { $count } số liệu giống như trên)
head-agreed = Đã đồng ý. { $titles } của { $unit } tính là gửi lúc này.
head-agreed-told =
    { $name } đã đồng ý.
    { $receipt }
head-agreed-by-other = { $name } đã đồng ý gửi: { $titles }. Anh/chị không phải làm gì thêm.
head-in-person-sent =
    Đã ghi: lãnh đạo đồng ý trực tiếp, theo lời anh/chị.
    { $receipt }
head-reachable-now = Nay tôi nhắn được cho { $names }, nên đã chuyển để duyệt. Báo cáo chưa tính là đã gửi.
head-return-ask = Cần sửa gì? Anh/chị viết ngắn, tôi chuyển cho người lập.
head-returned = Đã trả lại { $name }: { $titles }.
head-returned-told =
    { $name } trả lại để sửa: { $titles }.
    Ý kiến: { $remark }
    Báo cáo chưa gửi, bản nháp vẫn còn.
head-recalled = Đã thu hồi: { $titles }. Báo cáo chưa gửi, bản nháp vẫn còn.
head-recalled-told = { $name } đã thu hồi để sửa: { $titles }. Anh/chị chưa phải duyệt.
head-settled-agreed = Báo cáo này đã được đồng ý và gửi rồi.
head-settled-returned = Báo cáo này đã được trả lại để sửa.
head-settled-recalled = Báo cáo này đã được người lập thu hồi.
head-overtaken = Báo cáo này đã được gửi cách khác, không còn chờ duyệt.
head-told = Để lãnh đạo biết: { $name } đã gửi { $titles } của { $unit } lúc { $time } { $day } ({ $standing }).
head-reminder-title = Chờ anh/chị duyệt, chưa tính là đã gửi: { $titles }
head-reminder-unit = { $unit } – người lập: { $name }
button-head-agree = Đồng ý gửi
button-head-return = Trả lại để sửa
button-head-show = Xem số liệu
button-head-recall = Thu hồi để sửa
button-head-in-person = Lãnh đạo đã đồng ý trực tiếp
cli-unit-heads-word = Lãnh đạo
cli-unit-set = { $unit }: ý kiến lãnh đạo = { $headsWord }
cli-wrong-heads-word = Không có mức “{ $text }”. Các mức: { $known }
cli-help-units-set = cài đặt của một đơn vị
cli-help-heads-word = ý kiến lãnh đạo khi gửi báo cáo ({ $known }): không cần, được biết, phải đồng ý

# Forms from the command line
cli-help-forms = biểu mẫu báo cáo: xem, kiểm tra, sửa bằng bảng tính
cli-help-forms-list = liệt kê các biểu mẫu
cli-help-forms-show = in cuộc hỏi đáp mà một biểu mẫu tạo ra
cli-help-forms-check = tìm lỗi trong một tệp biểu mẫu, nêu rõ từng chỗ
cli-help-forms-export = ghi một biểu mẫu ra tệp XLSForm để sửa bằng bảng tính
cli-help-forms-import = chuyển một tệp XLSForm thành mục forms của tệp YAML; không tự bật gì
cli-help-form-id = mã biểu mẫu, xem bằng lệnh: forms list
cli-help-form-version = bản thứ mấy; không nêu thì lấy bản mới nhất
cli-help-form-file = tệp văn bản (.yaml), tệp .yaml chỉ có mục forms, hoặc XLSForm (.xlsx)
cli-help-form-workbook = tệp XLSForm (.xlsx)
cli-help-form-workbook-out = tệp .xlsx sẽ ghi
cli-help-form-new-id = mã biểu mẫu, thay cho mã trong trang settings
cli-help-form-out = tệp .yaml sẽ ghi, chưa có sẵn
cli-form-id = Mã
cli-form-version = Bản
cli-form-name = Tên
cli-form-questions = Số câu
cli-form-file = Văn bản
cli-form-in-use = Đang dùng
cli-form-unknown = Không có biểu mẫu “{ $id }”, hoặc không có bản này. Đang có: { $known }
cli-form-wrong-version = “{ $text }” không phải số thứ tự của một bản.
cli-form-named = { $id } bản { $version } ({ $count } câu)
cli-form-right = { $file }: không có lỗi. { $forms }
cli-form-none-inside = Tệp không có biểu mẫu nào.
cli-form-exported = Đã ghi { $file }: { $id } bản { $version }. Sửa xong, chạy: forms import { $file } --out TỆP.yaml
cli-form-imported = Đã ghi { $file }: { $id } bản { $version }. Chưa bật gì: chép mục forms vào tệp của văn bản, giữ lại bản cũ.
cli-form-out-exists = Tệp { $file } đã có. Chọn tên khác.
cli-form-yaml-head =
    Biểu mẫu { $id }, bản { $version }, chuyển từ XLSForm. Tệp này chưa bật gì.
    Chép phần dưới “forms:” vào mục forms của tệp văn bản trong domain/directives, giữ lại bản cũ, rồi khởi động lại.
cli-form-title = { $title } ({ $id }, bản { $version }): { $count } câu
cli-form-directive = Văn bản: { $directive }
cli-form-duties = Dùng cho: { $duties }
cli-form-answer-integer = Trả lời: một số nguyên từ { $min } đến { $max }.
cli-form-answer-decimal = Trả lời: một số từ { $min } đến { $max }.
cli-form-answer-percent = Trả lời: phần trăm, từ { $min } đến { $max }.
cli-form-answer-numbers = Trả lời: { $count } số nguyên trong một tin ({ $labels }), mỗi số từ { $min } đến { $max }.
cli-form-answer-yes-no = Trả lời: Có hoặc Không.
cli-form-answer-choice = Trả lời: chọn một ({ $labels }).
cli-form-answer-multi-choice = Trả lời: chọn một hoặc nhiều ({ $labels }).
cli-form-answer-date-in-window = Trả lời: một ngày trong kỳ báo cáo.
cli-form-answer-date-not-future = Trả lời: một ngày, không sau hôm nay.
cli-form-answer-text = Trả lời: một đoạn ngắn, tối đa { $limit } ký tự.
cli-form-example = Ví dụ: { $example }
cli-form-when = Chỉ hỏi khi { $conditions }.
cli-form-and = {" và "}
cli-form-when-greater = “{ $label }” lớn hơn { $value }
cli-form-when-less = “{ $label }” nhỏ hơn { $value }
cli-form-when-equal = “{ $label }” là { $value }
cli-form-when-not-equal = “{ $label }” khác { $value }
cli-form-when-includes = “{ $label }” có chọn { $value }
cli-form-when-answered = “{ $label }” đã được trả lời
cli-form-optional = Có thể bỏ qua.
cli-form-scope-stock = Tính đến ngày gửi báo cáo.
cli-form-scope-window = Tính trong kỳ báo cáo.
cli-form-carries-always = Đã trả lời cho kỳ ngắn hơn thì không hỏi lại cho kỳ dài hơn (tháng, quý, năm).
cli-form-carries-yes = Đã trả lời “Có” cho kỳ ngắn hơn thì không hỏi lại cho kỳ dài hơn.
cli-form-carries-same = Không hỏi lại cho kỳ dài hơn khi “{ $label }” của hai kỳ như nhau.
cli-form-when-nothing = Khi không phát sinh: { $answer }.
cli-form-asked-by = Chỉ hỏi khi đang bật: { $directives }.
cli-form-shared = Hỏi một lần cho cả: { $forms }.
cli-form-clause-text = Căn cứ: { $citation }.
cli-form-clause-default = Đơn vị tự đặt, theo: { $citation }.
cli-form-clause-product = Không văn bản nào yêu cầu: { $citation }.
cli-form-rules = Kiểm tra giữa các câu:

## Gia hạn; nộp ngày ấy có kịp không

extension-nothing = Anh/chị không có báo cáo nào sắp đến hạn mà đơn vị đầu mối có thể gia hạn.
extension-which = Anh/chị xin gia hạn báo cáo nào?
extension-which-one = { $unit }: { $titles } (hạn { $day })
extension-until-when = { $titles }, hạn { $due }. Anh/chị xin gia hạn đến ngày nào? Ví dụ: thứ 6, 18/12
extension-not-later = { $day } không muộn hơn hạn đang có ({ $due }), nên không cần gia hạn.
extension-too-late = Muộn nhất có thể xin đến { $day }.
extension-why =
    Xin gia hạn đến hết { $day }: { $titles }, hạn { $due }.
    Lý do là gì? Anh/chị viết ngắn, tôi chuyển đơn vị đầu mối.
extension-passed-on =
    Đã chuyển đề nghị đến đơn vị đầu mối: { $titles }, xin đến hết { $day }.
    Khi chưa có trả lời, hạn vẫn là { $due } và tôi vẫn nhắc.
extension-asked =
    { $unit } xin gia hạn: { $titles }.
    Hạn hiện nay: { $due }. Xin đến hết { $day }.
    Lý do: { $reason }
    Người đề nghị: { $name }.
button-extension-yes = Đồng ý đến { $day }
button-extension-no = Không
extension-settled-before = Đề nghị này đã được trả lời rồi.
extension-overtaken = Báo cáo này đã gửi, hoặc hạn đã được đổi sau đề nghị này.
extension-agreed = Đã gia hạn cho { $unit } đến hết { $day }: { $titles }. Gửi sau hạn gốc vẫn ghi là sau hạn gốc, kèm việc được gia hạn.
extension-refused = Đã trả lời { $unit }: không gia hạn đến { $day } ({ $titles }).
extension-agreed-told =
    Đơn vị đầu mối đồng ý gia hạn đến hết { $day }: { $titles }.
    Tôi nhắc theo ngày mới. Hạn gốc theo văn bản vẫn là { $due }: gửi sau ngày ấy được ghi “được gia hạn, gửi sau hạn gốc”.
extension-refused-told =
    Đơn vị đầu mối không gia hạn đến { $day }: { $titles }.
    Hạn vẫn là { $due }.
owed-extended = {" "}(được gia hạn; hạn gốc { $due })
reminder-extended = Đây là ngày được gia hạn. Hạn gốc: { $due }.
receipt-extended = được gia hạn, gửi sau hạn gốc
late-which-day = Anh/chị định gửi ngày nào? Ví dụ: “ngày 15 nộp kịp không?”
late-nothing = Đơn vị của anh/chị không có hạn báo cáo nào trong một năm tới.
late-due = { $titles }: hạn { $due }.
late-is-late =
    { $days ->
        [1] Nộp { $day } là quá hạn 1 ngày.
       *[other] Nộp { $day } là quá hạn { $days } ngày.
    }
late-is-in-time = Nộp { $day } vẫn kịp.
late-ask-for-more = Nếu không kịp, anh/chị gõ “xin gia hạn đến …”, tôi chuyển đơn vị đầu mối.

## Bàn giao

hand-over-nothing = Anh/chị không giữ vai trò báo cáo nào để bàn giao. Nếu chưa đúng, anh/chị hỏi quản trị viên.
hand-over-which = Bàn giao vai trò nào?
hand-over-which-one = { $name }: { $position }, { $unit }
hand-over-nobody =
    Tôi chưa biết đồng nghiệp nào khác của { $unit }, nên chưa bàn giao được.
    Anh/chị nhờ quản trị viên cấp mã mời cho người nhận. Cho đến lúc đó tôi vẫn nhắc anh/chị.
hand-over-unknown = Tôi không thấy ai tên “{ $name }” ở { $unit }. Nếu là người mới, anh/chị nhờ quản trị viên cấp mã mời trước.
hand-over-to-whom = Bàn giao vai trò { $position } của { $unit } cho ai?
hand-over-asked = Đã hỏi { $name }. Khi { $name } chưa nhận, tôi vẫn nhắc { $holder } như cũ.
hand-over-offer =
    { $name } muốn bàn giao cho anh/chị vai trò { $position } của { $unit } (hiện do { $holder } giữ).
    Báo cáo đang mở và bản nháp sẽ chuyển theo. Anh/chị nhận không?
hand-over-taken = Anh/chị đã nhận vai trò { $position } của { $unit }. Từ nay tôi nhắc anh/chị.
hand-over-owed = Hiện có { $what }; bản nháp đã làm vẫn còn.
hand-over-done-old = { $name } đã nhận việc báo cáo của { $unit }. Từ nay tôi không nhắc anh/chị việc này nữa.
hand-over-done-told = { $unit }: vai trò { $position } chuyển từ { $holder } sang { $name }.
hand-over-refused = Vâng, anh/chị không nhận. Mọi việc vẫn như cũ.
hand-over-refused-told = { $name } không nhận bàn giao việc của { $unit }. { $holder } vẫn phụ trách và vẫn được nhắc.
hand-over-settled = Lần bàn giao này đã xong rồi.
hand-over-overtaken = Vai trò này đã thay đổi, lần bàn giao này không còn hiệu lực.
button-hand-over-yes = Nhận bàn giao
button-hand-over-no = Không nhận

## Nghỉ phép, làm thay

leave-no-position = Anh/chị chưa có vai trò nào ở đây, nên không cần người làm thay.
leave-until-when = Anh/chị nghỉ đến hết ngày nào? Ví dụ: 20/12, thứ 6
leave-over-already = Ngày ấy đã qua. Anh/chị gõ lại, ví dụ: “nghỉ phép đến 20/12”.
leave-who = Anh/chị nghỉ từ { $from } đến hết { $until }. Ai làm thay? Tôi sẽ hỏi người ấy.
leave-nobody =
    Anh/chị nghỉ từ { $from } đến hết { $until }, chưa có ai làm thay. Tôi đã báo lãnh đạo hoặc đơn vị đầu mối.
    Lời nhắc báo cáo vẫn đến anh/chị; sự cố thì chỉ báo anh/chị khi không liên lạc được ai khác.
leave-nobody-told = { $name } ({ $unit }) nghỉ đến hết { $until }, chưa có ai làm thay. Lời nhắc vẫn đến { $name }.
leave-asked = Đã hỏi { $name }. Khi { $name } chưa nhận, tôi vẫn nhắc anh/chị.
leave-offer =
    { $name } ({ $units }) nghỉ từ { $from } đến hết { $until } và nhờ anh/chị làm thay.
    Trong những ngày ấy báo cáo, lời nhắc và báo động sự cố của { $name } đến anh/chị. Hết ngày tự thôi.
leave-accepted = Anh/chị làm thay { $away } từ { $from } đến hết { $until }. Cảm ơn anh/chị.
leave-accepted-told =
    { $name } nhận làm thay anh/chị từ { $from } đến hết { $until }. Trong những ngày ấy tôi nhắc { $name }.
    Về sớm, anh/chị gõ: đi làm lại rồi.
leave-stand-in-told = { $name } làm thay { $away } từ { $from } đến hết { $until }.
leave-refused = Vâng, anh/chị không nhận làm thay. Tôi báo lại ngay.
leave-refused-told = { $name } không nhận làm thay được. Tôi vẫn nhắc anh/chị. Muốn nhờ người khác, anh/chị gõ lại “nghỉ phép đến …”.
leave-none = Tôi không ghi anh/chị đang nghỉ. Lời nhắc vẫn đến anh/chị.
leave-over = Mừng anh/chị trở lại. Từ nay lời nhắc lại đến anh/chị.
leave-over-stand-in = { $name } đã đi làm lại. Anh/chị không phải làm thay nữa. Cảm ơn anh/chị.
button-leave-nobody = Chưa có ai
button-leave-yes = Nhận làm thay
button-leave-no = Không nhận được

## Vì sao đơn vị này

unit-kind-province-committee = UBND tỉnh
unit-kind-department = sở
unit-kind-board = ban, ngành
unit-kind-mass-organisation = đoàn thể
unit-kind-association = hội
unit-kind-district = huyện
unit-kind-commune = xã, phường
unit-kind-party-office = cơ quan đảng
unit-kind-central-agency = cơ quan Trung ương trên địa bàn
unit-kind-provincial-police = Công an tỉnh
unit-kind-provincial-military = Bộ Chỉ huy quân sự tỉnh
unit-kind-telecom-company = doanh nghiệp viễn thông
unit-kind-security-company = doanh nghiệp an toàn thông tin
unit-kind-office = văn phòng
unit-kind-portal-unit = đơn vị cổng thông tin điện tử
unit-kind-sub-unit = đơn vị trực thuộc
why-nothing = Tôi chưa nhắc anh/chị báo cáo nào, và anh/chị không có báo cáo nào phải gửi.
why-kind-text = Văn bản giao cho { $kind }; { $unit } thuộc nhóm này.
why-kind-any = Văn bản giao cho các cơ quan, đơn vị; { $unit } là một trong số đó.
why-kind-default = Văn bản không nêu { $kind }; việc { $unit } cũng phải gửi là do đơn vị tự đặt.
why-kind-product = Hệ thống nhắc thêm { $unit }, văn bản không quy định.
why-role-coordinator = { $unit } nhận vì giữ vai trò đơn vị đầu mối tổng hợp.
why-role-chair = Đây là báo cáo của Chủ tịch UBND tỉnh, { $unit } lập với vai trò đơn vị đầu mối tổng hợp.
help-question-report = Câu này thuộc { $titles }. Căn cứ báo cáo: { $citation }.

## Giờ nhắc riêng

hours-set = Từ nay tôi chỉ nhắc anh/chị từ { $from } đến { $until }. Sự cố vẫn báo ngay.
hours-any = Từ nay tôi nhắc anh/chị trong giờ làm việc, từ { $from } đến { $until }. Sự cố vẫn báo ngay.
hours-now =
    Tôi đang nhắc anh/chị từ { $from } đến { $until }.
    Muốn đổi, anh/chị gõ ví dụ “đừng nhắc trước 9h”, “chỉ nhắc từ 9h đến 16h”, hoặc “nhắc lúc nào cũng được”.
hours-too-short = Giờ nhắc phải nằm trong khoảng { $from } đến { $until } và dài ít nhất một giờ, ví dụ: từ 9h đến 16h.
