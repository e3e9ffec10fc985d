# Every sentence of Dueto in Russian. HTML is Telegram's; facts arrive escaped.
# $number is a task's number as people type it, $title its title.
# Nobody's sex is known: what was done is said without a person.

## Dates

today = сегодня
tomorrow = завтра
yesterday = вчера
date-and-time = { $date }, { $time }
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
    🔁 Снова: { $due }
task-deleted = 🗑 В корзине: <b>#{ $number }</b> { $title }
task-restored = ♻️ Снова в списке: <b>#{ $number }</b> { $title }
task-reopened = ↩️ Снова открыта: <b>#{ $number }</b> { $title }
task-moved = 📅 <b>#{ $number } { $title }</b>: { $due }
task-edited = ✏️ <b>#{ $number } { $title }</b>
already-done = <b>#{ $number }</b> { $title }: уже готово.
already-deleted = <b>#{ $number }</b> { $title }: уже в корзине.
unknown-numbers = Здесь нет { $numbers }. Номера покажет /list.
undone-add = ↩️ Отменено, задача в корзине: <b>#{ $number }</b> { $title }
undone-other = ↩️ Отменено: <b>#{ $number }</b> { $title }

fact-due = 📅 { $due }
fact-overdue = ⏰ просрочено: { $due }
fact-repeat = 🔁 { $repeat }
fact-priority-high = ❗ высокий приоритет
fact-priority-low = 🔽 низкий приоритет
fact-tags = 🏷 { $tags }
fact-assignees = 👤 { $names }
fact-notes = 📝 { $notes }
fact-checklist = ☑️ { $done } из { $count }
fact-files = 📎 { $count ->
    [one] { $count } файл
    [few] { $count } файла
    [many] { $count } файлов
   *[other] { $count } файла
}
fact-done = ✅ готово: { $at }
fact-done-by = ✅ готово: { $at } · { $name }
fact-in-progress = ▶️ в работе
fact-trash = 🗑 в корзине
fact-added = добавлено: { $at }
fact-added-by = добавлено: { $at } · { $name }
fact-chat = 👥 { $title }

## Buttons

button-done = ✅ Готово
button-reopen = ↩️ Вернуть
button-date = 📅 Дата
button-edit = ✏️ Изменить
button-undo = ↩️ Отменить
button-title = ✏️ Название
button-notes = 📝 Заметки
button-priority = ❗ Важность
button-tags = 🏷 Теги
button-checklist = ☑️ Чек-лист
button-files = 📎 Файлы
button-history = 🕘 История
button-delete = 🗑 Удалить
button-restore = ♻️ Восстановить
button-start = ▶️ В работу
button-pause = ⏸ Не начато
button-back = ‹ Назад
button-list = ‹ Список
button-cancel = ✖️ Отмена
button-high = ❗ Высокий
button-medium = ▪️ Средний
button-low = 🔽 Низкий
button-today = Сегодня
button-tomorrow = Завтра
button-next-week = Через неделю
button-no-date = Без даты
button-no-time = Без времени
button-type = ⌨️ Написать
button-new-tag = ➕ Новый тег
button-add-items = ➕ Добавить
button-clear-ticked = 🧹 Убрать готовое
button-add-file = ➕ Добавить файл
button-show-files = 👁 Показать
button-open = 📂 Все открытые
filter-open = Дела
filter-today = Сегодня
filter-week = Неделя
filter-overdue = Просрочка
filter-nodate = Без даты
filter-done = Готово
filter-all = Все
filter-trash = Корзина

## Lists

