"""Spanish."""

from __future__ import annotations

from bot.language.engine import build as b
from bot.language.engine.language import Language, words
from bot.language.engine.phrases import Row
from bot.language.engine.saying import Saying, one_or_many
from bot.language.said import Length

_WORDS = words(
    "cero|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_NUMBERS = {
    "cero": 0,
    "uno|una|un|1o": 1,
    **{word: n for n, word in enumerate(_WORDS[1:], 2)},
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "noventa": 90,
}
_ORDINALS = {
    "primer|primero|primera|1er|1ro": 1, "segundo|segunda": 2, "tercer|tercero|tercera": 3,
    "cuarto|cuarta": 4, "quinto|quinta": 5, "último|última": -1,
}  # fmt: skip

_DAYS = (
    Row("<on>? hoy", b.offset(0)),
    Row("<on>? mañana", b.offset(1), "day"),
    Row("<on>? el día de mañana", b.offset(1)),
    Row("<on>? pasado mañana", b.offset(2)),
    Row("{weekday}", b.coming, "day"),
    Row("{wd}", b.coming, "short-day"),
    Row("<on> {weekday}", b.coming, "named-day"),
    Row("<on_day> {wd}", b.coming, "named-day"),
    Row("<on>? este|próximo {wd}", b.coming),
    Row("<on>? {wd} próximo|siguiente", b.coming),
    Row("<on>? {wd} que viene", b.coming),
    Row("<on>? {wd} de <next_week>", b.next_week),
    Row("<next_week> ,? <on>? {wd}", b.next_week),
    Row("<in> {n} semanas|semana ,? <on>? {wd}", b.weeks_ahead),
    Row("<on>? {wd} <in> {n} semanas|semana", b.on_weeks_ahead),
    Row("<on>? este fin de semana", b.weekend(0)),
    Row("<on> fin de semana", b.weekend(0)),
    Row("<on>? este|el finde", b.weekend(0)),
    Row("<on>? próximo fin de semana", b.weekend(0)),
    Row("<on>? fin de semana que viene", b.weekend(0)),
    Row("<on>? fin de semana de <next_week>", b.weekend(1)),
    Row("<on>? <next_week>", b.week(1)),
    Row("<on>? próximo mes", b.month(1)),
    Row("<on> día? {md} del <next_month>", b.month_day(1)),
    Row("el? <next_month> el día? {md}", b.month_day(1)),
    Row("<on> día? {md} de este mes", b.of_month),
    Row("<on>? mes que viene", b.month(1)),
    Row("<on>? mes próximo|siguiente", b.month(1)),
    Row("<on>? próximo año", b.year(1)),
    Row("<on>? año que viene", b.year(1)),
    Row("más tarde|adelante esta semana", b.later_week),
    Row("esta semana más tarde|adelante", b.later_week),
    Row("<end> mes", b.month_end(0)),
    Row("<end> este mes", b.month_end(0)),
    Row("<end> <next_month>", b.month_end(1)),
    Row("<on>? último día del|de mes", b.month_end(0)),
    Row("<end> año", b.year_end),
    Row("<end> {month} {year}?", b.part_of_month(-1)),
    Row("<middle> mes", b.month_middle(0)),
    Row("<middle> {month} <of_year>? {year}?", b.part_of_month(15)),
    Row("<begin> {month} <of_year>? {year}?", b.part_of_month(1)),
    Row("<begin> <next_month>", b.month(1)),
    Row("<on>? día? {dated}", b.same_day, "date"),
    Row("<on>? {wd} ,? <on>? día? {dated}", b.beside),
    Row("<on>? {date}", b.same_day, "date"),
    Row("<on>? {wd} ,? <on>? {date}", b.beside),
    Row("<on> {loose}", b.same_day, "date"),
    Row("<on>? día {md}", b.of_month, "ordinal"),
    Row("<on> {md}", b.of_month, "el-day ordinal"),
    Row("<on>? {wd} ,? <on>? {md}", b.beside_day, "digits edge"),
    Row("<on>? {ord} {wd} de|en {month}", b.nth),
    Row("<on>? {ord} {wd} del|de este? mes", b.nth),
    Row("<on>? {ord} {wd} del <next_month>", b.nth_next_month),
    Row("<in> {length}", b.in_length),
    Row("{length}", b.in_length, "start compact"),
)

