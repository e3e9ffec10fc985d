# Every sentence of Dueto in German. HTML is Telegram's; facts arrive escaped.
# $number is a task's number as people type it, $title its title.

## Dates

today = heute
tomorrow = morgen
yesterday = gestern
date-and-time = { $date }, { $time }
date-at-time = { $date } um { $time }
no-date = ohne Datum

## A task, and what was done to it

task-line = <b>#{ $number }</b> { $title }
task-added = ➕ <b>#{ $number } { $title }</b>
tasks-added = ➕ { $count ->
    [one] Eine Aufgabe hinzugefügt
   *[other] { $count } Aufgaben hinzugefügt
}:
tasks-more = … und { $count } weitere: /list
task-done = ✅ Erledigt: <b>#{ $number }</b> <s>{ $title }</s>
task-repeats = ✅ Für diesmal erledigt: <b>#{ $number } { $title }</b>
    🔁 Nächstes Mal: { $due }
task-turns = ✅ Für diesmal erledigt: <b>#{ $number } { $title }</b>
    🔄 Als Nächstes: { $names }, { $due }
task-turns-nobody = ✅ Für diesmal erledigt: <b>#{ $number } { $title }</b>
    🔄 Nächstes Mal: { $due }, aber niemand ist dran: alle sind weg oder nicht mehr in der Gruppe
task-part = ☑️ { $done } von { $count } haben ihren Teil erledigt: <b>#{ $number } { $title }</b>
    Noch offen: { $names }
task-parts-left = <b>#{ $number }</b> { $title }: alle haken für sich ab, bisher { $done } von { $count }. Noch offen: { $names }
task-deleted = 🗑 Im Papierkorb: <b>#{ $number }</b> { $title }
task-moved = 📅 <b>#{ $number } { $title }</b>: { $due }
task-of = 👤 <b>#{ $number }</b> { $title }: { $names }
task-of-nobody = 👤 <b>#{ $number }</b> { $title }: niemand
awaits = { $names } erkenne ich an der ersten Nachricht hier.
task-moved-late = 📅 <b>#{ $number } { $title }</b>: { $due }, damit überfällig
task-edited = ✏️ <b>#{ $number } { $title }</b>
task-noted = 📝 Notiert: <b>#{ $number }</b> { $title }
already-done = <b>#{ $number }</b> { $title } ist schon erledigt.
already-deleted = <b>#{ $number }</b> { $title } ist schon im Papierkorb.
unknown-numbers = { $numbers } gibt es hier nicht. Die Nummern zeigt /list.
undone-add = ↩️ Rückgängig gemacht, jetzt im Papierkorb: <b>#{ $number }</b> { $title }
undone-complete = ↩️ Wieder offen: <b>#{ $number }</b> { $title }
undone-reopen = ↩️ Wieder erledigt: <b>#{ $number }</b> { $title }
undone-delete = ↩️ Wiederhergestellt: <b>#{ $number }</b> { $title }
undone-restore = ↩️ Wieder im Papierkorb: <b>#{ $number }</b> { $title }
undone-move = ↩️ Zurückverschoben: <b>#{ $number }</b> { $title } · { $due }
undone-edit = ↩️ Änderung rückgängig gemacht: <b>#{ $number }</b> { $title }
undone-snooze = ↩️ Erinnerung wieder wie zuvor: <b>#{ $number }</b> { $title }
undone-skip = ↩️ Nicht mehr ausgelassen: <b>#{ $number }</b> { $title }
undone-other = ↩️ Rückgängig gemacht: <b>#{ $number }</b> { $title }

fact-due = 📅 { $due }
fact-overdue = ⏰ überfällig: { $due }
fact-repeat = 🔁 { $repeat }
fact-priority-high = ❗ hohe Priorität
fact-priority-low = 🔽 niedrige Priorität
fact-tags = 🏷 { $tags }
fact-assignees = 👤 { $names }
fact-each = 👥 { $names } ({ $done } von { $count })
fact-turns = 🔄 { $names }
fact-turns-next = 🔄 { $names } · danach { $following }
turns-need-two = Zum Abwechseln braucht es mindestens zwei: <code>/assign { $number } reihum @ann @bob</code>
turns-need-repeat = Zum Abwechseln fehlt die Wiederholung. Wie oft? Zum Beispiel: <code>/edit { $number } jeden Freitag</code>
turns-nobody = Gerade ist niemand dran. Um jemanden einzuteilen: <code>/assign { $number } @ann</code>
fact-notes = 📝 { $notes }
fact-checklist = ☑️ { $done } von { $count }
fact-files = 📎 { $count ->
    [one] eine Datei
   *[other] { $count } Dateien
}
fact-done = ✅ erledigt { $at }
fact-done-by = ✅ erledigt { $at } von { $name }
fact-in-progress = ▶️ in Arbeit
fact-trash = 🗑 im Papierkorb
fact-added = hinzugefügt { $at }
fact-added-by = hinzugefügt { $at } von { $name }
fact-chat = 👥 { $title }
fact-album = 📎 Album
fact-chat-left = 👥 { $title } · hier kann ich nicht mehr schreiben

## Buttons

button-done = ✅ Erledigt
button-reopen = ↩️ Wieder öffnen
button-date = 📅 Datum
button-edit = ✏️ Bearbeiten
button-undo = ↩️ Rückgängig
button-title = ✏️ Titel
button-notes = 📝 Notizen
button-priority = ❗ Priorität
button-tags = 🏷 Tags
button-assign = 👤 Zuweisen
button-each = 👥 Alle haken ab
button-turns = 🔄 Abwechselnd
button-for-all = ✅ Für alle erledigt
button-part = ↩️ Mein Teil
button-cannot = 🙋 Kann nicht
button-take-on = 🙋 Ich mache das
button-checklist = ☑️ Checkliste
button-files = 📎 Dateien
button-history = 🕘 Verlauf
button-delete = 🗑 Löschen
button-restore = ♻️ Wiederherstellen
button-start = ▶️ Starten
button-pause = ⏸ Stoppen
button-back = ‹ Zurück
button-list = ‹ Liste
button-cancel = ✖️ Abbrechen
button-high = ❗ Hoch
button-medium = ▪️ Mittel
button-low = 🔽 Niedrig
button-today = Heute
button-tomorrow = Morgen
button-next-week = Nächste Woche
button-no-date = Ohne Datum
button-no-time = Ohne Uhrzeit
button-type = ⌨️ Eintippen
button-new-tag = ➕ Neuer Tag
button-add-items = ➕ Punkte hinzufügen
button-clear-ticked = 🧹 Erledigte entfernen
button-add-file = ➕ Datei hinzufügen
button-show-files = 👁 Anzeigen
button-open = 📂 Alle offenen
button-filter = 🔍 Filter
button-overdue-today = ⏰ Überfällige → heute
button-overdue-tomorrow = ⏰ Überfällige → morgen
filter-open = Offen
filter-today = Heute
filter-week = Woche
filter-overdue = Überfällig
filter-nodate = Ohne Datum
filter-done = Erledigt
filter-all = Alle
filter-trash = Papierkorb

## Lists

list-general = Allgemein
list-title-open = 📋 <b>Offene Aufgaben</b>
list-title-today = 📋 <b>Heute fällig</b>
list-title-week = 📋 <b>In den nächsten sieben Tagen fällig</b>
list-title-overdue = ⏰ <b>Überfällig</b>
list-title-nodate = 📋 <b>Ohne Datum</b>
list-title-done = ✅ <b>Erledigt</b>
list-title-all = 📋 <b>Alle Aufgaben</b>
list-title-trash = 🗑 <b>Papierkorb</b>
list-title-agenda-today = ☀️ <b>Heute</b>
list-title-agenda-week = 🗓 <b>Diese Woche</b>
list-title-next-week = 🗓 <b>Nächste Woche</b>
list-title-search = 🔎 <b>Suche</b>
list-words = „{ $words }“
list-count = { $count ->
    [one] eine Aufgabe
   *[other] { $count } Aufgaben
}
list-page = Seite { $page } von { $pages }
list-day-overdue = ⏰ <b>Überfällig</b>
list-day = <b>{ $day }</b>
list-next = nächstes Mal { $due }
list-parts = { $done } von { $count }
list-empty-open = Nichts zu tun. Schick mir eine Aufgabe oder nimm /add.
list-empty-today = Heute ist nichts fällig.
list-empty-week = In den nächsten sieben Tagen ist nichts fällig.
list-empty-overdue = Nichts ist überfällig.
list-empty-nodate = Alle Aufgaben haben ein Datum.
list-empty-done = Noch nichts erledigt.
list-empty-all = Noch keine Aufgaben. Schick mir eine oder nimm /add.
list-empty-trash = Der Papierkorb ist leer.
list-empty-agenda-today = Heute nichts zu tun.
list-empty-agenda-week = Diese Woche nichts zu tun.
list-empty-next-week = Nächste Woche nichts zu tun.
list-empty-search = Nichts gefunden. Ich suche nach Wortanfängen: <code>/search mil bro</code> findet „Milch und Brot“.
list-empty-filtered = Keine passenden Aufgaben.

## Views of a card

card-priority = Wie wichtig ist das?
card-tags = Tags: Tippe an, was du hinzufügen oder entfernen willst.
card-assignees = Wer macht das? Tippe einen Namen an, um die Aufgabe zuzuweisen, noch einmal, um es zurückzunehmen. Fehlt jemand? Dann hat die Person hier noch nie geschrieben.
card-checklist = Checkliste: Tippe einen Punkt an, um ihn abzuhaken.
card-checklist-empty = Noch keine Checkliste.
card-files-empty = Noch keine Dateien.
card-history = 🕘 <b>Verlauf</b>
card-calendar = Wann ist das fällig?
card-time = Um wie viel Uhr?
calendar-shows = Wähle einen Tag in diesem Monat.

history-add = hinzugefügt
history-edit = geändert
history-assigned = { $names } zugewiesen
history-unassigned = { $names } nicht mehr zugewiesen
history-claimed = übernommen
history-left = abgegeben
history-move = verschoben
history-complete = erledigt
history-reopen = wieder geöffnet
history-delete = gelöscht
history-restore = wiederhergestellt
history-undo = rückgängig gemacht
history-snooze = später erinnern
history-skip = ausgelassen
history-miss = verpasst
history-set = eingestellt
history-part = eigenen Teil erledigt
history-part-again = eigenen Teil wieder geöffnet
history-line = { $at } · { $name }: { $what }
history-line-fields = { $at } · { $name }: { $what } ({ $fields })
history-line-of-list = { $at } · { $name }: { $what } <b>#{ $number }</b> { $title }
history-line-of-list-fields = { $at } · { $name }: { $what } <b>#{ $number }</b> { $title } ({ $fields })
history-none = Hier ist noch nichts passiert. Lege zuerst eine Aufgabe an: <code>/add Milch kaufen</code>.
history-by-itself = von selbst
history-by-somebody = jemand
status-todo = offen
status-in_progress = in Arbeit
status-completed = erledigt
field-title = Titel
field-notes = Notizen
field-status = Status
field-priority = Priorität
field-due = Datum
field-repeat = Wiederholung
field-tags = Tags
field-snoozed = später erinnern
field-files = Dateien
field-assignees = Zuständige
field-rotation = Reihenfolge
field-ticked = alle haken ab
field-checklist = Checkliste

## Questions

