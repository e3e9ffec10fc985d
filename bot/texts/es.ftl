# Every sentence of Dueto in Spanish. HTML is Telegram's; facts arrive escaped.
# $number is a task's number as people type it, $title its title.

## Dates

today = hoy
tomorrow = mañana
yesterday = ayer
date-and-time = { $date }, { $time }
date-at-time = { $date } a las { $time }
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
    🔁 Próxima vez: { $due }
task-turns = ✅ Hecha por esta vez: <b>#{ $number } { $title }</b>
    🔄 Siguiente: { $names }, { $due }
task-turns-nobody = ✅ Hecha por esta vez: <b>#{ $number } { $title }</b>
    🔄 Próxima vez: { $due }, pero no le toca a nadie: todos están fuera o han dejado el grupo
task-part = ☑️ { $done } de { $count } han hecho su parte: <b>#{ $number } { $title }</b>
    Aún sin marcar: { $names }
task-parts-left = <b>#{ $number }</b> { $title }: cada uno marca su parte, van { $done } de { $count }. Aún sin marcar: { $names }
task-deleted = 🗑 En la papelera: <b>#{ $number }</b> { $title }
task-moved = 📅 <b>#{ $number } { $title }</b>: { $due }
task-of = 👤 <b>#{ $number }</b> { $title }: { $names }
task-of-nobody = 👤 <b>#{ $number }</b> { $title }: de nadie
awaits = Reconoceré a { $names } con su primer mensaje aquí.
task-moved-late = 📅 <b>#{ $number } { $title }</b>: { $due }, ya vencida
task-edited = ✏️ <b>#{ $number } { $title }</b>
task-noted = 📝 Anotado: <b>#{ $number }</b> { $title }
already-done = <b>#{ $number }</b> { $title } ya está hecha.
already-deleted = <b>#{ $number }</b> { $title } ya está en la papelera.
unknown-numbers = Aquí no hay { $numbers }. /list muestra los números.
undone-add = ↩️ Deshecho, ahora está en la papelera: <b>#{ $number }</b> { $title }
undone-complete = ↩️ Abierta otra vez: <b>#{ $number }</b> { $title }
undone-reopen = ↩️ Hecha otra vez: <b>#{ $number }</b> { $title }
undone-delete = ↩️ Restaurada: <b>#{ $number }</b> { $title }
undone-restore = ↩️ En la papelera otra vez: <b>#{ $number }</b> { $title }
undone-move = ↩️ Vuelve a su fecha: <b>#{ $number }</b> { $title } · { $due }
undone-edit = ↩️ Cambio deshecho: <b>#{ $number }</b> { $title }
undone-snooze = ↩️ Ya no está aplazada: <b>#{ $number }</b> { $title }
undone-skip = ↩️ Ya no se salta: <b>#{ $number }</b> { $title }
undone-other = ↩️ Deshecho: <b>#{ $number }</b> { $title }

fact-due = 📅 { $due }
fact-overdue = ⏰ vencida: { $due }
fact-repeat = 🔁 { $repeat }
fact-priority-high = ❗ prioridad alta
fact-priority-low = 🔽 prioridad baja
fact-tags = 🏷 { $tags }
fact-assignees = 👤 { $names }
fact-each = 👥 { $names } ({ $done } de { $count })
fact-turns = 🔄 { $names }
fact-turns-next = 🔄 { $names } · luego { $following }
turns-need-two = Para turnarse hacen falta al menos dos personas: <code>/assign { $number } por turnos @ann @bob</code>
turns-need-repeat = Para turnarse falta la repetición. ¿Cada cuánto? Por ejemplo: <code>/edit { $number } cada viernes</code>
turns-nobody = Ahora no le toca a nadie. Para asignarla: <code>/assign { $number } @ann</code>
fact-notes = 📝 { $notes }
fact-checklist = ☑️ { $done } de { $count }
fact-files = 📎 { $count ->
    [one] un archivo
    [many] { $count } de archivos
   *[other] { $count } archivos
}
fact-done = ✅ hecha { $at }
fact-done-by = ✅ hecha { $at } por { $name }
fact-in-progress = ▶️ en curso
fact-trash = 🗑 en la papelera
fact-added = añadida { $at }
fact-added-by = añadida { $at } por { $name }
fact-chat = 👥 { $title }
fact-album = 📎 álbum
fact-chat-left = 👥 { $title } · ya no puedo escribir en este grupo

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
button-assign = 👤 Asignar
button-each = 👥 Marca cada uno
button-turns = 🔄 Por turnos
button-for-all = ✅ Hecha por todos
button-part = ↩️ Mi parte
button-cannot = 🙋 No puedo
button-take-on = 🙋 La hago yo
button-checklist = ☑️ Subtareas
button-files = 📎 Archivos
button-history = 🕘 Historial
button-delete = 🗑 Borrar
button-restore = ♻️ Restaurar
button-start = ▶️ Empezar
button-pause = ⏸ Parar
button-back = ‹ Volver
button-list = ‹ Lista
button-cancel = ✖️ Cancelar
button-high = ❗ Alta
button-medium = ▪️ Media
button-low = 🔽 Baja
button-today = Hoy
button-tomorrow = Mañana
button-next-week = La próxima semana
button-no-date = Sin fecha
button-no-time = Sin hora
button-type = ⌨️ Escribir
button-new-tag = ➕ Nueva etiqueta
button-add-items = ➕ Añadir subtareas
button-clear-ticked = 🧹 Quitar marcadas
button-add-file = ➕ Añadir archivo
button-show-files = 👁 Ver
button-open = 📂 Todas las abiertas
button-filter = 🔍 Filtro
button-overdue-today = ⏰ Vencidas → hoy
button-overdue-tomorrow = ⏰ Vencidas → mañana
filter-open = Abiertas
filter-today = Hoy
filter-week = Semana
filter-overdue = Vencidas
filter-nodate = Sin fecha
filter-done = Hechas
filter-all = Todas
filter-trash = Papelera

## Lists

list-general = General
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
list-title-next-week = 🗓 <b>La próxima semana</b>
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
list-next = próxima vez { $due }
list-parts = { $done } de { $count }
list-empty-open = Nada que hacer. Escríbeme una tarea o usa /add.
list-empty-today = No hay nada para hoy.
list-empty-week = No hay nada para los próximos siete días.
list-empty-overdue = No hay nada vencido.
list-empty-nodate = Todas las tareas tienen fecha.
list-empty-done = Aún no hay nada hecho.
list-empty-all = Aún no hay tareas. Escríbeme una o usa /add.
list-empty-trash = La papelera está vacía.
list-empty-agenda-today = Nada que hacer hoy.
list-empty-agenda-week = Nada que hacer esta semana.
list-empty-next-week = Nada que hacer la próxima semana.
list-empty-search = No hay resultados. Busco palabras por su comienzo: <code>/search lec pan</code> encuentra «Leche y pan».
list-empty-filtered = No hay tareas que coincidan.

## Views of a card

card-priority = ¿Qué importancia tiene?
card-tags = Etiquetas: toca una para ponerla o quitarla.
card-assignees = ¿Quién lo hace? Toca un nombre para asignarla y otra vez para quitarla. ¿Falta alguien? Tiene que escribir aquí una vez.
card-checklist = Subtareas: toca una para marcarla.
card-checklist-empty = Aún no hay subtareas.
card-files-empty = Aún no hay archivos.
card-history = 🕘 <b>Historial</b>
card-calendar = ¿Para cuándo es?
card-time = ¿A qué hora?
calendar-shows = Elige un día de este mes.

history-add = tarea añadida
history-edit = cambios
history-assigned = asignada a { $names }
history-unassigned = ya no asignada a { $names }
history-claimed = se la queda
history-left = la deja
history-move = tarea movida
history-complete = hecha
history-reopen = reabierta
history-delete = borrada
history-restore = restaurada
history-undo = deshecho
history-snooze = aplazada
history-skip = saltada
history-miss = sin hacer
history-set = ajustada
history-part = hizo su parte
history-part-again = reabrió su parte
history-line = { $at } · { $name }: { $what }
history-line-fields = { $at } · { $name }: { $what } ({ $fields })
history-line-of-list = { $at } · { $name }: { $what } <b>#{ $number }</b> { $title }
history-line-of-list-fields = { $at } · { $name }: { $what } <b>#{ $number }</b> { $title } ({ $fields })
history-none = Aquí aún no se ha hecho nada. Añade primero una tarea: <code>/add Comprar leche</code>.
history-by-itself = solo
history-by-somebody = alguien
status-todo = abierta
status-in_progress = en curso
status-completed = hecha
field-title = título
field-notes = notas
field-status = estado
field-priority = prioridad
field-due = fecha
field-repeat = repetición
field-tags = etiquetas
field-snoozed = aplazada
field-files = archivos
field-assignees = responsables
field-rotation = turnos
field-ticked = marca cada uno
field-checklist = subtareas

## Questions

ask-title = ✏️ ¿Cómo se llama ahora <b>#{ $number } { $title }</b>?
ask-notes = 📝 Envíame las notas de <b>#{ $number } { $title }</b>. Un solo «-» las borra.
ask-date = 📅 ¿Para cuándo es <b>#{ $number } { $title }</b>? Por ejemplo: <code>mañana a las 9:00</code>, <code>viernes</code>, <code>en 2 días</code>.
ask-tag = 🏷 ¿Qué etiquetas le pongo a <b>#{ $number } { $title }</b>? Por ejemplo: <code>#casa #jardín</code>.
ask-items = ☑️ ¿Qué subtareas añado a <b>#{ $number } { $title }</b>? Una por línea.
ask-file = 📎 Envíame una foto o un documento para <b>#{ $number } { $title }</b>.
ask-what = 🖊 ¿Qué hay que hacer?
ask-what-known = Ya tengo: { $known }.
ask-what-file = 🖊 ¿Qué hay que hacer con este archivo? Envíame el texto de la tarea.
ask-what-album = 🖊 ¿Qué hay que hacer con estos archivos? Envíame el texto de la tarea.
ask-title-short = Nuevo título
ask-notes-short = Notas
ask-date-short = mañana a las 9:00
ask-tag-short = #casa
ask-items-short = Una por línea
ask-file-short = Una foto o un documento
ask-what-short = ¿Qué hay que hacer?
cancelled = De acuerdo, todo queda como estaba.
which-meant = «{ $text }»: ¿es la respuesta a mi pregunta o algo nuevo?
button-as-answer = ✏️ La respuesta
button-as-words = ➕ Algo nuevo

