# Every sentence of Dueto in Russian. HTML is Telegram's; facts arrive escaped.
# $number is a task's number as people type it, $title its title.
# Nobody's sex is known: what was done is said without a person.

## Dates

today = сегодня
tomorrow = завтра
yesterday = вчера
date-and-time = { $date }, { $time }
date-at-time = { $date } в { $time }
no-date = без даты

## A task, and what was done to it

task-line = <b>#{ $number }</b> { $title }
task-added = ➕ <b>#{ $number } { $title }</b>
tasks-added = ➕ { $count ->
    [one] Добавлена { $count } задача
    [few] Добавлены { $count } задачи
    [many] Добавлено { $count } задач
   *[other] Добавлено { $count } задачи
}:
tasks-more = … и ещё { $count }: /list
task-done = ✅ Готово: <b>#{ $number }</b> <s>{ $title }</s>
task-repeats = ✅ На этот раз готово: <b>#{ $number } { $title }</b>
    🔁 Следующий раз: { $due }
task-turns = ✅ На этот раз готово: <b>#{ $number } { $title }</b>
    🔄 Дальше: { $names }, { $due }
task-turns-nobody = ✅ На этот раз готово: <b>#{ $number } { $title }</b>
    🔄 Следующий раз: { $due }, но очередь ни на ком: все в отъезде или вышли из группы
task-part = ☑️ Свою часть сделали { $done } из { $count }: <b>#{ $number } { $title }</b>
    Ещё не отметили: { $names }
task-parts-left = <b>#{ $number }</b> { $title }: каждый отмечает за себя, готово { $done } из { $count }. Ещё не отметили: { $names }
task-deleted = 🗑 В корзине: <b>#{ $number }</b> { $title }
task-moved = 📅 <b>#{ $number } { $title }</b>: { $due }
task-of = 👤 <b>#{ $number }</b> { $title }: { $names }
task-of-nobody = 👤 <b>#{ $number }</b> { $title }: без исполнителя
awaits = Узнаю { $names }, как только увижу здесь первое сообщение.
task-moved-late = 📅 <b>#{ $number } { $title }</b>: { $due }, уже просрочено
task-edited = ✏️ <b>#{ $number } { $title }</b>
task-noted = 📝 Записано: <b>#{ $number }</b> { $title }
already-done = <b>#{ $number }</b> { $title }: уже готово.
already-deleted = <b>#{ $number }</b> { $title }: уже в корзине.
unknown-numbers = Здесь нет { $numbers }. Номера покажет /list.
undone-add = ↩️ Отменено, задача в корзине: <b>#{ $number }</b> { $title }
undone-complete = ↩️ Снова открыта: <b>#{ $number }</b> { $title }
undone-reopen = ↩️ Снова готово: <b>#{ $number }</b> { $title }
undone-delete = ↩️ Восстановлена: <b>#{ $number }</b> { $title }
undone-restore = ↩️ Снова в корзине: <b>#{ $number }</b> { $title }
undone-move = ↩️ Перенос отменён: <b>#{ $number }</b> { $title } · { $due }
undone-edit = ↩️ Изменение отменено: <b>#{ $number }</b> { $title }
undone-snooze = ↩️ Больше не отложена: <b>#{ $number }</b> { $title }
undone-skip = ↩️ Пропуск отменён: <b>#{ $number }</b> { $title }
undone-other = ↩️ Отменено: <b>#{ $number }</b> { $title }

fact-due = 📅 { $due }
fact-overdue = ⏰ просрочено: { $due }
fact-repeat = 🔁 { $repeat }
fact-priority-high = ❗ высокий приоритет
fact-priority-low = 🔽 низкий приоритет
fact-tags = 🏷 { $tags }
fact-assignees = 👤 { $names }
fact-each = 👥 { $names } ({ $done } из { $count })
fact-turns = 🔄 { $names }
fact-turns-next = 🔄 { $names } · потом { $following }
turns-need-two = Чтобы выполнять по очереди, нужны хотя бы двое: <code>/assign { $number } по очереди @ann @bob</code>
turns-need-repeat = Для очереди нужен повтор. Как часто? Например: <code>/edit { $number } каждую пятницу</code>
turns-nobody = Сейчас очередь ни на ком. Чтобы назначить: <code>/assign { $number } @ann</code>
fact-notes = 📝 { $notes }
fact-checklist = ☑️ { $done } из { $count }
fact-files = 📎 { $count ->
    [one] { $count } файл
    [few] { $count } файла
    [many] { $count } файлов
   *[other] { $count } файла
}
fact-done = ✅ готово { $at }
fact-done-by = ✅ готово { $at } · { $name }
fact-in-progress = ▶️ в работе
fact-trash = 🗑 в корзине
fact-added = добавлено { $at }
fact-added-by = добавлено { $at } · { $name }
fact-chat = 👥 { $title }
fact-album = 📎 альбом
fact-chat-left = 👥 { $title } · я больше не могу писать в этой группе

## Buttons

button-done = ✅ Готово
button-reopen = ↩️ Вернуть
button-date = 📅 Дата
button-edit = ✏️ Изменить
button-undo = ↩️ Отменить
button-title = ✏️ Название
button-notes = 📝 Заметки
button-priority = ❗ Приоритет
button-tags = 🏷 Теги
button-assign = 👤 Кому
button-each = 👥 Отмечает каждый
button-turns = 🔄 По очереди
button-for-all = ✅ Готово за всех
button-part = ↩️ Моя часть
button-cannot = 🙋 Не смогу
button-take-on = 🙋 Я сделаю
button-checklist = ☑️ Чек-лист
button-files = 📎 Файлы
button-history = 🕘 История
button-delete = 🗑 Удалить
button-restore = ♻️ Восстановить
button-start = ▶️ Начать
button-pause = ⏸ Остановить
button-back = ‹ Назад
button-list = ‹ Список
button-cancel = ✖️ Отмена
button-high = ❗ Высокий
button-medium = ▪️ Средний
button-low = 🔽 Низкий
button-today = Сегодня
button-tomorrow = Завтра
button-next-week = На след. неделе
button-no-date = Без даты
button-no-time = Без времени
button-type = ⌨️ Ввести
button-new-tag = ➕ Новый тег
button-add-items = ➕ Добавить пункты
button-clear-ticked = 🧹 Убрать отмеченное
button-add-file = ➕ Добавить файл
button-show-files = 👁 Показать
button-open = 📂 Все открытые
button-filter = 🔍 Фильтр
button-overdue-today = ⏰ Просрочено → сегодня
button-overdue-tomorrow = ⏰ Просрочено → завтра
filter-open = Открытые
filter-today = Сегодня
filter-week = Неделя
filter-overdue = Просрочены
filter-nodate = Без даты
filter-done = Готовые
filter-all = Все
filter-trash = Корзина

## Lists

list-general = Общее
list-title-open = 📋 <b>Открытые задачи</b>
list-title-today = 📋 <b>На сегодня</b>
list-title-week = 📋 <b>На ближайшие семь дней</b>
list-title-overdue = ⏰ <b>Просрочено</b>
list-title-nodate = 📋 <b>Без даты</b>
list-title-done = ✅ <b>Готово</b>
list-title-all = 📋 <b>Все задачи</b>
list-title-trash = 🗑 <b>Корзина</b>
list-title-agenda-today = ☀️ <b>Сегодня</b>
list-title-agenda-week = 🗓 <b>Ближайшая неделя</b>
list-title-next-week = 🗓 <b>Следующая неделя</b>
list-title-search = 🔎 <b>Поиск</b>
list-words = «{ $words }»
list-count = { $count ->
    [one] { $count } задача
    [few] { $count } задачи
    [many] { $count } задач
   *[other] { $count } задачи
}
list-page = страница { $page } из { $pages }
list-day-overdue = ⏰ <b>Просрочено</b>
list-day = <b>{ $day }</b>
list-next = дальше { $due }
list-parts = { $done } из { $count }
list-empty-open = Задач нет. Напишите мне что-нибудь или добавьте через /add.
list-empty-today = На сегодня ничего нет.
list-empty-week = На ближайшие семь дней ничего нет.
list-empty-overdue = Ничего не просрочено.
list-empty-nodate = У всех задач есть дата.
list-empty-done = Готовых задач пока нет.
list-empty-all = Задач пока нет. Напишите мне что-нибудь или добавьте через /add.
list-empty-trash = Корзина пуста.
list-empty-agenda-today = На сегодня задач нет.
list-empty-agenda-week = На эту неделю задач нет.
list-empty-next-week = На следующую неделю задач нет.
list-empty-search = Ничего не нашлось. Слова ищу по началу: <code>/search мол хл</code> найдёт «Молоко и хлеб».
list-empty-filtered = Подходящих задач нет.

## Views of a card

card-priority = Насколько это важно?
card-tags = Теги: нажмите, чтобы добавить или убрать.
card-assignees = Кто это сделает? Нажмите на участника, чтобы назначить; ещё раз — чтобы снять. Кого-то нет? Пусть напишет здесь хотя бы раз.
card-checklist = Чек-лист: нажмите на пункт, чтобы отметить.
card-checklist-empty = Чек-листа пока нет.
card-files-empty = Файлов пока нет.
card-history = 🕘 <b>История</b>
card-calendar = На какой день?
card-time = Во сколько?
calendar-shows = Выберите день этого месяца.

history-add = добавлено
history-edit = изменено
history-assigned = назначено: { $names }
history-unassigned = снято: { $names }
history-claimed = взято на себя
history-left = отказ
history-move = перенесено
history-complete = готово
history-reopen = снова открыто
history-delete = удалено
history-restore = восстановлено
history-undo = отменено
history-snooze = отложено
history-skip = пропущено
history-miss = не выполнено
history-set = настроено
history-part = своя часть готова
history-part-again = своя часть снова открыта
history-line = { $at } · { $name }: { $what }
history-line-fields = { $at } · { $name }: { $what } ({ $fields })
history-line-of-list = { $at } · { $name }: { $what } <b>#{ $number }</b> { $title }
history-line-of-list-fields = { $at } · { $name }: { $what } <b>#{ $number }</b> { $title } ({ $fields })
history-none = Здесь пока ничего не делали. Сначала добавьте задачу: <code>/add Купить молоко</code>.
history-by-itself = само
history-by-somebody = кто-то
status-todo = открыто
status-in_progress = в работе
status-completed = готово
field-title = название
field-notes = заметки
field-status = состояние
field-priority = приоритет
field-due = дата
field-repeat = повтор
field-tags = теги
field-snoozed = отложено до
field-files = файлы
field-assignees = исполнители
field-rotation = очередь
field-ticked = отмечает каждый
field-checklist = чек-лист

