"""Spanish: dates, times, repeats, reminders."""

from __future__ import annotations

from bot.language.engine import bounds as u
from bot.language.engine import build as b
from bot.language.engine import clocks as c
from bot.language.engine.language import Phrasebook, words
from bot.language.engine.phrases import Pattern
from bot.language.said import Length
from bot.language.tables.es import ranges, typed
from bot.language.tables.es.numbers import NUMBERS, ORDINALS
from bot.language.tables.es.wishes import WISHES

_DAYS = (
    Pattern("<on>? hoy", b.offset(0)),
    Pattern("<on>? mañana", b.offset(1), "day"),
    Pattern("<on>? el día de mañana", b.offset(1)),
    Pattern("<on>? pasado mañana", b.offset(2)),
    Pattern("{weekday}", b.coming, "day"),
    Pattern("{wd}", b.coming, "short-day"),
    Pattern("<on> {weekday}", b.coming, "named-day"),
    Pattern("<on_day> {wd}", b.coming, "named-day sure-day"),
    Pattern("<on>? este|próximo {wd}", b.coming),
    Pattern("<on>? {wd} próximo|siguiente", b.coming),
    Pattern("<on>? {wd} que viene", b.coming),
    Pattern("<on>? {wd} de <next_week>", b.next_week),
    Pattern("<next_week> ,? <on>? {wd}", b.next_week),
    Pattern("<in> {n} semanas|semana ,? <on>? {wd}", b.weeks_ahead),
    Pattern("<on>? {wd} <in> {n} semanas|semana", b.on_weeks_ahead),
    Pattern("<on>? este fin de semana", b.weekend(0)),
    Pattern("<on> fin de semana", b.weekend(0)),
    Pattern("<on>? este|el finde", b.weekend(0)),
    Pattern("<on>? próximo fin de semana", b.weekend(0)),
    Pattern("<on>? fin de semana que viene", b.weekend(0)),
    Pattern("<on>? fin de semana de <next_week>", b.weekend(1)),
    Pattern("<on>? <next_week>", b.week(1)),
    Pattern("<end> <next_week>", b.week_part(1, 4, "end of day")),
    Pattern("<middle> <next_week>", b.week_part(1, 2)),
    Pattern("<begin> <next_week>", b.week_part(1, 0)),
    Pattern("<on>? próximo mes", b.month(1)),
    Pattern("<on> día? {md} del <next_month>", b.month_day(1)),
    Pattern("el? <next_month> el día? {md}", b.month_day(1)),
    Pattern("<on> día? {md} de este mes", b.of_month),
    Pattern("<on>? mes que viene", b.month(1)),
    Pattern("<on>? mes próximo|siguiente", b.month(1)),
    Pattern("<on>? próximo año", b.year(1)),
    Pattern("<on>? año que viene", b.year(1)),
    Pattern("más tarde|adelante esta semana", b.later_week),
    Pattern("esta semana más tarde|adelante", b.later_week),
    Pattern("<end> mes", b.month_end(0)),
    Pattern("<end> este mes", b.month_end(0)),
    Pattern("<end> <next_month>", b.month_end(1)),
    Pattern("<on>? último día del|de mes", b.month_end(0)),
    Pattern("<end> año", b.year_end),
    Pattern("<end> {month} <of_year>? {year}?", b.part_of_month(-1)),
    Pattern("<middle> mes", b.month_middle(0)),
    Pattern("<middle> {month} <of_year>? {year}?", b.part_of_month(15)),
    Pattern("<begin> {month} <of_year>? {year}?", b.part_of_month(1)),
    Pattern("<begin> <next_month>", b.month(1)),
    Pattern("<on>? día? {dated}", b.same_day, "date"),
    Pattern("<on>? {wd} ,? <on>? día? {dated}", b.beside),
    Pattern("<on>? {date}", b.same_day, "date"),
    Pattern("<on>? {wd} ,? <on>? {date}", b.beside, "date day"),
    Pattern("<on_article> {loose}", b.same_day, "date"),
    Pattern("<on>? día {md}", b.of_month, "ordinal"),
    Pattern("<on_article> {md}", b.of_month, "bare-day ordinal"),
    Pattern("<on>? {wd} ,? <on>? {md}", b.beside_day, "numbered edge"),
    Pattern("<on>? {wd} {n}", b.beside_day, "day-number"),
    Pattern("<on>? {ord} {wd} de|en {month}", b.nth),
    Pattern("<on>? {ord} {wd} del|de este? mes", b.nth),
    Pattern("<on>? {ord} {wd} del <next_month>", b.nth_next_month),
    Pattern("<in> {length}", b.in_length),
    Pattern("{length}", b.in_length, "start compact"),
)