## Notices of buttons

notice-done = Hecha
notice-turn = Hecha. Siguiente: { $names }, { $due }
notice-part = Tu parte está hecha. Aún sin marcar: { $names }
notice-parts-left = Cada uno marca su parte. Aún sin marcar: { $names }
notice-reopened = Abierta otra vez
notice-deleted = En la papelera
notice-restored = Restaurada
notice-saved = Guardado
notice-nothing = Ya está así.
notice-taken = Ya la tiene: { $names }
notice-undone = Deshecho
notice-sent = Están aquí abajo
notice-moved = { $count ->
    [one] Una tarea movida
   *[other] { $count } tareas movidas
}. Para deshacer: /undo

## Refusals: each says what was wrong and shows one correct example

refusal-unknown-task = Aquí no hay ninguna tarea #{ $number }. /list muestra los números; luego, por ejemplo, <code>/done 3</code>.
refusal-task-gone = Esta tarea ya no existe, o está en un chat en el que no estás.
refusal-nothing-to-undo = No hay nada que deshacer. /undo abarca tus cambios de las últimas 24 horas.
refusal-changed-since = <b>#{ $number }</b> ha cambiado otra vez desde entonces, así que no puedo deshacer solo eso. Ábrela con <code>/show { $number }</code>.
refusal-too-many-tags = Una tarea puede tener { $limit } etiquetas como máximo. Quita algunas, por ejemplo: <code>comprar leche #casa</code>.
refusal-too-many-filter-tags = Una lista se puede filtrar por { $limit } etiquetas como máximo. Quita algunas, por ejemplo: <code>/list #casa</code>.
refusal-too-many-numbers = Un comando puede nombrar { $limit } tareas como máximo; no ha cambiado nada. Por ejemplo: <code>/done 3-12</code>.
refusal-too-many-tag = Una etiqueta puede tener { $limit } caracteres como máximo, por ejemplo <code>#casa</code>.
refusal-too-many-checklist = Una tarea puede tener { $limit } subtareas como máximo. Repártelas en dos tareas.
refusal-too-many-assignees = Una tarea puede tener { $limit } responsables como máximo.
refusal-too-many-item = Una subtarea puede tener { $limit } caracteres como máximo.
refusal-too-many-tasks = En esta lista ya hay { $limit } tareas abiertas y no caben más. Termina o borra alguna antes: <code>/done 3</code>.
refusal-too-many-notes = Las notas pueden tener { $limit } caracteres como máximo; no ha cambiado nada. Envíame un texto más corto.
refusal-stale-button = Este botón es de un mensaje anterior. La lista actual: /list
refusal-unknown-command = No conozco { $command }. /help muestra lo que puedes decir, por ejemplo <code>/add Comprar leche mañana</code>.
did-you-mean = 🤔 No conozco { $command }. ¿Querías decir /{ $meant }?
refusal-no-words = Dime qué hay que hacer, por ejemplo: <code>/add Comprar leche mañana a las 9:00</code>.
refusal-no-number = Dime el número, por ejemplo: <code>/{ $command } 3</code>. /list muestra los números.
refusal-unknown-person = Aún no conozco a { $name } en este grupo. Tiene que escribir aquí una vez.
refusal-bot-assigned = Yo solo llevo la lista: las tareas se asignan a personas. Por ejemplo: <code>/assign 3 @sam</code>.
refusal-unread-people = «{ $text }» no nombra a nadie. Por ejemplo: <code>/assign 3 @sam</code>.
refusal-quiet-words = Solo <code>/quiet</code> o <code>/quiet off</code>, por favor. Las horas de silencio se ponen con <code>/settings silencio 22:00-8:00</code>.
refusal-turns-of-one = Para turnarse hacen falta al menos dos personas: <code>/assign { $number } por turnos @ann @bob</code>
refusal-turns-of-no-repeat = Para turnarse falta la repetición. Por ejemplo: <code>/edit { $number } cada viernes</code>
refusal-message-unread = No he leído bien ese mensaje. Respóndele con <code>/add</code>.
refusal-own-message = Ese mensaje es mío. ✍ convierte en tareas lo que escriben las personas.
reading-message = ✍ Lo convierto en tarea…
refusal-claim-words = Solo el número, por favor: <code>/claim 3</code>. Para otra persona: <code>/assign 3 @sam</code>.
refusal-unread-when = No entiendo «{ $text }» como fecha. Por ejemplo: <code>mañana a las 9:00</code>, <code>viernes</code>, <code>2026-12-01</code>.
refusal-impossible-when = No existe esa fecha u hora: «{ $text }». Por ejemplo: <code>mañana a las 9:00</code>, <code>2026-12-01</code>.
refusal-past-when = «{ $text }» ya ha pasado. Por ejemplo: <code>mañana a las 9:00</code>, <code>en 2 horas</code>.
refusal-no-search = Dime qué buscar, por ejemplo: <code>/search leche</code>.
refusal-no-file = Eso no es una foto ni un documento. Envíame uno o toca «Cancelar».
refusal-only-text = Hago tareas con textos, fotos, archivos y grabaciones. Por ejemplo: <code>Comprar leche mañana</code>.
refusal-edit-late = Ya ha pasado más de una hora: <b>#{ $number }</b> queda como está. Para cambiarla: <code>/edit { $number } Comprar leche de avena</code>.
refusal-edit-changed = <b>#{ $number }</b> ha cambiado desde entonces y queda como está. Para cambiarla: <code>/edit { $number } Comprar leche de avena</code>.
refusal-edit-done = <b>#{ $number }</b> ya está hecha y queda como está. Para cambiarla: <code>/edit { $number } Comprar leche de avena</code>.
refusal-edit-deleted = <b>#{ $number }</b> está en la papelera y queda como está. Para verla: <code>/show { $number }</code>.
refusal-edit-empty = Ya no queda ningún título, así que <b>#{ $number }</b> queda como está. Para cambiarla: <code>/edit { $number } Comprar leche de avena</code>.
refusal-not-your-place = Solo sé tu zona horaria por donde estás: comparte tu propia ubicación actual, no una en tiempo real ni una reenviada. O escribe <code>/timezone Madrid</code>.
refusal-long-title = Un título puede tener { $limit } caracteres como máximo; no ha cambiado nada. Envíame uno más corto.
refusal-empty = El mensaje está vacío. Escríbeme algo.
refusal-not-here = { $command } solo funciona { $where ->
    [groups] en grupos
   *[private] en un chat privado conmigo
}.
too-fast = 🐢 No puedo seguirte tan rápido: no he hecho esto, ni haré lo que envíes en los próximos 15 segundos. Después, continúa.
database-away = 🔌 Ahora mismo no puedo acceder a mis notas. Lo que has escrito no se pierde: lo haré en cuanto pueda, no hace falta que lo repitas.
crashed = ⚠️ Algo ha fallado, pero no ha cambiado nada. Si vuelve a pasar, dale este código a quien lleva el bot: <code>{ $reference }</code>

## Start and help

start = 👋 ¡Hola, { $name }! Guardo tus tareas y las listas que compartes en grupos.

    Escríbeme qué hay que hacer y, si tiene fecha, cuándo:
    • <code>Comprar leche mañana a las 9:00</code>
    • <code>Pagar el alquiler el viernes #casa !high</code>
    • <code>en 30 minutos mirar el horno</code>

    /list muestra lo que está abierto, /today lo próximo y /help lo que puedes decir.
hello-group = 👋 ¡Hola! Llevo una lista de tareas para todo el grupo.
    • <code>/add Comprar leche mañana</code> añade una tarea
    • <code>/list</code> muestra la lista, <code>/done 3</code> marca la número 3
    • <code>/add</code> en respuesta a un mensaje lo convierte en tarea
hello-group-again = 👋 He vuelto, y vuestra lista también: /list
hello-zone = 🌍 Las horas aquí son de { $zone }.
hello-zone-guessed = 🌍 Las horas aquí son de { $zone }, pero es solo una suposición.
hello-admin = 👮 Ahora soy administrador, así que también sirven las reacciones: 👀 te asigna una tarea, 👍 la marca, 😴 la aplaza una hora, ✍ convierte cualquier mensaje en tarea. Quita la tuya para deshacerlo. Ahora veo todos los mensajes y no guardo ninguno.
button-private = 💬 Chat privado
topic-gone = 📂 Del tema «{ $name }», que está cerrado o borrado:
topic-gone-unnamed = 📂 De un tema que está cerrado o borrado:
quiet-on = 🤫 A partir de ahora respondo con un 👍 en tu mensaje cuando no hay nada más que decir. Las listas, las preguntas y las dudas llegan en palabras. <code>/quiet off</code> lo termina.
quiet-off = 💬 Respondo con palabras. Con <code>/quiet</code> será un 👍 cuando no haya nada más que decir.
no-channels = 📣 Me has añadido a «{ $title }». Estoy para personas y grupos; en los canales no hago nada, así que puedes quitarme de ahí.
button-add-to-group = 👥 Añadirme a un grupo
help = <b>Qué puedes decir</b>
help-topics = Más sobre:
topic-dates = fechas
topic-repeats = repeticiones
topic-lists = listas
topic-groups = grupos
topic-settings = ajustes
topic-reminders = recordatorios
topic-quotes = comillas
topic-editing = cambios
button-help-reminders = 🔔 Recordatorios
button-help-dates = 📅 Fechas
button-help-repeats = 🔁 Repeticiones
button-help-lists = 📋 Listas
button-help-groups = 👥 Grupos y @
button-help-quotes = « » Comillas
button-help-editing = ✏️ Cambios
button-help-habits = 🌱 Hábitos
button-help-settings = ⚙️ Ajustes
help-reminders = <b>Recordatorios</b>
    A las { $morning } te recuerdo las tareas sin hora; las demás, a su hora.
    • <code>llamar a Bob viernes 10:00 recordar 1 día y 1 hora antes</code>
    • <code>tomar las pastillas a las 20:00 insistir cada 15 min</code>: una y otra vez hasta que esté hecha

    Debajo de un recordatorio: ✅ hecha, 💤 más tarde, … para más. O respóndele:
    • <code>hecho</code>, <code>3 horas</code>, <code>mañana a las 9</code>, <code>saltar</code>
    • <code>/snooze 3 2 horas</code>: la tarea 3 otra vez en dos horas
    • <code>/away hasta el 5 de octubre</code>: nada te avisa hasta que vuelvas

    Cada día, si hay algo que hacer:
    • <code>agenda diaria a las 7:30</code> con lo que viene, <code>repaso de la noche a las 20:00</code> con lo que queda
    • <code>agenda diaria no</code> desactiva los dos
