# Every sentence of Dueto in Spanish. HTML is Telegram's; facts arrive escaped.
# $number is a task's number as people type it, $title its title.

## Dates

today = hoy
tomorrow = mañana
yesterday = ayer
date-and-time = { $date }, { $time }
no-date = sin fecha

## A task, and what was done to it

task-line = <b>#{ $number }</b> { $title }
task-added = ➕ <b>#{ $number } { $title }</b>
tasks-added = ➕ { $count ->
    [one] Una tarea añadida
    [many] { $count } de tareas añadidas
   *[other] { $count } tareas añadidas
}:
tasks-more = … y { $count } más: /list
task-done = ✅ Hecha: <b>#{ $number }</b> <s>{ $title }</s>
task-repeats = ✅ Hecha por esta vez: <b>#{ $number } { $title }</b>
    🔁 La próxima: { $due }
task-deleted = 🗑 En la papelera: <b>#{ $number }</b> { $title }
task-restored = ♻️ De vuelta en la lista: <b>#{ $number }</b> { $title }
task-reopened = ↩️ Abierta otra vez: <b>#{ $number }</b> { $title }
task-moved = 📅 <b>#{ $number } { $title }</b>: { $due }
task-edited = ✏️ <b>#{ $number } { $title }</b>
already-done = <b>#{ $number }</b> { $title } ya está hecha.
already-deleted = <b>#{ $number }</b> { $title } ya está en la papelera.
unknown-numbers = Aquí no hay { $numbers }. Los números están en /list.
undone-add = ↩️ Deshecho, ahora está en la papelera: <b>#{ $number }</b> { $title }
undone-other = ↩️ Deshecho: <b>#{ $number }</b> { $title }

fact-due = 📅 { $due }
fact-overdue = ⏰ vencida: { $due }
fact-repeat = 🔁 { $repeat }
fact-priority-high = ❗ prioridad alta
fact-priority-low = 🔽 prioridad baja
fact-tags = 🏷 { $tags }
fact-assignees = 👤 { $names }
fact-notes = 📝 { $notes }
fact-checklist = ☑️ { $done } de { $count }
fact-files = 📎 { $count ->
    [one] un archivo
    [many] { $count } de archivos
   *[other] { $count } archivos
}
fact-done = ✅ hecha: { $at }
fact-done-by = ✅ hecha: { $at } por { $name }
fact-in-progress = ▶️ en curso
fact-trash = 🗑 en la papelera
fact-added = añadida: { $at }
fact-added-by = añadida: { $at } por { $name }
fact-chat = 👥 { $title }

## Buttons

button-done = ✅ Hecha
button-reopen = ↩️ Reabrir
button-date = 📅 Fecha
button-edit = ✏️ Editar
button-undo = ↩️ Deshacer
button-title = ✏️ Título
button-notes = 📝 Notas
button-priority = ❗ Prioridad
button-tags = 🏷 Etiquetas
button-checklist = ☑️ Lista
button-files = 📎 Archivos
button-history = 🕘 Historial
button-delete = 🗑 Borrar
button-restore = ♻️ Restaurar
button-start = ▶️ Empezar
button-pause = ⏸ Sin empezar
button-back = ‹ Volver
button-list = ‹ Lista
button-cancel = ✖️ Cancelar
button-high = ❗ Alta
button-medium = ▪️ Media
button-low = 🔽 Baja
button-today = Hoy
button-tomorrow = Mañana
button-next-week = En una semana
button-no-date = Sin fecha
button-no-time = Sin hora
button-type = ⌨️ Escribirla
button-new-tag = ➕ Nueva etiqueta
button-add-items = ➕ Añadir líneas
button-clear-ticked = 🧹 Quitar hechas
button-add-file = ➕ Añadir archivo
button-show-files = 👁 Ver
button-open = 📂 Todas las abiertas
filter-open = Abiertas
filter-today = Hoy
filter-week = Semana
filter-overdue = Vencidas
filter-nodate = Sin fecha
filter-done = Hechas
filter-all = Todas
filter-trash = Papelera

## Lists