ask-title = ✏️ Wie soll <b>#{ $number } { $title }</b> jetzt heißen?
ask-notes = 📝 Schick mir die Notizen zu <b>#{ $number } { $title }</b>. Ein einzelnes „-“ löscht sie.
ask-date = 📅 Wann ist <b>#{ $number } { $title }</b> fällig? Zum Beispiel: <code>morgen um 9:00</code>, <code>Freitag</code>, <code>in 2 Tagen</code>.
ask-tag = 🏷 Welche Tags für <b>#{ $number } { $title }</b>? Zum Beispiel: <code>#haus #garten</code>.
ask-items = ☑️ Was soll in die Checkliste von <b>#{ $number } { $title }</b>? Ein Punkt pro Zeile.
ask-file = 📎 Schick mir ein Foto oder Dokument für <b>#{ $number } { $title }</b>.
ask-what = 🖊 Was ist zu tun?
ask-what-known = Das habe ich schon: { $known }.
ask-what-file = 🖊 Was ist mit dieser Datei zu tun? Schick mir den Text der Aufgabe.
ask-what-album = 🖊 Was ist mit diesen Dateien zu tun? Schick mir den Text der Aufgabe.
ask-title-short = Neuer Titel
ask-notes-short = Notizen
ask-date-short = morgen um 9:00
ask-tag-short = #haus
ask-items-short = Ein Punkt pro Zeile
ask-file-short = Foto oder Dokument
ask-what-short = Was ist zu tun?
cancelled = Alles klar, es bleibt alles, wie es war.
which-meant = „{ $text }“: Ist das die Antwort auf meine Frage oder etwas Neues?
button-as-answer = ✏️ Die Antwort
button-as-words = ➕ Etwas Neues

## Notices of buttons

notice-done = Erledigt
notice-turn = Erledigt. Als Nächstes: { $names }, { $due }
notice-part = Dein Teil ist erledigt. Noch offen: { $names }
notice-parts-left = Hier haken alle für sich ab. Noch offen: { $names }
notice-reopened = Wieder offen
notice-deleted = Im Papierkorb
notice-restored = Wiederhergestellt
notice-saved = Gespeichert
notice-nothing = Ist schon so.
notice-taken = Schon vergeben: { $names }
notice-undone = Rückgängig gemacht
notice-sent = Siehe unten
notice-moved = { $count ->
    [one] Eine Aufgabe verschoben
   *[other] { $count } Aufgaben verschoben
}. Rückgängig: /undo

## Refusals: each says what was wrong and shows one correct example

refusal-unknown-task = Hier gibt es keine Aufgabe #{ $number }. Die Nummern zeigt /list, dann zum Beispiel <code>/done 3</code>.
refusal-task-gone = Diese Aufgabe gibt es nicht mehr, oder sie gehört zu einem Chat, in dem du nicht bist.
refusal-nothing-to-undo = Nichts rückgängig zu machen. /undo gilt für deine Änderungen der letzten 24 Stunden.
refusal-changed-since = <b>#{ $number }</b> wurde seitdem noch einmal geändert, deshalb kann ich nicht nur das rückgängig machen. Öffne sie mit <code>/show { $number }</code>.
refusal-too-many-tags = Eine Aufgabe kann höchstens { $limit } Tags haben. Lass ein paar weg, zum Beispiel: <code>Milch kaufen #haus</code>.
refusal-too-many-filter-tags = Eine Liste lässt sich nach höchstens { $limit } Tags filtern. Lass ein paar weg, zum Beispiel: <code>/list #haus</code>.
refusal-too-many-numbers = Ein Befehl kann höchstens { $limit } Aufgaben nennen; es wurde nichts geändert. Zum Beispiel: <code>/done 3-12</code>.
refusal-too-many-tag = Ein Tag kann höchstens { $limit } Zeichen haben, zum Beispiel <code>#haus</code>.
refusal-too-many-checklist = Eine Checkliste kann höchstens { $limit } Punkte haben. Teile sie auf zwei Aufgaben auf.
refusal-too-many-assignees = Eine Aufgabe kann höchstens { $limit } Zuständige haben.
refusal-too-many-item = Ein Punkt der Checkliste kann höchstens { $limit } Zeichen haben.
refusal-too-many-tasks = Diese Liste hat schon { $limit } offene Aufgaben, mehr passen nicht hinein. Erledige oder lösche erst welche: <code>/done 3</code>.
refusal-too-many-notes = Notizen können höchstens { $limit } Zeichen haben; es wurde nichts geändert. Schick mir einen kürzeren Text.
refusal-stale-button = Dieser Button gehört zu einer älteren Nachricht. Die aktuelle Liste: /list
refusal-unknown-command = { $command } kenne ich nicht. Was du sagen kannst, zeigt /help, zum Beispiel <code>/add Milch kaufen morgen</code>.
did-you-mean = 🤔 { $command } kenne ich nicht. Meintest du /{ $meant }?
refusal-no-words = Sag mir, was zu tun ist, zum Beispiel: <code>/add Milch kaufen morgen um 9:00</code>.
refusal-no-number = Sag mir die Nummer, zum Beispiel: <code>/{ $command } 3</code>. Die Nummern zeigt /list.
refusal-unknown-person = { $name } kenne ich hier noch nicht. Dafür muss die Person einmal in dieser Gruppe schreiben.
refusal-bot-assigned = Ich führe nur die Liste: Aufgaben weist man Menschen zu. Zum Beispiel: <code>/assign 3 @sam</code>.
refusal-unread-people = „{ $text }“ nennt niemanden. Zum Beispiel: <code>/assign 3 @sam</code>.
refusal-quiet-words = Bitte nur <code>/quiet</code> oder <code>/quiet off</code>. Ruhezeiten stellst du so ein: <code>/settings ruhe 22:00-8:00</code>.
refusal-turns-of-one = Zum Abwechseln braucht es mindestens zwei: <code>/assign { $number } reihum @ann @bob</code>
refusal-turns-of-no-repeat = Zum Abwechseln fehlt die Wiederholung. Zum Beispiel: <code>/edit { $number } jeden Freitag</code>
refusal-message-unread = Diese Nachricht konnte ich gerade nicht lesen. Antworte darauf mit <code>/add</code>.
refusal-own-message = Diese Nachricht ist von mir. ✍ macht Aufgaben aus dem, was Leute schreiben.
reading-message = ✍ Ich mache daraus eine Aufgabe…
refusal-claim-words = Nur die Nummer, bitte: <code>/claim 3</code>. Für jemand anderen: <code>/assign 3 @sam</code>.
refusal-unread-when = „{ $text }“ verstehe ich nicht als Datum. Zum Beispiel: <code>morgen um 9:00</code>, <code>Freitag</code>, <code>2026-12-01</code>.
refusal-impossible-when = So ein Datum oder so eine Uhrzeit gibt es nicht: „{ $text }“. Zum Beispiel: <code>morgen um 9:00</code>, <code>2026-12-01</code>.
refusal-past-when = „{ $text }“ ist schon vorbei. Zum Beispiel: <code>morgen um 9:00</code>, <code>in 2 Stunden</code>.
refusal-no-search = Sag mir, wonach ich suchen soll, zum Beispiel: <code>/search milch</code>.
refusal-no-file = Das ist weder ein Foto noch ein Dokument. Schick mir eins oder tippe auf „Abbrechen“.
refusal-only-text = Ich mache Aufgaben aus Texten, Fotos, Dateien und Aufnahmen. Zum Beispiel: <code>Milch kaufen morgen</code>.
refusal-edit-late = Das ist über eine Stunde her, also bleibt <b>#{ $number }</b>, wie sie ist. So änderst du die Aufgabe: <code>/edit { $number } Hafermilch kaufen</code>.
refusal-edit-changed = <b>#{ $number }</b> wurde seitdem geändert und bleibt, wie sie ist. So änderst du die Aufgabe: <code>/edit { $number } Hafermilch kaufen</code>.
refusal-edit-done = <b>#{ $number }</b> ist schon erledigt und bleibt, wie sie ist. So änderst du die Aufgabe: <code>/edit { $number } Hafermilch kaufen</code>.
refusal-edit-deleted = <b>#{ $number }</b> ist im Papierkorb und bleibt, wie sie ist. So siehst du die Aufgabe: <code>/show { $number }</code>.
refusal-edit-empty = Da steht kein Titel mehr, also bleibt <b>#{ $number }</b>, wie sie ist. So änderst du die Aufgabe: <code>/edit { $number } Hafermilch kaufen</code>.
refusal-not-your-place = Deine Zeitzone erkenne ich nur daran, wo du selbst bist: Teile deinen eigenen aktuellen Standort, keinen Live-Standort und keinen weitergeleiteten. Oder schick mir <code>/timezone Berlin</code>.
refusal-long-title = Ein Titel kann höchstens { $limit } Zeichen haben; es wurde nichts geändert. Schick mir einen kürzeren.
refusal-empty = Da war nichts drin. Schick mir ein paar Wörter.
refusal-not-here = { $command } geht nur { $where ->
    [groups] in Gruppen
   *[private] im privaten Chat mit mir
}.
too-fast = 🐢 So schnell komme ich nicht mit: Das habe ich nicht gemacht, und auch nicht, was du in den nächsten 15 Sekunden schickst. Dann geht es weiter.
database-away = 🔌 Ich komme gerade nicht an meine Notizen. Was du geschrieben hast, geht nicht verloren: Ich mache es, sobald ich kann; du brauchst es nicht noch einmal zu schicken.
crashed = ⚠️ Da ist etwas kaputtgegangen, es wurde nichts geändert. Passiert es wieder, nenne dem Betreiber diesen Code: <code>{ $reference }</code>

## Start and help

start = 👋 Hallo, { $name }! Ich merke mir deine Aufgaben und die gemeinsamen Listen deiner Gruppen.

    Schreib mir, was zu tun ist, und wenn es ein Datum gibt, auch wann:
    • <code>Milch kaufen morgen um 9:00</code>
    • <code>Miete zahlen Freitag #haus !high</code>
    • <code>in 30 min nach dem Ofen sehen</code>

    /list zeigt, was offen ist, /today, was ansteht, /help, was du sagen kannst.
hello-group = 👋 Hallo! Ich führe hier eine Aufgabenliste für alle.
    • <code>/add Milch kaufen morgen</code> fügt eine Aufgabe hinzu
    • <code>/list</code> zeigt die Liste, <code>/done 3</code> hakt Nummer 3 ab
    • <code>/add</code> als Antwort auf eine Nachricht macht daraus eine Aufgabe