help-quotes = <b>Comillas</b>
    Las palabras entre comillas se quedan en el título tal cual:
    • <code>ver «Viernes» mañana</code> es para mañana, no para el viernes
    • <code>«Mañana»</code> no tiene fecha

    ¿He tomado una palabra por una fecha sin querer? Tócala debajo de mi respuesta, donde tiene una ✕.
help-editing = <b>Cambios</b>
    • <code>/edit 3 Comprar leche de avena</code>, <code>/move 3 viernes</code>, <code>/done 3 5</code>, <code>/delete 3</code>
    • responde a una tarea: <code>mañana a las 9</code>, <code>cada 2 días</code>, <code>#casa</code>, <code>!high</code>, <code>hecho</code>
    • edita tu mensaje antes de una hora y la tarea cambia con él
    • /list: ☐ 3 marca la tarea 3; después de ✏️ los botones abren las tareas, con todo lo que puedes cambiar
    • /undo deshace tu último cambio, durante 24 horas
help-line = /{ $command }: { $what }
help-dates = <b>Fechas</b>
    Escríbelas en cualquier parte de la tarea:
    • <code>hoy</code>, <code>mañana</code>, <code>viernes</code>, <code>1 de diciembre</code>, <code>{ $numbers }</code> para el 27 de enero
    • <code>18:30</code>, <code>a las 18 30</code>, <code>a las siete y media</code>, <code>11 esta noche</code>, <code>mañana sobre las 9</code>
    • <code>en 30 minutos</code>, <code>en 2 días</code>, <code>en dos horas y media</code>, <code>en unos días</code>
    • <code>viernes a las 10 durante 2 horas</code>: cuánto dura

    Más largas:
    • <code>el viernes de 18 a 20</code>, <code>del 5 al 7 de noviembre</code>: desde cuándo hasta cuándo
    • <code>esta semana</code>, <code>a finales de la próxima semana</code>, <code>último domingo de marzo de 2028</code>
    • <code>dos semanas después del viernes</code>, <code>3 días antes del 25 de diciembre</code>
    • <code>a las 17:00 EST</code>, <code>9:00 hora de Londres</code>: la ves en tu hora

    Si no era una fecha, toca su ✕. Las palabras entre «comillas» se quedan tal cual.
help-repeats = <b>Repeticiones</b>
    Escríbelas en la tarea, como una fecha:
    • <code>todos los días a las 9</code>, <code>entre semana</code>, <code>cada 3 días</code>
    • <code>cada lunes, miércoles y viernes</code>, <code>un martes sí y otro no</code>
    • <code>cada tercer viernes del mes</code>, <code>cada último día laborable</code>, <code>cada día 31</code>
    • <code>lunes, miércoles, viernes 7:00</code>, <code>cada martes 19:00 miércoles 20:00</code>, <code>2 veces al día</code>
    • <code>todos los días menos los fines de semana</code>, <code>cada 24/12</code>, <code>cada año el primer sábado de mayo</code>
    • <code>cada año el 8 de marzo</code>, <code>cada hora de 10 a 18 entre semana</code>
    • <code>cada! 3 días</code>: contados desde el día en que la haces

    Desde cuándo y hasta cuándo:
    • <code>cada día desde el 1 de octubre</code>, <code>cada semana hasta el 31 de diciembre</code>
    • <code>cada día durante 7 días</code>, <code>cada día 5 veces</code>

    /done la da por hecha esta vez, y la próxima llega sola.
help-lists = <b>Listas</b>
    • <code>/list</code>: tareas abiertas; también <code>hoy</code>, <code>semana</code>, <code>vencidas</code>, <code>sin fecha</code>, <code>hechas</code>, <code>todas</code>, <code>papelera</code>
    • <code>/list #casa</code>, <code>/list !high</code>, <code>/list leche</code>
    • <code>/search palabras</code>: tareas abiertas y hechas por título, notas, etiquetas y subtareas
    • <code>#casa</code> en una tarea es una etiqueta; <code>!high</code> y <code>!low</code>, su prioridad
    • las líneas que empiezan por <code>-</code> son subtareas bajo un título, o una tarea cada una
help-groups = <b>Grupos</b>
    • <code>/add Comprar leche</code> añade una tarea que aquí ven todos
    • <code>/add Llamar el viernes @bob</code>: <code>@bob</code> en una tarea se la asigna a Bob
    • <code>/add Limpiar cada viernes por turnos @ann @bob</code>: se turnan; a quien está fuera no le toca
    • con varios responsables, 👥 en la ficha deja que cada uno marque su parte
    • <code>/add</code> en respuesta a un mensaje lo convierte en tarea
    • en un foro cada tema tiene su propia lista; <code>/list todas</code> las muestra juntas
    • <code>/quiet</code>: un 👍 en lugar de respuestas que solo confirman
    • si soy administrador, reacciona: 👀 te la asigna, 👍 la marca, 😴 la aplaza una hora; ✍ en cualquier mensaje lo convierte en tarea. Quita la reacción para deshacerlo.
    • <code>/list mis</code>, <code>/list @bob</code>: de quién son las tareas; en privado, <code>/list mis</code> muestra las tuyas de todos los grupos
    • <code>/history</code>: quién hizo qué; <code>/stats semana</code>: cuánto hizo cada uno esta semana
    • <code>/board</code> fija un mensaje con las tareas abiertas y lo mantiene al día; <code>/board off</code> lo termina
help-settings = <b>Ajustes</b>
    /settings los muestra todos, con botones:
    • zona horaria: <code>/timezone Madrid</code>, <code>/timezone +01:00</code>, o comparte tu ubicación
    • idioma: <code>/language es</code>
    • si 3/4 es el 3 de abril o el 4 de marzo
    • 24 o 12 horas, y el primer día de la semana
    • cuándo son para ti la mañana, el mediodía, la tarde, el anochecer y la noche

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
command-delete = mover tareas a la papelera
command-show = abrir una tarea
command-move = cambiar la fecha de una tarea
command-search = buscar tareas por palabras
command-assign = asignar una tarea a alguien
command-claim = encargarte tú de una tarea
command-quiet = un 👍 en lugar de respuestas cortas
command-history = quién hizo qué aquí o en una tarea
command-board = las tareas abiertas en un mensaje fijado
command-unassign = quitar a alguien de una tarea
command-undo = deshacer tu último cambio

## Settings

language-name = Español
settings-title = ⚙️ <b>Ajustes</b>
settings-by = 👮 Solo los administradores del grupo pueden cambiarlos.
settings-by-who = 👮 Solo { $who } { $count ->
    [one] puede
   *[other] pueden
} cambiarlos.
button-settings-time = 🕘 Hora
button-settings-reminders = 🔔 Recordatorios
button-settings-habits = 🌱 Hábitos
button-settings-language = 💬 Idioma
button-settings-rights = 👮 Permisos
setting-rights = 👮 Quién puede borrar tareas de otros y cambiar los ajustes: <b>{ $value }</b>
rights-administrators = administradores
rights-everyone = todos
setting-zone = 🌍 Zona horaria: <b>{ $value }</b>
setting-language = 💬 Idioma: <b>{ $value }</b>
setting-date-order = 📅 Fechas como 3/4: <b>{ $value }</b>
setting-clock = 🕘 Formato de hora: <b>{ $value }</b>
setting-weekday = 🗓 La semana empieza el <b>{ $value }</b>
setting-day-parts = 🌅 Partes del día: <b>{ $value }</b>
button-zone = 🌍 Zona horaria
button-date-order = 📅 Formato de fecha
button-clock = 🕘 Formato de hora
button-weekday = 🗓 Primer día
button-day-parts = 🌅 Partes del día
button-share-place = 📍 Compartir mi ubicación
zone-not-said = sin indicar
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
ask-part = ¿Cuándo empieza «{ $part }» para ti?
ask-zone = 🌍 ¿Dónde estás? Tu zona horaria: <b>{ $value }</b>. Envíame una ciudad, por ejemplo <code>Madrid</code>, una zona como <code>Europe/Madrid</code> o una diferencia como <code>+01:00</code>.
ask-zone-short = Madrid
zone-set = 🌍 Zona horaria: <b>{ $zone }</b> (hora local: { $time }).
clock-times-kept = 🕰 { $count ->
    [one] Tu tarea conserva su hora
   *[other] Tus { $count } tareas conservan su hora
}: las 9:00 siguen siendo las 9:00, en la nueva zona.
moments-kept = 🕰 { $count ->
    [one] Tu tarea conserva su momento
   *[other] Tus { $count } tareas conservan su momento
}, con la hora de la nueva zona.
button-keep-moments = 🕰 Conservar el momento
zone-which = Hay varios lugares con ese nombre. ¿Cuál es el tuyo?
zone-move = 🌍 ¿Cambiar a la hora de { $place } (ahora { $time })? Tu zona horaria es <b>{ $zone }</b>.
button-zone-move = ✅ Cambiar
button-zone-stay = Dejarla igual
language-set = 💬 Ahora hablo español.
refusal-unknown-zone = No conozco ningún lugar ni zona «{ $text }». Por ejemplo: <code>/timezone Madrid</code>, <code>/timezone Europe/Madrid</code>, <code>/timezone +01:00</code>.
refusal-unknown-language = Hablo español, inglés, alemán y ruso. Por ejemplo: <code>/language es</code>.
refusal-settings = Solo los administradores del grupo pueden cambiar sus ajustes.
refusal-settings-who = Solo { $who } { $count ->
    [one] puede
   *[other] pueden
} cambiar los ajustes de este grupo.
refusal-for-all = Solo quien añadió la tarea o un administrador del grupo puede cerrarla por todos.
refusal-for-all-who = Solo { $who } { $count ->
    [one] puede
   *[other] pueden
} cerrarla por todos.
refusal-not-yours = Solo { $who } puede deshacer esto.
refusal-remove = Solo quien lo añadió y los administradores del grupo pueden borrarlo, archivarlo o restaurarlo.
refusal-remove-who = Solo { $who } { $count ->
    [one] puede
   *[other] pueden
} borrar, archivar o restaurar esto.
refusal-rights = Solo los administradores del grupo pueden cambiar quién puede hacer qué.
refusal-rights-who = Solo { $who } { $count ->
    [one] puede
   *[other] pueden
} cambiar quién puede hacer qué.
refusal-undo = Solo los administradores del grupo pueden deshacer esto.
refusal-undo-who = Solo { $who } { $count ->
    [one] puede
   *[other] pueden
} deshacer esto.
not-deleted = Sin borrar: { $numbers }. Solo pueden hacerlo quien las añadió y los administradores del grupo.
not-deleted-who = Sin borrar: { $numbers }. Solo { $who } { $count ->
    [one] puede
   *[other] pueden
} hacerlo.
command-settings = zona horaria, idioma, recordatorios
command-timezone = elegir la zona horaria
command-language = elegir el idioma