_CLOCKS = (
    Row("<at>? {hm} <hours>? {half}?", b.at_clock, "number"),
    Row("<at> {h.m} <hours>? {half}?", b.at_clock, "number"),
    Row("<at> {h} <hours> {half}?", lambda h, half: b.uhr(h, None, half)),
    Row("<at> {h} {half}?", b.at_hour, "number count"),
    Row("{h} {half}", b.at_hour, "number"),
    Row("<at>? {hh}", b.at_clock, "h-clock"),
    Row("<at> {hh}", b.at_clock),
    Row("{h}", b.at_hour, "after-day count"),
    Row("{h}", b.at_hour, "start action"),
    Row("<at>? {words} y media {half}?", b.past(30)),
    Row("<at>? {words} y cuarto {half}?", b.past(15)),
    Row("<at>? {words} menos cuarto {half}?", b.past(-15)),
    Row("<at> {h} y media {half}?", b.past(30)),
    Row("<at> {h} y cuarto {half}?", b.past(15)),
    Row("<at> {h} menos cuarto {half}?", b.past(-15)),
    Row("<at> {h} y {n} minutos? {half}?", b.hour_minutes_any),
    Row("<at> {h} menos {n} minutos? {half}?", b.hour_to),
    Row("<at> {words} {words} {half}?", b.hour_minutes),
    Row("un? cuarto para <at> {h} {half}?", b.past(-15)),
    Row("{n} minutos? para las {h} {half}?", b.minutes_to),
    Row("<also> {hm} <hours>? {half}?", b.also_clock, "after-clock"),
    Row("<also> {h} <hours>? {half}?", b.also_hour, "after-clock count"),
)

_PARTS = (
    Row("por|en la mañana", b.part("morning")),
    Row("esta mañana", b.part("morning")),
    Row("temprano por la mañana", b.part("morning")),
    Row("a|al mediodía", b.part("noon")),
    Row("este mediodía", b.part("noon")),
    Row("por|en|a la tarde", b.part("afternoon")),
    Row("esta tarde", b.part("afternoon")),
    Row("tarde", b.part("afternoon"), "after-day"),
    Row("por|en|a la noche", b.part("night")),
    Row("de noche", b.part("night"), "after-day"),
    Row("noche", b.part("night"), "after-day"),
    Row("esta noche", b.today_part("tonight")),
    Row("a la? medianoche", b.part("midnight")),
    Row("antes de la? medianoche", b.part("midnight")),
    Row("al? final del día", b.part("end of day")),
    Row("a fin|final de día", b.part("end of day")),
    Row("antes del? fin|final del? día", b.part("end of day")),
    Row("al terminar el día", b.part("end of day")),
    Row("<on>? fin del día", b.part("end of day")),
    Row("al? final de la|esta semana", b.end_of_week),
    Row("a finales|fines|final de la? semana", b.end_of_week),
    Row("a finales|fines|final de esta semana", b.end_of_week),
    Row("<on>? fin de la semana", b.end_of_week),
)