hello-group-again = 👋 Da bin ich wieder, und eure Liste auch: /list
hello-zone = 🌍 Uhrzeiten gelten hier für { $zone }.
hello-zone-guessed = 🌍 Uhrzeiten gelten hier für { $zone }, das ist aber nur geraten.
hello-admin = 👮 Ich bin jetzt Admin, darum gehen auch Reaktionen: 👀 weist dir eine Aufgabe zu, 👍 hakt sie ab, 😴 erinnert eine Stunde später, ✍ macht aus jeder Nachricht eine Aufgabe. Entferne deine Reaktion, um das rückgängig zu machen. Ich sehe jetzt alle Nachrichten und speichere keine.
button-private = 💬 Privater Chat
topic-gone = 📂 Aus dem Thema „{ $name }“, das geschlossen oder gelöscht ist:
topic-gone-unnamed = 📂 Aus einem Thema, das geschlossen oder gelöscht ist:
quiet-on = 🤫 Ab jetzt antworte ich mit einem 👍 an deiner Nachricht, wenn es sonst nichts zu sagen gibt. Listen, Fragen und Zweifel kommen als Text. <code>/quiet off</code> beendet das.
quiet-off = 💬 Ich antworte mit Worten. Mit <code>/quiet</code> wird daraus ein 👍, wo es sonst nichts zu sagen gibt.
no-channels = 📣 Du hast mich zu „{ $title }“ hinzugefügt. Ich bin für Leute und Gruppen da, in Kanälen tue ich nichts. Du kannst mich dort wieder entfernen.
button-add-to-group = 👥 Zu einer Gruppe hinzufügen
help = <b>Was du sagen kannst</b>
help-topics = Mehr zu:
topic-dates = datum
topic-repeats = wiederholungen
topic-lists = listen
topic-groups = gruppen
topic-settings = einstellungen
topic-reminders = erinnerungen
topic-quotes = anführungszeichen
topic-editing = bearbeiten
button-help-reminders = 🔔 Erinnerungen
button-help-dates = 📅 Datum
button-help-repeats = 🔁 Wiederholungen
button-help-lists = 📋 Listen
button-help-groups = 👥 Gruppen und @
button-help-quotes = „ “ Wörtlich
button-help-editing = ✏️ Bearbeiten
button-help-habits = 🌱 Gewohnheiten
button-help-settings = ⚙️ Einstellungen
help-reminders = <b>Erinnerungen</b>
    An eine Aufgabe mit Uhrzeit erinnere ich dich zu dieser Zeit, an eine ganztägige um { $morning }.
    • <code>Bob anrufen Freitag 10:00 erinnern 1 Tag und 1 Stunde vorher</code>
    • <code>Tabletten nehmen um 20:00 nerven alle 15 min</code>: immer wieder, bis es erledigt ist

    Unter einer Erinnerung: ✅ erledigt, 💤 später, … für mehr. Oder antworte darauf:
    • <code>erledigt</code>, <code>3 Stunden</code>, <code>morgen 9</code>, <code>auslassen</code>
    • <code>/snooze 3 2 Stunden</code>: Aufgabe 3 in zwei Stunden noch einmal
    • <code>/away bis 5. Oktober</code>: bis du zurück bist, erinnert dich nichts

    Jeden Tag, wenn etwas zu tun ist:
    • <code>Tagesplan um 7:30</code> für das, was ansteht, <code>Abendrückblick um 20:00</code> für das, was noch offen ist
    • <code>Tagesplan aus</code> schaltet beide aus
help-quotes = <b>Wörtlich nehmen</b>
    Wörter in Anführungszeichen bleiben im Titel, wie sie sind:
    • <code>morgen „Freitag“ ansehen</code> ist morgen fällig, nicht am Freitag
    • <code>„Morgen“</code> hat kein Datum

    Habe ich ein Wort aus Versehen als Datum gelesen? Tippe es unter meiner Antwort an, dort wo das ✕ steht.
help-editing = <b>Bearbeiten</b>
    • <code>/edit 3 Hafermilch kaufen</code>, <code>/move 3 Freitag</code>, <code>/done 3 5</code>, <code>/delete 3</code>
    • Antwort auf eine Aufgabe: <code>morgen 9</code>, <code>alle 2 Tage</code>, <code>#haus</code>, <code>!high</code>, <code>erledigt</code>
    • bearbeite deine Nachricht innerhalb einer Stunde, dann ändert sich die Aufgabe mit
    • /list: ☐ 3 hakt Aufgabe 3 ab; nach ✏️ öffnen die Buttons die Aufgaben, mit allem, was du ändern kannst
    • /undo macht deine letzte Änderung rückgängig, 24 Stunden lang
help-line = /{ $command }: { $what }
help-dates = <b>Datum und Uhrzeit</b>
    Schreib sie irgendwo in die Aufgabe:
    • <code>heute</code>, <code>morgen</code>, <code>Freitag</code>, <code>1. Dezember</code>, <code>{ $numbers }</code> für den 27. Januar
    • <code>18:30</code>, <code>um 18 30</code>, <code>halb acht</code>, <code>23 heute Abend</code>, <code>morgen so gegen 9</code>
    • <code>in 30 min</code>, <code>in 2 Tagen</code>, <code>in zweieinhalb Stunden</code>, <code>in ein paar Tagen</code>
    • <code>Freitag um 10 für 2 Stunden</code>: wie lange es dauert

    Längere:
    • <code>Freitag 18-20 Uhr</code>, <code>5.-7. November</code>: von wann bis wann
    • <code>diese Woche</code>, <code>Ende nächster Woche</code>, <code>letzter Sonntag im März 2028</code>
    • <code>zwei Wochen nach Freitag</code>, <code>3 Tage vor dem 25. Dezember</code>
    • <code>17 Uhr EST</code>, <code>9 Uhr Londoner Zeit</code>: du siehst es in deiner Zeit

    War es kein Datum, tippe auf sein ✕. Wörter in „Anführungszeichen“ bleiben, wie sie sind.
help-repeats = <b>Wiederholungen</b>
    Schreib sie in die Aufgabe, wie ein Datum:
    • <code>jeden Tag um 9</code>, <code>jeden Werktag</code>, <code>alle 3 Tage</code>
    • <code>jeden Mo, Mi und Fr</code>, <code>jeden zweiten Dienstag</code>: alle zwei Wochen
    • <code>jeden dritten Freitag im Monat</code>, <code>jeden letzten Werktag</code>, <code>jeden 31.</code>
    • <code>Mo, Mi, Fr 7 Uhr</code>, <code>jeden Di 19:00 Mi 20:00</code>, <code>2 mal am Tag</code>
    • <code>jeden Tag außer am Wochenende</code>, <code>jeden 24.12.</code>, <code>jedes Jahr am ersten Samstag im Mai</code>
    • <code>jedes Jahr am 8. März</code>, <code>jede Stunde von 10 bis 18 an Werktagen</code>
    • <code>alle! 3 Tage</code>: gezählt ab dem Tag, an dem du es erledigst

    Ab wann und wie lange:
    • <code>jeden Tag ab 1. Oktober</code>, <code>jede Woche bis 31. Dezember</code>
    • <code>jeden Tag für 7 Tage</code>, <code>jeden Tag 5 mal</code>

    /done hakt es für diesmal ab, das nächste Mal kommt von selbst.
help-lists = <b>Listen</b>
    • <code>/list</code>: offene Aufgaben; auch <code>heute</code>, <code>woche</code>, <code>überfällig</code>, <code>ohne datum</code>, <code>erledigt</code>, <code>alle</code>, <code>papierkorb</code>
    • <code>/list #haus</code>, <code>/list !high</code>, <code>/list milch</code>
    • <code>/search wörter</code>: offene und erledigte Aufgaben nach Titel, Notizen, Tags und Checkliste
    • <code>#haus</code> in einer Aufgabe ist ein Tag, <code>!high</code> und <code>!low</code> sind die Priorität
    • Zeilen, die mit <code>-</code> beginnen, sind eine Checkliste unter einem Titel oder je eine Aufgabe
help-groups = <b>Gruppen</b>
    • <code>/add Milch kaufen</code> fügt eine Aufgabe hinzu, die hier alle sehen
    • <code>/add Freitag anrufen @bob</code>: <code>@bob</code> in einer Aufgabe weist sie Bob zu
    • <code>/add Putzen jeden Freitag reihum @ann @bob</code>: sie wechseln sich ab; wer weg ist, kommt nicht dran
    • bei mehreren Zuständigen hakt mit 👥 auf der Karte jeder für sich ab
    • <code>/add</code> als Antwort macht aus der Nachricht eine Aufgabe
    • in einem Forum hat jedes Thema seine eigene Liste; <code>/list alle</code> zeigt sie zusammen
    • <code>/quiet</code>: ein 👍 statt Antworten, die nur bestätigen
    • wo ich Admin bin, reagiere: 👀 weist dir die Aufgabe zu, 👍 hakt sie ab, 😴 erinnert in einer Stunde; ✍ macht aus jeder Nachricht eine. Reaktion weg: rückgängig.
    • <code>/list meine</code>, <code>/list @bob</code>: wessen Aufgaben; privat zeigt <code>/list meine</code> deine aus allen Gruppen
    • <code>/history</code>: wer was gemacht hat; <code>/stats Woche</code>: wer diese Woche wie viel erledigt hat
    • <code>/board</code> pinnt eine Nachricht mit den offenen Aufgaben an und hält sie aktuell; <code>/board off</code> beendet das
help-settings = <b>Einstellungen</b>
    /settings zeigt sie alle, mit Buttons:
    • Zeitzone: <code>/timezone Berlin</code>, <code>/timezone +01:00</code>, oder teile deinen Standort
    • Sprache: <code>/language de</code>
    • ob 3/4 der 3. April oder der 4. März ist
    • 24 oder 12 Stunden und der erste Tag der Woche
    • wann bei dir Morgen, Mittag, Nachmittag, Abend und Nacht ist

    Eine Gruppe hat eigene Einstellungen, die ihre Admins ändern.
refusal-unknown-topic = Zu „{ $topic }“ gibt es keine Hilfe. Versuch es mit <code>/help datum</code>.

## The command menu

command-start = was ich kann
command-help = was du sagen kannst
command-add = eine neue Aufgabe
command-list = offene Aufgaben
command-today = was heute ansteht
command-week = die nächsten sieben Tage
command-done = Aufgaben nach Nummer abhaken
command-edit = den Text einer Aufgabe ändern
command-delete = Aufgaben in den Papierkorb verschieben
command-show = eine Aufgabe öffnen
command-move = eine Aufgabe verschieben
command-search = Aufgaben nach Wörtern suchen
command-assign = eine Aufgabe jemandem zuweisen
command-claim = eine Aufgabe selbst übernehmen
command-quiet = 👍 statt kurzer Antworten
command-history = wer hier oder an einer Aufgabe was gemacht hat
command-board = die offenen Aufgaben in einer angepinnten Nachricht
command-unassign = jemanden von einer Aufgabe abziehen
command-undo = deine letzte Änderung rückgängig machen

## Settings

