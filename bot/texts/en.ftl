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
task-moved = 📅 <b>#{ $number } { $title }</b>: { $due }
task-moved-late = 📅 <b>#{ $number } { $title }</b>: { $due }, overdue now
task-edited = ✏️ <b>#{ $number } { $title }</b>
task-noted = 📝 Noted: <b>#{ $number }</b> { $title }
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
fact-album = 📎 album
fact-chat-left = 👥 { $title } · I can no longer write in this group

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
button-filter = 🔍 Filter
button-overdue-today = ⏰ All to today
button-overdue-tomorrow = ⏰ All to tomorrow
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
list-title-next-week = 🗓 <b>Next week</b>
list-title-search = 🔎 <b>Search</b>
list-words = “{ $words }”
list-count = { $count ->
    [one] one task
   *[other] { $count } tasks
}
list-page = page { $page } of { $pages }
list-day-overdue = ⏰ <b>Overdue</b>
list-day = <b>{ $day }</b>
list-next = next { $due }
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
list-empty-next-week = Nothing to do next week.
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
history-snooze = put off
history-skip = skipped
history-miss = missed
history-set = set
history-line = { $at } · { $name }: { $what }
history-line-fields = { $at } · { $name }: { $what } ({ $fields })
history-by-itself = by itself
status-todo = open
status-in_progress = begun
status-completed = done
field-title = title
field-notes = notes
field-status = status
field-priority = priority
field-due = date
field-repeat = repeat
field-tags = tags
field-snoozed = snooze
field-files = files
field-assignees = assignees
field-checklist = checklist

## Questions

ask-title = ✏️ Send me the new title of <b>#{ $number } { $title }</b>.
ask-notes = 📝 Send me the notes of <b>#{ $number } { $title }</b>. A single “-” clears them.
ask-date = 📅 When is <b>#{ $number } { $title }</b> due? For example: <code>tomorrow 9:00</code>, <code>friday</code>, <code>in 2 days</code>.
ask-tag = 🏷 Which tags for <b>#{ $number } { $title }</b>? For example: <code>#home #garden</code>.
ask-items = ☑️ Send me the lines to add to <b>#{ $number } { $title }</b>, one a line.
ask-file = 📎 Send me a photo or document for <b>#{ $number } { $title }</b>.
ask-what = 🖊 What is to be done?
ask-what-known = I have: { $known }.
ask-what-file = 🖊 What is to be done with this file? Send me the task's words.
ask-what-album = 🖊 What is to be done with these files? Send me the task’s words.
ask-title-short = New title
ask-notes-short = Notes
ask-date-short = tomorrow 9:00
ask-tag-short = #home
ask-items-short = One line for each
ask-file-short = A photo or document
ask-what-short = What is to be done?
cancelled = All right, nothing is changed.
which-meant = “{ $text }”: is that the answer to my question, or something new?
button-as-answer = ✏️ The answer
button-as-words = ➕ Something new

## Notices of buttons

notice-done = Done
notice-reopened = Open again
notice-deleted = In the trash
notice-restored = Restored
notice-saved = Saved
notice-nothing = It is like that already.
notice-undone = Taken back
notice-sent = Sent below
notice-moved = { $count ->
    [one] One task moved
   *[other] { $count } tasks moved
}. /undo takes it back.

## Refusals: each says what was wrong and shows one correct example

