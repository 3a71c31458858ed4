### Every text that officers read. Written as a courteous colleague would: short, clear, one idea a message.

## Reporting periods and deadlines

period-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
period-quarter =
    { $quarter ->
        [I] Q1
        [II] Q2
        [III] Q3
       *[IV] Q4
    } { $year }
period-first-half = first half of { $year }
period-second-half = second half of { $year }
period-year = year { $year }
report-title = { $name } ({ $period })
# Names that say no more than the period: in a list, “December 2026” is enough.
report-of-month = Monthly report
report-of-quarter = Quarterly report
report-of-half = Half-yearly report
report-of-year = Yearly report
due-before = before { $dueDay } (until the end of { $lastDay })
provisional-note = This date rests on a provisional calendar of days off and may change.

## General

something-went-wrong =
    Sorry, I could not deal with your last message. Whatever was saved before is still there.
    Please send it again, or type /trogiup for help.
not-understood = I did not understand that. Type /trogiup to see what I can do.
old-button = This choice belongs to an old message and no longer works. Please choose in the newest one.
edited-message = I cannot read an edited message. To change an answer, please send a new one.
unsupported-document =
    I take no files in this chat. Please send documents through the document management system or official e-mail.
unsupported-other = I can only read text. Please type it.
group-only-private = To keep information private I only answer in a private chat. Please write to me there.

## Pictures and voice messages

media-received-voice =
    I have received your voice message. If it is about an incident, please type: sự cố.
    For anything else please type it, since I cannot listen to voice messages.
media-too-large-photo =
    The picture that you sent at { $time } is larger than 10 MB, so I could not take it. Please send a smaller one.
media-too-large-voice =
    The voice message that you sent at { $time } is larger than 10 MB, so I could not take it.
    Please send a shorter one, or type it.
media-other-content-photo =
    What you sent at { $time } is not a picture, so I did not take it. Please send a photo of it, or type it.
media-other-content-voice =
    What you sent at { $time } is not a voice message, so I did not take it. Please type it.
media-gone-photo =
    I could not download the picture that you sent at { $time }. Please send it again, or type it.
media-gone-voice =
    I could not download the voice message that you sent at { $time }. Please send it again, or type it.
media-too-many =
    You have sent too many pictures and voice messages within a day, so I did not take this one. Please type it.

## Linking an account

stranger-hello =
    Hello. I am Nhắc Hạn; I remind your agency of its information security reports and take them.
    To begin, send the 8-character invite code that your administrator gave you, for example ABCD-2345.
code-unknown = This code is not right. An invite code has 8 characters, for example ABCD-2345. Please check it.
code-expired = This code has been used or has expired. Please ask your administrator for a new one.
code-link-expired = This code has been used or has expired. Type /lienket in the chat that you use to get a new one.
stranger-last-answer =
    For the next 24 hours I give no more answers here. Once you have the right code, wait an hour and send it: it will be taken.
code-too-many = Too many wrong codes. Please try again in an hour, or ask your administrator.
code-already-linked = This account is already linked to { $name }. Type /trogiup to see what I can do.
welcome =
    Hello { $name }. Your account is linked.
    Your role: { $positions }.

    { $next }
welcome-next-reporter = I will remind you before each deadline. Type /baocao to see the reports you have to send.
welcome-next-manager = Type /chuabaocao to see which units have not reported.
welcome-next-none = You have no role with reports. If that is wrong, please ask your administrator.
welcome-next-linked = From now on I remind you here. To change that, type /lienket.
welcome-next-linked-elsewhere = Reminders still go to { $channel }. To get them here, type /lienket.
position-at = { $position } – { $unit }
position-reporter = reporting officer
position-head = head
position-coordinator = coordinator
position-responder = incident responder
position-administrator = administrator

## Linked channels: one person on Zalo and Telegram

channel-zalo = Zalo
channel-telegram = Telegram
channel-rehearsal = Rehearsal room
channel-of-several = { $channel } { $number }
link-list =
    You are linked on:
    { $lines }
link-line = • { $channel }, since { $since }{ $state }
link-state-preferred = {" "}– gets the reminders
link-state-blocked = {" "}– blocks my messages
link-state-retired = {" "}– the bot there has been given up, I cannot write to you there
button-prefer-here = Remind me here
button-prefer = Remind me on { $channel }
button-unlink = Unlink { $channel }
button-link-more = Link another channel
button-unlink-sure = Yes, unlink
button-unlink-last = Unlink, no more reminders
link-preferred = From now on I remind you on { $channel }.
link-unlink-ask = Unlink { $channel }? I will no longer write to you there. Reminders will go to { $other }.
link-unlink-ask-last =
    Without { $channel } I have no way left to remind you: reminders stop altogether.
    To link again you will need a new invite code from your administrator. Unlink it all the same?
link-kept = Your channels stay as they are.
link-unlinked = { $channel } is unlinked. From now on reminders go to { $other }.
link-unlinked-last = { $channel } is unlinked. I will not remind you any more. To come back, ask your administrator for a new invite code.
link-unlinked-there = This chat is no longer linked to the account of { $name }. I will not write here any more.
link-unlinked-told =
    { $channel } has just been unlinked from your account. If that was not you, tell your administrator at once.
link-code =
    Link code: { $code } (works once, within { $minutes } minutes).
    { $where }
link-code-send = { $channel }: open { $link } and send this code.
link-code-tap = { $channel }: open { $link }
link-code-anywhere = Send this code from the account that you want to link.
link-code-own = This chat is linked already. Send the code from the account that you want to add.
link-channel-full = Every bot on { $channel } has as many people as it may. Please tell your administrator.
link-no-bot = Nhắc Hạn is not on { $channel } yet.
link-told =
    { $channel } has just been linked to your account. { $next }
    If that was not you, type /lienket to unlink it.
link-reminders-go-to = From now on reminders go to { $channel }.
link-reminders-stay-at = Reminders still go to { $channel }.
continued-here = We go on here. The question is:
answer-too-early = Your last message was sent before this question was shown, so I have not recorded it. The question is:
received-elsewhere =
    You have sent on { $channel }:
    { $lines }
    { $next }
filed-elsewhere =
    You have recorded on { $channel } as sent on paper:
    { $lines }
    { $next }
received-elsewhere-line = • { $unit }: { $titles }
received-elsewhere-done = There is nothing left to do here.
received-elsewhere-more = The other reports that I reminded you of here are still to be sent.

## Help

help =
    What I can do for you:
    { $lines }
help-incident = /suco – report an incident, or write “sự cố” at any time
help-report = /baocao – reports to send, fill one in
help-office = /giahan, /bangiao, /nghiphep – ask for more time; hand over; say that you are away and who stands in
help-missing = /chuabaocao – which units have not reported
help-schedule = /lich – coming deadlines
help-link = /lienket – your channels, link Zalo or Telegram
help-stop = /huy – stop what is being filled in, keep the draft
help-help = /trogiup – this help
help-plain = You can also type plain Vietnamese, with or without accents. For example: { $examples }.
help-plain-report = “gửi qua trục rồi, số 214/BC-STC”
help-plain-missing = “ai chưa báo cáo tháng 11?”
help-plain-schedule = “lịch báo cáo”
command-suco = Report an incident, see open ones
command-baocao = Reports to send, fill one in
command-chuabaocao = Which units have not reported
command-lich = Coming deadlines
command-lienket = Your channels, link another one
command-trogiup = Help
command-huy = Stop what is being filled in, keep the draft

## Reports to send

reports-to-send =
    { $count ->
        [1] 1 report to send
       *[other] { $count } reports to send
    }
reports-not-sent =
    { $count ->
        [1] 1 report not sent
       *[other] { $count } reports not sent
    }
tasks-to-do =
    { $count ->
        [1] 1 task to do
       *[other] { $count } tasks to do
    }
tasks-not-done =
    { $count ->
        [1] 1 task not done
       *[other] { $count } tasks not done
    }
owed-title = You have { $what }.
owed-unit = { $unit }
owed-due = Due: { $due }
owed-due-late = Overdue: { $due }
owed-line = • { $title }{ $state }
owed-state-draft = {" "}(begun)
owed-state-draft-by = {" "}(begun by { $name })
owed-state-returned = {" "}(to be completed)
owed-more = And { $count } more. Type a period to fill one in, for example “báo cáo tháng 12”.
owed-later =
    { $count ->
        [1] 1 more is due after { $day }; it can wait.
       *[other] { $count } more are due after { $day }; they can wait.
    }
owed-nothing = You have no reports left to send.
owed-nothing-soon = You have no reports to send until { $day }.
owed-next = Next deadline: { $title }, { $due }.
owed-not-reporter = You have no role that fills in reports. If that is wrong, please ask your administrator.
owed-period-none = There is no report for { $period } that you still have to send.
period-impossible = There is no such reporting period. Type for example: “tháng 11”, “quý 4”, “năm 2026”.
button-fill = Fill in report
button-fill-due = Fill in report (due { $lastDay })
button-fill-unit = { $unit }: fill in report
button-fill-due-unit = { $unit }: fill in report (due { $lastDay })
button-paper = Sent on paper
button-snooze = Remind me later
button-why = Why do I get this?

## Reminders

reminder-title = Reminder: { $what }
reminder-title-overdue = Overdue: { $what }
reminder-title-head = For the head to know: your unit has { $what }
reminder-unit = { $unit }
reminder-line = • { $title }
reminder-due = Due: { $due }.
reminder-days-left =
    { $days ->
        [1] 1 working day left, today included.
       *[other] { $days } working days left, today included.
    }
reminder-last-day = Today is the last day.
reminder-last-working-day = Today is the last working day before the deadline.
reminder-overdue-days =
    { $days ->
        [1] 1 day overdue.
       *[other] { $days } days overdue.
    }
reminder-to = Recipient named in the document: { $recipient }.
reminder-to-coordinator = To: { $unit } (coordinating unit).
reminder-cited = Basis: { $citation }.
reminder-own-date = The document names no day. The deadline is the agency's own.
reminder-own-date-of = The deadline of { $titles } is the agency's own; the document names no day.
reminder-service = A reminder that the system adds; no document demands it.
reminder-service-of = { $titles }: a reminder that the system adds; no document demands it.
reminder-more = And { $count } more. Type /baocao to see them.
reminder-more-head = And { $count } more. Type /chuabaocao to see them.
reminder-drafts = Your draft is kept; you only need to go on.
reminder-left-at = You stopped at question { $number }/{ $total }. The draft is kept; type “tiếp tục” to go on.
reminder-reporters = Reporting officers: { $names }.
reminder-no-reporters = The unit has no reporting officer.

## Remind me later

snooze-ask = When should I remind you again?
snooze-none = There is no later reminder left. Type /baocao to fill in the report.
snooze-choice = { $time } { $day }
snooze-choice-today = { $time } today
snooze-done = I will remind you again at { $when }.
snooze-nothing = There is no report left to remind you of.

## Why do I get this?