language-name = Deutsch
settings-title = ⚙️ <b>Einstellungen</b>
settings-by = 👮 Ändern können sie nur die Admins dieser Gruppe.
settings-by-who = 👮 Ändern { $count ->
    [one] kann
   *[other] können
} sie nur { $who }.
button-settings-time = 🕘 Zeit
button-settings-reminders = 🔔 Erinnerungen
button-settings-habits = 🌱 Gewohnheiten
button-settings-language = 💬 Sprache
button-settings-rights = 👮 Rechte
setting-rights = 👮 Wer Aufgaben anderer löschen und Einstellungen ändern darf: <b>{ $value }</b>
rights-administrators = Admins
rights-everyone = alle
setting-zone = 🌍 Zeitzone: <b>{ $value }</b>
setting-language = 💬 Sprache: <b>{ $value }</b>
setting-date-order = 📅 Datumsformat (3/4): <b>{ $value }</b>
setting-clock = 🕘 Uhrzeit: <b>{ $value }</b>
setting-weekday = 🗓 Die Woche beginnt am <b>{ $value }</b>
setting-day-parts = 🌅 Tageszeiten: <b>{ $value }</b>
button-zone = 🌍 Zeitzone
button-date-order = 📅 Datumsformat
button-clock = 🕘 Uhrzeit
button-weekday = 🗓 Wochenbeginn
button-day-parts = 🌅 Tageszeiten
button-share-place = 📍 Standort teilen
zone-not-said = nicht eingestellt
date-order-DMY = Tag zuerst (3. April)
date-order-MDY = Monat zuerst (4. März)
date-order-YMD = Jahr zuerst
clock-24 = 24-Stunden-Format
clock-12 = 12-Stunden-Format
part-morning = Morgen
part-noon = Mittag
part-afternoon = Nachmittag
part-evening = Abend
part-night = Nacht
ask-part = Ab wann ist bei dir „{ $part }“?
ask-zone = 🌍 Wo bist du? Deine Zeitzone: <b>{ $value }</b>. Schick mir eine Stadt, zum Beispiel <code>Berlin</code>, eine Zone wie <code>Europe/Berlin</code> oder die Abweichung von UTC, etwa <code>+01:00</code>.
ask-zone-short = Berlin
zone-set = 🌍 Zeitzone: <b>{ $zone }</b>, dort ist es jetzt { $time }.
clock-times-kept = 🕰 { $count ->
    [one] Deine Aufgabe behält ihre Uhrzeit
   *[other] Deine { $count } Aufgaben behalten ihre Uhrzeit
}: 9:00 bleibt 9:00, jetzt in der neuen Zone.
moments-kept = 🕰 { $count ->
    [one] Deine Aufgabe bleibt beim selben Zeitpunkt
   *[other] Deine { $count } Aufgaben bleiben beim selben Zeitpunkt
}, gezeigt in der neuen Zone.
button-keep-moments = 🕰 Zeitpunkt behalten
zone-which = Es gibt mehrere Orte mit diesem Namen. Welchen meinst du?
zone-move = 🌍 Zur Zeit von { $place } wechseln? Dort ist es { $time }. Deine Zeitzone ist <b>{ $zone }</b>.
button-zone-move = ✅ Wechseln
button-zone-stay = So lassen
language-set = 💬 Ab jetzt spreche ich Deutsch.
refusal-unknown-zone = „{ $text }“ kenne ich weder als Ort noch als Zeitzone. Zum Beispiel: <code>/timezone Berlin</code>, <code>/timezone Europe/Berlin</code>, <code>/timezone +01:00</code>.
refusal-unknown-language = Ich spreche Deutsch, Englisch, Russisch und Spanisch. Zum Beispiel: <code>/language de</code>.
refusal-settings = Die Einstellungen einer Gruppe ändern nur ihre Admins.
refusal-settings-who = Die Einstellungen dieser Gruppe { $count ->
    [one] kann
   *[other] können
} nur { $who } ändern.
refusal-for-all = Für alle abhaken kann diese Aufgabe nur, wer sie hinzugefügt hat, oder ein Admin der Gruppe.
refusal-for-all-who = Für alle abhaken { $count ->
    [one] kann
   *[other] können
} diese Aufgabe nur { $who }.
refusal-not-yours = Das kann nur { $who } rückgängig machen.
refusal-remove = Das löschen, archivieren oder wiederherstellen können nur, wer es angelegt hat, und die Admins dieser Gruppe.
refusal-remove-who = Das löschen, archivieren oder wiederherstellen { $count ->
    [one] kann
   *[other] können
} nur { $who }.
refusal-rights = Wer was darf, ändern nur die Admins dieser Gruppe.
refusal-rights-who = Wer was darf, { $count ->
    [one] kann
   *[other] können
} nur { $who } ändern.
refusal-undo = Das können nur die Admins dieser Gruppe rückgängig machen.
refusal-undo-who = Das { $count ->
    [one] kann
   *[other] können
} nur { $who } rückgängig machen.
not-deleted = Nicht gelöscht: { $numbers }. Das können nur, wer sie angelegt hat, und die Admins der Gruppe.
not-deleted-who = Nicht gelöscht: { $numbers }. Das { $count ->
    [one] kann
   *[other] können
} nur { $who }.
command-settings = Zeitzone, Sprache, Erinnerungen
command-timezone = die Zeitzone einstellen
command-language = die Sprache einstellen

## Repairing what was understood

button-split = ✂️ Aufteilen
doubt-ambiguous-date = 🤔 „{ $said }“ kann zweierlei heißen. Was meinst du?
doubt-ordinal = 🤔 „{ $said }“ kann zweierlei heißen. Was meinst du?
doubt-weekdays = 🔁 „{ $said }“ wiederholt sich jede Woche. Oder nur am ersten Tag?
doubt-ambiguous-zone = 🤔 „{ $said }“ können zwei Zeitzonen sein. Welche Zeit stimmt?
task-elsewhere = 🌍 „{ $said }“, hier in deiner Zeit
doubt-impossible-date = ⚠️ „{ $said }“ gibt es nicht, deshalb bleibt es im Titel. Tippe auf 📅 für den Kalender.
doubt-past-date = ⚠️ „{ $said }“ ist schon vorbei, deshalb bleibt es im Titel. Tippe auf 📅 für ein anderes Datum.
doubt-passed = 🤔 Diese Zeit ist schon vorbei. Meinst du morgen?

## Repeats

button-repeat = 🔁 Wiederholung
button-every-day = Jeden Tag
button-every-weekday = Mo–Fr
button-every-week = Jede Woche
button-every-fortnight = Alle 2 Wochen
button-every-month = Jeden Monat
button-every-year = Jedes Jahr
button-no-repeat = Nicht wiederholen
button-save = 💾 Speichern
card-repeat = Wie oft soll sich das wiederholen?
repeat-next = Die nächsten Termine:
repeat-or = 🤔 Oder meintest du das hier?
repeat-clock-change = (Zeitumstellung)
repeat-month-end = (kürzerer Monat)
ask-repeat = 🔁 Wie oft soll sich <b>#{ $number } { $title }</b> wiederholen? Zum Beispiel: <code>jeden zweiten Freitag im Monat um 10:00</code>, <code>alle! 3 Tage</code>, <code>jeden Monat bis 31.12.</code>.
ask-repeat-short = alle 2 Wochen
ask-when = ⏱ Wann soll ich dich an <b>#{ $number } { $title }</b> erinnern? Zum Beispiel: <code>morgen um 9:00</code>.
ask-when-short = morgen um 9:00
refusal-unread-repeat = „{ $text }“ verstehe ich nicht als Wiederholung. Zum Beispiel: <code>jeden Tag um 9</code>, <code>alle 2 Wochen</code>.
refusal-in-trash = <b>#{ $number }</b> ist im Papierkorb. Wiederherstellen: <code>/show { $number }</code>.

## Reminders

# $length is a length such as “1 Minute” or “2 Tage”, in the nominative.
reminder-title = 🔔 <b>#{ $number } { $title }</b>
reminder-due = ⏰ <b>{ $when }</b> · { $due }
reminder-when = ⏰ <b>{ $when }</b>
reminder-in = noch { $length }
reminder-now = jetzt
reminder-ago = { $length } überfällig
reminder-late = ⌛ { $late } zu spät gesendet.
reminders-together = 🔔 <b>{ $count ->
    [one] { $count } Aufgabe für den Tag
   *[other] { $count } Aufgaben für den Tag
}</b>
reminder-closed = 🔕 <b>#{ $number }</b> { $title } · { $due }
reminder-again = 🔔 <b>#{ $number }</b> { $title } · unten noch einmal
task-missed = ⌛ Verpasst: <b>#{ $number }</b> { $title } · nächstes Mal { $due }
reminder-gone = 🔕 Diese Aufgabe gibt es nicht mehr.
assigned-you = 👤 { $name } weist dir { $count ->
    [1] eine Aufgabe
   *[other] { $count } Aufgaben
} zu:
assigned-no-more = 👤 <b>#{ $number }</b> { $title }: nicht mehr deine
cannot-one = 🙋 { $name } schafft <b>#{ $number } { $title }</b> nicht. Wer kann?
cannot-many = 🙋 { $name } schafft { $count } Aufgaben nicht. Wer kann?
cannot-told = 🙋 <b>#{ $number }</b> { $title }: nicht mehr deine. Ich frage in { $group }, wer kann.
snoozed = 💤 <b>#{ $number } { $title }</b>: Ich erinnere dich { $until }
snoozed-all = 💤 { $count ->
    [one] Eine Aufgabe
   *[other] { $count } Aufgaben
}: Ich erinnere dich { $until }
skipped = ⏭ <b>#{ $number } { $title }</b>: nächstes Mal { $due }
digest-missed = ⌛ <b>Verspätet gesendet</b> ({ $count })
digest-agenda = ☀️ <b>Guten Morgen! Für heute</b> ({ $count })
digest-review = 🌙 <b>Heute Abend noch offen</b> ({ $count })
digest-summary = 👋 <b>Während du weg warst</b> ({ $count })
button-snooze-10m = 💤 10 Min.
button-snooze-1h = 💤 1 Std.
button-snooze-3h = 💤 3 Std.
button-snooze-tomorrow = 💤 Morgen
button-snooze-evening = 💤 Heute Abend
button-snooze-next-evening = 💤 Morgen Abend
button-snooze-week = 💤 Nächste Woche
button-snooze-type = ⌨️ Andere Zeit
button-snooze-all = 💤 Alle: 1 Std.
button-why = Warum?
button-move = 📅 Verschieben
button-skip = ⏭ Diesmal auslassen
button-stop-nagging = 🔕 Nicht mehr nerven
button-open-card = ✏️ Öffnen
button-reminders = 🔔 Erinnerungen
why-task = So wolltest du erinnert werden: { $offset }.
why-nag = Du wolltest, dass ich nerve, bis es erledigt ist.
why-snooze = Du wolltest später erinnert werden.
why-agenda = Das ist dein Tagesplan.
why-review = Das ist dein Abendrückblick.
why-summary = Das kam, während du weg warst.
why-unknown = Statt dieser Erinnerung gibt es jetzt eine andere.
why-due = Fällig: { $due }
why-next = Nächste Erinnerung: { $at }
offset-at = pünktlich
offset-on-day = am selben Tag
offset-before = { $length } vorher
offset-after = { $length } danach
offset-day = { $days ->
    [0] am selben Tag um { $at }
    [one] am Vortag um { $at }
   *[other] { $days } Tage vorher um { $at }
}
fact-reminders = 🔔 { $reminders }
fact-no-reminders = 🔕 keine Erinnerung
button-wake = 💤 ✕ Nicht später erinnern
button-skip-missed = ⏭ Verpasstes auslassen
fact-nag = 📣 alle { $length }, bis es erledigt ist
notice-calm = Damit nerve ich dich nicht mehr.
notice-skipped = Ausgelassen
ask-snooze = 💤 Bis wann? Zum Beispiel: <code>in 2 Stunden</code>, <code>morgen um 9:00</code>.
ask-snooze-short = morgen um 9:00
ask-reminders = 🔔 Wann soll ich dich an <b>#{ $number } { $title }</b> erinnern? Zum Beispiel: <code>1 Tag und 1 Stunde vorher</code>.
ask-reminders-short = 1 Stunde vorher
card-reminders = Wann soll ich dich erinnern? Tippe zum Ein- oder Ausschalten.
button-no-reminder = 🔕 Nie
button-usual = ↺ Wie üblich
button-nag = 📣 Nerv mich
refusal-past-snooze = Das ist schon vorbei. Zum Beispiel: <code>/snooze 3 in 2 Stunden</code>.
refusal-nothing-to-snooze = In der letzten halben Stunde kam keine Erinnerung. Sag mir, welche Aufgabe, zum Beispiel: <code>/snooze 3 25 Minuten</code>.
refusal-not-repeating = <b>#{ $number }</b> wiederholt sich nicht, da gibt es nichts auszulassen.
command-snooze = später erinnern
refusal-unread-reminders = „{ $text }“ verstehe ich nicht als Erinnerung. Zum Beispiel: <code>1 Tag und 1 Stunde vorher</code>.
refusal-not-told = Telegram hat mir gerade nicht gesagt, wer in der Gruppe ist und wer sie verwaltet. Es wurde nichts geändert. Versuch es in einer Minute noch einmal.
refusal-too-many-reminders = Eine Aufgabe kann höchstens { $limit } Erinnerungen haben.
refusal-too-many-days-before = Eine Erinnerung kann höchstens { $limit } Tage vorher oder nachher kommen. Zum Beispiel: <code>erinnere 1 Tag vorher</code>.
refusal-impossible-repeat = Seltener als alle 100 Jahre kann sich eine Aufgabe nicht wiederholen. Zum Beispiel: <code>alle 2 Wochen</code>.
field-reminders = Erinnerungen
field-duration_minutes = Dauer
field-nag_minutes = Nerven