## Repairing what was understood

button-split = ✂️ Separar
doubt-ambiguous-date = 🤔 «{ $said }» puede ser dos fechas. ¿Cuál es?
doubt-ordinal = 🤔 «{ $said }» puede significar dos cosas. ¿Cuál es?
doubt-weekdays = 🔁 «{ $said }» se repite cada semana. ¿O solo el primer día?
doubt-ambiguous-zone = 🤔 «{ $said }» puede ser dos zonas horarias. ¿Qué hora es la buena?
task-elsewhere = 🌍 «{ $said }», aquí en tu hora
doubt-impossible-date = ⚠️ «{ $said }» no existe, así que se queda en el título. Toca 📅 para ver el calendario.
doubt-past-date = ⚠️ «{ $said }» ya ha pasado, así que se queda en el título. Toca 📅 para elegir otra fecha.
doubt-passed = 🤔 Esa hora ya ha pasado. ¿Es para mañana?

## Repeats

button-repeat = 🔁 Repetición
button-every-day = Cada día
button-every-weekday = De lunes a viernes
button-every-week = Cada semana
button-every-fortnight = Cada 2 semanas
button-every-month = Cada mes
button-every-year = Cada año
button-no-repeat = Sin repetición
button-save = 💾 Guardar
card-repeat = ¿Cada cuánto se repite?
repeat-next = Próximas fechas:
repeat-or = 🤔 ¿O querías decir esto?
repeat-clock-change = (cambio de hora)
repeat-month-end = (mes más corto)
ask-repeat = 🔁 ¿Cada cuánto se repite <b>#{ $number } { $title }</b>? Por ejemplo: <code>cada segundo viernes del mes a las 10:00</code>, <code>cada! 3 días</code>, <code>cada mes hasta el 31/12</code>.
ask-repeat-short = cada 2 semanas
ask-when = ⏱ ¿Cuándo te recuerdo <b>#{ $number } { $title }</b>? Por ejemplo: <code>mañana a las 9:00</code>.
ask-when-short = mañana a las 9:00
refusal-unread-repeat = No entiendo «{ $text }» como repetición. Por ejemplo: <code>cada día a las 9</code>, <code>cada 2 semanas</code>.
refusal-in-trash = <b>#{ $number }</b> está en la papelera. Para restaurarla: <code>/show { $number }</code>.

## Reminders

reminder-title = 🔔 <b>#{ $number } { $title }</b>
reminder-due = ⏰ <b>{ $when }</b> · { $due }
reminder-when = ⏰ <b>{ $when }</b>
reminder-in = en { $length }
reminder-now = ahora
reminder-ago = vencida hace { $length }
reminder-late = ⌛ Enviado con { $late } de retraso.
reminders-together = 🔔 <b>{ $count ->
    [one] { $count } tarea para el día
   *[other] { $count } tareas para el día
}</b>
reminder-closed = 🔕 <b>#{ $number }</b> { $title } · { $due }
reminder-again = 🔔 <b>#{ $number }</b> { $title } · te lo recuerdo de nuevo abajo
task-missed = ⌛ Sin hacer: <b>#{ $number }</b> { $title } · próxima vez { $due }
reminder-gone = 🔕 Esta tarea ya no existe.
assigned-you = 👤 { $name } te ha asignado { $count ->
    [1] una tarea
   *[other] { $count } tareas
}:
assigned-no-more = 👤 <b>#{ $number }</b> { $title }: ya no es tuya
cannot-one = 🙋 { $name } no puede hacer <b>#{ $number } { $title }</b>. ¿Quién puede?
cannot-many = 🙋 { $name } no puede hacer estas { $count } tareas. ¿Quién puede?
cannot-told = 🙋 <b>#{ $number }</b> { $title }: ya no es tuya. Preguntaré en { $group } quién puede.
snoozed = 💤 <b>#{ $number } { $title }</b>: te lo recuerdo { $until }
snoozed-all = 💤 { $count ->
    [one] Una tarea
    [many] { $count } de tareas
   *[other] { $count } tareas
}: te lo recuerdo { $until }
skipped = ⏭ <b>#{ $number } { $title }</b>: próxima vez { $due }
digest-missed = ⌛ <b>Enviado con retraso</b> ({ $count })
digest-agenda = ☀️ <b>¡Buenos días! Para hoy</b> ({ $count })
digest-review = 🌙 <b>Aún abierto esta noche</b> ({ $count })
digest-summary = 👋 <b>Mientras no estabas</b> ({ $count })
button-snooze-10m = 💤 10 min
button-snooze-1h = 💤 1 h
button-snooze-3h = 💤 3 h
button-snooze-tomorrow = 💤 Mañana
button-snooze-evening = 💤 Al anochecer
button-snooze-next-evening = 💤 Mañana al anochecer
button-snooze-week = 💤 La próxima semana
button-snooze-type = ⌨️ Otra hora
button-snooze-all = 💤 Todas: 1 h
button-why = ¿Por qué?
button-move = 📅 Mover la tarea
button-skip = ⏭ Saltar esta vez
button-stop-nagging = 🔕 No insistir más
button-open-card = ✏️ Abrir
button-reminders = 🔔 Recordatorios
why-task = Pediste que te lo recordara { $offset }.
why-nag = Pediste que insistiera hasta que esté hecha.
why-snooze = Lo aplazaste hasta ahora.
why-agenda = Esta es tu agenda de la mañana.
why-review = Este es tu repaso de la noche.
why-summary = Esto llegó mientras no estabas.
why-unknown = Hay otro recordatorio en lugar de este.
why-due = Fecha: { $due }
why-next = Próximo recordatorio: { $at }
offset-at = a su hora
offset-on-day = el mismo día
offset-before = { $length } antes
offset-after = { $length } después
offset-day = { $days ->
    [0] el mismo día a las { $at }
    [one] el día antes a las { $at }
   *[other] { $days } días antes a las { $at }
}
fact-reminders = 🔔 { $reminders }
fact-no-reminders = 🔕 sin recordatorio
button-wake = 💤 ✕ No aplazar
button-skip-missed = ⏭ Saltar lo no hecho
fact-nag = 📣 cada { $length } hasta que esté hecha
notice-calm = Ya no insisto más con esta tarea.
notice-skipped = Saltada
ask-snooze = 💤 ¿Hasta cuándo? Por ejemplo: <code>en 2 horas</code>, <code>mañana a las 9:00</code>.
ask-snooze-short = mañana a las 9:00
ask-reminders = 🔔 ¿Cuándo te recuerdo <b>#{ $number } { $title }</b>? Por ejemplo: <code>1 día y 1 hora antes</code>.
ask-reminders-short = 1 hora antes
card-reminders = ¿Cuándo te lo recuerdo? Toca para activar o desactivar.
button-no-reminder = 🔕 Nunca
button-usual = ↺ Lo habitual
button-nag = 📣 Insistir
refusal-past-snooze = Eso ya ha pasado. Por ejemplo: <code>/snooze 3 en 2 horas</code>.
refusal-nothing-to-snooze = En la última media hora no ha llegado ningún recordatorio. Dime qué tarea, por ejemplo: <code>/snooze 3 25 minutos</code>.
refusal-not-repeating = <b>#{ $number }</b> no se repite, así que no hay nada que saltar.
command-snooze = recordar más tarde
refusal-unread-reminders = No entiendo «{ $text }» como recordatorio. Por ejemplo: <code>1 día y 1 hora antes</code>.
refusal-not-told = Telegram no me ha dicho ahora quién está en el grupo ni quién lo administra, así que no ha cambiado nada. Inténtalo de nuevo en un minuto.
refusal-too-many-reminders = Una tarea puede tener { $limit } recordatorios como máximo.
refusal-too-many-days-before = Un recordatorio puede llegar como máximo { $limit } días antes o después. Por ejemplo: <code>recuérdame 1 día antes</code>.
refusal-impossible-repeat = Una tarea no se puede repetir con menos frecuencia que cada 100 años. Por ejemplo: <code>cada 2 semanas</code>.
field-reminders = recordatorios
field-duration_minutes = duración
field-nag_minutes = insistencia