refusal-unknown-task = There is no task #{ $number } here. /list shows the numbers, for example <code>/done 3</code>.
refusal-task-gone = This task is gone, or it is in a chat that you are not a member of.
refusal-nothing-to-undo = There is nothing of yours to take back here: /undo reaches 24 hours back.
refusal-changed-since = <b>#{ $number }</b> was changed again since, so that cannot be taken back alone. Open it with <code>/show { $number }</code>.
refusal-too-many-tags = A task can have { $limit } tags. Leave some out, for example: <code>buy milk #home</code>.
refusal-too-many-filter-tags = A list can be narrowed down by { $limit } tags. Leave some out, for example: <code>/list #home</code>.
refusal-too-many-numbers = One command can name { $limit } tasks; nothing was changed. For example: <code>/done 3-12</code>.
refusal-too-many-tag = A tag can have { $limit } characters, for example <code>#home</code>.
refusal-too-many-checklist = A checklist can have { $limit } lines. Split it over two tasks.
refusal-too-many-assignees = A task can have { $limit } assignees.
refusal-too-many-item = A line of a checklist can have { $limit } characters.
refusal-too-many-tasks = This list has { $limit } open tasks, which is the most it can keep. Finish or delete some first: <code>/done 3</code>.
refusal-too-many-notes = Notes can have { $limit } characters; nothing was changed. Send a shorter text.
refusal-stale-button = This button is from an older message. Here is a fresh list: /list
refusal-unknown-command = I don't know { $command }. /help shows what you can say, for example <code>/add Buy milk tomorrow</code>.
did-you-mean = 🤔 I don't know { $command }. Did you mean /{ $meant }?
refusal-no-words = Tell me what to do, for example: <code>/add Buy milk tomorrow 9:00</code>.
refusal-no-number = Tell me the number, for example: <code>/{ $command } 3</code>. /list shows the numbers.
refusal-unread-when = I could not read “{ $text }” as a date. For example: <code>tomorrow 9:00</code>, <code>friday</code>, <code>2026-12-01</code>.
refusal-impossible-when = There is no such date or time: “{ $text }”. For example: <code>tomorrow 9:00</code>, <code>2026-12-01</code>.
refusal-past-when = “{ $text }” is past. For example: <code>tomorrow 9:00</code>, <code>in 2 hours</code>.
refusal-no-search = Tell me what to look for, for example: <code>/search milk</code>.
refusal-no-file = That is no photo or document. Send me one, or press Cancel.
refusal-only-text = I make tasks of text, photos, files and recordings. For example: <code>Buy milk tomorrow</code>.
refusal-edit-late = More than an hour ago: <b>#{ $number }</b> stays as it is. To change it: <code>/edit { $number } Buy oat milk</code>.
refusal-edit-changed = <b>#{ $number }</b> was changed since, so it stays as it is. To change it: <code>/edit { $number } Buy oat milk</code>.
refusal-edit-done = <b>#{ $number }</b> is done already, so it stays as it is. To change it: <code>/edit { $number } Buy oat milk</code>.
refusal-edit-deleted = <b>#{ $number }</b> is in the trash, so it stays as it is. To see it: <code>/show { $number }</code>.
refusal-edit-empty = There is no title any more, so <b>#{ $number }</b> stays as it is. To change it: <code>/edit { $number } Buy oat milk</code>.
refusal-not-your-place = Only where you are tells me your time zone: share your own current location, not a live or forwarded one. Or send <code>/timezone Berlin</code>.
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
no-channels = 📣 You added me to “{ $title }”. I keep tasks for people and groups; in channels I do nothing, so you can remove me there.
button-add-to-group = 👥 Add me to a group
help = <b>What you can say</b>
help-topics = More on:
topic-dates = dates
topic-repeats = repeats
topic-lists = lists
topic-groups = groups
topic-settings = settings
topic-reminders = reminders
topic-quotes = quotes
topic-editing = editing
button-help-reminders = 🔔 Reminders
button-help-dates = 📅 Dates
button-help-repeats = 🔁 Repeats
button-help-lists = 📋 Lists
button-help-groups = 👥 Groups and @
button-help-quotes = “ ” Quotes
button-help-editing = ✏️ Editing
button-help-habits = 🌱 Habits
button-help-settings = ⚙️ Settings
help-reminders = <b>Reminders</b>
    A task with a time reminds you at that time, one without a time at { $morning }.
    • <code>call Bob friday 10:00 remind 1d and 1h before</code>
    • <code>take the pills at 20:00 nag 15m</code>: again and again until it is done

    Below a reminder: ✅ done, 💤 later, … for more. Or reply to it:
    • <code>done</code>, <code>3h</code>, <code>tomorrow 9</code>, <code>skip</code>
    • <code>/snooze 3 2h</code>: task 3 again in two hours

    A summary every day, if there is something to do:
    • <code>daily agenda at 7:30</code> for what is ahead, <code>daily agenda at 20:00</code> for what is left
    • <code>daily agenda off</code> ends both
help-quotes = <b>Quotes</b>
    Words in quotes stay in the title as they are:
    • <code>watch “Friday” tomorrow</code> is due tomorrow, not on Friday
    • <code>“Tomorrow and tomorrow”</code> has no date

    Did I read a word as a date by mistake? Tap it below my answer, where it has a ✕.
