# Every sentence of Dueto in English. HTML is Telegram's; facts arrive escaped.
# $number is a task's number as people type it, $title its title.

## Dates

today = today
tomorrow = tomorrow
yesterday = yesterday
date-and-time = { $date }, { $time }
no-date = no date

## A task, and what was done to it

task-line = <b>#{ $number }</b> { $title }
task-added = ➕ <b>#{ $number } { $title }</b>
tasks-added = ➕ { $count ->
    [one] One task added
   *[other] { $count } tasks added
}:
tasks-more = … and { $count } more: /list
task-done = ✅ Done: <b>#{ $number }</b> <s>{ $title }</s>
task-repeats = ✅ Done for now: <b>#{ $number } { $title }</b>
    🔁 Next: { $due }
task-deleted = 🗑 In the trash: <b>#{ $number }</b> { $title }
task-restored = ♻️ Back from the trash: <b>#{ $number }</b> { $title }
task-reopened = ↩️ Open again: <b>#{ $number }</b> { $title }
task-moved = 📅 <b>#{ $number } { $title }</b>: { $due }
task-edited = ✏️ <b>#{ $number } { $title }</b>
already-done = <b>#{ $number }</b> { $title } is done already.
already-deleted = <b>#{ $number }</b> { $title } is in the trash already.
unknown-numbers = There is no { $numbers } here. /list shows the numbers.
undone-add = ↩️ Taken back, it is in the trash: <b>#{ $number }</b> { $title }
undone-other = ↩️ Taken back: <b>#{ $number }</b> { $title }

fact-due = 📅 { $due }
fact-overdue = ⏰ overdue: { $due }
fact-repeat = 🔁 { $repeat }
fact-priority-high = ❗ high priority
fact-priority-low = 🔽 low priority
fact-tags = 🏷 { $tags }
fact-assignees = 👤 { $names }
fact-notes = 📝 { $notes }
fact-checklist = ☑️ { $done } of { $count }
fact-files = 📎 { $count ->
    [one] one file
   *[other] { $count } files
}
fact-done = ✅ done { $at }
fact-done-by = ✅ done { $at } by { $name }
fact-in-progress = ▶️ in progress
fact-trash = 🗑 in the trash
fact-added = added { $at }
fact-added-by = added { $at } by { $name }
fact-chat = 👥 { $title }

## Buttons

button-done = ✅ Done
button-reopen = ↩️ Reopen
button-date = 📅 Date
button-edit = ✏️ Edit
button-undo = ↩️ Undo
button-title = ✏️ Title
button-notes = 📝 Notes
button-priority = ❗ Priority
button-tags = 🏷 Tags
button-checklist = ☑️ Checklist
button-files = 📎 Files
button-history = 🕘 History
button-delete = 🗑 Delete
button-restore = ♻️ Restore
button-start = ▶️ Start
button-pause = ⏸ Not started
button-back = ‹ Back
button-list = ‹ List
button-cancel = ✖️ Cancel
button-high = ❗ High
button-medium = ▪️ Medium
button-low = 🔽 Low
button-today = Today
button-tomorrow = Tomorrow
button-next-week = Next week
button-no-date = No date
button-no-time = No time
button-type = ⌨️ Type it
button-new-tag = ➕ New tag
button-add-items = ➕ Add lines
button-clear-ticked = 🧹 Remove ticked
button-add-file = ➕ Add a file
button-show-files = 👁 Show
button-open = 📂 All open
filter-open = Open
filter-today = Today
filter-week = Week
filter-overdue = Overdue
filter-nodate = No date
filter-done = Done
filter-all = All
filter-trash = Trash

## Lists

list-title-open = 📋 <b>Open tasks</b>
list-title-today = 📋 <b>Due today</b>
list-title-week = 📋 <b>Due in seven days</b>
list-title-overdue = ⏰ <b>Overdue</b>
list-title-nodate = 📋 <b>Without a date</b>
list-title-done = ✅ <b>Done</b>
list-title-all = 📋 <b>All tasks</b>
list-title-trash = 🗑 <b>Trash</b>
list-title-agenda-today = ☀️ <b>Today</b>
list-title-agenda-week = 🗓 <b>This week</b>
list-title-search = 🔎 <b>Search</b>
list-words = “{ $words }”
list-count = { $count ->
    [one] one task
   *[other] { $count } tasks
}
list-page = page { $page } of { $pages }
list-day-overdue = ⏰ <b>Overdue</b>
list-day = <b>{ $day }</b>
list-empty-open = Nothing to do. Write me something, or /add it.
list-empty-today = Nothing is due today.
list-empty-week = Nothing is due in the next seven days.
list-empty-overdue = Nothing is overdue.
list-empty-nodate = Every task has a date.
list-empty-done = Nothing is done yet.
list-empty-all = No tasks yet. Write me something, or /add it.
list-empty-trash = The trash is empty.
list-empty-agenda-today = Nothing to do today.
list-empty-agenda-week = Nothing to do this week.
list-empty-search = Nothing found. Every word is looked up by its beginning: <code>/search mi bre</code> finds “Milk and bread”.
list-empty-filtered = Nothing to do here fits that.