_REPEATS = (
    Row("<every> !? días|día", b.every("DAILY")),
    Row("a diario", b.every("DAILY")),
    Row("diariamente", b.every("DAILY")),
    Row("<every> !? <workday>", b.workdays),
    Row("los <workday>", b.workdays),
    Row("entre semana", b.workdays),
    Row("de lunes a viernes", b.workdays),
    Row("<every> !? fin de semana", b.weekends),
    Row("un fin de semana sí y otro no", b.other_weekend),
    Row("<every> !? fines de semana", b.weekends),
    Row("los fines de semana", b.weekends),
    Row("los {wds}", b.every_weekdays),
    Row("<every> !? {wds}", b.every_weekdays),
    Row("<every> !? semana|semanas <the>? {wds}", b.every_weekdays),
    Row("<every> !? semana|semanas los {wds}", b.every_weekdays),
    Row("<every> !? otro {wds}", b.every_other),
    Row("un {wd} sí y otro no", lambda wd: b.every_other((wd,))),
    Row("cada !? {n} {wds}", b.every_n_weekdays),
    Row("cada !? {n} semanas <the>? {wds}", b.every_n_weekdays),
    Row("cada !? {n} semanas los {wds}", b.every_n_weekdays),
    Row("cada !? {length}", b.every_length),
    Row("<every> !? {unit}", b.every_length),
    Row("<every> !? {ord} {unit}", b.every_nth_length, "not-last"),
    Row("un día sí y otro no", b.every("DAILY", 2)),
    Row("una semana sí y otra no", b.every("WEEKLY", 2)),
    Row("<every> !? {ords} {wds}", b.doubtful_nth),
    Row("<every> !? {ords} {wds} <of_month>", b.every_nth),
    Row("<every> !? mes|meses <the>? {ords} {wds}", b.every_nth),
    Row("mensualmente <the>? {ords} {wds}", b.every_nth),
    Row("<the>? {ords} {wds} <every_month>", b.every_nth),
    Row("<every> !? día? {mds}", b.every_day_of_month, "digits not-ordinal"),
    Row("<every> !? mes|meses <the> día? {mds}", b.every_day_of_month),
    Row("mensual|mensualmente <the> día? {mds}", b.every_day_of_month),
    Row("<the>? día? {mds} <every_month>", b.every_day_of_month),
    Row("los? días {mds} <every_month>", b.every_day_of_month),
    Row("<every> !? último día <of_month>?", b.last_day_of_month),
    Row("<the>? último día <every_month>", b.last_day_of_month),
    Row("<every> !? mes|meses <the> último día", b.last_day_of_month),
    Row("<end> <every_month_bare>", b.last_day_of_month),
    Row("<every> !? último <workday> <of_month>?", b.last_workday),
    Row("<the>? último <workday> <every_month>", b.last_workday),
    Row("<every> !? {ord} <workday> <of_month>", b.nth_workday),
    Row("<the>? {ord} <workday> <every_month>", b.nth_workday),
    Row("<every> !? {month_dates}", b.every_year_day),
    Row("<every> !? año|años <the>? {month_dates}", b.every_year_day),
    Row("anualmente <the>? {month_dates}", b.every_year_day),
    Row("<the>? {month_dates} de? cada año", b.every_year_day),
    Row("<the>? {month_dates} de? todos los años", b.every_year_day),
    Row("<every> !? {months}", b.every_month),
    Row("<every> !? mañanas|mañana", b.every_part("morning")),
    Row("por las mañanas", b.every_part("morning")),
    Row("<every> !? tardes|tarde", b.every_part("afternoon")),
    Row("por las tardes", b.every_part("afternoon")),
    Row("<every> !? noches|noche", b.every_part("night")),
    Row("por las noches", b.every_part("night")),
    Row("<every> !? mediodía", b.every_part("noon")),
    Row("<every> !? media hora", b.every("MINUTELY", 30)),
    Row("<every> !? trimestre", b.every("MONTHLY", 3)),
    Row("diario|diaria", b.every("DAILY"), "adjective"),
    Row("semanalmente", b.every("WEEKLY")),
    Row("semanal", b.every("WEEKLY"), "adjective"),
    Row("quincenalmente", b.every("WEEKLY", 2)),
    Row("quincenal", b.every("WEEKLY", 2), "adjective"),
    Row("mensualmente", b.every("MONTHLY")),
    Row("mensual", b.every("MONTHLY"), "adjective"),
    Row("trimestralmente", b.every("MONTHLY", 3)),
    Row("trimestral", b.every("MONTHLY", 3), "adjective"),
    Row("anualmente", b.every("YEARLY")),
    Row("anual", b.every("YEARLY"), "adjective"),
    Row("una vez al|por|cada|a la? {unit}", b.every_length),
    Row("una vez cada {length}", b.every_length),
    Row("<also_days> <every>? {wds}", b.also_weekdays, "after-weekly-clock"),
)