list-title-open = 📋 <b>Открытые задачи</b>
list-title-today = 📋 <b>На сегодня</b>
list-title-week = 📋 <b>На семь дней</b>
list-title-overdue = ⏰ <b>Просрочено</b>
list-title-nodate = 📋 <b>Без даты</b>
list-title-done = ✅ <b>Готово</b>
list-title-all = 📋 <b>Все задачи</b>
list-title-trash = 🗑 <b>Корзина</b>
list-title-agenda-today = ☀️ <b>Сегодня</b>
list-title-agenda-week = 🗓 <b>Ближайшая неделя</b>
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
list-empty-open = Дел нет. Напишите мне что-нибудь или добавьте через /add.
list-empty-today = На сегодня ничего нет.
list-empty-week = На ближайшие семь дней ничего нет.
list-empty-overdue = Ничего не просрочено.
list-empty-nodate = У всех задач есть дата.
list-empty-done = Пока ничего не готово.
list-empty-all = Задач пока нет. Напишите мне что-нибудь или добавьте через /add.
list-empty-trash = Корзина пуста.
list-empty-agenda-today = На сегодня дел нет.
list-empty-agenda-week = На эту неделю дел нет.
list-empty-search = Ничего не нашлось. Каждое слово ищется по началу: <code>/search мол хл</code> найдёт «Молоко и хлеб».
list-empty-filtered = Ничего подходящего здесь нет.

## Views of a card

card-priority = Насколько это важно?
card-tags = Теги: нажатие ставит или снимает.
card-checklist = Чек-лист: нажатие отмечает строку.
card-checklist-empty = Чек-листа пока нет.
card-files-empty = Файлов пока нет.
card-history = 🕘 <b>История</b>
card-calendar = На какой день?
card-time = На какое время?
calendar-shows = Выберите день этого месяца.

history-add = добавлено
history-edit = изменено
history-move = перенесено
history-complete = готово
history-reopen = снова открыто
history-delete = удалено
history-restore = восстановлено
history-undo = отменено
history-line = { $at } · { $name }: { $what }
history-line-fields = { $at } · { $name }: { $what } ({ $fields })
history-somebody = кто-то
field-title = название
field-notes = заметки
field-status = состояние
field-priority = приоритет
field-due = дата
field-repeat = повтор
field-tags = теги
field-assignees = исполнители
field-checklist = чек-лист
field-completed_at = готово
field-completed_by = кем
field-deleted_at = корзина

## Questions

ask-title = ✏️ Как теперь назвать <b>#{ $number } { $title }</b>?
ask-notes = 📝 Пришлите заметки к <b>#{ $number } { $title }</b>. Чтобы стереть их, отправьте «-».
ask-date = 📅 На когда <b>#{ $number } { $title }</b>? Например: <code>завтра в 9:00</code>, <code>в пятницу</code>, <code>через 2 дня</code>.
ask-tag = 🏷 Какие теги добавить к <b>#{ $number } { $title }</b>? Например: <code>#дом #сад</code>.
ask-items = ☑️ Что добавить в чек-лист <b>#{ $number } { $title }</b>? Каждый пункт с новой строки.
ask-file = 📎 Пришлите фото или документ для <b>#{ $number } { $title }</b>.
ask-what = 🖊 Что нужно сделать? Дату знаю: { $due }.
ask-what-file = 🖊 Что нужно сделать с этим файлом? Напишите текст задачи.
ask-title-short = Новое название
ask-notes-short = Заметки
ask-date-short = завтра в 9:00
ask-tag-short = #дом
ask-items-short = Каждый пункт с новой строки
ask-file-short = Фото или документ
ask-what-short = Что нужно сделать?
cancelled = Хорошо, всё осталось как было.

## Notices of buttons

notice-done = Готово
notice-reopened = Снова открыта
notice-deleted = В корзине
notice-restored = Восстановлено
notice-saved = Сохранено
notice-nothing = Так уже и есть.
notice-undone = Отменено
notice-sent = Файлы ниже

## Refusals: each says what was wrong and shows one correct example