list-title-open = 📋 <b>Tareas abiertas</b>
list-title-today = 📋 <b>Para hoy</b>
list-title-week = 📋 <b>Para los próximos siete días</b>
list-title-overdue = ⏰ <b>Vencidas</b>
list-title-nodate = 📋 <b>Sin fecha</b>
list-title-done = ✅ <b>Hechas</b>
list-title-all = 📋 <b>Todas las tareas</b>
list-title-trash = 🗑 <b>Papelera</b>
list-title-agenda-today = ☀️ <b>Hoy</b>
list-title-agenda-week = 🗓 <b>Esta semana</b>
list-title-search = 🔎 <b>Búsqueda</b>
list-words = «{ $words }»
list-count = { $count ->
    [one] una tarea
    [many] { $count } de tareas
   *[other] { $count } tareas
}
list-page = página { $page } de { $pages }
list-day-overdue = ⏰ <b>Vencidas</b>
list-day = <b>{ $day }</b>
list-empty-open = Nada que hacer. Escríbeme algo o usa /add.
list-empty-today = No hay nada para hoy.
list-empty-week = No hay nada para los próximos siete días.
list-empty-overdue = No hay nada vencido.
list-empty-nodate = Todas las tareas tienen fecha.
list-empty-done = Aún no hay nada hecho.
list-empty-all = Aún no hay tareas. Escríbeme algo o usa /add.
list-empty-trash = La papelera está vacía.
list-empty-agenda-today = Nada que hacer hoy.
list-empty-agenda-week = Nada que hacer esta semana.
list-empty-search = No he encontrado nada. Cada palabra se busca por su comienzo: <code>/search lec pan</code> encuentra «Leche y pan».
list-empty-filtered = Aquí no hay nada que encaje.

## Views of a card

card-priority = ¿Qué importancia tiene?
card-tags = Etiquetas: púlsalas para ponerlas o quitarlas.
card-checklist = Lista: pulsa una línea para marcarla.
card-checklist-empty = Aún no hay lista.
card-files-empty = Aún no hay archivos.
card-history = 🕘 <b>Historial</b>
card-calendar = ¿Para cuándo es?
card-time = ¿A qué hora?
calendar-shows = Elige un día de este mes.

history-add = creó la tarea
history-edit = hizo cambios
history-move = cambió la fecha
history-complete = la dio por hecha
history-reopen = la reabrió
history-delete = la borró
history-restore = la recuperó
history-undo = deshizo un cambio
history-line = { $at } · { $name }: { $what }
history-line-fields = { $at } · { $name }: { $what } ({ $fields })
history-somebody = alguien
field-title = título
field-notes = notas
field-status = estado
field-priority = prioridad
field-due = fecha
field-repeat = repetición
field-tags = etiquetas
field-assignees = responsables
field-checklist = lista
field-completed_at = hecha
field-completed_by = por quién
field-deleted_at = papelera

## Questions

ask-title = ✏️ Envíame el nuevo título de <b>#{ $number } { $title }</b>.
ask-notes = 📝 Envíame las notas de <b>#{ $number } { $title }</b>. Un solo «-» las borra.
ask-date = 📅 ¿Para cuándo es <b>#{ $number } { $title }</b>? Por ejemplo: <code>mañana a las 9:00</code>, <code>viernes</code>, <code>en 2 días</code>.
ask-tag = 🏷 ¿Qué etiquetas le pongo a <b>#{ $number } { $title }</b>? Por ejemplo: <code>#casa #jardín</code>.
ask-items = ☑️ Envíame las líneas que quieras añadir a <b>#{ $number } { $title }</b>, cada una en su renglón.
ask-file = 📎 Envíame una foto o un documento para <b>#{ $number } { $title }</b>.
ask-what = 🖊 ¿Qué hay que hacer? La fecha ya la tengo: { $due }.
ask-what-file = 🖊 ¿Qué hay que hacer con este archivo? Envíame el texto de la tarea.
ask-title-short = Nuevo título
ask-notes-short = Notas
ask-date-short = mañana a las 9:00
ask-tag-short = #casa
ask-items-short = Cada línea en su renglón
ask-file-short = Una foto o un documento
ask-what-short = ¿Qué hay que hacer?
cancelled = De acuerdo, todo sigue como estaba.

## Notices of buttons

notice-done = Hecha
notice-reopened = Abierta otra vez
notice-deleted = En la papelera
notice-restored = Restaurada
notice-saved = Guardado
notice-nothing = Ya está así.
notice-undone = Deshecho
notice-sent = Están aquí abajo

## Refusals: each says what was wrong and shows one correct example