## Einstellungen der Erinnerungen

setting-off = { $setting ->
    [remind-timed] keine Erinnerung
    [remind-day] keine Erinnerung
   *[other] aus
}
setting-remind-timed = 🔔 Aufgaben mit Uhrzeit: <b>{ $value }</b>
setting-remind-day = 🔔 Ganztägige Aufgaben: <b>{ $value }</b>
setting-morning = 🌅 An ganztägige Aufgaben erinnern um <b>{ $value }</b>
setting-quiet = 🌙 Ruhezeiten: <b>{ $value }</b>
setting-agenda = ☀️ Tagesplan: <b>{ $value }</b>
setting-review = 🌙 Abendrückblick: <b>{ $value }</b>
button-remind-timed = 🔔 Mit Uhrzeit
button-remind-day = 🔔 Ganztägig
button-morning = 🌅 Wann morgens
button-quiet = 🌙 Ruhezeiten
button-agenda = ☀️ Tagesplan
button-review = 🌙 Abendrückblick
button-agenda-on = ☀️ Tagesplan um 9:00
notice-agenda = Jeden Morgen um 9:00, wenn etwas zu tun ist.
digest-set-agenda = ☀️ Jeden Tag um { $at } schicke ich dir, was ansteht, wenn etwas zu tun ist. Ausschalten: <code>Tagesplan aus</code>.
digest-set-review = 🌙 Jeden Tag um { $at } schicke ich dir, was noch offen ist, wenn etwas übrig ist. Ausschalten: <code>Tagesplan aus</code>.
digest-off = 🔕 Ab jetzt kein Tagesplan und kein Abendrückblick mehr. Erinnerungen an Aufgaben kommen weiterhin.

## Für Betreiber

admin-title = 🛠 <b>Dueto</b>. Tage sind die der UTC.
admin-people = 👥 Personen: { $count }. Heute aktiv: { $today }, in den letzten sieben Tagen: { $week }
admin-groups = 💬 Gruppen: { $count }. Heute aktiv: { $today }, in den letzten sieben Tagen: { $week }
admin-tasks = ☑️ Offene Aufgaben: { $count }. Heute neu: { $today }
admin-habits = 🌱 Gewohnheiten: { $count }
admin-sent = 🔔 Heute gesendete Erinnerungen: { $count }. Mehr als eine Minute zu spät: { $late }
admin-queue = ⏳ Jetzt fällig: { $ready }. Unterwegs oder vor einem neuen Versuch: { $claimed }. Geplant: { $waiting }. Zurückgehalten, weil jemand nicht erreichbar ist: { $held }
admin-reach = 📵 Personen, die den Bot blockiert haben: { $blocked }. Gruppen, in denen er nicht schreiben kann: { $unreachable }
admin-errors = ⚠️ Von Telegram endgültig abgelehnt: { $refused }. Vielleicht angekommen, aufgegeben: { $unclear }
admin-bans = 🚫 Gesperrt: { $count }
button-admin-refresh = 🔄 Aktualisieren
button-admin-letters = ✉️ Nicht zugestellt
button-admin-bans = 🚫 Gesperrte
letters-title = ✉️ <b>Nicht zugestellt: { $count }</b>. Tippe auf eine Nummer, um mehr zu sehen.
letters-reasons = Warum: { $reasons }
letters-line = { $number }. { $what }
letters-none = ✉️ Alles ist zugestellt.
letter-title = ✉️ <b>Nicht zugestellt</b>
letter-line = <code>{ $kind }</code> an <code>{ $chat }</code>, fällig { $at } UTC: { $reason }
letter-refused = Telegram hat es abgelehnt, oder vor dem Senden ging etwas schief. Niemand hat es gesehen.
letter-unclear = Telegrams Antworten blieben aus, es kann also angekommen sein.
letter-tries = Versuche: { $count }
button-letters-again = 🔁 Alle noch einmal
button-letter-again = 🔁 Noch einmal
button-letter-drop = 🗑 Verwerfen
notice-letters-again = Wieder unterwegs: { $count }
notice-letter-gone = Das ist nicht mehr da.
notice-letter-dropped = Verworfen
bans-title = 🚫 <b>Gesperrt: { $count }</b>
bans-none = 🚫 Niemand ist gesperrt.
bans-unban = ✅ { $name } entsperren
button-ban = 🚫 Sperren
button-unban = ✅ Entsperren
ban-done = 🚫 { $who } ist gesperrt und erfährt das einmal. Danach antworte ich nicht mehr und schicke keine Erinnerungen.
ban-already = 🚫 { $who } ist schon gesperrt.
ban-over = ✅ { $who } kann den Bot wieder benutzen. Was zurückgehalten wurde, kommt in einer Nachricht.
ban-none = ✅ { $who } ist nicht gesperrt.
who = { $name } (<code>{ $ids }</code>)
banned = 🚫 Du kannst diesen Bot nicht benutzen: Wer ihn betreibt, hat dich gesperrt. Was du geschrieben hast, bleibt erhalten.
refusal-admin-order = „{ $text }“ kenne ich nicht. Zum Beispiel: <code>/admin ban @sam</code>, oder nur <code>/admin</code>.
refusal-ban-whom = Wen? Mit ID oder Benutzername: <code>/admin { $order } @sam</code>.
refusal-ban-unknown = „{ $text }“ hat mir nie geschrieben. Zum Beispiel: <code>/admin ban @sam</code>.
refusal-ban-operator = Betreiber kann man nicht sperren. Nimm die ID zuerst aus <code>OPERATORS</code> heraus.
button-admin-broadcast = 📣 Rundnachricht
command-feedback = etwas an die Betreiber sagen
ask-feedback = 💬 Was möchtest du denen sagen, die diesen Bot betreiben? Sie lesen es mit deinem Namen.
ask-feedback-short = Deine Worte
feedback-sent = 💬 Weitergegeben. Eine Antwort kommt in unseren privaten Chat.
feedback-nobody = 💬 Hier liest niemand Feedback: Dieser Bot hat keine Betreiber, die ich erreichen kann. Nichts wurde gespeichert.
feedback-from = 💬 <b>Feedback</b> von { $who }, Sprache { $language }, Dueto { $version }. Antworte auf diese Nachricht.
button-feedback-reply = 💬 Antworten
ask-reply = 💬 Was soll ich antworten?
ask-reply-short = Deine Antwort
reply-sent = 💬 Deine Antwort ist unterwegs.
reply-lost = 💬 Soweit ich weiß, ist deine Antwort nicht angekommen: Die Person hat mich blockiert, oder Telegram hat sie nicht angenommen.
reply-from-operator = 💬 <b>Von denen, die diesen Bot betreiben:</b>
refusal-reply-forgotten = Dieses Feedback ist älter als 30 Tage und nicht mehr gespeichert.
refusal-reply-unreachable = Diese Person ist nicht erreichbar: Sie hat mich nie privat gestartet, hat mich blockiert oder ist gesperrt.
refusal-only-words = Bitte in Worten. Zum Beispiel: „Die Liste ist zu lang“.
refusal-mailing-long = Das ist zu lang. Bitte sag es in { $limit } Zeichen.
refusal-too-many-feedback = Du hast in 24 Stunden schon { $limit } Nachrichten geschickt. Bitte warte etwas.
ask-broadcast = 📣 Was soll darin stehen? Du siehst es vor allen anderen.
ask-broadcast-short = Die Nachricht
broadcast-ready = 📣 So wird es aussehen. Chats, die es bekommen: <b>{ $count }</b>
audience-people = 👤 Personen: { $count }
audience-groups = 👥 Gruppen: { $count }
audience-both = Beide: { $count }
button-broadcast-send = 📣 Senden
broadcast-sending = 📣 <b>Wird gesendet</b>
broadcast-paused = ⏸ <b>Angehalten</b>
broadcast-stopped = ⏹ <b>Beendet</b>
broadcast-done = ✅ <b>Gesendet</b>
broadcast-counts = Zugestellt: { $done } von { $count }. Nicht erreichbar: { $lost }. Abgelehnt: { $refused }. Unklar und nicht noch einmal gesendet: { $unclear }
button-broadcast-to-paused = ⏸ Anhalten
button-broadcast-to-sending = ▶️ Weiter
button-broadcast-to-stopped = ⏹ Beenden
command-admin = wie es dem Bot geht
refusal-unread-setting = „{ $text }“ verstehe ich nicht als Einstellung. Zum Beispiel: <code>/settings 12 Stunden</code>, <code>/settings Monat zuerst</code>, <code>/settings Woche ab Sonntag</code>, <code>/settings Ruhezeit 22:00-8:00</code>.

## Gewohnheiten: wie oft, wie viel

rate-every-day = jeden Tag
rate-day = am Tag
rate-week = pro Woche
rate-month = im Monat
rate-days = alle { $count } Tage
rate-workdays = Mo–Fr
rate-weekend = am Wochenende
rate-at-most = höchstens { $amount }
rate-times = { $count ->
    [1] einmal
    [2] zweimal
   *[other] { $count }-mal
}
progress-times = { $done } von { $target }
progress-limit = { $done } von höchstens { $target }
progress-week = diese Woche
progress-month = diesen Monat
progress-week-past = in jener Woche
progress-month-past = in jenem Monat
progress-days = in { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
}
streak-day = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
streak-week = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
}
streak-month = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
}

## Gewohnheiten: Statistik und Bilder