refusal-unknown-task = Задачи #{ $number } здесь нет. Номера покажет /list, потом, например, <code>/done 3</code>.
refusal-task-gone = Этой задачи больше нет, или она в чате, где вас нет.
refusal-nothing-to-undo = Здесь нечего отменять: /undo возвращает только ваши действия за последние 24 часа.
refusal-changed-since = <b>#{ $number }</b> с тех пор ещё раз меняли, поэтому отменить только это нельзя. Открыть: <code>/show { $number }</code>.
refusal-too-many-tags = У задачи может быть не больше { $limit } тегов. Уберите лишние, например: <code>купить молоко #дом</code>.
refusal-too-many-tag = В теге может быть не больше { $limit } символов, например: <code>#дом</code>.
refusal-too-many-checklist = В чек-листе может быть не больше { $limit } пунктов. Разделите его на две задачи.
refusal-too-many-assignees = У задачи может быть не больше { $limit } исполнителей.
refusal-too-many-item = В пункте чек-листа может быть не больше { $limit } символов.
refusal-too-many-tasks = В этом списке уже { $limit } открытых задач, больше не поместится. Сначала завершите или удалите часть: <code>/done 3</code>.
refusal-too-many-notes = В заметках может быть не больше { $limit } символов; ничего не изменилось. Пришлите текст покороче.
refusal-not-allowed = Это могут только администраторы группы.
refusal-not-yours = Отменить это может только тот, кто это сделал.
refusal-stale-button = Эта кнопка из старого сообщения. Свежий список: /list
refusal-unknown-command = Я не знаю { $command }. Что можно написать, покажет /help, например: <code>/add Купить молоко завтра</code>.
refusal-no-words = Напишите, что нужно сделать, например: <code>/add Купить молоко завтра в 9:00</code>.
refusal-no-number = Напишите номер, например: <code>/{ $command } 3</code>. Номера покажет /list.
refusal-no-when = Напишите номер и дату, например: <code>/move 3 завтра в 9:00</code>.
refusal-unread-when = Не получилось понять «{ $text }» как дату. Например: <code>завтра в 9:00</code>, <code>в пятницу</code>, <code>2026-12-01</code>.
refusal-impossible-when = Такой даты или такого времени нет: «{ $text }». Например: <code>завтра в 9:00</code>, <code>2026-12-01</code>.
refusal-no-search = Напишите, что искать, например: <code>/search молоко</code>.
refusal-no-file = Это не фото и не документ. Пришлите файл или нажмите «Отмена».
refusal-only-text = Я храню текст, фото и документы. Например: <code>Купить молоко завтра</code>.
refusal-long-title = В названии может быть не больше { $limit } символов; ничего не изменилось. Пришлите покороче.
refusal-empty = Сообщение пустое. Напишите хотя бы слово.
refusal-not-here = { $command } работает только { $where ->
    [groups] в группах
   *[private] в личном чате со мной
}.
crashed = ⚠️ Что-то сломалось, но ничего не изменилось. Если повторится, сообщите владельцу бота этот код: <code>{ $reference }</code>

## Start and help

start = 👋 Привет, { $name }! Я храню ваши задачи и общие списки групп.

    Напишите, что нужно сделать, а если есть срок, то и когда:
    • <code>Купить молоко завтра в 9:00</code>
    • <code>Оплатить аренду в пятницу #дом !high</code>
    • <code>через 30 минут проверить духовку</code>

    /list покажет открытые задачи, /today ближайшие, /help всё, что можно написать.
hello-group = 👋 Привет! Я веду общий список задач для всех, кто здесь.
    • <code>/add Купить молоко завтра</code> добавит задачу
    • <code>/list</code> покажет список, <code>/done 3</code> отметит номер 3
    • <code>/add</code> в ответ на любое сообщение сделает из него задачу