_CLOCKS = (
    Pattern("<at>? {hm} <hours>? {half}?", c.at_clock, "number"),
    Pattern("<at> {h.m} <hours>? {half}?", c.at_clock, "number"),
    Pattern("<at> {h} <hours> {half}?", lambda h, half: c.full_hour(h, None, half)),
    Pattern("<at> {h} {half}?", c.at_hour, "number count"),
    Pattern("{h} {half}", c.at_hour, "number"),
    Pattern("<at>? {hh}", c.at_clock, "h-clock"),
    Pattern("<at> {hh}", c.at_clock),
    Pattern("{h}", c.at_hour, "after-day count"),
    Pattern("{h}", c.at_hour, "start action"),
    Pattern("<at>? {words} y media {half}?", c.past(30)),
    Pattern("<at>? {words} y cuarto {half}?", c.past(15)),
    Pattern("<at>? {words} menos cuarto {half}?", c.past(-15)),
    Pattern("<at> {h} y media {half}?", c.past(30)),
    Pattern("<at> {h} y cuarto {half}?", c.past(15)),
    Pattern("<at> {h} menos cuarto {half}?", c.past(-15)),
    Pattern("<at> {h} y {n} minutos? {half}?", c.hour_minutes_any),
    Pattern("<at> {h} menos {n} minutos? {half}?", c.hour_to),
    Pattern("<at> {words} {words} {half}?", c.hour_minutes),
    Pattern("un? cuarto para <at> {h} {half}?", c.past(-15)),
    Pattern("{n} minutos? para las {h} {half}?", c.minutes_to),
    Pattern("<also> {hm} <hours>? {half}?", c.also_clock, "after-clock"),
    Pattern("<also> {h} <hours>? {half}?", c.also_hour, "after-clock count"),
)

_PARTS = (
    Pattern("por|en la mañana", b.part("morning")),
    Pattern("esta mañana", b.part("morning")),
    Pattern("temprano por la mañana", b.part("morning")),
    Pattern("a|al mediodía", b.part("noon")),
    Pattern("este mediodía", b.part("noon")),
    Pattern("por|en|a la tarde", b.part("afternoon")),
    Pattern("esta tarde", b.part("afternoon")),
    Pattern("tarde", b.part("afternoon"), "after-day"),
    Pattern("al anochecer", b.part("evening")),
    Pattern("por|en|a la noche", b.part("night")),
    Pattern("de noche", b.part("night"), "after-day"),
    Pattern("noche", b.part("night"), "after-day"),
    Pattern("mediodía", b.part("noon"), "after-day"),
    Pattern("medianoche", b.part("midnight"), "after-day"),
    Pattern("esta noche", b.today_part("tonight")),
    Pattern("a la? medianoche", b.part("midnight")),
    Pattern("antes de la? medianoche", b.part("midnight")),
    Pattern("al? final del día", b.part("end of day")),
    Pattern("a fin|final de día", b.part("end of day")),
    Pattern("antes del? fin|final del? día", b.part("end of day")),
    Pattern("al terminar el día", b.part("end of day")),
    Pattern("<on>? fin del día", b.part("end of day")),
    Pattern("al? final de la|esta semana", b.end_of_week),
    Pattern("a finales|fines|final de la? semana", b.end_of_week),
    Pattern("a finales|fines|final de esta semana", b.end_of_week),
    Pattern("<on>? fin de la semana", b.end_of_week),
)