## Questions

ask-title = ✏️ Как теперь назвать <b>#{ $number } { $title }</b>?
ask-notes = 📝 Пришлите заметки к <b>#{ $number } { $title }</b>. Чтобы стереть их, отправьте «-».
ask-date = 📅 На когда <b>#{ $number } { $title }</b>? Например: <code>завтра в 9:00</code>, <code>в пятницу</code>, <code>через 2 дня</code>.
ask-tag = 🏷 Какие теги добавить к <b>#{ $number } { $title }</b>? Например: <code>#дом #сад</code>.
ask-items = ☑️ Что добавить в чек-лист <b>#{ $number } { $title }</b>? Каждый пункт с новой строки.
ask-file = 📎 Пришлите фото или документ для <b>#{ $number } { $title }</b>.
ask-what = 🖊 Что нужно сделать?
ask-what-known = Уже знаю: { $known }.
ask-what-file = 🖊 Что нужно сделать с этим файлом? Пришлите текст задачи.
ask-what-album = 🖊 Что нужно сделать с этими файлами? Пришлите текст задачи.
ask-title-short = Новое название
ask-notes-short = Заметки
ask-date-short = завтра в 9:00
ask-tag-short = #дом
ask-items-short = Каждый пункт с новой строки
ask-file-short = Фото или документ
ask-what-short = Что нужно сделать?
cancelled = Хорошо, всё осталось как было.
which-meant = «{ $text }» — это ответ на мой вопрос или что-то новое?
button-as-answer = ✏️ Ответ
button-as-words = ➕ Новое

## Notices of buttons

notice-done = Готово
notice-turn = Готово. Дальше: { $names }, { $due }
notice-part = Ваша часть готова. Ещё не отметили: { $names }
notice-parts-left = Каждый отмечает за себя. Ещё не отметили: { $names }
notice-reopened = Снова открыта
notice-deleted = В корзине
notice-restored = Восстановлено
notice-saved = Сохранено
notice-nothing = Так и есть.
notice-taken = Уже взято: { $names }
notice-undone = Отменено
notice-sent = Файлы ниже
notice-moved = { $count ->
    [one] Перенесена { $count } задача
    [few] Перенесены { $count } задачи
   *[other] Перенесено { $count } задач
}. Отменить: /undo

## Refusals: each says what was wrong and shows one correct example

refusal-unknown-task = Задачи #{ $number } здесь нет. Номера покажет /list, потом, например, <code>/done 3</code>.
refusal-task-gone = Этой задачи больше нет, или она в чате, где вас нет.
refusal-nothing-to-undo = Отменять нечего. /undo отменяет ваши изменения за последние 24 часа.
refusal-changed-since = <b>#{ $number }</b> с тех пор ещё раз изменили, поэтому отменить только это не получится. Открыть: <code>/show { $number }</code>.
refusal-too-many-tags = У задачи может быть не больше { $limit } тегов. Уберите лишние, например: <code>купить молоко #дом</code>.
refusal-too-many-filter-tags = Отобрать задачи можно не больше чем по { $limit } тегам. Уберите лишние, например: <code>/list #дом</code>.
refusal-too-many-numbers = В одной команде можно назвать не больше { $limit } задач; ничего не изменилось. Например: <code>/done 3-12</code>.
refusal-too-many-tag = В теге может быть не больше { $limit } символов, например: <code>#дом</code>.
refusal-too-many-checklist = В чек-листе может быть не больше { $limit } пунктов. Разделите его на две задачи.
refusal-too-many-assignees = У задачи может быть не больше { $limit } исполнителей.
refusal-too-many-item = В пункте чек-листа может быть не больше { $limit } символов.
refusal-too-many-tasks = В этом списке уже { $limit } открытых задач, больше не поместится. Сначала завершите или удалите что-нибудь: <code>/done 3</code>.
refusal-too-many-notes = В заметках может быть не больше { $limit } символов; ничего не изменилось. Пришлите текст покороче.
refusal-stale-button = Эта кнопка из старого сообщения. Свежий список: /list
refusal-unknown-command = Я не знаю { $command }. Что можно написать, покажет /help, например: <code>/add Купить молоко завтра</code>.
did-you-mean = 🤔 Я не знаю { $command }. Может быть, /{ $meant }?
refusal-no-words = Напишите, что нужно сделать, например: <code>/add Купить молоко завтра в 9:00</code>.
refusal-no-number = Напишите номер, например: <code>/{ $command } 3</code>. Номера покажет /list.
refusal-unknown-person = Я пока не знаю { $name } в этой группе. Пусть напишет здесь хотя бы раз.
refusal-bot-assigned = Я только веду список: задачи назначают людям. Например: <code>/assign 3 @sam</code>.
refusal-unread-people = «{ $text }» ни на кого не указывает. Например: <code>/assign 3 @sam</code>.
refusal-quiet-words = Нужно просто <code>/quiet</code> или <code>/quiet off</code>. Тихие часы задаёт <code>/settings тихие 22:00-8:00</code>.
refusal-turns-of-one = Чтобы выполнять по очереди, нужны хотя бы двое: <code>/assign { $number } по очереди @ann @bob</code>
refusal-turns-of-no-repeat = Для очереди сначала нужен повтор. Например: <code>/edit { $number } каждую пятницу</code>
refusal-message-unread = Сейчас прочитать это сообщение не удалось. Ответьте на него <code>/add</code>.
refusal-own-message = Это моё сообщение. ✍ делает задачи из того, что пишут люди.
reading-message = ✍ Делаю из этого задачу…
refusal-claim-words = Нужен только номер: <code>/claim 3</code>. Для другого человека: <code>/assign 3 @sam</code>.
refusal-unread-when = Не понимаю «{ $text }» как дату. Например: <code>завтра в 9:00</code>, <code>в пятницу</code>, <code>2026-12-01</code>.
refusal-impossible-when = Такой даты или такого времени нет: «{ $text }». Например: <code>завтра в 9:00</code>, <code>2026-12-01</code>.
refusal-past-when = «{ $text }» уже в прошлом. Например: <code>завтра в 9:00</code>, <code>через 2 часа</code>.
refusal-no-search = Напишите, что искать, например: <code>/search молоко</code>.
refusal-no-file = Это не фото и не документ. Пришлите файл или нажмите «Отмена».
refusal-only-text = Я делаю задачи из текста, фото, файлов и записей. Например: <code>Купить молоко завтра</code>.
refusal-edit-late = Прошло больше часа: <b>#{ $number }</b> остаётся как есть. Чтобы изменить: <code>/edit { $number } Купить овсяное молоко</code>.
refusal-edit-changed = <b>#{ $number }</b> с тех пор изменили, так что всё остаётся как есть. Чтобы изменить: <code>/edit { $number } Купить овсяное молоко</code>.
refusal-edit-done = <b>#{ $number }</b> уже готово, так что всё остаётся как есть. Чтобы изменить: <code>/edit { $number } Купить овсяное молоко</code>.
refusal-edit-deleted = <b>#{ $number }</b> в корзине, так что всё остаётся как есть. Чтобы посмотреть: <code>/show { $number }</code>.
refusal-edit-empty = Названия больше нет, так что <b>#{ $number }</b> остаётся как есть. Чтобы изменить: <code>/edit { $number } Купить овсяное молоко</code>.
refusal-not-your-place = Часовой пояс я узнаю только по вашему местоположению: отправьте своё текущее, не трансляцию и не пересланное. Или напишите <code>/timezone Москва</code>.
refusal-long-title = В названии может быть не больше { $limit } символов; ничего не изменилось. Пришлите покороче.
refusal-empty = Сообщение пустое. Напишите хотя бы слово.
refusal-not-here = { $command } работает только { $where ->
    [groups] в группах
   *[private] в личном чате со мной
}.
too-fast = 🐢 Я за вами не успеваю: этого я не сделал и не сделаю того, что вы пришлёте в ближайшие 15 секунд. Потом продолжайте.
database-away = 🔌 Сейчас я не могу добраться до своих записей. Написанное не пропадёт: сделаю, как только смогу, повторять не нужно.
crashed = ⚠️ Что-то сломалось, но ничего не изменилось. Если повторится, сообщите владельцу бота этот код: <code>{ $reference }</code>

## Start and help

start = 👋 Привет, { $name }! Я храню ваши задачи и общие списки групп.

    Напишите, что нужно сделать и, если есть дата, когда:
    • <code>Купить молоко завтра в 9:00</code>
    • <code>Оплатить аренду в пятницу #дом !high</code>
    • <code>через 30 минут проверить духовку</code>

    /list покажет открытые задачи, /today — ближайшие, /help — что можно написать.
hello-group = 👋 Привет! Я веду общий список задач для всех, кто здесь.
    • <code>/add Купить молоко завтра</code> добавит задачу
    • <code>/list</code> покажет список, <code>/done 3</code> отметит задачу 3
    • <code>/add</code> в ответ на любое сообщение сделает из него задачу