why-title = { $title }
why-cited = Basis: { $citation }.
why-quote = “{ $quote }”
why-quote-scanned = (The scan reads: “{ $quote }”)
why-authority = Issued by: { $authority }.
why-due-text = Deadline: { $due }, as the document says.
why-due-default = Deadline: { $due }; the agency's own, since the document names no day.
why-due-product = Deadline: { $due }. A reminder that the system adds; no document demands it.
why-window = Figures from { $from } to { $to }.
why-unit = You get this as { $position } of { $unit }.

## Schedule

schedule-title = Coming deadlines
schedule-none = There is no coming deadline for your unit.
schedule-due = Due: { $due }
schedule-line = • { $title }{ $state }
schedule-received = {" "}– received
schedule-filed = {" "}– sent on paper
schedule-own = { $unit }
schedule-agencies = Due from the units

## Who has not reported

missing-refused = This list is for heads and the coordinating unit. Type /baocao to see your own reports.
missing-title = Not reported, as of { $time } { $day }:
missing-title-period = { $period } – as of { $time } { $day }:
missing-counts = Owed { $all }: on time { $onTime }, sent late { $late }, on paper { $filed }, not sent { $missing }.
missing-overdue =
    { $count ->
        [1] Overdue, 1 report not sent
       *[other] Overdue, { $count } reports not sent
    }
missing-upcoming = Due: { $due }. Not sent: { $count } of { $all } reports
missing-waiting = Not sent ({ $count })
missing-heading = { $heading }:
missing-heading-continued = { $heading } (continued):
missing-heading-of = { $heading } ({ $titles })
missing-unit = • { $unit }
missing-unit-titles = • { $unit }: { $titles }
missing-unit-unreachable = { $unit } (no reporter can be reached)
missing-unit-without-reporter = { $unit } (no reporter named)
missing-none = All have been sent.
missing-none-open = Nothing is missing: every report has been sent.
missing-no-period = The system has no report for { $period } yet.
missing-due = Deadline: { $due }.
missing-page = Page { $page }/{ $pages }
button-next-page = Next page
button-previous-page = Previous page

## Filling in a report

yes = Yes
no = No
fill-begin =
    { $count ->
        [1] { $titles }.
       *[other] Together: { $titles }.
    }
fill-hint = If a question is unclear, type “?” for an explanation.
fill-carried-on = You go on from your saved draft.
form-changed = The form has a new version ({ $titles }). Answers that still fit are kept.
form-added = New in the form: { $questions }.
form-reworded = Asked in other words; your answer is kept, please look at it again in the summary: { $questions }.
form-reasked = Answered in another way now, so it is asked again: { $questions }.
form-gone = No longer in the form: { $questions }.
form-answered = { $label } (your answer was: { $answer })
fill-take-over-ask = { $name } has begun this report. Do you want to go on in place of { $name }?
fill-other-drafting = { $name } has gone on with the report that you began. Your answers are kept.
fill-already-sent = This report has been sent already.
fill-not-yours = This report is no longer yours to fill in. If that is wrong, please ask your administrator.
fill-no-form = This report is not filled in here. Once the document is sent, choose “Sent on paper” and I will stop reminding you.
fill-stopped = Stopped at { $answered } of { $total } answers, not sent. The draft is kept; to go on, type “tiếp tục”.
fill-nothing-to-stop = There is nothing being filled in.
fill-nothing-to-resume = There is nothing being filled in. Type /baocao to see the reports you have to send.
fill-echo = Noted: { $label }: { $answer }.
fill-skipped = Skipped: { $label }.
fill-cannot-skip = This question cannot be skipped; please answer it.
fill-not-complete =
    { $count ->
        [1] 1 question is still open, so it cannot be sent yet.
       *[other] { $count } questions are still open, so it cannot be sent yet.
    }
together-at-least = Filled in together: from { $asks } questions (instead of { $alone }).
together-exactly = { $reports } reports, { $asks } questions (instead of { $alone }).
offer-together = { $reports } reports, from { $asks } questions (instead of { $alone }).
offer-alone = { $asks } questions.
taken-none = The last period has no figures to take over.
taken-title = Recorded:
nothing-ask = Do you confirm that nothing happened in this period?
nothing-happened = In the period:
nothing-kept = As in the last period:
confirm-line = • { $label }: { $answer }
answer-in-all = { $answer } (all { $count } periods)
nothing-recorded = Recorded: nothing to report, the other figures as above.
confirm-unlike-last = { $last } in the last period, { $answer } in this one – is that right?
confirm-misread = I did not understand. Answer “yes”, or type your answer again.
confirm-approximate = I record { $answer } – is that right?
fill-confirm-outside = { $answer } lies outside the days that the figures count ({ $from } to { $to }). Keep this day?
question-number = Question { $number }/{ $total }
question-number-unit = Question { $number }/{ $total } – { $unit }
question-window = Figures from { $from } to { $to }.
question-window-of = Figures from { $from } to { $to } ({ $titles }).
question-windows = Over these periods:
question-window-one = { $number }. { $titles }: from { $from } to { $to }
question-window-each = • { $titles }: { $from } to { $to }
question-windows-count = Type { $count } numbers in one message, in that order, for example: { $example }
question-known = The record of incidents says: { $figures }
question-parts = Type { $count } numbers in one message, in this order: { $parts }.
question-parts-listed =
    Type { $count } numbers in one message, in this order:
    { $parts }
question-parts-named = For example: { $example }, or the name and the number: { $named }
question-part = { $number }. { $label }
question-current = Now: { $answer }
label-window = ({ $from }–{ $to })
summary =
    Please check before you send:
    { $unit }: { $titles }

    { $lines }
summary-today = As of today
summary-window = Figures from { $from } to { $to } ({ $titles })
summary-heading-unit = { $unit } – { $heading }
summary-heading = { $heading }:
summary-line = • { $label }: { $answer }
summary-skipped = (skipped)
edit-which = Which answer do you want to change?
edit-which-part = Which part do you want to change?
edit-part =
    { $count ->
        [1] { $name }: 1 answer
       *[other] { $name }: { $count } answers
    }
edit-line = { $label }: { $answer }
help-at-summary = Choose “Send” if the figures are right, or “Change an answer”.
help-example = Example: { $example }
help-own-question = A question of the agency's own, in connection with: { $citation }.
help-service = { $citation }.
picked = ✓ { $label }
counted = { $label }: { $count }
nothing-counted = all 0
none-of-them = None (0)
today-is = Today { $day }
yesterday-was = Yesterday { $day }
button-take-over = Go on in their place
button-resume = Go on
button-known = As recorded: { $figures }
button-earlier = Yes, but before { $day }
button-take-last = Take the last period's figures
button-nothing = Nothing to report
button-nothing-yes = Right, nothing happened
button-nothing-no = No, ask me one by one
button-right = Right
button-wrong = Type it again
button-keep = Keep
button-skip = Skip
button-back = Back
button-stop = Stop, keep draft
button-picked = Done
button-edit = Change: { $label }
button-edit-answer = Change an answer
button-this-day = Keep this day
button-other-day = Enter another day
button-send =
    { $count ->
        [1] Send the report
       *[other] Send { $count } reports
    }
button-fill-next = Fill in the remaining report
stale-other-question = This choice belongs to another question. You are at the one below.
stale-other-dialogue = This choice belongs to an old message. You are at the question below.
stale-summary-changed = The figures have changed since you looked. Please check them again.
stale-stopped = This report is on hold.
refused-empty = I see no answer yet.
refused-too-long = The answer is longer than { $limit } characters.
refused-misunderstood = I did not understand this answer.
refused-ambiguous = This answer can be read in several ways: { $between }.
refused-wrong-count = I counted { $given } numbers; { $wanted } are needed.
refused-wider-is-less = The longer period includes the shorter one, so it cannot have less: { $wider } is less than { $narrower }.
refused-no-such-day = There is no such day.
refused-future-date = { $day } has not come yet.
refused-negative = This number cannot be negative.
refused-below = The smallest number is { $limit }.
refused-above = The largest number is { $limit }.
expected-integer = Please type a whole number, for example: { $example }
expected-decimal = Please type a number, for example: { $example }
expected-percent = Please type a percentage, for example: { $example }
expected-yes-no = Please answer “yes” or “no”.
expected-choice = Please choose one: { $options }.
expected-choices = Please choose one or more: { $options }.
expected-date = Please type day/month, for example: { $example }
expected-text = Please keep it short, at most { $limit } characters, for example: { $example }
expected-numbers = Please type { $count } numbers with spaces between them, for example: { $example }
receipt =
    { $count ->
        [1] 1 report of { $unit } received at { $time } { $day }.
       *[other] { $count } reports of { $unit } received at { $time } { $day }.
    }
    { $lines }

    This receipt does not replace the signed document.
receipt-line = • { $title }: receipt code { $code }, { $standing }
receipt-on-time = on time
receipt-late = late

## After sending: correcting a report, closed figures, asking for more

button-correct = Correct the report sent
button-correct-due = Correct the report sent (due { $day })
button-correct-unit = { $unit }: correct the report sent (due { $day })
lately-sent =
    Sent, and can still be corrected:
    { $lines }
lately-sent-line = • { $titles } (until the end of { $until })
correction-none = You have no report that was sent and can still be corrected. Type a period, for example “sửa báo cáo tháng 11”.
correction-which = Which report do you want to correct?
correction-owed = This report has not been sent, so there is nothing to correct yet. Type /baocao to go on with it.
correction-filed = This report is recorded as sent on paper, number { $number }. If another paper replaces it, ask the coordinating unit to choose “Not received”, then record the new number.
correction-why = { $titles }: why does it have to be corrected? In a few words, for example: typed the wrong number of systems.
correction-begin = You are correcting { $titles }, which is possible until the end of { $until }. What was sent stands until you send again.
correction-take-over = { $name } is correcting this report. Go on in place of { $name }?
correction-unchanged = No figure has changed, so what was sent stands.
correction-too-late = The figures were closed before you sent the correction, so what was sent stands. Type “sửa báo cáo” and the period to ask for them to be reopened.
receipt-line-version = • { $title } (version { $version }): receipt code { $code }, { $standing }
figures-closed = { $titles }: the figures were closed at the end of { $day }. You can ask the coordinating unit to reopen them.
figures-accepted = { $titles }: the coordinating unit has accepted it, so the figures are closed. You can ask for them to be reopened.
button-ask-reopening = Ask to reopen
reopening-why = { $titles }: why reopen the figures? The reason goes to the coordinating unit.
reopening-sent = Your request to reopen { $titles } has been passed on. You will hear as soon as there is an answer.
reopening-asked-before = { $titles }: your unit has asked to reopen it and is waiting for the coordinating unit.
reopening-asked =
    { $unit } asks to reopen closed figures:
    { $titles }
    Reason: { $reason }