## Ajustes de los recordatorios

setting-off = { $setting ->
    [remind-timed] sin recordatorio
    [remind-day] sin recordatorio
    [quiet] desactivadas
    [agenda] desactivada
   *[other] desactivado
}
setting-remind-timed = 🔔 Tareas con hora: <b>{ $value }</b>
setting-remind-day = 🔔 Tareas sin hora: <b>{ $value }</b>
setting-morning = 🌅 Recordar las tareas sin hora a las <b>{ $value }</b>
setting-quiet = 🌙 Horas de silencio: <b>{ $value }</b>
setting-agenda = ☀️ Agenda de la mañana: <b>{ $value }</b>
setting-review = 🌙 Repaso de la noche: <b>{ $value }</b>
button-remind-timed = 🔔 Con hora
button-remind-day = 🔔 Sin hora
button-morning = 🌅 Hora de la mañana
button-quiet = 🌙 Horas de silencio
button-agenda = ☀️ Agenda
button-review = 🌙 Repaso
button-agenda-on = ☀️ Agenda a las 9:00
notice-agenda = Cada mañana a las 9:00, si hay algo que hacer.
digest-set-agenda = ☀️ Cada día a las { $at } te envío lo previsto para el día, si hay algo que hacer. Para desactivarla: <code>agenda diaria no</code>.
digest-set-review = 🌙 Cada día a las { $at } te envío lo que sigue abierto, si queda algo. Para desactivarlo: <code>agenda diaria no</code>.
digest-off = 🔕 Ya no habrá agenda de la mañana ni repaso de la noche. Los recordatorios de las tareas siguen llegando.

## Para operadores

admin-title = 🛠 <b>Dueto</b>. Los días son los de UTC.
admin-people = 👥 Personas: { $count }. Activas hoy: { $today }, en los últimos siete días: { $week }
admin-groups = 💬 Grupos: { $count }. Activos hoy: { $today }, en los últimos siete días: { $week }
admin-tasks = ☑️ Tareas abiertas: { $count }. Añadidas hoy: { $today }
admin-habits = 🌱 Hábitos: { $count }
admin-sent = 🔔 Recordatorios enviados hoy: { $count }. Más de un minuto tarde: { $late }
admin-queue = ⏳ Para enviar ahora: { $ready }. En camino o a la espera de otro intento: { $claimed }. Planeados: { $waiting }. Retenidos para quienes no se puede alcanzar: { $held }
admin-reach = 📵 Personas que han bloqueado el bot: { $blocked }. Grupos donde no puede escribir: { $unreachable }
admin-errors = ⚠️ Rechazados por Telegram para siempre: { $refused }. Quizá entregados, sin más intentos: { $unclear }
admin-bans = 🚫 Vetados: { $count }
button-admin-refresh = 🔄 Actualizar
button-admin-letters = ✉️ Sin entregar
button-admin-bans = 🚫 Vetados
letters-title = ✉️ <b>Sin entregar: { $count }</b>. Toca un número para ver uno.
letters-reasons = Por qué: { $reasons }
letters-line = { $number }. { $what }
letters-none = ✉️ Todo está entregado.
letter-title = ✉️ <b>Sin entregar</b>
letter-line = <code>{ $kind }</code> a <code>{ $chat }</code>, para { $at } UTC: { $reason }
letter-refused = Telegram lo rechazó, o algo falló antes de enviarlo. Nadie lo ha visto.
letter-unclear = Telegram nunca respondió, así que puede haber llegado.
letter-tries = Intentos: { $count }
button-letters-again = 🔁 Reintentar todos
button-letter-again = 🔁 Reintentar
button-letter-drop = 🗑 Descartar
notice-letters-again = De nuevo en camino: { $count }
notice-letter-gone = Ya no está aquí.
notice-letter-dropped = Descartado
bans-title = 🚫 <b>Vetados: { $count }</b>
bans-none = 🚫 No hay nadie vetado.
bans-unban = ✅ Readmitir a { $name }
button-ban = 🚫 Vetar
button-unban = ✅ Readmitir
ban-done = 🚫 { $who } no puede usar el bot desde ahora. Se lo digo una vez; después no le respondo ni le envío recordatorios.
ban-already = 🚫 { $who } ya no podía usar el bot.
ban-over = ✅ { $who } puede usar el bot otra vez. Lo retenido llega en un solo mensaje.
ban-none = ✅ { $who } puede usar el bot.
who = { $name } (<code>{ $ids }</code>)
banned = 🚫 No puedes usar este bot: quien lo administra te ha vetado. Lo que has escrito se conserva.
refusal-admin-order = No conozco la orden «{ $text }». Por ejemplo: <code>/admin ban @sam</code>, o solo <code>/admin</code>.
refusal-ban-whom = ¿A quién? Por id o nombre de usuario: <code>/admin { $order } @sam</code>.
refusal-ban-unknown = «{ $text }» nunca me ha escrito. Por ejemplo: <code>/admin ban @sam</code>.
refusal-ban-operator = No se puede vetar a los operadores. Quita antes el id de <code>OPERATORS</code>.
button-admin-broadcast = 📣 Difusión
command-feedback = decir algo a quien administra este bot
ask-feedback = 💬 ¿Qué quieres decir a quien administra este bot? Lo leerá con tu nombre.
ask-feedback-short = Tus palabras
feedback-sent = 💬 Transmitido. Si hay respuesta, llega a nuestro chat privado.
feedback-nobody = 💬 Aquí nadie lee comentarios: este bot no tiene un operador a quien escribir. No se ha guardado nada.
feedback-from = 💬 <b>Comentario</b> de { $who }, idioma { $language }, Dueto { $version }. Responde a este mensaje para contestar.
button-feedback-reply = 💬 Responder
ask-reply = 💬 ¿Qué respondo?
ask-reply-short = Tu respuesta
reply-sent = 💬 Tu respuesta va en camino.
reply-lost = 💬 Que yo sepa, tu respuesta no ha llegado: me han bloqueado, o Telegram no la aceptó.
reply-from-operator = 💬 <b>De quien administra este bot:</b>
refusal-reply-forgotten = Este comentario tiene más de 30 días y ya no se guarda.
refusal-reply-unreachable = No se puede alcanzar a esta persona: nunca me ha iniciado en privado, me ha bloqueado o está vetada.
refusal-only-words = Dilo con palabras, por favor. Por ejemplo: «La lista es demasiado larga».
refusal-mailing-long = Es demasiado largo. Dilo en { $limit } caracteres, por favor.
refusal-too-many-feedback = Ya has dicho { $limit } cosas en 24 horas. Espera un poco, por favor.
ask-broadcast = 📣 ¿Qué debe decir? Lo verás antes que nadie.
ask-broadcast-short = El mensaje
broadcast-ready = 📣 Así se verá. Chats que lo reciben: <b>{ $count }</b>
audience-people = 👤 Personas: { $count }
audience-groups = 👥 Grupos: { $count }
audience-both = Ambos: { $count }
button-broadcast-send = 📣 Enviar
broadcast-sending = 📣 <b>Enviando</b>
broadcast-paused = ⏸ <b>En pausa</b>
broadcast-stopped = ⏹ <b>Detenido</b>
broadcast-done = ✅ <b>Enviado</b>
broadcast-counts = Entregados: { $done } de { $count }. No se pueden alcanzar: { $lost }. Rechazados: { $refused }. Dudosos, no se envían otra vez: { $unclear }
button-broadcast-to-paused = ⏸ Pausa
button-broadcast-to-sending = ▶️ Seguir
button-broadcast-to-stopped = ⏹ Detener
command-admin = cómo está el bot
refusal-unread-setting = No entiendo «{ $text }» como ajuste. Por ejemplo: <code>/settings 12 horas</code>, <code>/settings mes primero</code>, <code>/settings semana domingo</code>, <code>/settings silencio 22:00-8:00</code>.

## Hábitos: con qué frecuencia y cuánto

rate-every-day = todos los días
rate-day = al día
rate-week = por semana
rate-month = al mes
rate-days = cada { $count } días
rate-workdays = de lunes a viernes
rate-weekend = los fines de semana
rate-at-most = como máximo { $amount }
rate-times = { $count ->
    [one] una vez
   *[other] { $count } veces
}
progress-times = { $done } de { $target }
progress-limit = { $done } de { $target } como máximo
progress-week = esta semana
progress-month = este mes
progress-week-past = esa semana
progress-month-past = ese mes
progress-days = en { $count ->
    [one] un día
   *[other] { $count } días
}
streak-day = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
streak-week = { $count ->
    [one] { $count } semana
   *[other] { $count } semanas
}
streak-month = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}

## Hábitos: estadísticas e imágenes

stats-title = 📊 <b>Tus hábitos</b>
stats-empty = 📊 Aquí aún no hay hábitos. Empieza con uno: <code>/habit leer 20 páginas todos los días a las 21:00</code> o <code>/habit correr 3 veces por semana</code>.
stats-score = 💪 Fuerza: <b>{ $score }</b>
stats-streak = 🔥 Racha: <b>{ $current }</b>, récord { $best }
stats-kept = ✅ Cumplido: <b>{ $share }</b> ({ $kept } de { $judged })
stats-year = 🗓 En el último año: hecho { $count ->
    [one] un día
   *[other] { $count } días
}
stats-year-limit = 🗓 En el último año: dentro del límite { $count ->
    [one] un día
   *[other] { $count } días
}
stats-week = 7 días: { $squares }
stats-more = … y { $count } más
stats-habits = { $count ->
    [one] un hábito
   *[other] { $count } hábitos
}
leaderboard-title = 🏅 <b>Clasificación</b>
leaderboard-empty = 🏅 Aún no hay nadie en la clasificación. Abre un hábito con /habits y toca 🏅 para aparecer.
week-title = 📊 <b>La semana</b> · { $days }
week-done = ✅ <b>Hechas: { $count }</b>
week-overdue = ⏰ <b>Vencidas: { $count }</b>
week-open = 📋 Aún abiertas: { $count }
picture-week = La semana · { $days }
notice-week-empty = En esa semana no se hizo nada.
button-week-picture = 🖼 Imagen
picture-sheet = Hábitos
picture-streak = Racha
picture-best = Récord
picture-kept = Cumplido
picture-total = En total
picture-total-of = En total ({ $unit })
picture-curve = Fuerza, últimos 90 días
picture-in-a-row = racha: { $streak }
picture-leaderboard = Clasificación
legend-less = menos
legend-more = más
legend-limit = en el límite
legend-nothing = nada
legend-done = hecho
legend-missed = fallado
legend-passed = demasiado
legend-skipped = saltado
legend-away = pausa
button-habit-card = ✏️ Abrir
button-leaderboard = 🏅 Clasificación
button-stats-all = 📊 Todos
button-stats-mine = 📊 Los míos
command-stats = tus hábitos en imágenes; «semana»: quién hizo cuánto