_REPEATS = (
    *ranges.ALSO,
    Pattern("<every> !? días|día", b.every("DAILY")),
    Pattern("a diario", b.every("DAILY")),
    Pattern("diariamente", b.every("DAILY")),
    Pattern("<every> !? <workday>", b.workdays),
    Pattern("los <workday>", b.workdays),
    Pattern("días laborables|hábiles|laborales", b.workdays, "edge"),
    Pattern("entre semana", b.workdays),
    Pattern("de lunes a viernes", b.workdays),
    Pattern("<every> !? fin de semana", b.weekends),
    Pattern("un fin de semana sí y otro no", b.other_weekend),
    Pattern("<every> !? fines de semana", b.weekends),
    Pattern("los fines de semana", b.weekends),
    Pattern("los {wds}", b.every_weekdays),
    Pattern("<every> !? {wds}", b.every_weekdays),
    Pattern("<every> !? semana|semanas <the>? {wds}", b.every_weekdays),
    Pattern("<every> !? semana|semanas los {wds}", b.every_weekdays),
    Pattern("<every> !? otro {wds}", b.every_other),
    Pattern("un {wd} sí y otro no", lambda wd: b.every_other((wd,))),
    Pattern("cada !? {n} {wds}", b.every_n_weekdays),
    Pattern("cada !? {n} semanas <the>? {wds}", b.every_n_weekdays),
    Pattern("cada !? {n} semanas los {wds}", b.every_n_weekdays),
    Pattern("cada !? {length}", b.every_length),
    Pattern("<every> !? {unit}", b.every_length),
    Pattern("<every> !? {ord} {unit}", b.every_nth_length),
    Pattern("un día sí y otro no", b.every("DAILY", 2)),
    Pattern("una semana sí y otra no", b.every("WEEKLY", 2)),
    Pattern("<every> !? {ords} {wds}", b.doubtful_nth),
    Pattern("<every> !? {ords} {wds} <of_month>", b.every_nth),
    Pattern("<every> !? mes|meses <the>? {ords} {wds}", b.every_nth),
    Pattern("mensualmente <the>? {ords} {wds}", b.every_nth),
    Pattern("<the>? {ords} {wds} <every_month>", b.every_nth),
    Pattern("<every> !? día? {mds}", b.every_day_of_month, "numbered not-ordinal"),
    Pattern("<every> !? día? {mds} <of_month>", b.every_day_of_month, "numbered"),
    Pattern("<every> !? mes|meses <the> día? {mds}", b.every_day_of_month),
    Pattern("mensual|mensualmente <the> día? {mds}", b.every_day_of_month),
    Pattern("<the>? día? {mds} <every_month>", b.every_day_of_month),
    Pattern("los? días {mds} <every_month>", b.every_day_of_month),
    Pattern("<every> !? último día <of_month>?", b.last_day_of_month),
    Pattern("<the>? último día <every_month>", b.last_day_of_month),
    Pattern("<every> !? mes|meses <the> último día", b.last_day_of_month),
    Pattern("<end> <every_month_bare>", b.last_day_of_month),
    Pattern("<every> !? último <workday> <of_month>?", b.last_workday),
    Pattern("<the>? último <workday> <every_month>", b.last_workday),
    Pattern("<every> !? {ord} <workday> <of_month>", b.nth_workday),
    Pattern("<the>? {ord} <workday> <every_month>", b.nth_workday),
    Pattern("<every> !? {month_dates}", b.every_year_day),
    Pattern("<every> !? año|años <the>? {month_dates}", b.every_year_day),
    Pattern("anualmente <the>? {month_dates}", b.every_year_day),
    Pattern("<the>? {month_dates} de? cada año", b.every_year_day),
    Pattern("<the>? {month_dates} de? todos los años", b.every_year_day),
    Pattern("<every> !? {months}", b.every_month),
    Pattern("<every> !? mañanas|mañana", b.every_part("morning")),
    Pattern("por las mañanas", b.every_part("morning")),
    Pattern("<every> !? tardes|tarde", b.every_part("afternoon")),
    Pattern("por las tardes", b.every_part("afternoon")),
    Pattern("<every> !? noches|noche", b.every_part("night")),
    Pattern("por las noches", b.every_part("night")),
    Pattern("<every> !? mediodía", b.every_part("noon")),
    Pattern("<every> !? media hora", b.every("MINUTELY", 30)),
    Pattern("<every> !? trimestre", b.every("MONTHLY", 3)),
    Pattern("diario|diaria", b.every("DAILY"), "adjective"),
    Pattern("semanalmente", b.every("WEEKLY")),
    Pattern("semanal", b.every("WEEKLY"), "adjective"),
    Pattern("quincenalmente", b.every("WEEKLY", 2)),
    Pattern("quincenal", b.every("WEEKLY", 2), "adjective"),
    Pattern("mensualmente", b.every("MONTHLY")),
    Pattern("mensual", b.every("MONTHLY"), "adjective"),
    Pattern("trimestralmente", b.every("MONTHLY", 3)),
    Pattern("trimestral", b.every("MONTHLY", 3), "adjective"),
    Pattern("anualmente", b.every("YEARLY")),
    Pattern("anual", b.every("YEARLY"), "adjective"),
    Pattern("una vez al|por|cada|a la? {unit}", b.once_every),
    Pattern("una vez cada {length}", b.once_every),
    Pattern("<also_days> <every>? {wds}", b.also_weekdays, "after-weekly-clock"),
    *ranges.REPEATS,
)