refusal-unknown-task = Aquí no hay ninguna tarea #{ $number }. Los números están en /list; luego, por ejemplo, <code>/done 3</code>.
refusal-task-gone = Esta tarea ya no existe, o está en un chat en el que no estás.
refusal-nothing-to-undo = Aquí no hay nada tuyo que deshacer: /undo llega hasta 24 horas atrás.
refusal-changed-since = <b>#{ $number }</b> ha cambiado otra vez desde entonces y no se puede deshacer solo eso. Ábrela con <code>/show { $number }</code>.
refusal-too-many-tags = Una tarea puede tener { $limit } etiquetas como máximo. Quita algunas, por ejemplo: <code>comprar leche #casa</code>.
refusal-too-many-tag = Una etiqueta puede tener { $limit } caracteres como máximo, por ejemplo <code>#casa</code>.
refusal-too-many-checklist = Una lista puede tener { $limit } líneas como máximo. Repártela en dos tareas.
refusal-too-many-assignees = Una tarea puede tener { $limit } responsables como máximo.
refusal-too-many-item = Una línea de la lista puede tener { $limit } caracteres como máximo.
refusal-too-many-tasks = Aquí ya hay { $limit } tareas abiertas y no caben más. Termina o borra alguna antes: <code>/done 3</code>.
refusal-too-many-notes = Las notas pueden tener { $limit } caracteres como máximo; no se ha cambiado nada. Envíame un texto más corto.
refusal-not-allowed = Eso es solo para los administradores de este grupo.
refusal-not-yours = Eso solo lo puede deshacer quien lo hizo.
refusal-stale-button = Este botón es de un mensaje antiguo. La lista actual: /list
refusal-unknown-command = No conozco { $command }. En /help está lo que puedes decir, por ejemplo <code>/add Comprar leche mañana</code>.
refusal-no-words = Dime qué hay que hacer, por ejemplo: <code>/add Comprar leche mañana a las 9:00</code>.
refusal-no-number = Dime el número, por ejemplo: <code>/{ $command } 3</code>. Los números están en /list.
refusal-no-when = Dime el número y cuándo, por ejemplo: <code>/move 3 mañana a las 9:00</code>.
refusal-unread-when = No he podido leer «{ $text }» como fecha. Por ejemplo: <code>mañana a las 9:00</code>, <code>viernes</code>, <code>2026-12-01</code>.
refusal-impossible-when = No existe esa fecha u hora: «{ $text }». Por ejemplo: <code>mañana a las 9:00</code>, <code>2026-12-01</code>.
refusal-no-search = Dime qué busco, por ejemplo: <code>/search leche</code>.
refusal-no-file = Eso no es una foto ni un documento. Envíame uno o pulsa «Cancelar».
refusal-only-text = Puedo guardar texto, fotos y documentos. Por ejemplo: <code>Comprar leche mañana</code>.
refusal-long-title = Un título puede tener { $limit } caracteres como máximo; no se ha cambiado nada. Envíame uno más corto.
refusal-empty = El mensaje está vacío. Escríbeme algo.
refusal-not-here = { $command } solo funciona { $where ->
    [groups] en grupos
   *[private] en un chat privado conmigo
}.
crashed = ⚠️ Algo ha fallado, pero no se ha cambiado nada. Si vuelve a pasar, dale esta referencia a quien lleva el bot: <code>{ $reference }</code>

## Start and help

start = 👋 ¡Hola, { $name }! Guardo tus tareas y las listas que compartes en grupos.

    Escríbeme qué hay que hacer y, si tiene fecha, también cuándo:
    • <code>Comprar leche mañana a las 9:00</code>
    • <code>Pagar el alquiler el viernes #casa !high</code>
    • <code>en 30 minutos mirar el horno</code>

    /list muestra lo que está abierto, /today lo próximo y /help lo que puedes decir.
hello-group = 👋 ¡Hola! Llevo una lista de tareas para todo el grupo.
    • <code>/add Comprar leche mañana</code> añade una tarea
    • <code>/list</code> muestra la lista, <code>/done 3</code> marca la número 3
    • <code>/add</code> en respuesta a un mensaje lo convierte en tarea
button-add-to-group = 👥 Añadirme a un grupo
help = <b>Qué puedes decir</b>
help-topics = Más: <code>/help fechas</code>, <code>/help repeticiones</code>, <code>/help listas</code>, <code>/help grupos</code>, <code>/help ajustes</code>
topic-dates = fechas
topic-repeats = repeticiones
topic-lists = listas
topic-groups = grupos
topic-settings = ajustes
help-line = /{ $command }: { $what }
help-dates = <b>Fechas</b>
    Escríbelas en cualquier parte de la tarea:
    • <code>hoy</code>, <code>mañana</code>, <code>viernes</code>, <code>1 de diciembre</code>, <code>27/1</code>
    • <code>18:30</code>, <code>mañana a las 9:00</code>, <code>en 30 minutos</code>, <code>en 2 días</code>

    Las palabras entre «comillas» se quedan tal cual.