hello-group-again = 👋 Я снова здесь, и ваш список тоже: /list
hello-zone = 🌍 Время здесь — { $zone }.
hello-zone-guessed = 🌍 Время здесь — { $zone }, но это только догадка.
hello-admin = 👮 Теперь я администратор, и реакции тоже работают: 👀 назначит задачу вам, 👍 отметит её, 😴 отложит на час, ✍ сделает задачу из любого сообщения. Уберите реакцию, чтобы это отменить. Теперь я вижу все сообщения, но не храню их.
button-private = 💬 Личный чат
topic-gone = 📂 Из темы «{ $name }», которая закрыта или удалена:
topic-gone-unnamed = 📂 Из темы, которая закрыта или удалена:
quiet-on = 🤫 Теперь, когда добавить нечего, я ставлю 👍 на ваше сообщение. Списки, вопросы и сомнения — словами. <code>/quiet off</code> вернёт всё как было.
quiet-off = 💬 Я отвечаю словами. После <code>/quiet</code> вместо коротких ответов будет 👍.
no-channels = 📣 Вы добавили меня в «{ $title }». Я работаю для людей и групп, а в каналах ничего не делаю — меня можно оттуда убрать.
button-add-to-group = 👥 Добавить в группу
help = <b>Что можно написать</b>
help-topics = Подробнее:
topic-dates = даты
topic-repeats = повторы
topic-lists = списки
topic-groups = группы
topic-settings = настройки
topic-reminders = напоминания
topic-quotes = кавычки
topic-editing = изменения
button-help-reminders = 🔔 Напоминания
button-help-dates = 📅 Даты
button-help-repeats = 🔁 Повторы
button-help-lists = 📋 Списки
button-help-groups = 👥 Группы и @
button-help-quotes = « » Кавычки
button-help-editing = ✏️ Изменения
button-help-habits = 🌱 Привычки
button-help-settings = ⚙️ Настройки
help-reminders = <b>Напоминания</b>
    О задаче с точным временем напомню в это время, о задаче без времени — в { $morning }.
    • <code>позвонить Бобу в пятницу в 10:00 напомнить за 1 день и за 1 час</code>
    • <code>принять таблетки в 20:00 напоминать каждые 15 минут</code>: пока не сделаете

    Под напоминанием: ✅ готово, 💤 позже, … — остальное. Или ответьте на него:
    • <code>готово</code>, <code>3 часа</code>, <code>завтра в 9</code>, <code>пропустить</code>
    • <code>/snooze 3 2 часа</code>: о задаче 3 ещё раз через два часа
    • <code>/away до 5 октября</code>: до возвращения ничего не напоминает

    Каждый день, если есть что делать:
    • <code>план на день в 7:30</code> — что впереди, <code>вечерний обзор в 20:00</code> — что осталось
    • <code>план на день выкл</code> отключает и план, и обзор
help-quotes = <b>Кавычки</b>
    Слова в кавычках остаются в названии как есть:
    • <code>посмотреть «Пятницу» завтра</code>: это на завтра, а не на пятницу
    • <code>«Завтра»</code>: без даты

    Я по ошибке принял слово за дату? Нажмите на него под моим ответом, там, где ✕.
help-editing = <b>Изменения</b>
    • <code>/edit 3 Купить овсяное молоко</code>, <code>/move 3 пятница</code>, <code>/done 3 5</code>, <code>/delete 3</code>
    • ответ на задачу: <code>завтра в 9</code>, <code>каждые 2 дня</code>, <code>#дом</code>, <code>!high</code>, <code>готово</code>
    • исправьте своё сообщение в течение часа, и задача изменится тоже
    • /list: кнопка ☐ 3 отмечает задачу 3; после ✏️ кнопки открывают задачи, где можно изменить всё
    • /undo отменяет последнее изменение в течение 24 часов
help-line = /{ $command }: { $what }
help-dates = <b>Даты</b>
    Пишите их в любом месте задачи:
    • <code>сегодня</code>, <code>завтра</code>, <code>в пятницу</code>, <code>1 декабря</code>, <code>{ $numbers }</code> — 27 января
    • <code>18:30</code>, <code>в 18-30</code>, <code>в полвосьмого</code>, <code>11 вечера</code>, <code>завтра часов в 9</code>
    • <code>через 30 минут</code>, <code>через 2 дня</code>, <code>через два с половиной часа</code>, <code>через несколько дней</code>
    • <code>в пятницу в 10 на 2 часа</code>: сколько длится

    Подлиннее:
    • <code>в пятницу с 18 до 20</code>, <code>5-7 ноября</code> — с какого времени по какое
    • <code>на этой неделе</code>, <code>в конце следующей недели</code>, <code>в последнее воскресенье марта 2028</code>
    • <code>через 2 недели после пятницы</code>, <code>за 3 дня до 25 декабря</code>
    • <code>17:00 EST</code>, <code>9:00 по Лондону</code> — покажу по вашему времени

    Если это была не дата, нажмите её ✕. Слова в «кавычках» остаются как есть.
help-repeats = <b>Повторы</b>
    Пишите их в задаче, как дату:
    • <code>каждый день в 9</code>, <code>по будням</code>, <code>каждые 3 дня</code>
    • <code>каждый пн, ср и пт</code>, <code>каждый второй вторник</code>: раз в две недели
    • <code>каждую третью пятницу месяца</code>, <code>каждый последний рабочий день</code>, <code>каждое 31 число</code>
    • <code>пн, ср, пт в 7:00</code>, <code>каждый вт 19:00 ср 20:00</code>, <code>2 раза в день</code>
    • <code>каждый день кроме выходных</code>, <code>каждое 24.12</code>, <code>каждый год в первую субботу мая</code>
    • <code>каждый год 8 марта</code>, <code>каждый час с 10 до 18 по будням</code>
    • <code>каждые! 3 дня</code>: отсчёт со дня, когда задача готова

    С какого дня и как долго:
    • <code>каждый день с 1 октября</code>, <code>каждую неделю до 31 декабря</code>
    • <code>каждый день в течение 7 дней</code>, <code>каждый день 5 раз</code>

    /done отметит этот раз, а следующий придёт сам.
help-lists = <b>Списки</b>
    • <code>/list</code>: открытые задачи; ещё <code>сегодня</code>, <code>неделя</code>, <code>просрочено</code>, <code>без даты</code>, <code>готово</code>, <code>все</code>, <code>корзина</code>
    • <code>/list #дом</code>, <code>/list !high</code>, <code>/list молоко</code>
    • <code>/search слова</code>: открытые и готовые задачи по названию, заметкам, тегам и чек-листу
    • <code>#дом</code> в задаче — это тег, <code>!high</code> и <code>!low</code> — приоритет
    • строки, которые начинаются с <code>-</code>, станут чек-листом под названием или отдельными задачами
help-groups = <b>Группы</b>
    • <code>/add Купить молоко</code> добавит задачу, которую видят все здесь
    • <code>/add Позвонить @bob в пятницу</code>: <code>@bob</code> в задаче назначит её Бобу
    • <code>/add Уборка каждую пятницу по очереди @ann @bob</code>: выполняют по очереди; кто в отъезде, того очередь минует
    • если исполнителей несколько, кнопка 👥 в карточке позволяет каждому отметить свою часть
    • <code>/add</code> в ответ на сообщение сделает из него задачу
    • в форуме у каждой темы свой список; <code>/list все</code> покажет их вместе
    • <code>/quiet</code>: 👍 вместо ответов, которые только подтверждают
    • если я администратор, поставьте реакцию на задачу: 👀 назначит её вам, 👍 отметит, 😴 отложит на час; ✍ на любом сообщении сделает из него задачу. Уберите реакцию, чтобы отменить.
    • <code>/list мои</code>, <code>/list @bob</code>: чьи задачи; в личном чате <code>/list мои</code> покажет ваши из всех групп
    • <code>/history</code>: кто что сделал; <code>/stats неделя</code>: кто сколько сделал за неделю
    • <code>/board</code> закрепит одно сообщение с открытыми задачами и будет его обновлять; <code>/board off</code> его уберёт
help-settings = <b>Настройки</b>
    /settings покажет их все, с кнопками:
    • часовой пояс: <code>/timezone Москва</code>, <code>/timezone +03:00</code> или геопозиция
    • язык: <code>/language ru</code>
    • что значит 3/4: 3 апреля или 4 марта
    • 24 или 12 часов и первый день недели
    • когда у вас утро, полдень, день, вечер и ночь

    У группы свои настройки, их меняют администраторы.
refusal-unknown-topic = Про «{ $topic }» справки нет. Попробуйте <code>/help даты</code>.

## The command menu

command-start = что я умею
command-help = что можно написать
command-add = новая задача
command-list = открытые задачи
command-today = что на сегодня
command-week = ближайшие семь дней
command-done = отметить задачи по номерам
command-edit = изменить текст задачи
command-delete = переместить задачи в корзину
command-show = открыть задачу
command-move = перенести задачу
command-search = найти задачи по словам
command-assign = назначить исполнителя задачи
command-claim = взять задачу на себя
command-quiet = 👍 вместо коротких ответов
command-history = кто что сделал здесь или с одной задачей
command-board = открытые задачи в одном закреплённом сообщении
command-unassign = снять исполнителя с задачи
command-undo = отменить последнее изменение

## Settings