_BOUNDS = (
    *ranges.BOUNDS,
    Pattern("a partir de|del {day}", u.from_day),
    Pattern("desde|empezando|comenzando {day}", u.from_day),
    Pattern("hasta {day} <at>? {clock}?", u.until_day),
    Pattern("hasta <at>? {clock}", u.until_clock),
    Pattern("durante|por {length}", u.for_length),
    Pattern("{n} veces", u.times, "times"),
    Pattern("después de <completion>", u.after_completion),
    Pattern("tras|al|desde <completion>", u.after_completion),
    Pattern("de|desde las? {bare} <hours>? a|hasta las? {bare} <hours>?", u.window),
    Pattern("entre las? {bare} y las? {bare} <hours>?", u.window),
    Pattern("{bare} - {bare}", u.window),
)

_MARKS = (
    Pattern("<remind> {length} ,|y {length} y|, {length} antes", b.remind),
    Pattern("<remind> {length} y|, {length} antes", b.remind),
    Pattern("<remind> {length} antes", b.remind),
    Pattern("<remind> {length} después", b.remind_after, "edge"),
    Pattern("<remind> <on>? día anterior|antes {clock}?", b.remind_eve),
    Pattern("<remind> <on>? día anterior|antes {clock}? y|, {length} antes", b.remind_eve),
    Pattern("<remind> {n} días antes {clock}", b.remind_days),
    Pattern("<nag> cada? {length}", b.nag),
    Pattern("<lead> que|de", b.lead_in, "lead"),
    Pattern("<lead> :?", b.lead_in, "lead"),
    Pattern("recordatorio :", b.lead_in, "lead"),
    Pattern("que|de", b.lead_in, "after-lead"),
)