stats-title = 📊 <b>Deine Gewohnheiten</b>
stats-empty = 📊 Hier gibt es noch keine Gewohnheit. Fang mit einer an: <code>/habit 20 Seiten lesen jeden Tag um 21 Uhr</code> oder <code>/habit laufen 3 mal pro Woche</code>.
stats-score = 💪 Stärke: <b>{ $score }</b>
stats-streak = 🔥 Serie: <b>{ $current }</b>, Rekord { $best }
stats-kept = ✅ Geschafft: <b>{ $share }</b> ({ $kept } von { $judged })
stats-year = 🗓 In den letzten 12 Monaten: an { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
} erledigt
stats-year-limit = 🗓 In den letzten 12 Monaten: an { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
} im Limit
stats-week = 7 Tage: { $squares }
stats-more = … und { $count } weitere
stats-habits = { $count ->
    [one] eine Gewohnheit
   *[other] { $count } Gewohnheiten
}
leaderboard-title = 🏅 <b>Rangliste</b>
leaderboard-empty = 🏅 Noch steht niemand in der Rangliste. Öffne eine Gewohnheit mit /habits und tippe auf 🏅, um dich zu zeigen.
week-title = 📊 <b>Die Woche</b> · { $days }
week-done = ✅ <b>Erledigt: { $count }</b>
week-overdue = ⏰ <b>Überfällig: { $count }</b>
week-open = 📋 Noch offen: { $count }
picture-week = Die Woche · { $days }
notice-week-empty = In dieser Woche wurde nichts erledigt.
button-week-picture = 🖼 Bild
picture-sheet = Gewohnheiten
picture-streak = Serie
picture-best = Rekord
picture-kept = Geschafft
picture-total = Insgesamt
picture-total-of = Insgesamt ({ $unit })
picture-curve = Stärke, letzte 90 Tage
picture-in-a-row = Serie: { $streak }
picture-leaderboard = Rangliste
legend-less = weniger
legend-more = mehr
legend-limit = am Limit
legend-nothing = nichts
legend-done = erledigt
legend-missed = verpasst
legend-passed = zu viel
legend-skipped = ausgelassen
legend-away = Pause
button-habit-card = ✏️ Öffnen
button-leaderboard = 🏅 Rangliste
button-stats-all = 📊 Alle
button-stats-mine = 📊 Meine
command-stats = deine Gewohnheiten in Bildern; mit „Woche“: wer was schafft

## Die Karte einer Gewohnheit

hcard-not-kept = Bei dieser Gewohnheit machst du nicht mit.
hcard-archived = 📦 im Archiv
hcard-paused = ⏸ pausiert
hcard-paused-until = ⏸ pausiert bis { $day }
hcard-away = ⏸ alle Gewohnheiten sind pausiert
hcard-nobody = 👥 Noch macht niemand mit.
hcard-people = 👥 { $count ->
    [one] Eine Person macht mit:
   *[other] { $count } Leute machen mit:
}
hcard-edit = Was soll ich ändern?
hcard-times = ⏰ Wann soll ich dich erinnern? Tippe zum Ein- oder Ausschalten.
hcard-pause = ⏸ Wie lange? Eine Pause unterbricht die Serie nicht und verlängert sie nicht.
hcard-pause-group = ⏸ Wie lange pausierst du? Das gilt nur für dich und unterbricht oder verlängert deine Serie nicht.
hcard-delete = 🗑 Mit allen Tagen löschen? Im Archiv bleiben sie erhalten, und die Gewohnheit fragt nur nicht mehr.
hcard-delete-people = 👥 { $count } Leute machen mit.
hcard-deleted = 🗑 Gelöscht: <b>{ $name }</b>
archived-title = 📦 <b>Gewohnheiten im Archiv</b>
archived-empty = Hier ist nichts. 📦 auf der Karte einer Gewohnheit legt sie hier ab.
legend-partly = zum Teil
legend-asked = offen
legend-free = nicht dran
button-picture = 📊 Bild
button-archive = 📦 Archivieren
button-unarchive = 📤 Zurückholen
button-archived = 📦 Archiv
button-times = ⏰ Zeiten
button-habit-pause = ⏸ Pause
button-resume = ▶️ Fortsetzen
button-join = ➕ Mitmachen
button-leave = ➖ Aussteigen
button-ranked = 🏅 In der Rangliste zeigen
button-unranked = 🏅 Aus der Rangliste nehmen
button-board = ‹ Gewohnheiten
button-habit-name = ✏️ Name
button-habit-rate = 🔁 Wie oft und wie viel
button-move-up = ⬆️ Nach oben
button-yes-no = ☑️ Nur ja oder nein
button-pause-day = Heute
button-pause-week = Eine Woche
button-pause-open = Bis ich fortsetze
button-delete-habit = 🗑 Löschen
notice-joined-habit = Du machst jetzt mit.
notice-left-habit = Du machst nicht mehr mit. Deine Tage bleiben erhalten, falls du zurückkommst.
notice-ranked = Du stehst in der Rangliste.
notice-unranked = Du stehst nicht mehr in der Rangliste.
notice-not-kept = Bei dieser Gewohnheit machst du nicht mit. Tippe zuerst auf ➕ Mitmachen.
notice-paused = Pausiert
notice-resumed = Sie zählt wieder.
notice-archived = Im Archiv
notice-unarchived = Sie zählt wieder.
notice-on-top = Sie ist schon ganz oben.
ask-hedit-name = ✏️ Wie soll <b>{ $name }</b> jetzt heißen?
ask-hedit-name-short = Neuer Name
ask-hedit-words = 🔁 Wie oft, oder wie viel? Zum Beispiel: <code>3 mal pro Woche</code>, <code>20 Seiten jeden Tag um 21 Uhr</code>, <code>höchstens 2 pro Woche</code>. Was du weglässt, bleibt.
ask-hedit-words-short = 20 Seiten jeden Tag
ask-hedit-times = ⏰ Wann soll ich dich an <b>{ $name }</b> erinnern? Zum Beispiel: <code>7:30 und 21:15</code>.
ask-hedit-times-short = 7:30 und 21:15
ask-hedit-pause = ⏸ Bis zu welchem Tag pausierst du <b>{ $name }</b>? Zum Beispiel: <code>5. Oktober</code>, <code>nächsten Montag</code>.
ask-hedit-pause-short = 5. Oktober
refusal-unread-rate = „{ $text }“ verstehe ich bei einer Gewohnheit nicht. Zum Beispiel: <code>3 mal pro Woche</code>, <code>20 Seiten jeden Tag</code>, <code>höchstens 2 pro Woche</code>.
refusal-unread-times = „{ $text }“ verstehe ich nicht als Uhrzeit. Zum Beispiel: <code>7:30 und 21:15</code>.
refusal-unread-pause = „{ $text }“ verstehe ich nicht als kommenden Tag. Zum Beispiel: <code>5. Oktober</code>, <code>nächsten Montag</code>, <code>2026-12-01</code>.
refusal-too-many-times = Eine Gewohnheit kann höchstens { $limit } Erinnerungen am Tag haben. Zum Beispiel: <code>8:00 und 21:00</code>.
stats-which = 📊 Welche meinst du?

## Gewohnheiten: neue, die Tafel, das Eintragen

habit-added = { $square } Neue Gewohnheit: <b>{ $name }</b>
habit-begins = 🗓 Ab { $day }
habit-exists = Die Gewohnheit „{ $name }“ gibt es hier schon. Öffne sie oder wähle einen anderen Namen, zum Beispiel: <code>/habit 20 Seiten lesen jeden Tag</code>.
habit-exists-archived = Die Gewohnheit „{ $name }“ ist hier im Archiv. Öffne sie, um sie zurückzuholen, oder wähle einen anderen Namen, zum Beispiel: <code>/habit 20 Seiten lesen jeden Tag</code>.
habit-by-reply = Tippe auf einen Button oder antworte auf diese Nachricht.
habit-idea-read = Lesen
habit-idea-run = Laufen
habit-idea-water = Wasser trinken
habit-idea-meditate = Meditieren
habit-idea-stretch = Dehnen
habit-idea-sleep = Früh ins Bett
ask-habit-name = 🌱 Welche Gewohnheit? Wähle eine, schreib ihren Namen oder gleich alles: <code>20 Seiten lesen jeden Tag um 21:00</code>.
ask-habit-name-short = 20 Seiten lesen jeden Tag
ask-habit-goal = 🎯 Nur abhaken, oder zählst du etwas? Tippe, oder schreib die Menge: <code>20 Seiten</code>, <code>höchstens 2 Tassen</code>.
ask-habit-goal-at_least = 📈 Was ist dein Ziel? Zum Beispiel: <code>20 Seiten</code>, <code>2 l</code>.
ask-habit-goal-at_most = 🚦 Was ist dein Limit? Zum Beispiel: <code>2 Tassen</code>, <code>60 min</code>.
ask-habit-goal-short = 20 Seiten
ask-habit-often = 🔁 Wie oft? Tippe, oder schreib es: <code>montags, mittwochs und freitags</code>, <code>zweimal pro Woche</code>, <code>alle 3 Tage</code>.
ask-habit-often-short = 3-mal pro Woche
ask-habit-time = 🔔 Soll ich dich erinnern? Tippe, oder schreib die Zeiten: <code>7:30 und 21:15</code>.
ask-habit-time-short = 7:30 und 21:15
ask-habit-when = 🔔 Wann soll ich dich erinnern? Zum Beispiel: <code>7:30 und 21:15</code>.
ask-habit-when-short = 7:30 und 21:15
ask-habit-amount = 🔢 Wie viel bei <b>{ $name }</b>? Zum Beispiel: <code>{ $example }</code>; <code>-5</code> zieht ab, <code>=20</code> gilt für den ganzen Tag.
ask-habit-amount-short = 20
ask-habit-which = 🤔 Welche Gewohnheit ist „{ $name }“?
ask-habit-which-short = Name der Gewohnheit
button-kind-tick = ☑️ Nur abhaken
button-kind-reach = 📈 Ein Ziel erreichen
button-kind-limit = 🚦 Ein Limit einhalten
button-often-day = Jeden Tag
button-often-work = Mo–Fr
button-often-week3 = 3-mal pro Woche
button-often-days2 = Alle 2 Tage
button-often-week = Einmal pro Woche
button-remind-type = 🔔 Andere Zeit
button-new-habit = ➕ Neue Gewohnheit
button-log-instead = 🌱 Bei „{ $name }“ eintragen?
button-stats = 📊 Statistik
button-skip-day = ⏭
button-not-done = ↩️ Nicht erledigt
button-unskip = ⏭ ✓
button-type-amount = ⌨️
button-join-here = ➕
board-title = 🌱 <b>Gewohnheiten · { $day }</b>
board-done = { $done } von { $count } erledigt
board-idle = Nicht dran: { $names }
board-nobody = noch niemand
board-empty = 🌱 <b>Noch keine Gewohnheiten.</b> Fang mit einer an, zum Beispiel: <code>/habit 20 Seiten lesen jeden Tag um 21:00</code>, <code>/habit laufen 3-mal pro Woche</code>.
log-nothing = Das war schon so, es wurde nichts geändert.
log-unknown = Die Gewohnheit „{ $name }“ gibt es hier nicht. Du hast: { $names }. Zum Beispiel: <code>/log { $example } gestern</code>.
log-no-habits = Es gibt hier noch keine Gewohnheit zum Eintragen. Leg eine an, zum Beispiel: <code>/habit laufen 3-mal pro Woche</code>, dann <code>/log laufen</code>.
away-until = ⏸ Alle deine Gewohnheiten sind bis { $day } pausiert. Keine Serie reißt.
away-open = ⏸ Alle deine Gewohnheiten sind pausiert, bis du <code>Gewohnheiten fortsetzen</code> schreibst. Keine Serie reißt.
away-ended = ▶️ Deine Gewohnheiten zählen ab heute wieder.
away-none = Deine Gewohnheiten sind nicht pausiert. Zum Beispiel: <code>alle Gewohnheiten pausieren bis 5. Oktober</code>.
ask-away = 🏖 <b>Bis wann bist du weg?</b> Wähle oder schreib es: <code>5. Oktober</code>, <code>Freitag 18 Uhr</code>, <code>2 Wochen</code>, <code>1.-5. Oktober</code>.
ask-away-short = 5. Oktober
away-gone = 🏖 Du bist bis { $until } weg. Bis dahin erinnert dich keine Aufgabe, und deine Gewohnheiten sind pausiert: Keine Serie reißt.
away-gone-from = 🏖 Du bist von { $first } bis { $until } weg. In der Zeit erinnert dich keine Aufgabe, und deine Gewohnheiten sind pausiert: Keine Serie reißt.
away-gone-open = 🏖 Du bist weg, bis du wieder <code>/away</code> schreibst. Bis dahin erinnert dich keine Aufgabe, und deine Gewohnheiten sind pausiert: Keine Serie reißt.
away-meanwhile = Was du in der Zeit hinzufügst oder verschiebst, erinnert dich trotzdem. Alles andere kommt in einer Nachricht, wenn du zurück bist.
away-turns =
    { $count ->
        [one] 🔄 Als Nächstes ist bei einer Aufgabe statt dir jemand anderes dran.
       *[other] 🔄 Bei { $count } Aufgaben ist statt dir jemand anderes dran.
    }
