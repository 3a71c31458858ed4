
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
room-phone-open = Open another person's phone
room-transcript = Messages
room-nothing-yet = No messages yet. Type something below to begin.
room-from-bot = Nhắc Hạn:
room-from-person = Sent:
room-type-here = Type a message
room-send = Send
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
room-suggest-reporter-2 = tôi còn nợ báo cáo nào?
room-suggest-reporter-2-hint = “which reports do I still owe?”, the same as /baocao
room-suggest-reporter-3 = /lich
room-suggest-reporter-3-hint = coming deadlines
room-suggest-reporter-4 = /huy
room-suggest-reporter-4-hint = stop what is being filled in, keep the draft
room-suggest-head-1 = ai chưa báo cáo?
room-suggest-head-1-hint = “who has not reported?”
room-suggest-head-2 = /lich
room-suggest-head-2-hint = coming deadlines
room-suggest-head-3 = /trogiup
room-suggest-head-3-hint = help
room-suggest-coordinator-1 = ai chưa báo cáo?
room-suggest-coordinator-1-hint = “who has not reported?”
room-suggest-coordinator-2 = /chuabaocao
room-suggest-coordinator-2-hint = the same question, as a command
room-suggest-coordinator-3 = /baocao
room-suggest-coordinator-3-hint = what the coordinating unit itself has to send
room-suggest-coordinator-4 = /lich
room-suggest-coordinator-4-hint = coming deadlines
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
config-webhook-public-url = TELEGRAM_MODE=webhook needs a PUBLIC_URL that begins with https:// and that Telegram can reach.
config-webhook-secret-missing = TELEGRAM_MODE=webhook needs WEBHOOK_SECRET: 1 to 256 letters, digits, underscores or hyphens.
config-webhook-secret = WEBHOOK_SECRET takes 1 to 256 letters, digits, underscores or hyphens.
config-zalo = This version does not connect Zalo yet. Remove ZALO_BOT_TOKENS to go on; the Zalo channel comes in a later release.
config-directives-unknown = DIRECTIVES names documents that are not known: { $unknown }. Those that ship: { $known }.
config-directives-none = DIRECTIVES names no document. Leave it empty for the default, or choose from: { $known }.
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
started-without-telegram = For Telegram: set TELEGRAM_BOT_TOKEN and start again (see README.md).
started-commands = Administration: npm run -s cli -- --help