help-repeats = <b>Repeticiones</b>
    Escríbelas en la tarea, como una fecha:
    • <code>todos los días a las 9</code>, <code>entre semana</code>, <code>cada 3 días</code>
    • <code>cada lunes, miércoles y viernes</code>, <code>un martes sí y otro no</code>
    • <code>cada tercer viernes del mes</code>, <code>cada último día laborable</code>, <code>cada día 31</code>
    • <code>cada año el 8 de marzo</code>, <code>cada hora de 10 a 18 entre semana</code>
    • <code>cada! 3 días</code>: contados desde el día en que la haces

    Desde cuándo y hasta cuándo:
    • <code>cada día desde el 1 de octubre</code>, <code>cada semana hasta el 31 de diciembre</code>
    • <code>cada día durante 7 días</code>, <code>cada día 5 veces</code>

    /done la da por hecha esta vez, y la próxima llega sola.
help-lists = <b>Listas</b>
    • <code>/list</code>: tareas abiertas; también <code>hoy</code>, <code>semana</code>, <code>vencidas</code>, <code>sin fecha</code>, <code>hechas</code>, <code>todas</code>, <code>papelera</code>
    • <code>/list #casa</code>, <code>/list !high</code>, <code>/list leche</code>
    • <code>/search palabras</code>: tareas abiertas y hechas: título, notas, etiquetas, lista
    • <code>#casa</code> en una tarea es una etiqueta; <code>!high</code> y <code>!low</code>, su prioridad
    • las líneas que empiezan por <code>-</code> son una lista bajo un título, o una tarea cada una
help-groups = <b>Grupos</b>
    • <code>/add Comprar leche</code> añade una tarea que aquí ven todos
    • <code>/add</code> en respuesta a un mensaje lo convierte en tarea
    • en un foro cada tema tiene su propia lista; <code>/list todas</code> las reúne
help-settings = <b>Ajustes</b>
    /settings los muestra todos, con botones:
    • zona horaria: <code>/timezone Madrid</code>, <code>/timezone +01:00</code>, o comparte tu ubicación
    • idioma: <code>/language es</code>
    • si 3/4 es el 3 de abril o el 4 de marzo
    • 24 o 12 horas, y el primer día de la semana
    • a qué hora son para ti la mañana, el mediodía, la tarde, el anochecer y la noche

    Un grupo tiene sus propios ajustes, que cambian sus administradores.
refusal-unknown-topic = No hay ayuda sobre «{ $topic }». Prueba <code>/help fechas</code>.

## The command menu

command-start = qué sé hacer
command-help = qué puedes decir
command-add = una tarea nueva
command-list = tareas abiertas
command-today = qué hay para hoy
command-week = los próximos siete días
command-done = marcar tareas por su número
command-edit = cambiar el texto de una tarea
command-delete = enviar tareas a la papelera
command-show = abrir una tarea
command-move = cambiar la fecha de una tarea
command-search = buscar tareas por palabras
command-undo = deshacer tu último cambio

## Settings

language-name = Español
settings-title = ⚙️ <b>Ajustes</b>
setting-zone = 🌍 Zona horaria: <b>{ $value }</b>
setting-language = 💬 Idioma: <b>{ $value }</b>
setting-date-order = 📅 Fechas como 3/4: <b>{ $value }</b>
setting-clock = 🕘 Reloj: <b>{ $value }</b>
setting-weekday = 🗓 La semana empieza el <b>{ $value }</b>
setting-day-parts = 🌅 Partes del día: <b>{ $value }</b>
button-zone = 🌍 Zona horaria
button-language = 💬 Idioma
button-date-order = 📅 Fechas
button-clock = 🕘 Reloj
button-weekday = 🗓 Semana
button-day-parts = 🌅 Partes del día
button-share-place = 📍 Enviar mi ubicación
zone-not-said = aún sin indicar
date-order-DMY = primero el día (3 de abril)
date-order-MDY = primero el mes (4 de marzo)
date-order-YMD = primero el año
clock-24 = 24 horas
clock-12 = 12 horas
part-morning = mañana
part-noon = mediodía
part-afternoon = tarde
part-evening = anochecer
part-night = noche
ask-part = ¿A qué hora es «{ $part }» para ti?
ask-zone = 🌍 ¿Dónde estás? Ahora tu zona horaria es <b>{ $value }</b>. Envíame una ciudad, por ejemplo <code>Madrid</code>, una zona como <code>Europe/Madrid</code> o una diferencia como <code>+01:00</code>.
ask-zone-short = Madrid
zone-set = 🌍 Zona horaria: <b>{ $zone }</b>, hora local: { $time }.
zone-which = Hay varios lugares con ese nombre. ¿Cuál es?
language-set = 💬 Ahora hablo español.
refusal-unknown-zone = No conozco ningún lugar ni zona «{ $text }». Por ejemplo: <code>/timezone Madrid</code>, <code>/timezone Europe/Madrid</code>, <code>/timezone +01:00</code>.
refusal-unknown-language = Hablo español, inglés, alemán y ruso. Por ejemplo: <code>/language es</code>.
refusal-settings = Los ajustes de un grupo solo los cambian sus administradores.
command-settings = zona horaria, idioma, fechas
command-timezone = indicar la zona horaria
command-language = elegir el idioma