away-back = ▶️ <b>Willkommen zurück.</b> Aufgaben erinnern dich wieder, und deine Gewohnheiten zählen ab heute.
person-away = { $name } (weg bis { $day })
person-away-open = { $name } (weg)
button-away-tomorrow = Bis morgen
button-away-sunday = Bis Sonntag
button-away-week = 1 Woche
button-away-fortnight = 2 Wochen
button-away-open = Bis ich zurück bin
button-away-back = ▶️ Ich bin zurück
button-overdue-spread = 📆 Auf 5 Tage verteilen
command-away = Erinnerungen und Gewohnheiten pausieren
setting-gone = 🏖 Du bist weg: <b>{ $first } – { $last }</b>
setting-gone-open = 🏖 Du bist weg seit: <b>{ $first }</b>
refusal-away-until = Ich verstehe nicht, bis wann, oder das ist vorbei oder zu weit weg. Zum Beispiel: <code>/away bis 5. Oktober</code>.
notice-done-first = An dem Tag ist schon etwas erledigt. Mach das erst rückgängig, dann kannst du ihn auslassen.
notice-joined = Du machst jetzt auch bei „{ $name }“ mit.
undone-habit-add = ↩️ Rückgängig gemacht, die Gewohnheit ist gelöscht: <b>{ $name }</b>
undone-habit-other = ↩️ Rückgängig gemacht: <b>{ $name }</b>
undone-away = ↩️ Rückgängig gemacht: Deine Pause ist wie zuvor.
undone-settings = ↩️ Rückgängig gemacht: Die Einstellung ist wie zuvor.
refusal-habit-gone = Diese Gewohnheit gibt es nicht mehr, oder sie gehört zu einem Chat, in dem du nicht bist. /habits zeigt deine.
refusal-unknown-habit = Die Gewohnheit „{ $name }“ gibt es hier nicht. /habits zeigt sie, zum Beispiel <code>/log laufen gestern</code>.
refusal-habit-exists = Die Gewohnheit „{ $name }“ gibt es hier schon. Wähle einen anderen Namen, zum Beispiel <code>/habit Zeitung lesen</code>.
refusal-habit-changed-since = Das wurde seitdem noch einmal geändert, deshalb kann ich nicht nur das rückgängig machen. Wie es jetzt ist, zeigt /habits.
refusal-too-many-habits = Diese Liste hat schon { $limit } Gewohnheiten, mehr passen nicht hinein. Archiviere erst eine: Öffne sie von /habits aus.
refusal-long-habit-name = Der Name einer Gewohnheit kann höchstens { $limit } Zeichen haben; es wurde nichts geändert. Zum Beispiel: <code>/habit 20 Seiten lesen jeden Tag</code>.
refusal-habit-not-begun = Diesen Button kann nur antippen, wer angefangen hat, und nur einen Tag lang. Fang neu an: <code>/habit</code>
refusal-unread-goal = „{ $text }“ verstehe ich nicht als Menge. Zum Beispiel: <code>20 Seiten</code>, <code>höchstens 2 Tassen</code>.
refusal-unread-often = „{ $text }“ verstehe ich nicht als Häufigkeit. Zum Beispiel: <code>jeden Tag</code>, <code>montags und freitags</code>, <code>3-mal pro Woche</code>.
refusal-unread-amount = „{ $text }“ verstehe ich nicht als Menge. Zum Beispiel: <code>500</code>, <code>0,5 l</code>, <code>-5</code>.
refusal-other-unit = <b>{ $name }</b> wird in { $unit } gezählt, nicht in „{ $said }“. Zum Beispiel: <code>/log { $name } 5 { $unit }</code>.
refusal-habit-future = { $day } kommt erst noch, da gibt es nichts einzutragen. Zum Beispiel: <code>/log laufen gestern</code>.
refusal-habit-long-ago = { $day } ist mehr als ein Jahr her. Zum Beispiel: <code>/log laufen Montag</code>.
refusal-habit-far = { $day } ist mehr als zehn Jahre entfernt. Zum Beispiel: <code>5. Oktober</code>, <code>nächsten Montag</code>.
refusal-away-past = Dieser Tag ist vorbei oder zu weit weg. Zum Beispiel: <code>alle Gewohnheiten pausieren bis 5. Oktober</code>.
topic-habits = gewohnheiten
help-habits = <b>Gewohnheiten</b>
    Eine Zeile legt eine an, /habit allein fragt Schritt für Schritt:
    • <code>/habit 20 Seiten lesen jeden Tag um 21:00</code>
    • <code>/habit laufen 3-mal pro Woche erinnern 18:00</code>
    • <code>/habit Süßes höchstens 2 pro Woche</code>

    /habits ist die Übersicht für heute: Antippen hakt ab, noch einmal macht es rückgängig, ⏭ lässt aus, ohne dass die Serie reißt, ‹ zeigt die Tage davor.
    • <code>/log laufen gestern</code>, <code>/log Wasser 500 ml</code>, <code>/log lesen 30 Seiten Montag</code>
    • privat auch ohne Befehl: <code>+500 ml Wasser</code>, <code>Gym gestern gemacht</code>, <code>Gym heute auslassen</code>
    • <code>alle Gewohnheiten pausieren bis 5. Oktober</code>, <code>Gewohnheiten fortsetzen</code>

    Dein Tag endet um { $turn }. In einer Gruppe macht mit, wer antippt, und alle haken für sich ab.
command-habit = eine neue Gewohnheit
command-habits = die Gewohnheiten von heute, zum Abhaken
command-log = eintragen, was du geschafft hast

## Gewohnheiten: Erinnerungen, Übersichten, Einstellungen

habit-reminder-streak = 🔥 Auf dem Spiel: <b>{ $streak }</b>
habit-reminder-limit = Wie viel heute?
habit-reminder-missing = ☐ Noch nicht: { $names }
habit-reminder-gone = 🔕 Diese Gewohnheit gibt es nicht mehr.
habit-reminder-deleted = 🗑 Gelöscht: <b>{ $name }</b>
habit-reminder-archived = 📦 Archiviert: <b>{ $name }</b>
habit-reminder-closed = 🔕 { $name }
habit-snoozed = 💤 <b>{ $name }</b>: Ich erinnere dich { $until }
habits-more = … und { $count } weitere: /habits
list-habits = 🌱 <b>Gewohnheiten</b> ({ $count })
why-habit = Du wolltest um { $at } erinnert werden.
setting-day-turn = 🌗 Der Tag der Gewohnheiten endet um <b>{ $value }</b>
setting-weekly = 📊 Wochenbericht: <b>{ $value }</b>
setting-missed-turns = 🔄 Wer seine Runde verpasst: <b>{ $value }</b>
missed-turns-stay = bleibt dran
missed-turns-pass = gibt sie weiter
setting-away = ⏸ Alle deine Gewohnheiten sind pausiert: <b>{ $first } – { $last }</b>
setting-away-open = ⏸ Alle deine Gewohnheiten sind pausiert seit: <b>{ $first }</b>
button-day-turn = 🌗 Tagesende
button-weekly = 📊 Wochenbericht
button-missed-turns = 🔄 Verpasste Runden
button-return = ▶️ Pause beenden
refusal-past-habit-snooze = Das ist schon vorbei. Antworte mit einer Zeit, die heute noch kommt, zum Beispiel: <code>in 20 Minuten</code>.
refusal-other-day-snooze = Dann ist der Tag von <b>{ $name }</b> vorbei: Später erinnern kann ich dich nur am selben Tag. Zum Beispiel: <code>in 20 Minuten</code>.
refusal-unread-habit-reply = „{ $text }“ verstehe ich nicht als Antwort auf diese Erinnerung. Zum Beispiel: <code>erledigt</code>, <code>auslassen</code>, <code>500</code>, <code>in 2 Stunden</code>.
refusal-weekly-in-groups = Der Wochenbericht ist für Gruppen. Schreib es dort, zum Beispiel: <code>/settings wöchentlich Sonntag 19:00</code>.

## Data

export = 📦 Alles von hier: { $tasks ->
        [0] keine Aufgaben
        [one] eine Aufgabe
       *[other] { $tasks } Aufgaben
    }{ $habits ->
        [0] {""}
        [one] {" "}und eine Gewohnheit
       *[other] {" "}und { $habits } Gewohnheiten
    }, auch Erledigtes und Gelöschtes.
