# Every sentence of Dueto in English. HTML is Telegram's; facts arrive escaped.
# $number is a task's number as people type it, $title its title.

## Dates

today = today
tomorrow = tomorrow
yesterday = yesterday
date-and-time = { $date }, { $time }
date-at-time = { $date } at { $time }
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
task-turns = ✅ Done for now: <b>#{ $number } { $title }</b>
    🔄 Next: { $names }, { $due }
task-turns-nobody = ✅ Done for now: <b>#{ $number } { $title }</b>
    🔄 Next: { $due }, but nobody's turn: all of them are away or have left the group
task-part = ☑️ { $done } of { $count } have done their part: <b>#{ $number } { $title }</b>
    Still to do: { $names }
task-parts-left = <b>#{ $number }</b> { $title }: everyone ticks for themselves, { $done } of { $count } have. Still to do: { $names }
task-deleted = 🗑 In the trash: <b>#{ $number }</b> { $title }
task-moved = 📅 <b>#{ $number } { $title }</b>: { $due }
task-of = 👤 <b>#{ $number }</b> { $title }: { $names }
task-of-nobody = 👤 <b>#{ $number }</b> { $title }: nobody's
awaits = I'll know { $names } once they write here.
task-moved-late = 📅 <b>#{ $number } { $title }</b>: { $due }, overdue now
task-edited = ✏️ <b>#{ $number } { $title }</b>
task-noted = 📝 Noted: <b>#{ $number }</b> { $title }
already-done = <b>#{ $number }</b> { $title } is already done.
already-deleted = <b>#{ $number }</b> { $title } is already in the trash.
unknown-numbers = There is no { $numbers } here. /list shows the numbers.
undone-add = ↩️ Undone, now in the trash: <b>#{ $number }</b> { $title }
undone-complete = ↩️ Reopened: <b>#{ $number }</b> { $title }
undone-reopen = ↩️ Done again: <b>#{ $number }</b> { $title }
undone-delete = ↩️ Restored: <b>#{ $number }</b> { $title }
undone-restore = ↩️ Back in the trash: <b>#{ $number }</b> { $title }
undone-move = ↩️ Moved back: <b>#{ $number }</b> { $title } · { $due }
undone-edit = ↩️ Changed back: <b>#{ $number }</b> { $title }
undone-snooze = ↩️ No longer snoozed: <b>#{ $number }</b> { $title }
undone-skip = ↩️ No longer skipped: <b>#{ $number }</b> { $title }
undone-other = ↩️ Undone: <b>#{ $number }</b> { $title }

fact-due = 📅 { $due }
fact-overdue = ⏰ overdue: { $due }
fact-repeat = 🔁 { $repeat }
fact-priority-high = ❗ high priority
fact-priority-low = 🔽 low priority
fact-tags = 🏷 { $tags }
fact-assignees = 👤 { $names }
fact-each = 👥 { $names } ({ $done } of { $count })
fact-turns = 🔄 { $names }
fact-turns-next = 🔄 { $names } · then { $following }
turns-need-two = Taking turns needs two people or more: <code>/assign { $number } rotate @ann @bob</code>
turns-need-repeat = Turns need a repeat. How often? For example: <code>/edit { $number } every friday</code>
turns-nobody = It's nobody's turn now. To give it to somebody: <code>/assign { $number } @ann</code>
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
fact-chat-left = 👥 { $title } · I can't write in this group any more

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
button-assign = 👤 Assign
button-each = 👥 Everyone ticks
button-turns = 🔄 Take turns
button-for-all = ✅ Done for all
button-part = ↩️ My part
button-cannot = 🙋 Can't
button-take-on = 🙋 I'll do it
button-checklist = ☑️ Checklist
button-files = 📎 Files
button-history = 🕘 History
button-delete = 🗑 Delete
button-restore = ♻️ Restore
button-start = ▶️ Start
button-pause = ⏸ Stop
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
button-add-items = ➕ Add items
button-clear-ticked = 🧹 Remove ticked
button-add-file = ➕ Add a file
button-show-files = 👁 Show
button-open = 📂 All open
button-filter = 🔍 Filter
button-overdue-today = ⏰ Overdue → today
button-overdue-tomorrow = ⏰ Overdue → tomorrow
filter-open = Open
filter-today = Today
filter-week = Week
filter-overdue = Overdue
filter-nodate = No date
filter-done = Done
filter-all = All
filter-trash = Trash

## Lists

list-general = General
list-title-open = 📋 <b>Open tasks</b>
list-title-today = 📋 <b>Due today</b>
list-title-week = 📋 <b>Due in the next seven days</b>
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
list-parts = { $done } of { $count }
list-empty-open = Nothing to do. Send me a task, or use /add.
list-empty-today = Nothing is due today.
list-empty-week = Nothing is due in the next seven days.
list-empty-overdue = Nothing is overdue.
list-empty-nodate = Every task has a date.
list-empty-done = Nothing is done yet.
list-empty-all = No tasks yet. Send me one, or use /add.
list-empty-trash = The trash is empty.
list-empty-agenda-today = Nothing to do today.
list-empty-agenda-week = Nothing to do this week.
list-empty-next-week = Nothing to do next week.
list-empty-search = Nothing found. I look for words that begin like yours: <code>/search mi bre</code> finds “Milk and bread”.
list-empty-filtered = No matching tasks.

## Views of a card

card-priority = How important is it?
card-tags = Tags: tap to add or remove one.
card-assignees = Whose is it? Tap a name to assign it, again to take it off. Somebody missing? They have to write here once.
card-checklist = Checklist: tap an item to tick it.
card-checklist-empty = No checklist yet.
card-files-empty = No files yet.
card-history = 🕘 <b>History</b>
card-calendar = When is it due?
card-time = What time?
calendar-shows = Choose a day in this month.

history-add = added
history-edit = changed
history-assigned = assigned { $names }
history-unassigned = unassigned { $names }
history-claimed = took it on
history-left = gave it up
history-move = moved
history-complete = done
history-reopen = reopened
history-delete = deleted
history-restore = restored
history-undo = undone
history-snooze = snoozed
history-skip = skipped
history-miss = missed
history-set = set
history-part = did their part
history-part-again = reopened their part
history-line = { $at } · { $name }: { $what }
history-line-fields = { $at } · { $name }: { $what } ({ $fields })
history-line-of-list = { $at } · { $name }: { $what } <b>#{ $number }</b> { $title }
history-line-of-list-fields = { $at } · { $name }: { $what } <b>#{ $number }</b> { $title } ({ $fields })
history-none = Nothing has been done here yet. Add a task first: <code>/add Buy milk</code>.
history-by-itself = by itself
history-by-somebody = somebody
status-todo = open
status-in_progress = in progress
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
field-rotation = turns
field-ticked = everyone ticks
field-checklist = checklist

## Questions

ask-title = ✏️ What's the new title of <b>#{ $number } { $title }</b>?
ask-notes = 📝 Send me the notes for <b>#{ $number } { $title }</b>. A single “-” clears them.
ask-date = 📅 When is <b>#{ $number } { $title }</b> due? For example: <code>tomorrow 9:00</code>, <code>friday</code>, <code>in 2 days</code>.
ask-tag = 🏷 Which tags for <b>#{ $number } { $title }</b>? For example: <code>#home #garden</code>.
ask-items = ☑️ What should I add to the checklist of <b>#{ $number } { $title }</b>? One item per line.
ask-file = 📎 Send me a photo or document for <b>#{ $number } { $title }</b>.
ask-what = 🖊 What's the task?
ask-what-known = I already have: { $known }.
ask-what-file = 🖊 What's the task for this file? Send it in words.
ask-what-album = 🖊 What's the task for these files? Send it in words.
ask-title-short = New title
ask-notes-short = Notes
ask-date-short = tomorrow 9:00
ask-tag-short = #home
ask-items-short = One item per line
ask-file-short = A photo or document
ask-what-short = What's the task?
cancelled = All right, nothing has changed.
which-meant = “{ $text }”: is that the answer to my question, or something new?
button-as-answer = ✏️ The answer
button-as-words = ➕ Something new