## La ficha de un hábito

hcard-not-kept = No participas en este hábito.
hcard-archived = 📦 archivado
hcard-paused = ⏸ en pausa
hcard-paused-until = ⏸ en pausa hasta el { $day }
hcard-away = ⏸ todos los hábitos están en pausa
hcard-nobody = 👥 Aún no participa nadie.
hcard-people = 👥 { $count ->
    [one] Participa una persona:
   *[other] Participan { $count } personas:
}
hcard-edit = ¿Qué cambio?
hcard-times = ⏰ ¿Cuándo te lo recuerdo? Toca para activar o desactivar.
hcard-pause = ⏸ ¿Por cuánto tiempo? Una pausa no rompe ni alarga la racha.
hcard-pause-group = ⏸ ¿Por cuánto tiempo haces pausa? Vale solo para ti, y no rompe ni alarga tu racha.
hcard-delete = 🗑 ¿Borrarlo con todos sus días? En el archivo los conserva y solo deja de preguntar.
hcard-delete-people = 👥 Participan { $count } personas.
hcard-deleted = 🗑 Borrado: <b>{ $name }</b>
archived-title = 📦 <b>Hábitos archivados</b>
archived-empty = No hay ninguno. 📦 en la ficha de un hábito lo guarda aquí.
legend-partly = en parte
legend-asked = abierto
legend-free = no toca
button-picture = 📊 Imagen
button-archive = 📦 Archivar
button-unarchive = 📤 Sacar del archivo
button-archived = 📦 Archivados
button-times = ⏰ Horas
button-habit-pause = ⏸ Pausa
button-resume = ▶️ Reanudar
button-join = ➕ Unirme
button-leave = ➖ Salir
button-ranked = 🏅 Entrar en clasificación
button-unranked = 🏅 Salir de clasificación
button-board = ‹ Hábitos
button-habit-name = ✏️ Nombre
button-habit-rate = 🔁 Cada cuánto y cuánto
button-move-up = ⬆️ Subir
button-yes-no = ☑️ Solo sí o no
button-pause-day = Hoy
button-pause-week = Una semana
button-pause-open = Hasta que lo reanude
button-delete-habit = 🗑 Borrar
notice-joined-habit = Ahora participas.
notice-left-habit = Ya no participas. Tus días se guardan por si vuelves.
notice-ranked = Estás en la clasificación.
notice-unranked = Ya no estás en la clasificación.
notice-not-kept = No participas en este hábito. Toca primero ➕ Unirme.
notice-paused = En pausa
notice-resumed = Vuelve a contar.
notice-archived = Archivado
notice-unarchived = Vuelve a contar.
notice-on-top = Ya es el primero.
ask-hedit-name = ✏️ ¿Cómo se llama ahora <b>{ $name }</b>?
ask-hedit-name-short = Nuevo nombre
ask-hedit-words = 🔁 ¿Cada cuánto, o cuánto? Por ejemplo: <code>3 veces por semana</code>, <code>20 páginas todos los días a las 21:00</code>, <code>como máximo 2 por semana</code>. Lo que no digas queda como está.
ask-hedit-words-short = 20 páginas al día
ask-hedit-times = ⏰ ¿Cuándo te recuerdo <b>{ $name }</b>? Por ejemplo: <code>7:30 y 21:15</code>.
ask-hedit-times-short = 7:30 y 21:15
ask-hedit-pause = ⏸ ¿Hasta qué día haces pausa con <b>{ $name }</b>? Por ejemplo: <code>5 de octubre</code>, <code>el próximo lunes</code>.
ask-hedit-pause-short = 5 de octubre
refusal-unread-rate = No entiendo «{ $text }» para un hábito. Por ejemplo: <code>3 veces por semana</code>, <code>20 páginas al día</code>, <code>como máximo 2 por semana</code>.
refusal-unread-times = No entiendo «{ $text }» como hora. Por ejemplo: <code>7:30 y 21:15</code>.
refusal-unread-pause = No entiendo «{ $text }» como un día futuro. Por ejemplo: <code>5 de octubre</code>, <code>el próximo lunes</code>, <code>2026-12-01</code>.
refusal-too-many-times = Un hábito puede tener { $limit } recordatorios al día como máximo. Por ejemplo: <code>8:00 y 21:00</code>.
stats-which = 📊 ¿Cuál de ellos?

## Hábitos: nuevos, el tablero, las anotaciones

habit-added = { $square } Nuevo hábito: <b>{ $name }</b>
habit-begins = 🗓 Desde el { $day }
habit-exists = Aquí ya hay un hábito «{ $name }». Ábrelo o elige otro nombre, por ejemplo: <code>/habit leer 20 páginas cada día</code>.
habit-exists-archived = Aquí hay un hábito «{ $name }» en el archivo. Ábrelo para sacarlo o elige otro nombre, por ejemplo: <code>/habit leer 20 páginas cada día</code>.
habit-by-reply = Toca un botón o responde a este mensaje.
habit-idea-read = Leer
habit-idea-run = Correr
habit-idea-water = Beber agua
habit-idea-meditate = Meditar
habit-idea-stretch = Estirar
habit-idea-sleep = Acostarme pronto
ask-habit-name = 🌱 ¿Qué hábito? Elige uno, escribe su nombre o dilo todo de una vez: <code>leer 20 páginas cada día a las 21:00</code>.
ask-habit-name-short = leer 20 páginas cada día
ask-habit-goal = 🎯 ¿Solo marcarlo, o cuentas una cantidad? Toca, o escribe la cantidad: <code>20 páginas</code>, <code>máximo 2 tazas</code>.
ask-habit-goal-at_least = 📈 ¿Cuál es tu meta? Por ejemplo: <code>20 páginas</code>, <code>2 l</code>.
ask-habit-goal-at_most = 🚦 ¿Cuál es tu límite? Por ejemplo: <code>2 tazas</code>, <code>60 min</code>.
ask-habit-goal-short = 20 páginas
ask-habit-often = 🔁 ¿Cada cuánto? Toca, o escríbelo: <code>lunes, miércoles y viernes</code>, <code>dos veces por semana</code>, <code>cada 3 días</code>.
ask-habit-often-short = 3 veces por semana
ask-habit-time = 🔔 ¿Te lo recuerdo? Toca, o escribe las horas: <code>7:30 y 21:15</code>.
ask-habit-time-short = 7:30 y 21:15
ask-habit-when = 🔔 ¿Cuándo te lo recuerdo? Por ejemplo: <code>7:30 y 21:15</code>.
ask-habit-when-short = 7:30 y 21:15
ask-habit-amount = 🔢 ¿Cuánto de <b>{ $name }</b>? Por ejemplo: <code>{ $example }</code>; <code>-5</code> resta, <code>=20</code> es para todo el día.
ask-habit-amount-short = 20
ask-habit-which = 🤔 ¿Qué hábito es «{ $name }»?
ask-habit-which-short = El nombre del hábito
button-kind-tick = ☑️ Solo marcarlo
button-kind-reach = 📈 Alcanzar una meta
button-kind-limit = 🚦 No pasar un límite
button-often-day = Cada día
button-often-work = De lunes a viernes
button-often-week3 = 3 veces por semana
button-often-days2 = Cada 2 días
button-often-week = Una vez por semana
button-remind-type = 🔔 Otra hora
button-new-habit = ➕ Nuevo hábito
button-log-instead = 🌱 ¿Anotar en { $name }?
button-stats = 📊 Estadísticas
button-skip-day = ⏭
button-not-done = ↩️ No hecho
button-unskip = ⏭ ✓
button-type-amount = ⌨️
button-join-here = ➕
board-title = 🌱 <b>Hábitos · { $day }</b>
board-done = { $done } de { $count } hechos
board-idle = No tocan: { $names }
board-nobody = nadie aún
board-empty = 🌱 <b>Aún no hay hábitos.</b> Crea el primero, por ejemplo: <code>/habit leer 20 páginas cada día a las 21:00</code>, <code>/habit correr 3 veces por semana</code>.
log-nothing = Ya estaba así; no ha cambiado nada.
log-unknown = Aquí no hay ningún hábito «{ $name }». Tienes: { $names }. Por ejemplo: <code>/log { $example } ayer</code>.
log-no-habits = Aquí aún no hay hábitos que anotar. Crea uno, por ejemplo: <code>/habit correr 3 veces por semana</code>, y luego <code>/log correr</code>.
away-until = ⏸ Todos tus hábitos están en pausa hasta el { $day } incluido. No se rompe ninguna racha.
away-open = ⏸ Todos tus hábitos están en pausa hasta que escribas <code>reanudar hábitos</code>. No se rompe ninguna racha.
away-ended = ▶️ Tus hábitos vuelven a contar desde hoy.
away-none = Tus hábitos no están en pausa. Por ejemplo: <code>pausar todos los hábitos hasta el 5 de octubre</code>.
ask-away = 🏖 <b>¿Hasta cuándo estarás fuera?</b> Elige o escríbelo: <code>5 de octubre</code>, <code>viernes 18:00</code>, <code>2 semanas</code>, <code>del 1 al 5 de octubre</code>.
ask-away-short = 5 de octubre
away-gone = 🏖 Estás fuera hasta el { $until } incluido. Hasta entonces ninguna tarea te avisa y tus hábitos están en pausa: no se rompe ninguna racha.
away-gone-from = 🏖 Estarás fuera del { $first } al { $until } incluido. Mientras tanto ninguna tarea te avisa y tus hábitos están en pausa: no se rompe ninguna racha.
away-gone-open = 🏖 Estás fuera hasta que escribas otra vez <code>/away</code>. Hasta entonces ninguna tarea te avisa y tus hábitos están en pausa: no se rompe ninguna racha.
away-meanwhile = Lo que añadas o muevas mientras tanto te avisa igualmente. Lo demás llega en un solo mensaje cuando vuelvas.
away-turns =
    { $count ->
        [one] 🔄 Un turno tuyo pasa a quien sigue.
       *[other] 🔄 { $count } turnos tuyos pasan a quien sigue.
    }