## Repairing what was understood

button-split = ✂️ Separar
doubt-ambiguous-date = 🤔 «{ $said }» se puede leer de dos maneras. ¿Cuál es?
doubt-ordinal = 🤔 «{ $said }» se puede leer de dos maneras. ¿Cuál es?
doubt-impossible-date = ⚠️ «{ $said }» no existe, así que se queda en el título. Pulsa 📅 para ver el calendario.
doubt-past-date = ⚠️ «{ $said }» ya ha pasado, así que se queda en el título. Pulsa 📅 para elegir otra fecha.
doubt-passed = 🤔 «{ $said }» ya ha pasado. ¿Es para mañana?

## Repeats

button-repeat = 🔁 Repetir
button-every-day = Cada día
button-every-weekday = Entre semana
button-every-week = Cada semana
button-every-fortnight = Cada 2 semanas
button-every-month = Cada mes
button-every-year = Cada año
button-no-repeat = No repetir
button-save = 💾 Guardar
card-repeat = ¿Cómo se repite?
repeat-next = Las próximas veces:
repeat-clock-change = (cambio de hora)
repeat-month-end = (ahí acaba el mes)
ask-repeat = 🔁 ¿Cómo se repite <b>#{ $number } { $title }</b>? Por ejemplo: <code>cada segundo viernes del mes a las 10:00</code>, <code>cada! 3 días</code>, <code>cada mes hasta el 31/12</code>.
ask-repeat-short = cada 2 semanas
ask-when = ⏱ ¿Cuándo te recuerdo <b>#{ $number } { $title }</b>? Por ejemplo: <code>mañana a las 9:00</code>.
ask-when-short = mañana a las 9:00
refusal-unread-repeat = No he podido leer «{ $text }» como repetición. Por ejemplo: <code>cada día a las 9</code>, <code>cada 2 semanas</code>.
refusal-unread-reply = No he podido leer «{ $text }» para esta tarea. Responde con <code>hecho</code>, <code>borrar</code>, <code>mañana a las 9</code>, <code>cada 2 días</code>, <code>#casa</code> o <code>!high</code>.
refusal-in-trash = <b>#{ $number }</b> está en la papelera. <code>/show { $number }</code> la recupera.

## Reminders