help-editing = <b>Editing</b>
    • <code>/edit 3 Buy oat milk</code>, <code>/move 3 friday</code>, <code>/done 3 5</code>, <code>/delete 3</code>
    • reply to a task: <code>tomorrow 9</code>, <code>every 2 days</code>, <code>#home</code>, <code>!high</code>, <code>done</code>
    • change your own message within the hour, and its task follows
    • /list: a tap on ☐ 3 ticks task 3; ✏️ makes the buttons open tasks, with everything that can be changed
    • /undo takes back your last change, for 24 hours
help-line = /{ $command }: { $what }
help-dates = <b>Dates</b>
    Write them anywhere in the task:
    • <code>today</code>, <code>tomorrow</code>, <code>friday</code>, <code>2026-12-01</code>, <code>{ $numbers }</code> for 27 January
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
    • <code>/add Call @bob friday</code> or <code>@bob</code> anywhere in a task gives it to Bob
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
settings-by = 👮 Administrators of this group can change them.
settings-by-who = 👮 { $who } can change them.
button-settings-time = 🕘 Time
button-settings-reminders = 🔔 Reminders
button-settings-habits = 🌱 Habits
button-settings-language = 💬 Language
setting-zone = 🌍 Time zone: <b>{ $value }</b>
setting-language = 💬 Language: <b>{ $value }</b>
setting-date-order = 📅 Dates like 3/4: <b>{ $value }</b>
setting-clock = 🕘 Clock: <b>{ $value }</b>
setting-weekday = 🗓 The week begins on <b>{ $value }</b>
setting-day-parts = 🌅 Parts of the day: <b>{ $value }</b>
button-zone = 🌍 Time zone
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
clock-times-kept = 🕰 { $count ->
    [one] Your task keeps its clock time
   *[other] Your { $count } tasks keep their clock times
}: 9:00 stays 9:00, by the new zone.
moments-kept = 🕰 { $count ->
    [one] Your task keeps its moment
   *[other] Your { $count } tasks keep their moments
}: you see it by the new zone's clock.
button-keep-moments = 🕰 Keep the moments
zone-which = There are several places of that name. Which one is it?
zone-move = 🌍 Move to { $place }’s time? It is { $time } there. Your time zone is <b>{ $zone }</b>.
button-zone-move = ✅ Move
button-zone-stay = Stay
language-set = 💬 I speak English now.
refusal-unknown-zone = I know no place or zone “{ $text }”. For example: <code>/timezone Berlin</code>, <code>/timezone Europe/Berlin</code>, <code>/timezone +03:00</code>.
refusal-unknown-language = I speak English, Russian, German and Spanish. For example: <code>/language de</code>.
refusal-settings = Only administrators of this group can change its settings.
refusal-settings-who = Only { $who } can change the settings of this group.
refusal-not-yours = Only { $who } can undo this.
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
repeat-or = 🤔 Did you mean this instead?
repeat-clock-change = (the clock changes)
repeat-month-end = (the month ends there)
ask-repeat = 🔁 How does <b>#{ $number } { $title }</b> repeat? For example: <code>every 2nd friday at 10:00</code>, <code>every! 3 days</code>, <code>every month until dec 31</code>.
ask-repeat-short = every 2 weeks
ask-when = ⏱ When shall I remind you of <b>#{ $number } { $title }</b>? For example: <code>tomorrow 9:00</code>.
ask-when-short = tomorrow 9:00
refusal-unread-repeat = I could not read “{ $text }” as a repeat. For example: <code>every day at 9</code>, <code>every 2 weeks</code>.
refusal-in-trash = <b>#{ $number }</b> is in the trash. <code>/show { $number }</code> brings it back.

## Reminders