## Notices of buttons

notice-done = Done
notice-turn = Done. Next: { $names }, { $due }
notice-part = Your part is done. Still to do: { $names }
notice-parts-left = Everyone ticks for themselves. Still to do: { $names }
notice-reopened = Open again
notice-deleted = In the trash
notice-restored = Restored
notice-saved = Saved
notice-nothing = Already so.
notice-taken = Taken already: { $names }
notice-undone = Undone
notice-sent = Here they are, below
notice-moved = { $count ->
    [one] One task moved
   *[other] { $count } tasks moved
}. To undo: /undo

## Refusals: each says what was wrong and shows one correct example

refusal-unknown-task = There is no task #{ $number } here. /list shows the numbers; then, for example, <code>/done 3</code>.
refusal-task-gone = This task is gone, or it's in a chat that you're not in.
refusal-nothing-to-undo = Nothing to undo. /undo covers your changes of the last 24 hours.
refusal-changed-since = <b>#{ $number }</b> has been changed again since, so I can't undo just that. Open it with <code>/show { $number }</code>.
refusal-too-many-tags = A task can have up to { $limit } tags. Leave some out, for example: <code>buy milk #home</code>.
refusal-too-many-filter-tags = I can filter a list by up to { $limit } tags. Leave some out, for example: <code>/list #home</code>.
refusal-too-many-numbers = One command can name up to { $limit } tasks; nothing has changed. For example: <code>/done 3-12</code>.
refusal-too-many-tag = A tag can have up to { $limit } characters, for example <code>#home</code>.
refusal-too-many-checklist = A checklist can have up to { $limit } items. Split it into two tasks.
refusal-too-many-assignees = A task can have up to { $limit } assignees.
refusal-too-many-item = A checklist item can have up to { $limit } characters.
refusal-too-many-tasks = This list already has { $limit } open tasks, and no more fit. Finish or delete some first: <code>/done 3</code>.
refusal-too-many-notes = Notes can have up to { $limit } characters; nothing has changed. Send a shorter text.
refusal-stale-button = This button is from an older message. For a fresh list: /list
refusal-unknown-command = I don't know { $command }. /help shows what you can say, for example <code>/add Buy milk tomorrow</code>.
did-you-mean = 🤔 I don't know { $command }. Did you mean /{ $meant }?
refusal-no-words = Tell me the task, for example: <code>/add Buy milk tomorrow 9:00</code>.
refusal-no-number = Tell me the number, for example: <code>/{ $command } 3</code>. /list shows the numbers.
refusal-unknown-person = I don't know { $name } here yet. They have to write in this group once, or join it while I'm in it.
refusal-bot-assigned = I only keep the list: a task is assigned to people. For example: <code>/assign 3 @sam</code>.
refusal-unread-people = “{ $text }” names nobody. For example: <code>/assign 3 @sam</code>.
refusal-quiet-words = Just <code>/quiet</code> or <code>/quiet off</code>, please. Quiet hours are set by <code>/settings quiet 22:00-8:00</code>.
refusal-turns-of-one = Taking turns needs two people or more: <code>/assign { $number } rotate @ann @bob</code>
refusal-turns-of-no-repeat = Turns need a repeat first. For example: <code>/edit { $number } every friday</code>
refusal-message-unread = I couldn't read that message just now. Reply to it with <code>/add</code>.
refusal-own-message = That message is mine. ✍ makes tasks of what people write.
reading-message = ✍ Making a task of this…
refusal-claim-words = Just the number, please: <code>/claim 3</code>. For somebody else: <code>/assign 3 @sam</code>.
refusal-unread-when = I couldn't read “{ $text }” as a date. For example: <code>tomorrow 9:00</code>, <code>friday</code>, <code>2026-12-01</code>.
refusal-impossible-when = There is no such date or time: “{ $text }”. For example: <code>tomorrow 9:00</code>, <code>2026-12-01</code>.
refusal-past-when = “{ $text }” is past. For example: <code>tomorrow 9:00</code>, <code>in 2 hours</code>.
refusal-no-search = Tell me what to look for, for example: <code>/search milk</code>.
refusal-no-file = That's not a photo or document. Send me one, or tap Cancel.
refusal-only-text = I make tasks from text, photos, files and recordings. For example: <code>Buy milk tomorrow</code>.
refusal-edit-late = That was more than an hour ago, so <b>#{ $number }</b> stays as it is. To change it: <code>/edit { $number } Buy oat milk</code>.
refusal-edit-changed = <b>#{ $number }</b> has been changed since, so it stays as it is. To change it: <code>/edit { $number } Buy oat milk</code>.
refusal-edit-done = <b>#{ $number }</b> is already done, so it stays as it is. To change it: <code>/edit { $number } Buy oat milk</code>.
refusal-edit-deleted = <b>#{ $number }</b> is in the trash, so it stays as it is. To see it: <code>/show { $number }</code>.
refusal-edit-empty = There's no title left, so <b>#{ $number }</b> stays as it is. To change it: <code>/edit { $number } Buy oat milk</code>.
refusal-not-your-place = I can only tell your time zone from where you are: share your own current location, not a live or forwarded one. Or send <code>/timezone Berlin</code>.
refusal-long-title = A title can have up to { $limit } characters; nothing has changed. Send a shorter one.
refusal-empty = That was empty. Send me some words.
refusal-not-here = { $command } only works in { $where ->
    [groups] groups
   *[private] a private chat with me
}.
too-fast = 🐢 You are faster than I can keep up with: I have not done this, nor what you send in the next 15 seconds. Then go on.
database-away = 🔌 I can't get at my notes right now. What you wrote is not lost: I'll do it as soon as I can, no need to send it again.
crashed = ⚠️ Something broke, nothing was changed. If it happens again, tell whoever runs the bot this code: <code>{ $reference }</code>

## Start and help

start = 👋 Hello, { $name }! I keep your tasks, and the lists you share in groups.

    Tell me what to do, and when, if there's a date:
    • <code>Buy milk tomorrow 9:00</code>
    • <code>Pay rent friday #home !high</code>
    • <code>in 30 min check the oven</code>

    /list shows what's open, /today what's next, /help what you can say.
hello-group = 👋 Hello! I keep a task list for everybody here.
    • <code>/add Buy milk tomorrow</code> adds a task
    • <code>/list</code> shows the list, <code>/done 3</code> ticks number 3
    • reply to any message with <code>/add</code> to make it a task
hello-group-again = 👋 I'm back, and so is your list: /list
hello-zone = 🌍 Times here are in { $zone }.
hello-zone-guessed = 🌍 Times here are in { $zone }, which is only a guess.
hello-admin = 👮 I'm an administrator now, so reactions work, too: 👀 assigns a task to you, 👍 ticks it, 😴 snoozes it for an hour, ✍ makes a task of any message. Remove yours to undo that. I see all messages now, and keep none.
button-private = 💬 Open private chat
topic-gone = 📂 From the topic “{ $name }”, which is closed or deleted:
topic-gone-unnamed = 📂 From a topic that is closed or deleted:
quiet-on = 🤫 From now on I answer with a 👍 on your message when there is nothing more to say. Lists, questions and doubts come in words. <code>/quiet off</code> ends it.
quiet-off = 💬 I answer in words. <code>/quiet</code> makes it a 👍 where there is nothing more to say.
no-channels = 📣 You added me to “{ $title }”. I'm for people and groups and do nothing in channels, so you can remove me there.
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
    I remind you of a task at its time, and of an all-day task at { $morning }.
    • <code>call Bob friday 10:00 remind 1d and 1h before</code>
    • <code>take the pills at 20:00 nag 15m</code>: again and again until it's done

    Under a reminder: ✅ done, 💤 later, … for more. Or reply to it:
    • <code>done</code>, <code>3h</code>, <code>tomorrow 9</code>, <code>skip</code>
    • <code>/snooze 3 2h</code>: task 3 again in two hours
    • <code>/away until oct 5</code>: nothing reminds you until you are back

    Every day, if there's something to do:
    • <code>daily agenda at 7:30</code> for what's ahead, <code>evening review at 20:00</code> for what's left
    • <code>daily agenda off</code> turns both off