reminder-title = 🔔 <b>#{ $number } { $title }</b>
reminder-due = ⏰ <b>{ $when }</b> · { $due }
reminder-when = ⏰ <b>{ $when }</b>
reminder-in = en { $length }
reminder-now = ahora
reminder-ago = con { $length } de retraso
reminder-late = ⌛ Llega con retraso: { $late }.
reminder-closed = 🔕 <b>#{ $number }</b> { $title } · { $due }
reminder-gone = 🔕 Esta tarea ya no existe.
snoozed = 💤 <b>#{ $number } { $title }</b>: te aviso { $until }
snoozed-all = 💤 { $count ->
    [one] Una tarea
    [many] { $count } de tareas
   *[other] { $count } tareas
}: te aviso { $until }
skipped = ⏭ <b>#{ $number } { $title }</b>: próxima vez { $due }
digest-missed = ⌛ <b>Pendiente de aviso</b> ({ $count })
digest-agenda = ☀️ <b>¡Buenos días! Para hoy</b> ({ $count })
digest-review = 🌙 <b>Sigue abierto esta noche</b> ({ $count })
digest-summary = 👋 <b>Mientras no estabas</b> ({ $count })
button-snooze-10m = 💤 10 min
button-snooze-1h = 💤 1 h
button-snooze-tomorrow = 💤 Mañana
button-snooze-evening = 💤 Esta noche
button-snooze-week = 💤 En una semana
button-snooze-type = ⌨️ Otra hora
button-snooze-all = 💤 Todas 1 h
button-why = ¿Por qué?
button-move = 📅 Mover la tarea
button-skip = ⏭ Saltar esta vez
button-stop-nagging = 🔕 No insistas más
button-open-card = ✏️ Abrir
button-reminders = 🔔 Recordatorios
why-task = Así pediste el recordatorio: { $offset }.
why-nag = Pediste que insistiera hasta que esté hecha.
why-snooze = Lo aplazaste hasta ahora.
why-agenda = Este es tu plan del día.
why-review = Este es tu repaso de la noche.
why-summary = Esto llegó mientras no estabas.
why-unknown = Otro recordatorio ha sustituido a este.
why-due = Fecha: { $due }
why-next = Próximo recordatorio: { $at }
offset-at = a su hora
offset-before = { $length } antes
offset-after = { $length } después
offset-day = { $days ->
    [0] el mismo día a las { $at }
    [one] el día antes a las { $at }
   *[other] { $days } días antes a las { $at }
}
fact-reminders = 🔔 { $reminders }
fact-no-reminders = 🔕 sin recordatorio
fact-nag = 📣 cada { $length } hasta que esté hecha
notice-calm = Ya no insisto más con esta.
notice-skipped = Saltada
ask-snooze = 💤 ¿Hasta cuándo? Por ejemplo: <code>en 2 horas</code>, <code>mañana a las 9:00</code>.
ask-snooze-short = mañana a las 9:00
ask-reminders = 🔔 ¿Cuándo te recuerdo <b>#{ $number } { $title }</b>? Por ejemplo: <code>1 día y 1 hora antes</code>.
ask-reminders-short = 1 hora antes
card-reminders = ¿Cuándo te lo recuerdo? Pulsa para activar o desactivar.
button-no-reminder = 🔕 Nunca
button-usual = ↺ Lo habitual
button-nag = 📣 Insiste
refusal-unread-snooze = Dime el número y hasta cuándo, por ejemplo: <code>/snooze 3 mañana a las 9:00</code>.
refusal-past-snooze = Eso ya ha pasado. Por ejemplo: <code>/snooze 3 en 2 horas</code>.
refusal-not-repeating = <b>#{ $number }</b> no se repite, así que no hay nada que saltar.
command-snooze = recordar más tarde
refusal-unread-reminders = No he podido leer «{ $text }» como recordatorio. Por ejemplo: <code>1 día y 1 hora antes</code>.
refusal-too-many-reminders = Una tarea puede tener { $limit } recordatorios como máximo.
field-reminders = recordatorios
field-nag_minutes = insistencia

## Ajustes de los recordatorios

setting-off = no
setting-remind-timed = 🔔 Tareas con hora: <b>{ $value }</b>
setting-remind-day = 🔔 Tareas de un día: <b>{ $value }</b>
setting-morning = 🌅 Las tareas del día se recuerdan a las <b>{ $value }</b>
setting-quiet = 🌙 Horas de silencio: <b>{ $value }</b>
setting-agenda = ☀️ Agenda de la mañana: <b>{ $value }</b>
setting-review = 🌙 Repaso de la noche: <b>{ $value }</b>
button-remind-timed = 🔔 Con hora
button-remind-day = 🔔 De un día
button-morning = 🌅 Hora matinal
button-quiet = 🌙 Silencio
button-agenda = ☀️ Agenda
button-review = 🌙 Repaso
button-agenda-on = ☀️ Agenda a las 9:00
notice-agenda = Cada mañana a las 9:00, si hay algo que hacer.

## Para operadores

admin-title = 🛠 <b>Dueto</b>
admin-people = Personas: { $count }
admin-chats = Chats: { $count }
admin-tasks = Tareas abiertas: { $count }
admin-waiting = Recordatorios en espera: { $count }
admin-late = Recordatorios con retraso: { $count }
admin-dead = Rechazados por Telegram: { $count }
admin-letters = Rechazados del todo, primero los nuevos:
command-admin = cómo está el bot
refusal-unread-setting = No entiendo «{ $text }» como ajuste. Por ejemplo: <code>/settings 12 horas</code>, <code>/settings mes primero</code>, <code>/settings semana domingo</code>, <code>/settings silencio 22:00-8:00</code>.