language-name = Русский
settings-title = ⚙️ <b>Настройки</b>
settings-by = 👮 Менять их могут только администраторы группы.
settings-by-who = 👮 Менять их { $count ->
    [one] может
    [few] могут
    [many] могут
   *[other] могут
} только { $who }.
button-settings-time = 🕘 Время
button-settings-reminders = 🔔 Напоминания
button-settings-habits = 🌱 Привычки
button-settings-language = 💬 Язык
button-settings-rights = 👮 Права
setting-rights = 👮 Удалять чужие задачи и менять настройки могут: <b>{ $value }</b>
rights-administrators = администраторы
rights-everyone = все
setting-zone = 🌍 Часовой пояс: <b>{ $value }</b>
setting-language = 💬 Язык: <b>{ $value }</b>
setting-date-order = 📅 Даты вроде 3/4: <b>{ $value }</b>
setting-clock = 🕘 Формат времени: <b>{ $value }</b>
setting-weekday = 🗓 Первый день недели: <b>{ $value }</b>
setting-day-parts = 🌅 Время суток: <b>{ $value }</b>
button-zone = 🌍 Часовой пояс
button-date-order = 📅 Формат даты
button-clock = 🕘 Формат времени
button-weekday = 🗓 Первый день недели
button-day-parts = 🌅 Время суток
button-share-place = 📍 Отправить геопозицию
zone-not-said = не указан
date-order-DMY = сначала день (3 апреля)
date-order-MDY = сначала месяц (4 марта)
date-order-YMD = сначала год
clock-24 = 24-часовой
clock-12 = 12-часовой
part-morning = утро
part-noon = полдень
part-afternoon = день
part-evening = вечер
part-night = ночь
ask-part = С какого часа у вас «{ $part }»?
ask-zone = 🌍 Где вы? Ваш часовой пояс: <b>{ $value }</b>. Пришлите город, например <code>Москва</code>, пояс вроде <code>Europe/Moscow</code> или сдвиг вроде <code>+03:00</code>.
ask-zone-short = Москва
zone-set = 🌍 Часовой пояс: <b>{ $zone }</b>, там сейчас { $time }.
clock-times-kept = 🕰 { $count ->
    [one] { $count } задача остаётся на том же времени
    [few] { $count } задачи остаются на том же времени
    [many] { $count } задач остаются на том же времени
   *[other] { $count } задачи остаются на том же времени
}: 9:00 так и будет 9:00, уже в новом поясе.
moments-kept = 🕰 { $count ->
    [one] { $count } задача остаётся в тот же момент
    [few] { $count } задачи остаются в тот же момент
    [many] { $count } задач остаются в тот же момент
   *[other] { $count } задачи остаются в тот же момент
}, время показано по новому поясу.
button-keep-moments = 🕰 Оставить тот же момент
zone-which = Таких мест несколько. Какое из них ваше?
zone-move = 🌍 Перейти на местное время («{ $place }»)? Там сейчас { $time }. Ваш часовой пояс — <b>{ $zone }</b>.
button-zone-move = ✅ Перейти
button-zone-stay = Оставить
language-set = 💬 Теперь я говорю по-русски.
refusal-unknown-zone = Не знаю места или часового пояса «{ $text }». Например: <code>/timezone Москва</code>, <code>/timezone Europe/Moscow</code>, <code>/timezone +03:00</code>.
refusal-unknown-language = Я говорю по-русски, по-английски, по-немецки и по-испански. Например: <code>/language ru</code>.
refusal-settings = Настройки группы меняют только её администраторы.
refusal-settings-who = Настройки этой группы { $count ->
    [one] может
    [few] могут
    [many] могут
   *[other] могут
} менять только { $who }.
refusal-for-all = Закрыть задачу за всех может только тот, кто её добавил, или администратор группы.
refusal-for-all-who = Закрыть задачу за всех { $count ->
    [one] может
    [few] могут
    [many] могут
   *[other] могут
} только { $who }.
refusal-not-yours = Это может отменить только { $who }.
refusal-remove = Удалить, архивировать или восстановить это могут только автор и администраторы группы.
refusal-remove-who = Удалить, архивировать или восстановить это { $count ->
    [one] может
    [few] могут
    [many] могут
   *[other] могут
} только { $who }.
refusal-rights = Менять, кому что можно, могут только администраторы группы.
refusal-rights-who = Менять, кому что можно, { $count ->
    [one] может
    [few] могут
    [many] могут
   *[other] могут
} только { $who }.
refusal-undo = Это могут отменить только администраторы группы.
refusal-undo-who = Это { $count ->
    [one] может
    [few] могут
    [many] могут
   *[other] могут
} отменить только { $who }.
not-deleted = Не удалено: { $numbers }. Это могут сделать только авторы и администраторы группы.
not-deleted-who = Не удалено: { $numbers }. Это { $count ->
    [one] может
    [few] могут
    [many] могут
   *[other] могут
} сделать только { $who }.
command-settings = часовой пояс, язык, напоминания
command-timezone = указать часовой пояс
command-language = выбрать язык

## Repairing what was understood

button-split = ✂️ Разделить
doubt-ambiguous-date = 🤔 «{ $said }» можно понять двояко. Какая дата верна?
doubt-ordinal = 🤔 «{ $said }» можно понять двояко. Что имеется в виду?
doubt-weekdays = 🔁 «{ $said }» повторяется каждую неделю. Или только в первый день?
doubt-ambiguous-zone = 🤔 «{ $said }» — это может быть два часовых пояса. Какое время верно?
task-elsewhere = 🌍 «{ $said }», показано по вашему времени
doubt-impossible-date = ⚠️ Даты «{ $said }» не бывает, поэтому слова остались в названии. Календарь — под кнопкой 📅.
doubt-past-date = ⚠️ «{ $said }» уже в прошлом, поэтому слова остались в названии. Другая дата — под кнопкой 📅.
doubt-passed = 🤔 Это время уже прошло. Может быть, завтра?

## Repeats

button-repeat = 🔁 Повтор
button-every-day = Каждый день
button-every-weekday = По будням
button-every-week = Каждую неделю
button-every-fortnight = Раз в 2 недели
button-every-month = Каждый месяц
button-every-year = Каждый год
button-no-repeat = Без повтора
button-save = 💾 Сохранить
card-repeat = Как часто повторять?
repeat-next = Ближайшие даты:
repeat-or = 🤔 Или вы имели в виду другое?
repeat-clock-change = (перевод часов)
repeat-month-end = (месяц короче)
ask-repeat = 🔁 Как часто повторять <b>#{ $number } { $title }</b>? Например: <code>каждую вторую пятницу месяца в 10:00</code>, <code>каждые! 3 дня</code>, <code>каждый месяц до 31 декабря</code>.
ask-repeat-short = каждые 2 недели
ask-when = ⏱ Когда напомнить о <b>#{ $number } { $title }</b>? Например: <code>завтра в 9:00</code>.
ask-when-short = завтра в 9:00
refusal-unread-repeat = Не понимаю «{ $text }» как повтор. Например: <code>каждый день в 9</code>, <code>каждые 2 недели</code>.
refusal-in-trash = <b>#{ $number }</b> в корзине. Восстановить: <code>/show { $number }</code>.

## Reminders

# $length is a length such as “1 минута” or “2 часа”, in the nominative.
reminder-title = 🔔 <b>#{ $number } { $title }</b>
reminder-due = ⏰ <b>{ $when }</b> · { $due }
reminder-when = ⏰ <b>{ $when }</b>
reminder-in = ещё { $length }
reminder-now = сейчас
reminder-ago = просрочено: { $length }
reminder-late = ⌛ Отправлено с опозданием: { $late }.
reminders-together = 🔔 <b>{ $count ->
    [one] { $count } задача на день
    [few] { $count } задачи на день
    [many] { $count } задач на день
   *[other] { $count } задачи на день
}</b>
reminder-closed = 🔕 <b>#{ $number }</b> { $title } · { $due }
reminder-again = 🔔 <b>#{ $number }</b> { $title } · напоминаю ещё раз ниже
task-missed = ⌛ Не выполнено: <b>#{ $number }</b> { $title } · следующий раз { $due }
reminder-gone = 🔕 Этой задачи больше нет.
assigned-you = 👤 { $name } назначает вам { $count ->
    [1] задачу
    [one] { $count } задачу
    [few] { $count } задачи
   *[many] { $count } задач
}:
assigned-no-more = 👤 <b>#{ $number }</b> { $title }: больше не ваша
cannot-one = 🙋 { $name } не сможет сделать <b>#{ $number } { $title }</b>. Кто сможет?
cannot-many = 🙋 { $name } не сможет сделать { $count ->
    [one] { $count } задачу
    [few] { $count } задачи
   *[many] { $count } задач
}. Кто сможет?
cannot-told = 🙋 <b>#{ $number }</b> { $title }: больше не ваша. Спрошу в группе «{ $group }», кто сможет.
snoozed = 💤 <b>#{ $number } { $title }</b>: напомню { $until }
snoozed-all = 💤 { $count ->
    [one] { $count } задача
    [few] { $count } задачи
    [many] { $count } задач
   *[other] { $count } задачи
}: напомню { $until }
skipped = ⏭ <b>#{ $number } { $title }</b>: следующий раз { $due }
digest-missed = ⌛ <b>Отправлено с опозданием</b> ({ $count })
digest-agenda = ☀️ <b>Доброе утро! На сегодня</b> ({ $count })
digest-review = 🌙 <b>К вечеру ещё открыто</b> ({ $count })
digest-summary = 👋 <b>Пока вас не было</b> ({ $count })
button-snooze-10m = 💤 10 мин
button-snooze-1h = 💤 1 ч
button-snooze-3h = 💤 3 ч
button-snooze-tomorrow = 💤 Завтра
button-snooze-evening = 💤 Вечером
button-snooze-next-evening = 💤 Завтра вечером
button-snooze-week = 💤 На след. неделе
button-snooze-type = ⌨️ Другое время
button-snooze-all = 💤 Все на 1 ч
button-why = Почему?
button-move = 📅 Перенести задачу
button-skip = ⏭ Пропустить этот раз
button-stop-nagging = 🔕 Больше не повторять
button-open-card = ✏️ Открыть
button-reminders = 🔔 Напоминания
why-task = Вы просили напомнить так: { $offset }.
why-nag = Вы просили напоминать, пока не будет готово.
why-snooze = Вы отложили напоминание до этого времени.
why-agenda = Это ваш утренний план.
why-review = Это ваш вечерний обзор.
why-summary = Это пришло, пока вас не было.
why-unknown = Вместо этого напоминания теперь другое.
why-due = Дата: { $due }
why-next = Следующее напоминание: { $at }
offset-at = в срок
offset-on-day = в тот же день
offset-before = { $length } до срока
offset-after = { $length } после срока
offset-day = { $days ->
    [0] в тот же день в { $at }
    [1] накануне в { $at }
    [one] за { $days } день в { $at }
    [few] за { $days } дня в { $at }
    [many] за { $days } дней в { $at }
   *[other] за { $days } дня в { $at }
}
fact-reminders = 🔔 { $reminders }
fact-no-reminders = 🔕 без напоминаний
button-wake = 💤 ✕ Не откладывать
button-skip-missed = ⏭ Пропустить невыполненное
fact-nag = 📣 пока не готово · интервал { $length }
notice-calm = Больше не буду напоминать об этом.
notice-skipped = Пропущено
ask-snooze = 💤 До какого времени отложить? Например: <code>через 2 часа</code>, <code>завтра в 9:00</code>.
ask-snooze-short = завтра в 9:00
ask-reminders = 🔔 Когда напоминать о <b>#{ $number } { $title }</b>? Например: <code>за 1 день и за 1 час</code>.
ask-reminders-short = за 1 час
card-reminders = Когда напоминать? Нажмите, чтобы включить или выключить.
button-no-reminder = 🔕 Никогда
button-usual = ↺ Как обычно
button-nag = 📣 Пока не готово
refusal-past-snooze = Это время уже прошло. Например: <code>/snooze 3 через 2 часа</code>.
refusal-nothing-to-snooze = За последние полчаса напоминаний не было. Укажите задачу, например: <code>/snooze 3 25 минут</code>.
refusal-not-repeating = <b>#{ $number }</b> не повторяется, поэтому пропускать нечего.
command-snooze = отложить напоминание
refusal-unread-reminders = Не понимаю «{ $text }» как напоминание. Например: <code>за 1 день и за 1 час</code>.
refusal-not-told = Telegram сейчас не сообщил, кто состоит в группе и кто в ней администратор, поэтому ничего не изменилось. Попробуйте ещё раз через минуту.
refusal-too-many-reminders = У задачи может быть не больше { $limit } напоминаний.
refusal-too-many-days-before = Напомнить можно не больше чем за { $limit } дней до срока или после него. Например: <code>напомни за 1 день</code>.
refusal-impossible-repeat = Повторять можно не реже чем раз в 100 лет. Например: <code>каждые 2 недели</code>.
field-reminders = напоминания
field-duration_minutes = длительность
field-nag_minutes = напоминать, пока не готово

