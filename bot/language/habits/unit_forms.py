"""Units beside a number: 1 page and 2 pages, 21 страница, 2 страницы and 5 страниц."""

from __future__ import annotations

from storage.rules.folding import fold

# One and more; in Russian one, few and many (source: CLDR's plural rules).
_FORMS = """
    page pages|minute minutes|hour hours|second seconds|glass glasses|cup cups|coffee coffees
    tea teas|beer beers|drink drinks|bottle bottles|time times|step steps|pushup pushups
    push-up push-ups|pullup pullups|pull-up pull-ups|situp situps|sit-up sit-ups|squat squats
    rep reps|set sets|round rounds|lap laps|word words|sentence sentences|chapter chapters
    lesson lessons|exercise exercises|card cards|line lines|article articles|task tasks
    problem problems|book books|song songs|game games|mile miles|meter meters|metre metres
    kilometer kilometers|kilometre kilometres|liter liters|litre litres|gram grams
    calorie calories|cigarette cigarettes|sweet sweets|apple apples|portion portions
    serving servings|piece pieces|unit units|call calls|message messages|photo photos

    Seite Seiten|Minute Minuten|Stunde Stunden|Sekunde Sekunden|Glas Gläser|Tasse Tassen
    Kaffee Kaffees|Tee Tees|Bier Biere|Flasche Flaschen|Schritt Schritte|Liegestütz Liegestütze
    Klimmzug Klimmzüge|Kniebeuge Kniebeugen|Wiederholung Wiederholungen|Runde Runden
    Wort Wörter|Vokabel Vokabeln|Zeile Zeilen|Lektion Lektionen|Übung Übungen|Karte Karten
    Artikel Artikel|Aufgabe Aufgaben|Buch Bücher|Lied Lieder|Meile Meilen|Kalorie Kalorien
    Zigarette Zigaretten|Apfel Äpfel|Portion Portionen|Anruf Anrufe|Nachricht Nachrichten

    página páginas|minuto minutos|hora horas|segundo segundos|vaso vasos|taza tazas|café cafés
    té tés|cerveza cervezas|botella botellas|vez veces|paso pasos|flexión flexiones
    dominada dominadas|sentadilla sentadillas|repetición repeticiones|vuelta vueltas
    palabra palabras|capítulo capítulos|lección lecciones|ejercicio ejercicios|tarjeta tarjetas
    artículo artículos|tarea tareas|libro libros|canción canciones|milla millas|metro metros
    kilómetro kilómetros|litro litros|gramo gramos|caloría calorías|cigarrillo cigarrillos
    cigarro cigarros|dulce dulces|manzana manzanas|porción porciones|ración raciones
    llamada llamadas|mensaje mensajes

    страница страницы страниц|минута минуты минут|час часа часов|секунда секунды секунд
    стакан стакана стаканов|чашка чашки чашек|кружка кружки кружек|бокал бокала бокалов
    бутылка бутылки бутылок|раз раза раз|шаг шага шагов|отжимание отжимания отжиманий
    подтягивание подтягивания подтягиваний|приседание приседания приседаний
    повторение повторения повторений|подход подхода подходов|круг круга кругов
    слово слова слов|глава главы глав|урок урока уроков|упражнение упражнения упражнений
    карточка карточки карточек|статья статьи статей|задача задачи задач|книга книги книг
    песня песни песен|метр метра метров|километр километра километров|литр литра литров
    грамм грамма граммов|калория калории калорий|сигарета сигареты сигарет
    конфета конфеты конфет|яблоко яблока яблок|порция порции порций|звонок звонка звонков
"""
_SAID = {
    form: family
    for line in _FORMS.strip().splitlines()
    for family in (said.split() for said in line.split("|") if said.strip())
    for form in family
}
_FOLDED = {fold(form): family for form, family in reversed(_SAID.items())}


def unit_beside(amount: float, unit: str, *, is_limit: bool = False) -> str:
    """The form of a unit that stands beside an amount: `pages` beside 1 is `page`. A unit that
    is not known, or has no forms such as `ml`, stays as it was said.

    A word of two languages (minute, Minute) is told by its capital. After the words of a limit
    Russian has another case: 2 чашки, не больше 2 чашек.
    """
    forms = _SAID.get(unit) or _FOLDED.get(fold(unit))
    if forms is None:
        return unit
    if len(forms) == 2:
        return forms[amount != 1]
    form = _russian(amount)
    return forms[1 if form == 0 or amount % 1 else 2] if is_limit else forms[form]


def _russian(amount: float) -> int:
    """0 one, 1 few (and for parts of one), 2 many."""
    if amount != int(amount):
        return 1
    last, teens = int(amount) % 10, int(amount) % 100 // 10 == 1
    if last == 1 and not teens:
        return 0
    return 1 if 2 <= last <= 4 and not teens else 2