button-reopen = Reopen
button-reopen-no = Do not reopen
reopened = Reopened { $titles } of { $unit } until the end of { $until }.
reopened-told = The coordinating unit has reopened { $titles }. You can correct it until the end of { $until }.
reopening-refused = { $titles } of { $unit } stays closed. Whoever asked has been told.
reopening-refused-told = The coordinating unit does not reopen { $titles }. What was sent stands.
reopening-settled-before = This has been answered before, or the figures are open.
news-corrected = { $unit } has corrected a report: { $titles } (version { $version }).
news-supplemented = { $unit } has answered your request: { $titles } (version { $version }).
news-odd = { $unit } has sent { $titles }. Some figures are unusual and were confirmed by the sender:
news-same-figures = No figure has changed.
news-more = … and { $count } more lines.
news-reason = Reason: { $reason }
difference-line = • { $label }: { $before } → { $after }{ $note }
difference-none = (none)
odd-line = • { $label }: { $answer }{ $note }
note = {" "}({ $note })
note-unlike-last = { $last } last period, confirmed
note-outside = outside the days that count, { $from } to { $to }, confirmed
note-approximate = approximate, confirmed
note-last-period = taken from last period
button-seen = Seen
button-ask-again = Ask for more
seen = It is noted that you have seen it.
ask-again-which = { $titles }: which question is it about?
button-whole-report = The whole report
ask-again-remark = { $titles }, question “{ $question }”: what do you need from the unit?
ask-again-remark-whole = { $titles }: what do you need from the unit?
ask-again-too-late = This report has been asked for again, or the unit is working on it.
ask-again-done = { $unit } has been asked for more in { $titles }, by the end of { $until }. The unit is reminded, and you hear when a new version comes.
returned-told =
    { $by } asks { $unit } for more in { $titles }:
    “{ $remark }”
    Please send it again by the end of { $until }.
button-supplement = Answer now
supplement-begin = More is wanted in { $titles }, by the end of { $until }.
supplement-remark = { $unit } asks: “{ $remark }”
supplement-remark-plain = Asked: “{ $remark }”
reminder-line-returned = • { $title } (more is wanted)
missing-title-returned = { $title } (more is wanted)
button-received = See reports received
received-which = Which report do you want to see?
received-none = No such report has been received.
button-view = { $unit }: { $title }
view-refused = This report is not among those that you may see.
view-title = { $unit } – { $title }
view-received = Received at { $time } on { $day }, { $standing }.
view-accepted = Received at { $time } on { $day }, { $standing }. Accepted.
view-returned = Asked for again, by the end of { $day }.
view-not-received = Not received. Last day: { $day }.
view-filed = Sent on paper, number { $number } of { $date }, not confirmed yet.
view-filed-confirmed = Sent on paper, number { $number } of { $date }.
view-version = Version { $version }: { $time } on { $day }, { $name }
view-remark = More was asked for at { $time } on { $day }: “{ $remark }”
button-accept = Accept
accepted = Accepted { $title } of { $unit }. The figures of this unit for the period are closed.
accept-not-now = This report has been accepted, or the unit has not sent it again.

## Sent on paper

today = Today
yesterday = Yesterday
button-cancel = Cancel, record nothing
button-change = Change
button-record = Record
button-paper-received = Confirm receipt
button-paper-not-received = Not received
filing-nothing = You have no report left to record.
filing-ask-which = Which report is this document?
filing-all = All { $count } reports
filing-ask-number =
    { $titles }
    What are the number and symbol of the document? Example: 214/BC-STC
filing-ask-date = On which day was document { $number } signed? Example: 12/12/2026
filing-confirm =
    Record as sent on paper?
    { $unit }: { $titles }
    Number { $number } of { $date }
filing-expected-choose = Please choose one of the reports below.
filing-expected-number = I see no document number. Please type number and symbol, for example: 214/BC-STC
filing-expected-date = I did not understand this day. Type for example: 12/12/2026, or “hôm qua” for yesterday.
filing-expected-confirm = Choose “Record” if it is right, “Change” if it is not.
filing-future-day = This day has not come yet. Please check the day on which the document was signed.
filing-cancelled = Cancelled; nothing was recorded.
filing-recorded =
    Document { $number } of { $date } recorded.
    { $lines }

    { $next }
filing-no-more-reminders = I will not remind you any more.
filing-will-be-confirmed = The coordinating unit will confirm when it has arrived.
filing-without-figures = A report sent on paper has no figures in the system.
filing-recorded-line = • { $title } – receipt code { $code }
filing-to-coordinator =
    { $unit } says it has been sent on paper:
    { $title }, number { $number } of { $date }.
    Have you received it?
filing-confirmed = Document { $number } of { $unit } confirmed: { $title }.
filing-denied = Noted that document { $number } of { $unit } has not arrived. The sender has been told.
filing-denied-to-sender =
    The coordinating unit has not received document { $number }: { $title }.
    Please check. This report counts as not sent again.
filing-settled-before = This document has been dealt with already.
filing-not-yours = This is for the coordinating unit.

## Zalo: no buttons, so choices are lines under numbers or letters

zalo-answer-by-number = Answer with a number or in words.
zalo-answer-by-letter = Type your answer, or the letter at the start of a line to choose it.

## The rehearsal room (web page). No text here takes values: the page adds dates and figures itself.

room-title = Nhắc Hạn – rehearsal room
room-product = Nhắc Hạn
room-name = Rehearsal room
room-no-script = This page needs JavaScript. Please switch it on in your browser and load the page again.
room-skip = To the phones
room-language = Language
room-language-vi = Tiếng Việt
room-language-en = English
room-guide = New here? Press “/baocao” on the reporting officer's phone, then let the clock run to the “Next reminder” and see whose phone gets a message. Everything here is sample data.
room-guide-close = Got it
room-offline = The server cannot be reached; trying again. What you are typing is kept.
room-close = Close

room-clock = Rehearsal clock
room-jump = Let the clock run to
room-jump-tomorrow = Tomorrow
room-jump-reminder = Next reminder
room-jump-deadline = Next deadline
room-jump-incident = Next incident step
room-jump-none = none
room-jump-chosen = Choose
room-end-of = end of
room-jump-go = Run
room-jump-moving = The clock is running to
room-jump-arrived = The clock has come to
room-weekday-1 = Monday
room-weekday-2 = Tuesday
room-weekday-3 = Wednesday
room-weekday-4 = Thursday
room-weekday-5 = Friday
room-weekday-6 = Saturday
room-weekday-7 = Sunday

room-tabs = Choose a phone
room-phone-of = Phone of
room-phone-nobody = Phone not linked yet
room-look-telegram = Telegram
room-look-zalo = Zalo
room-look-hint = The phone uses (press to change)
room-phone-open = Open another person's phone
room-transcript = Messages
room-nothing-yet = No messages yet. Type something below to begin.
room-from-bot = Nhắc Hạn:
room-from-person = Sent:
room-type-here = Type a message
room-send = Send
room-send-photo = Send the sample picture
room-sample-photo = 🖼 Sample picture
room-not-sent = Not sent.
room-send-again = Send again
room-tap-failed = That did not get through; please press again.
room-to-newest = To the newest message
room-new-messages = new
room-suggestions = You can type

room-position-reporter = Reporting officer
room-position-head = Head
room-position-coordinator = Coordinator
room-position-responder = Incident responder
room-position-administrator = Administrator
room-tab-reporter = Officer
room-tab-head = Head
room-tab-coordinator = Coordinator
room-tab-responder = Responder
room-tab-administrator = Admin
room-tab-nobody = Unlinked
room-tab-due = Due

room-suggest-reporter-1 = /baocao
room-suggest-reporter-1-hint = reports to send
room-suggest-reporter-2 = sự cố
room-suggest-reporter-2-hint = report an information security incident
room-suggest-reporter-3 = tôi còn nợ báo cáo nào?
room-suggest-reporter-3-hint = “which reports do I still owe?”, the same as /baocao
room-suggest-reporter-4 = /lich
room-suggest-reporter-4-hint = coming deadlines
room-suggest-reporter-5 = /huy
room-suggest-reporter-5-hint = stop what is being filled in, keep the draft
room-suggest-head-1 = ai chưa báo cáo?
room-suggest-head-1-hint = “who has not reported?”
room-suggest-head-2 = sự cố nào đang mở?
room-suggest-head-2-hint = the incidents that are open
room-suggest-head-3 = /lich
room-suggest-head-3-hint = coming deadlines
room-suggest-head-4 = /trogiup
room-suggest-head-4-hint = help
room-suggest-coordinator-1 = ai chưa báo cáo?
room-suggest-coordinator-1-hint = “who has not reported?”
room-suggest-coordinator-2 = sự cố nào đang mở?
room-suggest-coordinator-2-hint = the incidents that are open
room-suggest-coordinator-3 = /chuabaocao
room-suggest-coordinator-3-hint = the same question, as a command
room-suggest-coordinator-4 = /baocao
room-suggest-coordinator-4-hint = what the coordinating unit itself has to send
room-suggest-coordinator-5 = /lich
room-suggest-coordinator-5-hint = coming deadlines
room-suggest-responder-1 = sự cố nào đang mở?
room-suggest-responder-1-hint = the incidents that are open
room-suggest-responder-2 = đã nhận
room-suggest-responder-2-hint = take on the incident that you were alerted to
room-suggest-responder-3 = diễn tập sự cố
room-suggest-responder-3-hint = like the real thing, every message says “DRILL”
room-suggest-responder-4 = /trogiup
room-suggest-responder-4-hint = help
room-suggest-anyone-1 = /trogiup
room-suggest-anyone-1-hint = help
room-suggest-anyone-2 = xin chào
room-suggest-anyone-2-hint = “hello”: see how a stranger is answered

room-due-title = What just fell due
room-due-before = Let the clock run: whatever falls due on the way is listed here.
room-due-none = Nothing fell due on the way.
room-due-undelivered = Messages not out yet
room-due-opened = Reporting period opened
room-due-reminder = Reminder to report
room-due-overdue = Reminder of an overdue report
room-due-head = Note to the head
room-due-snoozed = Postponed reminder
room-due-deadline = Deadline passed
room-due-milestone = To be done by now
room-due-digest = Summary for the coordinator
room-due-incident = About incidents
room-due-other = Something else

room-error-host = The rehearsal room opens only on the machine that runs the program.
room-error-origin = This request came from another web page and was not taken.
room-error-content-type = The content must be application/json.
room-error-too-large = That is too long; please shorten it.
room-error-invalid = What was sent does not have the expected shape.
room-error-invalid-instant = That is not a date and time. Write it like 2026-12-07T08:30:00+07:00.
room-error-unknown-phone = There is no such phone in the rehearsal room.
room-error-backwards = The rehearsal clock only runs forward.
room-error-busy = The clock is already running to another moment; please wait until it is there.
room-error-too-far = That is too far ahead. Please choose an earlier day.
room-error-failed = The server failed to do this. Please try again.
room-error-offline = The server cannot be reached.

## Settings: what to set. No text repeats a password or a token.

config-database-url =
    DATABASE_URL is not of the right form. Set postgresql://user:password@host:5432/database, or leave it empty for the embedded database.