## Views of a card

card-priority = How important is it?
card-tags = Tags: press to put one on or take it off.
card-checklist = Checklist: press a line to tick it.
card-checklist-empty = There is no checklist yet.
card-files-empty = No files yet.
card-history = 🕘 <b>History</b>
card-calendar = When is it due?
card-time = At what time?
calendar-shows = Choose a day of this month.

history-add = added
history-edit = changed
history-move = moved
history-complete = done
history-reopen = reopened
history-delete = deleted
history-restore = restored
history-undo = taken back
history-line = { $at } · { $name }: { $what }
history-line-fields = { $at } · { $name }: { $what } ({ $fields })
history-somebody = somebody
field-title = title
field-notes = notes
field-status = status
field-priority = priority
field-due = date
field-repeat = repeat
field-tags = tags
field-assignees = assignees
field-checklist = checklist
field-completed_at = done
field-completed_by = by whom
field-deleted_at = trash

## Questions

ask-title = ✏️ Send me the new title of <b>#{ $number } { $title }</b>.
ask-notes = 📝 Send me the notes of <b>#{ $number } { $title }</b>. A single “-” clears them.
ask-date = 📅 When is <b>#{ $number } { $title }</b> due? For example: <code>tomorrow 9:00</code>, <code>friday</code>, <code>in 2 days</code>.
ask-tag = 🏷 Which tags for <b>#{ $number } { $title }</b>? For example: <code>#home #garden</code>.
ask-items = ☑️ Send me the lines to add to <b>#{ $number } { $title }</b>, one a line.
ask-file = 📎 Send me a photo or document for <b>#{ $number } { $title }</b>.
ask-what = 🖊 What is to be done? I have the date: { $due }.
ask-what-file = 🖊 What is to be done with this file? Send me the task's words.
ask-title-short = New title
ask-notes-short = Notes
ask-date-short = tomorrow 9:00
ask-tag-short = #home
ask-items-short = One line for each
ask-file-short = A photo or document
ask-what-short = What is to be done?
cancelled = All right, nothing is changed.

## Notices of buttons

notice-done = Done
notice-reopened = Open again
notice-deleted = In the trash
notice-restored = Restored
notice-saved = Saved
notice-nothing = It is like that already.
notice-undone = Taken back
notice-sent = Sent below

## Refusals: each says what was wrong and shows one correct example

refusal-unknown-task = There is no task #{ $number } here. /list shows the numbers, for example <code>/done 3</code>.
refusal-task-gone = This task is gone, or it is in a chat that you are not a member of.
refusal-nothing-to-undo = There is nothing of yours to take back here: /undo reaches 24 hours back.
refusal-changed-since = <b>#{ $number }</b> was changed again since, so that cannot be taken back alone. Open it with <code>/show { $number }</code>.
refusal-too-many-tags = A task can have { $limit } tags. Leave some out, for example: <code>buy milk #home</code>.
refusal-too-many-tag = A tag can have { $limit } characters, for example <code>#home</code>.
refusal-too-many-checklist = A checklist can have { $limit } lines. Split it over two tasks.
refusal-too-many-assignees = A task can have { $limit } assignees.
refusal-too-many-item = A line of a checklist can have { $limit } characters.
refusal-too-many-tasks = This list has { $limit } open tasks, which is the most it can keep. Finish or delete some first: <code>/done 3</code>.
refusal-too-many-notes = Notes can have { $limit } characters; nothing was changed. Send a shorter text.
refusal-not-allowed = That is for administrators of this group only.
refusal-not-yours = Only the one who did that can take it back.
refusal-stale-button = This button is from an older message. Here is a fresh list: /list
refusal-unknown-command = I don't know { $command }. /help shows what you can say, for example <code>/add Buy milk tomorrow</code>.
refusal-no-words = Tell me what to do, for example: <code>/add Buy milk tomorrow 9:00</code>.
refusal-no-number = Tell me the number, for example: <code>/{ $command } 3</code>. /list shows the numbers.
refusal-no-when = Tell me the number and when, for example: <code>/move 3 tomorrow 9:00</code>.
refusal-unread-when = I could not read “{ $text }” as a date. For example: <code>tomorrow 9:00</code>, <code>friday</code>, <code>2026-12-01</code>.
refusal-impossible-when = There is no such date or time: “{ $text }”. For example: <code>tomorrow 9:00</code>, <code>2026-12-01</code>.
refusal-no-search = Tell me what to look for, for example: <code>/search milk</code>.
refusal-no-file = That is no photo or document. Send me one, or press Cancel.
refusal-only-text = I can keep text, photos and documents. For example: <code>Buy milk tomorrow</code>.
refusal-long-title = A title can have { $limit } characters; nothing was changed. Send a shorter one.
refusal-empty = That was empty. Send me some words.
refusal-not-here = { $command } works in { $where ->
    [groups] groups
   *[private] a private chat with me
} only.
crashed = ⚠️ Something broke, nothing was changed. If it happens again, tell the operator this reference: <code>{ $reference }</code>