_BOUNDS = (
    Row("a partir de|del {day}", b.from_day),
    Row("desde|empezando|comenzando {day}", b.from_day),
    Row("del|desde|de el? {day} al|hasta|a {day}", b.period),
    Row("hasta {day} <at>? {clock}?", b.until_day),
    Row("hasta <at>? {clock}", b.until_clock),
    Row("durante|por {length}", b.for_length),
    Row("excepto|menos|salvo los|el? {wds}", b.excluding),
    Row("{n} veces", b.times, "times"),
    Row("después de <completion>", b.after_completion),
    Row("tras|al|desde <completion>", b.after_completion),
    Row("de|desde las? {bare} <hours>? a|hasta las? {bare} <hours>?", b.window),
    Row("entre las? {bare} y las? {bare} <hours>?", b.window),
    Row("{bare} - {bare}", b.window),
)

_MARKS = (
    Row("<remind> {length} ,|y {length} y|, {length} antes", b.remind),
    Row("<remind> {length} y|, {length} antes", b.remind),
    Row("<remind> {length} antes", b.remind),
    Row("<remind> {length} después", b.remind_after, "edge"),
    Row("<remind> <on>? día anterior|antes {clock}?", b.remind_eve),
    Row("<remind> <on>? día anterior|antes {clock}? y|, {length} antes", b.remind_eve),
    Row("<remind> {n} días antes {clock}", b.remind_days),
    Row("<nag> cada? {length}", b.nag),
    Row("<lead> que|de", b.lead_in, "lead"),
    Row("<lead> :?", b.lead_in, "lead"),
    Row("recordatorio :", b.lead_in, "lead"),
    Row("que|de", b.lead_in, "after-lead"),
)

_WISHES = {
    "done": "hecho|listo|terminado|completado|completar|hecha|marcar como hecha|marcar como hecho"
    "|completa|terminar",
    "delete": "borrar|borra|eliminar|elimina|borra la tarea|eliminar tarea|quitar",
    "snooze": "posponer|pospón|aplazar|aplaza|recuérdamelo|posponlo|aplázalo|más tarde",
    "snooze_for": "a|hasta|por|en|para|durante|hasta el",
    "change": "cambia|cambiar|mueve|mover|cambia la tarea|cambia el recordatorio"
    "|cambiar recordatorio|cambiar el recordatorio|mueve la tarea|mover tarea|mover recordatorio"
    "|mueve el recordatorio|cambia recordatorio|reprograma|reprogramar|cambiar tarea",
    "to": "a|al|para|para el|hasta",
    "zone": "zona horaria|pon la zona horaria|mi zona horaria es|cambia la zona horaria"
    "|cambiar zona horaria|establecer zona horaria|establece la zona horaria|huso horario"
    "|configurar zona horaria|fijar zona horaria|pon zona horaria|cambiar la zona horaria",
    "to_zone": "a|en|es|:|=",
    "digest": "recordatorio diario|resumen diario|agenda diaria|resumen matutino|agenda matutina"
    "|agenda|resumen",
    "off": "no|nunca|desactivar|apagar|desactivado|desactiva",
    "until": "hasta|hasta el",
    "eve": "el día anterior|el día antes|la víspera|un día antes|el día de antes|la noche anterior",
    "before": "antes",
    "remind": "recordar|recuérdame|recordatorio|avísame|nuevo recordatorio|añadir recordatorio"
    "|avisar",
    "remind_before": "",
}

_MONTHS = words(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
)
_WEEKDAYS = words("lunes martes miércoles jueves viernes sábado domingo")
_NTH = {1: "primer", 2: "segundo", 3: "tercer", 4: "cuarto", 5: "quinto", -1: "último"}

