"""Spanish: orders about what exists, as `intents` look for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WISHES: Mapping[str, str] = {
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
    "agenda": "recordatorio diario|resumen diario|agenda diaria|resumen matutino|agenda matutina"
    "|agenda|resumen|agenda de la mañana|agenda del día|resumen del día|recordatorios diarios"
    "|envíame la agenda|mándame la agenda",
    "review": "repaso diario|repaso nocturno|repaso del día|repaso de la noche",
    "off": "no|nunca|desactivar|apagar|desactivado|desactivada|desactiva"
    "|desactiva la|quita|quita la",
    "until": "hasta|hasta el",
    "eve": "el día anterior|el día antes|la víspera|un día antes|el día de antes|la noche anterior",
    "before": "antes",
    "remind": "recordar|recuérdame|recordatorio|avísame|nuevo recordatorio|añadir recordatorio"
    "|avisar",
    "remind_before": "",
}