config-port = PORT must be a number from 0 to 65535, for example 3000.
config-public-url = PUBLIC_URL must be the server's address without a path, for example https://nhachan.tinh.gov.vn
config-telegram-token =
    TELEGRAM_BOT_TOKEN is not of the right form. Copy the whole token that BotFather gave: digits, a colon, and a string of characters.
config-telegram-api-root = TELEGRAM_API_ROOT must be an address that begins with http:// or https://, for example https://api.telegram.org
config-telegram-mode = TELEGRAM_MODE must be polling or webhook.
config-webhook-public-url = { $setting }=webhook needs a PUBLIC_URL that begins with https:// and that Telegram can reach.
config-webhook-secret-missing = { $setting }=webhook needs WEBHOOK_SECRET: 1 to 256 letters, digits, underscores or hyphens.
config-webhook-secret = WEBHOOK_SECRET takes 1 to 256 letters, digits, underscores or hyphens.
config-zalo-tokens = ZALO_BOT_TOKENS is not of the right form. Copy each of Zalo's tokens whole, with commas between them.
config-zalo-api-root = ZALO_API_ROOT must be an address that begins with http:// or https://, for example https://bot-api.zaloplatforms.com
config-zalo-mode = ZALO_MODE must be polling or webhook.
config-zalo-users = ZALO_BOT_USERS must be how many people a bot may serve, for example 50.
config-zalo-messages = ZALO_MONTHLY_MESSAGES must be how many messages a bot may send in a month, for example 3000.
config-zalo-reserve = ZALO_RESERVE_PERCENT must be a percentage from 0 to 50, for example 5.
config-webhook-secret-short = Zalo wants a WEBHOOK_SECRET of at least 8 characters.
config-directives-unknown = DIRECTIVES names documents that are not known: { $unknown }. Those that ship: { $known }.
config-directives-none = DIRECTIVES names no document. Leave it empty for the default, or choose from: { $known }.
config-show-addresses = SHOW_ADDRESSES_IN takes names of channels, comma-separated: { $known }.
config-zone = TZ_NAME is not the name of a time zone. Leave it empty for Asia/Ho_Chi_Minh.
config-log-level = LOG_LEVEL must be one of: { $levels }.
config-sandbox = SANDBOX must be 0 or 1.
config-sandbox-public =
    SANDBOX=1 does not run beside a real bot on Telegram's own server. Remove SANDBOX, or remove TELEGRAM_BOT_TOKEN to rehearse.
config-sandbox-host = The rehearsal room opens on this machine only. Set HOST=127.0.0.1, or SANDBOX=0.
config-sandbox-now = SANDBOX_NOW must be an instant with its offset, for example 2026-12-07T08:00:00+07:00
config-sandbox-now-off = SANDBOX_NOW can be used only with SANDBOX=1.

## At the start

started = Nhắc Hạn is running at { $url }
started-on-folder = Data: the folder { $folder }
started-on-postgres = Data: PostgreSQL
started-room = Rehearsal room: open { $url } in a browser; no account is needed.
started-telegram = Telegram: connecting.
started-without-channel = For real chats: set ZALO_BOT_TOKENS or TELEGRAM_BOT_TOKEN and start again (see README.md).
started-zalo = Zalo: connecting { $count } bot(s).
started-commands = Administration: npm run -s cli -- --help
start-folder-in-use = The data folder { $folder } is open in another process. Stop that one, or set another DATA_DIR.
start-database-unreachable = The database cannot be opened: { $detail }
start-database-old =
    The PostgreSQL server is version { $version }; { $oldest } or newer is needed. Upgrade the server, or leave DATABASE_URL out to use the embedded database.
start-database-newer = The database was made by a newer version ({ $unknown }). Update this program first.
start-port-taken = Port { $port } is used by another program. Set another PORT.

## The command line

cli-about = What an administrator of Nhắc Hạn does. Each command has --help, and --json for programs.
cli-help-usage = Usage:
cli-help-options = Options:
cli-help-arguments = Arguments:
cli-help-commands = Commands:
cli-help-help = show how it is used
cli-help-json = print JSON
cli-help-deadlines = list the deadlines in a range of days (nothing that is owed when something happens, as an incident)
cli-help-reminders = list the reminders that an agency which sends nothing would get
cli-help-from = from this day, YYYY-MM-DD
cli-help-to = to this day, included, YYYY-MM-DD
cli-help-directives = only these documents, comma-separated
cli-help-units = the units
cli-help-units-import = import units from an .xlsx or .csv file
cli-help-units-file = a file with the columns code, name, kind, parent, coordinator
cli-help-units-list = list the units
cli-help-officers = the officers
cli-help-officers-add = add an officer and make an invite code
cli-help-officers-list = list officers and the channels that they have linked
cli-help-officers-invite = give an officer who is there already a new invite code
cli-help-officer-id = the officer's id; see: officers list
cli-help-invite-qr = write QR pictures to send to the officer, one for each channel: an.png gives an-zalo.png, an-telegram.png
cli-help-bots = the bots: where to open them, people, room left, QR code
cli-help-bots-qr = write a QR picture of each bot to this folder
cli-help-unlink = unlink all their channels first, when a phone is lost
cli-help-only-unit = only the unit with this code
cli-help-unit = the unit's code
cli-help-name = full name
cli-help-position = the role: { $known }
cli-help-status = show which units have reported, reported late, not reported
cli-help-period = the reporting period: 2026-M12, 2026-Q4, 2026-H1, 2026 or once
cli-help-duty = one duty only, for example monthly
cli-help-demo = fill an empty database with demo units
cli-help-doctor = check settings, data and connections, and say what to mend
cli-help-backup = back the embedded database up
cli-help-backup-file = the .tar.gz file to write
cli-see-help = Add --help to see how it is used.
cli-which-command = It is not clear which command to run.
cli-unknown-command = There is no command “{ $name }”.
cli-unknown-option = There is no option “{ $name }”.
cli-missing-option = The option “{ $name }” is missing.
cli-missing-value = The option “{ $name }” needs a value.
cli-missing-argument = The argument “{ $name }” is missing.
cli-too-many-arguments = There are too many arguments. Put a value with spaces in quotation marks.
cli-wrong-day = “{ $text }” is not a day. Write it as 2026-12-14.
cli-wrong-range = The first day must not come after the last.
cli-wrong-position = There is no role “{ $text }”. Choose one of: { $known }.
cli-directives-unknown = Documents that are not known: { $unknown }. Those that ship: { $known }.

cli-folder-in-use =
    Another process is using the data folder but does not answer. If the server is starting, wait a few seconds and try again.
cli-database-unreachable = The database could not be opened: { $detail }
cli-database-newer = The database was made by a newer version. Update this program first.
cli-server-broke-off = The server broke off before it had answered. Look at the server's log and try again.
cli-request-too-long = The request is too long. Split the file and import it in parts.
cli-request-unreadable = The server does not understand this request. It may be running another version: restart it.

cli-last-day = Last day
cli-day-provisional = { $day } (provisional)
cli-report = Report
cli-reports = Reports
cli-recipient = Recipient
cli-coordinator = the coordinating unit
cli-window = Figures from – to
cli-cited = Source
cli-at = At
cli-to = To
cli-deadlines-none = There is no deadline in this range.
cli-reminders-none = There is no reminder in this range.

cli-unit-code = Code
cli-unit-name = Name
cli-unit-kind = Kind
cli-unit-parent = Parent
cli-unit-coordinator = Coordinator
cli-units-none = There are no units yet. Import them with: units import FILE
cli-imported = Imported: { $added } new, { $changed } changed, { $unchanged } as before.
import-file-kind = Only .xlsx and .csv files are taken, not { $file }.
import-file-missing = There is no file { $file }.
import-file-closed = The file { $file } cannot be read.
import-file-broken = The file { $file } cannot be read as a table. Save a .csv as “CSV UTF-8”.
import-no-headings = The file { $file } has no heading row with at least the columns code and name.
import-no-rows = The file { $file } has no units below its headings.
import-refused = Nothing was imported; there are { $count } things to mend:
import-more = … and { $count } more.
import-row = Row { $row }: { $reason }
import-no-code = the unit's code is missing.
import-bad-code = the code “{ $code }” may hold only letters, digits and . _ / - (at most 32 characters, no spaces).
import-no-name = the unit's name is missing.
import-long-name = the name is longer than { $limit } characters.
import-no-kind = the kind of unit is missing.
import-bad-kind = the kind “{ $text }” is not known. For example: department, board, commune, office, sub-unit, mass-organisation.
import-bad-coordinator = the column coordinator holds “{ $text }”; write yes or no.
import-own-parent = a unit cannot be its own parent.
import-repeated-code = the code “{ $code }” stands in row { $row } already.
import-unknown-parent = the parent “{ $parent }” is neither in the file nor known already.
import-cycle = the parents go round in a circle: { $way }.

cli-unit-unknown = There is no unit with the code “{ $code }”. See the codes with: units list
cli-unit-not-coordinator =
    { $unit } is not the coordinating unit and has no such role. Mark its column coordinator when importing units first.
cli-officer-name = The name needs 1 to { $limit } characters.
cli-officer-added =
    Added officer { $officerId }.
    Invite code: { $code } (to be used once, within { $days } days; shown only here).
    { $where }
cli-officer-invited =
    A new invite code for { $officerId }. Earlier codes no longer work.
    Invite code: { $code } (to be used once, within { $days } days; shown only here).
    { $where }
cli-invite-anywhere = The officer sends this code to the bot, or types /start { $code }.
cli-invite-send = { $channel } ({ $name }): open { $link } and send the code.
cli-invite-tap = { $channel } ({ $name }): open { $link }
cli-bots-none = No bot has connected yet. Set ZALO_BOT_TOKENS or TELEGRAM_BOT_TOKEN and start the server.
cli-bot =
    { $channel }: { $name } (bot id { $bot })
    Open: { $link }
cli-bot-people = { $people } people.
cli-bot-room = { $people } people, room for { $room } more.
cli-qr-written = QR pictures written: { $files }
cli-qr-none = No bot has connected yet, so there is no QR picture.
cli-qr-not-written = { $file } cannot be written ({ $reason }). Check the folder and its rights.
cli-officer-unknown = There is no officer with the id “{ $officerId }”. See the ids with: officers list
cli-officer-id = Officer id
cli-officer = Name
cli-officer-positions = Positions
cli-officer-channels = Channels
cli-officer-channel = { $channel } since { $since }
cli-officer-channel-blocked = { $channel } (blocked)
cli-officer-channel-retired = { $channel } (bot given up, cannot be reached)
cli-officer-no-channel = not linked
cli-officers-none = There are no officers yet. Add one with: officers add

cli-period-unknown = “{ $period }” is not the name of a reporting period. Write 2026-M12, 2026-Q4, 2026-H1, 2026 or once.
cli-duty-unknown = There is no duty “{ $duty }”. Choose one of: { $known }.
cli-status-none = No report of this period is being followed.
cli-status-submitted = Received in time: { $count }
cli-status-late = Received late: { $count }
cli-status-missing = Not received: { $count }
cli-duty = Duty
cli-period = Period
cli-received = Received at