reminder-title = 🔔 <b>#{ $number } { $title }</b>
reminder-due = ⏰ <b>{ $when }</b> · { $due }
reminder-when = ⏰ <b>{ $when }</b>
reminder-in = in { $length }
reminder-now = now
reminder-ago = { $length } late
reminder-late = ⌛ Sent { $late } late.
reminders-together = 🔔 <b>{ $count ->
    [one] { $count } task for the day
   *[other] { $count } tasks for the day
}</b>
reminder-closed = 🔕 <b>#{ $number }</b> { $title } · { $due }
reminder-again = 🔔 <b>#{ $number }</b> { $title } · reminded again below
task-missed = ⌛ Missed: <b>#{ $number }</b> { $title } · next { $due }
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
button-snooze-3h = 💤 3 h
button-snooze-tomorrow = 💤 Tomorrow
button-snooze-evening = 💤 This evening
button-snooze-next-evening = 💤 Tomorrow evening
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
button-wake = 💤 ✕ Wake now
button-skip-missed = ⏭ Skip what was missed
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
refusal-past-snooze = That is past. For example: <code>/snooze 3 in 2 hours</code>.
refusal-nothing-to-snooze = No reminder has come in the last half hour. Tell me which task, for example: <code>/snooze 3 25 min</code>.
refusal-not-repeating = <b>#{ $number }</b> does not repeat, so there is nothing to skip.
command-snooze = remind me later
refusal-unread-reminders = I could not read “{ $text }” as a reminder. For example: <code>1 day and 1 hour before</code>.
refusal-not-told = Telegram did not tell me just now who is in the group and who is its administrator, so nothing was changed. Try again in a minute.
refusal-too-many-reminders = A task can have { $limit } reminders.
refusal-too-many-days-before = A reminder can come at most { $limit } days before or after. For example: <code>remind 1 day before</code>.
refusal-impossible-repeat = Something can repeat at most every 100 years. For example: <code>every 2 weeks</code>.
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
digest-set-agenda = ☀️ Every day at { $at } I send what is planned for the day, unless there is nothing to do. <code>daily agenda off</code> ends it.
digest-set-review = 🌙 Every day at { $at } I send what is still open, unless there is nothing left. <code>daily agenda off</code> ends it.
digest-off = 🔕 No daily agenda and no evening review any more. Reminders of single tasks still come.

## Operators

admin-title = 🛠 <b>Dueto</b>
admin-people = People: { $count }
admin-chats = Chats: { $count }
admin-tasks = Open tasks: { $count }
admin-habits = Habits: { $count }
admin-waiting = Reminders that wait: { $count }
admin-late = Reminders that are late: { $count }
admin-dead = Reminders that Telegram refuses: { $count }
admin-letters = Refused for good, newest first:
command-admin = how the bot is doing
refusal-unread-setting = I could not read “{ $text }” as a setting. For example: <code>/settings 12h</code>, <code>/settings month first</code>, <code>/settings week sunday</code>, <code>/settings quiet 22:00-8:00</code>.

## Habits: how often, how much

rate-every-day = every day
rate-day = a day
rate-week = a week
rate-month = a month
rate-days = every { $count } days
rate-workdays = every weekday
rate-weekend = on weekends
rate-at-most = at most { $amount }
rate-times = { $count ->
    [1] once
    [2] twice
   *[other] { $count } times
}
progress-times = { $done } of { $target }
progress-limit = { $done } of at most { $target }
progress-week = this week
progress-month = this month
progress-week-past = that week
progress-month-past = that month
progress-days = in { $count ->
    [one] one day
   *[other] { $count } days
}
streak-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
streak-week = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
streak-month = { $count ->
    [one] { $count } month
   *[other] { $count } months
}

## Habits: statistics and their pictures

stats-title = 📊 <b>Your habits</b>
stats-empty = 📊 There are no habits here yet. Begin with one: <code>/habit read 20 pages every day at 21:00</code> or <code>/habit run 3 times a week</code>.
stats-score = 💪 Score: <b>{ $score }</b>
stats-streak = 🔥 Streak: <b>{ $current }</b>, best { $best }
stats-kept = ✅ Kept: <b>{ $share }</b> ({ $kept } of { $judged })
stats-year = 🗓 In a year: done on { $count ->
    [one] one day
   *[other] { $count } days
}
stats-year-limit = 🗓 In a year: within the limit on { $count ->
    [one] one day
   *[other] { $count } days
}
stats-week = 7 days: { $squares }
stats-more = … and { $count } more
stats-habits = { $count ->
    [one] one habit
   *[other] { $count } habits
}
leaderboard-title = 🏅 <b>Leaderboard</b>
leaderboard-empty = 🏅 Nobody here is on the leaderboard. Open a habit with /habits and press 🏅 to show yourself.
picture-sheet = Habits
picture-streak = Streak
picture-best = Best
picture-kept = Kept
picture-total = In total
picture-total-of = In total ({ $unit })
picture-curve = Score of 90 days
picture-in-a-row = in a row: { $streak }
picture-leaderboard = Leaderboard
legend-less = less
legend-more = more
legend-limit = at the limit
legend-nothing = nothing
legend-done = done
legend-missed = missed
legend-passed = too much
legend-skipped = skipped
legend-away = away
button-habit-card = ✏️ Open
button-leaderboard = 🏅 Leaderboard
button-stats-all = 📊 All
button-stats-mine = 📊 My own
command-stats = pictures of how habits go