help-quotes = <b>Quotes</b>
    Words in quotes stay in the title as they are:
    • <code>watch “Friday” tomorrow</code> is due tomorrow, not on Friday
    • <code>“Tomorrow and tomorrow”</code> has no date

    Did I take a word for a date by mistake? Tap it under my answer, where it has a ✕.
help-editing = <b>Editing</b>
    • <code>/edit 3 Buy oat milk</code>, <code>/move 3 friday</code>, <code>/done 3 5</code>, <code>/delete 3</code>
    • reply to a task: <code>tomorrow 9</code>, <code>every 2 days</code>, <code>#home</code>, <code>!high</code>, <code>done</code>
    • edit your own message within an hour, and its task changes too
    • /list: ☐ 3 ticks task 3; after ✏️ the buttons open tasks, with everything you can change
    • /undo undoes your last change, for 24 hours
help-line = /{ $command }: { $what }
help-dates = <b>Dates</b>
    Put them anywhere in the task:
    • <code>today</code>, <code>tomorrow</code>, <code>friday</code>, <code>2026-12-01</code>, <code>{ $numbers }</code> for 27 January
    • <code>18:30</code>, <code>at 1830</code>, <code>half past seven</code>, <code>11 tonight</code>, <code>tomorrow about 9</code>
    • <code>in 30 min</code>, <code>in 2 days</code>, <code>in two and a half hours</code>, <code>in a few days</code>
    • <code>friday at 10 for 2 hours</code>: how long it lasts

    Longer ones:
    • <code>friday 6-8pm</code>, <code>5-7 november</code>: from when until when
    • <code>this week</code>, <code>end of next week</code>, <code>last sunday of march 2028</code>
    • <code>2 weeks from friday</code>, <code>3 days before dec 25</code>
    • <code>5pm EST</code>, <code>9am London time</code>: you see it in your own time

    If it was no date, tap its ✕. Words in “quotes” stay as they are.
help-lists = <b>Lists</b>
    • <code>/list</code>: open tasks; also <code>today</code>, <code>week</code>, <code>overdue</code>, <code>nodate</code>, <code>done</code>, <code>all</code>, <code>trash</code>
    • <code>/list #home</code>, <code>/list !high</code>, <code>/list milk</code>
    • <code>/search words</code>: open and done tasks, by title, notes, tags and checklist
    • <code>#home</code> in a task is a tag, <code>!high</code> and <code>!low</code> its priority
    • lines that begin with <code>-</code> are a checklist below a title, or a task each
help-groups = <b>Groups</b>
    • <code>/add Buy milk</code> adds a task that everybody here sees
    • <code>/add Call @bob friday</code>: <code>@bob</code> anywhere in a task assigns it to Bob
    • <code>/add Clean up every friday rotate @ann @bob</code>: they take turns; whoever is away is passed over
    • with several assignees, 👥 on the card lets everyone tick for themselves
    • <code>/add</code> as a reply makes that message a task
    • in a forum each topic has its own list; <code>/list all</code> shows them together
    • <code>/quiet</code>: a 👍 in place of answers that only confirm
    • where I am an administrator, react to a task: 👀 assigns it to you, 👍 ticks it, 😴 snoozes it for an hour; ✍ on any message makes it a task. Remove the reaction to undo.
    • <code>/list me</code>, <code>/list @bob</code>: whose tasks; in private <code>/list me</code> has yours from all groups
    • <code>/history</code>: who did what; <code>/stats week</code>: who did how much this week
    • <code>/board</code> pins one message with the open tasks and updates it; <code>/board off</code> ends it
help-repeats = <b>Repeats</b>
    Put them in the task, like a date:
    • <code>every day at 9</code>, <code>every weekday</code>, <code>every 3 days</code>
    • <code>every mon, wed and fri</code>, <code>every other tuesday</code>
    • <code>every 3rd friday</code> of the month, <code>every last workday</code>, <code>every 31st</code>
    • <code>mon, wed, fri 7:00</code>, <code>every tue 19:00 wed 20:00</code>, <code>2 times a day</code>
    • <code>every day except weekends</code>, <code>every 24/12</code>, <code>every year on the first saturday in may</code>
    • <code>every year on march 8</code>, <code>every hour from 10 to 18 on weekdays</code>
    • <code>every! 3 days</code>: counted from the day you do it

    From when and for how long:
    • <code>every day starting oct 1</code>, <code>every week until dec 31</code>
    • <code>every day for 7 days</code>, <code>every day 5 times</code>

    /done ticks it for now, and the next one comes by itself.
help-settings = <b>Settings</b>
    /settings shows them all, with buttons:
    • time zone: <code>/timezone Berlin</code>, <code>/timezone +03:00</code>, or share your location
    • language: <code>/language de</code>
    • whether 3/4 is 3 April or March 4
    • 24 or 12 hours, and the first day of the week
    • when your morning, noon, afternoon, evening and night are

    A group has its own settings, which its administrators change.
refusal-unknown-topic = There's no help on “{ $topic }”. Try <code>/help dates</code>.

## The command menu

command-start = what I can do
command-help = what you can say
command-add = a new task
command-list = open tasks
command-today = what's for today
command-week = the next seven days
command-done = tick tasks by number
command-edit = change the words of a task
command-delete = move tasks to the trash
command-show = open a task
command-move = change the date of a task
command-search = find tasks by words
command-assign = assign a task to somebody
command-claim = take a task on yourself
command-quiet = a 👍 in place of short answers
command-history = who did what here, or to one task
command-board = the open tasks in one pinned message
command-unassign = take somebody off a task
command-undo = undo your last change

## Settings

language-name = English
settings-title = ⚙️ <b>Settings</b>
settings-by = 👮 Only administrators of this group can change them.
settings-by-who = 👮 { $count ->
    [one] Only { $who } can change them.
   *[other] Only { $who } can change them.
}
button-settings-time = 🕘 Time
button-settings-reminders = 🔔 Reminders
button-settings-habits = 🌱 Habits
button-settings-language = 💬 Language
button-settings-rights = 👮 Rights
setting-rights = 👮 Who may delete others' tasks and change settings: <b>{ $value }</b>
rights-administrators = administrators
rights-everyone = everyone
setting-zone = 🌍 Time zone: <b>{ $value }</b>
setting-language = 💬 Language: <b>{ $value }</b>
setting-date-order = 📅 Dates like 3/4: <b>{ $value }</b>
setting-clock = 🕘 Time format: <b>{ $value }</b>
setting-weekday = 🗓 The week begins on <b>{ $value }</b>
setting-day-parts = 🌅 Parts of the day: <b>{ $value }</b>
button-zone = 🌍 Time zone
button-date-order = 📅 Date format
button-clock = 🕘 Time format
button-weekday = 🗓 First day of the week
button-day-parts = 🌅 Parts of the day
button-share-place = 📍 Share my location
zone-not-said = not set
date-order-DMY = day first (3 April)
date-order-MDY = month first (March 4)
date-order-YMD = year first
clock-24 = 24-hour
clock-12 = 12-hour
part-morning = morning
part-noon = noon
part-afternoon = afternoon
part-evening = evening
part-night = night
ask-part = When does “{ $part }” start for you?
ask-zone = 🌍 Where are you? Your time zone: <b>{ $value }</b>. Send me a city, for example <code>Berlin</code>, a zone such as <code>Europe/Berlin</code>, or an offset such as <code>+03:00</code>.
ask-zone-short = Berlin
zone-set = 🌍 Time zone: <b>{ $zone }</b>. It's { $time } there now.
clock-times-kept = 🕰 { $count ->
    [one] Your task keeps its clock time
   *[other] Your { $count } tasks keep their clock times
}: 9:00 stays 9:00, in the new zone.
moments-kept = 🕰 { $count ->
    [one] Your task stays at the same moment
   *[other] Your { $count } tasks stay at the same moment
}; you see it in the time of the new zone.
button-keep-moments = 🕰 Keep the same moment
zone-which = There are several places called that. Which one do you mean?
zone-move = 🌍 Switch to the time in { $place }? It's { $time } there. Your time zone is <b>{ $zone }</b>.
button-zone-move = ✅ Switch
button-zone-stay = Keep mine
language-set = 💬 I speak English now.
refusal-unknown-zone = I don't know a place or zone called “{ $text }”. For example: <code>/timezone Berlin</code>, <code>/timezone Europe/Berlin</code>, <code>/timezone +03:00</code>.
refusal-unknown-language = I speak English, Russian, German and Spanish. For example: <code>/language de</code>.
refusal-settings = Only administrators of this group can change its settings.
refusal-settings-who = { $count ->
    [one] Only { $who } can change the settings of this group.
   *[other] Only { $who } can change the settings of this group.
}
refusal-for-all = Only whoever added the task, or an administrator of this group, can close it for all.
refusal-for-all-who = { $count ->
    [one] Only { $who } can close it for all.
   *[other] Only { $who } can close it for all.
}
refusal-not-yours = Only { $who } can undo this.
refusal-remove = Only whoever added it and the administrators of this group can delete, archive or restore it.
refusal-remove-who = { $count ->
    [one] Only { $who } can delete, archive or restore this.
   *[other] Only { $who } can delete, archive or restore this.
}
refusal-rights = Only administrators of this group can change who may do what.
refusal-rights-who = { $count ->
    [one] Only { $who } can change who may do what.
   *[other] Only { $who } can change who may do what.
}
refusal-undo = Only administrators of this group can undo this.
refusal-undo-who = { $count ->
    [one] Only { $who } can undo this.
   *[other] Only { $who } can undo this.
}
not-deleted = Not deleted: { $numbers }. Only whoever added them and the administrators of the group can do that.
not-deleted-who = Not deleted: { $numbers }. { $count ->
    [one] Only { $who } can do that.
   *[other] Only { $who } can do that.
}
command-settings = time zone, language, reminders
command-timezone = set the time zone
command-language = set the language