## Настройки напоминаний

setting-off = { $setting ->
    [remind-timed] не напоминать
    [remind-day] не напоминать
   *[other] выкл.
}
setting-remind-timed = 🔔 Задачи с точным временем: <b>{ $value }</b>
setting-remind-day = 🔔 Задачи без времени: <b>{ $value }</b>
setting-morning = 🌅 О задачах без времени напоминать в <b>{ $value }</b>
setting-quiet = 🌙 Тихие часы: <b>{ $value }</b>
setting-agenda = ☀️ Утренний план: <b>{ $value }</b>
setting-review = 🌙 Вечерний обзор: <b>{ $value }</b>
button-remind-timed = 🔔 С точным временем
button-remind-day = 🔔 Без времени
button-morning = 🌅 Во сколько утром
button-quiet = 🌙 Тихие часы
button-agenda = ☀️ План
button-review = 🌙 Обзор
button-agenda-on = ☀️ Утренний план в 9:00
notice-agenda = Каждое утро в 9:00, если есть что делать.
digest-set-agenda = ☀️ Каждый день в { $at } пришлю план на день, если есть что делать. Отключить: <code>план на день выкл</code>.
digest-set-review = 🌙 Каждый день в { $at } пришлю, что ещё не готово, если что-то осталось. Отключить: <code>план на день выкл</code>.
digest-off = 🔕 Больше не буду присылать ни утренний план, ни вечерний обзор. Напоминания о задачах остаются.

## Операторам

admin-title = 🛠 <b>Dueto</b>. Дни считаются по UTC.
admin-people = 👥 Людей: { $count }. Активны сегодня: { $today }, за последние семь дней: { $week }
admin-groups = 💬 Групп: { $count }. Активны сегодня: { $today }, за последние семь дней: { $week }
admin-tasks = ☑️ Открытых задач: { $count }. Добавлено сегодня: { $today }
admin-habits = 🌱 Привычек: { $count }
admin-sent = 🔔 Отправлено напоминаний сегодня: { $count }. Позже чем на минуту: { $late }
admin-queue = ⏳ Пора отправить: { $ready }. Отправляются или ждут новой попытки: { $claimed }. Запланировано: { $waiting }. Придержано для тех, до кого не достучаться: { $held }
admin-reach = 📵 Заблокировали бота: { $blocked }. Групп, где он не может писать: { $unreachable }
admin-errors = ⚠️ Telegram отказал окончательно: { $refused }. Возможно, дошло, попытки прекращены: { $unclear }
admin-bans = 🚫 Забанено: { $count }
button-admin-refresh = 🔄 Обновить
button-admin-letters = ✉️ Недоставленное
button-admin-bans = 🚫 Баны
letters-title = ✉️ <b>Не доставлено: { $count }</b>. Нажмите на номер, чтобы узнать больше.
letters-reasons = Почему: { $reasons }
letters-line = { $number }. { $what }
letters-none = ✉️ Всё доставлено.
letter-title = ✉️ <b>Не доставлено</b>
letter-line = <code>{ $kind }</code> в <code>{ $chat }</code>, срок { $at } UTC: { $reason }
letter-refused = Telegram отказал, или что-то сломалось до отправки. Этого никто не видел.
letter-unclear = Telegram так и не ответил, так что сообщение могло дойти.
letter-tries = Попыток: { $count }
button-letters-again = 🔁 Повторить все
button-letter-again = 🔁 Ещё раз
button-letter-drop = 🗑 Убрать
notice-letters-again = Снова в пути: { $count }
notice-letter-gone = Этого здесь уже нет.
notice-letter-dropped = Убрано
bans-title = 🚫 <b>Забанено: { $count }</b>
bans-none = 🚫 Никто не забанен.
bans-unban = ✅ Разбанить: { $name }
button-ban = 🚫 Забанить
button-unban = ✅ Разбанить
ban-done = 🚫 Бан: { $who }. Об этом скажу один раз, а потом не буду ни отвечать, ни присылать напоминания.
ban-already = 🚫 Бан уже действует: { $who }.
ban-over = ✅ Бан снят: { $who }. Всё, что было придержано, придёт одним сообщением.
ban-none = ✅ Бана нет: { $who }.
who = { $name } (<code>{ $ids }</code>)
banned = 🚫 Вы не можете пользоваться этим ботом: его владелец вас забанил. Всё, что вы написали, сохранено.
refusal-admin-order = Не знаю команды «{ $text }». Например: <code>/admin ban @sam</code> или просто <code>/admin</code>.
refusal-ban-whom = Кого? Укажите id или @username: <code>/admin { $order } @sam</code>.
refusal-ban-unknown = «{ $text }» мне никогда не писал. Например: <code>/admin ban @sam</code>.
refusal-ban-operator = Операторов банить нельзя. Сначала уберите id из <code>OPERATORS</code>.
button-admin-broadcast = 📣 Рассылка
command-feedback = написать владельцу бота
ask-feedback = 💬 Что передать владельцу этого бота? Он увидит, от кого это.
ask-feedback-short = Ваши слова
feedback-sent = 💬 Передано. Ответ, если он будет, придёт в наш личный чат.
feedback-nobody = 💬 Отзывы здесь никто не читает: у этого бота нет оператора, которому можно написать. Ничего не сохранено.
feedback-from = 💬 <b>Отзыв</b>: { $who }, язык { $language }, Dueto { $version }. Чтобы ответить, ответьте на это сообщение.
button-feedback-reply = 💬 Ответить
ask-reply = 💬 Что ответить?
ask-reply-short = Ваш ответ
reply-sent = 💬 Ваш ответ отправляется.
reply-lost = 💬 Насколько я знаю, ваш ответ не дошёл: меня заблокировали, или Telegram его не принял.
reply-from-operator = 💬 <b>От владельца этого бота:</b>
refusal-reply-forgotten = Этому отзыву больше 30 дней, и он уже не хранится.
refusal-reply-unreachable = До этого человека не достучаться: он не запускал меня в личном чате, заблокировал меня или забанен.
refusal-only-words = Напишите словами, пожалуйста. Например: «Список слишком длинный».
refusal-mailing-long = Слишком длинно. Уложитесь, пожалуйста, в { $limit } знаков.
refusal-too-many-feedback = За 24 часа вы уже написали { $limit } раз. Подождите немного, пожалуйста.
ask-broadcast = 📣 Что написать в рассылке? Вы увидите её раньше всех.
ask-broadcast-short = Сообщение
broadcast-ready = 📣 Так это будет выглядеть. Чатов, которые это получат: <b>{ $count }</b>
audience-people = 👤 Люди: { $count }
audience-groups = 👥 Группы: { $count }
audience-both = Все: { $count }
button-broadcast-send = 📣 Отправить
broadcast-sending = 📣 <b>Отправляется</b>
broadcast-paused = ⏸ <b>Пауза</b>
broadcast-stopped = ⏹ <b>Остановлено</b>
broadcast-done = ✅ <b>Отправлено</b>
broadcast-counts = Доставлено: { $done } из { $count }. Не достучаться: { $lost }. Отказ: { $refused }. Неясно, повторно не отправляется: { $unclear }
button-broadcast-to-paused = ⏸ Пауза
button-broadcast-to-sending = ▶️ Дальше
button-broadcast-to-stopped = ⏹ Остановить
command-admin = состояние бота
refusal-unread-setting = Не понимаю «{ $text }» как настройку. Например: <code>/settings 12 часов</code>, <code>/settings сначала месяц</code>, <code>/settings неделя с воскресенья</code>, <code>/settings тихие часы 22:00-8:00</code>.

## Привычки: как часто и сколько

rate-every-day = каждый день
rate-day = в день
rate-week = в неделю
rate-month = в месяц
rate-days = { $count ->
    [one] каждый { $count } день
    [few] каждые { $count } дня
   *[other] каждые { $count } дней
}
rate-workdays = по будням
rate-weekend = по выходным
rate-at-most = не больше { $amount }
rate-times = { $count ->
    [few] { $count } раза
   *[other] { $count } раз
}
progress-times = { $done } из { $target }
progress-limit = { $done } (не больше { $target })
progress-week = за эту неделю
progress-month = за этот месяц
progress-week-past = за ту неделю
progress-month-past = за тот месяц
progress-days = за { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
streak-day = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
streak-week = { $count ->
    [one] { $count } неделя
    [few] { $count } недели
   *[other] { $count } недель
}
streak-month = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[other] { $count } месяцев
}

## Привычки: статистика и картинки