## Start and help

start = 👋 Hello, { $name }! I keep your tasks, and the lists that you share in groups.

    Write me what is to be done, with a date if it has one:
    • <code>Buy milk tomorrow 9:00</code>
    • <code>Pay rent friday #home !high</code>
    • <code>in 30 min check the oven</code>

    /list shows what is open, /today what is next, /help what you can say.
hello-group = 👋 Hello! I keep a task list that everybody here shares.
    • <code>/add Buy milk tomorrow</code> adds a task
    • <code>/list</code> shows the list, <code>/done 3</code> ticks number 3
    • reply to any message with <code>/add</code> to make it a task
button-add-to-group = 👥 Add me to a group
help = <b>What you can say</b>
help-topics = More: <code>/help dates</code>, <code>/help repeats</code>, <code>/help lists</code>, <code>/help groups</code>, <code>/help settings</code>
topic-dates = dates
topic-repeats = repeats
topic-lists = lists
topic-groups = groups
topic-settings = settings
help-line = /{ $command }: { $what }
help-dates = <b>Dates</b>
    Write them anywhere in the task:
    • <code>today</code>, <code>tomorrow</code>, <code>friday</code>, <code>2026-12-01</code>, <code>27.1.</code>
    • <code>18:30</code>, <code>tomorrow 9:00</code>, <code>in 30 min</code>, <code>in 2 days</code>

    Words in “quotes” are taken as they are.
help-lists = <b>Lists</b>
    • <code>/list</code>: open tasks; also <code>today</code>, <code>week</code>, <code>overdue</code>, <code>nodate</code>, <code>done</code>, <code>all</code>, <code>trash</code>
    • <code>/list #home</code>, <code>/list !high</code>, <code>/list milk</code>
    • <code>/search words</code>: open and done tasks: title, notes, tags, checklist
    • <code>#home</code> in a task is a tag, <code>!high</code> and <code>!low</code> its priority
    • lines that begin with <code>-</code> are a checklist below a title, or a task each
help-groups = <b>Groups</b>
    • <code>/add Buy milk</code> adds a task that everybody here sees
    • <code>/add</code> as a reply makes that message a task
    • in a forum each topic has a list of its own; <code>/list all</code> joins them
help-repeats = <b>Repeats</b>
    Write them in the task, like a date:
    • <code>every day at 9</code>, <code>every weekday</code>, <code>every 3 days</code>
    • <code>every mon, wed and fri</code>, <code>every other tuesday</code>
    • <code>every 3rd friday</code> of the month, <code>every last workday</code>, <code>every 31st</code>
    • <code>every year on march 8</code>, <code>every hour from 10 to 18 on weekdays</code>
    • <code>every! 3 days</code>: counted from the day you do it

    From when and for how long:
    • <code>every day starting oct 1</code>, <code>every week until dec 31</code>
    • <code>every day for 7 days</code>, <code>every day 5 times</code>

    /done ticks it for now, and the next time comes by itself.
help-settings = <b>Settings</b>
    /settings shows them all, with buttons:
    • time zone: <code>/timezone Berlin</code>, <code>/timezone +03:00</code>, or share where you are
    • language: <code>/language de</code>
    • whether 3/4 is 3 April or March 4
    • 24 or 12 hours, and the first day of the week
    • when your morning, noon, afternoon, evening and night are

    A group has settings of its own, which its administrators change.
refusal-unknown-topic = There is no help on “{ $topic }”. Try <code>/help dates</code>.

## The command menu