button-add-to-group = 👥 Добавить в группу
help = <b>Что можно написать</b>
help-topics = Подробнее: <code>/help даты</code>, <code>/help повторы</code>, <code>/help списки</code>, <code>/help группы</code>, <code>/help настройки</code>
topic-dates = даты
topic-repeats = повторы
topic-lists = списки
topic-groups = группы
topic-settings = настройки
help-line = /{ $command }: { $what }
help-dates = <b>Даты</b>
    Пишите их в любом месте задачи:
    • <code>сегодня</code>, <code>завтра</code>, <code>в пятницу</code>, <code>1 декабря</code>, <code>27.1.</code>
    • <code>18:30</code>, <code>завтра в 9:00</code>, <code>через 30 минут</code>, <code>через 2 дня</code>

    Слова в «кавычках» остаются как есть.
help-repeats = <b>Повторы</b>
    Пишите их в задаче, как дату:
    • <code>каждый день в 9</code>, <code>по будням</code>, <code>каждые 3 дня</code>
    • <code>каждый пн, ср и пт</code>, <code>каждый второй вторник</code>: раз в две недели
    • <code>каждую третью пятницу месяца</code>, <code>каждый последний рабочий день</code>, <code>каждое 31 число</code>
    • <code>каждый год 8 марта</code>, <code>каждый час с 10 до 18 по будням</code>
    • <code>каждые! 3 дня</code>: отсчёт со дня выполнения

    С какого дня и как долго:
    • <code>каждый день с 1 октября</code>, <code>каждую неделю до 31 декабря</code>
    • <code>каждый день в течение 7 дней</code>, <code>каждый день 5 раз</code>

    /done отметит этот раз, а следующий придёт сам.
help-lists = <b>Списки</b>
    • <code>/list</code>: открытые задачи; ещё <code>сегодня</code>, <code>неделя</code>, <code>просрочено</code>, <code>без даты</code>, <code>готово</code>, <code>все</code>, <code>корзина</code>
    • <code>/list #дом</code>, <code>/list !high</code>, <code>/list молоко</code>
    • <code>/search слова</code>: открытые и готовые задачи: название, заметки, теги, чек-лист
    • <code>#дом</code> в задаче — это тег, <code>!high</code> и <code>!low</code> — приоритет
    • строки, которые начинаются с <code>-</code>, станут чек-листом под названием или отдельными задачами
help-groups = <b>Группы</b>
    • <code>/add Купить молоко</code> добавит задачу, которую видят все здесь
    • <code>/add</code> в ответ на сообщение сделает из него задачу
    • в форуме у каждой темы свой список; <code>/list все</code> соберёт их вместе
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
command-delete = удалить задачи в корзину
command-show = открыть задачу
command-move = перенести задачу
command-search = найти задачи по словам
command-undo = отменить последнее действие

## Settings

language-name = Русский
settings-title = ⚙️ <b>Настройки</b>
setting-zone = 🌍 Часовой пояс: <b>{ $value }</b>
setting-language = 💬 Язык: <b>{ $value }</b>
setting-date-order = 📅 Даты вроде 3/4: <b>{ $value }</b>
setting-clock = 🕘 Формат времени: <b>{ $value }</b>
setting-weekday = 🗓 Первый день недели: <b>{ $value }</b>
setting-day-parts = 🌅 Время суток: <b>{ $value }</b>
button-zone = 🌍 Часовой пояс
button-language = 💬 Язык
button-date-order = 📅 Даты
button-clock = 🕘 Время
button-weekday = 🗓 Неделя
button-day-parts = 🌅 Время суток
button-share-place = 📍 Отправить геопозицию
zone-not-said = пока не указан
date-order-DMY = сначала день (3 апреля)
date-order-MDY = сначала месяц (4 марта)
date-order-YMD = сначала год
clock-24 = 24 часа
clock-12 = 12 часов
part-morning = утро
part-noon = полдень
part-afternoon = день
part-evening = вечер
part-night = ночь
ask-part = Во сколько у вас «{ $part }»?
ask-zone = 🌍 Где вы? Сейчас часовой пояс: <b>{ $value }</b>. Пришлите город, например <code>Москва</code>, пояс вроде <code>Europe/Moscow</code> или сдвиг вроде <code>+03:00</code>.
ask-zone-short = Москва
zone-set = 🌍 Часовой пояс: <b>{ $zone }</b>, там сейчас { $time }.
zone-which = Таких мест несколько. Какое из них ваше?
language-set = 💬 Теперь я говорю по-русски.
refusal-unknown-zone = Не знаю места или часового пояса «{ $text }». Например: <code>/timezone Москва</code>, <code>/timezone Europe/Moscow</code>, <code>/timezone +03:00</code>.
refusal-unknown-language = Я говорю по-русски, по-английски, по-немецки и по-испански. Например: <code>/language ru</code>.
refusal-settings = Настройки группы меняют только её администраторы.
command-settings = часовой пояс, язык, даты
command-timezone = указать часовой пояс
command-language = выбрать язык