away-back = ▶️ <b>Bienvenido de nuevo.</b> Las tareas vuelven a avisarte y tus hábitos cuentan desde hoy.
person-away = { $name } (fuera hasta el { $day })
person-away-open = { $name } (fuera)
button-away-tomorrow = Hasta mañana
button-away-sunday = Hasta el domingo
button-away-week = 1 semana
button-away-fortnight = 2 semanas
button-away-open = Hasta que vuelva
button-away-back = ▶️ Ya estoy aquí
button-overdue-spread = 📆 Repartir en 5 días
command-away = pausar recordatorios y hábitos
setting-gone = 🏖 Estás fuera: <b>{ $first } – { $last }</b>
setting-gone-open = 🏖 Estás fuera desde: <b>{ $first }</b>
refusal-away-until = No entiendo hasta cuándo, o ya ha pasado o está demasiado lejos. Por ejemplo: <code>/away hasta el 5 de octubre</code>.
notice-done-first = Ese día ya hay algo hecho. Deshazlo primero y después sáltalo.
notice-joined = Ahora tú también participas en «{ $name }».
undone-habit-add = ↩️ Deshecho, el hábito está borrado: <b>{ $name }</b>
undone-habit-other = ↩️ Deshecho: <b>{ $name }</b>
undone-away = ↩️ Deshecho: tu pausa está como antes.
undone-settings = ↩️ Deshecho: el ajuste está como antes.
refusal-habit-gone = Este hábito ya no existe, o está en un chat en el que no estás. /habits muestra los tuyos.
refusal-unknown-habit = Aquí no hay ningún hábito «{ $name }». /habits los muestra, por ejemplo <code>/log correr ayer</code>.
refusal-habit-exists = Aquí ya hay un hábito «{ $name }». Elige otro nombre, por ejemplo <code>/habit leer el periódico</code>.
refusal-habit-changed-since = Eso ha cambiado otra vez desde entonces, así que no puedo deshacer solo eso. /habits muestra cómo está ahora.
refusal-too-many-habits = En esta lista ya hay { $limit } hábitos y no caben más. Archiva uno antes: ábrelo desde /habits.
refusal-long-habit-name = El nombre de un hábito puede tener { $limit } caracteres como máximo; no ha cambiado nada. Por ejemplo: <code>/habit leer 20 páginas cada día</code>.
refusal-habit-not-begun = Este botón es solo para quien empezó, y solo durante un día. Empieza de nuevo: <code>/habit</code>
refusal-unread-goal = No entiendo «{ $text }» como cantidad. Por ejemplo: <code>20 páginas</code>, <code>máximo 2 tazas</code>.
refusal-unread-often = No entiendo «{ $text }» como frecuencia. Por ejemplo: <code>cada día</code>, <code>lunes y viernes</code>, <code>3 veces por semana</code>.
refusal-unread-amount = No entiendo «{ $text }» como cantidad. Por ejemplo: <code>500</code>, <code>0,5 l</code>, <code>-5</code>.
refusal-other-unit = <b>{ $name }</b> se cuenta en { $unit }, no en «{ $said }». Por ejemplo: <code>/log { $name } 5 { $unit }</code>.
refusal-habit-future = { $day } aún no ha llegado, así que no hay nada que anotar. Por ejemplo: <code>/log correr ayer</code>.
refusal-habit-long-ago = { $day } fue hace más de un año. Por ejemplo: <code>/log correr el lunes</code>.
refusal-habit-far = Hasta { $day } faltan más de diez años. Por ejemplo: <code>5 de octubre</code>, <code>el próximo lunes</code>.
refusal-away-past = Ese día ya ha pasado o está demasiado lejos. Por ejemplo: <code>pausar todos los hábitos hasta el 5 de octubre</code>.
topic-habits = hábitos
help-habits = <b>Hábitos</b>
    Una línea crea uno; /habit, sin más, pregunta paso a paso:
    • <code>/habit leer 20 páginas cada día a las 21:00</code>
    • <code>/habit correr 3 veces por semana recordar 18:00</code>
    • <code>/habit dulces máximo 2 por semana</code>

    /habits es el tablero de hoy: toca para marcar, otra vez para desmarcar, ⏭ salta el día sin romper la racha, ‹ muestra los días anteriores.
    • <code>/log correr ayer</code>, <code>/log agua 500 ml</code>, <code>/log leer 30 páginas el lunes</code>
    • en privado también sin comando: <code>+500 ml agua</code>, <code>hice gimnasio ayer</code>, <code>saltar gimnasio hoy</code>
    • <code>pausar todos los hábitos hasta el 5 de octubre</code>, <code>reanudar hábitos</code>

    A las { $turn } acaba tu día. En un grupo se une quien toca, y cada cual marca lo suyo.
command-habit = un hábito nuevo
command-habits = los hábitos de hoy, para marcar
command-log = anotar lo que has hecho

## Hábitos: recordatorios, agendas, ajustes

habit-reminder-streak = 🔥 En juego: <b>{ $streak }</b>
habit-reminder-limit = ¿Cuánto hoy?
habit-reminder-missing = ☐ Aún no: { $names }
habit-reminder-gone = 🔕 Este hábito ya no existe.
habit-reminder-deleted = 🗑 Borrado: <b>{ $name }</b>
habit-reminder-archived = 📦 Archivado: <b>{ $name }</b>
habit-reminder-closed = 🔕 { $name }
habit-snoozed = 💤 <b>{ $name }</b>: te lo recuerdo { $until }
habits-more = … y { $count } más: /habits
list-habits = 🌱 <b>Hábitos</b> ({ $count })
why-habit = A las { $at }, como pediste.
setting-day-turn = 🌗 Fin del día de los hábitos: <b>{ $value }</b>
setting-weekly = 📊 Informe semanal: <b>{ $value }</b>
setting-missed-turns = 🔄 Un turno sin hacer: <b>{ $value }</b>
missed-turns-stay = se queda con la misma persona
missed-turns-pass = pasa a la siguiente
setting-away = ⏸ Todos tus hábitos están en pausa: <b>{ $first } – { $last }</b>
setting-away-open = ⏸ Todos tus hábitos están en pausa desde: <b>{ $first }</b>
button-day-turn = 🌗 Fin del día
button-weekly = 📊 Informe semanal
button-missed-turns = 🔄 Turnos sin hacer
button-return = ▶️ Terminar la pausa
refusal-past-habit-snooze = Eso ya ha pasado. Responde con una hora que aún llegue hoy, por ejemplo: <code>en 20 minutos</code>.
refusal-other-day-snooze = Para entonces el día de <b>{ $name }</b> habrá acabado, y su recordatorio solo se puede aplazar dentro de ese día. Por ejemplo: <code>en 20 minutos</code>.
refusal-unread-habit-reply = No entiendo «{ $text }» como respuesta a este recordatorio. Por ejemplo: <code>hecho</code>, <code>saltar</code>, <code>500</code>, <code>en 2 horas</code>.
refusal-weekly-in-groups = El informe semanal es para grupos. Escríbelo allí, por ejemplo: <code>/settings semanal domingo 19:00</code>.

## Data

export = 📦 Todo lo de aquí: { $tasks ->
        [0] ninguna tarea
        [one] una tarea
       *[other] { $tasks } tareas
    }{ $habits ->
        [0] {""}
        [one] {" "}y un hábito
       *[other] {" "}y { $habits } hábitos
    }, también lo hecho y lo borrado.