## Repairing what was understood

button-split = ✂️ Split
doubt-ambiguous-date = 🤔 “{ $said }” can mean two dates. Which one?
doubt-ordinal = 🤔 “{ $said }” can mean two things. Which one?
doubt-weekdays = 🔁 “{ $said }” repeats every week. Only the first day?
doubt-ambiguous-zone = 🤔 “{ $said }” can be two time zones. Which time is yours?
task-elsewhere = 🌍 “{ $said }”, shown in your own time
doubt-impossible-date = ⚠️ There's no “{ $said }”, so it stays in the title. Tap 📅 for the calendar.
doubt-past-date = ⚠️ “{ $said }” is past, so it stays in the title. Tap 📅 for another date.
doubt-passed = 🤔 That time has already passed. Did you mean tomorrow?

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
card-repeat = How often should it repeat?
repeat-next = Next dates:
repeat-or = 🤔 Did you mean this instead?
repeat-clock-change = (the clocks change)
repeat-month-end = (a shorter month)
ask-repeat = 🔁 How often should <b>#{ $number } { $title }</b> repeat? For example: <code>every 2nd friday at 10:00</code>, <code>every! 3 days</code>, <code>every month until dec 31</code>.
ask-repeat-short = every 2 weeks
ask-when = ⏱ When should I remind you of <b>#{ $number } { $title }</b>? For example: <code>tomorrow 9:00</code>.
ask-when-short = tomorrow 9:00
refusal-unread-repeat = I couldn't read “{ $text }” as a repeat. For example: <code>every day at 9</code>, <code>every 2 weeks</code>.
refusal-in-trash = <b>#{ $number }</b> is in the trash. To restore it: <code>/show { $number }</code>.

## Reminders

reminder-title = 🔔 <b>#{ $number } { $title }</b>
reminder-due = ⏰ <b>{ $when }</b> · { $due }
reminder-when = ⏰ <b>{ $when }</b>
reminder-in = in { $length }
reminder-now = now
reminder-ago = { $length } overdue
reminder-late = ⌛ Sent { $late } late.
reminders-together = 🔔 <b>{ $count ->
    [one] { $count } task for the day
   *[other] { $count } tasks for the day
}</b>
reminder-closed = 🔕 <b>#{ $number }</b> { $title } · { $due }
reminder-again = 🔔 <b>#{ $number }</b> { $title } · reminded again below
task-missed = ⌛ Missed: <b>#{ $number }</b> { $title } · next { $due }
reminder-gone = 🔕 This task is gone.
assigned-you = 👤 { $name } has assigned you { $count ->
    [1] a task
   *[other] { $count } tasks
}:
assigned-no-more = 👤 <b>#{ $number }</b> { $title }: not yours any more
cannot-one = 🙋 { $name } can't do <b>#{ $number } { $title }</b>. Who can?
cannot-many = 🙋 { $name } can't do these { $count } tasks. Who can?
cannot-told = 🙋 <b>#{ $number }</b> { $title }: not yours any more. I'll ask in { $group } who can.
snoozed = 💤 <b>#{ $number } { $title }</b>: I'll remind you { $until }
snoozed-all = 💤 { $count ->
    [one] One task
   *[other] { $count } tasks
}: I'll remind you { $until }
skipped = ⏭ <b>#{ $number } { $title }</b>: next { $due }
digest-missed = ⌛ <b>Sent late</b> ({ $count })
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
button-snooze-all = 💤 All for 1 h
button-why = Why?
button-move = 📅 Move the task
button-skip = ⏭ Skip this one
button-stop-nagging = 🔕 Stop nagging
button-open-card = ✏️ Open
button-reminders = 🔔 Reminders
why-task = You asked to be reminded { $offset }.
why-nag = You asked me to nag you until it's done.
why-snooze = You snoozed it until now.
why-agenda = This is your morning agenda.
why-review = This is your evening review.
why-summary = This came while you were away.
why-unknown = Another reminder has replaced this one.
why-due = Due: { $due }
why-next = Next reminder: { $at }
offset-at = at the due time
offset-on-day = on the day
offset-before = { $length } before
offset-after = { $length } after
offset-day = { $days ->
    [0] on the day at { $at }
    [one] the day before at { $at }
   *[other] { $days } days before at { $at }
}
fact-reminders = 🔔 { $reminders }
fact-no-reminders = 🔕 no reminder
button-wake = 💤 ✕ Cancel snooze
button-skip-missed = ⏭ Skip what was missed
fact-nag = 📣 every { $length } until it's done
notice-calm = I won't nag you about this one any more.
notice-skipped = Skipped
ask-snooze = 💤 Until when? For example: <code>in 2 hours</code>, <code>tomorrow 9:00</code>.
ask-snooze-short = tomorrow 9:00
ask-reminders = 🔔 When should I remind you of <b>#{ $number } { $title }</b>? For example: <code>1 day and 1 hour before</code>.
ask-reminders-short = 1 hour before
card-reminders = When should I remind you? Tap to turn on or off.
button-no-reminder = 🔕 Never
button-usual = ↺ As usual
button-nag = 📣 Nag me
refusal-past-snooze = That's past. For example: <code>/snooze 3 in 2 hours</code>.
refusal-nothing-to-snooze = There was no reminder in the last half hour. Tell me which task, for example: <code>/snooze 3 25 min</code>.
refusal-not-repeating = <b>#{ $number }</b> doesn't repeat, so there's nothing to skip.
command-snooze = remind me later
refusal-unread-reminders = I couldn't read “{ $text }” as a reminder. For example: <code>1 day and 1 hour before</code>.
refusal-not-told = Telegram didn't tell me who is in this group and who runs it, so nothing has changed. Try again in a minute.
refusal-too-many-reminders = A task can have up to { $limit } reminders.
refusal-too-many-days-before = A reminder can be up to { $limit } days before or after. For example: <code>remind 1 day before</code>.
refusal-impossible-repeat = A task can't repeat less often than every 100 years. For example: <code>every 2 weeks</code>.
field-reminders = reminders
field-duration_minutes = duration
field-nag_minutes = nagging