## Repairing what was understood

button-split = ✂️ Разделить
doubt-ambiguous-date = 🤔 «{ $said }» можно понять двояко. Что имеется в виду?
doubt-ordinal = 🤔 «{ $said }» можно понять двояко. Что имеется в виду?
doubt-impossible-date = ⚠️ Даты «{ $said }» не бывает, поэтому слова остались в названии. Календарь — под кнопкой 📅.
doubt-past-date = ⚠️ «{ $said }» уже в прошлом, поэтому слова остались в названии. Другая дата — под кнопкой 📅.
doubt-passed = 🤔 «{ $said }» уже прошло. Может быть, завтра?

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
card-repeat = Как повторять?
repeat-next = Ближайшие разы:
repeat-clock-change = (перевод часов)
repeat-month-end = (месяц короче)
ask-repeat = 🔁 Как повторять <b>#{ $number } { $title }</b>? Например: <code>каждую вторую пятницу месяца в 10:00</code>, <code>каждые! 3 дня</code>, <code>каждый месяц до 31 декабря</code>.
ask-repeat-short = каждые 2 недели
ask-when = ⏱ Когда напомнить о <b>#{ $number } { $title }</b>? Например: <code>завтра в 9:00</code>.
ask-when-short = завтра в 9:00
refusal-unread-repeat = Не получилось понять «{ $text }» как повтор. Например: <code>каждый день в 9</code>, <code>каждые 2 недели</code>.
refusal-unread-reply = Не получилось понять «{ $text }» для этой задачи. Можно ответить <code>готово</code>, <code>удали</code>, <code>завтра в 9</code>, <code>каждые 2 дня</code>, <code>#дом</code> или <code>!high</code>.
refusal-in-trash = <b>#{ $number }</b> в корзине. Вернуть её можно через <code>/show { $number }</code>.

## Reminders