cli-demo-filled = Filled in { $units } demo units and { $officers } demo officers, with their reports of earlier periods.
cli-demo-there = The demo units ({ $units } units, { $officers } officers) were there already; nothing was changed.
cli-demo-other-units = The database has real units, so no demo units were added. Set another DATA_DIR to try things out.

cli-backup-written =
    Wrote { $file } ({ $kilobytes } KB).
    To restore: stop the server, make an empty folder { $folder }/database, then run
    tar -xzf { $file } -C { $folder }/database
cli-backup-not-written = { $file } could not be written ({ $reason }). Check the folder and its permissions.
cli-backup-postgres =
    The data are on a PostgreSQL server; back them up with PostgreSQL's own tool:
    { $command }

## The command doctor

doctor-ok = ✓ { $message }
doctor-warn = ! { $message }
doctor-fail = ✗ { $message }
doctor-settings = The settings are valid.
doctor-directives = Documents that are on: { $ids }.
doctor-directives-broken = The documents or the calendar cannot be read: { $mistakes }
doctor-reach = { $count } units have no reporter who can be reached. See: officers list
doctor-folder = The data folder can be used: { $folder }
doctor-folder-new = The data folder { $folder } is not there yet; it is made at the start.
doctor-folder-open = Others on this machine can enter the data folder. Better run: chmod 700 { $folder }
doctor-folder-closed = The data folder { $folder } cannot be written to. Change its owner, or set another DATA_DIR.
doctor-folder-in-use = Another process is using the data folder but does not answer; perhaps the server is starting.
doctor-server-runs = The server is running and can read the database.
doctor-database = The database can be read and its tables are of the right version.
doctor-database-new = There is no database yet; it is made at the start.
doctor-database-behind = The database has { $count } updates to go through; they run by themselves at the start.
doctor-database-broken = The database could not be opened: { $detail }
doctor-postgres-unreachable = DATABASE_URL cannot be reached: { $detail }
doctor-telegram = Telegram accepts the token: @{ $username }.
doctor-telegram-none = There is no chat channel. Set ZALO_BOT_TOKENS or TELEGRAM_BOT_TOKEN, or SANDBOX=1 to rehearse.
doctor-telegram-rehearsal = Neither ZALO_BOT_TOKENS nor TELEGRAM_BOT_TOKEN is set: there is only the rehearsal room in the browser.
doctor-telegram-refused = Telegram refuses the token. Copy TELEGRAM_BOT_TOKEN from BotFather again.
doctor-telegram-unreachable =
    Telegram cannot be reached at { $apiRoot }: { $detail }. Check the network, or set TELEGRAM_API_ROOT.
doctor-zalo = Zalo accepts token { $nth }: { $link }.
doctor-zalo-refused = Zalo refuses token { $nth }. Copy that token into ZALO_BOT_TOKENS again.
doctor-zalo-unreachable =
    Zalo cannot be reached at { $apiRoot } with token { $nth }: { $detail }. Check the network, or set ZALO_API_ROOT.

## The bots' message quotas

quota-told-high =
    Bot { $name } has used { $used }/{ $limit } of this month's messages ({ $percent } %).
    From 90 % I leave out early reminders; the last two before each deadline stay. Type /hanmuc to see more.
quota-told-reserve =
    Bot { $name } has used { $used }/{ $limit } of this month's messages ({ $percent } %).
    What is left is kept for urgent messages. Others wait until { $day }, or go by another channel of the officer.
quota-told-paused =
    Bot { $name } is paused: Zalo says that this month's messages are used up.
    It sends again from { $day }. Urgent messages go by another channel of the officer, if there is one.
    If you have bought a larger plan, run: npm run -s cli -- quota lift { $bot }
quota-refused = Only administrators can see the quotas.
quota-none = None of the bots has a message quota.
quota-title = Message quotas of { $month }/{ $year }:
quota-bot =
    { $name }: { $used }/{ $limit } messages ({ $percent } %), { $users }/{ $usersLimit } people.
    Forecast to the end of the month: { $forecast } messages. { $state }
quota-level-normal = Enough is left.
quota-level-high = Much has been used; keep an eye on it.
quota-level-thinned = Early reminders are left out.
quota-level-reserve = Only urgent messages go out.
quota-level-used-up = All messages are used up.
quota-paused-until = Paused until { $day }.
bot-full = This bot is full. Please open { $name } ({ $link }) and send this code there; it is still good.
bot-full-all = All bots are full. Please tell your administrator; this code is still good.
help-quota = /hanmuc – messages that the bots have used this month
cli-help-quota = messages that the bots have used this month, with a forecast
cli-help-quota-lift = let a paused bot send again
cli-help-quota-bot = the bot's id, for example zalo:123456
cli-quota-bot = Bot
cli-quota-month = Month
cli-quota-users = People
cli-quota-sent = Sent
cli-quota-received = Received
cli-quota-used = Used
cli-quota-forecast = Forecast
cli-quota-state = State
cli-quota-lifted = Bot { $bot } sends again from now on.
cli-quota-not-paused = Bot { $bot } is not paused. See the bots with: quota
cli-invite-full = { $channel }: all bots are full. Add a bot to ZALO_BOT_TOKENS, or buy a larger plan and set ZALO_BOT_USERS.

## Incidents: whoever handles them

incident-headline = { $number } – { $unit }: { $kind }
incident-kind-unknown = kind not known yet
incident-drill = DRILL – { $text }
incident-moment = { $time } { $day }
incident-severity-severe = severe
incident-severity-ordinary = ordinary
incident-status-new = new
incident-status-acknowledged = acknowledged
incident-status-in-progress = in progress
incident-status-contained = contained
incident-status-closed = closed
incident-status-false-alarm = false alarm
incident-status-duplicate = duplicate of another
incident-none-such = There is no such incident. Type /suco to see the open ones.
incident-not-yours = You can see this incident but it is not yours to handle. Write here and I pass it on to whoever handles it.
incident-over = Incident { $number } is over: { $status }.
incident-ack-ask = Do you take on { $headline }?
incident-taken = { $name } is handling incident { $number }.
incident-taken-over = { $name } has taken over incident { $number }.
incident-yours =
    You are handling { $headline }.
    Write what is new here and I put it into the timeline.
incident-acknowledged-before = You are handling { $number }. Write what is new here.
incident-handled-by = { $name } has had { $number } since { $since }. Do you take it over?
incident-which-acknowledge = Which incident do you take on?
incident-nobody-to-hand-over = Nobody else can handle incidents of this unit yet. Please ask the administrator.
incident-hand-over-ask = To whom do you hand { $number } over?
incident-hand-over-request =
    { $name } asks you to take over { $headline }.
    Until you do, { $name } stays in charge.
incident-hand-over-unreachable = I cannot reach { $name }. Please ring them, or choose somebody else.
incident-hand-over-asked = asked { $name } to take over
incident-hand-over-waiting = { $name } has been asked. I tell you when they accept; until then you stay in charge.
incident-alarm-ask =
    Is { $headline } a false alarm?
    Everyone who was alerted will be told that there is no incident.
incident-called-off =
    False alarm: { $headline }.
    { $name } confirms that there is no incident. There is nothing more for you to do.
incident-called-off-done = Everyone has been told: { $number } was a false alarm.
incident-reopened = { $number } is open again, and those on duty are alerted.
incident-update-noted = Noted in { $number }: “{ $text }”
incident-update-of = { $number }, { $name }: { $text }
incident-update-removed = That line is out of the timeline.
incident-status-same = { $number } is still: { $status }.
incident-status-set = { $number } is now: { $status }.
incident-status-told = { $number }: { $status } ({ $name }).
incident-severity-why = { $number } becomes { $severity }. Why?
incident-severity-set = { $number } is now { $severity }.
incident-severity-told =
    { $headline }: now { $severity }.
    { $name }: { $why }
incident-help-what = What help do you need with { $number }?
incident-help-wanted =
    Help wanted: { $headline }.
    { $name }: { $text }
incident-help-sent = Your request has gone to: { $names }.
incident-help-nobody = Your request is noted, but I could reach nobody. Please ring them.
incident-duplicate-none = No other incident is open.
incident-duplicate-ask = Which incident is { $number } a duplicate of?
incident-duplicate-told = { $number } is a duplicate of { $main }. Please follow { $main }.
incident-duplicate-of-yours =
    { $number } is now part of { $main }, which you are handling.
    { $text }
incident-duplicate-done = { $number } is now part of { $main }.
incident-unlinked = { $number } is apart from { $main } again, and those on duty are alerted.
incident-list-none = No incident that concerns you is open.
incident-list-title = Open incidents: { $count }
incident-list-more = … and { $count } more.
incident-list-line =
    { $headline }
    { $severity }, { $status }{ $handler }. Reported at { $since }.
incident-list-handler = {" "}– { $name } in charge
incident-view-state = { $severity }, { $status }{ $handler }.
incident-view-severity-set = Set by whoever handles it: { $why }
incident-view-reported = Reported by { $name } at { $since }.
incident-view-system = System: { $system }
incident-view-contact = Contact: { $contact }
incident-view-description = Description: { $text }
incident-view-clocks = Time limits of notices:
incident-view-timeline = Timeline:
incident-view-earlier = … { $count } earlier lines
incident-event-line = • { $at }{ $who }: { $what }
incident-event-who = {" "}– { $name }
incident-event-what = { $what }: { $details }
incident-event-reported = incident reported
incident-event-enriched = added
incident-event-alerted = alerted
incident-event-acknowledged = acknowledged
incident-event-handed-over = taken over
incident-event-update = update
incident-event-status = status
incident-event-severity = severity changed
incident-event-help-requested = help requested
incident-event-linked = incidents joined
incident-event-unit-warned = other units warned
incident-event-clock-met = notice given
incident-event-clock-waived = no notice needed
incident-event-clock-missed = time limit passed
incident-event-photo = picture sent
incident-event-voice = voice message sent
incident-event-paper-answered = answered for a draft
incident-event-paper-linked = link to a draft
incident-event-paper-fetched = draft fetched
incident-event-asked-again = asked how it stands
incident-event-false-alarm = false alarm
incident-event-closed = incident closed
incident-warn-nobody = There is no other unit to warn.
incident-warn-whom = Which units are to be warned because of { $number }?
incident-warn-what =
    Type the warning ({ $kind }): how to recognise it and what to do at once.
    The unit that it happened to is not named, unless you write it.
incident-warn-preview =
    { $count } people will get this:

    { $text }
incident-warning = SECURITY WARNING: { $text }
incident-warning-received = Thank you; I have noted that you have read the warning.
incident-view-warned = Warning to other units: { $acknowledged } of { $sent } people have read it.
button-incident-warned = I have read it
button-incident-warning = Warning: { $text }
incident-warn-sent = The warning has gone to { $count } people.
incident-closing-ask = Question { $step }/{ $of }. { $question }
incident-closing-cause = What caused the incident?
incident-closing-damage = What damage was done? If none, type “none”.
incident-closing-measures = Which measures were taken?
incident-closing-lessons = Which lessons were learnt?
incident-closing-label-cause = Cause
incident-closing-label-damage = Damage
incident-closing-label-measures = Measures
incident-closing-label-lessons = Lessons
incident-closing-line = { $label }: { $answer }
incident-closing-confirm =
    Close { $headline }?
    { $lines }