PHRASEBOOK = Phrasebook(
    letters="a-zA-Z",
    minutes="min",
    decimal=",",
    numbers=NUMBERS,
    joints=frozenset("y"),
    ordinals=ORDINALS,
    ordinal_tens=True,
    ordinal_marks=frozenset(("º", "ª", "o", "a", "er", "ro", "do", "to")),
    months=words(
        "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
        "septiembre|setiembre|sep|sept|set octubre|oct noviembre|nov diciembre|dic"
    ),
    weekdays=words("lunes martes miércoles jueves viernes sábado domingo"),
    weekdays_short=words("lun mar mié jue vie sáb dom"),
    weekday_letters=words("l m|ma x|m|mi j v s d"),
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
    part_nouns={
        "mañana|mañanas": "morning",
        "mediodía": "noon",
        "tarde|tardes": "afternoon",
        "noche|noches": "night",
    },
    quantities={
        "unos pocos|unas pocas|unos cuantos|unas cuantas|unos|unas|varios|varias": 3,
        "un par de": 2,
    },
    and_half="y media|y medio",
    sets={
        "about": "unos|unas|más o menos|aproximadamente|como|alrededor de|cerca de|aprox|aprox ."
        "|casi",
        "zone_before": "hora de|hora en|horas de|hora local de",
        "and_half": "y media|y medio",
        "the": "el|en el|para el",
        "on": "el|para|para el|para la|antes del|antes de|antes de el|hasta|hasta el|a más tardar"
        "|a más tardar el|en el|no más tarde del|a partir del",
        "on_article": "el|para el|antes del|antes de el|hasta el|a más tardar el|en el|a partir del"
        "|no más tarde del|desde el",
        "on_day": "el|para el|antes del|hasta el|este",
        "in": "en|dentro de|de aquí a",
        "at": "a las|a la|sobre las|sobre la|hacia las|hacia la|antes de las|antes de la|para las"
        "|desde las|a eso de las|a eso de la|las|alrededor de las|alrededor de la|@|hasta las"
        "|hasta la|como a las|como a la|cerca de las|más o menos a las|aproximadamente a las"
        "|a las aprox .|a partir de las|no más tarde de las|tipo|justo a las|a más tardar a las",
        "hours": "h|hs|hrs|horas",
        "next_week": "la semana que viene|la próxima semana|la semana próxima|próxima semana"
        "|la semana siguiente|semana que viene|semana próxima",
        "next_month": "mes que viene|próximo mes|mes próximo|el mes que viene|el próximo mes",
        "end": "finales del|a fin de|a final de|a finales de|a fines de|al final de|al final del"
        "|fin de"
        "|final de|finales de|antes de fin de|para fin de|para finales de|a final del|a finales del"
        "|antes de final de",
        "middle": "a mediados del|mediados del|a mediados de|mediados de|para mediados de|en "
        "mitad de",
        "begin": "a principios del|a comienzos del|a inicios del|principios del|a principios de"
        "|a comienzos de|a inicios de|principios de|para principios de"
        "|comienzos de|a principio de",
        "and": "y|,|, y|e|&|+|y todas las|y los|, los|y el|, el|y las|y cada|y todos los",
        "also": "y|,|, y|y a las|, a las|, y a las|y las|y a la",
        "also_days": "y|,|, y|y el|y los|, el|, los",
        "to": "-|–|—|a|al|hasta",
        "to_hour": "a|a las|a la|hasta|hasta las|hasta la",
        "to_day": "al|a|hasta|hasta el",
        "hour_word": "h|hs|hrs|horas|hora",
        "of": "de|del",
        "except": "excepto|menos|salvo|excepto en|menos en|salvo en|pero no|a excepción de"
        "|quitando",
        "weekend": "los fines de semana|fines de semana|el fin de semana|fin de semana"
        "|en fin de semana|los findes|el finde|findes",
        "day_end": "fin del día|final del día|fin de día|final de la jornada|fin de la jornada",
        "week_end": "fin de la semana|final de la semana|final de semana|fin de esta semana"
        "|final de esta semana",
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
    days=(*_DAYS, *typed.DAYS),
    counted_days=typed.COUNTED_DAYS,
    clocks=(*_CLOCKS, *typed.CLOCKS),
    parts=(*_PARTS, *typed.PARTS),
    repeats=(*_REPEATS, *typed.REPEATS),
    bounds=_BOUNDS,
    marks=_MARKS,
    wishes=WISHES,
    hour_letters="h hs",
    articles="un una",
    definite="el",
    name_joints="de",
    weak="en a el la de del al mar dom lun sol por para un una uno y o once may e no es "
    "mes mar set sep oct nov jun jul min",
    ordinary="marco mario mareo jueces luces vienes cuento cuentos minutas minutes tarda pesado "
    "pasada prójimo todo dominio dominios martes marte martas junto junta julia julian juli mayor "
    "mayo marca marcos marzos hoja hojas horno hotel enera abrir abri viernes vierte siente siete "
    "sietes ocho ochos nuevo nueve nueva nuevas nuevos cinco cincos sabana sabanas sabado "
    "domingos domingo lunas luna manzana manzanas mañanas mantana manana cuadro cuatro cuarto "
    "cuartos quinta quince veinte veinticinco semana semanal semanas hora horas horno dias dian "
    "diana meses mesas mesa minutos minuto minuta cada canada entre enteros entero agosta angosto "
    "ajusto agostos octavo octubre trece treinta trenza once tarde tardes noche noches doces "
    "dulce doble nuez seis seises",
    typo_words="mañana pasado próximo próxima todos semanal mensual diariamente noche tarde",
    counted="gb tb mb kg g km m cm l ml € $ euros euro pesos dólares % por personas persona veces "
    "minutos min horas hora días semanas meses años kilos gramos litros páginas puntos grados "
    "pulgada pulgadas cucharadita cucharaditas vaso vasos kilómetros ayuno tornillo tubo llave "
    "huevos niños invitados kilo litro parte partes taza tazas cucharada página",
    counted_endings=("os", "as", "ones"),
    actions="despertar despertarse levantarse llamar comer cenar desayunar yoga gimnasio "
    "reunión cena comida desayuno cita dentista médico clase vuelo tren",
    meetings="desayuno comida almuerzo merienda café reunión cita entrevista dentista "
    "médico peluquería comer almorzar desayunar",
    action_endings=("ar", "er", "ir", "arme", "erme", "irme", "arse", "erse", "irse"),
    capital_names=True,
    after_bare_day="a con para al por en",
    not_before_day="de santo plácido a y con don doña la una esta toda negro del black cada último "
    "pasado san las",
    idioms="los lunes al sol|un domingo cualquiera|martes y trece|a la una y a las dos"
    "|contar hasta diez|contar hasta cien",
    not_after_number="diluido mezclado",
    street_first=True,
    streets="calle plaza avenida av avda paseo glorieta camino carretera ronda travesía",
    not_before_hour="tarea pregunta problema ejercicio lección test sprint terminal salida planta "
    "zona asiento taquilla día paso para de comprar pedir llevar traer hacer los las unos unas y "
    "o con por más menos otros otras solo sólo a",
    doubtful_days="mar",
    not_after_day="santo negro ramos resurrección pascua ceniza dolores gloria",
    not_after_ordinal="piso planta lugar puesto premio capítulo de vez veces cumpleaños "
    "aniversario siglo grado clase intento ronda parte tomo temporada kilómetros corazones "
    "copas bastos oros espadas % euros",
    not_before_number="capítulos páginas ejercicios preguntas niveles episodios filas temas "
    "menos llave mezclar diluir ayuno portal fila versión capítulo página pág "
    "sala puerta línea bus autobús nivel piso plaza avenida av avda paseo glorieta camino "
    "carretera número nº marcador resultado relación proporción formato python ubuntu v artículo "
    "sección parte tomo temporada episodio andén calle casa talla € $ # + ganamos perdimos "
    "ganaron escala",
    loose=frozenset(("h-clock",)),
)