command-start = what I can do
command-help = what you can say
command-add = a new task
command-list = open tasks
command-today = what is for today
command-week = the next seven days
command-done = tick tasks by number
command-edit = change a task's words
command-delete = put tasks into the trash
command-show = open a task
command-move = another date for a task
command-search = find tasks by words
command-undo = take back your last change

## Settings

language-name = English
settings-title = ⚙️ <b>Settings</b>
setting-zone = 🌍 Time zone: <b>{ $value }</b>
setting-language = 💬 Language: <b>{ $value }</b>
setting-date-order = 📅 Dates like 3/4: <b>{ $value }</b>
setting-clock = 🕘 Clock: <b>{ $value }</b>
setting-weekday = 🗓 The week begins on <b>{ $value }</b>
setting-day-parts = 🌅 Parts of the day: <b>{ $value }</b>
button-zone = 🌍 Time zone
button-language = 💬 Language
button-date-order = 📅 Dates
button-clock = 🕘 Clock
button-weekday = 🗓 Week
button-day-parts = 🌅 Parts of the day
button-share-place = 📍 Share where I am
zone-not-said = not said yet
date-order-DMY = day first (3 April)
date-order-MDY = month first (March 4)
date-order-YMD = year first
clock-24 = 24 hours
clock-12 = 12 hours
part-morning = morning
part-noon = noon
part-afternoon = afternoon
part-evening = evening
part-night = night
ask-part = When is “{ $part }” for you?
ask-zone = 🌍 Where are you? Your time zone is <b>{ $value }</b> now. Send me a city, for example <code>Berlin</code>, a zone such as <code>Europe/Berlin</code>, or an offset such as <code>+03:00</code>.
ask-zone-short = Berlin
zone-set = 🌍 Time zone: <b>{ $zone }</b>, where it is { $time } now.
zone-which = There are several places of that name. Which one is it?
language-set = 💬 I speak English now.
refusal-unknown-zone = I know no place or zone “{ $text }”. For example: <code>/timezone Berlin</code>, <code>/timezone Europe/Berlin</code>, <code>/timezone +03:00</code>.
refusal-unknown-language = I speak English, Russian, German and Spanish. For example: <code>/language de</code>.
refusal-settings = Only administrators of this group can change its settings.
command-settings = time zone, language, dates
command-timezone = set the time zone
command-language = set the language

## Repairing what was understood

button-split = ✂️ Split
doubt-ambiguous-date = 🤔 “{ $said }” can be read in two ways. Which one is it?
doubt-ordinal = 🤔 “{ $said }” can be read in two ways. Which one is it?
doubt-impossible-date = ⚠️ There is no “{ $said }”, so it stays in the title. Press 📅 for the calendar.
doubt-past-date = ⚠️ “{ $said }” is past, so it stays in the title. Press 📅 for another date.
doubt-passed = 🤔 “{ $said }” has passed already. Is it for tomorrow?

## Repeats

button-repeat = 🔁 Repeat
button-every-day = Every day
button-every-weekday = Every weekday
button-every-week = Every week
button-every-fortnight = Every 2 weeks
button-every-month = Every month
button-every-year = Every year
button-no-repeat = No repeat
button-save = 💾 Save
card-repeat = How does it repeat?
repeat-next = The next times:
repeat-clock-change = (the clock changes)
repeat-month-end = (the month ends there)
ask-repeat = 🔁 How does <b>#{ $number } { $title }</b> repeat? For example: <code>every 2nd friday at 10:00</code>, <code>every! 3 days</code>, <code>every month until dec 31</code>.
ask-repeat-short = every 2 weeks
ask-when = ⏱ When shall I remind you of <b>#{ $number } { $title }</b>? For example: <code>tomorrow 9:00</code>.
ask-when-short = tomorrow 9:00
refusal-unread-repeat = I could not read “{ $text }” as a repeat. For example: <code>every day at 9</code>, <code>every 2 weeks</code>.
refusal-unread-reply = I could not read “{ $text }” for this task. Reply with <code>done</code>, <code>delete</code>, <code>tomorrow 9</code>, <code>every 2 days</code>, <code>#home</code> or <code>!high</code>.
refusal-in-trash = <b>#{ $number }</b> is in the trash. <code>/show { $number }</code> brings it back.

## Reminders