export-json = Completo: tareas, hábitos, historial y ajustes.
export-csv = Tareas para una hoja de cálculo.
export-ics = Tareas para un calendario u otra aplicación.
button-export-csv = 📄 Para una hoja de cálculo
button-export-ics = 🗓 Para un calendario
refusal-data = Solo los administradores del grupo pueden llevarse su lista o llenarla.
refusal-data-who = Solo { $who } { $count ->
    [one] puede
   *[other] pueden
} llevarse esta lista o llenarla.
ask-import = 📥 Envíame el archivo: lo que yo he exportado, Todoist, TickTick, Loop, Google Tasks, un calendario (.ics) o una lista sencilla. Primero solo enseño lo que hay dentro.
ask-import-short = Un archivo
import-kind-dueto = Lo que yo he exportado
import-kind-dueto-csv = Lo que yo he exportado, como hoja de cálculo
import-kind-todoist = Todoist
import-kind-ticktick = TickTick
import-kind-loop = Loop
import-kind-google = Google Tasks
import-kind-ics = Un calendario
import-kind-list = Una lista
import-found = 📥 <b>{ $kind }</b>: { $what }
import-tasks = { $count ->
    [one] una tarea
    [many] { $count } de tareas
   *[other] { $count } tareas
}
import-done = (hechas: { $count })
import-habits = { $count ->
    [one] un hábito
    [many] { $count } de hábitos
   *[other] { $count } hábitos
}
import-days = (días marcados: { $count })
import-sample = • { $title }
import-known = ♊ Ya está aquí, así que lo dejo fuera: { $what }.
import-unread = { $count ->
    [one] ❓ Hay una línea que no entiendo del todo:
    [many] ❓ Hay { $count } de líneas que no entiendo del todo:
   *[other] ❓ Hay { $count } líneas que no entiendo del todo:
}
import-unread-line = • { $line }. { $text }: { $why }
import-unread-more = … y { $count } más
import-why-title = no tiene título, queda fuera
import-why-value = contiene algo imposible, queda fuera
import-why-line = no se parece a nada que conozca, queda fuera
import-why-over = ya ha pasado, queda fuera
import-why-date = viene sin su fecha
import-why-repeat = viene sin su repetición
import-why-reminder = viene con tus recordatorios habituales
import-why-length = sus notas se acortan
import-why-tags = viene solo con sus primeras etiquetas
import-ready = En tu lista aún no hay nada de esto. ¿Lo importo?
import-nothing-new = 📥 <b>{ $kind }</b>: todo esto ya está aquí, así que no ha cambiado nada.
button-import = 📥 Importar
imported = 📥 Importado: { $what }. /list lo muestra, /undo lo deshace todo.
imported-unknown = Queda fuera lo que es de personas que no están aquí: { $names }.
notice-imported = Eso ya está importado.
undone-more = … y { $count } más
refusal-no-import-file = Para eso necesito un archivo; no ha cambiado nada. Envía uno con <code>/import</code> debajo o responde a uno con /import.
refusal-file-unfetched = Telegram no me ha dado el archivo, así que no ha cambiado nada. Envíalo otra vez, con <code>/import</code> debajo.
refusal-import-unknown = No conozco este tipo de archivo, así que no ha cambiado nada. Vale, por ejemplo, un archivo de texto con líneas como <code>- Comprar leche mañana</code>.
refusal-import-empty = El archivo está vacío, así que no ha cambiado nada. Vale, por ejemplo, un archivo de texto con líneas como <code>- Comprar leche mañana</code>.
refusal-import-large = El archivo ocupa más de { $limit } MB, así que no ha cambiado nada. Divídelo y envía cada parte con <code>/import</code> debajo.
refusal-import-rows = En el archivo hay más de { $limit } líneas, así que no ha cambiado nada. Divídelo y envía cada parte con <code>/import</code> debajo.
refusal-import-encoding = No entiendo las letras de ese archivo, así que no ha cambiado nada. Guárdalo como UTF-8 y envíalo otra vez, con <code>/import</code> debajo.
refusal-import-broken = El archivo está cortado o dañado, así que no ha cambiado nada. Expórtalo otra vez y envíalo con <code>/import</code> debajo.
refusal-import-newer = Ese archivo lo ha escrito una versión mía más nueva y no lo entiendo, así que no ha cambiado nada. Vale el calendario (.ics) de <code>/export</code> de allí.
refusal-import-packed = No puedo descomprimir ese archivo, o descomprimido es demasiado grande, así que no ha cambiado nada. Envía el archivo que hay dentro, con <code>/import</code> debajo.
refusal-import-nothing = En ese archivo no hay tareas ni hábitos, así que no ha cambiado nada. Vale, por ejemplo, un archivo de texto con líneas como <code>- Comprar leche mañana</code>.
refusal-import-slow = Leer ese archivo tarda demasiado, así que no ha cambiado nada. Divídelo y envía cada parte con <code>/import</code> debajo.
command-import = tareas y hábitos de un archivo
command-export = todo en archivos
forget = 🗑 <b>¿Borro todo lo tuyo?</b>

    <b>Desaparece para siempre:</b> tu lista de aquí con sus tareas, archivos, hábitos, historial y ajustes, y lo que hay en su papelera. En los grupos: lo que tienes asignado, tus turnos, lo que anotaste en los hábitos y tu puesto en la clasificación.
    <b>Se queda:</b> las tareas y los hábitos que añadiste en grupos, sin tu nombre, y lo que escribieron los demás. Nuestros mensajes siguen en Telegram hasta que borres este chat.

    No se puede deshacer. Si quieres, llévate antes todo en un archivo.
forget-sure = 🗑 ¿De verdad todo? Después nadie lo puede traer de vuelta.
forget-done = Todo está borrado: aquí ya no queda nada tuyo. Si me vuelves a escribir, o escribes en un grupo donde estoy, empezamos de cero.
forget-kept = No se ha borrado nada.
forget-private = Eso se hace en nuestro chat privado: ábrelo y envía allí <code>/forget</code>.
button-export-first = 📦 Todo en un archivo
button-erase = 🗑 Borrar todo
button-erase-all = 🗑 Sí, borrar todo
button-keep-all = Conservarlo todo
command-forget = borrar todo lo tuyo
calendar-told = 📅 <b>Tu dirección de calendario</b>

    <code>{ $address }</code>

    Añádela a tu calendario como suscripción. { $what }
    Guárdala para ti: quien la tenga puede leer todo esto. Solo la digo ahora y no guardo copia.
calendar-own = Muestra tus tareas con fecha, lo que tienes asignado en grupos y las horas de tus hábitos.
calendar-of = Muestra las tareas de <b>{ $title }</b> con fecha, mientras estés en el grupo.
calendar-known = 📅 Tienes una dirección de calendario, te la dije { $told } y { $read }. { $what }
    No guardo copia. Si ya no la tienes, pide una nueva; la anterior deja de valer al momento.
calendar-read = se leyó por última vez { $at }
calendar-unread = aún no se ha leído
calendar-revoked = 🚫 La dirección ya no vale: no muestra nada a nadie. <code>/calendar</code> hace una nueva.
calendar-group = 📅 Las direcciones de calendario solo las digo en privado: cada cual tiene la suya. Toca para ver la tuya.
calendar-no-address = 📅 Este bot no tiene dirección pública y ningún calendario puede llegar a él. Quien lo gestiona puede poner <code>PUBLIC_URL</code>. Mientras tanto, <code>/export</code> tiene un archivo para calendarios.
button-new-address = 🔄 Dirección nueva
button-revoke = 🚫 Retirar
button-calendar-private = 📅 Mi dirección de calendario
privacy-what = 🔒 <b>Qué guardo de ti</b>
    Tu nombre, @username, tu número de Telegram, idioma y ajustes; qué día estuviste activo por última vez; tus tareas con notas e historial, los hábitos y lo que anotas en ellos; en qué grupos conmigo estás. Los archivos están en Telegram, yo guardo sus números. De las demás conversaciones de los grupos no guardo nada.
privacy-file = <b>Dónde:</b> en un archivo del servidor donde funciono.
privacy-postgresql = <b>Dónde:</b> en una base de datos PostgreSQL en { $host }.
privacy-how-long = <b>Cuánto tiempo:</b> hasta que lo borres del todo; { $trash ->
        [0] lo borrado sigue en la papelera hasta entonces.
       *[other] lo borrado sigue { $trash } días en la papelera.
    } Recordatorios terminados: { $reminders } días. Qué mensajes he visto ya: { $updates } días. Palabras largas de los botones: { $buttons } días. Lo que escribes tras mi nombre en otros chats: { $drafts } días. Lo que dices con /feedback: { $feedback } días.
privacy-silent = Si me bloqueas o borras tu cuenta, y no haces nada en grupos conmigo, todo lo tuyo se borra después de { $days ->
        [one] un día
       *[other] { $days } días
    }.
privacy-never = Si me bloqueas, todo se queda hasta que vuelvas y lo borres.
privacy-who = <b>Quién puede leerlo:</b> quien gestiona este servidor; en un grupo, sus miembros, lo que es del grupo; quien tenga una dirección de calendario tuya, lo que ella muestra. Nuestros mensajes pasan por Telegram. Nadie más recibe nada, y no hay publicidad.
privacy-yours = <b>Es tuyo:</b> <code>/export</code> te lo da, <code>/forget</code> lo borra.
command-calendar = tus tareas en un calendario
command-privacy = qué guardo de ti

## The pinned list of /board

pinned-title = 📌 <b>Tareas abiertas</b> · { $count ->
    [one] una tarea
    [many] { $count } de tareas
   *[other] { $count } tareas
}
pinned-overdue = ⏰ <b>Vencidas</b>
pinned-today = <b>Hoy</b>
pinned-coming = <b>Más adelante</b>
pinned-nodate = <b>Sin fecha</b>
pinned-more = … y { $count } más: /list
pinned-empty = Nada que hacer.
pinned-cannot-pin = Aquí no puedo fijar mensajes. Fija este tú, o hazme administrador con ese permiso.
pinned-over = 📌 Esta lista fijada ha terminado. <code>/board</code> empieza otra.
pinned-off = 📌 La lista fijada ha terminado.
pinned-none = Aquí no hay ninguna lista fijada. <code>/board</code> empieza una.
refusal-board-words = <code>/board</code> fija una lista, <code>/board off</code> la termina.
button-end-board = ⏹ Terminar
notice-ticked = Hecha. Para deshacerlo: /undo
notice-board-off = La lista fijada ha terminado

## Everywhere in Telegram

inline-new = ➕ Tarea nueva: { $title }
inline-new-hint = Sin fecha
inline-start = Inicia Dueto para ver aquí tus tareas
shared-whose = 👤 { $name }
shared-taken = 🤝 { $names }
button-keep-words = 📝 A mi lista
button-accept = 🤝 Aceptar
notice-card-kept = Está en tu lista con el #{ $number }.
notice-card-done = Hecho
notice-card-was-done = Ya está hecha.
notice-card-accepted = Está en tu lista con el #{ $number }.
notice-card-own = Es tu propia tarea.
notice-card-have-it = Ya tienes esta tarea.
notice-card-not-yours = Es una tarea de { $who }. Con 🤝 Aceptar estará también en tu lista.
guest-tasks = { $count ->
    [one] ➕ Una tarea está en tu lista.
   *[other] ➕ { $count } tareas están en tu lista.
}
guest-start = ⚠️ Aún no puedo escribirte. Iníciame y te lo recordaré.
button-start-bot = 💬 Iniciar Dueto
refusal-link = Este enlace no lleva a ninguna parte, ya no vale o no es para ti. Lo tuyo: /list
button-in-private = 🔗 En privado
button-share = 📤 Compartir