## The card of a habit

hcard-not-kept = You do not keep this habit.
hcard-archived = 📦 archived
hcard-paused = ⏸ paused
hcard-paused-until = ⏸ paused until { $day }
hcard-away = ⏸ all habits are paused
hcard-nobody = 👥 Nobody keeps it yet.
hcard-people = 👥 { $count ->
    [one] One person keeps it:
   *[other] { $count } people keep it:
}
hcard-edit = What shall I change?
hcard-times = ⏰ When shall I remind of it? Press to switch.
hcard-pause = ⏸ For how long? A pause neither breaks nor lengthens the streak.
hcard-pause-group = ⏸ For how long do you pause? It counts for whoever presses, and neither breaks nor lengthens their streak.
hcard-delete = 🗑 Delete it with all its days? Archived, it keeps them and just does not ask any more.
hcard-delete-people = 👥 { $count } people keep it.
hcard-deleted = 🗑 Deleted: <b>{ $name }</b>
archived-title = 📦 <b>Archived habits</b>
archived-empty = There are none. 📦 on a habit's card puts it here.
legend-partly = partly
legend-asked = open
legend-free = free
button-picture = 📊 Picture
button-archive = 📦 Archive
button-unarchive = 📤 Take out
button-archived = 📦 Archived
button-times = ⏰ Times
button-habit-pause = ⏸ Pause
button-resume = ▶️ Resume
button-join = ➕ Join
button-leave = ➖ Leave
button-ranked = 🏅 On the board
button-unranked = 🏅 Off the board
button-board = ‹ Habits
button-habit-name = ✏️ Name
button-habit-rate = 🔁 How often, how much
button-move-up = ⬆️ Move up
button-yes-no = ☑️ Just yes or no
button-pause-day = Today
button-pause-week = A week
button-pause-open = Until I resume
button-delete-habit = 🗑 Delete
notice-joined-habit = You keep it, too.
notice-left-habit = You do not keep it any more. Your days stay, should you return.
notice-ranked = You are on the leaderboard.
notice-unranked = You are not on the leaderboard any more.
notice-not-kept = You do not keep this habit. Press ➕ Join first.
notice-paused = Paused
notice-resumed = It counts again.
notice-archived = Archived
notice-unarchived = It counts again.
notice-on-top = It is on top already.
ask-hedit-name = ✏️ Send me the new name of <b>{ $name }</b>.
ask-hedit-name-short = New name
ask-hedit-words = 🔁 How often, or how much? For example: <code>3 times a week</code>, <code>20 pages a day at 21:00</code>, <code>at most 2 a week</code>. What you do not say stays as it is.
ask-hedit-words-short = 20 pages a day
ask-hedit-times = ⏰ When shall I remind of <b>{ $name }</b>? For example: <code>7:30 and 21:15</code>.
ask-hedit-times-short = 7:30 and 21:15
ask-hedit-pause = ⏸ Until which day do you pause <b>{ $name }</b>? For example: <code>oct 5</code>, <code>next monday</code>.
ask-hedit-pause-short = oct 5
refusal-unread-rate = I could not read “{ $text }” for a habit. For example: <code>3 times a week</code>, <code>20 pages a day</code>, <code>at most 2 a week</code>.
refusal-unread-times = I could not read “{ $text }” as times of the day. For example: <code>7:30 and 21:15</code>.
refusal-unread-pause = I could not read “{ $text }” as a day to come. For example: <code>oct 5</code>, <code>next monday</code>, <code>2026-12-01</code>.
refusal-too-many-times = A habit can have { $limit } reminders a day. For example: <code>8:00 and 21:00</code>.
stats-which = 📊 Which one do you mean?

## Habits: new ones, the board, the log