export-json = Vollständig: Aufgaben, Gewohnheiten, Verlauf und Einstellungen.
export-csv = Aufgaben für eine Tabelle.
export-ics = Aufgaben für einen Kalender oder eine andere App.
button-export-csv = 📄 Für eine Tabelle
button-export-ics = 🗓 Für einen Kalender
refusal-data = Die Liste einer Gruppe mitnehmen oder füllen können nur ihre Admins.
refusal-data-who = Diese Liste { $count ->
    [one] kann
   *[other] können
} nur { $who } mitnehmen oder füllen.
ask-import = 📥 Schick mir die Datei: was ich exportiert habe, Todoist, TickTick, Loop, Google Tasks, einen Kalender (.ics) oder eine einfache Liste. Erst zeige ich nur, was darin steht.
ask-import-short = Eine Datei
import-kind-dueto = Was ich exportiert habe
import-kind-dueto-csv = Was ich exportiert habe, als Tabelle
import-kind-todoist = Todoist
import-kind-ticktick = TickTick
import-kind-loop = Loop
import-kind-google = Google Tasks
import-kind-ics = Ein Kalender
import-kind-list = Eine Liste
import-found = 📥 <b>{ $kind }</b>: { $what }
import-tasks = { $count ->
    [one] eine Aufgabe
   *[other] { $count } Aufgaben
}
import-done = (davon { $count } erledigt)
import-habits = { $count ->
    [one] eine Gewohnheit
   *[other] { $count } Gewohnheiten
}
import-days = (mit { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
})
import-sample = • { $title }
import-known = ♊ Schon hier, deshalb lasse ich es weg: { $what }.
import-unread = { $count ->
    [one] ❓ Eine Zeile konnte ich nicht ganz lesen:
   *[other] ❓ { $count } Zeilen konnte ich nicht ganz lesen:
}
import-unread-line = • { $line }. { $text }: { $why }
import-unread-more = … und { $count } weitere
import-why-title = hat keinen Titel, bleibt draußen
import-why-value = etwas darin kann nicht sein, bleibt draußen
import-why-line = passt zu nichts, was ich kenne, bleibt draußen
import-why-over = ist vorbei, bleibt draußen
import-why-date = kommt ohne ihr Datum
import-why-repeat = kommt ohne ihre Wiederholung
import-why-reminder = kommt mit deinen üblichen Erinnerungen
import-why-length = ihre Notizen sind gekürzt
import-why-tags = kommt nur mit ihren ersten Tags
import-ready = In deiner Liste steht davon noch nichts. Soll ich es importieren?
import-nothing-new = 📥 <b>{ $kind }</b>: Alles davon ist schon hier, es bleibt also alles, wie es war.
button-import = 📥 Importieren
imported = 📥 Importiert: { $what }. /list zeigt es, /undo macht alles davon rückgängig.
imported-unknown = Weggelassen ist, was Leuten gehört, die nicht hier sind: { $names }.
notice-imported = Das ist schon importiert.
undone-more = … und { $count } weitere
refusal-no-import-file = Dafür brauche ich eine Datei; es bleibt alles, wie es war. Schick eine mit <code>/import</code> darunter, oder antworte auf eine mit /import.
refusal-file-unfetched = Telegram hat mir die Datei nicht gegeben, es bleibt also alles, wie es war. Schick sie noch einmal, mit <code>/import</code> darunter.
refusal-import-unknown = Solche Dateien kenne ich nicht, es bleibt also alles, wie es war. Gut ist zum Beispiel eine Textdatei mit Zeilen wie <code>- Milch kaufen morgen</code>.
refusal-import-empty = Die Datei ist leer, es bleibt also alles, wie es war. Gut ist zum Beispiel eine Textdatei mit Zeilen wie <code>- Milch kaufen morgen</code>.
refusal-import-large = Die Datei ist größer als { $limit } MB, es bleibt also alles, wie es war. Teile sie und schick jeden Teil mit <code>/import</code> darunter.
refusal-import-rows = In der Datei sind mehr als { $limit } Zeilen, es bleibt also alles, wie es war. Teile sie und schick jeden Teil mit <code>/import</code> darunter.
refusal-import-encoding = Die Buchstaben in dieser Datei kann ich nicht lesen, es bleibt also alles, wie es war. Speichere sie als UTF-8 und schick sie noch einmal, mit <code>/import</code> darunter.
refusal-import-broken = Die Datei ist abgeschnitten oder beschädigt, es bleibt also alles, wie es war. Exportiere sie noch einmal und schick sie mit <code>/import</code> darunter.
refusal-import-newer = Diese Datei hat eine neuere Version von mir geschrieben, ich kann sie nicht lesen, es bleibt also alles, wie es war. Gut ist der Kalender (.ics) aus <code>/export</code> von dort.
refusal-import-packed = Dieses Archiv kann ich nicht entpacken, oder entpackt ist es zu groß, es bleibt also alles, wie es war. Schick die Datei daraus, mit <code>/import</code> darunter.
refusal-import-nothing = In dieser Datei sind weder Aufgaben noch Gewohnheiten, es bleibt also alles, wie es war. Gut ist zum Beispiel eine Textdatei mit Zeilen wie <code>- Milch kaufen morgen</code>.
refusal-import-slow = Diese Datei zu lesen dauert zu lange, es bleibt also alles, wie es war. Teile sie und schick jeden Teil mit <code>/import</code> darunter.
command-import = Aufgaben und Gewohnheiten aus einer Datei
command-export = alles als Dateien
forget = 🗑 <b>Soll ich alles von dir löschen?</b>

    <b>Das verschwindet endgültig:</b> deine Liste hier mit Aufgaben, Dateien, Gewohnheiten, Verlauf und Einstellungen, auch der Papierkorb. In Gruppen: was dir zugewiesen ist, wann du dran bist, deine Einträge bei Gewohnheiten und dein Platz auf Ranglisten.
    <b>Das bleibt:</b> Aufgaben und Gewohnheiten, die du in Gruppen angelegt hast, ohne deinen Namen, und was andere geschrieben haben. Unsere Nachrichten bleiben in Telegram, bis du diesen Chat löschst.

    Rückgängig machen geht nicht. Nimm vorher alles als Datei mit, wenn du magst.
forget-sure = 🗑 Wirklich alles? Danach kann es niemand zurückholen.
forget-done = Alles ist gelöscht: Von dir ist hier nichts mehr da. Schreibst du mir wieder, oder in einer Gruppe mit mir, lernen wir uns neu kennen.
forget-kept = Es wurde nichts gelöscht.
forget-private = Das geht in unserem privaten Chat: Öffne ihn und schick dort <code>/forget</code>.
button-export-first = 📦 Alles als Datei
button-erase = 🗑 Alles löschen
button-erase-all = 🗑 Ja, alles löschen
button-keep-all = Alles behalten
command-forget = alles von dir löschen
calendar-told = 📅 <b>Deine Kalenderadresse</b>

    <code>{ $address }</code>

    Füge sie in deinem Kalender als Abonnement hinzu. { $what }
    Behalte sie für dich: Wer sie hat, kann das alles lesen. Ich nenne sie nur jetzt und hebe sie nicht auf.
calendar-own = Sie zeigt deine Aufgaben mit Datum, was dir in Gruppen zugewiesen ist, und die Zeiten deiner Gewohnheiten.
calendar-of = Sie zeigt die Aufgaben von <b>{ $title }</b> mit Datum, solange du in der Gruppe bist.
calendar-known = 📅 Du hast eine Kalenderadresse, genannt { $told } und { $read }. { $what }
    Die Adresse selbst hebe ich nicht auf. Hast du sie verloren, nimm eine neue; die alte gilt dann sofort nicht mehr.
calendar-read = zuletzt gelesen { $at }
calendar-unread = noch nicht gelesen
calendar-revoked = 🚫 Die Adresse gilt nicht mehr: Sie zeigt niemandem mehr etwas. <code>/calendar</code> macht eine neue.
calendar-group = 📅 Kalenderadressen nenne ich nur privat: Jeder hat seine eigene. Tippe für deine.
calendar-no-address = 📅 Dieser Bot hat keine öffentliche Adresse, kein Kalender kann ihn erreichen. Wer ihn betreibt, kann <code>PUBLIC_URL</code> setzen. Bis dahin hat <code>/export</code> eine Datei für Kalender.
button-new-address = 🔄 Neue Adresse
button-revoke = 🚫 Ungültig machen
button-calendar-private = 📅 Meine Kalenderadresse
privacy-what = 🔒 <b>Was ich von dir aufhebe</b>
    Deinen Namen, @username, deine Telegram-Nummer, Sprache und Einstellungen; an welchem Tag du zuletzt aktiv warst; deine Aufgaben mit Notizen und Verlauf, Gewohnheiten und ihre Einträge; in welchen Gruppen mit mir du bist. Dateien liegen bei Telegram, ich habe nur ihre Nummern. Von anderen Gesprächen in Gruppen hebe ich nichts auf.
privacy-file = <b>Wo:</b> in einer Datei auf dem Server, auf dem ich laufe.
privacy-postgresql = <b>Wo:</b> in einer PostgreSQL-Datenbank auf { $host }.
privacy-how-long = <b>Wie lange:</b> bis du es endgültig löschst; { $trash ->
        [0] Gelöschtes ist bis dahin im Papierkorb.
       *[other] Gelöschtes ist { $trash } Tage im Papierkorb.
    } Abgeschlossene Erinnerungen: { $reminders } Tage. Welche Nachrichten ich schon gesehen habe: { $updates } Tage. Lange Worte hinter Buttons: { $buttons } Tage. Was du in anderen Chats hinter meinem Namen schreibst: { $drafts } Tage. Was du mit /feedback schreibst: { $feedback } Tage.
privacy-silent = Blockierst du mich oder löschst dein Konto, und tust du in Gruppen mit mir nichts, wird alles von dir nach { $days ->
        [one] einem Tag
       *[other] { $days } Tagen
    } gelöscht.
privacy-never = Blockierst du mich, bleibt alles da, bis du zurückkommst und es löschst.
privacy-who = <b>Wer es lesen kann:</b> wer diesen Server betreibt; in einer Gruppe ihre Mitglieder, was der Gruppe gehört; wer eine Kalenderadresse von dir hat, was sie zeigt. Unsere Nachrichten gehen durch Telegram. Sonst bekommt niemand etwas, und Werbung gibt es nicht.
privacy-yours = <b>Es gehört dir:</b> mit <code>/export</code> bekommst du alles, <code>/forget</code> löscht es.
command-calendar = deine Aufgaben im Kalender
command-privacy = was ich von dir aufhebe

## The pinned list of /board

pinned-title = 📌 <b>Offene Aufgaben</b> · { $count ->
    [one] eine Aufgabe
   *[other] { $count } Aufgaben
}
pinned-overdue = ⏰ <b>Überfällig</b>
pinned-today = <b>Heute</b>
pinned-coming = <b>Später</b>
pinned-nodate = <b>Ohne Datum</b>
pinned-more = … und { $count } weitere: /list
pinned-empty = Nichts zu tun.
pinned-cannot-pin = Ich darf hier keine Nachrichten anpinnen. Pinne diese selbst an, oder mach mich zum Admin mit diesem Recht.
pinned-over = 📌 Diese angepinnte Liste ist beendet. <code>/board</code> beginnt eine neue.
pinned-off = 📌 Die angepinnte Liste ist beendet.
pinned-none = Hier gibt es keine angepinnte Liste. <code>/board</code> beginnt eine.
refusal-board-words = <code>/board</code> pinnt eine Liste an, <code>/board off</code> beendet sie.
button-end-board = ⏹ Beenden
notice-ticked = Erledigt. Rückgängig: /undo
notice-board-off = Die angepinnte Liste ist beendet

## Everywhere in Telegram

inline-new = ➕ Neue Aufgabe: { $title }
inline-new-hint = Ohne Datum
inline-start = Starte Dueto, um deine Aufgaben hier zu sehen
shared-whose = 👤 { $name }
shared-taken = 🤝 { $names }
button-keep-words = 📝 In meine Liste
button-accept = 🤝 Übernehmen
notice-card-kept = Steht in deiner Liste als #{ $number }.
notice-card-done = Erledigt
notice-card-was-done = Ist schon erledigt.
notice-card-accepted = Steht in deiner Liste als #{ $number }.
notice-card-own = Das ist deine eigene Aufgabe.
notice-card-have-it = Diese Aufgabe hast du schon.
notice-card-not-yours = Das ist eine Aufgabe von { $who }. Mit 🤝 Übernehmen steht sie auch in deiner Liste.
guest-tasks = { $count ->
    [one] ➕ Eine Aufgabe steht in deiner Liste.
   *[other] ➕ { $count } Aufgaben stehen in deiner Liste.
}
guest-start = ⚠️ Ich kann dir noch nicht schreiben. Starte mich, dann erinnere ich dich.
button-start-bot = 💬 Dueto starten
refusal-link = Dieser Link führt nirgendwohin, gilt nicht mehr oder ist nicht für dich. Was dir gehört: /list
button-in-private = 🔗 Im privaten Chat
button-share = 📤 Teilen