incident-closed-told = { $headline }: closed ({ $name }).
incident-closed-done =
    { $number } is closed.
    The closing report is signed and issued by your agency; I have a draft ready.
incident-digest-title = Open incidents, at { $time } { $day }:
button-incident-ack = I take it
button-incident-alarm = False alarm
button-incident-alarm-yes = Yes, a false alarm
button-incident-alarm-no = No, it is an incident
button-incident-reopen = It is an incident
button-incident-take = Take it on
button-incident-view = Show the incident
button-incident-view-one = Show { $number }
button-incident-more = More
button-incident-in-progress = In progress
button-incident-contained = Contained
button-incident-close = Close the incident
button-incident-close-yes = Close
button-incident-closing-edit = Change: { $label }
button-incident-hand-over = Hand over
button-incident-help = Ask for help
button-incident-raise = Raise to severe
button-incident-lower = Lower to ordinary
button-incident-duplicate = Duplicate of another
button-incident-unlink = Separate again
button-incident-warn = Warn other units
button-incident-warn-near = Units beside it ({ $count } people)
button-incident-warn-all = All units ({ $count } people)
button-incident-warn-send = Send the warning
button-incident-never-mind = Never mind
button-incident-undo = Remove this line
button-incident-report = Report a new incident
button-incident-paper-first = Draft of the initial report
button-incident-paper-closing = Draft of the closing report

## Incidents: from the first word to what has to be known

incident-recorded = Recorded as { $number } – { $unit }, { $severity }.
incident-told = Alerted: { $people }.
incident-told-nobody = I could not reach anybody by chat. Telephone now.
incident-same-unit = { $unit } has { $number } open (reported by { $name } at { $since }). Those on duty will see whether it is the same.
incident-call-now = Telephone now, from a phone, not from the machine that may be infected:
incident-contact-line = • { $name }: { $phone }
incident-call-without-numbers = Telephone the head of your unit and { $coordinator } now: from a phone, not from the machine that may be infected.
incident-call-without-anybody = Telephone the head of your unit now: from a phone, not from the machine that may be infected.
incident-first-aid = At once:
incident-first-aid-line = • { $text }
incident-question = Question { $number }/3. { $text }
incident-kind-guessed = Kind, from what you wrote: { $kind }.
incident-ask-what =
    What is happening? Write a sentence, or choose.
    Without an answer in 2 minutes I alert those on duty all the same.
incident-ask-kind = What is happening? Choose, or write it.
incident-ask-system = Which system is affected? Choose, or type its name.
incident-ask-system-typed = Which system is affected? Type its name, or “not known”.
incident-ask-impact =
    How bad is it? Choose as many as hold, or type, for example: { $example }.
incident-impact-example = “1 3”
incident-impact-example-words = “spreading, data lost”
incident-impact-spreading = Spreading to other machines
incident-impact-service-down = A service stands still
incident-impact-data-harmed = Data lost, changed or disclosed
incident-impact-personal-data = Personal data among them
incident-impact-beyond-capacity = We cannot handle it alone
incident-impact-marked = ✓ { $label }
incident-ask-more =
    Send what else you have, one thing a message: a photo, a voice message; since when (“since 22:00 yesterday”); what was done; a number to call back.
    Choose Done when that is all.
incident-ask-doubt =
    Do you want to report an incident?
    Without an answer in 5 minutes I tell the responders.
incident-ask-photo =
    Is this picture of an incident?
    Without an answer in 2 minutes I alert those on duty, with the picture.
incident-ask-again =
    Still { $number }, or another incident?
    What you wrote is kept in { $number }.
button-incident-yes = Yes
button-incident-no = No
button-incident-not-known = Not known
button-incident-mistake = By mistake
button-incident-none-of-these = None of these
button-incident-done = Done
button-incident-same = Still { $number }
button-incident-other = Another incident
button-incident-real = The real thing, no drill
button-incident-change-kind = Change the kind
button-incident-at-unit = It is at { $unit }
incident-system-level = { $name } (level { $level })
incident-noted-kind = Kind: { $kind }.
incident-noted-system = System: { $system }.
incident-noted-impact = Noted: { $impact }.
incident-noted-impact-no = Noted: none of these so far.
incident-noted-impact-denied = not: { $impact }
incident-noted-unknown = Noted: not known yet.
incident-noted-text = Added to { $number }.
incident-noted-since = Noted: since { $since }. Type it again if that is wrong.
incident-noted-done = Noted what was done.
incident-noted-contact = Contact number: { $contact }.
incident-noted-photo = The photo is kept with { $number }.
incident-noted-voice = The voice message is kept with { $number }.
incident-since-future = That is still to come. Type it again, for example “since 22:00 yesterday”.
incident-answer-unclear = I did not understand “{ $text }”.
incident-impact-misread = That is kept in { $number }, but I could not read how bad it is. Choose, or “not known”.
incident-now-severe = It is severe now ({ $why }). More people are being alerted.
incident-now-ordinary = It is ordinary now ({ $why }).
incident-unit-set = { $number } is now at { $unit }, and those on duty there are alerted.
incident-moved-told = { $number } is at { $unit }, not at { $before }. There is nothing more for you to do.
incident-talk-over =
    { $number } has what is needed at first. { $who }
    Write “sự cố” when there is news, it goes into { $number }. If it was a mistake, write “báo nhầm”.
incident-talk-over-handled = { $name } is handling it.
incident-talk-over-told = Those on duty have been alerted.
incident-talk-over-untold = I could not reach anybody: telephone.
incident-talk-stopped = No more questions. { $number } stays open, those on duty have been alerted.
incident-talk-stopped-untold = No more questions. { $number } stays open, but nobody could be alerted: please telephone.
incident-talk-left = No more questions. What has been recorded stays.
incident-nothing-recorded = All right, nothing was recorded. Write “sự cố” or /suco when you need it.
incident-back-to-report = Back to the report you were filling in.
incident-silence-told =
    No answer from you, so I recorded { $number } and alerted: { $people }.
    { $call }
incident-silence-told-nobody =
    No answer from you, so I recorded { $number }, but could not reach anybody by chat.
    { $call }
incident-described-by-nobody = An incident was reported, not described (no answer from the reporter)
incident-described-by-photo = A picture was sent, not described (no answer from the reporter)
incident-described-by-photo-alone = A picture was sent, not described
incident-described-by-kind = { $kind } (chosen from the list, not described)
incident-described-in-doubt = Perhaps an incident (no answer from the reporter): { $text }
incident-described-by-secret = There is an incident; the text carries a secrecy marking and was not kept. Telephone the reporter.
incident-event-unanswered = no answer from the reporter
incident-event-secret = wrote more, with a secrecy marking, not kept
incident-no-unit = You belong to no unit here, so I could not record it.
incident-secret =
    That message carries a state secrecy marking: nothing of it is kept. Delete it from this chat.
    Secret matters are told in person, or sent through the cipher service or the registry as the rules on state secrets say.
incident-secret-told = The incident itself has been alerted, without the text: those on duty will telephone you. Write nothing secret here.
incident-public-contacts = If there is an information security incident, telephone:
incident-public-contacts-none = If there is an information security incident, telephone the head of your own unit.
incident-in-group = I take no incidents in a group. Write to me privately, or telephone; no details here.
incident-drill-refused = A drill is started by a head, an incident responder, a coordinator or an administrator.
incident-drill-begun = The drill begins. Every message of it says “DRILL”; it is kept out of the figures.
incident-drill-counts = If this drill is what the document asks for (“{ $quote }”, { $citation }), put it on record here.
incident-drill-not-owed = The drill of that period is on record already, or no longer asked for.
incident-drill-document = Drill { $number }
button-incident-record-drill = Record as the drill of { $period }

## Incidents: drafts of reports

paper-asks = { $name } of { $number } still lacks { $count } entries. I ask for them in turn; skip what you do not have.
paper-ask = Entry { $number }/{ $of }: { $label }.
    { $question }
paper-ask-required = Entry { $number }/{ $of }: { $label } (required by the form).
    { $question }
paper-expected-text = Please type this entry, or skip it.
paper-expected-phone = A telephone number has 8 to 12 digits, such as 0912 345 678. Please type it again.
paper-expected-email = An e-mail address looks like name@tinh.gov.vn. Please type it again.
paper-expected-level = The level is a number from 1 to 5. Please type it again.
paper-expected-yes-no = Please answer “yes” or “no”.
paper-too-long = This entry takes { $limit } characters at most. Please shorten it, or add to it in the draft.
paper-stopped = I have stopped asking for the draft of { $number }. What you have answered is kept.
paper-of-false-alarm = { $number } is a false alarm and needs no report.
paper-closing-too-early = The closing report can be drafted once { $number } is closed.
paper-link =
    { $name } ({ $form }) of { $number }, a draft:
    { $url }
    Opens once, until { $until }.

    { $blank }
    The draft has not been sent anywhere: check it, have it signed and issue it through the document system.
paper-blank = Still blank: { $cells }.
paper-complete = All required entries are filled.
button-paper-now = The draft as it is
button-paper-missing = Fill what is blank
button-paper-more = Fill other entries
button-paper-unit = Change the unit's details
paper-page-title = Draft of a report
paper-page-ready = Press the button below to download the draft. This link works once.
paper-page-button = Download the draft
paper-page-note = This is a draft, to be signed and issued through the document system. Open it on a computer of the agency only.
paper-page-gone = This link was used or has expired.
paper-page-again = Type /suco in the chat, choose the incident and get a new link.
paper-sources-title = WHERE EACH ENTRY COMES FROM
paper-sources-about = For whoever signs to check the draft; take it out before issuing. Record { $number }, copied { $at }.
paper-source-said = { $name }, { $at }: { $what }
paper-source-said-by-channel = { $name }, { $at }, by { $channel }: { $what }
paper-source-nobody = The system
paper-source-unit = The unit's details, entered by { $name } { $at }
paper-source-told = { $name } recorded the notification, { $at }
paper-source-organisation = List of units and officers in the system
paper-source-systems = List of the unit's information systems
paper-source-draft = When the draft was made; change it when signing
paper-footer = Draft from record { $number }
doctor-drafts = PUBLIC_URL is not set: links to drafts of incident reports begin with { $url }, which other machines may not reach.
cli-help-incidents = incidents and drafts of their reports
cli-help-incidents-list = list of incidents and drills, the newest first
cli-help-incidents-open = only those that are open
cli-help-incidents-paper = write the draft of a report about an incident to a .docx file
cli-help-incident-number = the incident's number, such as SC-2026-0007
cli-help-paper-kind = first (initial report) or closing (closing report)
cli-help-paper-out = a .docx file
cli-incidents-none = There are no incidents.
cli-incident-number = Number
cli-incident-severity = Severity
cli-incident-status = Status
cli-incident-reported = Reported
cli-incident-handler = Handled by
cli-incident-unknown = There is no incident numbered { $number }. See them with: incidents list
cli-wrong-paper = There is no paper “{ $text }”. Choose one of: { $known }
cli-paper-written =
    The draft was written to { $file }. It holds what is known of the incident: keep it on the agency's machines.
    { $left }