_SAYING = Saying(
    date="el {day} de {month} de {year}",
    date_in_year="el {day} de {month}",
    at="a las {time}",
    months=tuple(_MONTHS),
    units={
        "MINUTELY": ("cada minuto", "cada {n} minutos"),
        "HOURLY": ("cada hora", "cada {n} horas"),
        "DAILY": ("todos los días", "cada {n} días"),
        "WEEKLY": ("cada semana", "cada {n} semanas"),
        "MONTHLY": ("cada mes", "cada {n} meses"),
        "YEARLY": ("cada año", "cada {n} años"),
    },
    weekdays=tuple(_WEEKDAYS),
    workdays="de lunes a viernes",
    weekend="cada fin de semana",
    weekly="cada {days}",
    weekly_counted=("cada semana el {days}", "cada {n} semanas el {days}"),
    ordinal=str,
    nth=lambda n, weekday: f"{_NTH[n]} {_WEEKDAYS[weekday]}",
    monthly_nth="el {days} de cada mes",
    monthly_days="el {days} de cada mes",
    monthly_last="el último día de cada mes",
    monthly_workday=lambda n: f"el {_NTH[n]} día laborable de cada mes",
    counted_nth="{every} el {days} del mes",
    counted_days="{every} el día {days}",
    counted_last="{every} el último día del mes",
    yearly="cada año el {days}",
    counted_yearly="{every} el {days}",
    yearly_day="{day} de {month}",
    joined="y",
    on_weekdays="cada {days}",
    until="hasta {date}",
    times=("{n} veces", "{n} veces"),
    completion="después de completar",
    plural=one_or_many,
)