reminder-title = 🔔 <b>#{ $number } { $title }</b>
reminder-due = ⏰ <b>{ $when }</b> · { $due }
reminder-when = ⏰ <b>{ $when }</b>
reminder-in = in { $length }
reminder-now = now
reminder-ago = { $length } late
reminder-late = ⌛ It comes { $late } late.
reminder-closed = 🔕 <b>#{ $number }</b> { $title } · { $due }
reminder-gone = 🔕 This task is gone.
snoozed = 💤 <b>#{ $number } { $title }</b>: again { $until }
snoozed-all = 💤 { $count ->
    [one] One task
   *[other] { $count } tasks
}: again { $until }
skipped = ⏭ <b>#{ $number } { $title }</b>: next { $due }
digest-missed = ⌛ <b>Missed</b> ({ $count })
digest-agenda = ☀️ <b>Good morning! For today</b> ({ $count })
digest-review = 🌙 <b>Still open this evening</b> ({ $count })
digest-summary = 👋 <b>While you were away</b> ({ $count })
button-snooze-10m = 💤 10 min
button-snooze-1h = 💤 1 h
button-snooze-tomorrow = 💤 Tomorrow
button-snooze-evening = 💤 This evening
button-snooze-week = 💤 Next week
button-snooze-type = ⌨️ Other time
button-snooze-all = 💤 All 1 h
button-why = Why?
button-move = 📅 Move the task
button-skip = ⏭ Skip this one
button-stop-nagging = 🔕 Stop nagging
button-open-card = ✏️ Open
button-reminders = 🔔 Reminders
why-task = You asked to be reminded { $offset }.
why-nag = You asked to be nagged until it is done.
why-snooze = You snoozed it until now.
why-agenda = This is your morning agenda.
why-review = This is your evening review.
why-summary = This was missed while you were away.
why-unknown = This reminder was replaced by another one.
why-due = Due: { $due }
why-next = Next reminder: { $at }
offset-at = at its time
offset-before = { $length } before
offset-after = { $length } after
offset-day = { $days ->
    [0] on the day at { $at }
    [one] the day before at { $at }
   *[other] { $days } days before at { $at }
}
fact-reminders = 🔔 { $reminders }
fact-no-reminders = 🔕 no reminder
fact-nag = 📣 every { $length } until it is done
notice-calm = No more nagging about this one.
notice-skipped = Skipped
ask-snooze = 💤 Until when? For example: <code>in 2 hours</code>, <code>tomorrow 9:00</code>.
ask-snooze-short = tomorrow 9:00
ask-reminders = 🔔 When shall I remind you of <b>#{ $number } { $title }</b>? For example: <code>1 day and 1 hour before</code>.
ask-reminders-short = 1 hour before
card-reminders = When shall I remind you? Press to switch.
button-no-reminder = 🔕 None
button-usual = ↺ The usual
button-nag = 📣 Nag me
refusal-unread-snooze = Tell me the number and until when, for example: <code>/snooze 3 tomorrow 9:00</code>.
refusal-past-snooze = That is past. For example: <code>/snooze 3 in 2 hours</code>.
refusal-not-repeating = <b>#{ $number }</b> does not repeat, so there is nothing to skip.
command-snooze = remind me later
refusal-unread-reminders = I could not read “{ $text }” as a reminder. For example: <code>1 day and 1 hour before</code>.
refusal-too-many-reminders = A task can have { $limit } reminders.
field-reminders = reminders
field-nag_minutes = nagging

## Settings of reminders

setting-off = off
setting-remind-timed = 🔔 Tasks with a time: <b>{ $value }</b>
setting-remind-day = 🔔 Tasks with a day: <b>{ $value }</b>
setting-morning = 🌅 Reminders of a day come at <b>{ $value }</b>
setting-quiet = 🌙 Quiet hours: <b>{ $value }</b>
setting-agenda = ☀️ Morning agenda: <b>{ $value }</b>
setting-review = 🌙 Evening review: <b>{ $value }</b>
button-remind-timed = 🔔 With a time
button-remind-day = 🔔 With a day
button-morning = 🌅 Morning time
button-quiet = 🌙 Quiet hours
button-agenda = ☀️ Agenda
button-review = 🌙 Review
button-agenda-on = ☀️ Morning agenda at 9:00
notice-agenda = Every morning at 9:00, unless there is nothing to do.

## Operators

admin-title = 🛠 <b>Dueto</b>
admin-people = People: { $count }
admin-chats = Chats: { $count }
admin-tasks = Open tasks: { $count }
admin-waiting = Reminders that wait: { $count }
admin-late = Reminders that are late: { $count }
admin-dead = Reminders that Telegram refuses: { $count }
admin-letters = Refused for good, newest first:
command-admin = how the bot is doing
refusal-unread-setting = I could not read “{ $text }” as a setting. For example: <code>/settings 12h</code>, <code>/settings month first</code>, <code>/settings week sunday</code>, <code>/settings quiet 22:00-8:00</code>.