## Incidents: alerts and asking again

incident-alert-severe = INCIDENT { $number } – { $unit }: { $kind }, severe
incident-alert-ordinary = INCIDENT { $number } – { $unit }: { $kind }, ordinary
incident-alert-again = REMINDER { $round }: nobody has taken it on yet.
incident-alert-system = System: { $system }
incident-alert-system-level = System: { $system } (level { $level })
incident-alert-since = Since: { $moment }
incident-alert-reporter = Reported by: { $name } (no contact number yet)
incident-alert-reporter-contact = Reported by: { $name }, contact { $contact }
incident-alert-why = Why it is severe: { $reasons }
incident-alert-ask = Choose “I take it” if you deal with this incident.
incident-address-hidden = [address hidden]
incident-asked-again =
    { $number } – { $unit }: { $kind }
    Nothing has been heard since { $moment }. How does it stand? A few words are enough, or choose below.
incident-asked-in-vain = { $number } – { $unit }: asked { $times } times without any news, so I alert everyone from the beginning to find help.
incident-nobody-reached =
    INCIDENT { $number } – { $unit }: NOBODY COULD BE ALERTED.
    Nobody who holds one of the roles has an open chat. Please ring the unit and the incident responders at once, then add people who can be alerted.
incident-event-nobody = nobody has an open chat
incident-event-in-vain = no answer, everyone is alerted again
cli-help-escalation = whom incidents are told to, and after how long
cli-help-escalation-show = the policy of a unit, or the default
cli-help-escalation-set = gives a unit and those below it a policy of its own, from a YAML file
cli-help-escalation-file = a YAML file of the shape of "escalation" in domain/incident/rules.yaml
cli-help-escalation-default = takes the unit's own policy away
cli-escalation-file-or-default = Name a YAML file, or --default to take the unit's own policy away.
cli-escalation-default = The default policy.
cli-escalation-from = The policy of { $unit }, set by { $from }.
cli-escalation-policy = { $severity } incidents: { $rounds } rounds, { $minutes } minutes apart, until somebody takes it on.
cli-escalation-minute = Minute
cli-escalation-to = Told to
cli-escalation-night = At night
cli-escalation-night-wake = at once
cli-escalation-night-wait = waits for the morning
cli-escalation-recipient = { $position } ({ $place })
cli-escalation-at-unit = at the unit
cli-escalation-at-above = at every unit above
cli-escalation-at-coordinator = at the coordinating unit

## Incidents: time limits

clock-under-a-minute = less than a minute
clock-minutes = { $minutes } min
clock-hours = { $hours } h
clock-hours-minutes = { $hours } h { $minutes } min
clock-days = { $days } days
clock-days-hours = { $days } days { $hours } h
clock-moment = { $time } { $day }
clock-what-to = { $what } to { $recipient }
clock-left = { $left } left to { $what } (before { $moment }).
clock-at-once = The text wants this done at once: { $what }. { $passed } since it was noticed.
clock-soon = Please { $what }. { $passed } since it was noticed.
clock-missed =
    The time limit to { $what } has passed: { $moment }{ $late }.
    It still has to be done, and the reason for the delay recorded.
clock-late-by = , { $late } ago
clock-at-once-missed =
    { $passed } since it was noticed, and nobody has recorded this: { $what }.
    It still has to be done at once.
clock-cited = By: { $citation }.
clock-no-hours = The text names no hours; the { $limit } that you are reminded by are this system's, not a rule.
clock-handler = Handled by { $name }.
clock-no-handler = Nobody has taken it on yet.
clock-line-left = • { $name }: { $left } left, before { $moment }. { $citation }.
clock-line-at-once = • { $name }: at once, { $passed } since it was noticed. { $citation }.
clock-line-missed = • { $name }: TIME LIMIT PASSED { $moment }, still to be done. { $citation }.
clock-line-at-once-missed = • { $name }: not recorded for { $passed }, still to be done at once. { $citation }.
clock-line-met = • { $name }: { $whom } told{ $how }, at { $moment }.
clock-line-met-late = • { $name }: { $whom } told{ $how }, at { $moment }, after the limit of { $due }.
clock-line-waived = • { $name }: not to be told ({ $reason }).
clock-line-doubtful = • { $name }: not known yet whether it applies; if so, before { $moment }. { $citation }.
clock-line-doubtful-at-once = • { $name }: not known yet whether it applies; if so, at once. { $citation }.
clock-by-way = , { $how }
clock-way-phone = by phone
clock-way-message = by message
clock-way-email = by official e-mail
clock-way-document = by official document
clock-way-in-person = in person
clock-about = To be done: { $what }.
clock-ask-told =
    Whom did you tell, how, and at what time?
    For example: Called PA05, Mr Hùng, 02:40
clock-ask-whom = I cannot see who was told.
clock-ask-way = How did you tell { $whom }?
clock-ask-late = This is after the limit of { $due }. Please write why it was late.
clock-ask-waive = Why does nobody have to be told? Please write the reason; it goes into the incident's record.
clock-reason-needed = A reason is needed that can be read later.
clock-which-met = Which time limit have you met?
clock-which-waive = For which time limit does nobody have to be told?
clock-none-owed = { $number } has no time limit left to be met.
clock-settled = This time limit has been dealt with before.
clock-gone = By what is known of the incident now, this time limit no longer applies.
clock-met-words = { $whom }{ $how }, at { $moment }
clock-waived-words = { $name } – not to be told: { $reason }
clock-late-words = { $name } – why it was late: { $reason }
clock-met-done = { $number }: recorded { $name } – told { $said }.
clock-not-filed = This record does not replace the official notice or report.
clock-late-done = { $number }: recorded { $words }
clock-waived-done = { $number }: recorded { $words }
clock-told-handler = { $number }: { $name } recorded { $what }
clock-undone = Taken back. The time limit { $name } runs on.
button-clock-met = Told them
button-clock-met-of = Done: { $name }
button-clock-same = Done as well: { $name }
button-clock-waive = Nobody to be told
button-clock-undo = Take this record back

## Command line: telephone numbers and systems

cli-help-incidents-drill = begins a drill at a unit
cli-help-drill-text = what it is about, for example "files on the accounting PC are encrypted"
cli-drill-begun = The drill { $number } has begun and was told to: { $names }.
cli-drill-begun-untold = The drill { $number } has begun, but nobody could be reached by chat.
cli-drill-nobody = { $unit } has no responder, reporter or head.
cli-help-contacts = telephone numbers to ring in an incident
cli-help-contacts-list = the numbers, in the order in which they are shown
cli-help-contacts-add = add a number
cli-help-contacts-remove = take a number away
cli-help-contact-name = who answers, for example "Incident desk"
cli-help-contact-phone = the telephone number
cli-help-contact-public = strangers who write of an incident are told it too
cli-help-systems = information systems of the units
cli-help-systems-list = the systems with their levels
cli-help-systems-add = add a system, or change the level of one that is there
cli-help-system-name = the system's name
cli-help-system-level = the approved level, 1 to 5
cli-contact-phone = "{ $phone }" is no telephone number.
cli-contact-known = { $phone } is in the list already.
cli-contact-unknown = { $phone } is not in the list.
cli-contacts-none = There are no numbers yet.
cli-contact-name = Who
cli-contact-number = Number
cli-contact-public = Public
cli-systems-none = There are no systems yet.
cli-system-unit = Unit
cli-system-name = System
cli-system-level = Level
cli-wrong-level = A level is 1 to 5, not "{ $text }".

## The head's word

aside-cancel = Never mind
aside-cancelled = All right, nothing has changed.
aside-too-short = Please write a few words, at most { $longest } characters.
owed-state-head = {" "}(waits for the head, does not count as sent)
head-waiting =
    Waiting for the head (does not count as sent): { $titles } – { $unit }.
    Passed on to: { $names }. It counts as sent when the head agrees. Reminders go to the head from now on.
head-waiting-nobody =
    Not sent: { $titles } – { $unit } needs the head's consent.
    { $why }
    If the head has agreed in person, choose below; I record it as your word.
head-none = The unit has no head in the list. Please ask the administrator to add one.
head-unreachable = I cannot reach the head ({ $names }).
head-none-reachable = I can reach nobody
head-waits = { $titles }: waiting for the head ({ $names }), does not count as sent. To change it, take it back first.
head-asked = Reports of { $unit } wait for your consent. Filled in by: { $name }.
head-report =
    { $title }
    Due: { $due }
head-same-figures = (and { $count } figures as above)
head-agreed = Agreed. { $titles } of { $unit } counts as sent now.
head-agreed-told =
    { $name } has agreed.
    { $receipt }
head-agreed-by-other = { $name } has agreed to send: { $titles }. There is nothing for you to do.
head-in-person-sent =
    Recorded: the head agreed in person, by your word.
    { $receipt }
head-reachable-now = I can reach { $names } now and have asked. The report does not count as sent.
head-return-ask = What is to be changed? Write a few words; I pass them on.
head-returned = Returned to { $name }: { $titles }.
head-returned-told =
    { $name } returns to be changed: { $titles }.
    Remark: { $remark }
    The report is not sent; the draft is kept.
head-recalled = Taken back: { $titles }. The report is not sent; the draft is kept.
head-recalled-told = { $name } has taken back to change: { $titles }. There is nothing to agree to for now.
head-settled-agreed = This report has been agreed to and sent.
head-settled-returned = This report has been returned to be changed.
head-settled-recalled = This report has been taken back by who filled it in.
head-overtaken = This report was sent in another way and waits no longer.
head-told = For your information: { $name } has sent { $titles } of { $unit } at { $time } on { $day } ({ $standing }).
head-reminder-title = Waiting for your consent, does not count as sent: { $titles }
head-reminder-unit = { $unit } – filled in by: { $name }
button-head-agree = Agree to send
button-head-return = Return to be changed
button-head-show = Show the figures
button-head-recall = Take back to change
button-head-in-person = The head has agreed in person
cli-unit-heads-word = Head
cli-unit-set = { $unit }: the head's word = { $headsWord }
cli-wrong-heads-word = There is no “{ $text }”. There are: { $known }
cli-help-units-set = settings of a unit
cli-help-heads-word = the head's word when a report is sent ({ $known }): not needed, told, must agree