LANGUAGE = Language(
    code="es",
    script="latin",
    decimal=",",
    numbers=_NUMBERS,
    joints=frozenset("y"),
    ordinals=_ORDINALS,
    ordinal_marks=frozenset(("º", "ª", "o", "a", "er", "ro", "do", "to")),
    months=words(
        "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
        "septiembre|setiembre|sep|sept|set octubre|oct noviembre|nov diciembre|dic"
    ),
    weekdays=words("lunes martes miércoles jueves viernes sábado domingo"),
    weekdays_short=words("lun mar mié jue vie sáb dom"),
    weekdays_repeated=words("- - - - - sábados domingos"),
    units={
        "minuto|minutos|min|mins|m": Length(minutes=1),
        "hora|horas|h|hr|hrs": Length(minutes=60),
        "día|días|d": Length(days=1),
        "semana|semanas|sem": Length(days=7),
        "quincena|quincenas": Length(days=15),
        "mes|meses": Length(months=1),
        "trimestre|trimestres": Length(months=3),
        "año|años": Length(months=12),
    },
    lengths={
        "media hora": Length(minutes=30),
        "un cuarto de hora|cuarto de hora": Length(minutes=15),
        "tres cuartos de hora": Length(minutes=45),
        "hora y media|una hora y media": Length(minutes=90),
        "medio año": Length(months=6),
        "medio día": Length(minutes=720),
        "un par de horas": Length(minutes=120),
        "un par de minutos": Length(minutes=2),
        "un par de días": Length(days=2),
        "un par de semanas": Length(days=14),
        "un par de meses": Length(months=2),
        "un año y medio": Length(months=18),
    },
    and_half="y media|y medio",
    sets={
        "the": "el|en el|para el",
        "on": "el|para|para el|para la|antes del|antes de|antes de el|hasta|hasta el|a más tardar"
        "|a más tardar el|en el|no más tarde del|a partir del",
        "on_day": "el|para el|antes del|hasta el|este",
        "in": "en|dentro de|de aquí a",
        "at": "a las|a la|sobre las|hacia las|antes de las|para las|desde las|a eso de las|las"
        "|alrededor de las|@|hasta las",
        "hours": "h|hs|hrs|horas|hora",
        "next_week": "la semana que viene|la próxima semana|la semana próxima|próxima semana"
        "|la semana siguiente|semana que viene|semana próxima",
        "next_month": "mes que viene|próximo mes|mes próximo|el mes que viene|el próximo mes",
        "end": "a fin de|a final de|a finales de|a fines de|al final de|al final del|fin de"
        "|final de|finales de|antes de fin de|para fin de|para finales de|a final del|a finales del"
        "|antes de final de",
        "middle": "a mediados de|mediados de|para mediados de|en mitad de",
        "begin": "a principios de|a comienzos de|a inicios de|principios de|para principios de"
        "|comienzos de|a principio de",
        "and": "y|,|, y|e|y los|, los|y el|, el|y las|y cada|y todos los",
        "also": "y|,|, y|y a las|, a las|, y a las|y las|y a la",
        "also_days": "y|,|, y|y el|y los|, el|, los",
        "to": "-|–|a|al|hasta",
        "of": "de|del",
        "of_year": "de|del",
        "every": "cada|todos los|todas las",
        "of_month": "del mes|de cada mes|de mes|de todos los meses|al mes",
        "every_month": "de cada mes|de todos los meses|cada mes|todos los meses|mensualmente",
        "every_month_bare": "cada mes|todos los meses",
        "workday": "días laborables|días hábiles|día laborable|día hábil|días laborales|día laboral"
        "|días de semana|días de trabajo|día de trabajo|día de semana",
        "completion": "completar|completarla|completarlo|completarse|terminar|terminarla"
        "|terminarlo|hacerlo|hacerla|completada|completado|que se complete|la finalización"
        "|finalizar|haberla completado|haberlo completado|cada finalización",
        "remind": "recordar|recuérdame|recordatorio|avisar|avísame|recordarme",
        "nag": "insistir|insiste|insísteme|machacar",
        "lead": "recuérdame|recordarme|por favor recuérdame|recuérdame por favor|hazme acordar",
        "per": "a|al|por|cada|en",
        "after_adverb": "con|en|para|después|antes|a|desde|hasta",
        "of_morning": "de la mañana|de la madrugada|de madrugada|por la mañana",
        "of_afternoon": "de la tarde|por la tarde|del mediodía|de mediodía",
        "of_evening": "",
        "of_night": "de la noche|por la noche",
        "am": "am|a . m .|a . m",
        "pm": "pm|p . m .|p . m",
    },
    days=_DAYS,
    clocks=_CLOCKS,
    parts=_PARTS,
    repeats=_REPEATS,
    bounds=_BOUNDS,
    marks=_MARKS,
    wishes=_WISHES,
    strong="",
    weak="en a el la de del al mar dom lun sol por para un una uno y o once may e no es "
    "mes mar set sep oct nov jun jul min",
    ordinary="martes marte martas junto junta julia julian juli mayor mayo marca marcos marzos "
    "hoja hojas horno hotel enera abrir abri viernes vierte siente siete sietes ocho ochos "
    "nuevo nueve nueva nuevas nuevos cinco cincos sabana sabanas sabado domingos domingo lunas "
    "luna manzana manzanas mañanas mantana manana cuadro cuatro cuarto cuartos quinta quince "
    "veinte veinticinco semana semanal semanas hora horas horno dias dian diana meses mesas "
    "mesa minutos minuto minuta cada canada entre enteros entero agosta angosto ajusto agostos "
    "octavo octubre trece treinta trenza once tarde tardes noche noches doces dulce doble nuez "
    "seis seises",
    typo_words="mañana pasado próximo próxima todos semanal mensual diariamente noche tarde",
    counted="kg g km m cm l ml € $ euros euro pesos dólares % por personas persona veces "
    "minutos min horas hora días semanas meses años kilos gramos litros páginas puntos grados "
    "huevos niños invitados kilo litro parte partes taza tazas cucharada página",
    counted_endings=("os", "as"),
    actions="despertar despertarse levantarse llamar comer cenar desayunar yoga gimnasio "
    "reunión cena comida desayuno cita dentista médico clase vuelo tren",
    action_endings=("ar", "er", "ir", "arme", "erme", "irme", "arse", "erse", "irse"),
    capital_names=True,
    not_before_day="santo plácido a y don doña la una esta toda negro del black cada último "
    "pasado san las",
    not_after_day="santo negro ramos resurrección pascua ceniza dolores gloria",
    not_after_ordinal="piso planta lugar puesto premio capítulo de vez veces cumpleaños "
    "aniversario siglo grado clase intento ronda parte tomo temporada kilómetros corazones "
    "copas bastos oros espadas % euros",
    not_before_number="versión capítulo página pág sala puerta línea bus autobús nivel piso "
    "número nº marcador resultado relación proporción formato python ubuntu v artículo sección "
    "parte tomo temporada episodio andén calle casa talla € $ # + ganamos perdimos ganaron "
    "escala",
    loose=frozenset(("h-clock",)),
    saying=_SAYING,
)