habit-added = { $square } New habit: <b>{ $name }</b>
habit-begins = 🗓 From { $day } on
habit-exists = There is a habit “{ $name }” here already. Open it, or choose another name, for example: <code>/habit read 20 pages every day</code>.
habit-exists-archived = There is a habit “{ $name }” in the archive here. Open it to take it out, or choose another name, for example: <code>/habit read 20 pages every day</code>.
habit-by-reply = Press a button, or reply to this message.
habit-idea-read = Read
habit-idea-run = Run
habit-idea-water = Drink water
habit-idea-meditate = Meditate
habit-idea-stretch = Stretch
habit-idea-sleep = Early to bed
ask-habit-name = 🌱 Which habit shall it be? Choose one, write its name, or say it all at once: <code>read 20 pages every day at 21:00</code>.
ask-habit-name-short = read 20 pages every day
ask-habit-goal = 🎯 Is it done or not done, or do you count an amount? Press, or write the amount: <code>20 pages</code>, <code>at most 2 cups</code>.
ask-habit-goal-at_least = 📈 Which amount is to be reached? For example: <code>20 pages</code>, <code>2 l</code>.
ask-habit-goal-at_most = 🚦 Which amount is not to be passed? For example: <code>2 cups</code>, <code>60 min</code>.
ask-habit-goal-short = 20 pages
ask-habit-often = 🔁 How often? Press, or write it: <code>mon, wed and fri</code>, <code>twice a week</code>, <code>every 3 days</code>.
ask-habit-often-short = 3 times a week
ask-habit-time = 🔔 Shall I remind you? Press, or write the times: <code>7:30 and 21:15</code>.
ask-habit-time-short = 7:30 and 21:15
ask-habit-when = 🔔 When shall I remind you? For example: <code>7:30 and 21:15</code>.
ask-habit-when-short = 7:30 and 21:15
ask-habit-amount = 🔢 How much was it for <b>{ $name }</b>? For example: <code>{ $example }</code>; <code>-5</code> takes away, <code>=20</code> is the whole day.
ask-habit-amount-short = 20
ask-habit-which = 🤔 Which habit is “{ $name }”?
ask-habit-which-short = The habit's name
button-kind-tick = ☑️ Done or not done
button-kind-reach = 📈 An amount to reach
button-kind-limit = 🚦 A limit not to pass
button-often-day = Every day
button-often-work = Every weekday
button-often-week3 = 3 a week
button-often-days2 = Every 2 days
button-often-week = Once a week
button-remind-type = 🔔 Other
button-new-habit = ➕ New habit
button-stats = 📊 Statistics
button-skip-day = ⏭
button-not-done = ↩️ Not done
button-unskip = ⏭ ✓
button-type-amount = ⌨️
button-join-here = ➕
board-title = 🌱 <b>Habits · { $day }</b>
board-done = { $done } of { $count } done
board-idle = Not due: { $names }
board-nobody = nobody yet
board-empty = 🌱 <b>No habits yet.</b> Make the first one, for example: <code>/habit read 20 pages every day at 21:00</code>, <code>/habit run 3 times a week</code>.
log-nothing = It was like that already; nothing is changed.
log-unknown = There is no habit “{ $name }” here. There are: { $names }. For example: <code>/log { $example } yesterday</code>.
log-no-habits = There is no habit here yet to log. Make one, for example: <code>/habit run 3 times a week</code>, then <code>/log run</code>.
away-until = ⏸ All your habits are paused until { $day }. No streak breaks.
away-open = ⏸ All your habits are paused until you write <code>resume habits</code>. No streak breaks.
away-ended = ▶️ Your habits count again from today.
away-none = Your habits are not paused. For example: <code>pause all habits until oct 5</code>.
notice-done-first = Something is done on that day already. Take it back first, then skip it.
notice-joined = You keep “{ $name }” now, too.
undone-habit-add = ↩️ Taken back, the habit is deleted: <b>{ $name }</b>
undone-habit-other = ↩️ Taken back: <b>{ $name }</b>
undone-away = ↩️ Taken back: your pause of all habits is as it was.
undone-settings = ↩️ Taken back: the setting is as it was.
refusal-habit-gone = This habit is gone, or it is in a chat that you are not a member of. /habits shows yours.
refusal-unknown-habit = There is no habit “{ $name }” here. /habits shows them, for example <code>/log run yesterday</code>.
refusal-habit-exists = There is a habit “{ $name }” here already. Choose another name, for example <code>/habit read the paper</code>.
refusal-habit-changed-since = That was changed again since, so it cannot be taken back alone. /habits shows how it is.
refusal-too-many-habits = This list has { $limit } habits, which is the most it can keep. Archive one first: open it from /habits.
refusal-long-habit-name = The name of a habit can have { $limit } characters; nothing was made. For example: <code>/habit read 20 pages every day</code>.
refusal-habit-not-begun = This button is for whoever began, within a day. Start over: <code>/habit</code>
refusal-unread-goal = I could not read “{ $text }” as an amount. For example: <code>20 pages</code>, <code>at most 2 cups</code>.
refusal-unread-often = I could not read “{ $text }” as how often. For example: <code>every day</code>, <code>mon and fri</code>, <code>3 times a week</code>.
refusal-unread-amount = I could not read “{ $text }” as an amount. For example: <code>500</code>, <code>0.5 l</code>, <code>-5</code>.
refusal-other-unit = <b>{ $name }</b> is counted in { $unit }, not in “{ $said }”. For example: <code>/log { $name } 5 { $unit }</code>.
refusal-habit-future = { $day } is yet to come, so nothing can be logged for it. For example: <code>/log run yesterday</code>.
refusal-habit-long-ago = { $day } is more than a year away. For example: <code>/log run monday</code>.
refusal-habit-far = { $day } is more than ten years away. For example: <code>oct 5</code>, <code>next monday</code>.
refusal-away-past = That day is past, or many years ahead. For example: <code>pause all habits until oct 5</code>.
topic-habits = habits
help-habits = <b>Habits</b>
    A line makes one, /habit alone asks step by step:
    • <code>/habit read 20 pages every day at 21:00</code>
    • <code>/habit run 3 times a week remind 18:00</code>
    • <code>/habit sweets at most 2 a week</code>

    /habits is the board of today: press to tick, again to untick, ⏭ to skip without breaking the streak, ‹ for the days before.
    • <code>/log run yesterday</code>, <code>/log water 500 ml</code>, <code>/log read 30 pages monday</code>
    • in private without a command, too: <code>+500 ml water</code>, <code>did gym yesterday</code>, <code>skip gym today</code>
    • <code>pause all habits until oct 5</code>, <code>resume habits</code>

    A day ends at { $turn }. In a group everybody who presses joins, and ticks for themselves.