# Forms from the command line
cli-help-forms = report forms: look, check, edit in a spreadsheet
cli-help-forms-list = list the forms
cli-help-forms-show = print the conversation that a form makes
cli-help-forms-check = find the mistakes in a file of forms, each with its place
cli-help-forms-export = write a form as XLSForm, to be edited in a spreadsheet
cli-help-forms-import = turn an XLSForm file into the section forms of a YAML file; switches nothing on
cli-help-form-id = the form's id, see: forms list
cli-help-form-version = which version; the newest if not given
cli-help-form-file = a directive (.yaml), a .yaml file that holds only forms, or an XLSForm (.xlsx)
cli-help-form-workbook = XLSForm file (.xlsx)
cli-help-form-workbook-out = the .xlsx file to write
cli-help-form-new-id = the form's id, in place of the one in the sheet settings
cli-help-form-out = the .yaml file to write, which must not exist yet
cli-form-id = Id
cli-form-version = Version
cli-form-name = Name
cli-form-questions = Questions
cli-form-file = Directive
cli-form-in-use = In use
cli-form-unknown = There is no form “{ $id }”, or not in this version. There are: { $known }
cli-form-wrong-version = “{ $text }” is not the number of a version.
cli-form-named = { $id } version { $version } ({ $count } questions)
cli-form-right = { $file }: no mistakes. { $forms }
cli-form-none-inside = The file holds no forms.
cli-form-exported = Written { $file }: { $id } version { $version }. When it is edited: forms import { $file } --out FILE.yaml
cli-form-imported = Written { $file }: { $id } version { $version }. Nothing is switched on: copy its forms into the directive's file, and keep the old version.
cli-form-out-exists = The file { $file } exists already. Choose another name.
cli-form-yaml-head =
    Form { $id }, version { $version }, from an XLSForm. This file switches nothing on.
    Copy what stands below “forms:” into the section forms of a directive in domain/directives, keep the old version, and start again.
cli-form-title = { $title } ({ $id }, version { $version }): { $count } questions
cli-form-directive = Directive: { $directive }
cli-form-duties = Used for: { $duties }
cli-form-answer-integer = Answer: a whole number from { $min } to { $max }.
cli-form-answer-decimal = Answer: a number from { $min } to { $max }.
cli-form-answer-percent = Answer: a percentage, from { $min } to { $max }.
cli-form-answer-numbers = Answer: { $count } whole numbers in one message ({ $labels }), each from { $min } to { $max }.
cli-form-answer-yes-no = Answer: yes or no.
cli-form-answer-choice = Answer: one of { $labels }.
cli-form-answer-multi-choice = Answer: one or several of { $labels }.
cli-form-answer-date-in-window = Answer: a day within the reporting period.
cli-form-answer-date-not-future = Answer: a day, not later than today.
cli-form-answer-text = Answer: a short text, { $limit } characters at most.
cli-form-example = Example: { $example }
cli-form-when = Asked only when { $conditions }.
cli-form-and = {" and "}
cli-form-when-greater = “{ $label }” is more than { $value }
cli-form-when-less = “{ $label }” is less than { $value }
cli-form-when-equal = “{ $label }” is { $value }
cli-form-when-not-equal = “{ $label }” is not { $value }
cli-form-when-includes = “{ $label }” includes { $value }
cli-form-when-answered = “{ $label }” is answered
cli-form-optional = May be skipped.
cli-form-scope-stock = As of the day of sending.
cli-form-scope-window = Within the reporting period.
cli-form-carries-always = Answered for a shorter period, it is not asked again for a longer one (month, quarter, year).
cli-form-carries-yes = Answered “yes” for a shorter period, it is not asked again for a longer one.
cli-form-carries-same = Not asked again for a longer period when “{ $label }” is the same in both.
cli-form-when-nothing = When nothing happened: { $answer }.
cli-form-asked-by = Asked only while this is on: { $directives }.
cli-form-shared = Asked once, also for: { $forms }.
cli-form-clause-text = Clause: { $citation }.
cli-form-clause-default = The unit's own choice, after: { $citation }.
cli-form-clause-product = No document asks for it: { $citation }.
cli-form-rules = Checked between questions:

## More time; whether some day is in time

extension-nothing = You have no report due soon for which the coordinating unit can give more time.
extension-which = For which report do you ask more time?
extension-which-one = { $unit }: { $titles } (due { $day })
extension-until-when = { $titles }, due { $due }. Until which day do you ask? For example: Friday as "thứ 6", 18/12
extension-not-later = { $day } is not later than the day that holds now ({ $due }); no more time is needed.
extension-too-late = The latest day that can be asked for is { $day }.
extension-why =
    More time until the end of { $day }: { $titles }, due { $due }.
    Why? Write a few words; I pass them on to the coordinating unit.
extension-passed-on =
    Passed on to the coordinating unit: { $titles }, until the end of { $day }.
    Until it is answered, it is due { $due } as before, and I go on reminding.
extension-asked =
    { $unit } asks for more time: { $titles }.
    Due now: { $due }. Asked for: until the end of { $day }.
    Reason: { $reason }
    Asked by: { $name }.
button-extension-yes = Agree until { $day }
button-extension-no = No
extension-settled-before = This has been answered.
extension-overtaken = This report was sent, or its day was changed after it was asked for.
extension-agreed = { $unit } has until the end of { $day }: { $titles }. What comes after the original day is still recorded so, with the extension beside it.
extension-refused = { $unit } has been told: not until { $day } ({ $titles }).
extension-agreed-told =
    The coordinating unit gives more time until the end of { $day }: { $titles }.
    I remind by the new day. By the document it is due { $due } as before: what comes later is recorded as “extended, sent after the original day”.
extension-refused-told =
    The coordinating unit does not give more time until { $day }: { $titles }.
    It is due { $due } as before.
owed-extended = {" "}(extended; originally due { $due })
reminder-extended = This is the day it was extended to. Originally due: { $due }.
receipt-extended = extended, sent after the original day
late-which-day = On which day would you send it? For example: “ngày 15 nộp kịp không?”
late-nothing = Your unit has no report due within a year.
late-due = { $titles }: due { $due }.
late-is-late =
    { $days ->
        [1] Sent on { $day } it is 1 day late.
       *[other] Sent on { $day } it is { $days } days late.
    }
late-is-in-time = Sent on { $day } it is in time.
late-ask-for-more = If you cannot make it, type “xin gia hạn đến …”; I pass it on to the coordinating unit.

## Handing over

hand-over-nothing = You hold no reporting position to hand over. If that is not right, ask the administrator.
hand-over-which = Which position is to be handed over?
hand-over-which-one = { $name }: { $position }, { $unit }
hand-over-nobody =
    I know no other colleague at { $unit }, so nothing can be handed over yet.
    Please ask the administrator for an invite for whoever takes over. Until then I go on reminding you.
hand-over-unknown = I see nobody called “{ $name }” at { $unit }. Somebody new first needs an invite from the administrator.
hand-over-to-whom = Who is to be { $position } of { $unit }?
hand-over-asked = { $name } has been asked. Until { $name } accepts, I go on reminding { $holder }.
hand-over-offer =
    { $name } wants to hand over to you: { $position } of { $unit } (held by { $holder } now).
    Open reports and drafts come along. Do you accept?
hand-over-taken = You are { $position } of { $unit } now. From now on I remind you.
hand-over-owed = There are { $what } now; what was drafted is kept.
hand-over-done-old = { $name } has taken over the reports of { $unit }. I do not remind you of them any more.
hand-over-done-told = { $unit }: { $position } was { $holder } and is { $name } now.
hand-over-refused = All right, you do not accept. Everything stays as it is.
hand-over-refused-told = { $name } does not take over at { $unit }. { $holder } stays in charge and is reminded.
hand-over-settled = This hand-over has been settled.
hand-over-overtaken = The position has changed since; this hand-over holds no more.
button-hand-over-yes = Accept
button-hand-over-no = Do not accept

## Leave and standing in

leave-no-position = You hold no position here, so nobody has to stand in.
leave-until-when = Which is the last day you are away? For example: 20/12
leave-over-already = That day is past. Please type it again, for example “nghỉ phép đến 20/12”.
leave-who = You are away from { $from } to the end of { $until }. Who stands in? I will ask them.
leave-nobody =
    You are away from { $from } to the end of { $until }, and nobody stands in. The head or the coordinating unit has been told.
    Reminders of reports still go to you; of incidents you are told only when nobody else can be reached.
leave-nobody-told = { $name } ({ $unit }) is away until the end of { $until }, and nobody stands in. Reminders still go to { $name }.
leave-asked = { $name } has been asked. Until { $name } accepts, I go on reminding you.
leave-offer =
    { $name } ({ $units }) is away from { $from } to the end of { $until } and asks you to stand in.
    On those days the reports, reminders and incident alerts of { $name } come to you. It ends by itself.
leave-accepted = You stand in for { $away } from { $from } to the end of { $until }. Thank you.
leave-accepted-told =
    { $name } stands in for you from { $from } to the end of { $until }. On those days I remind { $name }.
    Back earlier? Type: đi làm lại rồi.
leave-stand-in-told = { $name } stands in for { $away } from { $from } to the end of { $until }.
leave-refused = All right, you do not stand in. I pass it on at once.
leave-refused-told = { $name } cannot stand in. I go on reminding you. To ask somebody else, type “nghỉ phép đến …” again.
leave-none = I have no leave of yours on record. Reminders still go to you.
leave-over = Welcome back. Reminders go to you again.
leave-over-stand-in = { $name } is back. You do not stand in any more. Thank you.
button-leave-nobody = Nobody yet
button-leave-yes = Stand in
button-leave-no = I cannot

## Why this unit

unit-kind-province-committee = provincial people’s committee
unit-kind-department = department
unit-kind-board = board
unit-kind-mass-organisation = mass organisation
unit-kind-association = association
unit-kind-district = district
unit-kind-commune = commune
unit-kind-party-office = party office
unit-kind-central-agency = central agency
unit-kind-provincial-police = provincial police
unit-kind-provincial-military = provincial military command
unit-kind-telecom-company = telecom company
unit-kind-security-company = security company
unit-kind-office = office
unit-kind-portal-unit = portal unit
unit-kind-sub-unit = sub-unit
why-nothing = I have reminded you of no report, and you have none to send.
why-kind-text = The document names this kind: { $kind }; { $unit } is one.
why-kind-any = The document names all agencies and units; { $unit } is one of them.
why-kind-default = The document does not name this kind ({ $kind }); that { $unit } owes it too is the unit's own setting.
why-kind-product = A service of ours for { $unit }; no document demands it.
why-role-coordinator = { $unit } owes it because it holds the role of coordinating unit.
why-role-chair = This is the report of the chair of the province; { $unit } prepares it as coordinating unit.
help-question-report = The question belongs to { $titles }. The report is owed by: { $citation }.

## Hours of one's own

hours-set = From now on I remind you from { $from } to { $until } only. Incidents are still told at once.
hours-any = From now on I remind you within working hours, from { $from } to { $until }. Incidents are still told at once.
hours-now =
    I remind you from { $from } to { $until }.
    To change that, type for example “đừng nhắc trước 9h”, “chỉ nhắc từ 9h đến 16h” or “nhắc lúc nào cũng được”.
hours-too-short = The hours have to lie between { $from } and { $until } and to be one hour long at least, for example from 9 to 16.