stats-title = 📊 <b>Ваши привычки</b>
stats-empty = 📊 Привычек здесь пока нет. Начните с одной: <code>/habit читать 20 страниц каждый день в 21:00</code> или <code>/habit бег 3 раза в неделю</code>.
stats-score = 💪 Сила: <b>{ $score }</b>
stats-streak = 🔥 Серия: <b>{ $current }</b>, рекорд { $best }
stats-kept = ✅ Выполнено: <b>{ $share }</b> ({ $kept } из { $judged })
stats-year = 🗓 За последние 12 месяцев выполнено: { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
stats-year-limit = 🗓 За последние 12 месяцев в пределах нормы: { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
stats-week = 7 дней: { $squares }
stats-more = … и ещё { $count }
stats-habits = { $count ->
    [one] { $count } привычка
    [few] { $count } привычки
   *[other] { $count } привычек
}
leaderboard-title = 🏅 <b>Таблица лидеров</b>
leaderboard-empty = 🏅 В таблице лидеров пока никого. Откройте привычку через /habits и нажмите 🏅, чтобы показать себя.
week-title = 📊 <b>Неделя</b> · { $days }
week-done = ✅ <b>Сделано: { $count }</b>
week-overdue = ⏰ <b>Просрочено: { $count }</b>
week-open = 📋 Ещё открыто: { $count }
picture-week = Неделя · { $days }
notice-week-empty = За ту неделю ничего не сделано.
button-week-picture = 🖼 Картинка
picture-sheet = Привычки
picture-streak = Серия
picture-best = Рекорд
picture-kept = Выполнено
picture-total = Всего
picture-total-of = Всего ({ $unit })
picture-curve = Сила за 90 дней
picture-in-a-row = серия: { $streak }
picture-leaderboard = Таблица лидеров
legend-less = меньше
legend-more = больше
legend-limit = на пределе
legend-nothing = ничего
legend-done = выполнено
legend-missed = не выполнено
legend-passed = слишком много
legend-skipped = пропуск
legend-away = пауза
button-habit-card = ✏️ Открыть
button-leaderboard = 🏅 Лидеры
button-stats-all = 📊 Все
button-stats-mine = 📊 Мои
command-stats = привычки в картинках; «неделя»: кто сколько сделал

## Карточка привычки

hcard-not-kept = Вы не участвуете в этой привычке.
hcard-archived = 📦 в архиве
hcard-paused = ⏸ на паузе
hcard-paused-until = ⏸ на паузе до { $day } включительно
hcard-away = ⏸ все привычки на паузе
hcard-nobody = 👥 Пока никто не участвует.
hcard-people = 👥 { $count ->
    [one] Участвует { $count } человек:
    [few] Участвуют { $count } человека:
   *[other] Участвуют { $count } человек:
}
hcard-edit = Что изменить?
hcard-times = ⏰ Когда напоминать? Нажмите, чтобы включить или выключить.
hcard-pause = ⏸ На сколько? Пауза не прерывает и не удлиняет серию.
hcard-pause-group = ⏸ На сколько поставить паузу? Она только для вас и не прерывает и не удлиняет серию.
hcard-delete = 🗑 Удалить вместе со всеми днями? В архиве они сохранятся, а привычка просто перестанет спрашивать.
hcard-delete-people = 👥 Участников: { $count }.
hcard-deleted = 🗑 Удалено: <b>{ $name }</b>
archived-title = 📦 <b>Привычки в архиве</b>
archived-empty = Пусто. Сюда убирает 📦 на карточке привычки.
legend-partly = частично
legend-asked = ещё открыто
legend-free = не нужно
button-picture = 📊 Картинка
button-archive = 📦 В архив
button-unarchive = 📤 Вернуть из архива
button-archived = 📦 Архив
button-times = ⏰ Время
button-habit-pause = ⏸ Пауза
button-resume = ▶️ Продолжить
button-join = ➕ Участвовать
button-leave = ➖ Выйти
button-ranked = 🏅 Войти в таблицу лидеров
button-unranked = 🏅 Выйти из таблицы лидеров
button-board = ‹ Привычки
button-habit-name = ✏️ Название
button-habit-rate = 🔁 Как часто и сколько
button-move-up = ⬆️ Выше
button-yes-no = ☑️ Просто да или нет
button-pause-day = Сегодня
button-pause-week = Неделя
button-pause-open = Пока не продолжу
button-delete-habit = 🗑 Удалить
notice-joined-habit = Теперь вы участвуете.
notice-left-habit = Вы больше не участвуете. Ваши дни сохранятся на случай, если вернётесь.
notice-ranked = Вы в таблице лидеров.
notice-unranked = Вас больше нет в таблице лидеров.
notice-not-kept = Вы не участвуете в этой привычке. Сначала нажмите ➕ Участвовать.
notice-paused = На паузе
notice-resumed = Снова считается.
notice-archived = В архиве
notice-unarchived = Снова считается.
notice-on-top = Она уже первая.
ask-hedit-name = ✏️ Как теперь назвать <b>{ $name }</b>?
ask-hedit-name-short = Новое название
ask-hedit-words = 🔁 Как часто или сколько? Например: <code>3 раза в неделю</code>, <code>20 страниц каждый день в 21:00</code>, <code>не больше 2 раз в неделю</code>. Что не сказано, останется как есть.
ask-hedit-words-short = 20 страниц каждый день
ask-hedit-times = ⏰ Когда напоминать о <b>{ $name }</b>? Например: <code>7:30 и 21:15</code>.
ask-hedit-times-short = 7:30 и 21:15
ask-hedit-pause = ⏸ До какого дня пауза у <b>{ $name }</b>? Например: <code>5 октября</code>, <code>следующий понедельник</code>.
ask-hedit-pause-short = 5 октября
refusal-unread-rate = Не понимаю «{ $text }» для привычки. Например: <code>3 раза в неделю</code>, <code>20 страниц каждый день</code>, <code>не больше 2 раз в неделю</code>.
refusal-unread-times = Не понимаю «{ $text }» как время. Например: <code>7:30 и 21:15</code>.
refusal-unread-pause = Не понимаю «{ $text }» как день впереди. Например: <code>5 октября</code>, <code>следующий понедельник</code>, <code>2026-12-01</code>.
refusal-too-many-times = У привычки может быть не больше { $limit } напоминаний в день. Например: <code>8:00 и 21:00</code>.
stats-which = 📊 Какую из них?

## Привычки: новые, доска, записи

habit-added = { $square } Новая привычка: <b>{ $name }</b>
habit-begins = 🗓 Начало: { $day }
habit-exists = Привычка «{ $name }» здесь уже есть. Откройте её или выберите другое название, например: <code>/habit читать 20 страниц каждый день</code>.
habit-exists-archived = Привычка «{ $name }» здесь в архиве. Откройте её, чтобы вернуть, или выберите другое название, например: <code>/habit читать 20 страниц каждый день</code>.
habit-by-reply = Нажмите кнопку или ответьте на это сообщение.
habit-idea-read = Читать
habit-idea-run = Бегать
habit-idea-water = Пить воду
habit-idea-meditate = Медитировать
habit-idea-stretch = Растяжка
habit-idea-sleep = Рано ложиться
ask-habit-name = 🌱 Какая привычка? Выберите, напишите название или сразу всё: <code>читать 20 страниц каждый день в 21:00</code>.
ask-habit-name-short = читать 20 страниц каждый день
ask-habit-goal = 🎯 Просто отмечать или считать количество? Нажмите или напишите количество: <code>20 страниц</code>, <code>не больше 2 чашек</code>.
ask-habit-goal-at_least = 📈 Какая у вас цель? Например: <code>20 страниц</code>, <code>2 л</code>.
ask-habit-goal-at_most = 🚦 Какая у вас норма? Например: <code>2 чашки</code>, <code>60 мин</code>.
ask-habit-goal-short = 20 страниц
ask-habit-often = 🔁 Как часто? Нажмите или напишите: <code>по понедельникам, средам и пятницам</code>, <code>2 раза в неделю</code>, <code>каждые 3 дня</code>.
ask-habit-often-short = 3 раза в неделю
ask-habit-time = 🔔 Напоминать? Нажмите или напишите, во сколько: <code>7:30 и 21:15</code>.
ask-habit-time-short = 7:30 и 21:15
ask-habit-when = 🔔 Во сколько напоминать? Например: <code>7:30 и 21:15</code>.
ask-habit-when-short = 7:30 и 21:15
ask-habit-amount = 🔢 <b>{ $name }</b>: сколько? Например: <code>{ $example }</code>; <code>-5</code> отнимает, <code>=20</code> — это за весь день.
ask-habit-amount-short = 20
ask-habit-which = 🤔 Какая привычка — «{ $name }»?
ask-habit-which-short = Название привычки
button-kind-tick = ☑️ Просто отмечать
button-kind-reach = 📈 Достичь цели
button-kind-limit = 🚦 Не превысить норму
button-often-day = Каждый день
button-often-work = По будням
button-often-week3 = 3 раза в неделю
button-often-days2 = Каждые 2 дня
button-often-week = Раз в неделю
button-remind-type = 🔔 Другое время
button-new-habit = ➕ Новая привычка
button-log-instead = 🌱 Записать в «{ $name }»?
button-stats = 📊 Статистика
button-skip-day = ⏭
button-not-done = ↩️ Не выполнено
button-unskip = ⏭ ✓
button-type-amount = ⌨️
button-join-here = ➕
board-title = 🌱 <b>Привычки · { $day }</b>
board-done = выполнено { $done } из { $count }
board-idle = Не сегодня: { $names }
board-nobody = пока никто
board-empty = 🌱 <b>Привычек пока нет.</b> Заведите первую, например: <code>/habit читать 20 страниц каждый день в 21:00</code>, <code>/habit бегать 3 раза в неделю</code>.
log-nothing = Так и было, ничего не изменилось.
log-unknown = Привычки «{ $name }» здесь нет. У вас есть: { $names }. Например: <code>/log { $example } вчера</code>.
log-no-habits = Здесь пока нет привычек, записывать нечего. Заведите одну, например: <code>/habit бегать 3 раза в неделю</code>, потом <code>/log бегать</code>.
away-until = ⏸ Все ваши привычки на паузе до { $day } включительно. Серии не прервутся.
away-open = ⏸ Все ваши привычки на паузе, пока вы не напишете <code>возобновить привычки</code>. Серии не прервутся.
away-ended = ▶️ С сегодняшнего дня привычки снова считаются.
away-none = Ваши привычки не на паузе. Например: <code>пауза всех привычек до 5 октября</code>.
ask-away = 🏖 <b>До какого дня вас не будет?</b> Выберите или напишите: <code>5 октября</code>, <code>пятница 18:00</code>, <code>2 недели</code>, <code>1-5 октября</code>.
ask-away-short = 5 октября
away-gone = 🏖 Вас нет до { $until } включительно. До тех пор задачи не напоминают о себе, а привычки на паузе: серии не прервутся.
away-gone-from = 🏖 Вас не будет с { $first } до { $until } включительно. В это время задачи не напоминают о себе, а привычки на паузе: серии не прервутся.
away-gone-open = 🏖 Вас нет, пока вы снова не напишете <code>/away</code>. До тех пор задачи не напоминают о себе, а привычки на паузе: серии не прервутся.
away-meanwhile = О том, что вы добавите или перенесёте за это время, напомню как обычно. Об остальном — одним сообщением, когда вернётесь.
away-turns =
    { $count ->
        [one] 🔄 { $count } ваша очередь переходит к следующему.
        [few] 🔄 { $count } ваши очереди переходят к следующим.
       *[other] 🔄 { $count } ваших очередей переходят к следующим.
    }
away-back = ▶️ <b>С возвращением.</b> Задачи снова напоминают о себе, а привычки считаются с сегодняшнего дня.
person-away = { $name } (нет до { $day })
person-away-open = { $name } (нет на месте)
button-away-tomorrow = До завтра
button-away-sunday = До воскресенья
button-away-week = 1 неделя
button-away-fortnight = 2 недели
button-away-open = Пока не вернусь
button-away-back = ▶️ Я здесь
button-overdue-spread = 📆 Распределить на 5 дней
command-away = приостановить напоминания и привычки
setting-gone = 🏖 Вас нет: <b>{ $first } – { $last }</b>
setting-gone-open = 🏖 Вас нет, начало: <b>{ $first }</b>
refusal-away-until = Не понимаю, до какого дня, или он уже прошёл, или слишком далеко. Например: <code>/away до 5 октября</code>.
notice-done-first = В этот день уже что-то отмечено. Сначала отмените это, потом пропускайте.
notice-joined = Теперь вы тоже участвуете: «{ $name }».
undone-habit-add = ↩️ Отменено, привычка удалена: <b>{ $name }</b>
undone-habit-other = ↩️ Отменено: <b>{ $name }</b>
undone-away = ↩️ Отменено: ваша пауза такая, как была.
undone-settings = ↩️ Отменено: настройка такая, как была.
refusal-habit-gone = Этой привычки больше нет, или она в чате, где вас нет. /habits покажет ваши.
refusal-unknown-habit = Привычки «{ $name }» здесь нет. /habits покажет их, например <code>/log бегать вчера</code>.
refusal-habit-exists = Привычка «{ $name }» здесь уже есть. Выберите другое название, например <code>/habit читать газету</code>.
refusal-habit-changed-since = С тех пор это ещё раз изменили, поэтому отменить только это не получится. Как сейчас, покажет /habits.
refusal-too-many-habits = В этом списке уже { $limit } привычек, больше не поместится. Сначала уберите одну в архив: откройте её из /habits.
refusal-long-habit-name = В названии привычки может быть не больше { $limit } символов; ничего не изменилось. Например: <code>/habit читать 20 страниц каждый день</code>.
refusal-habit-not-begun = Эта кнопка только для того, кто начал, и действует один день. Начните заново: <code>/habit</code>
refusal-unread-goal = Не понимаю «{ $text }» как количество. Например: <code>20 страниц</code>, <code>не больше 2 чашек</code>.
refusal-unread-often = Не понимаю «{ $text }» как частоту. Например: <code>каждый день</code>, <code>по понедельникам и пятницам</code>, <code>3 раза в неделю</code>.
refusal-unread-amount = Не понимаю «{ $text }» как количество. Например: <code>500</code>, <code>0,5 л</code>, <code>-5</code>.
refusal-other-unit = <b>{ $name }</b> считается в «{ $unit }», а не в «{ $said }». Например: <code>/log { $name } 5 { $unit }</code>.
refusal-habit-future = { $day } ещё впереди, записывать нечего. Например: <code>/log бегать вчера</code>.
refusal-habit-long-ago = { $day } — это больше года назад. Например: <code>/log бегать в понедельник</code>.
refusal-habit-far = { $day } — до этого больше десяти лет. Например: <code>5 октября</code>, <code>следующий понедельник</code>.
refusal-away-past = Этот день уже прошёл или слишком далеко. Например: <code>пауза всех привычек до 5 октября</code>.
topic-habits = привычки
help-habits = <b>Привычки</b>
    Одна строка добавит привычку, /habit без слов спросит по шагам:
    • <code>/habit читать 20 страниц каждый день в 21:00</code>
    • <code>/habit бегать 3 раза в неделю напомнить в 18:00</code>
    • <code>/habit сладкое не больше 2 раз в неделю</code>

    /habits — привычки на сегодня: нажатие отмечает, второе снимает, ⏭ пропускает день, не прерывая серию, ‹ листает назад.
    • <code>/log бегать вчера</code>, <code>/log вода 500 мл</code>, <code>/log читать 30 страниц в понедельник</code>
    • в личном чате и без команды: <code>+500 мл вода</code>, <code>сделал зарядку вчера</code>, <code>пропустить зарядку сегодня</code>
    • <code>пауза всех привычек до 5 октября</code>, <code>возобновить привычки</code>

    День кончается в { $turn }. В группе участвует тот, кто нажал, и каждый отмечает за себя.
command-habit = новая привычка
command-habits = привычки на сегодня, отметить
command-log = отметить, что выполнено

## Привычки: напоминания, планы, настройки

habit-reminder-streak = 🔥 На кону: <b>{ $streak }</b>
habit-reminder-limit = Сколько сегодня?
habit-reminder-missing = ☐ Ещё нет: { $names }
habit-reminder-gone = 🔕 Этой привычки больше нет.
habit-reminder-deleted = 🗑 Удалена: <b>{ $name }</b>
habit-reminder-archived = 📦 В архиве: <b>{ $name }</b>
habit-reminder-closed = 🔕 { $name }
habit-snoozed = 💤 <b>{ $name }</b>: напомню { $until }
habits-more = … и ещё { $count }: /habits
list-habits = 🌱 <b>Привычки</b> ({ $count })
why-habit = Напоминание в { $at }, как вы просили.
setting-day-turn = 🌗 День привычек заканчивается в <b>{ $value }</b>
setting-weekly = 📊 Отчёт за неделю: <b>{ $value }</b>
setting-missed-turns = 🔄 Если очередь не выполнена: <b>{ $value }</b>
missed-turns-stay = остаётся за тем же
missed-turns-pass = переходит дальше
setting-away = ⏸ Все ваши привычки на паузе: <b>{ $first } – { $last }</b>
setting-away-open = ⏸ Все ваши привычки на паузе, начало: <b>{ $first }</b>
button-day-turn = 🌗 Конец дня
button-weekly = 📊 Отчёт за неделю
button-missed-turns = 🔄 Очередь не выполнена
button-return = ▶️ Закончить паузу
refusal-past-habit-snooze = Это время уже прошло. Ответьте временем позже сегодня, например: <code>через 20 минут</code>.
refusal-other-day-snooze = День привычки <b>{ $name }</b> к тому времени кончится, а отложить напоминание можно только в пределах этого дня. Например: <code>через 20 минут</code>.
refusal-unread-habit-reply = Не понимаю «{ $text }» как ответ на это напоминание. Например: <code>готово</code>, <code>пропустить</code>, <code>500</code>, <code>через 2 часа</code>.
refusal-weekly-in-groups = Отчёт за неделю бывает в группах. Напишите там, например: <code>/settings еженедельно воскресенье 19:00</code>.

## Data

export = 📦 Всё, что здесь есть: { $tasks ->
        [0] ни одной задачи
        [one] { $tasks } задача
        [few] { $tasks } задачи
       *[many] { $tasks } задач
    }{ $habits ->
        [0] {""}
        [one] {" "}и { $habits } привычка
        [few] {" "}и { $habits } привычки
       *[many] {" "}и { $habits } привычек
    }, вместе с выполненным и удалённым.
export-json = Всё целиком: задачи, привычки, история и настройки.
export-csv = Задачи для таблицы.
export-ics = Задачи для календаря или другого приложения.
button-export-csv = 📄 Для таблицы
button-export-ics = 🗓 Для календаря
refusal-data = Выгрузить или пополнить список этой группы могут только её администраторы.
refusal-data-who = Выгрузить или пополнить этот список { $count ->
    [one] может
    [few] могут
    [many] могут
   *[other] могут
} только { $who }.
ask-import = 📥 Пришлите файл: то, что я выгрузил, Todoist, TickTick, Loop, Google Задачи, календарь (.ics) или простой список. Сначала я только покажу, что в нём есть.
ask-import-short = Файл
import-kind-dueto = То, что я выгрузил
import-kind-dueto-csv = То, что я выгрузил, таблицей
import-kind-todoist = Todoist
import-kind-ticktick = TickTick
import-kind-loop = Loop
import-kind-google = Google Задачи
import-kind-ics = Календарь
import-kind-list = Список
import-found = 📥 <b>{ $kind }</b>: { $what }
import-tasks = { $count ->
    [one] { $count } задача
    [few] { $count } задачи
    [many] { $count } задач
   *[other] { $count } задачи
}
import-done = (из них выполнено: { $count })
import-habits = { $count ->
    [one] { $count } привычка
    [few] { $count } привычки
    [many] { $count } привычек
   *[other] { $count } привычки
}
import-days = (отмечено дней: { $count })
import-sample = • { $title }
import-known = ♊ Уже есть здесь, поэтому не добавлю: { $what }.
import-unread = { $count ->
    [one] ❓ Не удалось целиком прочитать { $count } строку:
    [few] ❓ Не удалось целиком прочитать { $count } строки:
    [many] ❓ Не удалось целиком прочитать { $count } строк:
   *[other] ❓ Не удалось целиком прочитать { $count } строки:
}
import-unread-line = • { $line }. { $text }: { $why }
import-unread-more = … и ещё { $count }
import-why-title = нет названия, не добавлю
import-why-value = в ней есть что-то невозможное, не добавлю
import-why-line = не похожа ни на что известное, не добавлю
import-why-over = уже позади, не добавлю
import-why-date = добавлю без даты
import-why-repeat = добавлю без повтора
import-why-reminder = добавлю с обычными напоминаниями
import-why-length = заметки обрежу
import-why-tags = добавлю только с первыми тегами
import-ready = В вашем списке пока ничего не изменилось. Импортировать?
import-nothing-new = 📥 <b>{ $kind }</b>: всё это здесь уже есть, так что ничего не изменилось.
button-import = 📥 Импортировать
imported = 📥 Импортировано: { $what }. /list покажет, /undo отменит всё сразу.
imported-unknown = Без того, что принадлежит людям, которых здесь нет: { $names }.
notice-imported = Это уже импортировано.
undone-more = … и ещё { $count }
refusal-no-import-file = Для этого нужен файл; ничего не изменилось. Пришлите файл с подписью <code>/import</code> или ответьте на файл: /import.
refusal-file-unfetched = Telegram не отдал мне файл, поэтому ничего не изменилось. Пришлите его ещё раз с подписью <code>/import</code>.
refusal-import-unknown = Такие файлы я не знаю, поэтому ничего не изменилось. Подойдёт, например, текстовый файл со строками вроде <code>- Купить молоко завтра</code>.
refusal-import-empty = Файл пуст, поэтому ничего не изменилось. Подойдёт, например, текстовый файл со строками вроде <code>- Купить молоко завтра</code>.
refusal-import-large = Файл больше { $limit } МБ, поэтому ничего не изменилось. Разделите его и пришлите каждую часть с подписью <code>/import</code>.
refusal-import-rows = В файле больше { $limit } строк, поэтому ничего не изменилось. Разделите его и пришлите каждую часть с подписью <code>/import</code>.
refusal-import-encoding = Не могу прочитать буквы в этом файле, поэтому ничего не изменилось. Сохраните его в UTF-8 и пришлите ещё раз с подписью <code>/import</code>.
refusal-import-broken = Файл обрезан или повреждён, поэтому ничего не изменилось. Выгрузите его ещё раз и пришлите с подписью <code>/import</code>.
refusal-import-newer = Этот файл записала более новая версия, прочитать его я не могу, поэтому ничего не изменилось. Подойдёт календарь (.ics) из <code>/export</code> оттуда.
refusal-import-packed = Не могу распаковать этот архив, или внутри он слишком велик, поэтому ничего не изменилось. Пришлите сам файл из него с подписью <code>/import</code>.
refusal-import-nothing = В этом файле нет ни задач, ни привычек, поэтому ничего не изменилось. Подойдёт, например, текстовый файл со строками вроде <code>- Купить молоко завтра</code>.
refusal-import-slow = Этот файл читается слишком долго, поэтому ничего не изменилось. Разделите его и пришлите каждую часть с подписью <code>/import</code>.
command-import = задачи и привычки из файла
command-export = всё в виде файлов
forget = 🗑 <b>Стереть всё ваше?</b>

    <b>Исчезнет навсегда:</b> ваш список здесь с задачами, файлами, привычками, историей и настройками, и то, что в корзине. В группах: ваши назначения и очередь, ваши отметки в привычках и место в таблице лидеров.
    <b>Останется:</b> задачи и привычки, которые вы добавили в группах, но без вас, и то, что написали другие. Наша переписка останется в Telegram, пока вы не удалите этот чат.

    Отменить это нельзя. Если хотите, сначала заберите всё файлом.
forget-sure = 🗑 Точно всё? Вернуть это потом никто не сможет.
forget-done = Всё стёрто: ничего вашего здесь не осталось. Если вы снова напишете мне или в группе, где я есть, мы познакомимся заново.
forget-kept = Ничего не стёрто.
forget-private = Это делается в личном чате: откройте его и отправьте там <code>/forget</code>.
button-export-first = 📦 Всё одним файлом
button-erase = 🗑 Стереть всё
button-erase-all = 🗑 Да, стереть всё
button-keep-all = Оставить всё
command-forget = стереть всё ваше
calendar-told = 📅 <b>Ваш адрес календаря</b>

    <code>{ $address }</code>

    Добавьте его в свой календарь как подписку. { $what }
    Не показывайте его другим: по нему всё это может прочитать любой. Я называю адрес только сейчас и не храню его.
calendar-own = Там ваши задачи с датой, то, что назначено вам в группах, и время ваших привычек.
calendar-of = Там задачи группы <b>{ $title }</b> с датой, пока вы в ней состоите.
calendar-known = 📅 Адрес календаря у вас есть, он назван { $told } и { $read }. { $what }
    Самого адреса я не храню. Если он потерян, возьмите новый: старый сразу перестанет работать.
calendar-read = прочитан { $at }
calendar-unread = ещё не прочитан
calendar-revoked = 🚫 Адрес отозван: по нему больше никто ничего не увидит. Новый даст <code>/calendar</code>.
calendar-group = 📅 Адреса календаря я называю только в личном чате: у каждого он свой. Нажмите, чтобы получить свой.
calendar-no-address = 📅 У этого бота нет адреса в интернете, и календарям до него не добраться. Тот, у кого он запущен, может задать <code>PUBLIC_URL</code>. А пока файл для календаря есть в <code>/export</code>.
button-new-address = 🔄 Новый адрес
button-revoke = 🚫 Отозвать
button-calendar-private = 📅 Мой адрес календаря
privacy-what = 🔒 <b>Что я о вас храню</b>
    Как вас зовут, @username, ваш номер в Telegram, язык и настройки; в какой день вы писали последний раз; задачи с заметками и историей, привычки и отметки в них; в каких группах со мной вы состоите. Файлы лежат в Telegram, у меня только их номера. Из остальных разговоров в группах я не храню ничего.
privacy-file = <b>Где:</b> в файле на сервере, где я работаю.
privacy-postgresql = <b>Где:</b> в базе PostgreSQL на { $host }.
privacy-how-long = <b>Как долго:</b> пока вы это не сотрёте; { $trash ->
        [0] удалённое до тех пор лежит в корзине.
       *[other] удалённое лежит в корзине { $trash } дн.
    } Завершённые напоминания: { $reminders } дн. Какие сообщения я уже видел: { $updates } дн. Длинные слова за кнопками: { $buttons } дн. Что вы пишете после моего @username в других чатах: { $drafts } дн. Ваши отзывы через /feedback: { $feedback } дн.
privacy-silent = Если вы заблокируете меня или удалите аккаунт и ничего не будете делать в группах со мной, всё ваше сотрётся через { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }.
privacy-never = Если вы заблокируете меня, всё останется, пока вы не вернётесь и не сотрёте это.
privacy-who = <b>Кто может прочитать:</b> тот, у кого работает этот сервер; в группе её участники — то, что относится к группе; тот, у кого есть ваш адрес календаря, — то, что по нему видно. Сообщения идут через Telegram. Больше никто ничего не получает, и рекламы нет.
privacy-yours = <b>Это ваше:</b> забрать можно через <code>/export</code>, стереть через <code>/forget</code>.
command-calendar = ваши задачи в календаре
command-privacy = что я о вас храню

## The pinned list of /board

pinned-title = 📌 <b>Открытые задачи</b> · { $count ->
    [one] { $count } задача
    [few] { $count } задачи
    [many] { $count } задач
   *[other] { $count } задачи
}
pinned-overdue = ⏰ <b>Просрочено</b>
pinned-today = <b>Сегодня</b>
pinned-coming = <b>Позже</b>
pinned-nodate = <b>Без даты</b>
pinned-more = … и ещё { $count }: /list
pinned-empty = Задач нет.
pinned-cannot-pin = Мне здесь нельзя закреплять сообщения. Закрепите это сами или сделайте меня администратором с таким правом.
pinned-over = 📌 Этот закреплённый список больше не обновляется. Новый: <code>/board</code>.
pinned-off = 📌 Закреплённый список больше не обновляется.
pinned-none = Здесь нет закреплённого списка. Новый: <code>/board</code>.
refusal-board-words = <code>/board</code> закрепит список, <code>/board off</code> его уберёт.
button-end-board = ⏹ Убрать
notice-ticked = Готово. Отменить: /undo
notice-board-off = Список больше не обновляется

## Everywhere in Telegram

inline-new = ➕ Новая задача: { $title }
inline-new-hint = Без даты
inline-start = Запустите Dueto, чтобы видеть здесь свои задачи
shared-whose = 👤 { $name }
shared-taken = 🤝 { $names }
button-keep-words = 📝 В мой список
button-accept = 🤝 Взять себе
notice-card-kept = В вашем списке: №{ $number }.
notice-card-done = Готово
notice-card-was-done = Уже готово.
notice-card-accepted = В вашем списке: №{ $number }.
notice-card-own = Это ваша задача.
notice-card-have-it = Эта задача у вас уже есть.
notice-card-not-yours = Это задача другого человека: { $who }. Кнопка «🤝 Взять себе» добавит её и в ваш список.
guest-tasks = { $count ->
    [one] ➕ В вашем списке { $count } новая задача.
    [few] ➕ В вашем списке { $count } новые задачи.
   *[other] ➕ В вашем списке { $count } новых задач.
}
guest-start = ⚠️ Пока я не могу вам писать. Запустите меня, и я буду напоминать.
button-start-bot = 💬 Запустить Dueto
refusal-link = Эта ссылка ничего не открывает: она устарела или не для вас. Ваше: /list
button-in-private = 🔗 В личном чате
button-share = 📤 Поделиться