command-habit = a new habit
command-habits = today's habits, to tick
command-log = note what you did of a habit

## Habits: reminders, agendas, settings

habit-reminder-streak = 🔥 At stake: <b>{ $streak }</b>
habit-reminder-limit = How much was it today?
habit-reminder-missing = ☐ Not yet: { $names }
habit-reminder-gone = 🔕 This habit is gone.
habit-reminder-deleted = 🗑 Deleted: <b>{ $name }</b>
habit-reminder-archived = 📦 Archived: <b>{ $name }</b>
habit-reminder-closed = 🔕 { $name }
habit-snoozed = 💤 <b>{ $name }</b>: again { $until }
habits-more = … and { $count } more: /habits
list-habits = 🌱 <b>Habits</b> ({ $count })
why-habit = You asked to be reminded at { $at }.
setting-day-turn = 🌗 The day of habits turns at <b>{ $value }</b>
setting-weekly = 🏅 Weekly picture of the habits: <b>{ $value }</b>
setting-away = ⏸ All your habits are paused: <b>{ $first } – { $last }</b>
setting-away-open = ⏸ All your habits are paused since <b>{ $first }</b>
button-day-turn = 🌗 Day turn
button-weekly = 🏅 Weekly picture
button-return = ▶️ End the pause
refusal-past-habit-snooze = That is past. Reply with a time that is still to come today, for example: <code>in 20 minutes</code>.
refusal-other-day-snooze = The day of <b>{ $name }</b> is over by then: its reminder can be put off within its own day only. For example: <code>in 20 minutes</code>.
refusal-unread-habit-reply = I could not read “{ $text }” as an answer to this reminder. For example: <code>done</code>, <code>skip</code>, <code>500</code>, <code>in 2 hours</code>.
refusal-weekly-in-groups = The weekly picture is for groups. Write it there, for example: <code>/settings weekly sunday 19:00</code>.