## Settings of reminders

setting-off = { $setting ->
    [remind-timed] no reminder
    [remind-day] no reminder
   *[other] off
}
setting-remind-timed = 🔔 Tasks with a time: <b>{ $value }</b>
setting-remind-day = 🔔 All-day tasks: <b>{ $value }</b>
setting-morning = 🌅 All-day tasks: remind at <b>{ $value }</b>
setting-quiet = 🌙 Quiet hours: <b>{ $value }</b>
setting-agenda = ☀️ Morning agenda: <b>{ $value }</b>
setting-review = 🌙 Evening review: <b>{ $value }</b>
button-remind-timed = 🔔 Tasks with a time
button-remind-day = 🔔 All-day tasks
button-morning = 🌅 All-day time
button-quiet = 🌙 Quiet hours
button-agenda = ☀️ Agenda
button-review = 🌙 Review
button-agenda-on = ☀️ Morning agenda at 9:00
notice-agenda = Every morning at 9:00, if there's something to do.
digest-set-agenda = ☀️ Every day at { $at } I'll send you what's planned, if there's something to do. To turn it off: <code>daily agenda off</code>.
digest-set-review = 🌙 Every day at { $at } I'll send you what's still open, if anything is. To turn it off: <code>daily agenda off</code>.
digest-off = 🔕 No morning agenda and no evening review any more. Reminders of tasks still come.

## Operators