# $length is a length such as “1 минута” or “2 часа”, in the nominative.
reminder-title = 🔔 <b>#{ $number } { $title }</b>
reminder-due = ⏰ <b>{ $when }</b> · { $due }
reminder-when = ⏰ <b>{ $when }</b>
reminder-in = ещё { $length }
reminder-now = сейчас
reminder-ago = опоздание: { $length }
reminder-late = ⌛ Позже срока: { $late }.
reminder-closed = 🔕 <b>#{ $number }</b> { $title } · { $due }
reminder-gone = 🔕 Этой задачи больше нет.
snoozed = 💤 <b>#{ $number } { $title }</b>: напомню { $until }
snoozed-all = 💤 { $count ->
    [one] { $count } задача
    [few] { $count } задачи
    [many] { $count } задач
   *[other] { $count } задачи
}: напомню { $until }
skipped = ⏭ <b>#{ $number } { $title }</b>: следующий раз { $due }
digest-missed = ⌛ <b>Пропущено</b> ({ $count })
digest-agenda = ☀️ <b>Доброе утро! На сегодня</b> ({ $count })
digest-review = 🌙 <b>К вечеру ещё открыто</b> ({ $count })
digest-summary = 👋 <b>Пока вас не было</b> ({ $count })
button-snooze-10m = 💤 10 мин
button-snooze-1h = 💤 1 ч
button-snooze-tomorrow = 💤 Завтра
button-snooze-evening = 💤 Вечером
button-snooze-week = 💤 Через неделю
button-snooze-type = ⌨️ Другое время
button-snooze-all = 💤 Все на 1 ч
button-why = Почему?
button-move = 📅 Перенести задачу
button-skip = ⏭ Пропустить этот раз
button-stop-nagging = 🔕 Хватит напоминать
button-open-card = ✏️ Открыть
button-reminders = 🔔 Напоминания
why-task = Напоминание настроено так: { $offset }.
why-nag = Включено: напоминать, пока не готово.
why-snooze = Напоминание было отложено до этого времени.
why-agenda = Это утренний план на день.
why-review = Это вечерний обзор.
why-summary = Это пропущено, пока вас не было.
why-unknown = Вместо этого напоминания теперь другое.
why-due = Срок: { $due }
why-next = Следующее напоминание: { $at }
offset-at = в срок
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
fact-nag = 📣 напоминать, пока не готово (интервал { $length })
notice-calm = Больше не буду напоминать об этом.
notice-skipped = Пропущено
ask-snooze = 💤 До какого времени отложить? Например: <code>через 2 часа</code>, <code>завтра в 9:00</code>.
ask-snooze-short = завтра в 9:00
ask-reminders = 🔔 Когда напоминать о <b>#{ $number } { $title }</b>? Например: <code>за 1 день и за 1 час</code>.
ask-reminders-short = за 1 час
card-reminders = Когда напоминать? Нажатие включает и выключает.
button-no-reminder = 🔕 Никогда
button-usual = ↺ Как обычно
button-nag = 📣 Пока не готово
refusal-unread-snooze = Напишите номер и до какого времени отложить, например: <code>/snooze 3 завтра в 9:00</code>.
refusal-past-snooze = Это уже в прошлом. Например: <code>/snooze 3 через 2 часа</code>.
refusal-not-repeating = <b>#{ $number }</b> не повторяется, поэтому пропускать нечего.
command-snooze = напомнить позже
refusal-unread-reminders = Не получилось понять «{ $text }» как напоминание. Например: <code>за 1 день и за 1 час</code>.
refusal-too-many-reminders = У задачи может быть не больше { $limit } напоминаний.
field-reminders = напоминания
field-nag_minutes = настойчивость

## Настройки напоминаний

setting-off = нет
setting-remind-timed = 🔔 Дела со временем: <b>{ $value }</b>
setting-remind-day = 🔔 Дела на день: <b>{ $value }</b>
setting-morning = 🌅 О делах на день напоминать в <b>{ $value }</b>
setting-quiet = 🌙 Тихие часы: <b>{ $value }</b>
setting-agenda = ☀️ Утренний план: <b>{ $value }</b>
setting-review = 🌙 Вечерний обзор: <b>{ $value }</b>
button-remind-timed = 🔔 Со временем
button-remind-day = 🔔 На день
button-morning = 🌅 Утро
button-quiet = 🌙 Тихие часы
button-agenda = ☀️ План
button-review = 🌙 Обзор
button-agenda-on = ☀️ План дня в 9:00
notice-agenda = Каждое утро в 9:00, если есть что делать.

## Операторам

admin-title = 🛠 <b>Dueto</b>
admin-people = Людей: { $count }
admin-chats = Чатов: { $count }
admin-tasks = Открытых дел: { $count }
admin-waiting = Напоминаний в ожидании: { $count }
admin-late = Опаздывающих напоминаний: { $count }
admin-dead = Не принятых Telegram: { $count }
admin-letters = Отказано насовсем, сначала новые:
command-admin = как дела у бота
refusal-unread-setting = Не вижу настройки в «{ $text }». Например: <code>/settings 12 часов</code>, <code>/settings сначала месяц</code>, <code>/settings неделя с воскресенья</code>, <code>/settings тихие часы 22:00-8:00</code>.