admin-title = 🛠 <b>Dueto</b>. Days are those of UTC.
admin-people = 👥 People: { $count }. Active today: { $today }, in the last seven days: { $week }
admin-groups = 💬 Groups: { $count }. Active today: { $today }, in the last seven days: { $week }
admin-tasks = ☑️ Open tasks: { $count }. Added today: { $today }
admin-habits = 🌱 Habits: { $count }
admin-sent = 🔔 Reminders sent today: { $count }. More than a minute late: { $late }
admin-queue = ⏳ Due now: { $ready }. Being sent, or waiting for another try: { $claimed }. Planned: { $waiting }. Held for people and groups that can't be reached: { $held }
admin-reach = 📵 People who have blocked the bot: { $blocked }. Groups where it can't write: { $unreachable }
admin-errors = ⚠️ Refused by Telegram for good: { $refused }. Perhaps delivered, given up: { $unclear }
admin-bans = 🚫 Banned: { $count }
button-admin-refresh = 🔄 Refresh
button-admin-letters = ✉️ Dead letters
button-admin-bans = 🚫 Bans
letters-title = ✉️ <b>Not delivered: { $count }</b>. Tap a number to see one.
letters-reasons = Why: { $reasons }
letters-line = { $number }. { $what }
letters-none = ✉️ Everything was delivered.
letter-title = ✉️ <b>Not delivered</b>
letter-line = <code>{ $kind }</code> to <code>{ $chat }</code>, due { $at } UTC: { $reason }
letter-refused = Telegram refused it, or it broke before it could be sent. Nobody has seen it.
letter-unclear = Telegram's answers never came, so it may have arrived.
letter-tries = Tries: { $count }
button-letters-again = 🔁 Try all again
button-letter-again = 🔁 Try again
button-letter-drop = 🗑 Drop
notice-letters-again = On their way again: { $count }
notice-letter-gone = It isn't here any more.
notice-letter-dropped = Dropped
bans-title = 🚫 <b>Banned: { $count }</b>
bans-none = 🚫 Nobody is banned.
bans-unban = ✅ Unban { $name }
button-ban = 🚫 Ban
button-unban = ✅ Unban
ban-done = 🚫 { $who } is banned. They are told once; after that I don't answer them, and send them no reminders.
ban-already = 🚫 { $who } is banned already.
ban-over = ✅ { $who } may use the bot again. What was held comes in one message.
ban-none = ✅ { $who } isn't banned.
who = { $name } (<code>{ $ids }</code>)
banned = 🚫 You can't use this bot: whoever runs it has banned you. What you have written is kept.
refusal-admin-order = I don't know the order “{ $text }”. For example: <code>/admin ban @sam</code>, or <code>/admin</code> alone.
refusal-ban-whom = Whom? By id or username: <code>/admin { $order } @sam</code>.
refusal-ban-unknown = “{ $text }” has never written to me. For example: <code>/admin ban @sam</code>.
refusal-ban-operator = Operators can't be banned. Take the id out of <code>OPERATORS</code> first.
button-admin-broadcast = 📣 Broadcast
command-feedback = say something to whoever runs this bot
ask-feedback = 💬 What would you like to say to whoever runs this bot? They read it with your name.
ask-feedback-short = Your words
feedback-sent = 💬 Passed on. If there's an answer, it comes to our private chat.
feedback-nobody = 💬 Nobody reads feedback here: this bot has no operator who could be told. Nothing was kept.
feedback-from = 💬 <b>Feedback</b> from { $who }, language { $language }, Dueto { $version }. Answer by a reply to this message.
button-feedback-reply = 💬 Reply
ask-reply = 💬 What should I answer?
ask-reply-short = Your answer
reply-sent = 💬 Your answer is on its way.
reply-lost = 💬 As far as I can tell, your answer did not arrive: they have blocked me, or Telegram did not take it.
reply-from-operator = 💬 <b>From whoever runs this bot:</b>
refusal-reply-forgotten = This feedback is older than 30 days and is forgotten.
refusal-reply-unreachable = They can't be reached: they have never started me in private, have blocked me, or are banned.
refusal-only-words = Send it in words, please. For example: “The list is too long”.
refusal-mailing-long = That's too long. Please say it in { $limit } characters.
refusal-too-many-feedback = You've said { $limit } things in 24 hours. Please wait a little.
ask-broadcast = 📣 What should it say? You'll see it before anybody else does.
ask-broadcast-short = The message
broadcast-ready = 📣 That's how it will look. Chats that get it: <b>{ $count }</b>
audience-people = 👤 People: { $count }
audience-groups = 👥 Groups: { $count }
audience-both = Both: { $count }
button-broadcast-send = 📣 Send
broadcast-sending = 📣 <b>Being sent</b>
broadcast-paused = ⏸ <b>Paused</b>
broadcast-stopped = ⏹ <b>Stopped</b>
broadcast-done = ✅ <b>Sent</b>
broadcast-counts = Delivered: { $done } of { $count }. Can't be reached: { $lost }. Refused: { $refused }. Unclear, and not sent again: { $unclear }
button-broadcast-to-paused = ⏸ Pause
button-broadcast-to-sending = ▶️ Go on
button-broadcast-to-stopped = ⏹ Stop
command-admin = how the bot is doing
refusal-unread-setting = I couldn't read “{ $text }” as a setting. For example: <code>/settings 12h</code>, <code>/settings month first</code>, <code>/settings week sunday</code>, <code>/settings quiet 22:00-8:00</code>.

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
stats-empty = 📊 No habits here yet. Start one: <code>/habit read 20 pages every day at 21:00</code> or <code>/habit run 3 times a week</code>.
stats-score = 💪 Score: <b>{ $score }</b>
stats-streak = 🔥 Streak: <b>{ $current }</b>, best { $best }
stats-kept = ✅ Kept: <b>{ $share }</b> ({ $kept } of { $judged })
stats-year = 🗓 In the last 12 months: done on { $count ->
    [one] one day
   *[other] { $count } days
}
stats-year-limit = 🗓 In the last 12 months: within the limit on { $count ->
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
leaderboard-empty = 🏅 Nobody is on the leaderboard yet. Open a habit with /habits and tap 🏅 to show yourself.
week-title = 📊 <b>The week</b> · { $days }
week-done = ✅ <b>Done: { $count }</b>
week-overdue = ⏰ <b>Overdue: { $count }</b>
week-open = 📋 Still open: { $count }
picture-week = The week · { $days }
notice-week-empty = Nothing was done in that week.
button-week-picture = 🖼 Picture
picture-sheet = Habits
picture-streak = Streak
picture-best = Best
picture-kept = Kept
picture-total = Total
picture-total-of = Total ({ $unit })
picture-curve = Score, last 90 days
picture-in-a-row = streak: { $streak }
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
button-stats-mine = 📊 Mine
command-stats = your habits in pictures; with “week”, who did what

## The card of a habit

hcard-not-kept = You haven't joined this habit.
hcard-archived = 📦 archived
hcard-paused = ⏸ paused
hcard-paused-until = ⏸ paused until { $day }
hcard-away = ⏸ all habits are paused
hcard-nobody = 👥 Nobody has joined yet.
hcard-people = 👥 { $count ->
    [one] One person has joined:
   *[other] { $count } people have joined:
}
hcard-edit = What should I change?
hcard-times = ⏰ When should I remind you? Tap to turn on or off.
hcard-pause = ⏸ For how long? A pause neither breaks nor lengthens the streak.
hcard-pause-group = ⏸ For how long do you pause? It only counts for you, and neither breaks nor lengthens your streak.
hcard-delete = 🗑 Delete it with all its days? In the archive it keeps them and just stops asking.
hcard-delete-people = 👥 { $count } people have joined.
hcard-deleted = 🗑 Deleted: <b>{ $name }</b>
archived-title = 📦 <b>Archived habits</b>
archived-empty = Nothing here. 📦 on a habit's card puts it here.
legend-partly = partly
legend-asked = open
legend-free = free
button-picture = 📊 Picture
button-archive = 📦 Archive
button-unarchive = 📤 Back to my habits
button-archived = 📦 Archived
button-times = ⏰ Times
button-habit-pause = ⏸ Pause
button-resume = ▶️ Resume
button-join = ➕ Join
button-leave = ➖ Leave
button-ranked = 🏅 Join the leaderboard
button-unranked = 🏅 Leave the leaderboard
button-board = ‹ Habits
button-habit-name = ✏️ Name
button-habit-rate = 🔁 How often and how much
button-move-up = ⬆️ Move up
button-yes-no = ☑️ Just yes or no
button-pause-day = Today
button-pause-week = A week
button-pause-open = Until I resume
button-delete-habit = 🗑 Delete
notice-joined-habit = You've joined.
notice-left-habit = You've left this habit. Your days are kept in case you come back.
notice-ranked = You're on the leaderboard.
notice-unranked = You're off the leaderboard.
notice-not-kept = You haven't joined this habit. Tap ➕ Join first.
notice-paused = Paused
notice-resumed = It counts again.
notice-archived = Archived
notice-unarchived = It counts again.
notice-on-top = It's already at the top.
ask-hedit-name = ✏️ What's the new name of <b>{ $name }</b>?
ask-hedit-name-short = New name
ask-hedit-words = 🔁 How often, or how much? For example: <code>3 times a week</code>, <code>20 pages a day at 21:00</code>, <code>at most 2 a week</code>. What you leave out stays as it is.
ask-hedit-words-short = 20 pages a day
ask-hedit-times = ⏰ When should I remind you of <b>{ $name }</b>? For example: <code>7:30 and 21:15</code>.
ask-hedit-times-short = 7:30 and 21:15
ask-hedit-pause = ⏸ Until which day should <b>{ $name }</b> pause? For example: <code>oct 5</code>, <code>next monday</code>.
ask-hedit-pause-short = oct 5
refusal-unread-rate = I couldn't read “{ $text }” for a habit. For example: <code>3 times a week</code>, <code>20 pages a day</code>, <code>at most 2 a week</code>.
refusal-unread-times = I couldn't read “{ $text }” as times of the day. For example: <code>7:30 and 21:15</code>.
refusal-unread-pause = I couldn't read “{ $text }” as a day to come. For example: <code>oct 5</code>, <code>next monday</code>, <code>2026-12-01</code>.
refusal-too-many-times = A habit can have up to { $limit } reminders a day. For example: <code>8:00 and 21:00</code>.
stats-which = 📊 Which one do you mean?

## Habits: new ones, the board, the log

habit-added = { $square } New habit: <b>{ $name }</b>
habit-begins = 🗓 From { $day }
habit-exists = There's already a habit “{ $name }” here. Open it, or choose another name, for example: <code>/habit read 20 pages every day</code>.
habit-exists-archived = “{ $name }” is in the archive here. Open it to bring it back, or choose another name, for example: <code>/habit read 20 pages every day</code>.
habit-by-reply = Tap a button, or reply to this message.
habit-idea-read = Read
habit-idea-run = Run
habit-idea-water = Drink water
habit-idea-meditate = Meditate
habit-idea-stretch = Stretch
habit-idea-sleep = Early to bed
ask-habit-name = 🌱 Which habit? Choose one, write its name, or say it all at once: <code>read 20 pages every day at 21:00</code>.
ask-habit-name-short = read 20 pages every day
ask-habit-goal = 🎯 Is it done or not, or do you count something? Tap, or write the amount: <code>20 pages</code>, <code>at most 2 cups</code>.
ask-habit-goal-at_least = 📈 What's your goal? For example: <code>20 pages</code>, <code>2 l</code>.
ask-habit-goal-at_most = 🚦 What's your limit? For example: <code>2 cups</code>, <code>60 min</code>.
ask-habit-goal-short = 20 pages
ask-habit-often = 🔁 How often? Tap, or write it: <code>mon, wed and fri</code>, <code>twice a week</code>, <code>every 3 days</code>.
ask-habit-often-short = 3 times a week
ask-habit-time = 🔔 Should I remind you? Tap, or write the times: <code>7:30 and 21:15</code>.
ask-habit-time-short = 7:30 and 21:15
ask-habit-when = 🔔 When should I remind you? For example: <code>7:30 and 21:15</code>.
ask-habit-when-short = 7:30 and 21:15
ask-habit-amount = 🔢 How much of <b>{ $name }</b>? For example: <code>{ $example }</code>; <code>-5</code> subtracts, <code>=20</code> sets the whole day.
ask-habit-amount-short = 20
ask-habit-which = 🤔 Which habit is “{ $name }”?
ask-habit-which-short = The habit's name
button-kind-tick = ☑️ Done or not
button-kind-reach = 📈 A goal to reach
button-kind-limit = 🚦 A limit to keep
button-often-day = Every day
button-often-work = Every weekday
button-often-week3 = 3 a week
button-often-days2 = Every 2 days
button-often-week = Once a week
button-remind-type = 🔔 Other times
button-new-habit = ➕ New habit
button-log-instead = 🌱 Log to { $name }?
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
board-empty = 🌱 <b>No habits yet.</b> Start one, for example: <code>/habit read 20 pages every day at 21:00</code>, <code>/habit run 3 times a week</code>.
log-nothing = It already was, so nothing has changed.
log-unknown = There's no habit “{ $name }” here. You have: { $names }. For example: <code>/log { $example } yesterday</code>.
log-no-habits = There's no habit here to log yet. Start one, for example: <code>/habit run 3 times a week</code>, then <code>/log run</code>.
away-until = ⏸ All your habits are paused until { $day }. No streak will break.
away-open = ⏸ All your habits are paused until you write <code>resume habits</code>. No streak will break.
away-ended = ▶️ Your habits count again from today.
away-none = Your habits aren't paused. For example: <code>pause all habits until oct 5</code>.
ask-away = 🏖 <b>Until when will you be away?</b> Choose, or write it: <code>oct 5</code>, <code>friday 18:00</code>, <code>2 weeks</code>, <code>oct 1-5</code>.
ask-away-short = oct 5
away-gone = 🏖 You're away until { $until }. Until then no task reminds you, and your habits are paused: no streak will break.
away-gone-from = 🏖 You're away from { $first } until { $until }. Meanwhile no task reminds you, and your habits are paused: no streak will break.
away-gone-open = 🏖 You're away until you write <code>/away</code> again. Until then no task reminds you, and your habits are paused: no streak will break.
away-meanwhile = What you add or move while you're away reminds you all the same. The rest is in one message when you're back.
away-turns =
    { $count ->
        [one] 🔄 One turn of yours goes to the next in line.
       *[other] 🔄 { $count } turns of yours go to the next in line.
    }
away-back = ▶️ <b>Welcome back.</b> Tasks remind you again, and your habits count from today.
person-away = { $name } (away until { $day })
person-away-open = { $name } (away)
button-away-tomorrow = Until tomorrow
button-away-sunday = Until Sunday
button-away-week = 1 week
button-away-fortnight = 2 weeks
button-away-open = Until I'm back
button-away-back = ▶️ I'm back
button-overdue-spread = 📆 Spread over 5 days
command-away = pause reminders and habits
setting-gone = 🏖 You're away: <b>{ $first } – { $last }</b>
setting-gone-open = 🏖 You've been away since <b>{ $first }</b>
refusal-away-until = I can't read until when, or that's past or too far ahead. For example: <code>/away until oct 5</code>.
notice-done-first = Something is already done on that day. Undo it first, then skip the day.
notice-joined = You've joined “{ $name }”, too.
undone-habit-add = ↩️ Undone, the habit is deleted: <b>{ $name }</b>
undone-habit-other = ↩️ Undone: <b>{ $name }</b>
undone-away = ↩️ Undone: your pause is as it was.
undone-settings = ↩️ Undone: the setting is as it was.
refusal-habit-gone = This habit is gone, or it's in a chat that you're not in. /habits shows yours.
refusal-unknown-habit = There's no habit “{ $name }” here. /habits shows them, for example <code>/log run yesterday</code>.
refusal-habit-exists = There's already a habit “{ $name }” here. Choose another name, for example <code>/habit read the paper</code>.
refusal-habit-changed-since = That has been changed again since, so I can't undo just that. /habits shows how it is now.
refusal-too-many-habits = This list already has { $limit } habits, and no more fit. Archive one first: open it from /habits.
refusal-long-habit-name = The name of a habit can have up to { $limit } characters; nothing has changed. For example: <code>/habit read 20 pages every day</code>.
refusal-habit-not-begun = Only whoever started can use this button, for a day. Start over: <code>/habit</code>
refusal-unread-goal = I couldn't read “{ $text }” as an amount. For example: <code>20 pages</code>, <code>at most 2 cups</code>.
refusal-unread-often = I couldn't read “{ $text }” as how often. For example: <code>every day</code>, <code>mon and fri</code>, <code>3 times a week</code>.
refusal-unread-amount = I couldn't read “{ $text }” as an amount. For example: <code>500</code>, <code>0.5 l</code>, <code>-5</code>.
refusal-other-unit = <b>{ $name }</b> is counted in { $unit }, not in “{ $said }”. For example: <code>/log { $name } 5 { $unit }</code>.
refusal-habit-future = { $day } is still to come, so there's nothing to log. For example: <code>/log run yesterday</code>.
refusal-habit-long-ago = { $day } is more than a year ago. For example: <code>/log run monday</code>.
refusal-habit-far = { $day } is more than ten years away. For example: <code>oct 5</code>, <code>next monday</code>.
refusal-away-past = That day is past, or too far ahead. For example: <code>pause all habits until oct 5</code>.
topic-habits = habits
help-habits = <b>Habits</b>
    One line starts one; /habit alone asks step by step:
    • <code>/habit read 20 pages every day at 21:00</code>
    • <code>/habit run 3 times a week remind 18:00</code>
    • <code>/habit sweets at most 2 a week</code>

    /habits is today's board: tap to tick, again to untick, ⏭ skips without breaking the streak, ‹ shows the days before.
    • <code>/log run yesterday</code>, <code>/log water 500 ml</code>, <code>/log read 30 pages monday</code>
    • in private without a command, too: <code>+500 ml water</code>, <code>did gym yesterday</code>, <code>skip gym today</code>
    • <code>pause all habits until oct 5</code>, <code>resume habits</code>

    Your day ends at { $turn }. In a group everybody who taps joins, and ticks for themselves.
command-habit = a new habit
command-habits = today's habits, to tick
command-log = log what you did

## Habits: reminders, agendas, settings

habit-reminder-streak = 🔥 At stake: <b>{ $streak }</b>
habit-reminder-limit = How much today?
habit-reminder-missing = ☐ Not yet: { $names }
habit-reminder-gone = 🔕 This habit is gone.
habit-reminder-deleted = 🗑 Deleted: <b>{ $name }</b>
habit-reminder-archived = 📦 Archived: <b>{ $name }</b>
habit-reminder-closed = 🔕 { $name }
habit-snoozed = 💤 <b>{ $name }</b>: I'll remind you { $until }
habits-more = … and { $count } more: /habits
list-habits = 🌱 <b>Habits</b> ({ $count })
why-habit = You asked to be reminded at { $at }.
setting-day-turn = 🌗 Habit day ends at <b>{ $value }</b>
setting-weekly = 📊 Weekly report: <b>{ $value }</b>
setting-missed-turns = 🔄 A missed turn: <b>{ $value }</b>
missed-turns-stay = stays theirs
missed-turns-pass = goes to the next
setting-away = ⏸ All your habits are paused: <b>{ $first } – { $last }</b>
setting-away-open = ⏸ All your habits have been paused since <b>{ $first }</b>
button-day-turn = 🌗 End of the day
button-weekly = 📊 Weekly report
button-missed-turns = 🔄 Missed turns
button-return = ▶️ End the pause
refusal-past-habit-snooze = That's past. Reply with a time later today, for example: <code>in 20 minutes</code>.
refusal-other-day-snooze = The day of <b>{ $name }</b> is over by then, and its reminder can only be snoozed within that day. For example: <code>in 20 minutes</code>.
refusal-unread-habit-reply = I couldn't read “{ $text }” as an answer to this reminder. For example: <code>done</code>, <code>skip</code>, <code>500</code>, <code>in 2 hours</code>.
refusal-weekly-in-groups = The weekly report is for groups. Write it there, for example: <code>/settings weekly sunday 19:00</code>.

## Data

export = 📦 Everything from here: { $tasks ->
        [0] no tasks
        [one] one task
       *[other] { $tasks } tasks
    }{ $habits ->
        [0] {""}
        [one] {" "}and one habit
       *[other] {" "}and { $habits } habits
    }, done and deleted ones too.
export-json = Complete: tasks, habits, history and settings.
export-csv = Tasks for a spreadsheet.
export-ics = Tasks for a calendar or another app.
button-export-csv = 📄 For a spreadsheet
button-export-ics = 🗓 For a calendar
refusal-data = Only administrators of this group can take its list away or fill it.
refusal-data-who = { $count ->
    [one] Only { $who } can take this list away or fill it.
   *[other] Only { $who } can take this list away or fill it.
}
ask-import = 📥 Send me the file: what I have exported, Todoist, TickTick, Loop, Google Tasks, a calendar (.ics) or a plain list. At first I'll only show what's in it.
ask-import-short = A file
import-kind-dueto = What I have exported
import-kind-dueto-csv = What I have exported, as a spreadsheet
import-kind-todoist = Todoist
import-kind-ticktick = TickTick
import-kind-loop = Loop
import-kind-google = Google Tasks
import-kind-ics = A calendar
import-kind-list = A list
import-found = 📥 <b>{ $kind }</b>: { $what }
import-tasks = { $count ->
    [one] one task
   *[other] { $count } tasks
}
import-done = ({ $count } of them done)
import-habits = { $count ->
    [one] one habit
   *[other] { $count } habits
}
import-days = ({ $count ->
    [one] one day
   *[other] { $count } days
} ticked)
import-sample = • { $title }
import-known = ♊ Here already, so I leave it out: { $what }.
import-unread = { $count ->
    [one] ❓ I couldn't read one line in full:
   *[other] ❓ I couldn't read { $count } lines in full:
}
import-unread-line = • { $line }. { $text }: { $why }
import-unread-more = … and { $count } more
import-why-title = has no title, stays out
import-why-value = something in it can't be, stays out
import-why-line = fits nothing I know, stays out
import-why-over = is over, stays out
import-why-date = comes without its date
import-why-repeat = comes without its repeat
import-why-reminder = comes with your usual reminders
import-why-length = its notes are cut
import-why-tags = comes with its first tags only
import-ready = Nothing is in your list yet. Should I import it?
import-nothing-new = 📥 <b>{ $kind }</b>: all of it is here already, so nothing has changed.
button-import = 📥 Import
imported = 📥 Imported: { $what }. /list shows it, /undo undoes all of it.
imported-unknown = Left out is what belongs to people who aren't here: { $names }.
notice-imported = That's imported already.
undone-more = … and { $count } more
refusal-no-import-file = I need a file for that; nothing has changed. Send one with <code>/import</code> below it, or reply to one with /import.
refusal-file-unfetched = Telegram didn't give me the file, so nothing has changed. Send it once more, with <code>/import</code> below it.
refusal-import-unknown = That's no kind of file that I know, so nothing has changed. A text file would do, for example, with lines such as <code>- Buy milk tomorrow</code>.
refusal-import-empty = The file is empty, so nothing has changed. A text file would do, for example, with lines such as <code>- Buy milk tomorrow</code>.
refusal-import-large = The file is larger than { $limit } MB, so nothing has changed. Split it, and send each part with <code>/import</code> below it.
refusal-import-rows = There are more than { $limit } lines in the file, so nothing has changed. Split it, and send each part with <code>/import</code> below it.
refusal-import-encoding = I can't read the letters in that file, so nothing has changed. Save it as UTF-8 and send it again, with <code>/import</code> below it.
refusal-import-broken = The file is cut off or damaged, so nothing has changed. Export it once more and send that, with <code>/import</code> below it.
refusal-import-newer = A newer version of me has written that file, and I can't read it, so nothing has changed. The calendar (.ics) from <code>/export</code> there would do.
refusal-import-packed = I can't unpack that archive, or it's too large unpacked, so nothing has changed. Send the file from inside of it, with <code>/import</code> below it.
refusal-import-nothing = There are no tasks and no habits in that file, so nothing has changed. A text file would do, for example, with lines such as <code>- Buy milk tomorrow</code>.
refusal-import-slow = Reading that file takes too long, so nothing has changed. Split it, and send each part with <code>/import</code> below it.
command-import = tasks and habits from a file
command-export = everything as files
forget = 🗑 <b>Should I erase everything of yours?</b>

    <b>What goes, for good:</b> your list here with its tasks, files, habits, history and settings, what is in its trash too. In groups: your assignments and turns, what you logged of habits, your place on leaderboards.
    <b>What stays:</b> tasks and habits that you added to groups, without your name, and what others wrote. Our messages stay in Telegram until you delete this chat.

    It can't be undone. Take everything along as a file first, if you want to.
forget-sure = 🗑 Really everything? Nobody can bring it back afterwards.
forget-done = All of it is erased: nothing of yours is left here. If you write to me again, or in a group that I am in, you are new to me.
forget-kept = Nothing was erased.
forget-private = That is for our private chat: open it and send <code>/forget</code> there.
button-export-first = 📦 Everything as a file
button-erase = 🗑 Erase everything
button-erase-all = 🗑 Yes, erase everything
button-keep-all = Keep everything
command-forget = erase everything of yours
calendar-told = 📅 <b>Your calendar address</b>

    <code>{ $address }</code>

    Add it to your calendar program as a subscription. { $what }
    Show it to nobody: whoever has it can read all this. I tell it only now, and have no copy.
calendar-own = It shows your tasks with a date, what you are assigned in groups, and the times of your habits.
calendar-of = It shows the tasks of <b>{ $title }</b> with a date, for as long as you are in that group.
calendar-known = 📅 You have a calendar address, told to you { $told } and { $read }. { $what }
    I keep no copy of it. If you have lost it, take a new one; the old one stops at once.
calendar-read = last read { $at }
calendar-unread = not read yet
calendar-revoked = 🚫 The address is revoked: it shows nothing to anybody. <code>/calendar</code> makes a new one.
calendar-group = 📅 I tell calendar addresses in private only: each of you has their own. Tap for yours.
calendar-no-address = 📅 This bot has no public address, so no calendar program can reach it. Whoever runs it can set <code>PUBLIC_URL</code>. Until then <code>/export</code> has a file for calendars.
button-new-address = 🔄 New address
button-revoke = 🚫 Revoke
button-calendar-private = 📅 My calendar address
privacy-what = 🔒 <b>What I keep of you</b>
    Your name, @username, Telegram id, language and settings; on which day you were last active; your tasks with notes and history, habits and what you logged of them; which groups with me you are in. Files stay at Telegram, I keep their numbers. Of other talk in groups I keep nothing.
privacy-file = <b>Where:</b> in a file on the server that I run on.
privacy-postgresql = <b>Where:</b> in a PostgreSQL database at { $host }.
privacy-how-long = <b>How long:</b> until you erase it; { $trash ->
        [0] what you delete is in the trash until then.
       *[other] what you delete is in the trash for { $trash } days.
    } Messages of reminders that are over: { $reminders } days. Which updates I have seen: { $updates } days. Long words behind buttons: { $buttons } days. What you type behind my name in other chats: { $drafts } days. What you tell whoever runs me with /feedback: { $feedback } days.
privacy-silent = If you block me or delete your account, and do nothing in groups with me, everything of yours is erased after { $days ->
        [one] one day
       *[other] { $days } days
    }.
privacy-never = If you block me, it stays until you come back and erase it.
privacy-who = <b>Who can read it:</b> whoever runs this server; in a group its members, what is the group's; whoever has a calendar address of yours, what that shows. Our messages pass through Telegram. Nobody else gets anything, and there are no ads.
privacy-yours = <b>Yours:</b> <code>/export</code> takes it along, <code>/forget</code> erases it.
command-calendar = your tasks in a calendar program
command-privacy = what I keep of you

## The pinned list of /board

pinned-title = 📌 <b>Open tasks</b> · { $count ->
    [one] one task
   *[other] { $count } tasks
}
pinned-overdue = ⏰ <b>Overdue</b>
pinned-today = <b>Today</b>
pinned-coming = <b>Later</b>
pinned-nodate = <b>Without a date</b>
pinned-more = … and { $count } more: /list
pinned-empty = Nothing to do.
pinned-cannot-pin = I may not pin messages here. Pin this one yourself, or make me an administrator who may.
pinned-over = 📌 This pinned list has ended. <code>/board</code> starts a new one.
pinned-off = 📌 The pinned list has ended.
pinned-none = There is no pinned list here. <code>/board</code> starts one.
refusal-board-words = <code>/board</code> starts a pinned list, <code>/board off</code> ends it.
button-end-board = ⏹ End
notice-ticked = Done. To undo it: /undo
notice-board-off = The pinned list has ended

## Everywhere in Telegram

inline-new = ➕ New task: { $title }
inline-new-hint = No date
inline-start = Start Dueto to see your tasks here
shared-whose = 👤 { $name }
shared-taken = 🤝 { $names }
button-keep-words = 📝 Add to my list
button-accept = 🤝 Accept
notice-card-kept = It's in your list as #{ $number }.
notice-card-done = Done
notice-card-was-done = It's done already.
notice-card-accepted = It's in your list as #{ $number }.
notice-card-own = This is your own task.
notice-card-have-it = You have this task already.
notice-card-not-yours = This is a task of { $who }. With 🤝 Accept it's in your list, too.
guest-tasks = { $count ->
    [one] ➕ One task is in your list.
   *[other] ➕ { $count } tasks are in your list.
}
guest-start = ⚠️ I can't write to you yet. Start me, and I'll remind you.
button-start-bot = 💬 Start Dueto
refusal-link = This link doesn't lead anywhere, or no longer does, or it isn't for you. What is yours: /list
button-in-private = 🔗 In private
button-share = 📤 Share
